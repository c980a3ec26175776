package org.krait.runtime.time;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBool;
import org.krait.objects.PyDict;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.builtins.Namespaces;
import org.krait.runtime.imports.Imports;

/** The module {@code time}. */
@BuiltinModule(value = "time", doc = "This module provides various functions to manipulate time values.")
public final class TimeModule {
    private TimeModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        PyDict d = module.dict;
        d.put("struct_time", LocalTime.TYPE);
        Zone.reset(ts);
        ZoneConstant.addTo(d, ts);
        d.put("_STRUCT_TM_ITEMS", PyInt.of(11));
        int[] clocks = {Clocks.REALTIME, Clocks.MONOTONIC, Clocks.PROCESS, Clocks.THREAD, Clocks.MONOTONIC_RAW,
            Clocks.BOOTTIME, Clocks.TAI};
        String[] names = {"REALTIME", "MONOTONIC", "PROCESS_CPUTIME_ID", "THREAD_CPUTIME_ID", "MONOTONIC_RAW",
            "BOOTTIME", "TAI"};
        for (int i = 0; i < clocks.length; i++) {
            d.put("CLOCK_" + names[i], PyInt.of(clocks[i]));
        }
    }

    @Builtin(value = "time()", doc = "Return the current time in seconds since the Epoch.")
    static double time() {
        return Clocks.realtimeNanos() / 1e9;
    }

    @Builtin(value = "time_ns()", doc = "Return the current time in nanoseconds since the Epoch.")
    static long timeNs() {
        return Clocks.realtimeNanos();
    }

    @Builtin(value = "monotonic()", doc = "Monotonic clock, cannot go backward.")
    static double monotonic() {
        return Clocks.monotonicNanos() / 1e9;
    }

    @Builtin(value = "monotonic_ns()", doc = "Monotonic clock, cannot go backward, as nanoseconds.")
    static long monotonicNs() {
        return Clocks.monotonicNanos();
    }

    @Builtin(value = "perf_counter()", doc = "Performance counter for benchmarking.")
    static double perfCounter() {
        return Clocks.monotonicNanos() / 1e9;
    }

    @Builtin(value = "perf_counter_ns()", doc = "Performance counter for benchmarking as nanoseconds.")
    static long perfCounterNs() {
        return Clocks.monotonicNanos();
    }

    @Builtin(value = "process_time()", doc = "Process time for profiling: sum of the kernel and user-space CPU time.")
    static double processTime() {
        return Clocks.processNanos() / 1e9;
    }

    @Builtin(value = "process_time_ns()", doc = "Process time for profiling as nanoseconds.")
    static long processTimeNs() {
        return Clocks.processNanos();
    }

    @Builtin(value = "thread_time()", doc = "Thread time for profiling: sum of the kernel and user-space CPU time.")
    static double threadTime() {
        return Clocks.threadNanos() / 1e9;
    }

    @Builtin(value = "thread_time_ns()", doc = "Thread time for profiling as nanoseconds.")
    static long threadTimeNs() {
        return Clocks.threadNanos();
    }

    @Builtin(value = "clock_gettime(clk_id, /)", doc = "Return the time of the specified clock clk_id as a float.")
    static double clockGetTime(int clock) {
        return Clocks.nanos(clock) / 1e9;
    }

    @Builtin(value = "clock_gettime_ns(clk_id, /)", doc = "Return the time of the specified clock as nanoseconds.")
    static long clockGetTimeNs(int clock) {
        return Clocks.nanos(clock);
    }

    @Builtin(value = "clock_getres(clk_id, /)", doc = "Return the resolution (precision) of the specified clock.")
    static double clockGetRes(int clock) {
        Clocks.nanos(clock);
        return 1e-9;
    }

    @Builtin(value = "clock_settime(clk_id, time, /)", doc = "Set the time of the specified clock clk_id.")
    static void clockSetTime(int clock, double time) {
        throw Errors.withArgs(ExceptionTypes.PERMISSION_ERROR, PyInt.ONE, PyStr.of("Operation not permitted"));
    }

    @Builtin(value = "get_clock_info(name, /)", doc = "Get information of the specified clock.")
    static PyObject getClockInfo(PyStr name) {
        boolean adjustable = false;
        boolean monotonic = true;
        String implementation;
        switch (name.toString()) {
            case "time" -> {
                adjustable = true;
                monotonic = false;
                implementation = "clock_gettime(CLOCK_REALTIME)";
            }
            case "monotonic", "perf_counter" -> implementation = "clock_gettime(CLOCK_MONOTONIC)";
            case "process_time" -> implementation = "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)";
            case "thread_time" -> implementation = "clock_gettime(CLOCK_THREAD_CPUTIME_ID)";
            default -> throw Errors.valueError("unknown clock");
        }
        PyDict d = new PyDict();
        d.put("implementation", PyStr.of(implementation));
        d.put("monotonic", PyBool.of(monotonic));
        d.put("adjustable", PyBool.of(adjustable));
        d.put("resolution", new PyFloat(1e-9));
        return Namespaces.of(d);
    }

    @Builtin(value = "sleep(seconds, /)", doc = "Delay execution for a given number of seconds.")
    static void sleep(ThreadState ts, PyObject seconds) {
        double s = seconds instanceof PyInt || seconds instanceof PyFloat || seconds.type.slots().index(ts, seconds)
                != null ? Arguments.toDouble(ts, seconds) : Clocks.badNumber(seconds);
        if (Double.isNaN(s)) {
            throw Errors.valueError("Invalid value NaN (not a number)");
        }
        if (s < 0) {
            throw Errors.valueError("sleep length must be non-negative");
        }
        if (s > 9223372036.0) {
            throw Errors.overflowError("timestamp too large to convert to C _PyTime_t");
        }
        Clocks.sleep(ts, (long) (s * 1e9));
    }

    @Builtin(value = "gmtime(seconds=None, /)", doc = "Convert seconds since the Epoch to a time tuple expressing UTC.")
    static PyObject gmtime(ThreadState ts, PyObject seconds) {
        return LocalTime.utc(LocalTime.seconds(ts, seconds));
    }

    @Builtin(value = "localtime(seconds=None, /)",
            doc = "Convert seconds since the Epoch to a time tuple expressing local time.")
    static PyObject localtime(ThreadState ts, PyObject seconds) {
        return LocalTime.local(ts, LocalTime.seconds(ts, seconds));
    }

    @Builtin(value = "mktime(tuple, /)", doc = "Convert a time tuple in local time to seconds since the Epoch.")
    static double mktime(ThreadState ts, PyObject tuple) {
        return LocalTime.toSeconds(ts, TimeFields.of(ts, tuple));
    }

    @Builtin(value = "asctime(tuple=None, /)",
            doc = "Convert a time tuple to a string, e.g. 'Sat Jun 06 16:26:11 1998'.")
    static String asctime(ThreadState ts, PyObject tuple) {
        TimeFields fields = tuple == null
                ? TimeFields.of(ts, LocalTime.local(ts, Clocks.realtimeNanos() / 1_000_000_000))
                : TimeFields.of(ts, tuple);
        fields.check();
        return fields.text();
    }

    @Builtin(value = "ctime(seconds=None, /)",
            doc = "Convert a time in seconds since the Epoch to a string in local time.")
    static String ctime(ThreadState ts, PyObject seconds) {
        return TimeFields.of(ts, LocalTime.local(ts, LocalTime.seconds(ts, seconds))).text();
    }

    @Builtin(value = "strftime(format, tuple=None, /)",
            doc = "Convert a time tuple to a string according to a format specification.")
    static String strftime(ThreadState ts, PyStr format, PyObject tuple) {
        TimeFields fields = tuple == null
                ? TimeFields.of(ts, LocalTime.local(ts, Clocks.realtimeNanos() / 1_000_000_000))
                : TimeFields.of(ts, tuple);
        fields.check();
        return TimeFormat.format(format.toString(), fields);
    }

    @Builtin(value = "strptime(*args)", doc = "Parse a string to a time tuple according to a format specification.")
    static PyObject strptime(ThreadState ts, PyObject[] args) {
        PyObject module = Imports.importModule(ts, "_strptime");
        return Calls.call(ts, Attributes.get(ts, module, PyStr.interned("_strptime_time")), args, null);
    }

    @Builtin(value = "tzset()", doc = "Initialize, or reinitialize, the local timezone to the value stored in TZ.")
    static void tzset(ThreadState ts) {
        Zone.reset(ts);
        PyObject module = ts.interp.modules.get("time");
        if (module instanceof PyModule m) {
            ZoneConstant.update(m.dict, ts);
        }
    }
}
