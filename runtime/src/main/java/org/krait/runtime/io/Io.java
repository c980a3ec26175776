package org.krait.runtime.io;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.Mutations;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyMemoryView;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.OsErrors;
import org.krait.runtime.builtins.Protocol;
import org.krait.runtime.snapshot.Capture;

/** What all streams have in common: errors, arguments, calls of stream methods. */
final class Io {
    static final int DEFAULT_BUFFER_SIZE = 8192;

    static final PyType UNSUPPORTED_OPERATION = unsupportedOperation();

    private Io() {}

    private static PyType unsupportedOperation() {
        PyType type = PyType.builtinWithBases("UnsupportedOperation", PyType.BASE | PyType.MUTABLE | PyType.HAS_DICT
                | PyType.HAS_WEAKREF, ExceptionTypes.OS_ERROR, ExceptionTypes.VALUE_ERROR);
        type.builtinModule = "io";
        return type;
    }

    /** Tells who captures a heap that a stream is read, if that is the standard input's. */
    static void tellInput(PyObject stream) {
        if (Mutations.WATCHED && isOfInput(stream)) {
            Capture.asksInVain("reads the standard input", "sys.stdin");
        }
    }

    private static boolean isOfInput(PyObject stream) {
        PyObject file = stream instanceof PyTextIOWrapper text && text.hasBuffer() ? text.buffer() : stream;
        file = file instanceof PyBuffered buffered ? buffered.rawOrNull() : file;
        return file instanceof PyFileIO f && f.fd == 0;
    }

    static PyException unsupported(String message) {
        return Errors.of(UNSUPPORTED_OPERATION, message);
    }

    static PyException closedFile() {
        return Errors.valueError("I/O operation on closed file.");
    }

    /** BlockingIOError of an incomplete write. */
    static PyException wouldBlock(String message, long written) {
        PyException e = Errors.withArgs(ExceptionTypes.BLOCKING_IO_ERROR, PyInt.of(OsErrors.EAGAIN), PyStr.of(message),
                PyInt.of(written));
        e.value.setExtra(0, PyInt.of(OsErrors.EAGAIN));
        e.value.setExtra(1, PyStr.of(message));
        e.value.setExtra(4, PyInt.of(written));
        return e;
    }

    /** {@code o.closed} as a truth value. */
    static boolean isClosed(ThreadState ts, PyObject o) {
        if (o instanceof PyIOBase stream && stream.isExact()) {
            return stream.isClosed(ts);
        }
        return Protocol.truth(ts, Attributes.get(ts, o, "closed"));
    }

    /** ValueError when {@code o.closed}. */
    static void checkClosed(ThreadState ts, PyObject o) {
        if (isClosed(ts, o)) {
            throw closedFile();
        }
    }

    /** Whether an object has an attribute. */
    static boolean has(ThreadState ts, PyObject o, String name) {
        PyObject value = Attributes.lookup(ts, o, name);
        Refs.xdrop(value);
        return value != null;
    }

    /** {@code o.name()} as a truth value. */
    static boolean ask(ThreadState ts, PyObject o, String name) {
        return Protocol.truth(ts, Calls.callMethod(ts, o, name));
    }

    static void checkReadable(ThreadState ts, PyObject o) {
        if (!ask(ts, o, "readable")) {
            throw unsupported("File or stream is not readable.");
        }
    }

    static void checkWritable(ThreadState ts, PyObject o) {
        if (!ask(ts, o, "writable")) {
            throw unsupported("File or stream is not writable.");
        }
    }

    static void checkSeekable(ThreadState ts, PyObject o) {
        if (!ask(ts, o, "seekable")) {
            throw unsupported("File or stream is not seekable.");
        }
    }

    /** A view of a bytes-like argument that is only read. */
    static PyBuffer readable(ThreadState ts, PyObject o) {
        PyBuffer buffer = o.type.slots().buffer(ts, o, 0);
        if (buffer == null) {
            throw Errors.typeError("a bytes-like object is required, not '" + o.type.name() + "'");
        }
        return buffer;
    }

    /** A view of a bytes-like argument that is written. */
    static PyBuffer writable(ThreadState ts, PyObject o, String function) {
        PyBuffer buffer = null;
        try {
            buffer = o.type.slots().buffer(ts, o, PyBuffer.WRITABLE);
        } catch (PyException e) {
            e.swallowKeeping(o);
        }
        if (buffer == null || buffer.readOnly) {
            throw Errors.typeError(function + "() argument must be read-write bytes-like object, not "
                    + Arguments.shown(o));
        }
        return buffer;
    }

    /** A size argument: None and null are -1. */
    static long size(ThreadState ts, PyObject o) {
        if (o == null || o == PySingleton.NONE) {
            return -1;
        }
        if (!Protocol.isIndex(o)) {
            throw Errors.typeError("argument should be integer or None, not '" + o.type.name() + "'");
        }
        PyInt i = Arguments.toIndex(ts, o);
        if (!i.fitsLong()) {
            throw Errors.overflowError("cannot fit 'int' into an index-sized integer");
        }
        return i.value;
    }

    /** A view over the whole of a bytes-like object, as raw streams are given. */
    static PyObject view(ThreadState ts, PyObject bytes) {
        return Calls.call(ts, PyMemoryView.TYPE, bytes);
    }

    static boolean is(PyObject o, String ascii) {
        return o instanceof PyStr s && s.equalTo(ascii);
    }
}
