package org.krait.runtime.builtins;

import java.math.BigInteger;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyException;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyTuple;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.objects.text.IntMath;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.IntArithmetic;
import org.krait.runtime.Iteration;

/** The module {@code math}; functions of several numbers are in {@link MathAggregates}. */
@BuiltinModule(value = "math", doc = "Mathematical functions of real numbers, as the C standard defines them.")
final class MathModule {
    private static final double LN2 = 0x1.62e42fefa39efp-1;

    private MathModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        module.dict.put("pi", new PyFloat(Math.PI));
        module.dict.put("e", new PyFloat(Math.E));
        module.dict.put("tau", new PyFloat(2 * Math.PI));
        module.dict.put("inf", new PyFloat(Double.POSITIVE_INFINITY));
        module.dict.put("nan", new PyFloat(Double.NaN));
    }

    static PyException domainError() {
        return Errors.valueError("math domain error");
    }

    static PyException rangeError() {
        return Errors.overflowError("math range error");
    }

    /** Turns a nan that came from a number, or an infinity that came from a finite one, into its error. */
    private static double checked(double x, double result, boolean canOverflow) {
        if (Double.isNaN(result) && !Double.isNaN(x)) {
            throw domainError();
        }
        if (Double.isInfinite(result) && !Double.isInfinite(x) && !Double.isNaN(x)) {
            throw canOverflow ? rangeError() : domainError();
        }
        return result;
    }

    @Builtin(value = "acos(x, /)", doc = "The arc cosine of x in radians, between 0 and pi.")
    static double acos(double x) {
        return checked(x, Math.acos(x), false);
    }

    @Builtin(value = "acosh(x, /)", doc = "The inverse hyperbolic cosine of x.")
    static double acosh(double x) {
        return checked(x, MathFunctions.acosh(x), false);
    }

    @Builtin(value = "asin(x, /)", doc = "The arc sine of x in radians, between -pi/2 and pi/2.")
    static double asin(double x) {
        return checked(x, Math.asin(x), false);
    }

    @Builtin(value = "asinh(x, /)", doc = "The inverse hyperbolic sine of x.")
    static double asinh(double x) {
        return checked(x, MathFunctions.asinh(x), false);
    }

    @Builtin(value = "atan(x, /)", doc = "The arc tangent of x in radians, between -pi/2 and pi/2.")
    static double atan(double x) {
        return checked(x, Math.atan(x), false);
    }

    @Builtin(value = "atanh(x, /)", doc = "The inverse hyperbolic tangent of x.")
    static double atanh(double x) {
        return checked(x, MathFunctions.atanh(x), false);
    }

    @Builtin(value = "cbrt(x, /)", doc = "The cube root of x.")
    static double cbrt(double x) {
        return checked(x, Math.cbrt(x), false);
    }

    @Builtin(value = "cos(x, /)", doc = "The cosine of x radians.")
    static double cos(double x) {
        return checked(x, Math.cos(x), false);
    }

    @Builtin(value = "cosh(x, /)", doc = "The hyperbolic cosine of x.")
    static double cosh(double x) {
        return checked(x, Math.cosh(x), true);
    }

    @Builtin(value = "erf(x, /)", doc = "The error function at x.")
    static double erf(double x) {
        return checked(x, MathFunctions.erf(x), false);
    }

    @Builtin(value = "erfc(x, /)", doc = "The complementary error function at x.")
    static double erfc(double x) {
        return checked(x, MathFunctions.erfc(x), false);
    }

    @Builtin(value = "exp(x, /)", doc = "e to the power of x.")
    static double exp(double x) {
        return checked(x, Math.exp(x), true);
    }

    @Builtin(value = "exp2(x, /)", doc = "2 to the power of x.")
    static double exp2(double x) {
        return checked(x, Math.pow(2.0, x), true);
    }

    @Builtin(value = "expm1(x, /)", doc = "exp(x) - 1 without loss of precision for small x.")
    static double expm1(double x) {
        return checked(x, Math.expm1(x), true);
    }

    @Builtin(value = "log1p(x, /)", doc = "The natural logarithm of 1 + x without loss of precision for small x.")
    static double log1p(double x) {
        return checked(x, Math.log1p(x), false);
    }

    @Builtin(value = "sin(x, /)", doc = "The sine of x radians.")
    static double sin(double x) {
        return checked(x, Math.sin(x), false);
    }

    @Builtin(value = "sinh(x, /)", doc = "The hyperbolic sine of x.")
    static double sinh(double x) {
        return checked(x, Math.sinh(x), true);
    }

    @Builtin(value = "sqrt(x, /)", doc = "The square root of x.")
    static double sqrt(double x) {
        return checked(x, Math.sqrt(x), false);
    }

    @Builtin(value = "tan(x, /)", doc = "The tangent of x radians.")
    static double tan(double x) {
        return checked(x, Math.tan(x), false);
    }

    @Builtin(value = "tanh(x, /)", doc = "The hyperbolic tangent of x.")
    static double tanh(double x) {
        return checked(x, Math.tanh(x), false);
    }

    @Builtin(value = "gamma(x, /)", doc = "The gamma function at x.")
    static double gamma(double x) {
        double result = MathFunctions.gamma(x);
        if (Double.isNaN(result) && !Double.isNaN(x)) {
            throw domainError();
        }
        if (Double.isInfinite(result) && !Double.isInfinite(x)) {
            throw rangeError();
        }
        return result;
    }

    @Builtin(value = "lgamma(x, /)", doc = "The natural logarithm of the absolute value of the gamma function at x.")
    static double lgamma(double x) {
        double result = MathFunctions.lgamma(x);
        if (Double.isInfinite(result) && !Double.isInfinite(x)) {
            throw x <= 0 && x == Math.floor(x) ? domainError() : rangeError();
        }
        return result;
    }

    @Builtin(value = "atan2(y, x, /)", doc = "The angle whose tangent is y/x, in the quadrant of the point (x, y).")
    static double atan2(double y, double x) {
        return Math.atan2(y, x);
    }

    @Builtin(value = "copysign(x, y, /)", doc = "A float with the magnitude of x and the sign of y.")
    static double copysign(double x, double y) {
        return Math.copySign(x, y);
    }

    @Builtin(value = "fabs(x, /)", doc = "The absolute value of x as a float.")
    static double fabs(double x) {
        return Math.abs(x);
    }

    @Builtin(value = "degrees(x, /)", doc = "The angle x, given in radians, in degrees.")
    static double degrees(double x) {
        return x * (180.0 / Math.PI);
    }

    @Builtin(value = "radians(x, /)", doc = "The angle x, given in degrees, in radians.")
    static double radians(double x) {
        return x * (Math.PI / 180.0);
    }

    @Builtin(value = "isfinite(x, /)", doc = "Whether x is neither infinite nor a nan.")
    static boolean isFinite(double x) {
        return !Double.isInfinite(x) && !Double.isNaN(x);
    }

    @Builtin(value = "isinf(x, /)", doc = "Whether x is positive or negative infinity.")
    static boolean isInfinite(double x) {
        return Double.isInfinite(x);
    }

    @Builtin(value = "isnan(x, /)", doc = "Whether x is a nan (not a number).")
    static boolean isNan(double x) {
        return Double.isNaN(x);
    }

    @Builtin(
            value = "isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)",
            doc = "Whether two floats are close to each other.\n\n"
                    + "  rel_tol\n    How far apart they may be, relative to the larger.\n"
                    + "  abs_tol\n    How far apart they may be at any size.\n\nA nan is close to nothing; "
                    + "infinities only to themselves.")
    static boolean isClose(double a, double b, double relativeTolerance, double absoluteTolerance) {
        if (relativeTolerance < 0 || absoluteTolerance < 0) {
            throw Errors.valueError("tolerances must be non-negative");
        }
        if (a == b) {
            return true;
        }
        if (Double.isInfinite(a) || Double.isInfinite(b)) {
            return false;
        }
        double difference = Math.abs(b - a);
        return difference <= Math.abs(relativeTolerance * b) || difference <= Math.abs(relativeTolerance * a)
                || difference <= absoluteTolerance;
    }

    @Builtin(value = "fmod(x, y, /)", doc = "The remainder of x / y with the sign of x, as C's fmod.")
    static double fmod(double x, double y) {
        if (Double.isInfinite(y) && !Double.isInfinite(x) && !Double.isNaN(x)) {
            return x;
        }
        double result = x % y;
        if (Double.isNaN(result) && !Double.isNaN(x) && !Double.isNaN(y)) {
            throw domainError();
        }
        return result;
    }

    @Builtin(
            value = "remainder(x, y, /)",
            doc = "The difference between x and the multiple of y nearest to it (the even one of two).")
    static double remainder(double x, double y) {
        double result = Math.IEEEremainder(x, y);
        if (Double.isNaN(result) && !Double.isNaN(x) && !Double.isNaN(y)) {
            throw domainError();
        }
        return result;
    }

    @Builtin(value = "pow(x, y, /)", doc = "x to the power of y as floats.")
    static double pow(double x, double y) {
        if (Double.isNaN(x)) {
            return y == 0 ? 1.0 : x;
        }
        if (Double.isNaN(y)) {
            return x == 1 ? 1.0 : y;
        }
        if (Double.isInfinite(y) && Math.abs(x) == 1) {
            return 1.0;
        }
        double result = Math.pow(x, y);
        if (Double.isInfinite(x) || Double.isInfinite(y)) {
            return result;
        }
        if (Double.isNaN(result)) {
            throw domainError();
        }
        if (Double.isInfinite(result)) {
            throw x == 0 ? domainError() : rangeError();
        }
        return result;
    }

    @Builtin(value = "ldexp(x, i, /)", doc = "x * (2**i), the inverse of frexp.")
    static double ldexp(double x, PyObject i) {
        if (!(i instanceof PyInt exponent)) {
            throw Errors.typeError("Expected an int as second argument to ldexp.");
        }
        if (x == 0 || Double.isInfinite(x) || Double.isNaN(x)) {
            return x;
        }
        long power = exponent.fitsLong() ? exponent.value : exponent.signum() * (long) Integer.MAX_VALUE;
        if (power > 2200) {
            throw rangeError();
        }
        if (power < -2200) {
            return Math.copySign(0.0, x);
        }
        double result = Math.scalb(x, (int) power);
        if (Double.isInfinite(result)) {
            throw rangeError();
        }
        return result;
    }

    @Builtin(
            value = "frexp(x, /)",
            doc = "The pair (m, e) with x = m * 2.**e and 0.5 <= abs(m) < 1.0, or 0 twice for 0.")
    static PyTuple frexp(double x) {
        if (x == 0 || Double.isInfinite(x) || Double.isNaN(x)) {
            return PyTuple.of(new PyFloat(x), PyInt.ZERO);
        }
        int exponent = exponent(x);
        return PyTuple.of(new PyFloat(mantissa(x, exponent)), PyInt.of(exponent));
    }

    private static int exponent(double x) {
        int exponent = Math.getExponent(x) + 1;
        return exponent < -1021 ? Math.getExponent(x * 0x1p54) + 1 - 54 : exponent;
    }

    private static double mantissa(double x, int exponent) {
        return exponent < -1021 ? Math.scalb(x * 0x1p54, -exponent - 54) : Math.scalb(x, -exponent);
    }

    @Builtin(value = "modf(x, /)", doc = "The fractional and the integral part of x, both floats with the sign of x.")
    static PyTuple modf(double x) {
        if (Double.isInfinite(x)) {
            return PyTuple.of(new PyFloat(Math.copySign(0.0, x)), new PyFloat(x));
        }
        double whole = x < 0 ? Math.ceil(x) : Math.floor(x);
        return PyTuple.of(new PyFloat(Math.copySign(x - whole, x)), new PyFloat(whole));
    }

    @Builtin(
            value = "nextafter(x, y, /, *, steps=None)",
            doc = "The float that is a number of steps (1 when not given) away from x toward y.")
    static double nextAfter(ThreadState ts, double x, double y, PyObject steps) {
        if (steps == null || steps == PySingleton.NONE) {
            return Double.isNaN(x) ? x : x == y ? y : Math.nextAfter(x, y);
        }
        PyInt count = Arguments.toIndex(ts, steps);
        if (count.signum() < 0) {
            throw Errors.valueError("steps must be a non-negative integer");
        }
        if (count.signum() == 0 || Double.isNaN(x)) {
            return x;
        }
        if (Double.isNaN(y) || x == y) {
            return y;
        }
        // Floats in order are integers in order.
        BigInteger from = ordered(x);
        BigInteger to = ordered(y);
        BigInteger distance = to.subtract(from);
        BigInteger step = count.toBigInteger();
        if (step.compareTo(distance.abs()) >= 0) {
            return y;
        }
        long at = from.add(distance.signum() > 0 ? step : step.negate()).longValue();
        if (at == 0) {
            return Math.copySign(0.0, x);
        }
        return at < 0 ? -Double.longBitsToDouble(-at) : Double.longBitsToDouble(at);
    }

    private static BigInteger ordered(double x) {
        long bits = Double.doubleToRawLongBits(x);
        return BigInteger.valueOf(bits < 0 ? -(bits & Long.MAX_VALUE) : bits);
    }

    @Builtin(value = "ulp(x, /)", doc = "The value of the least significant bit of the float x.")
    static double ulp(double x) {
        return Double.isNaN(x) ? x : Math.ulp(x);
    }

    @Builtin(
            value = "log(*args)",
            doc = "The logarithm of x to a base, the natural one when not given.")
    static PyObject log(ThreadState ts, PyObject[] args) {
        if (args.length == 0 || args.length > 2) {
            throw Errors.typeError("log expected at " + (args.length == 0 ? "least 1 argument" : "most 2 arguments")
                    + ", got " + args.length);
        }
        double top = logarithm(ts, args[0], 'e');
        if (args.length == 1) {
            return new PyFloat(top);
        }
        double bottom = logarithm(ts, args[1], 'e');
        if (bottom == 0) {
            throw Errors.zeroDivision("float division by zero");
        }
        return new PyFloat(top / bottom);
    }

    @Builtin(value = "log2(x, /)", doc = "The base 2 logarithm of x.")
    static double log2(ThreadState ts, PyObject x) {
        return logarithm(ts, x, '2');
    }

    @Builtin(value = "log10(x, /)", doc = "The base 10 logarithm of x.")
    static double log10(ThreadState ts, PyObject x) {
        return logarithm(ts, x, 'd');
    }

    private static double logarithm(ThreadState ts, PyObject o, char base) {
        if (o instanceof PyInt i) {
            if (i.signum() <= 0) {
                throw domainError();
            }
            BigInteger big = i.big();
            if (big != null && big.bitLength() > 1023) {
                int drop = big.bitLength() - 64;
                double mantissa = Math.scalb(big.shiftRight(drop).doubleValue(), -64);
                double exponent = drop + 64.0;
                return switch (base) {
                    case '2' -> MathFunctions.log2(mantissa) + exponent;
                    case 'd' -> Math.log10(mantissa) + Math.log10(2) * exponent;
                    default -> Math.log(mantissa) + LN2 * exponent;
                };
            }
        }
        double x = Arguments.toDouble(ts, o);
        if (x <= 0) {
            throw domainError();
        }
        return switch (base) {
            case '2' -> MathFunctions.log2(x);
            case 'd' -> Math.log10(x);
            default -> Math.log(x);
        };
    }

    @Builtin(value = "ceil(x, /)", doc = "The smallest int that is not smaller than x.")
    static PyObject ceil(ThreadState ts, PyObject x) {
        if (x.getClass() != PyFloat.class) {
            PyObject method = Attributes.getSpecial(ts, x, Special.CEIL);
            if (method != null) {
                return Calls.consume(ts, method);
            }
        }
        return IntArithmetic.truncate(Math.ceil(Arguments.toDouble(ts, x)));
    }

    @Builtin(value = "floor(x, /)", doc = "The largest int that is not larger than x.")
    static PyObject floor(ThreadState ts, PyObject x) {
        if (x.getClass() != PyFloat.class) {
            PyObject method = Attributes.getSpecial(ts, x, Special.FLOOR);
            if (method != null) {
                return Calls.consume(ts, method);
            }
        }
        return IntArithmetic.truncate(Math.floor(Arguments.toDouble(ts, x)));
    }

    @Builtin(value = "trunc(x, /)", doc = "x cut to its integral part by __trunc__.")
    static PyObject trunc(ThreadState ts, PyObject x) {
        if (x.getClass() == PyFloat.class) {
            return IntArithmetic.truncate(((PyFloat) x).value);
        }
        PyObject method = Attributes.getSpecial(ts, x, Special.TRUNC);
        if (method == null) {
            throw Errors.typeError("type " + x.type.name() + " doesn't define __trunc__ method");
        }
        return Calls.consume(ts, method);
    }

    @Builtin(value = "factorial(n, /)", doc = "The product of the ints from 1 to n.")
    static PyInt factorial(ThreadState ts, PyObject n) {
        PyInt count = Arguments.toIndex(ts, n);
        if (count.signum() < 0) {
            throw Errors.valueError("factorial() not defined for negative values");
        }
        if (!count.fitsLong()) {
            throw Errors.overflowError("factorial() argument should not exceed " + Long.MAX_VALUE);
        }
        if (count.value > 200_000_000) {
            throw Errors.memoryError();
        }
        return PyInt.of(IntMath.factorial(count.value));
    }

    @Builtin(value = "isqrt(n, /)", doc = "The largest int whose square is not larger than n.")
    static PyInt isqrt(ThreadState ts, PyObject n) {
        PyInt value = Arguments.toIndex(ts, n);
        if (value.signum() < 0) {
            throw Errors.valueError("isqrt() argument must be nonnegative");
        }
        return PyInt.of(IntMath.squareRoot(value.toBigInteger()));
    }

    @Builtin(value = "comb(n, k, /)", doc = "The number of ways to choose k of n items, without order or repetition.")
    static PyInt comb(ThreadState ts, PyObject n, PyObject k) {
        PyInt all = Arguments.toIndex(ts, n);
        PyInt chosen = Arguments.toIndex(ts, k);
        checkCounts(all, chosen);
        return PyInt.of(IntMath.combinations(all.toBigInteger(), chosen.toBigInteger()));
    }

    @Builtin(
            value = "perm(n, k=None, /)",
            doc = "The number of ways to take k of n items (all of them when not given) in order, without repetition.")
    static PyInt perm(ThreadState ts, PyObject n, PyObject k) {
        if (k == null || k == PySingleton.NONE) {
            return factorial(ts, n);
        }
        PyInt all = Arguments.toIndex(ts, n);
        PyInt taken = Arguments.toIndex(ts, k);
        checkCounts(all, taken);
        return PyInt.of(IntMath.permutations(all.toBigInteger(), taken.toBigInteger()));
    }

    private static void checkCounts(PyInt n, PyInt k) {
        if (n.signum() < 0) {
            throw Errors.valueError("n must be a non-negative integer");
        }
        if (k.signum() < 0) {
            throw Errors.valueError("k must be a non-negative integer");
        }
    }

    @Builtin(value = "gcd(*integers)", doc = "The greatest common divisor.")
    static PyInt gcd(ThreadState ts, PyObject[] integers) {
        PyInt result = PyInt.ZERO;
        for (PyObject o : integers) {
            result = GreatestDivisor.of(result, Arguments.toIndex(ts, o));
        }
        return result;
    }

    @Builtin(value = "lcm(*integers)", doc = "The least common multiple.")
    static PyInt lcm(ThreadState ts, PyObject[] integers) {
        BigInteger result = BigInteger.ONE;
        for (PyObject o : integers) {
            PyInt value = Arguments.toIndex(ts, o);
            result = value.signum() == 0 || result.signum() == 0
                    ? BigInteger.ZERO
                    : result.divide(GreatestDivisor.of(PyInt.of(result), value).toBigInteger())
                            .multiply(value.toBigInteger().abs());
        }
        return PyInt.of(result);
    }

    @Builtin(value = "fsum(seq, /)", doc = "The sum of the floats of an iterable without loss of precision.")
    static double fsum(ThreadState ts, PyObject seq) {
        FloatSums sum = new FloatSums();
        Iteration.forEach(ts, seq, new Iteration.Consumer() {
            @Override
            public boolean accept(PyObject item) {
                sum.add(Arguments.toDouble(ts, item));
                return true;
            }
        });
        return sum.sum();
    }

    @Builtin(
            value = "prod(iterable, /, *, start=1)",
            doc = "The product of start and all the numbers of an iterable.")
    static PyObject prod(ThreadState ts, PyObject iterable, PyObject start) {
        return MathAggregates.product(ts, iterable, start == null ? PyInt.ONE : start);
    }

    @Builtin(value = "sumprod(p, q, /)", doc = "The sum of the products of values of two iterables of equal length.")
    static PyObject sumprod(ThreadState ts, PyObject p, PyObject q) {
        return MathAggregates.sumOfProducts(ts, p, q);
    }

    @Builtin(
            value = "hypot(*coordinates)",
            doc = "The Euclidean distance of a point from the origin: the root of the sum of squares.")
    static double hypot(ThreadState ts, PyObject[] coordinates) {
        double[] values = new double[coordinates.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.abs(Arguments.toDouble(ts, coordinates[i]));
        }
        return MathAggregates.norm(values);
    }

    @Builtin(
            value = "dist(p, q, /)",
            doc = "The Euclidean distance between two points, each a sequence of coordinates.")
    static double dist(ThreadState ts, PyObject p, PyObject q) {
        PyObject[] from = Iteration.toArray(ts, p);
        PyObject[] to = Iteration.toArray(ts, q);
        if (from.length != to.length) {
            throw Errors.valueError("both points must have the same number of dimensions");
        }
        double[] values = new double[from.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.abs(Arguments.toDouble(ts, from[i]) - Arguments.toDouble(ts, to[i]));
        }
        return MathAggregates.norm(values);
    }
}
