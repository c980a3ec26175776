package org.krait.runtime.datetime;

import org.krait.objects.PyDict;
import org.krait.objects.PyType;

/** The table of {@code datetime.time} with the constants of the class. */
final class TimeTable extends TimeMethodsTable {
    @Override
    public void fill(PyDict namespace, PyType owner) {
        super.fill(namespace, owner);
        namespace.put("min", PyTime.constant(0, 0, 0, 0));
        namespace.put("max", PyTime.constant(23, 59, 59, 999999));
        namespace.put("resolution", PyDelta.constant(0, 0, 1));
    }
}
