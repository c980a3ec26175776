package org.krait.runtime.io;

import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.snapshot.HeapKinds;
import org.krait.snapshot.HeapRecord;
import org.krait.snapshot.HeapSink;

/**
 * The heap records of closed files, which {@code with open(…) as f} leaves in a module's namespace: they say what the
 * file was and can be used for nothing. An open one has no record.
 */
public final class ClosedStreams {
    private static final int FILE = HeapKinds.LIBRARY + 20;
    private static final int BUFFERED = HeapKinds.LIBRARY + 21;
    private static final int TEXT = HeapKinds.LIBRARY + 22;

    private ClosedStreams() {}

    /** Writes the record of a closed file of a native class; false for all other objects. */
    public static boolean write(PyObject o, HeapSink sink) {
        if (!isClosed(o)) {
            return false;
        }
        if (o instanceof PyFileIO f) {
            flag(sink, f.created);
            flag(sink, f.readable);
            flag(sink, f.writable);
            flag(sink, f.appending);
            flag(sink, f.closesDescriptor);
            sink.end(FILE, o);
        } else if (o instanceof PyBuffered b) {
            sink.ref(b.type);
            sink.ref(b.raw());
            flag(sink, b.readable);
            flag(sink, b.writable);
            sink.end(BUFFERED, o);
        } else if (o instanceof PyTextIOWrapper t) {
            sink.ref(t.buffer());
            sink.ref(t.encoding);
            sink.ref(t.errors);
            sink.ref(t.newline);
            flag(sink, t.lineBuffering);
            flag(sink, t.writeThrough);
            flag(sink, t.encodes);
            sink.number(t.decoding == null ? 0 : 1);
            sink.number(t.decoding == null || t.decoding.newlines == null ? 0 : t.decoding.newlines.seen);
            sink.end(TEXT, o);
        }
        return true;
    }

    private static void flag(HeapSink sink, boolean set) {
        sink.number(set ? 1 : 0);
    }

    private static boolean isClosed(PyObject o) {
        if (o instanceof PyFileIO f) {
            return f.isExact() && f.fd < 0;
        }
        if (o instanceof PyBuffered b) {
            return b.isExact() && b.rawOrNull() != null && isClosed(b.rawOrNull());
        }
        return o instanceof PyTextIOWrapper t && t.isExact() && t.encoding != null && t.nativeEncoding != null
                && t.hasBuffer() && isClosed(t.buffer());
    }

    /** Makes the stream of a record; null for a kind that is none of these. */
    public static PyObject make(HeapRecord r) {
        return switch (r.kind) {
            case FILE -> file(r);
            case BUFFERED -> new PyBuffered(type(r));
            case TEXT -> text(r);
            default -> null;
        };
    }

    private static PyFileIO file(HeapRecord r) {
        PyFileIO made = new PyFileIO(PyFileIO.TYPE);
        made.created = r.number(0) != 0;
        made.readable = r.number(1) != 0;
        made.writable = r.number(2) != 0;
        made.appending = r.number(3) != 0;
        made.closesDescriptor = r.number(4) != 0;
        return made;
    }

    private static PyType type(HeapRecord r) {
        PyType type = r.type(0);
        return type == PyBuffered.READER || type == PyBuffered.WRITER || type == PyBuffered.RANDOM ? type
                : r.wrong(0, "class of buffered streams");
    }

    private static PyTextIOWrapper text(HeapRecord r) {
        PyTextIOWrapper made = new PyTextIOWrapper(PyTextIOWrapper.TYPE);
        made.encoding = r.str(1);
        made.errors = r.str(2);
        made.newline = r.optional(3) == null ? null : r.str(3);
        made.nativeEncoding = NativeEncoding.of(made.encoding.toString());
        made.lineBuffering = r.number(0) != 0;
        made.writeThrough = r.number(1) != 0;
        made.encodes = r.number(2) != 0;
        if (made.nativeEncoding == null) {
            return r.wrong(1, "name of an encoding");
        }
        if (r.number(3) != 0) {
            NewlineTranslator newlines = null;
            if (made.newline == null || made.newline.length() == 0) {
                newlines = new NewlineTranslator(made.newline == null);
                newlines.seen = r.number(4, 0, 7);
            }
            made.setDecoding(new TextDecoding(
                    StreamDecoder.ofNative(made.nativeEncoding, made.errors.toString()), newlines));
        }
        return made;
    }

    /** Completes a stream that {@link #make} made. */
    public static void fill(PyObject made, HeapRecord r) {
        if (made instanceof PyBuffered b) {
            PyObject raw = r.object(1) instanceof PyFileIO file ? file : r.wrong(1, "file");
            b.start(raw, 0, r.number(0) != 0, r.number(1) != 0);
        } else if (made instanceof PyTextIOWrapper t) {
            t.setBuffer(r.object(0) instanceof PyBuffered b ? b : r.wrong(0, "buffered stream"));
        }
    }
}
