package org.krait.runtime.posix;

import java.nio.ByteBuffer;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyBytes;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PySlice;
import org.krait.objects.PyType;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.OsErrors;
import org.krait.runtime.builtins.Bytes;
import org.krait.runtime.builtins.ObjectMethods;
import org.krait.runtime.builtins.SliceRange;
import org.krait.runtime.posix.PyMmap.Access;

/** The methods of {@link PyMmap}. */
@BuiltinType(base = ObjectMethods.class, doc = """
        mmap(fileno, length[, flags[, prot[, access[, offset]]]])

        Maps length bytes from the file specified by the file descriptor fileno,
        and returns a mmap object.  If length is 0, the maximum length of the map
        will be the current size of the file when mmap is called.
        flags specifies the nature of the mapping. MAP_PRIVATE creates a
        private copy-on-write mapping, so changes to the contents of the mmap
        object will be private to this process, and MAP_SHARED creates a mapping
        that's shared with all other processes mapping the same areas of the file.
        The default value is MAP_SHARED.

        To map anonymous memory, pass -1 as the fileno.""")
final class MmapMethods {
    private static final int PROT_READ = 1;
    private static final int PROT_WRITE = 2;
    private static final int MAP_SHARED = 1;
    private static final int MAP_PRIVATE = 2;
    private static final int MAP_ANONYMOUS = 32;

    private MmapMethods() {}

    @Builtin("__new__(type, fileno, length, flags=1, prot=3, access=0, offset=0)")
    static PyObject make(ThreadState ts, PyType type, int fileno, long length, int flags, int prot, int access,
            long offset) {
        if (length < 0) {
            throw Errors.overflowError("memory mapped length must be positive");
        }
        if (offset < 0) {
            throw Errors.overflowError("memory mapped offset must be positive");
        }
        if (access != 0 && (flags != MAP_SHARED || prot != (PROT_READ | PROT_WRITE))) {
            throw Errors.valueError("mmap can't specify both access and flags, prot.");
        }
        if (access < 0 || access >= Access.values().length) {
            throw Errors.valueError("mmap invalid access parameter.");
        }
        Access kind = Access.values()[access];
        int sharing = kind == Access.COPY ? MAP_PRIVATE : flags;
        int protection = kind == Access.READ ? PROT_READ : prot;
        if (kind == Access.DEFAULT && (prot & (PROT_READ | PROT_WRITE)) != (PROT_READ | PROT_WRITE)) {
            kind = (prot & PROT_WRITE) != 0 ? Access.WRITE : Access.READ;
        }
        if (fileno < 0 || (flags & MAP_ANONYMOUS) != 0) {
            if (length == 0 || fileno < -1) {
                throw Errno.error(length == 0 ? OsErrors.EINVAL : OsErrors.EBADF,
                        null);
            }
            return new PyMmap(type, kind, offset, size(length));
        }
        return ofFile(ts, type, fileno, length, sharing, protection, kind, offset);
    }

    private static int size(long length) {
        if (length > Integer.MAX_VALUE - 8) {
            throw Errors.overflowError("memory mapped length is too large");
        }
        return (int) length;
    }

    private static PyObject ofFile(ThreadState ts, PyType type, int fileno, long length, int flags, int protection,
            Access access, long offset) {
        FileStatus status = FileStatus.ofDescriptor(fileno);
        if (status.error != 0) {
            throw Errno.error(status.error, null);
        }
        long mapped = length;
        if (status.isRegular()) {
            if (length == 0) {
                if (status.size == 0) {
                    throw Errors.valueError("cannot mmap an empty file");
                }
                if (offset >= status.size) {
                    throw Errors.valueError("mmap offset is greater than file size");
                }
                mapped = status.size - offset;
            } else if (offset > status.size || status.size - offset < length) {
                throw Errors.valueError("mmap length is greater than file size");
            }
        }
        int size = size(mapped);
        int fd = (int) PosixModule.check(Descriptors.of(ts).duplicate(fileno, -1, false), null);
        long address = Libc.longCall("mmap", 0, size, protection, flags, fd, offset);
        if (address < 0 && address > -4096) {
            Libc.call("close", fd);
            throw Errno.error((int) -address, null);
        }
        return new PyMmap(type, access, fd, offset, address, size);
    }

    @Builtin("__buffer__(self, flags, /)")
    static PyBuffer buffer(PyMmap self, int flags) {
        return self.export((flags & PyBuffer.WRITABLE) != 0);
    }

    @Builtin("__len__(self, /)")
    static int length(PyMmap self) {
        return self.size();
    }

    private static PyException badIndex() {
        return Errors.typeError("mmap indices must be integers");
    }

    private static int index(ThreadState ts, PyMmap self, PyObject key) {
        long at = Arguments.toLong(ts, key);
        if (at < 0) {
            at += self.size();
        }
        if (at < 0 || at >= self.size()) {
            throw Errors.indexError("mmap index out of range");
        }
        return (int) at;
    }

    @Builtin("__getitem__(self, key, /)")
    static PyObject getItem(ThreadState ts, PyMmap self, PyObject key) {
        self.memory();
        if (key instanceof PySlice slice) {
            SliceRange range = new SliceRange(ts, slice).fit(self.size());
            if (range.step == 1) {
                return new PyBytes(self.bytes(range.start, range.start + range.count));
            }
            byte[] bytes = new byte[range.count];
            for (int i = 0; i < range.count; i++) {
                bytes[i] = self.memory().get(range.start + i * range.step);
            }
            return new PyBytes(bytes);
        }
        if (!key.type.has(Special.INDEX)) {
            throw badIndex();
        }
        int at = index(ts, self, key);
        return PyInt.of(self.memory().get(at) & 0xff);
    }

    @Builtin("__setitem__(self, key, value, /)")
    static void setItem(ThreadState ts, PyMmap self, PyObject key, PyObject value) {
        self.writable();
        if (key instanceof PySlice slice) {
            SliceRange range = new SliceRange(ts, slice).fit(self.size());
            byte[] bytes = Bytes.array(ts, value);
            if (bytes.length != range.count) {
                throw Errors.indexError("mmap slice assignment is wrong size");
            }
            ByteBuffer memory = self.writable();
            for (int i = 0; i < range.count; i++) {
                memory.put(range.start + i * range.step, bytes[i]);
            }
            return;
        }
        if (!key.type.has(Special.INDEX)) {
            throw badIndex();
        }
        int at = index(ts, self, key);
        if (!value.type.has(Special.INDEX)) {
            throw Errors.typeError("mmap item value must be an int");
        }
        long item = Arguments.toLong(ts, value);
        if (item < 0 || item > 255) {
            throw Errors.valueError("mmap item value must be in range(0, 256)");
        }
        self.writable().put(at, (byte) item);
    }

    @Builtin("__delitem__(self, key, /)")
    static void deleteItem(PyMmap self, PyObject key) {
        self.writable();
        throw Errors.typeError(key instanceof PySlice ? "mmap object doesn't support slice deletion"
                : "mmap doesn't support item deletion");
    }

    @Builtin(value = "close(self, /)", doc = "Close the map: all later uses raise ValueError.")
    static void close(PyMmap self) {
        self.requireNoExports("cannot close exported pointers exist");
        self.close();
    }

    @Attribute("closed")
    static boolean closed(PyMmap self) {
        return self.isClosed();
    }

    @Builtin(value = "__enter__(self, /)", doc = "Return self.")
    static PyObject enter(PyMmap self) {
        self.memory();
        return self;
    }

    @Builtin(value = "__exit__(self, /, *args)", doc = "Close the map.")
    static void exit(PyMmap self, PyObject[] args) {
        close(self);
    }

    private static PyObject find(ThreadState ts, PyMmap self, PyObject sub, PyObject start, PyObject end,
            boolean last) {
        self.memory();
        byte[] wanted = Bytes.array(ts, sub);
        int size = self.size();
        int from = start == null || start == PySingleton.NONE ? last ? 0 : self.position
                : bound(Arguments.toLong(ts, start), size);
        int to = end == null || end == PySingleton.NONE ? size : bound(Arguments.toLong(ts, end), size);
        return PyInt.of(self.find(wanted, from, to, last));
    }

    private static int bound(long at, int size) {
        return (int) Math.max(0, Math.min(size, at < 0 ? at + size : at));
    }

    @Builtin(value = "find(self, sub, start=None, end=None, /)", doc = "The lowest index of sub, from the current "
            + "position on or between start and end; -1 when there is none.")
    static PyObject findFirst(ThreadState ts, PyMmap self, PyObject sub, PyObject start, PyObject end) {
        return find(ts, self, sub, start, end, false);
    }

    @Builtin(value = "rfind(self, sub, start=None, end=None, /)",
            doc = "The highest index of sub, from the current position on or between start and end; -1 when there is "
                    + "none.")
    static PyObject findLast(ThreadState ts, PyMmap self, PyObject sub, PyObject start, PyObject end) {
        return find(ts, self, sub, start == null ? PyInt.of(self.position) : start, end, true);
    }

    @Builtin(value = "flush(self, offset=0, size=None, /)", doc = "Write changes back to the file.")
    static void flush(ThreadState ts, PyMmap self, long offset, PyObject size) {
        int all = self.size();
        long count = size == null ? all - offset : Arguments.toLong(ts, size);
        if (offset < 0 || count < 0 || offset > all || all - offset < count) {
            throw Errors.valueError("flush values out of range");
        }
        if (self.access == Access.READ || self.access == Access.COPY) {
            return;
        }
        if (offset % ResourceModule.getpagesize() != 0) {
            throw Errno.error(OsErrors.EINVAL, null);
        }
        if (self.address() != 0) {
            // MS_SYNC
            PosixModule.check(Libc.call("msync", self.address() + offset, count, 4), null);
        }
    }

    @Builtin(value = "madvise(self, option, start=0, length=None, /)",
            doc = "Tell the kernel how the memory will be used.")
    static void madvise(ThreadState ts, PyMmap self, int option, long start, PyObject length) {
        int size = self.size();
        long count = length == null ? size : Arguments.toLong(ts, length);
        if (start < 0 || start >= size) {
            throw Errors.valueError("madvise start out of bounds");
        }
        if (count < 0) {
            throw Errors.valueError("madvise length invalid");
        }
        if (Long.MAX_VALUE - start < count) {
            throw Errors.overflowError("madvise length too large");
        }
        count = Math.min(count, size - start);
        if (self.address() != 0) {
            PosixModule.check(Libc.call("madvise", self.address() + start, count, option), null);
        } else if (option < 0 || option > 25 && option != 100 && option != 101) {
            throw Errno.error(OsErrors.EINVAL, null);
        }
    }

    @Builtin(value = "move(self, dest, src, count, /)", doc = "Copy count bytes from src to dest.")
    static void move(PyMmap self, long to, long from, long count) {
        ByteBuffer memory = self.writable();
        int size = self.size();
        if (to < 0 || from < 0 || count < 0 || size - to < count || size - from < count) {
            throw Errors.valueError("source, destination, or count out of range");
        }
        memory.put((int) to, self.bytes((int) from, (int) (from + count)));
    }

    @Builtin(value = "read(self, n=None, /)", doc = "The next n bytes, or all that are left.")
    static PyObject read(ThreadState ts, PyMmap self, PyObject count) {
        int left = Math.max(0, self.size() - self.position);
        long n = left;
        if (count != null && count != PySingleton.NONE) {
            if (!count.type.has(Special.INDEX)) {
                throw Errors.typeError("argument should be integer or None, not '" + count.type.name() + "'");
            }
            n = Arguments.toLong(ts, count);
            n = n < 0 ? left : Math.min(n, left);
        }
        if (n == 0) {
            // A map that shrank may end before the position.
            return PyBytes.EMPTY;
        }
        PyBytes bytes = new PyBytes(self.bytes(self.position, self.position + (int) n));
        self.position += (int) n;
        return bytes;
    }

    @Builtin(value = "read_byte(self, /)", doc = "The next byte, as an int.")
    static int readByte(PyMmap self) {
        if (self.position >= self.size()) {
            throw Errors.valueError("read byte out of range");
        }
        return self.memory().get(self.position++) & 0xff;
    }

    @Builtin(value = "readline(self, /)", doc = "The bytes up to the next newline, with it, or to the end.")
    static PyObject readLine(PyMmap self) {
        int size = self.size();
        if (self.position >= size) {
            return PyBytes.EMPTY;
        }
        int newline = self.find(new byte[] {'\n'}, self.position, size, false);
        int end = newline < 0 ? size : newline + 1;
        PyBytes line = new PyBytes(self.bytes(self.position, end));
        self.position = end;
        return line;
    }

    @Builtin(value = "resize(self, newsize, /)", doc = "Change the size of the map and of its file.")
    static void resize(PyMmap self, long size) {
        self.memory();
        self.requireNoExports("mmap can't resize with extant pointers exported.");
        if (self.access != Access.DEFAULT && self.access != Access.WRITE) {
            throw Errors.typeError("mmap can't resize a readonly or copy-on-write memory map.");
        }
        if (size < 0 || Long.MAX_VALUE - size < self.offset) {
            throw Errors.valueError("new size out of range");
        }
        if (size == 0) {
            throw Errno.error(OsErrors.EINVAL, null);
        }
        self.resize(size(size));
    }

    @Builtin(value = "seek(self, pos, whence=0, /)", doc = "Set the current position.")
    static void seek(PyMmap self, long distance, int whence) {
        int size = self.size();
        long base = switch (whence) {
            case 0 -> 0;
            case 1 -> self.position;
            case 2 -> size;
            default -> throw Errors.valueError("unknown seek type");
        };
        long at = base + distance;
        if (at < 0 || at > size) {
            throw Errors.valueError("seek out of range");
        }
        self.position = (int) at;
    }

    @Builtin(value = "size(self, /)", doc = "The size of the file, which may be larger than the map.")
    static long fileSize(PyMmap self) {
        self.memory();
        FileStatus status = FileStatus.ofDescriptor(self.fd);
        if (self.fd < 0 || status.error != 0) {
            throw Errno.error(self.fd < 0 ? OsErrors.EBADF : status.error, null);
        }
        return status.size;
    }

    @Builtin(value = "tell(self, /)", doc = "The current position.")
    static int tell(PyMmap self) {
        self.memory();
        return self.position;
    }

    @Builtin(value = "write(self, bytes, /)", doc = "Write at the current position; the number of bytes written.")
    static int write(ThreadState ts, PyMmap self, PyObject data) {
        self.memory();
        byte[] bytes = Bytes.array(ts, data);
        ByteBuffer memory = self.writable();
        if (self.position > self.size() || self.size() - self.position < bytes.length) {
            throw Errors.valueError("data out of range");
        }
        memory.put(self.position, bytes);
        self.position += bytes.length;
        return bytes.length;
    }

    @Builtin(value = "write_byte(self, byte, /)", doc = "Write a byte, an int, at the current position.")
    static void writeByte(ThreadState ts, PyMmap self, PyObject item) {
        self.memory();
        long value = Arguments.toLong(ts, item);
        if (value < 0) {
            throw Errors.overflowError("unsigned byte integer is less than minimum");
        }
        if (value > 255) {
            throw Errors.overflowError("unsigned byte integer is greater than maximum");
        }
        ByteBuffer memory = self.writable();
        if (self.position >= self.size()) {
            throw Errors.valueError("write byte out of range");
        }
        memory.put(self.position++, (byte) value);
    }

    @Builtin("__repr__(self, /)")
    static String repr(PyMmap self) {
        if (self.isClosed()) {
            return "<mmap.mmap closed=True>";
        }
        return "<mmap.mmap closed=False, access=ACCESS_" + self.access + ", length=" + self.size() + ", pos="
                + self.position + ", offset=" + self.offset + ">";
    }
}
