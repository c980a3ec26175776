package org.krait.snapshot;

import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;

/** The records of classes that Python code made. */
final class TypeRecords {
    private static final int META = 0;
    private static final int NAME = 1;
    private static final int QUALIFIED_NAME = 2;
    private static final int NAMESPACE = 3;
    private static final int BASE = 4;
    private static final int BASES = 5;
    /** The MRO begins here, the class itself left out. */
    private static final int LISTS = 6;
    /** The flags that a class can have. */
    private static final int FLAGS = (1 << 10) - 1;

    private TypeRecords() {}

    static boolean write(PyType t, HeapSink sink) {
        if (!t.isHeapType()) {
            return false;
        }
        sink.ref(t.type);
        sink.ref(t.pyName());
        sink.ref(t.qualifiedName());
        sink.ref(t.namespace());
        sink.ref(t.base);
        sink.ref(t.bases());
        int mro = t.mro.length - 1;
        for (int i = 1; i <= mro; i++) {
            sink.ref(t.mro[i]);
        }
        sink.number(t.flags);
        sink.number(t.slotCount);
        sink.number(t.hasFinalizer ? 1 : 0);
        sink.number(mro);
        sink.end(HeapKinds.TYPE, t);
        return true;
    }

    static PyObject make(HeapRecord r) {
        PyType made = PyType.restored(r.ownType(META), r.str(NAME), r.dict(NAMESPACE));
        // Before it can be anybody's base: so no class gets below itself.
        made.base = r.type(BASE);
        made.slotCount = r.number(1, 0, Short.MAX_VALUE);
        return made;
    }

    static void fill(PyType t, HeapRecord r) {
        t.setQualifiedName(r.str(QUALIFIED_NAME));
        PyTuple bases = r.tuple(BASES);
        t.setBases(bases);
        int count = r.number(3, 0, r.refs() - LISTS);
        PyType[] mro = new PyType[count + 1];
        mro[0] = t;
        for (int i = 0; i < count; i++) {
            mro[i + 1] = r.type(LISTS + i);
        }
        if (mro[count] != PyType.OBJECT) {
            r.wrong(LISTS + count - 1, "object, the end of the MRO");
        }
        t.mro = mro;
        t.flags = r.number(0, 0, FLAGS);
        // The base may have got one since.
        t.hasFinalizer = r.number(2) != 0 || t.base != null && t.base.hasFinalizer;
        for (PyObject base : bases.items) {
            if (base instanceof PyType b) {
                r.heap.host.addSubclass(b, t);
            }
        }
    }
}
