package org.krait.runtime.snapshot;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;
import org.krait.snapshot.Heap;
import org.krait.snapshot.HeapHost;

/** What import needs to restore captured modules. */
public final class Restorer {
    private Restorer() {}

    /** The context as heaps see it. */
    public static HeapHost host(ThreadState ts) {
        return new ContextHost(ts);
    }

    /** Repeats what a module did to an object of another; ImportError when the archive is damaged there. */
    public static void repeat(ThreadState ts, Heap heap, int unit, int effect) {
        PyObject o = heap.object(unit, effect);
        if (!Effects.repeat(ts, o)) {
            throw Errors.of(ExceptionTypes.IMPORT_ERROR,
                    heap.archive().file() + ": object " + effect + " of unit " + unit + " is no effect");
        }
    }
}
