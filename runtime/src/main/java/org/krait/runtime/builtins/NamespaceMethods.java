package org.krait.runtime.builtins;

import org.krait.objects.CompareOp;
import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.PyBool;
import org.krait.objects.PyDict;
import org.krait.objects.PyNamespace;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Texts;

/** The methods of {@code types.SimpleNamespace}. */
@BuiltinType(base = ObjectMethods.class, doc = """
        A simple attribute-based namespace.

        SimpleNamespace(**kwargs)""")
public final class NamespaceMethods {
    private NamespaceMethods() {}

    @Builtin("__new__(type, /, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        return new PyNamespace(type);
    }

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(ThreadState ts, PyNamespace self, PyObject[] args, PyStr[] keywords) {
        int given = keywords == null ? args.length : args.length - keywords.length;
        if (given > 0) {
            throw Errors.typeError("no positional arguments expected");
        }
        for (int i = 0; i < args.length; i++) {
            self.dict.put(keywords[i].intern(), args[i]);
        }
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(ThreadState ts, PyNamespace self) {
        String name = self.type == PyNamespace.TYPE ? "namespace" : self.type.name();
        if (Protocol.enterRepr(ts, self)) {
            return PyStr.of(name + "(...)");
        }
        try {
            StringBuilder text = new StringBuilder(name).append('(');
            PyDict dict = self.dict;
            boolean first = true;
            for (int i = dict.nextEntry(0); i >= 0; i = dict.nextEntry(i + 1)) {
                if (dict.keys[i] instanceof PyStr key && key.length() > 0) {
                    text.append(first ? "" : ", ").append(key).append('=');
                    text.append(Texts.repr(ts, dict.values[i]));
                    first = false;
                }
            }
            return PyStr.of(text.append(')').toString());
        } finally {
            Protocol.leaveRepr(ts);
        }
    }

    private static PyObject compare(ThreadState ts, CompareOp op, PyNamespace self, PyObject value) {
        if (!(value instanceof PyNamespace other)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        return Equality.compare(ts, op, self.dict, other.dict);
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject eq(ThreadState ts, PyNamespace self, PyObject value) {
        return compare(ts, CompareOp.EQ, self, value);
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject ne(ThreadState ts, PyNamespace self, PyObject value) {
        PyObject equal = compare(ts, CompareOp.EQ, self, value);
        return equal instanceof PyBool b ? PyBool.of(b == PyBool.FALSE) : equal;
    }

    @Builtin("__hash__(self, /)")
    static void hash(PyNamespace self) {
        throw Errors.typeError("unhashable type: '" + self.type.name() + "'");
    }

    @Builtin(value = "__reduce__(self, /)", doc = "Return state information for pickling")
    static PyObject reduce(PyNamespace self) {
        return PyTuple.of(self.type, PyTuple.EMPTY, self.dict);
    }

    @Attribute(value = "__dict__", member = true)
    static PyObject getDict(PyNamespace self) {
        return self.dict;
    }
}
