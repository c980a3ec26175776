package org.krait.runtime.snapshot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.snapshot.HeapKinds;
import org.krait.snapshot.HeapSink;
import org.krait.snapshot.HeapWriter;
import org.krait.snapshot.UnitConditions;

/**
 * What the modules of a unit read that the program had stored, and the objects of the program that they came to by it:
 * in another process, in which they would read the same, those that comparing meets under the same numbers.
 */
final class ProgramObjects {
    private final List<Running> group;
    private final Ownership ownership;
    private final List<StoredRead> reads = new ArrayList<>();
    private final List<PyTuple> descriptions = new ArrayList<>();
    private final Map<PyObject, Integer> numbers = new IdentityHashMap<>();
    /** The numbers of those that the unit leads to. */
    private final List<Integer> held = new ArrayList<>();

    /** @param group the modules of the unit */
    ProgramObjects(List<Running> group, Ownership ownership) {
        this.group = group;
        this.ownership = ownership;
        List<StoredRead> all = new ArrayList<>();
        group.forEach(m -> all.addAll(m.seen.stored));
        all.sort(Comparator.comparingInt(StoredRead::order));
        for (StoredRead r : all) {
            // What the first of them read the others read too, changed by those before: no program is between them.
            if (!StoredRead.isAmong(reads, r.target(), r.name())) {
                reads.add(r);
                PyTuple description = StoredState.write(r.value(), numbers);
                descriptions.add(description);
                group.getLast().descriptions.add(description);
            }
        }
    }

    boolean has(PyObject o) {
        return numbers.containsKey(o);
    }

    /** Writes the record of an object. */
    void write(PyObject o, HeapSink sink) {
        sink.number(held.size());
        held.add(numbers.get(o));
        sink.end(HeapKinds.OF_PROGRAM, null);
    }

    /** The numbers of the objects in the order of their records: what {@code UnitConditions.held} has. */
    int[] held() {
        return held.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Writes the descriptions of what was read. */
    List<UnitConditions.Stored> write(HeapWriter writer) {
        List<UnitConditions.Stored> conditions = new ArrayList<>();
        for (int i = 0; i < reads.size(); i++) {
            StoredRead r = reads.get(i);
            Integer number = numbers.get(r.target());
            int unit = UnitConditions.Stored.OF_PROGRAM;
            if (number == null) {
                Long place = ownership.place(r.target());
                place = place == null ? ownership.lent(r.target()) : place;
                if (place == null) {
                    throw new HeapWriter.UnsoundException("reads what the program has stored in an object of its own: "
                            + r.name());
                }
                unit = (int) (place >>> 32);
                number = place.intValue();
            }
            int description = writer.root(descriptions.get(i));
            Set<Integer> units = new TreeSet<>();
            addUnits(r.value(), units);
            conditions.add(new UnitConditions.Stored(unit, number, r.name(), description,
                    units.stream().mapToInt(Integer::intValue).toArray()));
        }
        return conditions;
    }

    /** Adds the units whose objects a description means, or that have changed the program's. */
    private void addUnits(StoredRead.Part part, Set<Integer> units) {
        Long place = part.object() == null ? null : ownership.place(part.object());
        if (place != null) {
            units.add((int) (place >>> 32));
        }
        for (Running changer : part.changers()) {
            Integer unit = group.contains(changer) ? null : ownership.unit(changer.name);
            if (unit != null) {
                units.add(unit);
            }
        }
        part.parts().forEach(p -> addUnits(p, units));
    }
}
