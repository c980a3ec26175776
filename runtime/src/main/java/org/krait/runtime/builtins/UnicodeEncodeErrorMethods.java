package org.krait.runtime.builtins;

import org.krait.objects.PyBaseException;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code UnicodeEncodeError}. */
@BuiltinType(base = BaseExceptionMethods.class, doc = "Unicode encoding error.")
public final class UnicodeEncodeErrorMethods {

    private UnicodeEncodeErrorMethods() {}

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(ThreadState ts, PyBaseException self, PyObject[] args, PyStr[] keywords) {
        BaseExceptionMethods.init(ts, self, args, keywords);
        UnicodeFields.initialize(ts, self, args);
    }

    @Builtin("__str__(self, /)")
    static PyObject str(ThreadState ts, PyBaseException self) {
        return UnicodeFields.str(ts, UnicodeFields.of(self));
    }

    @Attribute(value = "encoding", member = true, doc = "exception encoding")
    static PyObject getEncoding(PyBaseException self) {
        return ExceptionFields.get(UnicodeFields.of(self), UnicodeFields.ENCODING);
    }

    @Attribute(value = "encoding", setter = true, member = true)
    static void setEncoding(PyBaseException self, PyObject value) {
        self.setExtra(UnicodeFields.ENCODING, value);
    }

    @Attribute(value = "object", member = true, doc = "exception object")
    static PyObject getObject(PyBaseException self) {
        return ExceptionFields.get(UnicodeFields.of(self), UnicodeFields.OBJECT);
    }

    @Attribute(value = "object", setter = true, member = true)
    static void setObject(PyBaseException self, PyObject value) {
        self.setExtra(UnicodeFields.OBJECT, value);
    }

    @Attribute(value = "start", member = true)
    static PyObject getStart(PyBaseException self) {
        PyObject value = UnicodeFields.of(self).extra(UnicodeFields.START);
        return value == null ? PyInt.ZERO : value;
    }

    @Attribute(value = "start", setter = true, member = true)
    static void setStart(ThreadState ts, PyBaseException self, PyObject value) {
        self.setExtra(UnicodeFields.START, UnicodeFields.number(value));
    }

    @Attribute(value = "end", member = true)
    static PyObject getEnd(PyBaseException self) {
        PyObject value = UnicodeFields.of(self).extra(UnicodeFields.END);
        return value == null ? PyInt.ZERO : value;
    }

    @Attribute(value = "end", setter = true, member = true)
    static void setEnd(ThreadState ts, PyBaseException self, PyObject value) {
        self.setExtra(UnicodeFields.END, UnicodeFields.number(value));
    }

    @Attribute(value = "reason", member = true, doc = "exception reason")
    static PyObject getReason(PyBaseException self) {
        return ExceptionFields.get(UnicodeFields.of(self), UnicodeFields.REASON);
    }

    @Attribute(value = "reason", setter = true, member = true)
    static void setReason(PyBaseException self, PyObject value) {
        self.setExtra(UnicodeFields.REASON, value);
    }
}
