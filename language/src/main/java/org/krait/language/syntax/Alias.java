package org.krait.language.syntax;

/** One {@code name as asname} of an import; asname is null when absent, the name may be dotted or {@code *}. */
public record Alias(String name, String asname, Span span) {}
