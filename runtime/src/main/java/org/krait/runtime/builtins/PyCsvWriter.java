package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyComplex;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.runtime.Calls;
import org.krait.runtime.Iteration;

/** A {@code _csv.writer}: writes rows as lines. */
public final class PyCsvWriter extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("_csv.writer", PyType.OBJECT, PyType.NO_NEW, new CsvWriterMethodsTable());

    private final PyObject write;
    final PyCsvDialect dialect;

    PyCsvWriter(PyObject write, PyCsvDialect dialect) {
        super(TYPE);
        this.write = write;
        this.dialect = dialect;
        Refs.incRef(write);
        Refs.incRef(dialect);
    }

    /** Writes a row; gives what the write function returned. */
    PyObject writeRow(ThreadState ts, PyObject row) {
        // The end of the iterator is not the end of the caller's row.
        Refs.incRef(row);
        try {
            return write(ts, row);
        } finally {
            Refs.release(row);
        }
    }

    private PyObject write(ThreadState ts, PyObject row) {
        PyObject iterator;
        try {
            iterator = Iteration.iter(ts, row);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.TYPE_ERROR)) {
                e.swallow();
                throw CsvModule.error("iterable expected, not " + row.type.name());
            }
            throw e;
        }
        PyStrBuilder line = new PyStrBuilder();
        int count = 0;
        PyObject field;
        try {
            while ((field = Iteration.next(ts, iterator)) != null) {
                if (count++ > 0) {
                    line.append(dialect.delimiter);
                }
                append(line, text(ts, field), isQuoted(field));
                Refs.drop(field);
            }
        } finally {
            Refs.drop(iterator);
        }
        if (count > 0 && line.length() == 0) {
            if (dialect.quoting == PyCsvDialect.QUOTE_NONE) {
                throw CsvModule.error("single empty field record must be quoted");
            }
            append(line, PyStr.EMPTY, true);
        }
        line.append(dialect.lineTerminator);
        return Calls.call(ts, write, line.toPyStr());
    }

    private boolean isQuoted(PyObject field) {
        return switch (dialect.quoting) {
            case PyCsvDialect.QUOTE_ALL -> true;
            case PyCsvDialect.QUOTE_NONNUMERIC -> !isNumber(field);
            case PyCsvDialect.QUOTE_STRINGS -> field instanceof PyStr;
            case PyCsvDialect.QUOTE_NOTNULL -> field != PySingleton.NONE;
            default -> false;
        };
    }

    /** As {@code PyNumber_Check}. */
    private static boolean isNumber(PyObject o) {
        return o.type.has(Special.INDEX) || o.type.has(Special.INT) || o.type.has(Special.FLOAT)
                || o instanceof PyComplex;
    }

    private static PyStr text(ThreadState ts, PyObject field) {
        if (field instanceof PyStr text) {
            return text;
        }
        if (field == PySingleton.NONE) {
            return PyStr.EMPTY;
        }
        if (field.type.slots().str(ts, field) instanceof PyStr text) {
            return text;
        }
        throw Errors.typeError("__str__ returned non-string");
    }

    private void append(PyStrBuilder line, PyStr text, boolean always) {
        PyStrBuilder field = new PyStrBuilder(text.length() + 2);
        boolean quoted = always;
        for (int i = 0; i < text.length(); i++) {
            int c = text.at(i);
            if (isSpecial(c)) {
                boolean escaped = dialect.quoting == PyCsvDialect.QUOTE_NONE;
                if (!escaped) {
                    if (c == dialect.quoteChar) {
                        escaped = !dialect.doubleQuote;
                        if (!escaped) {
                            field.append(c);
                        }
                    } else {
                        escaped = c == dialect.escapeChar;
                    }
                    quoted |= !escaped;
                }
                if (escaped) {
                    if (dialect.escapeChar == PyCsvDialect.NOT_SET) {
                        throw CsvModule.error("need to escape, but no escapechar set");
                    }
                    field.append(dialect.escapeChar);
                }
            }
            field.append(c);
        }
        if (quoted) {
            line.append(dialect.quoteChar);
        }
        line.append(field.toPyStr());
        if (quoted) {
            line.append(dialect.quoteChar);
        }
    }

    private boolean isSpecial(int c) {
        if (c == dialect.delimiter || c == dialect.escapeChar || c == dialect.quoteChar) {
            return true;
        }
        PyStr terminator = dialect.lineTerminator;
        for (int i = 0; i < terminator.length(); i++) {
            if (terminator.at(i) == c) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(write);
        Refs.decRef(dialect);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        visitor.visit(write);
        visitor.visit(dialect);
    }
}
