package org.krait.objects;

import java.util.Arrays;
import org.krait.objects.code.CodeObject;

/**
 * The mortal objects of a context that live, and where each was made: what an audit of counts starts from. Kept only in
 * a JVM that has the system property {@link #PROPERTY} before the first object is made, under its class in
 * {@link Interp#natives}.
 */
public final class Allocations {
    /** Set to any value to have objects noted. */
    public static final String PROPERTY = "krait.audit";
    private static final int PLACE_FRAMES = 4;

    private PyObject[] objects = new PyObject[1 << 12];
    private Place[] places = new Place[1 << 12];
    private int size;
    private final boolean java;

    /** Where an object was made: the innermost frames of Python, and the Java code when that was asked for. */
    public record Place(CodeObject[] codes, int[] pcs, Throwable java) {}

    /** {@code java} is true to keep the Java stack of each allocation, too. */
    public Allocations(boolean java) {
        this.java = java;
    }

    /** Notes a new object of the running thread's context; called by its constructor. */
    static void note(PyObject o) {
        ThreadState ts = ThreadState.current();
        if (ts != null && ts.interp.natives.get(Allocations.class) instanceof Allocations known) {
            known.add(o, ts.frame);
        }
    }

    private synchronized void add(PyObject o, PyFrame frame) {
        if (size == objects.length) {
            prune();
            if (size > objects.length / 2) {
                objects = Arrays.copyOf(objects, size * 2);
                places = Arrays.copyOf(places, size * 2);
            }
        }
        objects[size] = o;
        places[size++] = place(frame);
    }

    private Place place(PyFrame innermost) {
        int depth = 0;
        for (PyFrame f = innermost; f != null && depth < PLACE_FRAMES; f = f.back) {
            depth++;
        }
        CodeObject[] codes = new CodeObject[depth];
        int[] pcs = new int[depth];
        PyFrame f = innermost;
        for (int i = 0; i < depth; i++) {
            codes[i] = f.code;
            pcs[i] = f.pc;
            f = f.back;
        }
        return new Place(codes, pcs, java ? new Throwable() : null);
    }

    private void prune() {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (objects[i].refs >= 0) {
                objects[kept] = objects[i];
                places[kept++] = places[i];
            }
        }
        Arrays.fill(objects, kept, size, null);
        Arrays.fill(places, kept, size, null);
        size = kept;
    }

    /** The objects that live, oldest first. The companions that keep attributes are not among them. */
    public synchronized PyObject[] alive() {
        PyObject[] alive = new PyObject[size];
        int n = 0;
        for (int i = 0; i < size; i++) {
            if (objects[i].refs >= 0 && !(objects[i] instanceof Attributes)) {
                alive[n++] = objects[i];
            }
        }
        return Arrays.copyOf(alive, n);
    }

    /** Where an object was made; null when that was not seen, or the object has been dead for long. */
    public synchronized Place place(PyObject o) {
        for (int i = 0; i < size; i++) {
            if (objects[i] == o) {
                return places[i];
            }
        }
        return null;
    }
}
