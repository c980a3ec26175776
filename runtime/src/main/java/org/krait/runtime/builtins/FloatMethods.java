package org.krait.runtime.builtins;

import java.math.BigInteger;
import org.krait.objects.Arguments;
import org.krait.objects.CompareOp;
import org.krait.objects.Errors;
import org.krait.objects.PyBool;
import org.krait.objects.PyFloat;
import org.krait.objects.PyFloatInstance;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.objects.text.FloatMath;
import org.krait.objects.text.FloatParser;
import org.krait.objects.text.FloatText;
import org.krait.objects.text.HexFloat;
import org.krait.objects.text.NumberFormat;
import org.krait.runtime.Calls;
import org.krait.runtime.FloatArithmetic;
import org.krait.runtime.IntArithmetic;
import org.krait.runtime.Texts;
import org.krait.runtime.Warnings;

/** The methods of {@code float}. */
@BuiltinType(
        base = ObjectMethods.class,
        signature = "(x=0, /)",
        doc = "The float of a number or of a text, 0.0 without argument.")
final class FloatMethods {
    private static final PyObject NOT_IMPLEMENTED = PySingleton.NOT_IMPLEMENTED;

    private FloatMethods() {}

    @Builtin("__new__(type, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        int keywordCount = keywords == null ? 0 : keywords.length;
        Itertool.noKeywords(type, PyFloat.TYPE, keywords, "float");
        int given = args.length - keywordCount;
        if (given > 1) {
            throw Errors.typeError("float expected at most 1 argument, got " + given);
        }
        if (given == 1 && type == PyFloat.TYPE && args[0].getClass() == PyFloat.class) {
            return args[0];
        }
        double value = given == 0 ? 0.0 : convert(ts, args[0]);
        return type == PyFloat.TYPE ? new PyFloat(value) : new PyFloatInstance(type, value);
    }

    /** The value of {@code float(x)}. */
    static double convert(ThreadState ts, PyObject x) {
        if (x.getClass() != PyStr.class && isNumber(x)) {
            return toDouble(ts, x);
        }
        if (x instanceof PyStr text) {
            return parse(ts, x, text.toString());
        }
        byte[] bytes = IntConstructor.bufferOf(ts, x);
        if (bytes != null) {
            return parse(ts, x, IntConstructor.latin1(bytes));
        }
        throw Errors.typeError(
                "float() argument must be a string or a real number, not '" + x.type.name() + "'");
    }

    /** True when an object is a float or can be made one by {@code __float__} or {@code __index__}. */
    static boolean isNumber(PyObject x) {
        return x instanceof PyFloat || x instanceof PyInt || x.type.has(Special.FLOAT) || x.type.has(Special.INDEX);
    }

    /** The value of an object for which {@link #isNumber}, as PyNumber_Float. */
    static double toDouble(ThreadState ts, PyObject x) {
        if (x.getClass() == PyFloat.class) {
            return ((PyFloat) x).value;
        }
        if (x.getClass() == PyInt.class) {
            return ((PyInt) x).value;
        }
        PyObject result = x.type.slots().toFloat(ts, x);
        if (result != null) {
            try {
                return valueOf(ts, x, result);
            } finally {
                if (result != x) {
                    Refs.drop(result);
                }
            }
        }
        return IntArithmetic.toDouble(Arguments.toIndex(ts, x));
    }

    /** The value of what {@code x.__float__()} has returned. */
    private static double valueOf(ThreadState ts, PyObject x, PyObject result) {
        if (!(result instanceof PyFloat f)) {
            throw Errors.typeError(
                    x.type.name() + ".__float__ returned non-float (type " + result.type.name() + ")");
        }
        if (f.type != PyFloat.TYPE) {
            Warnings.deprecation(ts, x.type.name() + ".__float__ returned non-float (type " + f.type.name()
                    + ").  The ability to return an instance of a strict subclass of float is deprecated, and may "
                    + "not be supported in a future version of Python.");
        }
        return f.value;
    }

    private static double parse(ThreadState ts, PyObject shown, String text) {
        try {
            return FloatParser.parse(text);
        } catch (NumberFormatException e) {
            throw Errors.valueError(
                    "could not convert string to float: " + IntConstructor.shortRepr(ts, shown));
        }
    }

    @Builtin("__repr__(self, /)")
    static PyStr repr(PyFloat self) {
        return PyStr.of(FloatText.repr(self.value));
    }

    @Builtin("__hash__(self, /)")
    static long hash(ThreadState ts, PyFloat self) {
        return hash(ts, self.value, self);
    }

    /** The hash of a float that belongs to {@code owner}: a nan hashes as its owner's identity. */
    static long hash(ThreadState ts, double value, PyObject owner) {
        return Double.isNaN(value) ? ObjectMethods.hash(ts, owner) : FloatMath.hash(value);
    }

    @Builtin("__format__(self, format_spec, /)")
    static PyObject format(ThreadState ts, PyFloat self, PyStr spec) {
        if (spec.length() == 0) {
            return self.type == PyFloat.TYPE ? repr(self) : Texts.str(ts, self);
        }
        return PyStr.of(NumberFormat.formatFloat(self.value, spec.toString(), self.type.name()));
    }

    private static PyObject compare(CompareOp op, PyFloat a, PyObject b) {
        double x = a.value;
        if (b instanceof PyFloat other) {
            double y = other.value;
            return PyBool.of(switch (op) {
                case LT -> x < y;
                case LE -> x <= y;
                case EQ -> x == y;
                case NE -> x != y;
                case GT -> x > y;
                case GE -> x >= y;
            });
        }
        if (b instanceof PyInt other) {
            return PyBool.of(Double.isNaN(x) ? op == CompareOp.NE : op.test(-IntArithmetic.compare(other, x)));
        }
        return NOT_IMPLEMENTED;
    }

    @Builtin("__lt__(self, value, /)")
    static PyObject less(PyFloat self, PyObject value) {
        return compare(CompareOp.LT, self, value);
    }

    @Builtin("__le__(self, value, /)")
    static PyObject lessOrEqual(PyFloat self, PyObject value) {
        return compare(CompareOp.LE, self, value);
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject equal(PyFloat self, PyObject value) {
        return compare(CompareOp.EQ, self, value);
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject notEqual(PyFloat self, PyObject value) {
        return compare(CompareOp.NE, self, value);
    }

    @Builtin("__gt__(self, value, /)")
    static PyObject greater(PyFloat self, PyObject value) {
        return compare(CompareOp.GT, self, value);
    }

    @Builtin("__ge__(self, value, /)")
    static PyObject greaterOrEqual(PyFloat self, PyObject value) {
        return compare(CompareOp.GE, self, value);
    }

    @Builtin("__add__(self, value, /)")
    static PyObject add(PyFloat self, PyObject value) {
        if (value instanceof PyFloat other) {
            return new PyFloat(self.value + other.value);
        }
        if (value instanceof PyInt other) {
            return new PyFloat(self.value + IntArithmetic.toDouble(other));
        }
        return NOT_IMPLEMENTED;
    }

    @Builtin("__radd__(self, value, /)")
    static PyObject reflectedAdd(PyFloat self, PyObject value) {
        if (value instanceof PyFloat other) {
            return new PyFloat(other.value + self.value);
        }
        if (value instanceof PyInt other) {
            return new PyFloat(IntArithmetic.toDouble(other) + self.value);
        }
        return NOT_IMPLEMENTED;
    }

    @Builtin("__sub__(self, value, /)")
    static PyObject subtract(PyFloat self, PyObject value) {
        if (value instanceof PyFloat other) {
            return new PyFloat(self.value - other.value);
        }
        if (value instanceof PyInt other) {
            return new PyFloat(self.value - IntArithmetic.toDouble(other));
        }
        return NOT_IMPLEMENTED;
    }

    @Builtin("__rsub__(self, value, /)")
    static PyObject reflectedSubtract(PyFloat self, PyObject value) {
        if (value instanceof PyFloat other) {
            return new PyFloat(other.value - self.value);
        }
        if (value instanceof PyInt other) {
            return new PyFloat(IntArithmetic.toDouble(other) - self.value);
        }
        return NOT_IMPLEMENTED;
    }

    @Builtin("__mul__(self, value, /)")
    static PyObject multiply(PyFloat self, PyObject value) {
        if (value instanceof PyFloat other) {
            return new PyFloat(self.value * other.value);
        }
        if (value instanceof PyInt other) {
            return new PyFloat(self.value * IntArithmetic.toDouble(other));
        }
        return NOT_IMPLEMENTED;
    }

    @Builtin("__rmul__(self, value, /)")
    static PyObject reflectedMultiply(PyFloat self, PyObject value) {
        if (value instanceof PyFloat other) {
            return new PyFloat(other.value * self.value);
        }
        if (value instanceof PyInt other) {
            return new PyFloat(IntArithmetic.toDouble(other) * self.value);
        }
        return NOT_IMPLEMENTED;
    }

    @Builtin("__truediv__(self, value, /)")
    static PyObject trueDivide(PyFloat self, PyObject value) {
        if (value instanceof PyFloat other) {
            return FloatArithmetic.trueDivide(self.value, other.value);
        }
        if (value instanceof PyInt other) {
            return FloatArithmetic.trueDivide(self.value, IntArithmetic.toDouble(other));
        }
        return NOT_IMPLEMENTED;
    }

    @Builtin("__rtruediv__(self, value, /)")
    static PyObject reflectedTrueDivide(PyFloat self, PyObject value) {
        if (value instanceof PyFloat other) {
            return FloatArithmetic.trueDivide(other.value, self.value);
        }
        if (value instanceof PyInt other) {
            return FloatArithmetic.trueDivide(IntArithmetic.toDouble(other), self.value);
        }
        return NOT_IMPLEMENTED;
    }

    @Builtin("__floordiv__(self, value, /)")
    static PyObject floorDivide(PyFloat self, PyObject value) {
        if (value instanceof PyFloat other) {
            return FloatArithmetic.floorDivide(self.value, other.value);
        }
        if (value instanceof PyInt other) {
            return FloatArithmetic.floorDivide(self.value, IntArithmetic.toDouble(other));
        }
        return NOT_IMPLEMENTED;
    }

    @Builtin("__rfloordiv__(self, value, /)")
    static PyObject reflectedFloorDivide(PyFloat self, PyObject value) {
        if (value instanceof PyFloat other) {
            return FloatArithmetic.floorDivide(other.value, self.value);
        }
        if (value instanceof PyInt other) {
            return FloatArithmetic.floorDivide(IntArithmetic.toDouble(other), self.value);
        }
        return NOT_IMPLEMENTED;
    }

    @Builtin("__mod__(self, value, /)")
    static PyObject remainder(PyFloat self, PyObject value) {
        if (value instanceof PyFloat other) {
            return FloatArithmetic.remainder(self.value, other.value);
        }
        if (value instanceof PyInt other) {
            return FloatArithmetic.remainder(self.value, IntArithmetic.toDouble(other));
        }
        return NOT_IMPLEMENTED;
    }

    @Builtin("__rmod__(self, value, /)")
    static PyObject reflectedRemainder(PyFloat self, PyObject value) {
        if (value instanceof PyFloat other) {
            return FloatArithmetic.remainder(other.value, self.value);
        }
        if (value instanceof PyInt other) {
            return FloatArithmetic.remainder(IntArithmetic.toDouble(other), self.value);
        }
        return NOT_IMPLEMENTED;
    }

    @Builtin("__divmod__(self, value, /)")
    static PyObject divmod(PyFloat self, PyObject value) {
        if (value instanceof PyFloat other) {
            return FloatArithmetic.divmod(self.value, other.value);
        }
        if (value instanceof PyInt other) {
            return FloatArithmetic.divmod(self.value, IntArithmetic.toDouble(other));
        }
        return NOT_IMPLEMENTED;
    }

    @Builtin("__rdivmod__(self, value, /)")
    static PyObject reflectedDivmod(PyFloat self, PyObject value) {
        if (value instanceof PyFloat other) {
            return FloatArithmetic.divmod(other.value, self.value);
        }
        if (value instanceof PyInt other) {
            return FloatArithmetic.divmod(IntArithmetic.toDouble(other), self.value);
        }
        return NOT_IMPLEMENTED;
    }

    @Builtin("__pow__(self, value, mod=None, /)")
    static PyObject power(PyFloat self, PyObject value, PyObject mod) {
        if (!(value instanceof PyFloat) && !(value instanceof PyInt)) {
            return NOT_IMPLEMENTED;
        }
        checkNoModulus(mod);
        return FloatArithmetic.power(self.value, operand(value));
    }

    @Builtin("__rpow__(self, value, mod=None, /)")
    static PyObject reflectedPower(PyFloat self, PyObject value, PyObject mod) {
        if (!(value instanceof PyFloat) && !(value instanceof PyInt)) {
            return NOT_IMPLEMENTED;
        }
        checkNoModulus(mod);
        return FloatArithmetic.power(operand(value), self.value);
    }

    private static double operand(PyObject value) {
        return value instanceof PyFloat f ? f.value : IntArithmetic.toDouble((PyInt) value);
    }

    private static void checkNoModulus(PyObject mod) {
        if (mod != null && mod != PySingleton.NONE) {
            throw Errors.typeError("pow() 3rd argument not allowed unless all arguments are integers");
        }
    }

    @Builtin("__neg__(self, /)")
    static PyFloat negative(PyFloat self) {
        return new PyFloat(-self.value);
    }

    @Builtin("__pos__(self, /)")
    static PyFloat positive(PyFloat self) {
        return exact(self);
    }

    private static PyFloat exact(PyFloat self) {
        return self.getClass() == PyFloat.class ? self : new PyFloat(self.value);
    }

    @Builtin("__abs__(self, /)")
    static PyFloat absolute(PyFloat self) {
        return new PyFloat(Math.abs(self.value));
    }

    @Builtin("__bool__(self, /)")
    static boolean truth(PyFloat self) {
        return self.value != 0;
    }

    @Builtin("__int__(self, /)")
    static PyInt toInt(PyFloat self) {
        return IntArithmetic.truncate(self.value);
    }

    @Builtin("__float__(self, /)")
    static PyFloat toFloat(PyFloat self) {
        return exact(self);
    }

    @Builtin(value = "__trunc__(self, /)", doc = "The integral part: rounded toward 0.")
    static PyInt truncate(PyFloat self) {
        return IntArithmetic.truncate(self.value);
    }

    @Builtin(value = "__floor__(self, /)", doc = "The largest int that is not larger.")
    static PyInt floor(PyFloat self) {
        return IntArithmetic.truncate(Math.floor(self.value));
    }

    @Builtin(value = "__ceil__(self, /)", doc = "The smallest int that is not smaller.")
    static PyInt ceil(PyFloat self) {
        return IntArithmetic.truncate(Math.ceil(self.value));
    }

    @Builtin(
            value = "__round__(self, ndigits=None, /)",
            doc = "The nearest int, half to even; with ndigits the float nearest to the decimal so rounded.")
    static PyObject round(ThreadState ts, PyFloat self, PyObject digits) {
        if (digits == null || digits == PySingleton.NONE) {
            return IntArithmetic.round(self.value);
        }
        PyInt count = Arguments.toIndex(ts, digits);
        long n = count.fitsLong() ? count.value : count.signum() * (long) Integer.MAX_VALUE;
        return new PyFloat(FloatMath.round(self.value, n));
    }

    @Builtin(value = "conjugate(self, /)", doc = "The float itself, which is its own complex conjugate.")
    static PyFloat conjugate(PyFloat self) {
        return exact(self);
    }

    @Builtin(
            value = "as_integer_ratio(self, /)",
            doc = "A pair of integers in lowest terms, the second positive, whose ratio is exactly the float.\n\n"
                    + ">>> (-.25).as_integer_ratio()\n(-1, 4)")
    static PyTuple asIntegerRatio(PyFloat self) {
        if (Double.isNaN(self.value)) {
            throw Errors.valueError("cannot convert NaN to integer ratio");
        }
        if (Double.isInfinite(self.value)) {
            throw Errors.overflowError("cannot convert Infinity to integer ratio");
        }
        BigInteger[] ratio = FloatMath.ratio(self.value);
        return PyTuple.of(PyInt.of(ratio[0]), PyInt.of(ratio[1]));
    }

    @Builtin(
            value = "fromhex(type, string, /)",
            doc = "The float that a hexadecimal text stands for.\n\n>>> float.fromhex('0x1.ffffp10')\n2047.984375",
            kind = Builtin.Kind.CLASS_METHOD)
    static PyObject fromHex(ThreadState ts, PyType type, PyObject string) {
        if (!(string instanceof PyStr text)) {
            throw Errors.typeError("bad argument type for built-in operation");
        }
        PyFloat value = new PyFloat(HexFloat.parse(text.toString()));
        return type == PyFloat.TYPE ? value : Calls.call(ts, type, value);
    }

    @Builtin(
            value = "hex(self, /)",
            doc = "The float as exact hexadecimal text.\n\n>>> (-0.1).hex()\n'-0x1.999999999999ap-4'")
    static String hex(PyFloat self) {
        return HexFloat.hex(self.value);
    }

    @Builtin(value = "is_integer(self, /)", doc = "Whether the float has no fractional part.")
    static boolean isInteger(PyFloat self) {
        return FloatMath.isInteger(self.value);
    }

    @Builtin("__getnewargs__(self, /)")
    static PyTuple newArguments(PyFloat self) {
        return PyTuple.of(exact(self));
    }

    @Builtin(
            value = "__getformat__(type, typestr, /)",
            doc = "How a C 'double' or 'float' is laid out, for Python's own tests.",
            kind = Builtin.Kind.CLASS_METHOD)
    static String getFormat(PyType type, PyObject kind) {
        if (!(kind instanceof PyStr text)) {
            throw Errors.typeError("__getformat__() argument must be str, not " + Arguments.shown(kind));
        }
        if (!text.equalTo("double") && !text.equalTo("float")) {
            throw Errors.valueError("__getformat__() argument 1 must be 'double' or 'float'");
        }
        return "IEEE, little-endian";
    }

    @Attribute(value = "real", doc = "the real part of a complex number")
    static PyFloat real(PyFloat self) {
        return exact(self);
    }

    @Attribute(value = "imag", doc = "the imaginary part of a complex number")
    static PyFloat imaginary(PyFloat self) {
        return new PyFloat(0.0);
    }
}
