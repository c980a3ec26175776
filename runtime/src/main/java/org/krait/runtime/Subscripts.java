package org.krait.runtime;

import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.Mutations;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;

/** Subscription: {@code o[key]} read, set and deleted, and {@code item in o}. */
public final class Subscripts {
    private Subscripts() {}

    /** {@code o[key]}. */
    public static PyObject get(ThreadState ts, PyObject o, PyObject key) {
        Class<?> kind = o.getClass();
        if (kind == PyList.class) {
            if (key.getClass() == PyInt.class && o.type == PyList.TYPE) {
                PyList list = (PyList) o;
                long index = ((PyInt) key).value;
                int size = list.size;
                if (index < 0) {
                    index += size;
                }
                if (index >= 0 && index < size) {
                    return list.items[(int) index];
                }
            }
        } else if (kind == PyDict.class) {
            if (o.type == PyDict.TYPE) {
                if (Mutations.WATCHED) {
                    Mutations.noteLookUp(o, key);
                }
                PyObject value = ((PyDict) o).get(ts, key);
                if (value == null) {
                    throw Errors.keyError(key);
                }
                return value;
            }
        } else if (kind == PyTuple.class) {
            if (key.getClass() == PyInt.class) {
                PyObject[] items = ((PyTuple) o).items;
                long index = ((PyInt) key).value;
                if (index < 0) {
                    index += items.length;
                }
                if (index >= 0 && index < items.length) {
                    return items[(int) index];
                }
            }
        }
        return o.type.slots().getItem(ts, o, key);
    }

    /** {@code o[key] = value}. */
    public static void set(ThreadState ts, PyObject o, PyObject key, PyObject value) {
        if (o.getClass() == PyList.class) {
            if (key.getClass() == PyInt.class && o.type == PyList.TYPE) {
                PyList list = (PyList) o;
                long index = ((PyInt) key).value;
                if (index < 0) {
                    index += list.size;
                }
                if (index >= 0 && index < list.size) {
                    list.set((int) index, value);
                    return;
                }
            }
        } else if (o.getClass() == PyDict.class && o.type == PyDict.TYPE) {
            ((PyDict) o).put(ts, key, value);
            return;
        }
        o.type.slots().setItem(ts, o, key, value);
    }

    /** {@code del o[key]}. */
    public static void delete(ThreadState ts, PyObject o, PyObject key) {
        o.type.slots().deleteItem(ts, o, key);
    }

    /** {@code item in o}. */
    public static boolean contains(ThreadState ts, PyObject o, PyObject item) {
        PyObject answer = o.type.slots().contains(ts, o, item);
        if (answer != null) {
            boolean found = Truth.of(ts, answer);
            Refs.drop(answer);
            return found;
        }
        if (o.type.special(Special.CONTAINS) == PySingleton.NONE) {
            throw Errors.typeError("'" + o.type.name() + "' object is not a container");
        }
        PyObject iterator;
        try {
            iterator = Iteration.iterOrNull(ts, o);
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.TYPE_ERROR)) {
                throw e;
            }
            e.swallowKeeping(o);
            iterator = null;
        }
        if (iterator == null) {
            throw Errors.typeError("argument of type '" + o.type.name() + "' is not iterable");
        }
        Refs.incRef(iterator);
        try {
            PyObject candidate;
            while ((candidate = Iteration.next(ts, iterator)) != null) {
                boolean same = Equality.same(ts, candidate, item);
                Refs.drop(candidate);
                if (same) {
                    return true;
                }
            }
            return false;
        } finally {
            Refs.decRef(iterator);
        }
    }
}
