package org.krait.runtime.threads;

import org.krait.objects.PyInstance;
import org.krait.objects.PyType;

/** {@code _thread.lock}: any thread may release it. */
public final class PyLock extends PyInstance implements Waits.Condition {
    public static final PyType TYPE =
            PyType.builtin("_thread.lock", PyType.OBJECT, PyType.HAS_WEAKREF, new LockMethodsTable());

    private boolean locked;

    public PyLock() {
        super(TYPE);
    }

    @Override
    public boolean tryTake() {
        if (locked) {
            return false;
        }
        locked = true;
        return true;
    }

    /** Unlocks; false when it was not locked. */
    public synchronized boolean release() {
        if (!locked) {
            return false;
        }
        locked = false;
        notify();
        return true;
    }

    /** Whether somebody holds it. */
    public synchronized boolean isLocked() {
        return locked;
    }

    /** Makes it unlocked, whoever held it. */
    synchronized void reset() {
        locked = false;
        notifyAll();
    }
}
