package org.krait.runtime.builtins;

import org.krait.objects.BuiltinTable;

/** The native modules: {@code sys.builtin_module_names}, and the table of each, loaded when it is imported. */
public final class BuiltinModules {
    private static final String[] NAMES = {
        "_abc",
        "_codecs",
        "_csv",
        "_sre",
        "_string",
        "_struct",
        "_weakref",
        "binascii",
        "gc",
        "zlib",
    };

    private BuiltinModules() {}

    /** The names of all native modules, sorted. */
    public static String[] names() {
        return NAMES.clone();
    }

    /** A new table of a native module, or null when there is no such module. */
    public static BuiltinTable table(String name) {
        return switch (name) {
            case "_abc" -> new AbcModuleTable();
            case "_csv" -> new CsvModuleTable();
            case "_sre" -> new SreModuleTable();
            case "_struct" -> new StructModuleTable();
            case "_weakref" -> new WeakrefModuleTable();
            case "binascii" -> new BinasciiModuleTable();
            case "gc" -> new GcModuleTable();
            case "zlib" -> new ZlibModuleTable();
            case "_codecs" -> new CodecsModuleTable();
            case "_string" -> new StringModuleTable();
            default -> null;
        };
    }
}
