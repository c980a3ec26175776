package org.krait.language.syntax;

/** What a source is parsed as; each gives one case of {@link Mod}. */
public enum Mode {
    EXEC, EVAL, SINGLE, FUNC_TYPE
}
