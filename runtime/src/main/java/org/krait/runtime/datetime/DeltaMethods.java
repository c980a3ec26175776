package org.krait.runtime.datetime;

import java.math.BigInteger;
import org.krait.objects.Arguments;
import org.krait.objects.BinaryOp;
import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Arithmetic;
import org.krait.runtime.Calls;
import org.krait.runtime.builtins.ObjectMethods;

/** The methods of {@code datetime.timedelta}. */
@BuiltinType(
        base = ObjectMethods.class,
        doc = "Difference between two datetime values.\n\ntimedelta(days=0, seconds=0, microseconds=0, milliseconds=0, "
                + "minutes=0, hours=0, weeks=0)\n\nAll arguments are optional and default to 0.\nArguments may be "
                + "integers or floats, and may be positive or negative.")
final class DeltaMethods {
    private static final String[] NAMES = {
        "days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks"
    };
    /** Positions in {@link #NAMES} from the smallest unit up, the order in which CPython adds. */
    private static final int[] ORDER = {2, 3, 1, 4, 5, 0, 6};
    private static final long[] MICROS = {
        86_400_000_000L, 1_000_000, 1, 1000, 60_000_000, 3_600_000_000L, 7 * 86_400_000_000L
    };
    private static final PyInt MICROS_PER_SECOND = PyInt.of(1_000_000);

    private DeltaMethods() {}

    @Builtin("__new__(type, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        PyObject[] given = Fields.bind("__new__()", NAMES, 0, NAMES.length, args, keywords);
        BigInteger sum = BigInteger.ZERO;
        double leftover = 0;
        for (int at : ORDER) {
            PyObject number = given[at];
            if (number == null) {
                continue;
            }
            BigInteger unit = BigInteger.valueOf(MICROS[at]);
            if (number instanceof PyInt i) {
                sum = sum.add(i.toBigInteger().multiply(unit));
            } else if (number instanceof PyFloat f) {
                double whole = truncate(f.value);
                sum = sum.add(toInteger(whole).multiply(unit));
                double part = f.value - whole;
                if (part != 0) {
                    double micros = MICROS[at] * part;
                    double wholeMicros = truncate(micros);
                    leftover += micros - wholeMicros;
                    sum = sum.add(toInteger(wholeMicros));
                }
            } else {
                throw Errors.typeError("unsupported type for timedelta " + NAMES[at] + " component: "
                        + number.type.name());
            }
        }
        if (leftover != 0) {
            double whole = Math.rint(leftover);
            if (Math.abs(whole - leftover) == 0.5) {
                // Half even, counted from the sum so far.
                int odd = sum.testBit(0) ? 1 : 0;
                whole = 2.0 * roundAway((leftover + odd) * 0.5) - odd;
            }
            sum = sum.add(BigInteger.valueOf((long) whole));
        }
        return instance(type, sum);
    }

    /** C's {@code round}: half away from zero. */
    private static double roundAway(double x) {
        return Math.copySign(Math.floor(Math.abs(x) + 0.5), x);
    }

    private static double truncate(double x) {
        return x < 0 ? Math.ceil(x) : Math.floor(x);
    }

    private static BigInteger toInteger(double whole) {
        if (Double.isNaN(whole)) {
            throw Errors.valueError("cannot convert float NaN to integer");
        }
        if (Double.isInfinite(whole)) {
            throw Errors.overflowError("cannot convert float infinity to integer");
        }
        return Math.abs(whole) < 1e18
                ? BigInteger.valueOf((long) whole)
                : new java.math.BigDecimal(whole).toBigInteger();
    }

    private static PyObject instance(PyType type, BigInteger micros) {
        PyDelta made = PyDelta.ofMicros(micros);
        return type == DateTimeTypes.DELTA ? made : PyDelta.exact(type, made.days, made.seconds, made.microseconds);
    }

    @Attribute(value = "days", doc = "Number of days.", member = true)
    static int days(PyDelta self) {
        return self.days;
    }

    @Attribute(
            value = "seconds",
            doc = "Number of seconds (>= 0 and less than 1 day).",
            member = true)
    static int seconds(PyDelta self) {
        return self.seconds;
    }

    @Attribute(
            value = "microseconds",
            doc = "Number of microseconds (>= 0 and less than 1 second).",
            member = true)
    static int microseconds(PyDelta self) {
        return self.microseconds;
    }

    @Builtin("__repr__(self, /)")
    static String repr(PyDelta self) {
        StringBuilder out = new StringBuilder(self.type.name()).append('(');
        int start = out.length();
        if (self.days != 0) {
            out.append("days=").append(self.days);
        }
        if (self.seconds != 0) {
            out.append(out.length() > start ? ", " : "").append("seconds=").append(self.seconds);
        }
        if (self.microseconds != 0) {
            out.append(out.length() > start ? ", " : "").append("microseconds=").append(self.microseconds);
        }
        return (out.length() == start ? out.append('0') : out).append(')').toString();
    }

    @Builtin("__str__(self, /)")
    static String str(PyDelta self) {
        StringBuilder out = new StringBuilder();
        if (self.days != 0) {
            out.append(self.days).append(self.days == 1 || self.days == -1 ? " day, " : " days, ");
        }
        out.append(self.seconds / 3600).append(':');
        Fields.digits(out, self.seconds / 60 % 60, 2);
        out.append(':');
        Fields.digits(out, self.seconds % 60, 2);
        if (self.microseconds != 0) {
            out.append('.');
            Fields.digits(out, self.microseconds, 6);
        }
        return out.toString();
    }

    private static PyTuple state(PyDelta self) {
        return PyTuple.of(PyInt.of(self.days), PyInt.of(self.seconds), PyInt.of(self.microseconds));
    }

    @Builtin("__hash__(self, /)")
    static long hash(ThreadState ts, PyDelta self) {
        return Equality.hash(ts, state(self));
    }

    @Builtin(value = "__reduce__(self, /)", doc = "__reduce__() -> (cls, state)")
    static PyObject reduce(PyDelta self) {
        return PyTuple.of(self.type, state(self));
    }

    @Builtin(value = "total_seconds(self, /)", doc = "Total seconds in the duration.")
    static PyObject totalSeconds(ThreadState ts, PyDelta self) {
        return Arithmetic.binary(ts, BinaryOp.TRUE_DIVIDE, PyInt.of(self.micros()), MICROS_PER_SECOND);
    }

    @Builtin("__bool__(self, /)")
    static boolean truth(PyDelta self) {
        return !self.isZero();
    }

    @Builtin("__neg__(self, /)")
    static PyObject negative(PyDelta self) {
        return self.negated();
    }

    @Builtin("__pos__(self, /)")
    static PyObject positive(PyDelta self) {
        return PyDelta.of(self.days, self.seconds, self.microseconds);
    }

    @Builtin("__abs__(self, /)")
    static PyObject absolute(PyDelta self) {
        return self.days < 0 ? self.negated() : positive(self);
    }

    @Builtin("__add__(self, value, /)")
    static PyObject add(PyDelta self, PyObject value) {
        return value instanceof PyDelta other ? self.plus(other) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__radd__(self, value, /)")
    static PyObject reflectedAdd(PyDelta self, PyObject value) {
        return add(self, value);
    }

    @Builtin("__sub__(self, value, /)")
    static PyObject subtract(PyDelta self, PyObject value) {
        return value instanceof PyDelta other ? self.minus(other) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__rsub__(self, value, /)")
    static PyObject reflectedSubtract(PyDelta self, PyObject value) {
        return value instanceof PyDelta other ? other.minus(self) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__mul__(self, value, /)")
    static PyObject multiply(ThreadState ts, PyDelta self, PyObject value) {
        if (value instanceof PyInt i) {
            return PyDelta.ofMicros(self.micros().multiply(i.toBigInteger()));
        }
        if (value instanceof PyFloat) {
            BigInteger[] ratio = ratio(ts, value);
            return PyDelta.ofMicros(divideNearest(self.micros().multiply(ratio[0]), ratio[1]));
        }
        return PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__rmul__(self, value, /)")
    static PyObject reflectedMultiply(ThreadState ts, PyDelta self, PyObject value) {
        return multiply(ts, self, value);
    }

    @Builtin("__truediv__(self, value, /)")
    static PyObject trueDivide(ThreadState ts, PyDelta self, PyObject value) {
        if (value instanceof PyDelta other) {
            return Arithmetic.binary(ts, BinaryOp.TRUE_DIVIDE, PyInt.of(self.micros()), PyInt.of(other.micros()));
        }
        if (value instanceof PyInt i) {
            return PyDelta.ofMicros(divideNearest(self.micros(), i.toBigInteger()));
        }
        if (value instanceof PyFloat) {
            BigInteger[] ratio = ratio(ts, value);
            return PyDelta.ofMicros(divideNearest(self.micros().multiply(ratio[1]), ratio[0]));
        }
        return PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__rtruediv__(self, value, /)")
    static PyObject reflectedTrueDivide(ThreadState ts, PyDelta self, PyObject value) {
        return value instanceof PyDelta other ? trueDivide(ts, other, self) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__floordiv__(self, value, /)")
    static PyObject floorDivide(PyDelta self, PyObject value) {
        if (value instanceof PyDelta other) {
            return PyInt.of(floorDivide(self.micros(), other.micros())[0]);
        }
        if (value instanceof PyInt i) {
            return PyDelta.ofMicros(floorDivide(self.micros(), i.toBigInteger())[0]);
        }
        return PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__rfloordiv__(self, value, /)")
    static PyObject reflectedFloorDivide(PyDelta self, PyObject value) {
        return value instanceof PyDelta other ? floorDivide(other, self) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__mod__(self, value, /)")
    static PyObject remainder(PyDelta self, PyObject value) {
        if (!(value instanceof PyDelta other)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        if (other.isZero()) {
            throw Errors.zeroDivision("integer modulo by zero");
        }
        return PyDelta.ofMicros(floorDivide(self.micros(), other.micros())[1]);
    }

    @Builtin("__rmod__(self, value, /)")
    static PyObject reflectedRemainder(PyDelta self, PyObject value) {
        return value instanceof PyDelta other ? remainder(other, self) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__divmod__(self, value, /)")
    static PyObject divmod(PyDelta self, PyObject value) {
        if (!(value instanceof PyDelta other)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        BigInteger[] both = floorDivide(self.micros(), other.micros());
        return PyTuple.of(PyInt.of(both[0]), PyDelta.ofMicros(both[1]));
    }

    @Builtin("__rdivmod__(self, value, /)")
    static PyObject reflectedDivmod(PyDelta self, PyObject value) {
        return value instanceof PyDelta other ? divmod(other, self) : PySingleton.NOT_IMPLEMENTED;
    }

    private static BigInteger[] ratio(ThreadState ts, PyObject number) {
        PyObject pair = Calls.callMethod(ts, number, "as_integer_ratio");
        if (!(pair instanceof PyTuple tuple)) {
            throw Errors.typeError("unexpected return type from as_integer_ratio(): expected tuple, not '"
                    + pair.type.name() + "'");
        }
        if (tuple.size() != 2) {
            throw Errors.valueError("as_integer_ratio() must return a 2-tuple");
        }
        return new BigInteger[] {
            Arguments.toIndex(ts, tuple.item(0)).toBigInteger(), Arguments.toIndex(ts, tuple.item(1)).toBigInteger()
        };
    }

    private static BigInteger[] floorDivide(BigInteger a, BigInteger b) {
        if (b.signum() == 0) {
            throw Errors.zeroDivision("integer division or modulo by zero");
        }
        BigInteger[] both = a.divideAndRemainder(b);
        if (both[1].signum() != 0 && both[1].signum() != b.signum()) {
            both[0] = both[0].subtract(BigInteger.ONE);
            both[1] = both[1].add(b);
        }
        return both;
    }

    /** The quotient, rounded half to even. */
    private static BigInteger divideNearest(BigInteger a, BigInteger b) {
        BigInteger[] both = floorDivide(a, b);
        int half = both[1].shiftLeft(1).abs().compareTo(b.abs());
        boolean up = half > 0 || half == 0 && both[0].testBit(0);
        return up ? both[0].add(BigInteger.ONE) : both[0];
    }

    @Builtin("__lt__(self, value, /)")
    static PyObject lessThan(PyDelta self, PyObject value) {
        return value instanceof PyDelta o ? Comparing.less(self.compareTo(o)) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__le__(self, value, /)")
    static PyObject lessOrEqual(PyDelta self, PyObject value) {
        return value instanceof PyDelta o ? Comparing.less(self.compareTo(o) - 1) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject equal(PyDelta self, PyObject value) {
        return value instanceof PyDelta o ? Comparing.zero(self.compareTo(o)) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject notEqual(PyDelta self, PyObject value) {
        return value instanceof PyDelta o ? Comparing.nonZero(self.compareTo(o)) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__gt__(self, value, /)")
    static PyObject greaterThan(PyDelta self, PyObject value) {
        return value instanceof PyDelta o ? Comparing.less(o.compareTo(self)) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__ge__(self, value, /)")
    static PyObject greaterOrEqual(PyDelta self, PyObject value) {
        return value instanceof PyDelta o ? Comparing.less(o.compareTo(self) - 1) : PySingleton.NOT_IMPLEMENTED;
    }
}
