package org.krait.runtime.datetime;

import org.krait.objects.Errors;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.builtins.ObjectMethods;

/** The methods of {@code datetime.tzinfo}. */
@BuiltinType(base = ObjectMethods.class, doc = "Abstract base class for time zone info objects.")
final class TzinfoMethods {
    private TzinfoMethods() {}

    @Builtin("__new__(type, *args, **kwargs)")
    static PyObject make(PyType type, PyObject[] args, PyStr[] keywords) {
        return new PyTzinfo(type);
    }

    @Builtin("__init__(self, *args, **kwargs)")
    static void init(PyTzinfo self, PyObject[] args, PyStr[] keywords) {
        // Subclasses may be called with anything.
    }

    private static RuntimeException missing(String method) {
        return Errors.notImplemented("a tzinfo subclass must implement " + method + "()");
    }

    @Builtin(value = "tzname(self, dt, /)", doc = "datetime -> string name of time zone.")
    static PyObject name(PyTzinfo self, PyObject dt) {
        throw missing("tzname");
    }

    @Builtin(
            value = "utcoffset(self, dt, /)",
            doc = "datetime -> timedelta showing offset from UTC, negative values indicating West of UTC")
    static PyObject utcOffset(PyTzinfo self, PyObject dt) {
        throw missing("utcoffset");
    }

    @Builtin(value = "dst(self, dt, /)", doc = "datetime -> DST offset as timedelta positive east of UTC.")
    static PyObject dst(PyTzinfo self, PyObject dt) {
        throw missing("dst");
    }

    @Builtin(value = "fromutc(self, dt, /)", doc = "datetime in UTC -> datetime in local time.")
    static PyObject fromUtc(ThreadState ts, PyTzinfo self, PyObject dt) {
        if (!(dt instanceof PyDateTime time)) {
            throw Errors.typeError("fromutc: argument must be a datetime");
        }
        if (time.tzinfo != self) {
            throw Errors.valueError("fromutc: dt.tzinfo is not self");
        }
        PyDelta offset = Offsets.utcOffset(ts, self, time);
        if (offset == null) {
            throw Errors.valueError("fromutc: non-None utcoffset() result required");
        }
        PyDelta dst = Offsets.dst(ts, self, time);
        if (dst == null) {
            throw Errors.valueError("fromutc: non-None dst() result required");
        }
        PyObject standard = time.plus(ts, offset.minus(dst), 1);
        PyDelta then = Offsets.dst(ts, self, standard);
        if (then == null) {
            throw Errors.valueError("fromutc: tz.dst() gave inconsistent results; cannot convert");
        }
        return then.isZero() || !(standard instanceof PyDateTime local) ? standard : local.plus(ts, then, 1);
    }

    @Builtin(value = "__reduce__(self, /)", doc = "-> (cls, state)")
    static PyObject reduce(ThreadState ts, PyTzinfo self) {
        PyObject arguments = Attributes.lookup(ts, self, "__getinitargs__");
        PyObject args = arguments == null ? PyTuple.EMPTY : Calls.call(ts, arguments);
        PyObject state = Calls.callMethod(ts, self, "__getstate__");
        return PyTuple.of(self.type, args, state);
    }
}
