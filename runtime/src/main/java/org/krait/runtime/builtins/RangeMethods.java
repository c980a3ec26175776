package org.krait.runtime.builtins;

import java.math.BigInteger;
import org.krait.objects.Arguments;
import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.PyBool;
import org.krait.objects.PyInt;
import org.krait.objects.PyIterator;
import org.krait.objects.PyObject;
import org.krait.objects.PyRange;
import org.krait.objects.PySingleton;
import org.krait.objects.PySlice;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.IntArithmetic;
import org.krait.runtime.Texts;

/** The methods of {@code range}. */
@BuiltinType(
        base = ObjectMethods.class,
        doc = "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\n"
                + "The ints from start (or 0) up to stop, which is left out, in steps of step (or 1),\n"
                + "which may be negative.")
final class RangeMethods {
    private RangeMethods() {}

    @Builtin("__new__(type, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        if (keywords != null && keywords.length > 0) {
            throw Errors.typeError("range() takes no keyword arguments");
        }
        return switch (args.length) {
            case 0 -> throw Errors.typeError("range expected at least 1 argument, got 0");
            case 1 -> new PyRange(PyInt.ZERO, number(ts, args[0]), PyInt.ONE);
            case 2, 3 -> {
                PyInt start = number(ts, args[0]);
                PyInt stop = number(ts, args[1]);
                PyInt step = args.length == 2 ? PyInt.ONE : number(ts, args[2]);
                if (step.signum() == 0) {
                    throw Errors.valueError("range() arg 3 must not be zero");
                }
                yield new PyRange(start, stop, step);
            }
            default -> throw Errors.typeError("range expected at most 3 arguments, got " + args.length);
        };
    }

    private static PyInt number(ThreadState ts, PyObject o) {
        return IntArithmetic.exact(Arguments.toIndex(ts, o));
    }

    @Builtin("__repr__(self, /)")
    static String repr(ThreadState ts, PyRange self) {
        String bounds = "range(" + Texts.repr(ts, self.start) + ", " + Texts.repr(ts, self.stop);
        return self.step.equalTo(PyInt.ONE) ? bounds + ")" : bounds + ", " + Texts.repr(ts, self.step) + ")";
    }

    @Builtin("__hash__(self, /)")
    static long hash(ThreadState ts, PyRange self) {
        PyInt length = self.length;
        boolean several = length.signum() > 0 && !(length.fitsLong() && length.value == 1);
        return Equality.hash(ts, PyTuple.of(
                length,
                length.signum() == 0 ? PySingleton.NONE : self.start,
                several ? self.step : PySingleton.NONE));
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject equal(PyRange self, PyObject value) {
        return value instanceof PyRange other ? PyBool.of(same(self, other)) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject notEqual(PyRange self, PyObject value) {
        return value instanceof PyRange other ? PyBool.of(!same(self, other)) : PySingleton.NOT_IMPLEMENTED;
    }

    private static boolean same(PyRange a, PyRange b) {
        if (a == b) {
            return true;
        }
        if (!a.length.equalTo(b.length)) {
            return false;
        }
        if (a.length.signum() == 0) {
            return true;
        }
        return a.start.equalTo(b.start) && (a.length.equalTo(PyInt.ONE) || a.step.equalTo(b.step));
    }

    @Builtin("__lt__(self, value, /)")
    static PyObject less(PyRange self, PyObject value) {
        return PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__le__(self, value, /)")
    static PyObject lessOrEqual(PyRange self, PyObject value) {
        return PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__gt__(self, value, /)")
    static PyObject greater(PyRange self, PyObject value) {
        return PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__ge__(self, value, /)")
    static PyObject greaterOrEqual(PyRange self, PyObject value) {
        return PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__bool__(self, /)")
    static boolean truth(PyRange self) {
        return self.length.signum() != 0;
    }

    @Builtin("__len__(self, /)")
    static long length(PyRange self) {
        if (!self.length.fitsLong()) {
            throw Errors.overflowError("Python int too large to convert to C ssize_t");
        }
        return self.length.value;
    }

    @Builtin("__getitem__(self, key, /)")
    static PyObject item(ThreadState ts, PyRange self, PyObject key) {
        if (key instanceof PyInt || key.type.has(Special.INDEX)) {
            PyInt index = Arguments.toIndex(ts, key);
            if (index.signum() < 0) {
                index = IntArithmetic.add(index, self.length);
            }
            if (index.signum() < 0 || IntArithmetic.compare(index, self.length) >= 0) {
                throw Errors.indexError("range object index out of range");
            }
            return self.at(index);
        }
        if (key instanceof PySlice slice) {
            SliceIndices indices = SliceIndices.of(ts, slice, self.length.toBigInteger());
            return new PyRange(
                    self.at(indices.start()),
                    self.at(indices.stop()),
                    IntArithmetic.multiply(self.step, indices.step()));
        }
        throw Errors.typeError("range indices must be integers or slices, not " + key.type.name());
    }

    /** The position of an int, or null when it is none of the numbers. */
    private static PyInt position(PyRange range, PyInt number) {
        if (range.length.signum() == 0) {
            return null;
        }
        if (range.isLong() && number.fitsLong()) {
            long offset = number.value - range.start.value;
            boolean inside = range.step.value > 0
                    ? number.value >= range.start.value && number.value < range.stop.value
                    : number.value <= range.start.value && number.value > range.stop.value;
            if (!inside) {
                return null;
            }
            if (range.step.value == 1) {
                return PyInt.of(offset);
            }
        }
        BigInteger[] both = number.toBigInteger()
                .subtract(range.start.toBigInteger())
                .divideAndRemainder(range.step.toBigInteger());
        boolean within = both[1].signum() == 0 && both[0].signum() >= 0
                && both[0].compareTo(range.length.toBigInteger()) < 0;
        return within ? PyInt.of(both[0]) : null;
    }

    private static boolean isPlain(PyObject o) {
        return o.type == PyInt.TYPE || o.type == PyBool.TYPE;
    }

    @Builtin("__contains__(self, key, /)")
    static boolean contains(ThreadState ts, PyRange self, PyObject key) {
        return isPlain(key) ? position(self, (PyInt) key) != null : count(ts, self, key, true) > 0;
    }

    private static long count(ThreadState ts, PyRange range, PyObject value, boolean any) {
        long count = 0;
        PyIterator iterator = range.iterator();
        for (PyObject number = iterator.next(ts); number != null; number = iterator.next(ts)) {
            if (Equality.equal(ts, number, value)) {
                count++;
                if (any) {
                    return count;
                }
            }
        }
        return count;
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyRange self) {
        return self.iterator();
    }

    @Builtin(value = "__reversed__(self, /)", doc = "An iterator from the last number to the first.")
    static PyObject reversed(PyRange self) {
        return self.reversed();
    }

    @Builtin(value = "count(self, object, /)", doc = "rangeobject.count(value) -> integer -- how often value occurs")
    static long count(ThreadState ts, PyRange self, PyObject value) {
        return isPlain(value) ? position(self, (PyInt) value) == null ? 0 : 1 : count(ts, self, value, false);
    }

    @Builtin(
            value = "index(self, object, /)",
            doc = "rangeobject.index(value) -> integer -- the position of value.\nValueError when it is not there.")
    static PyObject index(ThreadState ts, PyRange self, PyObject value) {
        if (isPlain(value)) {
            PyInt position = position(self, (PyInt) value);
            if (position == null) {
                throw Errors.valueError(Texts.repr(ts, value) + " is not in range");
            }
            return position;
        }
        PyIterator iterator = self.iterator();
        long at = 0;
        for (PyObject number = iterator.next(ts); number != null; number = iterator.next(ts)) {
            if (Equality.equal(ts, number, value)) {
                return PyInt.of(at);
            }
            at++;
        }
        throw Errors.valueError("sequence.index(x): x not in sequence");
    }

    @Builtin(value = "__reduce__(self, /)", doc = "What pickle needs.")
    static PyTuple reduce(PyRange self) {
        return PyTuple.of(PyRange.TYPE, PyTuple.of(self.start, self.stop, self.step));
    }

    @Attribute(value = "start", member = true)
    static PyObject start(PyRange self) {
        return self.start;
    }

    @Attribute(value = "stop", member = true)
    static PyObject stop(PyRange self) {
        return self.stop;
    }

    @Attribute(value = "step", member = true)
    static PyObject step(PyRange self) {
        return self.step;
    }
}
