package org.krait.language.syntax;

/** The operators of {@link Expr.Compare}. */
public enum CompareOperator {
    EQ("Eq"), NOT_EQ("NotEq"), LT("Lt"), LT_E("LtE"), GT("Gt"), GT_E("GtE"), IS("Is"), IS_NOT("IsNot"), IN("In"),
    NOT_IN("NotIn");

    /** The name of the ast class. */
    public final String className;

    CompareOperator(String className) {
        this.className = className;
    }
}
