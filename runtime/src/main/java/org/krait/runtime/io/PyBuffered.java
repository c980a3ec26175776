package org.krait.runtime.io;

import java.util.Arrays;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyByteArray;
import org.krait.objects.PyBytes;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Interrupts;
import org.krait.runtime.Texts;
import org.krait.runtime.snapshot.Capture;

/**
 * A buffer before a raw stream: {@code BufferedReader}, {@code BufferedWriter} or {@code BufferedRandom}.
 *
 * <p>The buffer holds either bytes read ahead, from {@code position} to {@code readEnd}, or bytes to be written, up to
 * {@code writeEnd}; never both.
 */
public final class PyBuffered extends PyIOBase {
    public static final PyType READER = builtin("_io.BufferedReader", BUFFERED, new BufferedReaderMethodsTable());
    public static final PyType WRITER = builtin("_io.BufferedWriter", BUFFERED, new BufferedWriterMethodsTable());
    public static final PyType RANDOM = builtin("_io.BufferedRandom", BUFFERED, new BufferedRandomMethodsTable());

    /** What a transfer gives that would block. */
    static final int WOULD_BLOCK = -1;

    /** The raw stream; null before {@code __init__} and after {@code detach}. Counted. */
    private PyObject raw;
    private boolean detached;
    boolean readable;
    boolean writable;
    byte[] buffer = {};
    int position;
    int readEnd;
    int writeEnd;
    private ThreadState owner;

    PyBuffered(PyType type) {
        super(type);
    }

    void start(PyObject stream, int sizeBytes, boolean reads, boolean writes) {
        Refs.incRef(stream);
        Refs.xdecRef(raw);
        raw = stream;
        detached = false;
        readable = reads;
        writable = writes;
        buffer = new byte[sizeBytes];
        position = 0;
        readEnd = 0;
        writeEnd = 0;
    }

    /** Makes the stream unusable until {@link #start}. */
    void invalidate() {
        PyObject old = raw;
        raw = null;
        detached = false;
        Refs.xdecRef(old);
    }

    PyObject raw() {
        if (raw == null) {
            throw Errors.valueError(detached ? "raw stream has been detached"
                    : "I/O operation on uninitialized object");
        }
        return raw;
    }

    /** The raw stream, or null when there is none. */
    PyObject rawOrNull() {
        return raw;
    }

    /** Somebody reads: who captures a heap hears of it, and there must be a raw stream. */
    void beginReading() {
        Io.tellInput(this);
        raw();
    }

    /** Tells who captures a heap that something is about to be written to an open file. */
    void tellWriting() {
        if (raw instanceof PyFileIO) {
            Capture.writes();
        }
    }

    PyObject detach() {
        PyObject stream = raw();
        raw = null;
        detached = true;
        Refs.release(stream);
        return stream;
    }

    @Override
    boolean isClosed(ThreadState ts) {
        return raw() instanceof PyFileIO file && file.isExact() ? file.fd < 0 : Io.isClosed(ts, raw);
    }

    void checkOpen(ThreadState ts, String what) {
        if (isClosed(ts)) {
            throw Errors.valueError(what);
        }
    }

    /** Keeps other threads out; RuntimeError when this thread is inside already. */
    void enter(ThreadState ts) {
        if (owner == ts) {
            throw Errors.runtimeError("reentrant call inside " + Texts.repr(ts, this));
        }
        while (owner != null) {
            Interrupts.pause(ts, 1);
        }
        owner = ts;
    }

    void leave() {
        owner = null;
    }

    int ahead() {
        return readEnd - position;
    }

    private void dropAhead() {
        position = 0;
        readEnd = 0;
    }

    // Raw operations.

    /** One raw read. */
    int rawRead(ThreadState ts, byte[] target, int offset, int count) {
        if (raw instanceof PyFileIO file && file.isExact()) {
            return file.read(ts, target, offset, count);
        }
        PyByteArray bytes = new PyByteArray(new byte[count]);
        PyObject view = Io.view(ts, bytes);
        PyObject result = Calls.callMethod(ts, raw, "readinto", view);
        Refs.drop(view);
        if (result == PySingleton.NONE) {
            return WOULD_BLOCK;
        }
        long n = length(ts, result, "readinto");
        if (n < 0 || n > count) {
            throw Errors.of(ExceptionTypes.OS_ERROR, "raw readinto() returned invalid length " + n
                    + " (should have been between 0 and " + count + ")");
        }
        System.arraycopy(bytes.array(), bytes.offset(), target, offset, (int) n);
        return (int) n;
    }

    private static long length(ThreadState ts, PyObject result, String function) {
        try {
            return Arguments.toLong(ts, result);
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.TYPE_ERROR)) {
                throw e;
            }
            PyException failed = Errors.of(ExceptionTypes.OS_ERROR, "raw " + function + "() failed");
            failed.value.setCause(e.value);
            failed.value.setContext(e.value);
            throw failed;
        }
    }

    /** One raw write. */
    private int rawWrite(ThreadState ts, byte[] source, int offset, int count) {
        if (raw instanceof PyFileIO file && file.isExact()) {
            return file.write(ts, source, offset, count);
        }
        PyObject view = Io.view(ts, new PyBytes(Arrays.copyOfRange(source, offset, offset + count)));
        PyObject result = Calls.callMethod(ts, raw, "write", view);
        Refs.drop(view);
        if (result == PySingleton.NONE) {
            return WOULD_BLOCK;
        }
        long n = Arguments.toLong(ts, result);
        if (n < 0 || n > count) {
            throw Errors.of(ExceptionTypes.OS_ERROR, "raw write() returned invalid length " + n
                    + " (should have been between 0 and " + count + ")");
        }
        return (int) n;
    }

    long rawTell(ThreadState ts) {
        return checkedPosition(ts, Calls.callMethod(ts, raw(), "tell"));
    }

    long rawSeek(ThreadState ts, long target, int whence) {
        return checkedPosition(ts, Calls.callMethod(ts, raw(), "seek", PyInt.of(target), PyInt.of(whence)));
    }

    private static long checkedPosition(ThreadState ts, PyObject result) {
        long n = Arguments.toLong(ts, result);
        if (n < 0) {
            throw Errors.of(ExceptionTypes.OS_ERROR, "Raw stream returned invalid position " + n);
        }
        return n;
    }

    // Reading.

    /** Reads ahead once into the empty buffer. */
    int fill(ThreadState ts) {
        flushWrites(ts);
        int n = rawRead(ts, buffer, 0, buffer.length);
        position = 0;
        readEnd = Math.max(0, n);
        return n;
    }

    PyBytes take(int count) {
        PyBytes bytes = new PyBytes(Arrays.copyOfRange(buffer, position, position + count));
        position += count;
        return bytes;
    }

    /** All that is left; None when nothing is there and the raw stream would block. */
    PyObject readAll(ThreadState ts) {
        byte[] first = Arrays.copyOfRange(buffer, position, readEnd);
        flushWrites(ts);
        dropAhead();
        PyObject method = raw instanceof PyFileIO file && file.isExact() ? null : Attributes.lookup(ts, raw, "readall");
        if (raw instanceof PyFileIO || method != null) {
            PyObject rest = method == null ? readAllOf(ts, (PyFileIO) raw) : Calls.consume(ts, method);
            if (rest == PySingleton.NONE) {
                return first.length == 0 ? rest : new PyBytes(first);
            }
            if (!(rest instanceof PyBytes bytes)) {
                throw Errors.typeError("readall() should return bytes");
            }
            return first.length == 0 ? bytes : joined(first, bytes.value, bytes.value.length);
        }
        byte[] all = first;
        while (true) {
            PyObject data = Calls.callMethod(ts, raw, "read");
            if (data == PySingleton.NONE) {
                return all.length == 0 ? data : new PyBytes(all);
            }
            if (!(data instanceof PyBytes bytes)) {
                throw Errors.typeError("read() should return bytes");
            }
            if (bytes.value.length == 0) {
                return new PyBytes(all);
            }
            all = joined(all, bytes.value, bytes.value.length).value;
        }
    }

    private static PyObject readAllOf(ThreadState ts, PyFileIO file) {
        file.checkReadable();
        return FileIOMethods.readAll(ts, file);
    }

    private static PyBytes joined(byte[] first, byte[] second, int count) {
        byte[] all = Arrays.copyOf(first, first.length + count);
        System.arraycopy(second, 0, all, first.length, count);
        return new PyBytes(all);
    }

    /** Reads {@code count} bytes unless the end or a block comes first; WOULD_BLOCK when none came. */
    int readFully(ThreadState ts, byte[] target, int offset, int count) {
        int done = Math.min(count, ahead());
        System.arraycopy(buffer, position, target, offset, done);
        position += done;
        if (done == count) {
            return done;
        }
        flushWrites(ts);
        dropAhead();
        while (done < count) {
            int left = count - done;
            int n;
            if (left >= buffer.length) {
                n = rawRead(ts, target, offset + done, left - left % buffer.length);
            } else {
                n = fill(ts);
                if (n > 0) {
                    int part = Math.min(left, n);
                    System.arraycopy(buffer, 0, target, offset + done, part);
                    position = part;
                    n = part;
                }
            }
            if (n <= 0) {
                return n < 0 && done == 0 ? WOULD_BLOCK : done;
            }
            done += n;
        }
        return done;
    }

    /** A line with its end, or what there is; {@code limit} negative for none. */
    PyBytes readLine(ThreadState ts, long limit) {
        byte[] line = {};
        while (true) {
            int n = limit < 0 ? ahead() : (int) Math.min(ahead(), limit - line.length);
            int end = position + n;
            for (int i = position; i < end; i++) {
                if (buffer[i] == '\n') {
                    PyBytes last = take(i + 1 - position);
                    return line.length == 0 ? last : joined(line, last.value, last.value.length);
                }
            }
            if (n > 0) {
                line = joined(line, take(n).value, n).value;
            }
            if (limit >= 0 && line.length >= limit || fill(ts) <= 0) {
                return line.length == 0 ? PyBytes.EMPTY : new PyBytes(line);
            }
        }
    }

    // Writing.

    /** Moves the raw stream back to where the program thinks it is, and forgets what was read ahead. */
    void rewindAhead(ThreadState ts) {
        int ahead = ahead();
        dropAhead();
        if (ahead > 0) {
            rawSeek(ts, -ahead, 1);
        }
    }

    /** Gives all bytes to the raw stream; BlockingIOError when it does not take them. */
    void flushWrites(ThreadState ts) {
        int done = 0;
        try {
            while (done < writeEnd) {
                int n = rawWrite(ts, buffer, done, writeEnd - done);
                if (n < 0) {
                    throw Io.wouldBlock("write could not complete without blocking", 0);
                }
                done += n;
                if (ts.interp.breaker != 0) {
                    System.arraycopy(buffer, done, buffer, 0, writeEnd - done);
                    writeEnd -= done;
                    done = 0;
                    Interrupts.serve(ts);
                }
            }
        } finally {
            if (done > 0) {
                System.arraycopy(buffer, done, buffer, 0, writeEnd - done);
                writeEnd -= done;
            }
        }
    }

    /** Writes all the bytes, at least into the buffer. */
    void write(ThreadState ts, byte[] source, int offset, int count) {
        if (readEnd > 0) {
            rewindAhead(ts);
        }
        if (count <= buffer.length - writeEnd) {
            System.arraycopy(source, offset, buffer, writeEnd, count);
            writeEnd += count;
            return;
        }
        try {
            flushWrites(ts);
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.BLOCKING_IO_ERROR)) {
                throw e;
            }
            e.swallow();
            int room = Math.min(count, buffer.length - writeEnd);
            System.arraycopy(source, offset, buffer, writeEnd, room);
            writeEnd += room;
            if (room == count) {
                return;
            }
            throw Io.wouldBlock("write could not complete without blocking", room);
        }
        int done = 0;
        while (count - done > buffer.length) {
            int n = rawWrite(ts, source, offset + done, count - done);
            if (n < 0) {
                if (count - done > buffer.length) {
                    System.arraycopy(source, offset + done, buffer, 0, buffer.length);
                    writeEnd = buffer.length;
                    throw Io.wouldBlock("write could not complete without blocking", done + buffer.length);
                }
                break;
            }
            done += n;
        }
        System.arraycopy(source, offset + done, buffer, 0, count - done);
        writeEnd = count - done;
    }

    long tell(ThreadState ts) {
        return rawTell(ts) - ahead() + writeEnd;
    }

    /** Seeks, in the buffer when the target lies there. */
    long seek(ThreadState ts, long target, int whence) {
        if (whence != 2 && readable && writeEnd == 0 && ahead() > 0) {
            long now = rawTell(ts) - ahead();
            long offset = whence == 0 ? target - now : target;
            if (offset >= -position && offset <= ahead()) {
                position += (int) offset;
                return now + offset;
            }
        }
        if (writable) {
            flushWrites(ts);
        }
        long offset = whence == 1 ? target - ahead() : target;
        long reached = rawSeek(ts, offset, whence);
        dropAhead();
        return reached;
    }

    @Override
    void warnUnclosed(ThreadState ts, PyObject source) {
        if (raw instanceof PyIOBase stream && !finalizing) {
            stream.warnUnclosed(ts, source);
        } else if (raw != null) {
            Calls.callMethod(ts, raw, "_dealloc_warn", source);
        }
    }

    @Override
    protected void dropReferents() {
        Refs.xdecRef(raw);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        if (raw != null) {
            visitor.visit(raw);
        }
    }
}
