package org.krait.runtime.posix;

import java.nio.ByteBuffer;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyBytes;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.builtins.Protocol;

/** The module {@code fcntl}. */
@BuiltinModule(value = "fcntl", doc = "This module performs file control and I/O control on file\ndescriptors.  It is "
        + "an interface to the fcntl() and ioctl() Unix\nroutines.  File descriptors can be obtained with the fileno() "
        + "method of\na file or socket object.")
public final class FcntlModule {
    private static final int LOCK_SH = 1;
    private static final int LOCK_EX = 2;
    private static final int LOCK_NB = 4;
    private static final int LOCK_UN = 8;
    private static final int F_SETLK = 6;
    private static final int F_SETLKW = 7;

    private FcntlModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        Constants.put(module.dict, ConstantTables.FCNTL);
    }

    private static byte[] text(ThreadState ts, PyObject o) {
        return o instanceof PyStr s ? s.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)
                : DescriptorFunctions.bytes(ts, o);
    }

    @Builtin(value = "fcntl(fd, cmd, arg=0, /)", doc = "Perform the operation `cmd` on file descriptor fd.")
    static PyObject fcntl(ThreadState ts, PyObject fd, int command, PyObject arg) {
        int number = DescriptorFunctions.number(ts, fd);
        Descriptors.of(ts).share();
        if (arg == null || Protocol.isIndex(arg)) {
            long value = arg == null ? 0 : Protocol.index(ts, arg).toBigInteger().intValue();
            return PyInt.of(PosixModule.check(Libc.blocking(ts, "fcntl", number, command, value), null));
        }
        byte[] bytes = text(ts, arg);
        if (bytes.length > 1024) {
            throw Errors.valueError("fcntl string arg too long");
        }
        ByteBuffer memory = Libc.memory(1024);
        memory.put(0, bytes);
        PosixModule.check(Libc.blocking(ts, "fcntl", number, command, Libc.address(memory)), null);
        memory.get(0, bytes);
        return new PyBytes(bytes);
    }

    @Builtin(value = "ioctl(fd, request, arg=0, mutate_flag=True, /)", doc = "Perform the operation request on file "
            + "descriptor fd.")
    static PyObject ioctl(ThreadState ts, PyObject fd, PyObject request, PyObject arg, boolean mutate) {
        int number = DescriptorFunctions.number(ts, fd);
        long code = Protocol.index(ts, request).toBigInteger().intValue() & 0xffffffffL;
        if (arg == null || Protocol.isIndex(arg)) {
            long value = arg == null ? 0 : Protocol.index(ts, arg).toBigInteger().intValue();
            return PyInt.of(PosixModule.check(Libc.blocking(ts, "ioctl", number, code, value), null));
        }
        PyBuffer target = null;
        try {
            target = arg instanceof PyStr ? null : arg.type.slots().buffer(ts, arg, PyBuffer.WRITABLE);
        } catch (PyException e) {
            if (!e.is(org.krait.objects.ExceptionTypes.BUFFER_ERROR)) {
                throw e;
            }
            e.swallow();
        }
        byte[] bytes = text(ts, arg);
        ByteBuffer memory = Libc.memory(Math.max(1024, bytes.length + 1));
        memory.put(0, bytes);
        try {
            long result = PosixModule.check(
                    Libc.blocking(ts, "ioctl", number, code, Libc.address(memory)), null);
            memory.get(0, bytes);
            if (target != null && !target.readOnly && mutate) {
                System.arraycopy(bytes, 0, target.array, target.offset, bytes.length);
                return PyInt.of(result);
            }
            return new PyBytes(bytes);
        } finally {
            if (target != null) {
                target.release();
            }
        }
    }

    @Builtin(value = "flock(fd, operation, /)", doc = "Perform the lock operation `operation` on file descriptor `fd`.")
    static void flock(ThreadState ts, PyObject fd, int operation) {
        PosixModule.check(Libc.blocking(ts, "flock", DescriptorFunctions.number(ts, fd), operation), null);
    }

    @Builtin(value = "lockf(fd, cmd, len=0, start=0, whence=0, /)", doc = "A wrapper around the fcntl() locking calls.")
    static void lockf(ThreadState ts, PyObject fd, int operation, PyObject length, PyObject start, int whence) {
        int number = DescriptorFunctions.number(ts, fd);
        int type;
        if (operation == LOCK_UN) {
            type = 2;
        } else if ((operation & LOCK_SH) != 0) {
            type = 0;
        } else if ((operation & LOCK_EX) != 0) {
            type = 1;
        } else {
            throw Errors.valueError("unrecognized lockf argument");
        }
        ByteBuffer lock = Libc.memory(32);
        lock.putShort(0, (short) type);
        lock.putShort(2, (short) whence);
        lock.putLong(8, start == null ? 0 : Arguments.toLong(ts, start));
        lock.putLong(16, length == null ? 0 : Arguments.toLong(ts, length));
        PosixModule.check(Libc.blocking(ts, "fcntl", number, (operation & LOCK_NB) != 0 ? F_SETLK : F_SETLKW,
                Libc.address(lock)), null);
    }
}
