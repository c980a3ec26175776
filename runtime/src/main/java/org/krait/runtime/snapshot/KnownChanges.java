package org.krait.runtime.snapshot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.snapshot.KnownStores;
import org.krait.snapshot.PartKeys;

/** Where a program has stored something while it was captured: who was executed afterwards is known to have read it. */
final class KnownChanges {
    private final Set<String> met = new HashSet<>();
    private final List<KnownStores.Store> stores = new ArrayList<>();
    /** By store, the first unit that was written afterwards. */
    private final List<Integer> units = new ArrayList<>();

    /** Something is stored in an object of a unit. */
    void add(Ownership ownership, PyObject target, PyObject key) {
        String text = key instanceof PyStr name && name.getClass() == PyStr.class ? PartKeys.name(name.toString())
                : key != null && key.getClass() == PyInt.class && ((PyInt) key).fitsLong()
                        ? PartKeys.number(((PyInt) key).value) : null;
        long place = ownership.place(target);
        if (text != null && met.add(place + text)) {
            stores.add(new KnownStores.Store((int) (place >>> 32), (int) place, text));
            units.add(ownership.units());
        }
    }

    /** What a unit has of it. */
    KnownStores of(int unit) {
        List<KnownStores.Store> own = new ArrayList<>();
        int before = KnownStores.NONE;
        for (int i = 0; i < stores.size(); i++) {
            if (units.get(i) == unit) {
                own.add(stores.get(i));
            } else if (units.get(i) < unit) {
                before = Math.max(before, units.get(i));
            }
        }
        return own.isEmpty() && before == KnownStores.NONE ? KnownStores.EMPTY : new KnownStores(before, own);
    }
}
