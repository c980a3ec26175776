package org.krait.runtime.builtins;

import org.krait.objects.PyBaseException;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code SystemExit}. */
@BuiltinType(base = BaseExceptionMethods.class, doc = "Request to exit from the interpreter.")
public final class SystemExitMethods {
    private static final int CODE = 0;

    private SystemExitMethods() {}

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(ThreadState ts, PyBaseException self, PyObject[] args, PyStr[] keywords) {
        BaseExceptionMethods.init(ts, self, args, keywords);
        if (args.length > 0) {
            self.setExtra(CODE, args.length == 1 ? args[0] : self.args());
        }
    }

    @Attribute(value = "code", member = true, doc = "exception code")
    static PyObject getCode(PyBaseException self) {
        return ExceptionFields.get(self, CODE);
    }

    @Attribute(value = "code", setter = true, member = true)
    static void setCode(PyBaseException self, PyObject value) {
        self.setExtra(CODE, value);
    }
}
