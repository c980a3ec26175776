package org.krait.runtime.io;

import java.util.Arrays;
import org.krait.objects.Errors;
import org.krait.objects.PyBytes;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;

/** An {@code io.BytesIO}: a stream over bytes in memory. */
public final class PyBytesIO extends PyIOBase {
    public static final PyType TYPE = builtin("_io.BytesIO", BUFFERED, new BytesIOMethodsTable());

    byte[] bytes = {};
    int size;
    long position;
    boolean closed;
    /** Buffers given out by {@code getbuffer}: meanwhile the size stays. */
    int exports;
    /** The bytes are those of an immutable object, copied before the first change. */
    private boolean shared;

    PyBytesIO(PyType type) {
        super(type);
    }

    @Override
    boolean isClosed(ThreadState ts) {
        return closed;
    }

    void checkOpen() {
        if (closed) {
            throw Io.closedFile();
        }
    }

    void checkResizable() {
        checkOpen();
        if (exports > 0) {
            throw Errors.bufferError("Existing exports of data: object cannot be re-sized");
        }
    }

    /** Makes the stream read an immutable array. */
    void share(byte[] initial) {
        bytes = initial;
        size = initial.length;
        shared = true;
        position = 0;
    }

    void own() {
        if (shared) {
            bytes = bytes.clone();
            shared = false;
        }
    }

    PyObject value() {
        if (size == bytes.length && exports == 0) {
            shared = true;
            return new PyBytes(bytes);
        }
        return new PyBytes(Arrays.copyOf(bytes, size));
    }

    int left() {
        return position >= size ? 0 : size - (int) position;
    }

    PyBytes take(long count) {
        int n = count < 0 ? left() : (int) Math.min(count, left());
        if (n == 0) {
            return PyBytes.EMPTY;
        }
        int from = (int) position;
        position += n;
        return from == 0 && n == size && n > 1 ? (PyBytes) value()
                : new PyBytes(Arrays.copyOfRange(bytes, from, from + n));
    }

    PyBytes line(long limit) {
        int n = limit < 0 ? left() : (int) Math.min(limit, left());
        for (int i = 0; i < n; i++) {
            if (bytes[(int) position + i] == '\n') {
                n = i + 1;
                break;
            }
        }
        return take(n);
    }

    void write(byte[] source, int offset, int count) {
        checkResizable();
        if (count == 0) {
            return;
        }
        own();
        long end = position + count;
        if (end > Integer.MAX_VALUE - 8) {
            throw Errors.overflowError("new buffer size too large");
        }
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L,
                    Math.max(end, bytes.length + (bytes.length >> 1) + 16L)));
        }
        if (position > size) {
            Arrays.fill(bytes, size, (int) position, (byte) 0);
        }
        System.arraycopy(source, offset, bytes, (int) position, count);
        position = end;
        size = Math.max(size, (int) end);
    }

    void truncate(long newSize) {
        checkResizable();
        if (newSize < size) {
            own();
            size = (int) newSize;
            bytes = Arrays.copyOf(bytes, size);
        }
    }
}
