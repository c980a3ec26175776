package org.krait.language.syntax;

import java.util.List;

/** One {@code except type as name:}; type and name are null when absent. */
public record ExceptHandler(Expr type, String name, List<Stmt> body, Span span) {}
