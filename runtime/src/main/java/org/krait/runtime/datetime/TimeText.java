package org.krait.runtime.datetime;

import org.krait.objects.Errors;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.builtins.Utf8;
import org.krait.runtime.imports.Imports;

/** Dates and times as text: ISO 8601, {@code ctime} and {@code strftime}. */
final class TimeText {
    private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    private TimeText() {}

    static void isoDate(StringBuilder out, PyDate date) {
        Fields.digits(out, date.year, 4);
        out.append('-');
        Fields.digits(out, date.month, 2);
        out.append('-');
        Fields.digits(out, date.day, 2);
    }

    /** A clock time to a precision: {@code auto}, {@code hours}… */
    static void isoTime(StringBuilder out, int secondOfDay, int microsecond, String precision) {
        String to = precision.equals("auto") ? microsecond == 0 ? "seconds" : "microseconds" : precision;
        int parts = switch (to) {
            case "hours" -> 1;
            case "minutes" -> 2;
            case "seconds" -> 3;
            case "milliseconds" -> 4;
            case "microseconds" -> 5;
            default -> throw Errors.valueError("Unknown timespec value");
        };
        Fields.digits(out, secondOfDay / 3600, 2);
        if (parts > 1) {
            out.append(':');
            Fields.digits(out, secondOfDay / 60 % 60, 2);
        }
        if (parts > 2) {
            out.append(':');
            Fields.digits(out, secondOfDay % 60, 2);
        }
        if (parts > 3) {
            out.append('.');
            Fields.digits(out, parts == 4 ? microsecond / 1000 : microsecond, parts == 4 ? 3 : 6);
        }
    }

    static String ctime(PyDate date, int secondOfDay) {
        StringBuilder out = new StringBuilder(DAYS[date.weekday()]).append(' ').append(MONTHS[date.month - 1])
                .append(date.day < 10 ? "  " : " ").append(date.day).append(' ');
        isoTime(out, secondOfDay, 0, "seconds");
        out.append(' ');
        Fields.digits(out, date.year, 4);
        return out.toString();
    }

    /** A {@code time.struct_time}. */
    static PyObject structTime(ThreadState ts, PyDate date, int secondOfDay, int dst) {
        int dayOfYear = Calendar.daysBeforeMonth(date.year, date.month) + date.day;
        PyObject make = Attributes.get(ts, Imports.importModule(ts, "time"), "struct_time");
        return Calls.call(ts, make, PyTuple.of(PyInt.of(date.year), PyInt.of(date.month), PyInt.of(date.day),
                PyInt.of(secondOfDay / 3600), PyInt.of(secondOfDay / 60 % 60), PyInt.of(secondOfDay % 60),
                PyInt.of(date.weekday()), PyInt.of(dayOfYear), PyInt.of(dst)));
    }

    /**
     * {@code time.strftime} with the zone and the microseconds filled in.
     *
     * @param argument what tzinfo methods are called with
     */
    static PyObject format(
            ThreadState ts, PyStr format, PyObject timeTuple, int microsecond, PyObject tzinfo, PyObject argument) {
        PyStrBuilder out = new PyStrBuilder();
        int length = format.length();
        for (int i = 0; i < length; i++) {
            int c = format.at(i);
            if (c != '%' || i + 1 == length) {
                out.append(c);
                continue;
            }
            int code = format.at(++i);
            switch (code) {
                case 'z' -> out.append(offset(ts, tzinfo, argument, ""));
                case ':' -> {
                    if (i + 1 < length && format.at(i + 1) == 'z') {
                        i++;
                        out.append(offset(ts, tzinfo, argument, ":"));
                    } else {
                        out.append("%:");
                    }
                }
                case 'Z' -> {
                    PyObject name = Offsets.name(ts, tzinfo, argument);
                    if (name != PySingleton.NONE) {
                        PyObject escaped = Calls.callMethod(ts, name, "replace", PyStr.of("%"), PyStr.of("%%"));
                        if (!(escaped instanceof PyStr text)) {
                            throw Errors.typeError("tzname.replace() did not return a string");
                        }
                        out.append(encodable(ts, text));
                    }
                }
                case 'f' -> {
                    StringBuilder digits = new StringBuilder();
                    Fields.digits(digits, microsecond, 6);
                    out.append(digits.toString());
                }
                default -> out.append('%').append(code);
            }
        }
        return Calls.callMethod(ts, Imports.importModule(ts, "time"), "strftime", out.toPyStr(), timeTuple);
    }

    private static String offset(ThreadState ts, PyObject tzinfo, PyObject argument, String separator) {
        StringBuilder out = new StringBuilder();
        Offsets.show(out, Offsets.utcOffset(ts, tzinfo, argument), separator);
        return out.toString();
    }

    /** The text; UnicodeEncodeError when UTF-8 cannot say it. */
    private static PyStr encodable(ThreadState ts, PyStr text) {
        Utf8.encode(ts, text, "strict");
        return text;
    }

    /** The end of a repr, with fold and tzinfo where they are not the usual ones. */
    static PyObject withFoldAndZone(ThreadState ts, StringBuilder repr, int fold, PyObject tzinfo) {
        if (fold != 0) {
            repr.append(", fold=").append(fold);
        }
        PyStrBuilder out = new PyStrBuilder().append(repr.toString());
        if (tzinfo != PySingleton.NONE) {
            out.append(", tzinfo=").append(org.krait.runtime.Texts.repr(ts, tzinfo));
        }
        return out.append(')').toPyStr();
    }
}
