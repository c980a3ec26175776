package org.krait.runtime.decimal;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBool;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Iteration;
import org.krait.runtime.builtins.ObjectMethods;

/** What flags and traps have beyond a mutable mapping. */
@BuiltinType(base = ObjectMethods.class)
final class SignalDictMethods {
    private SignalDictMethods() {}

    @Builtin("__new__(type, *args, **kwargs)")
    static PyObject make(PyType type, PyObject[] args, PyStr[] keywords) {
        return new PySignalDict(type, null, false);
    }

    @Builtin("__init__(self, *args, **kwargs)")
    static void init(PySignalDict self, PyObject[] args, PyStr[] keywords) {
        // One that belongs to no context stays without flags.
    }

    @Builtin("__len__(self, /)")
    static int length(PySignalDict self) {
        self.check();
        return Signals.TYPES.length;
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(ThreadState ts, PySignalDict self) {
        self.check();
        return Iteration.iter(ts, PyTuple.of(Signals.TYPES.clone()));
    }

    @Builtin("__getitem__(self, key, /)")
    static boolean getItem(PySignalDict self, PyObject key) {
        int all = self.bits();
        return (all & Signals.bits(key)) != 0;
    }

    @Builtin("__setitem__(self, key, value, /)")
    static void setItem(ThreadState ts, PySignalDict self, PyObject key, PyObject value) {
        int bits = Signals.bits(key);
        self.set(bits, Arguments.toBoolean(ts, value));
    }

    @Builtin("__delitem__(self, key, /)")
    static void deleteItem(PySignalDict self, PyObject key) {
        throw Errors.valueError("signal keys cannot be deleted");
    }

    @Builtin("__repr__(self, /)")
    static String repr(PySignalDict self) {
        int bits = self.bits();
        StringBuilder out = new StringBuilder("{");
        for (int i = 0; i < Signals.TYPES.length; i++) {
            out.append(i == 0 ? "" : ", ").append(Signals.TYPES[i]).append(':')
                    .append((bits & Signals.BITS[i]) != 0 ? "True" : "False");
        }
        return out.append('}').toString();
    }

    @Builtin(value = "copy(self, /)", doc = "The signals as a dict.")
    static PyObject copy(ThreadState ts, PySignalDict self) {
        PyDict made = new PyDict();
        int bits = self.bits();
        for (int i = 0; i < Signals.TYPES.length; i++) {
            made.put(ts, Signals.TYPES[i], PyBool.of((bits & Signals.BITS[i]) != 0));
        }
        return made;
    }

    /** Whether the signals are those of the other; null when it is no mapping of signals. */
    private static Boolean same(ThreadState ts, PySignalDict self, PyObject value) {
        int bits = self.bits();
        if (!(value instanceof PySignalDict) && !(value instanceof PyDict)) {
            return null;
        }
        try {
            int other = Signals.bitsOfDict(ts, value);
            for (int bit : Signals.BITS) {
                if ((bits & bit) == 0 != ((other & bit) == 0)) {
                    return false;
                }
            }
            return true;
        } catch (PyException e) {
            if (e.is(ExceptionTypes.KEY_ERROR)) {
                e.swallow();
                return null;
            }
            throw e;
        }
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject equal(ThreadState ts, PySignalDict self, PyObject value) {
        Boolean same = same(ts, self, value);
        return same == null ? PySingleton.NOT_IMPLEMENTED : PyBool.of(same);
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject notEqual(ThreadState ts, PySignalDict self, PyObject value) {
        Boolean same = same(ts, self, value);
        return same == null ? PySingleton.NOT_IMPLEMENTED : PyBool.of(!same);
    }
}
