package org.krait.snapshot.marshal;

/** Data that cannot be read or written by marshal; the kind is the Python exception it becomes. */
public final class MarshalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Which Python exception it becomes. */
    public enum Kind { VALUE_ERROR, EOF_ERROR, TYPE_ERROR }

    public final Kind kind;
    /** How many more bytes are needed at least, when the data ends too early. */
    public final int missing;

    MarshalException(Kind kind, String message) {
        this(kind, message, 0);
    }

    MarshalException(Kind kind, String message, int missing) {
        super(message, null, false, false);
        this.kind = kind;
        this.missing = missing;
    }
}
