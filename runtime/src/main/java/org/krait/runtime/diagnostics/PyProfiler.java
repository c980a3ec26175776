package org.krait.runtime.diagnostics;

import org.krait.objects.Arguments;
import org.krait.objects.PyException;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInstance;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.runtime.Calls;
import org.krait.runtime.UnraisableHook;
import org.krait.runtime.builtins.StructSequence;

/** A {@code _lsprof.Profiler}: the profile function of the thread it is enabled in. */
final class PyProfiler extends PyInstance {
    static final PyType TYPE = PyType.builtin("_lsprof.Profiler", PyType.OBJECT,
            PyType.BASE | PyType.HAS_DICT | PyType.MUTABLE, new ProfilerMethodsTable());

    final CallProfile profile = new CallProfile();
    /** True to profile functions that are not of Python. */
    boolean countsBuiltins = true;
    boolean enabled;
    /** What tells the time; null for the clock. Counted. */
    private PyObject timer;
    /** Seconds in a unit of the timer. */
    private double timerUnit;

    PyProfiler(PyType type) {
        super(type);
    }

    void setTimer(PyObject value, double unit) {
        PyObject old = timer;
        Refs.xincRefFrom(this, value);
        timer = value;
        timerUnit = unit;
        Refs.xdecRef(old);
    }

    /** The time in seconds. */
    double now(ThreadState ts) {
        if (timer == null) {
            return System.nanoTime() * 1e-9;
        }
        try {
            PyObject time = Calls.call(ts, timer);
            double value = Arguments.toDouble(ts, time);
            Refs.drop(time);
            return timerUnit > 0 ? value * timerUnit : value;
        } catch (PyException e) {
            UnraisableHook.report(ts, e, null, timer);
            return 0;
        }
    }

    private static PyObject shown(Object key) {
        return key instanceof CodeObject code ? code : PyStr.of((String) key);
    }

    private static PyObject row(PyType type, Object key, CallProfile.Figures f, PyObject... more) {
        PyObject[] fields = new PyObject[5 + more.length];
        fields[0] = shown(key);
        fields[1] = PyInt.of(f.calls);
        fields[2] = PyInt.of(f.recursiveCalls);
        fields[3] = new PyFloat(f.totalTime);
        fields[4] = new PyFloat(f.inlineTime);
        System.arraycopy(more, 0, fields, 5, more.length);
        return StructSequence.of(type, fields);
    }

    /** The figures as entries of {@code getstats()}. */
    PyList entries() {
        PyList entries = new PyList();
        profile.functions.forEach((key, function) -> {
            if (function.figures.calls == 0) {
                return;
            }
            PyObject calls = PySingleton.NONE;
            if (!function.called.isEmpty()) {
                PyList list = new PyList();
                function.called.forEach((inner, figures) -> {
                    if (figures.calls > 0) {
                        list.append(row(LsprofModule.SUBENTRY, inner, figures));
                    }
                });
                calls = list;
            }
            entries.append(row(LsprofModule.ENTRY, key, function.figures, calls));
        });
        return entries;
    }

    @Override
    protected void dropReferents() {
        Refs.xdecRef(timer);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        if (timer != null) {
            visitor.visit(timer);
        }
    }
}
