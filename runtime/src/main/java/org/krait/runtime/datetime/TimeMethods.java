package org.krait.runtime.datetime;

import org.krait.objects.Arguments;
import org.krait.objects.CompareOp;
import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.PyBytes;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Calls;
import org.krait.runtime.Texts;
import org.krait.runtime.builtins.ObjectMethods;

/** The methods of {@code datetime.time}. */
@BuiltinType(
        base = ObjectMethods.class,
        doc = "time([hour[, minute[, second[, microsecond[, tzinfo]]]]]) --> a time object\n\nAll arguments are "
                + "optional. tzinfo may be None, or an instance of\na tzinfo subclass. The remaining arguments may be "
                + "ints.\n")
final class TimeMethods {
    private static final String[] NAMES = {"hour", "minute", "second", "microsecond", "tzinfo", "fold"};

    private TimeMethods() {}

    @Builtin("__new__(type, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        byte[] state = PickledState.of(args, keywords, "time", 6, 0, 0, 23);
        if (state != null) {
            int fold = PickledState.takeFold(state, 0);
            int[] time = {state[0], state[1] & 0xff, state[2] & 0xff, PickledState.number(state, 3, 3)};
            return new PyTime(type, time, fold, PickledState.tzinfo(args));
        }
        PyObject[] given = Fields.bind("function", NAMES, 0, 5, args, keywords);
        int[] time = new int[4];
        for (int i = 0; i < 4; i++) {
            time[i] = Fields.toInt(ts, given[i], 0);
        }
        int fold = Fields.toInt(ts, given[5], 0);
        Calendar.checkTime(time[0], time[1], time[2], time[3], fold);
        return new PyTime(type, time, fold, Fields.tzinfo(given[4]));
    }

    @Builtin(
            value = "fromisoformat(type, text, /)",
            kind = Builtin.Kind.CLASS_METHOD,
            doc = "string -> time from a string in ISO 8601 format")
    static PyObject fromIsoFormat(ThreadState ts, PyType type, PyObject text) {
        IsoParser parsed = new IsoParser(IsoParser.textOf(text)).time(ts);
        return PyTime.of(ts, type, parsed.time, 0, parsed.tzinfo(ts));
    }

    @Attribute("hour")
    static int hour(PyTime self) {
        return self.hour;
    }

    @Attribute("minute")
    static int minute(PyTime self) {
        return self.minute;
    }

    @Attribute("second")
    static int second(PyTime self) {
        return self.second;
    }

    @Attribute("microsecond")
    static int microsecond(PyTime self) {
        return self.microsecond;
    }

    @Attribute("tzinfo")
    static PyObject tzinfo(PyTime self) {
        return self.tzinfo;
    }

    @Attribute("fold")
    static int fold(PyTime self) {
        return self.fold;
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(ThreadState ts, PyTime self) {
        StringBuilder out = new StringBuilder(self.type.name()).append('(').append(self.hour).append(", ")
                .append(self.minute);
        if (self.second != 0 || self.microsecond != 0) {
            out.append(", ").append(self.second);
        }
        if (self.microsecond != 0) {
            out.append(", ").append(self.microsecond);
        }
        return TimeText.withFoldAndZone(ts, out, self.fold, self.tzinfo);
    }

    @Builtin("__str__(self, /)")
    static PyObject str(ThreadState ts, PyTime self) {
        return Calls.callMethod(ts, self, "isoformat");
    }

    @Builtin(
            value = "isoformat(self, timespec='auto')",
            doc = "Return string in ISO 8601 format, [HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM].\n\nThe optional argument "
                    + "timespec specifies the number of additional terms\nof the time to include. Valid options are "
                    + "'auto', 'hours', 'minutes',\n'seconds', 'milliseconds' and 'microseconds'.\n")
    static String isoFormat(ThreadState ts, PyTime self, PyObject timespec) {
        PyObject precision = Arguments.check(timespec, PyStr.TYPE, "isoformat", "argument 1");
        StringBuilder out = new StringBuilder();
        TimeText.isoTime(out, self.secondOfDay(), self.microsecond,
                precision == null ? "auto" : precision.toString());
        Offsets.show(out, Offsets.utcOffset(ts, self.tzinfo, PySingleton.NONE), ":");
        return out.toString();
    }

    @Builtin(value = "strftime(self, format)", doc = "format -> strftime() style string.")
    static PyObject strftime(ThreadState ts, PyTime self, PyObject format) {
        PyStr text = (PyStr) Arguments.check(format, PyStr.TYPE, "strftime", "argument 1");
        PyObject tuple = PyTuple.of(PyInt.of(1900), PyInt.ONE, PyInt.ONE, PyInt.of(self.hour), PyInt.of(self.minute),
                PyInt.of(self.second), PyInt.ZERO, PyInt.ONE, PyInt.MINUS_ONE);
        return TimeText.format(ts, text, tuple, self.microsecond, self.tzinfo, PySingleton.NONE);
    }

    @Builtin(value = "__format__(self, format, /)", doc = "Formats self with strftime.")
    static PyObject format(ThreadState ts, PyTime self, PyObject format) {
        PyStr text = (PyStr) Arguments.check(format, PyStr.TYPE, "__format__", "argument 1");
        return text.length() == 0 ? Texts.str(ts, self) : Calls.callMethod(ts, self, "strftime", text);
    }

    @Builtin(value = "utcoffset(self, /)", doc = "Return self.tzinfo.utcoffset(self).")
    static PyObject utcOffset(ThreadState ts, PyTime self) {
        return Offsets.orNone(Offsets.utcOffset(ts, self.tzinfo, PySingleton.NONE));
    }

    @Builtin(value = "tzname(self, /)", doc = "Return self.tzinfo.tzname(self).")
    static PyObject zoneName(ThreadState ts, PyTime self) {
        return Offsets.name(ts, self.tzinfo, PySingleton.NONE);
    }

    @Builtin(value = "dst(self, /)", doc = "Return self.tzinfo.dst(self).")
    static PyObject dst(ThreadState ts, PyTime self) {
        return Offsets.orNone(Offsets.dst(ts, self.tzinfo, PySingleton.NONE));
    }

    @Builtin(value = "replace(self, *args, **kwargs)", doc = "Return time with new specified fields.")
    static PyObject replace(ThreadState ts, PyTime self, PyObject[] args, PyStr[] keywords) {
        PyObject[] given = Fields.bind("replace()", NAMES, 0, 5, args, keywords);
        int[] time = {self.hour, self.minute, self.second, self.microsecond};
        for (int i = 0; i < 4; i++) {
            time[i] = Fields.toInt(ts, given[i], time[i]);
        }
        int fold = Fields.toInt(ts, given[5], self.fold);
        if (fold != 0 && fold != 1) {
            throw Errors.valueError("fold must be either 0 or 1");
        }
        return PyTime.of(ts, self.type, time, fold, given[4] == null ? self.tzinfo : Fields.tzinfo(given[4]));
    }

    @Builtin(value = "__reduce_ex__(self, protocol, /)", doc = "__reduce_ex__(proto) -> (cls, state)")
    static PyObject reduceEx(PyTime self, int protocol) {
        return PickledState.reduce(self.type, self.state(), 0, self.fold, protocol, self.tzinfo);
    }

    @Builtin(value = "__reduce__(self, /)", doc = "__reduce__() -> (cls, state)")
    static PyObject reduce(PyTime self) {
        return reduceEx(self, 2);
    }

    @Builtin("__hash__(self, /)")
    static long hash(ThreadState ts, PyTime self) {
        PyDelta offset = self.tzinfo == PySingleton.NONE
                ? null
                : Offsets.utcOffset(ts, self.tzinfo, PySingleton.NONE);
        return offset == null
                ? new PyBytes(self.state()).hash()
                : Equality.hash(ts, self.sinceMidnight().minus(offset));
    }

    @Builtin("__lt__(self, value, /)")
    static PyObject lessThan(ThreadState ts, PyTime self, PyObject value) {
        return Comparing.times(ts, CompareOp.LT, self, value);
    }

    @Builtin("__le__(self, value, /)")
    static PyObject lessOrEqual(ThreadState ts, PyTime self, PyObject value) {
        return Comparing.times(ts, CompareOp.LE, self, value);
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject equal(ThreadState ts, PyTime self, PyObject value) {
        return Comparing.times(ts, CompareOp.EQ, self, value);
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject notEqual(ThreadState ts, PyTime self, PyObject value) {
        return Comparing.times(ts, CompareOp.NE, self, value);
    }

    @Builtin("__gt__(self, value, /)")
    static PyObject greaterThan(ThreadState ts, PyTime self, PyObject value) {
        return Comparing.times(ts, CompareOp.GT, self, value);
    }

    @Builtin("__ge__(self, value, /)")
    static PyObject greaterOrEqual(ThreadState ts, PyTime self, PyObject value) {
        return Comparing.times(ts, CompareOp.GE, self, value);
    }
}
