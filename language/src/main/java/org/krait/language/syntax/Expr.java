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

    /** {@code a and b and c}. */
    record BoolOp(BoolOperator op, java.util.List<Expr> values, Span span) implements Expr {}

    /** {@code (target := value)}. */
    record NamedExpr(Expr target, Expr value, Span span) implements Expr {}

    /** {@code left + right}. */
    record BinOp(Expr left, Operator op, Expr right, Span span) implements Expr {}

    /** {@code -operand}. */
    record UnaryOp(UnaryOperator op, Expr operand, Span span) implements Expr {}

    /** {@code lambda args: body}. */
    record Lambda(Arguments args, Expr body, Span span) implements Expr {}

    /** {@code body if test else orelse}. */
    record IfExp(Expr test, Expr body, Expr orelse, Span span) implements Expr {}

    /** {@code {key: value}}; the key of {@code **value} is null. */
    record Dict(java.util.List<Expr> keys, java.util.List<Expr> values, Span span) implements Expr {}

    /** {@code {a, b}}. */
    record Set(java.util.List<Expr> elts, Span span) implements Expr {}

    /** {@code [elt for …]}. */
    record ListComp(Expr elt, java.util.List<Comprehension> generators, Span span) implements Expr {}

    /** {@code {elt for …}}. */
    record SetComp(Expr elt, java.util.List<Comprehension> generators, Span span) implements Expr {}

    /** {@code {key: value for …}}. */
    record DictComp(Expr key, Expr value, java.util.List<Comprehension> generators, Span span) implements Expr {}

    /** {@code (elt for …)}. */
    record GeneratorExp(Expr elt, java.util.List<Comprehension> generators, Span span) implements Expr {}

    /** {@code await value}. */
    record Await(Expr value, Span span) implements Expr {}

    /** {@code yield value}. */
    record Yield(Expr value, Span span) implements Expr {}

    /** {@code yield from value}. */
    record YieldFrom(Expr value, Span span) implements Expr {}

    /** {@code left < a <= b}: one operator for each of the comparators. */
    record Compare(Expr left, java.util.List<CompareOperator> ops, java.util.List<Expr> comparators, Span span)
            implements Expr {}

    /** {@code func(args, keywords)}. */
    record Call(Expr func, java.util.List<Expr> args, java.util.List<Keyword> keywords, Span span)
            implements Expr {}

    /** A replacement field; {@code conversion} is -1 or the letter {@code s}, {@code r} or {@code a}. */
    record FormattedValue(Expr value, int conversion, Expr formatSpec, Span span) implements Expr {}

    /** An f-string: text as {@link Constant}, fields as {@link FormattedValue}. */
    record JoinedStr(java.util.List<Expr> values, Span span) implements Expr {}

    /** A literal; {@code kind} is {@code "u"} for {@code u"…"} and null otherwise. */
    record Constant(ConstantValue value, String kind, Span span) implements Expr {}

    /** {@code value.attr}. */
    record Attribute(Expr value, String attr, ExprContext ctx, Span span) implements Expr {}

    /** {@code value[slice]}. */
    record Subscript(Expr value, Expr slice, ExprContext ctx, Span span) implements Expr {}

    /** {@code *value}. */
    record Starred(Expr value, ExprContext ctx, Span span) implements Expr {}

    /** {@code id}. */
    record Name(String id, ExprContext ctx, Span span) implements Expr {}

    /** {@code [a, b]}. */
    record List(java.util.List<Expr> elts, ExprContext ctx, Span span) implements Expr {}

    /** {@code (a, b)}. */
    record Tuple(java.util.List<Expr> elts, ExprContext ctx, Span span) implements Expr {}

    /** {@code lower:upper:step} in a subscript. */
    record Slice(Expr lower, Expr upper, Expr step, Span span) implements Expr {}
}
