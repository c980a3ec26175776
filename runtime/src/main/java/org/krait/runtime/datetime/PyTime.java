package org.krait.runtime.datetime;

import org.krait.objects.PyInstance;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Calls;

/** A {@code datetime.time}. */
final class PyTime extends PyInstance {
    final int hour;
    final int minute;
    final int second;
    final int microsecond;
    /** None for a naive one. Counted. */
    final PyObject tzinfo;
    /** 1 for the second of two equal local times. Set after the constructor of a subclass only. */
    int fold;

    /** The fields must be valid. */
    PyTime(PyType type, int[] time, int fold, PyObject tzinfo) {
        super(type);
        this.hour = time[0];
        this.minute = time[1];
        this.second = time[2];
        this.microsecond = time[3];
        this.fold = fold;
        this.tzinfo = tzinfo;
        Refs.incRef(tzinfo);
    }

    /** A time that contexts share. */
    static PyTime constant(int... time) {
        PyTime made = new PyTime(DateTimeTypes.TIME, time, 0, PySingleton.NONE);
        Refs.immortalize(made);
        return made;
    }

    /** A new instance of a class, which is called when it is not {@code time} itself. */
    static PyObject of(ThreadState ts, PyType type, int[] time, int fold, PyObject tzinfo) {
        if (type == DateTimeTypes.TIME) {
            Calendar.checkTime(time[0], time[1], time[2], time[3], fold);
            return new PyTime(type, time, fold, tzinfo);
        }
        PyObject made = Calls.call(ts, type, PyInt.of(time[0]), PyInt.of(time[1]), PyInt.of(time[2]),
                PyInt.of(time[3]), tzinfo);
        if (fold != 0 && made instanceof PyTime t) {
            t.fold = fold;
        }
        return made;
    }

    int secondOfDay() {
        return hour * 3600 + minute * 60 + second;
    }

    PyDelta sinceMidnight() {
        return PyDelta.of(0, secondOfDay(), microsecond);
    }

    int compareFields(PyTime other) {
        int seconds = Integer.compare(secondOfDay(), other.secondOfDay());
        return seconds != 0 ? seconds : Integer.compare(microsecond, other.microsecond);
    }

    /** The bytes of which pickles and hashes are made. */
    byte[] state() {
        return new byte[] {
            (byte) hour, (byte) minute, (byte) second,
            (byte) (microsecond >> 16), (byte) (microsecond >> 8), (byte) microsecond
        };
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(tzinfo);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        visitor.visit(tzinfo);
    }
}
