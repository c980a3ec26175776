package org.krait.runtime.threads;

import org.krait.objects.Errors;
import org.krait.objects.PyDict;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Attributes;
import org.krait.runtime.builtins.ObjectMethods;

/** The methods of {@link PyLocal}. */
@BuiltinType(base = ObjectMethods.class, doc = "Thread-local data")
final class LocalMethods {
    private LocalMethods() {}

    @Builtin("__new__(cls, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType cls, PyObject[] args, PyStr[] keywords) {
        if (args.length > 0 && cls.special(Special.INIT) == PyType.OBJECT.special(Special.INIT)) {
            throw Errors.typeError("Initialization arguments are not supported");
        }
        PyLocal made = new PyLocal(cls, args, keywords);
        made.select(made.makeNamespace(ts));
        return made;
    }

    @Builtin("__getattribute__(self, name, /)")
    static PyObject getAttribute(ThreadState ts, PyLocal self, PyStr name) {
        select(ts, self);
        return Attributes.genericGet(ts, self, name);
    }

    @Builtin("__setattr__(self, name, value, /)")
    static void setAttribute(ThreadState ts, PyLocal self, PyStr name, PyObject value) {
        checkWritable(self, name);
        select(ts, self);
        Attributes.genericSet(ts, self, name, value);
    }

    @Builtin("__delattr__(self, name, /)")
    static void deleteAttribute(ThreadState ts, PyLocal self, PyStr name) {
        checkWritable(self, name);
        select(ts, self);
        Attributes.genericSet(ts, self, name, null);
    }

    @Attribute("__dict__")
    static PyObject namespace(ThreadState ts, PyLocal self) {
        select(ts, self);
        return self.namespace(ts);
    }

    private static void checkWritable(PyLocal self, PyStr name) {
        if (name.equalTo("__dict__")) {
            throw Errors.attributeError("'" + self.type.name() + "' object attribute '__dict__' is read-only");
        }
    }

    private static void select(ThreadState ts, PyLocal self) {
        PyDict namespace = self.namespace(ts);
        if (namespace == null) {
            self.select(self.makeNamespace(ts));
            self.type.slots().init(ts, self, self.args, self.keywords);
            namespace = self.namespace(ts);
        }
        self.select(namespace);
    }
}
