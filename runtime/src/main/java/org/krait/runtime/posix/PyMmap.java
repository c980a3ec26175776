package org.krait.runtime.posix;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.krait.objects.Errors;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyInstance;
import org.krait.objects.PyType;

/**
 * An {@code mmap.mmap}. A file is mapped by the operating system; anonymous memory, which nobody else can see, is an
 * array, so that its buffers are the memory itself. The buffer of a mapped file is a copy that cannot be written to.
 */
final class PyMmap extends PyInstance {
    static final PyType TYPE = PyType.builtin("mmap.mmap", PyType.OBJECT,
            PyType.BASE | PyType.HAS_WEAKREF | PyType.MUTABLE, new MmapMethodsTable());

    /** How it may be used. */
    enum Access { DEFAULT, READ, WRITE, COPY }

    final Access access;
    final long offset;
    /** The mapping's own descriptor of the file; -1 for anonymous memory. */
    final int fd;
    /** Null when closed. */
    private ByteBuffer memory;
    /** Where the operating system put it; 0 for an array. */
    private long address;
    int position;
    private int exports;

    /** A mapping of a file. */
    PyMmap(PyType type, Access access, int fd, long offset, long address, int size) {
        super(type);
        this.access = access;
        this.fd = fd;
        this.offset = offset;
        this.address = address;
        memory = Libc.at(address, size);
    }

    /** Anonymous memory. */
    PyMmap(PyType type, Access access, long offset, int size) {
        super(type);
        this.access = access;
        this.fd = -1;
        this.offset = offset;
        memory = ByteBuffer.allocate(size);
    }

    boolean isClosed() {
        return memory == null;
    }

    /** The memory; ValueError when closed. */
    ByteBuffer memory() {
        if (memory == null) {
            throw Errors.valueError("mmap closed or invalid");
        }
        return memory;
    }

    int size() {
        return memory().capacity();
    }

    long address() {
        return address;
    }

    /** The memory for writing; TypeError when that is not allowed. */
    ByteBuffer writable() {
        ByteBuffer m = memory();
        if (access == Access.READ) {
            throw Errors.typeError("mmap can't modify a readonly memory map.");
        }
        return m;
    }

    byte[] bytes(int from, int to) {
        byte[] bytes = new byte[to - from];
        memory().get(from, bytes);
        return bytes;
    }

    /** The first place of some bytes in a range, or with {@code last} the last; -1 for none. */
    int find(byte[] wanted, int from, int to, boolean last) {
        ByteBuffer m = memory();
        int step = last ? -1 : 1;
        for (int at = last ? to - wanted.length : from; at >= from && at + wanted.length <= to; at += step) {
            int k = 0;
            while (k < wanted.length && m.get(at + k) == wanted[k]) {
                k++;
            }
            if (k == wanted.length) {
                return at;
            }
        }
        return -1;
    }

    PyBuffer export(boolean writes) {
        ByteBuffer m = memory();
        if (writes && (access == Access.READ || address != 0)) {
            throw Errors.bufferError("Object is not writable.");
        }
        if (address != 0) {
            return new PyBuffer(this, bytes(0, m.capacity()), 0, m.capacity(), true);
        }
        exports++;
        return new PyBuffer(this, m.array(), 0, m.capacity(), access == Access.READ) {
            private boolean released;

            @Override
            public void release() {
                if (!released) {
                    released = true;
                    exports--;
                }
            }
        };
    }

    /** BufferError when something looks into the memory. */
    void requireNoExports(String message) {
        if (exports > 0) {
            throw Errors.bufferError(message);
        }
    }

    void resize(int size) {
        if (address == 0) {
            memory = ByteBuffer.wrap(Arrays.copyOf(memory().array(), size));
            return;
        }
        PosixModule.check(Libc.call("ftruncate", fd, offset + size), null);
        // MREMAP_MAYMOVE
        address = PosixModule.check(Libc.longCall("mremap", address, memory.capacity(), size, 1), null);
        memory = Libc.at(address, size);
    }

    void close() {
        if (memory == null) {
            return;
        }
        int size = memory.capacity();
        memory = null;
        if (address != 0) {
            Libc.call("munmap", address, size);
            Libc.call("close", fd);
            address = 0;
        }
    }

    @Override
    protected void dropReferents() {
        close();
    }
}
