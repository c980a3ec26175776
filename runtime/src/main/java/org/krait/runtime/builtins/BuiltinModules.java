package org.krait.runtime.builtins;

import java.util.Arrays;
import org.krait.objects.BuiltinTable;

/** The native modules: {@code sys.builtin_module_names}, and the table of each, loaded when it is imported. */
public final class BuiltinModules {
    /** One a line. */
    private static final String[] NAMES = {
        "_random",
        "_collections",
        "_functools",
        "_statistics",
        "_heapq",
        "_bisect",
        "_operator",
        "itertools",
        "cmath",
        "math",
        "_abc",
        "_bisect",
        "_codecs",
        "_collections",
        "_csv",
        "_functools",
        "_heapq",
        "_imp",
        "_json",
        "_operator",
        "_random",
        "_sre",
        "_statistics",
        "_string",
        "_struct",
        "_typing",
        "_weakref",
        "_warnings",
        "_weakref",
        "binascii",
        "builtins",
        "gc",
        "itertools",
        "math",
        "sys",
        "zlib",
    };

    private BuiltinModules() {}

    /** The names of all native modules, sorted. */
    public static String[] names() {
        String[] names = NAMES.clone();
        Arrays.sort(names);
        return names;
    }

    /** True when there is a native module of the name. */
    public static boolean isBuiltin(String name) {
        for (String known : NAMES) {
            if (known.equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** A new table of a native module; one of {@link #names}. */
    public static BuiltinTable table(String name) {
        return switch (name) {
            case "_random" -> new RandomModuleTable();
            case "_collections" -> new CollectionsModuleTable();
            case "_functools" -> new FunctoolsModuleTable();
            case "_statistics" -> new StatisticsModuleTable();
            case "_heapq" -> new HeapqModuleTable();
            case "_bisect" -> new BisectModuleTable();
            case "_operator" -> new OperatorModuleTable();
            case "itertools" -> new ItertoolsModuleTable();
            case "cmath" -> new CmathModuleTable();
            case "math" -> new MathModuleTable();
            case "_abc" -> new AbcModuleTable();
            case "_csv" -> new CsvModuleTable();
            case "_imp" -> new ImpModuleTable();
            case "_sre" -> new SreModuleTable();
            case "_struct" -> new StructModuleTable();
            case "_typing" -> new TypingModuleTable();
            case "_weakref" -> new WeakrefModuleTable();
            case "_warnings" -> new WarningsModuleTable();
            case "binascii" -> new BinasciiModuleTable();
            case "gc" -> new GcModuleTable();
            case "zlib" -> new ZlibModuleTable();
            case "_codecs" -> new CodecsModuleTable();
            case "_string" -> new StringModuleTable();
            case "builtins" -> new BuiltinsModuleTable();
            case "sys" -> new SysModuleTable();
            default -> throw new AssertionError(name);
        };
    }
}
