package org.krait.runtime.posix;

import java.nio.ByteBuffer;
import org.krait.objects.Errors;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.OsErrors;
import org.krait.runtime.builtins.ObjectMethods;

/** The methods of {@code select.epoll}. */
@BuiltinType(base = ObjectMethods.class, doc = "select.epoll(sizehint=-1, flags=0)\n\nReturns an epolling object\n\n  "
        + "sizehint\n    The expected number of events to be registered.  It must be positive,\n    or -1 to use the "
        + "default.  It is only used on older systems where\n    epoll_create1() is not available; otherwise it has no "
        + "effect (though its\n    value is still checked).\n  flags\n    Deprecated and completely ignored.  However, "
        + "when supplied, its value\n    must be 0 or select.EPOLL_CLOEXEC, otherwise OSError is raised.")
public final class EpollMethods {
    private static final int ADD = 1;
    private static final int DELETE = 2;
    private static final int MODIFY = 3;
    private static final int EVENT_SIZE = 12;

    private EpollMethods() {}

    @Builtin("__new__(cls, sizehint=-1, flags=0)")
    static PyObject make(ThreadState ts, PyType cls, int sizeHint, int flags) {
        if (sizeHint != -1 && sizeHint <= 0) {
            throw Errors.valueError("negative sizehint");
        }
        if ((flags & ~Descriptors.O_CLOEXEC) != 0) {
            throw Errno.error(OsErrors.EINVAL);
        }
        return new PyEpoll(PyEpoll.UNUSED);
    }

    @Builtin(value = "fromfd(cls, fd, /)", doc = "Create an epoll object from a given control fd.",
            kind = Builtin.Kind.CLASS_METHOD)
    static PyObject fromFd(PyType cls, int fd) {
        return new PyEpoll(fd == -1 ? PyEpoll.UNUSED : fd);
    }

    @Builtin("__del__(self, /)")
    static void finalize(PyEpoll self) {
        close(self);
    }

    @Builtin(value = "close(self, /)", doc = "Close the epoll control file descriptor.\n\nFurther operations on the "
            + "epoll object will raise an exception.")
    static void close(PyEpoll self) {
        self.close();
    }

    @Builtin(value = "fileno(self, /)", doc = "Return the epoll control file descriptor.")
    static int fileno(PyEpoll self) {
        return self.descriptor();
    }

    private static void control(ThreadState ts, PyEpoll self, int operation, PyObject fd, long events) {
        int epoll = self.descriptor();
        int number = DescriptorFunctions.number(ts, fd);
        ByteBuffer event = Libc.memory(16);
        event.putInt(0, (int) events);
        event.putLong(offset(), number);
        PosixModule.check(Libc.call("epoll_ctl", epoll, operation, number, Libc.address(event)), null);
    }

    /** The event is packed on x86 only. */
    private static int offset() {
        return System.getProperty("os.arch").equals("amd64") ? 4 : 8;
    }

    @Builtin(value = "register(self, fd, eventmask=7)", doc = "Registers a new fd or raises an OSError if the fd is "
            + "already registered.")
    static void register(ThreadState ts, PyEpoll self, PyObject fd, long mask) {
        control(ts, self, ADD, fd, mask);
    }

    @Builtin(value = "modify(self, fd, eventmask)", doc = "Modify event mask for a registered file descriptor.")
    static void modify(ThreadState ts, PyEpoll self, PyObject fd, long mask) {
        control(ts, self, MODIFY, fd, mask);
    }

    @Builtin(value = "unregister(self, fd)", doc = "Remove a registered file descriptor from the epoll object.")
    static void unregister(ThreadState ts, PyEpoll self, PyObject fd) {
        control(ts, self, DELETE, fd, 0);
    }

    @Builtin(value = "poll(self, timeout=None, maxevents=-1)", doc = "Wait for events on the epoll file descriptor.")
    static PyObject poll(ThreadState ts, PyEpoll self, PyObject timeout, int max) {
        int epoll = self.descriptor();
        long nanos = timeout == null || timeout == PySingleton.NONE ? -1 : Times.timeoutNanos(ts, timeout);
        int limit = max == -1 ? 1023 : max;
        if (limit <= 0) {
            throw Errors.valueError("maxevents must be greater than 0, got " + max);
        }
        int size = offset() == 4 ? EVENT_SIZE : 16;
        ByteBuffer events = Libc.memory(size * limit);
        long deadline = System.nanoTime() + nanos;
        long count;
        do {
            long left = nanos < 0 ? -1 : Math.max(0, deadline - System.nanoTime());
            long millis = left < 0 ? -1 : Math.min(Integer.MAX_VALUE, (left + 999_999) / 1_000_000);
            count = (int) Libc.blockingOnce(ts, "epoll_wait", epoll, Libc.address(events), limit, millis);
        } while (count == -OsErrors.EINTR);
        PosixModule.check(count, null);
        PyList ready = new PyList();
        for (int i = 0; i < count; i++) {
            ready.append(PyTuple.of(PyInt.of(events.getInt(size * i + offset())),
                    PyInt.of(events.getInt(size * i) & 0xffffffffL)));
        }
        return ready;
    }

    @Builtin("__enter__(self, /)")
    static PyObject enter(PyEpoll self) {
        self.checkOpen();
        return self;
    }

    @Builtin("__exit__(self, exc_type=None, exc_value=None, exc_tb=None, /)")
    static void exit(PyEpoll self, PyObject type, PyObject value, PyObject traceback) {
        close(self);
    }

    @Attribute(value = "closed", doc = "True if the epoll handler is closed")
    static boolean closed(PyEpoll self) {
        return self.isClosed();
    }
}
