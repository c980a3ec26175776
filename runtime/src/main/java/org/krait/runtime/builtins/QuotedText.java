package org.krait.runtime.builtins;

import java.io.ByteArrayOutputStream;

/** Quoted-printable text, as {@code binascii} reads and writes it. */
final class QuotedText {
    private static final int LINE = 76;
    private static final String HEX = "0123456789ABCDEF";

    private QuotedText() {}

    static byte[] decode(byte[] in, boolean header) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
        int at = 0;
        while (at < in.length) {
            int c = in[at];
            if (c == '=') {
                at++;
                if (at >= in.length) {
                    break;
                }
                if (in[at] == '\n' || in[at] == '\r') {
                    // A soft line break: nothing up to the end of the line counts.
                    if (in[at] != '\n') {
                        while (at < in.length && in[at] != '\n') {
                            at++;
                        }
                    }
                    at = Math.min(at + 1, in.length);
                } else if (in[at] == '=') {
                    out.write('=');
                    at++;
                } else if (at + 1 < in.length && BinasciiModule.hexDigit(in[at]) >= 0
                        && BinasciiModule.hexDigit(in[at + 1]) >= 0) {
                    out.write(BinasciiModule.hexDigit(in[at]) << 4 | BinasciiModule.hexDigit(in[at + 1]));
                    at += 2;
                } else {
                    out.write('=');
                }
            } else {
                out.write(header && c == '_' ? ' ' : c);
                at++;
            }
        }
        return out.toByteArray();
    }

    static byte[] encode(byte[] in, boolean quoteTabs, boolean text, boolean header) {
        Encoder encoder = new Encoder(in, quoteTabs, text, header);
        return encoder.encode();
    }

    /** One encoding in progress. */
    private static final class Encoder {
        private final byte[] in;
        private final boolean quoteTabs;
        private final boolean text;
        private final boolean header;
        private final boolean crlf;
        private byte[] out;
        private int size;
        private int line;

        Encoder(byte[] in, boolean quoteTabs, boolean text, boolean header) {
            this.in = in;
            this.quoteTabs = quoteTabs;
            this.text = text;
            this.header = header;
            this.out = new byte[in.length + in.length / 4 + 16];
            int newline = 0;
            while (newline < in.length && in[newline] != '\n') {
                newline++;
            }
            // The first line break tells which kind is written.
            this.crlf = newline > 0 && newline < in.length && in[newline - 1] == '\r';
        }

        byte[] encode() {
            int at = 0;
            while (at < in.length) {
                int c = in[at] & 0xff;
                if (isQuoted(at, c)) {
                    if (line + 3 >= LINE) {
                        softBreak();
                    }
                    quote(c);
                    line += 3;
                    at++;
                } else if (text && (c == '\n' || c == '\r' && at + 1 < in.length && in[at + 1] == '\n')) {
                    line = 0;
                    // White space at the end of a line is quoted after all.
                    if (size > 0 && (out[size - 1] == ' ' || out[size - 1] == '\t')) {
                        int blank = out[--size];
                        quote(blank);
                    }
                    if (crlf) {
                        write('\r');
                    }
                    write('\n');
                    at += c == '\r' ? 2 : 1;
                } else {
                    if (at + 1 != in.length && in[at + 1] != '\n' && line + 1 >= LINE) {
                        softBreak();
                    }
                    line++;
                    write(header && c == ' ' ? '_' : c);
                    at++;
                }
            }
            return java.util.Arrays.copyOf(out, size);
        }

        private boolean isQuoted(int at, int c) {
            boolean last = at + 1 == in.length;
            return c > 126 || c == '=' || header && c == '_'
                    || c == '.' && line == 0
                            && (last || in[at + 1] == '\n' || in[at + 1] == '\r' || in[at + 1] == 0)
                    || !text && (c == '\r' || c == '\n')
                    || (c == '\t' || c == ' ') && last
                    || c < 33 && c != '\r' && c != '\n' && c != '\t' && c != ' '
                    || c < 33 && c != '\r' && c != '\n' && quoteTabs;
        }

        private void softBreak() {
            write('=');
            if (crlf) {
                write('\r');
            }
            write('\n');
            line = 0;
        }

        private void quote(int c) {
            write('=');
            write(HEX.charAt(c >> 4 & 15));
            write(HEX.charAt(c & 15));
        }

        private void write(int c) {
            if (size == out.length) {
                out = java.util.Arrays.copyOf(out, 2 * size + 16);
            }
            out[size++] = (byte) c;
        }
    }
}
