package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;

/** The codecs and error handlers of a context, in Python objects. */
public final class CodecRegistry {
    /** The search functions, oldest first. */
    public final PyList searchFunctions = new PyList();
    /** What the search functions found, by normalized name. */
    public final PyDict cache = new PyDict();
    /** The error handlers by name. */
    public final PyDict errorHandlers = new PyDict();
    private boolean encodingsImported;

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

    /** The handler of a name; LookupError when there is none. */
    PyObject lookUpError(ThreadState ts, String name) {
        PyObject handler = errorHandlers.get(name);
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
            return codec;
        }
        throw Errors.of(ExceptionTypes.LOOKUP_ERROR, "unknown encoding: " + encoding);
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
