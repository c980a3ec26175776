package org.krait.runtime.imports;

import java.io.File;
import java.util.HashSet;

/** A folder in which modules are looked for, with the names that are in it. */
final class Folder {
    /** How old a modification time must be before the names of that moment are trusted: clocks of files are coarse. */
    private static final long SETTLED_MILLIS = 2000;

    /** Absolute. */
    final String path;
    /** True for the standard library and what is below it. */
    boolean isOfLibrary;
    private final File file;
    private HashSet<String> names;
    /** The modification time at which the names were read. */
    private long modified;

    Folder(String path) {
        this.path = path;
        file = new File(path);
    }

    /** The names of the files and folders inside; null when there is no such folder. */
    HashSet<String> names() {
        long now = file.lastModified();
        if (now == 0) {
            return null;
        }
        if (names != null && modified == now && System.currentTimeMillis() - now > SETTLED_MILLIS) {
            return names;
        }
        String[] list = file.list();
        if (list == null) {
            return null;
        }
        HashSet<String> found = new HashSet<>(list.length * 2);
        for (String name : list) {
            found.add(name);
        }
        names = found;
        modified = now;
        return found;
    }
}
