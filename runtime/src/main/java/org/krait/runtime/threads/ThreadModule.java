package org.krait.runtime.threads;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Texts;
import org.krait.runtime.Tracebacks;
import org.krait.runtime.builtins.StructSequence;
import org.krait.runtime.imports.Imports;

/** The module {@code _thread}. */
@BuiltinModule(value = "_thread", doc = "This module provides primitive operations to write multi-threaded programs.")
public final class ThreadModule {
    private ThreadModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        PyDict d = module.dict;
        d.put("LockType", PyLock.TYPE);
        d.put("RLock", PyRLock.TYPE);
        d.put("_local", PyLocal.TYPE);
        d.put("error", ExceptionTypes.RUNTIME_ERROR);
        d.put("TIMEOUT_MAX", new PyFloat(Waits.TIMEOUT_MAX));
        d.put("_ExceptHookArgs", StructSequence.type("_thread._ExceptHookArgs", "Type used to pass arguments to "
                + "threading.excepthook.", 4, "exc_type", "exc_value", "exc_traceback", "thread"));
    }

    @Builtin(value = "allocate_lock()", doc = "Create a new lock object.")
    static PyObject allocateLock() {
        return new PyLock();
    }

    @Builtin(value = "allocate()", doc = "An obsolete synonym of allocate_lock().")
    static PyObject allocate() {
        return new PyLock();
    }

    @Builtin(value = "start_new_thread(function, args, kwargs=None, /)",
            doc = "Start a new thread and return its identifier.")
    static long startNewThread(ThreadState ts, PyObject function, PyObject args, PyObject kwargs) {
        if (!Calls.isCallable(function)) {
            throw Errors.typeError("first arg must be callable");
        }
        if (!(args instanceof PyTuple tuple)) {
            throw Errors.typeError("2nd arg must be a tuple");
        }
        if (kwargs != null && !(kwargs instanceof PyDict)) {
            throw Errors.typeError("optional 3rd arg must be a dictionary");
        }
        return PythonThreads.of(ts.interp).start(ts, function, tuple, (PyDict) kwargs);
    }

    @Builtin(value = "start_new(function, args, kwargs=None, /)", doc = "An obsolete synonym of start_new_thread().")
    static long startNew(ThreadState ts, PyObject function, PyObject args, PyObject kwargs) {
        return startNewThread(ts, function, args, kwargs);
    }

    @Builtin(value = "exit()", doc = "This is synonymous to raising SystemExit.")
    static PyObject exit() {
        throw Errors.withArgs(ExceptionTypes.SYSTEM_EXIT);
    }

    @Builtin(value = "exit_thread()", doc = "An obsolete synonym of exit().")
    static PyObject exitThread() {
        return exit();
    }

    @Builtin(value = "interrupt_main(signum=2, /)",
            doc = "Simulate the arrival of the given signal in the main thread.")
    static void interruptMain(ThreadState ts, int number) {
        PyObject signals = Imports.importModule(ts, "_signal");
        PyObject raise = Attributes.get(ts, signals, PyStr.interned("raise_signal"));
        Calls.call(ts, raise, PyInt.of(number));
    }

    @Builtin(value = "get_ident()", doc = "Return a non-zero integer that uniquely identifies the current thread.")
    static long getIdent(ThreadState ts) {
        return ts.ident;
    }

    @Builtin(value = "get_native_id()", doc =
            "Return a non-negative integer identifying the thread as the kernel does.")
    static long getNativeId(ThreadState ts) {
        return PythonThreads.nativeId();
    }

    @Builtin(value = "_count()", doc = "Return the number of currently running Python threads, the main one excluded.")
    static int count(ThreadState ts) {
        return PythonThreads.of(ts.interp).running();
    }

    @Builtin(value = "stack_size(size=0, /)", doc = "Return the thread stack size used when creating new threads.")
    static long stackSize(ThreadState ts, long size) {
        if (size != 0 && size < 32768) {
            throw Errors.valueError(size < 0 ? "size must be 0 or a positive value" : "size not valid: " + size
                    + " bytes");
        }
        return PythonThreads.of(ts.interp).setStackSize(size);
    }

    @Builtin(value = "_set_sentinel()", doc = "Set a sentinel lock that will be released when the thread ends.")
    static PyObject setSentinel(ThreadState ts) {
        PyLock lock = new PyLock();
        PythonThreads.of(ts.interp).setSentinel(ts, lock);
        return lock;
    }

    @Builtin(value = "daemon_threads_allowed()", doc = "Return True if daemon threads are allowed in the interpreter.")
    static boolean daemonThreadsAllowed() {
        return true;
    }

    @Builtin(value = "_is_main_interpreter()", doc = "Return True if the current interpreter is the main one.")
    static boolean isMainInterpreter() {
        return true;
    }

    @Builtin(value = "_excepthook(args, /)", doc = "Handle uncaught Thread.run() exception.")
    static void exceptHook(ThreadState ts, PyObject args) {
        if (!(args instanceof PyTuple fields) || fields.size() != 4) {
            throw Errors.typeError("_thread.excepthook argument type must be ExceptHookArgs");
        }
        PyObject type = fields.item(0);
        if (type instanceof PyType t && t.isSubtypeOf(ExceptionTypes.SYSTEM_EXIT)) {
            return;
        }
        String name;
        PyObject thread = fields.item(3);
        try {
            name = thread == PySingleton.NONE
                    ? Long.toString(ts.ident)
                    : Texts.str(ts, Attributes.get(ts, thread, PyStr.interned("_name"))).toString();
        } catch (PyException e) {
            e.swallow();
            name = Long.toString(ts.ident);
        }
        Tracebacks.write(ts, "Exception in thread " + name + ":\n");
        Tracebacks.print(ts, type, fields.item(1), fields.item(2));
    }
}
