package org.krait.runtime.snapshot;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.runtime.TypeBuilder;
import org.krait.snapshot.UnitDescription;

/** What the description of a unit says of the bases of its classes. */
final class Subclasses {
    private Subclasses() {}

    /** The numbers that {@link UnitDescription#subclasses} holds, for a unit's objects by number. */
    static int[] of(ThreadState ts, List<PyObject> objects, Map<PyObject, Long> places, NativeSymbols symbols) {
        IdentityHashMap<PyType, Integer> own = new IdentityHashMap<>();
        LinkedHashSet<PyType> bases = new LinkedHashSet<>();
        for (int i = 0; i < objects.size(); i++) {
            if (objects.get(i) instanceof PyType t && t.isHeapType() && symbols.find(t) == null) {
                own.put(t, i);
                for (PyObject base : t.bases().items) {
                    if (base instanceof PyType b) {
                        bases.add(b);
                    }
                }
            }
        }
        List<Integer> rows = new ArrayList<>();
        Set<Integer> ofNative = new LinkedHashSet<>();
        for (PyType base : bases) {
            boolean isNative = !base.isHeapType() || symbols.find(base) != null;
            Long place = isNative || own.containsKey(base) ? null : places.get(base);
            for (PyType sub : TypeBuilder.subclasses(ts, base)) {
                Integer number = own.get(sub);
                if (number == null) {
                    continue;
                }
                if (own.containsKey(base)) {
                    rows.addAll(List.of(UnitDescription.OWN_BASE, own.get(base), number));
                } else if (place != null) {
                    rows.addAll(List.of((int) (place >>> 32), place.intValue(), number));
                } else {
                    ofNative.add(number);
                }
            }
        }
        for (int number : ofNative) {
            rows.addAll(List.of(UnitDescription.NATIVE_BASE, 0, number));
        }
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }
}
