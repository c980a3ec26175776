package org.krait.runtime.builtins;

import org.krait.objects.PyDict;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.Configuration;

/** What the standard library that we ship expects as {@code __graalpython__}: it is the one made for GraalPy. */
@BuiltinModule(value = "__graalpython__", doc = "What the standard library asks of its virtual machine.")
public final class LibrarySupportModule {
    /** The class of objects of other languages: nothing is an instance. */
    private static final PyType FOREIGN = PyType.builtin("polyglot.ForeignObject", PyType.OBJECT, PyType.NO_NEW);

    private LibrarySupportModule() {}

    /** Makes the module a name that all code sees. */
    public static void install(ThreadState ts) {
        PyModule module = new PyModule();
        PyDict d = module.dict;
        d.put("__name__", PyStr.interned("__graalpython__"));
        new LibrarySupportModuleTable().fill(d, null);
        Configuration configuration = (Configuration) ts.interp.natives.get(Configuration.class);
        d.put("stdlib_home", PyStr.of(configuration.standardLibrary));
        d.put("in_preinitialization", org.krait.objects.PyBool.FALSE);
        d.put("venvlauncher_command", PySingleton.NONE);
        d.put("ForeignType", FOREIGN);
        ts.interp.builtins.put("__graalpython__", module);
    }

    @Builtin(value = "unsafe_object_new(cls, /)", doc = "A new instance of a class without arguments.")
    static PyObject objectNew(ThreadState ts, PyType cls) {
        return PyType.OBJECT.slots().newInstance(ts, cls, new PyObject[0], null);
    }

    @Builtin(value = "get_max_process_count()", doc = "How many processes a pool has when nobody says.")
    static int maxProcessCount() {
        return Runtime.getRuntime().availableProcessors();
    }

    @Builtin(value = "posix_module_backend()", doc = "How posix reaches the operating system.")
    static String posixModuleBackend() {
        return "native";
    }
}
