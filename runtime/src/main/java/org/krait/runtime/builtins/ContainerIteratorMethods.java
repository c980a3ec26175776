package org.krait.runtime.builtins;

import org.krait.objects.PyByteArray;
import org.krait.objects.PyBytes;
import org.krait.objects.PyBytesIterator;
import org.krait.objects.PyInt;
import org.krait.objects.PyIterator;
import org.krait.objects.PyList;
import org.krait.objects.PyListIterator;
import org.krait.objects.PyListReverseIterator;
import org.krait.objects.PyObject;
import org.krait.objects.PySequenceIterator;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrIterator;
import org.krait.objects.PyTuple;
import org.krait.objects.PyTupleIterator;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of the iterators over list, tuple, str, bytes, bytearray and of the {@code iterator} of sequences. */
@BuiltinType(base = ObjectMethods.class)
public final class ContainerIteratorMethods {
    private ContainerIteratorMethods() {}

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyIterator self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyIterator self) {
        return self.next(ts);
    }

    @Builtin("__length_hint__(self, /)")
    static PyObject lengthHint(ThreadState ts, PyIterator self) {
        if (self instanceof PySequenceIterator i && i.sequence != null
                && i.sequence.type.special(org.krait.objects.Special.LEN) == null) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        return PyInt.of(Math.max(left(ts, self), 0));
    }

    private static long left(ThreadState ts, PyIterator self) {
        if (self instanceof PyListIterator i) {
            return i.list == null ? 0 : i.list.size - i.index;
        }
        if (self instanceof PyListReverseIterator i) {
            return i.list == null || i.index >= i.list.size ? 0 : i.index + 1;
        }
        if (self instanceof PyTupleIterator i) {
            return i.tuple == null ? 0 : i.tuple.items.length - i.index;
        }
        if (self instanceof PyStrIterator i) {
            return i.text == null ? 0 : i.text.length() - i.index;
        }
        if (self instanceof PyBytesIterator i) {
            return i.bytes == null ? 0 : length(i.bytes) - i.index;
        }
        PySequenceIterator i = (PySequenceIterator) self;
        return i.sequence == null ? 0 : i.sequence.type.slots().length(ts, i.sequence) - i.index;
    }

    private static int length(PyObject bytes) {
        return bytes instanceof PyBytes b ? b.value.length : ((PyByteArray) bytes).size();
    }

    /** The builtin comes first: looking it up may run code that uses the iterator. */
    @Builtin("__reduce__(self, /)")
    static PyObject reduce(ThreadState ts, PyIterator self) {
        PyObject function = Protocol.builtin(ts, self instanceof PyListReverseIterator ? "reversed" : "iter");
        if (self instanceof PyListIterator i) {
            return state(function, i.list, new PyList(), i.index);
        }
        if (self instanceof PyListReverseIterator i) {
            return i.list == null
                ? state(Protocol.builtin(ts, "iter"), null, new PyList(), 0)
                : state(function, i.list, null, i.index);
        }
        if (self instanceof PyTupleIterator i) {
            return state(function, i.tuple, PyTuple.EMPTY, i.index);
        }
        if (self instanceof PyStrIterator i) {
            return state(function, i.text, PyStr.EMPTY, i.index);
        }
        if (self instanceof PyBytesIterator i) {
            return state(function, i.bytes, PyTuple.EMPTY, i.index);
        }
        if (self instanceof PySequenceIterator i) {
            return state(function, i.sequence, PyTuple.EMPTY, i.index);
        }
        throw new AssertionError(self);
    }

    /** The arguments that make the iterator again; {@code container} is null when it is exhausted. */
    private static PyObject state(PyObject function, PyObject container, PyObject empty, long index) {
        return container == null
                ? PyTuple.of(function, PyTuple.of(empty))
                : PyTuple.of(function, PyTuple.of(container), PyInt.of(index));
    }

    @Builtin("__setstate__(self, state, /)")
    static void setState(ThreadState ts, PyIterator self, PyObject state) {
        long at = Protocol.size(ts, state);
        int index = (int) Math.max(0, Math.min(at, Integer.MAX_VALUE));
        if (self instanceof PyListIterator i && i.list != null) {
            i.index = Math.min(index, i.list.size);
        } else if (self instanceof PyListReverseIterator i && i.list != null) {
            i.index = (int) Math.max(-1, Math.min(at, i.list.size - 1));
        } else if (self instanceof PyTupleIterator i && i.tuple != null) {
            i.index = Math.min(index, i.tuple.items.length);
        } else if (self instanceof PyStrIterator i && i.text != null) {
            i.index = Math.min(index, i.text.length());
        } else if (self instanceof PyBytesIterator i && i.bytes != null) {
            i.index = Math.min(index, length(i.bytes));
        } else if (self instanceof PySequenceIterator i && i.sequence != null) {
            i.index = Math.max(0, at);
        }
    }
}
