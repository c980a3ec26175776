package org.krait.runtime.builtins;

import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;

/** How strings are written in source form. */
public final class SourceForm {
    private static final String HEX = "0123456789abcdef";

    private SourceForm() {}

    /** {@code repr(s)}: in quotes, with what is not printable escaped. */
    public static PyStr repr(PyStr s) {
        int n = s.length();
        boolean single = false;
        boolean plain = s.latin1 != null;
        boolean doubled = false;
        for (int i = 0; i < n; i++) {
            int c = s.at(i);
            if (c == '\'') {
                single = true;
            } else if (c == '"') {
                doubled = true;
            } else if (c < ' ' || c == '\\' || c >= 127) {
                plain = false;
            }
        }
        int quote = single && !doubled ? '"' : '\'';
        if (plain && !(single && doubled)) {
            byte[] out = new byte[n + 2];
            out[0] = (byte) quote;
            out[n + 1] = (byte) quote;
            System.arraycopy(s.latin1, 0, out, 1, n);
            return PyStr.ofLatin1(out);
        }
        PyStrBuilder out = new PyStrBuilder(n + 8);
        out.append(quote);
        for (int i = 0; i < n; i++) {
            int c = s.at(i);
            if (c == quote || c == '\\') {
                out.append('\\').append(c);
            } else if (c >= ' ' && c < 127) {
                out.append(c);
            } else if (c == '\n') {
                out.append('\\').append('n');
            } else if (c == '\t') {
                out.append('\\').append('t');
            } else if (c == '\r') {
                out.append('\\').append('r');
            } else if (c > 127 && CharFacts.isPrintable(c)) {
                out.append(c);
            } else {
                escape(out, c);
            }
        }
        return out.append(quote).toPyStr();
    }

    /** Appends {@code \xNN}, \\uNNNN or \\UNNNNNNNN. */
    static void escape(PyStrBuilder out, int c) {
        int digits = c < 256 ? 2 : c < 0x10000 ? 4 : 8;
        out.append('\\').append(digits == 2 ? 'x' : digits == 4 ? 'u' : 'U');
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            out.append(HEX.charAt(c >>> shift & 15));
        }
    }

    /** The text with everything beyond ASCII escaped. */
    public static PyStr asciiOnly(PyStr s) {
        if (s.isAscii()) {
            return s;
        }
        PyStrBuilder out = new PyStrBuilder(s.length() + 8);
        for (int i = 0; i < s.length(); i++) {
            int c = s.at(i);
            if (c < 128) {
                out.append(c);
            } else {
                escape(out, c);
            }
        }
        return out.toPyStr();
    }

    /** {@code repr} of bytes: {@code b'…'} with the quotes chosen; {@code prefix} is what stands before the quote. */
    static PyStr reprBytes(byte[] bytes, int from, int count, String prefix, String suffix) {
        boolean single = false;
        boolean doubled = false;
        for (int i = 0; i < count; i++) {
            single |= bytes[from + i] == '\'';
            doubled |= bytes[from + i] == '"';
        }
        int quote = single && !doubled ? '"' : '\'';
        PyStrBuilder out = new PyStrBuilder(count + 16);
        out.append(prefix).append(quote);
        for (int i = 0; i < count; i++) {
            int c = bytes[from + i] & 0xff;
            if (c == quote || c == '\\') {
                out.append('\\').append(c);
            } else if (c == '\n') {
                out.append('\\').append('n');
            } else if (c == '\t') {
                out.append('\\').append('t');
            } else if (c == '\r') {
                out.append('\\').append('r');
            } else if (c >= ' ' && c < 127) {
                out.append(c);
            } else {
                out.append('\\').append('x').append(HEX.charAt(c >>> 4)).append(HEX.charAt(c & 15));
            }
        }
        return out.append(quote).append(suffix).toPyStr();
    }
}
