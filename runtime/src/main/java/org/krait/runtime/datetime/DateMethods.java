package org.krait.runtime.datetime;

import org.krait.objects.Arguments;
import org.krait.objects.CompareOp;
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
import org.krait.runtime.imports.Imports;

/** The methods of {@code datetime.date}, those that {@code datetime} inherits included. */
@BuiltinType(base = ObjectMethods.class, doc = "date(year, month, day) --> date object")
final class DateMethods {
    private static final String[] NAMES = {"year", "month", "day"};
    private static final String[] ISO_NAMES = {"year", "week", "day"};

    private DateMethods() {}

    @Builtin("__new__(type, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        byte[] state = PickledState.of(args, keywords, "date", 4, 2, 1, 12);
        if (state != null) {
            return new PyDate(type, PickledState.number(state, 0, 2), state[2], state[3] & 0xff);
        }
        PyObject[] given = Fields.bind("function", NAMES, 3, 3, args, keywords);
        int year = Fields.toInt(ts, given[0], 0);
        int month = Fields.toInt(ts, given[1], 0);
        int day = Fields.toInt(ts, given[2], 0);
        Calendar.checkDate(year, month, day);
        return new PyDate(type, year, month, day);
    }

    @Builtin(
            value = "fromtimestamp(type, timestamp, /)",
            kind = Builtin.Kind.CLASS_METHOD,
            doc = "Create a date from a POSIX timestamp.\n\nThe timestamp is a number, e.g. created via time.time(), "
                    + "that is interpreted\nas local time.")
    static PyObject fromTimestamp(ThreadState ts, PyType type, PyObject timestamp) {
        return LocalClock.date(ts, type, timestamp);
    }

    @Builtin(
            value = "fromordinal(type, ordinal, /)",
            kind = Builtin.Kind.CLASS_METHOD,
            doc = "int -> date corresponding to a proleptic Gregorian ordinal.")
    static PyObject fromOrdinal(ThreadState ts, PyType type, PyObject ordinal) {
        int n = Fields.toInt(ts, ordinal, 0);
        if (n < 1) {
            throw Errors.valueError("ordinal must be >= 1");
        }
        int[] fields = Calendar.fields(n);
        return PyDate.of(ts, type, fields[0], fields[1], fields[2]);
    }

    @Builtin(
            value = "fromisoformat(type, text, /)",
            kind = Builtin.Kind.CLASS_METHOD,
            doc = "str -> Construct a date from a string in ISO 8601 format.")
    static PyObject fromIsoFormat(ThreadState ts, PyType type, PyObject text) {
        IsoParser parsed = new IsoParser(IsoParser.textOf(text)).date(ts);
        return PyDate.of(ts, type, parsed.date[0], parsed.date[1], parsed.date[2]);
    }

    @Builtin(
            value = "fromisocalendar(type, *args, **kwargs)",
            kind = Builtin.Kind.CLASS_METHOD,
            doc = "int, int, int -> Construct a date from the ISO year, week number and weekday.\n\nThis is the "
                    + "inverse of the date.isocalendar() function")
    static PyObject fromIsoCalendar(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        PyObject[] given = Fields.bind("fromisocalendar()", ISO_NAMES, 3, 3, args, keywords);
        int[] n = new int[3];
        for (int i = 0; i < 3; i++) {
            PyInt number = Arguments.toIndex(ts, given[i]);
            if (!number.fitsLong() || number.value != (int) number.value) {
                throw Errors.valueError("ISO calendar component out of range");
            }
            n[i] = (int) number.value;
        }
        Calendar.IsoFault fault = Calendar.isoFault(n[0], n[1], n[2]);
        if (fault != null) {
            throw Errors.valueError(switch (fault) {
                case YEAR -> "Year is out of range: " + n[0];
                case WEEK -> "Invalid week: " + n[1];
                case DAY -> "Invalid weekday: " + n[2] + " (range is [1, 7])";
            });
        }
        int ordinal = Calendar.isoOrdinal(n[0], n[1], n[2]);
        if (ordinal < 1) {
            throw Calendar.yearOutOfRange(0);
        }
        int[] fields = Calendar.fields(ordinal);
        return PyDate.of(ts, type, fields[0], fields[1], fields[2]);
    }

    @Builtin(
            value = "today(type, /)",
            kind = Builtin.Kind.CLASS_METHOD,
            doc = "Current date or datetime:  same as self.__class__.fromtimestamp(time.time()).")
    static PyObject today(ThreadState ts, PyType type) {
        PyObject now = Calls.callMethod(ts, Imports.importModule(ts, "time"), "time");
        return Calls.callMethod(ts, type, "fromtimestamp", now);
    }

    @Attribute("year")
    static int year(PyDate self) {
        return self.year;
    }

    @Attribute("month")
    static int month(PyDate self) {
        return self.month;
    }

    @Attribute("day")
    static int day(PyDate self) {
        return self.day;
    }

    @Builtin("__repr__(self, /)")
    static String repr(PyDate self) {
        return self.type.name() + "(" + self.year + ", " + self.month + ", " + self.day + ")";
    }

    @Builtin("__str__(self, /)")
    static PyObject str(ThreadState ts, PyDate self) {
        return Calls.callMethod(ts, self, "isoformat");
    }

    @Builtin("__hash__(self, /)")
    static long hash(PyDate self) {
        return new PyBytes(self.state()).hash();
    }

    @Builtin(value = "isoformat(self, /)", doc = "Return string in ISO 8601 format, YYYY-MM-DD.")
    static String isoFormat(PyDate self) {
        StringBuilder out = new StringBuilder();
        TimeText.isoDate(out, self);
        return out.toString();
    }

    @Builtin(value = "ctime(self, /)", doc = "Return ctime() style string.")
    static String ctime(PyDate self) {
        return TimeText.ctime(self, 0);
    }

    @Builtin(value = "strftime(self, format)", doc = "format -> strftime() style string.")
    static PyObject strftime(ThreadState ts, PyDate self, PyObject format) {
        PyStr text = (PyStr) Arguments.check(format, PyStr.TYPE, "strftime", "argument 1");
        PyObject tuple = Calls.callMethod(ts, self, "timetuple");
        return self instanceof PyDateTime time
                ? TimeText.format(ts, text, tuple, time.microsecond, time.tzinfo, time)
                : TimeText.format(ts, text, tuple, 0, PySingleton.NONE, self);
    }

    @Builtin(value = "__format__(self, format, /)", doc = "Formats self with strftime.")
    static PyObject format(ThreadState ts, PyDate self, PyObject format) {
        PyStr text = (PyStr) Arguments.check(format, PyStr.TYPE, "__format__", "argument 1");
        return text.length() == 0 ? Texts.str(ts, self) : Calls.callMethod(ts, self, "strftime", text);
    }

    @Builtin(value = "timetuple(self, /)", doc = "Return time tuple, compatible with time.localtime().")
    static PyObject timeTuple(ThreadState ts, PyDate self) {
        return TimeText.structTime(ts, self, 0, -1);
    }

    @Builtin(
            value = "isocalendar(self, /)",
            doc = "Return a named tuple containing ISO year, week number, and weekday.")
    static PyObject isoCalendar(PyDate self) {
        return IsoCalendarDateMethods.of(Calendar.isoFields(self.year, self.month, self.day));
    }

    @Builtin(
            value = "isoweekday(self, /)",
            doc = "Return the day of the week represented by the date.\nMonday == 1 ... Sunday == 7")
    static int isoWeekday(PyDate self) {
        return self.weekday() + 1;
    }

    @Builtin(
            value = "weekday(self, /)",
            doc = "Return the day of the week represented by the date.\nMonday == 0 ... Sunday == 6")
    static int weekday(PyDate self) {
        return self.weekday();
    }

    @Builtin(
            value = "toordinal(self, /)",
            doc = "Return proleptic Gregorian ordinal.  January 1 of year 1 is day 1.")
    static int toOrdinal(PyDate self) {
        return self.ordinal();
    }

    @Builtin(value = "replace(self, *args, **kwargs)", doc = "Return date with new specified fields.")
    static PyObject replace(ThreadState ts, PyDate self, PyObject[] args, PyStr[] keywords) {
        PyObject[] given = Fields.bind("replace()", NAMES, 0, 3, args, keywords);
        return PyDate.of(ts, self.type, Fields.toInt(ts, given[0], self.year), Fields.toInt(ts, given[1], self.month),
                Fields.toInt(ts, given[2], self.day));
    }

    @Builtin(value = "__reduce__(self, /)", doc = "__reduce__() -> (cls, state)")
    static PyObject reduce(PyDate self) {
        return PyTuple.of(self.type, PyTuple.of(new PyBytes(self.state())));
    }

    private static PyObject shifted(ThreadState ts, PyDate self, PyDelta delta, int sign) {
        return PyDate.ofOrdinal(ts, self.type, self.ordinal() + (long) sign * delta.days);
    }

    @Builtin("__add__(self, value, /)")
    static PyObject add(ThreadState ts, PyDate self, PyObject value) {
        return value instanceof PyDelta delta && !(self instanceof PyDateTime)
                ? shifted(ts, self, delta, 1)
                : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__radd__(self, value, /)")
    static PyObject reflectedAdd(ThreadState ts, PyDate self, PyObject value) {
        return add(ts, self, value);
    }

    @Builtin("__sub__(self, value, /)")
    static PyObject subtract(ThreadState ts, PyDate self, PyObject value) {
        if (self instanceof PyDateTime || value instanceof PyDateTime) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        if (value instanceof PyDate other) {
            return PyDelta.of(self.ordinal() - other.ordinal(), 0, 0);
        }
        return value instanceof PyDelta delta ? shifted(ts, self, delta, -1) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__rsub__(self, value, /)")
    static PyObject reflectedSubtract(ThreadState ts, PyDate self, PyObject value) {
        return value instanceof PyDate other ? subtract(ts, other, self) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__lt__(self, value, /)")
    static PyObject lessThan(PyDate self, PyObject value) {
        return Comparing.dates(CompareOp.LT, self, value);
    }

    @Builtin("__le__(self, value, /)")
    static PyObject lessOrEqual(PyDate self, PyObject value) {
        return Comparing.dates(CompareOp.LE, self, value);
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject equal(PyDate self, PyObject value) {
        return Comparing.dates(CompareOp.EQ, self, value);
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject notEqual(PyDate self, PyObject value) {
        return Comparing.dates(CompareOp.NE, self, value);
    }

    @Builtin("__gt__(self, value, /)")
    static PyObject greaterThan(PyDate self, PyObject value) {
        return Comparing.dates(CompareOp.GT, self, value);
    }

    @Builtin("__ge__(self, value, /)")
    static PyObject greaterOrEqual(PyDate self, PyObject value) {
        return Comparing.dates(CompareOp.GE, self, value);
    }
}
