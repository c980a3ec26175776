package org.krait.language.syntax;

import java.util.ArrayList;
import java.util.List;

/** Parses what is in brackets: groups, tuples, lists, sets, dicts and comprehensions. */
final class DisplayParser {
    private final ExpressionParser p;
    private final int first;

    DisplayParser(ExpressionParser parser) {
        p = parser;
        first = parser.index;
    }

    /** {@code (…)}. */
    Expr parenthesized() {
        p.advance();
        if (p.kind == Token.YIELD) {
            Expr value = p.yieldExpression();
            p.expect(Token.RPAR);
            return value;
        }
        if (p.accept(Token.RPAR)) {
            return new Expr.Tuple(List.of(), ExprContext.LOAD, p.spanFrom(first));
        }
        boolean star = p.kind == Token.STAR;
        Expr expr = p.starNamedExpression();
        if (p.kind == Token.COMMA) {
            List<Expr> elts = rest(expr, Token.RPAR);
            return new Expr.Tuple(elts, ExprContext.LOAD, p.spanFrom(first));
        }
        if (star) {
            throw new ParseFailure();
        }
        if (startsComprehension(p)) {
            List<Comprehension> generators = comprehensions(p);
            p.expect(Token.RPAR);
            return new Expr.GeneratorExp(expr, generators, p.spanFrom(first));
        }
        p.expect(Token.RPAR);
        return expr;
    }

    /** {@code […]}. */
    Expr list() {
        p.advance();
        if (p.accept(Token.RSQB)) {
            return new Expr.List(List.of(), ExprContext.LOAD, p.spanFrom(first));
        }
        boolean star = p.kind == Token.STAR;
        Expr expr = p.starNamedExpression();
        if (!star && startsComprehension(p)) {
            List<Comprehension> generators = comprehensions(p);
            p.expect(Token.RSQB);
            return new Expr.ListComp(expr, generators, p.spanFrom(first));
        }
        List<Expr> elts = rest(expr, Token.RSQB);
        return new Expr.List(elts, ExprContext.LOAD, p.spanFrom(first));
    }

    /** {@code {…}}. */
    Expr braces() {
        p.advance();
        if (p.accept(Token.RBRACE)) {
            return new Expr.Dict(List.of(), List.of(), p.spanFrom(first));
        }
        if (p.kind == Token.DOUBLESTAR) {
            return dict(new ArrayList<>(), new ArrayList<>());
        }
        boolean star = p.kind == Token.STAR;
        boolean name = p.kind == Token.NAME;
        Expr expr = p.starNamedExpression();
        if (p.kind == Token.COLON && !star && !(name && expr instanceof Expr.NamedExpr)) {
            return dictFrom(expr);
        }
        if (!star && startsComprehension(p)) {
            List<Comprehension> generators = comprehensions(p);
            p.expect(Token.RBRACE);
            return new Expr.SetComp(expr, generators, p.spanFrom(first));
        }
        List<Expr> elts = rest(expr, Token.RBRACE);
        return new Expr.Set(elts, p.spanFrom(first));
    }

    private Expr dictFrom(Expr key) {
        p.advance();
        Expr value = p.expression();
        if (startsComprehension(p)) {
            List<Comprehension> generators = comprehensions(p);
            p.expect(Token.RBRACE);
            return new Expr.DictComp(key, value, generators, p.spanFrom(first));
        }
        List<Expr> keys = new ArrayList<>();
        List<Expr> values = new ArrayList<>();
        keys.add(key);
        values.add(value);
        if (p.kind != Token.RBRACE) {
            p.expect(Token.COMMA);
        }
        return dict(keys, values);
    }

    private Expr dict(List<Expr> keys, List<Expr> values) {
        while (p.kind != Token.RBRACE) {
            if (p.accept(Token.DOUBLESTAR)) {
                keys.add(null);
                values.add(p.binary(1));
            } else {
                keys.add(p.expression());
                p.expect(Token.COLON);
                values.add(p.expression());
            }
            if (p.kind != Token.RBRACE) {
                p.expect(Token.COMMA);
            }
        }
        p.advance();
        return new Expr.Dict(keys, values, p.spanFrom(first));
    }

    /** The items from the first, which is parsed already, to the closing bracket. */
    private List<Expr> rest(Expr firstItem, int closing) {
        List<Expr> items = new ArrayList<>();
        items.add(firstItem);
        while (p.kind != closing) {
            p.expect(Token.COMMA);
            if (p.kind == closing) {
                break;
            }
            items.add(p.starNamedExpression());
        }
        p.advance();
        return items;
    }

    static boolean startsComprehension(ExpressionParser p) {
        return p.kind == Token.FOR || p.kind == Token.ASYNC;
    }

    /** One or more {@code for … in … if …}. */
    static List<Comprehension> comprehensions(ExpressionParser p) {
        List<Comprehension> clauses = new ArrayList<>(1);
        while (startsComprehension(p)) {
            boolean async = p.accept(Token.ASYNC);
            p.expect(Token.FOR);
            Expr target = p.starTargets();
            p.expect(Token.IN);
            Expr iter = p.disjunction();
            List<Expr> conditions = List.of();
            while (p.accept(Token.IF)) {
                if (conditions.isEmpty()) {
                    conditions = new ArrayList<>(1);
                }
                conditions.add(p.disjunction());
            }
            if (async) {
                p.requireVersion(6);
            }
            clauses.add(new Comprehension(target, iter, conditions, async));
        }
        return clauses;
    }
}
