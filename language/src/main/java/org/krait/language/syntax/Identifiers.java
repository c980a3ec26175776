package org.krait.language.syntax;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/** Identifiers with characters outside ASCII (PEP 3131). */
final class Identifiers {
    /** First and last of the characters that Java knows and Unicode 15.0, Python 3.12's, doesn't. */
    private static final String NEWER = ""
            + "0897 0897 1B4E 1B4F 1B7F 1B7F 1C89 1C8A 2427 2429 2FFC 2FFF 31E4 31E5 31EF 31EF "
            + "A7CB A7CD A7DA A7DC 105C0 105F3 10D40 10D65 10D69 10D85 10D8E 10D8F 10EC2 10EC4 10EFC 10EFC "
            + "11380 11389 1138B 1138B 1138E 1138E 11390 113B5 113B7 113C0 113C2 113C2 113C5 113C5 113C7 113CA "
            + "113CC 113D5 113D7 113D8 113E1 113E2 116D0 116E3 11BC0 11BE1 11BF0 11BF9 11F5A 11F5A 13460 143FA "
            + "16100 16139 16D40 16D79 18CFF 18CFF 1CC00 1CCF9 1CD00 1CEB3 1E5D0 1E5FA 1E5FF 1E5FF 1F8B2 1F8BB "
            + "1F8C0 1F8C1 1FA89 1FA89 1FA8F 1FA8F 1FABE 1FABE 1FAC6 1FAC6 1FADC 1FADC 1FADF 1FADF 1FAE9 1FAE9 "
            + "1FBCB 1FBEF 2EBF0 2EE5D ";

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

    private static boolean isNewer(int c) {
        for (int i = 0; i < NEWER.length();) {
            int middle = NEWER.indexOf(' ', i);
            int end = NEWER.indexOf(' ', middle + 1);
            if (c <= Integer.parseInt(NEWER, middle + 1, end, 16)) {
                return c >= Integer.parseInt(NEWER, i, middle, 16);
            }
            i = end + 1;
        }
        return false;
    }

    private static boolean isStart(int c) {
        return c == '_' || Character.isUnicodeIdentifierStart(c) && !notClosed(c)
                && c != 0xE33 && c != 0xEB3 && c != 0xFF9E && c != 0xFF9F && !isNewer(c);
    }

    private static boolean isPart(int c) {
        return Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c) && !notClosed(c)
                && c != 0x30FB && c != 0xFF65 && !isNewer(c);
    }

    /** In ID_Start or ID_Continue, but not in XID_Start or XID_Continue. */
    private static boolean notClosed(int c) {
        return c == 0x37A || c == 0x2E2F || c == 0x309B || c == 0x309C || c >= 0xFC5E && c <= 0xFC63
                || c == 0xFDFA || c == 0xFDFB
                || c >= 0xFE70 && c <= 0xFE7E && c != 0xFE73 && (c & 1) == 0;
    }

    static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE,
                Character.UNASSIGNED, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> !isNewer(c);
        };
    }
}
