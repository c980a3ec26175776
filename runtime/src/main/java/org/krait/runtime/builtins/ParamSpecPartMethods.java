package org.krait.runtime.builtins;

import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.PyBool;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Texts;

/** The methods of {@code typing.ParamSpecArgs} and {@code typing.ParamSpecKwargs}. */
@BuiltinType(base = ObjectMethods.class)
public final class ParamSpecPartMethods {
    private ParamSpecPartMethods() {}

    @Builtin("__new__(type, /, origin)")
    static PyObject make(PyType type, PyObject origin) {
        return new PyParamSpecPart(type, origin);
    }

    @Builtin("__repr__(self, /)")
    static String repr(ThreadState ts, PyParamSpecPart self) {
        String what = self.type == PyParamSpecPart.ARGS ? ".args" : ".kwargs";
        return self.origin instanceof PyTypeParameter p && p.type == PyTypeParameter.PARAM_SPEC
                ? p.name + what
                : Texts.repr(ts, self.origin) + what;
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject equal(ThreadState ts, PyParamSpecPart self, PyObject value) {
        return value.type == self.type
                ? PyBool.of(Equality.equal(ts, self.origin, ((PyParamSpecPart) value).origin))
                : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__mro_entries__(self, bases, /)")
    static PyObject mroEntries(PyParamSpecPart self, PyObject bases) {
        throw Errors.typeError("Cannot subclass an instance of " + self.type.pyName());
    }

    @Attribute(value = "__origin__", member = true)
    static PyObject getOrigin(PyParamSpecPart self) {
        return self.origin;
    }
}
