package org.krait.snapshot;

import org.krait.objects.PyDict;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.code.CodeObject;

/** What the objects of a heap need of the context in which they come to life. */
public interface HeapHost {
    /** An attribute of a native module; null when there is none. */
    PyObject nativeAttribute(String module, PyStr name);

    /** A native module by name; null when there is none. */
    PyObject nativeModule(String name);

    /** A builtin class that no module shows, by its name in messages; null when there is none. */
    PyType hiddenType(String name);

    /** The namespace of {@code builtins}. */
    PyDict builtins();

    /** The folder of the standard library, with a slash at its end. */
    String library();

    /** {@code sys.prefix}. */
    String prefix();

    /** The value of an expression in the namespace of a module: for what each process makes anew. */
    PyObject evaluate(PyDict module, CodeObject expression);

    /**
     * Compiles the source of a module whose code in the archive is damaged; ArchiveException when it is not the one
     * that was archived, ImportError when archives must be used.
     */
    CodeObject compile(Archive archive, Archive.Entry entry, PyStr file, ArchiveException damage)
            throws ArchiveException;

    /** Makes the object of a kind that only the runtime knows; null for a kind that it does not know either. */
    PyObject make(HeapRecord record);

    /** Completes an object that {@link #make} made. */
    void fill(PyObject made, HeapRecord record);

    /** True for a class that native code made, which no unit has. */
    boolean isNative(PyType type);

    /** Repeats what a module did to an object of another. */
    void repeat(PyObject effect);

    /** Tells the bases of a restored class about it. */
    void addSubclass(PyType base, PyType made);
}
