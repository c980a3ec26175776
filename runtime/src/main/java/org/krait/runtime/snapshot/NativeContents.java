package org.krait.runtime.snapshot;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;

/** What objects of native classes, whose methods change them without a word, were like when somebody looked last. */
final class NativeContents {
    private final ThreadState ts;
    private final IdentityHashMap<PyObject, Long> fingerprints = new IdentityHashMap<>();

    NativeContents(ThreadState ts) {
        this.ts = ts;
    }

    /** Watches an object from now on, if it is of such a class. */
    void keep(PyObject o) {
        if (Fingerprint.isNeeded(o)) {
            long one = Fingerprint.of(ts, o);
            // What differs without a change tells nothing.
            if (one == Fingerprint.of(ts, o)) {
                fingerprints.put(o, one);
            }
        }
    }

    /** Tells of the objects that have changed since the last time. */
    void visitChanged(Consumer<PyObject> visitor) {
        for (Map.Entry<PyObject, Long> entry : fingerprints.entrySet()) {
            long now = Fingerprint.of(ts, entry.getKey());
            if (now != entry.getValue()) {
                entry.setValue(now);
                visitor.accept(entry.getKey());
            }
        }
    }
}
