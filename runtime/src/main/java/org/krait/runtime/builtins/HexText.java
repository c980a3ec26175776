package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyBytes;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;

/** Bytes as hexadecimal text and back. */
final class HexText {
    private static final String HEX = "0123456789abcdef";

    private HexText() {}

    /** {@code hex(sep, bytes_per_sep)}; {@code separator} null for none. */
    static PyStr hex(ThreadState ts, byte[] b, PyObject separator, int perGroup) {
        int sep = -1;
        if (separator != null) {
            if (separator instanceof PyStr s) {
                if (s.length() != 1) {
                    throw Errors.valueError("sep must be length 1.");
                }
                sep = s.at(0);
            } else if (separator instanceof PyBytes s) {
                if (s.length() != 1) {
                    throw Errors.valueError("sep must be length 1.");
                }
                sep = s.value[0] & 0xff;
            } else {
                if (separator.type.slots().length(ts, separator) != 1) {
                    throw Errors.valueError("sep must be length 1.");
                }
                throw Errors.typeError("sep must be str or bytes.");
            }
            if (sep > 127) {
                throw Errors.valueError("sep must be ASCII.");
            }
        }
        int group = Math.abs(perGroup);
        int gaps = sep < 0 || group == 0 || b.length == 0 ? 0 : (b.length - 1) / group;
        byte[] out = new byte[Sequences.length(b.length, b.length) + gaps];
        int at = 0;
        int first = perGroup > 0 && gaps > 0 ? b.length - gaps * group : group;
        int next = gaps > 0 ? first : -1;
        for (int i = 0; i < b.length; i++) {
            if (i == next) {
                out[at++] = (byte) sep;
                next += group;
            }
            out[at++] = (byte) HEX.charAt((b[i] & 0xff) >>> 4);
            out[at++] = (byte) HEX.charAt(b[i] & 15);
        }
        return PyStr.ofLatin1(out);
    }

    /** {@code fromhex}: blanks between the pairs are skipped. */
    static byte[] parse(PyStr s) {
        ByteSink sink = new ByteSink(s.length() / 2);
        int n = s.length();
        for (int i = 0; i < n; i++) {
            if (s.at(i) >= 128) {
                throw bad(i);
            }
        }
        for (int i = 0; i < n; ) {
            int c = s.at(i);
            if (ByteText.isSpace(c)) {
                i++;
                continue;
            }
            int high = digit(c);
            if (high < 0) {
                throw bad(i);
            }
            int low = i + 1 < n ? digit(s.at(i + 1)) : -1;
            if (low < 0) {
                throw bad(i + 1);
            }
            sink.add(high << 4 | low);
            i += 2;
        }
        return sink.toByteArray();
    }

    private static int digit(int c) {
        return Character.digit(c, 16);
    }

    private static RuntimeException bad(int position) {
        return Errors.valueError("non-hexadecimal number found in fromhex() arg at position " + position);
    }
}
