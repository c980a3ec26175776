package org.krait.runtime.io;

import java.util.Arrays;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.Mutations;
import org.krait.objects.PyBool;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyBytes;
import org.krait.objects.PyException;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.OsErrors;
import org.krait.runtime.Texts;
import org.krait.runtime.Warnings;
import org.krait.runtime.builtins.AuditHooks;
import org.krait.runtime.builtins.Protocol;
import org.krait.runtime.posix.Descriptors;
import org.krait.runtime.posix.Errno;
import org.krait.runtime.posix.FileStatus;
import org.krait.runtime.posix.Paths;
import org.krait.runtime.snapshot.Capture;

/** The methods of {@code io.FileIO}. */
@BuiltinType(
        base = RawIOBaseMethods.class,
        signature = "__init__",
        doc = "Open a file.\n\nThe mode can be 'r' (default), 'w', 'x' or 'a' for "
        + "reading,\nwriting, exclusive creation or appending.  The file will be created if it\ndoesn't exist when "
        + "opened for writing or appending; it will be truncated\nwhen opened for writing.  A FileExistsError will be "
        + "raised if it already\nexists when opened for creating. Opening a file for creating implies\nwriting so this "
        + "mode behaves in a similar way to 'w'.Add a '+' to the mode\nto allow simultaneous reading and writing. A "
        + "custom opener can be used by\npassing a callable as *opener*. The underlying file descriptor for the file\n"
        + "object is then obtained by calling opener with (*name*, *flags*).\n*opener* must return an open file "
        + "descriptor (passing os.open as *opener*\nresults in functionality similar to passing None).")
public final class FileIOMethods {
    private FileIOMethods() {}

    @Builtin("__new__(cls, /, *args, **kwargs)")
    static PyObject make(PyType cls, PyObject[] args, PyStr[] keywords) {
        return new PyFileIO(cls);
    }

    @Builtin("__init__(self, /, file, mode='r', closefd=True, opener=None)")
    static void init(ThreadState ts, PyFileIO self, PyObject file, String mode, boolean closefd, PyObject opener) {
        if (self.fd >= 0) {
            self.close(ts);
        }
        if (file instanceof PyBool) {
            Warnings.warn(ts, ExceptionTypes.RUNTIME_WARNING, "bool is used as a file descriptor");
        }
        int fd = descriptor(ts, file);
        boolean isNumber = fd >= 0;
        int flags = flags(self, mode);
        byte[] path = isNumber ? null : Paths.toOpen(ts, file, self.writable);
        AuditHooks.raise(ts, "open", file, PyStr.of(mode), PyInt.of(flags));
        self.closesDescriptor = closefd;
        self.seekable = -1;
        if (isNumber) {
            self.fd = fd;
        } else {
            if (!closefd) {
                self.closesDescriptor = true;
                throw Errors.valueError("Cannot use closefd=False with file name");
            }
            self.fd = opener == null || opener == PySingleton.NONE
                    ? opened(ts, path, flags, file)
                    : fromOpener(ts, opener, file, flags);
        }
        try {
            checkTarget(ts, self, file, isNumber || opener != null);
            Attributes.set(ts, self, "name", file);
            if (self.appending) {
                long position = Descriptors.of(ts).seek(self.fd, 0, Descriptors.SEEK_END);
                if (position < 0 && position != -OsErrors.ESPIPE) {
                    throw Errno.error((int) -position);
                }
                self.seekable = position < 0 ? 0 : 1;
            }
        } catch (PyException e) {
            if (isNumber) {
                self.fd = -1;
            } else {
                try {
                    self.close(ts);
                } catch (PyException second) {
                    throw IOBaseMethods.chained(e, second);
                }
            }
            throw e;
        }
    }

    /** The descriptor that a file is given by; -1 when it is no int that fits and has to be a path. */
    private static int descriptor(ThreadState ts, PyObject file) {
        if (!Protocol.isIndex(file)) {
            return -1;
        }
        int fd;
        try {
            fd = Arguments.toInt(ts, file);
        } catch (PyException e) {
            e.swallow();
            return -1;
        }
        if (fd < 0) {
            throw Errors.valueError("negative file descriptor");
        }
        return fd;
    }

    private static int flags(PyFileIO self, String mode) {
        self.created = false;
        self.readable = false;
        self.writable = false;
        self.appending = false;
        boolean plus = false;
        char kind = 0;
        for (int i = 0; i < mode.length(); i++) {
            char c = mode.charAt(i);
            switch (c) {
                case 'x', 'r', 'w', 'a' -> {
                    if (kind != 0) {
                        throw badMode();
                    }
                    kind = c;
                }
                case 'b' -> { }
                case '+' -> {
                    if (plus) {
                        throw badMode();
                    }
                    plus = true;
                }
                default -> throw Errors.valueError("invalid mode: " + mode);
            }
        }
        if (kind == 0) {
            throw badMode();
        }
        self.created = kind == 'x';
        self.appending = kind == 'a';
        self.readable = kind == 'r' || plus;
        self.writable = kind != 'r' || plus;
        int flags = self.readable ? self.writable ? Descriptors.O_RDWR : Descriptors.O_RDONLY : Descriptors.O_WRONLY;
        return Descriptors.O_CLOEXEC | flags | switch (kind) {
            case 'x' -> Descriptors.O_EXCL | Descriptors.O_CREAT;
            case 'w' -> Descriptors.O_CREAT | Descriptors.O_TRUNC;
            case 'a' -> Descriptors.O_APPEND | Descriptors.O_CREAT;
            default -> 0;
        };
    }

    private static PyException badMode() {
        return Errors.valueError("Must have exactly one of create/read/write/append mode and at most one plus");
    }

    private static int opened(ThreadState ts, byte[] path, int flags, PyObject file) {
        if (Mutations.WATCHED) {
            Capture.opens(ts, path, flags & ~Descriptors.O_CLOEXEC);
        }
        int fd = Descriptors.of(ts).open(ts, path, flags, 0666);
        if (fd < 0) {
            throw Errno.error(-fd, file);
        }
        return fd;
    }

    private static int fromOpener(ThreadState ts, PyObject opener, PyObject file, int flags) {
        PyObject result = Calls.call(ts, opener, file, PyInt.of(flags));
        if (!(result instanceof PyInt)) {
            throw Errors.typeError("expected integer from opener");
        }
        int fd = Arguments.toInt(ts, result);
        if (fd < 0) {
            throw Errors.valueError("opener returned " + fd);
        }
        return fd;
    }

    private static void checkTarget(ThreadState ts, PyFileIO self, PyObject file, boolean given) {
        Descriptors descriptors = Descriptors.of(ts);
        if (descriptors.isPlainFile(self.fd)) {
            return;
        }
        FileStatus status = FileStatus.ofDescriptor(self.fd);
        if (status == null) {
            throw Errno.error(OsErrors.EBADF);
        }
        if (status.isDirectory()) {
            throw Errno.error(OsErrors.EISDIR, file);
        }
        if (status.blockSize > 1) {
            self.blockSize = (int) status.blockSize;
        }
    }

    @Builtin(value = "close(self, /)", doc = "Close the file.\n\nA closed file cannot be used for further I/O "
            + "operations.  close() may be\ncalled more than once without error.")
    static void close(ThreadState ts, PyFileIO self) {
        if (!self.closesDescriptor) {
            try {
                IOBaseMethods.close(ts, self);
            } finally {
                self.close(ts);
            }
            return;
        }
        PyException first = null;
        try {
            IOBaseMethods.close(ts, self);
        } catch (PyException e) {
            first = e;
        }
        if (self.finalizing) {
            self.warnUnclosed(ts, self);
        }
        self.close(ts);
        if (first != null) {
            throw first;
        }
    }

    @Builtin(value = "seekable(self, /)", doc = "True if file supports random-access.")
    static boolean seekable(ThreadState ts, PyFileIO self) {
        return self.isSeekable(ts);
    }

    @Builtin(value = "readable(self, /)", doc = "True if file was opened in a read mode.")
    static boolean readable(PyFileIO self) {
        self.checkOpen();
        return self.readable;
    }

    @Builtin(value = "writable(self, /)", doc = "True if file was opened in a write mode.")
    static boolean writable(PyFileIO self) {
        self.checkOpen();
        return self.writable;
    }

    @Builtin(value = "fileno(self, /)", doc = "Return the underlying file descriptor (an integer).")
    static int fileno(PyFileIO self) {
        self.checkOpen();
        return self.fd;
    }

    @Builtin(value = "isatty(self, /)", doc = "True if the file is connected to a TTY device.")
    static boolean isatty(ThreadState ts, PyFileIO self) {
        self.checkOpen();
        boolean terminal = Descriptors.of(ts).isTerminal(self.fd);
        if (Mutations.WATCHED) {
            Capture.asked(ts, "posix", "isatty", PyInt.of(self.fd), PyBool.of(terminal));
        }
        return terminal;
    }

    @Builtin(value = "readinto(self, buffer, /)", doc = "Same as RawIOBase.readinto().")
    static PyObject readInto(ThreadState ts, PyFileIO self, PyObject target) {
        self.checkReadable();
        PyBuffer buffer = Io.writable(ts, target, "readinto");
        try {
            int n = self.read(ts, buffer.array, buffer.offset, buffer.length);
            return n < 0 ? PySingleton.NONE : PyInt.of(n);
        } finally {
            buffer.release();
        }
    }

    @Builtin(value = "read(self, size=-1, /)", doc = "Read at most size bytes, returned as bytes.\n\nOnly makes one "
            + "system call, so less data may be returned than requested.\nIn non-blocking mode, returns None if no data"
            + " is available.\nReturn an empty bytes object at EOF.")
    static PyObject read(ThreadState ts, PyFileIO self, PyObject size) {
        self.checkReadable();
        long n = Io.size(ts, size);
        if (n < 0) {
            return readAll(ts, self);
        }
        byte[] target = new byte[(int) Math.min(n, Integer.MAX_VALUE - 8)];
        int got = self.read(ts, target, 0, target.length);
        return got < 0 ? PySingleton.NONE
                : got == 0 ? PyBytes.EMPTY
                : new PyBytes(got == target.length ? target : Arrays.copyOf(target, got));
    }

    @Builtin(value = "readall(self, /)", doc = "Read all data from the file, returned as bytes.\n\nIn non-blocking "
            + "mode, returns as much as is immediately available,\nor None if no data is available.  Return an empty "
            + "bytes object at EOF.")
    static PyObject readAll(ThreadState ts, PyFileIO self) {
        self.checkOpen();
        byte[] all = new byte[Math.max(Io.DEFAULT_BUFFER_SIZE, expected(ts, self))];
        int size = 0;
        while (true) {
            if (size == all.length) {
                all = Arrays.copyOf(all, (int) Math.min(Integer.MAX_VALUE - 8L, all.length * 2L));
            }
            int n = self.read(ts, all, size, all.length - size);
            if (n < 0) {
                return size == 0 ? PySingleton.NONE : new PyBytes(Arrays.copyOf(all, size));
            }
            if (n == 0) {
                return size == 0 ? PyBytes.EMPTY : new PyBytes(Arrays.copyOf(all, size));
            }
            size += n;
        }
    }

    /** The bytes that are left in a regular file and one more, so that one more read finds the end. */
    private static int expected(ThreadState ts, PyFileIO self) {
        Descriptors descriptors = Descriptors.of(ts);
        long left = 0;
        if (descriptors.isPlainFile(self.fd)) {
            left = descriptors.remaining(self.fd);
        } else {
            FileStatus status = FileStatus.ofDescriptor(self.fd);
            if (status != null && status.isRegular()) {
                left = status.size - Math.max(0, descriptors.seek(self.fd, 0, Descriptors.SEEK_CUR));
            }
        }
        return (int) Math.max(0, Math.min(left, Integer.MAX_VALUE - 9L)) + 1;
    }

    @Builtin(value = "write(self, b, /)", doc = "Write buffer b to file, return number of bytes written.\n\nOnly makes "
            + "one system call, so not all of the data may be written.\nThe number of bytes actually written is "
            + "returned.  In non-blocking mode,\nreturns None if the write would block.")
    static PyObject write(ThreadState ts, PyFileIO self, PyObject b) {
        if (Mutations.WATCHED) {
            Capture.writes();
        }
        self.checkWritable();
        PyBuffer buffer = Io.readable(ts, b);
        try {
            int n = self.write(ts, buffer.array, buffer.offset, buffer.length);
            return n < 0 ? PySingleton.NONE : PyInt.of(n);
        } finally {
            buffer.release();
        }
    }

    @Builtin(value = "seek(self, pos, whence=0, /)", doc = "Move to new file position and return the file position.\n\n"
            + "Argument offset is a byte count.  Optional argument whence defaults to\nSEEK_SET or 0 (offset from start"
            + " of file, offset should be >= 0); other values\nare SEEK_CUR or 1 (move relative to current position,"
            + " positive or negative),\nand SEEK_END or 2 (move relative to end of file, usually negative, although\n"
            + "many platforms allow seeking beyond the end of a file).\n\nNote that not all file objects are seekable.")
    static PyObject seek(ThreadState ts, PyFileIO self, PyObject position, int whence) {
        self.checkOpen();
        if (position instanceof PyFloat) {
            throw Errors.typeError("an integer is required");
        }
        return PyInt.of(self.seek(ts, Arguments.toLong(ts, position), whence));
    }

    @Builtin(value = "tell(self, /)", doc = "Current file position.\n\nCan raise OSError for non seekable files.")
    static long tell(ThreadState ts, PyFileIO self) {
        return self.seek(ts, 0, Descriptors.SEEK_CUR);
    }

    @Builtin(value = "truncate(self, size=None, /)", doc = "Truncate the file to at most size bytes and return the "
            + "truncated size.\n\nSize defaults to the current file position, as returned by tell().\nThe current file "
            + "position is changed to the value of size.")
    static PyObject truncate(ThreadState ts, PyFileIO self, PyObject size) {
        self.checkWritable();
        PyObject given = size == null || size == PySingleton.NONE ? PyInt.of(tell(ts, self)) : size;
        int error = Descriptors.of(ts).truncate(ts, self.fd, Arguments.toLong(ts, given));
        if (error < 0) {
            throw Errno.error(-error);
        }
        return given;
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(ThreadState ts, PyFileIO self) {
        if (self.fd < 0) {
            return PyStr.of("<_io.FileIO [closed]>");
        }
        PyObject name = Attributes.lookup(ts, self, "name");
        String tail = " mode='" + self.mode() + "' closefd=" + (self.closesDescriptor ? "True>" : "False>");
        if (name == null) {
            return PyStr.of("<_io.FileIO fd=" + self.fd + tail);
        }
        return PyStr.of("<_io.FileIO name=").concat(Texts.repr(ts, name)).concat(PyStr.of(tail));
    }

    @Builtin("__getstate__(self, /)")
    static PyObject getState(PyFileIO self) {
        throw Errors.typeError("cannot pickle '" + self.type.name() + "' object");
    }

    @Attribute(value = "closed", doc = "True if the file is closed")
    static boolean closed(PyFileIO self) {
        return self.fd < 0;
    }

    @Attribute(value = "closefd", doc = "True if the file descriptor will be closed by close().")
    static boolean closefd(PyFileIO self) {
        return self.closesDescriptor;
    }

    @Attribute(value = "mode", doc = "String giving the file mode")
    static String mode(PyFileIO self) {
        return self.mode();
    }

    @Attribute(value = "_blksize", member = true)
    static int blockSize(PyFileIO self) {
        return self.blockSize;
    }

    @Attribute(value = "_blksize", member = true, setter = true)
    static void setBlockSize(ThreadState ts, PyFileIO self, PyObject value) {
        self.blockSize = Arguments.toInt(ts, value);
    }

    @Attribute(value = "_finalizing", member = true)
    static boolean finalizing(PyFileIO self) {
        return self.finalizing;
    }

    @Attribute(value = "_finalizing", member = true, setter = true)
    static void setFinalizing(ThreadState ts, PyFileIO self, PyObject value) {
        self.finalizing = Arguments.toBoolean(ts, value);
    }
}
