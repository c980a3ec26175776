package org.krait.runtime.builtins;

import java.util.Arrays;
import org.krait.objects.PyBytes;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;

/** A {@code zlib.Decompress}. */
public final class PyDecompress extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("zlib.Decompress", PyType.OBJECT, PyType.NO_NEW, new DecompressMethodsTable());

    final InflateStream stream;
    /** What came after the end of the stream. */
    PyBytes unusedData = PyBytes.EMPTY;
    /** What was not read because the output had reached its limit. */
    PyBytes unconsumedTail = PyBytes.EMPTY;

    /** Flushed after the end: nothing more can be decompressed. */
    boolean closed;

    PyDecompress(InflateStream stream) {
        super(TYPE);
        this.stream = stream;
    }

    /** Decompresses and sorts what is left of the input. */
    PyBytes run(byte[] in, int offset, int count, long limit, String doing) {
        stream.setInput(in, offset, count);
        byte[] out = stream.isEnded() ? new byte[0] : ZlibModule.inflated(stream, limit, doing);
        byte[] rest = stream.rest();
        if (stream.isEnded()) {
            if (rest.length > 0) {
                byte[] all = Arrays.copyOf(unusedData.value, unusedData.value.length + rest.length);
                System.arraycopy(rest, 0, all, unusedData.value.length, rest.length);
                unusedData = new PyBytes(all);
            }
            // As CPython: a tail of before is replaced by what is unused.
            unconsumedTail = unconsumedTail.value.length == 0 ? PyBytes.EMPTY : new PyBytes(rest);
        } else {
            unconsumedTail = rest.length == 0 ? PyBytes.EMPTY : new PyBytes(rest);
        }
        return out.length == 0 ? PyBytes.EMPTY : new PyBytes(out);
    }

    @Override
    protected void dropReferents() {
        stream.end();
    }
}
