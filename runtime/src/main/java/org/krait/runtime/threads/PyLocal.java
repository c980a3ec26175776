package org.krait.runtime.threads;

import java.util.ArrayList;
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

    /** The locals in which a thread has a namespace. */
    private static final class Used {
        final WeakHashMap<PyLocal, Boolean> locals = new WeakHashMap<>();
    }

    PyLocal(PyType type, PyObject[] args, PyStr[] keywords) {
        super(type);
        this.args = args;
        this.keywords = keywords;
        for (PyObject o : args) {
            Refs.incRef(o);
        }
    }

    /** One out of an archive, that no thread has used. */
    public static PyLocal restored(PyType type, PyObject[] args, PyStr[] keywords) {
        return new PyLocal(type, args, keywords);
    }

    /** Gives a thread the namespace that the capturing one had. */
    public void adopt(ThreadState ts, PyDict namespace) {
        Refs.incRef(namespace);
        namespaces.put(ts, namespace);
        noteUse(ts);
    }

    /** The positional arguments that {@code __init__} gets in each thread, then the values of {@link #keywords}. */
    public PyObject[] args() {
        return args;
    }

    /** The names of the last arguments; null for none. */
    public PyStr[] keywords() {
        return keywords;
    }

    /** True when no other thread has used it. */
    public boolean isOnlyOf(ThreadState ts) {
        for (ThreadState user : namespaces.keySet()) {
            if (user != ts) {
                return false;
            }
        }
        return true;
    }

    /** The namespace of a thread; null before its first use. */
    public PyDict namespace(ThreadState ts) {
        return namespaces.get(ts);
    }

    /** Makes the namespace of a thread. */
    PyDict makeNamespace(ThreadState ts) {
        PyDict made = new PyDict();
        Refs.incRef(made);
        namespaces.put(ts, made);
        noteUse(ts);
        return made;
    }

    private void noteUse(ThreadState ts) {
        Used used = (Used) ts.natives.get(Used.class);
        if (used == null) {
            used = new Used();
            ts.natives.put(Used.class, used);
        }
        used.locals.put(this, Boolean.TRUE);
    }

    /** Drops what a thread that ends has in all locals. */
    static void leave(ThreadState ts) {
        Used used = (Used) ts.natives.remove(Used.class);
        if (used == null) {
            return;
        }
        for (PyLocal local : new ArrayList<>(used.locals.keySet())) {
            PyDict namespace = local.namespaces.remove(ts);
            if (namespace != null) {
                if (local.dict == namespace) {
                    local.select(new PyDict());
                }
                Refs.decRef(namespace);
            }
        }
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
        ArrayList<PyDict> all = new ArrayList<>(namespaces.values());
        namespaces.clear();
        for (PyDict namespace : all) {
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
