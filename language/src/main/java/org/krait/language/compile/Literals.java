package org.krait.language.compile;

import org.krait.objects.PyBytes;
import org.krait.objects.PyComplex;
import org.krait.objects.PyFloat;
import org.krait.objects.PyObject;
import org.krait.objects.PySet;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.text.ComplexText;
import org.krait.objects.text.FloatText;

/** Writes constants as {@code repr} does, without a running context. */
final class Literals {
    private Literals() {}

    static String repr(PyObject value) {
        StringBuilder out = new StringBuilder();
        append(out, value);
        return out.toString();
    }

    static String repr(String text) {
        StringBuilder out = new StringBuilder();
        quote(out, PyStr.of(text));
        return out.toString();
    }

    private static void append(StringBuilder out, PyObject value) {
        if (value instanceof PyStr s) {
            quote(out, s);
        } else if (value instanceof PyBytes b) {
            quote(out, b.value);
        } else if (value instanceof PyFloat f) {
            out.append(infinite(FloatText.repr(f.value)));
        } else if (value instanceof PyComplex c) {
            out.append(infinite(ComplexText.repr(c.real, c.imag)));
        } else if (value instanceof PyTuple t) {
            out.append('(');
            for (int i = 0; i < t.size(); i++) {
                out.append(i == 0 ? "" : ", ");
                append(out, t.item(i));
            }
            out.append(t.size() == 1 ? ",)" : ")");
        } else if (value instanceof PySet s) {
            out.append("frozenset({");
            PyObject[] items = s.toArray();
            for (int i = 0; i < items.length; i++) {
                out.append(i == 0 ? "" : ", ");
                append(out, items[i]);
            }
            out.append("})");
        } else {
            out.append(value);
        }
    }

    /** An infinity has no literal: a number that is too large stands for it. */
    private static String infinite(String text) {
        return text.replace("inf", "1e309");
    }

    private static void quote(StringBuilder out, PyStr s) {
        int n = s.length();
        boolean single = false;
        boolean twice = false;
        for (int i = 0; i < n; i++) {
            single |= s.at(i) == '\'';
            twice |= s.at(i) == '"';
        }
        char quote = single && !twice ? '"' : '\'';
        out.append(quote);
        for (int i = 0; i < n; i++) {
            int c = s.at(i);
            if (c == quote || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (c == '\r') {
                out.append("\\r");
            } else if (c == '\t') {
                out.append("\\t");
            } else if (c < ' ' || c == 0x7f || c > 0x7f && !isPrintable(c)) {
                escape(out, c);
            } else {
                out.appendCodePoint(c);
            }
        }
        out.append(quote);
    }

    private static void escape(StringBuilder out, int c) {
        int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
        out.append('\\').append(digits == 2 ? 'x' : digits == 4 ? 'u' : 'U');
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
            out.append(Character.forDigit(c >> shift & 15, 16));
        }
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE,
                    Character.UNASSIGNED, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }

    private static void quote(StringBuilder out, byte[] bytes) {
        boolean single = false;
        boolean twice = false;
        for (byte b : bytes) {
            single |= b == '\'';
            twice |= b == '"';
        }
        char quote = single && !twice ? '"' : '\'';
        out.append('b').append(quote);
        for (byte b : bytes) {
            int c = b & 0xff;
            if (c == quote || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (c == '\r') {
                out.append("\\r");
            } else if (c == '\t') {
                out.append("\\t");
            } else if (c < ' ' || c >= 0x7f) {
                escape(out, c);
            } else {
                out.append((char) c);
            }
        }
        out.append(quote);
    }
}
