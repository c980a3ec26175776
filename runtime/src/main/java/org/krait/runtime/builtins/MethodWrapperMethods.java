package org.krait.runtime.builtins;

import org.krait.objects.PyBool;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.BuiltinCalls;
/** The methods of {@code method-wrapper}: bound slot wrappers. */
@BuiltinType(base = ObjectMethods.class)
public final class MethodWrapperMethods {
    private MethodWrapperMethods() {}

    @Builtin("__call__(self, /, *args, **kwargs)")
    static PyObject call(ThreadState ts, PyBuiltin self, PyObject[] args, PyStr[] keywords) {
        return BuiltinCalls.call(ts, self, args, keywords);
    }

    @Builtin("__repr__(self, /)")
    static String repr(ThreadState ts, PyBuiltin self) {
        return "<method-wrapper '" + self.name + "' of " + self.self.type.name() + " object at "
                + Addresses.of(ts, self.self) + ">";
    }

    @Builtin("__reduce__(self, /)")
    static PyObject reduce(ThreadState ts, PyBuiltin self) {
        return BuiltinText.reduce(ts, self.self, self.name);
    }

    @Attribute(value = "__self__", member = true)
    static PyObject getSelf(PyBuiltin self) {
        return self.self;
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject equal(PyBuiltin self, PyObject value) {
        return value.type == self.type ? PyBool.of(isEqual(self, value)) : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject notEqual(PyBuiltin self, PyObject value) {
        return value.type == self.type ? PyBool.of(!isEqual(self, value)) : PySingleton.NOT_IMPLEMENTED;
    }

    private static boolean isEqual(PyBuiltin a, PyObject o) {
        PyBuiltin b = (PyBuiltin) o;
        return a == b || a.self == b.self && a.self != null && a.table == b.table && a.id == b.id;
    }

    @Builtin("__hash__(self, /)")
    static long hash(PyBuiltin self) {
        int row = System.identityHashCode(self.table) * 31 + self.id;
        return self.self == null ? row : row ^ System.identityHashCode(self.self);
    }

    @Attribute(value = "__name__")
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

    @Attribute(value = "__objclass__")
    static PyObject getObjectClass(PyBuiltin self) {
        return self.owner;
    }

    @Attribute("__text_signature__")
    static PyObject getSignature(PyBuiltin self) {
        return BuiltinText.signature(self);
    }
}
