package org.krait.runtime.builtins;

import java.math.BigInteger;
import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.Mutations;
import org.krait.objects.PyInstance;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.posix.SystemFunctions;
import org.krait.runtime.snapshot.Capture;

/** {@code _random.Random}: the Mersenne Twister MT19937, number for number as CPython. */
@BuiltinType(
        base = ObjectMethods.class,
        doc = "Random() -> create a random number generator with its own internal state.")
final class PyRandom extends PyInstance {
    static final PyType TYPE = PyType.builtin("_random.Random", PyType.OBJECT, PyType.BASE, new PyRandomTable());

    private static final int SIZE = 624;
    private static final int MIDDLE = 397;

    private final int[] state = new int[SIZE];
    private int index;
    /** True for a state that came from the randomness of the system. */
    private boolean random;

    private PyRandom(PyType type) {
        super(type);
    }

    @Builtin("__new__(type, *args, **kwargs)")
    static PyObject make(PyType type, PyObject[] args, PyStr[] keywords) {
        return new PyRandom(type);
    }

    @Builtin("__init__(self, *args, **kwargs)")
    static void init(ThreadState ts, PyRandom self, PyObject[] args, PyStr[] keywords) {
        Itertool.noKeywords(self.type, TYPE, keywords, "Random");
        int given = Itertool.positional(args, keywords);
        if (given > 1) {
            throw Errors.typeError("Random() requires 0 or 1 argument");
        }
        seed(ts, self, given == 0 ? null : args[0]);
    }

    @Builtin(
            value = "seed(self, n=None, /)",
            doc = "seed([n]) -> None.\n\nStarts the generator anew from an int, the hash of another object, or, with\n"
                    + "None or without argument, from the randomness of the system.")
    static void seed(ThreadState ts, PyRandom self, PyObject n) {
        if (n == null || n == PySingleton.NONE) {
            self.seed(new BigInteger(1, SystemFunctions.randomBytes(SIZE * 4)));
            self.random = true;
        } else if (n instanceof PyInt i) {
            self.seed(i.toBigInteger().abs());
        } else {
            long hash = Equality.hash(ts, n);
            BigInteger value = BigInteger.valueOf(hash);
            self.seed(hash < 0 ? value.add(BigInteger.ONE.shiftLeft(64)) : value);
        }
    }

    /** True for a generator that no other process may have as it is. */
    boolean isRandom() {
        return random;
    }

    private void seed(BigInteger value) {
        random = false;
        int words = Math.max(1, (value.bitLength() + 31) / 32);
        int[] key = new int[words];
        byte[] bytes = value.toByteArray();
        for (int i = 0; i < bytes.length && i < words * 4; i++) {
            key[i / 4] |= (bytes[bytes.length - 1 - i] & 0xff) << 8 * (i % 4);
        }
        seed(key);
    }

    private void seed(int... key) {
        state[0] = 19650218;
        for (int i = 1; i < SIZE; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ state[i - 1] >>> 30) + i;
        }
        int i = 1;
        int j = 0;
        for (int k = Math.max(SIZE, key.length); k > 0; k--) {
            state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >>> 30) * 1664525) + key[j] + j;
            i++;
            j++;
            if (i >= SIZE) {
                state[0] = state[SIZE - 1];
                i = 1;
            }
            if (j >= key.length) {
                j = 0;
            }
        }
        for (int k = SIZE - 1; k > 0; k--) {
            state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >>> 30) * 1566083941) - i;
            i++;
            if (i >= SIZE) {
                state[0] = state[SIZE - 1];
                i = 1;
            }
        }
        state[0] = 0x80000000;
        index = SIZE;
    }

    private int nextWord() {
        if (Mutations.WATCHED && random) {
            Capture.asksInVain("draws random numbers", "_random.Random");
        }
        if (index >= SIZE) {
            for (int k = 0; k < SIZE; k++) {
                int y = state[k] & 0x80000000 | state[k + 1 == SIZE ? 0 : k + 1] & 0x7fffffff;
                int source = state[k + MIDDLE < SIZE ? k + MIDDLE : k + MIDDLE - SIZE];
                state[k] = source ^ y >>> 1 ^ ((y & 1) != 0 ? 0x9908b0df : 0);
            }
            index = 0;
        }
        int y = state[index++];
        y ^= y >>> 11;
        y ^= y << 7 & 0x9d2c5680;
        y ^= y << 15 & 0xefc60000;
        return y ^ y >>> 18;
    }

    @Builtin(value = "random(self, /)", doc = "random() -> x in the interval [0, 1).")
    static double random(PyRandom self) {
        long high = self.nextWord() >>> 5;
        long low = self.nextWord() >>> 6;
        return (high * 67108864.0 + low) * (1.0 / 9007199254740992.0);
    }

    @Builtin(value = "getrandbits(self, k, /)", doc = "getrandbits(k) -> x.  An int of k random bits.")
    static PyInt bits(PyRandom self, int k) {
        if (k < 0) {
            throw Errors.valueError("number of bits must be non-negative");
        }
        if (k == 0) {
            return PyInt.ZERO;
        }
        if (k <= 32) {
            return PyInt.of((self.nextWord() & 0xffffffffL) >>> 32 - k);
        }
        int words = (k - 1) / 32 + 1;
        byte[] bytes = new byte[words * 4];
        int left = k;
        for (int i = 0; i < words; i++, left -= 32) {
            int word = self.nextWord();
            if (left < 32) {
                word >>>= 32 - left;
            }
            int end = bytes.length - 4 * i;
            bytes[end - 1] = (byte) word;
            bytes[end - 2] = (byte) (word >>> 8);
            bytes[end - 3] = (byte) (word >>> 16);
            bytes[end - 4] = (byte) (word >>> 24);
        }
        return PyInt.of(new BigInteger(1, bytes));
    }

    @Builtin(value = "getstate(self, /)", doc = "getstate() -> tuple containing the current state.")
    static PyTuple getState(PyRandom self) {
        PyObject[] words = new PyObject[SIZE + 1];
        for (int i = 0; i < SIZE; i++) {
            words[i] = PyInt.of(self.state[i] & 0xffffffffL);
        }
        words[SIZE] = PyInt.of(self.index);
        return PyTuple.of(words);
    }

    @Builtin(value = "setstate(self, state, /)", doc = "setstate(state) -> None.  Restores generator state.")
    static void setState(PyRandom self, PyObject state) {
        if (!(state instanceof PyTuple tuple)) {
            throw Errors.typeError("state vector must be a tuple");
        }
        if (tuple.size() != SIZE + 1) {
            throw Errors.valueError("state vector is the wrong size");
        }
        int[] words = new int[SIZE];
        for (int i = 0; i < SIZE; i++) {
            words[i] = (int) unsigned(tuple.item(i));
        }
        long index = unsigned(tuple.item(SIZE));
        if (index < 0 || index > SIZE) {
            throw Errors.valueError("invalid state");
        }
        self.index = (int) index;
        System.arraycopy(words, 0, self.state, 0, SIZE);
    }

    private static long unsigned(PyObject o) {
        if (!(o instanceof PyInt i)) {
            throw Errors.typeError("an integer is required");
        }
        if (i.signum() < 0) {
            throw Errors.overflowError("can't convert negative value to unsigned int");
        }
        if (i.big() != null && i.big().bitLength() > 64) {
            throw Errors.overflowError("Python int too large to convert to C unsigned long");
        }
        return i.toBigInteger().longValue();
    }
}
