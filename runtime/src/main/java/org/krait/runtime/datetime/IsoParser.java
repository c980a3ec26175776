package org.krait.runtime.datetime;

import org.krait.objects.Errors;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.runtime.Texts;

/** Parses ISO 8601 dates and times, as much of the standard as {@code fromisoformat} knows. */
final class IsoParser {
    private static final int[] FRACTION_FACTOR = {100000, 10000, 1000, 100, 10, 1};

    private final PyStr text;
    /** Year, month, day; valid or not. */
    final int[] date = new int[3];
    /** Hour, minute, second, microsecond; valid or not. */
    final int[] time = new int[4];
    private boolean hasZone;
    private final int[] zone = new int[4];
    private int zoneSign;

    IsoParser(PyStr text) {
        this.text = text;
    }

    /** The str of an argument. */
    static PyStr textOf(PyObject o) {
        if (o instanceof PyStr text) {
            return text;
        }
        throw Errors.typeError("fromisoformat: argument must be str");
    }

    private RuntimeException invalid(ThreadState ts) {
        return Errors.valueError("Invalid isoformat string: " + Texts.repr(ts, text));
    }

    /** The whole text as a date. */
    IsoParser date(ThreadState ts) {
        int length = text.length();
        if (length != 7 && length != 8 && length != 10 || !isDate(length)) {
            throw invalid(ts);
        }
        return this;
    }

    /** The whole text as a time, with or without T before it. */
    IsoParser time(ThreadState ts) {
        if (!isTime(at(0) == 'T' ? 1 : 0)) {
            throw invalid(ts);
        }
        return this;
    }

    /** The whole text as a date, or a date, any character and a time. */
    IsoParser datetime(ThreadState ts) {
        int length = text.length();
        if (length < 7) {
            throw invalid(ts);
        }
        int separator = separator(length);
        if (!isDate(separator) || length - separator > 1 && !isTime(separator + 1)) {
            throw invalid(ts);
        }
        return this;
    }

    /** The zone that was read: a timezone or None. */
    PyObject tzinfo(ThreadState ts) {
        if (!hasZone) {
            return PySingleton.NONE;
        }
        long seconds = zoneSign * (zone[0] * 3600L + zone[1] * 60 + zone[2]);
        return PyTimezone.of(ts, PyDelta.of(0, seconds, (long) zoneSign * zone[3]), null);
    }

    private int at(int index) {
        return index < text.length() ? text.at(index) : 0;
    }

    private boolean isDigit(int index) {
        int c = at(index);
        return c >= '0' && c <= '9';
    }

    /** The number that {@code count} digits make; -1 when there are not as many. */
    private int digits(int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            if (!isDigit(i)) {
                return -1;
            }
            value = value * 10 + text.at(i) - '0';
        }
        return value;
    }

    /** Where the date of a datetime ends. */
    private int separator(int length) {
        if (length == 7) {
            return 7;
        }
        if (at(4) == '-') {
            if (at(5) != 'W') {
                return 10;
            }
            if (length > 8 && at(8) == '-') {
                if (length == 9) {
                    return -1;
                }
                // YYYY-Www-## may be a week, a hyphen and an hour, or a day and a digit as separator: the first.
                return length > 10 && isDigit(10) ? 8 : 10;
            }
            return 8;
        }
        if (at(4) != 'W') {
            return 8;
        }
        int digits = 7;
        while (digits < length && isDigit(digits)) {
            digits++;
        }
        return digits < 9 ? digits : digits % 2 == 0 ? 7 : 8;
    }

    private boolean isDate(int end) {
        date[0] = digits(0, 4);
        if (date[0] < 0) {
            return false;
        }
        int p = 4;
        boolean separated = at(p) == '-';
        if (separated) {
            p++;
        }
        if (at(p) == 'W') {
            return isWeekDate(p + 1, end, separated);
        }
        date[1] = digits(p, 2);
        p += 2;
        if (date[1] < 0 || separated && at(p++) != '-') {
            return false;
        }
        date[2] = digits(p, 2);
        return date[2] >= 0;
    }

    private boolean isWeekDate(int from, int end, boolean separated) {
        int week = digits(from, 2);
        if (week < 0) {
            return false;
        }
        int p = from + 2;
        int day = 1;
        if (p < end) {
            if (separated && at(p++) != '-') {
                return false;
            }
            day = digits(p, 1);
        }
        if (day < 0 || Calendar.isoFault(date[0], week, day) != null) {
            return false;
        }
        int ordinal = Calendar.isoOrdinal(date[0], week, day);
        if (ordinal < 1) {
            return false;
        }
        System.arraycopy(Calendar.fields(ordinal), 0, date, 0, 3);
        return true;
    }

    private boolean isTime(int from) {
        int end = text.length();
        int sign = from;
        while (sign < end && at(sign) != '+' && at(sign) != '-' && at(sign) != 'Z') {
            sign++;
        }
        if (!isClock(from, sign, time)) {
            return false;
        }
        if (sign == end) {
            return true;
        }
        hasZone = true;
        if (at(sign) == 'Z') {
            return sign + 1 == end;
        }
        zoneSign = at(sign) == '-' ? -1 : 1;
        return isClock(sign + 1, end, zone);
    }

    /** Reads {@code HH[:?MM[:?SS[{.,}f+]]]}, all of it up to {@code end}. */
    private boolean isClock(int from, int end, int[] into) {
        int p = from;
        boolean separated = true;
        for (int i = 0; i < 3; i++) {
            into[i] = p + 2 > end ? -1 : digits(p, 2);
            if (into[i] < 0) {
                return false;
            }
            p += 2;
            if (p >= end) {
                return p == end;
            }
            int c = at(p++);
            if (i == 0) {
                separated = c == ':';
            }
            if (separated && c == ':') {
                if (p >= end) {
                    return false;
                }
            } else if (c == '.' || c == ',') {
                return isFraction(p, end, into);
            } else if (!separated) {
                p--;
            } else {
                return false;
            }
        }
        return isFraction(p, end, into);
    }

    private boolean isFraction(int from, int end, int[] into) {
        int count = Math.min(end - from, 6);
        if (count < 1) {
            return false;
        }
        int value = digits(from, count);
        if (value < 0) {
            return false;
        }
        into[3] = value * FRACTION_FACTOR[count - 1];
        int p = from + count;
        while (p < end && isDigit(p)) {
            p++;
        }
        return p == end;
    }
}
