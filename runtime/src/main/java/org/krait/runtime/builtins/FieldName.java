package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyStr;

/** Takes a field name apart: {@code first.attribute[item]…}. */
final class FieldName {
    private final PyStr text;
    private final int end;
    private int at;
    private int start;
    private int stop;
    private final PyStr first;
    /** The number that the part just read is, or -1. */
    long index;
    /** True when the part just read came after a dot. */
    boolean isAttribute;

    /** Reads the first part. */
    FieldName(PyStr text, int from, int to) {
        this.text = text;
        this.end = to;
        at = from;
        while (at < to && text.at(at) != '.' && text.at(at) != '[') {
            at++;
        }
        start = from;
        stop = at;
        first = text.substring(from, at);
        index = number();
    }

    /** True when there is no first part: a field to be numbered. */
    boolean isEmpty() {
        return first.length() == 0;
    }

    PyStr first() {
        return first;
    }

    /** The text of the part just read. */
    PyStr text() {
        return start == stop ? PyStr.EMPTY : text.substring(start, stop);
    }

    /** Reads the next part; false at the end. */
    boolean next() {
        if (at >= end) {
            return false;
        }
        int c = text.at(at++);
        start = at;
        if (c == '.') {
            isAttribute = true;
            while (at < end && text.at(at) != '.' && text.at(at) != '[') {
                at++;
            }
            stop = at;
            index = -1;
        } else if (c == '[') {
            isAttribute = false;
            while (at < end && text.at(at) != ']') {
                at++;
            }
            if (at >= end) {
                throw Errors.valueError("Missing ']' in format string");
            }
            stop = at++;
            index = number();
        } else {
            throw Errors.valueError("Only '.' or '[' may follow ']' in format field specifier");
        }
        if (start == stop) {
            throw Errors.valueError("Empty attribute in format string");
        }
        return true;
    }

    private long number() {
        if (start == stop) {
            return -1;
        }
        long value = 0;
        for (int i = start; i < stop; i++) {
            int c = text.at(i);
            int digit = c < 128 ? c - '0' : Character.digit(c, 10);
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
            if (value < 0 || value > Long.MAX_VALUE / 10 - 1) {
                throw Errors.valueError("Too many decimal digits in format string");
            }
        }
        return value;
    }
}
