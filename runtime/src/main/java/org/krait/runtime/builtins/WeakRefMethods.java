package org.krait.runtime.builtins;

import org.krait.objects.CompareOp;
import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.PyBool;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.PyWeakRef;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Attributes;
import org.krait.runtime.TypeChecks;

/** The methods of {@code weakref.ReferenceType}. */
@BuiltinType(base = ObjectMethods.class)
public final class WeakRefMethods {
    private static final PyStr NAME = PyStr.interned("__name__");

    private WeakRefMethods() {}

    @Builtin("__new__(type, /, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        int given = keywords == null ? args.length : args.length - keywords.length;
        if (given < 1 || given > 2) {
            throw Errors.typeError("__new__ expected at " + (given < 1 ? "least 1 argument" : "most 2 arguments")
                    + ", got " + given);
        }
        PyObject callback = given < 2 || args[1] == PySingleton.NONE ? null : args[1];
        return WeakRefs.reference(type, args[0], callback);
    }

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(ThreadState ts, PyWeakRef self, PyObject[] args, PyStr[] keywords) {
        if (keywords != null && keywords.length > 0) {
            throw Errors.typeError("ref() takes no keyword arguments");
        }
        if (args.length < 1 || args.length > 2) {
            throw Errors.typeError("__init__ expected at " + (args.length < 1 ? "least 1 argument" : "most 2 arguments")
                    + ", got " + args.length);
        }
    }

    @Builtin("__call__(self, /)")
    static PyObject call(PyWeakRef self) {
        PyObject o = self.get();
        return o == null ? PySingleton.NONE : o;
    }

    @Builtin("__hash__(self, /)")
    static long hash(ThreadState ts, PyWeakRef self) {
        if (self.hash == -1) {
            PyObject o = self.get();
            if (o == null) {
                throw Errors.typeError("weak object has gone away");
            }
            self.hash = Equality.hash(ts, o);
        }
        return self.hash;
    }

    private static PyObject compare(ThreadState ts, CompareOp op, PyWeakRef self, PyObject value) {
        if (!(value instanceof PyWeakRef other) || !WeakRefs.TYPE.isInstance(other)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        PyObject a = self.get();
        PyObject b = other.get();
        if (a == null || b == null) {
            return PyBool.of((self == other) == (op == CompareOp.EQ));
        }
        return Equality.compare(ts, op, a, b);
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject eq(ThreadState ts, PyWeakRef self, PyObject value) {
        return compare(ts, CompareOp.EQ, self, value);
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject ne(ThreadState ts, PyWeakRef self, PyObject value) {
        return compare(ts, CompareOp.NE, self, value);
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(ThreadState ts, PyWeakRef self) {
        StringBuilder text = new StringBuilder("<weakref at 0x");
        text.append(Long.toHexString(Identity.of(ts.interp, self)));
        PyObject o = self.get();
        if (o == null) {
            return PyStr.of(text.append("; dead>").toString());
        }
        text.append("; to '").append(o.type.name()).append("' at 0x");
        text.append(Long.toHexString(Identity.of(ts.interp, o)));
        if (Attributes.getSpecial(ts, o, NAME) instanceof PyStr name) {
            text.append(" (").append(name).append(')');
        }
        return PyStr.of(text.append('>').toString());
    }

    @Builtin(value = "__class_getitem__(cls, object, /)", kind = Builtin.Kind.CLASS_METHOD, doc = "See PEP 585")
    static PyObject classGetItem(PyType cls, PyObject object) {
        return TypeChecks.genericAlias(cls, object);
    }

    @Attribute(value = "__callback__", member = true)
    static PyObject getCallback(PyWeakRef self) {
        return self.callback == null || self.get() == null ? PySingleton.NONE : self.callback;
    }
}
