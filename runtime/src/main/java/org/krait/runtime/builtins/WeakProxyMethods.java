package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.PyWeakRef;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;

/** The methods that proxies have themselves; the operations are in {@link WeakProxySlots}. */
@BuiltinType(base = ObjectMethods.class)
public final class WeakProxyMethods {
    private WeakProxyMethods() {}

    /** The referent; ReferenceError when it is gone. */
    static PyObject referent(PyObject proxy) {
        PyObject o = ((PyWeakRef) proxy).get();
        if (o == null) {
            throw Errors.of(ExceptionTypes.REFERENCE_ERROR, "weakly-referenced object no longer exists");
        }
        return o;
    }

    /** The referent of a proxy, or what is no proxy itself. */
    static PyObject unwrap(PyObject o) {
        return o.type == WeakRefs.PROXY_TYPE || o.type == WeakRefs.CALLABLE_PROXY_TYPE ? referent(o) : o;
    }

    @Builtin("__new__(type, /, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        throw Errors.typeError("cannot create '" + type.name() + "' instances");
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(ThreadState ts, PyWeakRef self) {
        PyObject o = self.get();
        return PyStr.of("<weakproxy at 0x" + Long.toHexString(Identity.of(ts.interp, self)) + " to "
                + (o == null ? "NoneType" : o.type.name()) + " at 0x"
                + Long.toHexString(Identity.of(ts.interp, o == null ? PySingleton.NONE : o)) + ">");
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(ThreadState ts, PyObject self) {
        PyObject o = referent(self);
        return WeakProxySlots.on(o, () -> Protocol.iter(ts, o));
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyObject self) {
        PyObject o = referent(self);
        if (o.type.special(Special.NEXT) == null) {
            throw Errors.typeError("Weakref proxy referenced a non-iterator '" + o.type.name() + "' object");
        }
        return WeakProxySlots.on(o, () -> o.type.slots().next(ts, o));
    }

    @Builtin(value = "__bytes__(self, /)")
    static PyObject bytes(ThreadState ts, PyObject self) {
        return Calls.consume(ts, Attributes.get(ts, referent(self), "__bytes__"));
    }

    @Builtin(value = "__reversed__(self, /)")
    static PyObject reversed(ThreadState ts, PyObject self) {
        return Calls.consume(ts, Attributes.get(ts, referent(self), "__reversed__"));
    }
}
