package org.krait.language.syntax;

import java.util.List;

/** One {@code case pattern if guard:}; guard is null when absent. */
public record MatchCase(Pattern pattern, Expr guard, List<Stmt> body) {}
