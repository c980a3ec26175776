package org.krait.objects;

/**
 * A {@code memoryview}: items of a format at {@code offset + sum(index * stride)} of an array.
 *
 * <p>Views of views share one {@link Source}, which gives the buffer back when the last of them is released.
 */
public final class PyMemoryView extends PyInstance {
    public static final PyType TYPE = PyType.builtin("memoryview", PyType.OBJECT, PyType.HAS_WEAKREF | PyType.SEQUENCE);

    /** The buffer of the exporter and how many views hold it. */
    public static final class Source {
        public final PyBuffer buffer;
        private int views;

        /** Holds the buffer until its last view is released; each view counts the exporter. */
        public Source(PyBuffer buffer) {
            this.buffer = buffer;
        }

        void close() {
            if (--views == 0) {
                buffer.release();
            }
            Refs.decRef(buffer.exporter);
        }
    }

    /** Null once released. */
    public Source source;
    public final byte[] array;
    public int offset;
    public String format;
    public int itemSize;
    public boolean readOnly;
    public int[] shape;
    public int[] strides;
    /** How many buffers of consumers look at this view. */
    public int exports;
    /** The hash, once computed; -1 before. */
    public long hash = -1;

    public PyMemoryView(Source source) {
        super(TYPE);
        this.source = source;
        source.views++;
        Refs.incRefFrom(this, source.buffer.exporter);
        array = source.buffer.array;
    }

    public boolean isReleased() {
        return source == null;
    }

    /** The object whose bytes are shown. */
    public PyObject exporter() {
        return source.buffer.exporter;
    }

    /** Items in all dimensions. */
    public int itemCount() {
        int n = 1;
        for (int extent : shape) {
            n *= extent;
        }
        return n;
    }

    /** Bytes of all items. */
    public int byteCount() {
        return itemCount() * itemSize;
    }

    /** True when the items lie one after the other, last index fastest. */
    public boolean isContiguous() {
        if (shape.length == 1) {
            return shape[0] == 1 || strides[0] == itemSize;
        }
        int expected = itemSize;
        for (int i = shape.length - 1; i >= 0; i--) {
            if (shape[i] > 1 && strides[i] != expected) {
                return shape.length == 0 || itemCount() == 0;
            }
            expected *= shape[i];
        }
        return true;
    }

    /** Gives the buffer back; a second time does nothing. */
    public void release() {
        if (source != null) {
            Source old = source;
            source = null;
            old.close();
        }
    }

    @Override
    protected void dropReferents() {
        release();
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        if (source != null) {
            visitor.visit(source.buffer.exporter);
        }
    }
}
