package org.krait.runtime.builtins;

import java.util.Arrays;
import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.PyBool;
import org.krait.objects.PyDictIterator;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Calls;
import org.krait.runtime.Texts;

/** The methods of {@code contextvars.Context}. */
@BuiltinType(base = ObjectMethods.class)
public final class ContextMethods {
    private ContextMethods() {}

    @Builtin("__new__(cls, /, *args, **kwargs)")
    static PyObject make(PyType cls, PyObject[] args, PyStr[] keywords) {
        if (args.length > 0) {
            throw Errors.typeError("Context() does not accept any arguments");
        }
        return new PyContext();
    }

    @Builtin("__hash__(self, /)")
    static void hash(PyContext self) {
        throw Errors.typeError("unhashable type: '_contextvars.Context'");
    }

    private static PyContextVar variable(ThreadState ts, PyObject key) {
        if (key instanceof PyContextVar v) {
            return v;
        }
        throw Errors.typeError("a ContextVar key was expected, got " + Texts.repr(ts, key));
    }

    @Builtin("__len__(self, /)")
    static int length(PyContext self) {
        return self.values().size();
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyContext self) {
        return keys(self);
    }

    @Builtin("__contains__(self, key, /)")
    static boolean contains(ThreadState ts, PyContext self, PyObject key) {
        return self.values().get(ts, variable(ts, key)) != null;
    }

    @Builtin("__getitem__(self, key, /)")
    static PyObject getItem(ThreadState ts, PyContext self, PyObject key) {
        PyObject value = self.values().get(ts, variable(ts, key));
        if (value == null) {
            throw Errors.keyError(key);
        }
        return value;
    }

    @Builtin("__eq__(self, value, /)")
    static PyObject equal(ThreadState ts, PyContext self, PyObject value) {
        return value instanceof PyContext other
                ? PyBool.of(Equality.equal(ts, self.snapshot(), other.snapshot()))
                : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin("__ne__(self, value, /)")
    static PyObject notEqual(ThreadState ts, PyContext self, PyObject value) {
        return value instanceof PyContext other
                ? PyBool.of(!Equality.equal(ts, self.snapshot(), other.snapshot()))
                : PySingleton.NOT_IMPLEMENTED;
    }

    @Builtin(value = "get(self, key, default=None, /)", doc = """
            Return the value for `key` if `key` has the value in the context object.

            If `key` does not exist, return `default`. If `default` is not given,
            return None.""")
    static PyObject get(ThreadState ts, PyContext self, PyObject key, PyObject fallback) {
        PyObject value = self.values().get(ts, variable(ts, key));
        return value != null ? value : fallback == null ? PySingleton.NONE : fallback;
    }

    @Builtin(value = "keys(self, /)", doc = "Return a list of all variables in the context object.")
    static PyObject keys(PyContext self) {
        return new PyDictIterator(self.snapshot(), PyDictIterator.KEYS, false);
    }

    @Builtin(value = "values(self, /)", doc = "Return a list of all variables' values in the context object.")
    static PyObject values(PyContext self) {
        return new PyDictIterator(self.snapshot(), PyDictIterator.VALUES, false);
    }

    @Builtin(value = "items(self, /)", doc = """
            Return all variables and their values in the context object.

            The result is returned as a list of 2-tuples (variable, value).""")
    static PyObject items(PyContext self) {
        return new PyDictIterator(self.snapshot(), PyDictIterator.ITEMS, false);
    }

    @Builtin(value = "copy(self, /)", doc = "Return a shallow copy of the context object.")
    static PyObject copy(PyContext self) {
        return self.copy();
    }

    @Builtin(value = "run(self, /, *args, **kwargs)",
            doc = "Call the function in the context; changes of variables stay in it.")
    static PyObject run(ThreadState ts, PyContext self, PyObject[] args, PyStr[] keywords) {
        int named = keywords == null ? 0 : keywords.length;
        if (args.length - named < 1) {
            throw Errors.typeError("run() missing 1 required positional argument");
        }
        if (self.entered) {
            throw Errors.runtimeError("cannot enter context: " + Texts.repr(ts, self) + " is already entered");
        }
        self.previous = ts.context;
        self.entered = true;
        Refs.incRef(self);
        ts.context = self;
        try {
            PyObject callable = args[0];
            return Calls.call(ts, callable, Arrays.copyOfRange(args, 1, args.length), keywords);
        } finally {
            ts.context = self.previous;
            self.previous = null;
            self.entered = false;
            Refs.release(self);
        }
    }
}
