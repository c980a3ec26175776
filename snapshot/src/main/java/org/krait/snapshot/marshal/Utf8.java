package org.krait.snapshot.marshal;

import org.krait.objects.PyStr;
import org.krait.snapshot.ByteSink;

/** UTF-8 with surrogates passed through (CPython's "surrogatepass"). */
final class Utf8 {
    private Utf8() {}

    static byte[] encode(PyStr s) {
        ByteSink out = new ByteSink();
        for (int i = 0; i < s.length(); i++) {
            int c = s.at(i);
            if (c < 0x80) {
                out.put((byte) c);
            } else if (c < 0x800) {
                out.put((byte) (0xc0 | c >> 6));
                out.put((byte) (0x80 | c & 0x3f));
            } else if (c < 0x10000) {
                out.put((byte) (0xe0 | c >> 12));
                out.put((byte) (0x80 | c >> 6 & 0x3f));
                out.put((byte) (0x80 | c & 0x3f));
            } else {
                out.put((byte) (0xf0 | c >> 18));
                out.put((byte) (0x80 | c >> 12 & 0x3f));
                out.put((byte) (0x80 | c >> 6 & 0x3f));
                out.put((byte) (0x80 | c & 0x3f));
            }
        }
        return out.toByteArray();
    }

    /** The text of bytes that {@link #encode} may have written. */
    static PyStr decode(byte[] bytes, int from, int count) {
        int[] points = new int[count];
        int n = 0;
        int end = from + count;
        int i = from;
        while (i < end) {
            int b = bytes[i] & 0xff;
            int more = b < 0x80 ? 0 : b >= 0xc2 && b < 0xe0 ? 1 : b >= 0xe0 && b < 0xf0 ? 2
                    : b >= 0xf0 && b < 0xf5 ? 3 : -1;
            if (more < 0 || i + more >= end) {
                throw bad();
            }
            int c = more == 0 ? b : b & 0x3f >> more;
            for (int k = 1; k <= more; k++) {
                int next = bytes[i + k] & 0xff;
                if (next >> 6 != 2) {
                    throw bad();
                }
                c = c << 6 | next & 0x3f;
            }
            if (c > 0x10ffff || more == 2 && c < 0x800 || more == 3 && c < 0x10000) {
                throw bad();
            }
            points[n++] = c;
            i += more + 1;
        }
        return PyStr.ofUcs4(java.util.Arrays.copyOf(points, n));
    }

    private static MarshalException bad() {
        return new MarshalException(MarshalException.Kind.VALUE_ERROR, "bad marshal data (invalid utf-8 in a string)");
    }
}
