package org.krait.language.syntax;

/**
 * The grammar of Python 3.5 and 3.6, where {@code async} and {@code await} were keywords before {@code def} and in
 * async functions only.
 */
final class AsyncHacks {
    private final Tokenizer tokenizer;
    private boolean inAsync;
    private boolean pastSignature;
    private int indent;

    AsyncHacks(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /** The kind that a token has here; called for every token. */
    int kindOf(int kind) {
        if (inAsync && pastSignature && tokenizer.level == 0 && indent >= tokenizer.indent()
                && kind != Token.NEWLINE && kind != Token.TYPE_COMMENT) {
            inAsync = false;
            pastSignature = false;
        }
        if (kind == Token.NEWLINE) {
            pastSignature = inAsync;
        }
        if (kind != Token.ASYNC && kind != Token.AWAIT || inAsync) {
            return kind;
        }
        if (kind == Token.ASYNC && isBeforeDef()) {
            inAsync = true;
            indent = tokenizer.indent();
            return kind;
        }
        return Token.NAME;
    }

    private boolean isBeforeDef() {
        byte[] text = tokenizer.text;
        int i = tokenizer.pos;
        while (text[i] == ' ' || text[i] == '\t' || text[i] == '\f') {
            i++;
        }
        return i > tokenizer.pos && text[i] == 'd' && text[i + 1] == 'e' && text[i + 2] == 'f' && text[i + 3] >= 0
                && !Tokenizer.isIdentifierPart(text[i + 3]);
    }
}
