package org.krait.runtime.builtins;

import java.math.BigInteger;
import org.krait.objects.Arguments;
import org.krait.objects.CompareOp;
import org.krait.objects.Errors;
import org.krait.objects.PyBool;
import org.krait.objects.PyBytes;
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
import org.krait.objects.text.IntMath;
import org.krait.objects.text.IntText;
import org.krait.objects.text.NumberFormat;
import org.krait.runtime.Calls;
import org.krait.runtime.IntArithmetic;
import org.krait.runtime.Texts;

/** The methods of {@code int}. The constructor is in {@link IntConstructor}. */
@BuiltinType(
        base = ObjectMethods.class,
        doc = "int([x]) -> integer\nint(x, base=10) -> integer\n\n"
                + "An integer of any size: 0, a number cut to its integral part by __int__,\n"
                + "or read from a string, bytes or bytearray. The base of the literal is 2 to 36,\n"
                + "or 0 to take it from a prefix such as 0x.\n>>> int('0b100', base=0)\n4")
final class IntMethods {
    private static final PyObject NOT_IMPLEMENTED = PySingleton.NOT_IMPLEMENTED;
    /** CPython's digits have 30 bits, the object 24 bytes before them. */
    private static final int DIGIT_BITS = 30;

    private IntMethods() {}

    @Builtin("__new__(type, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        return IntConstructor.make(ts, type, args, keywords);
    }

    @Builtin("__repr__(self, /)")
    static PyStr repr(ThreadState ts, PyInt self) {
        if (self.fitsLong()) {
            return PyStr.of(Long.toString(self.value));
        }
        return PyStr.of(IntText.decimal(self.big(), ts.interp.intMaxStrDigits));
    }

    @Builtin("__hash__(self, /)")
    static long hash(PyInt self) {
        return self.hash();
    }

    @Builtin("__format__(self, format_spec, /)")
    static PyObject format(ThreadState ts, PyInt self, PyStr spec) {
        if (spec.length() == 0) {
            return self.type == PyInt.TYPE ? repr(ts, self) : Texts.str(ts, self);
        }
        return PyStr.of(NumberFormat.formatInt(
                self.toBigInteger(), spec.toString(), self.type.name(), ts.interp.intMaxStrDigits));
    }

    private static PyObject compare(CompareOp op, PyInt a, PyObject b) {
        return b instanceof PyInt other ? PyBool.of(op.test(IntArithmetic.compare(a, other))) : NOT_IMPLEMENTED;
    }

    @Builtin("__lt__(self, value, /)")
    static PyObject less(PyInt self, PyObject value) {
        return compare(CompareOp.LT, self, value);
    }

    @Builtin("__le__(self, value, /)")
    static PyObject lessOrEqual(PyInt self, PyObject value) {
        return compare(CompareOp.LE, self, value);
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject equal(PyInt self, PyObject value) {
        return value instanceof PyInt other ? PyBool.of(self.equalTo(other)) : NOT_IMPLEMENTED;
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject notEqual(PyInt self, PyObject value) {
        return value instanceof PyInt other ? PyBool.of(!self.equalTo(other)) : NOT_IMPLEMENTED;
    }

    @Builtin("__gt__(self, value, /)")
    static PyObject greater(PyInt self, PyObject value) {
        return compare(CompareOp.GT, self, value);
    }

    @Builtin("__ge__(self, value, /)")
    static PyObject greaterOrEqual(PyInt self, PyObject value) {
        return compare(CompareOp.GE, self, value);
    }

    @Builtin("__add__(self, value, /)")
    static PyObject add(PyInt self, PyObject value) {
        return value instanceof PyInt other ? IntArithmetic.add(self, other) : NOT_IMPLEMENTED;
    }

    @Builtin("__radd__(self, value, /)")
    static PyObject reflectedAdd(PyInt self, PyObject value) {
        return value instanceof PyInt other ? IntArithmetic.add(other, self) : NOT_IMPLEMENTED;
    }

    @Builtin("__sub__(self, value, /)")
    static PyObject subtract(PyInt self, PyObject value) {
        return value instanceof PyInt other ? IntArithmetic.subtract(self, other) : NOT_IMPLEMENTED;
    }

    @Builtin("__rsub__(self, value, /)")
    static PyObject reflectedSubtract(PyInt self, PyObject value) {
        return value instanceof PyInt other ? IntArithmetic.subtract(other, self) : NOT_IMPLEMENTED;
    }

    @Builtin("__mul__(self, value, /)")
    static PyObject multiply(PyInt self, PyObject value) {
        return value instanceof PyInt other ? IntArithmetic.multiply(self, other) : NOT_IMPLEMENTED;
    }

    @Builtin("__rmul__(self, value, /)")
    static PyObject reflectedMultiply(PyInt self, PyObject value) {
        return value instanceof PyInt other ? IntArithmetic.multiply(other, self) : NOT_IMPLEMENTED;
    }

    @Builtin("__truediv__(self, value, /)")
    static PyObject trueDivide(PyInt self, PyObject value) {
        return value instanceof PyInt other ? IntArithmetic.trueDivide(self, other) : NOT_IMPLEMENTED;
    }

    @Builtin("__rtruediv__(self, value, /)")
    static PyObject reflectedTrueDivide(PyInt self, PyObject value) {
        return value instanceof PyInt other ? IntArithmetic.trueDivide(other, self) : NOT_IMPLEMENTED;
    }

    @Builtin("__floordiv__(self, value, /)")
    static PyObject floorDivide(PyInt self, PyObject value) {
        return value instanceof PyInt other ? IntArithmetic.floorDivide(self, other) : NOT_IMPLEMENTED;
    }

    @Builtin("__rfloordiv__(self, value, /)")
    static PyObject reflectedFloorDivide(PyInt self, PyObject value) {
        return value instanceof PyInt other ? IntArithmetic.floorDivide(other, self) : NOT_IMPLEMENTED;
    }

    @Builtin("__mod__(self, value, /)")
    static PyObject remainder(PyInt self, PyObject value) {
        return value instanceof PyInt other ? IntArithmetic.remainder(self, other) : NOT_IMPLEMENTED;
    }

    @Builtin("__rmod__(self, value, /)")
    static PyObject reflectedRemainder(PyInt self, PyObject value) {
        return value instanceof PyInt other ? IntArithmetic.remainder(other, self) : NOT_IMPLEMENTED;
    }

    @Builtin("__divmod__(self, value, /)")
    static PyObject divmod(PyInt self, PyObject value) {
        return value instanceof PyInt other ? IntArithmetic.divmod(self, other) : NOT_IMPLEMENTED;
    }

    @Builtin("__rdivmod__(self, value, /)")
    static PyObject reflectedDivmod(PyInt self, PyObject value) {
        return value instanceof PyInt other ? IntArithmetic.divmod(other, self) : NOT_IMPLEMENTED;
    }

    @Builtin("__lshift__(self, value, /)")
    static PyObject shiftLeft(PyInt self, PyObject value) {
        return value instanceof PyInt other ? IntArithmetic.shiftLeft(self, other) : NOT_IMPLEMENTED;
    }

    @Builtin("__rlshift__(self, value, /)")
    static PyObject reflectedShiftLeft(PyInt self, PyObject value) {
        return value instanceof PyInt other ? IntArithmetic.shiftLeft(other, self) : NOT_IMPLEMENTED;
    }

    @Builtin("__rshift__(self, value, /)")
    static PyObject shiftRight(PyInt self, PyObject value) {
        return value instanceof PyInt other ? IntArithmetic.shiftRight(self, other) : NOT_IMPLEMENTED;
    }

    @Builtin("__rrshift__(self, value, /)")
    static PyObject reflectedShiftRight(PyInt self, PyObject value) {
        return value instanceof PyInt other ? IntArithmetic.shiftRight(other, self) : NOT_IMPLEMENTED;
    }

    @Builtin("__and__(self, value, /)")
    static PyObject and(PyInt self, PyObject value) {
        return value instanceof PyInt other ? IntArithmetic.and(self, other) : NOT_IMPLEMENTED;
    }

    @Builtin("__rand__(self, value, /)")
    static PyObject reflectedAnd(PyInt self, PyObject value) {
        return value instanceof PyInt other ? IntArithmetic.and(other, self) : NOT_IMPLEMENTED;
    }

    @Builtin("__or__(self, value, /)")
    static PyObject or(PyInt self, PyObject value) {
        return value instanceof PyInt other ? IntArithmetic.or(self, other) : NOT_IMPLEMENTED;
    }

    @Builtin("__ror__(self, value, /)")
    static PyObject reflectedOr(PyInt self, PyObject value) {
        return value instanceof PyInt other ? IntArithmetic.or(other, self) : NOT_IMPLEMENTED;
    }

    @Builtin("__xor__(self, value, /)")
    static PyObject xor(PyInt self, PyObject value) {
        return value instanceof PyInt other ? IntArithmetic.xor(self, other) : NOT_IMPLEMENTED;
    }

    @Builtin("__rxor__(self, value, /)")
    static PyObject reflectedXor(PyInt self, PyObject value) {
        return value instanceof PyInt other ? IntArithmetic.xor(other, self) : NOT_IMPLEMENTED;
    }

    @Builtin("__pow__(self, value, mod=None, /)")
    static PyObject power(PyInt self, PyObject value, PyObject mod) {
        if (!(value instanceof PyInt exponent)) {
            return NOT_IMPLEMENTED;
        }
        if (mod == null || mod == PySingleton.NONE) {
            return IntArithmetic.power(self, exponent);
        }
        return mod instanceof PyInt modulus ? IntArithmetic.power(self, exponent, modulus) : NOT_IMPLEMENTED;
    }

    @Builtin("__rpow__(self, value, mod=None, /)")
    static PyObject reflectedPower(PyInt self, PyObject value, PyObject mod) {
        return value instanceof PyInt base ? power(base, self, mod) : NOT_IMPLEMENTED;
    }

    @Builtin("__neg__(self, /)")
    static PyInt negative(PyInt self) {
        return IntArithmetic.negate(self);
    }

    @Builtin("__pos__(self, /)")
    static PyInt positive(PyInt self) {
        return IntArithmetic.exact(self);
    }

    @Builtin("__abs__(self, /)")
    static PyInt absolute(PyInt self) {
        return IntArithmetic.absolute(self);
    }

    @Builtin("__bool__(self, /)")
    static boolean truth(PyInt self) {
        return self.signum() != 0;
    }

    @Builtin("__invert__(self, /)")
    static PyInt invert(PyInt self) {
        return IntArithmetic.invert(self);
    }

    @Builtin("__int__(self, /)")
    static PyInt toInt(PyInt self) {
        return IntArithmetic.exact(self);
    }

    @Builtin("__float__(self, /)")
    static PyFloat toFloat(PyInt self) {
        return new PyFloat(IntArithmetic.toDouble(self));
    }

    @Builtin("__index__(self, /)")
    static PyInt index(PyInt self) {
        return IntArithmetic.exact(self);
    }

    @Builtin(value = "conjugate(self, /)", doc = "The int itself, which is its own complex conjugate.")
    static PyInt conjugate(PyInt self) {
        return IntArithmetic.exact(self);
    }

    @Builtin(
            value = "bit_length(self, /)",
            doc = "How many bits the binary form needs, without sign and prefix.\n\n>>> bin(37)\n'0b100101'\n"
                    + ">>> (37).bit_length()\n6")
    static long bitLength(PyInt self) {
        BigInteger big = self.big();
        return big != null
                ? big.abs().bitLength()
                : self.value == Long.MIN_VALUE ? 64 : 64 - Long.numberOfLeadingZeros(Math.abs(self.value));
    }

    @Builtin(
            value = "bit_count(self, /)",
            doc = "The number of ones in the binary form of the absolute value.\n\n>>> bin(13)\n'0b1101'\n"
                    + ">>> (13).bit_count()\n3")
    static int bitCount(PyInt self) {
        BigInteger big = self.big();
        return big != null ? big.abs().bitCount() : Long.bitCount(Math.abs(self.value));
    }

    @Builtin(
            value = "to_bytes(self, /, length=1, byteorder='big', *, signed=False)",
            doc = "The int as an array of bytes.\n\n  length\n"
                    + "    How many bytes; OverflowError when they are too few.\n"
                    + "  byteorder\n    'big': the most significant byte first; 'little': last.\n  signed\n"
                    + "    Whether to use two's complement; a negative int without it is an OverflowError.")
    static PyObject toBytes(PyInt self, long length, PyObject byteorder, boolean signed) {
        boolean bigEndian = isBigEndian(byteorder, "to_bytes");
        if (length < 0) {
            throw Errors.valueError("length argument must be non-negative");
        }
        if (length > Integer.MAX_VALUE - 16) {
            throw Errors.memoryError();
        }
        return new PyBytes(IntMath.toBytes(self.toBigInteger(), (int) length, bigEndian, signed));
    }

    private static boolean isBigEndian(PyObject byteorder, String function) {
        if (byteorder == null) {
            return true;
        }
        return switch (Arguments.check(byteorder, PyStr.TYPE, function, "argument 'byteorder'").toString()) {
            case "big" -> true;
            case "little" -> false;
            default -> throw Errors.valueError("byteorder must be either 'little' or 'big'");
        };
    }

    @Builtin(
            value = "from_bytes(type, /, bytes, byteorder='big', *, signed=False)",
            doc = "The int that an array of bytes stands for.\n\n  bytes\n"
                    + "    A bytes-like object or an iterable of ints.\n"
                    + "  byteorder\n    'big': the most significant byte first; 'little': last.\n  signed\n"
                    + "    Whether they are two's complement.",
            kind = Builtin.Kind.CLASS_METHOD)
    static PyObject fromBytes(ThreadState ts, PyType type, PyObject bytes, PyObject byteorder, boolean signed) {
        boolean bigEndian = isBigEndian(byteorder, "from_bytes");
        byte[] data = IntConstructor.bytesOf(ts, bytes);
        PyInt value = PyInt.of(IntMath.fromBytes(data, bigEndian, signed));
        return type == PyInt.TYPE ? value : Calls.call(ts, type, value);
    }

    @Builtin(
            value = "as_integer_ratio(self, /)",
            doc = "A pair of integers whose ratio is the int: itself and 1.\n\n>>> (10).as_integer_ratio()\n(10, 1)")
    static PyTuple asIntegerRatio(PyInt self) {
        return PyTuple.of(IntArithmetic.exact(self), PyInt.ONE);
    }

    @Builtin(value = "is_integer(self, /)", doc = "True, for agreement with float.is_integer.")
    static boolean isInteger(PyInt self) {
        return true;
    }

    @Builtin(value = "__trunc__(self, /)", doc = "The int itself.")
    static PyInt truncate(PyInt self) {
        return IntArithmetic.exact(self);
    }

    @Builtin(value = "__floor__(self, /)", doc = "The int itself.")
    static PyInt floor(PyInt self) {
        return IntArithmetic.exact(self);
    }

    @Builtin(value = "__ceil__(self, /)", doc = "The int itself.")
    static PyInt ceil(PyInt self) {
        return IntArithmetic.exact(self);
    }

    @Builtin(
            value = "__round__(self, ndigits=<unrepresentable>, /)",
            doc = "The int itself, or with negative ndigits the nearest multiple of a power of ten.")
    static PyInt round(ThreadState ts, PyInt self, PyObject digits) {
        return digits == null
                ? IntArithmetic.exact(self)
                : IntArithmetic.round(self, Arguments.toIndex(ts, digits));
    }

    @Builtin("__getnewargs__(self, /)")
    static PyTuple newArguments(PyInt self) {
        return PyTuple.of(IntArithmetic.exact(self));
    }

    @Builtin(value = "__sizeof__(self, /)", doc = "Size in memory, in bytes.")
    static long sizeInBytes(PyInt self) {
        return 24 + 4L * Math.max(1, (bitLength(self) + DIGIT_BITS - 1) / DIGIT_BITS);
    }

    @Attribute(value = "real", doc = "the real part of a complex number")
    static PyInt real(PyInt self) {
        return IntArithmetic.exact(self);
    }

    @Attribute(value = "imag", doc = "the imaginary part of a complex number")
    static PyInt imaginary(PyInt self) {
        return PyInt.ZERO;
    }

    @Attribute(value = "numerator", doc = "the numerator of a rational number in lowest terms")
    static PyInt numerator(PyInt self) {
        return IntArithmetic.exact(self);
    }

    @Attribute(value = "denominator", doc = "the denominator of a rational number in lowest terms")
    static PyInt denominator(PyInt self) {
        return PyInt.ONE;
    }
}
