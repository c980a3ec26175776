package org.krait.runtime.posix;

import java.nio.ByteBuffer;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySet;
import org.krait.objects.ThreadState;
import org.krait.runtime.Iteration;

/** Sets of signals. */
final class SignalSets {
    static final int COUNT = 65;

    private SignalSets() {}

    /** The numbers of an iterable. */
    static int[] numbers(ThreadState ts, PyObject iterable) {
        PyObject[] items = Iteration.toArray(ts, iterable);
        int[] numbers = new int[items.length];
        for (int i = 0; i < numbers.length; i++) {
            PyInt n = Arguments.toIndex(ts, items[i]);
            if (!n.fitsLong() || n.value < 1 || n.value >= COUNT) {
                throw Errors.valueError("signal number " + n + " out of range [1; 64]");
            }
            numbers[i] = (int) n.value;
        }
        return numbers;
    }

    /** A {@code sigset_t}. */
    static ByteBuffer of(int[] signals) {
        ByteBuffer set = Libc.memory(128);
        for (int signal : signals) {
            int bit = signal - 1;
            set.putLong(bit / 64 * 8, set.getLong(bit / 64 * 8) | 1L << (bit % 64));
        }
        return set;
    }

    /** The signals of a {@code sigset_t} as a set of ints. */
    static PySet toSet(ThreadState ts, ByteBuffer set) {
        PySet signals = new PySet(PySet.TYPE);
        for (int signal = 1; signal < COUNT; signal++) {
            if ((set.getLong(0) >>> (signal - 1) & 1) != 0) {
                signals.add(ts, PyInt.of(signal));
            }
        }
        return signals;
    }
}
