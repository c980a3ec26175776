package org.krait.runtime.builtins;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;

/** A CJK encoding of Python: one of Java's charsets and a list of the characters where Python's codec differs. */
final class MultibyteCharset {
    /** What {@link #decode} answers for bytes that mean nothing. */
    static final int ILLEGAL = -1;
    /** What {@link #decode} answers when bytes are missing. */
    static final int INCOMPLETE = -2;

    private static final int UNKNOWN = -3;
    private static final byte[] NOTHING = {};

    final String name;
    private final boolean privateUse;
    private final CharsetDecoder decoder;
    private final CharsetEncoder encoder;
    private final int[] pairs = new int[0x10000];
    private final int[] triples;
    private final byte[][][] pages = new byte[0x300][][];
    private final HashMap<Integer, Integer> quadruples = new HashMap<>();
    /** The number of bytes of the sequence that {@link #decode} read. */
    int length;

    private MultibyteCharset(String name, String java, boolean privateUse) {
        this.name = name;
        this.privateUse = privateUse;
        Charset charset = Charset.forName(java);
        decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        encoder = charset.newEncoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        Arrays.fill(pairs, UNKNOWN);
        triples = name.equals("euc_jp") ? new int[0x10000] : null;
        if (triples != null) {
            Arrays.fill(triples, UNKNOWN);
        }
        readDifferences();
    }

    /** The encoding of a Python name, or null. */
    static MultibyteCharset of(String name) {
        return switch (name) {
            case "gb2312" -> new MultibyteCharset(name, "GB2312", false);
            case "gbk" -> new MultibyteCharset(name, "x-mswin-936", false);
            case "gb18030" -> new MultibyteCharset(name, "GB18030", true);
            case "big5" -> new MultibyteCharset(name, "Big5", false);
            case "cp950" -> new MultibyteCharset(name, "x-windows-950", false);
            case "shift_jis" -> new MultibyteCharset(name, "Shift_JIS", false);
            case "cp932" -> new MultibyteCharset(name, "windows-31j", true);
            case "euc_jp" -> new MultibyteCharset(name, "EUC-JP", false);
            case "euc_kr" -> new MultibyteCharset(name, "EUC-KR", false);
            case "cp949" -> new MultibyteCharset(name, "x-windows-949", false);
            case "johab" -> new MultibyteCharset(name, "x-Johab", false);
            default -> null;
        };
    }

    private void readDifferences() {
        try (InputStream in = MultibyteCharset.class.getResourceAsStream("multibyte-differences.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            boolean mine = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    mine = line.equals("[" + name + "]");
                } else if (mine) {
                    difference(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void difference(String line) {
        int space = line.indexOf(' ');
        String to = line.substring(space + 1);
        if (line.startsWith("d")) {
            byte[] bytes = HexFormat.of().parseHex(line, 1, space);
            if (bytes.length == 2) {
                pairs[(bytes[0] & 0xff) << 8 | bytes[1] & 0xff] = to.equals("-") ? ILLEGAL : Integer.parseInt(to, 16);
            }
            return;
        }
        int c = Integer.parseInt(line, 1, space, 16);
        byte[] bytes = to.equals("-") ? NOTHING : HexFormat.of().parseHex(to);
        page(c)[c & 0xff] = bytes;
        if (bytes.length == 4) {
            quadruples.put(ByteBuffer.wrap(bytes).getInt(), c);
        }
    }

    private byte[][] page(int c) {
        byte[][] page = pages[c >>> 8];
        if (page == null) {
            page = new byte[256][];
            pages[c >>> 8] = page;
        }
        return page;
    }

    /** The bytes of a character, or null. */
    byte[] encode(int c) {
        if (c < 0x80) {
            return new byte[] {(byte) c};
        }
        if (c >= 0xd800 && c < 0xe000 || !privateUse && c >= 0xe000 && c < 0xf900) {
            return null;
        }
        if (c >= 0x30000) {
            return privateUse ? javaEncode(c) : null;
        }
        byte[][] page = page(c);
        byte[] bytes = page[c & 0xff];
        if (bytes == null) {
            bytes = javaEncode(c);
            if (bytes == null) {
                bytes = name.equals("euc_kr") && c >= 0xac00 && c <= 0xd7a3 ? HangulFiller.encode(c) : NOTHING;
            }
            page[c & 0xff] = bytes;
        }
        return bytes.length == 0 ? null : bytes;
    }

    private byte[] javaEncode(int c) {
        try {
            ByteBuffer out = encoder.reset().encode(CharBuffer.wrap(Character.toChars(c)));
            byte[] bytes = new byte[out.remaining()];
            out.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private int javaDecode(byte... bytes) {
        try {
            CharBuffer out = decoder.reset().decode(ByteBuffer.wrap(bytes));
            int c = out.length() == 0 ? ILLEGAL : Character.codePointAt(out, 0);
            boolean one = c >= 0 && out.length() == Character.charCount(c);
            return !one || !privateUse && c >= 0xe000 && c < 0xf900 ? ILLEGAL : c;
        } catch (CharacterCodingException e) {
            return ILLEGAL;
        }
    }

    /** The character at a place of the input; {@link #length} says how many bytes it takes. */
    int decode(byte[] b, int at) {
        int first = b[at] & 0xff;
        length = 1;
        if (first < 0x80) {
            return first;
        }
        boolean shiftJis = name.equals("shift_jis") || name.equals("cp932");
        if (shiftJis) {
            if (first >= 0xa1 && first <= 0xdf) {
                return first - 0xa1 + 0xff61;
            }
            if (first == 0x80 || first == 0xa0 || first >= (name.equals("shift_jis") ? 0xeb : 0xfd)) {
                return name.equals("shift_jis") ? ILLEGAL
                        : first == 0x80 ? 0x80 : first == 0xa0 ? 0xf8f0 : first - 0xfd + 0xf8f1;
            }
        }
        if (at + 1 >= b.length) {
            return INCOMPLETE;
        }
        int second = b[at + 1] & 0xff;
        if (first == 0x8f && triples != null) {
            if (at + 2 >= b.length) {
                return INCOMPLETE;
            }
            return triple(second, b[at + 2] & 0xff);
        }
        if (name.equals("gb18030") && second >= 0x30 && second <= 0x39) {
            if (at + 3 >= b.length) {
                return INCOMPLETE;
            }
            return quadruple(b, at);
        }
        length = 2;
        int key = first << 8 | second;
        if (key == 0xa4d4 && name.equals("euc_kr")) {
            return hangul(b, at);
        }
        int c = pairs[key];
        if (c == UNKNOWN) {
            c = javaDecode((byte) first, (byte) second);
            pairs[key] = c;
        }
        length = c >= 0 ? 2 : 1;
        return c;
    }

    private int hangul(byte[] b, int at) {
        length = 1;
        if (at + 7 >= b.length) {
            return INCOMPLETE;
        }
        int c = HangulFiller.decode(b, at);
        if (c >= 0) {
            length = 8;
        }
        return c;
    }

    private int triple(int second, int third) {
        int key = second << 8 | third;
        int c = triples[key];
        if (c == UNKNOWN) {
            c = javaDecode((byte) 0x8f, (byte) second, (byte) third);
            c = c == 0xff5e ? ILLEGAL : c;
            triples[key] = c;
        }
        length = c >= 0 ? 3 : 1;
        return c;
    }

    private int quadruple(byte[] b, int at) {
        Integer known = quadruples.get(ByteBuffer.wrap(b, at, 4).getInt());
        int c = known != null ? known : javaDecode(b[at], b[at + 1], b[at + 2], b[at + 3]);
        length = c >= 0 ? 4 : 1;
        return c;
    }
}
