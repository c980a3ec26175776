package org.krait.runtime.posix;

import java.util.ArrayList;
import org.krait.objects.Errors;
import org.krait.objects.PyException;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.Calls;
import org.krait.runtime.Shutdown;
import org.krait.runtime.UnraisableHook;

/** The module {@code atexit}. */
@BuiltinModule(value = "atexit", doc = "allow programmer to define multiple exit functions to be executed\nupon normal "
        + "program termination.\n\nTwo public functions, register and unregister, are defined.\n")
public final class AtexitModule implements Shutdown.AtExit {
    /** A function with its arguments. */
    private record Callback(PyObject function, PyObject[] args, PyStr[] keywords) {}

    private final ArrayList<Callback> callbacks = new ArrayList<>();

    private AtexitModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        of(ts);
    }

    private static AtexitModule of(ThreadState ts) {
        AtexitModule known = (AtexitModule) ts.interp.natives.get(Shutdown.AtExit.class);
        if (known == null) {
            known = new AtexitModule();
            ts.interp.natives.put(Shutdown.AtExit.class, known);
        }
        return known;
    }

    /** Calls the functions, last registered first, then lets go of all; what these register is not called. */
    @Override
    public void run(ThreadState ts) {
        Callback[] all = callbacks.toArray(new Callback[0]);
        for (int i = all.length - 1; i >= 0; i--) {
            Callback callback = all[i];
            if (!isRegistered(callback)) {
                continue;
            }
            try {
                Refs.xdrop(Calls.call(ts, callback.function, callback.args, callback.keywords));
            } catch (PyException e) {
                UnraisableHook.report(ts, e, "Exception ignored in atexit callback", callback.function);
            }
        }
        letGo();
    }

    /** By identity: the equality of a record is linked when it is used first, which takes milliseconds. */
    private boolean isRegistered(Callback wanted) {
        for (int i = 0; i < callbacks.size(); i++) {
            if (callbacks.get(i) == wanted) {
                return true;
            }
        }
        return false;
    }

    private void letGo() {
        Callback[] all = callbacks.toArray(new Callback[0]);
        callbacks.clear();
        for (Callback callback : all) {
            release(callback);
        }
    }

    private static void release(Callback callback) {
        for (PyObject arg : callback.args) {
            Refs.decRef(arg);
        }
        Refs.decRef(callback.function);
    }

    @Builtin(value = "register(*args, **kwargs)", doc = "Register a function to be executed upon normal program "
            + "termination\n\n    func - function to be called at exit\n    args - optional arguments to pass to "
            + "func\n    kwargs - optional keyword arguments to pass to func\n\n    func is returned to facilitate "
            + "usage as a decorator.")
    static PyObject register(ThreadState ts, PyObject[] args, PyStr[] keywords) {
        if (args.length - (keywords == null ? 0 : keywords.length) == 0) {
            throw Errors.typeError("register() takes at least 1 argument (0 given)");
        }
        if (!Calls.isCallable(args[0])) {
            throw Errors.typeError("the first argument must be callable");
        }
        PyObject[] rest = java.util.Arrays.copyOfRange(args, 1, args.length);
        for (PyObject arg : args) {
            Refs.incRef(arg);
        }
        of(ts).callbacks.add(new Callback(args[0], rest, keywords));
        return args[0];
    }

    @Builtin(value = "unregister(func, /)", doc = "Unregister an exit function which was previously registered using\n"
            + "atexit.register\n\n    func - function to be unregistered")
    static void unregister(ThreadState ts, PyObject function) {
        ArrayList<Callback> callbacks = of(ts).callbacks;
        for (int i = callbacks.size() - 1; i >= 0; i--) {
            Callback callback = callbacks.get(i);
            if (callback.function == function
                    || org.krait.objects.Equality.equal(ts, callback.function, function)) {
                callbacks.remove(callback);
                release(callback);
            }
        }
    }

    @Builtin(value = "_clear()", doc = "Clear the list of previously registered exit functions.")
    static void clear(ThreadState ts) {
        of(ts).letGo();
    }

    @Builtin(value = "_run_exitfuncs()", doc = "Run all registered exit functions.")
    static void runExitFunctions(ThreadState ts) {
        of(ts).run(ts);
    }

    @Builtin(value = "_ncallbacks()", doc = "Return the number of registered exit functions.")
    static int count(ThreadState ts) {
        return of(ts).callbacks.size();
    }
}
