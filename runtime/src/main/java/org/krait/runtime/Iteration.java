package org.krait.runtime;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyException;
import org.krait.objects.PyGenerator;
import org.krait.objects.PyInt;
import org.krait.objects.PyIterator;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySequenceIterator;
import org.krait.objects.PySingleton;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;

/** The iterator protocol and unpacking. */
public final class Iteration {
    private Iteration() {}

    /** {@code iter(o)}. */
    public static PyObject iter(ThreadState ts, PyObject o) {
        PyObject iterator = iterOrNull(ts, o);
        if (iterator == null) {
            throw notIterable(o);
        }
        return iterator;
    }

    /** {@code iter(o)}, or null when o is not iterable. */
    public static PyObject iterOrNull(ThreadState ts, PyObject o) {
        PyObject iterator = o.type.slots().iter(ts, o);
        if (iterator == null) {
            return o.type.special(Special.ITER) == null && isSequence(o) ? new PySequenceIterator(o) : null;
        }
        if (o.type.isHeapType() && !isIterator(iterator)) {
            throw Errors.typeError("iter() returned non-iterator of type '" + iterator.type.name() + "'");
        }
        return iterator;
    }

    /** {@code iter(o)} with a message of its own in place of any TypeError. */
    public static PyObject iterOr(ThreadState ts, PyObject o, String message) {
        try {
            PyObject iterator = iterOrNull(ts, o);
            if (iterator != null) {
                return iterator;
            }
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.TYPE_ERROR)) {
                throw e;
            }
            e.swallowKeeping(o);
        }
        throw Errors.typeError(message);
    }

    /** PySequence_Check: true for what has items by position; not for builtin classes whose brackets take keys only. */
    public static boolean isSequence(PyObject o) {
        PyObject method = o.type.special(Special.GETITEM);
        boolean keysOnly = method instanceof PyBuiltin b && b.owner != null && !b.owner.has(Special.LEN);
        return method != null && !keysOnly && !o.type.hasFlag(PyType.MAPPING);
    }

    /** True when o has {@code __next__}. */
    public static boolean isIterator(PyObject o) {
        return o.type.has(Special.NEXT);
    }

    /** The next item, or null at the end. */
    public static PyObject next(ThreadState ts, PyObject iterator) {
        if (iterator instanceof PyIterator own) {
            return own.next(ts);
        }
        PyObject item = nextOther(ts, iterator);
        if (item != null) {
            ts.results.add(item, ts.frame);
        }
        return item;
    }

    private static PyObject nextOther(ThreadState ts, PyObject iterator) {
        return iterator instanceof PyGenerator generator && generator.type == PyGenerator.TYPE
                ? Generators.resume(ts, generator, null)
                : nextSlot(ts, iterator);
    }

    private static PyObject nextSlot(ThreadState ts, PyObject iterator) {
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

    /**
     * As {@link #next}, but a StopIteration that carries a value goes on as exception: for {@code yield from} and the
     * builtin {@code next}.
     */
    public static PyObject nextRaw(ThreadState ts, PyObject iterator) {
        return iterator instanceof PyIterator own ? own.next(ts) : iterator.type.slots().next(ts, iterator);
    }

    /** The TypeError of what is not iterable. */
    public static PyException notIterable(PyObject o) {
        return Errors.typeError("'" + o.type.name() + "' object is not iterable");
    }

    /** The items of any iterable as a new list, which is the caller's. */
    public static PyList toList(ThreadState ts, PyObject iterable) {
        PyList list = new PyList();
        try {
            extend(ts, list, iterable);
        } catch (PyException e) {
            Refs.drop(list);
            throw e;
        }
        return list;
    }

    /** The items of any iterable as a new array, which is the caller's; the items are not counted. */
    public static PyObject[] toArray(ThreadState ts, PyObject iterable) {
        if (iterable.getClass() == PyTuple.class) {
            return ((PyTuple) iterable).items.clone();
        }
        if (iterable.type == PyList.TYPE) {
            return ((PyList) iterable).toArray();
        }
        return takeItems(toList(ts, iterable));
    }

    /** As {@link #toArray}; null for what is not iterable. */
    public static PyObject[] toArrayOrNull(ThreadState ts, PyObject o) {
        if (o.getClass() == PyTuple.class || o.type == PyList.TYPE) {
            return toArray(ts, o);
        }
        PyObject iterator = iterOrNull(ts, o);
        if (iterator == null) {
            return null;
        }
        PyList list = new PyList();
        try {
            appendAll(ts, list, o, iterator);
        } catch (PyException e) {
            Refs.drop(list);
            throw e;
        }
        return takeItems(list);
    }

    /** The items of a list of the caller's own as an array, not counted; empties the list. */
    private static PyObject[] takeItems(PyList list) {
        PyObject[] items = list.toArray();
        for (PyObject item : items) {
            Refs.incRef(item);
        }
        list.clear();
        for (PyObject item : items) {
            Refs.release(item);
        }
        return items;
    }

    /** Appends the items of any iterable to a list. */
    public static void extend(ThreadState ts, PyList list, PyObject iterable) {
        if (iterable.getClass() == PyTuple.class) {
            PyObject[] items = ((PyTuple) iterable).items;
            list.appendAll(items, 0, items.length);
        } else if (iterable.type == PyList.TYPE) {
            PyList other = (PyList) iterable;
            list.appendAll(other.items, 0, other.size);
        } else {
            appendAll(ts, list, iterable, iter(ts, iterable));
        }
    }

    /** Appends the items of an iterable that {@code iterator}, which is consumed, gives. */
    private static void appendAll(ThreadState ts, PyList list, PyObject iterable, PyObject iterator) {
        if (iterable.type.isHeapType()) {
            Refs.incRef(iterator);
            try {
                lengthHint(ts, iterable, 0);
            } catch (PyException e) {
                Refs.decRef(iterator);
                throw e;
            }
            Refs.release(iterator);
        }
        appendRest(ts, list, iterator);
    }

    /** Appends what an iterator still gives and consumes it. */
    private static void appendRest(ThreadState ts, PyList list, PyObject iterator) {
        Refs.incRef(iterator);
        try {
            PyObject item;
            while ((item = next(ts, iterator)) != null) {
                list.append(item);
            }
        } finally {
            Refs.decRef(iterator);
        }
    }

    /** What receives the items of {@link #forEach}; false ends it. */
    public interface Consumer {
        boolean accept(PyObject item);
    }

    /** Gives the items of any iterable to a consumer, one after the other; the items are dropped afterwards. */
    public static void forEach(ThreadState ts, PyObject iterable, Consumer consumer) {
        PyObject iterator = iter(ts, iterable);
        Refs.incRef(iterator);
        try {
            PyObject item;
            while ((item = next(ts, iterator)) != null) {
                boolean on;
                try {
                    on = consumer.accept(item);
                } finally {
                    Refs.drop(item);
                }
                if (!on) {
                    return;
                }
            }
        } finally {
            Refs.decRef(iterator);
        }
    }

    /** {@code operator.length_hint(o, fallback)}, without errors of {@code __length_hint__} that are no TypeErrors. */
    public static int lengthHint(ThreadState ts, PyObject o, int fallback) {
        if (o.type.has(Special.LEN)) {
            try {
                return o.type.slots().length(ts, o);
            } catch (PyException e) {
                if (!e.is(ExceptionTypes.TYPE_ERROR)) {
                    throw e;
                }
                e.swallowKeeping(o);
            }
        }
        if (!o.type.has(Special.LENGTH_HINT)) {
            return fallback;
        }
        PyObject hint;
        try {
            hint = Calls.callSpecial(ts, o, Special.LENGTH_HINT);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.TYPE_ERROR)) {
                e.swallow();
                return fallback;
            }
            throw e;
        }
        if (hint == PySingleton.NOT_IMPLEMENTED) {
            return fallback;
        }
        if (!(hint instanceof PyInt i)) {
            throw Errors.typeError("__length_hint__ must be an integer, not " + hint.type.name());
        }
        if (i.signum() < 0) {
            throw Errors.valueError("__length_hint__() should return >= 0");
        }
        if (!i.fitsLong()) {
            throw Errors.overflowError("Python int too large to convert to C ssize_t");
        }
        return (int) Math.min(i.value, Integer.MAX_VALUE);
    }

    /** Puts exactly {@code count} items of {@code o} into the registers from {@code to} on. */
    public static void unpack(ThreadState ts, PyObject o, PyObject[] registers, int to, int count) {
        if (o.getClass() == PyTuple.class) {
            unpackArray(((PyTuple) o).items, ((PyTuple) o).items.length, registers, to, count);
        } else if (o.type == PyList.TYPE) {
            unpackArray(((PyList) o).items, ((PyList) o).size, registers, to, count);
        } else {
            try {
                unpackIterable(ts, o, registers, to, count);
            } catch (PyException e) {
                dropLost(o, registers);
                throw e;
            }
        }
        keep(o, registers, to, count);
    }

    private static void unpackArray(PyObject[] items, int size, PyObject[] registers, int to, int count) {
        if (size != count) {
            throw size < count ? notEnough(count, size, "") : tooMany(count);
        }
        System.arraycopy(items, 0, registers, to, count);
    }

    private static void unpackIterable(ThreadState ts, PyObject o, PyObject[] registers, int to, int count) {
        PyObject iterator = unpackIter(ts, o);
        Refs.incRef(iterator);
        int n = 0;
        try {
            for (; n < count; n++) {
                PyObject item = next(ts, iterator);
                if (item == null) {
                    throw notEnough(count, n, "");
                }
                Refs.incRef(item);
                registers[to + n] = item;
            }
            PyObject extra = next(ts, iterator);
            if (extra != null) {
                Refs.drop(extra);
                throw tooMany(count);
            }
        } finally {
            Refs.decRef(iterator);
            for (int i = 0; i < n; i++) {
                Refs.release(registers[to + i]);
            }
        }
    }

    /** Puts {@code before} first items, a list of the middle ones and {@code after} last ones into registers. */
    public static void unpackStarred(ThreadState ts, PyObject o, PyObject[] registers, int to, int before, int after) {
        PyObject[] items = toArrayOrNull(ts, o);
        if (items == null) {
            throw cannotUnpack(o);
        }
        if (items.length < before + after) {
            throw notEnough(before + after, items.length, "at least ");
        }
        int middle = items.length - before - after;
        System.arraycopy(items, 0, registers, to, before);
        registers[to + before] = PyList.copyOf(items, before, middle);
        System.arraycopy(items, before + middle, registers, to + before + 1, after);
        keep(o, registers, to, before + 1 + after);
    }

    /** Drops a temporary whose register was overwritten. */
    private static void dropLost(PyObject o, PyObject[] registers) {
        for (PyObject register : registers) {
            if (register == o) {
                return;
            }
        }
        Refs.drop(o);
    }

    /** Consumes the unpacked temporary and leaves the items alive. */
    private static void keep(PyObject o, PyObject[] registers, int to, int count) {
        if (Refs.isImmortal(o) || Refs.count(o) > 0) {
            return;
        }
        for (int i = to; i < to + count; i++) {
            Refs.incRef(registers[i]);
        }
        Refs.drop(o);
        for (int i = to; i < to + count; i++) {
            Refs.release(registers[i]);
        }
    }

    private static PyObject unpackIter(ThreadState ts, PyObject o) {
        PyObject iterator = iterOrNull(ts, o);
        if (iterator == null) {
            throw cannotUnpack(o);
        }
        return iterator;
    }

    private static PyException cannotUnpack(PyObject o) {
        return Errors.typeError("cannot unpack non-iterable " + o.type.name() + " object");
    }

    private static PyException notEnough(int expected, int got, String atLeast) {
        return Errors.valueError(
                "not enough values to unpack (expected " + atLeast + expected + ", got " + got + ")");
    }

    private static PyException tooMany(int expected) {
        return Errors.valueError("too many values to unpack (expected " + expected + ")");
    }
}
