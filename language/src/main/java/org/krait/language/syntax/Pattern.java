package org.krait.language.syntax;

import java.util.List;

/** A pattern of a {@code case}, as {@code pattern} of CPython's Python.asdl. */
public sealed interface Pattern {

    /** Where the pattern stands. */
    Span span();

    /** A literal or dotted name, compared by {@code ==}. */
    record MatchValue(Expr value, Span span) implements Pattern {}

    /** None, True or False, compared by {@code is}. */
    record MatchSingleton(ConstantValue value, Span span) implements Pattern {}

    /** {@code [a, b]}. */
    record MatchSequence(List<Pattern> patterns, Span span) implements Pattern {}

    /** {@code {key: pattern, **rest}}; rest is null when absent. */
    record MatchMapping(List<Expr> keys, List<Pattern> patterns, String rest, Span span) implements Pattern {}

    /** {@code cls(patterns, attr=pattern)}. */
    record MatchClass(Expr cls, List<Pattern> patterns, List<String> kwdAttrs, List<Pattern> kwdPatterns, Span span)
            implements Pattern {}

    /** {@code *name}; the name of {@code *_} is null. */
    record MatchStar(String name, Span span) implements Pattern {}

    /** {@code pattern as name}; a capture has no pattern, the wildcard has neither. */
    record MatchAs(Pattern pattern, String name, Span span) implements Pattern {}

    /** {@code a | b}. */
    record MatchOr(List<Pattern> patterns, Span span) implements Pattern {}
}
