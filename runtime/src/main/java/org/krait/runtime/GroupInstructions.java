package org.krait.runtime;

import java.util.IdentityHashMap;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyException;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;

/** The instructions of {@code except*}: splitting a group and putting together what is raised on (PEP 654). */
final class GroupInstructions {
    private static final PyStr NOTES = PyStr.interned("__notes__");

    private GroupInstructions() {}

    static boolean isGroup(PyObject o) {
        return ExceptionTypes.BASE_EXCEPTION_GROUP.isInstance(o);
    }

    /** Puts the rest and the match of an exception into two registers; None for none. */
    static void match(ThreadState ts, PyObject exception, PyObject classes, PyObject[] r, int base) {
        check(classes);
        r[base] = PySingleton.NONE;
        r[base + 1] = PySingleton.NONE;
        if (exception == PySingleton.NONE) {
            return;
        }
        if (Raising.isMatch(exception, classes)) {
            PyObject match = exception;
            if (!isGroup(exception)) {
                match = group(ts, PyTuple.of(exception));
            }
            r[base + 1] = match;
        } else if (isGroup(exception)) {
            split(ts, exception, classes, r, base);
        } else {
            r[base] = exception;
        }
    }

    private static void split(ThreadState ts, PyObject group, PyObject classes, PyObject[] r, int base) {
        PyObject pair = Calls.callMethod(ts, group, "split", classes);
        if (!(pair instanceof PyTuple tuple)) {
            throw Errors.typeError(group.type.name() + ".split must return a tuple, not " + pair.type.name());
        }
        if (tuple.size() < 2) {
            throw Errors.typeError(group.type.name() + ".split must return a 2-tuple, got tuple of size "
                    + tuple.size());
        }
        Iteration.unpack(ts, PyTuple.of(tuple.item(1), tuple.item(0)), r, base, 2);
        Refs.incRef(r[base]);
        Refs.incRef(r[base + 1]);
        Refs.drop(pair);
        Refs.release(r[base]);
        Refs.release(r[base + 1]);
    }

    private static void check(PyObject classes) {
        if (classes instanceof PyTuple tuple) {
            for (PyObject item : tuple.items) {
                checkOne(item);
            }
        } else {
            checkOne(classes);
        }
    }

    private static void checkOne(PyObject item) {
        if (!Raising.isExceptionClass(item)) {
            throw Errors.typeError("catching classes that do not inherit from BaseException is not allowed");
        }
        if (((PyType) item).isSubtypeOf(ExceptionTypes.BASE_EXCEPTION_GROUP)) {
            throw Errors.typeError(
                    "catching ExceptionGroup with except* is not allowed. Use except instead.");
        }
    }

    private static PyObject group(ThreadState ts, PyObject exceptions) {
        return Calls.call(ts, ExceptionTypes.BASE_EXCEPTION_GROUP, PyStr.EMPTY, exceptions);
    }

    /** What is raised on after all except* clauses: out of the original and the list of what they raised. */
    static PyObject prepareReraise(ThreadState ts, PyObject original, PyObject list) {
        PyList raisedOrNot = (PyList) list;
        if (raisedOrNot.size() == 0) {
            return PySingleton.NONE;
        }
        if (!isGroup(original)) {
            return raisedOrNot.get(0);
        }
        PyList raised = new PyList();
        IdentityHashMap<PyObject, Boolean> kept = new IdentityHashMap<>();
        for (int i = 0; i < raisedOrNot.size(); i++) {
            PyObject e = raisedOrNot.get(i);
            if (e == PySingleton.NONE) {
                continue;
            }
            if (sameMetadata(ts, (PyBaseException) e, (PyBaseException) original)) {
                collectLeaves(ts, e, kept);
            } else {
                raised.append(e);
            }
        }
        PyObject remaining = project(ts, original, kept);
        if (raised.size() == 0) {
            return remaining;
        }
        if (remaining != PySingleton.NONE) {
            raised.append(remaining);
        }
        PyObject result = raised.size() > 1 ? group(ts, raised) : raised.get(0);
        Refs.dropKeeping(raised, result);
        return result;
    }

    private static boolean sameMetadata(ThreadState ts, PyBaseException a, PyBaseException b) {
        return isGroup(a) && a.traceback() == b.traceback() && a.cause() == b.cause() && a.context() == b.context()
                && a.attribute(NOTES) == b.attribute(NOTES);
    }

    private static PyObject[] exceptions(ThreadState ts, PyObject group) {
        return ((PyTuple) Attributes.get(ts, group, "exceptions")).items;
    }

    private static void collectLeaves(ThreadState ts, PyObject e, IdentityHashMap<PyObject, Boolean> leaves) {
        if (!isGroup(e)) {
            leaves.put(e, true);
            return;
        }
        for (PyObject inner : exceptions(ts, e)) {
            collectLeaves(ts, inner, leaves);
        }
    }

    /** The part of a group that has these leaves, in the same shape; None when there is none. */
    private static PyObject project(ThreadState ts, PyObject e, IdentityHashMap<PyObject, Boolean> leaves) {
        if (!isGroup(e)) {
            return leaves.containsKey(e) ? e : PySingleton.NONE;
        }
        if (leaves.isEmpty()) {
            return PySingleton.NONE;
        }
        PyList parts = new PyList();
        for (PyObject inner : exceptions(ts, e)) {
            PyObject part = project(ts, inner, leaves);
            if (part != PySingleton.NONE) {
                parts.append(part);
            }
        }
        if (parts.size() == 0) {
            return PySingleton.NONE;
        }
        PyObject made = Calls.callMethod(ts, e, "derive", parts);
        if (!(made instanceof PyBaseException result) || !isGroup(made)) {
            throw notGroup();
        }
        PyBaseException original = (PyBaseException) e;
        result.setTraceback(original.traceback());
        result.setContext(original.context());
        result.setCause(original.cause());
        PyObject notes = original.attribute(NOTES);
        if (notes != null) {
            result.setAttribute(NOTES, notes instanceof PyList l ? PyList.copyOf(l.items, 0, l.size) : notes);
        }
        return result;
    }

    private static PyException notGroup() {
        return Errors.typeError("derive must return an instance of BaseExceptionGroup");
    }
}
