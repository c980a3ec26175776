package org.krait.runtime.threads;

import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyDict;
import org.krait.objects.PyModule;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.BuiltinModule;

/** The module {@code _queue}. */
@BuiltinModule(value = "_queue", doc = "C implementation of the Python queue module.\nThis module is an "
        + "implementation detail, please do not use it directly.")
public final class QueueModule {
    static final PyType EMPTY = PyType.builtin("_queue.Empty", ExceptionTypes.EXCEPTION,
            PyType.BASE | PyType.HAS_DICT | PyType.MUTABLE);

    private QueueModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        PyDict d = module.materializeDict();
        d.put("Empty", EMPTY);
        d.put("SimpleQueue", PySimpleQueue.TYPE);
    }
}
