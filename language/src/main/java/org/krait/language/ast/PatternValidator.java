package org.krait.language.ast;

import java.util.List;
import org.krait.language.syntax.ConstantValue;
import org.krait.language.syntax.Expr;
import org.krait.language.syntax.Operator;
import org.krait.language.syntax.Pattern;
import org.krait.language.syntax.UnaryOperator;
import org.krait.objects.Errors;

/** The part of {@link TreeValidator} for patterns. */
final class PatternValidator {
    private PatternValidator() {}

    /** Checks a pattern; {@code star} says whether it may be a {@code *name}. */
    static void check(Pattern pattern, boolean star) {
        TreeValidator.position(pattern.span());
        if (pattern instanceof Pattern.MatchValue p) {
            literal(p.value());
        } else if (pattern instanceof Pattern.MatchSingleton p) {
            if (!isSingleton(p.value())) {
                throw Errors.valueError("MatchSingleton can only contain True, False and None");
            }
        } else if (pattern instanceof Pattern.MatchSequence p) {
            checkAll(p.patterns(), true);
        } else if (pattern instanceof Pattern.MatchMapping p) {
            mapping(p);
        } else if (pattern instanceof Pattern.MatchClass p) {
            classPattern(p);
        } else if (pattern instanceof Pattern.MatchStar p) {
            if (!star) {
                throw Errors.valueError("can't use MatchStar here");
            }
            if (p.name() != null) {
                capture(p.name());
            }
        } else if (pattern instanceof Pattern.MatchAs p) {
            if (p.name() != null) {
                capture(p.name());
            }
            if (p.pattern() != null) {
                if (p.name() == null) {
                    throw Errors.valueError("MatchAs must specify a target name if a pattern is given");
                }
                check(p.pattern(), false);
            }
        } else if (pattern instanceof Pattern.MatchOr p) {
            if (p.patterns().size() < 2) {
                throw Errors.valueError("MatchOr requires at least 2 patterns");
            }
            checkAll(p.patterns(), false);
        } else {
            throw new AssertionError(pattern);
        }
    }

    private static void checkAll(List<Pattern> patterns, boolean star) {
        for (Pattern p : patterns) {
            check(p, star);
        }
    }

    private static void mapping(Pattern.MatchMapping p) {
        if (p.keys().size() != p.patterns().size()) {
            throw Errors.valueError("MatchMapping doesn't have the same number of keys as patterns");
        }
        if (p.rest() != null) {
            capture(p.rest());
        }
        for (Expr key : p.keys()) {
            if (key == null) {
                throw Errors.valueError("None disallowed in expression list");
            }
            if (!(key instanceof Expr.Constant c && isSingleton(c.value()))) {
                literal(key);
            }
        }
        checkAll(p.patterns(), false);
    }

    private static void classPattern(Pattern.MatchClass p) {
        if (p.kwdAttrs().size() != p.kwdPatterns().size()) {
            throw Errors.valueError(
                    "MatchClass doesn't have the same number of keyword attributes as patterns");
        }
        TreeValidator.load(p.cls());
        Expr cls = p.cls();
        while (cls instanceof Expr.Attribute a) {
            cls = a.value();
        }
        if (!(cls instanceof Expr.Name)) {
            throw Errors.valueError("MatchClass cls field can only contain Name or Attribute nodes.");
        }
        p.kwdAttrs().forEach(TreeValidator::name);
        checkAll(p.patterns(), false);
        checkAll(p.kwdPatterns(), false);
    }

    private static void capture(String name) {
        if (name.equals("_")) {
            throw Errors.valueError("can't capture name '_' in patterns");
        }
        TreeValidator.name(name);
    }

    private static boolean isSingleton(ConstantValue value) {
        return value instanceof ConstantValue.Singleton s && s != ConstantValue.Singleton.ELLIPSIS;
    }

    /** What is compared by {@code ==}: numbers, text, dotted names. */
    private static void literal(Expr e) {
        TreeValidator.load(e);
        if (e instanceof Expr.Constant c) {
            if (!isNumber(c, true, true) && !(c.value() instanceof ConstantValue.Str)
                    && !(c.value() instanceof ConstantValue.Bytes)) {
                throw Errors.valueError("unexpected constant inside of a literal pattern");
            }
        } else if (!(e instanceof Expr.Attribute || e instanceof Expr.JoinedStr
                || e instanceof Expr.UnaryOp u && isNegative(u, true) || e instanceof Expr.BinOp b && isComplex(b))) {
            throw Errors.valueError("patterns may only match literals and attribute lookups");
        }
    }

    private static boolean isComplex(Expr.BinOp e) {
        return (e.op() == Operator.ADD || e.op() == Operator.SUB)
                && (isNumber(e.left(), true, false) || e.left() instanceof Expr.UnaryOp u && isNegative(u, false))
                && isNumber(e.right(), false, true);
    }

    private static boolean isNegative(Expr.UnaryOp e, boolean imaginary) {
        return e.op() == UnaryOperator.U_SUB && isNumber(e.operand(), true, imaginary);
    }

    private static boolean isNumber(Expr e, boolean real, boolean imaginary) {
        if (!(e instanceof Expr.Constant c)) {
            return false;
        }
        ConstantValue value = c.value();
        if (value instanceof ConstantValue.Complex) {
            return imaginary;
        }
        return real && (value instanceof ConstantValue.Int || value instanceof ConstantValue.BigInt
                || value instanceof ConstantValue.Float);
    }
}
