package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.ThreadState;

/** {@code str.translate} and {@code str.maketrans}. */
final class StrTranslate {
    private StrTranslate() {}

    static PyStr translate(ThreadState ts, PyStr s, PyObject table) {
        PyObject[] ascii = new PyObject[128];
        PyStrBuilder out = new PyStrBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            int c = s.at(i);
            PyObject by = c < 128 ? ascii[c] : null;
            if (by == null) {
                by = lookUp(ts, table, c);
                if (c < 128) {
                    ascii[c] = by;
                }
            }
            if (by instanceof PyStr text) {
                out.append(text);
            } else if (by instanceof PyInt number) {
                if (number.big() != null || number.value < 0 || number.value > 0x10ffff) {
                    throw Errors.valueError("character mapping must be in range(0x110000)");
                }
                out.append((int) number.value);
            } else if (by != PySingleton.NONE) {
                throw Errors.typeError("character mapping must return integer, None or str");
            }
        }
        return out.toPyStr();
    }

    /** The table's entry; the character itself when there is none. */
    private static PyObject lookUp(ThreadState ts, PyObject table, int c) {
        PyInt key = PyInt.of(c);
        if (table.getClass() == PyDict.class && table.type == PyDict.TYPE) {
            PyObject value = ((PyDict) table).get(ts, key);
            return value == null ? key : value;
        }
        try {
            return table.type.slots().getItem(ts, table, key);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.LOOKUP_ERROR)) {
                e.swallow();
                return key;
            }
            throw e;
        }
    }

    static PyObject table(ThreadState ts, PyObject x, PyObject y, PyObject z) {
        PyDict table = new PyDict();
        if (y == null) {
            if (!(x instanceof PyDict given) || given.type != PyDict.TYPE) {
                throw Errors.typeError("if you give only one argument to maketrans it must be a dict");
            }
            for (int i = given.nextEntry(0); i >= 0; i = given.nextEntry(i + 1)) {
                PyObject key = given.keys[i];
                if (key instanceof PyStr s) {
                    if (s.length() != 1) {
                        throw Errors.valueError("string keys in translate table must be of length 1");
                    }
                    key = PyInt.of(s.at(0));
                } else if (!(key instanceof PyInt)) {
                    throw Errors.typeError("keys in translate table must be strings or integers");
                }
                table.put(ts, key, given.values[i]);
            }
            return table;
        }
        if (!(y instanceof PyStr to)) {
            throw Errors.typeError("maketrans() argument 2 must be str, not " + Arguments.shown(y));
        }
        if (z != null && !(z instanceof PyStr)) {
            throw Errors.typeError("maketrans() argument 3 must be str, not " + Arguments.shown(z));
        }
        if (!(x instanceof PyStr from)) {
            throw Errors.typeError("first maketrans argument must be a string if there is a second argument");
        }
        if (from.length() != to.length()) {
            throw Errors.valueError("the first two maketrans arguments must have equal length");
        }
        for (int i = 0; i < from.length(); i++) {
            table.put(ts, PyInt.of(from.at(i)), PyInt.of(to.at(i)));
        }
        if (z instanceof PyStr deleted) {
            for (int i = 0; i < deleted.length(); i++) {
                table.put(ts, PyInt.of(deleted.at(i)), PySingleton.NONE);
            }
        }
        return table;
    }
}
