package org.krait.runtime.datetime;

import org.krait.objects.PyDict;
import org.krait.objects.PyInt;
import org.krait.objects.PyModule;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.BuiltinModule;

/** The module {@code _datetime}. */
@BuiltinModule(value = "_datetime", doc = "Fast implementation of the datetime type.")
public final class DateTimeModule {
    private DateTimeModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        PyDict namespace = module.materializeDict();
        namespace.put("MINYEAR", PyInt.of(Calendar.MIN_YEAR));
        namespace.put("MAXYEAR", PyInt.of(Calendar.MAX_YEAR));
        namespace.put("UTC", PyTimezone.UTC);
        namespace.put("date", DateTimeTypes.DATE);
        namespace.put("datetime", DateTimeTypes.DATETIME);
        namespace.put("time", DateTimeTypes.TIME);
        namespace.put("timedelta", DateTimeTypes.DELTA);
        namespace.put("timezone", DateTimeTypes.TIMEZONE);
        namespace.put("tzinfo", DateTimeTypes.TZINFO);
    }
}
