package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Texts;

/** The descriptor of a field of a named tuple: the item at an index. */
@BuiltinType(base = ObjectMethods.class)
final class PyTupleGetter extends PyObject {
    static final PyType TYPE = ToolTypes.TUPLE_GETTER;

    private final long index;
    private PyObject doc;

    private PyTupleGetter(long index, PyObject doc) {
        super(TYPE);
        this.index = index;
        this.doc = doc;
        Refs.incRef(doc);
    }

    @Builtin("__new__(type, index, doc, /)")
    static PyObject make(PyType type, long index, PyObject doc) {
        return new PyTupleGetter(index, doc);
    }

    @Builtin("__get__(self, instance, owner=None, /)")
    static PyObject get(PyTupleGetter self, PyObject instance, PyObject owner) {
        if (instance == null) {
            return self;
        }
        if (!(instance instanceof PyTuple tuple)) {
            throw Errors.typeError("descriptor for index '" + self.index + "' for tuple subclasses doesn't apply to '"
                    + instance.type.name() + "' object");
        }
        if (self.index < 0 || self.index >= tuple.size()) {
            throw Errors.indexError("tuple index out of range");
        }
        return tuple.item((int) self.index);
    }

    @Builtin("__set__(self, instance, value, /)")
    static void set(PyTupleGetter self, PyObject instance, PyObject value) {
        throw Errors.attributeError("can't set attribute");
    }

    @Builtin("__delete__(self, instance, /)")
    static void delete(PyTupleGetter self, PyObject instance) {
        throw Errors.attributeError("can't delete attribute");
    }

    @Builtin("__repr__(self, /)")
    static String repr(ThreadState ts, PyTupleGetter self) {
        return "_tuplegetter(" + self.index + ", " + Texts.repr(ts, self.doc) + ")";
    }

    @Builtin(value = "__reduce__(self, /)", doc = "What pickle needs.")
    static PyTuple reduce(PyTupleGetter self) {
        return PyTuple.of(TYPE, PyTuple.of(PyInt.of(self.index), self.doc));
    }

    @Attribute(value = "__doc__", member = true)
    static PyObject doc(PyTupleGetter self) {
        return self.doc;
    }

    @Attribute(value = "__doc__", setter = true)
    static void setDoc(PyTupleGetter self, PyObject value) {
        PyObject old = self.doc;
        self.doc = value == null ? PySingleton.NONE : value;
        Refs.incRef(self.doc);
        Refs.decRef(old);
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(doc);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        visitor.visit(doc);
    }
}
