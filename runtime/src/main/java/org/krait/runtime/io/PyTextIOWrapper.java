package org.krait.runtime.io;

import java.util.Arrays;
import org.krait.objects.Errors;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyBytes;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Calls;
import org.krait.runtime.builtins.Codecs;

/** An {@code io.TextIOWrapper}: text over a buffered stream of bytes. */
public final class PyTextIOWrapper extends PyIOBase {
    public static final PyType TYPE = builtin("_io.TextIOWrapper", TEXT, new TextIOWrapperMethodsTable());

    /** The state before a chunk, and the bytes read since: what {@code tell} starts from. */
    record Snapshot(long flags, byte[] input) {}

    /** The stream of bytes; null before {@code __init__} and after {@code detach}. Counted. */
    private PyObject buffer;
    private boolean detached;
    PyStr encoding;
    PyStr errors;
    NativeEncoding nativeEncoding;
    /** The incremental encoder of a foreign encoding; counted. */
    private PyObject encoder;
    TextDecoding decoding;
    boolean encodes;
    /** {@code newline} as given; null for None. */
    PyStr newline;
    boolean lineBuffering;
    boolean writeThrough;
    boolean seekable;
    boolean telling;
    /** {@link #seekable} is to be found out: a standard stream that nobody positioned yet. */
    boolean seekabilityUnknown;
    boolean hasRead1;
    int chunkSize = 8192;
    PyStr decoded = PyStr.EMPTY;
    int used;
    Snapshot snapshot;
    private byte[] pending = {};
    private int pendingCount;
    private double bytesPerCharacter;

    PyTextIOWrapper(PyType type) {
        super(type);
    }

    void setBuffer(PyObject stream) {
        Refs.xincRef(stream);
        Refs.xdecRef(buffer);
        buffer = stream;
        detached = false;
    }

    boolean hasBuffer() {
        return buffer != null;
    }

    PyObject buffer() {
        if (buffer == null) {
            throw Errors.valueError(detached ? "underlying buffer has been detached"
                    : "I/O operation on uninitialized object");
        }
        return buffer;
    }

    PyObject detach() {
        PyObject stream = buffer();
        buffer = null;
        detached = true;
        Refs.release(stream);
        return stream;
    }

    void setEncoder(PyObject made) {
        Refs.xincRef(made);
        Refs.xdecRef(encoder);
        encoder = made;
    }

    PyObject encoder() {
        return encoder;
    }

    void setDecoding(TextDecoding made) {
        TextDecoding old = decoding;
        decoding = made;
        if (old != null) {
            Refs.xdecRef(old.decoder.object());
        }
    }

    /** Whether the buffer can seek. */
    boolean isSeekable(ThreadState ts) {
        if (seekabilityUnknown) {
            seekabilityUnknown = false;
            seekable = Io.ask(ts, buffer(), "seekable");
            telling = seekable;
        }
        return seekable;
    }

    @Override
    boolean isClosed(ThreadState ts) {
        return Io.isClosed(ts, buffer());
    }

    // Writing.

    /** True when every line feed becomes something else on the way out. */
    private boolean translatesWrites() {
        return newline != null && newline.length() > 0 && !newline.equalTo("\n");
    }

    void write(ThreadState ts, PyStr given) {
        PyStr text = given;
        boolean lineFeed = (lineBuffering || translatesWrites()) && NewlineTranslator.indexOf(text, '\n', 0) >= 0;
        if (lineFeed && translatesWrites()) {
            PyStrBuilder out = new PyStrBuilder(text.length() + 16);
            for (int i = 0; i < text.length(); i++) {
                if (text.at(i) == '\n') {
                    out.append(newline);
                } else {
                    out.append(text.at(i));
                }
            }
            text = out.toPyStr();
        }
        boolean flushes = lineBuffering && (lineFeed || NewlineTranslator.indexOf(text, '\r', 0) >= 0);
        byte[] bytes = encode(ts, text);
        if (pendingCount > 0 && pendingCount + bytes.length > chunkSize) {
            writePending(ts);
        }
        append(bytes);
        if (pendingCount >= chunkSize || flushes || writeThrough) {
            writePending(ts);
        }
        if (flushes) {
            Calls.callMethod(ts, buffer(), "flush");
        }
        forgetDecoded();
        if (decoding != null) {
            decoding.reset(ts);
        }
    }

    void forgetDecoded() {
        decoded = PyStr.EMPTY;
        used = 0;
        snapshot = null;
    }

    private byte[] encode(ThreadState ts, PyStr text) {
        PyObject bytes = encoder != null
                ? TextEncodings.encode(ts, encoder, text)
                : nativeEncoding != NativeEncoding.ASCII && text.isAscii()
                ? new PyBytes(text.latin1)
                : Codecs.encode(ts, text, nativeEncoding.text, errors.toString());
        if (!(bytes instanceof PyBytes b)) {
            throw Errors.typeError("encoder should return a bytes object, not '" + bytes.type.name() + "'");
        }
        return b.value;
    }

    private void append(byte[] bytes) {
        int n = pendingCount + bytes.length;
        if (pending.length < n) {
            pending = Arrays.copyOf(pending, Math.max(n, Math.min(chunkSize, pending.length * 2)));
        }
        System.arraycopy(bytes, 0, pending, pendingCount, bytes.length);
        pendingCount = n;
    }

    /** Gives the encoded text to the buffer. */
    void writePending(ThreadState ts) {
        if (pendingCount == 0) {
            return;
        }
        PyBytes bytes = new PyBytes(Arrays.copyOf(pending, pendingCount));
        pendingCount = 0;
        PyObject target = buffer();
        if (target instanceof PyBuffered stream && stream.isExact()) {
            Buffering.write(ts, stream, bytes);
        } else {
            Refs.drop(Calls.callMethod(ts, target, "write", bytes));
        }
    }

    // Reading.

    /** The bytes of what the buffer's {@code read} or {@code read1} returned. */
    private byte[] input(ThreadState ts, PyObject result, String function) {
        if (result instanceof PyBytes bytes) {
            return bytes.value;
        }
        try {
            PyBuffer view = result.type.slots().buffer(ts, result, 0);
            if (view == null) {
                throw Errors.typeError("underlying " + function + "() should have returned a bytes-like object, not '"
                        + result.type.name() + "'");
            }
            byte[] bytes = view.toByteArray();
            view.release();
            return bytes;
        } finally {
            Refs.drop(result);
        }
    }

    /** Decodes the next chunk; false at the end. */
    boolean readChunk(ThreadState ts, int hint) {
        if (decoding == null) {
            throw Io.unsupported("not readable");
        }
        isSeekable(ts);
        StreamDecoder.State before = telling ? decoding.state(ts) : null;
        int size = chunkSize;
        if (hint > 0) {
            size = Math.max(size, (int) Math.min(1 << 30, Math.max(bytesPerCharacter, 1) * hint));
        }
        String function = hasRead1 ? "read1" : "read";
        PyObject source = buffer();
        byte[] bytes = source instanceof PyBuffered stream && stream.isExact() && stream.readable
                ? ((PyBytes) Buffering.read1(ts, stream, size)).value
                : input(ts, Calls.callMethod(ts, source, function, PyInt.of(size)), function);
        boolean end = bytes.length == 0;
        decoded = decoding.decode(ts, bytes, 0, bytes.length, end);
        used = 0;
        int n = decoded.length();
        bytesPerCharacter = n > 0 ? (double) bytes.length / n : 0;
        if (before != null) {
            byte[] joined = Arrays.copyOf(before.bytes(), before.bytes().length + bytes.length);
            System.arraycopy(bytes, 0, joined, before.bytes().length, bytes.length);
            snapshot = new Snapshot(before.flags(), joined);
        }
        return !end || n > 0;
    }

    private PyStr take(int count) {
        int n = Math.min(count, decoded.length() - used);
        PyStr part = decoded.substring(used, used + n);
        used += n;
        return part;
    }

    PyStr readAll(ThreadState ts) {
        Io.tellInput(this);
        PyObject result = Calls.callMethod(ts, buffer(), "read");
        if (result == PySingleton.NONE) {
            // A stream that does not block and has nothing.
            return take(Integer.MAX_VALUE);
        }
        byte[] bytes = input(ts, result, "read");
        PyStr rest = decoding.decode(ts, bytes, 0, bytes.length, true);
        PyStr all = take(Integer.MAX_VALUE).concat(rest);
        forgetDecoded();
        return all;
    }

    PyStr read(ThreadState ts, int count) {
        Io.tellInput(this);
        PyStr first = take(count);
        int left = count - first.length();
        if (left == 0) {
            return first;
        }
        PyStrBuilder all = new PyStrBuilder().append(first);
        while (left > 0 && readChunk(ts, left)) {
            PyStr part = take(left);
            all.append(part);
            left -= part.length();
        }
        return all.toPyStr();
    }

    /** A line with its end; {@code limit} negative for none. */
    PyStr readLine(ThreadState ts, long limit) {
        Io.tellInput(this);
        PyStrBuilder pieces = null;
        PyStr carried = PyStr.EMPTY;
        while (true) {
            while (used >= decoded.length()) {
                if (!readChunk(ts, 0)) {
                    forgetDecoded();
                    PyStr last = pieces == null ? carried : pieces.append(carried).toPyStr();
                    return last;
                }
            }
            PyStr text = carried.length() == 0 ? decoded : carried.concat(decoded.substring(used, decoded.length()));
            int start = carried.length() == 0 ? used : 0;
            int shift = carried.length() == 0 ? 0 : carried.length() - used;
            int done = pieces == null ? 0 : pieces.length();
            int end = lineEnd(text, start);
            boolean found = end >= 0;
            int stop = found ? end : text.length();
            if (limit >= 0 && stop - start >= limit - done) {
                stop = start + (int) (limit - done);
                found = true;
            }
            if (found) {
                used = stop - shift;
                PyStr last = text.substring(start, stop);
                return pieces == null ? last : pieces.append(last).toPyStr();
            }
            // The first half of a two-character line end stays for the next chunk.
            int kept = newline != null && newline.length() == 2 && text.at(stop - 1) == newline.at(0) ? 1 : 0;
            if (pieces == null) {
                pieces = new PyStrBuilder();
            }
            pieces.append(text, start, stop - kept);
            carried = kept == 0 ? PyStr.EMPTY : text.substring(stop - 1, stop);
            used = decoded.length();
        }
    }

    /** The index after the first line end from {@code start}; -1 when there is none. */
    private int lineEnd(PyStr text, int start) {
        if (newline == null || newline.equalTo("\n")) {
            int at = NewlineTranslator.indexOf(text, '\n', start);
            return at < 0 ? -1 : at + 1;
        }
        int n = text.length();
        if (newline.length() == 0) {
            for (int i = start; i < n; i++) {
                int c = text.at(i);
                if (c == '\n') {
                    return i + 1;
                }
                if (c == '\r') {
                    return i + 1 < n && text.at(i + 1) == '\n' ? i + 2 : i + 1;
                }
            }
            return -1;
        }
        for (int i = start; i < n; i++) {
            if (text.at(i) == newline.at(0)
                    && (newline.length() == 1 || i + 1 < n && text.at(i + 1) == newline.at(1))) {
                return i + newline.length();
            }
        }
        return -1;
    }

    @Override
    void warnUnclosed(ThreadState ts, PyObject source) {
        if (buffer instanceof PyIOBase stream) {
            stream.warnUnclosed(ts, source);
        }
    }

    @Override
    protected void dropReferents() {
        Refs.xdecRef(buffer);
        Refs.xdecRef(encoder);
        if (decoding != null) {
            Refs.xdecRef(decoding.decoder.object());
        }
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        if (buffer != null) {
            visitor.visit(buffer);
        }
        if (encoder != null) {
            visitor.visit(encoder);
        }
        if (decoding != null && decoding.decoder.object() != null) {
            visitor.visit(decoding.decoder.object());
        }
    }
}
