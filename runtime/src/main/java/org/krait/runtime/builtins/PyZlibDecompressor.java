package org.krait.runtime.builtins;

import java.util.Arrays;
import org.krait.objects.PyBytes;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;

/** A {@code zlib._ZlibDecompressor}: a decompressor that keeps the input it has no room for. */
public final class PyZlibDecompressor extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("zlib._ZlibDecompressor", PyType.OBJECT, 0, new ZlibDecompressorMethodsTable());

    private final InflateStream stream;
    private byte[] kept = new byte[0];
    PyBytes unusedData = PyBytes.EMPTY;
    boolean needsInput = true;

    PyZlibDecompressor(InflateStream stream) {
        super(TYPE);
        this.stream = stream;
    }

    boolean isEnded() {
        return stream.isEnded();
    }

    PyBytes decompress(byte[] in, int offset, int count, long limit) {
        byte[] input = in;
        int from = offset;
        int length = count;
        if (kept.length > 0) {
            input = Arrays.copyOf(kept, kept.length + count);
            System.arraycopy(in, offset, input, kept.length, count);
            from = 0;
            length = input.length;
            kept = new byte[0];
        }
        stream.setInput(input, from, length);
        byte[] out = ZlibModule.inflated(stream, limit, "while decompressing data");
        byte[] rest = stream.rest();
        if (stream.isEnded()) {
            unusedData = new PyBytes(rest);
            needsInput = false;
        } else {
            kept = rest;
            // With the limit reached there may be output left inside, too.
            needsInput = rest.length == 0 && out.length < limit;
        }
        return new PyBytes(out);
    }

    @Override
    protected void dropReferents() {
        stream.end();
    }
}
