package org.krait.runtime.decimal;

import org.krait.objects.PyDict;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;

/** The table of {@code decimal.DecimalTuple} with what a named tuple knows about itself. */
final class DecimalTupleTable extends DecimalTupleMethodsTable {
    @Override
    public void fill(PyDict namespace, PyType owner) {
        super.fill(namespace, owner);
        PyTuple names = PyTuple.constant(PyStr.interned("sign"), PyStr.interned("digits"), PyStr.interned("exponent"));
        namespace.put("_fields", names);
        namespace.put("__match_args__", names);
        namespace.put("__slots__", PyTuple.EMPTY);
        PyDict defaults = new PyDict();
        Refs.immortalize(defaults);
        namespace.put("_field_defaults", defaults);
    }
}
