package org.krait.runtime;

import org.krait.objects.PyDict;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;

/** Where a global or builtin name was found last. */
public final class GlobalCache {
    /** The entry of the globals; -1 when they did not have the name. */
    private final int entry;
    /** The globals without the name, and their version then. */
    private final PyDict globals;
    private final int globalsVersion;
    private final int builtinsEntry;

    /** A name found in the globals. */
    GlobalCache(int entry) {
        this.entry = entry;
        globals = null;
        globalsVersion = 0;
        builtinsEntry = -1;
    }

    /** A name found in the builtins because the globals lack it. */
    GlobalCache(PyDict globals, int builtinsEntry) {
        entry = -1;
        this.globals = globals;
        globalsVersion = globals.keysVersion;
        this.builtinsEntry = builtinsEntry;
    }

    /** The value; null when it has to be looked up again. */
    public PyObject get(PyDict frameGlobals, PyDict builtins, PyStr name) {
        PyDict dict = frameGlobals;
        int i = entry;
        if (i < 0) {
            if (dict != globals || dict.keysVersion != globalsVersion) {
                return null;
            }
            dict = builtins;
            i = builtinsEntry;
        }
        PyObject[] keys = dict.keys;
        return i < keys.length && keys[i] == name ? dict.values[i] : null;
    }
}
