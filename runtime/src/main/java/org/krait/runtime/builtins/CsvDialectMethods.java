package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Attributes;

/** The methods of {@code _csv.Dialect}. */
@BuiltinType(
        base = ObjectMethods.class,
        doc = "CSV dialect\n\nThe Dialect type records CSV parsing and generation options.\n")
public final class CsvDialectMethods {
    private static final PyStr[] NAMES = {
        PyStr.interned("delimiter"), PyStr.interned("doublequote"), PyStr.interned("escapechar"),
        PyStr.interned("lineterminator"), PyStr.interned("quotechar"), PyStr.interned("quoting"),
        PyStr.interned("skipinitialspace"), PyStr.interned("strict")
    };
    private static final int DELIMITER = 0;
    private static final int DOUBLE_QUOTE = 1;
    private static final int ESCAPE_CHAR = 2;
    private static final int LINE_TERMINATOR = 3;
    private static final int QUOTE_CHAR = 4;
    private static final int QUOTING = 5;
    private static final int SKIP_INITIAL_SPACE = 6;
    private static final int STRICT = 7;

    private CsvDialectMethods() {}

    @Builtin("__new__(cls, /, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType cls, PyObject[] args, PyStr[] keywords) {
        int given = args.length - (keywords == null ? 0 : keywords.length);
        if (args.length > NAMES.length + 1) {
            throw Errors.typeError("function takes at most " + (NAMES.length + 1) + " arguments (" + args.length
                    + " given)");
        }
        PyObject dialect = given > 0 ? args[0] : null;
        PyObject[] settings = new PyObject[NAMES.length];
        for (int i = 1; i < given; i++) {
            settings[i - 1] = args[i];
        }
        for (int k = 0; keywords != null && k < keywords.length; k++) {
            int at = keywords[k].equalTo("dialect") ? -1 : setting(keywords[k]);
            PyObject before = at < 0 ? dialect : settings[at];
            if (before != null) {
                throw Errors.typeError("argument for function given by name ('" + keywords[k] + "') and position ("
                        + (at + 2) + ")");
            }
            if (at < 0) {
                dialect = args[given + k];
            } else {
                settings[at] = args[given + k];
            }
        }
        return make(ts, cls, dialect, settings);
    }

    private static int setting(PyStr keyword) {
        for (int i = 0; i < NAMES.length; i++) {
            if (NAMES[i].equalTo(keyword)) {
                return i;
            }
        }
        throw Errors.typeError("'" + keyword + "' is an invalid keyword argument for this function");
    }

    private static PyCsvDialect make(ThreadState ts, PyType cls, PyObject given, PyObject[] settings) {
        PyObject dialect = given instanceof PyStr ? CsvModule.registered(ts, given) : given;
        if (dialect instanceof PyCsvDialect same && isEmpty(settings)) {
            return same;
        }
        if (dialect != null) {
            for (int i = 0; i < settings.length; i++) {
                if (settings[i] == null) {
                    settings[i] = attribute(ts, dialect, NAMES[i]);
                }
            }
        }
        PyCsvDialect made = new PyCsvDialect(cls);
        made.delimiter = delimiter(settings[DELIMITER]);
        made.doubleQuote = settings[DOUBLE_QUOTE] == null || Arguments.toBoolean(ts, settings[DOUBLE_QUOTE]);
        made.escapeChar = character("escapechar", settings[ESCAPE_CHAR], PyCsvDialect.NOT_SET);
        made.lineTerminator = lineTerminator(settings[LINE_TERMINATOR]);
        made.quoteChar = character("quotechar", settings[QUOTE_CHAR], '"');
        made.quoting = quoting(ts, settings[QUOTING]);
        made.skipInitialSpace =
                settings[SKIP_INITIAL_SPACE] != null && Arguments.toBoolean(ts, settings[SKIP_INITIAL_SPACE]);
        made.strict = settings[STRICT] != null && Arguments.toBoolean(ts, settings[STRICT]);
        if (made.quoting < PyCsvDialect.QUOTE_MINIMAL || made.quoting > PyCsvDialect.QUOTE_NOTNULL) {
            throw Errors.typeError("bad \"quoting\" value");
        }
        if (settings[QUOTE_CHAR] == PySingleton.NONE && settings[QUOTING] == null) {
            made.quoting = PyCsvDialect.QUOTE_NONE;
        }
        if (made.quoting != PyCsvDialect.QUOTE_NONE && made.quoteChar == PyCsvDialect.NOT_SET) {
            throw Errors.typeError("quotechar must be set if quoting enabled");
        }
        if (made.lineTerminator == null) {
            throw Errors.typeError("lineterminator must be set");
        }
        return made;
    }

    private static boolean isEmpty(PyObject[] settings) {
        for (PyObject setting : settings) {
            if (setting != null) {
                return false;
            }
        }
        return true;
    }

    /** An attribute of a dialect; whatever is wrong with it, then it isn't given. */
    private static PyObject attribute(ThreadState ts, PyObject dialect, PyStr name) {
        try {
            return Attributes.lookup(ts, dialect, name);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.EXCEPTION)) {
                e.swallow();
                return null;
            }
            throw e;
        }
    }

    private static int delimiter(PyObject value) {
        if (value == null) {
            return ',';
        }
        if (!(value instanceof PyStr text)) {
            throw Errors.typeError("\"delimiter\" must be string, not " + value.type.name());
        }
        return single("delimiter", text);
    }

    private static int character(String name, PyObject value, int absent) {
        if (value == null) {
            return absent;
        }
        if (value == PySingleton.NONE) {
            return PyCsvDialect.NOT_SET;
        }
        if (!(value instanceof PyStr text)) {
            throw Errors.typeError("\"" + name + "\" must be string or None, not " + value.type.name());
        }
        return single(name, text);
    }

    private static int single(String name, PyStr text) {
        if (text.length() != 1) {
            throw Errors.typeError("\"" + name + "\" must be a 1-character string");
        }
        return text.at(0);
    }

    private static PyStr lineTerminator(PyObject value) {
        if (value == null) {
            return PyStr.interned("\r\n");
        }
        if (value == PySingleton.NONE) {
            return null;
        }
        if (!(value instanceof PyStr text)) {
            throw Errors.typeError("\"lineterminator\" must be a string");
        }
        return text.exact();
    }

    private static int quoting(ThreadState ts, PyObject value) {
        if (value == null) {
            return PyCsvDialect.QUOTE_MINIMAL;
        }
        if (value.type != PyInt.TYPE) {
            throw Errors.typeError("\"quoting\" must be an integer");
        }
        return Arguments.toInt(ts, value);
    }

    @Builtin(value = "__reduce__(self, /)", doc = "raises an exception to avoid pickling")
    static PyObject reduce(PyObject self) {
        throw Errors.typeError("cannot pickle '" + unqualified(self.type) + "' instances");
    }

    @Builtin(value = "__reduce_ex__(self, protocol, /)", doc = "raises an exception to avoid pickling")
    static PyObject reduceEx(PyObject self, PyObject protocol) {
        throw Errors.typeError("cannot pickle '" + unqualified(self.type) + "' instances");
    }

    private static String unqualified(PyType type) {
        return type.pyName().toString();
    }

    private static PyObject shown(int character) {
        return character == PyCsvDialect.NOT_SET ? PySingleton.NONE : PyStr.ofCodePoint(character);
    }

    @Attribute("delimiter")
    static PyObject delimiter(PyCsvDialect self) {
        return shown(self.delimiter);
    }

    @Attribute("escapechar")
    static PyObject escapeChar(PyCsvDialect self) {
        return shown(self.escapeChar);
    }

    @Attribute("quotechar")
    static PyObject quoteChar(PyCsvDialect self) {
        return shown(self.quoteChar);
    }

    @Attribute("lineterminator")
    static PyObject lineTerminator(PyCsvDialect self) {
        return self.lineTerminator;
    }

    @Attribute("quoting")
    static int quoting(PyCsvDialect self) {
        return self.quoting;
    }

    @Attribute(value = "doublequote", member = true)
    static boolean doubleQuote(PyCsvDialect self) {
        return self.doubleQuote;
    }

    @Attribute(value = "skipinitialspace", member = true)
    static boolean skipInitialSpace(PyCsvDialect self) {
        return self.skipInitialSpace;
    }

    @Attribute(value = "strict", member = true)
    static boolean strict(PyCsvDialect self) {
        return self.strict;
    }
}
