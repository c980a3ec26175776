package org.krait.language.syntax;

/** Receives the warnings of tokenizer and parser. */
public interface SyntaxWarningListener {

    /**
     * Reports a warning.
     *
     * @param category {@code SyntaxWarning} or {@code DeprecationWarning}
     * @param line 1-based
     * @return false when the warning filters turn it into an error; it is then raised as a SyntaxError
     */
    boolean warn(String category, String message, String fileName, int line);
}
