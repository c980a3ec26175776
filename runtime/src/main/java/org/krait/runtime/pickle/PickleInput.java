package org.krait.runtime.pickle;

import java.util.Arrays;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyBytes;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;
import org.krait.runtime.Calls;
import org.krait.runtime.builtins.Bytes;

/**
 * The bytes of a pickle. From a file no more is taken than belongs to the pickle: what was only peeked at is read for
 * good when it was used.
 */
final class PickleInput {
    private static final int PREFETCH = 128 * 1024;

    private byte[] bytes;
    private int position;
    private int end;
    /** Up to where the bytes were read from the file, and not peeked at. */
    private int readEnd;
    /** {@code file.read} and {@code file.readline}; null for bytes. */
    private final PyObject read;
    private final PyObject readLine;
    /** {@code file.peek}; null for none. */
    private PyObject peek;

    PickleInput(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.position = offset;
        this.end = offset + length;
        this.readEnd = end;
        this.read = null;
        this.readLine = null;
    }

    PickleInput(PyObject read, PyObject readLine, PyObject peek) {
        this.bytes = new byte[0];
        this.read = read;
        this.readLine = readLine;
        this.peek = peek;
    }

    private static PyException truncated() {
        return PickleTypes.unpicklingError("pickle data was truncated");
    }

    /** The place of {@code count} bytes in {@link #array}; UnpicklingError when there are not as many. */
    int take(ThreadState ts, long count) {
        if (count > end - position) {
            if (read == null || count > Integer.MAX_VALUE - 16) {
                throw truncated();
            }
            fill(ts, (int) count);
            if (count > end - position) {
                throw truncated();
            }
        }
        int at = position;
        position += (int) count;
        return at;
    }

    /** Takes back what {@link #take} gave. */
    void untake(int count) {
        position -= count;
    }

    byte[] array() {
        return bytes;
    }

    /** The next byte, or -1 at the end. */
    int next(ThreadState ts) {
        if (position == end) {
            if (read == null) {
                return -1;
            }
            fill(ts, 1);
            if (position == end) {
                return -1;
            }
        }
        return bytes[position++] & 0xff;
    }

    private byte[] answer(ThreadState ts, PyObject function, int count) {
        PyObject data = count < 0 ? Calls.call(ts, function) : Calls.call(ts, function, PyInt.of(count));
        if (data instanceof PyBytes b) {
            return b.value;
        }
        PyBuffer buffer = Bytes.find(ts, data);
        if (buffer == null) {
            throw Errors.valueError("read() returned non-bytes object (" + data.type.name() + ")");
        }
        byte[] copy = buffer.toByteArray();
        buffer.release();
        return copy;
    }

    private void fill(ThreadState ts, int count) {
        int left = Math.min(end, readEnd) - position;
        byte[] kept = left > 0 ? Arrays.copyOfRange(bytes, position, position + left) : new byte[0];
        skipConsumed(ts);
        byte[] data = answer(ts, read, count - kept.length);
        if (kept.length > 0) {
            byte[] joined = Arrays.copyOf(kept, kept.length + data.length);
            System.arraycopy(data, 0, joined, kept.length, data.length);
            data = joined;
        }
        set(data);
        if (peek != null && count < PREFETCH && data.length >= count) {
            prefetch(ts);
        }
    }

    private void set(byte[] data) {
        bytes = data;
        position = 0;
        end = data.length;
        readEnd = end;
    }

    private void prefetch(ThreadState ts) {
        byte[] more;
        try {
            more = answer(ts, peek, PREFETCH);
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.NOT_IMPLEMENTED_ERROR)) {
                throw e;
            }
            e.swallow();
            peek = null;
            return;
        }
        if (more.length > 0) {
            bytes = Arrays.copyOf(bytes, end + more.length);
            System.arraycopy(more, 0, bytes, end, more.length);
            end = bytes.length;
        }
    }

    /** Moves the file to where the pickle was read to. */
    void skipConsumed(ThreadState ts) {
        int consumed = position - readEnd;
        if (read != null && consumed > 0) {
            Calls.call(ts, read, PyInt.of(consumed));
            readEnd = position;
        }
    }

    /** The next line without its end; UnpicklingError when there is none. At least {@code least} characters. */
    String line(ThreadState ts, int least) {
        return new String(lineBytes(ts, least), java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    /** The bytes of the next line without its end; UnpicklingError when there are fewer than {@code least}. */
    byte[] lineBytes(ThreadState ts, int least) {
        byte[] line = lineBytes(ts);
        if (line.length < least) {
            throw truncated();
        }
        return line;
    }

    private byte[] lineBytes(ThreadState ts) {
        for (int i = position; i < end; i++) {
            if (bytes[i] == '\n') {
                byte[] line = Arrays.copyOfRange(bytes, position, i);
                position = i + 1;
                return line;
            }
        }
        if (read == null) {
            throw truncated();
        }
        int left = Math.max(0, Math.min(end, readEnd) - position);
        byte[] kept = Arrays.copyOfRange(bytes, position, position + left);
        skipConsumed(ts);
        byte[] data = answer(ts, readLine, -1);
        byte[] line = Arrays.copyOf(kept, kept.length + data.length);
        System.arraycopy(data, 0, line, kept.length, data.length);
        set(new byte[0]);
        if (line.length == 0 || line[line.length - 1] != '\n') {
            throw truncated();
        }
        return Arrays.copyOf(line, line.length - 1);
    }
}
