package org.krait.runtime.snapshot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.krait.objects.PyDict;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.snapshot.PartKeys;
import org.krait.snapshot.UnitConditions;
import org.krait.snapshot.UnitReaders;

/** Which units have read, and which have changed, what parts of objects that are not theirs. */
final class PartIndex {
    /** By object and key, the units. */
    private final IdentityHashMap<PyObject, Map<String, SortedSet<Integer>>> readers = new IdentityHashMap<>();
    private final IdentityHashMap<PyObject, Map<String, SortedSet<Integer>>> changers = new IdentityHashMap<>();

    /** By unit, modules that were still being executed and had changed what it has read. */
    private final List<Set<Running>> running = new ArrayList<>();
    /** The units that have changed lists, sets or cells. */
    private final Set<Integer> contentChangers = new HashSet<>();

    /** What a part is called; null as key for all of an object. */
    static String name(PyObject key) {
        return key == null ? PartKeys.ALL : PartKeys.entry(key);
    }

    /**
     * Adds what the modules of the next unit have read and changed.
     *
     * @param others the modules whose execution has not ended, or that wait for one of these
     */
    void add(ThreadState ts, int unit, List<Running> modules, List<Running> others) {
        Set<Running> changedBy = new LinkedHashSet<>();
        running.add(changedBy);
        for (Running m : modules) {
            for (Running other : others) {
                if (m.seen.hasRead(other.seen, ts)) {
                    changedBy.add(other);
                }
                if (other.seen.hasRead(m.seen, ts)) {
                    other.unseenBefore.add(unit);
                }
                for (PyObject o : other.seen.parts.added()) {
                    if (m.seen.changes.meets(o, PartKeys.ALL)) {
                        other.addedUnseen.computeIfAbsent(o, x -> new TreeSet<>()).add(unit);
                    }
                }
            }
            m.seen.visitReads((target, key) -> add(readers, target, key, unit));
            m.seen.changes.visit((target, key) -> add(changers, target, key, unit));
            if (m.seen.changes.hasContents()) {
                contentChangers.add(unit);
            }
        }
    }

    /** A module imports units that were there before it: which of them have changed what it has read so far. */
    void reaches(ThreadState ts, Running r, Set<Integer> units) {
        r.seen.visitReads((target, key) -> reaches(r.seenBefore, units, target, key));
        if (!Collections.disjoint(units, contentChangers)) {
            r.seen.parts.reachedSoFar(ts).forEach(o -> reaches(r.seenBefore, units, o, PartKeys.ALL));
            r.seen.parts.added().forEach(o ->
                    reaches(r.addedBefore.computeIfAbsent(o, x -> new TreeSet<>()), units, o, PartKeys.ALL));
        }
    }

    private void reaches(Set<Integer> seen, Set<Integer> units, PyObject target, String key) {
        changers.getOrDefault(target, Map.of()).forEach((changed, changedBy) -> {
            if (key.equals(changed) || key.equals(PartKeys.ALL) || changed.equals(PartKeys.ALL)) {
                for (int unit : changedBy) {
                    if (units.contains(unit)) {
                        seen.add(unit);
                    }
                }
            }
        });
    }

    private static void add(IdentityHashMap<PyObject, Map<String, SortedSet<Integer>>> all, PyObject target,
            String key, int unit) {
        all.computeIfAbsent(target, t -> new HashMap<>()).computeIfAbsent(key, k -> new TreeSet<>()).add(unit);
    }

    /**
     * By unit, those that have changed what it has read.
     *
     * @return for each of so many units a set, empty for most
     */
    List<Set<Integer>> changersOfRead(int units) {
        List<Set<Integer>> found = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            found.add(new TreeSet<>());
        }
        changers.forEach((target, changes) -> readers.getOrDefault(target, Map.of()).forEach((key, readBy) -> {
            changes.forEach((changed, changedBy) -> {
                if (key.equals(changed) || key.equals(PartKeys.ALL) || changed.equals(PartKeys.ALL)) {
                    readBy.forEach(unit -> found.get(unit).addAll(changedBy));
                }
            });
        }));
        return found;
    }

    /**
     * The units of the modules that were still being executed when a unit was written and had changed what it has read;
     * {@link UnitConditions#NONE} for one that was not captured.
     */
    Set<Integer> runningChangers(int unit, Ownership ownership) {
        Set<Integer> units = new TreeSet<>();
        for (Running r : running.get(unit)) {
            Integer own = ownership.unit(r.name);
            units.add(own == null ? UnitConditions.NONE : own);
        }
        return units;
    }

    /** For each of so many units, who has read of its objects, as an archive has it; not of modules' namespaces. */
    List<byte[]> readers(int units, Ownership ownership, ThreadState ts) {
        List<SortedMap<Integer, SortedMap<String, SortedSet<Integer>>>> rows = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            rows.add(new TreeMap<>());
        }
        readers.forEach((target, keys) -> {
            Long place = ownership.place(target);
            if (place != null && !isNamespace(ts, target)) {
                int unit = (int) (place >>> 32);
                keys.forEach((key, readBy) -> {
                    SortedSet<Integer> others = new TreeSet<>(readBy);
                    others.remove(unit);
                    if (!others.isEmpty()) {
                        rows.get(unit).computeIfAbsent((int) (long) place, n -> new TreeMap<>()).put(key, others);
                    }
                });
            }
        });
        return rows.stream().map(UnitReaders::write).toList();
    }

    private static boolean isNamespace(ThreadState ts, PyObject o) {
        return o instanceof PyDict d && d.get("__name__") instanceof PyStr name
                && ts.interp.modules.get(name) instanceof PyModule m && m.dict == d;
    }
}
