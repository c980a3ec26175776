package org.krait.language.compile;

import java.util.List;
import org.krait.language.syntax.ExceptHandler;
import org.krait.language.syntax.MatchCase;
import org.krait.language.syntax.Stmt;

/** Finds out whether a module or class body annotates names, so that it needs {@code __annotations__}. */
final class SetupAnnotations {
    private SetupAnnotations() {}

    static boolean isNeeded(List<Stmt> body) {
        for (int i = 0; i < body.size(); i++) {
            if (isNeeded(body.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNeeded(Stmt s) {
        if (s instanceof Stmt.AnnAssign) {
            return true;
        }
        if (s instanceof Stmt.If first) {
            Stmt.If i = first;
            while (true) {
                if (isNeeded(i.body())) {
                    return true;
                }
                if (i.orelse().size() == 1 && i.orelse().getFirst() instanceof Stmt.If next) {
                    i = next;
                } else {
                    return isNeeded(i.orelse());
                }
            }
        }
        if (s instanceof Stmt.For f) {
            return isNeeded(f.body()) || isNeeded(f.orelse());
        }
        if (s instanceof Stmt.AsyncFor f) {
            return isNeeded(f.body()) || isNeeded(f.orelse());
        }
        if (s instanceof Stmt.While w) {
            return isNeeded(w.body()) || isNeeded(w.orelse());
        }
        if (s instanceof Stmt.With w) {
            return isNeeded(w.body());
        }
        if (s instanceof Stmt.AsyncWith w) {
            return isNeeded(w.body());
        }
        if (s instanceof Stmt.Try t) {
            return isNeeded(t.body()) || inHandlers(t.handlers()) || isNeeded(t.orelse()) || isNeeded(t.finalbody());
        }
        if (s instanceof Stmt.TryStar t) {
            return isNeeded(t.body()) || inHandlers(t.handlers()) || isNeeded(t.orelse()) || isNeeded(t.finalbody());
        }
        if (s instanceof Stmt.Match m) {
            for (MatchCase c : m.cases()) {
                if (isNeeded(c.body())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean inHandlers(List<ExceptHandler> handlers) {
        for (ExceptHandler h : handlers) {
            if (isNeeded(h.body())) {
                return true;
            }
        }
        return false;
    }
}
