package org.krait.language.compile;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.krait.language.syntax.Alias;
import org.krait.language.syntax.Arg;
import org.krait.language.syntax.Arguments;
import org.krait.language.syntax.ExceptHandler;
import org.krait.language.syntax.Expr;
import org.krait.language.syntax.MatchCase;
import org.krait.language.syntax.Mod;
import org.krait.language.syntax.Pattern;
import org.krait.language.syntax.Span;
import org.krait.language.syntax.Stmt;
import org.krait.language.syntax.SyntaxException;
import org.krait.language.syntax.TypeParam;
import org.krait.language.syntax.WithItem;

/**
 * Notes for each block what it does with its names; the first pass of CPython's symtable.c, with its SyntaxErrors.
 *
 * <p>Blocks are found again by the identity of the node that opens them (a type parameter block by its list).
 */
final class ScopeBuilder {
    static final Span START = new Span(1, 0, 1, 0);
    /** How deep a tree may be. */
    static final int MAX_DEPTH = 3000;

    final IdentityHashMap<Object, Scope> scopes = new IdentityHashMap<>();
    private final String fileName;
    private final boolean futureAnnotations;
    private final ArrayList<Scope> stack = new ArrayList<>();
    private final ScopeExpressions expressions;
    private int depth;
    Scope top;
    Scope current;
    String privateName;

    ScopeBuilder(String fileName, boolean futureAnnotations) {
        this.fileName = fileName;
        this.futureAnnotations = futureAnnotations;
        this.expressions = new ScopeExpressions(this);
    }

    /** Builds and analyzes the blocks of a tree; the result is the outermost one. */
    Scope build(Mod mod) {
        top = enter(Scope.Kind.MODULE, "top", mod);
        if (mod instanceof Mod.Module m) {
            statements(m.body());
        } else if (mod instanceof Mod.Interactive m) {
            statements(m.body());
        } else if (mod instanceof Mod.Expression m) {
            expressions.visit(m.body());
        }
        exit();
        new ScopeAnalysis(fileName).analyze(top);
        return top;
    }

    SyntaxException error(Span span, String message) {
        return CompileErrors.ofSymbols(fileName, span, message);
    }

    void descend() {
        if (++depth > MAX_DEPTH) {
            throw CompileErrors.tooDeep(fileName);
        }
    }

    void ascend() {
        depth--;
    }

    Scope enter(Scope.Kind kind, String name, Object key) {
        Scope scope = new Scope(kind, name);
        Scope outer = current;
        if (outer != null) {
            scope.nested = outer.nested || outer.isFunctionLike();
            scope.iterableDepth = outer.iterableDepth;
            if (kind != Scope.Kind.ANNOTATION) {
                outer.children.add(scope);
            }
        }
        scope.privateName = privateName;
        stack.add(scope);
        current = scope;
        if (kind != Scope.Kind.ANNOTATION) {
            scopes.put(key, scope);
        }
        return scope;
    }

    void exit() {
        stack.removeLast();
        current = stack.isEmpty() ? null : stack.getLast();
    }

    void define(String name, int flag, Span span) {
        define(current, name, flag, span);
    }

    void define(Scope scope, String name, int flag, Span span) {
        String stored = PrivateNames.mangle(privateName, name);
        Symbol symbol = scope.symbols.get(stored);
        if (symbol == null) {
            symbol = new Symbol(flag);
            scope.symbols.put(stored, symbol);
        } else {
            if ((flag & symbol.flags & Symbol.DEF_PARAM) != 0) {
                throw error(span, "duplicate argument '" + name + "' in function definition");
            }
            if ((flag & symbol.flags & Symbol.DEF_TYPE_PARAM) != 0) {
                throw error(span, "duplicate type parameter '" + name + "'");
            }
            symbol.flags |= flag;
        }
        if ((flag & (Symbol.DEF_LOCAL | Symbol.DEF_IMPORT)) != 0) {
            symbol.bindings++;
        }
        if (scope.inTarget) {
            if (symbol.has(Symbol.DEF_GLOBAL | Symbol.DEF_NONLOCAL)) {
                throw error(span,
                        "comprehension inner loop cannot rebind assignment expression target '" + name + "'");
            }
            symbol.flags |= Symbol.DEF_COMP_ITER;
        }
        if ((flag & Symbol.DEF_PARAM) != 0) {
            scope.parameters.add(stored);
        } else if ((flag & Symbol.DEF_GLOBAL) != 0 && scope != top) {
            Symbol global = top.symbols.get(stored);
            if (global == null) {
                top.symbols.put(stored, new Symbol(flag));
            } else {
                global.flags |= flag;
            }
        }
    }

    int flags(Scope scope, String name) {
        return scope.flags(PrivateNames.mangle(privateName, name));
    }

    void directive(String name, Span span) {
        current.directives.add(new Scope.Directive(PrivateNames.mangle(privateName, name), span));
    }

    /** The blocks around the current one, outermost first, the current one last. */
    List<Scope> stack() {
        return stack;
    }

    private void statements(List<Stmt> body) {
        for (int i = 0; i < body.size(); i++) {
            statement(body.get(i));
        }
    }

    private void statement(Stmt s) {
        descend();
        if (s instanceof Stmt.ExprStmt e) {
            expressions.visit(e.value());
        } else if (s instanceof Stmt.Assign a) {
            expressions.visitAll(a.targets());
            expressions.visit(a.value());
        } else if (s instanceof Stmt.FunctionDef f) {
            function(f, f.name(), f.args(), f.body(), f.decoratorList(), f.returns(), f.typeParams(), false);
        } else if (s instanceof Stmt.AsyncFunctionDef f) {
            function(f, f.name(), f.args(), f.body(), f.decoratorList(), f.returns(), f.typeParams(), true);
        } else if (s instanceof Stmt.ClassDef c) {
            classDefinition(c);
        } else if (s instanceof Stmt.If i) {
            ifChain(i);
        } else if (s instanceof Stmt.Return r) {
            expressions.visitOptional(r.value());
        } else if (s instanceof Stmt.For f) {
            loop(f.target(), f.iter(), f.body(), f.orelse());
        } else if (s instanceof Stmt.AsyncFor f) {
            current.coroutine = true;
            loop(f.target(), f.iter(), f.body(), f.orelse());
        } else if (s instanceof Stmt.While w) {
            expressions.visit(w.test());
            statements(w.body());
            statements(w.orelse());
        } else if (s instanceof Stmt.Try t) {
            tryStatement(t.body(), t.handlers(), t.orelse(), t.finalbody());
        } else if (s instanceof Stmt.TryStar t) {
            tryStatement(t.body(), t.handlers(), t.orelse(), t.finalbody());
        } else if (s instanceof Stmt.With w) {
            with(w.items(), w.body());
        } else if (s instanceof Stmt.AsyncWith w) {
            current.coroutine = true;
            with(w.items(), w.body());
        } else if (s instanceof Stmt.Import i) {
            aliases(i.names());
        } else if (s instanceof Stmt.ImportFrom i) {
            aliases(i.names());
        } else {
            rareStatement(s);
        }
        ascend();
    }

    private void rareStatement(Stmt s) {
        if (s instanceof Stmt.AugAssign a) {
            expressions.visit(a.target());
            expressions.visit(a.value());
        } else if (s instanceof Stmt.AnnAssign a) {
            annotatedAssignment(a);
        } else if (s instanceof Stmt.Delete d) {
            expressions.visitAll(d.targets());
        } else if (s instanceof Stmt.Raise r) {
            expressions.visitOptional(r.exc());
            expressions.visitOptional(r.cause());
        } else if (s instanceof Stmt.Assert a) {
            expressions.visit(a.test());
            expressions.visitOptional(a.msg());
        } else if (s instanceof Stmt.Global g) {
            global(g);
        } else if (s instanceof Stmt.Nonlocal n) {
            nonlocal(n);
        } else if (s instanceof Stmt.Match m) {
            match(m);
        } else if (s instanceof Stmt.TypeAlias t) {
            typeAlias(t);
        }
    }

    /** Goes along {@code elif}s without recursion: generated code has very long ones. */
    private void ifChain(Stmt.If first) {
        Stmt.If i = first;
        while (true) {
            expressions.visit(i.test());
            statements(i.body());
            if (i.orelse().size() == 1 && i.orelse().getFirst() instanceof Stmt.If next) {
                i = next;
            } else {
                statements(i.orelse());
                return;
            }
        }
    }

    private void loop(Expr target, Expr iter, List<Stmt> body, List<Stmt> orelse) {
        expressions.visit(target);
        expressions.visit(iter);
        statements(body);
        statements(orelse);
    }

    private void with(List<WithItem> items, List<Stmt> body) {
        for (WithItem item : items) {
            expressions.visit(item.contextExpr());
            expressions.visitOptional(item.optionalVars());
        }
        statements(body);
    }

    private void tryStatement(List<Stmt> body, List<ExceptHandler> handlers, List<Stmt> orelse,
            List<Stmt> finalbody) {
        statements(body);
        statements(orelse);
        for (ExceptHandler handler : handlers) {
            expressions.visitOptional(handler.type());
            if (handler.name() != null) {
                define(handler.name(), Symbol.DEF_LOCAL | Symbol.DELETED, handler.span());
            }
            statements(handler.body());
        }
        statements(finalbody);
    }

    private void function(Stmt s, String name, Arguments args, List<Stmt> body, List<Expr> decorators, Expr returns,
            List<TypeParam> typeParams, boolean async) {
        define(name, Symbol.DEF_LOCAL, s.span());
        expressions.visitAll(args.defaults());
        expressions.visitAll(args.kwDefaults());
        expressions.visitAll(decorators);
        if (!typeParams.isEmpty()) {
            boolean keywordDefaults = false;
            for (Expr e : args.kwDefaults()) {
                keywordDefaults |= e != null;
            }
            enterTypeParameters(name, typeParams, !args.defaults().isEmpty(), keywordDefaults, false, s.span());
            typeParameters(typeParams);
        }
        annotations(args, returns);
        enter(Scope.Kind.FUNCTION, name, s);
        current.coroutine = async;
        arguments(args);
        statements(body);
        exit();
        if (!typeParams.isEmpty()) {
            exit();
        }
    }

    private void annotations(Arguments args, Expr returns) {
        if (futureAnnotations) {
            enter(Scope.Kind.ANNOTATION, "_annotation", null);
        }
        annotations(args.posonlyargs());
        annotations(args.args());
        if (args.vararg() != null) {
            expressions.visitOptional(args.vararg().annotation());
        }
        if (args.kwarg() != null) {
            expressions.visitOptional(args.kwarg().annotation());
        }
        annotations(args.kwonlyargs());
        if (futureAnnotations) {
            exit();
        }
        if (returns != null) {
            annotation(returns);
        }
    }

    private void annotations(List<Arg> args) {
        for (Arg arg : args) {
            expressions.visitOptional(arg.annotation());
        }
    }

    private void annotation(Expr annotation) {
        if (futureAnnotations) {
            enter(Scope.Kind.ANNOTATION, "_annotation", null);
        }
        expressions.visit(annotation);
        if (futureAnnotations) {
            exit();
        }
    }

    /** Defines the parameters in the current function block. */
    void arguments(Arguments args) {
        parameters(args.posonlyargs());
        parameters(args.args());
        parameters(args.kwonlyargs());
        if (args.vararg() != null) {
            define(args.vararg().arg(), Symbol.DEF_PARAM, args.vararg().span());
            current.varArgs = true;
        }
        if (args.kwarg() != null) {
            define(args.kwarg().arg(), Symbol.DEF_PARAM, args.kwarg().span());
            current.varKeywords = true;
        }
    }

    private void parameters(List<Arg> args) {
        for (Arg arg : args) {
            define(arg.arg(), Symbol.DEF_PARAM, arg.span());
        }
    }

    private void classDefinition(Stmt.ClassDef c) {
        define(c.name(), Symbol.DEF_LOCAL, c.span());
        expressions.visitAll(c.decoratorList());
        String outerPrivate = privateName;
        boolean generic = !c.typeParams().isEmpty();
        if (generic) {
            enterTypeParameters(c.name(), c.typeParams(), false, false, true, c.span());
            privateName = c.name();
            current.privateName = privateName;
            typeParameters(c.typeParams());
        }
        expressions.visitAll(c.bases());
        expressions.visitKeywords(c.keywords());
        privateName = c.name();
        enter(Scope.Kind.CLASS, c.name(), c);
        if (generic) {
            define("__type_params__", Symbol.DEF_LOCAL, c.span());
            define(".type_params", Symbol.USE, c.span());
        }
        statements(c.body());
        exit();
        if (generic) {
            exit();
        }
        privateName = outerPrivate;
    }

    private void typeAlias(Stmt.TypeAlias t) {
        expressions.visit(t.name());
        String name = ((Expr.Name) t.name()).id();
        boolean inClass = current.kind == Scope.Kind.CLASS;
        boolean generic = !t.typeParams().isEmpty();
        if (generic) {
            enterTypeParameters(name, t.typeParams(), false, false, false, t.span());
            typeParameters(t.typeParams());
        }
        enter(Scope.Kind.TYPE_ALIAS, name, t);
        current.seesClass = inClass;
        if (inClass) {
            define("__classdict__", Symbol.USE, t.value().span());
        }
        expressions.visit(t.value());
        exit();
        if (generic) {
            exit();
        }
    }

    private void enterTypeParameters(String name, List<TypeParam> key, boolean defaults, boolean keywordDefaults,
            boolean forClass, Span span) {
        boolean inClass = current.kind == Scope.Kind.CLASS;
        enter(Scope.Kind.TYPE_PARAMETERS, name, key);
        if (inClass) {
            current.seesClass = true;
            define("__classdict__", Symbol.USE, span);
        }
        if (forClass) {
            define(".type_params", Symbol.DEF_LOCAL | Symbol.USE, span);
            define(".generic_base", Symbol.DEF_LOCAL | Symbol.USE, span);
        }
        if (defaults) {
            define(".defaults", Symbol.DEF_PARAM, span);
        }
        if (keywordDefaults) {
            define(".kwdefaults", Symbol.DEF_PARAM, span);
        }
    }

    private void typeParameters(List<TypeParam> params) {
        for (TypeParam p : params) {
            define(p.name(), Symbol.DEF_TYPE_PARAM | Symbol.DEF_LOCAL, p.span());
            if (p instanceof TypeParam.TypeVar v && v.bound() != null) {
                boolean inClass = current.seesClass;
                enter(Scope.Kind.TYPE_VAR_BOUND, v.name(), v);
                current.seesClass = inClass;
                if (inClass) {
                    define("__classdict__", Symbol.USE, v.bound().span());
                }
                expressions.visit(v.bound());
                exit();
            }
        }
    }

    private void annotatedAssignment(Stmt.AnnAssign a) {
        if (a.target() instanceof Expr.Name name) {
            int flags = flags(current, name.id());
            if (a.simple() && current != top && (flags & (Symbol.DEF_GLOBAL | Symbol.DEF_NONLOCAL)) != 0) {
                throw error(a.span(), "annotated name '" + name.id() + "' can't be "
                        + ((flags & Symbol.DEF_GLOBAL) != 0 ? "global" : "nonlocal"));
            }
            if (a.simple()) {
                define(name.id(), Symbol.DEF_ANNOT | Symbol.DEF_LOCAL, name.span());
            } else if (a.value() != null) {
                define(name.id(), Symbol.DEF_LOCAL, name.span());
            }
        } else {
            expressions.visit(a.target());
        }
        annotation(a.annotation());
        expressions.visitOptional(a.value());
    }

    private void global(Stmt.Global g) {
        for (String name : g.names()) {
            checkDeclaration(name, "global", g.span());
            define(name, Symbol.DEF_GLOBAL, g.span());
            directive(name, g.span());
        }
    }

    private void nonlocal(Stmt.Nonlocal n) {
        for (String name : n.names()) {
            checkDeclaration(name, "nonlocal", n.span());
            define(name, Symbol.DEF_NONLOCAL, n.span());
            directive(name, n.span());
        }
    }

    private void checkDeclaration(String name, String what, Span span) {
        int flags = flags(current, name);
        if ((flags & Symbol.DEF_PARAM) != 0) {
            throw error(span, "name '" + name + "' is parameter and " + what);
        }
        if ((flags & Symbol.USE) != 0) {
            throw error(span, "name '" + name + "' is used prior to " + what + " declaration");
        }
        if ((flags & Symbol.DEF_ANNOT) != 0) {
            throw error(span, "annotated name '" + name + "' can't be " + what);
        }
        if ((flags & Symbol.DEF_LOCAL) != 0) {
            throw error(span, "name '" + name + "' is assigned to before " + what + " declaration");
        }
    }

    private void aliases(List<Alias> names) {
        for (Alias a : names) {
            String name = a.asname() == null ? a.name() : a.asname();
            if (name.equals("*")) {
                if (current.kind != Scope.Kind.MODULE) {
                    throw error(a.span(), "import * only allowed at module level");
                }
            } else {
                int dot = name.indexOf('.');
                define(dot < 0 ? name : name.substring(0, dot), Symbol.DEF_IMPORT, a.span());
            }
        }
    }

    private void match(Stmt.Match m) {
        expressions.visit(m.subject());
        for (MatchCase c : m.cases()) {
            pattern(c.pattern());
            expressions.visitOptional(c.guard());
            statements(c.body());
        }
    }

    private void pattern(Pattern p) {
        descend();
        if (p instanceof Pattern.MatchValue v) {
            expressions.visit(v.value());
        } else if (p instanceof Pattern.MatchSequence s) {
            patterns(s.patterns());
        } else if (p instanceof Pattern.MatchStar s) {
            capture(s.name(), p.span());
        } else if (p instanceof Pattern.MatchMapping m) {
            expressions.visitAll(m.keys());
            patterns(m.patterns());
            capture(m.rest(), p.span());
        } else if (p instanceof Pattern.MatchClass c) {
            expressions.visit(c.cls());
            patterns(c.patterns());
            patterns(c.kwdPatterns());
        } else if (p instanceof Pattern.MatchAs a) {
            if (a.pattern() != null) {
                pattern(a.pattern());
            }
            capture(a.name(), p.span());
        } else if (p instanceof Pattern.MatchOr o) {
            patterns(o.patterns());
        }
        ascend();
    }

    private void patterns(List<Pattern> patterns) {
        for (Pattern p : patterns) {
            pattern(p);
        }
    }

    private void capture(String name, Span span) {
        if (name != null) {
            define(name, Symbol.DEF_LOCAL, span);
        }
    }
}
