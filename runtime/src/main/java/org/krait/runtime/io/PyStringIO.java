package org.krait.runtime.io;

import java.util.Arrays;
import org.krait.objects.Errors;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;

/** An {@code io.StringIO}: a stream over text in memory. */
public final class PyStringIO extends PyIOBase {
    public static final PyType TYPE = builtin("_io.StringIO", TEXT, new StringIOMethodsTable());

    private int[] text = {};
    int size;
    long position;
    boolean closed;
    boolean initialized;
    /** As given; null for None. */
    PyStr newline;
    /** Translates what is written; null when line ends stay as they are. */
    NewlineTranslator newlines;

    PyStringIO(PyType type) {
        super(type);
    }

    @Override
    boolean isClosed(ThreadState ts) {
        checkInitialized();
        return closed;
    }

    private void checkInitialized() {
        if (!initialized) {
            throw Errors.valueError("I/O operation on uninitialized object");
        }
    }

    void checkOpen() {
        checkInitialized();
        if (closed) {
            throw Io.closedFile();
        }
    }

    void start(PyStr lineEnd) {
        newline = lineEnd;
        newlines = lineEnd == null || lineEnd.length() == 0 ? new NewlineTranslator(lineEnd == null) : null;
        text = new int[0];
        size = 0;
        position = 0;
        closed = false;
        initialized = true;
    }

    void close() {
        closed = true;
        text = new int[0];
        size = 0;
    }

    PyStr substring(int from, int to) {
        return from >= to ? PyStr.EMPTY : PyStr.ofUcs4(Arrays.copyOfRange(text, from, to));
    }

    int left() {
        return position >= size ? 0 : size - (int) position;
    }

    PyStr take(long count) {
        int n = count < 0 ? left() : (int) Math.min(count, left());
        int from = (int) Math.min(position, size);
        position += n;
        return substring(from, from + n);
    }

    /** A line with its end; {@code limit} negative for none. */
    PyStr line(long limit) {
        int n = limit < 0 ? left() : (int) Math.min(limit, left());
        int from = (int) Math.min(position, size);
        for (int i = 0; i < n; i++) {
            int c = text[from + i];
            int length = 0;
            if (newline == null) {
                length = c == '\n' ? 1 : 0;
            } else if (newline.length() == 0) {
                length = c == '\n' ? 1 : c != '\r' ? 0 : from + i + 1 < size && text[from + i + 1] == '\n' ? 2 : 1;
            } else if (c == newline.at(0)) {
                length = newline.length() == 1 ? 1
                        : from + i + 1 < size && text[from + i + 1] == newline.at(1) ? 2 : 0;
            }
            if (length > 0) {
                n = Math.min(n, i + length);
                break;
            }
        }
        return take(n);
    }

    void write(PyStr given) {
        PyStr s = given;
        if (newlines != null) {
            s = newlines.process(s, true);
        }
        if (newline != null && newline.length() > 0 && !newline.equalTo("\n")
                && NewlineTranslator.indexOf(s, '\n', 0) >= 0) {
            PyStrBuilder out = new PyStrBuilder(s.length() + 8);
            for (int i = 0; i < s.length(); i++) {
                if (s.at(i) == '\n') {
                    out.append(newline);
                } else {
                    out.append(s.at(i));
                }
            }
            s = out.toPyStr();
        }
        put(s);
    }

    /** Writes without translation. */
    void put(PyStr s) {
        int n = s.length();
        if (n == 0) {
            return;
        }
        long end = position + n;
        if (end > Integer.MAX_VALUE - 8) {
            throw Errors.overflowError("new position too large");
        }
        if (end > text.length) {
            text = Arrays.copyOf(text, (int) Math.min(Integer.MAX_VALUE - 8L,
                    Math.max(end, text.length + (text.length >> 1) + 32L)));
        }
        if (position > size) {
            Arrays.fill(text, size, (int) position, 0);
        }
        s.copyTo(text, (int) position);
        position = end;
        size = Math.max(size, (int) end);
    }

    void truncate(long newSize) {
        if (newSize < size) {
            size = (int) newSize;
            text = Arrays.copyOf(text, size);
        }
    }

    PyObject value() {
        return substring(0, size);
    }
}
