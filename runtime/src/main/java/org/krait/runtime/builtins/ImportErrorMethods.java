package org.krait.runtime.builtins;

import org.krait.objects.PyBaseException;
import org.krait.objects.PyDict;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code ImportError}. */
@BuiltinType(base = BaseExceptionMethods.class, doc = "Import can't find module, or can't find name in module.")
public final class ImportErrorMethods {
    private static final int MESSAGE = 0;
    private static final int NAME = 1;
    private static final int PATH = 2;
    private static final int NAME_FROM = 3;

    private ImportErrorMethods() {}

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(ThreadState ts, PyBaseException self, PyObject[] args, PyStr[] keywords) {
        PyTuple positional = BaseExceptionMethods.positional(args, keywords);
        self.setArgs(positional);
        PyObject[] given = ExceptionFields.keywords("ImportError", args, keywords, "name", "path", "name_from");
        self.setExtra(NAME, given[0]);
        self.setExtra(PATH, given[1]);
        self.setExtra(NAME_FROM, given[2]);
        self.setExtra(MESSAGE, positional.size() == 1 ? positional.item(0) : null);
    }

    @Builtin("__str__(self, /)")
    static PyObject str(ThreadState ts, PyBaseException self) {
        return self.extra(MESSAGE) instanceof PyStr message && message.getClass() == PyStr.class
                ? message
                : BaseExceptionMethods.str(ts, self);
    }

    @Builtin("__reduce__(self, /)")
    static PyObject reduce(PyBaseException self) {
        PyDict dict = ExceptionFields.dictOrNull(self);
        if (self.extra(NAME) == null && self.extra(PATH) == null && self.extra(NAME_FROM) == null) {
            return BaseExceptionMethods.reduction(self, self.args());
        }
        PyDict state = dict == null ? new PyDict() : dict.copy();
        String[] names = {"name", "path", "name_from"};
        for (int i = 0; i < names.length; i++) {
            if (self.extra(NAME + i) != null) {
                state.put(names[i], self.extra(NAME + i));
            }
        }
        return PyTuple.of(self.type, self.args(), state);
    }

    @Attribute(value = "msg", member = true, doc = "exception message")
    static PyObject getMessage(PyBaseException self) {
        return ExceptionFields.get(self, MESSAGE);
    }

    @Attribute(value = "msg", setter = true, member = true)
    static void setMessage(PyBaseException self, PyObject value) {
        self.setExtra(MESSAGE, value);
    }

    @Attribute(value = "name", member = true, doc = "module name")
    static PyObject getName(PyBaseException self) {
        return ExceptionFields.get(self, NAME);
    }

    @Attribute(value = "name", setter = true, member = true)
    static void setName(PyBaseException self, PyObject value) {
        self.setExtra(NAME, value);
    }

    @Attribute(value = "path", member = true, doc = "module path")
    static PyObject getPath(PyBaseException self) {
        return ExceptionFields.get(self, PATH);
    }

    @Attribute(value = "path", setter = true, member = true)
    static void setPath(PyBaseException self, PyObject value) {
        self.setExtra(PATH, value);
    }

    @Attribute(value = "name_from", member = true, doc = "name imported from module")
    static PyObject getNameFrom(PyBaseException self) {
        return ExceptionFields.get(self, NAME_FROM);
    }

    @Attribute(value = "name_from", setter = true, member = true)
    static void setNameFrom(PyBaseException self, PyObject value) {
        self.setExtra(NAME_FROM, value);
    }
}
