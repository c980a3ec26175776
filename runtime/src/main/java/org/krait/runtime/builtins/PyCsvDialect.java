package org.krait.runtime.builtins;

import org.krait.objects.PyInstance;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;

/** A {@code _csv.Dialect}: how rows are written and read. */
public final class PyCsvDialect extends PyInstance {
    public static final PyType TYPE =
            PyType.builtin("_csv.Dialect", PyType.OBJECT, PyType.BASE, new CsvDialectMethodsTable());

    /** For characters that are not set. */
    static final int NOT_SET = -1;

    static final int QUOTE_MINIMAL = 0;
    static final int QUOTE_ALL = 1;
    static final int QUOTE_NONNUMERIC = 2;
    static final int QUOTE_NONE = 3;
    static final int QUOTE_STRINGS = 4;
    static final int QUOTE_NOTNULL = 5;

    int delimiter = ',';
    int quoteChar = '"';
    int escapeChar = NOT_SET;
    PyStr lineTerminator;
    int quoting = QUOTE_MINIMAL;
    boolean doubleQuote = true;
    boolean skipInitialSpace;
    boolean strict;

    PyCsvDialect(PyType type) {
        super(type);
    }
}
