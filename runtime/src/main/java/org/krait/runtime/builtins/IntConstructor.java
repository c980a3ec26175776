package org.krait.runtime.builtins;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyByteArray;
import org.krait.objects.PyBytes;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyIntInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.text.IntText;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.IntArithmetic;
import org.krait.runtime.Texts;
import org.krait.runtime.Warnings;

/** {@code int(…)}: conversions of everything to int. */
public final class IntConstructor {
    private static final PyStr BASE = PyStr.interned("base");

    private IntConstructor() {}

    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        int keywordCount = keywords == null ? 0 : keywords.length;
        int given = args.length - keywordCount;
        if (given + keywordCount > 2) {
            throw Errors.typeError("int() takes at most 2 arguments (" + args.length + " given)");
        }
        PyObject x = given > 0 ? args[0] : null;
        PyObject base = given > 1 ? args[1] : null;
        for (int i = 0; i < keywordCount; i++) {
            if (!keywords[i].equalTo(BASE)) {
                throw Errors.typeError("'" + keywords[i] + "' is an invalid keyword argument for int()");
            }
            if (base != null) {
                throw Errors.typeError("argument for int() given by name ('base') and position (2)");
            }
            base = args[given + i];
        }
        PyInt value = convert(ts, x, base);
        return type == PyInt.TYPE ? value : new PyIntInstance(type, value);
    }

    private static PyInt convert(ThreadState ts, PyObject x, PyObject base) {
        if (x == null) {
            if (base != null) {
                throw Errors.typeError("int() missing string argument");
            }
            return PyInt.ZERO;
        }
        if (base == null) {
            return of(ts, x);
        }
        PyInt index = Arguments.toIndex(ts, base);
        if (!index.fitsLong() || index.value != 0 && (index.value < 2 || index.value > 36)) {
            throw Errors.valueError("int() base must be >= 2 and <= 36, or 0");
        }
        int radix = (int) index.value;
        if (x instanceof PyStr text) {
            return parse(ts, text, text.toString(), radix);
        }
        if (x instanceof PyBytes bytes) {
            return parse(ts, exact(bytes), latin1(bytes.value), radix);
        }
        if (x instanceof PyByteArray) {
            byte[] bytes = bufferOf(ts, x);
            return parse(ts, new PyBytes(bytes), latin1(bytes), radix);
        }
        throw Errors.typeError("int() can't convert non-string with explicit base");
    }

    /** {@code int(x)} as an exact int. */
    public static PyInt of(ThreadState ts, PyObject x) {
        if (x.getClass() == PyInt.class) {
            return (PyInt) x;
        }
        if (x.getClass() == PyFloat.class) {
            return IntArithmetic.truncate(((PyFloat) x).value);
        }
        PyObject result = x.type.slots().toInt(ts, x);
        if (result != null) {
            try {
                return valueOf(ts, result);
            } finally {
                if (result != x) {
                    Refs.drop(result);
                }
            }
        }
        if (x.type.has(Special.INDEX)) {
            return index(ts, x);
        }
        PyObject truncate = Attributes.getSpecial(ts, x, Special.TRUNC);
        if (truncate != null) {
            return truncated(ts, x, truncate);
        }
        if (x instanceof PyStr text) {
            return parse(ts, text, text.toString(), 10);
        }
        if (x instanceof PyBytes bytes) {
            return parse(ts, exact(bytes), latin1(bytes.value), 10);
        }
        byte[] buffer = bufferOf(ts, x);
        if (buffer != null) {
            return parse(ts, new PyBytes(buffer), latin1(buffer), 10);
        }
        throw Errors.typeError("int() argument must be a string, a bytes-like object or a real number, not '"
                + x.type.name() + "'");
    }

    /** What {@code __int__} has returned, as an exact int. */
    private static PyInt valueOf(ThreadState ts, PyObject result) {
        if (!(result instanceof PyInt i)) {
            throw Errors.typeError("__int__ returned non-int (type " + result.type.name() + ")");
        }
        if (i.type != PyInt.TYPE) {
            Warnings.deprecation(ts, "__int__ returned non-int (type " + i.type.name() + ").  The ability to "
                    + "return an instance of a strict subclass of int is deprecated, and may not be supported "
                    + "in a future version of Python.");
        }
        return IntArithmetic.exact(i);
    }

    /** {@code operator.index(x)}: the result of {@code __index__} as an exact int. */
    static PyInt index(ThreadState ts, PyObject x) {
        PyInt result = Arguments.toIndex(ts, x);
        if (result.type != PyInt.TYPE && !(x instanceof PyInt)) {
            Warnings.deprecation(ts, "__index__ returned non-int (type " + result.type.name() + ").  The ability to "
                    + "return an instance of a strict subclass of int is deprecated, and may not be supported in a "
                    + "future version of Python.");
        }
        PyInt exact = IntArithmetic.exact(result);
        if (result != x) {
            Refs.drop(result);
        }
        return exact;
    }

    private static PyInt truncated(ThreadState ts, PyObject x, PyObject truncate) {
        Warnings.deprecation(ts, "The delegation of int() to __trunc__ is deprecated.");
        PyObject result = Calls.consume(ts, truncate);
        try {
            if (result instanceof PyInt i) {
                return IntArithmetic.exact(i);
            }
            if (!result.type.has(Special.INDEX)) {
                throw Errors.typeError("__trunc__ returned non-Integral (type " + result.type.name() + ")");
            }
            PyInt index = Arguments.toIndex(ts, result);
            PyInt exact = IntArithmetic.exact(index);
            if (index != x && index != result) {
                Refs.drop(index);
            }
            return exact;
        } finally {
            if (result != x) {
                Refs.drop(result);
            }
        }
    }

    private static PyInt parse(ThreadState ts, PyObject shown, String text, int base) {
        BigInteger value;
        try {
            if (base == 10 && isShortDecimal(text)) {
                return PyInt.of(Long.parseLong(text));
            }
            value = IntText.parse(text, base, ts.interp.intMaxStrDigits);
        } catch (NumberFormatException e) {
            throw Errors.valueError(
                    "invalid literal for int() with base " + base + ": " + shortRepr(ts, shown));
        }
        return PyInt.of(value);
    }

    private static boolean isShortDecimal(String text) {
        int length = text.length();
        if (length == 0 || length > 18) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    /** The repr, cut to 200 characters as the {@code %.200R} of CPython does. */
    static String shortRepr(ThreadState ts, PyObject o) {
        PyStr repr = Texts.repr(ts, o);
        return repr.length() <= 200 ? repr.toString() : repr.substring(0, 200).toString();
    }

    /** The text of bytes; what is no ASCII stays a character that no number has. */
    static String latin1(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                // A no-break space is white space in text but not in bytes.
                return new String(bytes, StandardCharsets.ISO_8859_1).replace('\u00a0', '?').replace('\u0085', '?');
            }
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static PyBytes exact(PyBytes bytes) {
        return bytes.getClass() == PyBytes.class ? bytes : new PyBytes(bytes.value);
    }

    /** A copy of the bytes of a bytes-like object, null when it is none. */
    static byte[] bufferOf(ThreadState ts, PyObject o) {
        if (o instanceof PyBytes bytes) {
            return bytes.value;
        }
        PyBuffer buffer = Bytes.contiguousOrNull(ts, o);
        if (buffer == null) {
            return null;
        }
        byte[] copy = buffer.toByteArray();
        buffer.release();
        return copy;
    }

    /** The bytes of anything {@code bytes} takes but counts and strings, as PyObject_Bytes. */
    static byte[] bytesOf(ThreadState ts, PyObject o) {
        if (o.getClass() == PyBytes.class) {
            return ((PyBytes) o).value;
        }
        if (!o.type.has(Special.BYTES) && (o instanceof PyInt || o instanceof PyStr
                || o.type.special(Special.ITER) == null && o.type.special(Special.GETITEM) == null
                        && o.type.slots().buffer(ts, o, 0) == null)) {
            throw Errors.typeError("cannot convert '" + o.type.name() + "' object to bytes");
        }
        PyObject bytes = PyBytes.TYPE.slots().newInstance(ts, PyBytes.TYPE, new PyObject[] {o}, null);
        return ((PyBytes) bytes).value;
    }

}
