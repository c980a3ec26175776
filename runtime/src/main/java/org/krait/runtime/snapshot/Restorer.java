package org.krait.runtime.snapshot;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.Mutations;
import org.krait.objects.PyDict;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
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
        repeat(ts, heap.object(unit, effect));
    }

    /** What an object has under a name, in a dict or as its own attribute; null for nothing. */
    public static PyObject entry(PyObject target, String name) {
        if (target instanceof PyDict d) {
            return d.get(name);
        } else if (target instanceof PyType t) {
            return t.namespace().get(name);
        }
        return target.attributes() == null ? null : target.attributes().attribute(PyStr.interned(name));
    }

    static void repeat(ThreadState ts, PyObject effect) {
        boolean isStore = effect instanceof PyTuple t && t.size() > 0 && Effects.isDeferrable(t);
        boolean isRepeated;
        // No change of what is changed so, and nobody's turn before it is whole.
        ts.undisturbed += isStore ? 1 : 0;
        Mutations.Watcher watcher = ts.interp.watcher;
        if (watcher != null) {
            watcher.repeats(true);
        }
        try {
            isRepeated = Effects.repeat(ts, effect);
        } finally {
            ts.undisturbed -= isStore ? 1 : 0;
            if (watcher != null) {
                watcher.repeats(false);
            }
        }
        if (!isRepeated) {
            throw Errors.of(ExceptionTypes.IMPORT_ERROR, "an archive has an object of type " + effect.type.name()
                    + " as effect: it is damaged: write it anew");
        }
    }
}
