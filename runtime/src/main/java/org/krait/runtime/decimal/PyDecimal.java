package org.krait.runtime.decimal;

import org.krait.objects.PyInstance;
import org.krait.objects.PyType;

/** A {@code decimal.Decimal}. */
final class PyDecimal extends PyInstance {
    final Dec value;

    PyDecimal(PyType type, Dec value) {
        super(type);
        this.value = value;
    }

    static PyDecimal of(Dec value) {
        return new PyDecimal(DecimalTypes.DECIMAL, value);
    }
}
