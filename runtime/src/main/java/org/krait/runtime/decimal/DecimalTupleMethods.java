package org.krait.runtime.decimal;

import org.krait.objects.Errors;
import org.krait.objects.PyDict;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.PyStructSequence;
import org.krait.objects.PyTuple;
import org.krait.objects.PyTupleInstance;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Iteration;
import org.krait.runtime.Texts;
import org.krait.runtime.builtins.TupleMethods;

/** The methods of {@code decimal.DecimalTuple}, a named tuple. */
@BuiltinType(base = TupleMethods.class, signature = "__new__", doc = "DecimalTuple(sign, digits, exponent)")
final class DecimalTupleMethods {
    private static final String[] NAMES = {"sign", "digits", "exponent"};

    private DecimalTupleMethods() {}

    static PyTuple of(PyType type, PyObject... items) {
        return type == DecimalTypes.DECIMAL_TUPLE
                ? new PyStructSequence(type, items, null)
                : new PyTupleInstance(type, items);
    }

    @Builtin("__new__(_cls, sign, digits, exponent)")
    static PyObject make(PyType type, PyObject sign, PyObject digits, PyObject exponent) {
        return of(type, sign, digits, exponent);
    }

    @Attribute(value = "sign", doc = "Alias for field number 0")
    static PyObject sign(PyTuple self) {
        return self.item(0);
    }

    @Attribute(value = "digits", doc = "Alias for field number 1")
    static PyObject digits(PyTuple self) {
        return self.item(1);
    }

    @Attribute(value = "exponent", doc = "Alias for field number 2")
    static PyObject exponent(PyTuple self) {
        return self.item(2);
    }

    @Builtin(
            value = "_make(cls, iterable)",
            kind = Builtin.Kind.CLASS_METHOD,
            doc = "Make a new DecimalTuple object from a sequence or iterable")
    static PyObject fromIterable(ThreadState ts, PyType type, PyObject iterable) {
        PyObject[] items = Iteration.toArray(ts, iterable);
        if (items.length != 3) {
            throw Errors.typeError("Expected 3 arguments, got " + items.length);
        }
        return of(type, items);
    }

    @Builtin(
            value = "_replace(self, /, **kwds)",
            doc = "Return a new DecimalTuple object replacing specified fields with new values")
    static PyObject replace(ThreadState ts, PyTuple self, PyDict changes) {
        PyObject[] items = self.items.clone();
        PyList unknown = new PyList();
        for (int i = changes.nextEntry(0); i >= 0; i = changes.nextEntry(i + 1)) {
            int at = java.util.Arrays.asList(NAMES).indexOf(changes.keys[i].toString());
            if (at < 0) {
                unknown.append(changes.keys[i]);
            } else {
                items[at] = changes.values[i];
            }
        }
        if (unknown.size() > 0) {
            throw Errors.valueError("Got unexpected field names: " + Texts.repr(ts, unknown));
        }
        return of(self.type, items);
    }

    @Builtin(value = "_asdict(self)", doc = "Return a new dict which maps field names to their values.")
    static PyObject asDict(PyTuple self) {
        PyDict made = new PyDict();
        for (int i = 0; i < NAMES.length; i++) {
            made.put(NAMES[i], self.item(i));
        }
        return made;
    }

    @Builtin("__reduce__(self, /)")
    static PyObject reduce(PyTuple self) {
        return PyTuple.of(self.type, newArguments(self));
    }

    @Builtin("__getnewargs__(self, /)")
    static PyObject newArguments(PyTuple self) {
        return PyTuple.of(self.items.clone());
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(ThreadState ts, PyTuple self) {
        PyStrBuilder out = new PyStrBuilder().append(self.type.pyName());
        for (int i = 0; i < NAMES.length; i++) {
            out.append(i == 0 ? "(" : ", ").append(NAMES[i]).append('=').append(Texts.repr(ts, self.item(i)));
        }
        return out.append(')').toPyStr();
    }
}
