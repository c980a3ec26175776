package org.krait.runtime.io;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Configuration;
import org.krait.runtime.Warnings;
import org.krait.runtime.builtins.Protocol;
import org.krait.runtime.posix.Paths;

/** The module {@code _io}. */
@BuiltinModule(value = "_io", doc = "The io module provides the Python interfaces to stream handling. The\nbuiltin "
        + "open function is defined in this module.")
public final class IoModule {
    private IoModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        PyDict d = module.dict;
        PyObject open = (PyObject) ts.interp.natives.get(IoModule.class);
        if (open != null) {
            d.put("open", open);
        }
        d.put("DEFAULT_BUFFER_SIZE", PyInt.of(Io.DEFAULT_BUFFER_SIZE));
        d.put("UnsupportedOperation", Io.UNSUPPORTED_OPERATION);
        d.put("BlockingIOError", ExceptionTypes.BLOCKING_IO_ERROR);
        d.put("_IOBase", PyIOBase.TYPE);
        d.put("_RawIOBase", PyIOBase.RAW);
        d.put("_BufferedIOBase", PyIOBase.BUFFERED);
        d.put("_TextIOBase", PyIOBase.TEXT);
        d.put("FileIO", PyFileIO.TYPE);
        d.put("BytesIO", PyBytesIO.TYPE);
        d.put("StringIO", PyStringIO.TYPE);
        d.put("BufferedReader", PyBuffered.READER);
        d.put("BufferedWriter", PyBuffered.WRITER);
        d.put("BufferedRandom", PyBuffered.RANDOM);
        d.put("BufferedRWPair", PyBufferedRWPair.TYPE);
        d.put("TextIOWrapper", PyTextIOWrapper.TYPE);
        d.put("IncrementalNewlineDecoder", PyIncrementalNewlineDecoder.TYPE);
        d.put("_BytesIOBuffer", PyBytesIOBuffer.TYPE);
    }

    /** Puts {@code open} into builtins, before anything of the module itself is needed. */
    static void installOpen(ThreadState ts) {
        PyDict functions = new PyDict();
        new IoModuleTable().fill(functions, null);
        PyObject open = functions.get("open");
        ts.interp.natives.put(IoModule.class, open);
        ts.interp.builtins.put("open", open);
    }

    @Builtin(value = "open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True,"
            + " opener=None)", doc = "Open file and return a stream.  Raise OSError upon failure.\n\nfile is either a "
            + "text or byte string giving the name (and the path\nif the file isn't in the current working directory) "
            + "of the file to\nbe opened or an integer file descriptor of the file to be\nwrapped. (If a file "
            + "descriptor is given, it is closed when the\nreturned I/O object is closed, unless closefd is set to "
            + "False.)")
    static PyObject open(ThreadState ts, PyObject file, PyObject mode, int buffering, PyObject encoding,
            PyObject errors, PyObject newline, boolean closefd, PyObject opener) {
        PyObject target = Protocol.isNumber(file) ? file : Paths.fspath(ts, file);
        String text = string(mode, "mode", "r");
        string(encoding, "encoding", null);
        string(errors, "errors", null);
        string(newline, "newline", null);
        boolean binary = false;
        boolean asText = false;
        boolean plus = false;
        boolean reads = false;
        boolean creates = false;
        boolean writes = false;
        boolean appends = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case 'x' -> creates = true;
                case 'r' -> reads = true;
                case 'w' -> writes = true;
                case 'a' -> appends = true;
                case '+' -> plus = true;
                case 't' -> asText = true;
                case 'b' -> binary = true;
                default -> throw Errors.valueError("invalid mode: '" + text + "'");
            }
            if (text.indexOf(c, i + 1) >= 0) {
                throw Errors.valueError("invalid mode: '" + text + "'");
            }
        }
        int kinds = (creates ? 1 : 0) + (reads ? 1 : 0) + (writes ? 1 : 0) + (appends ? 1 : 0);
        check(asText && binary, "can't have text and binary mode at once");
        check(kinds != 1, "must have exactly one of create/read/write/append mode");
        check(binary && given(encoding), "binary mode doesn't take an encoding argument");
        check(binary && given(errors), "binary mode doesn't take an errors argument");
        check(binary && given(newline), "binary mode doesn't take a newline argument");
        if (binary && buffering == 1) {
            Warnings.warn(ts, ExceptionTypes.RUNTIME_WARNING, "line buffering (buffering=1) isn't supported in binary "
                    + "mode, the default buffer size will be used");
        }
        String rawMode = (creates ? "x" : reads ? "r" : writes ? "w" : "a") + (plus ? "+" : "");
        PyFileIO raw = new PyFileIO(PyFileIO.TYPE);
        try {
            FileIOMethods.init(ts, raw, target, rawMode, closefd, opener);
        } catch (PyException e) {
            Refs.drop(raw);
            throw e;
        }
        PyObject result = raw;
        try {
            int size = buffering;
            boolean lines = false;
            if (buffering == 1 || buffering < 0) {
                boolean terminal = buffering < 0
                        && org.krait.runtime.posix.Descriptors.of(ts).isTerminal(raw.fd);
                lines = buffering == 1 && !binary || terminal;
                size = raw.blockSize > 1 ? raw.blockSize : Io.DEFAULT_BUFFER_SIZE;
            }
            if (buffering < -1) {
                throw Errors.valueError("invalid buffering size");
            }
            if (size == 0) {
                check(!binary, "can't have unbuffered text I/O");
                return raw;
            }
            if (plus || !reads) {
                raw.awaitClosing(ts);
            }
            PyBuffered buffer;
            if (plus) {
                Io.checkSeekable(ts, raw);
                buffer = new PyBuffered(PyBuffered.RANDOM);
                buffer.start(raw, size, true, true);
            } else {
                buffer = new PyBuffered(reads ? PyBuffered.READER : PyBuffered.WRITER);
                buffer.start(raw, size, reads, !reads);
            }
            result = buffer;
            if (binary) {
                return buffer;
            }
            PyTextIOWrapper wrapper = new PyTextIOWrapper(PyTextIOWrapper.TYPE);
            result = wrapper;
            wrapper.setBuffer(buffer);
            TextIOWrapperMethods.init(ts, wrapper, buffer, encoding, errors, newline, lines, false);
            Attributes.set(ts, wrapper, "mode", mode == null ? PyStr.of("r") : mode);
            return wrapper;
        } catch (PyException e) {
            Calls.callMethod(ts, result, "close");
            Refs.drop(result);
            throw e;
        }
    }

    private static void check(boolean wrong, String message) {
        if (wrong) {
            throw Errors.valueError(message);
        }
    }

    private static boolean given(PyObject o) {
        return o != null && o != PySingleton.NONE;
    }

    private static String string(PyObject o, String name, String fallback) {
        if (o == null || o == PySingleton.NONE && fallback == null) {
            return fallback;
        }
        if (o instanceof PyStr s) {
            return s.toString();
        }
        throw Errors.typeError("open() argument '" + name + "' must be str" + (fallback == null ? " or None" : "")
                + ", not " + Arguments.shown(o));
    }

    @Builtin(value = "open_code(path)", doc = "Opens the provided file with the intent to import the contents.\n\nThis "
            + "may perform extra validation beyond open(), but is otherwise interchangeable\nwith calling open(path, "
            + "'rb').")
    static PyObject openCode(ThreadState ts, PyObject path) {
        if (!(path instanceof PyStr)) {
            throw Errors.typeError("open_code() argument 'path' must be str, not " + Arguments.shown(path));
        }
        return open(ts, path, PyStr.of("rb"), -1, null, null, null, true, null);
    }

    @Builtin(value = "text_encoding(encoding, stacklevel=2, /)", doc = "A helper function to choose the text encoding."
            + "\n\nWhen encoding is not None, this function returns it.\nOtherwise, this function returns the default "
            + "text encoding\n(i.e. \"locale\" or \"utf-8\" depends on UTF-8 mode).\n\nThis function emits an "
            + "EncodingWarning if encoding is None and\nsys.flags.warn_default_encoding is true.")
    static PyObject textEncoding(ThreadState ts, PyObject encoding, int stackLevel) {
        if (encoding != null && encoding != PySingleton.NONE) {
            return encoding;
        }
        Configuration configuration = (Configuration) ts.interp.natives.get(Configuration.class);
        if (configuration.warnDefaultEncoding) {
            Warnings.warn(ts, ExceptionTypes.ENCODING_WARNING, "'encoding' argument not specified", stackLevel);
        }
        return PyStr.of(configuration.utf8Mode ? "utf-8" : "locale");
    }

    /** The class that native code raises for what a stream cannot do. */
    public static PyType unsupportedOperation() {
        return Io.UNSUPPORTED_OPERATION;
    }
}
