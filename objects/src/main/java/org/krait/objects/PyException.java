package org.krait.objects;

/** A Python exception on its way through Java code. Cheap: it has no Java stack trace. */
public final class PyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The exception object. */
    public final transient PyBaseException value;

    public PyException(PyBaseException value) {
        super(null, null, false, false);
        this.value = value;
    }

    /** True when the exception is an instance of {@code type}. */
    public boolean is(PyType type) {
        return type.isInstance(value);
    }

    @Override
    public String getMessage() {
        return value.toString();
    }
}
