package org.krait.runtime.builtins;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBool;
import org.krait.objects.PyBytes;
import org.krait.objects.PyException;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;

/** The items of memoryviews and arrays: native formats of one character, little-endian. */
final class MemoryFormats {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);

    private MemoryFormats() {}

    /** The one character of a native format, an {@code @} before it or not; 0 for other formats. */
    static char code(String format) {
        String f = format.startsWith("@") ? format.substring(1) : format;
        return f.length() == 1 && size(f.charAt(0)) > 0 ? f.charAt(0) : 0;
    }

    /** Bytes of an item; 0 for an unknown format. */
    static int size(char code) {
        return switch (code) {
            case 'c', 'b', 'B', '?' -> 1;
            case 'h', 'H', 'e' -> 2;
            case 'i', 'I', 'f' -> 4;
            case 'l', 'L', 'q', 'Q', 'n', 'N', 'd', 'P' -> 8;
            default -> 0;
        };
    }

    static boolean isByte(char code) {
        return code == 'B' || code == 'b' || code == 'c';
    }

    static PyObject unpack(byte[] b, int at, char code) {
        return switch (code) {
            case 'B' -> PyInt.of(b[at] & 0xff);
            case 'b' -> PyInt.of(b[at]);
            case 'c' -> new PyBytes(new byte[] {b[at]});
            case '?' -> PyBool.of(b[at] != 0);
            case 'h' -> PyInt.of((short) SHORT.get(b, at));
            case 'H' -> PyInt.of((short) SHORT.get(b, at) & 0xffff);
            case 'i' -> PyInt.of((int) INT.get(b, at));
            case 'I' -> PyInt.of((int) INT.get(b, at) & 0xffffffffL);
            case 'l', 'q', 'n' -> PyInt.of((long) LONG.get(b, at));
            case 'L', 'Q', 'N', 'P' -> unsigned((long) LONG.get(b, at));
            case 'f' -> new PyFloat(Float.intBitsToFloat((int) INT.get(b, at)));
            case 'd' -> new PyFloat(Double.longBitsToDouble((long) LONG.get(b, at)));
            case 'e' -> new PyFloat(Float.float16ToFloat((short) SHORT.get(b, at)));
            default -> throw new AssertionError(code);
        };
    }

    private static PyInt unsigned(long bits) {
        return bits >= 0 ? PyInt.of(bits) : PyInt.of(BigInteger.valueOf(bits).add(TWO_64));
    }

    /** Stores a value; TypeError or ValueError of memoryview when it does not fit. */
    static void pack(ThreadState ts, byte[] b, int at, char code, PyObject value) {
        switch (code) {
            case 'f', 'd', 'e' -> {
                double d;
                try {
                    d = Arguments.toDouble(ts, value);
                } catch (PyException e) {
                    if (!e.is(ExceptionTypes.TYPE_ERROR)) {
                        throw e;
                    }
                    e.swallow();
                    throw wrongType(code);
                }
                storeFloat(b, at, code, d);
            }
            case '?' -> b[at] = (byte) (Protocol.truth(ts, value) ? 1 : 0);
            case 'c' -> {
                if (!(value instanceof PyBytes bytes)) {
                    throw wrongType(code);
                }
                if (bytes.value.length != 1) {
                    throw wrongValue(code);
                }
                b[at] = bytes.value[0];
            }
            default -> {
                PyInt i = Protocol.indexOrNull(ts, value);
                if (i == null) {
                    throw wrongType(code);
                }
                if (!fits(i, code)) {
                    throw wrongValue(code);
                }
                storeInt(b, at, code, i.big() == null ? i.value : i.big().longValue());
            }
        }
    }

    static void storeFloat(byte[] b, int at, char code, double d) {
        switch (code) {
            case 'f' -> INT.set(b, at, Float.floatToRawIntBits((float) d));
            case 'e' -> SHORT.set(b, at, Float.floatToFloat16((float) d));
            default -> LONG.set(b, at, Double.doubleToRawLongBits(d));
        }
    }

    static void storeInt(byte[] b, int at, char code, long v) {
        switch (size(code)) {
            case 1 -> b[at] = (byte) v;
            case 2 -> SHORT.set(b, at, (short) v);
            case 4 -> INT.set(b, at, (int) v);
            default -> LONG.set(b, at, v);
        }
    }

    /** True when an int has a place in the format. */
    static boolean fits(PyInt i, char code) {
        int bits = size(code) * 8;
        if (isUnsigned(code)) {
            return i.signum() >= 0 && i.toBigInteger().bitLength() <= bits;
        }
        return i.big() == null && (bits == 64 || i.value >= -(1L << bits - 1) && i.value < 1L << bits - 1);
    }

    static boolean isUnsigned(char code) {
        return code == 'B' || code == 'H' || code == 'I' || code == 'L' || code == 'Q' || code == 'N' || code == 'P';
    }

    private static PyException wrongType(char code) {
        return Errors.typeError("memoryview: invalid type for format '" + code + "'");
    }

    private static PyException wrongValue(char code) {
        return Errors.valueError("memoryview: invalid value for format '" + code + "'");
    }
}
