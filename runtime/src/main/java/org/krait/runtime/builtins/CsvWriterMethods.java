package org.krait.runtime.builtins;

import org.krait.objects.PyObject;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Iteration;

/** The methods of {@code _csv.writer}. */
@BuiltinType(
        base = ObjectMethods.class,
        doc = "CSV writer\n\nWriter objects are responsible for generating tabular data\nin CSV format from sequence"
                + " input.\n")
public final class CsvWriterMethods {
    private CsvWriterMethods() {}

    @Builtin(
            value = "writerow(self, row, /)",
            doc = "writerow(iterable)\n\nConstruct and write a CSV record from an iterable of fields.  Non-string\n"
                    + "elements will be converted to string.")
    static PyObject writeRow(ThreadState ts, PyCsvWriter self, PyObject row) {
        return self.writeRow(ts, row);
    }

    @Builtin(
            value = "writerows(self, rows, /)",
            doc = "writerows(iterable of iterables)\n\nConstruct and write a series of iterables to a csv file."
                    + "  Non-string\nelements will be converted to string.")
    static void writeRows(ThreadState ts, PyCsvWriter self, PyObject rows) {
        PyObject iterator = Iteration.iter(ts, rows);
        PyObject row;
        try {
            while ((row = Iteration.next(ts, iterator)) != null) {
                try {
                    Refs.drop(self.writeRow(ts, row));
                } finally {
                    Refs.drop(row);
                }
            }
        } finally {
            Refs.drop(iterator);
        }
    }

    @Attribute(value = "dialect", member = true)
    static PyObject dialect(PyCsvWriter self) {
        return self.dialect;
    }
}
