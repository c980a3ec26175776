package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code _json.Scanner}. */
@BuiltinType(base = ObjectMethods.class, doc = "JSON scanner object")
public final class JsonScannerMethods {
    private JsonScannerMethods() {}

    @Builtin("__new__(cls, /, context)")
    static PyObject make(ThreadState ts, PyType cls, PyObject context) {
        PyObject strict = Protocol.getAttribute(ts, context, PyStr.interned("strict"));
        return new PyJsonScanner(cls, Protocol.truth(ts, strict)).with(get(ts, context, "object_hook"),
                get(ts, context, "object_pairs_hook"), get(ts, context, "parse_float"), get(ts, context, "parse_int"),
                get(ts, context, "parse_constant"));
    }

    private static PyObject get(ThreadState ts, PyObject context, String name) {
        return Protocol.getAttribute(ts, context, PyStr.interned(name));
    }

    @Builtin("__call__(self, /, string, idx)")
    static PyObject call(ThreadState ts, PyJsonScanner self, PyObject string, long idx) {
        if (!(string instanceof PyStr s)) {
            throw Errors.typeError("first argument must be a string, not " + string.type.name());
        }
        if (idx < 0) {
            throw Errors.valueError("idx cannot be negative");
        }
        JsonParser parser = new JsonParser(ts, self, s);
        PyObject value = parser.parse((int) Math.min(idx, s.length()));
        return PyTuple.of(value, PyInt.of(parser.end()));
    }

    @Attribute(value = "strict", member = true, doc = "strict")
    static boolean strict(PyJsonScanner self) {
        return self.strict;
    }

    @Attribute(value = "object_hook", member = true, doc = "object_hook")
    static PyObject objectHook(PyJsonScanner self) {
        return self.objectHook;
    }

    @Attribute(value = "object_pairs_hook", member = true)
    static PyObject objectPairsHook(PyJsonScanner self) {
        return self.objectPairsHook;
    }

    @Attribute(value = "parse_float", member = true, doc = "parse_float")
    static PyObject parseFloat(PyJsonScanner self) {
        return self.parseFloat;
    }

    @Attribute(value = "parse_int", member = true, doc = "parse_int")
    static PyObject parseInt(PyJsonScanner self) {
        return self.parseInt;
    }

    @Attribute(value = "parse_constant", member = true, doc = "parse_constant")
    static PyObject parseConstant(PyJsonScanner self) {
        return self.parseConstant;
    }
}
