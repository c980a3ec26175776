package org.krait.runtime.threads;

import org.krait.objects.Errors;
import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.builtins.Identity;
import org.krait.runtime.builtins.ObjectMethods;

/** The methods of {@link PyLock}. */
@BuiltinType(base = ObjectMethods.class, doc = "A lock object is a synchronization primitive.")
final class LockMethods {
    private LockMethods() {}

    @Builtin(value = "acquire(self, blocking=True, timeout=-1)", doc = "Lock the lock. Return whether it was acquired.")
    static boolean acquire(ThreadState ts, PyLock self, PyObject blocking, PyObject timeout) {
        return Waits.await(ts, self, Waits.timeoutNanos(ts, blocking, timeout));
    }

    @Builtin(value = "acquire_lock(self, blocking=True, timeout=-1)", doc = "An obsolete synonym of acquire().")
    static boolean acquireLock(ThreadState ts, PyLock self, PyObject blocking, PyObject timeout) {
        return acquire(ts, self, blocking, timeout);
    }

    @Builtin(value = "release(self, /)", doc = "Release the lock.")
    static void release(PyLock self) {
        if (!self.release()) {
            throw Errors.runtimeError("release unlocked lock");
        }
    }

    @Builtin(value = "release_lock(self, /)", doc = "An obsolete synonym of release().")
    static void releaseLock(PyLock self) {
        release(self);
    }

    @Builtin(value = "locked(self, /)", doc = "Return whether the lock is in the locked state.")
    static boolean locked(PyLock self) {
        return self.isLocked();
    }

    @Builtin(value = "locked_lock(self, /)", doc = "An obsolete synonym of locked().")
    static boolean lockedLock(PyLock self) {
        return self.isLocked();
    }

    @Builtin("__enter__(self, /)")
    static boolean enter(ThreadState ts, PyLock self) {
        return Waits.await(ts, self, Waits.FOREVER);
    }

    @Builtin("__exit__(self, /, *args)")
    static void exit(PyLock self, PyObject[] args) {
        release(self);
    }

    @Builtin("_at_fork_reinit(self, /)")
    static void reinit(PyLock self) {
        self.reset();
    }

    @Builtin("__repr__(self, /)")
    static String repr(ThreadState ts, PyLock self) {
        return "<" + (self.isLocked() ? "locked" : "unlocked") + " _thread.lock object at 0x"
                + Long.toHexString(Identity.of(ts.interp, self)) + ">";
    }
}
