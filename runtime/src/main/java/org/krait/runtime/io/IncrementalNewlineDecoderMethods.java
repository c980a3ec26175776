package org.krait.runtime.io;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyBool;
import org.krait.objects.PyBytes;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Calls;
import org.krait.runtime.builtins.ObjectMethods;

/** The methods of {@code io.IncrementalNewlineDecoder}. */
@BuiltinType(
        base = ObjectMethods.class,
        signature = "__init__",
        doc = "Codec used when reading a file in universal newlines mode.\n\nIt wraps "
        + "another incremental decoder, translating \\r\\n and \\r into \\n.\nIt also records the types of newlines "
        + "encountered.  When used with\ntranslate=False, it ensures that the newline sequence is returned in\none "
        + "piece. When used with decoder=None, it expects unicode strings as\ndecode input and translates newlines "
        + "without first invoking an external\ndecoder.")
public final class IncrementalNewlineDecoderMethods {
    private IncrementalNewlineDecoderMethods() {}

    @Builtin("__new__(cls, /, *args, **kwargs)")
    static PyObject make(PyType cls, PyObject[] args, PyStr[] keywords) {
        return new PyIncrementalNewlineDecoder(cls);
    }

    @Builtin("__init__(self, /, decoder, translate, errors='strict')")
    static void init(PyIncrementalNewlineDecoder self, PyObject decoder, boolean translate, PyObject errors) {
        self.start(decoder, translate);
    }

    private static void check(PyIncrementalNewlineDecoder self) {
        if (self.decoder == null) {
            throw Errors.valueError("IncrementalNewlineDecoder.__init__() not called");
        }
    }

    @Builtin(value = "decode(self, /, input, final=False)", doc = "Decodes and translates line ends.")
    static PyObject decode(ThreadState ts, PyIncrementalNewlineDecoder self, PyObject input, boolean last) {
        check(self);
        PyObject text = self.decoder == PySingleton.NONE ? input
                : Calls.callMethod(ts, self.decoder, "decode", input, PyBool.of(last));
        return self.newlines.process(StreamDecoder.Foreign.text(text), last);
    }

    @Builtin(value = "getstate(self, /)", doc = "The state as a pair.")
    static PyObject getState(ThreadState ts, PyIncrementalNewlineDecoder self) {
        check(self);
        PyObject bytes = PyBytes.EMPTY;
        long flags = 0;
        if (self.decoder != PySingleton.NONE) {
            PyObject state = Calls.callMethod(ts, self.decoder, "getstate");
            if (!(state instanceof PyTuple pair) || pair.size() != 2) {
                throw Errors.typeError("illegal decoder state");
            }
            bytes = pair.item(0);
            flags = Arguments.toLong(ts, pair.item(1));
        }
        return PyTuple.of(bytes, PyInt.of(flags << 1 | (self.newlines.pendingReturn ? 1 : 0)));
    }

    @Builtin(value = "setstate(self, state, /)", doc = "Sets the state that getstate gave.")
    static void setState(ThreadState ts, PyIncrementalNewlineDecoder self, PyObject state) {
        check(self);
        if (!(state instanceof PyTuple pair)) {
            throw Errors.typeError("state argument must be a tuple");
        }
        if (pair.size() != 2) {
            throw Errors.typeError("setstate(): illegal state argument");
        }
        long flags = Arguments.toLong(ts, pair.item(1));
        self.newlines.pendingReturn = (flags & 1) != 0;
        if (self.decoder != PySingleton.NONE) {
            Calls.callMethod(ts, self.decoder, "setstate", PyTuple.of(pair.item(0), PyInt.of(flags >> 1)));
        }
    }

    @Builtin(value = "reset(self, /)", doc = "Resets the decoder.")
    static void reset(ThreadState ts, PyIncrementalNewlineDecoder self) {
        check(self);
        self.newlines.reset();
        if (self.decoder != PySingleton.NONE) {
            Calls.callMethod(ts, self.decoder, "reset");
        }
    }

    @Attribute("newlines")
    static PyObject newlines(PyIncrementalNewlineDecoder self) {
        check(self);
        return self.newlines.newlines();
    }
}
