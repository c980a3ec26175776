package org.krait.runtime;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.NativeDepth;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;

/** Values as text: {@code str()}, {@code repr()}, {@code ascii()}, {@code format()}. */
public final class Texts {
    private Texts() {}

    /** {@code repr(o)}. */
    public static PyStr repr(ThreadState ts, PyObject o) {
        int outer = NativeDepth.enter(ts, " while getting the repr of an object");
        try {
            PyObject text = o.type.slots().repr(ts, o);
            if (text instanceof PyStr s) {
                return s;
            }
            throw Errors.typeError("__repr__ returned non-string (type " + text.type.name() + ")");
        } finally {
            ts.nativeDepth = outer;
        }
    }

    /** {@code str(o)}. */
    public static PyStr str(ThreadState ts, PyObject o) {
        if (o.getClass() == PyStr.class) {
            return (PyStr) o;
        }
        if (o.getClass() == PyInt.class) {
            return PyStr.of(Long.toString(((PyInt) o).value));
        }
        int outer = NativeDepth.enter(ts, " while getting the str of an object");
        try {
            PyObject text = o.type.slots().str(ts, o);
            if (text instanceof PyStr s) {
                return s;
            }
            throw Errors.typeError("__str__ returned non-string (type " + text.type.name() + ")");
        } finally {
            ts.nativeDepth = outer;
        }
    }

    /** {@code ascii(o)}. */
    public static PyStr ascii(ThreadState ts, PyObject o) {
        PyStr text = repr(ts, o);
        if (text.isAscii()) {
            return text;
        }
        PyStrBuilder out = new PyStrBuilder(text.length() * 2);
        for (int i = 0; i < text.length(); i++) {
            int c = text.at(i);
            if (c < 128) {
                out.append(c);
            } else {
                int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
                out.append('\\').append(digits == 2 ? 'x' : digits == 4 ? 'u' : 'U');
                for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
                    out.append(Character.forDigit(c >>> shift & 15, 16));
                }
            }
        }
        return out.toPyStr();
    }

    /** {@code format(value, spec)}; {@code spec} null for the empty one. */
    public static PyObject format(ThreadState ts, PyObject value, PyObject spec) {
        if (spec != null && !(spec instanceof PyStr)) {
            throw Errors.typeError("format() argument 2 must be str, not " + Arguments.shown(spec));
        }
        if (spec == null || ((PyStr) spec).length() == 0) {
            if (value.getClass() == PyStr.class) {
                return value;
            }
            if (value.getClass() == PyInt.class) {
                return str(ts, value);
            }
        }
        PyObject method = Attributes.getSpecial(ts, value, Special.FORMAT);
        if (method == null) {
            throw Errors.typeError("Type " + value.type.name() + " doesn't define __format__");
        }
        PyObject text = Calls.consume(ts, method, spec == null ? PyStr.EMPTY : spec);
        if (!(text instanceof PyStr)) {
            throw Errors.typeError("__format__ must return a str, not " + text.type.name());
        }
        return text;
    }
}
