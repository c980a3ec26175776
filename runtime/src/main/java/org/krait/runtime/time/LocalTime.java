package org.krait.runtime.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneRules;
import java.util.TimeZone;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyDict;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.builtins.StructSequence;

/** Seconds since the Epoch to time tuples and back, in UTC and in the zone of the machine. */
final class LocalTime {
    static final PyType TYPE = StructSequence.type("time.struct_time", "The time value as returned by gmtime(), "
            + "localtime(), and strptime().", 9, "tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec",
            "tm_wday", "tm_yday", "tm_isdst", "tm_zone", "tm_gmtoff");

    private LocalTime() {}

    private static ZoneId zone() {
        return ZoneId.systemDefault();
    }

    /** Takes the zone from the environment variable TZ of {@code os.environ} anew. */
    static void reset(ThreadState ts) {
        PyObject posix = ts.interp.modules.get("os");
        PyObject environ = posix == null ? null
                : Attributes.lookup(ts, posix, PyStr.interned("environ"));
        PyObject name = environ == null ? null : Calls.callMethod(ts, environ,
                PyStr.interned("get"), PyStr.of("TZ"));
        if (name instanceof PyStr text && text.length() > 0) {
            TimeZone.setDefault(TimeZone.getTimeZone(zoneOf(text.toString())));
        } else {
            TimeZone.setDefault(null);
        }
    }

    /** The zone of a POSIX TZ value: a name of the database, or {@code UTC+3}-like offsets west of Greenwich. */
    private static ZoneId zoneOf(String name) {
        String plain = name.startsWith(":") ? name.substring(1) : name;
        try {
            return ZoneId.of(plain);
        } catch (DateTimeException e) {
            int i = 0;
            while (i < plain.length() && Character.isLetter(plain.charAt(i))) {
                i++;
            }
            int end = i;
            while (end < plain.length() && (Character.isDigit(plain.charAt(end))
                    || "+-".indexOf(plain.charAt(end)) >= 0)) {
                end++;
            }
            try {
                return ZoneOffset.ofHours(-Integer.parseInt(plain.substring(i, end)));
            } catch (DateTimeException | NumberFormatException bad) {
                return ZoneOffset.UTC;
            }
        }
    }

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
        return tuple(at(seconds, ZoneOffset.UTC), 0, "UTC", 0);
    }

    static PyObject local(long seconds) {
        ZonedDateTime t = at(seconds, zone());
        boolean dst = t.getZone().getRules().isDaylightSavings(t.toInstant());
        return tuple(t, dst ? 1 : 0, zoneName(dst), t.getOffset().getTotalSeconds());
    }

    private static ZonedDateTime at(long seconds, ZoneId zone) {
        try {
            return Instant.ofEpochSecond(seconds).atZone(zone);
        } catch (DateTimeException e) {
            throw Errors.overflowError("timestamp out of range for platform time_t");
        }
    }

    private static PyObject tuple(ZonedDateTime t, int dst, String zone, int offset) {
        return StructSequence.of(TYPE, PyInt.of(t.getYear()), PyInt.of(t.getMonthValue()), PyInt.of(t.getDayOfMonth()),
                PyInt.of(t.getHour()), PyInt.of(t.getMinute()), PyInt.of(t.getSecond()),
                PyInt.of(t.getDayOfWeek().getValue() - 1), PyInt.of(t.getDayOfYear()), PyInt.of(dst), PyStr.of(zone),
                PyInt.of(offset));
    }

    /** {@code mktime}: fields out of range carry over. */
    static double toSeconds(TimeFields f) {
        LocalDateTime t;
        try {
            t = LocalDateTime.of((int) f.year, 1, 1, 0, 0).plusMonths(f.month - 1L).plusDays(f.day - 1L)
                    .plusHours(f.hour).plusMinutes(f.minute).plusSeconds(f.second);
        } catch (DateTimeException e) {
            throw Errors.overflowError("mktime argument out of range");
        }
        ZonedDateTime zoned = t.atZone(zone());
        if (f.isDst == 0) {
            zoned = zoned.withLaterOffsetAtOverlap();
        }
        return zoned.toEpochSecond();
    }

    /** The abbreviated name of the zone's standard or summer time. */
    static String zoneName(boolean dst) {
        String name = TimeZone.getDefault().getDisplayName(dst, TimeZone.SHORT, java.util.Locale.ROOT);
        return name.equals("GMT") && zone().getId().equals("UTC") ? "UTC" : name;
    }

    /** Seconds east of Greenwich of the zone's standard or summer time. */
    static int offsetSeconds(boolean dst) {
        TimeZone zone = TimeZone.getDefault();
        return (zone.getRawOffset() + (dst ? zone.getDSTSavings() : 0)) / 1000;
    }

    /** The constants of the module that tell the zone. */
    static void putZone(PyDict d) {
        ZoneRules rules = zone().getRules();
        int standard = offsetSeconds(false);
        boolean hasDst = !rules.isFixedOffset() && TimeZone.getDefault().useDaylightTime();
        d.put("timezone", PyInt.of(-standard));
        d.put("altzone", PyInt.of(hasDst ? -offsetSeconds(true) : -standard));
        d.put("daylight", PyInt.of(hasDst ? 1 : 0));
        d.put("tzname", PyTuple.of(PyStr.of(zoneName(false)), PyStr.of(zoneName(hasDst))));
    }
}
