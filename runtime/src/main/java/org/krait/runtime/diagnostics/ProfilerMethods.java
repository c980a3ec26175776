package org.krait.runtime.diagnostics;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyFrame;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Attributes;
import org.krait.runtime.Texts;
import org.krait.runtime.Tracing;
import org.krait.runtime.builtins.ObjectMethods;

/** The methods of {@link PyProfiler}. */
@BuiltinType(base = ObjectMethods.class, doc = """
        Profiler(timer=None, timeunit=None, subcalls=True, builtins=True)

            Builds a profiler object using the specified timer function.
            The default timer is a fast built-in one based on real time.
            For custom timer functions returning integers, timeunit can
            be a float specifying a scale (i.e. how long each integer unit
            is, in seconds).
        """)
final class ProfilerMethods {
    private ProfilerMethods() {}

    @Builtin("__new__(type, /, *args, **kwargs)")
    static PyObject make(PyType type, PyObject[] args, PyStr[] keywords) {
        return new PyProfiler(type);
    }

    @Builtin("__init__(self, timer=None, timeunit=0.0, subcalls=True, builtins=True)")
    static void init(ThreadState ts, PyProfiler self, PyObject timer, double timeUnit, boolean subcalls,
            boolean builtins) {
        self.setTimer(Arguments.noneAsNull(timer), timeUnit);
        self.profile.byCaller = subcalls;
        self.countsBuiltins = builtins;
    }

    @Builtin(value = "enable(self, subcalls=True, builtins=True)", doc = """
            Start collecting profiling information.
            If 'subcalls' is True, also records for each function
            statistics separated according to its current caller.
            If 'builtins' is True, records the time spent in
            built-in functions separately from their caller.
            """)
    static void enable(ThreadState ts, PyProfiler self, PyObject subcalls, PyObject builtins) {
        if (ts.profileFunction instanceof PyProfiler other && other != self) {
            throw Errors.valueError("Another profiling tool is already active");
        }
        if (subcalls != null) {
            self.profile.byCaller = Arguments.toBoolean(ts, subcalls);
        }
        if (builtins != null) {
            self.countsBuiltins = Arguments.toBoolean(ts, builtins);
        }
        self.enabled = true;
        Tracing.setProfile(ts, self);
    }

    @Builtin(value = "disable(self, /)", doc = "Stop collecting profiling information.\n")
    static void disable(ThreadState ts, PyProfiler self) {
        if (ts.profileFunction == self) {
            Tracing.setProfile(ts, null);
        }
        self.enabled = false;
        while (self.profile.isInCall()) {
            self.profile.leave(self.now(ts));
        }
    }

    @Builtin(value = "clear(self, /)", doc = "Clear all profiling information collected so far.\n")
    static void clear(PyProfiler self) {
        self.profile.clear();
    }

    @Builtin(value = "getstats(self, /)", doc = """
            list of profiler_entry objects.

            getstats() -> list of profiler_entry objects

            Return all information collected by the profiler.
            Each profiler_entry is a tuple-like object with the
            following attributes:

                code          code object
                callcount     how many times this was called
                reccallcount  how many times called recursively
                totaltime     total time in this entry
                inlinetime    inline time in this entry (not in subcalls)
                calls         details of the calls

            The calls attribute is either None or a list of
            profiler_subentry objects:

                code          called code object
                callcount     how many times this is called
                reccallcount  how many times this is called recursively
                totaltime     total time spent in this call
                inlinetime    inline time (not in further subcalls)""")
    static PyObject getStats(ThreadState ts, PyProfiler self) {
        if (self.enabled) {
            disable(ts, self);
        }
        return self.entries();
    }

    @Builtin("__call__(self, frame, event, arg, /)")
    static PyObject call(ThreadState ts, PyProfiler self, PyFrame frame, PyStr event, PyObject arg) {
        switch (event.toString()) {
            case "call" -> {
                self.profile.enter(frame.code);
                self.profile.start(self.now(ts));
            }
            case "return" -> leave(ts, self);
            case "c_call" -> {
                if (self.countsBuiltins) {
                    self.profile.enter(name(ts, arg));
                    self.profile.start(self.now(ts));
                }
            }
            default -> {
                if (self.countsBuiltins) {
                    leave(ts, self);
                }
            }
        }
        return PySingleton.NONE;
    }

    private static void leave(ThreadState ts, PyProfiler self) {
        // The profiler may have been enabled in a call.
        if (self.profile.isInCall()) {
            self.profile.leave(self.now(ts));
        }
    }

    /** What a function that is not of Python is called in a profile. */
    private static String name(ThreadState ts, PyObject function) {
        PyObject name = Attributes.lookup(ts, function, "__name__");
        PyObject self = Attributes.lookup(ts, function, "__self__");
        if (self != null && self != PySingleton.NONE && !(self instanceof PyModule) && name instanceof PyStr n) {
            PyObject method = self.type.lookup(n);
            if (method != null) {
                return Texts.repr(ts, method).toString();
            }
        }
        PyObject module = Attributes.lookup(ts, function, "__module__");
        return module instanceof PyStr ? "<built-in method " + module + "." + name + ">"
                : self == null ? Texts.repr(ts, function).toString() : "<built-in method " + name + ">";
    }
}
