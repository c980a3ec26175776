package org.krait.runtime.threads;

import java.util.ArrayList;
import java.util.Map;
import java.util.WeakHashMap;
import org.krait.objects.PyDict;
import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.Special;
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

    /** One that no thread has used: its class adds nothing to what it is called with. */
    public static PyLocal fresh(PyType type) {
        return new PyLocal(type, new PyObject[0], null);
    }

    /** True when no thread would miss anything if this were a {@link #fresh} one. */
    public boolean isFresh(ThreadState ts) {
        for (Map.Entry<ThreadState, PyDict> e : namespaces.entrySet()) {
            if (e.getKey() != ts || e.getValue().size() > 0) {
                return false;
            }
        }
        return args.length == 0 && type.special(Special.INIT) == PyType.OBJECT.special(Special.INIT);
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
        Used used = (Used) ts.natives.get(Used.class);
        if (used == null) {
            used = new Used();
            ts.natives.put(Used.class, used);
        }
        used.locals.put(this, Boolean.TRUE);
        return made;
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
