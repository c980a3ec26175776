package org.krait.runtime.io;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.Mutations;
import org.krait.objects.PyBool;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Configuration;
import org.krait.runtime.Texts;
import org.krait.runtime.Warnings;
import org.krait.runtime.builtins.Codecs;
import org.krait.runtime.builtins.Protocol;
import org.krait.runtime.snapshot.Capture;

/** The methods of {@code io.TextIOWrapper}. */
@BuiltinType(
        base = TextIOBaseMethods.class,
        signature = "__init__",
        doc = "Character and line based layer over a BufferedIOBase object, "
        + "buffer.\n\nencoding gives the name of the encoding that the stream will be\ndecoded or encoded with. It "
        + "defaults to locale.getencoding().\n\nerrors determines the strictness of encoding and decoding (see\n"
        + "help(codecs.Codec) or the documentation for codecs.register) and\ndefaults to \"strict\".\n\nnewline "
        + "controls how line endings are handled. It can be None, '',\n'\\n', '\\r', and '\\r\\n'.  It works as "
        + "follows:\n\n* On input, if newline is None, universal newlines mode is\n  enabled. Lines in the input can "
        + "end in '\\n', '\\r', or '\\r\\n', and\n  these are translated into '\\n' before being returned to the\n  "
        + "caller. If it is '', universal newline mode is enabled, but line\n  endings are returned to the caller "
        + "untranslated. If it has any of\n  the other legal values, input lines are only terminated by the given\n  "
        + "string, and the line ending is returned to the caller untranslated.\n\n* On output, if newline is None, any "
        + "'\\n' characters written are\n  translated to the system default line separator, os.linesep. If\n  newline "
        + "is '' or '\\n', no translation takes place. If newline is any\n  of the other legal values, any '\\n' "
        + "characters written are translated\n  to the given string.\n\nIf line_buffering is True, a call to flush is "
        + "implied when a call to\nwrite contains a newline character.")
public final class TextIOWrapperMethods {
    private TextIOWrapperMethods() {}

    @Builtin("__new__(cls, /, *args, **kwargs)")
    static PyObject make(PyType cls, PyObject[] args, PyStr[] keywords) {
        return new PyTextIOWrapper(cls);
    }

    @Builtin("__init__(self, /, buffer, encoding=None, errors=None, newline=None, line_buffering=False,"
            + " write_through=False)")
    static void init(ThreadState ts, PyTextIOWrapper self, PyObject buffer, PyObject encoding, PyObject errors,
            PyObject newline, boolean lineBuffering, boolean writeThrough) {
        PyStr name = encoding(ts, encoding);
        PyStr handler = PyStr.of("strict");
        if (errors != null && errors != PySingleton.NONE) {
            if (!(errors instanceof PyStr s)) {
                throw Errors.typeError("TextIOWrapper() argument 'errors' must be str or None, not "
                        + errors.type.name());
            }
            handler = s;
        }
        PyStr lineEnd = newline(ts, newline, "TextIOWrapper() argument 'newline' must be str or None, not ");
        start(ts, self, buffer, name, handler, lineEnd, lineBuffering, writeThrough);
    }

    private static PyStr encoding(ThreadState ts, PyObject encoding) {
        if (encoding == null || encoding == PySingleton.NONE) {
            Configuration configuration = (Configuration) ts.interp.natives.get(Configuration.class);
            if (configuration.warnDefaultEncoding) {
                Warnings.warn(ts, ExceptionTypes.ENCODING_WARNING, "'encoding' argument not specified");
            }
            return PyStr.of(TextEncodings.ofLocale(ts));
        }
        if (!(encoding instanceof PyStr name)) {
            throw Errors.typeError("TextIOWrapper() argument 'encoding' must be str or None, not "
                    + encoding.type.name());
        }
        if (NewlineTranslator.indexOf(name, 0, 0) >= 0) {
            throw Errors.valueError("embedded null character");
        }
        // Names that are no text at all are refused as such.
        Codecs.encode(ts, name, "utf-8", "strict");
        return name.equalTo("locale") ? PyStr.of(TextEncodings.ofLocale(ts)) : name;
    }

    static PyStr newline(ThreadState ts, PyObject newline, String typeMessage) {
        if (newline == null || newline == PySingleton.NONE) {
            return null;
        }
        if (!(newline instanceof PyStr s)) {
            throw Errors.typeError(typeMessage + newline.type.name());
        }
        if (s.length() == 0 || s.equalTo("\n") || s.equalTo("\r") || s.equalTo("\r\n")) {
            return s;
        }
        throw Errors.valueError("illegal newline value: " + Texts.repr(ts, newline));
    }

    /** {@code __init__} after the checks. */
    static void start(ThreadState ts, PyTextIOWrapper self, PyObject buffer, PyStr encoding, PyStr errors,
            PyStr newline, boolean lineBuffering, boolean writeThrough) {
        self.lineBuffering = lineBuffering;
        self.writeThrough = writeThrough;
        self.newline = newline;
        self.encoding = encoding;
        self.errors = errors;
        self.forgetDecoded();
        self.chunkSize = 8192;
        boolean plain = buffer instanceof PyBuffered stream && stream.isExact();
        boolean readable = plain ? ((PyBuffered) buffer).readable : Io.ask(ts, buffer, "readable");
        boolean writable = plain ? ((PyBuffered) buffer).writable : Io.ask(ts, buffer, "writable");
        setCodec(ts, self, readable, writable);
        self.setBuffer(buffer);
        self.hasRead1 = plain || Io.has(ts, buffer, "read1");
        self.seekable = Io.ask(ts, buffer, "seekable");
        self.telling = self.seekable;
        if (self.seekable && self.encoder() != null) {
            PyObject position = Calls.callMethod(ts, buffer, "tell");
            if (Arguments.toIndex(ts, position).signum() != 0) {
                TextPositions.resetEncoder(ts, self, false);
            }
        }
    }

    /** Sets up a standard stream; whether it can seek is asked when it matters. */
    static void standard(ThreadState ts, PyTextIOWrapper self, PyObject buffer, PyStr encoding, PyStr errors,
            boolean lineBuffering, boolean writeThrough, boolean writes) {
        self.lineBuffering = lineBuffering;
        self.writeThrough = writeThrough;
        self.newline = PyStr.of("\n");
        self.encoding = encoding;
        self.errors = errors;
        setCodec(ts, self, !writes, writes);
        self.setBuffer(buffer);
        self.hasRead1 = !writes;
        self.seekabilityUnknown = true;
    }

    private static void setCodec(ThreadState ts, PyTextIOWrapper self, boolean readable, boolean writable) {
        self.nativeEncoding = NativeEncoding.of(self.encoding.toString());
        String errors = self.errors.toString();
        StreamDecoder decoder = null;
        self.encodes = writable;
        self.setEncoder(null);
        if (self.nativeEncoding == null) {
            PyObject info = TextEncodings.lookUp(ts, self.encoding, "codecs.open()");
            if (readable) {
                decoder = new StreamDecoder.Foreign(
                        TextEncodings.incremental(ts, info, "incrementaldecoder", self.errors));
            }
            if (writable) {
                self.setEncoder(TextEncodings.incremental(ts, info, "incrementalencoder", self.errors));
            }
        } else if (readable) {
            decoder = StreamDecoder.ofNative(self.nativeEncoding, errors);
        }
        boolean universal = self.newline == null || self.newline.length() == 0;
        self.setDecoding(decoder == null ? null
                : new TextDecoding(decoder, universal ? new NewlineTranslator(self.newline == null) : null));
    }

    @Builtin(value = "reconfigure(self, /, *, encoding=None, errors=None, newline=Ellipsis, line_buffering=None, "
            + "write_through=None)", doc = "Reconfigure the text stream with new parameters.\n\nThis also does an "
            + "implicit stream flush.")
    static void reconfigure(ThreadState ts, PyTextIOWrapper self, PyObject encoding, PyObject errors,
            PyObject newline, PyObject lineBuffering, PyObject writeThrough) {
        self.buffer();
        boolean newEncoding = encoding != null && encoding != PySingleton.NONE;
        boolean newErrors = errors != null && errors != PySingleton.NONE;
        boolean newNewline = newline != null && newline != PySingleton.ELLIPSIS;
        if (self.decoding != null && (self.snapshot != null || self.decoded.length() > 0)
                && (newEncoding || newErrors || newNewline)) {
            throw Io.unsupported(
                    "It is not possible to set the encoding or newline of stream after the first read");
        }
        if (newEncoding && !(encoding instanceof PyStr)) {
            throw Errors.typeError("reconfigure() argument 'encoding' must be str or None, not "
                    + encoding.type.name());
        }
        if (newErrors && !(errors instanceof PyStr)) {
            throw Errors.typeError("reconfigure() argument 'errors' must be str or None, not " + errors.type.name());
        }
        PyStr lineEnd = newNewline
                ? newline(ts, newline, "reconfigure() argument 'newline' must be str or None, not ") : self.newline;
        boolean lines = lineBuffering == null || lineBuffering == PySingleton.NONE
                ? self.lineBuffering : Protocol.truth(ts, lineBuffering);
        boolean through = writeThrough == null || writeThrough == PySingleton.NONE
                ? self.writeThrough : Protocol.truth(ts, writeThrough);
        Calls.callMethod(ts, self, "flush");
        self.lineBuffering = lines;
        self.writeThrough = through;
        if (newEncoding || newErrors || newNewline) {
            self.newline = lineEnd;
            if (newErrors) {
                self.errors = (PyStr) errors;
            } else if (newEncoding) {
                self.errors = PyStr.of("strict");
            }
            if (newEncoding) {
                self.encoding = Io.is(encoding, "locale") ? PyStr.of(TextEncodings.ofLocale(ts)) : (PyStr) encoding;
            }
            setCodec(ts, self, self.decoding != null, self.encodes);
        }
    }

    @Builtin(value = "detach(self, /)", doc = "Separate the underlying buffer from the TextIOBase and return it.")
    static PyObject detach(ThreadState ts, PyTextIOWrapper self) {
        self.buffer();
        Calls.callMethod(ts, self, "flush");
        return self.detach();
    }

    @Builtin(value = "write(self, text, /)", doc = "Write string s to stream.\n\nReturn the number of characters "
            + "written\n(which is always equal to the length of the string).")
    static int write(ThreadState ts, PyTextIOWrapper self, PyObject text) {
        if (!(text instanceof PyStr s)) {
            throw Errors.typeError("write() argument must be str, not " + Arguments.shown(text));
        }
        self.buffer();
        Io.checkClosed(ts, self);
        if (!self.encodes) {
            throw Io.unsupported("not writable");
        }
        if (Mutations.WATCHED && self.buffer() instanceof PyBuffered b) {
            b.tellWriting();
        }
        self.write(ts, s);
        return s.length();
    }

    @Builtin(value = "read(self, size=-1, /)", doc = "Read at most size characters from stream.")
    static PyObject read(ThreadState ts, PyTextIOWrapper self, PyObject size) {
        long n = Io.size(ts, size);
        self.buffer();
        Io.checkClosed(ts, self);
        if (self.decoding == null) {
            throw Io.unsupported("not readable");
        }
        self.writePending(ts);
        return n < 0 ? self.readAll(ts) : self.read(ts, (int) Math.min(n, Integer.MAX_VALUE));
    }

    @Builtin(value = "readline(self, size=-1, /)", doc = "Read until newline or EOF.")
    static PyObject readLine(ThreadState ts, PyTextIOWrapper self, long size) {
        self.buffer();
        Io.checkClosed(ts, self);
        self.writePending(ts);
        return self.readLine(ts, size);
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyTextIOWrapper self) {
        self.buffer();
        self.telling = false;
        PyObject line;
        if (self.isExact()) {
            line = readLine(ts, self, -1);
        } else {
            line = Calls.callMethod(ts, self, "readline");
            if (!(line instanceof PyStr)) {
                throw Errors.of(ExceptionTypes.OS_ERROR,
                        "readline() should have returned a str object, not '" + line.type.name() + "'");
            }
        }
        if (((PyStr) line).length() == 0) {
            self.snapshot = null;
            self.telling = self.seekable;
            return null;
        }
        return line;
    }

    @Builtin(value = "flush(self, /)", doc = "Flush write buffers, if applicable.")
    static PyObject flush(ThreadState ts, PyTextIOWrapper self) {
        self.buffer();
        Io.checkClosed(ts, self);
        self.telling = self.seekable;
        self.writePending(ts);
        return Calls.callMethod(ts, self.buffer(), "flush");
    }

    @Builtin(value = "close(self, /)", doc = "Flush and close the IO object.")
    static void close(ThreadState ts, PyTextIOWrapper self) {
        PyObject buffer = self.buffer();
        if (Io.isClosed(ts, self)) {
            return;
        }
        if (self.finalizing) {
            if (buffer instanceof PyIOBase stream) {
                stream.warnUnclosed(ts, self);
            } else {
                Calls.callMethod(ts, buffer, "_dealloc_warn", self);
            }
        }
        PyException first = null;
        try {
            Calls.callMethod(ts, self, "flush");
        } catch (PyException e) {
            first = e;
        }
        IOBaseMethods.closeAfter(ts, buffer, first);
    }

    @Builtin(value = "fileno(self, /)", doc = "Return underlying file descriptor if one exists.")
    static PyObject fileno(ThreadState ts, PyTextIOWrapper self) {
        return Calls.callMethod(ts, self.buffer(), "fileno");
    }

    @Builtin(value = "seekable(self, /)", doc = "Return whether object supports random access.")
    static PyObject seekable(ThreadState ts, PyTextIOWrapper self) {
        return Calls.callMethod(ts, self.buffer(), "seekable");
    }

    @Builtin(value = "readable(self, /)", doc = "Return whether object was opened for reading.")
    static PyObject readable(ThreadState ts, PyTextIOWrapper self) {
        return Calls.callMethod(ts, self.buffer(), "readable");
    }

    @Builtin(value = "writable(self, /)", doc = "Return whether object was opened for writing.")
    static PyObject writable(ThreadState ts, PyTextIOWrapper self) {
        return Calls.callMethod(ts, self.buffer(), "writable");
    }

    @Builtin(value = "isatty(self, /)", doc = "Return whether this is an 'interactive' stream.")
    static PyObject isatty(ThreadState ts, PyTextIOWrapper self) {
        return Calls.callMethod(ts, self.buffer(), "isatty");
    }

    @Builtin(value = "seek(self, cookie, whence=0, /)", doc = "Change the stream position to the given byte offset.")
    static PyObject seek(ThreadState ts, PyTextIOWrapper self, PyObject cookie, int whence) {
        return TextPositions.seek(ts, self, cookie, whence);
    }

    @Builtin(value = "tell(self, /)", doc = "Return current stream position.")
    static PyObject tell(ThreadState ts, PyTextIOWrapper self) {
        return TextPositions.tell(ts, self);
    }

    @Builtin(value = "truncate(self, pos=None, /)", doc = "Truncate file to size bytes.")
    static PyObject truncate(ThreadState ts, PyTextIOWrapper self, PyObject pos) {
        self.buffer();
        Calls.callMethod(ts, self, "flush");
        return Calls.callMethod(ts, self.buffer(), "truncate", pos == null ? PySingleton.NONE : pos);
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(ThreadState ts, PyTextIOWrapper self) {
        if (self.encoding == null) {
            throw Errors.valueError("I/O operation on uninitialized object");
        }
        if (Protocol.enterRepr(ts, self)) {
            throw Errors.runtimeError("reentrant call inside " + self.type.name() + ".__repr__");
        }
        try {
            PyStr text = PyStr.of("<_io.TextIOWrapper");
            text = text.concat(part(ts, self, "name")).concat(part(ts, self, "mode"));
            return text.concat(PyStr.of(" encoding=")).concat(Texts.repr(ts, self.encoding)).concat(PyStr.of(">"));
        } finally {
            Protocol.leaveRepr(ts);
        }
    }

    private static PyStr part(ThreadState ts, PyObject self, String name) {
        PyObject value = null;
        try {
            value = Attributes.lookup(ts, self, name);
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.VALUE_ERROR)) {
                throw e;
            }
            e.swallow();
        }
        return value == null ? PyStr.EMPTY : PyStr.of(" " + name + "=").concat(Texts.repr(ts, value));
    }

    @Builtin("__getstate__(self, /)")
    static PyObject getState(PyTextIOWrapper self) {
        throw Errors.typeError("cannot pickle '" + self.type.name() + "' object");
    }

    @Attribute(value = "encoding", member = true)
    static PyObject encoding(PyTextIOWrapper self) {
        return told(self, "encoding", self.encoding == null ? PySingleton.NONE : self.encoding);
    }

    /** Who captures a heap hears what a module was told. */
    private static PyObject told(PyTextIOWrapper self, String attribute, PyObject value) {
        if (Mutations.WATCHED) {
            Capture.asksOfStream(self, attribute, value);
        }
        return value;
    }

    @Attribute(value = "buffer", member = true)
    static PyObject buffer(PyTextIOWrapper self) {
        return self.buffer();
    }

    @Attribute(value = "line_buffering", member = true)
    static PyObject lineBuffering(PyTextIOWrapper self) {
        return told(self, "line_buffering", PyBool.of(self.lineBuffering));
    }

    @Attribute(value = "write_through", member = true)
    static PyObject writeThrough(PyTextIOWrapper self) {
        return told(self, "write_through", PyBool.of(self.writeThrough));
    }

    @Attribute(value = "_finalizing", member = true)
    static boolean finalizing(PyTextIOWrapper self) {
        return self.finalizing;
    }

    @Attribute(value = "_finalizing", member = true, setter = true)
    static void setFinalizing(ThreadState ts, PyTextIOWrapper self, PyObject value) {
        self.finalizing = Arguments.toBoolean(ts, value);
    }

    @Attribute("name")
    static PyObject name(ThreadState ts, PyTextIOWrapper self) {
        return Attributes.get(ts, self.buffer(), "name");
    }

    @Attribute("closed")
    static PyObject closed(ThreadState ts, PyTextIOWrapper self) {
        return PyBool.of(Io.isClosed(ts, self.buffer()));
    }

    @Attribute("newlines")
    static PyObject newlines(PyTextIOWrapper self) {
        self.buffer();
        return self.decoding == null ? PySingleton.NONE : self.decoding.newlines();
    }

    @Attribute("errors")
    static PyObject errors(PyTextIOWrapper self) {
        return told(self, "errors", self.errors == null ? PySingleton.NONE : self.errors);
    }

    @Attribute("_CHUNK_SIZE")
    static int chunkSize(PyTextIOWrapper self) {
        self.buffer();
        return self.chunkSize;
    }

    @Attribute(value = "_CHUNK_SIZE", setter = true)
    static void setChunkSize(ThreadState ts, PyTextIOWrapper self, PyObject value) {
        self.buffer();
        if (value == null) {
            throw Errors.attributeError("cannot delete attribute");
        }
        int n = Arguments.toInt(ts, value);
        if (n <= 0) {
            throw Errors.valueError("a strictly positive integer is required");
        }
        self.chunkSize = n;
    }
}
