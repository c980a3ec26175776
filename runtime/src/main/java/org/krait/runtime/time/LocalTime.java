package org.krait.runtime.time;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.runtime.OsErrors;
import org.krait.runtime.builtins.StructSequence;
import org.krait.runtime.posix.Errno;

/** Seconds since the Epoch to time tuples and back, in UTC and in the zone of the machine. */
public final class LocalTime {
    static final PyType TYPE = StructSequence.type("time.struct_time", "The time value as returned by gmtime(), "
            + "localtime(), and strptime().", 9, "tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec",
            "tm_wday", "tm_yday", "tm_isdst", "tm_zone", "tm_gmtoff");

    private static final long DAY = 86_400;
    private static final long MAX_SECONDS = 68_000_000_000_000_000L;
    private static final long YEAR = (365 * 24 + 6) * 3600L;

    private LocalTime() {}

    /** An optional number of seconds, floored; now when absent. */
    static long seconds(ThreadState ts, PyObject seconds) {
        if (seconds == null || seconds == PySingleton.NONE) {
            return Math.floorDiv(Clocks.realtimeNanos(), 1_000_000_000L);
        }
        if (seconds instanceof PyFloat f) {
            if (Double.isNaN(f.value)) {
                throw Errors.valueError("Invalid value NaN (not a number)");
            }
            double floor = Math.floor(f.value);
            if (!(floor >= -9.3e18 && floor < 9.2e18)) {
                throw Errors.overflowError("timestamp out of range for platform time_t");
            }
            return (long) floor;
        }
        PyInt i = Arguments.toIndex(ts, seconds);
        if (!i.fitsLong()) {
            throw Errors.overflowError("timestamp out of range for platform time_t");
        }
        return i.value;
    }

    static PyObject utc(long seconds) {
        return tuple(seconds, 0, 0, "UTC");
    }

    static PyObject local(ThreadState ts, long seconds) {
        Zone.Kind kind = Zone.of(ts).at(seconds);
        return tuple(seconds, kind.offset(), kind.isDst() ? 1 : 0, kind.name());
    }

    /** How many seconds the machine's zone is east of Greenwich at a time, in seconds since the Epoch. */
    public static int offsetAt(ThreadState ts, long seconds) {
        return Zone.of(ts).at(seconds).offset();
    }

    /** The abbreviated name of the machine's zone at a time, in seconds since the Epoch. */
    public static String nameAt(ThreadState ts, long seconds) {
        return Zone.of(ts).at(seconds).name();
    }

    private static PyObject tuple(long seconds, int offset, int dst, String zone) {
        long time = seconds + offset;
        long days = Math.floorDiv(time, DAY);
        int second = (int) Math.floorMod(time, DAY);
        long year = Math.abs(seconds) > MAX_SECONDS ? Long.MAX_VALUE : Days.year(days);
        if (year > TimeFields.MOST_YEAR || year < TimeFields.LEAST_YEAR) {
            throw Errno.error(OsErrors.EOVERFLOW);
        }
        boolean leap = Days.isLeap(year);
        int dayOfYear = (int) (days - Days.ofYear(year));
        int month = Days.month(leap, dayOfYear);
        return StructSequence.of(TYPE, PyInt.of(year), PyInt.of(month),
                PyInt.of(dayOfYear - Days.beforeMonth(leap, month) + 1), PyInt.of(second / 3600),
                PyInt.of(second / 60 % 60), PyInt.of(second % 60), PyInt.of(Days.weekday(days)),
                PyInt.of(dayOfYear + 1), PyInt.of(dst), PyStr.of(zone), PyInt.of(offset));
    }

    /** {@code mktime}: fields out of range carry over. */
    static double toSeconds(ThreadState ts, TimeFields f) {
        long months = f.month - 1L;
        long year = f.year + Math.floorDiv(months, 12L);
        long days = Days.ofYear(year) + Days.beforeMonth(Days.isLeap(year), (int) Math.floorMod(months, 12L) + 1)
                + f.day - 1;
        return Zone.of(ts).toTime(days * DAY + f.hour * 3600L + f.minute * 60L + f.second, f.isDst);
    }

    /** What the zone's standard or summer time is this year; the other one when there is only one. */
    static Zone.Kind kind(ThreadState ts, boolean dst) {
        Zone.Kind[] both = january(ts);
        return both[0].isDst() == dst ? both[0] : both[1];
    }

    /** What holds at the turn of the year and in its middle. */
    private static Zone.Kind[] january(ThreadState ts) {
        long start = Clocks.realtimeNanos() / 1_000_000_000L / YEAR * YEAR;
        Zone zone = Zone.of(ts);
        return new Zone.Kind[] {zone.at(start), zone.at(start + YEAR / 2)};
    }

    /** The zone as the constants of the module tell it, as {@code Modules/timemodule.c} finds them. */
    static PyObject zoneConstant(ThreadState ts, String name) {
        Zone.Kind[] both = january(ts);
        boolean south = both[0].offset() > both[1].offset();
        Zone.Kind winter = both[south ? 1 : 0];
        Zone.Kind summer = both[south ? 0 : 1];
        return switch (name) {
            case "timezone" -> PyInt.of(-winter.offset());
            case "altzone" -> PyInt.of(-summer.offset());
            case "daylight" -> PyInt.of(winter.offset() != summer.offset() ? 1 : 0);
            default -> PyTuple.of(PyStr.of(winter.name()), PyStr.of(summer.name()));
        };
    }
}
