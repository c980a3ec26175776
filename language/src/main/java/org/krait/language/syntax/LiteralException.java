package org.krait.language.syntax;

/** A string literal that can't be decoded; whoever parses knows the place. */
final class LiteralException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LiteralException(String message) {
        super(message, null, false, false);
    }
}
