package org.krait.language.syntax;

/** Finds type comments, which are tokens when the caller of {@code compile} wants them. */
final class TypeComments {
    private static final String PREFIX = "# type: ";

    private TypeComments() {}

    /** The kind of token that the comment just read is, or 0. A space in the prefix stands for any white space. */
    static int read(Tokenizer t, boolean blankLine) {
        byte[] text = t.text;
        int p = t.start;
        for (int i = 0; i < PREFIX.length(); i++) {
            char expected = PREFIX.charAt(i);
            if (expected == ' ') {
                while (text[p] == ' ' || text[p] == '\t') {
                    p++;
                }
            } else if (p < t.pos && text[p] == expected) {
                p++;
            } else {
                return 0;
            }
        }
        t.startLine = t.line;
        boolean ignore = t.pos >= p + 6 && text[p] == 'i' && text[p + 1] == 'g' && text[p + 2] == 'n'
                && text[p + 3] == 'o' && text[p + 4] == 'r' && text[p + 5] == 'e'
                && !(t.pos > p + 6 && (text[p + 6] < 0 || isAlphanumeric(text[p + 6])));
        t.start = ignore ? p + 6 : p;
        t.stop = t.pos;
        if (!ignore) {
            return Token.TYPE_COMMENT;
        }
        if (blankLine) {
            t.skipNewline();
        }
        return Token.TYPE_IGNORE;
    }

    private static boolean isAlphanumeric(byte b) {
        return b != '_' && Tokenizer.isIdentifierPart(b);
    }
}
