package org.krait.runtime.imports;

import java.io.File;
import java.util.Set;
import org.krait.objects.PyDict;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;

/**
 * Where {@code sys.path} has top-level modules at one moment: each folder is looked at once, however many modules are
 * asked for.
 */
final class TopLevelSearch {
    private static final String SOURCE = ".py";
    private static final String COMPILED = ".pyc";
    private static final String PACKAGE = "/__init__.py";
    private static final String COMPILED_PACKAGE = "/__init__.pyc";

    /** The folders that modules are looked for in; null for an entry that others than FileFinder look at. */
    private final Folder[] folders;
    /** By folder that was looked at, the names of the files in it; null for any: a zip file. */
    private final Set<String>[] names;
    private final boolean[] looked;
    private final String library;

    /** Reads the entries of {@code sys.path}; what it is when that is no list is not known. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    TopLevelSearch(ThreadState ts) {
        PyObject path = ts.interp.sys.get(Imports.SYS_PATH);
        PyDict finders = ts.interp.sys.get(Imports.IMPORTER_CACHE) instanceof PyDict d ? d : null;
        ImportLibrary importer = ImportLibrary.of(ts);
        library = importer.folder;
        PathSearch search = PathSearch.of(ts.interp);
        Folder[] found = new Folder[path instanceof PyList l && finders != null ? l.size : 1];
        int n = 0;
        if (path instanceof PyList entries && finders != null) {
            for (int i = 0; i < entries.size; i++) {
                if (entries.items[i] instanceof PyStr entry) {
                    PyObject finder = finders.get(entry);
                    if (finder == null || finder.type == importer.fileFinderType) {
                        found[n++] = search.folder(entry, library);
                    } else if (finder != PySingleton.NONE) {
                        found[n++] = null;
                    }
                }
            }
        } else {
            n = 1;
        }
        folders = n == found.length ? found : java.util.Arrays.copyOf(found, n);
        names = new Set[n];
        looked = new boolean[n];
    }

    /** Whether the search for a module would find its source at a path. */
    boolean findsAt(String name, String path) {
        if (PathSearch.isFrozen(name)) {
            return path.startsWith(library);
        }
        int end = path.length() - (path.endsWith(PACKAGE) ? PACKAGE.length() : SOURCE.length());
        for (int i = 0; i < folders.length; i++) {
            if (folders[i] == null) {
                return false;
            }
            String folder = folders[i].path;
            int length = folder.length();
            if (length + 1 + name.length() == end && path.startsWith(folder) && path.startsWith(name, length + 1)) {
                return true;
            }
            if (mayHave(i, name) && !isPortion(i, name)) {
                return false;
            }
        }
        return false;
    }

    /** Whether all that a folder has of a name is no module by itself: a part of a namespace package at most. */
    private boolean isPortion(int i, String name) {
        String path = folders[i].path + "/" + name;
        return names[i] != null && !names[i].contains(name.concat(SOURCE)) && !names[i].contains(name.concat(COMPILED))
                && !new File(path.concat(PACKAGE)).exists() && !new File(path.concat(COMPILED_PACKAGE)).exists();
    }

    /** Whether there may be a module of a name. */
    boolean finds(String name) {
        for (int i = 0; i < folders.length; i++) {
            if (folders[i] == null || mayHave(i, name)) {
                return true;
            }
        }
        return false;
    }

    private boolean mayHave(int i, String name) {
        if (folders[i].isOfLibrary) {
            // Few ask for what it does not have, and it is large.
            String path = folders[i].path + "/" + name;
            return new File(path).exists() || new File(path.concat(SOURCE)).exists()
                    || new File(path.concat(COMPILED)).exists();
        }
        if (!looked[i]) {
            looked[i] = true;
            Set<String> found = folders[i].names();
            names[i] = found != null || PathSearch.leadsIntoFile(folders[i].path) ? found : Set.of();
        }
        Set<String> inside = names[i];
        return inside == null || inside.contains(name) || inside.contains(name.concat(SOURCE))
                || inside.contains(name.concat(COMPILED));
    }
}
