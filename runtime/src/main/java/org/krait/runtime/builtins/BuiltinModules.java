package org.krait.runtime.builtins;

import org.krait.objects.BuiltinTable;

/** The native modules: {@code sys.builtin_module_names}, and the table of each, loaded when it is imported. */
public final class BuiltinModules {
    private static final String[] NAMES = {
        "_csv",
        "_sre",
        "_struct",
        "binascii",
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
            case "_csv" -> new CsvModuleTable();
            case "_sre" -> new SreModuleTable();
            case "_struct" -> new StructModuleTable();
            case "binascii" -> new BinasciiModuleTable();
            case "zlib" -> new ZlibModuleTable();
            default -> null;
        };
    }
}
