package org.krait.runtime.builtins;

import org.krait.objects.PyDictIterator;
import org.krait.objects.PyIterator;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySetIterator;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of the iterators over dicts, their views, and sets. */
@BuiltinType(base = ObjectMethods.class)
public final class HashIteratorMethods {
    private HashIteratorMethods() {}

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyIterator self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyIterator self) {
        return self.next(ts);
    }

    @Builtin("__length_hint__(self, /)")
    static int lengthHint(PyIterator self) {
        if (self instanceof PyDictIterator i) {
            return i.dict != null && i.size == i.dict.size() ? i.remaining : 0;
        }
        PySetIterator i = (PySetIterator) self;
        return i.set != null && i.size == i.set.size() ? i.remaining : 0;
    }

    @Builtin("__reduce__(self, /)")
    static PyObject reduce(ThreadState ts, PyIterator self) {
        PyList rest = new PyList();
        if (self instanceof PyDictIterator i) {
            if (i.dict != null) {
                PyDictIterator copy = new PyDictIterator(i.dict, i.kind, i.reversed);
                copy.entry = i.entry;
                copy.size = i.size;
                copy.remaining = i.remaining;
                Protocol.extend(ts, rest, copy);
            }
        } else {
            PySetIterator i = (PySetIterator) self;
            if (i.set != null) {
                PySetIterator copy = new PySetIterator(i.set);
                copy.entry = i.entry;
                copy.size = i.size;
                copy.remaining = i.remaining;
                Protocol.extend(ts, rest, copy);
            }
        }
        return PyTuple.of(Protocol.builtin(ts, "iter"), PyTuple.of(rest));
    }
}
