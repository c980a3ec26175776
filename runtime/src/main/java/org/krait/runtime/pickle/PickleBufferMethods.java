package org.krait.runtime.pickle;

import org.krait.objects.Errors;
import org.krait.objects.PyBool;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyMemoryView;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.Refs;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.builtins.Bytes;
import org.krait.runtime.builtins.ObjectMethods;

/** The methods of {@code pickle.PickleBuffer}. */
@BuiltinType(base = ObjectMethods.class, doc = "Wrapper for potentially out-of-band buffers")
final class PickleBufferMethods {
    private PickleBufferMethods() {}

    @Builtin("__new__(type, object, /)")
    static PyObject make(ThreadState ts, PyType type, PyObject object) {
        Bytes.buffer(ts, object).release();
        return new PyPickleBuffer(object);
    }

    @Builtin("__buffer__(self, flags, /)")
    static PyBuffer buffer(ThreadState ts, PyPickleBuffer self, int flags) {
        return self.base().type.slots().buffer(ts, self.base(), flags);
    }

    /** A memoryview of all that the buffer shows. */
    static PyObject view(ThreadState ts, PyPickleBuffer self) {
        return Calls.call(ts, PyMemoryView.TYPE, self.base());
    }

    /** True when the bytes lie in a row, in C's or Fortran's order. */
    static boolean isContiguous(ThreadState ts, PyObject view) {
        return Attributes.get(ts, view, "contiguous") == PyBool.TRUE;
    }

    @Builtin(
            value = "raw(self, /)",
            doc = "Return a memoryview of the raw memory underlying this buffer.\n\nWill raise BufferError is the "
                    + "buffer isn't contiguous.")
    static PyObject raw(ThreadState ts, PyPickleBuffer self) {
        PyObject view = view(ts, self);
        try {
            if (!isContiguous(ts, view)) {
                throw Errors.bufferError("cannot extract raw buffer from non-contiguous buffer");
            }
            if (Attributes.get(ts, view, "c_contiguous") == PyBool.TRUE) {
                return Calls.callMethod(ts, view, "cast", PyStr.of("B"));
            }
            // In Fortran's order: the bytes as they lie.
            PyObject bytes = Calls.callMethod(ts, view, "tobytes", PyStr.of("A"));
            return Calls.call(ts, PyMemoryView.TYPE, bytes);
        } finally {
            Refs.drop(view);
        }
    }

    @Builtin(value = "release(self, /)", doc = "Release the underlying buffer exposed by the PickleBuffer object.")
    static void release(PyPickleBuffer self) {
        self.release();
    }
}
