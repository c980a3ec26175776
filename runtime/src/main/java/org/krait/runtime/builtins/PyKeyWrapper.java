package org.krait.runtime.builtins;

import org.krait.objects.CompareOp;
import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Calls;

/** What {@code functools.cmp_to_key} makes, and, called with an object, the key of that object. */
@BuiltinType(base = ObjectMethods.class)
final class PyKeyWrapper extends PyObject {
    static final PyType TYPE = ToolTypes.KEY_WRAPPER;

    private final PyObject compare;
    /** Null for the key function itself. */
    private PyObject object;

    /** The comparison of one that wraps nothing yet: what {@code cmp_to_key} gives; else null. */
    PyObject comparison() {
        return object == null ? compare : null;
    }

    /** What wraps objects as this one was wrapped. */
    PyKeyWrapper function() {
        return new PyKeyWrapper(compare, null);
    }

    PyObject object() {
        return object;
    }

    PyKeyWrapper(PyObject compare, PyObject object) {
        super(TYPE);
        this.compare = compare;
        this.object = object;
        Refs.incRef(compare);
        Refs.xincRef(object);
    }

    @Builtin(value = "__call__(self, obj)", doc = "The key of an object.")
    static PyObject call(PyKeyWrapper self, PyObject object) {
        return new PyKeyWrapper(self.compare, object);
    }

    private static PyObject compare(ThreadState ts, CompareOp op, PyKeyWrapper a, PyObject b) {
        if (!(b instanceof PyKeyWrapper other)) {
            throw Errors.typeError("other argument must be K instance");
        }
        if (a.object == null || other.object == null) {
            throw Errors.attributeError("object");
        }
        PyObject order = Calls.call(ts, a.compare, a.object, other.object);
        PyObject answer = Equality.compare(ts, op, order, PyInt.ZERO);
        Refs.drop(order);
        return answer;
    }

    @Builtin("__lt__(self, value, /)")
    static PyObject less(ThreadState ts, PyKeyWrapper self, PyObject value) {
        return compare(ts, CompareOp.LT, self, value);
    }

    @Builtin("__le__(self, value, /)")
    static PyObject lessOrEqual(ThreadState ts, PyKeyWrapper self, PyObject value) {
        return compare(ts, CompareOp.LE, self, value);
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject equal(ThreadState ts, PyKeyWrapper self, PyObject value) {
        return compare(ts, CompareOp.EQ, self, value);
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject notEqual(ThreadState ts, PyKeyWrapper self, PyObject value) {
        return compare(ts, CompareOp.NE, self, value);
    }

    @Builtin("__gt__(self, value, /)")
    static PyObject greater(ThreadState ts, PyKeyWrapper self, PyObject value) {
        return compare(ts, CompareOp.GT, self, value);
    }

    @Builtin("__ge__(self, value, /)")
    static PyObject greaterOrEqual(ThreadState ts, PyKeyWrapper self, PyObject value) {
        return compare(ts, CompareOp.GE, self, value);
    }

    @Builtin("__hash__(self, /)")
    static void hash(PyKeyWrapper self) {
        throw Errors.typeError("unhashable type: '" + self.type.name() + "'");
    }

    @Attribute(value = "obj", doc = "Value wrapped by a key function.", member = true)
    static PyObject object(PyKeyWrapper self) {
        return self.object == null ? PySingleton.NONE : self.object;
    }

    @Attribute(value = "obj", setter = true)
    static void setObject(PyKeyWrapper self, PyObject value) {
        PyObject old = self.object;
        Refs.xincRef(value);
        self.object = value;
        Refs.xdecRef(old);
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(compare);
        Refs.xdecRef(object);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        visitor.visit(compare);
        if (object != null) {
            visitor.visit(object);
        }
    }
}
