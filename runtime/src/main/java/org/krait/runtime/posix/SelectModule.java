package org.krait.runtime.posix;

import java.nio.ByteBuffer;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyList;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.Iteration;
import org.krait.runtime.OsErrors;

/** The module {@code select}. */
@BuiltinModule(value = "select", doc = "This module supports asynchronous I/O on multiple file descriptors.\n\n*** "
        + "IMPORTANT NOTICE ***\nOn Windows, only sockets are supported; on Unix, all file descriptors.")
public final class SelectModule {
    static final int POLLIN = 1;
    static final int POLLPRI = 2;
    static final int POLLOUT = 4;
    static final int POLLERR = 8;
    static final int POLLHUP = 16;
    static final int POLLNVAL = 32;

    private SelectModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        Constants.put(module.dict, ConstantTables.SELECT);
        module.dict.put("error", ExceptionTypes.OS_ERROR);
        module.dict.put("epoll", PyEpoll.TYPE);
    }

    /**
     * {@code poll} of {@code count} entries until the deadline of {@link System#nanoTime} (no limit when {@code
     * forever}).
     * The number of ready entries, or a negated error number.
     */
    public static int poll(ThreadState ts, ByteBuffer entries, int count, boolean forever, long deadline) {
        while (true) {
            long left = forever ? -1 : Math.max(0, deadline - System.nanoTime());
            int millis = forever ? -1 : (int) Math.min(Integer.MAX_VALUE, (left + 999_999) / 1_000_000);
            int n = (int) Libc.blockingOnce(ts, "poll", Libc.address(entries), count, millis);
            if (n != -OsErrors.EINTR) {
                return n;
            }
        }
    }

    @Builtin(value = "select(rlist, wlist, xlist, timeout=None, /)", doc = "Wait until one or more file descriptors "
            + "are ready for some kind of I/O.")
    static PyObject select(ThreadState ts, PyObject reads, PyObject writes, PyObject errors, PyObject timeout) {
        boolean forever = timeout == null || timeout == PySingleton.NONE;
        long deadline = 0;
        if (!forever) {
            if (!(timeout instanceof org.krait.objects.PyFloat)
                    && !org.krait.runtime.builtins.Protocol.isIndex(timeout)) {
                throw Errors.typeError("timeout must be a float or None");
            }
            long nanos = Times.timeoutNanos(ts, timeout);
            if (nanos < 0) {
                throw Errors.valueError("timeout must be non-negative");
            }
            deadline = System.nanoTime() + nanos;
        }
        PyObject[][] objects = {list(ts, reads, 1), list(ts, writes, 2), list(ts, errors, 3)};
        int[] events = {POLLIN, POLLOUT, POLLPRI};
        int count = objects[0].length + objects[1].length + objects[2].length;
        ByteBuffer entries = Libc.memory(Math.max(8, 8 * count));
        int at = 0;
        for (int kind = 0; kind < 3; kind++) {
            for (PyObject o : objects[kind]) {
                int fd = DescriptorFunctions.number(ts, o);
                if (fd >= 1024) {
                    throw Errors.valueError("filedescriptor out of range in select()");
                }
                entries.putInt(8 * at, fd);
                entries.putShort(8 * at + 4, (short) events[kind]);
                at++;
            }
        }
        PosixModule.check(poll(ts, entries, count, forever, deadline), null);
        PyList[] ready = {new PyList(), new PyList(), new PyList()};
        int[] wanted = {POLLIN | POLLHUP | POLLERR, POLLOUT | POLLERR, POLLPRI};
        at = 0;
        for (int kind = 0; kind < 3; kind++) {
            for (PyObject o : objects[kind]) {
                int found = entries.getShort(8 * at + 6);
                if ((found & POLLNVAL) != 0) {
                    throw Errno.error(OsErrors.EBADF);
                }
                if ((found & wanted[kind]) != 0) {
                    ready[kind].append(o);
                }
                at++;
            }
        }
        return PyTuple.of(ready[0], ready[1], ready[2]);
    }

    private static PyObject[] list(ThreadState ts, PyObject o, int position) {
        PyObject[] items = Iteration.toArrayOrNull(ts, o);
        if (items == null) {
            throw Errors.typeError("arguments 1-3 must be sequences");
        }
        return items;
    }

    @Builtin(value = "poll()", doc = "Returns a polling object.\n\nThis object supports registering and unregistering "
            + "file descriptors, and then\npolling them for I/O events.")
    static PyObject poll() {
        return new PyPoll();
    }
}
