package org.krait.runtime.io;

import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.PyTuple;

/** Finds line ends of all kinds in text that comes in pieces, and makes {@code \n} of them when it shall. */
final class NewlineTranslator {
    private static final int CR = 1;
    private static final int LF = 2;
    private static final int CRLF = 4;

    final boolean translates;
    /** A carriage return was held back, for a line feed may follow. */
    boolean pendingReturn;
    /** The kinds of line ends that were met: bits. */
    int seen;

    NewlineTranslator(boolean translates) {
        this.translates = translates;
    }

    PyStr process(PyStr input, boolean last) {
        PyStr text = input;
        if (pendingReturn && (last || text.length() > 0)) {
            text = PyStr.ofCodePoint('\r').concat(text);
            pendingReturn = false;
        }
        int n = text.length();
        if (!last && n > 0 && text.at(n - 1) == '\r') {
            pendingReturn = true;
            n--;
            text = text.substring(0, n);
        }
        if (n == 0) {
            return PyStr.EMPTY;
        }
        int first = indexOf(text, '\r', 0);
        if (first < 0) {
            if ((seen & LF) == 0 && indexOf(text, '\n', 0) >= 0) {
                seen |= LF;
            }
            return text;
        }
        PyStrBuilder out = translates ? new PyStrBuilder(n) : null;
        for (int i = 0; i < n; i++) {
            int c = text.at(i);
            if (c == '\r') {
                boolean both = i + 1 < n && text.at(i + 1) == '\n';
                seen |= both ? CRLF : CR;
                if (both) {
                    i++;
                }
                if (out != null) {
                    out.append('\n');
                }
            } else {
                if (c == '\n') {
                    seen |= LF;
                }
                if (out != null) {
                    out.append(c);
                }
            }
        }
        return out == null ? text : out.toPyStr();
    }

    static int indexOf(PyStr text, int c, int from) {
        byte[] latin1 = text.latin1;
        int n = text.length();
        if (latin1 != null) {
            for (int i = from; i < n; i++) {
                if (latin1[i] == c) {
                    return i;
                }
            }
            return -1;
        }
        for (int i = from; i < n; i++) {
            if (text.at(i) == c) {
                return i;
            }
        }
        return -1;
    }

    void reset() {
        seen = 0;
        pendingReturn = false;
    }

    /** The kinds of line ends seen: None, a str, or a tuple. */
    PyObject newlines() {
        PyObject[] found = new PyObject[3];
        int n = 0;
        if ((seen & CR) != 0) {
            found[n++] = PyStr.of("\r");
        }
        if ((seen & LF) != 0) {
            found[n++] = PyStr.of("\n");
        }
        if ((seen & CRLF) != 0) {
            found[n++] = PyStr.of("\r\n");
        }
        return n == 0 ? PySingleton.NONE : n == 1 ? found[0] : PyTuple.copyOf(found, 0, n);
    }
}
