package org.krait.runtime.builtins;

import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code _csv.reader}. */
@BuiltinType(
        base = ObjectMethods.class,
        doc = "CSV reader\n\nReader objects are responsible for reading and parsing tabular data\nin CSV format.\n")
public final class CsvReaderMethods {
    private CsvReaderMethods() {}

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyCsvReader self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyCsvReader self) {
        return self.next(ts);
    }

    @Attribute(value = "dialect", member = true)
    static PyObject dialect(PyCsvReader self) {
        return self.dialect;
    }

    @Attribute(value = "line_num", member = true)
    static long lineNumber(PyCsvReader self) {
        return self.lineNumber;
    }
}
