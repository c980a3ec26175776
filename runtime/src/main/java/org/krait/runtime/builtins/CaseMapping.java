package org.krait.runtime.builtins;

import java.util.Locale;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;

/** Upper, lower, title and folded case with the full mappings of Unicode 15.0. */
final class CaseMapping {
    private static final int SHARP_S = 0xdf;
    private static final int SIGMA = 0x3a3;
    private static final int IOTA = 0x399;
    private static final int YPOGEGRAMMENI = 0x345;

    private CaseMapping() {}

    static PyStr upper(PyStr s) {
        byte[] bytes = s.latin1;
        if (bytes != null) {
            byte[] out = new byte[bytes.length];
            boolean fits = true;
            for (int i = 0; i < out.length && fits; i++) {
                int c = bytes[i] & 0xff;
                if (c >= 'a' && c <= 'z' || c >= 0xe0 && c != 0xf7 && c != 0xff) {
                    c -= 32;
                } else {
                    fits = c != SHARP_S && c != 0xff && c != 0xb5;
                }
                out[i] = (byte) c;
            }
            if (fits) {
                return PyStr.ofLatin1(out);
            }
        }
        PyStrBuilder out = new PyStrBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            appendUpper(out, s.at(i));
        }
        return out.toPyStr();
    }

    static PyStr lower(PyStr s) {
        byte[] bytes = s.latin1;
        if (bytes != null) {
            byte[] out = new byte[bytes.length];
            for (int i = 0; i < out.length; i++) {
                int c = bytes[i] & 0xff;
                out[i] = (byte) (c >= 'A' && c <= 'Z' || c >= 0xc0 && c <= 0xde && c != 0xd7 ? c + 32 : c);
            }
            return PyStr.ofLatin1(out);
        }
        PyStrBuilder out = new PyStrBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            appendLower(out, s, i);
        }
        return out.toPyStr();
    }

    static PyStr swapCase(PyStr s) {
        PyStrBuilder out = new PyStrBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            int c = s.at(i);
            if (CharFacts.isUpper(c)) {
                appendLower(out, s, i);
            } else if (CharFacts.isLower(c)) {
                appendUpper(out, c);
            } else {
                out.append(c);
            }
        }
        return out.toPyStr();
    }

    static PyStr capitalize(PyStr s) {
        PyStrBuilder out = new PyStrBuilder(s.length());
        if (s.length() > 0) {
            appendTitle(out, s.at(0));
        }
        for (int i = 1; i < s.length(); i++) {
            appendLower(out, s, i);
        }
        return out.toPyStr();
    }

    static PyStr title(PyStr s) {
        PyStrBuilder out = new PyStrBuilder(s.length());
        boolean inWord = false;
        for (int i = 0; i < s.length(); i++) {
            int c = s.at(i);
            if (inWord) {
                appendLower(out, s, i);
            } else {
                appendTitle(out, c);
            }
            inWord = CharFacts.isCased(c);
        }
        return out.toPyStr();
    }

    static PyStr fold(PyStr s) {
        if (s.isAscii()) {
            return lower(s);
        }
        PyStrBuilder out = new PyStrBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            appendFolded(out, s.at(i));
        }
        return out.toPyStr();
    }

    private static boolean isSurrogate(int c) {
        return c >= 0xd800 && c < 0xe000;
    }

    /** The full upper case in Java's UTF-16; null when there is only the character itself. */
    private static String upperText(int c) {
        if (isSurrogate(c) || c == 0x19b || c == 0x264 || CharFacts.isNewer(c)) {
            return null;
        }
        return Character.toString(c).toUpperCase(Locale.ROOT);
    }

    private static void appendUpper(PyStrBuilder out, int c) {
        if (c < 128) {
            out.append(c >= 'a' && c <= 'z' ? c - 32 : c);
            return;
        }
        String text = upperText(c);
        if (text == null) {
            out.append(c);
        } else {
            out.append(text);
        }
    }

    private static void appendLower(PyStrBuilder out, PyStr s, int i) {
        int c = s.at(i);
        if (c == SIGMA) {
            out.append(isFinalSigma(s, i) ? 0x3c2 : 0x3c3);
        } else {
            appendSimpleLower(out, c);
        }
    }

    private static void appendSimpleLower(PyStrBuilder out, int c) {
        if (c == 0x130) {
            out.append('i').append(0x307);
        } else {
            out.append(CharFacts.isNewer(c) ? c : Character.toLowerCase(c));
        }
    }

    /** A cased letter before (case-ignorable ones between do not count) and none after. */
    private static boolean isFinalSigma(PyStr s, int i) {
        int j = i - 1;
        while (j >= 0 && isCaseIgnorable(s.at(j))) {
            j--;
        }
        if (j < 0 || !CharFacts.isCased(s.at(j))) {
            return false;
        }
        j = i + 1;
        while (j < s.length() && isCaseIgnorable(s.at(j))) {
            j++;
        }
        return j == s.length() || !CharFacts.isCased(s.at(j));
    }

    private static boolean isCaseIgnorable(int c) {
        return switch (CharFacts.category(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.MODIFIER_LETTER,
                    Character.MODIFIER_SYMBOL -> true;
            default -> switch (c) {
                case '\'', '.', ':', 0xb7, 0x387, 0x55f, 0x5f4, 0x2018, 0x2019, 0x2024, 0x2027, 0xfe13, 0xfe52, 0xfe55,
                        0xff07, 0xff0e, 0xff1a -> true;
                default -> false;
            };
        };
    }

    private static void appendTitle(PyStrBuilder out, int c) {
        if (c < 128) {
            out.append(c >= 'a' && c <= 'z' ? c - 32 : c);
            return;
        }
        int simple = c == 0x19b || c == 0x264 || CharFacts.isNewer(c) ? c : Character.toTitleCase(c);
        String upper = simple != c || CharFacts.isTitle(c) ? null : upperText(c);
        if (upper == null || upper.codePointCount(0, upper.length()) == 1) {
            out.append(simple);
            return;
        }
        out.append(upper.charAt(0));
        for (int i = 1; i < upper.length(); i++) {
            int tail = upper.charAt(i);
            out.append(tail == IOTA ? YPOGEGRAMMENI : c == 0x149 ? tail : Character.toLowerCase(tail));
        }
    }

    private static void appendFolded(PyStrBuilder out, int c) {
        if (c >= 0x13a0 && c <= 0x13f5 || c == 0x131) {
            out.append(c);
        } else if (c >= 0x13f8 && c <= 0x13fd) {
            out.append(c - 8);
        } else if (c >= 0xab70 && c <= 0xabbf) {
            out.append(c - 0xab70 + 0x13a0);
        } else if (c == 0x1e9e) {
            out.append("ss");
        } else {
            String upper = upperText(c);
            if (upper == null) {
                appendSimpleLower(out, c);
                return;
            }
            for (int i = 0; i < upper.length(); ) {
                int u = upper.codePointAt(i);
                appendSimpleLower(out, u);
                i += Character.charCount(u);
            }
        }
    }
}
