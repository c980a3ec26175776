package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;

/** Width and precision of the {@code %} operator, in the ranges that CPython's {@code Py_ssize_t} and int give them. */
final class PercentFields {
    private PercentFields() {}

    /** The width that the value of a {@code *} is; a negative one pads on the right. */
    static long starWidth(PyObject value) {
        PyInt i = star(value);
        if (i.big() != null) {
            throw Errors.overflowError("Python int too large to convert to C ssize_t");
        }
        return i.value;
    }

    /** The precision that the value of a {@code *} is; a negative one is 0. */
    static int starPrecision(PyObject value) {
        PyInt i = star(value);
        if (i.big() != null || i.value != (int) i.value) {
            throw Errors.overflowError("Python int too large to convert to C int");
        }
        return Math.max(0, (int) i.value);
    }

    private static PyInt star(PyObject value) {
        if (value instanceof PyInt i) {
            return i;
        }
        throw Errors.typeError("* wants int");
    }

    /** The width with one more digit. */
    static long appendToWidth(long width, int digit) {
        if (width > (Long.MAX_VALUE - digit) / 10) {
            throw Errors.valueError("width too big");
        }
        return width * 10 + digit;
    }

    /** The precision with one more digit; {@code name} is what the message calls it. */
    static int appendToPrecision(int precision, int digit, String name) {
        if (precision > (Integer.MAX_VALUE - digit) / 10) {
            throw Errors.valueError(name + " too big");
        }
        return precision * 10 + digit;
    }
}
