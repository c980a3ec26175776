package org.krait.language.polyglot;

import org.krait.objects.PyObject;
import org.krait.objects.PyType;

/** An object of the host or of another language in Python's hands. */
final class PyForeign extends PyObject {
    static final PyType TYPE = PyType.builtin("polyglot.ForeignObject", PyType.OBJECT, PyType.NO_NEW,
            new ForeignMethodsTable());

    final Object value;

    PyForeign(Object value) {
        super(TYPE);
        this.value = value;
    }
}
