package org.krait.runtime.builtins;

import java.math.BigInteger;
import java.util.Arrays;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBool;
import org.krait.objects.PyByteArray;
import org.krait.objects.PyBytes;
import org.krait.objects.PyException;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;

/** Packs and unpacks single values of the {@code struct} module. */
final class StructCodec {
    private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(64);

    private StructCodec() {}

    static void pack(ThreadState ts, StructFormat format, char code, int size, PyObject value, byte[] out, int at) {
        switch (code) {
            case 'c':
                if (!(value instanceof PyBytes b) || b.value.length != 1) {
                    throw StructFormat.error("char format requires a bytes object of length 1");
                }
                out[at] = b.value[0];
                break;
            case '?':
                out[at] = (byte) (Arguments.toBoolean(ts, value) ? 1 : 0);
                break;
            case 'e':
                store(out, at, 2, halfBits(real(ts, value)), format.bigEndian);
                break;
            case 'f': {
                double wide = real(ts, value);
                float narrow = (float) wide;
                if (Float.isInfinite(narrow) && !Double.isInfinite(wide) && !format.isNative) {
                    throw Errors.overflowError("float too large to pack with f format");
                }
                store(out, at, 4, Float.floatToRawIntBits(narrow), format.bigEndian);
                break;
            }
            case 'd':
                store(out, at, 8, Double.doubleToRawLongBits(real(ts, value)), format.bigEndian);
                break;
            default:
                store(out, at, size, integer(ts, code, size, value), format.bigEndian);
                break;
        }
    }

    private static double real(ThreadState ts, PyObject value) {
        try {
            return Arguments.toDouble(ts, value);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.TYPE_ERROR)) {
                e.swallow();
                throw StructFormat.error("required argument is not a float");
            }
            throw e;
        }
    }

    private static long integer(ThreadState ts, char code, int size, PyObject value) {
        PyInt number = StructFormat.integer(ts, value);
        boolean signed = code >= 'a';
        if (code == 'P') {
            if (!number.fitsLong() && (number.signum() < 0 || number.toBigInteger().bitLength() > 64)) {
                throw StructFormat.error("int too large to convert");
            }
            return number.toBigInteger().longValue();
        }
        if (size < 8) {
            long least = signed ? -(1L << 8 * size - 1) : 0;
            long most = signed ? (1L << 8 * size - 1) - 1 : (1L << 8 * size) - 1;
            if (!number.fitsLong() || number.value < least || number.value > most) {
                throw outOfRange(code, Long.toString(least), Long.toString(most));
            }
            return number.value;
        }
        if (signed) {
            if (!number.fitsLong()) {
                throw outOfRange(code, Long.toString(Long.MIN_VALUE), Long.toString(Long.MAX_VALUE));
            }
            return number.value;
        }
        BigInteger big = number.toBigInteger();
        if (big.signum() < 0 || big.compareTo(TWO_TO_64) >= 0) {
            throw outOfRange(code, "0", Long.toUnsignedString(-1L));
        }
        return big.longValue();
    }

    private static PyException outOfRange(char code, String least, String most) {
        return StructFormat.error("'" + code + "' format requires " + least + " <= number <= " + most);
    }

    /** IEEE 754 half precision, rounded half to even. */
    static int halfBits(double value) {
        int sign = (int) (Double.doubleToRawLongBits(value) >>> 48) & 0x8000;
        double magnitude = Math.abs(value);
        if (Double.isNaN(value)) {
            return sign | 0x7e00;
        }
        if (magnitude == 0 || Double.isInfinite(value)) {
            return magnitude == 0 ? sign : sign | 0x7c00;
        }
        int exponent = Math.max(Math.getExponent(magnitude), -14);
        // A unit of the last place is 2**(exponent - 10); rint rounds half to even.
        double units = Math.rint(Math.scalb(magnitude, 10 - exponent));
        int bits = (int) units + (exponent + 14 << 10);
        if (bits >= 0x7c00 || exponent > 15) {
            throw Errors.overflowError("float too large to pack with e format");
        }
        return sign | bits;
    }

    private static void store(byte[] out, int at, int size, long bits, boolean bigEndian) {
        long rest = bits;
        for (int i = 0; i < size; i++) {
            out[bigEndian ? at + size - 1 - i : at + i] = (byte) rest;
            rest >>= 8;
        }
    }

    private static long load(byte[] in, int at, int size, boolean bigEndian) {
        long bits = 0;
        for (int i = 0; i < size; i++) {
            bits = bits << 8 | in[bigEndian ? at + i : at + size - 1 - i] & 0xff;
        }
        return bits;
    }

    static PyObject unpack(StructFormat format, char code, int size, byte[] in, int at) {
        long bits = load(in, at, size, format.bigEndian);
        return switch (code) {
            case 'c' -> bytes(in, at, 1);
            case '?' -> PyBool.of(bits != 0);
            case 'e' -> new PyFloat(Float.float16ToFloat((short) bits));
            case 'f' -> new PyFloat(Float.intBitsToFloat((int) bits));
            case 'd' -> new PyFloat(Double.longBitsToDouble(bits));
            case 'b', 'h', 'i', 'l', 'q', 'n' -> PyInt.of(bits << 64 - 8 * size >> 64 - 8 * size);
            default -> bits >= 0 ? PyInt.of(bits) : PyInt.of(BigInteger.valueOf(bits).add(TWO_TO_64));
        };
    }

    static PyBytes bytes(byte[] in, int at, int length) {
        return length == 0 ? PyBytes.EMPTY : new PyBytes(Arrays.copyOfRange(in, at, at + length));
    }

    static void packText(ThreadState ts, PyObject value, byte[] out, int at, int length) {
        byte[] bytes = text(value, 's');
        System.arraycopy(bytes, 0, out, at, Math.min(bytes.length, length));
    }

    static void packPascal(ThreadState ts, PyObject value, byte[] out, int at, int length) {
        byte[] bytes = text(value, 'p');
        if (length == 0) {
            return;
        }
        int stored = Math.min(bytes.length, length - 1);
        System.arraycopy(bytes, 0, out, at + 1, stored);
        out[at] = (byte) Math.min(stored, 255);
    }

    private static byte[] text(PyObject value, char code) {
        if (value instanceof PyBytes b) {
            return b.value;
        }
        if (value instanceof PyByteArray b) {
            return b.toByteArray();
        }
        throw StructFormat.error("argument for '" + code + "' must be a bytes object");
    }
}
