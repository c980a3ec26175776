package org.krait.runtime.builtins;

import org.krait.objects.PyBaseException;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code NameError}. */
@BuiltinType(base = BaseExceptionMethods.class, doc = "Name not found globally.")
public final class NameErrorMethods {
    private static final int NAME = 0;

    private NameErrorMethods() {}

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(ThreadState ts, PyBaseException self, PyObject[] args, PyStr[] keywords) {
        self.setArgs(BaseExceptionMethods.positional(args, keywords));
        self.setExtra(NAME, ExceptionFields.keywords("NameError", args, keywords, "name")[0]);
    }

    @Attribute(value = "name", member = true, doc = "name")
    static PyObject getName(PyBaseException self) {
        return ExceptionFields.get(self, NAME);
    }

    @Attribute(value = "name", setter = true, member = true)
    static void setName(PyBaseException self, PyObject value) {
        self.setExtra(NAME, value);
    }
}
