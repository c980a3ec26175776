package org.krait.runtime.snapshot;

import java.util.Collection;
import java.util.List;
import org.krait.objects.PyObject;

/**
 * What a module read that the program had stored.
 *
 * @param order when it did so, among the reads of all modules
 * @param target an object of a unit, or one of the program's that the module had come to by another read
 * @param value what was stored there
 */
record StoredRead(int order, PyObject target, String name, Part value) {
    /**
     * What a module can tell of a value by reading it.
     *
     * @param kind one of the kinds of {@link StoredState}
     * @param object the value, null for none
     * @param parts what it consists of
     * @param changers the modules that have changed it since the program has made it
     */
    record Part(int kind, PyObject object, List<Part> parts, Collection<Running> changers) {}

    static boolean isAmong(Iterable<StoredRead> reads, PyObject target, String name) {
        for (StoredRead r : reads) {
            if (r.target == target && r.name.equals(name)) {
                return true;
            }
        }
        return false;
    }
}
