package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;

/** The questions of unicodedata with their arguments and errors. */
final class UnicodeQueries {
    private UnicodeQueries() {}

    static int character(PyObject chr, String function) {
        if (chr instanceof PyStr s && s.length() == 1) {
            return s.at(0);
        }
        throw Errors.typeError(function + "() argument must be a unicode character, not " + chr.type.name());
    }

    /** As {@link #character}, for a function with a default: the first of two arguments. */
    static int first(PyObject chr, String function) {
        if (chr instanceof PyStr s && s.length() == 1) {
            return s.at(0);
        }
        throw Errors.typeError(function + "() argument 1 must be a unicode character, not " + chr.type.name());
    }

    static PyObject decimal(UnicodeData data, PyObject chr, PyObject fallback) {
        return integer(data.numeric(first(chr, "decimal")), "d", fallback, "not a decimal");
    }

    static PyObject digit(UnicodeData data, PyObject chr, PyObject fallback) {
        return integer(data.numeric(first(chr, "digit")), "dg", fallback, "not a digit");
    }

    private static PyObject integer(String value, String kinds, PyObject fallback, String message) {
        if (!value.isEmpty() && kinds.indexOf(value.charAt(0)) >= 0) {
            return PyInt.of(Long.parseLong(value.substring(1, value.indexOf('/'))));
        }
        if (fallback == null) {
            throw Errors.valueError(message);
        }
        return fallback;
    }

    static PyObject numeric(UnicodeData data, PyObject chr, PyObject fallback) {
        String value = data.numeric(first(chr, "numeric"));
        if (!value.isEmpty()) {
            int slash = value.indexOf('/');
            return new PyFloat((double) Long.parseLong(value.substring(1, slash))
                    / Long.parseLong(value.substring(slash + 1)));
        }
        if (fallback == null) {
            throw Errors.valueError("not a numeric character");
        }
        return fallback;
    }

    static PyObject name(UnicodeData data, PyObject chr, PyObject fallback) {
        int c = first(chr, "name");
        String name = data.old && !data.isAssigned(c) ? null : CharNames.name(c);
        if (name != null) {
            return PyStr.of(name);
        }
        if (fallback == null) {
            throw Errors.valueError("no such name");
        }
        return fallback;
    }

    static PyObject lookUp(UnicodeData data, PyObject name) {
        if (!(name instanceof PyStr text)) {
            throw Errors.typeError("a bytes-like object is required, not '" + name.type.name() + "'");
        }
        String wanted = text.toString();
        if (wanted.length() > 256) {
            throw Errors.keyError(PyStr.of("name too long"));
        }
        int c = CharNames.lookUp(wanted);
        if (data.old && (c < 0 || !data.isAssigned(c) || !wanted.equalsIgnoreCase(CharNames.name(c)))) {
            throw Errors.keyError(PyStr.of("undefined character name '" + wanted + "'"));
        }
        if (c >= 0) {
            return PyStr.ofCodePoint(c);
        }
        int[] sequence = CharNames.sequence(wanted);
        if (sequence == null) {
            throw Errors.keyError(PyStr.of("undefined character name '" + wanted + "'"));
        }
        return PyStr.ofUcs4(sequence.clone());
    }

    static PyStr normalize(UnicodeData data, PyStr form, PyStr text) {
        PyStr made = Normalization.normalize(data, form.toString(), text);
        if (made == null) {
            throw Errors.valueError("invalid normalization form");
        }
        return made;
    }
}
