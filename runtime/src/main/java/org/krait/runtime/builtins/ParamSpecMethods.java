package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;

/** The methods of {@code typing.ParamSpec}. */
@BuiltinType(base = ObjectMethods.class, doc = "Parameter specification variable.")
public final class ParamSpecMethods {
    private ParamSpecMethods() {}

    @Builtin("__new__(type, /, name, *, bound=None, covariant=False, contravariant=False, infer_variance=False)")
    static PyObject make(ThreadState ts, PyType type, PyStr name, PyObject bound, boolean covariant,
            boolean contravariant, boolean inferVariance) {
        Typing.checkVariance(covariant, contravariant, inferVariance);
        PyTypeParameter made = new PyTypeParameter(type, name);
        if (bound != null && bound != PySingleton.NONE) {
            made.setBound(Typing.call(ts, "_type_check", bound, PyStr.of("Bound must be a type.")));
        }
        made.covariant = covariant;
        made.contravariant = contravariant;
        made.inferVariance = inferVariance;
        made.setModule(Typing.callerModule(ts));
        return made;
    }

    @Attribute(value = "__covariant__", member = true)
    static boolean isCovariant(PyTypeParameter self) {
        return self.covariant;
    }

    @Attribute(value = "__contravariant__", member = true)
    static boolean isContravariant(PyTypeParameter self) {
        return self.contravariant;
    }

    @Attribute(value = "__infer_variance__", member = true)
    static boolean infersVariance(PyTypeParameter self) {
        return self.inferVariance;
    }

    @Builtin("__repr__(self, /)")
    static String repr(PyTypeParameter self) {
        String sign = self.inferVariance ? "" : self.covariant ? "+" : self.contravariant ? "-" : "~";
        return sign + self.name;
    }

    @Builtin(value = "__typing_subst__(self, arg, /)")
    static PyObject substitute(ThreadState ts, PyTypeParameter self, PyObject arg) {
        return Typing.call(ts, "_paramspec_subst", self, arg);
    }

    @Builtin(value = "__typing_prepare_subst__(self, alias, args, /)")
    static PyObject prepare(ThreadState ts, PyTypeParameter self, PyObject alias, PyObject args) {
        return Typing.call(ts, "_paramspec_prepare_subst", self, alias, args);
    }

    @Builtin("__or__(self, value, /)")
    static PyObject or(ThreadState ts, PyObject self, PyObject value) {
        return Typing.call(ts, "_make_union", self, value);
    }

    @Builtin("__ror__(self, value, /)")
    static PyObject ror(ThreadState ts, PyObject self, PyObject value) {
        return Typing.call(ts, "_make_union", value, self);
    }

    @Builtin(value = "__mro_entries__(self, bases, /)")
    static PyObject mroEntries(PyObject self, PyObject bases) {
        throw Errors.typeError("Cannot subclass an instance of ParamSpec");
    }

    @Builtin("__reduce__(self, /)")
    static PyObject reduce(PyTypeParameter self) {
        return self.name;
    }

    @Attribute(value = "__name__", member = true)
    static PyObject getName(PyTypeParameter self) {
        return self.name;
    }

    @Attribute(value = "__bound__", member = true)
    static PyObject getBound(PyTypeParameter self) {
        return self.bound() == null ? PySingleton.NONE : self.bound();
    }

    @Attribute(value = "args", doc = "Represents positional arguments.")
    static PyObject getArgs(PyTypeParameter self) {
        return new PyParamSpecPart(PyParamSpecPart.ARGS, self);
    }

    @Attribute(value = "kwargs", doc = "Represents keyword arguments.")
    static PyObject getKwargs(PyTypeParameter self) {
        return new PyParamSpecPart(PyParamSpecPart.KWARGS, self);
    }

    @Attribute("__dict__")
    static PyObject getDict(PyTypeParameter self) {
        return self.materializeDict();
    }
}
