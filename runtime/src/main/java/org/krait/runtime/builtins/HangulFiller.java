package org.krait.runtime.builtins;

/** Hangul syllables that KS X 1001 lacks, as its annex 3 writes them: a filler, lead, vowel and tail. */
final class HangulFiller {
    private static final int FIRST = 0xac00;
    private static final int NO_TAIL = 0xd4;
    private static final int[] LEADS = {0xa1, 0xa2, 0xa4, 0xa7, 0xa8, 0xa9, 0xb1, 0xb2, 0xb3, 0xb5, 0xb6, 0xb7, 0xb8,
        0xb9, 0xba, 0xbb, 0xbc, 0xbd, 0xbe};
    private static final int FIRST_VOWEL = 0xbf;
    private static final int[] TAILS = {0xd4, 0xa1, 0xa2, 0xa3, 0xa4, 0xa5, 0xa6, 0xa7, 0xa9, 0xaa, 0xab, 0xac, 0xad,
        0xae, 0xaf, 0xb0, 0xb1, 0xb2, 0xb4, 0xb5, 0xb6, 0xb7, 0xb8, 0xba, 0xbb, 0xbc, 0xbd, 0xbe};

    private HangulFiller() {}

    static byte[] encode(int syllable) {
        int i = syllable - FIRST;
        return new byte[] {(byte) 0xa4, (byte) NO_TAIL, (byte) 0xa4, (byte) LEADS[i / 588], (byte) 0xa4,
            (byte) (FIRST_VOWEL + i % 588 / 28), (byte) 0xa4, (byte) TAILS[i % 28]};
    }

    /** The syllable of eight bytes, or {@link MultibyteCharset#ILLEGAL}. */
    static int decode(byte[] b, int at) {
        for (int i = 0; i < 8; i += 2) {
            if ((b[at + i] & 0xff) != 0xa4) {
                return MultibyteCharset.ILLEGAL;
            }
        }
        int lead = indexOf(LEADS, b[at + 3] & 0xff);
        int vowel = (b[at + 5] & 0xff) - FIRST_VOWEL;
        int tail = indexOf(TAILS, b[at + 7] & 0xff);
        if (lead < 0 || vowel < 0 || vowel >= 21 || tail < 0) {
            return MultibyteCharset.ILLEGAL;
        }
        return FIRST + lead * 588 + vowel * 28 + tail;
    }

    private static int indexOf(int[] codes, int code) {
        for (int i = 0; i < codes.length; i++) {
            if (codes[i] == code) {
                return i;
            }
        }
        return -1;
    }
}
