package org.krait.runtime.imports;

import java.io.File;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import org.krait.objects.BuiltinTable;
import org.krait.objects.Errors;
import org.krait.objects.Interp;
import org.krait.objects.PyBool;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyInstance;
import org.krait.objects.PyList;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.runtime.snapshot.Capture;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Frames;
import org.krait.runtime.Iteration;
import org.krait.runtime.Tracing;
import org.krait.runtime.builtins.BuiltinModules;
import org.krait.runtime.posix.WorkingDirectory;

/**
 * Finds and loads modules as BuiltinImporter, PathFinder and FileFinder would, without running them. What it does not
 * know (zip files, foreign entries of the importer cache) it leaves to the library's finders.
 */
final class PathSearch {
    private static final PyStr INITIALIZING = PyStr.interned("_initializing");
    private static final PyStr ORIGIN = PyStr.interned("origin");
    static final PyStr LOCATIONS = PyStr.interned("submodule_search_locations");

    /** The folders seen so far, by absolute path. */
    private final HashMap<String, Folder> folders = new HashMap<>();
    /** The folders of the entries of paths that are absolute. */
    private final IdentityHashMap<PyStr, Folder> entries = new IdentityHashMap<>();

    private PathSearch() {}

    static PathSearch of(Interp interp) {
        PathSearch search = (PathSearch) interp.natives.get(PathSearch.class);
        if (search == null) {
            search = new PathSearch();
            interp.natives.put(PathSearch.class, search);
        }
        return search;
    }

    /** Forgets the folders: {@code importlib.invalidate_caches()}. */
    static void invalidate(Interp interp) {
        PathSearch search = of(interp);
        search.folders.clear();
        search.entries.clear();
    }

    static boolean isBuiltin(String name) {
        return BuiltinModules.isBuiltin(name);
    }

    /** Finds, makes and executes a module that is not in sys.modules; null when there is none. */
    static PyObject find(ThreadState ts, PyStr name, String text, PyObject path) {
        if (path == null && isBuiltin(text)) {
            return loadBuiltin(ts, text);
        }
        if (ImportLibrary.isLoading(ts.interp)) {
            return null;
        }
        ImportLibrary library = ImportLibrary.of(ts);
        if (text.startsWith("_frozen_importlib")) {
            PyObject own = ts.interp.modules.get(name);
            if (own != null) {
                return own;
            }
        }
        if (name.latin1 == null && hasSurrogates(name)) {
            // A file's name that is no text.
            return findByProtocol(ts, library, name, path);
        }
        PyObject entries = path == null ? ts.interp.sys.get(Imports.SYS_PATH) : path;
        if (entries == null) {
            return null;
        }
        PyObject[] items = path == null && isFrozen(text)
                ? new PyObject[] {PyStr.of(library.folder)}
                : entries instanceof PyList l ? l.toArray() : Iteration.toList(ts, entries).toArray();
        PathSearch search = of(ts.interp);
        Archives archives = Archives.of(ts);
        if (!(ts.interp.sys.get(Imports.IMPORTER_CACHE) instanceof PyDict cache)) {
            return findByProtocol(ts, library, name, path);
        }
        String tail = text.substring(text.lastIndexOf('.') + 1);
        String source = tail.concat(".py");
        String compiled = tail.concat(".pyc");
        PyList portions = null;
        for (PyObject entry : items) {
            if (!(entry instanceof PyStr entryName)) {
                continue;
            }
            PyObject finder = cache.get(entryName);
            if (finder == PySingleton.NONE) {
                continue;
            }
            if (finder != null && finder.type != library.fileFinderType) {
                return findByProtocol(ts, library, name, path);
            }
            Folder folder = search.folder(entryName, library.folder);
            if (folder.isOfLibrary && archives.findInLibrary(ts, text, folder.path, tail)) {
                String file = archives.foundPath();
                return loadSource(ts, library, name, file, archives.foundPackage()
                        ? file.substring(0, file.lastIndexOf('/'))
                        : null);
            }
            HashSet<String> names = folder.names();
            if (names == null) {
                if (finder == null) {
                    if (leadsIntoFile(folder.path)) {
                        return findByProtocol(ts, library, name, path);
                    }
                    // As PathFinder: no hook took the entry, and until invalidate_caches() it is not looked at again.
                    if (entryName.length() > 0) {
                        cache.put(entryName, PySingleton.NONE);
                    }
                }
                continue;
            }
            boolean hasFolder = names.contains(tail);
            String base = folder.path.endsWith("/") ? folder.path + tail : folder.path + "/" + tail;
            if (hasFolder) {
                HashSet<String> inside = search.folder(base).names();
                if (inside != null && inside.contains("__init__.py")) {
                    return loadSource(ts, library, name, base + "/__init__.py", base);
                }
                if (inside != null && inside.contains("__init__.pyc")) {
                    return loadByLoader(ts, library, library.sourcelessLoaderType, name, base + "/__init__.pyc", base);
                }
            }
            if (names.contains(source) && new File(base + ".py").isFile()) {
                return loadSource(ts, library, name, base + ".py", null);
            }
            if (names.contains(compiled) && new File(base + ".pyc").isFile()) {
                return loadByLoader(ts, library, library.sourcelessLoaderType, name, base + ".pyc", null);
            }
            if (hasFolder && search.folder(base).names() != null) {
                portions = portions == null ? new PyList() : portions;
                portions.append(PyStr.of(base));
            }
        }
        return portions == null ? null : loadNamespace(ts, library, name, portions);
    }

    /**
     * True for the modules that CPython has frozen: found before any folder of {@code sys.path}, whatever is in these.
     */
    static boolean isFrozen(String name) {
        return switch (name) {
            case "abc", "codecs", "io", "os", "posixpath", "genericpath", "ntpath", "stat", "site", "runpy",
                "zipimport", "_collections_abc", "_sitebuiltins", "__hello__", "__phello__" -> true;
            default -> false;
        };
    }

    /** True for a file and for a path below one: in a zip file. */
    static boolean leadsIntoFile(String path) {
        File file = new File(path);
        while (file != null && !file.exists()) {
            file = file.getParentFile();
        }
        return file != null && file.isFile();
    }

    /** The folder that an entry of a path stands for. */
    Folder folder(PyStr entry, String library) {
        Folder folder = entries.get(entry);
        if (folder == null) {
            String text = entry.toString();
            folder = folder(WorkingDirectory.absolute(text));
            folder.isOfLibrary = folder.path.startsWith(library);
            if (text.startsWith("/")) {
                entries.put(entry, folder);
            }
        }
        return folder;
    }

    private Folder folder(String path) {
        Folder folder = folders.get(path);
        if (folder == null) {
            folder = new Folder(path);
            folders.put(path, folder);
        }
        return folder;
    }

    private static boolean hasSurrogates(PyStr name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.at(i) >= 0xd800 && name.at(i) < 0xe000) {
                return true;
            }
        }
        return false;
    }

    private static PyObject findByProtocol(ThreadState ts, ImportLibrary library, PyStr name, PyObject path) {
        PyObject finder = library.external.dict.get("PathFinder");
        PyObject spec = Calls.callMethod(ts, finder, PyStr.interned("find_spec"), name,
                path == null ? PySingleton.NONE : path, PySingleton.NONE);
        if (spec == PySingleton.NONE) {
            return null;
        }
        return Calls.call(ts, library.bootstrap.dict.get("_load"), spec);
    }

    /** Makes a native module and puts it into sys.modules. */
    static PyObject loadBuiltin(ThreadState ts, String name) {
        PyObject known = ts.interp.modules.get(name);
        if (known != null) {
            return known;
        }
        PyModule module = new PyModule();
        PyModule first = ts.interp.nativeModules.get(name);
        if (first == null || Refs.isDestroyed(first)) {
            ts.interp.nativeModules.put(name, module);
        }
        fillBuiltin(ts, name, module, true);
        Capture capture = Capture.of(ts.interp);
        if (capture != null) {
            capture.madeNative(name, module);
        }
        return module;
    }

    static void fillBuiltin(ThreadState ts, String name, PyModule module, boolean isNew) {
        PyStr pyName = PyStr.interned(name);
        PyDict d = module.dict;
        ImportTimes times = ImportTimes.enter(ts.interp, ImportTimes.EXECUTE);
        if (times != null && isNew) {
            times.from(ImportTimes.BUILTIN);
        }
        Capture capture = Capture.of(ts.interp);
        if (capture != null) {
            capture.fills(true);
        }
        try {
            BuiltinTable table = SourceCompiler.of(ts.interp).nativeModule(name);
            if (table == null) {
                table = BuiltinModules.table(name);
            }
            d.put(Imports.NAME, pyName);
            d.put(Imports.DOC, table.doc() == null ? PySingleton.NONE : PyStr.of(table.doc()));
            d.put(Imports.PACKAGE, PyStr.EMPTY);
            d.put(Imports.LOADER, PySingleton.NONE);
            d.put(Imports.SPEC, PySingleton.NONE);
            table.fill(d, null);
            if (isNew) {
                bind(ts, Capture.of(ts.interp), pyName, module);
            }
            table.initialize(ts, module);
        } finally {
            if (capture != null) {
                capture.fills(false);
            }
            if (times != null) {
                times.leave();
            }
        }
        ImportLibrary library = ImportLibrary.peek(ts.interp);
        if (library != null) {
            setBuiltinSpec(library, module, pyName);
        }
    }

    static void setBuiltinSpec(ImportLibrary library, PyModule module, PyStr name) {
        module.dict.put(Imports.SPEC, library.builtinSpec(name));
        module.dict.put(Imports.LOADER, library.builtinImporter);
    }

    private static PyObject loadSource(ThreadState ts, ImportLibrary library, PyStr name, String path,
            String packageFolder) {
        if (ts.interp.auditHooks == null && !isTraced(ts) && !Imports.isReplaced(ts.interp)
                && !Archives.of(ts).isEmpty()) {
            ImportTimes times = ImportTimes.enter(ts.interp, ImportTimes.READ);
            try {
                PyObject restored = Archives.of(ts).restore(ts, name.toString(), path);
                if (restored != null) {
                    return restored;
                }
            } finally {
                if (times != null) {
                    times.leave();
                }
            }
        }
        PyStr file = PyStr.of(path);
        PyObject loader = library.sourceLoader(name, file);
        PyModule module = make(ts, library, name, loader, file, packageFolder,
                PyStr.of(ModuleCode.cachePath(ts, path)));
        return execute(ts, name, module, file);
    }

    /** True when something can tell an executed module from a restored one; audits of counts are for both. */
    static boolean isTraced(ThreadState ts) {
        return ts.tracing != 0 && Tracing.isProgrammed(ts);
    }

    private static PyModule make(ThreadState ts, ImportLibrary library, PyStr name, PyObject loader, PyStr file,
            String packageFolder, PyStr cached) {
        PyInstance spec = library.spec(name, loader, file, packageFolder != null);
        PyModule module = new PyModule();
        PyDict d = module.dict;
        d.put(Imports.NAME, name);
        d.put(Imports.DOC, PySingleton.NONE);
        String text = name.toString();
        int dot = text.lastIndexOf('.');
        d.put(Imports.PACKAGE, packageFolder != null
                ? name
                : dot < 0 ? PyStr.EMPTY : PyStr.interned(text.substring(0, dot)));
        d.put(Imports.LOADER, loader);
        d.put(Imports.SPEC, spec);
        if (packageFolder != null) {
            PyList locations = PyList.of(PyStr.of(packageFolder));
            spec.setAttribute(LOCATIONS, locations);
            d.put(Imports.PATH, locations);
        }
        ImportLibrary.locate(spec, cached);
        d.put(Imports.FILE, file);
        d.put(Imports.CACHED, cached);
        return module;
    }

    private static PyObject execute(ThreadState ts, PyStr name, PyModule module, PyStr file) {
        PyObject spec = module.dict.get(Imports.SPEC);
        Attributes.set(ts, spec, INITIALIZING, PyBool.TRUE);
        Capture capture = Capture.of(ts.interp);
        bind(ts, capture, name, module);
        // Its own code may replace it.
        Refs.incRef(module);
        if (capture != null) {
            capture.begin(name.toString(), module);
        }
        try {
            CodeObject code = code(ts, capture, name, file);
            module.dict.put(Imports.BUILTINS, ts.interp.builtins);
            ImportTimes times = ImportTimes.enter(ts.interp, ImportTimes.EXECUTE);
            try {
                Frames.run(ts, code, module.dict, module.dict, null);
            } finally {
                if (times != null) {
                    times.leave();
                }
            }
        } catch (PyException e) {
            bind(ts, capture, name, null);
            if (capture != null) {
                capture.failed();
            }
            throw e;
        } finally {
            Attributes.set(ts, spec, INITIALIZING, PyBool.FALSE);
            Refs.decRef(module);
        }
        if (capture != null) {
            capture.ended();
        }
        PyObject loaded = ts.interp.modules.get(name);
        if (loaded == null) {
            throw Errors.keyError(name);
        }
        return loaded;
    }

    /** The code of a module; what compiling it warns of is the compiler's doing, once for all processes. */
    private static CodeObject code(ThreadState ts, Capture capture, PyStr name, PyStr file) {
        if (capture == null) {
            return ModuleCode.ofSourceFile(ts, name.toString(), file);
        }
        capture.silence(true);
        try {
            CodeObject code = ModuleCode.ofSourceFile(ts, name.toString(), file);
            capture.runs(name, code);
            return code;
        } finally {
            capture.silence(false);
        }
    }

    /** Puts a module into sys.modules, or out of it for null, which is no change of the module that imports it. */
    private static void bind(ThreadState ts, Capture capture, PyStr name, PyModule module) {
        if (capture != null) {
            capture.silence(true);
        }
        if (module == null) {
            ts.interp.modules.remove(name);
        } else {
            ts.interp.modules.put(name, module);
        }
        if (capture != null) {
            capture.silence(false);
        }
    }

    /** Loads with one of the library's loaders. */
    private static PyObject loadByLoader(ThreadState ts, ImportLibrary library, PyObject loaderType, PyStr name,
            String path, String packageFolder) {
        PyStr file = PyStr.of(path);
        PyObject loader = Calls.call(ts, loaderType, name, file);
        PyInstance spec = library.spec(name, loader, file, packageFolder != null);
        if (packageFolder != null) {
            spec.setAttribute(LOCATIONS, PyList.of(PyStr.of(packageFolder)));
        }
        ImportLibrary.locate(spec, PySingleton.NONE);
        return Calls.call(ts, library.bootstrap.dict.get("_load"), spec);
    }

    private static PyObject loadNamespace(ThreadState ts, ImportLibrary library, PyStr name, PyList portions) {
        PyInstance spec = library.spec(name, PySingleton.NONE, PySingleton.NONE, true);
        spec.setAttribute(ORIGIN, PySingleton.NONE);
        spec.setAttribute(LOCATIONS, library.namespacePath(ts, name, portions));
        return Calls.call(ts, library.bootstrap.dict.get("_load"), spec);
    }
}
