package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.PyWeakRef;
import org.krait.objects.Special;
import org.krait.objects.code.CodeObject;

/** Making weak references; the classes of references and proxies. */
public final class WeakRefs {
    public static final PyType TYPE = PyType.builtin("weakref.ReferenceType", PyType.OBJECT, PyType.BASE);
    public static final PyType PROXY_TYPE = PyType.builtin("weakref.ProxyType", PyType.OBJECT, 0);
    public static final PyType CALLABLE_PROXY_TYPE = PyType.builtin("weakref.CallableProxyType", PyType.OBJECT, 0);

    private WeakRefs() {}

    /** {@code type(o, callback)}; one without a callback is shared. */
    static PyWeakRef reference(PyType type, PyObject o, PyObject callback) {
        PyInstance attributes = o.attributes();
        if (attributes == null || !o.type.hasFlag(PyType.HAS_WEAKREF)) {
            if (o instanceof CodeObject || o instanceof PyBuiltin b && b.type == PyBuiltin.FUNCTION_TYPE) {
                return new PyWeakRef(type, o, callback);
            }
            throw Errors.typeError("cannot create weak reference to '" + o.type.name() + "' object");
        }
        PyWeakRef shared = callback == null ? PyWeakRef.shared(type, o) : null;
        return shared != null ? shared : new PyWeakRef(type, o, callback);
    }

    /** {@code weakref.proxy(o, callback)}. */
    static PyWeakRef proxy(PyObject o, PyObject callback) {
        return reference(o.type.special(Special.CALL) != null ? CALLABLE_PROXY_TYPE : PROXY_TYPE, o, callback);
    }
}
