package org.krait.runtime.pickle;

import org.krait.objects.Errors;
import org.krait.objects.PyDict;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.builtins.ObjectMethods;

/** The methods of the memo of an unpickler. */
@BuiltinType(base = ObjectMethods.class)
final class UnpicklerMemoMethods {
    private UnpicklerMemoMethods() {}

    @Builtin("__hash__(self, /)")
    static void hash(PyMemoProxy self) {
        throw Errors.typeError("unhashable type: '" + self.type.name() + "'");
    }

    @Builtin(value = "clear(self, /)", doc = "Remove all items from memo.")
    static void clear(PyMemoProxy self) {
        ((PyUnpickler) self.owner).clearMemo();
    }

    @Builtin(value = "copy(self, /)", doc = "Copy the memo to a new object.")
    static PyObject copy(ThreadState ts, PyMemoProxy self) {
        PyDict made = new PyDict();
        PyUnpickler owner = (PyUnpickler) self.owner;
        for (int i = 0; i < owner.memoLength(); i++) {
            PyObject value = owner.memo(i);
            if (value != null) {
                made.put(ts, PyInt.of(i), value);
            }
        }
        return made;
    }

    @Builtin(value = "__reduce__(self, /)", doc = "Implement pickling support.")
    static PyObject reduce(ThreadState ts, PyMemoProxy self) {
        return PyTuple.of(PyDict.TYPE, PyTuple.of(copy(ts, self)));
    }
}
