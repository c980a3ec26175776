package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code MultibyteIncrementalEncoder}. */
@BuiltinType(base = ObjectMethods.class)
public final class MultibyteEncoderMethods {
    private MultibyteEncoderMethods() {}

    @Builtin("__new__(cls, errors=None)")
    static PyObject make(ThreadState ts, PyType cls, PyObject errors) {
        return PyMultibyteStream.make(ts, cls, null, errors);
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

    @Builtin(value = "encode(self, /, input, final=False)", doc = "Encode text.")
    static PyObject encode(ThreadState ts, PyMultibyteStream self, PyObject input, boolean isFinal) {
        return self.codec.encode(ts, MultibyteCodecMethods.text(ts, input), self.errors);
    }

    @Builtin(value = "getstate(self, /)", doc = "Return the state as an int.")
    static PyObject state(PyMultibyteStream self) {
        return PyInt.ZERO;
    }

    @Builtin(value = "setstate(self, state, /)", doc = "Restore a state of getstate().")
    static void setState(PyMultibyteStream self, PyInt state) {}

    @Builtin(value = "reset(self, /)", doc = "Forget what waits.")
    static void reset(PyMultibyteStream self) {}
}
