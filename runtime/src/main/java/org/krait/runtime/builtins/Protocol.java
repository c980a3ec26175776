package org.krait.runtime.builtins;

import java.math.BigInteger;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyComplex;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyIterator;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.runtime.Calls;
import org.krait.runtime.Iteration;
import org.krait.runtime.Texts;

/** What native code asks of any object: iteration, indices, text, calls. */
public final class Protocol {
    private static final PyObject[] NO_ARGUMENTS = {};

    private Protocol() {}

    /** {@code iter(o)}. */
    public static PyObject iter(ThreadState ts, PyObject o) {
        return Iteration.iter(ts, o);
    }

    /** The next item of an iterator, or null at its end. */
    public static PyObject next(ThreadState ts, PyObject iterator) {
        if (iterator instanceof PyIterator fast) {
            return fast.next(ts);
        }
        try {
            return iterator.type.slots().next(ts, iterator);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.STOP_ITERATION)) {
                e.swallow();
                return null;
            }
            throw e;
        }
    }

    /** The items of any iterable; the array is new unless it is a tuple's. Uncounted: hold them when needed. */
    public static PyObject[] items(ThreadState ts, PyObject iterable) {
        if (iterable.getClass() == PyList.class && iterable.type == PyList.TYPE) {
            return ((PyList) iterable).toArray();
        }
        if (iterable.getClass() == PyTuple.class) {
            return ((PyTuple) iterable).items;
        }
        PyList made = list(ts, iterable);
        PyObject[] items = made.toArray();
        made.size = 0;
        for (PyObject item : items) {
            Refs.release(item);
        }
        return items;
    }

    /** A new list of the items of any iterable. */
    public static PyList list(ThreadState ts, PyObject iterable) {
        PyList made = new PyList();
        try {
            extend(ts, made, iterable);
        } catch (PyException e) {
            Refs.drop(made);
            throw e;
        }
        return made;
    }

    /** Appends the items of any iterable. */
    public static void extend(ThreadState ts, PyList list, PyObject iterable) {
        if (iterable instanceof PyList other && other.type == PyList.TYPE) {
            list.appendAll(other.items, 0, other.size);
            return;
        }
        if (iterable.getClass() == PyTuple.class) {
            PyObject[] items = ((PyTuple) iterable).items;
            list.appendAll(items, 0, items.length);
            return;
        }
        PyObject iterator = iter(ts, iterable);
        Refs.incRef(iterator);
        try {
            lengthHint(ts, iterable);
            if (iterator instanceof PyIterator fast) {
                for (PyObject item = fast.next(ts); item != null; item = fast.next(ts)) {
                    list.append(item);
                }
            } else {
                for (PyObject item = next(ts, iterator); item != null; item = next(ts, iterator)) {
                    list.append(item);
                }
            }
        } finally {
            Refs.decRef(iterator);
        }
    }

    /** {@code operator.length_hint(o, 0)}, with its errors. */
    public static long lengthHint(ThreadState ts, PyObject o) {
        return o instanceof PyIterator ? 0 : Iteration.lengthHint(ts, o, 0);
    }

    /** Calls with positional arguments. */
    public static PyObject call(ThreadState ts, PyObject callable, PyObject... args) {
        return Calls.call(ts, callable, args, null);
    }

    /** A builtin function; AttributeError when a program has removed it. */
    static PyObject builtin(ThreadState ts, String name) {
        PyObject function = ts.interp.builtins.get(ts, PyStr.interned(name));
        if (function == null) {
            throw Errors.attributeError(name);
        }
        return function;
    }

    /** {@code o.name}; AttributeError when there is none. */
    public static PyObject getAttribute(ThreadState ts, PyObject o, PyStr name) {
        PyObject value = o.type.slots().getAttribute(ts, o, name);
        if (value == null) {
            throw Errors.noAttribute(o, name);
        }
        return value;
    }

    /** {@code o.name}, or null when there is none. */
    public static PyObject findAttribute(ThreadState ts, PyObject o, PyStr name) {
        try {
            return o.type.slots().getAttribute(ts, o, name);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.ATTRIBUTE_ERROR)) {
                e.swallowKeeping(o);
                return null;
            }
            throw e;
        }
    }

    /** {@code o.name(*args)}. */
    public static PyObject callMethod(ThreadState ts, PyObject o, String name, PyObject... args) {
        Refs.incRef(o);
        try {
            return Calls.consume(ts, getAttribute(ts, o, PyStr.interned(name)), args, null);
        } finally {
            Refs.release(o);
        }
    }

    /** Calls a special method as found on the class; null when there is none. */
    public static PyObject callSpecial(ThreadState ts, Special special, PyObject self, PyObject... args) {
        PyObject method = self.type.special(special);
        if (method == null) {
            return null;
        }
        Refs.incRef(self);
        try {
            PyObject bound = method.type.slots().descriptorGet(ts, method, self, self.type);
            return Calls.consume(ts, bound, args.length == 0 ? NO_ARGUMENTS : args, null);
        } finally {
            Refs.release(self);
        }
    }

    /** {@code ascii(o)}. */
    public static PyStr ascii(ThreadState ts, PyObject o) {
        return SourceForm.asciiOnly(Texts.repr(ts, o));
    }

    public static boolean truth(ThreadState ts, PyObject o) {
        return o == org.krait.objects.PyBool.TRUE
                || o != org.krait.objects.PyBool.FALSE && o.type.slots().truth(ts, o);
    }

    /** {@code hash(o)}. */
    public static long hash(ThreadState ts, PyObject o) {
        return org.krait.objects.Equality.hash(ts, o);
    }

    /** True when the object has {@code __index__}. */
    public static boolean isIndex(PyObject o) {
        return o instanceof PyInt || o.type.has(Special.INDEX);
    }

    /** As {@link #index}, but null in place of a TypeError. */
    static PyInt indexOrNull(ThreadState ts, PyObject o) {
        if (!isIndex(o)) {
            return null;
        }
        try {
            return index(ts, o);
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.TYPE_ERROR)) {
                throw e;
            }
            e.swallowKeeping(o);
            return null;
        }
    }

    /** PyNumber_Check: what may stand for an int or a float. */
    public static boolean isNumber(PyObject o) {
        PyType type = o.type;
        return o instanceof PyInt || type.has(Special.INDEX) || type.has(Special.INT) || type.has(Special.FLOAT)
                || o instanceof PyComplex;
    }

    /** {@code operator.index(o)}: an int. */
    public static PyInt index(ThreadState ts, PyObject o) {
        if (o instanceof PyInt i) {
            return i;
        }
        PyObject answer = o.type.slots().index(ts, o);
        if (answer == null) {
            throw Errors.typeError("'" + o.type.name() + "' object cannot be interpreted as an integer");
        }
        if (!(answer instanceof PyInt i)) {
            throw Errors.typeError("__index__ returned non-int (type " + answer.type.name() + ")");
        }
        return i;
    }

    /** An index for a sequence: IndexError when it is beyond 64 bits. */
    public static long indexForSequence(ThreadState ts, PyObject o) {
        PyInt i = index(ts, o);
        if (i.big() != null) {
            throw Errors.indexError("cannot fit '" + o.type.name() + "' into an index-sized integer");
        }
        return i.value;
    }

    /** A count: OverflowError when it is beyond 64 bits. */
    public static long size(ThreadState ts, PyObject o) {
        PyInt i = index(ts, o);
        if (i.big() != null) {
            throw Errors.overflowError("cannot fit '" + o.type.name() + "' into an index-sized integer");
        }
        return i.value;
    }

    /** A bound of a slice, clipped to 64 bits. */
    public static long sliceBound(ThreadState ts, PyObject o) {
        if (o instanceof PyInt || o.type.has(Special.INDEX)) {
            return clip(index(ts, o));
        }
        throw Errors.typeError("slice indices must be integers or None or have an __index__ method");
    }

    /** The value, or the nearest 64-bit number. */
    public static long clip(PyInt i) {
        BigInteger big = i.big();
        return big == null ? i.value : big.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    /** The start argument of index/find/count: None and null stand for {@code otherwise}. */
    public static int bound(ThreadState ts, PyObject o, int length, int otherwise) {
        if (o == null || o == PySingleton.NONE) {
            return otherwise;
        }
        long at = sliceBound(ts, o);
        if (at < 0) {
            at = Math.max(at + length, 0);
        }
        return (int) Math.min(at, length + 1L);
    }

    /** The type's repr recursion guard: true when {@code o} is being shown already. */
    public static boolean enterRepr(ThreadState ts, PyObject o) {
        for (int i = ts.reprStack.size() - 1; i >= 0; i--) {
            if (ts.reprStack.get(i) == o) {
                return true;
            }
        }
        ts.reprStack.add(o);
        return false;
    }

    public static void leaveRepr(ThreadState ts) {
        ts.reprStack.remove(ts.reprStack.size() - 1);
    }
}
