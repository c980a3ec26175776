package org.krait.runtime;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.NativeDepth;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyFunction;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;

/** Splitting exception groups, for their methods and for {@code except*}. */
public final class ExceptionGroups {
    /** The field of the message. */
    public static final int MESSAGE = 0;
    /** The field of the tuple of exceptions. */
    public static final int EXCEPTIONS = 1;

    private static final PyStr NOTES = PyStr.interned("__notes__");
    private static final PyStr DERIVE = PyStr.interned("derive");

    private ExceptionGroups() {}

    /** True when it is a group. */
    public static boolean isGroup(PyObject o) {
        return ExceptionTypes.BASE_EXCEPTION_GROUP.isInstance(o);
    }

    /** The exceptions of a group. */
    public static PyTuple exceptions(PyBaseException group) {
        return (PyTuple) group.extra(EXCEPTIONS);
    }

    /** What a matcher says of one exception. */
    private interface Matcher {
        boolean matches(ThreadState ts, PyBaseException e);
    }

    private static Matcher matcher(PyObject value) {
        if (isExceptionType(value) || value instanceof PyTuple tuple && allExceptionTypes(tuple)) {
            return new Matcher() {
                @Override
                public boolean matches(ThreadState ts, PyBaseException e) {
                    return isInstanceOfAny(e, value);
                }
            };
        }
        if (value instanceof PyFunction || !(value instanceof PyType) && value.type.has(Special.CALL)) {
            return new Matcher() {
                @Override
                public boolean matches(ThreadState ts, PyBaseException e) {
                    PyObject answer = Calls.call(ts, value, e);
                    boolean truth = answer.type.slots().truth(ts, answer);
                    Refs.drop(answer);
                    return truth;
                }
            };
        }
        throw Errors.typeError("expected a function, exception type or tuple of exception types");
    }

    private static boolean isExceptionType(PyObject o) {
        return o instanceof PyType t && t.isSubtypeOf(ExceptionTypes.BASE_EXCEPTION);
    }

    private static boolean allExceptionTypes(PyTuple tuple) {
        for (PyObject item : tuple.items) {
            if (!isExceptionType(item)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInstanceOfAny(PyObject e, PyObject types) {
        if (types instanceof PyType t) {
            return t.isInstance(e);
        }
        for (PyObject t : ((PyTuple) types).items) {
            if (((PyType) t).isInstance(e)) {
                return true;
            }
        }
        return false;
    }

    /** The part of {@code e} that matches and, when {@code rest} is wanted, the part that does not; null for none. */
    public static PyBaseException[] split(ThreadState ts, PyBaseException e, PyObject matcherValue, boolean rest) {
        return split(ts, e, matcher(matcherValue), rest);
    }

    private static PyBaseException[] split(ThreadState ts, PyBaseException e, Matcher matcher, boolean rest) {
        if (matcher.matches(ts, e)) {
            return new PyBaseException[] {e, null};
        }
        if (!isGroup(e)) {
            return new PyBaseException[] {null, rest ? e : null};
        }
        ArrayList<PyObject> matched = new ArrayList<>();
        ArrayList<PyObject> others = new ArrayList<>();
        int outer = NativeDepth.enter(ts, " in exceptiongroup_split_recursive");
        try {
            for (PyObject item : exceptions(e).items) {
                PyBaseException[] parts = split(ts, (PyBaseException) item, matcher, rest);
                if (parts[0] != null) {
                    matched.add(parts[0]);
                }
                if (parts[1] != null) {
                    others.add(parts[1]);
                }
            }
        } finally {
            ts.nativeDepth = outer;
        }
        return new PyBaseException[] {subset(ts, e, matched), rest ? subset(ts, e, others) : null};
    }

    /** A group as {@code original} of some exceptions, by its {@code derive()}; null of none. */
    private static PyBaseException subset(ThreadState ts, PyBaseException original, ArrayList<PyObject> items) {
        if (items.isEmpty()) {
            return null;
        }
        PyList list = PyList.of(items.toArray(new PyObject[0]));
        PyObject made = Calls.callMethod(ts, original, DERIVE, list);
        Refs.dropKeeping(list, made);
        if (!isGroup(made)) {
            throw Errors.typeError("derive must return an instance of BaseExceptionGroup");
        }
        PyBaseException group = (PyBaseException) made;
        group.setTraceback(original.traceback());
        group.setContext(original.context());
        group.setCause(original.cause());
        PyObject notes = Attributes.lookup(ts, original, NOTES);
        if (notes instanceof PyList || notes instanceof PyTuple) {
            Attributes.set(ts, group, NOTES, PyList.of(notes instanceof PyList l
                    ? l.toArray() : ((PyTuple) notes).items.clone()));
        }
        return group;
    }

    /**
     * {@code except* types}: what of the exception matches (an exception that is no group is wrapped in one) and what
     * is
     * left; null for nothing.
     */
    public static PyBaseException[] match(ThreadState ts, PyBaseException e, PyObject types) {
        if (isInstanceOfAny(e, types)) {
            if (isGroup(e)) {
                return new PyBaseException[] {e, null};
            }
            PyBaseException group = group(ts, PyTuple.of(e));
            group.setTraceback(e.traceback());
            return new PyBaseException[] {group, null};
        }
        if (isGroup(e)) {
            return split(ts, e, types, true);
        }
        return new PyBaseException[] {null, e};
    }

    /**
     * What an {@code except*} statement raises at its end, out of the exception it caught and the list of what its
     * handlers raised, reraised or left over (None entries are skipped); None when nothing remains. As
     * {@code _PyExc_PrepReraiseStar}.
     */
    public static PyObject prepareReraise(ThreadState ts, PyBaseException original, PyList list) {
        if (list.size() == 0) {
            return PySingleton.NONE;
        }
        if (!isGroup(original)) {
            return list.get(0);
        }
        ArrayList<PyObject> raised = new ArrayList<>();
        ArrayList<PyBaseException> reraised = new ArrayList<>();
        for (PyObject item : list.toArray()) {
            if (item instanceof PyBaseException e) {
                if (isGroup(e) && sameMetadata(e, original)) {
                    reraised.add(e);
                } else {
                    raised.add(e);
                }
            }
        }
        PyBaseException kept = projection(ts, original, reraised);
        if (raised.isEmpty()) {
            return kept == null ? PySingleton.NONE : kept;
        }
        if (kept != null) {
            raised.add(kept);
        }
        if (raised.size() == 1) {
            return raised.get(0);
        }
        return group(ts, PyList.of(raised.toArray(new PyObject[0])));
    }

    /** A group without a message of a list or tuple that is consumed. */
    private static PyBaseException group(ThreadState ts, PyObject exceptions) {
        PyObject made = ExceptionTypes.BASE_EXCEPTION_GROUP.slots().newInstance(ts,
                ExceptionTypes.BASE_EXCEPTION_GROUP, new PyObject[] {PyStr.EMPTY, exceptions}, null);
        Refs.dropKeeping(exceptions, made);
        return (PyBaseException) made;
    }

    private static boolean sameMetadata(PyBaseException a, PyBaseException b) {
        return sameNotes(a.attribute(NOTES), b.attribute(NOTES)) && a.traceback() == b.traceback()
                && a.cause() == b.cause() && a.context() == b.context();
    }

    /** A subset has a copy of the list of notes: the same notes in the same order will do. */
    private static boolean sameNotes(PyObject a, PyObject b) {
        if (a == b) {
            return true;
        }
        if (!(a instanceof PyList x) || !(b instanceof PyList y) || x.size() != y.size()) {
            return false;
        }
        for (int i = 0; i < x.size(); i++) {
            if (x.get(i) != y.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** The part of {@code original} whose leaves are leaves of one of the kept groups. */
    private static PyBaseException projection(ThreadState ts, PyBaseException original,
            ArrayList<PyBaseException> keep) {
        if (keep.isEmpty()) {
            return null;
        }
        IdentityHashMap<PyObject, Boolean> leaves = new IdentityHashMap<>();
        for (PyBaseException group : keep) {
            collect(group, leaves);
        }
        return split(ts, original, new Matcher() {
            @Override
            public boolean matches(ThreadState state, PyBaseException e) {
                return !isGroup(e) && leaves.containsKey(e);
            }
        }, false)[0];
    }

    private static void collect(PyBaseException e, IdentityHashMap<PyObject, Boolean> leaves) {
        if (!isGroup(e)) {
            leaves.put(e, Boolean.TRUE);
            return;
        }
        for (PyObject item : exceptions(e).items) {
            collect((PyBaseException) item, leaves);
        }
    }
}
