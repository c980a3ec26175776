package org.krait.runtime.datetime;

import org.krait.objects.PyDict;
import org.krait.objects.PyType;

/** The table of {@code datetime.timezone} with the constants of the class. */
final class TimezoneTable extends TimezoneMethodsTable {
    @Override
    public void fill(PyDict namespace, PyType owner) {
        super.fill(namespace, owner);
        namespace.put("utc", PyTimezone.UTC);
        namespace.put("min", PyTimezone.constant(PyDelta.constant(-1, 60, 0)));
        namespace.put("max", PyTimezone.constant(PyDelta.constant(0, 86340, 0)));
    }
}
