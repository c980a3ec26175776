package org.krait.runtime.posix;

import org.krait.objects.Errors;
import org.krait.objects.PyInstance;
import org.krait.objects.PyType;

/** A {@code select.epoll}. */
public final class PyEpoll extends PyInstance {
    public static final PyType TYPE = withFinalizer(PyType.builtin("select.epoll", PyType.OBJECT,
            PyType.HAS_WEAKREF, new EpollMethodsTable()));

    /** The descriptor; -1 when closed. */
    int fd;

    PyEpoll(int fd) {
        super(TYPE);
        this.fd = fd;
    }

    private static PyType withFinalizer(PyType type) {
        type.hasFinalizer = true;
        return type;
    }

    void checkOpen() {
        if (fd < 0) {
            throw Errors.valueError("I/O operation on closed epoll object");
        }
    }
}
