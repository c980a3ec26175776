package org.krait.snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.SubclassSource;

/**
 * Which classes of the bound units have which bases, so that a base shows all its subclasses, also those that nobody
 * has touched.
 */
final class HeapClasses implements SubclassSource {
    /** Stands for all bases that are native. */
    private static final long NATIVE = -1;
    private static final int WIDTH = 3;

    private final Heap heap;
    /** Another archive's; null for none. */
    private final SubclassSource next;
    /** Of each class that was made, {@code unit << 32 | number}. */
    private final IdentityHashMap<PyType, Long> places = new IdentityHashMap<>();
    private final HashMap<Long, Subclasses> byBase = new HashMap<>();
    /** By bound unit that has subclasses, when it was bound. */
    private final int[] births;
    /** What the units bound last say, not yet looked at. */
    private final ArrayList<int[]> unread = new ArrayList<>();
    private final ArrayList<Integer> unreadUnits = new ArrayList<>();

    /** The subclasses of one base, oldest first. */
    private static final class Subclasses {
        final ArrayList<Long> places = new ArrayList<>();
        int made;
    }

    HeapClasses(Heap heap, SubclassSource next) {
        this.heap = heap;
        this.next = next;
        births = new int[heap.archive().units()];
    }

    /** A class was made. */
    void made(PyType type, int unit, int number) {
        type.birth = births[unit];
        places.put(type, (long) unit << 32 | number);
    }

    /** A unit is bound. */
    void bound(int unit, int[] subclasses) {
        if (subclasses.length > 0) {
            births[unit] = PyType.nextBirth();
            unread.add(subclasses);
            unreadUnits.add(unit);
        }
    }

    private void read() {
        for (int i = 0; i < unread.size(); i++) {
            int unit = unreadUnits.get(i);
            int[] rows = unread.get(i);
            for (int at = 0; at + WIDTH <= rows.length; at += WIDTH) {
                int of = rows[at] == UnitDescription.OWN_BASE ? unit : rows[at];
                long base = rows[at] == UnitDescription.NATIVE_BASE ? NATIVE : (long) of << 32 | rows[at + 1];
                Subclasses known = byBase.get(base);
                if (known == null) {
                    known = new Subclasses();
                    byBase.put(base, known);
                }
                known.places.add((long) unit << 32 | rows[at + 2]);
            }
        }
        unread.clear();
        unreadUnits.clear();
    }

    @Override
    public PyType[] makeSubclasses(PyType base) {
        read();
        PyType[] own = own(base);
        PyType[] others = next == null ? null : next.makeSubclasses(base);
        if (own == null || others == null) {
            return own == null ? others : own;
        }
        PyType[] all = java.util.Arrays.copyOf(own, own.length + others.length);
        System.arraycopy(others, 0, all, own.length, others.length);
        return all;
    }

    private PyType[] own(PyType base) {
        Long place = places.get(base);
        if (place == null && !heap.host.isNative(base)) {
            return null;
        }
        Subclasses known = byBase.get(place == null ? NATIVE : place);
        if (known == null || place != null && known.made == known.places.size()) {
            return null;
        }
        ArrayList<PyType> all = new ArrayList<>();
        known.made = known.places.size();
        for (int i = 0; i < known.made; i++) {
            long at = known.places.get(i);
            PyType type = heap.object((int) (at >>> 32), (int) at) instanceof PyType t ? t : null;
            if (type == null) {
                throw Heap.damaged(new ModuleImage.BadImageException("object " + (int) at + " of unit " + (at >>> 32)
                        + " should be a class"));
            }
            if (hasBase(type.bases(), base)) {
                all.add(type);
            }
        }
        return all.toArray(new PyType[0]);
    }

    private static boolean hasBase(PyTuple bases, PyType base) {
        for (PyObject b : bases.items) {
            if (b == base) {
                return true;
            }
        }
        return false;
    }
}
