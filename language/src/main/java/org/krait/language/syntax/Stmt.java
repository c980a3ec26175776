package org.krait.language.syntax;

import java.util.List;

/**
 * A statement, as {@code stmt} of CPython's Python.asdl.
 *
 * <p>Components that the grammar makes optional are null when absent; lists are never null.
 */
public sealed interface Stmt {

    /** Where the statement stands. A definition starts at {@code def} or {@code class}, not at its decorators. */
    Span span();

    record FunctionDef(String name, Arguments args, List<Stmt> body, List<Expr> decoratorList, Expr returns,
            String typeComment, List<TypeParam> typeParams, Span span) implements Stmt {}

    record AsyncFunctionDef(String name, Arguments args, List<Stmt> body, List<Expr> decoratorList, Expr returns,
            String typeComment, List<TypeParam> typeParams, Span span) implements Stmt {}

    record ClassDef(String name, List<Expr> bases, List<Keyword> keywords, List<Stmt> body,
            List<Expr> decoratorList, List<TypeParam> typeParams, Span span) implements Stmt {}

    record Return(Expr value, Span span) implements Stmt {}

    record Delete(List<Expr> targets, Span span) implements Stmt {}

    record Assign(List<Expr> targets, Expr value, String typeComment, Span span) implements Stmt {}

    record TypeAlias(Expr name, List<TypeParam> typeParams, Expr value, Span span) implements Stmt {}

    record AugAssign(Expr target, Operator op, Expr value, Span span) implements Stmt {}

    /** An annotated name; {@code simple} is false when the target is in parentheses or not a plain name. */
    record AnnAssign(Expr target, Expr annotation, Expr value, boolean simple, Span span) implements Stmt {}

    record For(Expr target, Expr iter, List<Stmt> body, List<Stmt> orelse, String typeComment, Span span)
            implements Stmt {}

    record AsyncFor(Expr target, Expr iter, List<Stmt> body, List<Stmt> orelse, String typeComment, Span span)
            implements Stmt {}

    record While(Expr test, List<Stmt> body, List<Stmt> orelse, Span span) implements Stmt {}

    record If(Expr test, List<Stmt> body, List<Stmt> orelse, Span span) implements Stmt {}

    record With(List<WithItem> items, List<Stmt> body, String typeComment, Span span) implements Stmt {}

    record AsyncWith(List<WithItem> items, List<Stmt> body, String typeComment, Span span) implements Stmt {}

    record Match(Expr subject, List<MatchCase> cases, Span span) implements Stmt {}

    record Raise(Expr exc, Expr cause, Span span) implements Stmt {}

    record Try(List<Stmt> body, List<ExceptHandler> handlers, List<Stmt> orelse, List<Stmt> finalbody, Span span)
            implements Stmt {}

    record TryStar(List<Stmt> body, List<ExceptHandler> handlers, List<Stmt> orelse, List<Stmt> finalbody, Span span)
            implements Stmt {}

    record Assert(Expr test, Expr msg, Span span) implements Stmt {}

    record Import(List<Alias> names, Span span) implements Stmt {}

    /** {@code from module import names}; {@code level} counts the leading dots, and then module may be null. */
    record ImportFrom(String module, List<Alias> names, int level, Span span) implements Stmt {}

    record Global(List<String> names, Span span) implements Stmt {}

    record Nonlocal(List<String> names, Span span) implements Stmt {}

    /** An expression standing as a statement ({@code Expr} in the asdl). */
    record ExprStmt(Expr value, Span span) implements Stmt {}

    record Pass(Span span) implements Stmt {}

    record Break(Span span) implements Stmt {}

    record Continue(Span span) implements Stmt {}
}
