package org.krait.runtime;

import org.krait.objects.Errors;
import org.krait.objects.PyBool;
import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PySet;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;

/** The instructions of the match statement (PEP 634). */
final class Patterns {
    private static final PyStr MATCH_ARGS = PyStr.interned("__match_args__");

    private Patterns() {}

    static PyBool isSequence(PyObject o) {
        return PyBool.of(o.type.hasFlag(PyType.SEQUENCE));
    }

    static PyBool isMapping(PyObject o) {
        return PyBool.of(o.type.hasFlag(PyType.MAPPING));
    }

    /** The values under the keys as a tuple, or None when one is missing. */
    static PyObject keys(ThreadState ts, PyObject subject, PyObject keys) {
        PyObject[] wanted = ((PyTuple) keys).items;
        PyObject get = Attributes.get(ts, subject, "get");
        try {
            return keys(ts, get, wanted);
        } finally {
            Refs.drop(get);
        }
    }

    private static PyObject keys(ThreadState ts, PyObject get, PyObject[] wanted) {
        PyObject dummy = new PyInstance(PyType.OBJECT);
        PySet seen = new PySet();
        PyObject[] values = new PyObject[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            if (!seen.add(ts, wanted[i])) {
                throw Errors.valueError("mapping pattern checks duplicate key (" + Texts.repr(ts, wanted[i]) + ")");
            }
            PyObject value = Calls.call(ts, get, wanted[i], dummy);
            if (value == dummy) {
                return PySingleton.NONE;
            }
            values[i] = value;
        }
        return PyTuple.of(values);
    }

    /** The attributes of a class pattern as a tuple, or None when it does not match. */
    static PyObject ofClass(ThreadState ts, PyObject subject, PyObject cls, int positional, PyObject names) {
        if (!(cls instanceof PyType type)) {
            throw Errors.typeError("called match pattern must be a class");
        }
        if (!TypeChecks.isInstance(ts, subject, cls)) {
            return PySingleton.NONE;
        }
        PyObject[] keywords = ((PyTuple) names).items;
        PyObject[] found = new PyObject[positional + keywords.length];
        PySet seen = new PySet();
        if (positional > 0 && !positional(ts, subject, type, positional, found, seen)) {
            return PySingleton.NONE;
        }
        for (int i = 0; i < keywords.length; i++) {
            found[positional + i] = attribute(ts, subject, type, keywords[i], seen);
            if (found[positional + i] == null) {
                return PySingleton.NONE;
            }
        }
        return PyTuple.of(found);
    }

    private static boolean positional(ThreadState ts, PyObject subject, PyType type, int count, PyObject[] found,
            PySet seen) {
        PyObject matchArgs = Attributes.lookup(ts, type, MATCH_ARGS);
        boolean self = false;
        PyObject[] names = {};
        if (matchArgs != null) {
            if (matchArgs.getClass() != PyTuple.class) {
                throw Errors.typeError(type.name() + ".__match_args__ must be a tuple (got " + matchArgs.type.name()
                        + ")");
            }
            names = ((PyTuple) matchArgs).items;
        } else {
            self = type.hasFlag(PyType.MATCH_SELF);
        }
        int allowed = self ? 1 : names.length;
        if (allowed < count) {
            throw Errors.typeError(type.name() + "() accepts " + allowed + " positional sub-pattern"
                    + (allowed == 1 ? "" : "s") + " (" + count + " given)");
        }
        if (self) {
            found[0] = subject;
            return true;
        }
        for (int i = 0; i < count; i++) {
            if (!(names[i] instanceof PyStr)) {
                throw Errors.typeError(
                        "__match_args__ elements must be strings (got " + names[i].type.name() + ")");
            }
            found[i] = attribute(ts, subject, type, names[i], seen);
            if (found[i] == null) {
                return false;
            }
        }
        return true;
    }

    private static PyObject attribute(ThreadState ts, PyObject subject, PyType type, PyObject name, PySet seen) {
        if (!seen.add(ts, name)) {
            throw Errors.typeError(type.name() + "() got multiple sub-patterns for attribute "
                    + Texts.repr(ts, name));
        }
        return Attributes.lookup(ts, subject, (PyStr) name);
    }
}
