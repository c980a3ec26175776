package org.krait.runtime.datetime;

import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Calls;

/** A {@code datetime.datetime}. */
final class PyDateTime extends PyDate {
    final int hour;
    final int minute;
    final int second;
    final int microsecond;
    /** None for a naive one. Counted. */
    final PyObject tzinfo;
    /** 1 for the second of two equal local times. Set after the constructor of a subclass only. */
    int fold;

    /** The fields must be valid. */
    PyDateTime(PyType type, int[] date, int[] time, int fold, PyObject tzinfo) {
        super(type, date[0], date[1], date[2]);
        this.hour = time[0];
        this.minute = time[1];
        this.second = time[2];
        this.microsecond = time[3];
        this.fold = fold;
        this.tzinfo = tzinfo;
        Refs.incRef(tzinfo);
    }

    /** A datetime that contexts share. */
    static PyDateTime constant(int[] date, int[] time) {
        PyDateTime made = new PyDateTime(DateTimeTypes.DATETIME, date, time, 0, PySingleton.NONE);
        Refs.immortalize(made);
        return made;
    }

    /** A new instance of a class, which is called when it is not {@code datetime} itself. */
    static PyObject of(ThreadState ts, PyType type, int[] date, int[] time, int fold, PyObject tzinfo) {
        if (type == DateTimeTypes.DATETIME) {
            Calendar.checkDate(date[0], date[1], date[2]);
            Calendar.checkTime(time[0], time[1], time[2], time[3], fold);
            return new PyDateTime(type, date, time, fold, tzinfo);
        }
        PyObject made = Calls.call(ts, type, PyInt.of(date[0]), PyInt.of(date[1]), PyInt.of(date[2]),
                PyInt.of(time[0]), PyInt.of(time[1]), PyInt.of(time[2]), PyInt.of(time[3]), tzinfo);
        if (fold != 0 && made instanceof PyDateTime d) {
            d.fold = fold;
        }
        return made;
    }

    int[] date() {
        return new int[] {year, month, day};
    }

    int[] time() {
        return new int[] {hour, minute, second, microsecond};
    }

    PyDateTime withFold(int other) {
        return new PyDateTime(DateTimeTypes.DATETIME, date(), time(), other, tzinfo);
    }

    PyDateTime withZone(PyObject zone) {
        return new PyDateTime(DateTimeTypes.DATETIME, date(), time(), fold, zone);
    }

    int secondOfDay() {
        return hour * 3600 + minute * 60 + second;
    }

    /** The time since year 0 ended, zone aside. */
    PyDelta sinceYear1() {
        return PyDelta.of(ordinal(), secondOfDay(), microsecond);
    }

    int compareDateTime(PyDateTime other) {
        int dates = compareDate(other);
        if (dates != 0) {
            return dates;
        }
        int seconds = Integer.compare(secondOfDay(), other.secondOfDay());
        return seconds != 0 ? seconds : Integer.compare(microsecond, other.microsecond);
    }

    /** This plus or minus a timedelta: an instance of the same class; OverflowError beyond the calendar. */
    PyObject plus(ThreadState ts, PyDelta delta, int sign) {
        long micros = microsecond + (long) sign * delta.microseconds;
        long seconds = secondOfDay() + (long) sign * delta.seconds + Math.floorDiv(micros, 1_000_000L);
        int within = (int) Math.floorMod(seconds, 86_400L);
        long ordinal = ordinal() + (long) sign * delta.days + Math.floorDiv(seconds, 86_400L);
        int[] time = {within / 3600, within / 60 % 60, within % 60, (int) Math.floorMod(micros, 1_000_000L)};
        return of(ts, type, fields(ordinal), time, 0, tzinfo);
    }

    @Override
    byte[] state() {
        return new byte[] {
            (byte) (year >> 8), (byte) year, (byte) month, (byte) day, (byte) hour, (byte) minute, (byte) second,
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
