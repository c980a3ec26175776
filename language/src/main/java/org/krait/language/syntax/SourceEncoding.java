package org.krait.language.syntax;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The encoding of source bytes: BOM and coding cookie (PEP 263). */
final class SourceEncoding {
    private SourceEncoding() {}

    /** Whether one of the first two lines is a comment with the word coding in it. */
    static boolean mayHaveCookie(byte[] bytes, int start) {
        return cookie(bytes, start) != null;
    }

    /** The text as UTF-8: the same array if it is in UTF-8 already. */
    static byte[] decode(byte[] bytes, int start, String fileName) {
        String name = normal(cookie(bytes, start));
        if (name.equals("utf-8")) {
            return bytes;
        }
        if (start > 0) {
            throw error("encoding problem: ".concat(name).concat(" with BOM"), fileName);
        }
        Charset charset = charset(name, fileName);
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate((int) (bytes.length * (double) decoder.maxCharsPerByte()) + 4);
        CoderResult result = decoder.decode(in, out, true);
        if (!result.isError()) {
            result = decoder.flush(out);
        }
        if (result.isError()) {
            throw error(undecodable(name, bytes, in.position()), fileName);
        }
        return out.flip().toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Raises the first error of a script file with null bytes, or that needs a coding cookie and has none. */
    static void checkFile(byte[] bytes, String fileName) {
        int start = bytes.length >= 3 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB
                && (bytes[2] & 0xFF) == 0xBF ? 3 : 0;
        boolean ascii = true;
        int end = start;
        while (end < bytes.length && bytes[end] != 0) {
            ascii &= bytes[end++] >= 0;
        }
        if (!ascii && start == 0 && cookie(bytes, start) == null) {
            int bad = Utf8Error.find(bytes, start, end);
            if (bad >= 0) {
                throw notUtf8(bytes, bad, fileName);
            }
        }
        if (end < bytes.length) {
            throw nullByte(bytes, start, end, fileName);
        }
    }

    private static SyntaxException notUtf8(byte[] bytes, int bad, String fileName) {
        StringBuilder message = new StringBuilder("Non-UTF-8 code starting with '\\x");
        message.append(Character.forDigit(bytes[bad] >> 4 & 15, 16)).append(Character.forDigit(bytes[bad] & 15, 16));
        message.append('\'').append(fileName == null ? "" : " in file ".concat(fileName));
        message.append(" on line ").append(lineOf(bytes, bad)).append(", but no encoding declared; "
                + "see https://peps.python.org/pep-0263/ for details");
        return withoutPlace(message.toString());
    }

    /** What CPython says about a script file that {@link #decode} refused. */
    static SyntaxException inFile(SyntaxException error, byte[] bytes) {
        String message = error.getMessage();
        return message.startsWith("encoding problem: ") ? withoutPlace(message)
                : withoutPlace("encoding problem: ".concat(normal(cookie(bytes, 0))));
    }

    private static SyntaxException withoutPlace(String message) {
        return new SyntaxException(SyntaxException.Kind.SYNTAX_ERROR, message, null, -1, -1, -1, -1, null);
    }

    private static SyntaxException nullByte(byte[] bytes, int start, int at, String fileName) {
        int lineStart = at;
        while (lineStart > start && bytes[lineStart - 1] != '\n') {
            lineStart--;
        }
        int line = lineOf(bytes, at);
        return new SyntaxException(SyntaxException.Kind.SYNTAX_ERROR, "source code cannot contain null bytes",
                fileName, line, 0, line, 0, new String(bytes, lineStart, at - lineStart, StandardCharsets.UTF_8));
    }

    private static int lineOf(byte[] bytes, int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }

    /**
     * The name in the coding cookie, or null. It is in a comment that is alone on one of the first two lines, the
     * second only if the first is blank or a comment.
     */
    private static String cookie(byte[] bytes, int start) {
        int lineStart = start;
        for (int line = 0; line < 2 && lineStart < bytes.length; line++) {
            int i = lineStart;
            while (i < bytes.length && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\f')) {
                i++;
            }
            if (i < bytes.length && bytes[i] != '#' && bytes[i] != '\n' && bytes[i] != '\r') {
                return null;
            }
            int end = i;
            while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
                end++;
            }
            String name = cookieInComment(bytes, i, end);
            if (name != null) {
                return name;
            }
            lineStart = end + 1;
            if (end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n') {
                lineStart++;
            }
        }
        return null;
    }

    /** What matches {@code coding[:=][ \t]*([-\w.]+)}. */
    private static String cookieInComment(byte[] bytes, int start, int end) {
        for (int i = start; i + 7 <= end; i++) {
            if (bytes[i] != 'c' || bytes[i + 1] != 'o' || bytes[i + 2] != 'd' || bytes[i + 3] != 'i'
                    || bytes[i + 4] != 'n' || bytes[i + 5] != 'g' || i + 6 >= end
                    || bytes[i + 6] != ':' && bytes[i + 6] != '=') {
                continue;
            }
            int from = i + 7;
            while (from < end && (bytes[from] == ' ' || bytes[from] == '\t')) {
                from++;
            }
            int to = from;
            while (to < end && isNamePart(bytes[to])) {
                to++;
            }
            if (to > from) {
                return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
            }
        }
        return null;
    }

    private static boolean isNamePart(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '-' || b == '_'
                || b == '.';
    }

    /** The name in the spelling of error messages, for utf-8 and latin-1 in all their spellings. */
    private static String normal(String name) {
        StringBuilder start = new StringBuilder();
        for (int i = 0; i < name.length() && i < 12; i++) {
            char c = name.charAt(i);
            start.append(c == '_' ? '-' : c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        }
        String s = start.toString();
        if (s.equals("utf-8") || s.startsWith("utf-8-")) {
            return "utf-8";
        }
        if (s.equals("latin-1") || s.equals("iso-8859-1") || s.equals("iso-latin-1") || s.startsWith("latin-1-")
                || s.startsWith("iso-8859-1-") || s.startsWith("iso-latin-1-")) {
            return "iso-8859-1";
        }
        return name;
    }

    private static Charset charset(String name, String fileName) {
        String lower = name.replace('_', '-').toLowerCase(Locale.ROOT);
        if (lower.equals("utf8") || lower.equals("u8")) {
            return StandardCharsets.UTF_8;
        }
        if (lower.equals("latin1") || lower.equals("latin") || lower.equals("l1") || lower.equals("8859")
                || lower.equals("iso8859")) {
            return StandardCharsets.ISO_8859_1;
        }
        if (lower.startsWith("cp") || lower.startsWith("mac-")) {
            String alias = lower.startsWith("cp") ? "x-windows-".concat(lower.substring(2))
                    : "x-Mac".concat(Character.toUpperCase(lower.charAt(4)) + lower.substring(5));
            if (!isSupported(lower) && isSupported(alias)) {
                return Charset.forName(alias);
            }
        }
        if (!isSupported(lower)) {
            throw error("unknown encoding: ".concat(name), fileName);
        }
        return Charset.forName(lower);
    }

    private static boolean isSupported(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }

    private static String undecodable(String name, byte[] bytes, int position) {
        String codec = name.toLowerCase(Locale.ROOT);
        if (codec.equals("utf8")) {
            return Utf8Error.message(bytes, position, bytes.length);
        }
        boolean ascii = codec.equals("ascii") || codec.equals("us-ascii");
        StringBuilder message = new StringBuilder("'").append(ascii ? "ascii" : codec);
        message.append("' codec can't decode byte 0x");
        message.append(Character.forDigit(bytes[position] >> 4 & 15, 16));
        message.append(Character.forDigit(bytes[position] & 15, 16));
        message.append(" in position ").append(position).append(": ");
        message.append(ascii ? "ordinal not in range(128)" : "illegal multibyte sequence");
        return message.toString();
    }

    private static SyntaxException error(String message, String fileName) {
        return new SyntaxException(SyntaxException.Kind.SYNTAX_ERROR, message, fileName, 0, -1, -1, -1, null);
    }
}
