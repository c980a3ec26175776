package org.krait.language.syntax;

import java.util.ArrayList;
import java.util.List;

/** Parses {@code match} statements. */
final class PatternParser {
    private final StatementParser p;

    PatternParser(StatementParser parser) {
        p = parser;
    }

    /** Parses a match statement; null, and nothing is consumed, if {@code match} is just a name here. */
    Stmt matchStatement() {
        int first = p.index;
        int depth = p.depth();
        int next = p.peek();
        if (next != Token.STAR && !ExpressionParser.startsExpression(next)) {
            return null;
        }
        Expr subject;
        try {
            p.advance();
            subject = subject();
            p.expect(Token.COLON);
            p.expect(Token.NEWLINE);
            p.expect(Token.INDENT);
            if (!p.isWord("case")) {
                throw new ParseFailure();
            }
        } catch (ParseFailure e) {
            p.reset(first);
            p.resetDepth(depth);
            return null;
        }
        List<MatchCase> cases = new ArrayList<>();
        do {
            cases.add(matchCase());
        } while (p.isWord("case"));
        p.expect(Token.DEDENT);
        p.requireVersion(10);
        return new Stmt.Match(subject, cases, p.spanFrom(first));
    }

    private Expr subject() {
        int first = p.index;
        boolean star = p.kind == Token.STAR;
        Expr expr = p.starNamedExpression();
        if (p.kind != Token.COMMA) {
            if (star) {
                throw new ParseFailure();
            }
            return expr;
        }
        List<Expr> items = new ArrayList<>();
        items.add(expr);
        while (p.accept(Token.COMMA) && p.kind != Token.COLON) {
            items.add(p.starNamedExpression());
        }
        return new Expr.Tuple(items, ExprContext.LOAD, p.spanFrom(first));
    }

    private MatchCase matchCase() {
        p.advance();
        int first = p.index;
        Pattern pattern = maybeStarPattern();
        if (p.kind == Token.COMMA) {
            List<Pattern> patterns = new ArrayList<>();
            patterns.add(pattern);
            while (p.accept(Token.COMMA) && p.kind != Token.COLON && p.kind != Token.IF) {
                patterns.add(maybeStarPattern());
            }
            pattern = new Pattern.MatchSequence(patterns, p.spanFrom(first));
        } else if (pattern instanceof Pattern.MatchStar) {
            throw new ParseFailure();
        }
        Expr guard = p.accept(Token.IF) ? p.namedExpression() : null;
        p.expect(Token.COLON);
        return new MatchCase(pattern, guard, p.block());
    }

    private Pattern maybeStarPattern() {
        if (p.kind != Token.STAR) {
            return pattern();
        }
        int first = p.index;
        p.advance();
        String name = p.isWord("_") ? wildcard() : captureTarget();
        return new Pattern.MatchStar(name, p.spanFrom(first));
    }

    private String wildcard() {
        p.advance();
        return null;
    }

    private String captureTarget() {
        if (p.isWord("_")) {
            throw new ParseFailure();
        }
        String name = p.name();
        if (p.kind == Token.DOT || p.kind == Token.LPAR || p.kind == Token.EQUAL) {
            throw new ParseFailure();
        }
        return name;
    }

    private Pattern pattern() {
        p.enter();
        int first = p.index;
        Pattern pattern = orPattern();
        if (p.accept(Token.AS)) {
            String name = captureTarget();
            pattern = new Pattern.MatchAs(pattern, name, p.spanFrom(first));
        }
        p.leave();
        return pattern;
    }

    private Pattern orPattern() {
        int first = p.index;
        Pattern pattern = closedPattern();
        if (p.kind != Token.VBAR) {
            return pattern;
        }
        List<Pattern> patterns = new ArrayList<>();
        patterns.add(pattern);
        while (p.accept(Token.VBAR)) {
            patterns.add(closedPattern());
        }
        return new Pattern.MatchOr(patterns, p.spanFrom(first));
    }

    private Pattern closedPattern() {
        int first = p.index;
        switch (p.kind) {
            case Token.NUMBER, Token.MINUS, Token.STRING, Token.FSTRING_START -> {
                Expr value = literal();
                return new Pattern.MatchValue(value, p.spanFrom(first));
            }
            case Token.NONE, Token.TRUE, Token.FALSE -> {
                ConstantValue value = ((Expr.Constant) literal()).value();
                return new Pattern.MatchSingleton(value, p.spanFrom(first));
            }
            case Token.NAME -> {
                return namePattern(first);
            }
            case Token.LPAR -> {
                return parenthesized(first);
            }
            case Token.LSQB -> {
                p.advance();
                List<Pattern> patterns = sequence(new ArrayList<>(), Token.RSQB);
                return new Pattern.MatchSequence(patterns, p.spanFrom(first));
            }
            case Token.LBRACE -> {
                return mapping(first);
            }
            default -> throw new ParseFailure();
        }
    }

    private Pattern namePattern(int first) {
        if (p.isWord("_")) {
            int next = p.peek();
            if (next != Token.DOT && next != Token.LPAR && next != Token.EQUAL) {
                p.advance();
                return new Pattern.MatchAs(null, null, p.spanFrom(first));
            }
        }
        Expr name = nameOrAttribute();
        if (p.kind == Token.LPAR) {
            return classPattern(name, first);
        }
        if (p.kind == Token.EQUAL) {
            throw new ParseFailure();
        }
        if (name instanceof Expr.Name capture) {
            return new Pattern.MatchAs(null, capture.id(), p.spanFrom(first));
        }
        return new Pattern.MatchValue(name, p.spanFrom(first));
    }

    private Expr nameOrAttribute() {
        int first = p.index;
        String id = p.name();
        Expr expr = new Expr.Name(id, ExprContext.LOAD, p.spanOf(first));
        while (p.accept(Token.DOT)) {
            String attr = p.name();
            expr = new Expr.Attribute(expr, attr, ExprContext.LOAD, p.spanFrom(first));
        }
        return expr;
    }

    /** A number with its sign, a complex number, strings, None, True or False. */
    private Expr literal() {
        if (p.kind == Token.STRING || p.kind == Token.FSTRING_START || p.kind == Token.NONE || p.kind == Token.TRUE
                || p.kind == Token.FALSE) {
            return p.atom();
        }
        int first = p.index;
        Expr real = signedNumber(true);
        if (p.kind != Token.PLUS && p.kind != Token.MINUS) {
            return real;
        }
        Operator op = p.kind == Token.PLUS ? Operator.ADD : Operator.SUB;
        p.advance();
        Expr imaginary = signedNumber(false);
        if (isComplex(real) || !isComplex(imaginary)) {
            throw new ParseFailure();
        }
        return new Expr.BinOp(real, op, imaginary, p.spanFrom(first));
    }

    private Expr signedNumber(boolean signAllowed) {
        int first = p.index;
        boolean minus = signAllowed && p.accept(Token.MINUS);
        if (p.kind != Token.NUMBER) {
            throw new ParseFailure();
        }
        Expr number = p.atom();
        return minus ? new Expr.UnaryOp(UnaryOperator.U_SUB, number, p.spanFrom(first)) : number;
    }

    private static boolean isComplex(Expr number) {
        Expr unsigned = number instanceof Expr.UnaryOp op ? op.operand() : number;
        return unsigned instanceof Expr.Constant constant && constant.value() instanceof ConstantValue.Complex;
    }

    private Pattern parenthesized(int first) {
        p.advance();
        if (p.accept(Token.RPAR)) {
            return new Pattern.MatchSequence(List.of(), p.spanFrom(first));
        }
        Pattern pattern = maybeStarPattern();
        if (p.kind == Token.RPAR && !(pattern instanceof Pattern.MatchStar)) {
            p.advance();
            return pattern;
        }
        p.expect(Token.COMMA);
        List<Pattern> patterns = new ArrayList<>();
        patterns.add(pattern);
        sequence(patterns, Token.RPAR);
        return new Pattern.MatchSequence(patterns, p.spanFrom(first));
    }

    private List<Pattern> sequence(List<Pattern> patterns, int closing) {
        while (p.kind != closing) {
            patterns.add(maybeStarPattern());
            if (p.kind != closing) {
                p.expect(Token.COMMA);
            }
        }
        p.advance();
        return patterns;
    }

    private Pattern mapping(int first) {
        p.advance();
        List<Expr> keys = new ArrayList<>();
        List<Pattern> patterns = new ArrayList<>();
        String rest = null;
        while (p.kind != Token.RBRACE) {
            if (rest != null) {
                throw new ParseFailure();
            }
            if (p.accept(Token.DOUBLESTAR)) {
                rest = captureTarget();
            } else {
                keys.add(mappingKey());
                p.expect(Token.COLON);
                patterns.add(pattern());
            }
            if (p.kind != Token.RBRACE) {
                p.expect(Token.COMMA);
            }
        }
        p.advance();
        return new Pattern.MatchMapping(keys, patterns, rest, p.spanFrom(first));
    }

    private Expr mappingKey() {
        if (p.kind != Token.NAME) {
            return literal();
        }
        Expr key = nameOrAttribute();
        if (key instanceof Expr.Name) {
            throw new ParseFailure();
        }
        return key;
    }

    private Pattern classPattern(Expr cls, int first) {
        p.advance();
        List<Pattern> patterns = new ArrayList<>();
        List<String> kwdAttrs = new ArrayList<>();
        List<Pattern> kwdPatterns = new ArrayList<>();
        while (p.kind != Token.RPAR) {
            if (p.kind == Token.NAME && p.peek() == Token.EQUAL) {
                kwdAttrs.add(p.name());
                p.advance();
                kwdPatterns.add(pattern());
            } else if (kwdAttrs.isEmpty()) {
                patterns.add(pattern());
            } else {
                throw new ParseFailure();
            }
            if (p.kind != Token.RPAR) {
                p.expect(Token.COMMA);
            }
        }
        p.advance();
        return new Pattern.MatchClass(cls, patterns, kwdAttrs, kwdPatterns, p.spanFrom(first));
    }
}
