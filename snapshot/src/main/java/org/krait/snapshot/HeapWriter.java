package org.krait.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.krait.objects.PyBool;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyBytes;
import org.krait.objects.PyComplex;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySet;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.snapshot.marshal.MarshalWriter;

/**
 * Writes the image of a unit: modules that were executed, and all that they alone reach. What belongs to a unit written
 * before becomes a reference into that unit, what is native a name.
 */
public final class HeapWriter extends ImageWriter {
    private static final int MAX_NUMBERS = 0xffff;

    private final Source source;
    private final HeapSink sink = new HeapSink(this);
    private final ArrayList<long[]> externals = new ArrayList<>();
    private final HashMap<Long, Integer> externalRefs = new HashMap<>();
    /** By number of an object of which this unit has a copy, the original's place. */
    private final TreeMap<Integer, Long> copies = new TreeMap<>();

    /** What the writer has to know of the objects it meets. */
    public interface Source {
        /**
         * The place of an object that belongs to another unit: {@code unit << 32 | number}; -1 for an object that is
         * this unit's to write. Throws {@link UnsoundException} for one that must not be referred to.
         */
        long place(PyObject o);

        /**
         * True for an object of another unit of which this one gets a copy, so that it does not need that unit: a
         * process that has both units has one object all the same.
         */
        boolean isCopied(PyObject o, long place);

        /** Writes a record for what is native or the runtime's own; false when the object is neither. */
        boolean write(PyObject o, HeapSink sink);

        /** Where code lies in the image of a module's code; null for code that no module's body has. */
        CodePlace place(CodeObject code);

        /** True for an object that each process makes anew. */
        boolean isRemade(PyObject o);
    }

    /** The place of code: a module and its number in the image of the module's code. */
    public record CodePlace(PyStr module, int number) {}

    /** An object that cannot be part of a heap: the unit must do without one. */
    public static final class UnsoundException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public UnsoundException(String reason) {
            super(reason, null, false, false);
        }
    }

    public HeapWriter(Source source) {
        super(null);
        this.source = source;
    }

    /** Numbers an object that the unit offers to others: its record will be written. */
    public int root(PyObject o) {
        return number(o);
    }

    /** Writes the image: the objects, the copies among them, then the places of the objects of other units. */
    public byte[] finish() {
        byte[] image = finish(0);
        byte[] whole = new byte[image.length + 12 * copies.size() + 8 * externals.size() + 8];
        System.arraycopy(image, 0, whole, 0, image.length);
        int at = image.length;
        for (Map.Entry<Integer, Long> copy : copies.entrySet()) {
            ByteSink.putInt(whole, at, copy.getKey());
            ByteSink.putInt(whole, at + 4, (int) (copy.getValue() >>> 32));
            ByteSink.putInt(whole, at + 8, copy.getValue().intValue());
            at += 12;
        }
        for (long[] e : externals) {
            ByteSink.putInt(whole, at, (int) e[0]);
            ByteSink.putInt(whole, at + 4, (int) e[1]);
            at += 8;
        }
        ByteSink.putInt(whole, at, copies.size());
        ByteSink.putInt(whole, at + 4, externals.size());
        return whole;
    }

    /** The objects that this unit has, by number. */
    public java.util.List<PyObject> objects() {
        return objects;
    }

    /** The units that this one refers to. */
    public java.util.SortedSet<Integer> units() {
        java.util.TreeSet<Integer> units = new java.util.TreeSet<>();
        for (long[] e : externals) {
            units.add((int) e[0]);
        }
        return units;
    }

    @Override
    int number(PyObject o) {
        if (!isValue(o)) {
            long place = source.place(o);
            if (place >= 0 && source.isCopied(o, place)) {
                int number = super.number(o);
                copies.put(number, place);
                return number;
            }
            if (place >= 0) {
                Integer known = externalRefs.get(place);
                if (known == null) {
                    known = ~externals.size();
                    externals.add(new long[] {place >>> 32, place & 0xffffffffL});
                    externalRefs.put(place, known);
                }
                return known;
            }
        }
        return (o.getClass() == PyStr.class || o instanceof PyInt) && source.isRemade(o) ? single(o) : super.number(o);
    }

    /** True for values without identity that anybody would miss: each unit has its own. */
    private static boolean isValue(PyObject o) {
        Class<?> c = o.getClass();
        return c == PyStr.class || c == PyInt.class || c == PyBool.class || o == PySingleton.NONE
                || o == PySingleton.ELLIPSIS || o instanceof PyInt i && i.type == PyInt.TYPE || o == PyTuple.EMPTY;
    }

    private static boolean isLeaf(PyObject o) {
        return isValue(o) || o.getClass() == PyFloat.class || o.getClass() == PyComplex.class
                || o.getClass() == PyBytes.class || o instanceof CodeObject || o.getClass() == PyTuple.class;
    }

    @Override
    void record(PyObject o) {
        boolean isTuple = o.getClass() == PyTuple.class;
        if (o instanceof PyStr || isTuple || !isLeaf(o) || o instanceof PyInt && source.isRemade(o)) {
            sink.begin();
            if (source.write(o, sink) || !isTuple && !isConstantSet(o) && CoreKinds.write(o, sink)) {
                return;
            }
        }
        CodePlace place = o instanceof CodeObject code ? source.place(code) : null;
        if (place != null && fits((CodeObject) o)) {
            head((CodeObject) o, place);
        } else if (isLeaf(o) || isConstantSet(o)) {
            super.record(o);
        } else {
            throw new UnsoundException(o instanceof PyType t ? "holds the class " + t.name()
                    : o instanceof PyBuiltin b ? "holds the native function " + b.name
                    : "holds an object of type " + o.type.name());
        }
    }

    /**
     * A frozenset that the compiler may have made: of constants, whose hashes run no code, and with the order that
     * reading it makes.
     */
    private static boolean isConstantSet(PyObject o) {
        if (!(o instanceof PySet set) || o.type != PySet.FROZEN_TYPE) {
            return false;
        }
        for (PyObject item : set.toArray()) {
            if (!isValue(item) && item.getClass() != PyBytes.class && item.getClass() != PyFloat.class) {
                return false;
            }
        }
        ThreadState ts = ThreadState.current();
        PySet read = new PySet();
        for (PyObject item : MarshalWriter.inStableOrder(null, set, MarshalWriter.VERSION)) {
            read.add(ts, item);
        }
        return Arrays.equals(read.items, set.items);
    }

    /** Whether the numbers of a head have room for a code object's: only generated code has larger ones. */
    private static boolean fits(CodeObject code) {
        return Math.max(code.registerCount, code.cacheCount) <= MAX_NUMBERS;
    }

    private void head(CodeObject code, CodePlace place) {
        byte[] head = new byte[Layout.CODE_HEAD.size()];
        Layout.HEAD_MODULE.set(head, 0, number(place.module));
        Layout.HEAD_NUMBER.set(head, 0, place.number);
        Layout.HEAD_NAME.set(head, 0, number(code.name));
        Layout.HEAD_QUALNAME.set(head, 0, number(code.qualifiedName));
        Layout.HEAD_FILENAME.set(head, 0, number(code.filename));
        Layout.HEAD_FIRST_LINE.set(head, 0, code.firstLine);
        Layout.HEAD_FLAGS.set(head, 0, code.flags);
        Layout.HEAD_ARGS.set(head, 0, code.argCount);
        Layout.HEAD_POSITIONAL_ONLY.set(head, 0, code.positionalOnlyCount);
        Layout.HEAD_KEYWORD_ONLY.set(head, 0, code.keywordOnlyCount);
        Layout.HEAD_FREE.set(head, 0, code.freeCount);
        Layout.HEAD_FIRST_TEMP.set(head, 0, code.firstTemp);
        Layout.HEAD_REGISTERS.set(head, 0, code.registerCount);
        Layout.HEAD_HELD.set(head, 0, code.heldCount);
        Layout.HEAD_CACHES.set(head, 0, code.cacheCount);
        out.put(Layout.CODE_OF_MODULE);
        out.putAll(head);
    }

    void structured(int kind, long[] numbers, int numberCount, int[] refs, int own, int all, boolean attributes) {
        if (numberCount > MAX_NUMBERS) {
            throw new UnsoundException("an object has " + numberCount + " numbers");
        }
        out.put(Layout.HEAP_OBJECT);
        out.put((byte) kind);
        out.putShort(numberCount);
        out.putInt(own);
        out.putInt(attributes ? all - own : 0);
        for (int i = 0; i < numberCount; i++) {
            out.putLong(numbers[i]);
        }
        for (int i = 0; i < all; i++) {
            out.putInt(refs[i]);
        }
    }
}
