package org.krait.snapshot;

import org.krait.objects.PyDict;
import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;

/** One heap record: a kind, numbers and references, all checked when they are asked for. */
public final class HeapRecord {
    /** One of {@link HeapKinds}, or the runtime's. */
    public final int kind;
    /** The unit's heap. */
    public final Heap heap;
    private final HeapUnit unit;
    private final int number;
    private final int numbersAt;
    private final int numberCount;
    private final int refsAt;
    private final int refCount;
    private final int attributeCount;

    HeapRecord(Heap heap, HeapUnit unit, int number, int at) {
        this.number = number;
        this.heap = heap;
        this.unit = unit;
        byte[] b = unit.bytes;
        unit.need(at, Layout.HEAP_RECORD.size());
        kind = b[at + 1] & 0xff;
        numberCount = b[at + 2] & 0xff | (b[at + 3] & 0xff) << 8;
        refCount = Bytes.getInt(b, at + 4);
        attributeCount = Bytes.getInt(b, at + 8);
        if (refCount < 0 || attributeCount < 0 || attributeCount == 1) {
            throw unit.bad("count", Math.min(refCount, attributeCount));
        }
        numbersAt = at + Layout.HEAP_RECORD.size();
        refsAt = numbersAt + 8 * numberCount;
        unit.need(refsAt, 4L * refCount + 4L * attributeCount);
    }

    /** The number of the unit that it is in. */
    int unitIndex() {
        return unit.index;
    }

    /** How many references there are, without the attributes. */
    public int refs() {
        return refCount;
    }

    /** How many numbers there are. */
    public int numbers() {
        return numberCount;
    }

    /** A number by index. */
    public long number(int index) {
        if (index >= numberCount) {
            throw unit.bad("number", index);
        }
        return Bytes.getLong(unit.bytes, numbersAt + 8 * index);
    }

    /** A number that must lie in a range. */
    public int number(int index, int from, int to) {
        long value = number(index);
        if (value < from || value > to) {
            throw unit.bad("number " + index, value);
        }
        return (int) value;
    }

    /** The object of the program that the first number means. */
    PyObject held() {
        PyObject o = heap.held(unit.index, number(0));
        if (o == null) {
            throw unit.bad("number of an object of the program", number(0));
        }
        return o;
    }

    int ref(int index) {
        if (index < 0 || index >= refCount) {
            throw unit.bad("reference", index);
        }
        return Bytes.getInt(unit.bytes, refsAt + 4 * index);
    }

    /** An object, or null for a reference to nothing or beyond the last one. */
    public PyObject optional(int index) {
        int ref = index >= refCount && index >= 0 ? HeapKinds.NULL : ref(index);
        return ref == HeapKinds.NULL ? null : unit.object(ref);
    }

    /** An object. */
    public PyObject object(int index) {
        PyObject o = optional(index);
        if (o == null) {
            throw unit.bad("reference", index);
        }
        return o;
    }

    /** Objects from an index on. */
    public PyObject[] objects(int from, int count) {
        PyObject[] items = new PyObject[count];
        for (int i = 0; i < count; i++) {
            items[i] = object(from + i);
        }
        return items;
    }

    public PyType type(int index) {
        return object(index) instanceof PyType t ? t : wrong(index, "class");
    }

    /** The class of the object that this record makes. */
    PyType ownType(int index) {
        PyType type = type(index);
        return NativeBases.fits(kind, type) ? type : wrong(index, "class of such objects");
    }

    public PyStr str(int index) {
        return object(index) instanceof PyStr s ? s : wrong(index, "str");
    }

    public PyDict dict(int index) {
        return object(index) instanceof PyDict d ? d : wrong(index, "dict");
    }

    public PyTuple tuple(int index) {
        return object(index) instanceof PyTuple t ? t : wrong(index, "tuple");
    }

    /** A tuple, or null for a reference to nothing. */
    public PyTuple optionalTuple(int index) {
        return optional(index) == null ? null : tuple(index);
    }

    /** A dict, or null for a reference to nothing. */
    public PyDict optionalDict(int index) {
        return optional(index) == null ? null : dict(index);
    }

    /** For a reference that leads to something of the wrong kind: never returns. */
    public <T> T wrong(int index, String expected) {
        throw unit.bad("reference " + index + ", which should be a " + expected + ",", ref(index));
    }

    /** Tells the heap that the object is touched. */
    void touched() {
        heap.touched(unit, number);
    }

    /** True for a reference to an exact str of this unit. */
    boolean isName(int index) {
        return unit.isText(ref(index));
    }

    /** An entry of a dict whose key is a str and whose value can wait. */
    void insert(PyDict dict, int index) {
        unit.insert(dict, ref(index), ref(index + 1));
    }

    /** Stores the attributes in an object. */
    void fillAttributes(PyObject o) {
        if (attributeCount == 0) {
            return;
        }
        PyInstance attributes = o.attributes();
        if (attributes == null) {
            throw unit.bad("attributes", attributeCount);
        }
        int at = refCount;
        int dict = attribute(at);
        int slots = attribute(at + 1);
        if (slots < 0 || slots > attributeCount - 2 || slots > attributes.type.slotCount) {
            throw unit.bad("number of slots", slots);
        }
        if (dict != HeapKinds.NULL) {
            attributes.dict = unit.object(dict) instanceof PyDict d ? d : wrong(0, "dict");
        }
        at += 2;
        for (int i = 0; i < slots; i++) {
            int ref = attribute(at++);
            if (ref != HeapKinds.NULL) {
                attributes.setField(i, unit.object(ref));
            }
        }
        for (; at + 1 < refCount + attributeCount; at += 2) {
            PyStr name = unit.object(attribute(at)) instanceof PyStr s ? s : wrong(0, "name");
            attributes.setAttribute(name, unit.object(attribute(at + 1)));
        }
    }

    private int attribute(int index) {
        return Bytes.getInt(unit.bytes, refsAt + 4 * index);
    }
}
