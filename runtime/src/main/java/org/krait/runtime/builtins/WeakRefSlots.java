package org.krait.runtime.builtins;

import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PyWeakRef;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Calls;
import org.krait.runtime.UnraisableHook;

/** The operations of weak references. */
final class WeakRefSlots extends WeakRefMethodsTable {
    WeakRefSlots() {}

    @Override
    public void runWeakCallback(PyWeakRef ref) {
        callBack(ref);
    }

    static void callBack(PyWeakRef ref) {
        ThreadState ts = ThreadState.current();
        PyObject callback = ref.callback;
        try {
            Refs.drop(Calls.call(ts, callback, ref));
        } catch (PyException e) {
            UnraisableHook.report(ts, e, null, callback);
        }
    }
}
