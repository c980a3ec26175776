package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.Mutations;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Texts;
import org.krait.runtime.snapshot.ContextVariables;

/** The methods of {@code contextvars.ContextVar}. */
@BuiltinType(base = ObjectMethods.class)
public final class ContextVarMethods {
    private ContextVarMethods() {}

    @Builtin("__new__(cls, /, *args, **kwargs)")
    static PyObject make(PyType cls, PyObject[] args, PyStr[] keywords) {
        int named = keywords == null ? 0 : keywords.length;
        int n = args.length - named;
        if (n != 1) {
            throw Errors.typeError("ContextVar() takes " + (n == 0 ? "exactly" : "at most") + " 1 positional argument ("
                    + n + " given)");
        }
        PyObject fallback = null;
        for (int i = 0; i < named; i++) {
            if (!keywords[i].equalTo("default")) {
                throw Errors.typeError("'" + keywords[i] + "' is an invalid keyword argument for ContextVar()");
            }
            fallback = args[n + i];
        }
        PyObject name = args[0];
        if (!(name instanceof PyStr text)) {
            throw Errors.typeError("context variable name must be a str");
        }
        return new PyContextVar(text, fallback);
    }

    @Builtin("__repr__(self, /)")
    static PyStr repr(ThreadState ts, PyContextVar self) {
        PyStrBuilder out = new PyStrBuilder();
        out.append("<ContextVar name=").append(SourceForm.repr(self.name));
        if (self.fallback != null) {
            out.append(" default=").append(Texts.repr(ts, self.fallback));
        }
        return out.append(" at 0x").append(Long.toHexString(Identity.of(ts.interp, self))).append('>').toPyStr();
    }

    @Attribute(value = "name")
    static PyObject name(PyContextVar self) {
        return self.name;
    }

    @Builtin(value = "get(self, default=<unrepresentable>, /)", doc = """
            Return a value for the context variable for the current context.

            If there is no value for the variable in the current context, the method will:
             * return the value of the default argument of the method, if provided; or
             * return the default value for the context variable, if it was created
               with one; or
             * raise a LookupError.""")
    static PyObject get(ThreadState ts, PyContextVar self, PyObject fallback) {
        if (Mutations.WATCHED) {
            ContextVariables.reads(ts, self);
        }
        if (ts.context != null) {
            PyObject value = ((PyContext) ts.context).values().get(ts, self);
            if (value != null) {
                return value;
            }
        }
        if (fallback != null) {
            return fallback;
        }
        if (self.fallback != null) {
            return self.fallback;
        }
        throw Errors.withArgs(ExceptionTypes.LOOKUP_ERROR, self);
    }

    @Builtin(value = "set(self, value, /)", doc = """
            Call to set a new value for the context variable in the current context.

            The required *value* argument is the new value for the context variable.

            Returns a Token object that can be used to restore the variable to its previous
            value via the `ContextVar.reset()` method.""")
    static PyObject set(ThreadState ts, PyContextVar self, PyObject value) {
        ContextVariables.sets(ts, self, value);
        PyContext context = PyContext.current(ts);
        PyContextToken token = new PyContextToken(context, self, context.values().get(ts, self));
        context.set(ts, self, value);
        return token;
    }

    @Builtin(value = "reset(self, token, /)", doc = """
            Reset the context variable.

            The variable is reset to the value it had before the `ContextVar.set()` that
            created the token was used.""")
    static void reset(ThreadState ts, PyContextVar self, PyObject token) {
        if (!(token instanceof PyContextToken t)) {
            throw Errors.typeError("expected an instance of Token, got " + Texts.repr(ts, token));
        }
        if (t.used) {
            throw Errors.runtimeError(ContextTokenMethods.repr(ts, t) + " has already been used once");
        }
        if (t.variable != self) {
            throw Errors.valueError(ContextTokenMethods.repr(ts, t) + " was created by a different ContextVar");
        }
        PyContext context = PyContext.current(ts);
        if (t.context != context) {
            throw Errors.valueError(ContextTokenMethods.repr(ts, t) + " was created in a different Context");
        }
        ContextVariables.sets(ts, self, t.oldValue);
        t.used = true;
        if (t.oldValue == null) {
            context.remove(ts, self);
        } else {
            context.set(ts, self, t.oldValue);
        }
    }

    @Builtin(value = "__class_getitem__(cls, item, /)", kind = Builtin.Kind.CLASS_METHOD)
    static PyObject classGetItem(PyType cls, PyObject item) {
        return Sequences.alias(cls, item);
    }
}
