package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyBytes;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code MultibyteStreamReader}. */
@BuiltinType(base = ObjectMethods.class)
public final class MultibyteReaderMethods {
    private MultibyteReaderMethods() {}

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

    private static PyStr read(ThreadState ts, PyMultibyteStream self, String method, PyObject size) {
        boolean all = size == null || size == PySingleton.NONE || Protocol.size(ts, size) < 0;
        while (true) {
            PyObject data = all
                    ? Protocol.callMethod(ts, self.stream, method)
                    : Protocol.callMethod(ts, self.stream, method, size);
            if (!(data instanceof PyBytes bytes)) {
                throw Errors.typeError("stream function returned a non-bytes object (" + data.type.name() + ")");
            }
            boolean atEnd = all || bytes.value.length == 0;
            PyStr text = self.decode(ts, bytes.value, atEnd);
            if (atEnd || text.length() > 0) {
                return text;
            }
        }
    }

    @Builtin(value = "read(self, sizeobj=None, /)", doc = "Read and decode.")
    static PyObject read(ThreadState ts, PyMultibyteStream self, PyObject size) {
        return read(ts, self, "read", size);
    }

    @Builtin(value = "readline(self, sizeobj=None, /)", doc = "Read and decode a line.")
    static PyObject readLine(ThreadState ts, PyMultibyteStream self, PyObject size) {
        return read(ts, self, "readline", size);
    }

    @Builtin(value = "readlines(self, sizehintobj=None, /)", doc = "Read and decode all lines.")
    static PyObject readLines(ThreadState ts, PyMultibyteStream self, PyObject size) {
        return StrSplit.lines(read(ts, self, "read", size), true);
    }

    @Builtin(value = "reset(self, /)", doc = "Forget what waits.")
    static void reset(PyMultibyteStream self) {
        self.pending = new byte[0];
    }
}
