package org.krait.runtime.builtins;

import org.krait.objects.PyObject;
import org.krait.objects.PyType;

/** A {@code _hashlib.HMAC}. */
final class PyHmac extends PyObject {
    static final PyType TYPE = PyType.builtin("_hashlib.HMAC", PyType.OBJECT, PyType.BASE | PyType.NO_NEW,
            new HmacMethodsTable());

    final Hmac state;

    PyHmac(Hmac state) {
        super(TYPE);
        this.state = state;
    }
}
