package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.CompareOp;
import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.Mutations;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyListIterator;
import org.krait.objects.PyListReverseIterator;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PySlice;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Iteration;
import org.krait.runtime.Texts;

/** The methods of {@code list}. */
@BuiltinType(base = ObjectMethods.class, signature = "(iterable=(), /)", doc = """
        Built-in mutable sequence.

        If no argument is given, the constructor creates a new empty list.
        The argument must be an iterable if specified.""")
public final class ListMethods {
    private ListMethods() {}

    @Builtin("__new__(cls, /, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType cls, PyObject[] args, PyStr[] keywords) {
        return new PyList(cls);
    }

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(ThreadState ts, PyList self, PyObject[] args, PyStr[] keywords) {
        if (keywords != null && keywords.length > 0
                && self.type.special(Special.INIT) == PyList.TYPE.special(Special.INIT)
                && self.type.special(Special.NEW) == PyList.TYPE.special(Special.NEW)) {
            throw Errors.typeError("list() takes no keyword arguments");
        }
        int n = keywords == null ? args.length : args.length - keywords.length;
        if (n > 1) {
            throw Errors.typeError("list expected at most 1 argument, got " + n);
        }
        if (self.size > 0) {
            self.clear();
        }
        if (n == 1) {
            Protocol.extend(ts, self, args[0]);
        }
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(ThreadState ts, PyList self) {
        if (self.size == 0) {
            return PyStr.interned("[]");
        }
        if (Protocol.enterRepr(ts, self)) {
            return PyStr.interned("[...]");
        }
        try {
            PyStrBuilder out = new PyStrBuilder(self.size * 4);
            out.append('[');
            for (int i = 0; i < self.size; i++) {
                if (i > 0) {
                    out.append(',').append(' ');
                }
                PyObject item = self.items[i];
                Refs.incRef(item);
                try {
                    out.append(Texts.repr(ts, item));
                } finally {
                    Refs.decRef(item);
                }
            }
            return out.append(']').toPyStr();
        } finally {
            Protocol.leaveRepr(ts);
        }
    }

    private static void readContent(PyList self) {
        if (Mutations.WATCHED) {
            Mutations.notePart(self, null);
        }
    }

    @Builtin("__len__(self, /)")
    static int length(PyList self) {
        readContent(self);
        return self.size;
    }

    @Builtin("__hash__(self, /)")
    static void hash(PyList self) {
        throw Errors.typeError("unhashable type: '" + self.type.name() + "'");
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyList self) {
        readContent(self);
        return new PyListIterator(self);
    }

    @Builtin("__reversed__(self, /)")
    static PyObject reversed(PyList self) {
        return new PyListReverseIterator(self);
    }

    @Builtin("__contains__(self, key, /)")
    static boolean contains(ThreadState ts, PyList self, PyObject key) {
        readContent(self);
        return find(ts, self, key, 0, Integer.MAX_VALUE) >= 0;
    }

    /** The index of the first item equal to the key, or -1. */
    private static int find(ThreadState ts, PyList self, PyObject key, int from, int to) {
        for (int i = from; i < to && i < self.size; i++) {
            if (sameItem(ts, self.items[i], key)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean sameItem(ThreadState ts, PyObject item, PyObject key) {
        if (item == key) {
            return true;
        }
        Refs.incRef(item);
        try {
            return Equality.equal(ts, item, key);
        } finally {
            Refs.decRef(item);
        }
    }

    // Items and slices.

    @Builtin(value = "__getitem__(self, index, /)", coexist = true, doc = "Return self[index].")
    static PyObject getItem(ThreadState ts, PyList self, PyObject key) {
        if (key.getClass() == PyInt.class) {
            long i = ((PyInt) key).value;
            int n = self.size;
            if (i < 0) {
                i += n;
            }
            if (i < 0 || i >= n) {
                throw Errors.indexError("list index out of range");
            }
            return self.items[(int) i];
        }
        if (key instanceof PySlice slice) {
            return slice(self, new SliceRange(ts, slice).fit(self.size));
        }
        return self.items[index(ts, self, key, "list index out of range")];
    }

    private static int index(ThreadState ts, PyList self, PyObject key, String outOfRange) {
        if (!Protocol.isIndex(key)) {
            throw Errors.typeError("list indices must be integers or slices, not " + key.type.name());
        }
        long i = Protocol.indexForSequence(ts, key);
        if (i < 0) {
            i += self.size;
        }
        if (i < 0 || i >= self.size) {
            throw Errors.indexError(outOfRange);
        }
        return (int) i;
    }

    private static PyList slice(PyList self, SliceRange range) {
        int n = range.count;
        if (n == 0) {
            return new PyList();
        }
        if (range.step == 1) {
            return PyList.copyOf(self.items, range.start, n);
        }
        PyObject[] items = new PyObject[n];
        for (int i = 0, at = range.start; i < n; i++, at += range.step) {
            items[i] = self.items[at];
        }
        return PyList.of(items);
    }

    @Builtin("__setitem__(self, key, value, /)")
    static void setItem(ThreadState ts, PyList self, PyObject key, PyObject value) {
        if (key instanceof PySlice slice) {
            setSlice(ts, self, new SliceRange(ts, slice), value);
        } else {
            self.set(index(ts, self, key, "list assignment index out of range"), value);
        }
    }

    private static void setSlice(ThreadState ts, PyList self, SliceRange range, PyObject value) {
        if (range.step == 1) {
            PyObject[] items = sequence(ts, self, value, "can only assign an iterable");
            range.fit(self.size);
            self.replace(range.start, Math.max(range.start, range.stop), items);
            return;
        }
        PyObject[] items = sequence(ts, self, value, "must assign iterable to extended slice");
        range.fit(self.size);
        if (items.length != range.count) {
            throw Errors.valueError("attempt to assign sequence of size " + items.length + " to extended slice of size "
                    + range.count);
        }
        PyObject[] old = new PyObject[items.length];
        for (int i = 0, at = range.start; i < items.length; i++, at += range.step) {
            old[i] = self.items[at];
            Refs.incRef(items[i]);
            self.items[at] = items[i];
        }
        noteItems(self, self.size);
        for (PyObject o : old) {
            Refs.decRef(o);
        }
    }

    private static PyObject[] sequence(ThreadState ts, PyList self, PyObject value, String message) {
        if (value == self) {
            return self.toArray();
        }
        if (value instanceof PyList || value instanceof PyTuple) {
            return Protocol.items(ts, value);
        }
        PyObject iterator = Iteration.iterOr(ts, value, message);
        Refs.incRef(iterator);
        try {
            return Protocol.items(ts, iterator);
        } finally {
            Refs.decRef(iterator);
        }
    }

    @Builtin("__delitem__(self, key, /)")
    static void deleteItem(ThreadState ts, PyList self, PyObject key) {
        if (!(key instanceof PySlice slice)) {
            Refs.drop(self.removeAt(index(ts, self, key, "list assignment index out of range")));
            return;
        }
        SliceRange range = new SliceRange(ts, slice).fit(self.size);
        int n = range.count;
        if (n == 0) {
            return;
        }
        if (range.step == 1) {
            self.replace(range.start, range.stop, new PyObject[0]);
            return;
        }
        int step = range.step;
        int first = range.start;
        if (step < 0) {
            first += step * (n - 1);
            step = -step;
        }
        PyObject[] removed = new PyObject[n];
        int to = first;
        int k = 0;
        int before = self.size;
        PyObject[] items = self.items;
        for (int i = first; i < self.size; i++) {
            if (k < n && i == first + (long) k * step) {
                removed[k++] = items[i];
            } else {
                items[to++] = items[i];
            }
        }
        java.util.Arrays.fill(items, to, self.size, null);
        self.size = to;
        noteItems(self, before);
        for (PyObject o : removed) {
            Refs.decRef(o);
        }
    }

    // Operators.

    @Builtin("__add__(self, value, /)")
    static PyObject add(PyList self, PyObject value) {
        if (!(value instanceof PyList other)) {
            throw Errors.typeError("can only concatenate list (not \"" + value.type.name() + "\") to list");
        }
        PyObject[] all = java.util.Arrays.copyOf(self.items, Sequences.length(self.size, other.size));
        System.arraycopy(other.items, 0, all, self.size, other.size);
        return PyList.of(all);
    }

    @Builtin("__iadd__(self, value, /)")
    static PyObject addInPlace(ThreadState ts, PyList self, PyObject value) {
        extend(ts, self, value);
        return self;
    }

    @Builtin("__mul__(self, value, /)")
    static PyObject multiply(ThreadState ts, PyList self, PyObject value) {
        if (!Protocol.isIndex(value)) {
            return Sequences.notACount(value);
        }
        return PyList.of(Sequences.repeat(self.items, self.size, Protocol.size(ts, value)));
    }

    @Builtin("__rmul__(self, value, /)")
    static PyObject reflectedMultiply(ThreadState ts, PyList self, PyObject value) {
        Sequences.checkCount(value);
        return multiply(ts, self, value);
    }

    @Builtin("__imul__(self, value, /)")
    static PyObject multiplyInPlace(ThreadState ts, PyList self, PyObject value) {
        if (!Protocol.isIndex(value)) {
            return Sequences.notACount(value);
        }
        long n = Protocol.size(ts, value);
        if (n <= 0) {
            self.clear();
        } else if (n > 1 && self.size > 0) {
            PyObject[] more = Sequences.repeat(self.items, self.size, n - 1);
            Sequences.length(self.size, more.length);
            self.appendAll(more, 0, more.length);
        }
        return self;
    }

    @Builtin("__lt__(self, value, /)")
    static PyObject lessThan(ThreadState ts, PyList self, PyObject value) {
        return Sequences.compareLists(ts, CompareOp.LT, self, value);
    }

    @Builtin("__le__(self, value, /)")
    static PyObject lessOrEqual(ThreadState ts, PyList self, PyObject value) {
        return Sequences.compareLists(ts, CompareOp.LE, self, value);
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject equal(ThreadState ts, PyList self, PyObject value) {
        return Sequences.compareLists(ts, CompareOp.EQ, self, value);
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject notEqual(ThreadState ts, PyList self, PyObject value) {
        return Sequences.compareLists(ts, CompareOp.NE, self, value);
    }

    @Builtin("__gt__(self, value, /)")
    static PyObject greaterThan(ThreadState ts, PyList self, PyObject value) {
        return Sequences.compareLists(ts, CompareOp.GT, self, value);
    }

    @Builtin("__ge__(self, value, /)")
    static PyObject greaterOrEqual(ThreadState ts, PyList self, PyObject value) {
        return Sequences.compareLists(ts, CompareOp.GE, self, value);
    }

    // Methods.

    @Builtin(value = "append(self, object, /)", doc = "Append object to the end of the list.")
    static void append(PyList self, PyObject object) {
        self.append(object);
    }

    @Builtin(value = "clear(self, /)", doc = "Remove all items from list.")
    static void clear(PyList self) {
        self.clear();
    }

    @Builtin(value = "copy(self, /)", doc = "Return a shallow copy of the list.")
    static PyObject copy(PyList self) {
        return PyList.of(self.toArray());
    }

    @Builtin(value = "count(self, value, /)", doc = "Return number of occurrences of value.")
    static int count(ThreadState ts, PyList self, PyObject value) {
        int count = 0;
        for (int i = 0; i < self.size; i++) {
            if (sameItem(ts, self.items[i], value)) {
                count++;
            }
        }
        return count;
    }

    @Builtin(value = "extend(self, iterable, /)", doc = "Extend list by appending elements from the iterable.")
    static void extend(ThreadState ts, PyList self, PyObject iterable) {
        if (iterable == self) {
            self.appendAll(self.toArray(), 0, self.size);
        } else {
            Protocol.extend(ts, self, iterable);
        }
    }

    @Builtin(value = "index(self, value, start=0, stop=sys.maxsize, /)", doc = """
            Return first index of value.

            Raises ValueError if the value is not present.""")
    static int index(ThreadState ts, PyList self, PyObject value, PyObject start, PyObject stop) {
        int from = start == null ? 0 : Protocol.bound(ts, Sequences.index(start), self.size, 0);
        int to = stop == null ? Integer.MAX_VALUE : Protocol.bound(ts, Sequences.index(stop), self.size, 0);
        int at = find(ts, self, value, from, to);
        if (at < 0) {
            throw Errors.valueError(Texts.repr(ts, value) + " is not in list");
        }
        return at;
    }

    @Builtin(value = "insert(self, index, object, /)", doc = "Insert object before index.")
    static void insert(ThreadState ts, PyList self, PyObject index, PyObject object) {
        long at = Arguments.toLong(ts, index);
        if (at < 0) {
            at = Math.max(0, at + self.size);
        }
        self.insert((int) Math.min(at, self.size), object);
    }

    @Builtin(value = "pop(self, index=-1, /)", doc = """
            Remove and return item at index (default last).

            Raises IndexError if list is empty or index is out of range.""")
    static PyObject pop(ThreadState ts, PyList self, PyObject index) {
        long at = index == null ? -1 : Arguments.toLong(ts, index);
        if (self.size == 0) {
            throw Errors.indexError("pop from empty list");
        }
        if (at < 0) {
            at += self.size;
        }
        if (at < 0 || at >= self.size) {
            throw Errors.indexError("pop index out of range");
        }
        return self.removeAt((int) at);
    }

    @Builtin(value = "remove(self, value, /)", doc = """
            Remove first occurrence of value.

            Raises ValueError if the value is not present.""")
    static void remove(ThreadState ts, PyList self, PyObject value) {
        int at = find(ts, self, value, 0, Integer.MAX_VALUE);
        if (at < 0) {
            throw Errors.valueError("list.remove(x): x not in list");
        }
        if (at < self.size) {
            Refs.drop(self.removeAt(at));
        }
    }

    @Builtin(value = "reverse(self, /)", doc = "Reverse *IN PLACE*.")
    static void reverse(PyList self) {
        ListSort.reverse(self.items, 0, self.size);
        noteItems(self, self.size);
    }

    /** Tells who captures that a list, which had so many items, has others now. */
    private static void noteItems(PyList self, int before) {
        if (Mutations.isTold(self)) {
            Mutations.noteReplaced(self, 0, before, self.toArray());
        }
    }

    @Builtin(value = "sort(self, /, *, key=None, reverse=False)", doc = """
            Sort the list in ascending order and return None.

            The sort is in-place (i.e. the list itself is modified) and stable (i.e. the
            order of two equal elements is maintained).

            If a key function is given, apply it once to each list item and sort them,
            ascending or descending, according to their function values.

            The reverse flag can be set to sort in descending order.""")
    static void sort(ThreadState ts, PyList self, PyObject key, PyObject reverse) {
        boolean backwards = reverse != null && Protocol.truth(ts, reverse);
        sort(ts, self, key == PySingleton.NONE ? null : key, backwards);
    }

    /** Sorts in place; {@code key} null for none. While it runs the list is empty. */
    public static void sort(ThreadState ts, PyList self, PyObject key, boolean backwards) {
        PyObject[] items = self.items;
        int n = self.size;
        PyObject[] none = new PyObject[0];
        self.items = none;
        self.size = 0;
        PyObject[] keys = items;
        int made = 0;
        boolean changed;
        try {
            if (key != null) {
                keys = new PyObject[n];
                for (; made < n; made++) {
                    PyObject k = Protocol.call(ts, key, items[made]);
                    Refs.incRef(k);
                    keys[made] = k;
                }
            }
            if (backwards) {
                flip(keys, items, n);
            }
            try {
                new ListSort(ts, keys, keys == items ? null : items).sort(n);
            } finally {
                if (backwards) {
                    flip(keys, items, n);
                }
            }
        } finally {
            if (keys != items) {
                for (int i = 0; i < made; i++) {
                    Refs.decRef(keys[i]);
                }
            }
            changed = self.items != none;
            PyObject[] meanwhile = self.items;
            int count = self.size;
            self.items = items;
            self.size = n;
            noteItems(self, n);
            for (int i = 0; i < count; i++) {
                Refs.decRef(meanwhile[i]);
            }
        }
        if (changed) {
            throw Errors.valueError("list modified during sort");
        }
    }

    private static void flip(PyObject[] keys, PyObject[] items, int n) {
        ListSort.reverse(items, 0, n);
        if (keys != items) {
            ListSort.reverse(keys, 0, n);
        }
    }

    @Builtin("__sizeof__(self, /)")
    static int sizeOf(PyList self) {
        return 40 + 8 * self.items.length;
    }

    @Builtin(value = "__class_getitem__(cls, item, /)", kind = Builtin.Kind.CLASS_METHOD)
    static PyObject classGetItem(PyType cls, PyObject item) {
        return Sequences.alias(cls, item);
    }
}
