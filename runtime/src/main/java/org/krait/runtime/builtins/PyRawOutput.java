package org.krait.runtime.builtins;

import org.krait.objects.PyInstance;
import org.krait.objects.PyType;

/** A stream that writes text at once. */
public final class PyRawOutput extends PyInstance {
    public static final PyType TYPE = PyType.builtin("_io._RawOutput", PyType.OBJECT, 0, new RawOutputMethodsTable());
    final int fd;

    public PyRawOutput(int fd) {
        super(TYPE);
        this.fd = fd;
    }
}
