package org.krait.runtime.builtins;

import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Texts;

/** The methods of {@link PySiteBuiltin}. */
@BuiltinType(base = ObjectMethods.class)
final class SiteBuiltinMethods {
    private SiteBuiltinMethods() {}

    @Builtin("__repr__(self, /)")
    static PyObject repr(ThreadState ts, PySiteBuiltin self) {
        return Texts.repr(ts, self.real(ts));
    }

    @Builtin("__call__(self, /, *args, **kwargs)")
    static PyObject call(ThreadState ts, PySiteBuiltin self, PyObject[] args, PyStr[] keywords) {
        return Calls.call(ts, self.real(ts), args, keywords);
    }

    @Builtin("__getattribute__(self, name, /)")
    static PyObject getAttribute(ThreadState ts, PySiteBuiltin self, PyStr name) {
        return Attributes.get(ts, self.real(ts), name);
    }
}
