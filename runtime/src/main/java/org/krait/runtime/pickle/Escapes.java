package org.krait.runtime.pickle;

import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.runtime.builtins.Utf8;

/** Text as pickles have it. */
final class Escapes {
    private Escapes() {}

    static byte[] utf8(ThreadState ts, PyStr text) {
        return Utf8.encode(ts, text, "surrogatepass").value;
    }

    /** Latin-1 with escapes for the rest, line ends, NUL, ^Z and backslashes. */
    static byte[] rawUnicode(PyStr text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int c = text.at(i);
            if (c >= 0x10000) {
                hex(out.append("\\U"), c, 8);
            } else if (c >= 256 || c == '\\' || c == 0 || c == '\n' || c == '\r' || c == 0x1a) {
                hex(out.append("\\u"), c, 4);
            } else {
                out.append((char) c);
            }
        }
        return out.toString().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static void hex(StringBuilder out, int c, int digits) {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            out.append(Character.forDigit(c >> shift & 15, 16));
        }
    }
}
