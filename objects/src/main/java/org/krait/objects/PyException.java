package org.krait.objects;

/** A Python exception on its way through Java code. Cheap: it has no Java stack trace. */
public final class PyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The exception object. */
    public final transient PyBaseException value;
    /** True once a frame has seen it: then its {@code __context__} is set. */
    public transient boolean caught;
    /** True for an exception raised on: the frame that raises it is in its traceback already. */
    public transient boolean reraised;

    public PyException(PyBaseException value) {
        super(null, null, false, false);
        this.value = value;
    }

    /** An exception made of an unexpected Java exception, which is kept for {@code -X dev}. */
    public PyException(PyBaseException value, Throwable cause) {
        super(null, cause, false, false);
        this.value = value;
        value.javaCause = cause;
    }

    /**
     * Says that the exception goes no further: its object is dropped, and with it the frames in its traceback. To be
     * called by native code that catches it.
     */
    public void swallow() {
        Refs.drop(value);
    }

    /** As {@link #swallow} where the exception may be the last to refer to a temporary that is still in use. */
    public void swallowKeeping(PyObject inUse) {
        Refs.incRef(inUse);
        Refs.drop(value);
        Refs.release(inUse);
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
