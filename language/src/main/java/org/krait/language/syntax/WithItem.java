package org.krait.language.syntax;

/** One {@code expr as target} of a with statement; optionalVars is null when absent. */
public record WithItem(Expr contextExpr, Expr optionalVars) {}
