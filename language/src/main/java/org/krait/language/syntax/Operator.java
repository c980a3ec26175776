package org.krait.language.syntax;

/** The operators of {@link Expr.BinOp} and {@link Stmt.AugAssign}. */
public enum Operator {
    ADD("Add"), SUB("Sub"), MULT("Mult"), MAT_MULT("MatMult"), DIV("Div"), MOD("Mod"), POW("Pow"), L_SHIFT("LShift"),
    R_SHIFT("RShift"), BIT_OR("BitOr"), BIT_XOR("BitXor"), BIT_AND("BitAnd"), FLOOR_DIV("FloorDiv");

    /** The name of the ast class. */
    public final String className;

    Operator(String className) {
        this.className = className;
    }
}
