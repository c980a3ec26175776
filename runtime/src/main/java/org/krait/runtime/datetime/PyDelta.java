package org.krait.runtime.datetime;

import java.math.BigInteger;
import org.krait.objects.Errors;
import org.krait.objects.PyException;
import org.krait.objects.PyInstance;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Calls;

/** A {@code datetime.timedelta}: normalized, so that 0 <= seconds < 86400 and 0 <= microseconds < 1000000. */
final class PyDelta extends PyInstance {
    static final int MAX_DAYS = 999999999;
    static final BigInteger MICROS_PER_SECOND = BigInteger.valueOf(1_000_000);
    static final BigInteger MICROS_PER_DAY = BigInteger.valueOf(86_400_000_000L);
    static final PyDelta ZERO = constant(0, 0, 0);

    final int days;
    final int seconds;
    final int microseconds;

    private PyDelta(PyType type, int days, int seconds, int microseconds) {
        super(type);
        this.days = days;
        this.seconds = seconds;
        this.microseconds = microseconds;
    }

    /** A timedelta that contexts share. */
    static PyDelta constant(int days, int seconds, int microseconds) {
        PyDelta made = new PyDelta(DateTimeTypes.DELTA, days, seconds, microseconds);
        Refs.immortalize(made);
        return made;
    }

    /** A timedelta of normalized fields; OverflowError for too many days. */
    static PyDelta exact(PyType type, int days, int seconds, int microseconds) {
        if (days < -MAX_DAYS || days > MAX_DAYS) {
            throw tooLarge(days);
        }
        return new PyDelta(type, days, seconds, microseconds);
    }

    private static PyException tooLarge(int days) {
        return Errors.overflowError("days=" + days + "; must have magnitude <= " + MAX_DAYS);
    }

    /** A timedelta of fields that are to be normalized. */
    static PyDelta of(long days, long seconds, long microseconds) {
        long s = seconds + Math.floorDiv(microseconds, 1_000_000L);
        long d = days + Math.floorDiv(s, 86_400L);
        if ((int) d != d) {
            throw Errors.overflowError("date value out of range");
        }
        return exact(DateTimeTypes.DELTA, (int) d, (int) Math.floorMod(s, 86_400L),
                (int) Math.floorMod(microseconds, 1_000_000L));
    }

    /** A timedelta of microseconds; an instance of {@code type}, which is called when it is a subclass. */
    static PyObject ofMicros(ThreadState ts, PyType type, BigInteger micros) {
        BigInteger[] split = micros.divideAndRemainder(MICROS_PER_DAY);
        BigInteger days = split[0];
        BigInteger rest = split[1];
        if (rest.signum() < 0) {
            days = days.subtract(BigInteger.ONE);
            rest = rest.add(MICROS_PER_DAY);
        }
        if (days.bitLength() > 31) {
            throw Errors.overflowError("Python int too large to convert to C int");
        }
        long within = rest.longValue();
        int d = days.intValue();
        int s = (int) (within / 1_000_000);
        int us = (int) (within % 1_000_000);
        if (type == DateTimeTypes.DELTA) {
            return exact(type, d, s, us);
        }
        if (d < -MAX_DAYS || d > MAX_DAYS) {
            throw tooLarge(d);
        }
        return Calls.call(ts, type, PyInt.of(d), PyInt.of(s), PyInt.of(us));
    }

    static PyDelta ofMicros(BigInteger micros) {
        return (PyDelta) ofMicros(null, DateTimeTypes.DELTA, micros);
    }

    BigInteger micros() {
        return BigInteger.valueOf(days).multiply(MICROS_PER_DAY)
                .add(BigInteger.valueOf(seconds * 1_000_000L + microseconds));
    }

    boolean isZero() {
        return days == 0 && seconds == 0 && microseconds == 0;
    }

    PyDelta negated() {
        return of(-(long) days, -(long) seconds, -(long) microseconds);
    }

    PyDelta plus(PyDelta other) {
        return of((long) days + other.days, (long) seconds + other.seconds, (long) microseconds + other.microseconds);
    }

    PyDelta minus(PyDelta other) {
        return of((long) days - other.days, (long) seconds - other.seconds, (long) microseconds - other.microseconds);
    }

    int compareTo(PyDelta other) {
        if (days != other.days) {
            return Integer.compare(days, other.days);
        }
        return seconds != other.seconds
                ? Integer.compare(seconds, other.seconds)
                : Integer.compare(microseconds, other.microseconds);
    }

    /** True when it may be an offset from UTC: strictly between -24 and 24 hours. */
    boolean isOffset() {
        return days == 0 || days == -1 && (seconds != 0 || microseconds != 0);
    }
}
