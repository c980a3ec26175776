package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.CompareOp;
import org.krait.objects.Errors;
import org.krait.objects.Mutations;
import org.krait.objects.PyBool;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyByteArray;
import org.krait.objects.PyBytes;
import org.krait.objects.PyBytesIterator;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyMemoryView;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PySlice;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code bytearray}: one table; the algorithms are in {@link ByteText}. */
@BuiltinType(base = ObjectMethods.class, doc = """
        bytearray(iterable_of_ints) -> bytearray
        bytearray(string, encoding[, errors]) -> bytearray
        bytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer
        bytearray(int) -> bytes array of size given by the parameter initialized with null bytes
        bytearray() -> empty bytes array

        Construct a mutable bytearray object from:
          - an iterable yielding integers in range(256)
          - a text string encoded using the specified encoding
          - a bytes or a buffer object
          - any object implementing the buffer API.
          - an integer""")
public final class ByteArrayMethods {
    private static final PyType TYPE = PyByteArray.TYPE;

    private ByteArrayMethods() {}

    @Builtin("__new__(cls, /, *args, **kwargs)")
    static PyObject make(PyType cls, PyObject[] args, PyStr[] keywords) {
        return new PyByteArray(cls);
    }

    @Builtin("__init__(self, source=b'', encoding=<unrepresentable>, errors=<unrepresentable>)")
    static void init(ThreadState ts, PyByteArray self, PyObject source, PyObject encoding, PyObject errors) {
        if (encoding != null || errors != null || source instanceof PyStr) {
            self.setAll(ByteSources.encoded(ts, source, encoding, errors, "bytearray").clone());
        } else {
            if (self.size() > 0) {
                self.setAll(new byte[0]);
            }
            if (source == null) {
                return;
            }
            if (Protocol.isIndex(source) || Bytes.isBytesLike(ts, source)) {
                self.setAll(ByteSources.bytes(ts, source, "bytearray"));
            } else {
                appendItems(ts, self, source);
            }
        }
    }

    /** Appends ints one by one: the iterator may look at what is there already. */
    private static void appendItems(ThreadState ts, PyByteArray self, PyObject source) {
        PyObject iterator = ByteText.iterator(
                ts, source, "cannot convert '" + source.type.name() + "' object to bytearray");
        Refs.incRef(iterator);
        try {
            for (PyObject item = Protocol.next(ts, iterator); item != null; item = Protocol.next(ts, iterator)) {
                self.append(ByteText.byteValue(ts, item));
            }
        } finally {
            Refs.decRef(iterator);
        }
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(PyByteArray self) {
        return SourceForm.reprBytes(self.array(), self.offset(), self.size(), self.type.pyName() + "(b", ")");
    }

    @Builtin("__str__(self, /)")
    static PyObject str(ThreadState ts, PyByteArray self) {
        ByteSources.warnOfBytes(ts, "str() on a bytearray instance");
        return repr(self);
    }

    @Builtin("__hash__(self, /)")
    static void hash(PyByteArray self) {
        throw Errors.typeError("unhashable type: '" + self.type.name() + "'");
    }

    @Builtin("__alloc__(self, /)")
    static int allocated(PyByteArray self) {
        return self.allocated();
    }

    @Builtin("__sizeof__(self, /)")
    static int sizeOf(PyByteArray self) {
        return 56 + self.allocated();
    }

    @Builtin("__buffer__(self, flags, /)")
    static PyObject view(PyByteArray self, int flags) {
        return MemoryLayouts.of(buffer(self, flags | PyBuffer.STRIDED));
    }

    @Builtin("__release_buffer__(self, buffer, /)")
    static void releaseView(PyByteArray self, PyObject buffer) {
        MemoryLayouts.releaseView(self, buffer);
    }

    @Builtin("__buffer__(self, flags, /)")
    static PyBuffer buffer(PyByteArray self, int flags) {
        self.exports++;
        // Who has a view may write, and nobody would hear of it.
        Mutations.noteContent(self);
        return new PyBuffer(self, self.array(), self.offset(), self.size(), false) {
            private boolean released;

            @Override
            public void release() {
                if (!released) {
                    released = true;
                    self.exports--;
                }
            }
        };
    }

    @Builtin("__reduce__(self, /)")
    static PyObject reduce(ThreadState ts, PyByteArray self) {
        return ByteSources.reduce(ts, self, 2);
    }

    @Builtin("__reduce_ex__(self, proto=0, /)")
    static PyObject reduceEx(ThreadState ts, PyByteArray self, int proto) {
        return ByteSources.reduce(ts, self, proto);
    }

    private static int index(ThreadState ts, PyByteArray self, PyObject key) {
        if (!Protocol.isIndex(key)) {
            throw Errors.typeError("bytearray indices must be integers or slices, not " + key.type.name());
        }
        long i = key.getClass() == PyInt.class ? ((PyInt) key).value : Protocol.indexForSequence(ts, key);
        if (i < 0) {
            i += self.size();
        }
        if (i < 0 || i >= self.size()) {
            throw Errors.indexError("bytearray index out of range");
        }
        return (int) i;
    }

    @Builtin("__getitem__(self, key, /)")
    static PyObject getItem(ThreadState ts, PyByteArray self, PyObject key) {
        if (key instanceof PySlice slice) {
            SliceRange range = new SliceRange(ts, slice).fit(self.size());
            return new PyByteArray(ByteSources.slice(self.array(), self.offset(), range));
        }
        return PyInt.of(self.at(index(ts, self, key)));
    }

    @Builtin("__setitem__(self, key, value, /)")
    static void setItem(ThreadState ts, PyByteArray self, PyObject key, PyObject value) {
        if (!(key instanceof PySlice slice)) {
            if (!Protocol.isIndex(key)) {
                index(ts, self, key);
            }
            int b = ByteText.byteValue(ts, value);
            self.set(index(ts, self, key), b);
            return;
        }
        SliceRange range = new SliceRange(ts, slice);
        byte[] bytes;
        if (value == self) {
            bytes = self.toByteArray();
        } else if (Protocol.isNumber(value) || value instanceof PyStr) {
            throw Errors.typeError("can assign only bytes, buffers, or iterables of ints in range(0, 256)");
        } else {
            bytes = ByteSources.bytes(ts, value, "bytearray");
        }
        range.fit(self.size());
        if (range.step == 1) {
            self.replace(range.start, Math.max(range.start, range.stop), bytes);
            return;
        }
        if (bytes.length == 0) {
            deleteSlice(self, range);
            return;
        }
        if (bytes.length != range.count) {
            throw Errors.valueError("attempt to assign bytes of size " + bytes.length + " to extended slice of size "
                    + range.count);
        }
        for (int i = 0, at = range.start; i < bytes.length; i++, at += range.step) {
            self.set(at, bytes[i]);
        }
    }

    @Builtin("__delitem__(self, key, /)")
    static void deleteItem(ThreadState ts, PyByteArray self, PyObject key) {
        if (key instanceof PySlice slice) {
            deleteSlice(self, new SliceRange(ts, slice).fit(self.size()));
        } else {
            int at = index(ts, self, key);
            self.replace(at, at + 1, new byte[0]);
        }
    }

    private static void deleteSlice(PyByteArray self, SliceRange range) {
        if (range.count == 0) {
            return;
        }
        if (range.step == 1) {
            self.replace(range.start, range.stop, new byte[0]);
            return;
        }
        self.checkResizable();
        int step = Math.abs(range.step);
        int first = range.step > 0 ? range.start : range.start + range.step * (range.count - 1);
        byte[] old = self.toByteArray();
        byte[] kept = new byte[old.length - range.count];
        int to = 0;
        int gone = 0;
        for (int i = 0; i < old.length; i++) {
            if (gone < range.count && i == first + (long) gone * step) {
                gone++;
            } else {
                kept[to++] = old[i];
            }
        }
        self.setAll(kept);
    }

    @Builtin("__iadd__(self, value, /)")
    static PyObject addInPlace(ThreadState ts, PyByteArray self, PyObject value) {
        if (value == self) {
            byte[] copy = self.toByteArray();
            self.appendAll(copy, 0, copy.length);
            return self;
        }
        PyBuffer other = Bytes.contiguousOrNull(ts, value);
        if (other == null) {
            throw Errors.typeError("can't concat " + value.type.name() + " to " + self.type.name());
        }
        try {
            self.appendAll(other.array, other.offset, other.length);
        } finally {
            other.release();
        }
        return self;
    }

    @Builtin("__imul__(self, value, /)")
    static PyObject multiplyInPlace(ThreadState ts, PyByteArray self, PyObject value) {
        if (!Protocol.isIndex(value)) {
            return Sequences.notACount(value);
        }
        self.setAll(Sequences.repeat(self.array(), self.offset(), self.size(), Protocol.size(ts, value)));
        return self;
    }

    // Changing.

    @Builtin(value = "append(self, item, /)", doc = """
            Append a single item to the end of the bytearray.

              item
                The item to be appended.""")
    static void append(ThreadState ts, PyByteArray self, PyObject item) {
        self.append(ByteText.byteValue(ts, item));
    }

    @Builtin(value = "extend(self, iterable_of_ints, /)", doc = """
            Append all the items from the iterator or sequence to the end of the bytearray.

              iterable_of_ints
                The iterable of items to append.""")
    static void extend(ThreadState ts, PyByteArray self, PyObject iterable) {
        byte[] more;
        if (iterable == self) {
            more = self.toByteArray();
        } else {
            PyBuffer buffer = Bytes.contiguousOrNull(ts, iterable);
            if (buffer == null && (iterable instanceof PyMemoryView || iterable.type.has(Special.BUFFER))) {
                throw Errors.typeError("can't set bytearray slice from " + iterable.type.name());
            }
            if (buffer != null) {
                try {
                    self.appendAll(buffer.array, buffer.offset, buffer.length);
                } finally {
                    buffer.release();
                }
                return;
            }
            more = ByteText.ofItems(
                    ts, iterable, "byte", "can't extend bytearray with " + iterable.type.name(), true);
        }
        self.appendAll(more, 0, more.length);
    }

    @Builtin(value = "insert(self, index, item, /)", doc = """
            Insert a single item into the bytearray before the given index.

              index
                The index where the value is to be inserted.
              item
                The item to be inserted.""")
    static void insert(ThreadState ts, PyByteArray self, PyObject index, PyObject item) {
        long at = Arguments.toLong(ts, index);
        int value = ByteText.byteValue(ts, item);
        if (at < 0) {
            at = Math.max(0, at + self.size());
        }
        int place = (int) Math.min(at, self.size());
        self.replace(place, place, new byte[] {(byte) value});
    }

    @Builtin(value = "pop(self, index=-1, /)", doc = """
            Remove and return a single item from B.

              index
                The index from where to remove the item.
                -1 (the default value) means remove the last item.

            If no index argument is given, will pop the last item.""")
    static PyObject pop(ThreadState ts, PyByteArray self, PyObject index) {
        long at = index == null ? -1 : Arguments.toLong(ts, index);
        if (self.size() == 0) {
            throw Errors.indexError("pop from empty bytearray");
        }
        if (at < 0) {
            at += self.size();
        }
        if (at < 0 || at >= self.size()) {
            throw Errors.indexError("pop index out of range");
        }
        int value = self.at((int) at);
        self.replace((int) at, (int) at + 1, new byte[0]);
        return PyInt.of(value);
    }

    @Builtin(value = "remove(self, value, /)", doc = """
            Remove the first occurrence of a value in the bytearray.

              value
                The value to remove.""")
    static void remove(ThreadState ts, PyByteArray self, PyObject value) {
        int c = ByteText.byteValue(ts, value);
        for (int i = 0; i < self.size(); i++) {
            if (self.at(i) == c) {
                self.replace(i, i + 1, new byte[0]);
                return;
            }
        }
        throw Errors.valueError("value not found in bytearray");
    }

    @Builtin(value = "reverse(self, /)", doc = "Reverse the order of the values in B in place.")
    static void reverse(PyByteArray self) {
        for (int i = 0, j = self.size() - 1; i < j; i++, j--) {
            int x = self.at(i);
            self.set(i, self.at(j));
            self.set(j, x);
        }
    }

    @Builtin(value = "clear(self, /)", doc = "Remove all items from the bytearray.")
    static void clear(PyByteArray self) {
        if (self.size() > 0) {
            self.checkResizable();
            self.setAll(new byte[0]);
        }
    }

    @Builtin(value = "copy(self, /)", doc = "Return a copy of B.")
    static PyObject copy(PyByteArray self) {
        return new PyByteArray(self.toByteArray());
    }

    private static PyList list(byte[][] parts) {
        PyList list = new PyList();
        for (byte[] part : parts) {
            list.append(new PyByteArray(part));
        }
        return list;
    }

    private static PyObject compare(ThreadState ts, CompareOp op, PyByteArray self, PyObject value) {
        PyBuffer other = Bytes.contiguousOrNull(ts, value);
        if (other == null) {
            ByteSources.warnOfComparison(ts, op, "bytearray", value);
            return PySingleton.NOT_IMPLEMENTED;
        }
        try {
            int n = self.size();
            if ((op == CompareOp.EQ || op == CompareOp.NE) && n != other.length) {
                return PyBool.of(op == CompareOp.NE);
            }
            int order = java.util.Arrays.compareUnsigned(self.array(), self.offset(), self.offset() + n, other.array,
                    other.offset, other.offset + other.length);
            return PyBool.of(op.test(order));
        } finally {
            other.release();
        }
    }

    @Builtin(value = "isalnum(self, /)", doc = """
            B.isalnum() -> bool

            Return True if all characters in B are alphanumeric
            and there is at least one character in B, False otherwise.""")
    static boolean isAlnum(PyByteArray self) {
        return ByteText.all(self.toByteArray(), ByteText.Kind.ALNUM);
    }

    @Builtin(value = "isalpha(self, /)", doc = """
            B.isalpha() -> bool

            Return True if all characters in B are alphabetic
            and there is at least one character in B, False otherwise.""")
    static boolean isAlpha(PyByteArray self) {
        return ByteText.all(self.toByteArray(), ByteText.Kind.ALPHA);
    }

    @Builtin(value = "isdigit(self, /)", doc = """
            B.isdigit() -> bool

            Return True if all characters in B are digits
            and there is at least one character in B, False otherwise.""")
    static boolean isDigit(PyByteArray self) {
        return ByteText.all(self.toByteArray(), ByteText.Kind.DIGIT);
    }

    @Builtin(value = "isspace(self, /)", doc = """
            B.isspace() -> bool

            Return True if all characters in B are whitespace
            and there is at least one character in B, False otherwise.""")
    static boolean isSpace(PyByteArray self) {
        return ByteText.all(self.toByteArray(), ByteText.Kind.SPACE);
    }

    @Builtin(value = "isascii(self, /)", doc = """
            B.isascii() -> bool

            Return True if B is empty or all characters in B are ASCII,
            False otherwise.""")
    static boolean isAscii(PyByteArray self) {
        return ByteText.isAscii(self.toByteArray());
    }

    @Builtin(value = "islower(self, /)", doc = """
            B.islower() -> bool

            Return True if all cased characters in B are lowercase and there is
            at least one cased character in B, False otherwise.""")
    static boolean isLower(PyByteArray self) {
        return ByteText.isLowerText(self.toByteArray());
    }

    @Builtin(value = "isupper(self, /)", doc = """
            B.isupper() -> bool

            Return True if all cased characters in B are uppercase and there is
            at least one cased character in B, False otherwise.""")
    static boolean isUpper(PyByteArray self) {
        return ByteText.isUpperText(self.toByteArray());
    }

    @Builtin(value = "istitle(self, /)", doc = """
            B.istitle() -> bool

            Return True if B is a titlecased string and there is at least one
            character in B, i.e. uppercase characters may only follow uncased
            characters and lowercase characters only cased ones. Return False
            otherwise.""")
    static boolean isTitle(PyByteArray self) {
        return ByteText.isTitle(self.toByteArray());
    }

    @Builtin(value = "upper(self, /)", doc = """
            B.upper() -> copy of B

            Return a copy of B with all ASCII characters converted to uppercase.""")
    static PyObject upper(PyByteArray self) {
        return new PyByteArray(ByteText.upper(self.toByteArray()));
    }

    @Builtin(value = "lower(self, /)", doc = """
            B.lower() -> copy of B

            Return a copy of B with all ASCII characters converted to lowercase.""")
    static PyObject lower(PyByteArray self) {
        return new PyByteArray(ByteText.lower(self.toByteArray()));
    }

    @Builtin(value = "title(self, /)", doc = """
            B.title() -> copy of B

            Return a titlecased version of B, i.e. ASCII words start with uppercase
            characters, all remaining cased characters have lowercase.""")
    static PyObject title(PyByteArray self) {
        return new PyByteArray(ByteText.title(self.toByteArray()));
    }

    @Builtin(value = "capitalize(self, /)", doc = """
            B.capitalize() -> copy of B

            Return a copy of B with only its first character capitalized (ASCII)
            and the rest lower-cased.""")
    static PyObject capitalize(PyByteArray self) {
        return new PyByteArray(ByteText.capitalize(self.toByteArray()));
    }

    @Builtin(value = "swapcase(self, /)", doc = """
            B.swapcase() -> copy of B

            Return a copy of B with uppercase ASCII characters converted
            to lowercase ASCII and vice versa.""")
    static PyObject swapCase(PyByteArray self) {
        return new PyByteArray(ByteText.swapCase(self.toByteArray()));
    }

    @Builtin(value = "find(self, sub, start=None, end=None, /)", doc = """
            B.find(sub[, start[, end]]) -> int

            Return the lowest index in B where subsection sub is found,
            such that sub is contained within B[start,end].  Optional
            arguments start and end are interpreted as in slice notation.

            Return -1 on failure.""")
    static int find(ThreadState ts, PyByteArray self, PyObject sub, PyObject start, PyObject end) {
        byte[] b = self.toByteArray();
        int from = ByteText.from(ts, start, b.length);
        int to = ByteText.to(ts, end, b.length);
        return ByteText.find(b, ByteText.needle(ts, sub), from, to);
    }

    @Builtin(value = "rfind(self, sub, start=None, end=None, /)", doc = """
            B.rfind(sub[, start[, end]]) -> int

            Return the highest index in B where subsection sub is found,
            such that sub is contained within B[start,end].  Optional
            arguments start and end are interpreted as in slice notation.

            Return -1 on failure.""")
    static int findLast(ThreadState ts, PyByteArray self, PyObject sub, PyObject start, PyObject end) {
        byte[] b = self.toByteArray();
        int from = ByteText.from(ts, start, b.length);
        int to = ByteText.to(ts, end, b.length);
        return ByteText.findLast(b, ByteText.needle(ts, sub), from, to);
    }

    @Builtin(value = "count(self, sub, start=None, end=None, /)", doc = """
            B.count(sub[, start[, end]]) -> int

            Return the number of non-overlapping occurrences of subsection sub in
            bytes B[start:end].  Optional arguments start and end are interpreted
            as in slice notation.""")
    static int count(ThreadState ts, PyByteArray self, PyObject sub, PyObject start, PyObject end) {
        byte[] b = self.toByteArray();
        int from = ByteText.from(ts, start, b.length);
        int to = ByteText.to(ts, end, b.length);
        return ByteText.count(b, ByteText.needle(ts, sub), from, to);
    }

    @Builtin(value = "index(self, sub, start=None, end=None, /)", doc = """
            B.index(sub[, start[, end]]) -> int

            Return the lowest index in B where subsection sub is found,
            such that sub is contained within B[start,end].  Optional
            arguments start and end are interpreted as in slice notation.

            Raises ValueError when the subsection is not found.""")
    static int index(ThreadState ts, PyByteArray self, PyObject sub, PyObject start, PyObject end) {
        int at = find(ts, self, sub, start, end);
        if (at < 0) {
            throw Errors.valueError("subsection not found");
        }
        return at;
    }

    @Builtin(value = "rindex(self, sub, start=None, end=None, /)", doc = """
            B.rindex(sub[, start[, end]]) -> int

            Return the highest index in B where subsection sub is found,
            such that sub is contained within B[start,end].  Optional
            arguments start and end are interpreted as in slice notation.

            Raise ValueError when the subsection is not found.""")
    static int lastIndex(ThreadState ts, PyByteArray self, PyObject sub, PyObject start, PyObject end) {
        int at = findLast(ts, self, sub, start, end);
        if (at < 0) {
            throw Errors.valueError("subsection not found");
        }
        return at;
    }

    @Builtin(value = "startswith(self, prefix, start=None, end=None, /)", doc = """
            B.startswith(prefix[, start[, end]]) -> bool

            Return True if B starts with the specified prefix, False otherwise.
            With optional start, test B beginning at that position.
            With optional end, stop comparing B at that position.
            prefix can also be a tuple of bytes to try.""")
    static boolean startsWith(ThreadState ts, PyByteArray self, PyObject prefix, PyObject start, PyObject end) {
        return ByteText.hasAffix(ts, self.toByteArray(), prefix, start, end, true);
    }

    @Builtin(value = "endswith(self, suffix, start=None, end=None, /)", doc = """
            B.endswith(suffix[, start[, end]]) -> bool

            Return True if B ends with the specified suffix, False otherwise.
            With optional start, test B beginning at that position.
            With optional end, stop comparing B at that position.
            suffix can also be a tuple of bytes to try.""")
    static boolean endsWith(ThreadState ts, PyByteArray self, PyObject suffix, PyObject start, PyObject end) {
        return ByteText.hasAffix(ts, self.toByteArray(), suffix, start, end, false);
    }

    @Builtin(value = "replace(self, old, new, count=-1, /)", doc = """
            Return a copy with all occurrences of substring old replaced by new.

              count
                Maximum number of occurrences to replace.
                -1 (the default value) means replace all occurrences.

            If the optional argument count is given, only the first count occurrences are
            replaced.""")
    static PyObject replace(ThreadState ts, PyByteArray self, PyObject old, PyObject by, PyObject count) {
        byte[] from = Bytes.array(ts, old);
        byte[] to = Bytes.array(ts, by);
        long most = count == null ? -1 : Arguments.toLong(ts, count);
        return new PyByteArray(ByteText.replace(self.toByteArray(), from, to, most));
    }

    @Builtin(value = "removeprefix(self, prefix, /)", doc = """
            Return a bytearray with the given prefix string removed if present.

            If the bytearray starts with the prefix string, return
            bytearray[len(prefix):].  Otherwise, return a copy of the original
            bytearray.""")
    static PyObject removePrefix(ThreadState ts, PyByteArray self, PyObject prefix) {
        byte[] b = self.toByteArray();
        byte[] affix = Bytes.array(ts, prefix);
        return ByteText.hasAffix(b, affix, 0, b.length, true)
                ? new PyByteArray(java.util.Arrays.copyOfRange(b, affix.length, b.length))
                : new PyByteArray(b);
    }

    @Builtin(value = "removesuffix(self, suffix, /)", doc = """
            Return a bytearray with the given suffix string removed if present.

            If the bytearray ends with the suffix string and that suffix is not
            empty, return bytearray[:-len(suffix)].  Otherwise, return a copy of
            the original bytearray.""")
    static PyObject removeSuffix(ThreadState ts, PyByteArray self, PyObject suffix) {
        byte[] b = self.toByteArray();
        byte[] affix = Bytes.array(ts, suffix);
        return ByteText.hasAffix(b, affix, 0, b.length, false)
                ? new PyByteArray(java.util.Arrays.copyOf(b, b.length - affix.length))
                : new PyByteArray(b);
    }

    @Builtin(value = "translate(self, table, /, delete=b'')", doc = """
            Return a copy with each character mapped by the given translation table.

              table
                Translation table, which must be a bytes object of length 256.

            All characters occurring in the optional argument delete are removed.
            The remaining characters are mapped through the given translation table.""")
    static PyObject translate(ThreadState ts, PyByteArray self, PyObject table, PyObject delete) {
        return new PyByteArray(ByteText.translate(ts, self.toByteArray(), table, delete));
    }

    @Builtin(value = "maketrans(frm, to, /)", kind = Builtin.Kind.STATIC_METHOD, doc = """
            Return a translation table useable for the bytes or bytearray translate method.

            The returned table will be one where each byte in frm is mapped to the byte at
            the same position in to.

            The bytes objects frm and to must be of the same length.""")
    static PyObject makeTable(ThreadState ts, PyObject frm, PyObject to) {
        return new PyBytes(ByteText.table(ts, frm, to));
    }

    @Builtin(value = "split(self, /, sep=None, maxsplit=-1)", doc = """
            Return a list of the sections in the bytearray, using sep as the delimiter.

              sep
                The delimiter according which to split the bytearray.
                None (the default value) means split on ASCII whitespace characters
                (space, tab, return, newline, formfeed, vertical tab).
              maxsplit
                Maximum number of splits to do.
                -1 (the default value) means no limit.""")
    static PyObject split(ThreadState ts, PyByteArray self, PyObject sep, long maxsplit) {
        return list(ByteText.split(ts, self.toByteArray(), sep, maxsplit, false));
    }

    @Builtin(value = "rsplit(self, /, sep=None, maxsplit=-1)", doc = """
            Return a list of the sections in the bytearray, using sep as the delimiter.

              sep
                The delimiter according which to split the bytearray.
                None (the default value) means split on ASCII whitespace characters
                (space, tab, return, newline, formfeed, vertical tab).
              maxsplit
                Maximum number of splits to do.
                -1 (the default value) means no limit.

            Splitting is done starting at the end of the bytearray and working to the front.""")
    static PyObject splitRight(ThreadState ts, PyByteArray self, PyObject sep, long maxsplit) {
        return list(ByteText.split(ts, self.toByteArray(), sep, maxsplit, true));
    }

    @Builtin(value = "splitlines(self, /, keepends=False)", doc = """
            Return a list of the lines in the bytearray, breaking at line boundaries.

            Line breaks are not included in the resulting list unless keepends is given and
            true.""")
    static PyObject splitLines(PyByteArray self, boolean keepends) {
        return list(ByteText.lines(self.toByteArray(), keepends));
    }

    @Builtin(value = "partition(self, sep, /)", doc = """
            Partition the bytearray into three parts using the given separator.

            This will search for the separator sep in the bytearray. If the separator is
            found, returns a 3-tuple containing the part before the separator, the
            separator itself, and the part after it as new bytearray objects.

            If the separator is not found, returns a 3-tuple containing the copy of the
            original bytearray object and two empty bytearray objects.""")
    static PyObject partition(ThreadState ts, PyByteArray self, PyObject sep) {
        byte[] b = self.toByteArray();
        byte[] separator = Bytes.array(ts, sep);
        if (separator.length == 0) {
            throw Errors.valueError("empty separator");
        }
        int at = ByteText.find(b, separator, 0, b.length);
        if (at < 0) {
            return PyTuple.of(new PyByteArray(b), new PyByteArray(new byte[0]), new PyByteArray(new byte[0]));
        }
        return PyTuple.of(new PyByteArray(java.util.Arrays.copyOf(b, at)), new PyByteArray(separator.clone()),
                new PyByteArray(java.util.Arrays.copyOfRange(b, at + separator.length, b.length)));
    }

    @Builtin(value = "rpartition(self, sep, /)", doc = """
            Partition the bytearray into three parts using the given separator.

            This will search for the separator sep in the bytearray, starting at the end.
            If the separator is found, returns a 3-tuple containing the part before the
            separator, the separator itself, and the part after it as new bytearray
            objects.

            If the separator is not found, returns a 3-tuple containing two empty bytearray
            objects and the copy of the original bytearray object.""")
    static PyObject partitionRight(ThreadState ts, PyByteArray self, PyObject sep) {
        byte[] b = self.toByteArray();
        byte[] separator = Bytes.array(ts, sep);
        if (separator.length == 0) {
            throw Errors.valueError("empty separator");
        }
        int at = ByteText.findLast(b, separator, 0, b.length);
        if (at < 0) {
            return PyTuple.of(new PyByteArray(new byte[0]), new PyByteArray(new byte[0]), new PyByteArray(b));
        }
        return PyTuple.of(new PyByteArray(java.util.Arrays.copyOf(b, at)), new PyByteArray(separator.clone()),
                new PyByteArray(java.util.Arrays.copyOfRange(b, at + separator.length, b.length)));
    }

    @Builtin(value = "join(self, iterable_of_bytes, /)", doc = """
            Concatenate any number of bytes/bytearray objects.

            The bytearray whose method is called is inserted in between each pair.

            The result is returned as a new bytearray object.""")
    static PyObject join(ThreadState ts, PyByteArray self, PyObject iterable) {
        // Nothing may resize it while the iterable runs.
        self.exports++;
        try {
            return new PyByteArray(ByteText.join(ts, self.toByteArray(), iterable));
        } finally {
            self.exports--;
        }
    }

    @Builtin(value = "strip(self, bytes=None, /)", doc = """
            Strip leading and trailing bytes contained in the argument.

            If the argument is omitted or None, strip leading and trailing ASCII whitespace.""")
    static PyObject strip(ThreadState ts, PyByteArray self, PyObject bytes) {
        return new PyByteArray(ByteText.strip(ts, self.toByteArray(), bytes, true, true));
    }

    @Builtin(value = "lstrip(self, bytes=None, /)", doc = """
            Strip leading bytes contained in the argument.

            If the argument is omitted or None, strip leading ASCII whitespace.""")
    static PyObject stripLeft(ThreadState ts, PyByteArray self, PyObject bytes) {
        return new PyByteArray(ByteText.strip(ts, self.toByteArray(), bytes, true, false));
    }

    @Builtin(value = "rstrip(self, bytes=None, /)", doc = """
            Strip trailing bytes contained in the argument.

            If the argument is omitted or None, strip trailing ASCII whitespace.""")
    static PyObject stripRight(ThreadState ts, PyByteArray self, PyObject bytes) {
        return new PyByteArray(ByteText.strip(ts, self.toByteArray(), bytes, false, true));
    }

    @Builtin(value = "ljust(self, width, fillchar=b' ', /)", doc = """
            Return a left-justified string of length width.

            Padding is done using the specified fill character.""")
    static PyObject justifyLeft(PyByteArray self, long width, PyObject fillchar) {
        long pad = width - self.size();
        return new PyByteArray(ByteText.pad(self.toByteArray(), 0, pad, ByteText.fill(fillchar, "ljust")));
    }

    @Builtin(value = "rjust(self, width, fillchar=b' ', /)", doc = """
            Return a right-justified string of length width.

            Padding is done using the specified fill character.""")
    static PyObject justifyRight(PyByteArray self, long width, PyObject fillchar) {
        long pad = width - self.size();
        return new PyByteArray(ByteText.pad(self.toByteArray(), pad, 0, ByteText.fill(fillchar, "rjust")));
    }

    @Builtin(value = "center(self, width, fillchar=b' ', /)", doc = """
            Return a centered string of length width.

            Padding is done using the specified fill character.""")
    static PyObject center(PyByteArray self, long width, PyObject fillchar) {
        long pad = width - self.size();
        long left = pad <= 0 ? 0 : pad / 2 + (pad & width & 1);
        return new PyByteArray(ByteText.pad(self.toByteArray(), left, pad - left, ByteText.fill(fillchar, "center")));
    }

    @Builtin(value = "zfill(self, width, /)", doc = """
            Pad a numeric string with zeros on the left, to fill a field of the given width.

            The original string is never truncated.""")
    static PyObject zeroFill(PyByteArray self, long width) {
        return new PyByteArray(ByteText.zeroFill(self.toByteArray(), width));
    }

    @Builtin(value = "expandtabs(self, /, tabsize=8)", doc = """
            Return a copy where all tab characters are expanded using spaces.

            If tabsize is not given, a tab size of 8 characters is assumed.""")
    static PyObject expandTabs(PyByteArray self, int tabsize) {
        return new PyByteArray(ByteText.expandTabs(self.toByteArray(), tabsize));
    }

    @Builtin(value = "hex(self, sep=<unrepresentable>, bytes_per_sep=1)", doc = """
            Create a string of hexadecimal numbers from a bytearray object.

              sep
                An optional single character or byte to separate hex bytes.
              bytes_per_sep
                How many bytes between separators.  Positive values count from the
                right, negative values count from the left.

            Example:
            >>> value = bytearray([0xb9, 0x01, 0xef])
            >>> value.hex()
            'b901ef'
            >>> value.hex(':')
            'b9:01:ef'
            >>> value.hex(':', 2)
            'b9:01ef'
            >>> value.hex(':', -2)
            'b901:ef'""")
    static PyObject hex(ThreadState ts, PyByteArray self, PyObject sep, int bytesPerSep) {
        return HexText.hex(ts, self.toByteArray(), sep, bytesPerSep);
    }

    @Builtin(value = "fromhex(type, string, /)", kind = Builtin.Kind.CLASS_METHOD, doc = """
            Create a bytearray object from a string of hexadecimal numbers.

            Spaces between two numbers are accepted.
            Example: bytearray.fromhex('B9 01EF') -> bytearray(b'\\\\xb9\\\\x01\\\\xef')""")
    static PyObject fromHex(ThreadState ts, PyType type, PyObject string) {
        if (!(string instanceof PyStr text)) {
            throw Errors.typeError("fromhex() argument must be str, not "
                    + org.krait.objects.Arguments.shown(string));
        }
        PyByteArray made = new PyByteArray(HexText.parse(text));
        return type == TYPE ? made : Protocol.call(ts, type, made);
    }

    @Builtin(value = "decode(self, /, encoding='utf-8', errors='strict')", doc = """
            Decode the bytearray using the codec registered for encoding.

              encoding
                The encoding with which to decode the bytearray.
              errors
                The error handling scheme to use for the handling of decoding errors.
                The default is 'strict' meaning that decoding errors raise a
                UnicodeDecodeError. Other possible values are 'ignore' and 'replace'
                as well as any other name registered with codecs.register_error that
                can handle UnicodeDecodeErrors.""")
    static PyObject decode(ThreadState ts, PyByteArray self, PyObject encoding, PyObject errors) {
        String codec = encoding == null ? "utf-8" : Bytes.name(encoding, "decode", "encoding");
        String handler = errors == null ? "strict" : Bytes.name(errors, "decode", "errors");
        if (self.size() == 0) {
            Codecs.checkNames(ts, codec, handler);
            return PyStr.EMPTY;
        }
        PyObject decoded = Codecs.decode(ts, self, codec, handler);
        if (decoded instanceof PyStr) {
            return decoded;
        }
        throw Errors.typeError("'" + codec + "' decoder returned '" + decoded.type.name()
                + "' instead of 'str'; use codecs.decode() to decode to arbitrary types");
    }

    @Builtin("__len__(self, /)")
    static int length(PyByteArray self) {
        return self.size();
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyByteArray self) {
        return new PyBytesIterator(self);
    }

    @Builtin("__contains__(self, key, /)")
    static boolean contains(ThreadState ts, PyByteArray self, PyObject key) {
        return ByteText.contains(ts, self.toByteArray(), key);
    }

    @Builtin("__add__(self, value, /)")
    static PyObject add(ThreadState ts, PyByteArray self, PyObject value) {
        PyBuffer other = Bytes.contiguousOrNull(ts, value);
        if (other == null) {
            throw Errors.typeError("can't concat " + value.type.name() + " to " + self.type.name());
        }
        try {
            int n = self.size();
            byte[] all = new byte[Sequences.length(n, other.length)];
            System.arraycopy(self.array(), self.offset(), all, 0, n);
            System.arraycopy(other.array, other.offset, all, n, other.length);
            return new PyByteArray(all);
        } finally {
            other.release();
        }
    }

    @Builtin("__mul__(self, value, /)")
    static PyObject multiply(ThreadState ts, PyByteArray self, PyObject value) {
        if (!Protocol.isIndex(value)) {
            return Sequences.notACount(value);
        }
        return new PyByteArray(Sequences.repeat(self.array(), self.offset(), self.size(), Protocol.size(ts, value)));
    }

    @Builtin("__rmul__(self, value, /)")
    static PyObject reflectedMultiply(ThreadState ts, PyByteArray self, PyObject value) {
        Sequences.checkCount(value);
        return multiply(ts, self, value);
    }

    @Builtin("__mod__(self, value, /)")
    static PyObject modulo(ThreadState ts, PyByteArray self, PyObject value) {
        return new PyByteArray(new BytesPercent(ts, self.toByteArray(), value).format());
    }

    @Builtin("__rmod__(self, value, /)")
    static PyObject reflectedModulo(ThreadState ts, PyByteArray self, PyObject value) {
        return value instanceof PyByteArray format ? modulo(ts, format, self) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__lt__(self, value, /)")
    static PyObject lessThan(ThreadState ts, PyByteArray self, PyObject value) {
        return compare(ts, CompareOp.LT, self, value);
    }

    @Builtin("__le__(self, value, /)")
    static PyObject lessOrEqual(ThreadState ts, PyByteArray self, PyObject value) {
        return compare(ts, CompareOp.LE, self, value);
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject equal(ThreadState ts, PyByteArray self, PyObject value) {
        return compare(ts, CompareOp.EQ, self, value);
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject notEqual(ThreadState ts, PyByteArray self, PyObject value) {
        return compare(ts, CompareOp.NE, self, value);
    }

    @Builtin("__gt__(self, value, /)")
    static PyObject greaterThan(ThreadState ts, PyByteArray self, PyObject value) {
        return compare(ts, CompareOp.GT, self, value);
    }

    @Builtin("__ge__(self, value, /)")
    static PyObject greaterOrEqual(ThreadState ts, PyByteArray self, PyObject value) {
        return compare(ts, CompareOp.GE, self, value);
    }
}
