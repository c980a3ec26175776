package org.krait.language.syntax;

/** What is done with a name, attribute, subscript, star or display. */
public enum ExprContext {
    LOAD("Load"), STORE("Store"), DEL("Del");

    /** The name of the ast class. */
    public final String className;

    ExprContext(String className) {
        this.className = className;
    }
}
