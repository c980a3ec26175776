package org.krait.runtime.datetime;

import org.krait.objects.Errors;
import org.krait.objects.PyInstance;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Calls;

/** A {@code datetime.date}. */
class PyDate extends PyInstance {
    final int year;
    final int month;
    final int day;

    /** The fields must be valid. */
    PyDate(PyType type, int year, int month, int day) {
        super(type);
        this.year = year;
        this.month = month;
        this.day = day;
    }

    /** A date that contexts share. */
    static PyDate constant(int year, int month, int day) {
        PyDate made = new PyDate(DateTimeTypes.DATE, year, month, day);
        Refs.immortalize(made);
        return made;
    }

    /** A new instance of a class, which is called when it is not {@code date} itself. */
    static PyObject of(ThreadState ts, PyType type, int year, int month, int day) {
        if (type != DateTimeTypes.DATE) {
            return Calls.call(ts, type, PyInt.of(year), PyInt.of(month), PyInt.of(day));
        }
        Calendar.checkDate(year, month, day);
        return new PyDate(type, year, month, day);
    }

    /** As {@link #of} from an ordinal. */
    static PyObject ofOrdinal(ThreadState ts, PyType type, long ordinal) {
        int[] fields = fields(ordinal);
        return of(ts, type, fields[0], fields[1], fields[2]);
    }

    /** Year, month and day of an ordinal; OverflowError when it has none. */
    static int[] fields(long ordinal) {
        if (ordinal < 1 || ordinal > Calendar.MAX_ORDINAL) {
            throw Errors.overflowError("date value out of range");
        }
        return Calendar.fields((int) ordinal);
    }

    final int ordinal() {
        return Calendar.ordinal(year, month, day);
    }

    final int weekday() {
        return Calendar.weekday(year, month, day);
    }

    final int compareDate(PyDate other) {
        if (year != other.year) {
            return Integer.compare(year, other.year);
        }
        return month != other.month ? Integer.compare(month, other.month) : Integer.compare(day, other.day);
    }

    /** The bytes of which pickles and hashes are made. */
    byte[] state() {
        return new byte[] {(byte) (year >> 8), (byte) year, (byte) month, (byte) day};
    }
}
