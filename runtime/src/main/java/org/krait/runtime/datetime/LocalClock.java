package org.krait.runtime.datetime;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.runtime.OsErrors;
import org.krait.runtime.posix.Errno;
import org.krait.runtime.time.LocalTime;

/** Timestamps to fields and back, in UTC and in the zone of the machine. Times are seconds since the Epoch. */
final class LocalClock {
    /** No zone has jumped farther. */
    private static final long MAX_FOLD = 24 * 3600;
    private static final int EPOCH_ORDINAL = 719163;
    private static final long DAY = 86_400;
    private static final long FIRST = (1L - EPOCH_ORDINAL) * DAY;
    private static final long LAST = (Calendar.MAX_ORDINAL + 1L - EPOCH_ORDINAL) * DAY - 1;
    private static final int DAYS_OF_400_YEARS = 146097;
    private static final double LIMIT = 9.223372036854775e18;

    private LocalClock() {}

    /** A timestamp in seconds and microseconds. */
    record Stamp(long seconds, int microseconds) {}

    /** A timestamp of a number; the microseconds are rounded half to even. */
    static Stamp stamp(ThreadState ts, PyObject number) {
        if (!(number instanceof PyFloat f)) {
            return new Stamp(seconds(ts, number), 0);
        }
        checkNumber(f);
        double whole = f.value < 0 ? Math.ceil(f.value) : Math.floor(f.value);
        double micros = Math.rint((f.value - whole) * 1e6);
        if (micros >= 1e6) {
            micros -= 1e6;
            whole += 1;
        } else if (micros < 0) {
            micros += 1e6;
            whole -= 1;
        }
        return new Stamp(toLong(whole), (int) micros);
    }

    /** A timestamp in whole seconds, floored. */
    static long seconds(ThreadState ts, PyObject number) {
        if (number instanceof PyFloat f) {
            checkNumber(f);
            return toLong(Math.floor(f.value));
        }
        PyInt i = Arguments.toIndex(ts, number);
        if (!i.fitsLong()) {
            throw tooLarge();
        }
        return i.value;
    }

    private static void checkNumber(PyFloat f) {
        if (Double.isNaN(f.value)) {
            throw Errors.valueError("Invalid value NaN (not a number)");
        }
    }

    private static long toLong(double whole) {
        if (!(whole >= -LIMIT && whole <= LIMIT)) {
            throw tooLarge();
        }
        return (long) whole;
    }

    private static RuntimeException tooLarge() {
        return Errors.overflowError("timestamp out of range for platform time_t");
    }

    /** The local time of a time, both as seconds; ValueError outside the years 1 to 9999. */
    static long local(ThreadState ts, long time) {
        long local = time + LocalTime.offsetAt(ts, time);
        if (local < FIRST || local > LAST) {
            throw Calendar.yearOutOfRange(year(local));
        }
        return local;
    }

    private static long year(long seconds) {
        long days = Math.floorDiv(seconds, DAY) + EPOCH_ORDINAL - 1;
        return Math.floorDiv(days, (long) DAYS_OF_400_YEARS) * 400
                + Calendar.fields((int) Math.floorMod(days, (long) DAYS_OF_400_YEARS) + 1)[0];
    }

    /** Year, month, day, hour, minute, second of a time that is local already. */
    static int[] fields(long local) {
        if (local < FIRST || local > LAST) {
            long year = year(local);
            if (year > Integer.MAX_VALUE || year < Integer.MIN_VALUE) {
                throw Errno.error(OsErrors.EOVERFLOW);
            }
            throw Calendar.yearOutOfRange(year);
        }
        int[] date = Calendar.fields((int) (Math.floorDiv(local, DAY) + EPOCH_ORDINAL));
        int second = (int) Math.floorMod(local, DAY);
        return new int[] {date[0], date[1], date[2], second / 3600, second / 60 % 60, second % 60};
    }

    /** The seconds of fields, zone aside. */
    static long seconds(PyDateTime time) {
        return (time.ordinal() - (long) EPOCH_ORDINAL) * DAY + time.secondOfDay();
    }

    /** A date of a timestamp in the machine's zone. */
    static PyObject date(ThreadState ts, PyType type, PyObject timestamp) {
        long seconds = seconds(ts, timestamp);
        int[] fields = fields(shifted(ts, seconds));
        return PyDate.of(ts, type, fields[0], fields[1], fields[2]);
    }

    private static long shifted(ThreadState ts, long seconds) {
        long offset = LocalTime.offsetAt(ts, seconds);
        return Math.abs(seconds) > Long.MAX_VALUE / 2 ? seconds : seconds + offset;
    }

    /** A datetime of a timestamp in UTC, or in the machine's zone, then with the fold. */
    static PyObject datetime(ThreadState ts, PyType type, Stamp stamp, boolean utc, PyObject tzinfo) {
        long seconds = stamp.seconds;
        int[] f = fields(utc ? seconds : shifted(ts, seconds));
        int fold = 0;
        if (!utc && tzinfo == PySingleton.NONE && seconds - MAX_FOLD > FIRST + MAX_FOLD) {
            long result = local(ts, seconds);
            long transition = result - local(ts, seconds - MAX_FOLD) - MAX_FOLD;
            if (transition < 0 && local(ts, seconds + transition) == result) {
                fold = 1;
            }
        }
        int[] date = {f[0], f[1], f[2]};
        int[] time = {f[3], f[4], f[5], stamp.microseconds};
        return PyDateTime.of(ts, type, date, time, fold, tzinfo);
    }

    /** The time of a local time, a solution of {@code time == local(x)}; the fold chooses among two, or in a gap. */
    static long toUtc(ThreadState ts, PyDateTime time) {
        return toUtc(ts, seconds(time), time.fold);
    }

    private static long toUtc(ThreadState ts, long t, int fold) {
        long a = local(ts, t) - t;
        long first = t - a;
        long back = local(ts, first);
        long b;
        if (back == t) {
            long probe = fold == 1 ? first + MAX_FOLD : first - MAX_FOLD;
            b = local(ts, probe) - probe;
            if (a == b) {
                return first;
            }
        } else {
            b = back - first;
        }
        long second = t - b;
        if (local(ts, second) == t) {
            return second;
        }
        if (back == t) {
            return first;
        }
        return fold == 1 ? Math.min(first, second) : Math.max(first, second);
    }

    /** The machine's zone at a local time; in a gap the one that the fold stands for. */
    static PyTimezone zoneAtLocal(ThreadState ts, PyDateTime time) {
        long t = seconds(time);
        long chosen = toUtc(ts, t, time.fold);
        long other = toUtc(ts, t, 1 - time.fold);
        return zone(ts, other != chosen && other > chosen == (time.fold == 1) ? other : chosen);
    }

    /** The machine's zone at a time as a {@code timezone}. */
    static PyTimezone zone(ThreadState ts, long time) {
        return PyTimezone.of(ts, PyDelta.of(0, LocalTime.offsetAt(ts, time), 0), PyStr.of(LocalTime.nameAt(ts, time)));
    }
}
