package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.CompareOp;
import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.PyBool;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Calls;
import org.krait.runtime.Iteration;
import org.krait.runtime.Texts;
import org.krait.runtime.TypeChecks;

/** The methods of {@code collections.deque}. */
@BuiltinType(
        base = ObjectMethods.class,
        doc = "deque([iterable[, maxlen]]) --> deque object\n\n"
                + "A list-like sequence optimized for data accesses near its endpoints.")
final class DequeMethods {
    private static final String MUTATED = "deque mutated during iteration";

    private DequeMethods() {}

    @Builtin("__new__(type, *args, **kwargs)")
    static PyObject make(PyType type, PyObject[] args, PyStr[] keywords) {
        return new PyDeque(type);
    }

    @Builtin("__init__(self, iterable=None, maxlen=None)")
    static void init(ThreadState ts, PyDeque self, PyObject iterable, PyObject maxLength) {
        int bound = -1;
        if (maxLength != null && maxLength != PySingleton.NONE) {
            if (!(maxLength instanceof PyInt)) {
                throw Errors.typeError("an integer is required");
            }
            long length = Arguments.toLong(ts, maxLength);
            if (length < 0) {
                throw Errors.valueError("maxlen must be non-negative");
            }
            bound = (int) Math.min(length, Integer.MAX_VALUE);
        }
        self.maxLength = bound;
        if (self.size() > 0) {
            self.clear();
        }
        if (iterable != null) {
            extend(ts, self, iterable);
        }
    }

    @Builtin(value = "append(self, item, /)", doc = "Add an element to the right side of the deque.")
    static void append(PyDeque self, PyObject item) {
        self.append(item);
    }

    @Builtin(value = "appendleft(self, item, /)", doc = "Add an element to the left side of the deque.")
    static void appendLeft(PyDeque self, PyObject item) {
        self.appendFirst(item);
    }

    @Builtin(
            value = "extend(self, iterable, /)",
            doc = "Extend the right side of the deque with the items of an iterable.")
    static void extend(ThreadState ts, PyDeque self, PyObject iterable) {
        if (iterable == self) {
            for (PyObject item : self.toArray()) {
                self.append(item);
            }
            return;
        }
        PyObject iterator = Iteration.iter(ts, iterable);
        Refs.incRef(iterator);
        try {
            for (PyObject item = Iteration.next(ts, iterator); item != null; item = Iteration.next(ts, iterator)) {
                self.append(item);
            }
        } finally {
            Refs.decRef(iterator);
        }
    }

    @Builtin(
            value = "extendleft(self, iterable, /)",
            doc = "Extend the left side of the deque with the items of an iterable, one after the other.")
    static void extendLeft(ThreadState ts, PyDeque self, PyObject iterable) {
        if (iterable == self) {
            for (PyObject item : self.toArray()) {
                self.appendFirst(item);
            }
            return;
        }
        PyObject iterator = Iteration.iter(ts, iterable);
        Refs.incRef(iterator);
        try {
            for (PyObject item = Iteration.next(ts, iterator); item != null; item = Iteration.next(ts, iterator)) {
                self.appendFirst(item);
            }
        } finally {
            Refs.decRef(iterator);
        }
    }

    @Builtin(value = "pop(self, /)", doc = "Remove and return the rightmost element.")
    static PyObject pop(PyDeque self) {
        if (self.size() == 0) {
            throw Errors.indexError("pop from an empty deque");
        }
        return self.popLast();
    }

    @Builtin(value = "popleft(self, /)", doc = "Remove and return the leftmost element.")
    static PyObject popLeft(PyDeque self) {
        if (self.size() == 0) {
            throw Errors.indexError("pop from an empty deque");
        }
        return self.popFirst();
    }

    @Builtin(value = "clear(self, /)", doc = "Remove all elements from the deque.")
    static void clear(PyDeque self) {
        self.clear();
    }

    @Builtin(value = "copy(self, /)", doc = "Return a shallow copy of a deque.")
    static PyObject copy(ThreadState ts, PyDeque self) {
        if (self.type == PyDeque.TYPE) {
            return exactCopy(self);
        }
        PyObject made = self.maxLength < 0
                ? Calls.call(ts, self.type, self)
                : Calls.call(ts, self.type, self, PyInt.of(self.maxLength));
        if (!(made instanceof PyDeque)) {
            throw Errors.typeError(self.type.name() + "() must return a deque, not " + made.type.name());
        }
        return made;
    }

    @Builtin(value = "__copy__(self, /)", doc = "Return a shallow copy of a deque.")
    static PyObject copySpecial(ThreadState ts, PyDeque self) {
        return copy(ts, self);
    }

    private static PyDeque exactCopy(PyDeque self) {
        PyDeque made = new PyDeque(PyDeque.TYPE);
        made.maxLength = self.maxLength;
        for (PyObject item : self.toArray()) {
            made.append(item);
        }
        return made;
    }

    @Builtin(
            value = "rotate(self, n=1, /)",
            doc = "Rotate the deque n steps to the right, to the left if n is negative.")
    static void rotate(PyDeque self, long n) {
        self.rotate(n);
    }

    @Builtin(value = "reverse(self, /)", doc = "Reverse *IN PLACE*.")
    static void reverse(PyDeque self) {
        self.reverse();
    }

    /** Compares an item with a value; RuntimeError when that changed the deque. */
    private static boolean same(ThreadState ts, PyDeque self, int index, PyObject value, String message) {
        int version = self.version;
        PyObject item = self.get(index);
        Refs.incRef(item);
        boolean same;
        try {
            same = Equality.same(ts, item, value);
        } finally {
            Refs.decRef(item);
        }
        if (self.version != version) {
            if (message.endsWith("().")) {
                throw Errors.indexError(message);
            }
            throw Errors.runtimeError(message);
        }
        return same;
    }

    @Builtin(value = "count(self, value, /)", doc = "Return number of occurrences of value.")
    static long count(ThreadState ts, PyDeque self, PyObject value) {
        long count = 0;
        for (int i = 0; i < self.size(); i++) {
            if (same(ts, self, i, value, MUTATED)) {
                count++;
            }
        }
        return count;
    }

    @Builtin("__contains__(self, key, /)")
    static boolean contains(ThreadState ts, PyDeque self, PyObject key) {
        for (int i = 0; i < self.size(); i++) {
            if (same(ts, self, i, key, MUTATED)) {
                return true;
            }
        }
        return false;
    }

    @Builtin(
            value = "index(self, value, start=0, stop=sys.maxsize, /)",
            doc = "Return the first position of value between start and stop.\n\nRaises ValueError if there is none.")
    static long index(ThreadState ts, PyDeque self, PyObject value, PyObject start, PyObject stop) {
        int from = bound(ts, start, self.size(), 0);
        int to = bound(ts, stop, self.size(), self.size());
        for (int i = from; i < to; i++) {
            if (same(ts, self, i, value, MUTATED)) {
                return i;
            }
        }
        throw Errors.valueError(Texts.repr(ts, value) + " is not in deque");
    }

    private static int bound(ThreadState ts, PyObject o, int size, int otherwise) {
        if (o == null) {
            return otherwise;
        }
        if (!(o instanceof PyInt) && !o.type.has(Special.INDEX)) {
            throw Errors.typeError("slice indices must be integers or have an __index__ method");
        }
        int at = Arguments.toClampedInt(ts, o);
        return at < 0 ? Math.max(0, at + size) : Math.min(at, size);
    }

    @Builtin(value = "insert(self, index, value, /)", doc = "Insert value before index.")
    static void insert(ThreadState ts, PyDeque self, PyObject index, PyObject value) {
        long at = Arguments.toLong(ts, index);
        if (self.maxLength >= 0 && self.size() >= self.maxLength) {
            throw Errors.indexError("deque already at its maximum size");
        }
        long position = at < 0 ? Math.max(0, at + self.size()) : Math.min(at, self.size());
        self.insert((int) position, value);
    }

    @Builtin(value = "remove(self, value, /)", doc = "Remove first occurrence of value.")
    static void remove(ThreadState ts, PyDeque self, PyObject value) {
        int size = self.size();
        for (int i = 0; i < size; i++) {
            if (same(ts, self, i, value, "deque mutated during remove().")) {
                Refs.drop(self.removeAt(i));
                return;
            }
        }
        throw Errors.valueError(Texts.repr(ts, value) + " is not in deque");
    }

    @Builtin("__len__(self, /)")
    static int length(PyDeque self) {
        return self.size();
    }

    private static int position(ThreadState ts, PyDeque self, PyObject key) {
        if (!(key instanceof PyInt) && !key.type.has(Special.INDEX)) {
            throw Errors.typeError("sequence index must be integer, not '" + key.type.name() + "'");
        }
        PyInt index = Arguments.toIndex(ts, key);
        if (!index.fitsLong()) {
            throw Errors.indexError("cannot fit '" + key.type.name() + "' into an index-sized integer");
        }
        long at = index.value < 0 ? index.value + self.size() : index.value;
        if (at < 0 || at >= self.size()) {
            throw Errors.indexError("deque index out of range");
        }
        return (int) at;
    }

    @Builtin("__getitem__(self, key, /)")
    static PyObject getItem(ThreadState ts, PyDeque self, PyObject key) {
        return self.get(position(ts, self, key));
    }

    @Builtin("__setitem__(self, key, value, /)")
    static void setItem(ThreadState ts, PyDeque self, PyObject key, PyObject value) {
        self.set(position(ts, self, key), value);
    }

    @Builtin("__delitem__(self, key, /)")
    static void deleteItem(ThreadState ts, PyDeque self, PyObject key) {
        Refs.drop(self.removeAt(position(ts, self, key)));
    }

    @Builtin("__add__(self, value, /)")
    static PyObject add(ThreadState ts, PyDeque self, PyObject value) {
        if (!(value instanceof PyDeque other)) {
            throw Errors.typeError("can only concatenate deque (not \"" + value.type.name() + "\") to deque");
        }
        PyObject made = copy(ts, self);
        extend(ts, (PyDeque) made, other);
        return made;
    }

    @Builtin("__iadd__(self, value, /)")
    static PyObject addInPlace(ThreadState ts, PyDeque self, PyObject value) {
        extend(ts, self, value);
        return self;
    }

    @Builtin("__mul__(self, value, /)")
    static PyObject multiply(ThreadState ts, PyDeque self, PyObject value) {
        if (!(value instanceof PyInt) && !value.type.has(Special.INDEX)) {
            throw Errors.typeError("can't multiply sequence by non-int of type '" + value.type.name() + "'");
        }
        PyObject made = copy(ts, self);
        return multiplyInPlace(ts, (PyDeque) made, value);
    }

    @Builtin("__rmul__(self, value, /)")
    static PyObject reflectedMultiply(ThreadState ts, PyDeque self, PyObject value) {
        return multiply(ts, self, value);
    }

    @Builtin("__imul__(self, value, /)")
    static PyObject multiplyInPlace(ThreadState ts, PyDeque self, PyObject value) {
        if (!(value instanceof PyInt) && !value.type.has(Special.INDEX)) {
            throw Errors.typeError("can't multiply sequence by non-int of type '" + value.type.name() + "'");
        }
        PyInt times = Arguments.toIndex(ts, value);
        if (!times.fitsLong()) {
            throw Errors.overflowError("cannot fit 'int' into an index-sized integer");
        }
        if (times.value <= 0) {
            self.clear();
            return self;
        }
        PyObject[] items = self.toArray();
        long count = times.value;
        if (items.length == 0 || count == 1) {
            return self;
        }
        if (self.maxLength >= 0) {
            count = Math.min(count, self.maxLength / items.length + 2L);
        } else if (count > Integer.MAX_VALUE / 2 / items.length) {
            throw Errors.memoryError();
        }
        for (long i = 1; i < count; i++) {
            for (PyObject item : items) {
                self.append(item);
            }
        }
        return self;
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyDeque self) {
        return new PyDequeIterator(self, false);
    }

    @Builtin(value = "__reversed__(self, /)", doc = "Return a reverse iterator over the deque.")
    static PyObject reversed(PyDeque self) {
        return new PyDequeIterator(self, true);
    }

    @Builtin("__repr__(self, /)")
    static String repr(ThreadState ts, PyDeque self) {
        if (Protocol.enterRepr(ts, self)) {
            return "[...]";
        }
        PyList items = PyList.of(self.toArray());
        try {
            String text = self.type.pyName() + "(" + Texts.repr(ts, items);
            return self.maxLength < 0 ? text + ")" : text + ", maxlen=" + self.maxLength + ")";
        } finally {
            Refs.drop(items);
            Protocol.leaveRepr(ts);
        }
    }

    private static PyObject compare(ThreadState ts, CompareOp op, PyDeque a, PyObject value) {
        if (!(value instanceof PyDeque b)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        if (a == b && op != CompareOp.LT && op != CompareOp.GT && op != CompareOp.NE) {
            return PyBool.TRUE;
        }
        if (a.size() != b.size() && (op == CompareOp.EQ || op == CompareOp.NE)) {
            return PyBool.of(op == CompareOp.NE);
        }
        PyObject left = PyList.of(a.toArray());
        PyObject right = PyList.of(b.toArray());
        int versions = a.version + b.version;
        PyObject answer = Equality.compare(ts, op, left, right);
        Refs.drop(left);
        Refs.drop(right);
        if (versions != a.version + b.version) {
            throw Errors.runtimeError(MUTATED);
        }
        return answer;
    }

    @Builtin("__lt__(self, value, /)")
    static PyObject less(ThreadState ts, PyDeque self, PyObject value) {
        return compare(ts, CompareOp.LT, self, value);
    }

    @Builtin("__le__(self, value, /)")
    static PyObject lessOrEqual(ThreadState ts, PyDeque self, PyObject value) {
        return compare(ts, CompareOp.LE, self, value);
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject equal(ThreadState ts, PyDeque self, PyObject value) {
        return compare(ts, CompareOp.EQ, self, value);
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject notEqual(ThreadState ts, PyDeque self, PyObject value) {
        return compare(ts, CompareOp.NE, self, value);
    }

    @Builtin("__gt__(self, value, /)")
    static PyObject greater(ThreadState ts, PyDeque self, PyObject value) {
        return compare(ts, CompareOp.GT, self, value);
    }

    @Builtin("__ge__(self, value, /)")
    static PyObject greaterOrEqual(ThreadState ts, PyDeque self, PyObject value) {
        return compare(ts, CompareOp.GE, self, value);
    }

    @Builtin("__hash__(self, /)")
    static void hash(PyDeque self) {
        throw Errors.typeError("unhashable type: '" + self.type.name() + "'");
    }

    @Builtin(value = "__reduce__(self, /)", doc = "Return state information for pickling.")
    static PyObject reduce(ThreadState ts, PyDeque self) {
        PyObject state = PySingleton.NONE;
        if (self.type != PyDeque.TYPE) {
            state = Calls.callMethod(ts, self, "__getstate__");
        }
        PyObject arguments = self.maxLength < 0
                ? PyTuple.EMPTY
                : PyTuple.of(PyTuple.EMPTY, PyInt.of(self.maxLength));
        return PyTuple.of(self.type, arguments, state, Iteration.iter(ts, self));
    }

    @Builtin(value = "__sizeof__(self, /)", doc = "Return the size of the deque in memory, in bytes.")
    static long sizeInBytes(PyDeque self) {
        return 208 + 528L * Math.max(1, (self.size() + 63) / 64);
    }

    @Builtin(
            value = "__class_getitem__(type, object, /)",
            doc = "See PEP 585",
            kind = Builtin.Kind.CLASS_METHOD)
    static PyObject classGetItem(PyType type, PyObject item) {
        return TypeChecks.genericAlias(type, item);
    }

    @Attribute(value = "maxlen", doc = "maximum size of a deque or None if unbounded")
    static PyObject maxLength(PyDeque self) {
        return self.maxLength < 0 ? PySingleton.NONE : PyInt.of(self.maxLength);
    }
}
