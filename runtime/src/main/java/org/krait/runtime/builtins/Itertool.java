package org.krait.runtime.builtins;

import java.util.function.IntUnaryOperator;
import org.krait.objects.Arguments;
import org.krait.objects.Attributes;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyInstance;
import org.krait.objects.PyInt;
import org.krait.objects.PyIterator;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.runtime.Warnings;
import org.krait.runtime.snapshot.Capture;

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

    /** Each method that pickling and copying need says that itertools will lose them, unless archives need it. */
    static void warnOfPickling(ThreadState ts) {
        if (Capture.isAtWork(ts) || ts.undisturbed > 0) {
            return;
        }
        Warnings.warn(ts, ExceptionTypes.DEPRECATION_WARNING,
                "Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.");
    }

    /** A state of so many items; TypeError when it is none. */
    static PyTuple state(PyObject state, int least, int most) {
        if (!(state instanceof PyTuple t)) {
            throw Errors.typeError("state is not a tuple");
        }
        if (t.size() < least || t.size() > most) {
            int bound = t.size() < least ? least : most;
            throw Errors.typeError("function takes " + (least == most ? "exactly " : bound == least ? "at least "
                    : "at most ") + bound + (bound == 1 ? " argument (" : " arguments (") + t.size() + " given)");
        }
        return t;
    }

    /** Positions as a tuple of ints. */
    static PyTuple positions(int... indices) {
        PyObject[] items = new PyObject[indices.length];
        for (int i = 0; i < items.length; i++) {
            items[i] = PyInt.of(indices[i]);
        }
        return PyTuple.of(items);
    }

    /** Positions out of a state, each put between its bounds; ValueError when they are not as many. */
    static void readPositions(ThreadState ts, PyObject state, int[] indices, IntUnaryOperator least,
            IntUnaryOperator most) {
        if (!(state instanceof PyTuple given) || given.size() != indices.length) {
            throw Errors.valueError("invalid arguments");
        }
        for (int i = 0; i < indices.length; i++) {
            long index = Arguments.toLong(ts, given.item(i));
            indices[i] = (int) Math.max(least.applyAsInt(i), Math.min(index, most.applyAsInt(i)));
        }
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
