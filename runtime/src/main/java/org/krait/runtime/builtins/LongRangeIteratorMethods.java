package org.krait.runtime.builtins;

import java.math.BigInteger;
import org.krait.objects.Arguments;
import org.krait.objects.PyInt;
import org.krait.objects.PyLongRangeIterator;
import org.krait.objects.PyObject;
import org.krait.objects.PyRange;
import org.krait.objects.PySingleton;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code longrange_iterator}. */
@BuiltinType(base = ObjectMethods.class)
final class LongRangeIteratorMethods {
    private LongRangeIteratorMethods() {}

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyLongRangeIterator self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyLongRangeIterator self) {
        return self.next(ts);
    }

    @Builtin(value = "__length_hint__(self, /)", doc = "How many numbers are left.")
    static PyInt lengthHint(PyLongRangeIterator self) {
        return PyInt.of(self.left);
    }

    @Builtin(value = "__reduce__(self, /)", doc = "What pickle needs.")
    static PyTuple reduce(ThreadState ts, PyLongRangeIterator self) {
        PyRange rest = new PyRange(
                PyInt.of(self.start), PyInt.of(self.start.add(self.left.multiply(self.step))), PyInt.of(self.step));
        return PyTuple.of(Protocol.builtin(ts, "iter"), PyTuple.of(rest), PySingleton.NONE);
    }

    @Builtin(value = "__setstate__(self, object, /)", doc = "Skips numbers.")
    static void setState(ThreadState ts, PyLongRangeIterator self, PyObject index) {
        BigInteger skipped = Arguments.toIndex(ts, index).toBigInteger().min(self.left).max(BigInteger.ZERO);
        self.start = self.start.add(skipped.multiply(self.step));
        self.left = self.left.subtract(skipped);
    }
}
