package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyBytes;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code MultibyteIncrementalDecoder}. */
@BuiltinType(base = ObjectMethods.class)
public final class MultibyteDecoderMethods {
    private MultibyteDecoderMethods() {}

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

    @Builtin(value = "decode(self, /, input, final=False)", doc = "Decode bytes; what is incomplete waits for more.")
    static PyObject decode(ThreadState ts, PyMultibyteStream self, PyObject input, boolean isFinal) {
        return self.decode(ts, Bytes.array(ts, input), isFinal);
    }

    @Builtin(value = "getstate(self, /)", doc = "Return the waiting bytes and the state.")
    static PyObject state(PyMultibyteStream self) {
        return PyTuple.of(new PyBytes(self.pending), PyInt.ZERO);
    }

    @Builtin(value = "setstate(self, state, /)", doc = "Restore a state of getstate().")
    static void setState(PyMultibyteStream self, PyTuple state) {
        if (state.items.length != 2 || !(state.items[0] instanceof PyBytes pending)) {
            throw Errors.typeError("setstate(): illegal state argument");
        }
        if (pending.value.length > 8) {
            throw UnicodeErrors.tooLong();
        }
        self.pending = pending.value;
    }

    @Builtin(value = "reset(self, /)", doc = "Forget what waits.")
    static void reset(PyMultibyteStream self) {
        self.pending = new byte[0];
    }
}
