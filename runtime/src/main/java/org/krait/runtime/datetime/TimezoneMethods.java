package org.krait.runtime.datetime;

import org.krait.objects.Errors;
import org.krait.objects.PyBool;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Texts;

/** The methods of {@code datetime.timezone}. */
@BuiltinType(base = TzinfoMethods.class, doc = "Fixed offset from UTC implementation of tzinfo.")
final class TimezoneMethods {
    private static final String[] NAMES = {"offset", "name"};

    private TimezoneMethods() {}

    @Builtin("__new__(type, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        PyObject[] given = Fields.bind("timezone()", NAMES, 1, 2, args, keywords);
        if (!(given[0] instanceof PyDelta offset)) {
            throw Errors.typeError("timezone() argument 1 must be datetime.timedelta, not "
                    + org.krait.objects.Arguments.shown(given[0]));
        }
        if (given[1] != null && !(given[1] instanceof PyStr)) {
            throw Errors.typeError("timezone() argument 2 must be str, not "
                    + org.krait.objects.Arguments.shown(given[1]));
        }
        return PyTimezone.of(ts, offset, (PyStr) given[1]);
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(ThreadState ts, PyTimezone self) {
        if (self == PyTimezone.UTC) {
            return PyStr.of("datetime.timezone.utc");
        }
        PyStrBuilder out = new PyStrBuilder().append(self.type.name()).append('(')
                .append(Texts.repr(ts, self.offset));
        if (self.name != null) {
            out.append(", ").append(Texts.repr(ts, self.name));
        }
        return out.append(')').toPyStr();
    }

    @Builtin("__str__(self, /)")
    static PyObject str(PyTimezone self) {
        return self.shown();
    }

    @Builtin("__hash__(self, /)")
    static long hash(ThreadState ts, PyTimezone self) {
        return DeltaMethods.hash(ts, self.offset);
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject equal(PyTimezone self, PyObject value) {
        return value instanceof PyTimezone other
                ? PyBool.of(self.offset.compareTo(other.offset) == 0)
                : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject notEqual(PyTimezone self, PyObject value) {
        return value instanceof PyTimezone other
                ? PyBool.of(self.offset.compareTo(other.offset) != 0)
                : PySingleton.NOT_IMPLEMENTED;
    }

    private static void check(String method, PyObject dt) {
        if (dt != PySingleton.NONE && !(dt instanceof PyDateTime)) {
            throw Errors.typeError(method + "(dt) argument must be a datetime instance or None, not "
                    + dt.type.name());
        }
    }

    @Builtin(
            value = "tzname(self, dt, /)",
            doc = "If name is specified when timezone is created, returns the name.  Otherwise returns offset as "
                    + "'UTC(+|-)HH:MM'.")
    static PyObject name(PyTimezone self, PyObject dt) {
        check("tzname", dt);
        return self.shown();
    }

    @Builtin(value = "utcoffset(self, dt, /)", doc = "Return fixed offset.")
    static PyObject utcOffset(PyTimezone self, PyObject dt) {
        check("utcoffset", dt);
        return self.offset;
    }

    @Builtin(value = "dst(self, dt, /)", doc = "Return None.")
    static PyObject dst(PyTimezone self, PyObject dt) {
        check("dst", dt);
        return PySingleton.NONE;
    }

    @Builtin(value = "fromutc(self, dt, /)", doc = "datetime in UTC -> datetime in local time.")
    static PyObject fromUtc(ThreadState ts, PyTimezone self, PyObject dt) {
        if (!(dt instanceof PyDateTime time)) {
            throw Errors.typeError("fromutc: argument must be a datetime");
        }
        if (time.tzinfo != self) {
            throw Errors.valueError("fromutc: dt.tzinfo is not self");
        }
        return time.plus(ts, self.offset, 1);
    }

    @Builtin(value = "__getinitargs__(self, /)", doc = "pickle support")
    static PyObject initArguments(PyTimezone self) {
        return self.name == null ? PyTuple.of(self.offset) : PyTuple.of(self.offset, self.name);
    }
}
