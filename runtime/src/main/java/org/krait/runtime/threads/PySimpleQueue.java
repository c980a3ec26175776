package org.krait.runtime.threads;

import java.util.ArrayDeque;
import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.Refs;

/** A {@code _queue.SimpleQueue}: first in, first out, without a bound. The items are counted. */
public final class PySimpleQueue extends PyInstance implements Waits.Condition {
    static final PyType TYPE = PyType.builtin("_queue.SimpleQueue", PyType.OBJECT, PyType.BASE | PyType.HAS_WEAKREF,
            new SimpleQueueMethodsTable());

    private final ArrayDeque<PyObject> items = new ArrayDeque<>();
    /** How many items no waiting thread has been promised; never more than there are. Under the monitor. */
    private int free;

    PySimpleQueue(PyType type) {
        super(type);
    }

    int size() {
        return items.size();
    }

    /** The items, borrowed. */
    public PyObject[] toArray() {
        return items.toArray(new PyObject[0]);
    }

    void put(PyObject item) {
        Refs.incRefFrom(this, item);
        items.add(item);
        synchronized (this) {
            free++;
            notify();
        }
    }

    @Override
    public boolean tryTake() {
        if (free == 0) {
            return false;
        }
        free--;
        return true;
    }

    /** The first item, the caller's, after {@link #tryTake} promised one. */
    PyObject takePromised() {
        PyObject item = items.poll();
        Refs.release(item);
        return item;
    }

    @Override
    protected void dropReferents() {
        for (PyObject item = items.poll(); item != null; item = items.poll()) {
            Refs.decRef(item);
        }
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        for (PyObject item : items) {
            visitor.visit(item);
        }
    }
}
