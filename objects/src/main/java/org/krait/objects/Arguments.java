package org.krait.objects;

import java.math.BigInteger;
import java.util.Arrays;

/** Binds and converts the arguments of builtins, with CPython's messages. The generated tables call it. */
public final class Arguments {
    private Arguments() {}

    /**
     * The value of each named parameter, null where none was given. Extra positional and keyword arguments are left to
     * {@link #rest} and {@link #more}.
     *
     * @param wrapper whether it is a slot that a slot wrapper calls
     */
    public static PyObject[] bind(Signature s, String prefix, boolean wrapper, PyObject[] args, PyStr[] keywords) {
        int keywordCount = keywords == null ? 0 : keywords.length;
        int given = args.length - keywordCount;
        int names = s.names.length;
        PyObject[] bound = new PyObject[names];
        if (given > s.positional && !s.varArgs) {
            throw wrongCount(s, prefix, wrapper, given, keywordCount);
        }
        boolean named = s.positionalOnly < names && !s.varArgs && !s.varKeywords;
        if (keywordCount > 0 && named && given + keywordCount > names) {
            throw tooMany(s, prefix, given, keywordCount);
        }
        System.arraycopy(args, 0, bound, 0, Math.min(given, s.positional));
        // What is missing is said before what is too much.
        PyException surplus = null;
        for (int k = 0; k < keywordCount; k++) {
            int at = indexOf(s, keywords[k]);
            if (at < 0) {
                if (!s.varKeywords && surplus == null) {
                    surplus = unexpectedKeyword(s, prefix, keywords[k], keywordCount);
                    if (!named || isEnumerate(s, prefix)) {
                        throw surplus;
                    }
                }
            } else if (bound[at] != null) {
                if (surplus == null) {
                    surplus = isEnumerate(s, prefix)
                            ? unexpectedKeyword(s, prefix, keywords[k], keywordCount)
                            : Errors.typeError("argument for " + shown(s, prefix) + "() given by name ('" + keywords[k]
                            + "') and position (" + (at + (s.receiver ? 0 : 1)) + ")");
                }
            } else {
                bound[at] = args[given + k];
            }
        }
        for (int i = 0; i < names; i++) {
            if (bound[i] == null && s.defaults[i] == null) {
                if (surplus != null) {
                    surplus.swallow();
                }
                if (i < s.positionalOnly || keywordCount == 0 && s.positionalOnly == names) {
                    throw wrongCount(s, prefix, wrapper, given, keywordCount);
                }
                boolean enumerate = isEnumerate(s, prefix);
                if (enumerate && keywordCount > 0) {
                    throw unexpectedKeyword(s, prefix, keywords[0], keywordCount);
                }
                String place = enumerate ? "" : " (pos " + (i + (s.receiver ? 0 : 1)) + ")";
                throw Errors.typeError(i < s.positional
                        ? shown(s, prefix) + "() missing required argument '" + s.names[i] + "'" + place
                        : shown(s, prefix) + "() missing required keyword-only argument: '" + s.names[i] + "'");
            }
        }
        if (surplus != null) {
            throw surplus;
        }
        return bound;
    }

    /** True for {@code enumerate}, which reads its arguments itself in CPython and has words of its own. */
    private static boolean isEnumerate(Signature s, String prefix) {
        return shown(s, prefix).equals("enumerate");
    }

    private static PyException tooMany(Signature s, String prefix, int given, int keywordCount) {
        int hidden = s.receiver ? 1 : 0;
        if (given == hidden && isEnumerate(s, prefix)) {
            return Errors.typeError("enumerate() missing required argument 'iterable'");
        }
        int most = s.names.length - hidden;
        return Errors.typeError(shown(s, prefix) + "() takes at most " + most
                + (given == hidden ? " keyword argument" : " argument") + (most == 1 ? "" : "s") + " ("
                + (given - hidden + keywordCount) + " given)");
    }

    private static int indexOf(Signature s, PyStr keyword) {
        for (int i = s.positionalOnly; i < s.names.length; i++) {
            if (s.names[i] == keyword || s.names[i].equalTo(keyword)) {
                return i;
            }
        }
        return -1;
    }

    private static PyException unexpectedKeyword(Signature s, String prefix, PyStr keyword,
            int keywordCount) {
        if (s.positionalOnly == s.names.length) {
            // reduce takes its arguments as a tuple, and such functions are named without their module.
            String name = prefix.equals("_functools.") && s.name.equals("reduce") ? s.name : full(s, prefix);
            return Errors.typeError(name + "() takes no keyword arguments");
        }
        if (s.name.equals("sorted")) {
            // The keywords go on to list.sort().
            return Errors.typeError("'" + keyword + "' is an invalid keyword argument for sort()");
        }
        if (s.varArgs && isConstructor(s)) {
            keywordCount(shown(s, prefix), s.names.length - s.positional, keywordCount);
        }
        return Errors.typeError("'" + keyword + "' is an invalid keyword argument for " + shown(s, prefix) + "()");
    }

    private static PyException wrongCount(Signature s, String prefix, boolean wrapper, int given,
            int keywordCount) {
        int hidden = s.receiver ? 1 : 0;
        int n = given - hidden;
        int most = s.positional - hidden;
        int least = s.required - hidden;
        if (n < 0) {
            return Errors.typeError("unbound method " + prefix + s.name + "() needs an argument");
        }
        if (wrapper && !isConstructor(s)) {
            int bound = n < least ? least : most;
            // What takes more than one argument is unpacked by a function that puts a name, here none, in front.
            String how = most < 2 || least == most ? "" : n < least ? "at least " : "at most ";
            return Errors.typeError((most < 2 && !isRepetition(s, prefix) ? "" : " ") + "expected "
                    + how + bound + " argument"
                    + (bound == 1 ? "" : "s") + ", got " + n);
        }
        if (prefix.equals("str.") || prefix.equals("bytes.") || prefix.equals("bytearray.")) {
            switch (s.name) {
                case "find", "rfind", "index", "rindex", "count", "startswith", "endswith" -> {
                    return Errors.typeError(
                            s.name + "() takes at " + (n < least ? "least 1 argument (" : "most 3 arguments (")
                            + n + " given)");
                }
                default -> { }
            }
        }
        if (prefix.equals("BaseExceptionGroup.") && s.name.equals("derive")) {
            return Errors.typeError("function takes exactly 1 argument (" + n + " given)");
        }
        boolean positionalOnly = s.positionalOnly == s.names.length && !s.varArgs;
        if (s.name.equals("sorted") || isConstructor(s) && positionalOnly && most == 1 && least == 1) {
            return Errors.typeError(shown(s, prefix) + " expected 1 argument, got " + n);
        }
        if (prefix.equals("BaseExceptionGroup.") && most == 1) {
            return Errors.typeError(s.name + " expected 1 argument, got " + n);
        }
        if (positionalOnly && most == 0) {
            return Errors.typeError(full(s, prefix) + "() takes no arguments (" + n + " given)");
        }
        if (positionalOnly && most == 1 && least == 1) {
            return Errors.typeError(full(s, prefix) + "() takes exactly one argument (" + n + " given)");
        }
        if (s.positionalOnly < s.names.length && n < least && s.positionalOnly > hidden) {
            int bound = Math.min(least, s.positionalOnly - hidden);
            return Errors.typeError(shown(s, prefix) + "() takes " + (bound == most ? "exactly " : "at least ") + bound
                    + " positional argument" + (bound == 1 ? "" : "s") + " (" + n + " given)");
        }
        if (s.positionalOnly == s.names.length) {
            int bound = n < least ? least : most;
            String how = least == most && !s.varArgs ? "" : n < least ? "at least " : "at most ";
            return Errors.typeError(shown(s, prefix) + " expected " + how + bound + " argument"
                    + (bound == 1 ? "" : "s")
                    + ", got " + n);
        }
        int total = s.names.length - hidden;
        int all = n + keywordCount;
        String kind = most < total && all <= total ? "positional argument" : "argument";
        int bound = kind.equals("argument") ? total : most;
        if (kind.equals("positional argument") && bound == 0) {
            return Errors.typeError(s.name + "() takes no positional arguments");
        }
        String limit = least == bound && !kind.equals("argument") ? "exactly" : "at most";
        return Errors.typeError(shown(s, prefix) + "() takes " + limit + " " + bound + " " + kind
                + (bound == 1 ? "" : "s")
                + " (" + (kind.equals("argument") ? all : n) + " given)");
    }

    /** The name in messages: constructors are named for their class. */
    private static String shown(Signature s, String prefix) {
        if (!isConstructor(s) || prefix.isEmpty()) {
            return s.name;
        }
        int end = prefix.length() - 1;
        return prefix.substring(prefix.lastIndexOf('.', end - 1) + 1, end);
    }

    private static String full(Signature s, String prefix) {
        return isConstructor(s) ? shown(s, prefix) : prefix + s.name;
    }

    /** True for the operators that repeat a sequence. */
    private static boolean isRepetition(Signature s, String prefix) {
        return switch (s.name) {
            case "__mul__", "__rmul__", "__imul__" -> switch (prefix) {
                case "str.", "bytes.", "bytearray.", "list.", "tuple.", "array.array.", "collections.deque." -> true;
                default -> false;
            };
            default -> false;
        };
    }

    private static boolean isConstructor(Signature s) {
        return s.name.equals("__new__") || s.name.equals("__init__");
    }

    /** Refuses more keyword arguments than a function has parameters that only keywords give. */
    public static void keywordCount(String function, int most, int given) {
        if (given > most) {
            throw Errors.typeError(function + "() takes at most " + most + " keyword argument" + (most == 1 ? "" : "s")
                    + " (" + given + " given)");
        }
    }

    /** The positional arguments beyond the named parameters, for {@code *args}. */
    public static PyObject[] rest(Signature s, PyObject[] args, PyStr[] keywords) {
        int given = args.length - (keywords == null ? 0 : keywords.length);
        return given <= s.positional ? new PyObject[0] : Arrays.copyOfRange(args, s.positional, given);
    }

    /** The keyword arguments that are no parameters, for {@code **kwargs}: a new dict. */
    public static PyDict more(Signature s, PyObject[] args, PyStr[] keywords) {
        PyDict more = new PyDict();
        if (keywords != null) {
            int given = args.length - keywords.length;
            for (int k = 0; k < keywords.length; k++) {
                if (indexOf(s, keywords[k]) < 0) {
                    more.put(keywords[k], args[given + k]);
                }
            }
        }
        return more;
    }

    /** Drops a dict of {@link #more}, unless something keeps it; the values stay the caller's. */
    public static void drop(PyDict more) {
        if (Refs.isUncounted(more) && more.size() > 0) {
            drop(more, more.values.clone());
        }
    }

    /** Drops a tuple that was made of arguments, unless something keeps it; the arguments stay the caller's. */
    public static void drop(PyTuple arguments) {
        if (Refs.isUncounted(arguments)) {
            drop(arguments, arguments.items);
        }
    }

    private static void drop(PyObject owner, PyObject[] values) {
        for (PyObject value : values) {
            Refs.xincRef(value);
        }
        Refs.drop(owner);
        for (PyObject value : values) {
            Refs.xrelease(value);
        }
    }

    /** The arguments with one more in front. */
    public static PyObject[] prepend(PyObject first, PyObject[] args) {
        PyObject[] all = new PyObject[args.length + 1];
        all[0] = first;
        System.arraycopy(args, 0, all, 1, args.length);
        return all;
    }

    /** An argument of a builtin class; null (absent) passes. {@code argument} is how the message calls it. */
    public static PyObject check(PyObject o, PyType type, String function, String argument) {
        if (o == null || type.isInstance(o)) {
            return o;
        }
        throw Errors.typeError(function + "() " + argument + " must be " + type.name() + ", not " + shown(o));
    }

    /** How messages of argument conversion name a value's type: {@code None} or the class. */
    public static String shown(PyObject o) {
        return o == PySingleton.NONE ? "None" : o.type.name();
    }

    /** The result of {@code __index__}; TypeError when there is none. */
    public static PyInt toIndex(ThreadState ts, PyObject o) {
        if (o instanceof PyInt i) {
            return i;
        }
        PyObject result = o.type.slots().index(ts, o);
        if (result instanceof PyInt i) {
            return i;
        }
        if (result == null) {
            throw Errors.typeError("'" + o.type.name() + "' object cannot be interpreted as an integer");
        }
        PyException e = Errors.typeError("__index__ returned non-int (type " + result.type.name() + ")");
        if (result != o) {
            Refs.drop(result);
        }
        throw e;
    }

    /** A C {@code int}. */
    public static int toInt(ThreadState ts, PyObject o) {
        PyInt i = toIndex(ts, o);
        if (!i.fitsLong() || i.value != (int) i.value) {
            throw Errors.overflowError("Python int too large to convert to C int");
        }
        return (int) i.value;
    }

    /** A C {@code Py_ssize_t} or {@code long}. */
    public static long toLong(ThreadState ts, PyObject o) {
        PyInt i = toIndex(ts, o);
        if (!i.fitsLong()) {
            throw Errors.overflowError("Python int too large to convert to C ssize_t");
        }
        return i.value;
    }

    /** An index for slices: what does not fit is clamped to the int range. */
    public static int toClampedInt(ThreadState ts, PyObject o) {
        PyInt i = toIndex(ts, o);
        BigInteger big = i.big();
        if (big != null) {
            return big.signum() < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
        }
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, i.value));
    }

    /** A C {@code double}. */
    public static double toDouble(ThreadState ts, PyObject o) {
        if (o instanceof PyFloat f) {
            return f.value;
        }
        if (o.getClass() == PyInt.class) {
            return ((PyInt) o).value;
        }
        PyObject result = o.type.slots().toFloat(ts, o);
        if (result instanceof PyFloat f) {
            return f.value;
        }
        if (result != null) {
            throw Errors.typeError(o.type.name() + ".__float__ returned non-float (type " + result.type.name() + ")");
        }
        if (o instanceof PyInt || o.type.has(Special.INDEX)) {
            double d = toIndex(ts, o).toBigInteger().doubleValue();
            if (Double.isInfinite(d)) {
                throw Errors.overflowError("int too large to convert to float");
            }
            return d;
        }
        throw Errors.typeError("must be real number, not " + o.type.name());
    }

    /** The truth value of an argument. */
    public static boolean toBoolean(ThreadState ts, PyObject o) {
        return o == PyBool.TRUE || o != PyBool.FALSE && o.type.slots().truth(ts, o);
    }

    /** A str argument as Java text; null (absent) passes. */
    public static String toJava(PyObject o, String function, int position) {
        return o == null ? null : check(o, PyStr.TYPE, function, "argument " + position).toString();
    }

    /** What {@code __len__} returned as a length. */
    public static int toLength(ThreadState ts, PyObject o) {
        PyInt i = toIndex(ts, o);
        if (i.signum() < 0) {
            throw Errors.valueError("__len__() should return >= 0");
        }
        if (!i.fitsLong()) {
            throw Errors.overflowError("cannot fit 'int' into an index-sized integer");
        }
        return toLength(i.value);
    }

    /** A length that a Java array can have. */
    public static int toLength(long length) {
        if (length > Integer.MAX_VALUE) {
            throw Errors.overflowError("cannot fit 'int' into an index-sized integer");
        }
        return (int) length;
    }

    /** What {@code __hash__} returned as a hash. */
    public static long toHash(PyObject o) {
        if (o instanceof PyInt i) {
            return i.fitsLong() ? i.value == -1 ? -2 : i.value : i.hash();
        }
        throw Errors.typeError("__hash__ method should return an integer");
    }

    /** The argument, or null for None. */
    public static PyObject noneAsNull(PyObject o) {
        return o == PySingleton.NONE ? null : o;
    }

    /** The item, or StopIteration for null. */
    public static PyObject orStop(PyObject item) {
        if (item == null) {
            throw Errors.stopIteration(null);
        }
        return item;
    }

    /** The attribute, or AttributeError for null. */
    public static PyObject orNoAttribute(PyObject attribute, PyObject o, PyObject name) {
        if (attribute == null) {
            throw Errors.noAttribute(o, (PyStr) name);
        }
        return attribute;
    }
}
