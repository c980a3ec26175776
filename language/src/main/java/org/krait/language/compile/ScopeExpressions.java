package org.krait.language.compile;

import java.util.List;
import org.krait.language.syntax.Comprehension;
import org.krait.language.syntax.Expr;
import org.krait.language.syntax.ExprContext;
import org.krait.language.syntax.Keyword;
import org.krait.language.syntax.Span;

/** The part of {@link ScopeBuilder} that goes through expressions. */
final class ScopeExpressions {
    private final ScopeBuilder b;

    ScopeExpressions(ScopeBuilder builder) {
        this.b = builder;
    }

    /** Visits expressions, those that are null left out. */
    void visitAll(List<Expr> list) {
        for (int i = 0; i < list.size(); i++) {
            visitOptional(list.get(i));
        }
    }

    void visitOptional(Expr e) {
        if (e != null) {
            visit(e);
        }
    }

    void visitKeywords(List<Keyword> keywords) {
        for (int i = 0; i < keywords.size(); i++) {
            visit(keywords.get(i).value());
        }
    }

    void visit(Expr e) {
        if (e instanceof Expr.Name n) {
            name(n);
        } else if (!(e instanceof Expr.Constant)) {
            b.descend();
            compound(e);
            b.ascend();
        }
    }

    private void name(Expr.Name n) {
        int flag = switch (n.ctx()) {
            case LOAD -> Symbol.USE;
            case STORE -> Symbol.DEF_LOCAL;
            case DEL -> Symbol.DEF_LOCAL | Symbol.DELETED;
        };
        b.define(n.id(), flag, n.span());
        if (n.ctx() == ExprContext.LOAD && b.current.isFunctionLike() && n.id().equals("super")) {
            b.define("__class__", Symbol.USE, n.span());
        }
    }

    private void compound(Expr e) {
        if (e instanceof Expr.Call c) {
            visit(c.func());
            visitAll(c.args());
            visitKeywords(c.keywords());
        } else if (e instanceof Expr.Attribute a) {
            visit(a.value());
        } else if (e instanceof Expr.BinOp o) {
            visit(o.left());
            visit(o.right());
        } else if (e instanceof Expr.Subscript s) {
            visit(s.value());
            visit(s.slice());
        } else if (e instanceof Expr.Compare c) {
            visit(c.left());
            visitAll(c.comparators());
        } else if (e instanceof Expr.Tuple t) {
            visitAll(t.elts());
        } else if (e instanceof Expr.List l) {
            visitAll(l.elts());
        } else if (e instanceof Expr.Dict d) {
            visitAll(d.keys());
            visitAll(d.values());
        } else if (e instanceof Expr.Set s) {
            visitAll(s.elts());
        } else if (e instanceof Expr.BoolOp o) {
            visitAll(o.values());
        } else if (e instanceof Expr.UnaryOp o) {
            visit(o.operand());
        } else if (e instanceof Expr.IfExp i) {
            visit(i.test());
            visit(i.body());
            visit(i.orelse());
        } else if (e instanceof Expr.JoinedStr j) {
            visitAll(j.values());
        } else if (e instanceof Expr.FormattedValue f) {
            visit(f.value());
            visitOptional(f.formatSpec());
        } else if (e instanceof Expr.Slice s) {
            visitOptional(s.lower());
            visitOptional(s.upper());
            visitOptional(s.step());
        } else if (e instanceof Expr.Starred s) {
            visit(s.value());
        } else {
            rare(e);
        }
    }

    private void rare(Expr e) {
        if (e instanceof Expr.ListComp c) {
            comprehension(e, "<listcomp>", Scope.Comprehension.LIST, c.generators(), c.elt(), null);
        } else if (e instanceof Expr.GeneratorExp c) {
            comprehension(e, "<genexpr>", Scope.Comprehension.GENERATOR, c.generators(), c.elt(), null);
        } else if (e instanceof Expr.DictComp c) {
            comprehension(e, "<dictcomp>", Scope.Comprehension.DICT, c.generators(), c.key(), c.value());
        } else if (e instanceof Expr.SetComp c) {
            comprehension(e, "<setcomp>", Scope.Comprehension.SET, c.generators(), c.elt(), null);
        } else if (e instanceof Expr.Lambda l) {
            if (b.current.seesClass) {
                throw b.error(e.span(), "Cannot use lambda in annotation scope within class scope");
            }
            visitAll(l.args().defaults());
            visitAll(l.args().kwDefaults());
            b.enter(Scope.Kind.FUNCTION, "lambda", l);
            b.arguments(l.args());
            visit(l.body());
            b.exit();
        } else if (e instanceof Expr.NamedExpr n) {
            named(n);
        } else if (e instanceof Expr.Await a) {
            refuseInAnnotation("await expression", e);
            visit(a.value());
            b.current.coroutine = true;
        } else if (e instanceof Expr.Yield y) {
            refuseInAnnotation("yield expression", e);
            visitOptional(y.value());
            yielding(e);
        } else if (e instanceof Expr.YieldFrom y) {
            refuseInAnnotation("yield expression", e);
            visit(y.value());
            yielding(e);
        }
    }

    private void yielding(Expr e) {
        b.current.generator = true;
        String where = switch (b.current.comprehension) {
            case NONE -> null;
            case LIST -> "list comprehension";
            case SET -> "set comprehension";
            case DICT -> "dict comprehension";
            case GENERATOR -> "generator expression";
        };
        if (where != null) {
            throw b.error(e.span(), "'yield' inside " + where);
        }
    }

    private void refuseInAnnotation(String what, Expr e) {
        String where = switch (b.current.kind) {
            case ANNOTATION -> "an annotation";
            case TYPE_VAR_BOUND -> "a TypeVar bound";
            case TYPE_ALIAS -> "a type alias";
            case TYPE_PARAMETERS -> "the definition of a generic";
            case MODULE, CLASS, FUNCTION -> null;
        };
        if (where != null) {
            throw b.error(e.span(), what + " cannot be used within " + where);
        }
    }

    private void named(Expr.NamedExpr n) {
        refuseInAnnotation("named expression", n);
        if (b.current.iterableDepth > 0) {
            throw b.error(n.span(),
                    "assignment expression cannot be used in a comprehension iterable expression");
        }
        Expr.Name target = (Expr.Name) n.target();
        if (b.current.isComprehension()) {
            extendNamed(target);
        }
        visit(n.value());
        b.define(target.id(), Symbol.DEF_LOCAL | Symbol.DEF_WALRUS, target.span());
    }

    /** Binds the target of an assignment expression in the block around the comprehensions. */
    private void extendNamed(Expr.Name target) {
        String name = target.id();
        Span span = target.span();
        List<Scope> stack = b.stack();
        for (int i = stack.size() - 1; i >= 0; i--) {
            Scope scope = stack.get(i);
            if (scope.isComprehension()) {
                int flags = b.flags(scope, name);
                if ((flags & Symbol.DEF_COMP_ITER) != 0 && (flags & Symbol.DEF_LOCAL) != 0) {
                    throw b.error(span,
                            "assignment expression cannot rebind comprehension iteration variable '" + name + "'");
                }
                continue;
            }
            String where = switch (scope.kind) {
                case FUNCTION, MODULE, ANNOTATION -> null;
                case CLASS -> "in a class body";
                case TYPE_PARAMETERS -> "within the definition of a generic";
                case TYPE_ALIAS -> "in a type alias";
                case TYPE_VAR_BOUND -> "in a TypeVar bound";
            };
            if (where != null) {
                throw b.error(span, "assignment expression within a comprehension cannot be used " + where);
            }
            if (scope.kind == Scope.Kind.ANNOTATION) {
                continue;
            }
            boolean global = scope.kind == Scope.Kind.MODULE || (b.flags(scope, name) & Symbol.DEF_GLOBAL) != 0;
            b.define(name, global ? Symbol.DEF_GLOBAL : Symbol.DEF_NONLOCAL, span);
            b.directive(name, span);
            int outer = scope.kind == Scope.Kind.MODULE ? Symbol.DEF_GLOBAL : Symbol.DEF_LOCAL;
            b.define(scope, name, outer | Symbol.DEF_WALRUS, span);
            return;
        }
    }

    private void comprehension(Expr e, String name, Scope.Comprehension sort, List<Comprehension> generators,
            Expr element, Expr value) {
        if (b.current.seesClass) {
            throw b.error(e.span(), "Cannot use comprehension in annotation scope within class scope");
        }
        Comprehension first = generators.getFirst();
        b.current.iterableDepth++;
        visit(first.iter());
        b.current.iterableDepth--;
        Scope scope = b.enter(Scope.Kind.FUNCTION, name, e);
        scope.comprehension = sort;
        if (first.isAsync()) {
            scope.coroutine = true;
        }
        b.define(".0", Symbol.DEF_PARAM, e.span());
        scope.inTarget = true;
        visit(first.target());
        scope.inTarget = false;
        visitAll(first.ifs());
        for (int i = 1; i < generators.size(); i++) {
            Comprehension next = generators.get(i);
            scope.inTarget = true;
            visit(next.target());
            scope.inTarget = false;
            scope.iterableDepth++;
            visit(next.iter());
            scope.iterableDepth--;
            visitAll(next.ifs());
            if (next.isAsync()) {
                scope.coroutine = true;
            }
        }
        visitOptional(value);
        visit(element);
        boolean generator = sort == Scope.Comprehension.GENERATOR;
        scope.generator = generator;
        boolean async = scope.coroutine && !generator;
        b.exit();
        if (async) {
            b.current.coroutine = true;
        }
    }
}
