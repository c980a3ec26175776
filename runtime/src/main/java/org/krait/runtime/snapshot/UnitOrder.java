package org.krait.runtime.snapshot;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.krait.snapshot.UnitConditions;

/** Which others were executed before a unit, or not yet, as far as its modules have read what these change. */
final class UnitOrder {
    private final PartIndex parts;
    private final Ownership ownership;
    private final List<CapturedUnits.Executed> executed;
    /** By unit, those that have changed what it has read. */
    private final List<Set<Integer>> changers;

    /** Units as {@link UnitConditions} has them. */
    record Others(int[] earlier, int[] later) {}

    UnitOrder(PartIndex parts, Ownership ownership, List<CapturedUnits.Executed> executed) {
        this.parts = parts;
        this.ownership = ownership;
        this.executed = executed;
        changers = parts.changersOfRead(executed.size());
    }

    /** The others of a unit with these modules. */
    Others of(int unit, List<Running> modules) {
        Set<Integer> running = parts.runningChangers(unit, ownership);
        Set<Integer> before = before(unit, modules);
        Set<Integer> after = new TreeSet<>();
        for (Running m : modules) {
            after.addAll(m.unseenBefore);
            for (int other = m.seen.unitsThen; other != Seen.NEVER && other < executed.size(); other++) {
                if (other != unit) {
                    after.add(other);
                }
            }
            m.seen.modules.forEach((name, isThere) -> {
                Integer of = ownership.unit(name);
                if (!isThere && of != null && of != unit) {
                    after.add(of);
                }
            });
        }
        Set<Integer> all = new TreeSet<>(changers.get(unit));
        all.addAll(running);
        all.addAll(before);
        all.addAll(after);
        all.addAll(executed.get(unit).met());
        return new Others(
                choose(all, c -> running.contains(c) || before.contains(c) || executed.get(unit).met().contains(c)
                        || c < unit && changers.get(unit).contains(c) && !hasImported(unit, c)),
                choose(all, c -> after.contains(c)
                        || c > unit && !running.contains(c) && !hasImported(c, unit)));
    }

    private boolean hasImported(int unit, int other) {
        return executed.get(unit).imported().contains(other);
    }

    /** The units that have to be there as the execution of the first of the modules begins. */
    private Set<Integer> before(int unit, List<Running> modules) {
        int began = executed.size();
        for (Running m : modules) {
            began = Math.min(began, m.unitsBefore);
        }
        int first = began;
        Set<Integer> before = new TreeSet<>();
        for (Running m : modules) {
            for (int other : m.seenBefore) {
                // What was executed since one of the modules began is executed by them, and in this order.
                if (other < began) {
                    before.add(other);
                }
            }
            for (int other = 0; other < Math.min(m.seen.unitsThen, began); other++) {
                if (!hasImported(unit, other)) {
                    before.add(other);
                }
            }
            m.seen.modules.forEach((name, isThere) -> {
                Integer of = ownership.unit(name);
                if (isThere && of != null && of < first && !hasImported(unit, of)) {
                    before.add(of);
                }
            });
            for (Running computer : m.computers) {
                Integer of = ownership.unit(computer.name);
                if (of == null) {
                    before.add(UnitConditions.NONE);
                } else if (of < began && !hasImported(unit, of)) {
                    before.add(of);
                }
            }
        }
        return before;
    }

    private static int[] choose(Set<Integer> units, IntPredicate which) {
        return units.stream().mapToInt(Integer::intValue).filter(which).toArray();
    }
}
