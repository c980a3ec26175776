package org.krait.language.compile;

import java.util.List;
import org.krait.language.syntax.Expr;
import org.krait.language.syntax.Keyword;

/** What evaluating an expression can do to values that wait in temporaries. */
final class Effects {
    private Effects() {}

    /** True when the expression calls, awaits, yields, iterates or assigns: anything may lose its owner then. */
    static boolean runsCode(Expr e) {
        if (e == null || e instanceof Expr.Name || e instanceof Expr.Constant || e instanceof Expr.Lambda) {
            return false;
        }
        if (e instanceof Expr.Attribute a) {
            return runsCode(a.value());
        }
        if (e instanceof Expr.BinOp o) {
            Expr left = o;
            while (left instanceof Expr.BinOp inner) {
                if (runsCode(inner.right())) {
                    return true;
                }
                left = inner.left();
            }
            return runsCode(left);
        }
        if (e instanceof Expr.UnaryOp o) {
            return runsCode(o.operand());
        }
        if (e instanceof Expr.Compare c) {
            return runsCode(c.left()) || anyRunsCode(c.comparators());
        }
        if (e instanceof Expr.Subscript s) {
            return runsCode(s.value()) || runsCode(s.slice());
        }
        if (e instanceof Expr.Tuple t) {
            return anyRunsCode(t.elts());
        }
        if (e instanceof Expr.List l) {
            return anyRunsCode(l.elts());
        }
        if (e instanceof Expr.Set s) {
            return anyRunsCode(s.elts());
        }
        if (e instanceof Expr.Dict d) {
            return anyRunsCode(d.keys()) || anyRunsCode(d.values());
        }
        if (e instanceof Expr.BoolOp o) {
            return anyRunsCode(o.values());
        }
        if (e instanceof Expr.IfExp i) {
            return runsCode(i.test()) || runsCode(i.body()) || runsCode(i.orelse());
        }
        if (e instanceof Expr.Slice s) {
            return runsCode(s.lower()) || runsCode(s.upper()) || runsCode(s.step());
        }
        if (e instanceof Expr.JoinedStr j) {
            return anyRunsCode(j.values());
        }
        return true;
    }

    static boolean anyRunsCode(List<Expr> list) {
        for (int i = 0; i < list.size(); i++) {
            if (runsCode(list.get(i))) {
                return true;
            }
        }
        return false;
    }

    static boolean anyKeywordRunsCode(List<Keyword> keywords) {
        for (int i = 0; i < keywords.size(); i++) {
            if (runsCode(keywords.get(i).value())) {
                return true;
            }
        }
        return false;
    }

    /** True when the value of the expression may belong to something else, so that a wait for it must be held. */
    static boolean mayBeOwned(Expr e) {
        return e instanceof Expr.Name || e instanceof Expr.Attribute || e instanceof Expr.Subscript
                || e instanceof Expr.Call || e instanceof Expr.Await || e instanceof Expr.Yield
                || e instanceof Expr.YieldFrom || e instanceof Expr.BoolOp || e instanceof Expr.IfExp
                || e instanceof Expr.NamedExpr || e instanceof Expr.Starred;
    }
}
