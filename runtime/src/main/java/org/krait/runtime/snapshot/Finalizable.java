package org.krait.runtime.snapshot;

import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.krait.objects.Collector;
import org.krait.objects.PyGenerator;
import org.krait.objects.PyObject;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;

/**
 * Objects of a unit that an execution finalizes at the latest when the program ends. Those out of an archive live as
 * long as that, so their finalizers run then.
 */
final class Finalizable {
    private Finalizable() {}

    /** The numbers that {@code UnitDescription.finalizable} holds: in the order in which the objects were made. */
    static int[] of(ThreadState ts, List<PyObject> objects, Ownership ownership) {
        IdentityHashMap<PyObject, Integer> numbers = new IdentityHashMap<>();
        for (int i = 0; i < objects.size(); i++) {
            PyObject o = objects.get(i);
            // A generator that has not begun, or has ended, is closed without a trace.
            boolean isFinalized = o instanceof PyGenerator g ? g.frame != null && g.started : o.type.isHeapType();
            if (o.type.hasFinalizer && isFinalized && !Refs.isFinalized(o) && !ownership.isOfProgram(o)) {
                numbers.put(o, i);
            }
        }
        if (numbers.isEmpty()) {
            return new int[0];
        }
        // The collector knows them from the beginning, the oldest in the oldest generation.
        Set<Integer> ordered = new LinkedHashSet<>();
        for (int generation = Collector.GENERATIONS - 1; generation >= 0; generation--) {
            for (PyObject known : ts.interp.collector.objects(generation)) {
                Integer number = numbers.get(known);
                if (number != null) {
                    ordered.add(number);
                }
            }
        }
        ordered.addAll(numbers.values());
        return ordered.stream().mapToInt(Integer::intValue).toArray();
    }
}
