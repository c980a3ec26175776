package org.krait.runtime.builtins;

import java.util.HashSet;
import java.util.Set;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.Mutations;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyFunction;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.snapshot.Capture;
import org.krait.snapshot.UnitConditions;

/** The codecs and error handlers of a context, in Python objects. */
public final class CodecRegistry {
    private static final String ENCODINGS = "encodings";
    private static final String SEARCH_FUNCTIONS = "search_functions";
    private static final String ERROR_HANDLER = "error_handler";

    /** The search functions, oldest first. */
    public final PyList searchFunctions = new PyList();
    /** What the search functions found, by normalized name. */
    public final PyDict cache = new PyDict();
    /** The error handlers by name. */
    public final PyDict errorHandlers = new PyDict();
    private boolean encodingsImported;
    /** The search function of the library; null before it is registered. */
    private PyObject ofLibrary;
    /** The names that others have found, as far as a capture has to know of them. */
    private final Set<PyStr> foundByOthers = new HashSet<>();

    private CodecRegistry() {
        Refs.incRef(searchFunctions);
        Refs.incRef(cache);
        Refs.incRef(errorHandlers);
        PyDict standard = new PyDict();
        new CodecErrorFunctionsTable().fill(standard, null);
        String[] names = {"strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace",
            "surrogatepass", "surrogateescape"};
        for (String name : names) {
            String function = name.equals("surrogatepass") || name.equals("surrogateescape") ? name : name + "_errors";
            errorHandlers.put(name, standard.get(function));
        }
    }

    /** The registry of a thread's context. */
    public static CodecRegistry of(ThreadState ts) {
        ts.interp.lookInto("_codecs");
        CodecRegistry known = (CodecRegistry) ts.interp.natives.get(CodecRegistry.class);
        if (known == null) {
            known = new CodecRegistry();
            ts.interp.natives.put(CodecRegistry.class, known);
        }
        return known;
    }

    /** Registers a search function; the library's, which CPython has from the start, before all others. */
    void register(PyObject function) {
        if (ofLibrary == null && isOfLibrary(function)) {
            ofLibrary = function;
            searchFunctions.insert(0, function);
        } else {
            searchFunctions.append(function);
        }
    }

    /** The handler of a name; LookupError when there is none. */
    PyObject lookUpError(ThreadState ts, String name) {
        PyObject handler = errorHandlers.get(name);
        if (Mutations.WATCHED && !(handler instanceof PyBuiltin b && b.table instanceof CodecErrorFunctionsTable)) {
            Capture.asked(ts, "_codecs", ERROR_HANDLER, PyStr.of(UnitConditions.Answer.TEXT.concat(name)),
                    PyStr.of(described(handler)));
        }
        if (handler == null) {
            throw Errors.of(ExceptionTypes.LOOKUP_ERROR, "unknown error handler name '" + name + "'");
        }
        return handler;
    }

    /** Lower case, and everything that is no letter, digit or dot becomes one underscore. */
    static String normalize(String encoding) {
        StringBuilder out = new StringBuilder();
        boolean gap = false;
        for (int i = 0; i < encoding.length(); i++) {
            char c = encoding.charAt(i);
            if (c < 128 && (Character.isLetterOrDigit(c) || c == '.')) {
                if (gap && !out.isEmpty()) {
                    out.append('_');
                }
                gap = false;
                out.append(Character.toLowerCase(c));
            } else {
                gap = true;
            }
        }
        return out.toString();
    }

    /** The codec: a tuple of encoder, decoder, stream reader and stream writer. LookupError when there is none. */
    public PyTuple lookUp(ThreadState ts, String encoding) {
        PyStr name = PyStr.interned(normalize(encoding));
        PyObject known = cache.get(name);
        if (known != null) {
            if (Mutations.WATCHED && foundByOthers.contains(name)) {
                tellSearchFunctions(ts);
            }
            return (PyTuple) known;
        }
        if (!encodingsImported) {
            encodingsImported = true;
            Protocol.call(ts, ts.interp.builtins.get("__import__"), PyStr.interned("encodings"));
            // Its search function is registered now, not when somebody looks into _codecs.
            ts.interp.lookInto("_codecs");
        }
        for (int i = 0; i < searchFunctions.size; i++) {
            PyObject found = Protocol.call(ts, searchFunctions.items[i], name);
            if (found == PySingleton.NONE) {
                continue;
            }
            if (!(found instanceof PyTuple codec) || codec.items.length != 4) {
                throw Errors.typeError("codec search functions must return 4-tuples");
            }
            cache.put(name, codec);
            if (Mutations.WATCHED && searchFunctions.items[i] != ofLibrary) {
                foundByOthers.add(name);
                tellSearchFunctions(ts);
            }
            return codec;
        }
        if (Mutations.WATCHED) {
            tellSearchFunctions(ts);
        }
        throw Errors.of(ExceptionTypes.LOOKUP_ERROR, "unknown encoding: " + encoding);
    }

    private void tellSearchFunctions(ThreadState ts) {
        Capture.asked(ts, "_codecs", SEARCH_FUNCTIONS, null, PyStr.of(described(searchFunctions)));
    }

    /** What a module has found in the registry, by what {@link Capture#asked} was told: names, no addresses. */
    public static String described(ThreadState ts, String question, String argument) {
        CodecRegistry registry = of(ts);
        if (question.equals(SEARCH_FUNCTIONS)) {
            return described(registry.searchFunctions);
        }
        boolean isName = argument != null && argument.startsWith(UnitConditions.Answer.TEXT);
        return described(isName
                ? registry.errorHandlers.get(argument.substring(UnitConditions.Answer.TEXT.length()))
                : null);
    }

    private static String described(PyObject o) {
        if (o instanceof PyList functions) {
            StringBuilder out = new StringBuilder();
            for (int i = 0; i < functions.size; i++) {
                if (!isOfLibrary(functions.items[i])) {
                    out.append(described(functions.items[i])).append(' ');
                }
            }
            return out.toString();
        }
        return o instanceof PyFunction f ? f.globals.get("__name__") + "." + f.qualifiedName()
                : o instanceof PyBuiltin b ? b.module + "." + b.name
                : o == null ? "" : o.type.name();
    }

    private static boolean isOfLibrary(PyObject function) {
        return function instanceof PyFunction f && f.globals.get("__name__") instanceof PyStr name
                && name.equalTo(ENCODINGS);
    }

    /** As {@link #lookUp}, for text encodings only. */
    PyTuple lookUpText(ThreadState ts, String encoding, String alternative) {
        PyTuple codec = lookUp(ts, encoding);
        if (codec.getClass() != PyTuple.class) {
            PyObject isText = Protocol.findAttribute(ts, codec, PyStr.interned("_is_text_encoding"));
            if (isText != null && !Protocol.truth(ts, isText)) {
                throw Errors.of(ExceptionTypes.LOOKUP_ERROR, "'" + encoding + "' is not a text encoding; use "
                        + alternative + " to handle arbitrary codecs");
            }
        }
        return codec;
    }

    /** Calls a codec's encoder or decoder; the result is the first of the pair that it returns. */
    static PyObject run(ThreadState ts, PyObject function, PyObject value, String errors, String encoding,
            boolean encode) {
        PyObject answer;
        try {
            answer = errors == null
                    ? Protocol.call(ts, function, value)
                    : Protocol.call(ts, function, value, PyStr.of(errors));
        } catch (PyException e) {
            Protocol.callMethod(ts, e.value, "add_note", PyStr.of((encode ? "encoding" : "decoding") + " with '"
                    + encoding + "' codec failed"));
            throw e;
        }
        if (!(answer instanceof PyTuple pair) || pair.items.length != 2) {
            throw Errors.typeError(encode
                    ? "encoder must return a tuple (object, integer)"
                    : "decoder must return a tuple (object,integer)");
        }
        return pair.items[0];
    }
}
