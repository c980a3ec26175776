package org.krait.language.syntax;

import java.util.ArrayList;
import java.util.List;

/** Parses the parameters of a function or lambda. */
final class ParameterParser {
    private final ExpressionParser p;
    private final boolean lambda;
    private final int closing;
    private List<Arg> positionalOnly = List.of();
    private List<Arg> args = List.of();
    private Arg vararg;
    private List<Arg> keywordOnly = List.of();
    private List<Expr> keywordDefaults = List.of();
    private Arg kwarg;
    private List<Expr> defaults = List.of();

    ParameterParser(ExpressionParser parser, boolean lambda) {
        p = parser;
        this.lambda = lambda;
        closing = lambda ? Token.COLON : Token.RPAR;
    }

    /** Parses up to the closing parenthesis or colon, which stays. */
    Arguments parse() {
        while (p.kind == Token.NAME || p.kind == Token.SLASH) {
            if (p.accept(Token.SLASH)) {
                if (args.isEmpty() || !positionalOnly.isEmpty()) {
                    throw new ParseFailure();
                }
                positionalOnly = args;
                args = List.of();
                p.requireVersion(8);
                if (p.kind != closing) {
                    p.expect(Token.COMMA);
                }
            } else {
                positional();
            }
        }
        if (p.accept(Token.STAR)) {
            star();
        }
        if (p.accept(Token.DOUBLESTAR)) {
            Arg arg = parameter(false);
            kwarg = withComma(arg);
        }
        if (p.kind != closing) {
            throw new ParseFailure();
        }
        return new Arguments(positionalOnly, args, vararg, keywordOnly, keywordDefaults, kwarg, defaults);
    }

    private void positional() {
        Arg arg = parameter(false);
        if (p.accept(Token.EQUAL)) {
            defaults = added(defaults, p.expression());
        } else if (!defaults.isEmpty()) {
            throw new ParseFailure();
        }
        args = added(args, withComma(arg));
    }

    private void star() {
        if (!p.accept(Token.COMMA)) {
            vararg = withComma(parameter(true));
        } else if (p.kind != Token.NAME) {
            throw new ParseFailure();
        }
        while (p.kind == Token.NAME) {
            Arg arg = parameter(false);
            keywordDefaults = added(keywordDefaults, p.accept(Token.EQUAL) ? p.expression() : null);
            keywordOnly = added(keywordOnly, withComma(arg));
        }
    }

    private Arg parameter(boolean starAnnotation) {
        int first = p.index;
        String name = p.name();
        Expr annotation = null;
        if (!lambda && p.accept(Token.COLON)) {
            annotation = starAnnotation ? p.starExpression() : p.expression();
        }
        return new Arg(name, annotation, null, p.spanFrom(first));
    }

    /** Takes the comma behind a parameter, which must be there unless it is the last, and its type comment. */
    private Arg withComma(Arg arg) {
        boolean comma = p.accept(Token.COMMA);
        Arg result = arg;
        if (p.kind == Token.TYPE_COMMENT) {
            String comment = p.text(p.starts[p.index], p.stops[p.index]);
            result = new Arg(arg.arg(), arg.annotation(), comment, arg.span());
            p.advance();
        }
        if (!comma && p.kind != closing) {
            throw new ParseFailure();
        }
        return result;
    }

    private static <T> List<T> added(List<T> list, T item) {
        List<T> result = list.isEmpty() ? new ArrayList<>(4) : list;
        result.add(item);
        return result;
    }
}
