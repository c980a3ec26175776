package org.krait.runtime.datetime;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;

/** The arguments of constructors and {@code replace}, bound as {@code PyArg_ParseTupleAndKeywords} does. */
final class Fields {
    private Fields() {}

    /**
     * The value of each name, null where none was given.
     *
     * @param function how messages call it: {@code "timezone()"}, or {@code "function"} for one without a name
     * @param positional how many names may be given by position
     */
    static PyObject[] bind(
            String function, String[] names, int required, int positional, PyObject[] args, PyStr[] keywords) {
        int named = keywords == null ? 0 : keywords.length;
        int given = args.length - named;
        if (args.length > names.length) {
            throw Errors.typeError(function + " takes at most " + names.length + (given == 0 ? " keyword" : "")
                    + " argument" + (names.length == 1 ? "" : "s") + " (" + args.length + " given)");
        }
        if (given > positional) {
            throw Errors.typeError(function + " takes " + (required < positional ? "at most " : "exactly ")
                    + positional + " positional argument" + (positional == 1 ? "" : "s") + " (" + given + " given)");
        }
        PyObject[] bound = new PyObject[names.length];
        System.arraycopy(args, 0, bound, 0, given);
        int used = 0;
        for (int i = 0; i < names.length; i++) {
            for (int k = 0; k < named; k++) {
                if (i >= given && keywords[k].equalTo(names[i])) {
                    bound[i] = args[given + k];
                    used++;
                }
            }
            if (i < required && bound[i] == null) {
                throw Errors.typeError(function + " missing required argument '" + names[i] + "' (pos " + (i + 1)
                        + ")");
            }
        }
        if (used < named) {
            for (PyStr keyword : keywords) {
                for (int i = 0; i < given; i++) {
                    if (keyword.equalTo(names[i])) {
                        throw Errors.typeError("argument for " + function + " given by name ('" + names[i]
                                + "') and position (" + (i + 1) + ")");
                    }
                }
                if (!isOneOf(keyword, names)) {
                    throw Errors.typeError("'" + keyword + "' is an invalid keyword argument for "
                            + (function.equals("function") ? "this function" : function));
                }
            }
        }
        return bound;
    }

    private static boolean isOneOf(PyStr keyword, String... names) {
        for (String name : names) {
            if (keyword.equalTo(name)) {
                return true;
            }
        }
        return false;
    }

    /** A C {@code int}; {@code otherwise} when it was not given. */
    static int toInt(ThreadState ts, PyObject o, int otherwise) {
        if (o == null) {
            return otherwise;
        }
        PyInt i = Arguments.toIndex(ts, o);
        if (!i.fitsLong()) {
            throw Errors.overflowError("Python int too large to convert to C long");
        }
        return Arguments.toInt(ts, i);
    }

    /** A tzinfo or None; None when it was not given. */
    static PyObject tzinfo(PyObject o) {
        if (o == null || o == PySingleton.NONE) {
            return PySingleton.NONE;
        }
        if (!(o instanceof PyTzinfo)) {
            throw Errors.typeError("tzinfo argument must be None or of a tzinfo subclass, not type '"
                    + o.type.name() + "'");
        }
        return o;
    }

    /** A number with at least {@code width} digits. */
    static void digits(StringBuilder out, int value, int width) {
        String digits = Integer.toString(value);
        for (int i = digits.length(); i < width; i++) {
            out.append('0');
        }
        out.append(digits);
    }
}
