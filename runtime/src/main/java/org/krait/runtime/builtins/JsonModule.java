package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyInt;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;

/** The module {@code _json}: the fast parts of json. */
@BuiltinModule(value = "_json", doc = "json speedups\n")
public final class JsonModule {
    private JsonModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        module.dict.put("make_scanner", PyJsonScanner.TYPE);
        module.dict.put("make_encoder", PyJsonEncoder.TYPE);
    }

    private static PyStr string(PyObject o) {
        if (o instanceof PyStr s) {
            return s;
        }
        throw Errors.typeError("first argument must be a string, not " + o.type.name());
    }

    @Builtin(value = "encode_basestring(string, /)", doc = """
            encode_basestring(string) -> string

            Return a JSON representation of a Python string""")
    static PyObject encodeBaseString(PyObject string) {
        return JsonText.quote(string(string), false);
    }

    @Builtin(value = "encode_basestring_ascii(string, /)", doc = """
            encode_basestring_ascii(string) -> string

            Return an ASCII-only JSON representation of a Python string""")
    static PyObject encodeBaseStringAscii(PyObject string) {
        return JsonText.quote(string(string), true);
    }

    @Builtin(value = "scanstring(string, end, strict=True, /)", doc = """
            scanstring(string, end, strict=True) -> (string, end)

            Scan the string s for a JSON string. End is the index of the
            character in s after the quote that started the JSON string.
            Unescapes all valid JSON string escape sequences and raises ValueError
            on attempt to decode an invalid string. If strict is False then literal
            control characters are allowed in the string.

            Returns a tuple of the decoded string and the index of the character in s
            after the end quote.""")
    static PyObject scanString(ThreadState ts, PyObject string, long end, boolean strict) {
        PyStr s = string(string);
        if (end < 0 || end > s.length()) {
            throw Errors.valueError("end is out of bounds");
        }
        int[] at = {(int) end};
        PyStr text = JsonText.unquote(ts, s, at, strict);
        return PyTuple.of(text, PyInt.of(at[0]));
    }
}
