package org.krait.runtime.threads;

import org.krait.objects.PyInstance;
import org.krait.objects.PyType;

/** {@code _thread.RLock}: its owner may lock it again. */
public final class PyRLock extends PyInstance implements Waits.Condition {
    public static final PyType TYPE = PyType.builtin("_thread.RLock", PyType.OBJECT,
            PyType.HAS_WEAKREF | PyType.BASE, new RLockMethodsTable());

    private long owner;
    private long count;

    public PyRLock(PyType type) {
        super(type);
    }

    @Override
    public boolean tryTake() {
        long me = Thread.currentThread().threadId();
        if (count > 0 && owner != me) {
            return false;
        }
        owner = me;
        count++;
        return true;
    }

    /** Unlocks once; false when the running thread does not own it. */
    synchronized boolean release() {
        if (!isOwned()) {
            return false;
        }
        if (--count == 0) {
            owner = 0;
            notify();
        }
        return true;
    }

    synchronized boolean isOwned() {
        return count > 0 && owner == Thread.currentThread().threadId();
    }

    /** How often it is locked. */
    public synchronized long count() {
        return count;
    }

    /** The Java id of the owning thread; 0 for none. */
    synchronized long owner() {
        return owner;
    }

    /** Unlocks wholly and answers how often it was locked. */
    synchronized long releaseAll() {
        long was = count;
        count = 0;
        owner = 0;
        notify();
        return was;
    }

    /** After taking it again: as deep as before. */
    synchronized void restore(long depth) {
        count = depth;
    }
}
