package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Calls;

/** The methods of {@code typing.TypeVar}. */
@BuiltinType(base = ObjectMethods.class, doc = "Type variable.")
public final class TypeVarMethods {
    private TypeVarMethods() {}

    @Builtin("__new__(type, /, name, *constraints, bound=None, covariant=False, contravariant=False, "
            + "infer_variance=False)")
    static PyObject make(ThreadState ts, PyType type, PyStr name, PyObject[] constraints, PyObject bound,
            boolean covariant, boolean contravariant, boolean inferVariance) {
        Typing.checkVariance(covariant, contravariant, inferVariance);
        PyTypeParameter made = new PyTypeParameter(type, name);
        boolean bounded = bound != null && bound != PySingleton.NONE;
        if (bounded) {
            made.setBound(Typing.call(ts, "_type_check", bound, PyStr.of("Bound must be a type.")));
        }
        if (constraints.length == 1) {
            throw Errors.typeError("A single constraint is not allowed");
        }
        if (constraints.length > 1) {
            if (bounded) {
                throw Errors.typeError("Constraints cannot be combined with bound=...");
            }
            made.setConstraints(PyTuple.of(constraints));
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
        return Typing.call(ts, "_typevar_subst", self, arg);
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
        throw Errors.typeError("Cannot subclass an instance of TypeVar");
    }

    @Builtin("__reduce__(self, /)")
    static PyObject reduce(PyTypeParameter self) {
        return self.name;
    }

    @Attribute(value = "__name__", member = true)
    static PyObject getName(PyTypeParameter self) {
        return self.name;
    }

    @Attribute("__bound__")
    static PyObject getBound(ThreadState ts, PyTypeParameter self) {
        if (self.bound() == null && self.evaluateBound() != null) {
            self.setBound(Calls.call(ts, self.evaluateBound()));
        }
        return self.bound() == null ? PySingleton.NONE : self.bound();
    }

    @Attribute("__constraints__")
    static PyObject getConstraints(ThreadState ts, PyTypeParameter self) {
        if (self.constraints() == null && self.evaluateConstraints() != null) {
            self.setConstraints(Calls.call(ts, self.evaluateConstraints()));
        }
        return self.constraints() == null ? PyTuple.EMPTY : self.constraints();
    }

    @Attribute("__dict__")
    static PyObject getDict(PyTypeParameter self) {
        return self.materializeDict();
    }
}
