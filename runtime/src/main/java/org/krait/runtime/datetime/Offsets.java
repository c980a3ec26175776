package org.krait.runtime.datetime;

import org.krait.objects.Errors;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.runtime.Calls;

/** What tzinfo objects answer, checked; and offsets as text. */
final class Offsets {
    private Offsets() {}

    /** {@code tzinfo.utcoffset(time)}; null for None. */
    static PyDelta utcOffset(ThreadState ts, PyObject tzinfo, PyObject time) {
        return offset(ts, tzinfo, "utcoffset", time);
    }

    /** {@code tzinfo.dst(time)}; null for None. */
    static PyDelta dst(ThreadState ts, PyObject tzinfo, PyObject time) {
        return offset(ts, tzinfo, "dst", time);
    }

    private static PyDelta offset(ThreadState ts, PyObject tzinfo, String method, PyObject time) {
        if (tzinfo == PySingleton.NONE) {
            return null;
        }
        PyObject answer = Calls.callMethod(ts, tzinfo, method, time);
        if (answer == PySingleton.NONE) {
            return null;
        }
        if (!(answer instanceof PyDelta delta)) {
            throw Errors.typeError("tzinfo." + method + "() must return None or a timedelta, not '"
                    + answer.type.name() + "'");
        }
        if (!delta.isOffset()) {
            throw Errors.valueError("offset must be a timedelta strictly between -timedelta(hours=24) and "
                    + "timedelta(hours=24).");
        }
        return delta;
    }

    /** {@code tzinfo.tzname(time)}: a str or None. */
    static PyObject name(ThreadState ts, PyObject tzinfo, PyObject time) {
        if (tzinfo == PySingleton.NONE) {
            return tzinfo;
        }
        PyObject name = Calls.callMethod(ts, tzinfo, "tzname", time);
        if (name != PySingleton.NONE && !(name instanceof PyStr)) {
            throw Errors.typeError("tzinfo.tzname() must return None or a string, not '" + name.type.name() + "'");
        }
        return name;
    }

    /** The value, or None for null. */
    static PyObject orNone(PyObject value) {
        return value == null ? PySingleton.NONE : value;
    }

    /** {@code +hh:mm[:ss[.ffffff]]}; nothing for null. */
    static void show(StringBuilder out, PyDelta offset, String separator) {
        if (offset == null) {
            return;
        }
        PyDelta size = offset.days < 0 ? offset.negated() : offset;
        out.append(offset.days < 0 ? '-' : '+');
        Fields.digits(out, size.seconds / 3600, 2);
        out.append(separator);
        Fields.digits(out, size.seconds / 60 % 60, 2);
        int seconds = size.seconds % 60;
        if (seconds != 0 || size.microseconds != 0) {
            out.append(separator);
            Fields.digits(out, seconds, 2);
        }
        if (size.microseconds != 0) {
            out.append('.');
            Fields.digits(out, size.microseconds, 6);
        }
    }
}
