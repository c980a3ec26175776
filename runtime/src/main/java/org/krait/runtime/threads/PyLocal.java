package org.krait.runtime.threads;

import java.util.WeakHashMap;
import org.krait.objects.PyDict;
import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;

/** {@code _thread._local}: an object with a namespace of its own in each thread. */
public final class PyLocal extends PyInstance {
    public static final PyType TYPE = PyType.builtin("_thread._local", PyType.OBJECT,
            PyType.HAS_WEAKREF | PyType.BASE | PyType.HAS_DICT, new LocalMethodsTable());

    /** What {@code __init__} is called with in each new thread. */
    final PyObject[] args;
    final PyStr[] keywords;
    private final WeakHashMap<ThreadState, PyDict> namespaces = new WeakHashMap<>();

    PyLocal(PyType type, PyObject[] args, PyStr[] keywords) {
        super(type);
        this.args = args;
        this.keywords = keywords;
        for (PyObject o : args) {
            Refs.incRef(o);
        }
    }

    /** The namespace of a thread; null before its first use. */
    PyDict namespace(ThreadState ts) {
        return namespaces.get(ts);
    }

    /** Makes the namespace of a thread. */
    PyDict makeNamespace(ThreadState ts) {
        PyDict made = new PyDict();
        Refs.incRef(made);
        namespaces.put(ts, made);
        return made;
    }

    /** Shows the namespace of a thread as the attributes. */
    void select(PyDict namespace) {
        if (dict != namespace) {
            Refs.incRef(namespace);
            PyDict old = dict;
            dict = namespace;
            Refs.xdecRef(old);
        }
    }

    @Override
    protected void dropReferents() {
        for (PyObject o : args) {
            Refs.decRef(o);
        }
        for (PyDict namespace : namespaces.values()) {
            Refs.decRef(namespace);
        }
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        for (PyObject o : args) {
            visitor.visit(o);
        }
        for (PyDict namespace : namespaces.values()) {
            visitor.visit(namespace);
        }
    }
}
