package org.krait.runtime.io;

import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;

/** A stream: what classes of Python that inherit from the abstract bases are, and the base of the native ones. */
public class PyIOBase extends PyInstance {
    private static final int FLAGS = PyType.BASE | PyType.HAS_DICT | PyType.HAS_WEAKREF;

    public static final PyType TYPE = withFinalizer(
            PyType.builtin("_io._IOBase", PyType.OBJECT, FLAGS, new IOBaseMethodsTable()));
    public static final PyType RAW = PyType.builtin("_io._RawIOBase", TYPE, FLAGS, new RawIOBaseMethodsTable());
    public static final PyType BUFFERED =
            PyType.builtin("_io._BufferedIOBase", TYPE, FLAGS, new BufferedIOBaseMethodsTable());
    public static final PyType TEXT = PyType.builtin("_io._TextIOBase", TYPE, FLAGS, new TextIOBaseMethodsTable());

    /** {@code close} of the base class has run. */
    boolean baseClosed;
    /** The finalizer is running: no more complaints about the object being in use. */
    boolean finalizing;

    PyIOBase(PyType type) {
        super(type);
    }

    private static PyType withFinalizer(PyType type) {
        type.hasFinalizer = true;
        return type;
    }

    static PyType builtin(String name, PyType base, org.krait.objects.Slots table) {
        return PyType.builtin(name, base, FLAGS, table);
    }

    /** True when no class of Python overrides anything. */
    final boolean isExact() {
        return !type.isHeapType();
    }

    /** The native answer of {@code closed}. */
    boolean isClosed(ThreadState ts) {
        return baseClosed;
    }

    /** Warns that the object is dropped while open; native files do. */
    void warnUnclosed(ThreadState ts, PyObject source) {}
}
