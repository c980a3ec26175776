package org.krait.runtime.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.krait.objects.PyObject;
import org.krait.runtime.snapshot.Restorer;
import org.krait.runtime.snapshot.StoredState;
import org.krait.snapshot.Heap;
import org.krait.snapshot.UnitConditions;

/** Compares what the program has stored with what was stored where the units of an archive were captured. */
final class StoredConditions {
    private static final int NONE = Integer.MIN_VALUE;

    private final HeapModules units;
    private final Heap heap;
    /** By unit that is being checked, how far it is. */
    private final Map<Integer, Progress> progress = new HashMap<>();

    /** The reads of a unit that were compared, and what was met. */
    private static final class Progress {
        final StoredState.Comparison comparison = new StoredState.Comparison();
        int next;
    }

    StoredConditions(HeapModules units) {
        this.units = units;
        heap = units.heap();
    }

    /** Other units than before are to be bound. */
    void begin() {
        progress.clear();
    }

    /**
     * Compares a unit's reads, up to the first for which another has to be bound before. Gives the first that would
     * not give what is described; null when all do.
     *
     * @param before the units that will be bound before
     */
    UnitConditions.Stored findOther(int unit, List<UnitConditions.Stored> reads, List<Integer> before) {
        Progress p = progress.get(unit);
        if (p == null) {
            p = new Progress();
            progress.put(unit, p);
        }
        for (; p.next < reads.size(); p.next++) {
            UnitConditions.Stored s = reads.get(p.next);
            int missing = missing(s);
            if (missing != NONE) {
                return before.contains(missing) ? null : s;
            }
            PyObject target = s.isOfProgram() ? p.comparison.object(s.number()) : heap.object(s.unit(), s.number());
            if (target == null
                    || !p.comparison.isAs(Restorer.entry(target, s.name()), heap.object(unit, s.description()))) {
                return s;
            }
        }
        return null;
    }

    /** Whether reads of a unit could not be compared yet. */
    boolean isWaiting(int unit, List<UnitConditions.Stored> reads) {
        Progress p = progress.get(unit);
        return !reads.isEmpty() && (p == null || p.next < reads.size());
    }

    /** A unit that a read means and that is not bound; NONE for none. */
    private int missing(UnitConditions.Stored s) {
        if (!s.isOfProgram() && !units.isBound(s.unit())) {
            return s.unit();
        }
        for (int of : s.units()) {
            if (!units.isBound(of)) {
                return of;
            }
        }
        return NONE;
    }

    /** A unit is bound: its objects may lead to what was met. */
    void bound(int unit, int[] held) {
        Progress p = progress.remove(unit);
        if (p != null && held.length > 0) {
            PyObject[] objects = new PyObject[held.length];
            for (int i = 0; i < held.length; i++) {
                objects[i] = p.comparison.object(held[i]);
            }
            heap.hold(unit, objects);
        }
    }
}
