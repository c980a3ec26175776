package org.krait.runtime.builtins;

import org.krait.objects.PyBaseException;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code StopIteration}. */
@BuiltinType(base = BaseExceptionMethods.class, doc = "Signal the end from iterator.__next__().")
public final class StopIterationMethods {
    private static final int VALUE = 0;

    private StopIterationMethods() {}

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(ThreadState ts, PyBaseException self, PyObject[] args, PyStr[] keywords) {
        BaseExceptionMethods.init(ts, self, args, keywords);
        self.setExtra(VALUE, args.length > 0 ? args[0] : PySingleton.NONE);
    }

    @Attribute(value = "value", member = true, doc = "generator return value")
    static PyObject getValue(PyBaseException self) {
        return ExceptionFields.get(self, VALUE);
    }

    @Attribute(value = "value", setter = true, member = true)
    static void setValue(PyBaseException self, PyObject value) {
        self.setExtra(VALUE, value);
    }
}
