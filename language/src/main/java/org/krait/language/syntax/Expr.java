package org.krait.language.syntax;

/**
 * An expression, as {@code expr} of CPython's Python.asdl.
 *
 * <p>Components that the grammar makes optional are null when absent; lists are never null. {@link List} and
 * {@link Set} are displays here, so Java's list is written out.
 */
public sealed interface Expr {

    /** Where the expression stands, without parentheses around it (those of a tuple or generator belong to it). */
    Span span();

    record BoolOp(BoolOperator op, java.util.List<Expr> values, Span span) implements Expr {}

    record NamedExpr(Expr target, Expr value, Span span) implements Expr {}

    record BinOp(Expr left, Operator op, Expr right, Span span) implements Expr {}

    record UnaryOp(UnaryOperator op, Expr operand, Span span) implements Expr {}

    record Lambda(Arguments args, Expr body, Span span) implements Expr {}

    record IfExp(Expr test, Expr body, Expr orelse, Span span) implements Expr {}

    /** {@code {key: value}}; the key of {@code **value} is null. */
    record Dict(java.util.List<Expr> keys, java.util.List<Expr> values, Span span) implements Expr {}

    record Set(java.util.List<Expr> elts, Span span) implements Expr {}

    record ListComp(Expr elt, java.util.List<Comprehension> generators, Span span) implements Expr {}

    record SetComp(Expr elt, java.util.List<Comprehension> generators, Span span) implements Expr {}

    record DictComp(Expr key, Expr value, java.util.List<Comprehension> generators, Span span) implements Expr {}

    record GeneratorExp(Expr elt, java.util.List<Comprehension> generators, Span span) implements Expr {}

    record Await(Expr value, Span span) implements Expr {}

    record Yield(Expr value, Span span) implements Expr {}

    record YieldFrom(Expr value, Span span) implements Expr {}

    record Compare(Expr left, java.util.List<CompareOperator> ops, java.util.List<Expr> comparators, Span span)
            implements Expr {}

    record Call(Expr func, java.util.List<Expr> args, java.util.List<Keyword> keywords, Span span)
            implements Expr {}

    /** A replacement field; {@code conversion} is -1 or the letter {@code s}, {@code r} or {@code a}. */
    record FormattedValue(Expr value, int conversion, Expr formatSpec, Span span) implements Expr {}

    record JoinedStr(java.util.List<Expr> values, Span span) implements Expr {}

    /** A literal; {@code kind} is {@code "u"} for {@code u"…"} and null otherwise. */
    record Constant(ConstantValue value, String kind, Span span) implements Expr {}

    record Attribute(Expr value, String attr, ExprContext ctx, Span span) implements Expr {}

    record Subscript(Expr value, Expr slice, ExprContext ctx, Span span) implements Expr {}

    record Starred(Expr value, ExprContext ctx, Span span) implements Expr {}

    record Name(String id, ExprContext ctx, Span span) implements Expr {}

    record List(java.util.List<Expr> elts, ExprContext ctx, Span span) implements Expr {}

    record Tuple(java.util.List<Expr> elts, ExprContext ctx, Span span) implements Expr {}

    record Slice(Expr lower, Expr upper, Expr step, Span span) implements Expr {}
}
