package org.krait.runtime.builtins;

import java.util.ArrayList;
import java.util.Arrays;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyBytes;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;

/** The text-like operations that bytes and bytearray share, on plain arrays; only ASCII letters have case. */
final class ByteText {
    private ByteText() {}

    static boolean isSpace(int c) {
        return c == ' ' || c >= 9 && c <= 13;
    }

    static boolean isUpper(int c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isLower(int c) {
        return c >= 'a' && c <= 'z';
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** What a predicate asks of every byte. */
    enum Kind { ALNUM, ALPHA, DIGIT, SPACE }

    static boolean all(byte[] b, Kind kind) {
        for (byte c : b) {
            boolean good = switch (kind) {
                case ALNUM -> isUpper(c) || isLower(c) || isDigit(c);
                case ALPHA -> isUpper(c) || isLower(c);
                case DIGIT -> isDigit(c);
                case SPACE -> isSpace(c);
            };
            if (!good) {
                return false;
            }
        }
        return b.length > 0;
    }

    static boolean isAscii(byte[] b) {
        for (byte c : b) {
            if (c < 0) {
                return false;
            }
        }
        return true;
    }

    static boolean isLowerText(byte[] b) {
        boolean cased = false;
        for (byte c : b) {
            if (isUpper(c)) {
                return false;
            }
            cased |= isLower(c);
        }
        return cased;
    }

    static boolean isUpperText(byte[] b) {
        boolean cased = false;
        for (byte c : b) {
            if (isLower(c)) {
                return false;
            }
            cased |= isUpper(c);
        }
        return cased;
    }

    static boolean isTitle(byte[] b) {
        boolean cased = false;
        boolean inWord = false;
        for (byte c : b) {
            if (isUpper(c)) {
                if (inWord) {
                    return false;
                }
                inWord = true;
                cased = true;
            } else if (isLower(c)) {
                if (!inWord) {
                    return false;
                }
                cased = true;
            } else {
                inWord = false;
            }
        }
        return cased;
    }

    static byte[] upper(byte[] b) {
        byte[] out = b.clone();
        for (int i = 0; i < out.length; i++) {
            if (isLower(out[i])) {
                out[i] = (byte) (out[i] - 32);
            }
        }
        return out;
    }

    static byte[] lower(byte[] b) {
        byte[] out = b.clone();
        for (int i = 0; i < out.length; i++) {
            if (isUpper(out[i])) {
                out[i] = (byte) (out[i] + 32);
            }
        }
        return out;
    }

    static byte[] swapCase(byte[] b) {
        byte[] out = b.clone();
        for (int i = 0; i < out.length; i++) {
            if (isUpper(out[i]) || isLower(out[i])) {
                out[i] = (byte) (out[i] ^ 32);
            }
        }
        return out;
    }

    static byte[] capitalize(byte[] b) {
        byte[] out = lower(b);
        if (out.length > 0 && isLower(out[0])) {
            out[0] = (byte) (out[0] - 32);
        }
        return out;
    }

    static byte[] title(byte[] b) {
        byte[] out = lower(b);
        boolean inWord = false;
        for (int i = 0; i < out.length; i++) {
            boolean letter = isLower(out[i]);
            if (letter && !inWord) {
                out[i] = (byte) (out[i] - 32);
            }
            inWord = letter;
        }
        return out;
    }

    // Finding.

    /** The bytes to look for: of a bytes-like object, or the one byte an int means. */
    static byte[] needle(ThreadState ts, PyObject sub) {
        if (sub instanceof PyBytes b) {
            return b.value;
        }
        PyBuffer buffer = Bytes.contiguous(ts, sub, 0);
        if (buffer != null) {
            try {
                return buffer.toByteArray();
            } finally {
                buffer.release();
            }
        }
        if (!Protocol.isIndex(sub)) {
            throw Errors.typeError("argument should be integer or bytes-like object, not '" + sub.type.name() + "'");
        }
        return new byte[] {(byte) byteValue(ts, sub)};
    }

    /** True when bytes have a byte given as number, or the bytes of a bytes-like object in a row. */
    static boolean contains(ThreadState ts, byte[] bytes, PyObject key) {
        PyInt number = null;
        if (Protocol.isIndex(key)) {
            try {
                number = Protocol.index(ts, key);
            } catch (PyException e) {
                e.swallowKeeping(key);
            }
        }
        if (number != null) {
            int c = byteValue(ts, number);
            for (byte b : bytes) {
                if ((b & 0xff) == c) {
                    return true;
                }
            }
            return false;
        }
        return find(bytes, Bytes.array(ts, key), 0, bytes.length) >= 0;
    }

    /** An int from 0 to 255. */
    static int byteValue(ThreadState ts, PyObject o) {
        PyInt i = Protocol.index(ts, o);
        if (i.big() != null || i.value < 0 || i.value > 255) {
            throw Errors.valueError("byte must be in range(0, 256)");
        }
        return (int) i.value;
    }

    static int find(byte[] b, byte[] needle, int from, int to) {
        return StrSearch.find(b, needle, 0, needle.length, from, to);
    }

    static int findLast(byte[] b, byte[] needle, int from, int to) {
        return StrSearch.findLast(b, needle, 0, needle.length, from, to);
    }

    static int count(byte[] b, byte[] needle, int from, int to) {
        if (from > to) {
            return 0;
        }
        if (needle.length == 0) {
            return to - from + 1;
        }
        int count = 0;
        for (int i = find(b, needle, from, to); i >= 0; i = find(b, needle, i + needle.length, to)) {
            count++;
        }
        return count;
    }

    static int from(ThreadState ts, PyObject start, int n) {
        return Protocol.bound(ts, start, n, 0);
    }

    static int to(ThreadState ts, PyObject end, int n) {
        return Math.min(Protocol.bound(ts, end, n, n), n);
    }

    /** startswith and endswith. */
    static boolean hasAffix(ThreadState ts, byte[] b, PyObject affix, PyObject start, PyObject end, boolean atStart) {
        int from = from(ts, start, b.length);
        int to = to(ts, end, b.length);
        if (affix instanceof PyTuple all) {
            for (PyObject one : all.items) {
                if (hasAffix(b, Bytes.array(ts, one), from, to, atStart)) {
                    return true;
                }
            }
            return false;
        }
        if (!Bytes.isBytesLike(ts, affix)) {
            throw Errors.typeError((atStart ? "startswith" : "endswith")
                    + " first arg must be bytes or a tuple of bytes, not " + affix.type.name());
        }
        return hasAffix(b, Bytes.array(ts, affix), from, to, atStart);
    }

    static boolean hasAffix(byte[] b, byte[] affix, int from, int to, boolean atStart) {
        if (to - from < affix.length) {
            return false;
        }
        int at = atStart ? from : to - affix.length;
        return Arrays.equals(b, at, at + affix.length, affix, 0, affix.length);
    }

    static byte[] replace(byte[] b, byte[] old, byte[] by, long limit) {
        long left = limit < 0 ? Long.MAX_VALUE : limit;
        ByteSink sink = new ByteSink(b.length);
        if (old.length == 0) {
            for (int i = 0; i <= b.length; i++) {
                if (left-- > 0) {
                    sink.addAll(by);
                }
                if (i < b.length) {
                    sink.add(b[i]);
                }
            }
            return sink.toByteArray();
        }
        int done = 0;
        for (int at = find(b, old, 0, b.length); at >= 0 && left-- > 0; at = find(b, old, done, b.length)) {
            sink.add(b, done, at - done);
            sink.addAll(by);
            done = at + old.length;
        }
        sink.add(b, done, b.length - done);
        return sink.toByteArray();
    }

    static byte[] translate(ThreadState ts, byte[] b, PyObject table, PyObject delete) {
        byte[] map = null;
        if (table != PySingleton.NONE) {
            map = Bytes.array(ts, table);
            if (map.length != 256) {
                throw Errors.valueError("translation table must be 256 characters long");
            }
        }
        boolean[] dropped = new boolean[256];
        if (delete != null) {
            for (byte c : Bytes.array(ts, delete)) {
                dropped[c & 0xff] = true;
            }
        }
        ByteSink sink = new ByteSink(b.length);
        for (byte c : b) {
            if (!dropped[c & 0xff]) {
                sink.add(map == null ? c : map[c & 0xff]);
            }
        }
        return sink.toByteArray();
    }

    static byte[] table(ThreadState ts, PyObject from, PyObject to) {
        byte[] x = Bytes.array(ts, from);
        byte[] y = Bytes.array(ts, to);
        if (x.length != y.length) {
            throw Errors.valueError("maketrans arguments must have same length");
        }
        byte[] table = new byte[256];
        for (int i = 0; i < 256; i++) {
            table[i] = (byte) i;
        }
        for (int i = 0; i < x.length; i++) {
            table[x[i] & 0xff] = y[i];
        }
        return table;
    }

    // Splitting and joining.

    static byte[][] split(ThreadState ts, byte[] b, PyObject sep, long maxsplit, boolean fromRight) {
        long max = maxsplit < 0 ? Long.MAX_VALUE : maxsplit;
        if (sep == null || sep == PySingleton.NONE) {
            return fromRight ? wordsFromRight(b, max) : words(b, max);
        }
        byte[] separator = Bytes.array(ts, sep);
        if (separator.length == 0) {
            throw Errors.valueError("empty separator");
        }
        ArrayList<byte[]> parts = new ArrayList<>();
        if (fromRight) {
            int to = b.length;
            for (int at = findLast(b, separator, 0, to); at >= 0 && max-- > 0; at = findLast(b, separator, 0, to)) {
                parts.add(0, Arrays.copyOfRange(b, at + separator.length, to));
                to = at;
            }
            parts.add(0, Arrays.copyOfRange(b, 0, to));
        } else {
            int from = 0;
            for (int at = find(b, separator, 0, b.length); at >= 0 && max-- > 0;
                    at = find(b, separator, from, b.length)) {
                parts.add(Arrays.copyOfRange(b, from, at));
                from = at + separator.length;
            }
            parts.add(Arrays.copyOfRange(b, from, b.length));
        }
        return parts.toArray(new byte[0][]);
    }

    private static byte[][] words(byte[] b, long max) {
        ArrayList<byte[]> parts = new ArrayList<>();
        int i = 0;
        while (true) {
            while (i < b.length && isSpace(b[i])) {
                i++;
            }
            if (i == b.length) {
                break;
            }
            if (max-- == 0) {
                parts.add(Arrays.copyOfRange(b, i, b.length));
                break;
            }
            int start = i;
            while (i < b.length && !isSpace(b[i])) {
                i++;
            }
            parts.add(Arrays.copyOfRange(b, start, i));
        }
        return parts.toArray(new byte[0][]);
    }

    private static byte[][] wordsFromRight(byte[] b, long max) {
        ArrayList<byte[]> parts = new ArrayList<>();
        int i = b.length;
        while (true) {
            while (i > 0 && isSpace(b[i - 1])) {
                i--;
            }
            if (i == 0) {
                break;
            }
            if (max-- == 0) {
                parts.add(0, Arrays.copyOfRange(b, 0, i));
                break;
            }
            int end = i;
            while (i > 0 && !isSpace(b[i - 1])) {
                i--;
            }
            parts.add(0, Arrays.copyOfRange(b, i, end));
        }
        return parts.toArray(new byte[0][]);
    }

    static byte[][] lines(byte[] b, boolean keepEnds) {
        ArrayList<byte[]> parts = new ArrayList<>();
        int i = 0;
        while (i < b.length) {
            int start = i;
            while (i < b.length && b[i] != '\n' && b[i] != '\r') {
                i++;
            }
            int end = i;
            if (i < b.length) {
                i += b[i] == '\r' && i + 1 < b.length && b[i + 1] == '\n' ? 2 : 1;
            }
            parts.add(Arrays.copyOfRange(b, start, keepEnds ? i : end));
        }
        return parts.toArray(new byte[0][]);
    }

    /** The items that {@code join} puts together. */
    static PyObject[] joined(ThreadState ts, PyObject iterable) {
        boolean known = iterable.type == PyList.TYPE || iterable.getClass() == PyTuple.class;
        return Protocol.items(ts, known ? iterable : iterator(ts, iterable, "can only join an iterable"));
    }

    static byte[] join(ThreadState ts, byte[] separator, PyObject iterable) {
        PyObject[] items = joined(ts, iterable);
        ByteSink sink = new ByteSink(16);
        for (int i = 0; i < items.length; i++) {
            if (i > 0) {
                sink.addAll(separator);
            }
            PyBuffer buffer = Bytes.contiguousOrNull(ts, items[i]);
            if (buffer == null) {
                throw Errors.typeError("sequence item " + i + ": expected a bytes-like object, "
                        + items[i].type.name() + " found");
            }
            sink.add(buffer.array, buffer.offset, buffer.length);
            buffer.release();
        }
        return sink.toByteArray();
    }

    static byte[] strip(ThreadState ts, byte[] b, PyObject chars, boolean left, boolean right) {
        byte[] set = chars == null || chars == PySingleton.NONE ? null : Bytes.array(ts, chars);
        int from = 0;
        int to = b.length;
        while (left && from < to && stripped(set, b[from])) {
            from++;
        }
        while (right && to > from && stripped(set, b[to - 1])) {
            to--;
        }
        return from == 0 && to == b.length ? b : Arrays.copyOfRange(b, from, to);
    }

    private static boolean stripped(byte[] set, byte c) {
        if (set == null) {
            return isSpace(c);
        }
        for (byte s : set) {
            if (s == c) {
                return true;
            }
        }
        return false;
    }

    // Padding.

    /** The one byte of a fill argument. */
    static int fill(PyObject fill, String method) {
        if (fill == null) {
            return ' ';
        }
        if (fill instanceof PyBytes b && b.value.length == 1) {
            return b.value[0];
        }
        if (fill instanceof org.krait.objects.PyByteArray a && a.size() == 1) {
            return a.at(0);
        }
        throw Errors.typeError(method + "() argument 2 must be a byte string of length 1, not " + fill.type.name());
    }

    static byte[] pad(byte[] b, long left, long right, int fill) {
        long before = Math.max(left, 0);
        long after = Math.max(right, 0);
        if (before + after + b.length > Integer.MAX_VALUE - 8) {
            throw Errors.memoryError();
        }
        byte[] out = new byte[(int) (before + after + b.length)];
        Arrays.fill(out, (byte) fill);
        System.arraycopy(b, 0, out, (int) before, b.length);
        return out;
    }

    static byte[] zeroFill(byte[] b, long width) {
        if (width <= b.length) {
            return b;
        }
        byte[] out = pad(b, width - b.length, 0, '0');
        int gap = (int) width - b.length;
        if (b.length > 0 && (b[0] == '+' || b[0] == '-')) {
            out[gap] = '0';
            out[0] = b[0];
        }
        return out;
    }

    static byte[] expandTabs(byte[] b, int tabSize) {
        ByteSink sink = new ByteSink(b.length + 16);
        long column = 0;
        for (byte c : b) {
            if (c == '\t') {
                if (tabSize > 0) {
                    long spaces = tabSize - column % tabSize;
                    if (sink.size() + spaces > Integer.MAX_VALUE - 8) {
                        throw Errors.overflowError("result too long");
                    }
                    column += spaces;
                    for (long k = 0; k < spaces; k++) {
                        sink.add(' ');
                    }
                }
            } else {
                sink.add(c);
                column = c == '\n' || c == '\r' ? 0 : column + 1;
            }
        }
        return sink.toByteArray();
    }

    /**
     * The bytes that the ints of an iterable are.
     *
     * @param what what the message about an int out of range calls it
     * @param refusal the message of the TypeError for what is no iterable
     * @param hinted the length is asked before
     */
    static byte[] ofItems(ThreadState ts, PyObject source, String what, String refusal, boolean hinted) {
        PyObject iterator = iterator(ts, source, refusal);
        Refs.incRef(iterator);
        try {
            if (hinted) {
                // Only for its errors.
                Protocol.lengthHint(ts, source);
            }
            ByteSink sink = new ByteSink(64);
            for (PyObject item = Protocol.next(ts, iterator); item != null; item = Protocol.next(ts, iterator)) {
                try {
                    PyInt i = Protocol.index(ts, item);
                    if (i.big() != null || i.value < 0 || i.value > 255) {
                        throw Errors.valueError(what + " must be in range(0, 256)");
                    }
                    sink.add((int) i.value);
                } finally {
                    Refs.drop(item);
                }
            }
            return sink.toByteArray();
        } finally {
            Refs.decRef(iterator);
        }
    }

    /** The iterator of a source; TypeError with the message {@code refusal} when it gives none. */
    static PyObject iterator(ThreadState ts, PyObject source, String refusal) {
        try {
            return Protocol.iter(ts, source);
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.TYPE_ERROR)) {
                throw e;
            }
            e.swallow();
            throw Errors.typeError(refusal);
        }
    }
}
