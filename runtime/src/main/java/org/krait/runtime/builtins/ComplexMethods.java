package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyBool;
import org.krait.objects.PyComplex;
import org.krait.objects.PyComplexInstance;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.objects.text.ComplexText;
import org.krait.objects.text.FloatMath;
import org.krait.objects.text.FloatParser;
import org.krait.objects.text.NumberFormat;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.ComplexArithmetic;
import org.krait.runtime.IntArithmetic;
import org.krait.runtime.Texts;
import org.krait.runtime.Warnings;

/** The methods of {@code complex}. */
@BuiltinType(
        base = ObjectMethods.class,
        signature = "__new__",
        doc = "A complex number made of a real and an imaginary part, both 0 when not given,\nor read from a text.")
final class ComplexMethods {
    private static final PyObject NOT_IMPLEMENTED = PySingleton.NOT_IMPLEMENTED;

    private ComplexMethods() {}

    @Builtin("__new__(type, real=0, imag=0)")
    static PyObject make(ThreadState ts, PyType type, PyObject real, PyObject imag) {
        if (real == null && imag == null) {
            return made(type, 0, 0);
        }
        PyObject r = real == null ? PyInt.ZERO : real;
        if (imag == null && type == PyComplex.TYPE && r.getClass() == PyComplex.class) {
            return r;
        }
        if (r instanceof PyStr text) {
            if (imag != null) {
                throw Errors.typeError("complex() can't take second arg if first is a string");
            }
            if (hasMisplacedUnderscore(text)) {
                throw Errors.valueError("could not convert string to complex: " + Texts.repr(ts, text));
            }
            try {
                double[] parts = FloatParser.parseComplex(text.toString());
                return made(type, parts[0], parts[1]);
            } catch (NumberFormatException e) {
                throw Errors.valueError("complex() arg is a malformed string");
            }
        }
        if (imag instanceof PyStr) {
            throw Errors.typeError("complex() second arg can't be a string");
        }
        PyComplex special = fromSpecial(ts, r);
        if (special != null) {
            r = special;
        }
        if (!(r instanceof PyComplex) && !FloatMethods.isNumber(r)) {
            throw Errors.typeError(
                    "complex() first argument must be a string or a number, not '" + r.type.name() + "'");
        }
        if (imag != null && !(imag instanceof PyComplex) && !FloatMethods.isNumber(imag)) {
            throw Errors.typeError("complex() second argument must be a number, not '" + imag.type.name() + "'");
        }
        // The arguments may be complex themselves: the result is real + imag * 1j.
        double x;
        double y = 0;
        if (r instanceof PyComplex c) {
            x = c.real;
            y = c.imag;
        } else {
            x = FloatMethods.toDouble(ts, r);
        }
        if (imag instanceof PyComplex c) {
            return made(type, x - c.imag, r instanceof PyComplex ? c.real + y : c.real);
        }
        if (imag != null) {
            double i = FloatMethods.toDouble(ts, imag);
            return made(type, x, r instanceof PyComplex ? i + y : i);
        }
        return made(type, x, y);
    }

    private static PyComplex made(PyType type, double real, double imag) {
        return type == PyComplex.TYPE ? new PyComplex(real, imag) : new PyComplexInstance(type, real, imag);
    }

    /** What {@code __complex__} gives; null when there is none. */
    static PyComplex fromSpecial(ThreadState ts, PyObject o) {
        if (o.getClass() == PyComplex.class) {
            return (PyComplex) o;
        }
        PyObject method = Attributes.getSpecial(ts, o, Special.COMPLEX);
        if (method == null) {
            return null;
        }
        PyObject result = Calls.consume(ts, method);
        if (!(result instanceof PyComplex c)) {
            throw Errors.typeError("__complex__ returned non-complex (type " + result.type.name() + ")");
        }
        if (c.type != PyComplex.TYPE) {
            Warnings.deprecation(ts, "__complex__ returned non-complex (type " + c.type.name() + ").  The ability to "
                    + "return an instance of a strict subclass of complex is deprecated, and may not be supported in "
                    + "a future version of Python.");
        }
        return c;
    }

    /** True when an underscore does not stand between two digits. */
    private static boolean hasMisplacedUnderscore(PyStr text) {
        int before = 0;
        for (int i = 0; i <= text.length(); i++) {
            int c = i < text.length() ? text.at(i) : 0;
            if (c == '_' && !isDigit(before) || before == '_' && !isDigit(c)) {
                return true;
            }
            before = c;
        }
        return false;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    @Builtin("__repr__(self, /)")
    static PyStr repr(PyComplex self) {
        return PyStr.of(ComplexText.repr(self.real, self.imag));
    }

    @Builtin("__hash__(self, /)")
    static long hash(ThreadState ts, PyComplex self) {
        return FloatMath.complexHash(
                FloatMethods.hash(ts, self.real, self), FloatMethods.hash(ts, self.imag, self));
    }

    @Builtin(value = "__format__(self, format_spec, /)", doc = "The number as text by a format specification.")
    static PyObject format(ThreadState ts, PyComplex self, PyStr spec) {
        if (spec.length() == 0) {
            return self.type == PyComplex.TYPE ? repr(self) : Texts.str(ts, self);
        }
        return PyStr.of(NumberFormat.formatComplex(self.real, self.imag, spec.toString(), self.type.name()));
    }

    @Builtin("__lt__(self, value, /)")
    static PyObject less(PyComplex self, PyObject value) {
        return NOT_IMPLEMENTED;
    }

    @Builtin("__le__(self, value, /)")
    static PyObject lessOrEqual(PyComplex self, PyObject value) {
        return NOT_IMPLEMENTED;
    }

    @Builtin("__gt__(self, value, /)")
    static PyObject greater(PyComplex self, PyObject value) {
        return NOT_IMPLEMENTED;
    }

    @Builtin("__ge__(self, value, /)")
    static PyObject greaterOrEqual(PyComplex self, PyObject value) {
        return NOT_IMPLEMENTED;
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject equal(PyComplex self, PyObject value) {
        if (value instanceof PyComplex c) {
            return PyBool.of(self.real == c.real && self.imag == c.imag);
        }
        if (value instanceof PyFloat f) {
            return PyBool.of(self.real == f.value && self.imag == 0);
        }
        if (value instanceof PyInt i) {
            return PyBool.of(
                    self.imag == 0 && !Double.isNaN(self.real) && IntArithmetic.compare(i, self.real) == 0);
        }
        return NOT_IMPLEMENTED;
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject notEqual(PyComplex self, PyObject value) {
        PyObject equal = equal(self, value);
        return equal == NOT_IMPLEMENTED ? equal : PyBool.of(equal == PyBool.FALSE);
    }

    /** A number as the complex operand it stands for, null when it is none. */
    private static PyComplex operand(PyObject value) {
        if (value instanceof PyComplex c) {
            return c;
        }
        if (value instanceof PyFloat f) {
            return new PyComplex(f.value, 0);
        }
        if (value instanceof PyInt i) {
            return new PyComplex(IntArithmetic.toDouble(i), 0);
        }
        return null;
    }

    @Builtin("__add__(self, value, /)")
    static PyObject add(PyComplex self, PyObject value) {
        PyComplex other = operand(value);
        return other == null ? NOT_IMPLEMENTED : ComplexArithmetic.add(self, other);
    }

    @Builtin("__radd__(self, value, /)")
    static PyObject reflectedAdd(PyComplex self, PyObject value) {
        PyComplex other = operand(value);
        return other == null ? NOT_IMPLEMENTED : ComplexArithmetic.add(other, self);
    }

    @Builtin("__sub__(self, value, /)")
    static PyObject subtract(PyComplex self, PyObject value) {
        PyComplex other = operand(value);
        return other == null ? NOT_IMPLEMENTED : ComplexArithmetic.subtract(self, other);
    }

    @Builtin("__rsub__(self, value, /)")
    static PyObject reflectedSubtract(PyComplex self, PyObject value) {
        PyComplex other = operand(value);
        return other == null ? NOT_IMPLEMENTED : ComplexArithmetic.subtract(other, self);
    }

    @Builtin("__mul__(self, value, /)")
    static PyObject multiply(PyComplex self, PyObject value) {
        PyComplex other = operand(value);
        return other == null ? NOT_IMPLEMENTED : ComplexArithmetic.multiply(self, other);
    }

    @Builtin("__rmul__(self, value, /)")
    static PyObject reflectedMultiply(PyComplex self, PyObject value) {
        PyComplex other = operand(value);
        return other == null ? NOT_IMPLEMENTED : ComplexArithmetic.multiply(other, self);
    }

    @Builtin("__truediv__(self, value, /)")
    static PyObject trueDivide(PyComplex self, PyObject value) {
        PyComplex other = operand(value);
        return other == null ? NOT_IMPLEMENTED : ComplexArithmetic.divide(self, other);
    }

    @Builtin("__rtruediv__(self, value, /)")
    static PyObject reflectedTrueDivide(PyComplex self, PyObject value) {
        PyComplex other = operand(value);
        return other == null ? NOT_IMPLEMENTED : ComplexArithmetic.divide(other, self);
    }

    @Builtin("__pow__(self, value, mod=None, /)")
    static PyObject power(PyComplex self, PyObject value, PyObject mod) {
        PyComplex other = operand(value);
        if (other == null) {
            return NOT_IMPLEMENTED;
        }
        checkNoModulus(mod);
        return ComplexArithmetic.power(self, other);
    }

    @Builtin("__rpow__(self, value, mod=None, /)")
    static PyObject reflectedPower(PyComplex self, PyObject value, PyObject mod) {
        PyComplex other = operand(value);
        if (other == null) {
            return NOT_IMPLEMENTED;
        }
        checkNoModulus(mod);
        return ComplexArithmetic.power(other, self);
    }

    private static void checkNoModulus(PyObject mod) {
        if (mod != null && mod != PySingleton.NONE) {
            throw Errors.valueError("complex modulo");
        }
    }

    @Builtin("__neg__(self, /)")
    static PyComplex negative(PyComplex self) {
        return new PyComplex(-self.real, -self.imag);
    }

    @Builtin("__pos__(self, /)")
    static PyComplex positive(PyComplex self) {
        return exact(self);
    }

    private static PyComplex exact(PyComplex self) {
        return self.getClass() == PyComplex.class ? self : new PyComplex(self.real, self.imag);
    }

    @Builtin("__abs__(self, /)")
    static double absolute(PyComplex self) {
        return ComplexArithmetic.absolute(self);
    }

    @Builtin("__bool__(self, /)")
    static boolean truth(PyComplex self) {
        return self.real != 0 || self.imag != 0;
    }

    @Builtin(value = "conjugate(self, /)", doc = "The number with the sign of its imaginary part changed.")
    static PyComplex conjugate(PyComplex self) {
        return new PyComplex(self.real, -self.imag);
    }

    @Builtin(value = "__complex__(self, /)", doc = "The number as an exact complex.")
    static PyComplex toComplex(PyComplex self) {
        return exact(self);
    }

    @Builtin("__getnewargs__(self, /)")
    static PyTuple newArguments(PyComplex self) {
        return PyTuple.of(new PyFloat(self.real), new PyFloat(self.imag));
    }

    @Attribute(value = "real", doc = "the real part of a complex number", member = true)
    static double real(PyComplex self) {
        return self.real;
    }

    @Attribute(value = "imag", doc = "the imaginary part of a complex number", member = true)
    static double imaginary(PyComplex self) {
        return self.imag;
    }
}
