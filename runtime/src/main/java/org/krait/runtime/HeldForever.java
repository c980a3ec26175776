package org.krait.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.krait.objects.Collector;
import org.krait.objects.Interp;
import org.krait.objects.PyObject;
import org.krait.objects.Refs;
import org.krait.runtime.imports.Archives;
import org.krait.runtime.io.PyIOBase;

/**
 * Finds what lives at exit only because the program put it into objects out of heaps, such as a registry: an execution
 * drops those with their modules, but they never die.
 */
final class HeldForever {
    private static final String[] STREAMS = {"stdin", "stdout", "stderr", "__stdin__", "__stdout__", "__stderr__"};

    private final Set<PyObject> met = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<PyObject> order = new ArrayList<>();
    private int done;

    private HeldForever() {}

    /**
     * The objects with finalizers, the oldest first; none where nothing came out of heaps. All that came out is looked
     * through only if there is something to be found.
     */
    static PyObject[] objects(Interp interp) {
        if (interp.collector.openFiles == 0 && !isAnyLeft(interp)) {
            return new PyObject[0];
        }
        HeldForever forever = new HeldForever();
        Archives.visitRestored(interp, forever::meet);
        return forever.order.isEmpty() ? new PyObject[0] : forever.find(interp);
    }

    /** Whether the collector knows an object to be finalized; streams are counted where they are opened. */
    private static boolean isAnyLeft(Interp interp) {
        for (int generation = 0; generation < Collector.GENERATIONS; generation++) {
            for (PyObject o : interp.collector.objects(generation)) {
                if (o.type.hasFinalizer && !Refs.isFinalized(o) && (!(o instanceof PyIOBase) || o.type.isHeapType())) {
                    return true;
                }
            }
        }
        return false;
    }

    private void meet(PyObject o) {
        if (o != null && met.add(o)) {
            order.add(o);
        }
    }

    private PyObject[] find(Interp interp) {
        while (done < order.size()) {
            PyObject o = order.get(done++);
            if (!Refs.isDestroyed(o)) {
                Collector.visit(o, this::meet);
            }
        }
        Set<PyObject> others = streams(interp);
        for (PyObject o : order) {
            if (o instanceof PyIOBase) {
                // What a file writes to is closed by it, after it has written the rest.
                Collector.visit(o, part -> {
                    if (part instanceof PyIOBase) {
                        others.add(part);
                    }
                });
            }
        }
        Set<PyObject> held = new LinkedHashSet<>();
        for (int generation = Collector.GENERATIONS - 1; generation >= 0; generation--) {
            for (PyObject o : interp.collector.objects(generation)) {
                if (o.type.hasFinalizer && met.contains(o) && !others.contains(o)) {
                    held.add(o);
                }
            }
        }
        // The collector does not know those that lead to nothing.
        for (PyObject o : order) {
            if (o.type.hasFinalizer && !others.contains(o)) {
                held.add(o);
            }
        }
        return held.toArray(PyObject[]::new);
    }

    /** The standard streams with what they write to, which end last. */
    private static Set<PyObject> streams(Interp interp) {
        HeldForever known = new HeldForever();
        for (String name : STREAMS) {
            known.meet(interp.sys.get(name));
        }
        while (known.done < known.order.size()) {
            PyObject o = known.order.get(known.done++);
            if (o instanceof PyIOBase && !Refs.isDestroyed(o)) {
                Collector.visit(o, known::meet);
            }
        }
        return known.met;
    }
}
