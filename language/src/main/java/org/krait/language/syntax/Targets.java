package org.krait.language.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns expressions into what is assigned to or deleted.
 *
 * <p>Tests types one by one, because a switch over patterns costs a cold start a method handle.
 */
final class Targets {
    private Targets() {}

    /** The target of an assignment that an expression stands for. */
    static Expr store(Expr expr) {
        if (expr instanceof Expr.Starred starred) {
            return new Expr.Starred(store(starred.value()), ExprContext.STORE, starred.span());
        }
        return target(expr, ExprContext.STORE);
    }

    /** As {@link #store}, but only names, attributes and subscripts. */
    static Expr storeSingle(Expr expr) {
        if (expr instanceof Expr.Tuple || expr instanceof Expr.List) {
            throw new ParseFailure();
        }
        return target(expr, ExprContext.STORE);
    }

    /** The target of {@code del} that an expression stands for. */
    static Expr delete(Expr expr) {
        return target(expr, ExprContext.DEL);
    }

    private static Expr target(Expr expr, ExprContext ctx) {
        if (expr instanceof Expr.Name name) {
            return new Expr.Name(name.id(), ctx, name.span());
        }
        if (expr instanceof Expr.Attribute attribute) {
            return new Expr.Attribute(attribute.value(), attribute.attr(), ctx, attribute.span());
        }
        if (expr instanceof Expr.Subscript subscript) {
            return new Expr.Subscript(subscript.value(), subscript.slice(), ctx, subscript.span());
        }
        if (expr instanceof Expr.Tuple tuple) {
            return new Expr.Tuple(all(tuple.elts(), ctx), ctx, tuple.span());
        }
        if (expr instanceof Expr.List list) {
            return new Expr.List(all(list.elts(), ctx), ctx, list.span());
        }
        throw new ParseFailure();
    }

    private static List<Expr> all(List<Expr> exprs, ExprContext ctx) {
        List<Expr> targets = new ArrayList<>(exprs.size());
        for (int i = 0; i < exprs.size(); i++) {
            targets.add(ctx == ExprContext.STORE ? store(exprs.get(i)) : delete(exprs.get(i)));
        }
        return targets;
    }
}
