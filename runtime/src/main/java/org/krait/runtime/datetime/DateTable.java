package org.krait.runtime.datetime;

import org.krait.objects.PyDict;
import org.krait.objects.PyType;

/** The table of {@code datetime.date} with the constants of the class. */
final class DateTable extends DateMethodsTable {
    @Override
    public void fill(PyDict namespace, PyType owner) {
        super.fill(namespace, owner);
        namespace.put("min", PyDate.constant(Calendar.MIN_YEAR, 1, 1));
        namespace.put("max", PyDate.constant(Calendar.MAX_YEAR, 12, 31));
        namespace.put("resolution", PyDelta.constant(1, 0, 0));
    }
}
