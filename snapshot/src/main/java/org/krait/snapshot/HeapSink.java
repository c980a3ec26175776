package org.krait.snapshot;

import java.util.Arrays;
import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;

/** Takes what makes up one heap record: a kind, numbers and references. {@link HeapRecord} gives it back. */
public final class HeapSink {
    private final HeapWriter writer;
    private long[] numbers = new long[8];
    private int numberCount;
    private int[] refs = new int[16];
    private int refCount;

    HeapSink(HeapWriter writer) {
        this.writer = writer;
    }

    void begin() {
        numberCount = 0;
        refCount = 0;
    }

    /** Adds a number. */
    public void number(long value) {
        if (numberCount == numbers.length) {
            numbers = Arrays.copyOf(numbers, numberCount * 2);
        }
        numbers[numberCount++] = value;
    }

    /** Adds a reference; null is one to nothing. */
    public void ref(PyObject o) {
        add(o == null ? HeapKinds.NULL : writer.number(o));
    }

    /** Adds a reference to a string of Java. */
    public void text(String s) {
        ref(PyStr.of(s));
    }

    /** Adds references to some items of an array. */
    public void refs(PyObject[] items, int count) {
        for (int i = 0; i < count; i++) {
            ref(items[i]);
        }
    }

    private void add(int ref) {
        if (refCount == refs.length) {
            refs = Arrays.copyOf(refs, refCount * 2);
        }
        refs[refCount++] = ref;
    }

    /** Leaves out the references to nothing at the end. */
    void leaveOutNulls() {
        while (refCount > 0 && refs[refCount - 1] == HeapKinds.NULL) {
            refCount--;
        }
    }

    /** Ends the record of an object of a kind; its attributes are added. */
    public void end(int kind, PyObject o) {
        if (o != null && NativeBases.isChecked(kind) && !NativeBases.fits(kind, o.type)) {
            throw new HeapWriter.UnsoundException("holds an object of type " + o.type.name());
        }
        PyInstance attributes = o == null ? null : o.attributes();
        int own = refCount;
        boolean hasAttributes = attributes != null && (attributes.dict != null || attributes.fields.length > 0);
        if (hasAttributes) {
            attributes(attributes);
        }
        writer.structured(kind, numbers, numberCount, refs, own, refCount, hasAttributes);
    }

    /** The reference to the dict, the number of slots, the slots, and names and values of the other attributes. */
    private void attributes(PyInstance a) {
        ref(a.dict);
        int slots = Math.min(a.type.slotCount, a.fields.length);
        add(slots);
        refs(a.fields, slots);
        if (a.dict == null) {
            for (int i = slots; i < a.fields.length && a.fields[i] != null; i++) {
                ref(a.type.sharedKeys.key(i - slots));
                ref(a.fields[i]);
            }
        }
    }
}
