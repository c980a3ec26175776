package org.krait.runtime.snapshot;

import org.krait.objects.Errors;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.Calls;

/** The module {@code krait.snapshot}: what a program has to do with the archive that is written of it. */
@BuiltinModule(
        value = "krait.snapshot",
        doc = "What a program has to say of snapshots that are made of it; docs/how-to/snapshots.md explains it.")
public final class SnapshotModule {
    private SnapshotModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        module.dict.put("__package__", PyStr.interned("krait"));
    }

    @Builtin(
            value = "take(*, main=None)",
            doc = "Write the snapshot now, not at the end of the program.\n\nWhat is imported later is not in it."
                    + " With --snapshot-main the program itself is, and\nmain is called in its place by programs that"
                    + " come out of it. Returns whether one was written.")
    static boolean take(ThreadState ts, PyObject main) {
        return SnapshotDump.take(ts, main == null || main == PySingleton.NONE ? null : callable("take", main));
    }

    @Builtin(
            value = "is_dumping()",
            doc = "Return whether this process is going to write a snapshot.")
    static boolean isDumping(ThreadState ts) {
        return SnapshotDump.isPending(ts);
    }

    @Builtin(
            value = "before_dump(function, /)",
            doc = "Have function called before what the module that is being imported has made is written.\n\n"
                    + "Returns function, so it can be used as a decorator.")
    static PyObject beforeDump(ThreadState ts, PyObject function) {
        SnapshotDump.beforeDump(ts, callable("before_dump", function));
        return function;
    }

    @Builtin(
            value = "after_restore(function, /)",
            doc = "Have function called wherever the module that is being imported comes out of a snapshot.\n\n"
                    + "Returns function, so it can be used as a decorator.")
    static PyObject afterRestore(ThreadState ts, PyObject function) {
        SnapshotDump.afterRestore(ts, callable("after_restore", function));
        return function;
    }

    private static PyObject callable(String name, PyObject function) {
        if (!Calls.isCallable(function)) {
            throw Errors.typeError(name + "() argument must be callable, not " + function.type.name());
        }
        return function;
    }
}
