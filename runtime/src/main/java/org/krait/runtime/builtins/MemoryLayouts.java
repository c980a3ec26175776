package org.krait.runtime.builtins;

import java.util.Arrays;
import org.krait.objects.Errors;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyMemoryView;
import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;

/** Shapes and strides of memoryviews: making, casting, copying. */
public final class MemoryLayouts {
    private MemoryLayouts() {}

    /** {@code memoryview(o)}. */
    public static PyMemoryView of(ThreadState ts, PyObject o, int flags) {
        if (o instanceof PyMemoryView view) {
            MemoryViewMethods.check(view);
            return copy(view);
        }
        PyBuffer buffer = o.type.slots().buffer(ts, o, flags | PyBuffer.STRIDED);
        if (buffer == null) {
            throw Errors.typeError("memoryview: a bytes-like object is required, not '" + o.type.name() + "'");
        }
        return of(buffer);
    }

    /** A view of a buffer, which it will release. */
    public static PyMemoryView of(PyBuffer buffer) {
        PyMemoryView made = new PyMemoryView(new PyMemoryView.Source(buffer));
        made.offset = buffer.offset;
        made.format = buffer.format;
        made.itemSize = buffer.itemSize;
        made.readOnly = buffer.readOnly;
        made.shape = buffer.shape != null ? buffer.shape.clone() : new int[] {buffer.length / buffer.itemSize};
        made.strides = buffer.strides != null ? buffer.strides.clone() : strides(made.shape, made.itemSize);
        return made;
    }

    /** A view of the same items. */
    static PyMemoryView copy(PyMemoryView view) {
        PyMemoryView made = new PyMemoryView(view.source);
        made.offset = view.offset;
        made.format = view.format;
        made.itemSize = view.itemSize;
        made.readOnly = view.readOnly;
        made.shape = view.shape;
        made.strides = view.strides;
        return made;
    }

    /** {@code exporter.__release_buffer__(view)}: gives the buffer back. */
    static void releaseView(PyObject exporter, PyObject view) {
        if (!(view instanceof PyMemoryView v)) {
            throw Errors.typeError("expected a memoryview object");
        }
        if (!v.isReleased() && v.exporter() != exporter) {
            throw Errors.valueError("memoryview's buffer is not this object");
        }
        MemoryViewMethods.release(v);
    }

    /** The strides of items that lie one after the other, last index fastest. */
    static int[] strides(int[] shape, int itemSize) {
        int[] strides = new int[shape.length];
        int step = itemSize;
        for (int i = shape.length - 1; i >= 0; i--) {
            strides[i] = step;
            step *= shape[i];
        }
        return strides;
    }

    /** True when the first index is fastest and nothing lies between the items. */
    static boolean isFortran(PyMemoryView v) {
        if (v.shape.length == 1) {
            return v.isContiguous();
        }
        int expected = v.itemSize;
        for (int i = 0; i < v.shape.length; i++) {
            if (v.shape[i] > 1 && v.strides[i] != expected) {
                return v.itemCount() == 0;
            }
            expected *= v.shape[i];
        }
        return true;
    }

    /** A copy of the bytes in C order, or with {@code fortran} first index fastest. */
    static byte[] toBytes(PyMemoryView v, boolean fortran) {
        int n = v.byteCount();
        if (!fortran && v.isContiguous()) {
            return Arrays.copyOfRange(v.array, v.offset, v.offset + n);
        }
        byte[] out = new byte[n];
        int[] at = new int[v.shape.length];
        for (int to = 0; to < n; to += v.itemSize) {
            int from = v.offset;
            for (int d = 0; d < at.length; d++) {
                from += at[d] * v.strides[d];
            }
            System.arraycopy(v.array, from, out, to, v.itemSize);
            step(at, v.shape, fortran);
        }
        return out;
    }

    /** Goes to the next index in C or Fortran order. */
    private static void step(int[] at, int[] shape, boolean fortran) {
        for (int k = 0; k < at.length; k++) {
            int d = fortran ? k : at.length - 1 - k;
            if (++at[d] < shape[d]) {
                return;
            }
            at[d] = 0;
        }
    }

    /** What is wrong with a cast to any format; {@code shape} null for none. */
    static void checkCast(PyMemoryView v, PyObject shape) {
        if (!v.isContiguous()) {
            throw Errors.typeError("memoryview: casts are restricted to C-contiguous views");
        }
        if ((shape != null || v.shape.length != 1) && hasZero(v)) {
            throw Errors.typeError("memoryview: cannot cast view with zeros in shape or strides");
        }
        if (shape != null && items(shape).length != 1 && v.shape.length != 1) {
            throw Errors.typeError("memoryview: cast must be 1D -> ND or ND -> 1D");
        }
    }

    /** A view with another format, and another shape unless that is null; {@link #checkCast} finds nothing wrong. */
    static PyMemoryView cast(PyMemoryView v, String format, PyObject shape) {
        char from = MemoryFormats.code(v.format);
        char to = MemoryFormats.code(format);
        if (from == 0) {
            throw Errors.valueError("memoryview: source format must be a native single character format prefixed with "
                    + "an optional '@'");
        }
        if (to == 0) {
            throw Errors.valueError("memoryview: destination format must be a native single character format prefixed "
                    + "with an optional '@'");
        }
        if (!MemoryFormats.isByte(from) && !MemoryFormats.isByte(to)) {
            throw Errors.typeError("memoryview: cannot cast between two non-byte formats");
        }
        int bytes = v.byteCount();
        int size = MemoryFormats.size(to);
        if (bytes % size != 0) {
            throw Errors.typeError("memoryview: length is not a multiple of itemsize");
        }
        int[] wanted = shape != null ? extents(shape) : new int[] {bytes / size};
        long product = size;
        for (int extent : wanted) {
            product *= extent;
        }
        if (product != bytes) {
            throw Errors.typeError("memoryview: product(shape) * itemsize != buffer size");
        }
        PyMemoryView made = copy(v);
        made.format = format;
        made.itemSize = size;
        made.shape = wanted;
        made.strides = strides(made.shape, size);
        return made;
    }

    private static boolean hasZero(PyMemoryView v) {
        for (int i = 0; i < v.shape.length; i++) {
            if (v.shape[i] == 0 || v.strides[i] == 0) {
                return true;
            }
        }
        return false;
    }

    /** The elements of the shape argument of a cast. */
    private static PyObject[] items(PyObject shape) {
        if (!(shape instanceof PyTuple) && !(shape instanceof PyList)) {
            throw Errors.typeError("shape must be a list or a tuple");
        }
        PyObject[] items = shape instanceof PyTuple t ? t.items : ((PyList) shape).toArray();
        if (items.length > 64) {
            throw Errors.valueError("memoryview: number of dimensions must not exceed 64");
        }
        return items;
    }

    private static int[] extents(PyObject shape) {
        PyObject[] items = items(shape);
        int[] extents = new int[items.length];
        for (int i = 0; i < items.length; i++) {
            if (!(items[i] instanceof PyInt n)) {
                throw Errors.typeError("memoryview.cast(): elements of shape must be integers");
            }
            if (n.big() != null || n.value <= 0 || n.value > Integer.MAX_VALUE) {
                throw Errors.valueError("memoryview.cast(): elements of shape must be integers > 0");
            }
            extents[i] = (int) n.value;
        }
        return extents;
    }

    /** The items in lists as deep as there are dimensions. */
    static PyObject toList(ThreadState ts, PyMemoryView v, int dimension, int at) {
        if (dimension == v.shape.length) {
            return MemoryViewMethods.item(ts, v, at);
        }
        PyList list = new PyList();
        for (int i = 0; i < v.shape[dimension]; i++) {
            list.append(toList(ts, v, dimension + 1, at + i * v.strides[dimension]));
        }
        return list;
    }

    static PyObject tuple(int[] numbers) {
        PyObject[] items = new PyObject[numbers.length];
        for (int i = 0; i < items.length; i++) {
            items[i] = PyInt.of(numbers[i]);
        }
        return PyTuple.of(items);
    }
}
