package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyDict;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code _json.Encoder}. */
@BuiltinType(base = ObjectMethods.class, doc = "_iterencode(obj, _current_indent_level) -> iterable")
public final class JsonEncoderMethods {
    private JsonEncoderMethods() {}

    @Builtin("__new__(cls, /, markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, "
            + "allow_nan)")
    static PyObject make(ThreadState ts, PyType cls, PyObject markers, PyObject function, PyObject encoder,
            PyObject indent, PyStr keySeparator, PyStr itemSeparator, boolean sortKeys, boolean skipKeys,
            boolean allowNan) {
        if (markers != PySingleton.NONE && !(markers instanceof PyDict)) {
            throw Errors.typeError("make_encoder() argument 1 must be dict or None, not " + markers.type.name());
        }
        return new PyJsonEncoder(cls, keySeparator, itemSeparator, sortKeys, skipKeys, allowNan)
                .with(markers, function, encoder, indent);
    }

    @Builtin("__call__(self, /, obj, _current_indent_level)")
    static PyObject call(ThreadState ts, PyJsonEncoder self, PyObject obj, PyObject level) {
        return PyTuple.of(new JsonWriter(ts, self).write(obj));
    }

    @Attribute(value = "markers", member = true, doc = "markers")
    static PyObject markers(PyJsonEncoder self) {
        return self.markers;
    }

    @Attribute(value = "default", member = true, doc = "default")
    static PyObject defaultFunction(PyJsonEncoder self) {
        return self.defaultFunction;
    }

    @Attribute(value = "encoder", member = true, doc = "encoder")
    static PyObject encoder(PyJsonEncoder self) {
        return self.encoder;
    }

    @Attribute(value = "indent", member = true, doc = "indent")
    static PyObject indent(PyJsonEncoder self) {
        return self.indent;
    }

    @Attribute(value = "key_separator", member = true, doc = "key_separator")
    static PyObject keySeparator(PyJsonEncoder self) {
        return self.keySeparator;
    }

    @Attribute(value = "item_separator", member = true, doc = "item_separator")
    static PyObject itemSeparator(PyJsonEncoder self) {
        return self.itemSeparator;
    }

    @Attribute(value = "sort_keys", member = true, doc = "sort_keys")
    static boolean sortKeys(PyJsonEncoder self) {
        return self.sortKeys;
    }

    @Attribute(value = "skipkeys", member = true, doc = "skipkeys")
    static boolean skipKeys(PyJsonEncoder self) {
        return self.skipKeys;
    }
}
