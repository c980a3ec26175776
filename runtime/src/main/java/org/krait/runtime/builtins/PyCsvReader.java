package org.krait.runtime.builtins;

import org.krait.objects.PyFloat;
import org.krait.objects.PyIterator;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Iteration;

/** A {@code _csv.reader}: makes rows of lines. The parser is a machine that takes a character at a time. */
public final class PyCsvReader extends PyIterator {
    public static final PyType TYPE =
            PyType.builtin("_csv.reader", PyType.OBJECT, PyType.NO_NEW, new CsvReaderMethodsTable());

    /** What the machine takes after the last character of a line. */
    private static final int END_OF_LINE = -2;

    private enum State {
        START_RECORD, START_FIELD, ESCAPED_CHAR, IN_FIELD, IN_QUOTED_FIELD, ESCAPE_IN_QUOTED_FIELD,
        QUOTE_IN_QUOTED_FIELD, EAT_NEWLINE, AFTER_ESCAPED_NEWLINE
    }

    /** The iterator that gives the lines. */
    private final PyObject lines;
    final PyCsvDialect dialect;
    /** How many lines were read. */
    long lineNumber;
    private PyList fields = new PyList();
    private PyStrBuilder field = new PyStrBuilder();
    private boolean numeric;
    private State state = State.START_RECORD;

    PyCsvReader(PyObject lines, PyCsvDialect dialect) {
        super(TYPE);
        this.lines = lines;
        this.dialect = dialect;
        Refs.incRef(lines);
        Refs.incRef(dialect);
    }

    @Override
    public PyList next(ThreadState ts) {
        fields = new PyList();
        field = new PyStrBuilder();
        state = State.START_RECORD;
        numeric = false;
        do {
            PyObject line = Iteration.next(ts, lines);
            if (line == null) {
                if (field.length() == 0 && state != State.IN_QUOTED_FIELD) {
                    return null;
                }
                if (dialect.strict) {
                    throw CsvModule.error("unexpected end of data");
                }
                saveField(ts);
                break;
            }
            if (!(line instanceof PyStr text)) {
                throw CsvModule.error("iterator should return strings, not " + line.type.name()
                        + " (the file should be opened in text mode)");
            }
            lineNumber++;
            long limit = CsvModule.state(ts).fieldLimit;
            int length = text.length();
            for (int i = 0; i < length; i++) {
                take(ts, text.at(i), limit);
            }
            Refs.drop(line);
            take(ts, END_OF_LINE, limit);
        } while (state != State.START_RECORD);
        PyList row = fields;
        fields = new PyList();
        return row;
    }

    private void saveField(ThreadState ts) {
        PyObject text = field.toPyStr();
        field = new PyStrBuilder();
        if (numeric) {
            numeric = false;
            text = PyFloat.TYPE.slots().newInstance(ts, PyFloat.TYPE, new PyObject[] {text}, null);
        }
        fields.append(text);
    }

    private void add(int c, long limit) {
        if (field.length() >= limit) {
            throw CsvModule.error("field larger than field limit (" + limit + ")");
        }
        field.append(c);
    }

    private static boolean isLineEnd(int c) {
        return c == '\n' || c == '\r' || c == END_OF_LINE;
    }

    private void endField(ThreadState ts, int c) {
        saveField(ts);
        state = c == END_OF_LINE ? State.START_RECORD : State.EAT_NEWLINE;
    }

    private void take(ThreadState ts, int c, long limit) {
        switch (state) {
            case START_RECORD -> {
                if (c == END_OF_LINE) {
                    break;
                }
                if (isLineEnd(c)) {
                    state = State.EAT_NEWLINE;
                } else {
                    startField(ts, c, limit);
                }
            }
            case START_FIELD -> startField(ts, c, limit);
            case ESCAPED_CHAR -> {
                boolean newline = c == '\n' || c == '\r';
                add(c == END_OF_LINE ? '\n' : c, limit);
                state = newline ? State.AFTER_ESCAPED_NEWLINE : State.IN_FIELD;
            }
            case AFTER_ESCAPED_NEWLINE -> {
                if (c != END_OF_LINE) {
                    inField(ts, c, limit);
                }
            }
            case IN_FIELD -> inField(ts, c, limit);
            case IN_QUOTED_FIELD -> inQuotedField(c, limit);
            case ESCAPE_IN_QUOTED_FIELD -> {
                add(c == END_OF_LINE ? '\n' : c, limit);
                state = State.IN_QUOTED_FIELD;
            }
            case QUOTE_IN_QUOTED_FIELD -> afterQuote(ts, c, limit);
            case EAT_NEWLINE -> {
                if (c == END_OF_LINE) {
                    state = State.START_RECORD;
                } else if (!isLineEnd(c)) {
                    throw CsvModule.error("new-line character seen in unquoted field - do you need to open the file in"
                            + " universal-newline mode?");
                }
            }
        }
    }

    private void startField(ThreadState ts, int c, long limit) {
        if (isLineEnd(c)) {
            endField(ts, c);
        } else if (c == dialect.quoteChar && dialect.quoting != PyCsvDialect.QUOTE_NONE) {
            state = State.IN_QUOTED_FIELD;
        } else if (c == dialect.escapeChar) {
            state = State.ESCAPED_CHAR;
        } else if (c == ' ' && dialect.skipInitialSpace) {
            state = State.START_FIELD;
        } else if (c == dialect.delimiter) {
            saveField(ts);
            state = State.START_FIELD;
        } else {
            numeric = dialect.quoting == PyCsvDialect.QUOTE_NONNUMERIC;
            add(c, limit);
            state = State.IN_FIELD;
        }
    }

    private void inField(ThreadState ts, int c, long limit) {
        if (isLineEnd(c)) {
            endField(ts, c);
        } else if (c == dialect.escapeChar) {
            state = State.ESCAPED_CHAR;
        } else if (c == dialect.delimiter) {
            saveField(ts);
            state = State.START_FIELD;
        } else {
            add(c, limit);
            state = State.IN_FIELD;
        }
    }

    private void inQuotedField(int c, long limit) {
        if (c == END_OF_LINE) {
            return;
        }
        if (c == dialect.escapeChar) {
            state = State.ESCAPE_IN_QUOTED_FIELD;
        } else if (c == dialect.quoteChar && dialect.quoting != PyCsvDialect.QUOTE_NONE) {
            state = dialect.doubleQuote ? State.QUOTE_IN_QUOTED_FIELD : State.IN_FIELD;
        } else {
            add(c, limit);
        }
    }

    private void afterQuote(ThreadState ts, int c, long limit) {
        if (dialect.quoting != PyCsvDialect.QUOTE_NONE && c == dialect.quoteChar) {
            add(c, limit);
            state = State.IN_QUOTED_FIELD;
        } else if (c == dialect.delimiter) {
            saveField(ts);
            state = State.START_FIELD;
        } else if (isLineEnd(c)) {
            endField(ts, c);
        } else if (!dialect.strict) {
            add(c, limit);
            state = State.IN_FIELD;
        } else {
            throw CsvModule.error("'" + Character.toString(dialect.delimiter) + "' expected after '"
                    + Character.toString(dialect.quoteChar) + "'");
        }
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(lines);
        Refs.decRef(dialect);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        visitor.visit(lines);
        visitor.visit(dialect);
    }
}
