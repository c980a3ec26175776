package org.krait.runtime.io;

import org.krait.objects.PyBuffer;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.builtins.ObjectMethods;

/** The buffer of {@code BytesIO.getbuffer}. */
@BuiltinType(base = ObjectMethods.class)
public final class BytesIOBufferMethods {
    private BytesIOBufferMethods() {}

    @Builtin("__buffer__(self, flags, /)")
    static PyBuffer buffer(PyBytesIOBuffer self, int flags) {
        PyBytesIO stream = self.stream;
        stream.own();
        stream.exports++;
        return new PyBuffer(self, stream.bytes, 0, stream.size, false) {
            @Override
            public void release() {
                stream.exports--;
            }
        };
    }
}
