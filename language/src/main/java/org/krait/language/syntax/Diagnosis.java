package org.krait.language.syntax;

final class Diagnosis {
    static SyntaxException of(Source source, Mode mode, ParseOptions options, StatementParser failed, boolean tooDeep) {
        return Problems.atTokens(failed, failed.index, failed.index, "invalid syntax");
    }
}
