package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.NativeDepth;
import org.krait.objects.PyBool;
import org.krait.objects.PyDict;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.objects.text.IntText;

/** Parses one JSON value out of a string. */
final class JsonParser {
    private static final int MAX_LONG_DIGITS = 18;

    private final ThreadState ts;
    private final PyJsonScanner settings;
    private final PyStr s;
    private final int n;
    private final boolean plainInt;
    private final boolean plainFloat;
    /** Equal keys become one object. */
    private final PyDict memo = new PyDict();
    private final int[] stringEnd = new int[1];
    private int at;

    JsonParser(ThreadState ts, PyJsonScanner settings, PyStr s) {
        this.ts = ts;
        this.settings = settings;
        this.s = s;
        n = s.length();
        plainInt = settings.parseInt == PyInt.TYPE;
        plainFloat = settings.parseFloat == PyFloat.TYPE;
    }

    /** The value at an index; StopIteration when there is none. */
    PyObject parse(int from) {
        at = from;
        return value();
    }

    /** The index after the value. */
    int end() {
        return at;
    }

    private PyObject value() {
        if (at >= n) {
            throw Errors.stopIteration(PyInt.of(at));
        }
        int c = s.at(at);
        switch (c) {
            case '"' -> {
                return string();
            }
            case '{' -> {
                int outer = NativeDepth.enter(ts, " while decoding a JSON object from a unicode string");
                try {
                    return object();
                } finally {
                    ts.nativeDepth = outer;
                }
            }
            case '[' -> {
                int outer = NativeDepth.enter(ts, " while decoding a JSON array from a unicode string");
                try {
                    return array();
                } finally {
                    ts.nativeDepth = outer;
                }
            }
            case 'n' -> {
                if (word("null")) {
                    return PySingleton.NONE;
                }
            }
            case 't' -> {
                if (word("true")) {
                    return PyBool.TRUE;
                }
            }
            case 'f' -> {
                if (word("false")) {
                    return PyBool.FALSE;
                }
            }
            case 'N' -> {
                if (word("NaN")) {
                    return constant("NaN");
                }
            }
            case 'I' -> {
                if (word("Infinity")) {
                    return constant("Infinity");
                }
            }
            case '-' -> {
                if (word("-Infinity")) {
                    return constant("-Infinity");
                }
                return number();
            }
            default -> {
                return number();
            }
        }
        throw Errors.stopIteration(PyInt.of(at));
    }

    private boolean word(String text) {
        if (at + text.length() > n) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (s.at(at + i) != text.charAt(i)) {
                return false;
            }
        }
        at += text.length();
        return true;
    }

    private PyObject constant(String name) {
        return Protocol.call(ts, settings.parseConstant, PyStr.interned(name));
    }

    private PyStr string() {
        stringEnd[0] = at + 1;
        PyStr text = JsonText.unquote(ts, s, stringEnd, settings.strict);
        at = stringEnd[0];
        return text;
    }

    private void skipSpace() {
        while (at < n) {
            int c = s.at(at);
            if (c != ' ' && c != '\n' && c != '\t' && c != '\r') {
                return;
            }
            at++;
        }
    }

    private int peek() {
        return at < n ? s.at(at) : -1;
    }

    private PyObject object() {
        boolean pairs = settings.objectPairsHook != PySingleton.NONE;
        PyList list = pairs ? new PyList() : null;
        PyDict dict = pairs ? null : new PyDict();
        at++;
        skipSpace();
        if (peek() != '}') {
            while (true) {
                if (peek() != '"') {
                    throw JsonText.error(ts, "Expecting property name enclosed in double quotes", s, at);
                }
                PyStr key = string();
                PyObject known = memo.get(key);
                if (known == null) {
                    memo.put(key, key);
                } else {
                    key = (PyStr) known;
                }
                skipSpace();
                if (peek() != ':') {
                    throw JsonText.error(ts, "Expecting ':' delimiter", s, at);
                }
                at++;
                skipSpace();
                PyObject value = value();
                if (pairs) {
                    list.append(PyTuple.of(key, value));
                } else {
                    dict.put(key, value);
                }
                skipSpace();
                int c = peek();
                if (c == '}') {
                    break;
                }
                if (c != ',') {
                    throw JsonText.error(ts, "Expecting ',' delimiter", s, at);
                }
                at++;
                skipSpace();
            }
        }
        at++;
        if (pairs) {
            return Protocol.call(ts, settings.objectPairsHook, list);
        }
        return settings.objectHook == PySingleton.NONE ? dict : Protocol.call(ts, settings.objectHook, dict);
    }

    private PyObject array() {
        PyList list = new PyList();
        at++;
        skipSpace();
        if (peek() != ']') {
            while (true) {
                list.append(value());
                skipSpace();
                int c = peek();
                if (c == ']') {
                    break;
                }
                if (c != ',') {
                    throw JsonText.error(ts, "Expecting ',' delimiter", s, at);
                }
                at++;
                skipSpace();
            }
        }
        at++;
        return list;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private int digits(int from) {
        int i = from;
        while (i < n && isDigit(s.at(i))) {
            i++;
        }
        return i;
    }

    private PyObject number() {
        int start = at;
        int i = at;
        if (s.at(i) == '-') {
            i++;
        }
        if (i >= n || !isDigit(s.at(i))) {
            throw Errors.stopIteration(PyInt.of(start));
        }
        i = s.at(i) == '0' ? i + 1 : digits(i);
        boolean isFloat = false;
        if (i + 1 < n && s.at(i) == '.' && isDigit(s.at(i + 1))) {
            isFloat = true;
            i = digits(i + 1);
        }
        if (i + 1 < n && (s.at(i) == 'e' || s.at(i) == 'E')) {
            int e = i + 1;
            if (s.at(e) == '-' || s.at(e) == '+') {
                e++;
            }
            if (e < n && isDigit(s.at(e))) {
                isFloat = true;
                i = digits(e);
            }
        }
        at = i;
        if (!isFloat && plainInt && i - start <= MAX_LONG_DIGITS) {
            return PyInt.of(shortInt(start, i));
        }
        PyStr text = s.substring(start, i);
        if (isFloat) {
            return plainFloat
                    ? new PyFloat(Double.parseDouble(text.toString()))
                    : Protocol.call(ts, settings.parseFloat, text);
        }
        return plainInt
                ? PyInt.of(IntText.parse(text.toString(), 10, ts.interp.intMaxStrDigits))
                : Protocol.call(ts, settings.parseInt, text);
    }

    private long shortInt(int from, int to) {
        long value = 0;
        boolean negative = s.at(from) == '-';
        for (int i = negative ? from + 1 : from; i < to; i++) {
            value = value * 10 + s.at(i) - '0';
        }
        return negative ? -value : value;
    }
}
