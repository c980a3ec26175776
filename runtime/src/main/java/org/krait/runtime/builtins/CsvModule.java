package org.krait.runtime.builtins;

import java.util.Arrays;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.Attributes;
import org.krait.runtime.Iteration;

/** The module {@code _csv}. */
@BuiltinModule(value = "_csv", doc = "CSV parsing and writing.\n")
public final class CsvModule {
    private static final PyType ERROR =
            PyType.builtin("_csv.Error", ExceptionTypes.EXCEPTION, PyType.BASE | PyType.HAS_DICT);

    private CsvModule() {}

    /** What the module keeps in a context. */
    static final class State {
        final PyDict dialects = new PyDict();
        long fieldLimit = 128 * 1024;
    }

    static State state(ThreadState ts) {
        State state = (State) ts.interp.natives.get(State.class);
        if (state == null) {
            state = new State();
            Refs.incRef(state.dialects);
            ts.interp.natives.put(State.class, state);
        }
        return state;
    }

    static void initialize(ThreadState ts, PyModule module) {
        PyDict namespace = module.materializeDict();
        namespace.put("__version__", PyStr.of("1.0"));
        namespace.put("_dialects", state(ts).dialects);
        namespace.put("Error", ERROR);
        namespace.put("Dialect", PyCsvDialect.TYPE);
        namespace.put("Reader", PyCsvReader.TYPE);
        namespace.put("Writer", PyCsvWriter.TYPE);
        namespace.put("QUOTE_MINIMAL", PyInt.of(PyCsvDialect.QUOTE_MINIMAL));
        namespace.put("QUOTE_ALL", PyInt.of(PyCsvDialect.QUOTE_ALL));
        namespace.put("QUOTE_NONNUMERIC", PyInt.of(PyCsvDialect.QUOTE_NONNUMERIC));
        namespace.put("QUOTE_NONE", PyInt.of(PyCsvDialect.QUOTE_NONE));
        namespace.put("QUOTE_STRINGS", PyInt.of(PyCsvDialect.QUOTE_STRINGS));
        namespace.put("QUOTE_NOTNULL", PyInt.of(PyCsvDialect.QUOTE_NOTNULL));
    }

    static PyException error(String message) {
        return Errors.of(ERROR, message);
    }

    static PyObject registered(ThreadState ts, PyObject name) {
        PyObject dialect = state(ts).dialects.get(ts, name);
        if (dialect == null) {
            throw error("unknown dialect");
        }
        return dialect;
    }

    /** The dialect of a call: {@code (first[, dialect], **settings)}. */
    private static PyCsvDialect dialect(ThreadState ts, PyObject[] args, PyStr[] keywords) {
        int given = args.length - (keywords == null ? 0 : keywords.length);
        if (given < 1) {
            throw Errors.typeError(" expected at least 1 argument, got 0");
        }
        if (given > 2) {
            throw Errors.typeError(" expected at most 2 arguments, got " + given);
        }
        return (PyCsvDialect)
                CsvDialectMethods.make(ts, PyCsvDialect.TYPE, Arrays.copyOfRange(args, 1, args.length), keywords);
    }

    @Builtin(
            value = "reader(*args, **kwargs)",
            doc = "    csv_reader = reader(iterable [, dialect='excel']\n                        [optional keyword"
                    + " args])\n    for row in csv_reader:\n        process(row)\n\nThe \"iterable\" argument can be "
                    + "any object that returns a line\nof input for each iteration, such as a file object or a list.  "
                    + "The\noptional \"dialect\" parameter is discussed below.  The function\nalso accepts optional "
                    + "keyword arguments which override settings\nprovided by the dialect.\n\nThe returned object is an"
                    + " iterator.  Each iteration returns a row\nof the CSV file (which can span multiple input"
                    + " lines).\n")
    static PyObject reader(ThreadState ts, PyObject[] args, PyStr[] keywords) {
        checkFirst(args, keywords);
        PyObject lines = Iteration.iter(ts, args[0]);
        return new PyCsvReader(lines, dialect(ts, args, keywords));
    }

    @Builtin(
            value = "writer(*args, **kwargs)",
            doc = "    csv_writer = csv.writer(fileobj [, dialect='excel']\n                            [optional "
                    + "keyword args])\n    for row in sequence:\n        csv_writer.writerow(row)\n\n    [or]\n\n    "
                    + "csv_writer = csv.writer(fileobj [, dialect='excel']\n                            [optional "
                    + "keyword args])\n    csv_writer.writerows(rows)\n\nThe \"fileobj\" argument can be any object "
                    + "that supports the file API.\n")
    static PyObject writer(ThreadState ts, PyObject[] args, PyStr[] keywords) {
        checkFirst(args, keywords);
        PyObject write = Attributes.lookup(ts, args[0], "write");
        if (write == null || !write.type.has(Special.CALL)) {
            throw Errors.typeError("argument 1 must have a \"write\" method");
        }
        try {
            return new PyCsvWriter(write, dialect(ts, args, keywords));
        } finally {
            Refs.drop(write);
        }
    }

    private static void checkFirst(PyObject[] args, PyStr[] keywords) {
        int given = args.length - (keywords == null ? 0 : keywords.length);
        if (given < 1) {
            throw Errors.typeError(" expected at least 1 argument, got 0");
        }
        if (given > 2) {
            throw Errors.typeError(" expected at most 2 arguments, got " + given);
        }
    }

    @Builtin(
            value = "list_dialects()",
            doc = "Return a list of all known dialect names.\n\n    names = csv.list_dialects()")
    static PyObject listDialects(ThreadState ts) {
        PyList names = new PyList();
        PyDict dialects = state(ts).dialects;
        for (int i = dialects.nextEntry(0); i >= 0; i = dialects.nextEntry(i + 1)) {
            names.append(dialects.keys[i]);
        }
        return names;
    }

    @Builtin(
            value = "register_dialect(*args, **kwargs)",
            doc = "Create a mapping from a string name to a dialect class.\n    dialect = csv.register_dialect(name[,"
                    + " dialect[, **fmtparams]])")
    static void registerDialect(ThreadState ts, PyObject[] args, PyStr[] keywords) {
        checkFirst(args, keywords);
        if (!(args[0] instanceof PyStr name)) {
            throw Errors.typeError("dialect name must be a string");
        }
        state(ts).dialects.put(ts, name, dialect(ts, args, keywords));
    }

    @Builtin(
            value = "unregister_dialect(name)",
            doc = "Delete the name/dialect mapping associated with a string name.\n\n    csv.unregister_dialect(name)")
    static void unregisterDialect(ThreadState ts, PyObject name) {
        if (!state(ts).dialects.remove(ts, name)) {
            throw error("unknown dialect");
        }
    }

    @Builtin(
            value = "get_dialect(name)",
            doc = "Return the dialect instance associated with name.\n\n    dialect = csv.get_dialect(name)")
    static PyObject getDialect(ThreadState ts, PyObject name) {
        return registered(ts, name);
    }

    @Builtin(
            value = "field_size_limit(new_limit=None)",
            doc = "Sets an upper limit on parsed fields.\n\n    csv.field_size_limit([limit])\n\nReturns old limit. If"
                    + " limit is not given, no new limit is set and\nthe old limit is returned")
    static long fieldSizeLimit(ThreadState ts, PyObject limit) {
        State state = state(ts);
        long old = state.fieldLimit;
        if (limit != null) {
            if (limit.type != PyInt.TYPE) {
                throw Errors.typeError("limit must be an integer");
            }
            state.fieldLimit = Arguments.toLong(ts, limit);
        }
        return old;
    }
}
