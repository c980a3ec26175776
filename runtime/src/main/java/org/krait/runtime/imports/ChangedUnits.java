package org.krait.runtime.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.krait.objects.ThreadState;
import org.krait.snapshot.ArchiveException;
import org.krait.snapshot.KnownStores;

/** Which units of an archive need objects that the program has changed, or have read what has changed since. */
final class ChangedUnits {
    private final ThreadState ts;
    private final HeapModules modules;
    private final List<ObjectStores> changes;
    /** By changed unit, which others need it, as far as is known. */
    private final Map<Integer, Map<Integer, Boolean>> needs = new HashMap<>();
    /** By part that the program had changed in the capture, the first unit that was executed afterwards. */
    private final Map<String, Integer> known = new HashMap<>();
    /** The units of which {@code known} has what they know. */
    private final Set<Integer> seen = new HashSet<>();
    /** By unit, the changed parts that it has read when it was captured. */
    private final Map<Integer, List<Part>> read = new HashMap<>();

    /** A part of an object of an archive. */
    private record Part(int unit, int number, String key) {}

    private ChangedUnits(ThreadState ts, HeapModules modules, List<ObjectStores> changes) throws ArchiveException {
        this.ts = ts;
        this.modules = modules;
        this.changes = changes;
        for (ObjectStores change : changes) {
            for (String key : change.changedParts(ts)) {
                Part part = new Part(change.unit, change.number, key);
                modules.readers(change.unit).visit(change.number, key,
                        unit -> read.computeIfAbsent(unit, u -> new ArrayList<>()).add(part));
            }
        }
    }

    /** What has changed in an archive's heap; null for nothing. */
    static ChangedUnits of(ThreadState ts, HeapModules modules, ProgramStores stores) throws ArchiveException {
        List<ObjectStores> changes = stores.ofObjects(ts);
        changes.removeIf(s -> s.heap != modules.heap());
        return changes.isEmpty() ? null : new ChangedUnits(ts, modules, changes);
    }

    /** Why a unit cannot be bound; null when it can. */
    String why(int unit) throws ArchiveException {
        for (ObjectStores change : changes) {
            if (change.isByProgram() && needs(unit, change.unit)) {
                String what = change.findChangedByProgram(ts,
                        (of, key) -> isKnown(unit, key(of.unit, of.number, key)));
                if (what != null) {
                    return "the program has changed an object of module " + modules.description(change.unit).name()
                            + ": " + what;
                }
            }
        }
        for (Part part : read.getOrDefault(unit, List.of())) {
            if (!isKnown(unit, key(part.unit, part.number, part.key))) {
                return "it has read of an object of module " + modules.description(part.unit).name()
                        + " what has changed: " + part.key;
            }
        }
        return null;
    }

    /** Whether a unit needs another, directly or not. */
    private boolean needs(int unit, int other) throws ArchiveException {
        Map<Integer, Boolean> known = needs.computeIfAbsent(other, o -> new HashMap<>());
        Boolean answer = known.get(unit);
        if (answer == null) {
            answer = unit == other;
            known.put(unit, answer);
            for (int before : modules.description(unit).units()) {
                answer = answer || needs(before, other);
            }
            known.put(unit, answer);
        }
        return answer;
    }

    /** Whether the program had changed a part when a unit was captured. */
    private boolean isKnown(int unit, String part) throws ArchiveException {
        for (int u = unit; u != KnownStores.NONE && seen.add(u);) {
            KnownStores stores = modules.description(u).known();
            for (KnownStores.Store s : stores.stores()) {
                known.merge(key(s.unit(), s.number(), s.key()), u, Math::min);
            }
            // Those before are of lower numbers: a damaged archive leads nowhere else.
            u = stores.before() >= 0 && stores.before() < u ? stores.before() : KnownStores.NONE;
        }
        return known.getOrDefault(part, Integer.MAX_VALUE) <= unit;
    }

    private static String key(int unit, int number, String key) {
        return unit + "," + number + key;
    }
}
