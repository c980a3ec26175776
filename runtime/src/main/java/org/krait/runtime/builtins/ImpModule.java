package org.krait.runtime.builtins;

import java.io.File;
import java.nio.charset.StandardCharsets;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBytes;
import org.krait.objects.PyException;
import org.krait.objects.PyList;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.objects.code.CodeObject;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Configuration;
import org.krait.runtime.Texts;
import org.krait.runtime.imports.Imports;
import org.krait.runtime.imports.ModuleCode;
import org.krait.runtime.imports.NativeImports;

/** The module {@code _imp}: what the import library asks of the VM. */
@BuiltinModule(value = "_imp", doc = "(Extremely) low-level import machinery bits as used by importlib.")
final class ImpModule {
    private static final PyStr NAME = PyStr.interned("name");

    private ImpModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        Configuration c = (Configuration) ts.interp.natives.get(Configuration.class);
        module.dict.put("check_hash_based_pycs", PyStr.of(c.checkHashPycs));
    }

    @Builtin(value = "lock_held()", doc = "Return True if the import lock is currently held, else False.")
    static boolean lockHeld(ThreadState ts) {
        return NativeImports.lockDepth(ts) > 0;
    }

    @Builtin(value = "acquire_lock()", doc = "Acquires the interpreter's import lock for the current thread.")
    static void acquireLock(ThreadState ts) {
        NativeImports.acquireLock(ts);
    }

    @Builtin(value = "release_lock()", doc = "Release the interpreter's import lock.")
    static void releaseLock(ThreadState ts) {
        if (!NativeImports.releaseLock(ts)) {
            throw Errors.runtimeError("not holding the import lock");
        }
    }

    @Builtin(value = "_zip_path_hook(path, /)",
            doc = "Answers a zipimport.zipimporter for a path with a file in it, and loads that module only then.")
    static PyObject zipPathHook(ThreadState ts, PyObject path) {
        PyObject text = path instanceof PyStr || path instanceof PyBytes ? path
                : Calls.call(ts, Attributes.get(ts, Imports.importModule(ts, "posix"), "fspath"), path);
        File file = new File(text instanceof PyBytes bytes
                ? new String(bytes.value, StandardCharsets.UTF_8) : text.toString());
        while (file != null && !file.exists()) {
            file = file.getParentFile();
        }
        if (file == null || !file.isFile()) {
            throw Errors.of(ExceptionTypes.IMPORT_ERROR, "not a Zip file: " + Texts.repr(ts, text));
        }
        PyObject module = NativeImports.fromLibrary(ts, "zipimport");
        return Calls.call(ts, Attributes.get(ts, module, "zipimporter"), path);
    }

    @Builtin(value = "extension_suffixes()",
            doc = "Returns the list of file suffixes used to identify extension modules.")
    static PyObject extensionSuffixes() {
        return new PyList();
    }

    @Builtin(value = "is_builtin(name, /)", doc = "Returns 1 if the module name is a builtin, 0 if not.")
    static int isBuiltin(PyStr name) {
        return BuiltinModules.isBuiltin(name.toString()) ? 1 : 0;
    }

    @Builtin(value = "_asks_for(name, /)", doc = "Says that importlib.import_module() is asked for a module.")
    static void asksFor(ThreadState ts, PyStr name) {
        NativeImports.asksFor(ts, name);
    }

    @Builtin(value = "_find_and_load(name, /)",
            doc = "Finds a module that is not loaded, and loads it; None when only the import protocol can.")
    static PyObject findAndLoad(ThreadState ts, PyStr name) {
        return NativeImports.findAndLoad(ts, name);
    }

    @Builtin(value = "is_frozen(name, /)", doc = "Returns True if the module name corresponds to a frozen module.")
    static boolean isFrozen(PyStr name) {
        return false;
    }

    @Builtin(value = "is_frozen_package(name, /)", doc = "Returns True if the module name is of a frozen package.")
    static boolean isFrozenPackage(ThreadState ts, PyStr name) {
        throw notFrozen(ts, name);
    }

    @Builtin(value = "get_frozen_object(name, data=None, /)", doc = "Create a code object for a frozen module.")
    static PyObject getFrozenObject(ThreadState ts, PyStr name, PyObject data) {
        if (data == null || data == PySingleton.NONE) {
            throw notFrozen(ts, name);
        }
        PyObject code;
        try {
            code = MarshalModule.loads(ts, data);
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.EXCEPTION)) {
                throw e;
            }
            e.swallow();
            throw Errors.of(ExceptionTypes.IMPORT_ERROR, "Frozen object named " + Texts.repr(ts, name) + " is invalid");
        }
        if (code instanceof CodeObject) {
            return code;
        }
        throw Errors.typeError("frozen object " + Texts.repr(ts, name) + " is not a code object");
    }

    @Builtin(value = "init_frozen(name, /)", doc = "Initializes a frozen module.")
    static PyObject initFrozen(PyStr name) {
        return PySingleton.NONE;
    }

    @Builtin(value = "find_frozen(name, /, *, withdata=False)",
            doc = "Return info about the corresponding frozen module.")
    static PyObject findFrozen(PyStr name, boolean withData) {
        return PySingleton.NONE;
    }

    @Builtin(value = "_frozen_module_names()", doc = "Returns the list of available frozen modules.")
    static PyObject frozenModuleNames() {
        return new PyList();
    }

    @Builtin(value = "_override_frozen_modules_for_tests(override, /)", doc = "Overrides the use of frozen modules.")
    static void overrideFrozenModules(int override) {}

    @Builtin(value = "_override_multi_interp_extensions_check(override, /)",
            doc = "Override the check of extension modules for subinterpreters.")
    static int overrideMultiInterp(int override) {
        return 0;
    }

    private static RuntimeException notFrozen(ThreadState ts, PyStr name) {
        return Errors.of(ExceptionTypes.IMPORT_ERROR, "No such frozen object named " + Texts.repr(ts, name));
    }

    @Builtin(value = "create_builtin(spec, /)", doc = "Create a built-in module.")
    static PyObject createBuiltin(ThreadState ts, PyObject spec) {
        PyObject name = Attributes.get(ts, spec, NAME);
        if (!(name instanceof PyStr text)) {
            throw Errors.typeError("name must be string, not " + name.type.name());
        }
        return NativeImports.loadBuiltin(ts, text.toString());
    }

    @Builtin(value = "exec_builtin(mod, /)", doc = "Initialize a built-in module.")
    static int execBuiltin(PyObject module) {
        return 0;
    }

    @Builtin(value = "create_dynamic(spec, file=None, /)", doc = "Create an extension module.")
    static PyObject createDynamic(ThreadState ts, PyObject spec, PyObject file) {
        throw Errors.of(ExceptionTypes.IMPORT_ERROR, "Krait has no native extension modules: "
                + Texts.str(ts, Attributes.get(ts, spec, NAME)));
    }

    @Builtin(value = "exec_dynamic(mod, /)", doc = "Initialize an extension module.")
    static int execDynamic(PyObject module) {
        return 0;
    }

    @Builtin(value = "_fix_co_filename(code, path, /)",
            doc = "Changes code.co_filename to specify the passed-in file path.")
    static void fixCodeFilename(CodeObject code, PyStr path) {
        NativeImports.fixFilename(code, path);
    }

    @Builtin(value = "source_hash(key, source)", doc = "Return the hash of a source file's bytes.")
    static PyObject sourceHash(ThreadState ts, long key, PyObject source) {
        return new PyBytes(ModuleCode.sourceHash(key, NativeImports.bytes(ts, source)));
    }

    @Builtin(value = "get_magic()", doc = "Return the magic number of cache files.")
    static PyObject getMagic() {
        return new PyBytes(ModuleCode.magic());
    }
}
