package org.krait.runtime.builtins;

import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;

/** Finding and replacing in strings and byte strings. Bounds are in range. */
final class StrSearch {
    /** Needles and haystacks from which on a table of shifts pays. */
    private static final int TABLE_NEEDLE = 4;
    private static final int TABLE_HAYSTACK = 256;

    private StrSearch() {}

    /** The first index of the needle within {@code from…to}, or -1. */
    static int find(PyStr s, PyStr needle, int from, int to) {
        int m = needle.length();
        if (to - from < m || from > to) {
            return -1;
        }
        if (m == 0) {
            return from;
        }
        if (s.latin1 != null) {
            return needle.latin1 == null ? -1 : find(s.latin1, needle.latin1, 0, m, from, to);
        }
        int first = needle.at(0);
        int last = to - m;
        for (int i = from; i <= last; i++) {
            if (s.at(i) == first && matches(s, needle, i, m)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean matches(PyStr s, PyStr needle, int at, int m) {
        for (int j = 1; j < m; j++) {
            if (s.at(at + j) != needle.at(j)) {
                return false;
            }
        }
        return true;
    }

    /** The last index of the needle within {@code from…to}, or -1. */
    static int findLast(PyStr s, PyStr needle, int from, int to) {
        int m = needle.length();
        if (to - from < m || from > to) {
            return -1;
        }
        if (m == 0) {
            return to;
        }
        if (s.latin1 != null) {
            return needle.latin1 == null ? -1 : findLast(s.latin1, needle.latin1, 0, m, from, to);
        }
        int first = needle.at(0);
        for (int i = to - m; i >= from; i--) {
            if (s.at(i) == first && matches(s, needle, i, m)) {
                return i;
            }
        }
        return -1;
    }

    /** How often the needle occurs within {@code from…to} without overlap, at most {@code max} times. */
    static int count(PyStr s, PyStr needle, int from, int to, int max) {
        int m = needle.length();
        if (to < from) {
            return 0;
        }
        if (m == 0) {
            return Math.min(to - from + 1, max);
        }
        int count = 0;
        for (int i = find(s, needle, from, to); i >= 0 && count < max; i = find(s, needle, i + m, to)) {
            count++;
        }
        return count;
    }

    static boolean startsWith(PyStr s, PyStr prefix, int from, int to) {
        int m = prefix.length();
        return to - from >= m && from <= to && (m == 0 || s.at(from) == prefix.at(0) && matches(s, prefix, from, m));
    }

    static boolean endsWith(PyStr s, PyStr suffix, int from, int to) {
        int m = suffix.length();
        return to - from >= m && from <= to
                && (m == 0 || s.at(to - m) == suffix.at(0) && matches(s, suffix, to - m, m));
    }

    /** Replaces up to {@code max} occurrences. */
    static PyStr replace(PyStr s, PyStr old, PyStr by, int max) {
        int n = s.length();
        int m = old.length();
        if (m > n || max == 0 || old == by) {
            return s.exact();
        }
        if (m == 1 && by.length() == 1 && s.latin1 != null && by.latin1 != null && old.latin1 != null) {
            return replaceByte(s, old.latin1[0], by.latin1[0], max);
        }
        if (m == 0) {
            PyStrBuilder out = new PyStrBuilder(
                    n + (int) Math.min(1L << 20, (long) Math.min(max, n + 1) * by.length()));
            for (int i = 0; i <= n; i++) {
                if (i < max) {
                    out.append(by);
                }
                if (i < n) {
                    out.append(s.at(i));
                }
            }
            return out.toPyStr();
        }
        int at = find(s, old, 0, n);
        if (at < 0) {
            return s.exact();
        }
        PyStrBuilder out = new PyStrBuilder(n);
        int done = 0;
        for (int left = max; at >= 0 && left > 0; left--) {
            out.append(s, done, at).append(by);
            done = at + m;
            at = find(s, old, done, n);
        }
        return out.append(s, done, n).toPyStr();
    }

    private static PyStr replaceByte(PyStr s, byte old, byte by, int max) {
        byte[] source = s.latin1;
        byte[] out = null;
        int left = max;
        for (int i = 0; i < source.length && left > 0; i++) {
            if (source[i] == old) {
                if (out == null) {
                    out = source.clone();
                }
                out[i] = by;
                left--;
            }
        }
        return out == null ? s.exact() : PyStr.ofLatin1(out);
    }

    // Bytes.

    /** The first index within {@code from…to} of the {@code m} bytes of a needle from {@code start} on, or -1. */
    static int find(byte[] s, byte[] needle, int start, int m, int from, int to) {
        if (to - from < m || from > to) {
            return -1;
        }
        if (m == 0) {
            return from;
        }
        byte first = needle[start];
        int last = to - m;
        if (m >= TABLE_NEEDLE && to - from >= TABLE_HAYSTACK) {
            return findWithTable(s, needle, start, m, from, to);
        }
        for (int i = from; i <= last; i++) {
            if (s[i] == first) {
                int j = 1;
                while (j < m && s[i + j] == needle[start + j]) {
                    j++;
                }
                if (j == m) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** Sunday's variant of Boyer and Moore's search, which gives up for the plain one when matches go far in vain. */
    private static int findWithTable(byte[] s, byte[] needle, int start, int m, int from, int to) {
        int[] shift = new int[256];
        java.util.Arrays.fill(shift, m + 1);
        for (int j = 0; j < m; j++) {
            shift[needle[start + j] & 0xff] = m - j;
        }
        int last = to - m;
        long wasted = 0;
        int i = from;
        while (i <= last) {
            int j = 0;
            while (j < m && s[i + j] == needle[start + j]) {
                j++;
            }
            if (j == m) {
                return i;
            }
            wasted += j;
            if (wasted > 4L * (i - from) + 4096) {
                return findLinear(s, needle, start, m, i + 1, to);
            }
            if (i == last) {
                return -1;
            }
            i += shift[s[i + m] & 0xff];
        }
        return -1;
    }

    /** Knuth, Morris and Pratt's search: linear whatever the strings. */
    private static int findLinear(byte[] s, byte[] needle, int start, int m, int from, int to) {
        int[] border = new int[m + 1];
        border[0] = -1;
        int k = -1;
        for (int j = 0; j < m; ) {
            while (k >= 0 && needle[start + j] != needle[start + k]) {
                k = border[k];
            }
            j++;
            k++;
            border[j] = k;
        }
        int j = 0;
        for (int i = from; i < to; i++) {
            while (j >= 0 && s[i] != needle[start + j]) {
                j = border[j];
            }
            if (++j == m) {
                return i - m + 1;
            }
        }
        return -1;
    }

    /** As {@link #find(byte[], byte[], int, int, int, int)}, the last index. */
    static int findLast(byte[] s, byte[] needle, int start, int m, int from, int to) {
        if (to - from < m || from > to) {
            return -1;
        }
        for (int i = to - m; i >= from; i--) {
            int j = 0;
            while (j < m && s[i + j] == needle[start + j]) {
                j++;
            }
            if (j == m) {
                return i;
            }
        }
        return -1;
    }
}
