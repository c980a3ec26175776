package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.BuiltinCalls;
/** The methods of {@code classmethod_descriptor}. */
@BuiltinType(base = ObjectMethods.class)
public final class ClassMethodDescriptorMethods {
    private ClassMethodDescriptorMethods() {}

    @Builtin("__call__(self, /, *args, **kwargs)")
    static PyObject call(ThreadState ts, PyBuiltin self, PyObject[] args, PyStr[] keywords) {
        return BuiltinCalls.call(ts, self, args, keywords);
    }

    @Builtin("__get__(self, instance, owner=None, /)")
    static PyObject get(PyBuiltin self, PyObject instance, PyObject owner) {
        PyObject cls = owner == null || owner == PySingleton.NONE
                ? instance == null ? null : instance.type
                : owner;
        if (cls == null) {
            throw Errors.typeError("descriptor '" + self.name + "' for type '" + self.owner.name()
                    + "' needs either an object or a type");
        }
        if (!(cls instanceof PyType type)) {
            throw Errors.typeError("descriptor '" + self.name + "' for type '" + self.owner.name()
                    + "' needs a type, not a '" + cls.type.name() + "' as arg 2");
        }
        if (!type.isSubtypeOf(self.owner)) {
            throw Errors.typeError("descriptor '" + self.name + "' requires a subtype of '" + self.owner.name()
                    + "' but received '" + type.name() + "'");
        }
        return self.bind(type);
    }

    @Builtin("__repr__(self, /)")
    static String repr(PyBuiltin self) {
        return "<method '" + self.name + "' of '" + self.owner.name() + "' objects>";
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

    @Attribute("__text_signature__")
    static PyObject getSignature(PyBuiltin self) {
        return BuiltinText.signature(self);
    }
}
