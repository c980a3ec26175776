package org.krait.runtime.posix;

import org.krait.objects.Errors;
import org.krait.objects.PyInstance;
import org.krait.objects.PyType;

/**
 * A {@code select.epoll}. The kernel's object is made with the first use: {@code selectors} makes one at its import
 * and closes it at once, to see whether it can, and that would start the calls into the C library in every program
 * that has {@code subprocess} or {@code asyncio}. So an error such as EMFILE comes with the first use, too.
 */
public final class PyEpoll extends PyInstance {
    public static final PyType TYPE = withFinalizer(PyType.builtin("select.epoll", PyType.OBJECT,
            PyType.HAS_WEAKREF, new EpollMethodsTable()));

    static final int CLOSED = -1;
    /** Made by the program, but not used yet. */
    static final int UNUSED = -2;

    private int fd;

    /** Of a descriptor, or {@link #UNUSED}. */
    PyEpoll(int fd) {
        super(TYPE);
        this.fd = fd;
    }

    private static PyType withFinalizer(PyType type) {
        type.hasFinalizer = true;
        return type;
    }

    /** The descriptor; ValueError when it was closed. */
    int descriptor() {
        checkOpen();
        if (fd == UNUSED) {
            fd = (int) PosixModule.check(Libc.call("epoll_create1", Descriptors.O_CLOEXEC), null);
        }
        return fd;
    }

    boolean isClosed() {
        return fd == CLOSED;
    }

    void close() {
        int old = fd;
        fd = CLOSED;
        if (old >= 0) {
            Libc.call("close", old);
        }
    }

    void checkOpen() {
        if (isClosed()) {
            throw Errors.valueError("I/O operation on closed epoll object");
        }
    }
}
