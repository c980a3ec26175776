package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
/** The methods of {@code member_descriptor}. */
@BuiltinType(base = ObjectMethods.class)
public final class MemberDescriptorMethods {
    private MemberDescriptorMethods() {}

    @Builtin("__get__(self, instance, owner=None, /)")
    static PyObject get(ThreadState ts, PyBuiltin self, PyObject instance, PyObject owner) {
        if (instance == null) {
            return self;
        }
        BuiltinText.checkInstance(self, instance);
        PyObject value = self.table.call1(self.id, ts, instance);
        return value == null ? PySingleton.NONE : value;
    }

    @Builtin("__set__(self, instance, value, /)")
    static void set(ThreadState ts, PyBuiltin self, PyObject instance, PyObject value) {
        BuiltinText.checkInstance(self, instance);
        if (self.setterId == -1) {
            throw Errors.attributeError("readonly attribute");
        }
        self.table.call2(self.setterId, ts, instance, value);
    }

    @Builtin("__delete__(self, instance, /)")
    static void delete(ThreadState ts, PyBuiltin self, PyObject instance) {
        set(ts, self, instance, null);
    }

    @Builtin("__repr__(self, /)")
    static String repr(PyBuiltin self) {
        return "<member '" + self.name + "' of '" + self.owner.name() + "' objects>";
    }

    @Builtin("__reduce__(self, /)")
    static PyObject reduce(ThreadState ts, PyBuiltin self) {
        return BuiltinText.reduce(ts, self.owner, self.name);
    }

    @Attribute(value = "__name__", member = true)
    static PyObject getName(PyBuiltin self) {
        return self.name;
    }

    @Attribute("__qualname__")
    static String getQualifiedName(PyBuiltin self) {
        return BuiltinText.qualifiedName(self);
    }

    @Attribute("__doc__")
    static PyObject getDoc(PyBuiltin self) {
        return BuiltinText.doc(self);
    }

    @Attribute(value = "__objclass__", member = true)
    static PyObject getObjectClass(PyBuiltin self) {
        return self.owner;
    }
}
