package org.krait.language.ast;

import java.util.List;
import org.krait.language.syntax.Arg;
import org.krait.language.syntax.Arguments;
import org.krait.language.syntax.Comprehension;
import org.krait.language.syntax.ExceptHandler;
import org.krait.language.syntax.Expr;
import org.krait.language.syntax.ExprContext;
import org.krait.language.syntax.Keyword;
import org.krait.language.syntax.MatchCase;
import org.krait.language.syntax.Mod;
import org.krait.language.syntax.Span;
import org.krait.language.syntax.Stmt;
import org.krait.language.syntax.TypeParam;
import org.krait.language.syntax.WithItem;
import org.krait.objects.Errors;

/**
 * Checks what no parser makes but a program can: empty bodies, wrong contexts, lists that do not fit each other,
 * impossible positions. ValueError, or TypeError, as CPython's Python/ast.c; the compiler relies on it.
 *
 * <p>Here and elsewhere in Krait there are no switches over types: each makes a class when it is first reached, in
 * 4 ms, and the first of a process in 20 ms.
 */
final class TreeValidator {
    private TreeValidator() {}

    static void check(Mod tree) {
        if (tree instanceof Mod.Module m) {
            statements(m.body());
        } else if (tree instanceof Mod.Interactive m) {
            statements(m.body());
        } else if (tree instanceof Mod.Expression m) {
            load(m.body());
        } else if (tree instanceof Mod.FunctionType m) {
            loads(m.argtypes());
            load(m.returns());
        } else {
            throw new AssertionError(tree);
        }
    }

    private static void nonEmpty(List<?> items, String what, String owner) {
        if (items.isEmpty()) {
            throw Errors.valueError("empty " + what + " on " + owner);
        }
    }

    /** ValueError when a span ends before it starts, or has no place in a text. */
    static void position(Span s) {
        if (s.line() > s.endLine()) {
            throw Errors.valueError("AST node line range (" + s.line() + ", " + s.endLine() + ") is not valid");
        }
        if (s.line() < 0 && s.endLine() != s.line() || s.column() < 0 && s.column() != s.endColumn()) {
            throw Errors.valueError("AST node column range (" + s.column() + ", " + s.endColumn()
                    + ") for line range (" + s.line() + ", " + s.endLine() + ") is not valid");
        }
        if (s.line() == s.endLine() && s.column() > s.endColumn()) {
            throw Errors.valueError("line " + s.line() + ", column " + s.column() + "-" + s.endColumn()
                    + " is not a valid range");
        }
    }

    /** ValueError for the name of a constant. */
    static void name(String name) {
        if (name.equals("None") || name.equals("True") || name.equals("False")) {
            throw Errors.valueError("identifier field can't represent '" + name + "' constant");
        }
    }

    static void load(Expr e) {
        expression(e, ExprContext.LOAD);
    }

    private static void loadIfAny(Expr e) {
        if (e != null) {
            load(e);
        }
    }

    static void loads(List<Expr> items) {
        expressions(items, ExprContext.LOAD);
    }

    private static void expressions(List<Expr> items, ExprContext context) {
        for (Expr e : items) {
            if (e == null) {
                throw Errors.valueError("None disallowed in expression list");
            }
            expression(e, context);
        }
    }

    private static void context(ExprContext actual, ExprContext expected) {
        if (actual != expected) {
            throw Errors.valueError("expression must have " + expected.className + " context but has "
                    + actual.className + " instead");
        }
    }

    private static void expression(Expr e, ExprContext context) {
        position(e.span());
        if (e instanceof Expr.Name n) {
            name(n.id());
            context(n.ctx(), context);
        } else if (e instanceof Expr.Attribute a) {
            context(a.ctx(), context);
            load(a.value());
        } else if (e instanceof Expr.Subscript s) {
            context(s.ctx(), context);
            load(s.slice());
            load(s.value());
        } else if (e instanceof Expr.Starred s) {
            context(s.ctx(), context);
            expression(s.value(), context);
        } else if (e instanceof Expr.List l) {
            context(l.ctx(), context);
            expressions(l.elts(), context);
        } else if (e instanceof Expr.Tuple t) {
            context(t.ctx(), context);
            expressions(t.elts(), context);
        } else {
            if (context != ExprContext.LOAD) {
                throw Errors.valueError("expression which can't be assigned to in " + context.className
                        + " context");
            }
            value(e);
        }
    }

    /** An expression that only can be loaded. */
    private static void value(Expr expression) {
        if (expression instanceof Expr.BoolOp e) {
            if (e.values().size() < 2) {
                throw Errors.valueError("BoolOp with less than 2 values");
            }
            loads(e.values());
        } else if (expression instanceof Expr.NamedExpr e) {
            load(e.value());
        } else if (expression instanceof Expr.BinOp e) {
            load(e.left());
            load(e.right());
        } else if (expression instanceof Expr.UnaryOp e) {
            load(e.operand());
        } else if (expression instanceof Expr.Lambda e) {
            arguments(e.args());
            load(e.body());
        } else if (expression instanceof Expr.IfExp e) {
            load(e.test());
            load(e.body());
            load(e.orelse());
        } else if (expression instanceof Expr.Dict e) {
            if (e.keys().size() != e.values().size()) {
                throw Errors.valueError("Dict doesn't have the same number of keys as values");
            }
            e.keys().forEach(TreeValidator::loadIfAny);
            loads(e.values());
        } else if (expression instanceof Expr.Set e) {
            loads(e.elts());
        } else if (expression instanceof Expr.ListComp e) {
            generators(e.generators());
            load(e.elt());
        } else if (expression instanceof Expr.SetComp e) {
            generators(e.generators());
            load(e.elt());
        } else if (expression instanceof Expr.GeneratorExp e) {
            generators(e.generators());
            load(e.elt());
        } else if (expression instanceof Expr.DictComp e) {
            generators(e.generators());
            load(e.key());
            load(e.value());
        } else if (expression instanceof Expr.Await e) {
            load(e.value());
        } else if (expression instanceof Expr.Yield e) {
            loadIfAny(e.value());
        } else if (expression instanceof Expr.YieldFrom e) {
            load(e.value());
        } else if (expression instanceof Expr.Compare e) {
            if (e.comparators().isEmpty()) {
                throw Errors.valueError("Compare with no comparators");
            }
            if (e.comparators().size() != e.ops().size()) {
                throw Errors.valueError("Compare has a different number of comparators and operands");
            }
            loads(e.comparators());
            load(e.left());
        } else if (expression instanceof Expr.Call e) {
            load(e.func());
            loads(e.args());
            keywords(e.keywords());
        } else if (expression instanceof Expr.FormattedValue e) {
            load(e.value());
            loadIfAny(e.formatSpec());
        } else if (expression instanceof Expr.JoinedStr e) {
            loads(e.values());
        } else if (expression instanceof Expr.Slice e) {
            loadIfAny(e.lower());
            loadIfAny(e.upper());
            loadIfAny(e.step());
        } else if (!(expression instanceof Expr.Constant)) {
            throw new AssertionError(expression);
        }
    }

    private static void generators(List<Comprehension> generators) {
        if (generators.isEmpty()) {
            throw Errors.valueError("comprehension with no generators");
        }
        for (Comprehension c : generators) {
            expression(c.target(), ExprContext.STORE);
            load(c.iter());
            loads(c.ifs());
        }
    }

    private static void keywords(List<Keyword> keywords) {
        for (Keyword k : keywords) {
            load(k.value());
        }
    }

    private static void arguments(Arguments a) {
        a.posonlyargs().forEach(TreeValidator::argument);
        a.args().forEach(TreeValidator::argument);
        if (a.vararg() != null) {
            loadIfAny(a.vararg().annotation());
        }
        a.kwonlyargs().forEach(TreeValidator::argument);
        if (a.kwarg() != null) {
            loadIfAny(a.kwarg().annotation());
        }
        if (a.defaults().size() > a.posonlyargs().size() + a.args().size()) {
            throw Errors.valueError("more positional defaults than args on arguments");
        }
        if (a.kwDefaults().size() != a.kwonlyargs().size()) {
            throw Errors.valueError("length of kwonlyargs is not the same as kw_defaults on arguments");
        }
        loads(a.defaults());
        a.kwDefaults().forEach(TreeValidator::loadIfAny);
    }

    private static void argument(Arg a) {
        position(a.span());
        loadIfAny(a.annotation());
    }

    private static void typeParameters(List<TypeParam> parameters) {
        for (TypeParam p : parameters) {
            position(p.span());
            name(p.name());
            if (p instanceof TypeParam.TypeVar v) {
                loadIfAny(v.bound());
            }
        }
    }

    private static void body(List<Stmt> body, String owner) {
        nonEmpty(body, "body", owner);
        statements(body);
    }

    private static void statements(List<Stmt> body) {
        for (Stmt s : body) {
            if (s == null) {
                throw Errors.valueError("None disallowed in statement list");
            }
            position(s.span());
            statement(s);
        }
    }

    private static void statement(Stmt statement) {
        if (statement instanceof Stmt.FunctionDef s) {
            function("FunctionDef", s.body(), s.typeParams(), s.args(), s.decoratorList(), s.returns());
        } else if (statement instanceof Stmt.AsyncFunctionDef s) {
            function("AsyncFunctionDef", s.body(), s.typeParams(), s.args(), s.decoratorList(), s.returns());
        } else if (statement instanceof Stmt.ClassDef s) {
            body(s.body(), "ClassDef");
            typeParameters(s.typeParams());
            loads(s.bases());
            keywords(s.keywords());
            loads(s.decoratorList());
        } else if (statement instanceof Stmt.Return s) {
            loadIfAny(s.value());
        } else if (statement instanceof Stmt.Delete s) {
            nonEmpty(s.targets(), "targets", "Delete");
            expressions(s.targets(), ExprContext.DEL);
        } else if (statement instanceof Stmt.Assign s) {
            nonEmpty(s.targets(), "targets", "Assign");
            expressions(s.targets(), ExprContext.STORE);
            load(s.value());
        } else if (statement instanceof Stmt.TypeAlias s) {
            expression(s.name(), ExprContext.STORE);
            typeParameters(s.typeParams());
            load(s.value());
        } else if (statement instanceof Stmt.AugAssign s) {
            expression(s.target(), ExprContext.STORE);
            load(s.value());
        } else if (statement instanceof Stmt.AnnAssign s) {
            if (s.simple() && !(s.target() instanceof Expr.Name)) {
                throw Errors.typeError("AnnAssign with simple non-Name target");
            }
            expression(s.target(), ExprContext.STORE);
            loadIfAny(s.value());
            load(s.annotation());
        } else if (statement instanceof Stmt.For s) {
            loop("For", s.target(), s.iter(), s.body(), s.orelse());
        } else if (statement instanceof Stmt.AsyncFor s) {
            loop("AsyncFor", s.target(), s.iter(), s.body(), s.orelse());
        } else if (statement instanceof Stmt.While s) {
            load(s.test());
            body(s.body(), "While");
            statements(s.orelse());
        } else if (statement instanceof Stmt.If s) {
            load(s.test());
            body(s.body(), "If");
            statements(s.orelse());
        } else if (statement instanceof Stmt.With s) {
            with("With", s.items(), s.body());
        } else if (statement instanceof Stmt.AsyncWith s) {
            with("AsyncWith", s.items(), s.body());
        } else if (statement instanceof Stmt.Match s) {
            load(s.subject());
            nonEmpty(s.cases(), "cases", "Match");
            for (MatchCase c : s.cases()) {
                PatternValidator.check(c.pattern(), false);
                loadIfAny(c.guard());
                body(c.body(), "match_case");
            }
        } else if (statement instanceof Stmt.Raise s) {
            if (s.exc() == null && s.cause() != null) {
                throw Errors.valueError("Raise with cause but no exception");
            }
            loadIfAny(s.exc());
            loadIfAny(s.cause());
        } else if (statement instanceof Stmt.Try s) {
            tryStatement("Try", s.body(), s.handlers(), s.orelse(), s.finalbody());
        } else if (statement instanceof Stmt.TryStar s) {
            tryStatement("TryStar", s.body(), s.handlers(), s.orelse(), s.finalbody());
        } else if (statement instanceof Stmt.Assert s) {
            load(s.test());
            loadIfAny(s.msg());
        } else if (statement instanceof Stmt.Import s) {
            nonEmpty(s.names(), "names", "Import");
        } else if (statement instanceof Stmt.ImportFrom s) {
            if (s.level() < 0) {
                throw Errors.valueError("Negative ImportFrom level");
            }
            nonEmpty(s.names(), "names", "ImportFrom");
        } else if (statement instanceof Stmt.Global s) {
            nonEmpty(s.names(), "names", "Global");
        } else if (statement instanceof Stmt.Nonlocal s) {
            nonEmpty(s.names(), "names", "Nonlocal");
        } else if (statement instanceof Stmt.ExprStmt s) {
            load(s.value());
        } else if (!(statement instanceof Stmt.Pass || statement instanceof Stmt.Break
                || statement instanceof Stmt.Continue)) {
            throw new AssertionError(statement);
        }
    }

    private static void function(String kind, List<Stmt> body, List<TypeParam> parameters, Arguments arguments,
            List<Expr> decorators, Expr returns) {
        body(body, kind);
        typeParameters(parameters);
        arguments(arguments);
        loads(decorators);
        loadIfAny(returns);
    }

    private static void loop(String kind, Expr target, Expr iter, List<Stmt> body, List<Stmt> orelse) {
        expression(target, ExprContext.STORE);
        load(iter);
        body(body, kind);
        statements(orelse);
    }

    private static void with(String kind, List<WithItem> items, List<Stmt> body) {
        nonEmpty(items, "items", kind);
        for (WithItem item : items) {
            load(item.contextExpr());
            if (item.optionalVars() != null) {
                expression(item.optionalVars(), ExprContext.STORE);
            }
        }
        body(body, kind);
    }

    private static void tryStatement(String kind, List<Stmt> body, List<ExceptHandler> handlers, List<Stmt> orelse,
            List<Stmt> finalbody) {
        body(body, kind);
        if (handlers.isEmpty() && finalbody.isEmpty()) {
            throw Errors.valueError(kind + " has neither except handlers nor finalbody");
        }
        if (handlers.isEmpty() && !orelse.isEmpty()) {
            throw Errors.valueError(kind + " has orelse but no except handlers");
        }
        for (ExceptHandler h : handlers) {
            position(h.span());
            loadIfAny(h.type());
            body(h.body(), "ExceptHandler");
        }
        statements(finalbody);
        statements(orelse);
    }
}
