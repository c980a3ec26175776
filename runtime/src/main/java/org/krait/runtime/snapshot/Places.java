package org.krait.runtime.snapshot;

import org.krait.objects.PyModule;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.runtime.Configuration;
import org.krait.snapshot.UnitConditions;

/**
 * Where the distribution and its library lie: archives keep paths below them relative, so that the whole can be moved.
 */
final class Places {
    /** Where there, other packages are installed. */
    private static final String PACKAGES = "site-packages/";

    /** The folder of the standard library, with a slash at its end. */
    final String library;
    /** {@code sys.prefix}. */
    final String prefix;

    Places(ThreadState ts) {
        Configuration c = (Configuration) ts.interp.natives.get(Configuration.class);
        library = c.standardLibrary.concat("/");
        prefix = c.prefix;
    }

    /** What follows the library's folder in a path; null for a path that is not below it. */
    String inLibrary(String path) {
        return path.startsWith(library) ? path.substring(library.length()) : null;
    }

    /** Whether a module is one of the standard library's. */
    boolean isOfLibrary(PyModule module) {
        String tail = module.dict.get("__file__") instanceof PyStr file ? inLibrary(file.toString()) : null;
        return tail != null && !tail.startsWith(PACKAGES);
    }

    /** What follows the prefix in a path, beginning with a slash unless empty; null for a path elsewhere. */
    String inPrefix(String path) {
        return prefix.length() > 1 && path.startsWith(prefix)
                && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/')
                        ? path.substring(prefix.length())
                        : null;
    }

    /** Whether a text names the prefix anywhere. */
    boolean isNamedIn(String text) {
        return prefix.length() > 1 && text.contains(prefix);
    }

    /** A path as archives keep it. */
    String keep(String path) {
        String tail = inLibrary(path);
        if (tail != null) {
            return UnitConditions.FileState.LIBRARY + tail;
        }
        tail = inPrefix(path);
        return tail == null ? path : UnitConditions.FileState.PREFIX + tail;
    }

    /** The path that archives keep so. */
    String find(String kept) {
        if (kept.startsWith(UnitConditions.FileState.LIBRARY)) {
            return library + kept.substring(UnitConditions.FileState.LIBRARY.length());
        }
        return kept.startsWith(UnitConditions.FileState.PREFIX)
                ? prefix + kept.substring(UnitConditions.FileState.PREFIX.length())
                : kept;
    }

    /** The {@code repr} of an answer with a mark for the prefix. */
    String keepAnswer(String text) {
        return isNamedIn(text) ? text.replace(prefix, UnitConditions.FileState.PREFIX) : text;
    }
}
