package org.krait.language.syntax;

/** A bytes literal with characters outside ASCII. */
final class NonAsciiBytes extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The literal. */
    final int token;

    NonAsciiBytes(int token) {
        super(null, null, false, false);
        this.token = token;
    }
}
