package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code MultibyteStreamWriter}. */
@BuiltinType(base = ObjectMethods.class)
public final class MultibyteWriterMethods {
    private MultibyteWriterMethods() {}

    @Builtin("__new__(cls, stream, errors=None)")
    static PyObject make(ThreadState ts, PyType cls, PyObject stream, PyObject errors) {
        return PyMultibyteStream.make(ts, cls, stream, errors);
    }

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(PyMultibyteStream self, PyObject[] args, PyStr[] keywords) {}

    @Attribute(value = "errors", doc = "how to treat errors")
    static String errors(PyMultibyteStream self) {
        return self.errors;
    }

    @Attribute(value = "errors", setter = true)
    static void setErrors(PyMultibyteStream self, PyObject value) {
        if (value == null) {
            throw Errors.attributeError("cannot delete attribute");
        }
        self.errors = MultibyteCodecMethods.errors(value);
    }

    @Attribute(value = "stream", member = true)
    static PyObject stream(PyMultibyteStream self) {
        return self.stream;
    }

    @Builtin(value = "write(self, strobj, /)", doc = "Encode and write.")
    static void write(ThreadState ts, PyMultibyteStream self, PyObject strobj) {
        PyObject bytes = self.codec.encode(ts, MultibyteCodecMethods.text(ts, strobj), self.errors);
        Protocol.callMethod(ts, self.stream, "write", bytes);
    }

    @Builtin(value = "writelines(self, lines, /)", doc = "Encode and write all.")
    static void writeLines(ThreadState ts, PyMultibyteStream self, PyObject lines) {
        for (PyObject line : Protocol.list(ts, lines).toArray()) {
            write(ts, self, line);
        }
    }

    @Builtin(value = "reset(self, /)", doc = "Forget what waits.")
    static void reset(PyMultibyteStream self) {}
}
