package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Iteration;

/** The methods of {@code typing.TypeVarTuple}. */
@BuiltinType(base = ObjectMethods.class, doc = "Type variable tuple.")
public final class TypeVarTupleMethods {
    private TypeVarTupleMethods() {}

    @Builtin("__new__(type, /, name)")
    static PyObject make(ThreadState ts, PyType type, PyStr name) {
        PyTypeParameter made = new PyTypeParameter(type, name);
        made.setModule(Typing.callerModule(ts));
        return made;
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(ThreadState ts, PyTypeParameter self) {
        return Iteration.iter(ts, PyTuple.of(Typing.unpack(ts, self)));
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(PyTypeParameter self) {
        return self.name;
    }

    @Builtin(value = "__typing_subst__(self, arg, /)")
    static PyObject substitute(PyTypeParameter self, PyObject arg) {
        throw Errors.typeError("Substitution of bare TypeVarTuple is not supported");
    }

    @Builtin(value = "__typing_prepare_subst__(self, alias, args, /)")
    static PyObject prepare(ThreadState ts, PyTypeParameter self, PyObject alias, PyObject args) {
        return Typing.call(ts, "_typevartuple_prepare_subst", self, alias, args);
    }

    @Builtin(value = "__mro_entries__(self, bases, /)")
    static PyObject mroEntries(PyObject self, PyObject bases) {
        throw Errors.typeError("Cannot subclass an instance of TypeVarTuple");
    }

    @Builtin("__reduce__(self, /)")
    static PyObject reduce(PyTypeParameter self) {
        return self.name;
    }

    @Attribute(value = "__name__", member = true)
    static PyObject getName(PyTypeParameter self) {
        return self.name;
    }

    @Attribute("__dict__")
    static PyObject getDict(PyTypeParameter self) {
        return self.materializeDict();
    }
}
