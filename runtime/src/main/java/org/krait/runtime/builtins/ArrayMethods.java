package org.krait.runtime.builtins;

import java.util.Arrays;
import org.krait.objects.CompareOp;
import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.Mutations;
import org.krait.objects.PyBool;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyByteArray;
import org.krait.objects.PyBytes;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PySlice;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Texts;

/** The methods of {@code array.array}. */
@BuiltinType(base = ObjectMethods.class, doc = """
        array(typecode [, initializer]) -> array

        Return a new array whose items are restricted by typecode, and
        initialized from the optional initializer value, which must be a list,
        string or iterable over elements of the appropriate type.""")
public final class ArrayMethods {
    private ArrayMethods() {}

    @Builtin("__new__(cls, /, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType cls, PyObject[] args, PyStr[] keywords) {
        int named = keywords == null ? 0 : keywords.length;
        if (named > 0 && cls == PyArray.TYPE) {
            throw Errors.typeError("array.array() takes no keyword arguments");
        }
        int n = args.length - named;
        if (n < 1 || n > 2) {
            throw Errors.typeError("array() takes at " + (n < 1 ? "least 1 argument" : "most 2 arguments") + " (" + n
                    + " given)");
        }
        if (!(args[0] instanceof PyStr code) || code.length() != 1) {
            throw Errors.typeError("array() argument 1 must be a unicode character, not " + args[0].type.name());
        }
        if (PyArray.TYPECODES.indexOf(code.at(0)) < 0) {
            throw Errors.valueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
        }
        PyArray made = new PyArray(cls, (char) code.at(0));
        if (n == 2) {
            fill(ts, made, args[1]);
        }
        return made;
    }

    private static void fill(ThreadState ts, PyArray made, PyObject initial) {
        char c = made.typecode;
        if (c != 'u' && initial instanceof PyStr) {
            throw Errors.typeError("cannot use a str to initialize an array with typecode '" + c + "'");
        }
        if (c != 'u' && initial instanceof PyArray other && other.typecode == 'u') {
            throw Errors.typeError("cannot use a unicode array to initialize an array with typecode '" + c + "'");
        }
        if (initial instanceof PyStr text) {
            fromUnicode(made, text);
        } else if (initial instanceof PyBytes || initial instanceof PyByteArray) {
            fromBytes(made, Bytes.array(ts, initial));
        } else if (initial instanceof PyArray other && other.typecode == c) {
            made.append(other.bytes());
        } else {
            extendByItems(ts, made, initial);
        }
    }

    private static void extendByItems(ThreadState ts, PyArray self, PyObject iterable) {
        PyObject iterator = Protocol.iter(ts, iterable);
        Refs.incRef(iterator);
        try {
            for (PyObject item = Protocol.next(ts, iterator); item != null; item = Protocol.next(ts, iterator)) {
                self.append(self.pack(ts, item));
            }
        } finally {
            Refs.decRef(iterator);
        }
    }

    static void fromBytes(PyArray self, byte[] bytes) {
        if (bytes.length % self.itemSize != 0) {
            throw Errors.valueError("bytes length not a multiple of item size");
        }
        self.append(bytes);
    }

    private static void fromUnicode(PyArray self, PyStr text) {
        byte[] b = new byte[text.length() * 4];
        for (int i = 0; i < text.length(); i++) {
            MemoryFormats.storeInt(b, i * 4, 'I', text.at(i));
        }
        self.append(b);
    }

    private static PyStr toText(PyArray self) {
        int[] codePoints = new int[self.size];
        for (int i = 0; i < self.size; i++) {
            codePoints[i] = (int) ((PyInt) MemoryFormats.unpack(self.data, i * 4, 'I')).value;
            if (codePoints[i] < 0 || codePoints[i] > 0x10ffff) {
                throw Errors.valueError("character U+" + Integer.toHexString(codePoints[i])
                        + " is not in range [U+0000; U+10ffff]");
            }
        }
        return PyStr.ofUcs4(codePoints);
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(ThreadState ts, PyArray self) {
        PyStrBuilder out = new PyStrBuilder();
        out.append(self.type.pyName()).append("('").append(self.typecode).append('\'');
        if (self.size > 0) {
            PyObject items = self.typecode == 'u' ? toText(self) : toList(self);
            out.append(", ").append(Texts.repr(ts, items));
        }
        return out.append(')').toPyStr();
    }

    @Builtin("__len__(self, /)")
    static int length(PyArray self) {
        return self.size;
    }

    @Builtin("__hash__(self, /)")
    static void hash(PyArray self) {
        throw Errors.typeError("unhashable type: '" + self.type.name() + "'");
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyArray self) {
        return new PyArrayIterator(self);
    }

    @Builtin("__contains__(self, key, /)")
    static boolean contains(ThreadState ts, PyArray self, PyObject key) {
        return find(ts, self, key, 0, Integer.MAX_VALUE) >= 0;
    }

    private static int find(ThreadState ts, PyArray self, PyObject value, int from, int to) {
        for (int i = from; i < to && i < self.size; i++) {
            if (Equality.equal(ts, self.item(i), value)) {
                return i;
            }
        }
        return -1;
    }

    // Items.

    private static int place(ThreadState ts, PyArray self, PyObject key, String outOfRange) {
        if (!Protocol.isIndex(key)) {
            throw Errors.typeError("array indices must be integers");
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

    @Builtin("__getitem__(self, key, /)")
    static PyObject getItem(ThreadState ts, PyArray self, PyObject key) {
        if (!(key instanceof PySlice slice)) {
            return self.item(place(ts, self, key, "array index out of range"));
        }
        SliceRange range = new SliceRange(ts, slice).fit(self.size);
        int w = self.itemSize;
        byte[] out = new byte[range.count * w];
        for (int i = 0, at = range.start; i < range.count; i++, at += range.step) {
            System.arraycopy(self.data, at * w, out, i * w, w);
        }
        return self.sibling(out);
    }

    @Builtin("__setitem__(self, key, value, /)")
    static void setItem(ThreadState ts, PyArray self, PyObject key, PyObject value) {
        int w = self.itemSize;
        if (!(key instanceof PySlice slice)) {
            int at = place(ts, self, key, "array assignment index out of range");
            byte[] packed = self.pack(ts, value);
            if (at < self.size) {
                System.arraycopy(packed, 0, self.data, at * w, w);
            }
            return;
        }
        if (!(value instanceof PyArray other)) {
            throw Errors.typeError("can only assign array (not \"" + value.type.name() + "\") to array slice");
        }
        if (other.typecode != self.typecode) {
            throw Errors.typeError("bad argument type for built-in operation");
        }
        byte[] bytes = other.bytes();
        SliceRange range = new SliceRange(ts, slice).fit(self.size);
        if (range.step == 1) {
            self.replace(range.start, Math.max(range.start, range.stop), bytes);
        } else if (bytes.length == 0) {
            deleteSlice(self, range);
        } else if (other.size != range.count) {
            throw Errors.valueError("attempt to assign array of size " + other.size + " to extended slice of size "
                    + range.count);
        } else {
            for (int i = 0, at = range.start; i < range.count; i++, at += range.step) {
                System.arraycopy(bytes, i * w, self.data, at * w, w);
            }
        }
    }

    @Builtin("__delitem__(self, key, /)")
    static void deleteItem(ThreadState ts, PyArray self, PyObject key) {
        if (key instanceof PySlice slice) {
            deleteSlice(self, new SliceRange(ts, slice).fit(self.size));
        } else {
            int at = place(ts, self, key, "array assignment index out of range");
            self.replace(at, at + 1, new byte[0]);
        }
    }

    private static void deleteSlice(PyArray self, SliceRange range) {
        if (range.count == 0) {
            return;
        }
        self.checkResizable();
        boolean[] gone = new boolean[self.size];
        for (int i = 0, at = range.start; i < range.count; i++, at += range.step) {
            gone[at] = true;
        }
        int w = self.itemSize;
        int to = 0;
        for (int i = 0; i < gone.length; i++) {
            if (!gone[i]) {
                System.arraycopy(self.data, i * w, self.data, to++ * w, w);
            }
        }
        self.size = to;
    }

    // Operators.

    @Builtin("__add__(self, value, /)")
    static PyObject add(PyArray self, PyObject value) {
        if (!(value instanceof PyArray other)) {
            throw Errors.typeError("can only append array (not \"" + value.type.name() + "\") to array");
        }
        if (other.typecode != self.typecode) {
            throw Errors.typeError("bad argument type for built-in operation");
        }
        PyArray made = self.sibling(self.bytes());
        made.append(other.bytes());
        return made;
    }

    @Builtin("__iadd__(self, value, /)")
    static PyObject addInPlace(ThreadState ts, PyArray self, PyObject value) {
        if (!(value instanceof PyArray)) {
            throw Errors.typeError("can only extend array with array (not \"" + value.type.name() + "\")");
        }
        extend(ts, self, value);
        return self;
    }

    @Builtin("__mul__(self, value, /)")
    static PyObject multiply(ThreadState ts, PyArray self, PyObject value) {
        if (!Protocol.isIndex(value)) {
            return Sequences.notACount(value);
        }
        return self.sibling(Sequences.repeat(self.data, 0, self.size * self.itemSize, Protocol.size(ts, value)));
    }

    @Builtin("__rmul__(self, value, /)")
    static PyObject reflectedMultiply(ThreadState ts, PyArray self, PyObject value) {
        return multiply(ts, self, value);
    }

    @Builtin("__imul__(self, value, /)")
    static PyObject multiplyInPlace(ThreadState ts, PyArray self, PyObject value) {
        if (!Protocol.isIndex(value)) {
            return Sequences.notACount(value);
        }
        byte[] all = Sequences.repeat(self.data, 0, self.size * self.itemSize, Protocol.size(ts, value));
        self.replace(0, self.size, all);
        return self;
    }

    private static PyObject compare(ThreadState ts, CompareOp op, PyArray a, PyObject value) {
        if (!(value instanceof PyArray b)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        if (a.size != b.size && (op == CompareOp.EQ || op == CompareOp.NE)) {
            return PyBool.of(op == CompareOp.NE);
        }
        int n = Math.min(a.size, b.size);
        for (int i = 0; i < n; i++) {
            PyObject x = a.item(i);
            PyObject y = b.item(i);
            if (!Equality.equal(ts, x, y)) {
                return op == CompareOp.EQ || op == CompareOp.NE
                        ? PyBool.of(op == CompareOp.NE)
                        : Equality.compare(ts, op, x, y);
            }
        }
        return PyBool.of(op.test(Integer.compare(a.size, b.size)));
    }

    @Builtin("__lt__(self, value, /)")
    static PyObject lessThan(ThreadState ts, PyArray self, PyObject value) {
        return compare(ts, CompareOp.LT, self, value);
    }

    @Builtin("__le__(self, value, /)")
    static PyObject lessOrEqual(ThreadState ts, PyArray self, PyObject value) {
        return compare(ts, CompareOp.LE, self, value);
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject equal(ThreadState ts, PyArray self, PyObject value) {
        return compare(ts, CompareOp.EQ, self, value);
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject notEqual(ThreadState ts, PyArray self, PyObject value) {
        return compare(ts, CompareOp.NE, self, value);
    }

    @Builtin("__gt__(self, value, /)")
    static PyObject greaterThan(ThreadState ts, PyArray self, PyObject value) {
        return compare(ts, CompareOp.GT, self, value);
    }

    @Builtin("__ge__(self, value, /)")
    static PyObject greaterOrEqual(ThreadState ts, PyArray self, PyObject value) {
        return compare(ts, CompareOp.GE, self, value);
    }

    // Methods.

    @Attribute(value = "typecode", doc = "the typecode character used to create the array")
    static PyObject typecode(PyArray self) {
        return PyStr.ofCodePoint(self.typecode);
    }

    @Attribute(value = "itemsize", doc = "the size, in bytes, of one array item")
    static int itemSize(PyArray self) {
        return self.itemSize;
    }

    @Builtin(value = "append(self, v, /)", doc = "Append new value v to the end of the array.")
    static void append(ThreadState ts, PyArray self, PyObject v) {
        self.append(self.pack(ts, v));
    }

    @Builtin(value = "extend(self, bb, /)", doc = "Append items to the end of the array.")
    static void extend(ThreadState ts, PyArray self, PyObject bb) {
        if (bb instanceof PyArray other) {
            if (other.typecode != self.typecode) {
                throw Errors.typeError("can only extend with array of same kind");
            }
            self.append(other.bytes());
        } else {
            extendByItems(ts, self, bb);
        }
    }

    @Builtin(value = "insert(self, i, v, /)", doc = "Insert a new item v into the array before position i.")
    static void insert(ThreadState ts, PyArray self, long i, PyObject v) {
        byte[] packed = self.pack(ts, v);
        int at = (int) Math.min(i < 0 ? Math.max(0, i + self.size) : i, self.size);
        self.replace(at, at, packed);
    }

    @Builtin(value = "pop(self, i=-1, /)", doc = """
            Return the i-th element and delete it from the array.

            i defaults to -1.""")
    static PyObject pop(PyArray self, long i) {
        if (self.size == 0) {
            throw Errors.indexError("pop from empty array");
        }
        long at = i < 0 ? i + self.size : i;
        if (at < 0 || at >= self.size) {
            throw Errors.indexError("pop index out of range");
        }
        PyObject item = self.item((int) at);
        self.replace((int) at, (int) at + 1, new byte[0]);
        return item;
    }

    @Builtin(value = "remove(self, v, /)", doc = "Remove the first occurrence of v in the array.")
    static void remove(ThreadState ts, PyArray self, PyObject v) {
        int at = find(ts, self, v, 0, Integer.MAX_VALUE);
        if (at < 0) {
            throw Errors.valueError("array.remove(x): x not in array");
        }
        self.replace(at, at + 1, new byte[0]);
    }

    @Builtin(value = "index(self, v, start=0, stop=sys.maxsize, /)", doc = """
            Return index of first occurrence of v in the array.

            Raise ValueError if the value is not present.""")
    static int index(ThreadState ts, PyArray self, PyObject v, PyObject start, PyObject stop) {
        int from = start == null ? 0 : Protocol.bound(ts, Sequences.index(start), self.size, 0);
        int to = stop == null ? Integer.MAX_VALUE : Protocol.bound(ts, Sequences.index(stop), self.size, 0);
        int at = find(ts, self, v, from, to);
        if (at < 0) {
            throw Errors.valueError("array.index(x): x not in array");
        }
        return at;
    }

    @Builtin(value = "count(self, v, /)", doc = "Return number of occurrences of v in the array.")
    static int count(ThreadState ts, PyArray self, PyObject v) {
        int count = 0;
        for (int at = find(ts, self, v, 0, Integer.MAX_VALUE); at >= 0;
                at = find(ts, self, v, at + 1, Integer.MAX_VALUE)) {
            count++;
        }
        return count;
    }

    @Builtin(value = "reverse(self, /)", doc = "Reverse the order of the items in the array.")
    static void reverse(PyArray self) {
        int w = self.itemSize;
        swap(self.data, 0, self.size * w);
        for (int i = 0; i < self.size; i++) {
            swap(self.data, i * w, w);
        }
    }

    /** Reverses the order of some bytes. */
    static void swap(byte[] b, int from, int count) {
        for (int i = from, j = from + count - 1; i < j; i++, j--) {
            byte x = b[i];
            b[i] = b[j];
            b[j] = x;
        }
    }

    @Builtin(value = "byteswap(self, /)", doc = """
            Byteswap all items of the array.

            If the items in the array are not 1, 2, 4, or 8 bytes in size, RuntimeError is
            raised.""")
    static void byteSwap(PyArray self) {
        for (int i = 0; i < self.size; i++) {
            swap(self.data, i * self.itemSize, self.itemSize);
        }
    }

    @Builtin(value = "buffer_info(self, /)", doc = """
            Return a tuple (address, length) giving the current memory address and the length in items of the buffer \
            used to hold array's contents.

            The length should be multiplied by the itemsize attribute to calculate
            the buffer length in bytes.""")
    static PyObject bufferInfo(ThreadState ts, PyArray self) {
        return PyTuple.of(PyInt.of(Identity.of(ts.interp, self)), PyInt.of(self.size));
    }

    @Builtin(value = "tolist(self, /)", doc = "Convert array to an ordinary list with the same items.")
    static PyList toList(PyArray self) {
        PyList list = new PyList();
        for (int i = 0; i < self.size; i++) {
            list.append(self.item(i));
        }
        return list;
    }

    @Builtin(value = "fromlist(self, list, /)", doc = "Append items to array from list.")
    static void fromList(ThreadState ts, PyArray self, PyObject list) {
        if (!(list instanceof PyList items)) {
            throw Errors.typeError("arg must be list");
        }
        int n = items.size;
        ByteSink sink = new ByteSink(n * self.itemSize);
        for (int i = 0; i < n; i++) {
            sink.addAll(self.pack(ts, items.items[i]));
            if (items.size != n) {
                throw Errors.runtimeError("list changed size during iteration");
            }
        }
        self.append(sink.toByteArray());
    }

    @Builtin(value = "tobytes(self, /)",
            doc = "Convert the array to an array of machine values and return the bytes representation.")
    static PyObject toBytes(PyArray self) {
        return new PyBytes(self.bytes());
    }

    @Builtin(value = "frombytes(self, buffer, /)", doc = """
            Appends items from the string, interpreting it as an array of machine values, as if it had been read from \
            a file using the fromfile() method.""")
    static void fromBytes(ThreadState ts, PyArray self, PyObject buffer) {
        fromBytes(self, Bytes.array(ts, buffer));
    }

    @Builtin(value = "tounicode(self, /)", doc = """
            Extends this array with data from the unicode string ustr.

            Convert the array to a unicode string.  The array must be a unicode type array;
            otherwise a ValueError is raised.  Use array.tobytes().decode() to obtain a
            unicode string from an array of some other type.""")
    static PyObject toUnicode(PyArray self) {
        if (self.typecode != 'u') {
            throw Errors.valueError("tounicode() may only be called on unicode type arrays");
        }
        return toText(self);
    }

    @Builtin(value = "fromunicode(self, ustr, /)", doc = """
            Extends this array with data from the unicode string ustr.

            The array must be a unicode type array; otherwise a ValueError is raised.
            Use array.frombytes(ustr.encode(...)) to append Unicode data to an array of
            some other type.""")
    static void fromUnicodeText(PyArray self, PyStr ustr) {
        if (self.typecode != 'u') {
            throw Errors.valueError("fromunicode() may only be called on unicode type arrays");
        }
        fromUnicode(self, ustr);
    }

    @Builtin(value = "tofile(self, f, /)", doc = "Write all items (as machine values) to the file object f.")
    static void toFile(ThreadState ts, PyArray self, PyObject f) {
        byte[] all = self.bytes();
        int block = 64 * 1024;
        for (int at = 0; at < all.length; at += block) {
            Protocol.callMethod(ts, f, "write",
                    new PyBytes(Arrays.copyOfRange(all, at, Math.min(all.length, at + block))));
        }
    }

    @Builtin(value = "fromfile(self, f, n, /)", doc = """
            Read n objects from the file object f and append them to the end of the array.""")
    static void fromFile(ThreadState ts, PyArray self, PyObject f, long n) {
        if (n < 0) {
            throw Errors.valueError("negative count");
        }
        if (n > Long.MAX_VALUE / self.itemSize) {
            throw Errors.memoryError();
        }
        long wanted = n * self.itemSize;
        PyObject read = Protocol.callMethod(ts, f, "read", PyInt.of(wanted));
        if (!(read instanceof PyBytes bytes)) {
            throw Errors.typeError("read() didn't return bytes");
        }
        fromBytes(self, bytes.value);
        if (bytes.value.length != wanted) {
            throw Errors.of(ExceptionTypes.EOF_ERROR, "read() didn't return enough bytes");
        }
    }

    @Builtin("__copy__(self, /)")
    static PyObject copy(PyArray self) {
        return self.sibling(self.bytes());
    }

    @Builtin("__deepcopy__(self, unused, /)")
    static PyObject deepCopy(PyArray self, PyObject unused) {
        return copy(self);
    }

    @Builtin("__reduce_ex__(self, value, /)")
    static PyObject reduce(ThreadState ts, PyArray self, long protocol) {
        PyObject dict = Protocol.findAttribute(ts, self, PyStr.interned("__dict__"));
        PyObject state = dict == null ? PySingleton.NONE : dict;
        if (protocol < 3) {
            return PyTuple.of(self.type, PyTuple.of(typecode(self), toList(self)), state);
        }
        PyObject module = Protocol.call(ts, ts.interp.builtins.get("__import__"), PyStr.interned("array"));
        PyObject function = Protocol.getAttribute(ts, module, PyStr.interned("_array_reconstructor"));
        return PyTuple.of(function,
                PyTuple.of(self.type, typecode(self), ArrayModule.machineFormatOf(self), toBytes(self)), state);
    }

    @Builtin("__sizeof__(self, /)")
    static int sizeOf(PyArray self) {
        return 80 + self.data.length;
    }

    @Builtin(value = "__class_getitem__(cls, item, /)", kind = Builtin.Kind.CLASS_METHOD)
    static PyObject classGetItem(PyType cls, PyObject item) {
        return Sequences.alias(cls, item);
    }

    @Builtin("__buffer__(self, flags, /)")
    static PyObject view(PyArray self, int flags) {
        return MemoryLayouts.of(buffer(self, flags | PyBuffer.STRIDED));
    }

    @Builtin("__release_buffer__(self, buffer, /)")
    static void releaseView(PyArray self, PyObject buffer) {
        MemoryLayouts.releaseView(self, buffer);
    }

    @Builtin("__buffer__(self, flags, /)")
    static PyBuffer buffer(PyArray self, int flags) {
        self.exports++;
        // Who has a view may write, and nobody would hear of it.
        Mutations.noteContent(self);
        PyBuffer made = new PyBuffer(self, self.data, 0, self.size * self.itemSize, false) {
            private boolean released;

            @Override
            public void release() {
                if (!released) {
                    released = true;
                    self.exports--;
                }
            }
        };
        made.format = self.typecode == 'u' ? "w" : String.valueOf(self.typecode);
        made.itemSize = self.itemSize;
        return made;
    }
}
