package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyComplex;
import org.krait.objects.PyDict;
import org.krait.objects.PyFloat;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.ComplexArithmetic;

/** The module {@code cmath}. */
@BuiltinModule(value = "cmath", doc = "Mathematical functions of complex numbers.")
final class CmathModule {
    private CmathModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        PyDict namespace = module.materializeDict();
        namespace.put("pi", new PyFloat(Math.PI));
        namespace.put("e", new PyFloat(Math.E));
        namespace.put("tau", new PyFloat(2 * Math.PI));
        namespace.put("inf", new PyFloat(Double.POSITIVE_INFINITY));
        namespace.put("infj", new PyComplex(0.0, Double.POSITIVE_INFINITY));
        namespace.put("nan", new PyFloat(Double.NaN));
        namespace.put("nanj", new PyComplex(0.0, Double.NaN));
    }

    /** A number as complex, by {@code __complex__} or {@code __float__}. */
    private static PyComplex number(ThreadState ts, PyObject z) {
        if (z instanceof PyComplex c) {
            return c;
        }
        PyComplex special = ComplexMethods.fromSpecial(ts, z);
        return special != null ? special : new PyComplex(Arguments.toDouble(ts, z), 0.0);
    }

    @Builtin(value = "acos(z, /)", doc = "The arc cosine of z.")
    static PyComplex acos(ThreadState ts, PyObject z) {
        PyComplex c = number(ts, z);
        return ComplexFunctions.acos(c.real, c.imag);
    }

    @Builtin(value = "acosh(z, /)", doc = "The inverse hyperbolic cosine of z.")
    static PyComplex acosh(ThreadState ts, PyObject z) {
        PyComplex c = number(ts, z);
        return ComplexFunctions.acosh(c.real, c.imag);
    }

    @Builtin(value = "asin(z, /)", doc = "The arc sine of z.")
    static PyComplex asin(ThreadState ts, PyObject z) {
        PyComplex c = number(ts, z);
        return ComplexFunctions.asin(c.real, c.imag);
    }

    @Builtin(value = "asinh(z, /)", doc = "The inverse hyperbolic sine of z.")
    static PyComplex asinh(ThreadState ts, PyObject z) {
        PyComplex c = number(ts, z);
        return ComplexFunctions.asinh(c.real, c.imag);
    }

    @Builtin(value = "atan(z, /)", doc = "The arc tangent of z.")
    static PyComplex atan(ThreadState ts, PyObject z) {
        PyComplex c = number(ts, z);
        return ComplexFunctions.atan(c.real, c.imag);
    }

    @Builtin(value = "atanh(z, /)", doc = "The inverse hyperbolic tangent of z.")
    static PyComplex atanh(ThreadState ts, PyObject z) {
        PyComplex c = number(ts, z);
        return ComplexFunctions.atanh(c.real, c.imag);
    }

    @Builtin(value = "cos(z, /)", doc = "The cosine of z.")
    static PyComplex cos(ThreadState ts, PyObject z) {
        PyComplex c = number(ts, z);
        return ComplexFunctions.cos(c.real, c.imag);
    }

    @Builtin(value = "cosh(z, /)", doc = "The hyperbolic cosine of z.")
    static PyComplex cosh(ThreadState ts, PyObject z) {
        PyComplex c = number(ts, z);
        return ComplexFunctions.cosh(c.real, c.imag);
    }

    @Builtin(value = "exp(z, /)", doc = "e to the power of z.")
    static PyComplex exp(ThreadState ts, PyObject z) {
        PyComplex c = number(ts, z);
        return ComplexFunctions.exp(c.real, c.imag);
    }

    @Builtin(value = "log10(z, /)", doc = "The base 10 logarithm of z.")
    static PyComplex log10(ThreadState ts, PyObject z) {
        PyComplex c = number(ts, z);
        return ComplexFunctions.log10(c.real, c.imag);
    }

    @Builtin(value = "sin(z, /)", doc = "The sine of z.")
    static PyComplex sin(ThreadState ts, PyObject z) {
        PyComplex c = number(ts, z);
        return ComplexFunctions.sin(c.real, c.imag);
    }

    @Builtin(value = "sinh(z, /)", doc = "The hyperbolic sine of z.")
    static PyComplex sinh(ThreadState ts, PyObject z) {
        PyComplex c = number(ts, z);
        return ComplexFunctions.sinh(c.real, c.imag);
    }

    @Builtin(value = "sqrt(z, /)", doc = "The square root of z.")
    static PyComplex sqrt(ThreadState ts, PyObject z) {
        PyComplex c = number(ts, z);
        return ComplexFunctions.sqrt(c.real, c.imag);
    }

    @Builtin(value = "tan(z, /)", doc = "The tangent of z.")
    static PyComplex tan(ThreadState ts, PyObject z) {
        PyComplex c = number(ts, z);
        return ComplexFunctions.tan(c.real, c.imag);
    }

    @Builtin(value = "tanh(z, /)", doc = "The hyperbolic tangent of z.")
    static PyComplex tanh(ThreadState ts, PyObject z) {
        PyComplex c = number(ts, z);
        return ComplexFunctions.tanh(c.real, c.imag);
    }

    @Builtin(
            value = "log(z, base=<unrepresentable>, /)",
            doc = "log(z[, base]) -> the logarithm of z to the given base, the natural one when not given.")
    static PyComplex log(ThreadState ts, PyObject z, PyObject base) {
        PyComplex c = number(ts, z);
        PyComplex top = ComplexFunctions.log(c.real, c.imag);
        if (base == null) {
            return top;
        }
        PyComplex b = number(ts, base);
        PyComplex bottom = ComplexFunctions.log(b.real, b.imag);
        if (bottom.real == 0 && bottom.imag == 0) {
            throw MathModule.domainError();
        }
        return ComplexArithmetic.divide(top, bottom);
    }

    @Builtin(value = "phase(z, /)", doc = "The argument of z: its angle in the plane.")
    static double phase(ThreadState ts, PyObject z) {
        PyComplex c = number(ts, z);
        return Math.atan2(c.imag, c.real);
    }

    @Builtin(value = "polar(z, /)", doc = "Converts z to polar coordinates: the pair of its distance and its angle.")
    static PyTuple polar(ThreadState ts, PyObject z) {
        PyComplex c = number(ts, z);
        double r = Math.hypot(c.real, c.imag);
        if (Double.isInfinite(r) && !Double.isInfinite(c.real) && !Double.isInfinite(c.imag)) {
            throw MathModule.rangeError();
        }
        return PyTuple.of(new PyFloat(r), new PyFloat(Math.atan2(c.imag, c.real)));
    }

    @Builtin(value = "rect(r, phi, /)", doc = "Converts from polar coordinates to a complex number.")
    static PyComplex rect(double r, double phi) {
        return ComplexFunctions.rect(r, phi);
    }

    @Builtin(value = "isfinite(z, /)", doc = "Whether both parts of z are finite.")
    static boolean isFinite(ThreadState ts, PyObject z) {
        PyComplex c = number(ts, z);
        return MathModule.isFinite(c.real) && MathModule.isFinite(c.imag);
    }

    @Builtin(value = "isinf(z, /)", doc = "Whether a part of z is infinite.")
    static boolean isInfinite(ThreadState ts, PyObject z) {
        PyComplex c = number(ts, z);
        return Double.isInfinite(c.real) || Double.isInfinite(c.imag);
    }

    @Builtin(value = "isnan(z, /)", doc = "Whether a part of z is a nan.")
    static boolean isNan(ThreadState ts, PyObject z) {
        PyComplex c = number(ts, z);
        return Double.isNaN(c.real) || Double.isNaN(c.imag);
    }

    @Builtin(
            value = "isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)",
            doc = "Whether two complex numbers are close to each other.\n\n  rel_tol\n    How far apart they may be, "
                    + "relative to the larger.\n  abs_tol\n    How far apart they may be at any size.")
    static boolean isClose(ThreadState ts, PyObject a, PyObject b, double relative, double absolute) {
        PyComplex x = number(ts, a);
        PyComplex y = number(ts, b);
        if (relative < 0 || absolute < 0) {
            throw Errors.valueError("tolerances must be non-negative");
        }
        if (x.real == y.real && x.imag == y.imag) {
            return true;
        }
        if (Double.isInfinite(x.real) || Double.isInfinite(x.imag) || Double.isInfinite(y.real)
                || Double.isInfinite(y.imag)) {
            return false;
        }
        double difference = Math.hypot(x.real - y.real, x.imag - y.imag);
        return difference <= relative * Math.hypot(y.real, y.imag)
                || difference <= relative * Math.hypot(x.real, x.imag) || difference <= absolute;
    }
}
