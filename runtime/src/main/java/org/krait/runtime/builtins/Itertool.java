package org.krait.runtime.builtins;

import org.krait.objects.Attributes;
import org.krait.objects.Errors;
import org.krait.objects.PyInstance;
import org.krait.objects.PyIterator;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.Special;

/** An iterator of {@code itertools}: can be subclassed, so that instances of subclasses have attributes. */
abstract class Itertool extends PyIterator {
    private final PyInstance attributes;

    Itertool(PyType type) {
        super(type);
        attributes = type.isHeapType() ? new Attributes(type, this) : null;
    }

    @Override
    public final PyInstance attributes() {
        return attributes;
    }

    /** Refuses keyword arguments, unless a subclass may take them in its {@code __init__}. */
    static void noKeywords(PyType type, PyType base, PyStr[] keywords, String name) {
        if (keywords != null && keywords.length > 0
                && (type == base || type.special(Special.INIT) == base.special(Special.INIT))) {
            throw Errors.typeError(name + "() takes no keyword arguments");
        }
    }

    /** Checks the number of positional arguments. */
    static void count(PyObject[] args, PyStr[] keywords, String name, int least, int most) {
        int given = positional(args, keywords);
        if (given < least || given > most) {
            int bound = given < least ? least : most;
            String how = least == most ? "" : given < least ? "at least " : "at most ";
            throw Errors.typeError(
                    name + " expected " + how + bound + " argument" + (bound == 1 ? "" : "s") + ", got " + given);
        }
    }

    static int positional(PyObject[] args, PyStr[] keywords) {
        return args.length - (keywords == null ? 0 : keywords.length);
    }

    /** Drops a counted reference that may be null. */
    static PyObject dropped(PyObject reference) {
        Refs.xdecRef(reference);
        return null;
    }

    static void visit(Visitor visitor, PyObject reference) {
        if (reference != null) {
            visitor.visit(reference);
        }
    }
}
