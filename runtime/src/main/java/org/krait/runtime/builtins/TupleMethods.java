package org.krait.runtime.builtins;

import org.krait.objects.CompareOp;
import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySlice;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.PyTuple;
import org.krait.objects.PyTupleInstance;
import org.krait.objects.PyTupleIterator;
import org.krait.objects.PyType;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Texts;

/** The methods of {@code tuple}. */
@BuiltinType(base = ObjectMethods.class, signature = "(iterable=(), /)", doc = """
        Built-in immutable sequence.

        If no argument is given, the constructor returns an empty tuple.
        If iterable is specified the tuple is initialized from iterable's items.

        If the argument is a tuple, the return value is the same object.""")
public final class TupleMethods {
    private TupleMethods() {}

    @Builtin("__new__(cls, /, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType cls, PyObject[] args, PyStr[] keywords) {
        int named = keywords == null ? 0 : keywords.length;
        if (named > 0 && (cls == PyTuple.TYPE || cls.special(Special.INIT) == PyType.OBJECT.special(Special.INIT))) {
            throw Errors.typeError("tuple() takes no keyword arguments");
        }
        int n = args.length - named;
        if (n > 1) {
            throw Errors.typeError("tuple expected at most 1 argument, got " + n);
        }
        if (cls == PyTuple.TYPE) {
            return n == 0 ? PyTuple.EMPTY : of(ts, args[0]);
        }
        PyObject[] items = n == 0 ? new PyObject[0] : Protocol.items(ts, args[0]);
        return new PyTupleInstance(cls, items);
    }

    /** {@code tuple(iterable)}. */
    public static PyTuple of(ThreadState ts, PyObject iterable) {
        return iterable.getClass() == PyTuple.class ? (PyTuple) iterable : PyTuple.of(Protocol.items(ts, iterable));
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(ThreadState ts, PyTuple self) {
        int n = self.items.length;
        if (n == 0) {
            return PyStr.interned("()");
        }
        if (Protocol.enterRepr(ts, self)) {
            return PyStr.interned("(...)");
        }
        try {
            PyStrBuilder out = new PyStrBuilder(n * 4);
            out.append('(');
            for (int i = 0; i < n; i++) {
                if (i > 0) {
                    out.append(',').append(' ');
                }
                out.append(Texts.repr(ts, self.items[i]));
            }
            if (n == 1) {
                out.append(',');
            }
            return out.append(')').toPyStr();
        } finally {
            Protocol.leaveRepr(ts);
        }
    }

    @Builtin("__len__(self, /)")
    static int length(PyTuple self) {
        return self.items.length;
    }

    /** xxHash's mixing of the hashes, as CPython since 3.8. */
    @Builtin("__hash__(self, /)")
    static long hash(ThreadState ts, PyTuple self) {
        long prime1 = 0x9E3779B185EBCA87L;
        long prime2 = 0xC2B2AE3D27D4EB4FL;
        long prime5 = 0x27D4EB2F165667C5L;
        long acc = prime5;
        for (PyObject item : self.items) {
            acc += Equality.hash(ts, item) * prime2;
            acc = Long.rotateLeft(acc, 31) * prime1;
        }
        acc += self.items.length ^ (prime5 ^ 3527539L);
        return acc == -1 ? 1546275796 : acc;
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyTuple self) {
        return new PyTupleIterator(self);
    }

    @Builtin("__contains__(self, key, /)")
    static boolean contains(ThreadState ts, PyTuple self, PyObject key) {
        for (PyObject item : self.items) {
            if (Equality.same(ts, item, key)) {
                return true;
            }
        }
        return false;
    }

    @Builtin("__getitem__(self, key, /)")
    static PyObject getItem(ThreadState ts, PyTuple self, PyObject key) {
        if (key instanceof PySlice slice) {
            return slice(self, new SliceRange(ts, slice).fit(self.items.length));
        }
        if (!Protocol.isIndex(key)) {
            throw Errors.typeError("tuple indices must be integers or slices, not " + key.type.name());
        }
        long i = key.getClass() == PyInt.class ? ((PyInt) key).value : Protocol.indexForSequence(ts, key);
        if (i < 0) {
            i += self.items.length;
        }
        if (i < 0 || i >= self.items.length) {
            throw Errors.indexError("tuple index out of range");
        }
        return self.items[(int) i];
    }

    private static PyObject slice(PyTuple self, SliceRange range) {
        int n = range.count;
        if (range.step == 1) {
            if (n == self.items.length && self.getClass() == PyTuple.class) {
                return self;
            }
            return PyTuple.copyOf(self.items, range.start, n);
        }
        PyObject[] items = new PyObject[n];
        for (int i = 0, at = range.start; i < n; i++, at += range.step) {
            items[i] = self.items[at];
        }
        return PyTuple.of(items);
    }

    @Builtin("__add__(self, value, /)")
    static PyObject add(PyTuple self, PyObject value) {
        if (!(value instanceof PyTuple other)) {
            throw Errors.typeError("can only concatenate tuple (not \"" + value.type.name() + "\") to tuple");
        }
        if (self.items.length == 0 && other.getClass() == PyTuple.class) {
            return other;
        }
        if (other.items.length == 0 && self.getClass() == PyTuple.class) {
            return self;
        }
        PyObject[] all =
                java.util.Arrays.copyOf(self.items, Sequences.length(self.items.length, other.items.length));
        System.arraycopy(other.items, 0, all, self.items.length, other.items.length);
        return PyTuple.of(all);
    }

    @Builtin("__mul__(self, value, /)")
    static PyObject multiply(ThreadState ts, PyTuple self, PyObject value) {
        if (!Protocol.isIndex(value)) {
            return Sequences.notACount(value);
        }
        long n = Protocol.size(ts, value);
        if ((n == 1 || self.items.length == 0) && self.getClass() == PyTuple.class) {
            return self;
        }
        return PyTuple.of(Sequences.repeat(self.items, self.items.length, n));
    }

    @Builtin("__rmul__(self, value, /)")
    static PyObject reflectedMultiply(ThreadState ts, PyTuple self, PyObject value) {
        Sequences.checkCount(value);
        return multiply(ts, self, value);
    }

    @Builtin("__lt__(self, value, /)")
    static PyObject lessThan(ThreadState ts, PyTuple self, PyObject value) {
        return Sequences.compareTuples(ts, CompareOp.LT, self, value);
    }

    @Builtin("__le__(self, value, /)")
    static PyObject lessOrEqual(ThreadState ts, PyTuple self, PyObject value) {
        return Sequences.compareTuples(ts, CompareOp.LE, self, value);
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject equal(ThreadState ts, PyTuple self, PyObject value) {
        return Sequences.compareTuples(ts, CompareOp.EQ, self, value);
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject notEqual(ThreadState ts, PyTuple self, PyObject value) {
        return Sequences.compareTuples(ts, CompareOp.NE, self, value);
    }

    @Builtin("__gt__(self, value, /)")
    static PyObject greaterThan(ThreadState ts, PyTuple self, PyObject value) {
        return Sequences.compareTuples(ts, CompareOp.GT, self, value);
    }

    @Builtin("__ge__(self, value, /)")
    static PyObject greaterOrEqual(ThreadState ts, PyTuple self, PyObject value) {
        return Sequences.compareTuples(ts, CompareOp.GE, self, value);
    }

    @Builtin(value = "count(self, value, /)", doc = "Return number of occurrences of value.")
    static int count(ThreadState ts, PyTuple self, PyObject value) {
        int count = 0;
        for (PyObject item : self.items) {
            if (Equality.same(ts, item, value)) {
                count++;
            }
        }
        return count;
    }

    @Builtin(value = "index(self, value, start=0, stop=sys.maxsize, /)", doc = """
            Return first index of value.

            Raises ValueError if the value is not present.""")
    static int index(ThreadState ts, PyTuple self, PyObject value, PyObject start, PyObject stop) {
        int n = self.items.length;
        int from = start == null ? 0 : Protocol.bound(ts, Sequences.index(start), n, 0);
        int to = stop == null ? n : Protocol.bound(ts, Sequences.index(stop), n, 0);
        for (int i = from; i < Math.min(to, n); i++) {
            if (Equality.same(ts, self.items[i], value)) {
                return i;
            }
        }
        throw Errors.valueError("tuple.index(x): x not in tuple");
    }

    @Builtin("__getnewargs__(self, /)")
    static PyObject newArguments(PyTuple self) {
        return PyTuple.of(PyTuple.of(self.items));
    }

    @Builtin(value = "__class_getitem__(cls, item, /)", kind = Builtin.Kind.CLASS_METHOD)
    static PyObject classGetItem(PyType cls, PyObject item) {
        return Sequences.alias(cls, item);
    }
}
