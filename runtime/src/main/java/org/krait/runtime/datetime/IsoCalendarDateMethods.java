package org.krait.runtime.datetime;

import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyStructSequence;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Texts;
import org.krait.runtime.builtins.TupleMethods;

/** The methods of {@code datetime.IsoCalendarDate}, the result of {@code date.isocalendar}. */
@BuiltinType(base = TupleMethods.class, doc = "The result of date.isocalendar() or datetime.isocalendar()\n\n"
        + "This object may be accessed either as a tuple of\n  ((year, week, weekday))\nor via the object attributes "
        + "as named in the above tuple.")
final class IsoCalendarDateMethods {
    private static final String[] NAMES = {"year", "week", "weekday"};

    private IsoCalendarDateMethods() {}

    static PyObject of(int[] fields) {
        return new PyStructSequence(DateTimeTypes.ISO_CALENDAR_DATE,
                new PyObject[] {PyInt.of(fields[0]), PyInt.of(fields[1]), PyInt.of(fields[2])}, null);
    }

    @Builtin("__new__(type, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        PyObject[] given = Fields.bind("IsoCalendarDate()", NAMES, 3, 3, args, keywords);
        int[] fields = new int[3];
        for (int i = 0; i < 3; i++) {
            fields[i] = Fields.toInt(ts, given[i], 0);
        }
        return of(fields);
    }

    @Attribute("year")
    static PyObject year(PyTuple self) {
        return self.item(0);
    }

    @Attribute("week")
    static PyObject week(PyTuple self) {
        return self.item(1);
    }

    @Attribute("weekday")
    static PyObject weekday(PyTuple self) {
        return self.item(2);
    }

    @Builtin("__repr__(self, /)")
    static String repr(ThreadState ts, PyTuple self) {
        return self.type.name() + "(year=" + Texts.repr(ts, self.item(0)) + ", week=" + Texts.repr(ts, self.item(1))
                + ", weekday=" + Texts.repr(ts, self.item(2)) + ")";
    }

    @Builtin(value = "__reduce__(self, /)", doc = "__reduce__() -> (cls, state)")
    static PyObject reduce(PyTuple self) {
        return PyTuple.of(PyTuple.TYPE, PyTuple.of(PyTuple.of(self.items.clone())));
    }
}
