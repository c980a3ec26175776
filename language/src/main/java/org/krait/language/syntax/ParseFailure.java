package org.krait.language.syntax;

/** Ends a parse that can't go on; what is wrong is found out by a second, diagnosing parse. */
final class ParseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ParseFailure() {
        super(null, null, false, false);
    }
}
