package org.krait.language.compile;

import java.util.List;
import org.krait.language.syntax.Alias;
import org.krait.language.syntax.ConstantValue;
import org.krait.language.syntax.Expr;
import org.krait.language.syntax.Mod;
import org.krait.language.syntax.Stmt;
import org.krait.objects.code.CodeObject;

/**
 * What the {@code from __future__ import} statements of a source say, which may stand only at its beginning.
 *
 * @param flags the features as flags of a code object
 * @param lastLine the line of the last such statement, or -1
 */
record FutureFeatures(int flags, int lastLine) {
    /** {@code CO_FUTURE_BARRY_AS_BDFL}. */
    private static final int BARRY = 0x400000;

    /** The features of a source. */
    static FutureFeatures of(Mod mod, String fileName) {
        List<Stmt> body;
        if (mod instanceof Mod.Module m) {
            body = m.body();
        } else if (mod instanceof Mod.Interactive m) {
            body = m.body();
        } else {
            return new FutureFeatures(0, -1);
        }
        int lastLine = -1;
        int features = 0;
        boolean done = false;
        int previousLine = 0;
        for (int i = 0; i < body.size(); i++) {
            Stmt s = body.get(i);
            if (done && s.span().line() > previousLine) {
                break;
            }
            previousLine = s.span().line();
            if (s instanceof Stmt.ImportFrom from && from.level() == 0 && "__future__".equals(from.module())) {
                if (done) {
                    throw CompileErrors.ofSymbols(fileName, s.span(),
                            "from __future__ imports must occur at the beginning of the file");
                }
                lastLine = s.span().line();
                for (Alias a : from.names()) {
                    features |= feature(a, s, fileName);
                }
            } else {
                boolean docstring = i == 0 && s instanceof Stmt.ExprStmt e && e.value() instanceof Expr.Constant v
                        && v.value() instanceof ConstantValue.Str;
                done |= !docstring;
            }
        }
        return new FutureFeatures(features, lastLine);
    }

    private static int feature(Alias a, Stmt s, String fileName) {
        return switch (a.name()) {
            case "nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function",
                    "unicode_literals", "generator_stop" -> 0;
            case "barry_as_FLUFL" -> BARRY;
            case "annotations" -> CodeObject.FUTURE_ANNOTATIONS;
            case "braces" -> throw CompileErrors.atStart(fileName, s.span(), "not a chance");
            default -> throw CompileErrors.atStart(fileName, s.span(),
                    "future feature " + a.name() + " is not defined");
        };
    }
}
