package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyGenericAlias;
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

/** The methods of {@code typing.TypeAliasType}. */
@BuiltinType(base = ObjectMethods.class, doc = "Type alias.")
public final class TypeAliasMethods {
    private TypeAliasMethods() {}

    @Builtin("__new__(type, /, name, value, *, type_params=())")
    static PyObject make(ThreadState ts, PyType type, PyStr name, PyObject value, PyObject typeParams) {
        if (typeParams != null && !(typeParams instanceof PyTuple)) {
            throw Errors.typeError("type_params must be a tuple");
        }
        PyObject parameters = typeParams == null || ((PyTuple) typeParams).size() == 0 ? null : typeParams;
        PyTypeAlias made = new PyTypeAlias(name, parameters, null, value);
        made.setModule(Typing.callerModule(ts));
        return made;
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(PyTypeAlias self) {
        return self.name;
    }

    @Builtin("__getitem__(self, args, /)")
    static PyObject getItem(PyTypeAlias self, PyObject args) {
        if (self.parameters == PySingleton.NONE) {
            throw Errors.typeError("Only generic type aliases are subscriptable");
        }
        PyTuple all = args instanceof PyTuple t ? t : PyTuple.of(args);
        return new PyGenericAlias(PyGenericAlias.TYPE, self, all, false);
    }

    @Builtin("__or__(self, value, /)")
    static PyObject or(ThreadState ts, PyObject self, PyObject value) {
        return Unions.or(ts, self, value);
    }

    @Builtin("__ror__(self, value, /)")
    static PyObject ror(ThreadState ts, PyObject self, PyObject value) {
        return Unions.or(ts, value, self);
    }

    @Builtin("__reduce__(self, /)")
    static PyObject reduce(PyTypeAlias self) {
        return self.name;
    }

    @Attribute(value = "__name__", member = true)
    static PyObject getName(PyTypeAlias self) {
        return self.name;
    }

    @Attribute("__value__")
    static PyObject getValue(ThreadState ts, PyTypeAlias self) {
        if (self.value() == null) {
            self.setValue(Calls.call(ts, self.evaluate));
        }
        return self.value();
    }

    @Attribute("__type_params__")
    static PyObject getTypeParams(PyTypeAlias self) {
        return self.parameters == PySingleton.NONE ? PyTuple.EMPTY : self.parameters;
    }

    @Attribute("__parameters__")
    static PyObject getParameters(ThreadState ts, PyTypeAlias self) {
        if (self.parameters == PySingleton.NONE) {
            return PyTuple.EMPTY;
        }
        PyObject[] items = ((PyTuple) self.parameters).items.clone();
        for (int i = 0; i < items.length; i++) {
            if (items[i] instanceof PyTypeParameter p && p.type == PyTypeParameter.TYPE_VAR_TUPLE) {
                items[i] = Typing.unpack(ts, p);
            }
        }
        return PyTuple.of(items);
    }

    @Attribute("__module__")
    static PyObject getModule(PyTypeAlias self) {
        return self.module() == null ? PySingleton.NONE : self.module();
    }
}
