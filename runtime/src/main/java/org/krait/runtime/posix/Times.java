package org.krait.runtime.posix;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.krait.objects.Errors;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;
import org.krait.runtime.builtins.Protocol;

/** Time arguments: seconds as int or float. */
public final class Times {
    private static final long SECOND = 1_000_000_000L;

    private Times() {}

    /** Nanoseconds of an argument in seconds, rounded down. */
    static long nanos(ThreadState ts, PyObject seconds) {
        return nanos(ts, seconds, RoundingMode.FLOOR);
    }

    /** Nanoseconds of a timeout in seconds, rounded up so that nobody wakes too early. */
    public static long timeoutNanos(ThreadState ts, PyObject seconds) {
        return nanos(ts, seconds, RoundingMode.CEILING);
    }

    private static long nanos(ThreadState ts, PyObject seconds, RoundingMode rounding) {
        if (seconds instanceof PyFloat f) {
            if (Double.isNaN(f.value)) {
                throw Errors.valueError("Invalid value NaN (not a number)");
            }
            if (Math.abs(f.value) >= 9223372036.854775807) {
                throw Errors.overflowError("timestamp out of range for platform time_t");
            }
            return new BigDecimal(f.value).movePointRight(9).setScale(0, rounding).longValue();
        }
        if (!Protocol.isIndex(seconds)) {
            throw Errors.typeError("'" + seconds.type.name() + "' object cannot be interpreted as an integer");
        }
        PyInt i = Protocol.index(ts, seconds);
        if (!i.fitsLong() || Math.abs(i.value) > Long.MAX_VALUE / SECOND) {
            throw Errors.overflowError("timestamp out of range for platform time_t");
        }
        return i.value * SECOND;
    }
}
