package org.krait.runtime.builtins;

import org.krait.objects.BinaryOp;
import org.krait.objects.CompareOp;
import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.PyList;
import org.krait.objects.PyMappingProxy;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Calls;
import org.krait.runtime.Texts;
import org.krait.runtime.TypeChecks;

/** The methods of {@code mappingproxy}: those of the mapping that only read. */
@BuiltinType(base = ObjectMethods.class, doc = "Read-only proxy of a mapping.")
public final class MappingProxyMethods {
    private MappingProxyMethods() {}

    @Builtin("__new__(type, /, mapping)")
    static PyObject make(PyType type, PyObject mapping) {
        if (!mapping.type.has(Special.GETITEM) || mapping instanceof PyList || mapping instanceof PyTuple) {
            throw Errors.typeError("mappingproxy() argument must be a mapping, not " + mapping.type.name());
        }
        return new PyMappingProxy(mapping);
    }

    private static PyObject call(ThreadState ts, PyMappingProxy self, String method, PyObject... args) {
        return Calls.callMethod(ts, self.mapping, method, args);
    }

    @Builtin("__len__(self, /)")
    static int length(ThreadState ts, PyMappingProxy self) {
        return self.mapping.type.slots().length(ts, self.mapping);
    }

    @Builtin("__getitem__(self, key, /)")
    static PyObject getItem(ThreadState ts, PyMappingProxy self, PyObject key) {
        return self.mapping.type.slots().getItem(ts, self.mapping, key);
    }

    @Builtin("__contains__(self, key, /)")
    static PyObject contains(ThreadState ts, PyMappingProxy self, PyObject key) {
        PyObject answer = self.mapping.type.slots().contains(ts, self.mapping, key);
        if (answer == null) {
            throw Errors.typeError("argument of type '" + self.mapping.type.name() + "' is not iterable");
        }
        return answer;
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(ThreadState ts, PyMappingProxy self) {
        return Protocol.iter(ts, self.mapping);
    }

    @Builtin(value = "__reversed__(self, /)", doc = "D.__reversed__() -> reverse iterator")
    static PyObject reversed(ThreadState ts, PyMappingProxy self) {
        return call(ts, self, "__reversed__");
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(ThreadState ts, PyMappingProxy self) {
        return PyStr.of("mappingproxy(" + Texts.repr(ts, self.mapping) + ")");
    }

    @Builtin("__str__(self, /)")
    static PyObject str(ThreadState ts, PyMappingProxy self) {
        return Texts.str(ts, self.mapping);
    }

    @Builtin("__hash__(self, /)")
    static long hash(ThreadState ts, PyMappingProxy self) {
        return Equality.hash(ts, self.mapping);
    }

    private static PyObject compare(ThreadState ts, CompareOp op, PyMappingProxy self, PyObject value) {
        return Equality.compare(ts, op, self.mapping, value);
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject eq(ThreadState ts, PyMappingProxy self, PyObject value) {
        return compare(ts, CompareOp.EQ, self, value);
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject ne(ThreadState ts, PyMappingProxy self, PyObject value) {
        return compare(ts, CompareOp.NE, self, value);
    }

    @Builtin("__lt__(self, value, /)")
    static PyObject lt(ThreadState ts, PyMappingProxy self, PyObject value) {
        return compare(ts, CompareOp.LT, self, value);
    }

    @Builtin("__le__(self, value, /)")
    static PyObject le(ThreadState ts, PyMappingProxy self, PyObject value) {
        return compare(ts, CompareOp.LE, self, value);
    }

    @Builtin("__gt__(self, value, /)")
    static PyObject gt(ThreadState ts, PyMappingProxy self, PyObject value) {
        return compare(ts, CompareOp.GT, self, value);
    }

    @Builtin("__ge__(self, value, /)")
    static PyObject ge(ThreadState ts, PyMappingProxy self, PyObject value) {
        return compare(ts, CompareOp.GE, self, value);
    }

    private static PyObject bare(PyObject o) {
        return o instanceof PyMappingProxy p ? p.mapping : o;
    }

    private static PyObject union(ThreadState ts, PyObject a, PyObject b) {
        PyObject left = bare(a);
        PyObject right = bare(b);
        PyObject answer = left.type.slots().binary(ts, BinaryOp.OR, left, right);
        return answer != PySingleton.NOT_IMPLEMENTED
                ? answer
                : right.type.slots().reflected(ts, BinaryOp.OR, right, left);
    }

    @Builtin("__or__(self, value, /)")
    static PyObject or(ThreadState ts, PyMappingProxy self, PyObject value) {
        return union(ts, self, value);
    }

    @Builtin("__ror__(self, value, /)")
    static PyObject ror(ThreadState ts, PyMappingProxy self, PyObject value) {
        return union(ts, value, self);
    }

    @Builtin("__ior__(self, value, /)")
    static PyObject ior(PyMappingProxy self, PyObject value) {
        throw Errors.typeError("'|=' is not supported by mappingproxy; use '|' instead");
    }

    @Builtin(value = "get(self, key, default=None, /)",
            doc = "Return the value for key if key is in the mapping, else default.")
    static PyObject get(ThreadState ts, PyMappingProxy self, PyObject key, PyObject otherwise) {
        return call(ts, self, "get", key, otherwise == null ? PySingleton.NONE : otherwise);
    }

    @Builtin(value = "keys(self, /)", doc = "a set-like object providing a view on D's keys")
    static PyObject keys(ThreadState ts, PyMappingProxy self) {
        return call(ts, self, "keys");
    }

    @Builtin(value = "values(self, /)", doc = "an object providing a view on D's values")
    static PyObject values(ThreadState ts, PyMappingProxy self) {
        return call(ts, self, "values");
    }

    @Builtin(value = "items(self, /)", doc = "a set-like object providing a view on D's items")
    static PyObject items(ThreadState ts, PyMappingProxy self) {
        return call(ts, self, "items");
    }

    @Builtin(value = "copy(self, /)", doc = "a shallow copy of D")
    static PyObject copy(ThreadState ts, PyMappingProxy self) {
        return call(ts, self, "copy");
    }

    @Builtin(value = "__class_getitem__(cls, object, /)", kind = Builtin.Kind.CLASS_METHOD, doc = "See PEP 585")
    static PyObject classGetItem(PyType cls, PyObject object) {
        return TypeChecks.genericAlias(cls, object);
    }
}
