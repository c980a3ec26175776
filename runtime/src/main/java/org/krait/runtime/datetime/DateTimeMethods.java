package org.krait.runtime.datetime;

import org.krait.objects.Arguments;
import org.krait.objects.CompareOp;
import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.Mutations;
import org.krait.objects.PyBytes;
import org.krait.objects.PyFloat;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Calls;
import org.krait.runtime.Warnings;
import org.krait.runtime.imports.Imports;
import org.krait.runtime.snapshot.Capture;

/** The methods of {@code datetime.datetime}. */
@BuiltinType(
        base = DateMethods.class,
        doc = "datetime(year, month, day[, hour[, minute[, second[, microsecond[,tzinfo]]]]])\n\nThe year, month and "
                + "day arguments are required. tzinfo may be None, or an\ninstance of a tzinfo subclass. The remaining "
                + "arguments may be ints.\n")
final class DateTimeMethods {
    private static final String[] NAMES = {
        "year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo", "fold"
    };
    private static final String[] COMBINE_NAMES = {"date", "time", "tzinfo"};
    private static final String[] STAMP_NAMES = {"timestamp", "tz"};

    private DateTimeMethods() {}

    @Builtin("__new__(type, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        byte[] state = PickledState.of(args, keywords, "datetime", 10, 2, 1, 12);
        if (state != null) {
            int fold = PickledState.takeFold(state, 2);
            int[] date = {PickledState.number(state, 0, 2), state[2], state[3] & 0xff};
            int[] time = {state[4] & 0xff, state[5] & 0xff, state[6] & 0xff, PickledState.number(state, 7, 3)};
            return new PyDateTime(type, date, time, fold, PickledState.tzinfo(args));
        }
        PyObject[] given = Fields.bind("function", NAMES, 3, 8, args, keywords);
        int[] date = new int[3];
        int[] time = new int[4];
        fields(ts, given, date, time);
        int fold = Fields.toInt(ts, given[8], 0);
        Calendar.checkDate(date[0], date[1], date[2]);
        Calendar.checkTime(time[0], time[1], time[2], time[3], fold);
        return new PyDateTime(type, date, time, fold, Fields.tzinfo(given[7]));
    }

    /** Replaces what was given. */
    private static void fields(ThreadState ts, PyObject[] given, int[] date, int[] time) {
        for (int i = 0; i < 7; i++) {
            int[] to = i < 3 ? date : time;
            int at = i < 3 ? i : i - 3;
            to[at] = Fields.toInt(ts, given[i], to[at]);
        }
    }

    @Builtin(
            value = "now(type, /, tz=None)",
            kind = Builtin.Kind.CLASS_METHOD,
            doc = "Returns new datetime object representing current time local to tz.\n\n  tz\n    Timezone object.\n\n"
                    + "If no tz is specified, uses local timezone.")
    static PyObject now(ThreadState ts, PyType type, PyObject tz) {
        PyObject zone = Fields.tzinfo(tz);
        PyObject now = LocalClock.datetime(ts, type, stampNow(), zone != PySingleton.NONE, zone);
        return zone == PySingleton.NONE ? now : Calls.callMethod(ts, zone, "fromutc", now);
    }

    private static LocalClock.Stamp stampNow() {
        if (Mutations.WATCHED) {
            Capture.asksInVain("asks for the time", "_datetime.datetime.now");
        }
        java.time.Instant now = java.time.Instant.now();
        return new LocalClock.Stamp(now.getEpochSecond(), now.getNano() / 1000);
    }

    @Builtin(
            value = "utcnow(type, /)",
            kind = Builtin.Kind.CLASS_METHOD,
            doc = "Return a new datetime representing UTC day and time.")
    static PyObject utcNow(ThreadState ts, PyType type) {
        Warnings.warn(ts, ExceptionTypes.DEPRECATION_WARNING,
                "datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. Use "
                        + "timezone-aware objects to represent datetimes in UTC: datetime.datetime.now(datetime.UTC).");
        return LocalClock.datetime(ts, type, stampNow(), true, PySingleton.NONE);
    }

    @Builtin(
            value = "fromtimestamp(type, *args, **kwargs)",
            kind = Builtin.Kind.CLASS_METHOD,
            doc = "timestamp[, tz] -> tz's local time from POSIX timestamp.")
    static PyObject fromTimestamp(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        PyObject[] given = Fields.bind("fromtimestamp()", STAMP_NAMES, 1, 2, args, keywords);
        PyObject zone = Fields.tzinfo(given[1]);
        PyObject made = LocalClock.datetime(ts, type, LocalClock.stamp(ts, given[0]), zone != PySingleton.NONE, zone);
        return zone == PySingleton.NONE ? made : Calls.callMethod(ts, zone, "fromutc", made);
    }

    @Builtin(
            value = "utcfromtimestamp(type, timestamp, /)",
            kind = Builtin.Kind.CLASS_METHOD,
            doc = "Construct a naive UTC datetime from a POSIX timestamp.")
    static PyObject utcFromTimestamp(ThreadState ts, PyType type, PyObject timestamp) {
        Warnings.warn(ts, ExceptionTypes.DEPRECATION_WARNING,
                "datetime.datetime.utcfromtimestamp() is deprecated and scheduled for removal in a future version. Use"
                        + " timezone-aware objects to represent datetimes in UTC: datetime.datetime.fromtimestamp("
                        + "timestamp, datetime.UTC).");
        return LocalClock.datetime(ts, type, LocalClock.stamp(ts, timestamp), true, PySingleton.NONE);
    }

    @Builtin(
            value = "strptime(type, string, format, /)",
            kind = Builtin.Kind.CLASS_METHOD,
            doc = "string, format -> new datetime parsed from a string (like time.strptime()).")
    static PyObject strptime(ThreadState ts, PyType type, PyObject string, PyObject format) {
        Arguments.check(string, PyStr.TYPE, "strptime", "argument 1");
        Arguments.check(format, PyStr.TYPE, "strptime", "argument 2");
        return Calls.callMethod(ts, Imports.importModule(ts, "_strptime"), "_strptime_datetime", type, string, format);
    }

    @Builtin(
            value = "combine(type, *args, **kwargs)",
            kind = Builtin.Kind.CLASS_METHOD,
            doc = "date, time -> datetime with same date and time fields")
    static PyObject combine(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        PyObject[] given = Fields.bind("combine()", COMBINE_NAMES, 2, 3, args, keywords);
        PyDate date = (PyDate) Arguments.check(given[0], DateTimeTypes.DATE, "combine", "argument 1");
        PyTime time = (PyTime) Arguments.check(given[1], DateTimeTypes.TIME, "combine", "argument 2");
        return PyDateTime.of(ts, type, new int[] {date.year, date.month, date.day},
                new int[] {time.hour, time.minute, time.second, time.microsecond}, time.fold,
                given[2] == null ? time.tzinfo : Fields.tzinfo(given[2]));
    }

    @Builtin(
            value = "fromisoformat(type, text, /)",
            kind = Builtin.Kind.CLASS_METHOD,
            doc = "string -> datetime from a string in most ISO 8601 formats")
    static PyObject fromIsoFormat(ThreadState ts, PyType type, PyObject text) {
        IsoParser parsed = new IsoParser(IsoParser.textOf(text)).datetime(ts);
        return PyDateTime.of(ts, type, parsed.date, parsed.time, 0, parsed.tzinfo(ts));
    }

    @Attribute("hour")
    static int hour(PyDateTime self) {
        return self.hour;
    }

    @Attribute("minute")
    static int minute(PyDateTime self) {
        return self.minute;
    }

    @Attribute("second")
    static int second(PyDateTime self) {
        return self.second;
    }

    @Attribute("microsecond")
    static int microsecond(PyDateTime self) {
        return self.microsecond;
    }

    @Attribute("tzinfo")
    static PyObject tzinfo(PyDateTime self) {
        return self.tzinfo;
    }

    @Attribute("fold")
    static int fold(PyDateTime self) {
        return self.fold;
    }

    @Builtin(value = "date(self, /)", doc = "Return date object with same year, month and day.")
    static PyObject date(PyDateTime self) {
        return new PyDate(DateTimeTypes.DATE, self.year, self.month, self.day);
    }

    @Builtin(value = "time(self, /)", doc = "Return time object with same time but with tzinfo=None.")
    static PyObject time(PyDateTime self) {
        return new PyTime(DateTimeTypes.TIME, self.time(), self.fold, PySingleton.NONE);
    }

    @Builtin(value = "timetz(self, /)", doc = "Return time object with same time and tzinfo.")
    static PyObject timeWithZone(PyDateTime self) {
        return new PyTime(DateTimeTypes.TIME, self.time(), self.fold, self.tzinfo);
    }

    @Builtin(value = "ctime(self, /)", doc = "Return ctime() style string.")
    static String ctime(PyDateTime self) {
        return TimeText.ctime(self, self.secondOfDay());
    }

    @Builtin(value = "timetuple(self, /)", doc = "Return time tuple, compatible with time.localtime().")
    static PyObject timeTuple(ThreadState ts, PyDateTime self) {
        PyDelta dst = Offsets.dst(ts, self.tzinfo, self);
        return TimeText.structTime(ts, self, self.secondOfDay(), dst == null ? -1 : dst.isZero() ? 0 : 1);
    }

    @Builtin(value = "utctimetuple(self, /)", doc = "Return UTC time tuple, compatible with time.localtime().")
    static PyObject utcTimeTuple(ThreadState ts, PyDateTime self) {
        PyDelta offset = Offsets.utcOffset(ts, self.tzinfo, self);
        if (offset == null) {
            return TimeText.structTime(ts, self, self.secondOfDay(), 0);
        }
        PyDateTime exact = self.withZone(self.tzinfo);
        PyDateTime utc = (PyDateTime) exact.plus(ts, offset, -1);
        PyObject result = TimeText.structTime(ts, utc, utc.secondOfDay(), 0);
        Refs.drop(utc);
        Refs.drop(exact);
        return result;
    }

    @Builtin(value = "timestamp(self, /)", doc = "Return POSIX timestamp as float.")
    static PyObject timestamp(ThreadState ts, PyDateTime self) {
        if (self.tzinfo == PySingleton.NONE) {
            return new PyFloat(LocalClock.toUtc(ts, self) + self.microsecond / 1e6);
        }
        return DeltaMethods.totalSeconds(ts, (PyDelta) subtract(ts, self, epoch()));
    }

    private static PyDateTime epoch() {
        return new PyDateTime(DateTimeTypes.DATETIME, new int[] {1970, 1, 1}, new int[4], 0, PyTimezone.UTC);
    }

    @Builtin(
            value = "isoformat(self, sep='T', timespec='auto')",
            doc = "[sep] -> string in ISO 8601 format, YYYY-MM-DDT[HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM].\nsep is used to "
                    + "separate the year from the time, and defaults to 'T'.\nThe optional argument timespec specifies "
                    + "the number of additional terms\nof the time to include. Valid options are 'auto', 'hours', "
                    + "'minutes',\n'seconds', 'milliseconds' and 'microseconds'.\n")
    static PyObject isoFormat(ThreadState ts, PyDateTime self, PyObject sep, PyObject timespec) {
        if (sep != null && !(sep instanceof PyStr s && s.length() == 1)) {
            throw Errors.typeError("isoformat() argument 1 must be a unicode character, not "
                    + Arguments.shown(sep));
        }
        PyObject precision = Arguments.check(timespec, PyStr.TYPE, "isoformat", "argument 2");
        StringBuilder date = new StringBuilder();
        TimeText.isoDate(date, self);
        StringBuilder time = new StringBuilder();
        TimeText.isoTime(time, self.secondOfDay(), self.microsecond,
                precision == null ? "auto" : precision.toString());
        Offsets.show(time, Offsets.utcOffset(ts, self.tzinfo, self), ":");
        return new PyStrBuilder().append(date.toString()).append(sep == null ? 'T' : ((PyStr) sep).at(0))
                .append(time.toString()).toPyStr();
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(ThreadState ts, PyDateTime self) {
        StringBuilder out = new StringBuilder(self.type.name()).append('(').append(self.year);
        int shown = self.microsecond != 0 ? 7 : self.second != 0 ? 6 : 5;
        int[] fields = {self.month, self.day, self.hour, self.minute, self.second, self.microsecond};
        for (int i = 0; i < shown - 1; i++) {
            out.append(", ").append(fields[i]);
        }
        return TimeText.withFoldAndZone(ts, out, self.fold, self.tzinfo);
    }

    @Builtin("__str__(self, /)")
    static PyObject str(ThreadState ts, PyDateTime self) {
        return Calls.callMethod(ts, self, "isoformat", PyStr.of(" "));
    }

    @Builtin(value = "utcoffset(self, /)", doc = "Return self.tzinfo.utcoffset(self).")
    static PyObject utcOffset(ThreadState ts, PyDateTime self) {
        return Offsets.orNone(Offsets.utcOffset(ts, self.tzinfo, self));
    }

    @Builtin(value = "tzname(self, /)", doc = "Return self.tzinfo.tzname(self).")
    static PyObject zoneName(ThreadState ts, PyDateTime self) {
        return Offsets.name(ts, self.tzinfo, self);
    }

    @Builtin(value = "dst(self, /)", doc = "Return self.tzinfo.dst(self).")
    static PyObject dst(ThreadState ts, PyDateTime self) {
        return Offsets.orNone(Offsets.dst(ts, self.tzinfo, self));
    }

    @Builtin(value = "replace(self, *args, **kwargs)", doc = "Return datetime with new specified fields.")
    static PyObject replace(ThreadState ts, PyDateTime self, PyObject[] args, PyStr[] keywords) {
        PyObject[] given = Fields.bind("replace()", NAMES, 0, 8, args, keywords);
        int[] date = self.date();
        int[] time = self.time();
        fields(ts, given, date, time);
        int fold = Fields.toInt(ts, given[8], self.fold);
        if (fold != 0 && fold != 1) {
            throw Errors.valueError("fold must be either 0 or 1");
        }
        PyObject zone = given[7] == null ? self.tzinfo : Fields.tzinfo(given[7]);
        return PyDateTime.of(ts, self.type, date, time, fold, zone);
    }

    @Builtin(
            value = "astimezone(self, tz=None)",
            doc = "tz -> convert to local time in new timezone tz\n")
    static PyObject asTimezone(ThreadState ts, PyDateTime self, PyObject tz) {
        PyObject target = Fields.tzinfo(tz);
        PyObject own = self.tzinfo;
        PyDelta offset = null;
        if (own != PySingleton.NONE) {
            if (own == target) {
                return self;
            }
            offset = Offsets.utcOffset(ts, own, self);
        }
        if (offset == null) {
            own = LocalClock.zoneAtLocal(ts, self);
            if (own == target) {
                return self;
            }
            offset = Offsets.utcOffset(ts, own, self);
        }
        PyDateTime utc = (PyDateTime) self.plus(ts, offset, -1);
        if (target == PySingleton.NONE) {
            target = LocalClock.zone(ts, LocalClock.seconds(utc));
        }
        PyObject there = new PyDateTime(utc.type, utc.date(), utc.time(), 0, target);
        Refs.drop(utc);
        if (own != self.tzinfo) {
            Refs.drop(own);
        }
        PyObject result = Calls.callMethod(ts, target, "fromutc", there);
        Refs.dropKeeping(there, result);
        return result;
    }

    @Builtin(value = "__reduce_ex__(self, protocol, /)", doc = "__reduce_ex__(proto) -> (cls, state)")
    static PyObject reduceEx(PyDateTime self, int protocol) {
        return PickledState.reduce(self.type, self.state(), 2, self.fold, protocol, self.tzinfo);
    }

    @Builtin(value = "__reduce__(self, /)", doc = "__reduce__() -> (cls, state)")
    static PyObject reduce(PyDateTime self) {
        return reduceEx(self, 2);
    }

    @Builtin("__hash__(self, /)")
    static long hash(ThreadState ts, PyDateTime self) {
        PyDelta offset = self.tzinfo == PySingleton.NONE
                ? null
                : Offsets.utcOffset(ts, self.tzinfo, self.fold == 0 ? self : self.withFold(0));
        return offset == null
                ? new PyBytes(self.state()).hash()
                : Equality.hash(ts, self.sinceYear1().minus(offset));
    }

    @Builtin("__add__(self, value, /)")
    static PyObject add(ThreadState ts, PyDateTime self, PyObject value) {
        return value instanceof PyDelta delta ? self.plus(ts, delta, 1) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__radd__(self, value, /)")
    static PyObject reflectedAdd(ThreadState ts, PyDateTime self, PyObject value) {
        return add(ts, self, value);
    }

    @Builtin("__sub__(self, value, /)")
    static PyObject subtract(ThreadState ts, PyDateTime self, PyObject value) {
        if (value instanceof PyDelta delta) {
            return self.plus(ts, delta, -1);
        }
        if (!(value instanceof PyDateTime other)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        PyDelta ours = null;
        PyDelta theirs = null;
        if (self.tzinfo != other.tzinfo) {
            ours = Offsets.utcOffset(ts, self.tzinfo, self);
            theirs = Offsets.utcOffset(ts, other.tzinfo, other);
            if (ours == null != (theirs == null)) {
                throw Errors.typeError("can't subtract offset-naive and offset-aware datetimes");
            }
        }
        PyDelta difference = self.sinceYear1().minus(other.sinceYear1());
        return ours == null ? difference : difference.minus(ours.minus(theirs));
    }

    @Builtin("__rsub__(self, value, /)")
    static PyObject reflectedSubtract(ThreadState ts, PyDateTime self, PyObject value) {
        return value instanceof PyDateTime other ? subtract(ts, other, self) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__lt__(self, value, /)")
    static PyObject lessThan(ThreadState ts, PyDateTime self, PyObject value) {
        return Comparing.datetimes(ts, CompareOp.LT, self, value);
    }

    @Builtin("__le__(self, value, /)")
    static PyObject lessOrEqual(ThreadState ts, PyDateTime self, PyObject value) {
        return Comparing.datetimes(ts, CompareOp.LE, self, value);
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject equal(ThreadState ts, PyDateTime self, PyObject value) {
        return Comparing.datetimes(ts, CompareOp.EQ, self, value);
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject notEqual(ThreadState ts, PyDateTime self, PyObject value) {
        return Comparing.datetimes(ts, CompareOp.NE, self, value);
    }

    @Builtin("__gt__(self, value, /)")
    static PyObject greaterThan(ThreadState ts, PyDateTime self, PyObject value) {
        return Comparing.datetimes(ts, CompareOp.GT, self, value);
    }

    @Builtin("__ge__(self, value, /)")
    static PyObject greaterOrEqual(ThreadState ts, PyDateTime self, PyObject value) {
        return Comparing.datetimes(ts, CompareOp.GE, self, value);
    }
}
