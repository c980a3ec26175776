package org.krait.runtime.builtins;

import java.util.Arrays;
import org.krait.objects.Arguments;
import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.PyBool;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyBytes;
import org.krait.objects.PyException;
import org.krait.objects.PyMemoryView;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PySlice;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.SipHash;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code memoryview}. */
@BuiltinType(
        base = ObjectMethods.class,
        signature = "__new__",
        doc = "Create a new memoryview object which references the given object.")
public final class MemoryViewMethods {
    private MemoryViewMethods() {}

    /** ValueError when the view is released. */
    static void check(PyMemoryView self) {
        if (self.isReleased()) {
            throw Errors.valueError("operation forbidden on released memoryview object");
        }
    }

    @Builtin("__new__(cls, object)")
    static PyObject make(ThreadState ts, PyType cls, PyObject object) {
        return MemoryLayouts.of(ts, object, 0);
    }

    @Builtin(value = "_from_flags(cls, /, object, flags)", kind = Builtin.Kind.CLASS_METHOD)
    static PyObject fromFlags(ThreadState ts, PyType cls, PyObject object, int flags) {
        return MemoryLayouts.of(ts, object, flags & PyBuffer.WRITABLE);
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(ThreadState ts, PyMemoryView self) {
        return PyStr.of((self.isReleased() ? "<released memory at 0x" : "<memory at 0x")
                + Long.toHexString(Identity.of(ts.interp, self)) + ">");
    }

    @Builtin("__len__(self, /)")
    static int length(PyMemoryView self) {
        check(self);
        if (self.shape.length == 0) {
            throw Errors.typeError("0-dim memory has no length");
        }
        return self.shape[0];
    }

    @Builtin("__hash__(self, /)")
    static long hash(ThreadState ts, PyMemoryView self) {
        if (self.hash == -1) {
            check(self);
            if (!self.readOnly) {
                throw Errors.valueError("cannot hash writable memoryview object");
            }
            if (!MemoryFormats.isByte(MemoryFormats.code(self.format))) {
                throw Errors.valueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
            }
            Equality.hash(ts, self.exporter());
            byte[] b = MemoryLayouts.toBytes(self, false);
            self.hash = SipHash.hash(b, b.length);
        }
        return self.hash;
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyMemoryView self) {
        check(self);
        if (self.shape.length == 0) {
            throw Errors.typeError("invalid indexing of 0-dim memory");
        }
        code(self);
        if (self.shape.length != 1) {
            throw Errors.notImplemented("multi-dimensional sub-views are not implemented");
        }
        return new PyMemoryIterator(self);
    }

    // Items.

    private static char code(PyMemoryView self) {
        char code = MemoryFormats.code(self.format);
        if (code == 0) {
            throw Errors.notImplemented("memoryview: format " + self.format + " not supported");
        }
        return code;
    }

    /** The item at a place of the array. */
    static PyObject item(ThreadState ts, PyMemoryView self, int at) {
        return MemoryFormats.unpack(self.array, at, code(self));
    }

    private static int place(ThreadState ts, PyMemoryView self, int at, int dimension, PyObject index) {
        long i = Protocol.indexForSequence(ts, index);
        if (i < 0) {
            i += self.shape[dimension];
        }
        if (i < 0 || i >= self.shape[dimension]) {
            throw Errors.indexError("index out of bounds on dimension " + (dimension + 1));
        }
        return at + (int) i * self.strides[dimension];
    }

    private static int place(ThreadState ts, PyMemoryView self, PyTuple indices) {
        if (indices.items.length < self.shape.length) {
            throw Errors.notImplemented("sub-views are not implemented");
        }
        if (indices.items.length > self.shape.length) {
            throw Errors.typeError("cannot index " + self.shape.length + "-dimension view with "
                    + indices.items.length + "-element tuple");
        }
        int at = self.offset;
        for (int d = 0; d < indices.items.length; d++) {
            at = place(ts, self, at, d, indices.items[d]);
        }
        return at;
    }

    private static boolean isIndices(PyObject key) {
        if (!(key instanceof PyTuple tuple)) {
            return false;
        }
        for (PyObject one : tuple.items) {
            if (!Protocol.isIndex(one)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSlices(PyObject key) {
        if (!(key instanceof PyTuple tuple) || tuple.items.length == 0) {
            return false;
        }
        for (PyObject one : tuple.items) {
            if (!(one instanceof PySlice)) {
                return false;
            }
        }
        return true;
    }

    @Builtin("__getitem__(self, key, /)")
    static PyObject getItem(ThreadState ts, PyMemoryView self, PyObject key) {
        check(self);
        if (self.shape.length == 0) {
            if (key instanceof PyTuple tuple && tuple.items.length == 0) {
                return item(ts, self, self.offset);
            }
            if (key == PySingleton.ELLIPSIS) {
                return self;
            }
            throw Errors.typeError("invalid indexing of 0-dim memory");
        }
        if (Protocol.isIndex(key)) {
            if (self.shape.length > 1) {
                throw Errors.notImplemented("multi-dimensional sub-views are not implemented");
            }
            int at = place(ts, self, self.offset, 0, key);
            check(self);
            return item(ts, self, at);
        }
        if (key instanceof PySlice slice) {
            return slice(ts, self, slice);
        }
        if (isIndices(key)) {
            int at = place(ts, self, (PyTuple) key);
            check(self);
            return item(ts, self, at);
        }
        if (isSlices(key)) {
            throw Errors.notImplemented("multi-dimensional slicing is not implemented");
        }
        throw Errors.typeError("memoryview: invalid slice key");
    }

    private static PyMemoryView slice(ThreadState ts, PyMemoryView self, PySlice slice) {
        PyMemoryView made = MemoryLayouts.copy(self);
        SliceRange range;
        try {
            range = new SliceRange(ts, slice).fit(self.shape[0]);
        } catch (PyException e) {
            made.release();
            throw e;
        }
        made.shape = self.shape.clone();
        made.strides = self.strides.clone();
        made.offset += range.start * self.strides[0];
        made.shape[0] = range.count;
        made.strides[0] = self.strides[0] * range.step;
        return made;
    }

    @Builtin("__setitem__(self, key, value, /)")
    static void setItem(ThreadState ts, PyMemoryView self, PyObject key, PyObject value) {
        check(self);
        if (self.readOnly) {
            throw Errors.typeError("cannot modify read-only memory");
        }
        char code = code(self);
        if (self.shape.length == 0) {
            if (key == PySingleton.ELLIPSIS || key instanceof PyTuple tuple && tuple.items.length == 0) {
                MemoryFormats.pack(ts, self.array, self.offset, code, value);
                return;
            }
            throw Errors.typeError("invalid indexing of 0-dim memory");
        }
        if (Protocol.isIndex(key)) {
            if (self.shape.length > 1) {
                throw Errors.notImplemented("sub-views are not implemented");
            }
            int at = place(ts, self, self.offset, 0, key);
            pack(ts, self, at, code, value);
        } else if (key instanceof PySlice slice && self.shape.length == 1) {
            setSlice(ts, self, slice, value);
        } else if (isIndices(key)) {
            pack(ts, self, place(ts, self, (PyTuple) key), code, value);
        } else if (isSlices(key) || key instanceof PySlice) {
            throw Errors.notImplemented("memoryview slice assignments are currently restricted to ndim = 1");
        } else {
            throw Errors.typeError("memoryview: invalid slice key");
        }
    }

    /** Stores a value after the conversion, which may have released the view. */
    private static void pack(ThreadState ts, PyMemoryView self, int at, char code, PyObject value) {
        byte[] packed = new byte[self.itemSize];
        MemoryFormats.pack(ts, packed, 0, code, value);
        check(self);
        System.arraycopy(packed, 0, self.array, at, packed.length);
    }

    private static void setSlice(ThreadState ts, PyMemoryView self, PySlice slice, PyObject value) {
        PyMemoryView from = MemoryLayouts.of(Bytes.strided(ts, value));
        PyMemoryView to = slice(ts, self, slice);
        try {
            check(self);
            if (from.shape.length != 1 || from.shape[0] != to.shape[0] || from.itemSize != to.itemSize
                    || !bare(from.format).equals(bare(to.format))) {
                throw Errors.valueError("memoryview assignment: lvalue and rvalue have different structures");
            }
            byte[] bytes = MemoryLayouts.toBytes(from, false);
            for (int i = 0; i < to.shape[0]; i++) {
                System.arraycopy(bytes, i * to.itemSize, to.array, to.offset + i * to.strides[0], to.itemSize);
            }
        } finally {
            from.release();
            to.release();
        }
    }

    private static String bare(String format) {
        return format.startsWith("@") ? format.substring(1) : format;
    }

    @Builtin("__delitem__(self, key, /)")
    static void deleteItem(PyMemoryView self, PyObject key) {
        check(self);
        throw Errors.typeError(self.readOnly ? "cannot modify read-only memory" : "cannot delete memory");
    }

    // Comparison.

    @Builtin("__eq__(self, value, /)")
    static PyObject equal(ThreadState ts, PyMemoryView self, PyObject value) {
        return compare(ts, self, value, true);
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject notEqual(ThreadState ts, PyMemoryView self, PyObject value) {
        return compare(ts, self, value, false);
    }

    private static PyObject compare(ThreadState ts, PyMemoryView self, PyObject value, boolean wanted) {
        if (self.isReleased()) {
            return PyBool.of((self == value) == wanted);
        }
        PyMemoryView other;
        if (value instanceof PyMemoryView view) {
            if (view.isReleased()) {
                return PyBool.of((self == value) == wanted);
            }
            other = MemoryLayouts.copy(view);
        } else {
            PyBuffer buffer;
            try {
                buffer = value.type.slots().buffer(ts, value, PyBuffer.STRIDED);
            } catch (PyException e) {
                e.swallowKeeping(value);
                return PySingleton.NOT_IMPLEMENTED;
            }
            if (buffer == null) {
                return PySingleton.NOT_IMPLEMENTED;
            }
            other = MemoryLayouts.of(buffer);
        }
        try {
            return PyBool.of(equalItems(ts, self, other) == wanted);
        } finally {
            other.release();
        }
    }

    private static boolean equalItems(ThreadState ts, PyMemoryView a, PyMemoryView b) {
        if (!Arrays.equals(a.shape, b.shape)) {
            return false;
        }
        byte[] x = MemoryLayouts.toBytes(a, false);
        byte[] y = MemoryLayouts.toBytes(b, false);
        char codeX = MemoryFormats.code(a.format);
        char codeY = MemoryFormats.code(b.format);
        if (codeX == codeY && codeX != 0 && codeX != 'f' && codeX != 'd' && codeX != 'e' && codeX != '?') {
            return Arrays.equals(x, y);
        }
        int n = a.itemCount();
        PyObject unpackX = codeX == 0 ? unpacker(ts, a) : null;
        PyObject unpackY = codeY == 0 ? unpacker(ts, b) : null;
        if (codeX == 0 && unpackX == null || codeY == 0 && unpackY == null) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            PyObject p = value(ts, x, i * a.itemSize, a.itemSize, codeX, unpackX);
            PyObject q = value(ts, y, i * b.itemSize, b.itemSize, codeY, unpackY);
            if (!Equality.equal(ts, p, q)) {
                return false;
            }
        }
        return true;
    }

    /** {@code struct.Struct(format).unpack}, or null when struct does not know the format. */
    private static PyObject unpacker(ThreadState ts, PyMemoryView view) {
        PyObject struct = Protocol.call(ts, ts.interp.builtins.get("__import__"), PyStr.interned("_struct"));
        PyObject made;
        try {
            made = Protocol.callMethod(ts, struct, "Struct", PyStr.of(view.format));
        } catch (PyException e) {
            e.swallow();
            return null;
        }
        return Protocol.getAttribute(ts, made, PyStr.interned("unpack"));
    }

    private static PyObject value(ThreadState ts, byte[] b, int at, int size, char code, PyObject unpack) {
        return unpack == null
                ? MemoryFormats.unpack(b, at, code)
                : Protocol.call(ts, unpack, new PyBytes(Arrays.copyOfRange(b, at, at + size)));
    }

    // Attributes.

    @Attribute(value = "obj", doc = "The underlying object of the memoryview.")
    static PyObject object(PyMemoryView self) {
        check(self);
        return self.exporter();
    }

    @Attribute(value = "nbytes", doc = """
            The amount of space in bytes that the array would use in
             a contiguous representation.""")
    static int byteCount(PyMemoryView self) {
        check(self);
        return self.byteCount();
    }

    @Attribute(value = "readonly", doc = "A bool indicating whether the memory is read only.")
    static boolean isReadOnly(PyMemoryView self) {
        check(self);
        return self.readOnly;
    }

    @Attribute(value = "itemsize", doc = "The size in bytes of each element of the memoryview.")
    static int itemSize(PyMemoryView self) {
        check(self);
        return self.itemSize;
    }

    @Attribute(value = "format", doc = """
            A string containing the format (in struct module style)
             for each element in the view.""")
    static String format(PyMemoryView self) {
        check(self);
        return self.format;
    }

    @Attribute(value = "ndim", doc = """
            An integer indicating how many dimensions of a multi-dimensional
             array the memory represents.""")
    static int dimensions(PyMemoryView self) {
        check(self);
        return self.shape.length;
    }

    @Attribute(value = "shape", doc = """
            A tuple of ndim integers giving the shape of the memory
             as an N-dimensional array.""")
    static PyObject shape(PyMemoryView self) {
        check(self);
        return MemoryLayouts.tuple(self.shape);
    }

    @Attribute(value = "strides", doc = """
            A tuple of ndim integers giving the size in bytes to access
             each element for each dimension of the array.""")
    static PyObject strides(PyMemoryView self) {
        check(self);
        return MemoryLayouts.tuple(self.strides);
    }

    @Attribute(value = "suboffsets", doc = "A tuple of integers used internally for PIL-style arrays.")
    static PyObject subOffsets(PyMemoryView self) {
        check(self);
        return PyTuple.EMPTY;
    }

    @Attribute(value = "c_contiguous", doc = "A bool indicating whether the memory is C contiguous.")
    static boolean isContiguousC(PyMemoryView self) {
        check(self);
        return self.isContiguous();
    }

    @Attribute(value = "f_contiguous", doc = "A bool indicating whether the memory is Fortran contiguous.")
    static boolean isContiguousFortran(PyMemoryView self) {
        check(self);
        return MemoryLayouts.isFortran(self);
    }

    @Attribute(value = "contiguous", doc = "A bool indicating whether the memory is contiguous.")
    static boolean isContiguous(PyMemoryView self) {
        check(self);
        return self.isContiguous() || MemoryLayouts.isFortran(self);
    }

    // Methods.

    @Builtin(value = "release(self, /)", doc = "Release the underlying buffer exposed by the memoryview object.")
    static void release(PyMemoryView self) {
        if (!self.isReleased() && self.exports > 0) {
            throw Errors.bufferError("memoryview has " + self.exports + " exported buffer"
                    + (self.exports == 1 ? "" : "s"));
        }
        self.release();
    }

    @Builtin("__enter__(self, /)")
    static PyObject enter(PyMemoryView self) {
        check(self);
        return self;
    }

    @Builtin("__exit__(self, /, *exc_info)")
    static void exit(PyMemoryView self, PyObject[] info) {
        release(self);
    }

    @Builtin(value = "tobytes(self, /, order='C')", doc = """
            Return the data in the buffer as a byte string.

            Order can be {'C', 'F', 'A'}. When order is 'C' or 'F', the data of the
            original array is converted to C or Fortran order. For contiguous views,
            'A' returns an exact copy of the physical memory. In particular, in-memory
            Fortran order is preserved. For non-contiguous views, the data is converted
            to C first. order=None is the same as order='C'.""")
    static PyObject toBytes(PyMemoryView self, PyObject order) {
        check(self);
        boolean fortran = false;
        if (order != null && order != PySingleton.NONE) {
            if (!(order instanceof PyStr text)) {
                throw Errors.typeError("tobytes() argument 'order' must be str or None, not " + order.type.name());
            }
            String s = Bytes.withoutNull(text);
            if (s.equals("F") || s.equals("A") && !self.isContiguous() && MemoryLayouts.isFortran(self)) {
                fortran = true;
            } else if (!s.equals("C") && !s.equals("A")) {
                throw Errors.valueError("order must be 'C', 'F' or 'A'");
            }
        }
        return new PyBytes(MemoryLayouts.toBytes(self, fortran));
    }

    @Builtin(value = "hex(self, sep=<unrepresentable>, bytes_per_sep=1)", doc = """
            Return the data in the buffer as a str of hexadecimal numbers.

              sep
                An optional single character or byte to separate hex bytes.
              bytes_per_sep
                How many bytes between separators.  Positive values count from the
                right, negative values count from the left.

            >>> memoryview(b'\\x01\\xfe\\xff').hex()
            '01feff'
            >>> memoryview(b'\\x01\\xfe\\xff').hex('-', 2)
            '01-feff'""")
    static PyObject hex(ThreadState ts, PyMemoryView self, PyObject sep, int bytesPerSep) {
        check(self);
        return HexText.hex(ts, MemoryLayouts.toBytes(self, false), sep, bytesPerSep);
    }

    @Builtin(value = "tolist(self, /)", doc = "Return the data in the buffer as a list of elements.")
    static PyObject toList(ThreadState ts, PyMemoryView self) {
        check(self);
        code(self);
        return MemoryLayouts.toList(ts, self, 0, self.offset);
    }

    @Builtin(value = "cast(self, format, shape=<unrepresentable>)",
            doc = "Cast a memoryview to a new format or shape.")
    static PyObject cast(ThreadState ts, PyMemoryView self, PyObject format, PyObject shape) {
        check(self);
        if (!(format instanceof PyStr text)) {
            throw Errors.typeError("cast() argument 'format' must be str, not " + Arguments.shown(format));
        }
        MemoryLayouts.checkCast(self, shape);
        ByteCodecs.encodeAscii(ts, text, null);
        return MemoryLayouts.cast(self, text.toString(), shape);
    }

    @Builtin(value = "toreadonly(self, /)", doc = "Return a readonly version of the memoryview.")
    static PyObject toReadOnly(PyMemoryView self) {
        check(self);
        PyMemoryView made = MemoryLayouts.copy(self);
        made.readOnly = true;
        return made;
    }

    @Builtin("__buffer__(self, flags, /)")
    static PyObject view(PyMemoryView self, int flags) {
        return MemoryLayouts.of(buffer(self, flags | PyBuffer.STRIDED));
    }

    @Builtin("__release_buffer__(self, buffer, /)")
    static void releaseView(PyMemoryView self, PyObject buffer) {
        MemoryLayouts.releaseView(self, buffer);
    }

    @Builtin("__buffer__(self, flags, /)")
    static PyBuffer buffer(PyMemoryView self, int flags) {
        check(self);
        if ((flags & PyBuffer.WRITABLE) != 0 && self.readOnly) {
            throw Errors.bufferError("memoryview: underlying buffer is not writable");
        }
        boolean strided = (flags & PyBuffer.STRIDED) == PyBuffer.STRIDED;
        boolean direct = strided || self.isContiguous();
        if (!direct && (flags & PyBuffer.WRITABLE) != 0) {
            throw Errors.bufferError("memoryview: underlying buffer is not C-contiguous");
        }
        byte[] array = direct ? self.array : MemoryLayouts.toBytes(self, false);
        self.exports++;
        PyBuffer made = new PyBuffer(self, array, direct ? self.offset : 0, self.byteCount(), self.readOnly) {
            private boolean released;

            @Override
            public void release() {
                if (!released) {
                    released = true;
                    self.exports--;
                }
            }
        };
        made.format = self.format;
        made.itemSize = self.itemSize;
        made.shape = self.shape;
        made.strides = strided ? self.strides : null;
        return made;
    }
}
