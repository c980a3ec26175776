package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyBool;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;

/** The module {@code _string}: what string.Formatter needs. */
@BuiltinModule(value = "_string", doc = "string helper module")
public final class StringModule {
    private StringModule() {}

    @Builtin(value = "formatter_parser(string, /)", doc = "parse the argument as a format string")
    static PyObject formatterParser(PyObject string) {
        PyStr text = string(string);
        PyList parts = new PyList();
        FieldParser parser = new FieldParser(text);
        while (parser.next()) {
            PyStr literal = text.substring(parser.literalStart, parser.literalEnd);
            if (!parser.hasField) {
                parts.append(PyTuple.of(literal, PySingleton.NONE, PySingleton.NONE, PySingleton.NONE));
            } else {
                parts.append(PyTuple.of(literal, part(text, parser.nameStart, parser.nameEnd),
                        part(text, parser.specStart, parser.specEnd),
                        parser.conversion == 0 ? PySingleton.NONE : PyStr.ofCodePoint(parser.conversion)));
            }
        }
        return new org.krait.objects.PyListIterator(parts);
    }

    private static PyStr part(PyStr text, int from, int to) {
        return to > from ? text.substring(from, to) : PyStr.EMPTY;
    }

    private static PyStr string(PyObject o) {
        if (o instanceof PyStr s) {
            return s;
        }
        throw Errors.typeError("expected str, got " + o.type.name());
    }

    @Builtin(value = "formatter_field_name_split(string, /)", doc = "split the argument as a field name")
    static PyObject formatterFieldNameSplit(PyObject string) {
        PyStr text = string(string);
        FieldName name = new FieldName(text, 0, text.length());
        PyObject first = name.index >= 0 ? PyInt.of(name.index) : name.first();
        PyList rest = new PyList();
        while (name.next()) {
            PyObject part = name.index >= 0 ? PyInt.of(name.index) : name.text();
            rest.append(PyTuple.of(PyBool.of(name.isAttribute), part));
        }
        return PyTuple.of(first, new org.krait.objects.PyListIterator(rest));
    }
}
