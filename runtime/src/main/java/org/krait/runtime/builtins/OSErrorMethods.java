package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.OsErrors;
import org.krait.runtime.Texts;

/** The methods of {@code OSError}. */
@BuiltinType(base = BaseExceptionMethods.class, doc = "Base class for I/O related errors.")
public final class OSErrorMethods {
    private static final int ERRNO = 0;
    private static final int STRERROR = 1;
    private static final int FILENAME = 2;
    private static final int FILENAME2 = 3;
    private static final int WRITTEN = 4;

    private OSErrorMethods() {}

    /** A class with an {@code __init__} of its own and the inherited {@code __new__}: the former gets the arguments. */
    private static boolean usesInit(PyType type) {
        return type.special(Special.INIT) != ExceptionTypes.OS_ERROR.special(Special.INIT)
                && type.special(Special.NEW) == ExceptionTypes.OS_ERROR.special(Special.NEW);
    }

    @Builtin("__new__(type, /, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        if (usesInit(type)) {
            return new PyBaseException(type, PyTuple.EMPTY);
        }
        if (keywords != null && keywords.length > 0) {
            throw Errors.typeError(type.name() + "() takes no keyword arguments");
        }
        PyType cls = type;
        if (type == ExceptionTypes.OS_ERROR && args.length >= 2 && args.length <= 5 && args[0] instanceof PyInt errno
                && errno.fitsLong()) {
            cls = OsErrors.typeOf((int) errno.value);
        }
        PyBaseException made = new PyBaseException(cls, PyTuple.copyOf(args, 0, args.length));
        parse(ts, made);
        return made;
    }

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(ThreadState ts, PyBaseException self, PyObject[] args, PyStr[] keywords) {
        if (!usesInit(self.type)) {
            return;
        }
        BaseExceptionMethods.noKeywords(self, keywords);
        self.setArgs(PyTuple.copyOf(args, 0, args.length));
        parse(ts, self);
    }

    /** Takes the fields out of the arguments; file names leave {@code args}. */
    private static void parse(ThreadState ts, PyBaseException self) {
        PyTuple args = self.args();
        int n = args.size();
        if (n < 2 || n > 5) {
            return;
        }
        self.setExtra(ERRNO, args.item(0));
        self.setExtra(STRERROR, args.item(1));
        if (n > 2 && args.item(2) != PySingleton.NONE) {
            PyObject filename = args.item(2);
            if (self.type.isSubtypeOf(ExceptionTypes.BLOCKING_IO_ERROR) && filename.type.has(Special.INDEX)) {
                self.setExtra(WRITTEN, filename.type.slots().index(ts, filename));
            } else {
                self.setExtra(FILENAME, filename);
                if (n > 4 && args.item(4) != PySingleton.NONE) {
                    self.setExtra(FILENAME2, args.item(4));
                }
                self.setArgs(PyTuple.of(args.item(0), args.item(1)));
            }
        }
    }

    @Builtin("__str__(self, /)")
    static PyObject str(ThreadState ts, PyBaseException self) {
        PyObject errno = self.extra(ERRNO);
        PyObject message = self.extra(STRERROR);
        PyObject filename = self.extra(FILENAME);
        if (filename == null && (errno == null || message == null)) {
            return BaseExceptionMethods.str(ts, self);
        }
        StringBuilder text = new StringBuilder("[Errno ");
        text.append(Texts.str(ts, ExceptionFields.get(self, ERRNO))).append("] ");
        text.append(Texts.str(ts, ExceptionFields.get(self, STRERROR)));
        if (filename != null) {
            text.append(": ").append(Texts.repr(ts, filename));
            if (self.extra(FILENAME2) != null) {
                text.append(" -> ").append(Texts.repr(ts, self.extra(FILENAME2)));
            }
        }
        return PyStr.of(text.toString());
    }

    @Builtin("__reduce__(self, /)")
    static PyObject reduce(PyBaseException self) {
        PyTuple args = self.args();
        PyObject filename = self.extra(FILENAME);
        if (args.size() == 2 && filename != null) {
            PyObject second = self.extra(FILENAME2);
            args = second == null
                    ? PyTuple.of(args.item(0), args.item(1), filename)
                    : PyTuple.of(args.item(0), args.item(1), filename, PySingleton.NONE, second);
        }
        return BaseExceptionMethods.reduction(self, args);
    }

    @Attribute(value = "characters_written")
    static PyObject getWritten(PyBaseException self) {
        PyObject written = self.extra(WRITTEN);
        if (written == null) {
            throw Errors.attributeError("characters_written");
        }
        return written;
    }

    @Attribute(value = "characters_written", setter = true)
    static void setWritten(ThreadState ts, PyBaseException self, PyObject value) {
        if (value == null) {
            if (self.extra(WRITTEN) == null) {
                throw Errors.attributeError("characters_written");
            }
            self.setExtra(WRITTEN, null);
            return;
        }
        PyObject number = value.type.slots().index(ts, value);
        if (number == null) {
            throw Errors.typeError("'" + value.type.name() + "' object cannot be interpreted as an integer");
        }
        self.setExtra(WRITTEN, number);
    }

    @Attribute(value = "errno", member = true, doc = "POSIX exception code")
    static PyObject getErrno(PyBaseException self) {
        return ExceptionFields.get(self, ERRNO);
    }

    @Attribute(value = "errno", setter = true, member = true)
    static void setErrno(PyBaseException self, PyObject value) {
        self.setExtra(ERRNO, value);
    }

    @Attribute(value = "strerror", member = true, doc = "exception strerror")
    static PyObject getStrerror(PyBaseException self) {
        return ExceptionFields.get(self, STRERROR);
    }

    @Attribute(value = "strerror", setter = true, member = true)
    static void setStrerror(PyBaseException self, PyObject value) {
        self.setExtra(STRERROR, value);
    }

    @Attribute(value = "filename", member = true, doc = "exception filename")
    static PyObject getFilename(PyBaseException self) {
        return ExceptionFields.get(self, FILENAME);
    }

    @Attribute(value = "filename", setter = true, member = true)
    static void setFilename(PyBaseException self, PyObject value) {
        self.setExtra(FILENAME, value);
    }

    @Attribute(value = "filename2", member = true, doc = "second exception filename")
    static PyObject getFilename2(PyBaseException self) {
        return ExceptionFields.get(self, FILENAME2);
    }

    @Attribute(value = "filename2", setter = true, member = true)
    static void setFilename2(PyBaseException self, PyObject value) {
        self.setExtra(FILENAME2, value);
    }
}
