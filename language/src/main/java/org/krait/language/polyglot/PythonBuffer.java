package org.krait.language.polyglot;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.InvalidBufferOffsetException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyByteArray;
import org.krait.objects.PyBytes;
import org.krait.objects.PyObject;

/** bytes and bytearray as other languages see them: buffers of bytes, whose numbers may be read in any order. */
@ExportLibrary(InteropLibrary.class)
final class PythonBuffer extends PythonValue {
    PythonBuffer(KraitContext context, PyObject value) {
        super(context, value);
    }

    static boolean isBuffer(PyObject o) {
        return o instanceof PyBytes || o instanceof PyByteArray;
    }

    /** What is done with the memory, which nobody moves meanwhile. */
    private interface Access<T> {
        T of(ByteBuffer memory);
    }

    private <T> T access(long offset, int size, Access<T> access) throws InvalidBufferOffsetException {
        T result = context.run(ts -> {
            PyBuffer buffer = value.type.slots().buffer(ts, value, 0);
            try {
                if (offset < 0 || offset + size > buffer.length) {
                    return null;
                }
                return access.of(ByteBuffer.wrap(buffer.array, buffer.offset + (int) offset, size).slice());
            } finally {
                buffer.release();
            }
        });
        if (result == null) {
            throw InvalidBufferOffsetException.create(offset, size);
        }
        return result;
    }

    @ExportMessage
    boolean hasBufferElements() {
        return true;
    }

    @ExportMessage
    long getBufferSize() {
        return value instanceof PyBytes bytes ? bytes.value.length : ((PyByteArray) value).size();
    }

    @ExportMessage
    boolean isBufferWritable() {
        return value instanceof PyByteArray;
    }

    @ExportMessage
    @TruffleBoundary
    byte readBufferByte(long offset) throws InvalidBufferOffsetException {
        return access(offset, 1, memory -> memory.get(0));
    }

    @ExportMessage
    @TruffleBoundary
    void readBuffer(long offset, byte[] target, int targetOffset, int length) throws InvalidBufferOffsetException {
        access(offset, length, memory -> memory.get(0, target, targetOffset, length));
    }

    @ExportMessage
    @TruffleBoundary
    short readBufferShort(ByteOrder order, long offset) throws InvalidBufferOffsetException {
        return access(offset, 2, memory -> memory.order(order).getShort(0));
    }

    @ExportMessage
    @TruffleBoundary
    int readBufferInt(ByteOrder order, long offset) throws InvalidBufferOffsetException {
        return access(offset, 4, memory -> memory.order(order).getInt(0));
    }

    @ExportMessage
    @TruffleBoundary
    long readBufferLong(ByteOrder order, long offset) throws InvalidBufferOffsetException {
        return access(offset, 8, memory -> memory.order(order).getLong(0));
    }

    @ExportMessage
    @TruffleBoundary
    float readBufferFloat(ByteOrder order, long offset) throws InvalidBufferOffsetException {
        return access(offset, 4, memory -> memory.order(order).getFloat(0));
    }

    @ExportMessage
    @TruffleBoundary
    double readBufferDouble(ByteOrder order, long offset) throws InvalidBufferOffsetException {
        return access(offset, 8, memory -> memory.order(order).getDouble(0));
    }

    private void write(long offset, int size, Access<?> access) throws InvalidBufferOffsetException,
            UnsupportedMessageException {
        if (!isBufferWritable()) {
            throw UnsupportedMessageException.create();
        }
        access(offset, size, access);
    }

    @ExportMessage
    @TruffleBoundary
    void writeBufferByte(long offset, byte given) throws InvalidBufferOffsetException, UnsupportedMessageException {
        write(offset, 1, memory -> memory.put(0, given));
    }

    @ExportMessage
    @TruffleBoundary
    void writeBufferShort(ByteOrder order, long offset, short given) throws InvalidBufferOffsetException,
            UnsupportedMessageException {
        write(offset, 2, memory -> memory.order(order).putShort(0, given));
    }

    @ExportMessage
    @TruffleBoundary
    void writeBufferInt(ByteOrder order, long offset, int given) throws InvalidBufferOffsetException,
            UnsupportedMessageException {
        write(offset, 4, memory -> memory.order(order).putInt(0, given));
    }

    @ExportMessage
    @TruffleBoundary
    void writeBufferLong(ByteOrder order, long offset, long given) throws InvalidBufferOffsetException,
            UnsupportedMessageException {
        write(offset, 8, memory -> memory.order(order).putLong(0, given));
    }

    @ExportMessage
    @TruffleBoundary
    void writeBufferFloat(ByteOrder order, long offset, float given) throws InvalidBufferOffsetException,
            UnsupportedMessageException {
        write(offset, 4, memory -> memory.order(order).putFloat(0, given));
    }

    @ExportMessage
    @TruffleBoundary
    void writeBufferDouble(ByteOrder order, long offset, double given) throws InvalidBufferOffsetException,
            UnsupportedMessageException {
        write(offset, 8, memory -> memory.order(order).putDouble(0, given));
    }
}
