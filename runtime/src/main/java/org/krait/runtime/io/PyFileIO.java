package org.krait.runtime.io;

import org.krait.objects.Errors;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.runtime.OsErrors;
import org.krait.runtime.Texts;
import org.krait.runtime.Warnings;
import org.krait.runtime.posix.Descriptors;
import org.krait.runtime.posix.Errno;

/** An {@code io.FileIO}: a raw stream over a file descriptor. */
public final class PyFileIO extends PyIOBase {
    public static final PyType TYPE = builtin("_io.FileIO", RAW, new FileIOMethodsTable());

    /** The descriptor; -1 when closed. */
    int fd = -1;
    boolean created;
    boolean readable;
    boolean writable;
    boolean appending;
    /** Whether it can seek: 1, 0, or -1 unknown. */
    int seekable = -1;
    boolean closesDescriptor = true;
    private boolean isAwaited;
    int blockSize = Io.DEFAULT_BUFFER_SIZE;

    PyFileIO(PyType type) {
        super(type);
    }

    /** A stream over an open descriptor that it will not close. */
    static PyFileIO standard(int fd, boolean writes) {
        PyFileIO file = new PyFileIO(TYPE);
        file.fd = fd;
        file.readable = !writes;
        file.writable = writes;
        file.closesDescriptor = false;
        return file;
    }

    @Override
    boolean isClosed(ThreadState ts) {
        return fd < 0;
    }

    void checkOpen() {
        if (fd < 0) {
            throw Errors.valueError("I/O operation on closed file");
        }
    }

    void checkReadable() {
        checkOpen();
        if (!readable) {
            throw Io.unsupported("File not open for reading");
        }
    }

    void checkWritable() {
        checkOpen();
        if (!writable) {
            throw Io.unsupported("File not open for writing");
        }
    }

    /** Reads some bytes; -1 when the descriptor does not block and has none. */
    int read(ThreadState ts, byte[] target, int offset, int count) {
        checkReadable();
        Io.tellInput(this);
        return transferred(Descriptors.of(ts).read(ts, fd, target, offset, count));
    }

    /** Writes some of the bytes; -1 when the descriptor does not block and takes none. */
    int write(ThreadState ts, byte[] source, int offset, int count) {
        checkWritable();
        return transferred(Descriptors.of(ts).write(ts, fd, source, offset, count));
    }

    private static int transferred(int n) {
        if (n >= 0) {
            return n;
        }
        if (n == -OsErrors.EAGAIN) {
            return -1;
        }
        throw Errno.error(-n);
    }

    long seek(ThreadState ts, long offset, int whence) {
        checkOpen();
        long position = Descriptors.of(ts).seek(fd, offset, whence);
        if (position < 0) {
            if (seekable < 0) {
                seekable = 0;
            }
            throw Errno.error((int) -position);
        }
        seekable = 1;
        return position;
    }

    boolean isSeekable(ThreadState ts) {
        checkOpen();
        if (seekable < 0) {
            seekable = Descriptors.of(ts).seek(fd, 0, Descriptors.SEEK_CUR) < 0 ? 0 : 1;
        }
        return seekable == 1;
    }

    /** Buffered data may wait for it: until it is closed, the end of the program has to find it, wherever it is. */
    void awaitClosing(ThreadState ts) {
        isAwaited = true;
        ts.interp.collector.openFiles++;
    }

    /** Closes the descriptor if it is ours. */
    void close(ThreadState ts) {
        int old = fd;
        fd = -1;
        if (isAwaited) {
            isAwaited = false;
            ts.interp.collector.openFiles--;
        }
        if (old >= 0 && closesDescriptor) {
            int error = Descriptors.of(ts).close(ts, old);
            if (error < 0) {
                throw Errno.error(-error);
            }
        }
    }

    String mode() {
        if (created) {
            return readable ? "xb+" : "xb";
        }
        if (appending) {
            return readable ? "ab+" : "ab";
        }
        return readable ? writable ? "rb+" : "rb" : "wb";
    }

    @Override
    void warnUnclosed(ThreadState ts, PyObject source) {
        if (fd >= 0 && closesDescriptor) {
            warn(ts, source);
        }
    }

    static void warn(ThreadState ts, PyObject source) {
        Warnings.unclosed(ts, source, "unclosed file " + Texts.repr(ts, source));
    }
}
