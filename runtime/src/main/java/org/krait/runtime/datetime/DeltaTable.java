package org.krait.runtime.datetime;

import org.krait.objects.PyDict;
import org.krait.objects.PyType;

/** The table of {@code datetime.timedelta} with the constants of the class. */
final class DeltaTable extends DeltaMethodsTable {
    @Override
    public void fill(PyDict namespace, PyType owner) {
        super.fill(namespace, owner);
        namespace.put("resolution", PyDelta.constant(0, 0, 1));
        namespace.put("min", PyDelta.constant(-PyDelta.MAX_DAYS, 0, 0));
        namespace.put("max", PyDelta.constant(PyDelta.MAX_DAYS, 86399, 999999));
    }
}
