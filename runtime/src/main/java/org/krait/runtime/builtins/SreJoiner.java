package org.krait.runtime.builtins;

import java.util.Arrays;
import org.krait.objects.Errors;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyBytes;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.ThreadState;

/** Joins the pieces of a substitution: str, or bytes-like objects, with the errors of {@code join}. */
final class SreJoiner {
    private final boolean text;
    private PyObject[] pieces = new PyObject[8];
    private int count;
    private int length;

    SreJoiner(boolean text) {
        this.text = text;
    }

    /** Adds a piece; a piece that doesn't fit is an error only in the end. */
    void add(ThreadState ts, PyObject piece) {
        if (count == pieces.length) {
            pieces = Arrays.copyOf(pieces, 2 * count);
        }
        PyObject kept = piece;
        if (!text && piece.getClass() != PyBytes.class) {
            PyBuffer buffer = piece.type.slots().buffer(ts, piece, 0);
            if (buffer != null) {
                kept = new PyBytes(buffer.toByteArray());
                buffer.release();
            }
        }
        pieces[count++] = kept;
        length += kept instanceof PyStr s ? s.length() : kept instanceof PyBytes b ? b.length() : 0;
    }

    PyObject result(ThreadState ts) {
        for (int i = 0; i < count; i++) {
            if (text ? !(pieces[i] instanceof PyStr) : !(pieces[i] instanceof PyBytes)) {
                throw Errors.typeError("sequence item " + i + ": expected "
                        + (text ? "str instance, " : "a bytes-like object, ")
                        + pieces[i].type.name() + " found");
            }
        }
        if (count == 1 && (pieces[0].getClass() == PyStr.class || pieces[0].getClass() == PyBytes.class)) {
            return pieces[0];
        }
        return text ? joinedText() : joinedBytes();
    }

    private PyStr joinedText() {
        PyStrBuilder out = new PyStrBuilder(length);
        for (int i = 0; i < count; i++) {
            out.append((PyStr) pieces[i]);
        }
        return out.toPyStr();
    }

    private PyBytes joinedBytes() {
        if (length == 0) {
            return PyBytes.EMPTY;
        }
        byte[] out = new byte[length];
        int at = 0;
        for (int i = 0; i < count; i++) {
            byte[] bytes = ((PyBytes) pieces[i]).value;
            System.arraycopy(bytes, 0, out, at, bytes.length);
            at += bytes.length;
        }
        return new PyBytes(out);
    }
}
