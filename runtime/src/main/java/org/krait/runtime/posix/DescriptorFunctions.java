package org.krait.runtime.posix;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyBytes;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.Calls;
import org.krait.runtime.Iteration;
import org.krait.runtime.OsErrors;
import org.krait.runtime.builtins.AuditHooks;
import org.krait.runtime.builtins.Protocol;
import org.krait.runtime.builtins.StructSequence;
import org.krait.runtime.posix.Paths.Argument;

/** The functions of {@code posix} on file descriptors. */
@BuiltinModule("posix")
public final class DescriptorFunctions {
    private static final int F_GETFD = 1;
    private static final int F_SETFD = 2;
    private static final int F_GETFL = 3;
    private static final int F_SETFL = 4;
    private static final int O_NONBLOCK = 0x800;
    private static final int TIOCGWINSZ = 0x5413;

    private DescriptorFunctions() {}

    /** The descriptor of an int or of an object with {@code fileno()}. */
    public static int number(ThreadState ts, PyObject o) {
        int fd;
        if (o instanceof PyInt) {
            fd = Arguments.toInt(ts, o);
        } else {
            PyObject method = org.krait.runtime.Attributes.lookup(ts, o, "fileno");
            if (method == null) {
                throw Errors.typeError("argument must be an int, or have a fileno() method.");
            }
            PyObject result = Calls.consume(ts, method);
            if (!(result instanceof PyInt)) {
                throw Errors.typeError("fileno() returned a non-integer");
            }
            fd = Arguments.toInt(ts, result);
        }
        if (fd < 0) {
            throw Errors.valueError("file descriptor cannot be a negative integer (" + fd + ")");
        }
        return fd;
    }

    /** The bytes of a bytes-like argument, copied. */
    static byte[] bytes(ThreadState ts, PyObject o) {
        PyBuffer buffer = o.type.slots().buffer(ts, o, 0);
        if (buffer == null) {
            throw Errors.typeError("a bytes-like object is required, not '" + o.type.name() + "'");
        }
        byte[] bytes = buffer.toByteArray();
        buffer.release();
        return bytes;
    }

    private static long check(long result) {
        return PosixModule.check(result, null);
    }

    private static PyBytes taken(ByteBuffer memory, long count) {
        byte[] bytes = new byte[(int) count];
        memory.get(0, bytes);
        return new PyBytes(bytes);
    }

    @Builtin(value = "open(path, flags, mode=511, *, dir_fd=None)", doc = "Open a file for low level IO.  Returns a "
            + "file descriptor (integer).")
    static int open(ThreadState ts, PyObject path, int flags, int mode, PyObject folder) {
        Argument p = Paths.argument(ts, path, "open", "path", false, false);
        int all = flags | Descriptors.O_CLOEXEC;
        AuditHooks.raise(ts, "open", path, PySingleton.NONE, PyInt.of(all));
        if (folder == null || folder == PySingleton.NONE) {
            int fd = Descriptors.of(ts).open(ts, p.path, all, mode);
            return (int) PosixModule.check(fd, p.object);
        }
        ByteBuffer name = Libc.string(p.path);
        int fd = (int) PosixModule.check(Libc.blocking(ts, "openat", Paths.folder(ts, folder), Libc.address(name), all,
                mode), p.object);
        Descriptors.of(ts).forget(fd);
        return fd;
    }

    @Builtin(value = "close(fd)", doc = "Close a file descriptor.")
    static void close(ThreadState ts, int fd) {
        check(Descriptors.of(ts).close(ts, fd));
    }

    @Builtin(value = "closerange(fd_low, fd_high, /)", doc = "Closes all file descriptors in [fd_low, fd_high), "
            + "ignoring errors.")
    static void closeRange(ThreadState ts, int low, int high) {
        Descriptors descriptors = Descriptors.of(ts);
        for (int fd : OpenDescriptors.list()) {
            if (fd >= low && fd < high) {
                descriptors.close(ts, fd);
            }
        }
    }

    @Builtin(value = "dup(fd, /)", doc = "Return a duplicate of a file descriptor.")
    static int dup(ThreadState ts, int fd) {
        return (int) check(Descriptors.of(ts).duplicate(fd, -1, false));
    }

    @Builtin(value = "dup2(fd, fd2, inheritable=True)", doc = "Duplicate file descriptor.")
    static int dup2(ThreadState ts, int fd, int fd2, boolean inheritable) {
        if (fd < 0 || fd2 < 0) {
            throw Errno.error(OsErrors.EBADF);
        }
        return (int) check(Descriptors.of(ts).duplicate(fd, fd2, inheritable));
    }

    @Builtin(value = "read(fd, length, /)", doc = "Read from a file descriptor.  Returns a bytes object.")
    static PyObject read(ThreadState ts, int fd, long length) {
        if (length < 0) {
            throw Errno.error(OsErrors.EINVAL);
        }
        byte[] target = new byte[(int) Math.min(length, Integer.MAX_VALUE - 8)];
        int n = (int) check(Descriptors.of(ts).read(ts, fd, target, 0, target.length));
        return new PyBytes(n == target.length ? target : Arrays.copyOf(target, n));
    }

    @Builtin(value = "write(fd, data, /)", doc = "Write a bytes object to a file descriptor.")
    static int write(ThreadState ts, int fd, PyObject data) {
        byte[] bytes = bytes(ts, data);
        return (int) check(Descriptors.of(ts).write(ts, fd, bytes, 0, bytes.length));
    }

    @Builtin(value = "lseek(fd, position, whence, /)", doc = "Set the position of a file descriptor.  Return the new "
            + "position.")
    static long lseek(ThreadState ts, int fd, long position, int whence) {
        return check(Descriptors.of(ts).seek(fd, position, whence));
    }

    @Builtin(value = "ftruncate(fd, length, /)", doc = "Truncate a file, specified by file descriptor, to a specific "
            + "length.")
    static void ftruncate(ThreadState ts, int fd, long length) {
        check(Descriptors.of(ts).truncate(ts, fd, length));
    }

    @Builtin(value = "isatty(fd, /)", doc = "Return True if the fd is connected to a terminal.")
    static boolean isatty(ThreadState ts, int fd) {
        return Descriptors.of(ts).isTerminal(fd);
    }

    @Builtin(value = "pipe()", doc = "Create a pipe.\n\nReturns a tuple of two file descriptors:\n  (read_fd, "
            + "write_fd)")
    static PyObject pipe(ThreadState ts) {
        return pipe2(ts, Descriptors.O_CLOEXEC);
    }

    @Builtin(value = "pipe2(flags, /)", doc = "Create a pipe with flags set atomically.")
    static PyObject pipe2(ThreadState ts, int flags) {
        ByteBuffer pair = Libc.memory(8);
        check(Libc.call("pipe2", Libc.address(pair), flags));
        return both(ts, pair);
    }

    private static PyObject both(ThreadState ts, ByteBuffer pair) {
        Descriptors.of(ts).forget(pair.getInt(0));
        Descriptors.of(ts).forget(pair.getInt(4));
        return PyTuple.of(PyInt.of(pair.getInt(0)), PyInt.of(pair.getInt(4)));
    }

    @Builtin(value = "openpty()", doc = "Open a pseudo-terminal.\n\nReturn a tuple of (master_fd, slave_fd) containing "
            + "open file descriptors\nfor both the master and slave ends.")
    static PyObject openpty(ThreadState ts) {
        ByteBuffer pair = Libc.memory(8);
        long at = Libc.address(pair);
        check(Libc.call("openpty", at, at + 4, 0, 0, 0));
        Libc.call("fcntl", pair.getInt(0), F_SETFD, 1);
        Libc.call("fcntl", pair.getInt(4), F_SETFD, 1);
        return both(ts, pair);
    }

    @Builtin(value = "login_tty(fd, /)", doc =
            "Prepare the tty of which fd is a file descriptor for a new login session.")
    static void loginTty(int fd) {
        check(Libc.call("login_tty", fd));
    }

    @Builtin(value = "get_inheritable(fd, /)", doc = "Get the close-on-exe flag of the specified file descriptor.")
    static boolean getInheritable(ThreadState ts, int fd) {
        Descriptors.of(ts).share();
        return (check(Libc.call("fcntl", fd, F_GETFD, 0)) & 1) == 0;
    }

    @Builtin(value = "set_inheritable(fd, inheritable, /)", doc = "Set the inheritable flag of the specified file "
            + "descriptor.")
    static void setInheritable(ThreadState ts, int fd, int inheritable) {
        Descriptors.of(ts).share();
        long flags = check(Libc.call("fcntl", fd, F_GETFD, 0));
        check(Libc.call("fcntl", fd, F_SETFD, inheritable != 0 ? flags & ~1 : flags | 1));
    }

    @Builtin(value = "get_blocking(fd, /)", doc = "Get the blocking mode of the file descriptor.\n\nReturn False if "
            + "the O_NONBLOCK flag is set, True if the flag is cleared.")
    static boolean getBlocking(int fd) {
        return (check(Libc.call("fcntl", fd, F_GETFL, 0)) & O_NONBLOCK) == 0;
    }

    @Builtin(value = "set_blocking(fd, blocking, /)", doc = "Set the blocking mode of the specified file "
            + "descriptor.\n\nSet the O_NONBLOCK flag if blocking is False,\nclear the O_NONBLOCK flag otherwise.")
    static void setBlocking(int fd, boolean blocking) {
        long flags = check(Libc.call("fcntl", fd, F_GETFL, 0));
        check(Libc.call("fcntl", fd, F_SETFL, blocking ? flags & ~O_NONBLOCK : flags | O_NONBLOCK));
    }

    @Builtin(value = "fsync(fd)", doc = "Force write of fd to disk.")
    static void fsync(ThreadState ts, PyObject fd) {
        check(Libc.blocking(ts, "fsync", number(ts, fd)));
    }

    @Builtin(value = "fdatasync(fd)", doc = "Force write of fd to disk without forcing update of metadata.")
    static void fdatasync(ThreadState ts, PyObject fd) {
        check(Libc.blocking(ts, "fdatasync", number(ts, fd)));
    }

    @Builtin(value = "sync()", doc = "Force write of everything to disk.")
    static void sync(ThreadState ts) {
        Libc.blocking(ts, "sync");
    }

    @Builtin(value = "lockf(fd, command, length, /)", doc = "Apply, test or remove a POSIX lock on an open file "
            + "descriptor.")
    static void lockf(ThreadState ts, int fd, int command, long length) {
        check(Libc.blocking(ts, "lockf", fd, command, length));
    }

    @Builtin(value = "pread(fd, length, offset, /)", doc = "Read a number of bytes from a file descriptor starting at "
            + "a particular offset.")
    static PyObject pread(ThreadState ts, int fd, int length, long offset) {
        if (length < 0) {
            throw Errno.error(OsErrors.EINVAL);
        }
        ByteBuffer memory = Libc.memory(length);
        return taken(memory, check(Libc.blocking(ts, "pread", fd, Libc.address(memory), length, offset)));
    }

    @Builtin(value = "pwrite(fd, buffer, offset, /)", doc = "Write bytes to a file descriptor starting at a particular "
            + "offset.")
    static long pwrite(ThreadState ts, int fd, PyObject buffer, long offset) {
        byte[] bytes = bytes(ts, buffer);
        ByteBuffer memory = Libc.string(bytes);
        return check(Libc.blocking(ts, "pwrite", fd, Libc.address(memory), bytes.length, offset));
    }

    @Builtin(value = "readv(fd, buffers, /)", doc = "Read from a file descriptor fd into an iterable of buffers.")
    static long readv(ThreadState ts, int fd, PyObject buffers) {
        return scatter(ts, fd, buffers, -1);
    }

    @Builtin(value = "preadv(fd, buffers, offset, flags=0, /)", doc = "Reads from a file descriptor into a number of "
            + "mutable bytes-like objects.")
    static long preadv(ThreadState ts, int fd, PyObject buffers, long offset, int flags) {
        return scatter(ts, fd, buffers, offset);
    }

    private static long scatter(ThreadState ts, int fd, PyObject buffers, long offset) {
        PyObject[] all = Iteration.toArray(ts, buffers);
        PyBuffer[] views = new PyBuffer[all.length];
        int size = 0;
        for (int i = 0; i < all.length; i++) {
            views[i] = all[i].type.slots().buffer(ts, all[i], PyBuffer.WRITABLE);
            if (views[i] == null) {
                throw Errors.typeError("a bytes-like object is required, not '" + all[i].type.name() + "'");
            }
            size += views[i].length;
        }
        ByteBuffer memory = Libc.memory(size);
        long n = check(offset < 0 ? Libc.blocking(ts, "read", fd, Libc.address(memory), size)
                : Libc.blocking(ts, "pread", fd, Libc.address(memory), size, offset));
        int at = 0;
        for (PyBuffer view : views) {
            int part = (int) Math.min(view.length, n - at);
            if (part > 0) {
                memory.get(at, view.array, view.offset, part);
                at += part;
            }
            view.release();
        }
        return n;
    }

    @Builtin(value = "writev(fd, buffers, /)", doc = "Iterate over buffers, and write the contents of each to a file "
            + "descriptor.")
    static long writev(ThreadState ts, int fd, PyObject buffers) {
        byte[] all = gather(ts, buffers);
        return check(Libc.blocking(ts, "write", fd, Libc.address(Libc.string(all)), all.length));
    }

    @Builtin(value = "pwritev(fd, buffers, offset, flags=0, /)", doc = "Writes the contents of bytes-like objects to a "
            + "file descriptor at a given offset.")
    static long pwritev(ThreadState ts, int fd, PyObject buffers, long offset, int flags) {
        byte[] all = gather(ts, buffers);
        return check(Libc.blocking(ts, "pwrite", fd, Libc.address(Libc.string(all)), all.length, offset));
    }

    private static byte[] gather(ThreadState ts, PyObject buffers) {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        for (PyObject each : Iteration.toArray(ts, buffers)) {
            byte[] bytes = bytes(ts, each);
            all.write(bytes, 0, bytes.length);
        }
        return all.toByteArray();
    }

    @Builtin(value = "sendfile(out_fd, in_fd, offset, count)", doc = "Copy count bytes from file descriptor in_fd to "
            + "file descriptor out_fd.")
    static long sendfile(ThreadState ts, int out, int in, PyObject offset, long count) {
        Descriptors.of(ts).share();
        ByteBuffer position = Libc.memory(8);
        boolean given = offset != PySingleton.NONE;
        if (given) {
            position.putLong(0, Arguments.toLong(ts, offset));
        }
        return check(Libc.blocking(ts, "sendfile", out, in, given ? Libc.address(position) : 0, count));
    }

    @Builtin(value = "copy_file_range(src, dst, count, offset_src=None, offset_dst=None)", doc = "Copy count bytes "
            + "from one file descriptor to another.")
    static long copyFileRange(ThreadState ts, int src, int dst, long count, PyObject offsetSrc, PyObject offsetDst) {
        if (count < 0) {
            throw Errors.valueError("negative value for 'count' not allowed");
        }
        Descriptors.of(ts).share();
        return check(Libc.blocking(ts, "copy_file_range", src, offset(ts, offsetSrc), dst, offset(ts, offsetDst),
                count, 0));
    }

    private static long offset(ThreadState ts, PyObject o) {
        if (o == null || o == PySingleton.NONE) {
            return 0;
        }
        ByteBuffer memory = Libc.memory(8);
        memory.putLong(0, Arguments.toLong(ts, o));
        return Libc.address(memory);
    }

    @Builtin(value = "posix_fallocate(fd, offset, length, /)", doc = "Ensure a file has allocated at least a "
            + "particular number of bytes on disk.")
    static void fallocate(ThreadState ts, int fd, long offset, long length) {
        check(-Libc.blocking(ts, "posix_fallocate", fd, offset, length));
    }

    @Builtin(value = "posix_fadvise(fd, offset, length, advice, /)", doc = "Announce an intention to access data in a "
            + "specific pattern.")
    static void fadvise(ThreadState ts, int fd, long offset, long length, int advice) {
        check(-Libc.blocking(ts, "posix_fadvise", fd, offset, length, advice));
    }

    @Builtin(value = "get_terminal_size(fd=1, /)", doc = "Return the size of the terminal window as (columns, lines).")
    static PyObject getTerminalSize(ThreadState ts, int fd) {
        if (!Descriptors.of(ts).isTerminal(fd)) {
            throw Errno.error(Descriptors.of(ts).isOpen(fd) ? 25 : OsErrors.EBADF);
        }
        ByteBuffer size = Libc.memory(8);
        check(Libc.call("ioctl", fd, TIOCGWINSZ, Libc.address(size)));
        return StructSequence.of(Results.TERMINAL_SIZE, PyInt.of(size.getShort(2)), PyInt.of(size.getShort(0)));
    }

    @Builtin(value = "ttyname(fd, /)", doc = "Return the name of the terminal device connected to 'fd'.")
    static PyObject ttyname(ThreadState ts, int fd) {
        ByteBuffer name = Libc.memory(256);
        check(-Libc.call("ttyname_r", fd, Libc.address(name), 256));
        return Paths.result(ts, Libc.stringAt(Libc.address(name)), false);
    }

    @Builtin(value = "ctermid()", doc = "Return the name of the controlling terminal for this process.")
    static String ctermid() {
        return "/dev/tty";
    }

    @Builtin(value = "tcgetpgrp(fd, /)", doc = "Return the process group associated with the terminal specified by fd.")
    static int tcgetpgrp(int fd) {
        return (int) check(Libc.call("tcgetpgrp", fd));
    }

    @Builtin(value = "tcsetpgrp(fd, pgid, /)",
            doc = "Set the process group associated with the terminal specified by fd.")
    static void tcsetpgrp(int fd, int pgid) {
        check(Libc.call("tcsetpgrp", fd, pgid));
    }

    @Builtin(value = "device_encoding(fd)", doc = "Return a string describing the encoding of a terminal's file "
            + "descriptor.")
    static PyObject deviceEncoding(ThreadState ts, int fd) {
        return Descriptors.of(ts).isTerminal(fd) ? PyStr.of("UTF-8") : PySingleton.NONE;
    }

    @Builtin(value = "memfd_create(name, flags=1)", doc = "Create an anonymous file in memory.")
    static int memfdCreate(ThreadState ts, PyObject name, int flags) {
        Argument p = Paths.argument(ts, name, "memfd_create", "name", false, false);
        return (int) check(Libc.call("memfd_create", Libc.address(Libc.string(p.path)), flags));
    }

    @Builtin(value = "eventfd(initval, flags=524288)",
            doc = "Creates and returns an event notification file descriptor.")
    static int eventfd(long initial, int flags) {
        return (int) check(Libc.call("eventfd", initial, flags));
    }

    @Builtin(value = "eventfd_read(fd)", doc = "Read eventfd value")
    static PyObject eventfdRead(ThreadState ts, int fd) {
        ByteBuffer value = Libc.memory(8);
        check(Libc.blocking(ts, "eventfd_read", fd, Libc.address(value)));
        return PyInt.of(new java.math.BigInteger(Long.toUnsignedString(value.getLong(0))));
    }

    @Builtin(value = "eventfd_write(fd, value)", doc = "Write eventfd value.")
    static void eventfdWrite(ThreadState ts, int fd, PyObject value) {
        check(Libc.blocking(ts, "eventfd_write", fd, Protocol.index(ts, value).toBigInteger().longValue()));
    }

    @Builtin(value = "makedev(major, minor, /)", doc = "Composes a raw device number from the raw major and minor "
            + "device numbers.")
    static long makedev(long major, long minor) {
        return FileStatus.device(major, minor);
    }

    @Builtin(value = "major(device, /)", doc = "Extracts a device major number from a raw device number.")
    static long major(long device) {
        return (device >>> 8 & 0xfff) | (device >>> 32 & ~0xfffL);
    }

    @Builtin(value = "minor(device, /)", doc = "Extracts a device minor number from a raw device number.")
    static long minor(long device) {
        return (device & 0xff) | (device >>> 12 & ~0xffL & 0xffffffffL);
    }
}
