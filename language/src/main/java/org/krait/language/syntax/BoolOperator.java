package org.krait.language.syntax;

/** The operators of {@link Expr.BoolOp}. */
public enum BoolOperator {
    AND("And"), OR("Or");

    /** The name of the ast class. */
    public final String className;

    BoolOperator(String className) {
        this.className = className;
    }
}
