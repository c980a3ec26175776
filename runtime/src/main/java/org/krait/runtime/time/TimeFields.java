package org.krait.runtime.time;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyStructSequence;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;

/** The fields of a time tuple as C's struct tm has them, but with the full year and the month from 1. */
final class TimeFields {
    static final String[] DAYS = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    static final String[] MONTHS = {"January", "February", "March", "April", "May", "June", "July", "August",
        "September", "October", "November", "December"};

    /** C counts its years from 1900, in an int. */
    static final long LEAST_YEAR = Integer.MIN_VALUE + 1900L;
    static final long MOST_YEAR = Integer.MAX_VALUE + 1900L;

    long year;
    int month;
    int day;
    int hour;
    int minute;
    int second;
    /** 0 is Monday. */
    int weekday;
    /** From 1. */
    int yearDay;
    int isDst;
    String zone;
    Integer offset;

    private TimeFields() {}

    static TimeFields of(ThreadState ts, PyObject o) {
        if (!(o instanceof PyTuple t)) {
            throw Errors.typeError("Tuple or struct_time argument required");
        }
        if (t.size() != 9) {
            throw Errors.typeError("function takes exactly 9 arguments (" + t.size() + " given)");
        }
        TimeFields f = new TimeFields();
        f.year = Arguments.toInt(ts, t.item(0));
        if (f.year < LEAST_YEAR) {
            throw Errors.overflowError("year out of range");
        }
        f.month = Arguments.toInt(ts, t.item(1));
        f.day = Arguments.toInt(ts, t.item(2));
        f.hour = Arguments.toInt(ts, t.item(3));
        f.minute = Arguments.toInt(ts, t.item(4));
        f.second = Arguments.toInt(ts, t.item(5));
        f.weekday = Arguments.toInt(ts, t.item(6));
        f.yearDay = Arguments.toInt(ts, t.item(7));
        f.isDst = Arguments.toInt(ts, t.item(8));
        if (o instanceof PyStructSequence s && s.hidden != null) {
            f.zone = s.field(9) instanceof PyStr name ? name.toString() : null;
            f.offset = s.field(10) == PySingleton.NONE ? null : Arguments.toInt(ts, s.field(10));
        }
        return f;
    }

    /** Raises ValueError for a field that is out of range; corrects the zeros that C allows. */
    void check() {
        month = month == 0 ? 1 : month;
        day = day == 0 ? 1 : day;
        yearDay = yearDay == 0 ? 1 : yearDay;
        require(month >= 1 && month <= 12, "month");
        require(day >= 1 && day <= 31, "day of month");
        require(hour >= 0 && hour <= 23, "hour");
        require(minute >= 0 && minute <= 59, "minute");
        require(second >= 0 && second <= 61, "seconds");
        require(weekday >= -1, "day of week");
        weekday = weekday < 0 ? 6 : weekday % 7;
        require(yearDay >= 1 && yearDay <= 366, "day of year");
    }

    private static void require(boolean good, String what) {
        if (!good) {
            throw Errors.valueError(what + " out of range");
        }
    }

    /** As {@code asctime} prints it. */
    String text() {
        StringBuilder out = new StringBuilder();
        out.append(DAYS[weekday], 0, 3).append(' ').append(MONTHS[month - 1], 0, 3).append(' ');
        TimeFormat.pad(out, day, 2, ' ');
        out.append(' ');
        TimeFormat.pad(out, hour, 2, '0');
        out.append(':');
        TimeFormat.pad(out, minute, 2, '0');
        out.append(':');
        TimeFormat.pad(out, second, 2, '0');
        return out.append(' ').append(year).toString();
    }
}
