package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Iteration;

/** The methods of {@link PyReversed}. */
@BuiltinType(
        base = ObjectMethods.class,
        signature = "__new__",
        doc = "Return a reverse iterator over the values of the given sequence.")
final class ReversedMethods {
    private ReversedMethods() {}

    @Builtin("__new__(cls, sequence, /)")
    static PyObject make(ThreadState ts, PyType cls, PyObject sequence) {
        PyObject method = Attributes.getSpecial(ts, sequence, Special.REVERSED);
        if (method != null && method != PySingleton.NONE) {
            return Calls.consume(ts, method);
        }
        if (method != null || !Iteration.isSequence(sequence)) {
            throw Errors.typeError("'" + sequence.type.name() + "' object is not reversible");
        }
        int length = sequence.type.slots().length(ts, sequence);
        PyReversed made = new PyReversed(cls, sequence);
        made.index = length - 1;
        return made;
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyReversed self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyReversed self) {
        if (self.sequence == null) {
            return null;
        }
        if (self.index >= 0) {
            try {
                PyObject item = self.sequence.type.slots().getItem(ts, self.sequence, PyInt.of(self.index));
                self.index--;
                return item;
            } catch (PyException e) {
                if (!e.is(ExceptionTypes.INDEX_ERROR) && !e.is(ExceptionTypes.STOP_ITERATION)) {
                    throw e;
                }
                e.swallow();
            }
        }
        PyObject sequence = self.sequence;
        self.index = -1;
        self.sequence = null;
        Refs.decRef(sequence);
        return null;
    }

    @Builtin(value = "__length_hint__(self, /)", doc = "Private method returning an estimate of len(list(it)).")
    static int lengthHint(ThreadState ts, PyReversed self) {
        if (self.sequence == null) {
            return 0;
        }
        int length = self.sequence.type.slots().length(ts, self.sequence);
        return length < self.index + 1 ? 0 : self.index + 1;
    }

    @Builtin("__reduce__(self, /)")
    static PyObject reduce(PyReversed self) {
        return self.sequence == null
                ? PyTuple.of(self.type, PyTuple.of(PyTuple.EMPTY))
                : PyTuple.of(self.type, PyTuple.of(self.sequence), PyInt.of(self.index));
    }

    @Builtin("__setstate__(self, state, /)")
    static void setState(ThreadState ts, PyReversed self, PyObject state) {
        int index = Arguments.toInt(ts, state);
        if (self.sequence != null) {
            int length = self.sequence.type.slots().length(ts, self.sequence);
            self.index = Math.max(-1, Math.min(index, length - 1));
        }
    }
}
