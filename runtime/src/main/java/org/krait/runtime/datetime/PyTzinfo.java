package org.krait.runtime.datetime;

import org.krait.objects.PyInstance;
import org.krait.objects.PyType;

/** A {@code datetime.tzinfo}: what it knows is in subclasses. */
class PyTzinfo extends PyInstance {
    PyTzinfo(PyType type) {
        super(type);
    }
}
