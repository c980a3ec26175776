package org.krait.runtime.datetime;

import org.krait.objects.Errors;
import org.krait.objects.PyBytes;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;

/** The bytes by which dates and times are pickled; the highest bit of one byte is the fold. */
final class PickledState {
    private static final int FOLD = 0x80;

    private PickledState() {}

    /**
     * The state that a constructor was given instead of fields; null when its arguments are none.
     *
     * @param at the place of the byte that shows that it is a state
     * @param low the least value of that byte without the fold
     * @param high the greatest one
     */
    static byte[] of(PyObject[] args, PyStr[] keywords, String kind, int size, int at, int low, int high) {
        if (keywords != null || args.length < 1 || args.length > (size == 4 ? 1 : 2)) {
            return null;
        }
        byte[] state = null;
        if (args[0] instanceof PyBytes bytes && bytes.length() == size) {
            state = bytes.value.clone();
        } else if (args[0] instanceof PyStr text && text.length() == size && isMark(text.at(at), size, low, high)) {
            // A pickle of Python 2, loaded as text.
            state = new byte[size];
            for (int i = 0; i < size; i++) {
                if (text.at(i) > 0xff) {
                    throw Errors.valueError("Failed to encode latin1 string when unpickling a " + kind
                            + " object. pickle.load(data, encoding='latin1') is assumed.");
                }
                state[i] = (byte) text.at(i);
            }
        }
        if (state == null || !isMark(state[at] & 0xff, size, low, high)) {
            return null;
        }
        if (args.length == 2 && args[1] != PySingleton.NONE && !(args[1] instanceof PyTzinfo)) {
            throw Errors.typeError("bad tzinfo state arg");
        }
        return state;
    }

    private static boolean isMark(int value, int size, int low, int high) {
        int plain = size == 4 ? value : value & ~FOLD;
        return plain >= low && plain <= high;
    }

    static PyObject tzinfo(PyObject[] args) {
        return args.length == 2 ? args[1] : PySingleton.NONE;
    }

    /** Takes the fold out of a byte of a state. */
    static int takeFold(byte[] state, int at) {
        int fold = (state[at] & FOLD) == 0 ? 0 : 1;
        state[at] &= (byte) ~FOLD;
        return fold;
    }

    static int number(byte[] state, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            value = value << 8 | state[i] & 0xff;
        }
        return value;
    }

    /** What {@code __reduce_ex__} answers. */
    static PyObject reduce(PyType type, byte[] state, int at, int fold, long protocol, PyObject tzinfo) {
        if (protocol > 3 && fold != 0) {
            state[at] |= (byte) FOLD;
        }
        PyObject bytes = new PyBytes(state);
        return PyTuple.of(type, tzinfo == PySingleton.NONE ? PyTuple.of(bytes) : PyTuple.of(bytes, tzinfo));
    }
}
