package org.krait.language.syntax;

/** The operators of {@link Expr.UnaryOp}. */
public enum UnaryOperator {
    INVERT("Invert"), NOT("Not"), U_ADD("UAdd"), U_SUB("USub");

    /** The name of the ast class. */
    public final String className;

    UnaryOperator(String className) {
        this.className = className;
    }
}
