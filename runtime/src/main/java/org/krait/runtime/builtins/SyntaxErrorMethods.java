package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Texts;

/** The methods of {@code SyntaxError}. */
@BuiltinType(base = BaseExceptionMethods.class, doc = "Invalid syntax.")
public final class SyntaxErrorMethods {
    private static final int MESSAGE = 0;
    private static final int FILENAME = 1;
    private static final int LINE = 2;
    private static final int END_LINE = 5;
    private static final int END_OFFSET = 6;

    private SyntaxErrorMethods() {}

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(ThreadState ts, PyBaseException self, PyObject[] args, PyStr[] keywords) {
        BaseExceptionMethods.init(ts, self, args, keywords);
        if (args.length >= 1) {
            self.setExtra(MESSAGE, args[0]);
        }
        if (args.length != 2) {
            return;
        }
        PyObject[] details = ExceptionFields.items(ts, args[1]);
        if (details.length < 4 || details.length > 6) {
            throw Errors.typeError("function takes at " + (details.length < 4 ? "least 4" : "most 6") + " arguments ("
                    + details.length + " given)");
        }
        for (int i = FILENAME; i <= END_OFFSET; i++) {
            self.setExtra(i, i - FILENAME < details.length ? details[i - FILENAME] : null);
        }
        if (details.length == 5) {
            throw Errors.typeError("end_offset must be provided when end_lineno is provided");
        }
    }

    @Builtin("__str__(self, /)")
    static PyObject str(ThreadState ts, PyBaseException self) {
        PyStr message = Texts.str(ts, ExceptionFields.get(self, MESSAGE));
        String file = null;
        if (self.extra(FILENAME) instanceof PyStr path) {
            file = path.toString();
            file = file.substring(file.lastIndexOf('/') + 1);
        }
        PyObject line = self.extra(LINE);
        boolean hasLine = line != null && line.type == PyInt.TYPE;
        if (file != null && hasLine) {
            return PyStr.of(message + " (" + file + ", line " + line + ")");
        }
        if (file != null) {
            return PyStr.of(message + " (" + file + ")");
        }
        return hasLine ? PyStr.of(message + " (line " + line + ")") : message;
    }

    @Attribute(value = "msg", member = true, doc = "exception msg")
    static PyObject getMessage(PyBaseException self) {
        return ExceptionFields.get(self, MESSAGE);
    }

    @Attribute(value = "msg", setter = true, member = true)
    static void setMessage(PyBaseException self, PyObject value) {
        self.setExtra(MESSAGE, value);
    }

    @Attribute(value = "filename", member = true, doc = "exception filename")
    static PyObject getFilename(PyBaseException self) {
        return ExceptionFields.get(self, FILENAME);
    }

    @Attribute(value = "filename", setter = true, member = true)
    static void setFilename(PyBaseException self, PyObject value) {
        self.setExtra(FILENAME, value);
    }

    @Attribute(value = "lineno", member = true, doc = "exception lineno")
    static PyObject getLine(PyBaseException self) {
        return ExceptionFields.get(self, LINE);
    }

    @Attribute(value = "lineno", setter = true, member = true)
    static void setLine(PyBaseException self, PyObject value) {
        self.setExtra(LINE, value);
    }

    @Attribute(value = "offset", member = true, doc = "exception offset")
    static PyObject getOffset(PyBaseException self) {
        return ExceptionFields.get(self, 3);
    }

    @Attribute(value = "offset", setter = true, member = true)
    static void setOffset(PyBaseException self, PyObject value) {
        self.setExtra(3, value);
    }

    @Attribute(value = "text", member = true, doc = "exception text")
    static PyObject getText(PyBaseException self) {
        return ExceptionFields.get(self, 4);
    }

    @Attribute(value = "text", setter = true, member = true)
    static void setText(PyBaseException self, PyObject value) {
        self.setExtra(4, value);
    }

    @Attribute(value = "end_lineno", member = true, doc = "exception end lineno")
    static PyObject getEndLine(PyBaseException self) {
        return ExceptionFields.get(self, END_LINE);
    }

    @Attribute(value = "end_lineno", setter = true, member = true)
    static void setEndLine(PyBaseException self, PyObject value) {
        self.setExtra(END_LINE, value);
    }

    @Attribute(value = "end_offset", member = true, doc = "exception end offset")
    static PyObject getEndOffset(PyBaseException self) {
        return ExceptionFields.get(self, END_OFFSET);
    }

    @Attribute(value = "end_offset", setter = true, member = true)
    static void setEndOffset(PyBaseException self, PyObject value) {
        self.setExtra(END_OFFSET, value);
    }

    @Attribute(value = "print_file_and_line", member = true, doc = "exception print_file_and_line")
    static PyObject getPrintFileAndLine(PyBaseException self) {
        return ExceptionFields.get(self, 7);
    }

    @Attribute(value = "print_file_and_line", setter = true, member = true)
    static void setPrintFileAndLine(PyBaseException self, PyObject value) {
        self.setExtra(7, value);
    }
}
