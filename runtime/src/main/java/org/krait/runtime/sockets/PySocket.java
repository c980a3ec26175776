package org.krait.runtime.sockets;

import java.nio.ByteBuffer;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyInstance;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.runtime.OsErrors;
import org.krait.runtime.posix.Errno;
import org.krait.runtime.posix.Libc;
import org.krait.runtime.posix.SelectModule;

/** A {@code _socket.socket}: a descriptor with a family, a type and a timeout. */
public final class PySocket extends PyInstance {
    public static final PyType TYPE = withFinalizer(PyType.builtin("_socket.socket", PyType.OBJECT, PyType.BASE,
            new SocketMethodsTable()));

    private static final int F_GETFL = 3;
    private static final int F_SETFL = 4;
    private static final int O_NONBLOCK = 0x800;

    /** -1 when closed. */
    int fd = -1;
    int family;
    int kind;
    int protocol;
    /** -1 for none; 0 does not block. */
    long timeoutNanos = -1;

    PySocket(PyType type) {
        super(type);
    }

    private static PyType withFinalizer(PyType type) {
        type.hasFinalizer = true;
        return type;
    }

    /** One try of a system call: the result or a negated error number. */
    interface Call {
        long run();
    }

    /** Sets whether calls block, to the operating system. */
    void setNonBlocking(boolean nonBlocking) {
        int flags = check(Libc.call("fcntl", fd, F_GETFL, 0));
        int wanted = nonBlocking ? flags | O_NONBLOCK : flags & ~O_NONBLOCK;
        if (wanted != flags) {
            check(Libc.call("fcntl", fd, F_SETFL, wanted));
        }
    }

    static int check(long result) {
        if (result < 0) {
            throw Errno.error((int) -result);
        }
        return (int) result;
    }

    /** Waits until the socket is ready; TimeoutError at the deadline. */
    void await(ThreadState ts, boolean writing, long deadline) {
        ByteBuffer entry = Libc.memory(8);
        entry.putInt(0, fd);
        entry.putShort(4, (short) (writing ? 4 : 1));
        int n = SelectModule.poll(ts, entry, 1, false, deadline);
        check(n);
        if (n == 0) {
            throw Errors.of(ExceptionTypes.TIMEOUT_ERROR, "timed out");
        }
    }

    long deadline() {
        return System.nanoTime() + Math.max(0, timeoutNanos);
    }

    /** A call that transfers or accepts, within the timeout; negated error numbers come back. */
    long transfer(ThreadState ts, boolean writing, long deadline, String function, long... args) {
        if (fd < 0) {
            return -OsErrors.EBADF;
        }
        while (true) {
            if (timeoutNanos > 0) {
                await(ts, writing, deadline);
            }
            long n = Libc.blocking(ts, function, args);
            if (n != -OsErrors.EAGAIN || timeoutNanos <= 0) {
                return n;
            }
        }
    }
}
