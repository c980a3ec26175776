package org.krait.runtime.pickle;

import java.util.Arrays;
import org.krait.objects.PyBytes;
import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;
import org.krait.runtime.Calls;

/** The bytes of a pickle, in frames from protocol 4 on (PEP 3154). */
final class PickleOutput {
    private static final int FRAME_HEADER = 9;
    private static final int LEAST_FRAME = 4;
    private static final int FRAME_TARGET = 64 * 1024;

    private byte[] bytes = new byte[64];
    private int size;
    private boolean framing;
    /** Where the header of the open frame is; -1 when none is open. */
    private int frame = -1;
    /** {@code file.write}; null to keep everything. */
    private final PyObject write;

    PickleOutput(PyObject write) {
        this.write = write;
    }

    void clear() {
        size = 0;
        framing = false;
        frame = -1;
    }

    void startFraming() {
        framing = true;
    }

    private void reserve(int count) {
        if (size > Integer.MAX_VALUE - 16 - count) {
            throw org.krait.objects.Errors.memoryError();
        }
        if (size + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(size + count, size * 2L)));
        }
    }

    private void open(int count) {
        if (framing && frame < 0) {
            reserve(FRAME_HEADER + count);
            frame = size;
            size += FRAME_HEADER;
        } else {
            reserve(count);
        }
    }

    void op(int opcode) {
        open(1);
        bytes[size++] = (byte) opcode;
    }

    /** An opcode with a little-endian number of {@code width} bytes. */
    void op(int opcode, long number, int width) {
        open(1 + width);
        bytes[size++] = (byte) opcode;
        little(number, width);
    }

    private void little(long number, int width) {
        for (int i = 0; i < width; i++) {
            bytes[size++] = (byte) (number >> 8 * i);
        }
    }

    /** An opcode with a double, big-endian. */
    void op(int opcode, double value) {
        open(9);
        bytes[size++] = (byte) opcode;
        long bits = Double.doubleToLongBits(value);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (bits >> shift);
        }
    }

    void bytes(byte[] data) {
        open(data.length);
        System.arraycopy(data, 0, bytes, size, data.length);
        size += data.length;
    }

    void ascii(String text) {
        open(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[size++] = (byte) text.charAt(i);
        }
    }

    /** An opcode with the length of what follows and that; long data stay out of frames. */
    void counted(ThreadState ts, int opcode, int width, byte[] data, PyObject payload) {
        if (!framing || data.length < FRAME_TARGET) {
            op(opcode, data.length, width);
            bytes(data);
            return;
        }
        closeFrame();
        framing = false;
        try {
            op(opcode, data.length, width);
            if (write == null) {
                bytes(data);
            } else {
                flush(ts);
                Calls.call(ts, write, payload == null ? new PyBytes(data) : payload);
            }
        } finally {
            framing = true;
        }
    }

    /** Between two objects: a frame that is long enough ends. */
    void boundary(ThreadState ts) {
        if (framing && frame >= 0 && size - frame - FRAME_HEADER >= FRAME_TARGET) {
            closeFrame();
            if (write != null) {
                flush(ts);
            }
        }
    }

    private void closeFrame() {
        if (!framing || frame < 0) {
            return;
        }
        int length = size - frame - FRAME_HEADER;
        if (length >= LEAST_FRAME) {
            int end = size;
            size = frame;
            bytes[size++] = (byte) Ops.FRAME;
            little(length, 8);
            size = end;
        } else {
            System.arraycopy(bytes, frame + FRAME_HEADER, bytes, frame, length);
            size -= FRAME_HEADER;
        }
        frame = -1;
    }

    private void flush(ThreadState ts) {
        PyBytes all = new PyBytes(Arrays.copyOf(bytes, size));
        size = 0;
        Calls.call(ts, write, all);
    }

    /** Ends the pickle: what is left goes to the file, or is the result. */
    PyBytes finish(ThreadState ts) {
        closeFrame();
        framing = false;
        if (write != null) {
            flush(ts);
            return null;
        }
        return new PyBytes(Arrays.copyOf(bytes, size));
    }
}
