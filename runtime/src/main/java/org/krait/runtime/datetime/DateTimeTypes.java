package org.krait.runtime.datetime;

import org.krait.objects.BuiltinTable;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;

/** The classes of {@code _datetime}, apart from the Java classes of their instances, which are loaded on first use. */
public final class DateTimeTypes {
    static final PyType DELTA = PyType.builtin("datetime.timedelta", PyType.OBJECT, PyType.BASE);
    static final PyType DATE = PyType.builtin("datetime.date", PyType.OBJECT, PyType.BASE);
    static final PyType DATETIME = PyType.builtin("datetime.datetime", DATE, PyType.BASE);
    static final PyType TIME = PyType.builtin("datetime.time", PyType.OBJECT, PyType.BASE);
    static final PyType TZINFO = PyType.builtin("datetime.tzinfo", PyType.OBJECT, PyType.BASE);
    static final PyType TIMEZONE = PyType.builtin("datetime.timezone", TZINFO, 0);
    static final PyType ISO_CALENDAR_DATE = PyType.builtin("datetime.IsoCalendarDate", PyTuple.TYPE, 0);

    private DateTimeTypes() {}

    /** A new table of a class of the module, by its name without the module; null when there is none. */
    public static BuiltinTable table(String name) {
        return switch (name) {
            case "timedelta" -> new DeltaTable();
            case "date" -> new DateTable();
            case "datetime" -> new DateTimeTable();
            case "time" -> new TimeTable();
            case "tzinfo" -> new TzinfoMethodsTable();
            case "timezone" -> new TimezoneTable();
            case "IsoCalendarDate" -> new IsoCalendarDateMethodsTable();
            default -> null;
        };
    }
}
