package org.krait.language.syntax;

/** A keyword argument of a call or class; the name of {@code **value} is null. */
public record Keyword(String arg, Expr value, Span span) {}
