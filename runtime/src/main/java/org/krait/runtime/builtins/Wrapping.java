package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;

/** What classmethod and staticmethod share: they look like the function they wrap. */
final class Wrapping {
    private static final String[] COPIED = {"__module__", "__name__", "__qualname__", "__doc__", "__annotations__"};

    private Wrapping() {}

    /** As {@code functools.update_wrapper}, without {@code __dict__}. */
    static void copyAttributes(ThreadState ts, PyInstance wrapper, PyObject wrapped) {
        for (String text : COPIED) {
            PyStr name = PyStr.interned(text);
            PyObject value = Attributes.lookup(ts, wrapped, name);
            if (value == null) {
                continue;
            }
            try {
                Attributes.set(ts, wrapper, name, value);
            } catch (PyException e) {
                if (!e.is(ExceptionTypes.ATTRIBUTE_ERROR)) {
                    throw e;
                }
                e.swallow();
            }
        }
    }

    /** {@code o.__dict__ = value}. */
    static void setDict(PyInstance o, PyObject value) {
        if (value == null) {
            throw Errors.typeError("cannot delete __dict__");
        }
        if (!(value instanceof PyDict dict)) {
            throw Errors.typeError("__dict__ must be set to a dictionary, not a '" + value.type.name() + "'");
        }
        o.setDict(dict);
    }
}
