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
import org.krait.snapshot.PartKeys;

/** Which units of an archive need objects that the program has changed, or have read what has changed since. */
final class ChangedUnits {
    private final HeapModules modules;
    /** What the program's own code has changed. */
    private final List<Part> ofProgram = new ArrayList<>();
    /** By changed unit, which others need it, as far as is known. */
    private final Map<Integer, Map<Integer, Boolean>> needs = new HashMap<>();
    /** By place and part that the program had changed in the capture, the first unit that was executed afterwards. */
    private final Map<Long, Map<String, Integer>> known = new HashMap<>();
    /** The units of which {@code known} has what they know. */
    private final Set<Integer> seen = new HashSet<>();
    /** By unit, the changed parts that it has read when it was captured. */
    private final Map<Integer, List<Part>> read = new HashMap<>();

    /** A part of an object of an archive. */
    private record Part(int unit, int number, String key) {}

    private ChangedUnits(HeapModules modules) {
        this.modules = modules;
    }

    /** What has changed in an archive's heap; null for nothing. */
    static ChangedUnits of(ThreadState ts, HeapModules modules, ProgramStores stores) throws ArchiveException {
        ChangedUnits changed = new ChangedUnits(modules);
        for (ObjectStores change : stores.ofObjects(ts)) {
            if (change.heap == modules.heap()) {
                for (String key : change.changedParts(ts, true)) {
                    changed.ofProgram.add(new Part(change.unit, change.number, key));
                }
                for (String key : change.changedParts(ts, false)) {
                    changed.addRead(new Part(change.unit, change.number, key));
                }
            }
        }
        return changed.ofProgram.isEmpty() && changed.read.isEmpty() ? null : changed;
    }

    private void addRead(Part part) throws ArchiveException {
        Set<Integer> readers = new HashSet<>();
        modules.readers(part.unit).addTo(readers, part.number, part.key);
        for (int unit : readers) {
            List<Part> parts = read.get(unit);
            if (parts == null) {
                parts = new ArrayList<>();
                read.put(unit, parts);
            }
            parts.add(part);
        }
    }

    /** Why a unit cannot be bound; null when it can. */
    String why(int unit) throws ArchiveException {
        for (Part part : ofProgram) {
            if (needs(unit, part.unit) && !isKnown(unit, part)) {
                return "the program has changed an object of module " + what(part);
            }
        }
        for (Part part : read.getOrDefault(unit, List.of())) {
            if (!isKnown(unit, part)) {
                return "it has read what has changed since of an object of module " + what(part);
            }
        }
        return null;
    }

    private String what(Part part) throws ArchiveException {
        return modules.description(part.unit).name() + ": " + PartKeys.describe(part.key);
    }

    /** Whether a unit needs another, directly or not. */
    private boolean needs(int unit, int other) throws ArchiveException {
        Map<Integer, Boolean> known = needs.get(other);
        if (known == null) {
            known = new HashMap<>();
            needs.put(other, known);
        }
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
    private boolean isKnown(int unit, Part part) throws ArchiveException {
        for (int u = unit; u != KnownStores.NONE && seen.add(u);) {
            KnownStores stores = modules.description(u).known();
            for (KnownStores.Store s : stores.stores()) {
                Map<String, Integer> parts = known.get(place(s.unit(), s.number()));
                if (parts == null) {
                    parts = new HashMap<>();
                    known.put(place(s.unit(), s.number()), parts);
                }
                parts.put(s.key(), Math.min(u, parts.getOrDefault(s.key(), u)));
            }
            // Those before are of lower numbers: a damaged archive leads nowhere else.
            u = stores.before() >= 0 && stores.before() < u ? stores.before() : KnownStores.NONE;
        }
        return known.getOrDefault(place(part.unit, part.number), Map.of())
                .getOrDefault(part.key, Integer.MAX_VALUE) <= unit;
    }

    private static long place(int unit, int number) {
        return (long) unit << 32 | number & 0xffffffffL;
    }
}
