package org.krait.runtime.datetime;

import org.krait.objects.PyDict;
import org.krait.objects.PyType;

/** The table of {@code datetime.datetime} with the constants of the class. */
final class DateTimeTable extends DateTimeMethodsTable {
    @Override
    public void fill(PyDict namespace, PyType owner) {
        super.fill(namespace, owner);
        namespace.put("min", PyDateTime.constant(new int[] {Calendar.MIN_YEAR, 1, 1}, new int[] {0, 0, 0, 0}));
        namespace.put("max",
                PyDateTime.constant(new int[] {Calendar.MAX_YEAR, 12, 31}, new int[] {23, 59, 59, 999999}));
        namespace.put("resolution", PyDelta.constant(0, 0, 1));
    }
}
