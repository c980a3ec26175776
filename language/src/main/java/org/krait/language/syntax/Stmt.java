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

    /** {@code def name(args): body}. */
    record FunctionDef(String name, Arguments args, List<Stmt> body, List<Expr> decoratorList, Expr returns,
            String typeComment, List<TypeParam> typeParams, Span span) implements Stmt {}

    /** {@code async def name(args): body}. */
    record AsyncFunctionDef(String name, Arguments args, List<Stmt> body, List<Expr> decoratorList, Expr returns,
            String typeComment, List<TypeParam> typeParams, Span span) implements Stmt {}

    /** {@code class name(bases, keywords): body}. */
    record ClassDef(String name, List<Expr> bases, List<Keyword> keywords, List<Stmt> body,
            List<Expr> decoratorList, List<TypeParam> typeParams, Span span) implements Stmt {}

    /** {@code return value}. */
    record Return(Expr value, Span span) implements Stmt {}

    /** {@code del targets}. */
    record Delete(List<Expr> targets, Span span) implements Stmt {}

    /** {@code target = target = value}. */
    record Assign(List<Expr> targets, Expr value, String typeComment, Span span) implements Stmt {}

    /** {@code type name = value}. */
    record TypeAlias(Expr name, List<TypeParam> typeParams, Expr value, Span span) implements Stmt {}

    /** {@code target += value}. */
    record AugAssign(Expr target, Operator op, Expr value, Span span) implements Stmt {}

    /** An annotated name; {@code simple} is false when the target is in parentheses or not a plain name. */
    record AnnAssign(Expr target, Expr annotation, Expr value, boolean simple, Span span) implements Stmt {}

    /** {@code for target in iter: body}. */
    record For(Expr target, Expr iter, List<Stmt> body, List<Stmt> orelse, String typeComment, Span span)
            implements Stmt {}

    /** {@code async for target in iter: body}. */
    record AsyncFor(Expr target, Expr iter, List<Stmt> body, List<Stmt> orelse, String typeComment, Span span)
            implements Stmt {}

    /** {@code while test: body}. */
    record While(Expr test, List<Stmt> body, List<Stmt> orelse, Span span) implements Stmt {}

    /** {@code if test: body}; an {@code elif} is an If in {@code orelse}. */
    record If(Expr test, List<Stmt> body, List<Stmt> orelse, Span span) implements Stmt {}

    /** {@code with items: body}. */
    record With(List<WithItem> items, List<Stmt> body, String typeComment, Span span) implements Stmt {}

    /** {@code async with items: body}. */
    record AsyncWith(List<WithItem> items, List<Stmt> body, String typeComment, Span span) implements Stmt {}

    /** {@code match subject: cases}. */
    record Match(Expr subject, List<MatchCase> cases, Span span) implements Stmt {}

    /** {@code raise exc from cause}. */
    record Raise(Expr exc, Expr cause, Span span) implements Stmt {}

    /** {@code try: body except: … else: … finally: …}. */
    record Try(List<Stmt> body, List<ExceptHandler> handlers, List<Stmt> orelse, List<Stmt> finalbody, Span span)
            implements Stmt {}

    /** {@code try: body except* …}. */
    record TryStar(List<Stmt> body, List<ExceptHandler> handlers, List<Stmt> orelse, List<Stmt> finalbody, Span span)
            implements Stmt {}

    /** {@code assert test, msg}. */
    record Assert(Expr test, Expr msg, Span span) implements Stmt {}

    /** {@code import names}. */
    record Import(List<Alias> names, Span span) implements Stmt {}

    /** {@code from module import names}; {@code level} counts the leading dots, and then module may be null. */
    record ImportFrom(String module, List<Alias> names, int level, Span span) implements Stmt {}

    /** {@code global names}. */
    record Global(List<String> names, Span span) implements Stmt {}

    /** {@code nonlocal names}. */
    record Nonlocal(List<String> names, Span span) implements Stmt {}

    /** An expression standing as a statement ({@code Expr} in the asdl). */
    record ExprStmt(Expr value, Span span) implements Stmt {}

    /** {@code pass}. */
    record Pass(Span span) implements Stmt {}

    /** {@code break}. */
    record Break(Span span) implements Stmt {}

    /** {@code continue}. */
    record Continue(Span span) implements Stmt {}
}
