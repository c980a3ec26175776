package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.Mutations;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyFrame;
import org.krait.objects.PyInt;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Interrupts;
import org.krait.runtime.Tracebacks;
import org.krait.runtime.Tracing;
import org.krait.runtime.snapshot.Capture;

/** The functions of the module {@code sys}; its data is made by {@link SysContents}. */
@BuiltinModule(value = "sys", doc = "This module provides access to some objects used or maintained by the interpreter "
        + "and to functions that interact strongly with the interpreter.")
final class SysModule {
    private SysModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        SysContents.fill(ts, module.dict);
    }

    @Builtin(value = "_getframe(depth=0, /)", doc = "Return a frame object from the call stack.")
    static PyObject getFrame(ThreadState ts, int depth) {
        PyFrame frame = ts.frame;
        for (int i = depth; i > 0 && frame != null; i--) {
            frame = frame.back;
        }
        if (frame == null) {
            throw Errors.valueError("call stack is not deep enough");
        }
        AuditHooks.raise(ts, "sys._getframe", frame);
        if (Mutations.WATCHED) {
            Capture.looksAtFrame(frame);
        }
        return frame;
    }

    @Builtin(value = "_getframemodulename(depth=0)", doc = "Return the name of the module for a calling frame.")
    static PyObject getFrameModuleName(ThreadState ts, int depth) {
        AuditHooks.raise(ts, "sys._getframemodulename", PyInt.of(depth));
        PyFrame frame = ts.frame;
        for (int i = depth; i > 0 && frame != null; i--) {
            frame = frame.back;
        }
        if (Mutations.WATCHED && frame != null) {
            Capture.looksAtFrame(frame);
        }
        PyObject name = frame == null ? null : frame.globals.get("__name__");
        return name == null ? PySingleton.NONE : name;
    }

    @Builtin(value = "_current_frames()", doc =
            "Return a dict mapping each thread's thread id to its current stack frame.")
    static PyObject currentFrames(ThreadState ts) {
        AuditHooks.raise(ts, "sys._current_frames");
        PyDict frames = new PyDict();
        for (ThreadState thread : Interrupts.threads(ts.interp)) {
            if (thread.frame != null) {
                frames.put(ts, PyInt.of(thread.ident), thread.frame);
            }
        }
        return frames;
    }

    @Builtin(value = "_current_exceptions()",
            doc = "Return a dict mapping each identifier to its current exception information.")
    static PyObject currentExceptions(ThreadState ts) {
        PyDict exceptions = new PyDict();
        for (ThreadState thread : Interrupts.threads(ts.interp)) {
            exceptions.put(ts, PyInt.of(thread.ident), thread.exception() == null ? PySingleton.NONE
                    : thread.exception());
        }
        return exceptions;
    }

    @Builtin(value = "_clear_type_cache()", doc = "Clear the internal type lookup cache.")
    static void clearTypeCache() {}

    @Builtin(value = "exc_info()", doc = "Return current exception information: (type, value, traceback).")
    static PyObject excInfo(ThreadState ts) {
        PyBaseException e = ts.exception();
        if (e == null) {
            return PyTuple.of(PySingleton.NONE, PySingleton.NONE, PySingleton.NONE);
        }
        return PyTuple.of(e.type, e, e.traceback() == null ? PySingleton.NONE : e.traceback());
    }

    @Builtin(value = "exception()", doc = "Return the current exception.")
    static PyObject exception(ThreadState ts) {
        return ts.exception() == null ? PySingleton.NONE : ts.exception();
    }

    @Builtin(value = "exit(status=None, /)", doc = "Exit the interpreter by raising SystemExit(status).")
    static PyObject exit(PyObject status) {
        throw status == null
                ? Errors.withArgs(ExceptionTypes.SYSTEM_EXIT)
                : systemExit(status);
    }

    private static PyException systemExit(PyObject status) {
        PyException e = status instanceof PyTuple t
                ? new PyException(new PyBaseException(ExceptionTypes.SYSTEM_EXIT, t))
                : Errors.withArgs(ExceptionTypes.SYSTEM_EXIT, status);
        PyTuple args = e.value.args();
        e.value.setExtra(0, args.size() == 0 ? PySingleton.NONE : args.size() == 1 ? args.item(0) : args);
        return e;
    }

    @Builtin(value = "getrecursionlimit()", doc = "Return the current value of the recursion limit.")
    static int getRecursionLimit(ThreadState ts) {
        return ts.interp.recursionLimit;
    }

    @Builtin(value = "setrecursionlimit(limit, /)", doc = "Set the maximum depth of the Python interpreter stack to n.")
    static void setRecursionLimit(ThreadState ts, int limit) {
        if (limit < 1) {
            throw Errors.valueError("recursion limit must be greater or equal than 1");
        }
        if (ts.depth >= limit) {
            throw Errors.recursionError("cannot set the recursion limit to " + limit + " at the recursion depth "
                    + ts.depth + ": the limit is too low");
        }
        ts.interp.recursionLimit = limit;
        for (ThreadState thread : Interrupts.threads(ts.interp)) {
            thread.limitDepth();
        }
    }

    @Builtin(value = "getrefcount(object, /)", doc = "Return the reference count of object.")
    static long getRefCount(PyObject object) {
        return Refs.isImmortal(object) ? Refs.IMMORTAL_COUNT : Refs.count(object) + 1;
    }

    @Builtin(value = "getsizeof(object, default=None)", doc = "Return the size of object in bytes.")
    static PyObject getSizeOf(ThreadState ts, PyObject object, PyObject fallback) {
        PyObject method = Attributes.getSpecial(ts, object, Special.SIZEOF);
        try {
            PyObject size = method == null ? null : Calls.consume(ts, method);
            if (size == null) {
                throw Errors.typeError("Type " + object.type.name() + " doesn't define __sizeof__");
            }
            PyInt number = Arguments.toIndex(ts, size);
            if (!number.fitsLong()) {
                throw Errors.overflowError("Python int too large to convert to C ssize_t");
            }
            if (number.signum() < 0) {
                throw Errors.valueError("__sizeof__() should return >= 0");
            }
            return number;
        } catch (PyException e) {
            if (fallback != null && e.is(ExceptionTypes.TYPE_ERROR)) {
                e.swallow();
                return fallback;
            }
            throw e;
        }
    }

    @Builtin(value = "getallocatedblocks()", doc = "Return the number of memory blocks currently allocated.")
    static long getAllocatedBlocks() {
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 48;
    }

    @Builtin(value = "getunicodeinternedsize()",
            doc = "Return the number of elements of the unicode interned dictionary.")
    static int getUnicodeInternedSize() {
        return PyStr.internedCount();
    }

    @Builtin(value = "getdefaultencoding()",
            doc = "Return the current default encoding used by the Unicode implementation.")
    static String getDefaultEncoding() {
        return "utf-8";
    }

    @Builtin(value = "getfilesystemencoding()",
            doc = "Return the encoding used to convert Unicode filenames to OS filenames.")
    static String getFileSystemEncoding() {
        return "utf-8";
    }

    @Builtin(value = "getfilesystemencodeerrors()",
            doc = "Return the error mode used for Unicode to OS filename conversion.")
    static String getFileSystemEncodeErrors() {
        return "surrogateescape";
    }

    @Builtin(value = "intern(string, /)", doc = "``Intern'' the given string.")
    static PyObject intern(PyObject string) {
        if (string.getClass() == PyStr.class) {
            return ((PyStr) string).intern();
        }
        throw Errors.typeError(string instanceof PyStr
                ? "can't intern " + string.type.name()
                : "intern() argument must be str, not " + string.type.name());
    }

    @Builtin(value = "is_finalizing()", doc = "Return True if Python is exiting.")
    static boolean isFinalizing(ThreadState ts) {
        return ts.interp.finalizing;
    }

    @Builtin(value = "displayhook(object, /)", doc = "Print an object to sys.stdout and also save it in builtins._")
    static void displayHook(ThreadState ts, PyObject object) {
        Hooks.display(ts, object);
    }

    @Builtin(value = "excepthook(exctype, value, traceback, /)",
            doc = "Handle an exception by displaying it with a traceback on sys.stderr.")
    static void exceptHook(ThreadState ts, PyObject type, PyObject value, PyObject traceback) {
        Tracebacks.print(ts, type, value, traceback);
    }

    @Builtin(value = "unraisablehook(unraisable, /)", doc = "Handle an unraisable exception.")
    static void unraisableHook(ThreadState ts, PyObject unraisable) {
        Hooks.unraisable(ts, unraisable);
    }

    @Builtin(value = "breakpointhook(*args, **kws)", doc = "This hook function is called by built-in breakpoint().")
    static PyObject breakpointHook(ThreadState ts, PyObject[] args, PyStr[] keywords) {
        return Hooks.breakpoint(ts, args, keywords);
    }

    @Builtin(value = "addaudithook(hook)", doc = "Adds a new audit hook callback.")
    static void addAuditHook(ThreadState ts, PyObject hook) {
        AuditHooks.add(ts, hook);
    }

    @Builtin(value = "audit(event, /, *args)", doc = "Passes the event to any hooks that are attached.")
    static void audit(ThreadState ts, PyObject event, PyObject[] args) {
        if (!(event instanceof PyStr)) {
            throw Errors.typeError("expected str for argument 'event', not " + event.type.name());
        }
        AuditHooks.raise(ts, event.toString(), args);
    }

    @Builtin(value = "settrace(function, /)", doc = "Set the global debug tracing function.")
    static void setTrace(ThreadState ts, PyObject function) {
        AuditHooks.raise(ts, "sys.settrace");
        Tracing.setTrace(ts, function == PySingleton.NONE ? null : function);
    }

    @Builtin(value = "gettrace()", doc = "Return the global debug tracing function set with sys.settrace.")
    static PyObject getTrace(ThreadState ts) {
        return ts.traceFunction == null ? PySingleton.NONE : ts.traceFunction;
    }

    @Builtin(value = "setprofile(function, /)", doc = "Set the profiling function.")
    static void setProfile(ThreadState ts, PyObject function) {
        AuditHooks.raise(ts, "sys.setprofile");
        Tracing.setProfile(ts, function == PySingleton.NONE ? null : function);
    }

    @Builtin(value = "getprofile()", doc = "Return the profiling function set with sys.setprofile.")
    static PyObject getProfile(ThreadState ts) {
        return ts.profileFunction == null ? PySingleton.NONE : ts.profileFunction;
    }

    @Builtin(value = "_settraceallthreads(arg, /)",
            doc = "Set the global debug tracing function in all running threads.")
    static void setTraceAllThreads(ThreadState ts, PyObject function) {
        for (ThreadState thread : Interrupts.threads(ts.interp)) {
            Tracing.setTrace(thread, function == PySingleton.NONE ? null : function);
        }
    }

    @Builtin(value = "_setprofileallthreads(arg, /)", doc = "Set the profiling function in all running threads.")
    static void setProfileAllThreads(ThreadState ts, PyObject function) {
        for (ThreadState thread : Interrupts.threads(ts.interp)) {
            Tracing.setProfile(thread, function == PySingleton.NONE ? null : function);
        }
    }

    @Builtin(value = "call_tracing(func, args, /)", doc = "Call func(*args), while tracing is enabled.")
    static PyObject callTracing(ThreadState ts, PyObject function, PyTuple args) {
        return Calls.call(ts, function, args.items.clone(), null);
    }

    @Builtin(value = "setswitchinterval(interval, /)", doc = "Set the ideal thread switching delay in seconds.")
    static void setSwitchInterval(ThreadState ts, double seconds) {
        if (!(seconds > 0)) {
            throw Errors.valueError("switch interval must be strictly positive");
        }
        Interrupts.setSwitchInterval(ts.interp, seconds);
    }

    @Builtin(value = "getswitchinterval()", doc = "Return the current thread switch interval.")
    static double getSwitchInterval(ThreadState ts) {
        return Interrupts.switchInterval(ts.interp);
    }

    @Builtin(value = "get_int_max_str_digits()",
            doc = "Return the maximum string digits limit for non-binary int<->str.")
    static int getIntMaxStrDigits(ThreadState ts) {
        return ts.interp.intMaxStrDigits;
    }

    @Builtin(value = "set_int_max_str_digits(maxdigits)",
            doc = "Set the maximum string digits limit for non-binary int<->str conversions.")
    static void setIntMaxStrDigits(ThreadState ts, int digits) {
        if (digits != 0 && digits < 640) {
            throw Errors.valueError("maxdigits must be 0 or larger than 640");
        }
        ts.interp.intMaxStrDigits = digits;
    }

    @Builtin(value = "get_asyncgen_hooks()", doc = "Return the installed asynchronous generators hooks.")
    static PyObject getAsyncGenHooks(ThreadState ts) {
        return StructSequence.of(SysContents.asyncGenHooksType(ts.interp), orNone(ts.asyncGenFirstIter),
                orNone(ts.asyncGenFinalizer));
    }

    @Builtin(value = "set_asyncgen_hooks(firstiter=None, finalizer=None)",
            doc = "Set a finalizer and a first-iteration hook for async generators objects.")
    static void setAsyncGenHooks(ThreadState ts, PyObject firstIter, PyObject finalizer) {
        checkHook(finalizer, "finalizer");
        checkHook(firstIter, "firstiter");
        if (finalizer != null) {
            ts.asyncGenFinalizer = held(finalizer, ts.asyncGenFinalizer);
        }
        if (firstIter != null) {
            ts.asyncGenFirstIter = held(firstIter, ts.asyncGenFirstIter);
        }
    }

    private static void checkHook(PyObject hook, String name) {
        if (hook != null && hook != PySingleton.NONE && !Calls.isCallable(hook)) {
            throw Errors.typeError("callable " + name + " expected, got " + hook.type.name());
        }
    }

    private static PyObject held(PyObject value, PyObject old) {
        PyObject kept = value == PySingleton.NONE ? null : value;
        Refs.xincRef(kept);
        Refs.xdecRef(old);
        return kept;
    }

    private static PyObject orNone(PyObject o) {
        return o == null ? PySingleton.NONE : o;
    }

    @Builtin(value = "get_coroutine_origin_tracking_depth()",
            doc = "Check status of origin tracking for coroutine objects.")
    static int getCoroutineOriginTrackingDepth(ThreadState ts) {
        return ts.coroutineOriginDepth;
    }

    @Builtin(value = "set_coroutine_origin_tracking_depth(depth)",
            doc = "Enable or disable origin tracking for coroutine objects in this thread.")
    static void setCoroutineOriginTrackingDepth(ThreadState ts, int depth) {
        if (depth < 0) {
            throw Errors.valueError("depth must be >= 0");
        }
        ts.coroutineOriginDepth = depth;
    }

    @Builtin(value = "getdlopenflags()", doc = "Return the current value of the flags that are used for dlopen calls.")
    static int getDlopenFlags() {
        return 2;
    }

    @Builtin(value = "is_stack_trampoline_active()", doc = "Return *True* if a stack profiler trampoline is active.")
    static boolean isStackTrampolineActive() {
        return false;
    }

    @Builtin(value = "__getattr__(name, /)", doc = "Makes the rare contents of the module on first use.")
    static PyObject getAttribute(ThreadState ts, PyObject name) {
        if (!(name instanceof PyStr s)) {
            throw Errors.typeError("attribute name must be string, not '" + name.type.name() + "'");
        }
        if (s.equalTo("stdlib_module_names")) {
            PyObject names = SysContents.moduleNames(ts);
            ts.interp.sys.put(s, names);
            return names;
        }
        if (s.equalTo("monitoring")) {
            PyObject module = MonitoringModule.make(ts.interp);
            ts.interp.sys.put(s, module);
            return module;
        }
        throw Errors.attributeError("module 'sys' has no attribute '" + s + "'", ts.interp.modules.get("sys"), s);
    }
}
