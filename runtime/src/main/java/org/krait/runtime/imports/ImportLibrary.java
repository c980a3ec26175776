package org.krait.runtime.imports;

import java.util.ArrayList;
import java.util.Arrays;
import org.krait.objects.Interp;
import org.krait.objects.PyBool;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyFrame;
import org.krait.objects.PyInstance;
import org.krait.objects.PyList;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Configuration;
import org.krait.runtime.Frames;
import org.krait.runtime.snapshot.Capture;

/**
 * The library's own {@code importlib._bootstrap} and {@code _bootstrap_external}, which CPython calls frozen: loaded
 * with the first module that comes from a file, so that a script without imports does not pay for them.
 */
public final class ImportLibrary {
    private static final PyStr PLATFORM = PyStr.interned("platform");
    private static final PyStr FIND_AND_LOAD = PyStr.interned("_find_and_load");
    private static final PyStr LOCK_UNLOCK = PyStr.interned("_lock_unlock_module");
    private static final PyStr INSTALL = PyStr.interned("_install");
    private static final PyStr ATTRIBUTE_NAME = PyStr.interned("name");
    private static final PyStr LOADER_PATH = PyStr.interned("path");
    private static final PyStr SPEC_LOADER = PyStr.interned("loader");
    private static final PyStr SPEC_ORIGIN = PyStr.interned("origin");
    private static final PyStr SPEC_LOADER_STATE = PyStr.interned("loader_state");
    private static final PyStr SPEC_UNINITIALIZED = PyStr.interned("_uninitialized_submodules");
    private static final PyStr SPEC_HAS_LOCATION = PyStr.interned("_set_fileattr");
    private static final PyStr SPEC_INITIALIZING = PyStr.interned("_initializing");
    private static final PyStr SPEC_CACHED = PyStr.interned("_cached");

    /** What a program that is read from the standard input has as its file. */
    public static final String STDIN = "<stdin>";

    /** What {@code importlib._bootstrap} loads itself. */
    private static final String[] LOADED = {"_thread", "_warnings", "_weakref"};

    /** {@code importlib._bootstrap}. */
    final PyModule bootstrap;
    /** {@code importlib._bootstrap_external}. */
    final PyModule external;
    final PyType specType;
    final PyType sourceLoaderType;
    final PyType sourcelessLoaderType;
    final PyType namespaceLoaderType;
    final PyType namespacePathType;
    final PyObject builtinImporter;
    final PyObject fileFinderType;
    private final PyObject[] finders;
    private final PyObject[] hooks;
    /** The classes that the native search stands for, and their versions: it may only while nobody changes them. */
    private final PyType[] machinery;
    private final int[] versions;

    /** The folder of the standard library. */
    final String folder;

    private ImportLibrary(PyModule bootstrap, PyModule external, PyObject[] finders, PyObject[] hooks,
            String folder) {
        this.folder = folder;
        this.bootstrap = bootstrap;
        this.external = external;
        specType = (PyType) bootstrap.dict.get("ModuleSpec");
        builtinImporter = bootstrap.dict.get("BuiltinImporter");
        sourceLoaderType = (PyType) external.dict.get("SourceFileLoader");
        sourcelessLoaderType = (PyType) external.dict.get("SourcelessFileLoader");
        namespaceLoaderType = (PyType) external.dict.get("NamespaceLoader");
        namespacePathType = (PyType) external.dict.get("_NamespacePath");
        fileFinderType = external.dict.get("FileFinder");
        this.finders = finders;
        this.hooks = hooks;
        machinery = new PyType[] {sourceLoaderType, sourcelessLoaderType, namespaceLoaderType,
            (PyType) fileFinderType, (PyType) external.dict.get("PathFinder"),
            (PyType) builtinImporter};
        versions = new int[machinery.length];
        for (int i = 0; i < versions.length; i++) {
            versions[i] = machinery[i].version;
        }
    }

    private boolean isUnchanged() {
        for (int i = 0; i < versions.length; i++) {
            if (machinery[i].version != versions[i]) {
                return false;
            }
        }
        return true;
    }

    /** The library of a context; loads it when it was not needed before. */
    public static ImportLibrary of(ThreadState ts) {
        ImportLibrary library = (ImportLibrary) ts.interp.natives.get(ImportLibrary.class);
        if (library == null) {
            ImportTimes times = ImportTimes.of(ts.interp);
            if (times != null) {
                times.beginLibrary();
            }
            try {
                library = load(ts);
            } finally {
                if (times != null) {
                    times.endLibrary();
                }
            }
        }
        return library;
    }

    /** True for a frame of the library's own code. */
    public boolean isIn(PyFrame frame) {
        return frame.globals == bootstrap.dict || frame.globals == external.dict;
    }

    /** Whether a frame is one of the import library's own code. */
    static boolean isAtWork(Interp interp, PyFrame frame) {
        ImportLibrary library = peek(interp);
        return library != null && library.isIn(frame);
    }

    /** The library when it is loaded, else null. */
    public static ImportLibrary peek(Interp interp) {
        return (ImportLibrary) interp.natives.get(ImportLibrary.class);
    }

    /**
     * True while the finders of the start follow one another, whatever is before and behind them, the hooks are those
     * of the start alone and their classes are as they were.
     */
    static boolean isPristine(Interp interp) {
        PyObject metaPath = interp.sys.get(Imports.META_PATH);
        PyObject pathHooks = interp.sys.get(Imports.PATH_HOOKS);
        ImportLibrary library = peek(interp);
        if (library == null) {
            return interp.natives.get(Loading.class) != null
                    || metaPath instanceof PyList m && m.size == 0 && pathHooks instanceof PyList h && h.size == 0;
        }
        return library.findersAt(metaPath) >= 0 && isAt(pathHooks, 0, library.hooks)
                && ((PyList) pathHooks).size == library.hooks.length && library.isUnchanged()
                && interp.builtins.get(Imports.IMPORT) != null;
    }

    /** Where in {@code sys.meta_path} the finders of the start follow one another; negative when they do not. */
    int findersAt(PyObject metaPath) {
        int last = metaPath instanceof PyList l ? l.size - finders.length : -1;
        for (int i = 0; i <= last; i++) {
            if (((PyList) metaPath).items[i] == finders[0]) {
                return isAt(metaPath, i, finders) ? i : -1;
            }
        }
        return -1;
    }

    /** How many finders there were at the start. */
    int findersCount() {
        return finders.length;
    }

    /** True while the library itself is being loaded: it may import native modules only. */
    static boolean isLoading(Interp interp) {
        return interp.natives.get(Loading.class) != null;
    }

    private static boolean isAt(PyObject list, int index, PyObject[] expected) {
        if (!(list instanceof PyList l) || l.size < index + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (l.items[index + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** Imports by the protocol: {@code _bootstrap._find_and_load(name, __import__)}. */
    static PyObject findAndLoad(ThreadState ts, PyStr name) {
        ImportLibrary library = of(ts);
        try {
            return Calls.call(ts, library.bootstrap.dict.get(FIND_AND_LOAD), name,
                    ts.interp.builtins.get(Imports.IMPORT));
        } catch (PyException e) {
            if (((Configuration) ts.interp.natives.get(Configuration.class)).verbose == 0) {
                ImportFrames.strip(library, e);
            }
            throw e;
        }
    }

    /** Waits until no other thread imports a module by the protocol. */
    static void await(ThreadState ts, PyStr name) {
        ImportLibrary library = peek(ts.interp);
        if (library != null) {
            Refs.drop(Calls.call(ts, library.bootstrap.dict.get(LOCK_UNLOCK), name));
        }
    }

    /** Marks that the library is being loaded: what it imports itself is found natively. */
    private static final class Loading {}

    private static ImportLibrary load(ThreadState ts) {
        PyDict modules = ts.interp.modules;
        PyObject[] givenFinders = ((PyList) ts.interp.sys.get(Imports.META_PATH)).toArray();
        PyObject[] givenHooks = ((PyList) ts.interp.sys.get(Imports.PATH_HOOKS)).toArray();
        ts.interp.natives.put(Loading.class, Boolean.TRUE);
        PyObject[] restored = Archives.of(ts).restoreLibrary(ts);
        PyModule bootstrap;
        PyModule external;
        if (restored != null) {
            if (ImportTimes.of(ts.interp) != null) {
                ImportTimes.of(ts.interp).restored(Archives.of(ts).usedFile());
            }
            bootstrap = (PyModule) restored[0];
            external = (PyModule) restored[1];
            install(ts, bootstrap, external, restored[2]);
        } else {
            // Elsewhere it is loaded before the program could replace anything that it uses.
            PyObject[] builtins = ModuleOriginals.setAside(ts.interp, ts.interp.builtins, null);
            PyObject[] platform = ModuleOriginals.setAside(ts.interp, ts.interp.sys, PLATFORM);
            try {
                bootstrap = run(ts, "_frozen_importlib", "importlib._bootstrap", "importlib/_bootstrap.py");
                Calls.call(ts, bootstrap.dict.get(INSTALL), modules.get("sys"), PathSearch.loadBuiltin(ts, "_imp"));
                external = run(ts, "_frozen_importlib_external", "importlib._bootstrap_external",
                        "importlib/_bootstrap_external.py");
                bootstrap.dict.put("_bootstrap_external", external);
                Calls.call(ts, external.dict.get(INSTALL), bootstrap);
            } finally {
                ModuleOriginals.putBack(ts.interp.builtins, builtins);
                ModuleOriginals.putBack(ts.interp.sys, platform);
            }
        }
        PyObject imp = PathSearch.loadBuiltin(ts, "_imp");
        ((PyList) ts.interp.sys.get(Imports.PATH_HOOKS)).insert(0, ((PyModule) imp).dict.get("_zip_path_hook"));
        ImportLibrary library = new ImportLibrary(bootstrap, external,
                added((PyList) ts.interp.sys.get(Imports.META_PATH), givenFinders),
                added((PyList) ts.interp.sys.get(Imports.PATH_HOOKS), givenHooks),
                ((Configuration) ts.interp.natives.get(Configuration.class)).standardLibrary);
        ts.interp.natives.put(ImportLibrary.class, library);
        ts.interp.natives.remove(Loading.class);
        library.completeEarlyModules(ts);
        Capture capture = Capture.of(ts.interp);
        if (capture != null) {
            capture.library(bootstrap, external, ((PyList) ts.interp.sys.get(Imports.PATH_HOOKS)).items[1]);
        }
        return library;
    }

    /** Does what the {@code _install} of both modules did when they were captured. */
    private static void install(ThreadState ts, PyModule bootstrap, PyModule external, PyObject pathHook) {
        ts.interp.modules.put("_frozen_importlib", bootstrap);
        NativeSource.bind(ts, "_imp");
        for (String name : LOADED) {
            NativeSource.bind(ts, name);
        }
        ts.interp.modules.put("_frozen_importlib_external", external);
        for (String name : new String[] {"_io", "marshal", "posix"}) {
            NativeSource.bind(ts, name);
        }
        PyList metaPath = (PyList) ts.interp.sys.get(Imports.META_PATH);
        metaPath.append(bootstrap.dict.get("BuiltinImporter"));
        metaPath.append(bootstrap.dict.get("FrozenImporter"));
        metaPath.append(external.dict.get("PathFinder"));
        ((PyList) ts.interp.sys.get(Imports.PATH_HOOKS)).append(pathHook);
    }

    /** The items of a list that are not among those a program has put there before. */
    private static PyObject[] added(PyList list, PyObject[] given) {
        ArrayList<PyObject> own = new ArrayList<>();
        for (PyObject o : list.toArray()) {
            if (!Arrays.asList(given).contains(o)) {
                own.add(o);
            }
        }
        return own.toArray(new PyObject[0]);
    }

    private static PyModule run(ThreadState ts, String name, String realName, String file) {
        Configuration c = (Configuration) ts.interp.natives.get(Configuration.class);
        PyModule module = new PyModule();
        String path = c.standardLibrary + "/" + file;
        module.dict.put(Imports.NAME, PyStr.interned(name));
        module.dict.put(Imports.PACKAGE, PyStr.EMPTY);
        module.dict.put(Imports.DOC, PySingleton.NONE);
        module.dict.put(Imports.LOADER, PySingleton.NONE);
        module.dict.put(Imports.SPEC, PySingleton.NONE);
        module.dict.put(Imports.BUILTINS, ts.interp.modules.get("builtins"));
        ts.interp.modules.put(name, module);
        CodeObject code = ModuleCode.ofSourceFile(ts, realName, PyStr.of(path));
        Capture capture = Capture.of(ts.interp);
        if (capture != null) {
            capture.runs(PyStr.interned(realName), code);
        }
        Frames.run(ts, code, module.dict, module.dict, null);
        return module;
    }

    /** Gives modules that were loaded before the library their spec and loader. */
    private void completeEarlyModules(ThreadState ts) {
        PyDict modules = ts.interp.modules;
        for (int i = modules.nextEntry(0); i >= 0; i = modules.nextEntry(i + 1)) {
            if (modules.values[i] instanceof PyModule m && m.dict != null && modules.keys[i] instanceof PyStr name
                    && !m.dict.isUntouched()
                    && (m.dict.get(Imports.SPEC) == null || m.dict.get(Imports.SPEC) == PySingleton.NONE)
                    && PathSearch.isBuiltin(name.toString())) {
                PathSearch.setBuiltinSpec(this, m, name);
            }
        }
        for (PyModule own : new PyModule[] {bootstrap, external}) {
            PyObject importer = bootstrap.dict.get("FrozenImporter");
            own.dict.put(Imports.SPEC, spec((PyStr) own.dict.get("__name__"), importer, PyStr.of("frozen"), false));
            own.dict.put(Imports.LOADER, importer);
        }
        PyObject main = modules.get("__main__");
        if (main instanceof PyModule m && m.dict.get(Imports.LOADER) == PySingleton.NONE) {
            m.dict.put(Imports.LOADER, m.dict.get(Imports.FILE) instanceof PyStr file && !file.equalTo(STDIN)
                    ? sourceLoader(PyStr.interned("__main__"), file)
                    : builtinImporter);
        }
    }

    /** The spec of a native module; of those that the library loads itself it says that they are loaded. */
    PyInstance builtinSpec(PyStr name) {
        PyInstance spec = spec(name, builtinImporter, PyStr.of("built-in"), false);
        for (String own : LOADED) {
            if (name.equalTo(own)) {
                spec.setAttribute(SPEC_INITIALIZING, PyBool.FALSE);
            }
        }
        return spec;
    }

    /** A {@code SourceFileLoader(name, path)}, as {@code FileLoader.__init__} makes it. */
    PyInstance sourceLoader(PyStr name, PyStr path) {
        PyInstance loader = new PyInstance(sourceLoaderType);
        loader.setAttribute(ATTRIBUTE_NAME, name);
        loader.setAttribute(LOADER_PATH, path);
        return loader;
    }

    /** A {@code SourcelessFileLoader(name, path)}. */
    public PyObject sourcelessLoader(ThreadState ts, PyStr name, PyStr path) {
        return Calls.call(ts, sourcelessLoaderType, name, path);
    }

    /** A {@code ModuleSpec(name, loader, origin=…, is_package=…)}, as its {@code __init__} makes it. */
    PyInstance spec(PyStr name, PyObject loader, PyObject origin, boolean isPackage) {
        PyInstance spec = new PyInstance(specType);
        spec.setAttribute(ATTRIBUTE_NAME, name);
        spec.setAttribute(SPEC_LOADER, loader);
        spec.setAttribute(SPEC_ORIGIN, origin);
        spec.setAttribute(SPEC_LOADER_STATE, PySingleton.NONE);
        spec.setAttribute(PathSearch.LOCATIONS, isPackage ? new PyList() : PySingleton.NONE);
        spec.setAttribute(SPEC_UNINITIALIZED, new PyList());
        spec.setAttribute(SPEC_HAS_LOCATION, PyBool.FALSE);
        spec.setAttribute(SPEC_CACHED, PySingleton.NONE);
        return spec;
    }

    /** {@code spec.has_location = True; spec.cached = cached}. */
    static void locate(PyInstance spec, PyObject cached) {
        spec.setAttribute(SPEC_HAS_LOCATION, PyBool.TRUE);
        spec.setAttribute(SPEC_CACHED, cached);
    }

    /** The attributes of a namespace package's path. */
    PyObject namespacePath(ThreadState ts, PyStr name, PyList portions) {
        PyObject finder = Attributes.get(ts, external.dict.get("PathFinder"), PyStr.interned("_get_spec"));
        return Calls.call(ts, namespacePathType, name, portions, finder);
    }
}
