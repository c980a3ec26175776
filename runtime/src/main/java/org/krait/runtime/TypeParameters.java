package org.krait.runtime;

import org.krait.objects.Errors;
import org.krait.objects.PyFrame;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.builtins.PyTypeAlias;
import org.krait.runtime.builtins.PyTypeParameter;

/** What the syntax of type parameters makes (PEP 695). */
final class TypeParameters {
    private static final PyStr NAME = PyStr.interned("__name__");

    private TypeParameters() {}

    static PyObject typeVar(PyFrame frame, PyStr name, PyObject bound, PyObject constraints) {
        PyTypeParameter made = new PyTypeParameter(PyTypeParameter.TYPE_VAR, name);
        made.inferVariance = true;
        made.setEvaluateBound(bound);
        made.setEvaluateConstraints(constraints);
        made.setModule(module(frame));
        return made;
    }

    static PyObject paramSpec(PyFrame frame, PyStr name) {
        PyTypeParameter made = new PyTypeParameter(PyTypeParameter.PARAM_SPEC, name);
        made.inferVariance = true;
        made.setModule(module(frame));
        return made;
    }

    static PyObject typeVarTuple(PyFrame frame, PyStr name) {
        PyTypeParameter made = new PyTypeParameter(PyTypeParameter.TYPE_VAR_TUPLE, name);
        made.setModule(module(frame));
        return made;
    }

    private static PyObject module(PyFrame frame) {
        PyObject name = frame.globals.get(NAME);
        return name == null ? PySingleton.NONE : name;
    }

    /** {@code typing.Generic[parameters]}: TypeVarTuples are unpacked first. */
    static PyObject subscriptGeneric(ThreadState ts, PyTuple parameters) {
        PyObject[] items = parameters.items.clone();
        for (int i = 0; i < items.length; i++) {
            if (items[i] instanceof PyTypeParameter p && p.type == PyTypeParameter.TYPE_VAR_TUPLE) {
                PyObject iterator = Iteration.iter(ts, p);
                items[i] = Iteration.next(ts, iterator);
                Refs.dropKeeping(iterator, items[i]);
            }
        }
        PyObject typing = importTyping(ts);
        PyObject function = Attributes.get(ts, typing, "_GenericAlias");
        PyObject generic = Attributes.get(ts, typing, "Generic");
        PyTuple arguments = PyTuple.of(items);
        PyObject alias = Calls.call(ts, function, generic, arguments);
        Refs.dropKeeping(arguments, alias);
        return alias;
    }

    /** The module {@code typing}, imported when it is not yet. */
    static PyObject importTyping(ThreadState ts) {
        PyObject known = ts.interp.modules.get("typing");
        if (known != null) {
            return known;
        }
        PyObject function = ts.interp.builtins.get("__import__");
        if (function == null) {
            throw Errors.runtimeError("lost builtins.__import__");
        }
        return Calls.call(ts, function, PyStr.interned("typing"));
    }

    /** {@code type name[parameters] = value}, the value still a function. */
    static PyObject typeAlias(PyFrame frame, PyTuple parts) {
        PyTypeAlias made = new PyTypeAlias((PyStr) parts.item(0), parts.item(1), parts.item(2), null);
        made.setModule(module(frame));
        return made;
    }
}
