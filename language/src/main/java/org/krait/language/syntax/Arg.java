package org.krait.language.syntax;

/** One parameter; annotation and type comment are null when absent. */
public record Arg(String arg, Expr annotation, String typeComment, Span span) {}
