package org.krait.runtime.builtins;

import java.math.BigInteger;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyRange;
import org.krait.objects.PyRangeIterator;
import org.krait.objects.PySingleton;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code range_iterator}. */
@BuiltinType(base = ObjectMethods.class)
final class RangeIteratorMethods {
    private RangeIteratorMethods() {}

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyRangeIterator self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyRangeIterator self) {
        return self.next(ts);
    }

    @Builtin(value = "__length_hint__(self, /)", doc = "How many numbers are left.")
    static long lengthHint(PyRangeIterator self) {
        return self.left;
    }

    @Builtin(value = "__reduce__(self, /)", doc = "What pickle needs.")
    static PyTuple reduce(ThreadState ts, PyRangeIterator self) {
        BigInteger span = BigInteger.valueOf(self.left).multiply(BigInteger.valueOf(self.step));
        BigInteger stop = BigInteger.valueOf(self.start).add(span);
        PyRange rest = new PyRange(PyInt.of(self.start), PyInt.of(stop), PyInt.of(self.step));
        return PyTuple.of(Protocol.builtin(ts, "iter"), PyTuple.of(rest), PySingleton.NONE);
    }

    @Builtin(value = "__setstate__(self, object, /)", doc = "Skips numbers.")
    static void setState(PyRangeIterator self, long index) {
        long skipped = Math.max(0, Math.min(index, self.left));
        self.start += skipped * self.step;
        self.left -= skipped;
    }
}
