package org.krait.runtime.threads;

import org.krait.objects.Errors;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.builtins.Identity;
import org.krait.runtime.builtins.ObjectMethods;

/** The methods of {@link PyRLock}. */
@BuiltinType(base = ObjectMethods.class)
final class RLockMethods {
    private RLockMethods() {}

    @Builtin("__new__(cls, *args, **kwargs)")
    static PyObject make(PyType cls, PyObject[] args, PyStr[] keywords) {
        return new PyRLock(cls);
    }

    @Builtin("__init__(self, *args, **kwargs)")
    static void init(PyRLock self, PyObject[] args, PyStr[] keywords) {}

    @Builtin(value = "acquire(self, blocking=True, timeout=-1)", doc = "Lock the lock. Return whether it was acquired.")
    static boolean acquire(ThreadState ts, PyRLock self, PyObject blocking, PyObject timeout) {
        return Waits.await(ts, self, Waits.timeoutNanos(ts, blocking, timeout));
    }

    @Builtin(value = "release(self, /)", doc = "Release the lock.")
    static void release(PyRLock self) {
        if (!self.release()) {
            throw Errors.runtimeError("cannot release un-acquired lock");
        }
    }

    @Builtin("__enter__(self, /)")
    static boolean enter(ThreadState ts, PyRLock self) {
        return Waits.await(ts, self, Waits.FOREVER);
    }

    @Builtin("__exit__(self, /, *args)")
    static void exit(PyRLock self, PyObject[] args) {
        release(self);
    }

    @Builtin("_is_owned(self, /)")
    static boolean isOwned(PyRLock self) {
        return self.isOwned();
    }

    @Builtin("_recursion_count(self, /)")
    static long recursionCount(PyRLock self) {
        return self.isOwned() ? self.count() : 0;
    }

    @Builtin("_release_save(self, /)")
    static PyObject releaseSave(PyRLock self) {
        if (self.count() == 0) {
            throw Errors.runtimeError("cannot release un-acquired lock");
        }
        long owner = self.owner();
        return PyTuple.of(PyInt.of(self.releaseAll()), PyInt.of(owner));
    }

    @Builtin("_acquire_restore(self, state, /)")
    static void acquireRestore(ThreadState ts, PyRLock self, PyTuple state) {
        Waits.await(ts, self, Waits.FOREVER);
        self.restore(((PyInt) state.item(0)).value);
    }

    @Builtin("_at_fork_reinit(self, /)")
    static void reinit(PyRLock self) {
        self.releaseAll();
    }

    @Builtin("__repr__(self, /)")
    static String repr(ThreadState ts, PyRLock self) {
        return "<" + (self.count() > 0 ? "locked" : "unlocked") + " " + self.type.name() + " object owner="
                + (self.owner() << 12) + " count=" + self.count() + " at 0x"
                + Long.toHexString(Identity.of(ts.interp, self)) + ">";
    }
}
