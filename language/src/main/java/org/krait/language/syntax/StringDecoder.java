package org.krait.language.syntax;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The values of string literals: quotes and escapes. */
final class StringDecoder {
    private final TokenStream tokens;
    private final int token;
    private final byte[] text;
    private final int start;
    private final int stop;
    private boolean warned;

    private StringDecoder(TokenStream tokens, int token, int start, int stop) {
        this.tokens = tokens;
        this.token = token;
        this.start = start;
        this.stop = stop;
        text = tokens.source.text();
    }

    /** The value of a string token. */
    static Expr.Constant constant(TokenStream tokens, int token) {
        byte[] text = tokens.source.text();
        int start = tokens.starts[token];
        int stop = tokens.stops[token];
        String kind = text[start] == 'u' ? "u" : null;
        boolean raw = false;
        boolean bytes = false;
        byte c = text[start];
        while (c != '"' && c != '\'') {
            raw |= (c | 0x20) == 'r';
            bytes |= (c | 0x20) == 'b';
            c = text[++start];
        }
        int quotes = stop - start >= 6 && text[start + 1] == c && text[start + 2] == c ? 3 : 1;
        start += quotes;
        stop -= quotes;
        boolean ascii = true;
        boolean escapes = false;
        for (int i = start; i < stop; i++) {
            ascii &= text[i] >= 0;
            escapes |= text[i] == '\\';
        }
        StringDecoder decoder = new StringDecoder(tokens, token, start, stop);
        ConstantValue value;
        if (bytes) {
            if (!ascii) {
                throw new NonAsciiBytes(token);
            }
            value = new ConstantValue.Bytes(raw || !escapes ? Arrays.copyOfRange(text, start, stop)
                    : decoder.bytes());
        } else if (raw || !escapes) {
            value = new ConstantValue.Str(ascii ? new String(text, start, stop - start, StandardCharsets.ISO_8859_1)
                    : decoder.utf8());
        } else {
            value = decoder.escaped();
        }
        return new Expr.Constant(value, kind, tokens.spanOf(token));
    }

    /** The value of text in an f-string. */
    static Expr.Constant middle(TokenStream tokens, int token, boolean raw) {
        byte[] text = tokens.source.text();
        int start = tokens.starts[token];
        int stop = tokens.stops[token];
        if (stop - start >= 2 && text[stop - 1] == text[stop - 2] && (text[stop - 1] == '{' || text[stop - 1] == '}')) {
            // Doubled braces stand for one.
            stop--;
        }
        boolean escapes = false;
        for (int i = start; i < stop; i++) {
            escapes |= text[i] == '\\';
        }
        StringDecoder decoder = new StringDecoder(tokens, token, start, stop);
        ConstantValue value = raw || !escapes ? new ConstantValue.Str(decoder.utf8()) : decoder.escaped();
        return new Expr.Constant(value, null, tokens.spanOf(token));
    }

    /** The text of {@code {expr=}}, without comments. */
    static ConstantValue debugText(byte[] text, int start, int stop) {
        byte[] kept = new byte[stop - start];
        int n = 0;
        for (int i = start; i < stop; i++) {
            if (text[i] == '#') {
                while (i < stop && text[i] != '\n') {
                    i++;
                }
            }
            if (i < stop) {
                kept[n++] = text[i];
            }
        }
        return new ConstantValue.Str(new String(kept, 0, n, StandardCharsets.UTF_8));
    }

    private String utf8() {
        int bad = Utf8Error.find(text, start, stop);
        if (bad >= 0) {
            throw new LiteralException("(unicode error) ".concat(Utf8Error.message(text, bad, stop, start)));
        }
        return new String(text, start, stop - start, StandardCharsets.UTF_8);
    }

    private ConstantValue escaped() {
        int[] points = new int[stop - start];
        int n = 0;
        boolean surrogates = false;
        int i = start;
        while (i < stop) {
            int c = text[i];
            if (c >= 0 && c != '\\') {
                points[n++] = c;
                i++;
                continue;
            }
            if (c < 0) {
                int size = Utf8Error.sequenceLength(text, i, stop);
                if (size < 0) {
                    throw new LiteralException("(unicode error) ".concat(Utf8Error.message(text, i, stop, start)));
                }
                points[n++] = codePoint(i, size);
                i += size;
                continue;
            }
            int escape = i++;
            if (i == stop || text[i] < 0) {
                points[n++] = '\\';
                continue;
            }
            c = text[i++];
            switch (c) {
                case '\n' -> { }
                case '\\', '\'', '"' -> points[n++] = c;
                case 'b' -> points[n++] = '\b';
                case 'f' -> points[n++] = '\f';
                case 't' -> points[n++] = '\t';
                case 'n' -> points[n++] = '\n';
                case 'r' -> points[n++] = '\r';
                case 'v' -> points[n++] = 0x0B;
                case 'a' -> points[n++] = 7;
                case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                    int end = octalEnd(i);
                    points[n++] = octal(i - 1, end);
                    i = end;
                }
                case 'x', 'u', 'U' -> {
                    int digits = c == 'x' ? 2 : c == 'u' ? 4 : 8;
                    int point = hex(escape, i, digits);
                    surrogates |= point >= 0xD800 && point <= 0xDFFF;
                    points[n++] = point;
                    i += digits;
                }
                case 'N' -> {
                    int end = nameEnd(escape, i);
                    points[n++] = named(escape, i + 1, end);
                    i = end + 1;
                }
                default -> {
                    warnEscape(c, i);
                    points[n++] = '\\';
                    points[n++] = c;
                }
            }
        }
        String value = new String(points, 0, n);
        return new ConstantValue.Str(value, surrogates ? Arrays.copyOf(points, n) : null);
    }

    private int codePoint(int i, int size) {
        return switch (size) {
            case 2 -> (text[i] & 0x1F) << 6 | text[i + 1] & 0x3F;
            case 3 -> (text[i] & 0x0F) << 12 | (text[i + 1] & 0x3F) << 6 | text[i + 2] & 0x3F;
            default -> (text[i] & 0x07) << 18 | (text[i + 1] & 0x3F) << 12 | (text[i + 2] & 0x3F) << 6
                    | text[i + 3] & 0x3F;
        };
    }

    private int octalEnd(int second) {
        int end = second;
        while (end < stop && end < second + 2 && text[end] >= '0' && text[end] <= '7') {
            end++;
        }
        return end;
    }

    private int octal(int from, int end) {
        int value = 0;
        for (int i = from; i < end; i++) {
            value = value * 8 + text[i] - '0';
        }
        if (value > 0xFF) {
            warn("invalid octal escape sequence '\\" + tokens.text(from, from + 3) + "'");
        }
        return value;
    }

    private int hex(int escape, int from, int digits) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = i < stop ? Character.digit(text[i], 16) : -1;
            if (digit < 0) {
                throw unicodeError(escape, i, digits == 2 ? "truncated \\xXX escape"
                        : digits == 4 ? "truncated \\uXXXX escape" : "truncated \\UXXXXXXXX escape");
            }
            value = value << 4 | digit;
        }
        if (value < 0 || value > Character.MAX_CODE_POINT) {
            throw unicodeError(escape, from + digits, "illegal Unicode character");
        }
        return value;
    }

    /** The offset of the brace that ends a character name. */
    private int nameEnd(int escape, int brace) {
        int end = brace;
        if (brace < stop && text[brace] == '{') {
            end++;
            while (end < stop && text[end] != '}') {
                end++;
            }
            if (end < stop && end > brace + 1) {
                return end;
            }
        }
        throw unicodeError(escape, end, "malformed \\N character escape");
    }

    private int named(int escape, int from, int end) {
        int point = tokens.options.names().lookUp(tokens.text(from, end));
        if (point < 0) {
            throw unicodeError(escape, end + 1, "unknown Unicode character name");
        }
        return point;
    }

    /** An error whose positions count as CPython's decoder does, which sees characters outside ASCII escaped. */
    private LiteralException unicodeError(int from, int to, String reason) {
        int first = decoderIndex(from);
        int last = decoderIndex(to) - 1;
        String place = first == last ? "byte 0x5c in position " + first : "bytes in position " + first + "-" + last;
        return new LiteralException("(unicode error) 'unicodeescape' codec can't decode " + place + ": " + reason);
    }

    private int decoderIndex(int offset) {
        int position = 0;
        for (int i = start; i < offset;) {
            if (text[i] >= 0) {
                position += text[i] == '\\' && i + 1 < stop && text[i + 1] < 0 ? 6 : 1;
                i++;
            } else {
                position += 10;
                i += Math.max(1, Utf8Error.sequenceLength(text, i, stop));
            }
        }
        return position;
    }

    private byte[] bytes() {
        byte[] out = new byte[stop - start];
        int n = 0;
        int i = start;
        while (i < stop) {
            byte c = text[i++];
            if (c != '\\') {
                out[n++] = c;
                continue;
            }
            c = text[i++];
            switch (c) {
                case '\n' -> { }
                case '\\', '\'', '"' -> out[n++] = c;
                case 'b' -> out[n++] = '\b';
                case 'f' -> out[n++] = '\f';
                case 't' -> out[n++] = '\t';
                case 'n' -> out[n++] = '\n';
                case 'r' -> out[n++] = '\r';
                case 'v' -> out[n++] = 0x0B;
                case 'a' -> out[n++] = 7;
                case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                    int end = octalEnd(i);
                    out[n++] = (byte) octal(i - 1, end);
                    i = end;
                }
                case 'x' -> {
                    int high = i < stop ? Character.digit(text[i], 16) : -1;
                    int low = i + 1 < stop ? Character.digit(text[i + 1], 16) : -1;
                    if (high < 0 || low < 0) {
                        throw new LiteralException("(value error) invalid \\x escape at position "
                                + (i - 2 - start));
                    }
                    out[n++] = (byte) (high << 4 | low);
                    i += 2;
                }
                default -> {
                    warnEscape(c, i);
                    out[n++] = '\\';
                    out[n++] = c;
                }
            }
        }
        return Arrays.copyOf(out, n);
    }

    private void warnEscape(int c, int behind) {
        // The tokenizer has warned of a backslash before the brace of a replacement field.
        if ((c == '{' || c == '}') && tokens.kinds[token] != Token.STRING && behind == stop) {
            return;
        }
        warn("invalid escape sequence '\\" + (char) c + "'");
    }

    /** Warns of the first bad escape only. */
    private void warn(String message) {
        SyntaxWarningListener listener = tokens.tokenizer.warnings;
        if (warned || listener == null) {
            return;
        }
        warned = true;
        if (!listener.warn("SyntaxWarning", message, tokens.source.fileName(), tokens.lines[token])) {
            throw Problems.atTokens(tokens, token, token, message);
        }
    }
}
