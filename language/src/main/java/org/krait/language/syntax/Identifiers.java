package org.krait.language.syntax;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/** Identifiers with characters outside ASCII (PEP 3131). */
final class Identifiers {
    private Identifiers() {}

    /** Raises an error if the token just read isn't an identifier. */
    static void verify(Tokenizer tokenizer) {
        byte[] text = tokenizer.text;
        int start = tokenizer.start;
        int stop = tokenizer.pos;
        int bad = Utf8Error.find(text, start, stop);
        if (bad >= 0) {
            throw Problems.undecodable(tokenizer, start, bad, stop);
        }
        String name = new String(text, start, stop - start, StandardCharsets.UTF_8);
        for (int i = 0; i < name.length();) {
            int c = name.codePointAt(i);
            if (i == 0 ? !isStart(c) : !isPart(c)) {
                int through = i + Character.charCount(c);
                tokenizer.pos = start + name.substring(0, through).getBytes(StandardCharsets.UTF_8).length;
                String code = Integer.toHexString(c).toUpperCase(Locale.ROOT);
                code = "U+" + "0000".substring(Math.min(code.length(), 4)) + code;
                throw tokenizer.error(isPrintable(c)
                        ? "invalid character '" + Character.toString(c) + "' (" + code + ")"
                        : "invalid non-printable character " + code);
            }
            i += Character.charCount(c);
        }
    }

    /** The name that identifier text stands for. */
    static String normalized(byte[] text, int start, int stop) {
        return Normalizer.normalize(new String(text, start, stop - start, StandardCharsets.UTF_8),
                Normalizer.Form.NFKC);
    }

    private static boolean isStart(int c) {
        return c == '_' || Character.isUnicodeIdentifierStart(c) && !notClosed(c)
                && c != 0xE33 && c != 0xEB3 && c != 0xFF9E && c != 0xFF9F;
    }

    private static boolean isPart(int c) {
        return Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c) && !notClosed(c);
    }

    /** In ID_Start or ID_Continue, but not in XID_Start or XID_Continue. */
    private static boolean notClosed(int c) {
        return c == 0x37A || c == 0x309B || c == 0x309C || c >= 0xFC5E && c <= 0xFC63 || c == 0xFDFA || c == 0xFDFB
                || c >= 0xFE70 && c <= 0xFE7E && c != 0xFE73 && (c & 1) == 0;
    }

    static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE,
                Character.UNASSIGNED, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }
}
