package org.krait.runtime.builtins;

import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.TypeChecks;

/** The operations of {@code type}: its methods, and {@code cls[key]}, which is none. */
final class TypeSlots extends TypeMethodsTable {
    TypeSlots() {}

    @Override
    public PyObject getItem(ThreadState ts, PyObject a, PyObject key) {
        return TypeChecks.classGetItem(ts, (PyType) a, key);
    }

    @Override
    public PyObject getAttribute(ThreadState ts, PyObject a, PyStr name) {
        return Attributes.typeGet(ts, (PyType) a, name);
    }
}
