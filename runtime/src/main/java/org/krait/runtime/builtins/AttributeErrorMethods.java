package org.krait.runtime.builtins;

import org.krait.objects.PyBaseException;
import org.krait.objects.PyDict;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code AttributeError}. */
@BuiltinType(base = BaseExceptionMethods.class, doc = "Attribute not found.")
public final class AttributeErrorMethods {
    private static final int NAME = 0;
    private static final int OBJ = 1;

    private AttributeErrorMethods() {}

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(ThreadState ts, PyBaseException self, PyObject[] args, PyStr[] keywords) {
        self.setArgs(BaseExceptionMethods.positional(args, keywords));
        PyObject[] given = ExceptionFields.keywords("AttributeError", args, keywords, "name", "obj");
        self.setExtra(NAME, given[0]);
        self.setExtra(OBJ, given[1]);
    }

    @Builtin(value = "__getstate__(self, /)", doc = "Helper for pickle.")
    static PyObject getState(ThreadState ts, PyBaseException self) {
        PyDict dict = ExceptionFields.dictOrNull(self);
        if (self.extra(NAME) == null && self.extra(OBJ) == null) {
            return dict == null ? PySingleton.NONE : dict;
        }
        PyDict state = dict == null ? new PyDict() : dict.copy();
        if (self.extra(NAME) != null) {
            state.put("name", self.extra(NAME));
        }
        // The object itself is left out: often it could not be pickled (CPython's GH-103352).
        return state;
    }

    @Builtin("__reduce__(self, /)")
    static PyObject reduce(ThreadState ts, PyBaseException self) {
        return PyTuple.of(self.type, self.args(), getState(ts, self));
    }

    @Attribute(value = "name", member = true, doc = "attribute name")
    static PyObject getName(PyBaseException self) {
        return ExceptionFields.get(self, NAME);
    }

    @Attribute(value = "name", setter = true, member = true)
    static void setName(PyBaseException self, PyObject value) {
        self.setExtra(NAME, value);
    }

    @Attribute(value = "obj", member = true, doc = "object")
    static PyObject getObject(PyBaseException self) {
        return ExceptionFields.get(self, OBJ);
    }

    @Attribute(value = "obj", setter = true, member = true)
    static void setObject(PyBaseException self, PyObject value) {
        self.setExtra(OBJ, value);
    }
}
