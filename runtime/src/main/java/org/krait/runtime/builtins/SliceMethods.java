package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.CompareOp;
import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PySlice;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Texts;

/** The methods of {@code slice}. */
@BuiltinType(
        base = ObjectMethods.class,
        doc = "slice(stop)\nslice(start, stop[, step])\n\nWhat stands between brackets in a[0:10:2].")
final class SliceMethods {
    private SliceMethods() {}

    @Builtin("__new__(type, *args, **kwargs)")
    static PyObject make(PyType type, PyObject[] args, PyStr[] keywords) {
        if (keywords != null && keywords.length > 0) {
            throw Errors.typeError("slice() takes no keyword arguments");
        }
        PyObject none = PySingleton.NONE;
        return switch (args.length) {
            case 0 -> throw Errors.typeError("slice expected at least 1 argument, got 0");
            case 1 -> new PySlice(none, args[0], none);
            case 2 -> new PySlice(args[0], args[1], none);
            case 3 -> new PySlice(args[0], args[1], args[2]);
            default -> throw Errors.typeError("slice expected at most 3 arguments, got " + args.length);
        };
    }

    @Builtin("__repr__(self, /)")
    static String repr(ThreadState ts, PySlice self) {
        return "slice(" + Texts.repr(ts, self.start) + ", " + Texts.repr(ts, self.stop) + ", "
                + Texts.repr(ts, self.step) + ")";
    }

    @Builtin("__hash__(self, /)")
    static long hash(ThreadState ts, PySlice self) {
        PyTuple parts = tuple(self);
        try {
            return Equality.hash(ts, parts);
        } finally {
            Refs.drop(parts);
        }
    }

    private static PyTuple tuple(PySlice slice) {
        return PyTuple.of(slice.start, slice.stop, slice.step);
    }

    private static PyObject compare(ThreadState ts, CompareOp op, PySlice a, PyObject b) {
        if (!(b instanceof PySlice other)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        PyTuple left = tuple(a);
        PyTuple right = tuple(other);
        PyObject result = null;
        try {
            result = Equality.compare(ts, op, left, right);
            return result;
        } finally {
            Refs.dropKeeping(left, right, result);
        }
    }

    @Builtin("__lt__(self, value, /)")
    static PyObject less(ThreadState ts, PySlice self, PyObject value) {
        return compare(ts, CompareOp.LT, self, value);
    }

    @Builtin("__le__(self, value, /)")
    static PyObject lessOrEqual(ThreadState ts, PySlice self, PyObject value) {
        return compare(ts, CompareOp.LE, self, value);
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject equal(ThreadState ts, PySlice self, PyObject value) {
        return compare(ts, CompareOp.EQ, self, value);
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject notEqual(ThreadState ts, PySlice self, PyObject value) {
        return compare(ts, CompareOp.NE, self, value);
    }

    @Builtin("__gt__(self, value, /)")
    static PyObject greater(ThreadState ts, PySlice self, PyObject value) {
        return compare(ts, CompareOp.GT, self, value);
    }

    @Builtin("__ge__(self, value, /)")
    static PyObject greaterOrEqual(ThreadState ts, PySlice self, PyObject value) {
        return compare(ts, CompareOp.GE, self, value);
    }

    @Builtin(
            value = "indices(self, len, /)",
            doc = "S.indices(len) -> (start, stop, stride)\n\nThe indices that the slice selects of a sequence of a "
                    + "length: as for range,\ncut to the sequence.")
    static PyTuple indices(ThreadState ts, PySlice self, PyObject length) {
        PyInt count = Arguments.toIndex(ts, length);
        if (count.signum() < 0) {
            throw Errors.valueError("length should not be negative");
        }
        SliceIndices indices = SliceIndices.of(ts, self, count.toBigInteger());
        return PyTuple.of(indices.start(), indices.stop(), indices.step());
    }

    @Builtin(value = "__reduce__(self, /)", doc = "What pickle needs.")
    static PyTuple reduce(PySlice self) {
        return PyTuple.of(PySlice.TYPE, tuple(self));
    }

    @Attribute(value = "start", member = true)
    static PyObject start(PySlice self) {
        return self.start;
    }

    @Attribute(value = "stop", member = true)
    static PyObject stop(PySlice self) {
        return self.stop;
    }

    @Attribute(value = "step", member = true)
    static PyObject step(PySlice self) {
        return self.step;
    }
}
