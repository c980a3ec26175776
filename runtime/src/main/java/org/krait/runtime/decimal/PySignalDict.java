package org.krait.runtime.decimal;

import org.krait.objects.PyInstance;
import org.krait.objects.PyType;

/** The flags or the traps of a context as a mapping. */
final class PySignalDict extends PyInstance {
    /** Not counted: a context owns its signal dicts. Null for one made by a program. */
    private final PyDecimalContext context;
    private final boolean traps;

    PySignalDict(PyType type, PyDecimalContext context, boolean traps) {
        super(type);
        this.context = context;
        this.traps = traps;
    }

    /** ValueError when it belongs to no context. */
    void check() {
        if (context == null) {
            throw org.krait.objects.Errors.valueError("invalid signal dict");
        }
    }

    int bits() {
        check();
        return traps ? context.traps : context.flags;
    }

    void set(int bits, boolean on) {
        int all = on ? bits() | bits : bits() & ~bits;
        if (traps) {
            SharedContexts.changes(context);
            context.traps = all;
        } else {
            context.flags = all;
        }
    }
}
