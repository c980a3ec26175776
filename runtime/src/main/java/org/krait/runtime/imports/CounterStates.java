package org.krait.runtime.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.krait.runtime.builtins.BuiltinRecords;
import org.krait.snapshot.UnitConditions;

/** Whether counters stand where they stood when modules drew numbers from them that are about to be bound. */
final class CounterStates {
    private CounterStates() {}

    /**
     * The first of some draws that would have another number now; null when all would have theirs, in some order.
     * Counters of units that are not bound are as they were captured.
     */
    static UnitConditions.Draw findOther(HeapModules units, List<UnitConditions.Draw> draws) {
        Map<Long, Long> next = new HashMap<>();
        List<UnitConditions.Draw> left = new ArrayList<>(draws);
        boolean goesOn = true;
        while (goesOn) {
            goesOn = false;
            for (Iterator<UnitConditions.Draw> draw = left.iterator(); draw.hasNext();) {
                UnitConditions.Draw d = draw.next();
                if (!units.has(d.unit())) {
                    return d;
                }
                Long place = (long) d.unit() << 32 | d.number();
                if (!next.containsKey(place)) {
                    Long first = d.first();
                    next.put(place, units.isBound(d.unit())
                            ? BuiltinRecords.next(units.heap().object(d.unit(), d.number())) : first);
                }
                Long now = next.get(place);
                if (now != null && now == d.from()) {
                    next.put(place, d.to());
                    draw.remove();
                    goesOn = true;
                }
            }
        }
        return left.isEmpty() ? null : left.getFirst();
    }
}
