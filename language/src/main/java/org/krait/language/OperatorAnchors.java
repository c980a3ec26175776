package org.krait.language;

import org.krait.language.syntax.Expr;
import org.krait.language.syntax.Mod;
import org.krait.language.syntax.Mode;
import org.krait.language.syntax.ParseOptions;
import org.krait.language.syntax.Parser;
import org.krait.language.syntax.Source;
import org.krait.language.syntax.Span;
import org.krait.runtime.imports.SourceCompiler.Anchors;

/** Finds the operator or the brackets in the source of a binary operation or subscript, for traceback markers. */
final class OperatorAnchors {
    private OperatorAnchors() {}

    static Anchors of(String segment) {
        Mod tree = Parser.parseOrNull(Source.of(segment, "<segment>"), Mode.EVAL, ParseOptions.standard());
        if (!(tree instanceof Mod.Expression expression)) {
            return null;
        }
        if (expression.body() instanceof Expr.BinOp op) {
            return binary(segment, op);
        }
        if (expression.body() instanceof Expr.Subscript subscript) {
            int open = segment.indexOf('[', index(segment, end(subscript.value().span())));
            return open < 0 ? null : new Anchors(open, index(segment, end(subscript.span())));
        }
        return null;
    }

    private static Anchors binary(String segment, Expr.BinOp op) {
        int at = index(segment, end(op.left().span()));
        int limit = index(segment, op.right().span().column());
        while (at < limit && (Character.isWhitespace(segment.charAt(at)) || segment.charAt(at) == ')'
                || segment.charAt(at) == '\\')) {
            at++;
        }
        if (at >= limit) {
            return null;
        }
        int stop = at + 1;
        if (stop < limit && !Character.isWhitespace(segment.charAt(stop)) && segment.charAt(stop) != '('
                && segment.charAt(stop) != '\\') {
            stop++;
        }
        return new Anchors(at, stop);
    }

    private static int end(Span span) {
        return span.endColumn();
    }

    /** The character index of an offset in UTF-8 bytes. */
    private static int index(String segment, int byteOffset) {
        int bytes = 0;
        int i = 0;
        while (i < segment.length() && bytes < byteOffset) {
            int c = segment.codePointAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            i += Character.charCount(c);
        }
        return i;
    }
}
