package org.krait.language.syntax;

import java.util.ArrayList;
import java.util.List;

/** Parses the arguments of a call or class. */
final class ArgumentParser {
    private final ExpressionParser p;
    List<Expr> args = List.of();
    List<Keyword> keywords = List.of();

    ArgumentParser(ExpressionParser parser) {
        p = parser;
    }

    /** The call of a function that began at token {@code first}; the opening parenthesis is next. */
    Expr call(Expr function, int first) {
        int open = p.index;
        p.advance();
        parse(open, true);
        return new Expr.Call(function, args, keywords, p.spanFrom(first));
    }

    /** Parses up to and with the closing parenthesis; a lone generator begins with the parenthesis at {@code open}. */
    void parse(int open, boolean generatorAllowed) {
        boolean afterDoubleStar = false;
        while (p.kind != Token.RPAR) {
            int first = p.index;
            if (p.kind == Token.STAR) {
                if (afterDoubleStar) {
                    throw new ParseFailure();
                }
                addArgument(p.starredArgument());
            } else if (p.accept(Token.DOUBLESTAR)) {
                afterDoubleStar = true;
                Expr value = p.expression();
                addKeyword(new Keyword(null, value, p.spanFrom(first)));
            } else {
                Expr value = p.namedExpression();
                if (p.kind == Token.EQUAL && p.index == first + 1 && value instanceof Expr.Name name) {
                    p.advance();
                    Expr keywordValue = p.expression();
                    addKeyword(new Keyword(name.id(), keywordValue, p.spanFrom(first)));
                } else if (generatorAllowed && first == open + 1 && DisplayParser.startsComprehension(p)) {
                    List<Comprehension> generators = DisplayParser.comprehensions(p);
                    p.expect(Token.RPAR);
                    addArgument(new Expr.GeneratorExp(value, generators, p.spanFrom(open)));
                    return;
                } else if (keywords.isEmpty()) {
                    addArgument(value);
                } else {
                    throw new ParseFailure();
                }
            }
            if (p.kind != Token.RPAR) {
                p.expect(Token.COMMA);
            }
        }
        p.advance();
    }

    private void addArgument(Expr arg) {
        if (args.isEmpty()) {
            args = new ArrayList<>(4);
        }
        args.add(arg);
    }

    private void addKeyword(Keyword keyword) {
        if (keywords.isEmpty()) {
            keywords = new ArrayList<>(4);
        }
        keywords.add(keyword);
    }
}
