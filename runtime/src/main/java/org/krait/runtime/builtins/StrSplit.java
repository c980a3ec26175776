package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;

/** Taking strings apart and putting them together. */
final class StrSplit {
    private StrSplit() {}

    static PyList split(PyStr s, PyStr separator, int max) {
        PyList parts = new PyList();
        int n = s.length();
        int m = separator.length();
        int from = 0;
        for (int left = max; left > 0; left--) {
            int at = StrSearch.find(s, separator, from, n);
            if (at < 0) {
                break;
            }
            parts.append(s.substring(from, at));
            from = at + m;
        }
        parts.append(s.substring(from, n));
        return parts;
    }

    static PyList splitFromRight(PyStr s, PyStr separator, int max) {
        PyList parts = new PyList();
        int to = s.length();
        for (int left = max; left > 0; left--) {
            int at = StrSearch.findLast(s, separator, 0, to);
            if (at < 0) {
                break;
            }
            parts.append(s.substring(at + separator.length(), to));
            to = at;
        }
        parts.append(s.substring(0, to));
        ListSort.reverse(parts.items, 0, parts.size);
        return parts;
    }

    static PyList words(PyStr s, int max) {
        PyList parts = new PyList();
        int n = s.length();
        int i = 0;
        int left = max;
        while (true) {
            while (i < n && CharFacts.isSpace(s.at(i))) {
                i++;
            }
            if (i == n) {
                return parts;
            }
            if (left-- == 0) {
                parts.append(s.substring(i, n));
                return parts;
            }
            int start = i;
            while (i < n && !CharFacts.isSpace(s.at(i))) {
                i++;
            }
            parts.append(s.substring(start, i));
        }
    }

    static PyList wordsFromRight(PyStr s, int max) {
        PyList parts = new PyList();
        int i = s.length();
        int left = max;
        while (true) {
            while (i > 0 && CharFacts.isSpace(s.at(i - 1))) {
                i--;
            }
            if (i == 0) {
                break;
            }
            if (left-- == 0) {
                parts.append(s.substring(0, i));
                break;
            }
            int end = i;
            while (i > 0 && !CharFacts.isSpace(s.at(i - 1))) {
                i--;
            }
            parts.append(s.substring(i, end));
        }
        ListSort.reverse(parts.items, 0, parts.size);
        return parts;
    }

    static PyList lines(PyStr s, boolean keepEnds) {
        PyList parts = new PyList();
        int n = s.length();
        int i = 0;
        while (i < n) {
            int start = i;
            while (i < n && !CharFacts.isLineBreak(s.at(i))) {
                i++;
            }
            int end = i;
            if (i < n) {
                i += s.at(i) == '\r' && i + 1 < n && s.at(i + 1) == '\n' ? 2 : 1;
            }
            parts.append(s.substring(start, keepEnds ? i : end));
        }
        return parts;
    }

    static PyObject join(ThreadState ts, PyStr separator, PyObject iterable) {
        PyObject[] items = ByteText.joined(ts, iterable);
        int n = items.length;
        if (n == 0) {
            return PyStr.EMPTY;
        }
        if (n == 1 && items[0].getClass() == PyStr.class) {
            return items[0];
        }
        long total = (long) separator.length() * (n - 1);
        boolean narrow = separator.latin1 != null || n == 1;
        boolean ucs2 = separator.ucs4 == null || n == 1;
        for (int i = 0; i < n; i++) {
            if (!(items[i] instanceof PyStr s)) {
                throw Errors.typeError(
                        "sequence item " + i + ": expected str instance, " + items[i].type.name() + " found");
            }
            total += s.length();
            narrow &= s.latin1 != null;
            ucs2 &= s.ucs4 == null;
        }
        if (total > Integer.MAX_VALUE - 8) {
            throw Errors.overflowError("join() result is too long for a Python string");
        }
        if (narrow) {
            return PyStr.ofLatin1(joinBytes(separator.latin1, items, (int) total));
        }
        int at = 0;
        if (ucs2) {
            char[] out = new char[(int) total];
            for (int i = 0; i < n; i++) {
                if (i > 0) {
                    separator.copyTo(out, at);
                    at += separator.length();
                }
                ((PyStr) items[i]).copyTo(out, at);
                at += ((PyStr) items[i]).length();
            }
            return PyStr.ofUcs2(out);
        }
        int[] out = new int[(int) total];
        for (int i = 0; i < n; i++) {
            if (i > 0) {
                separator.copyTo(out, at);
                at += separator.length();
            }
            ((PyStr) items[i]).copyTo(out, at);
            at += ((PyStr) items[i]).length();
        }
        return PyStr.ofUcs4(out);
    }

    private static byte[] joinBytes(byte[] separator, PyObject[] items, int total) {
        byte[] out = new byte[total];
        int at = 0;
        for (int i = 0; i < items.length; i++) {
            if (i > 0) {
                System.arraycopy(separator, 0, out, at, separator.length);
                at += separator.length;
            }
            byte[] bytes = ((PyStr) items[i]).latin1;
            System.arraycopy(bytes, 0, out, at, bytes.length);
            at += bytes.length;
        }
        return out;
    }

    static PyStr strip(PyStr s, PyObject chars, boolean left, boolean right, String method) {
        int from = 0;
        int to = s.length();
        if (chars == null || chars == PySingleton.NONE) {
            while (left && from < to && CharFacts.isSpace(s.at(from))) {
                from++;
            }
            while (right && to > from && CharFacts.isSpace(s.at(to - 1))) {
                to--;
            }
        } else if (chars instanceof PyStr set) {
            while (left && from < to && has(set, s.at(from))) {
                from++;
            }
            while (right && to > from && has(set, s.at(to - 1))) {
                to--;
            }
        } else {
            throw Errors.typeError(method + " arg must be None or str");
        }
        return s.substring(from, to);
    }

    private static boolean has(PyStr set, int c) {
        for (int i = set.length() - 1; i >= 0; i--) {
            if (set.at(i) == c) {
                return true;
            }
        }
        return false;
    }
}
