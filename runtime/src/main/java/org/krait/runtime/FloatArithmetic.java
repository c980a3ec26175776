package org.krait.runtime;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyComplex;
import org.krait.objects.PyException;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.text.FloatMath;

/** The operations of floats that Java does not do as Python does. */
public final class FloatArithmetic {
    private FloatArithmetic() {}

    public static PyFloat trueDivide(double x, double y) {
        if (y == 0) {
            throw Errors.zeroDivision("float division by zero");
        }
        return new PyFloat(x / y);
    }

    public static PyFloat floorDivide(double x, double y) {
        if (y == 0) {
            throw Errors.zeroDivision("float floor division by zero");
        }
        return new PyFloat(FloatMath.floorDivide(x, y));
    }

    public static PyFloat remainder(double x, double y) {
        if (y == 0) {
            throw Errors.zeroDivision("float modulo");
        }
        return new PyFloat(FloatMath.floorMod(x, y));
    }

    public static PyTuple divmod(double x, double y) {
        if (y == 0) {
            throw Errors.zeroDivision("float divmod()");
        }
        return PyTuple.of(new PyFloat(FloatMath.floorDivide(x, y)), new PyFloat(FloatMath.floorMod(x, y)));
    }

    /** {@code x ** y}: a float, or a complex for a negative base and a fractional exponent. */
    public static PyObject power(double x, double y) {
        if (y == 0) {
            return new PyFloat(1.0);
        }
        if (Double.isNaN(x)) {
            return new PyFloat(x);
        }
        if (Double.isNaN(y)) {
            return new PyFloat(x == 1.0 ? 1.0 : y);
        }
        if (Double.isInfinite(y)) {
            double abs = Math.abs(x);
            if (abs == 1.0) {
                return new PyFloat(1.0);
            }
            return new PyFloat(y > 0 == abs > 1.0 ? Math.abs(y) : 0.0);
        }
        boolean odd = Math.abs(y % 2.0) == 1.0;
        if (Double.isInfinite(x)) {
            return new PyFloat(y > 0 ? odd ? x : Math.abs(x) : odd ? Math.copySign(0.0, x) : 0.0);
        }
        if (x == 0) {
            if (y < 0) {
                throw Errors.zeroDivision("0.0 cannot be raised to a negative power");
            }
            return new PyFloat(odd ? x : 0.0);
        }
        if (x < 0 && y != Math.floor(y)) {
            return ComplexArithmetic.power(new PyComplex(x, 0), new PyComplex(y, 0));
        }
        double abs = Math.pow(Math.abs(x), y);
        if (Double.isInfinite(abs)) {
            throw tooLarge();
        }
        return new PyFloat(x < 0 && odd ? -abs : abs);
    }

    /** The OverflowError of C's errno ERANGE. */
    public static PyException tooLarge() {
        return Errors.withArgs(
                ExceptionTypes.OVERFLOW_ERROR, PyInt.of(34), PyStr.of("Numerical result out of range"));
    }
}
