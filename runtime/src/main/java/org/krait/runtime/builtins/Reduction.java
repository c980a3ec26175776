package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.HeapSlots;

/** What {@code object.__reduce_ex__} answers, as {@code Objects/typeobject.c} with the help of {@code copyreg}. */
final class Reduction {
    private static final PyStr COPYREG = PyStr.interned("copyreg");
    private static final PyStr SLOTNAMES = PyStr.interned("__slotnames__");
    private static final PyStr GETSTATE = PyStr.interned("__getstate__");
    private static final PyStr GETNEWARGS_EX = PyStr.interned("__getnewargs_ex__");
    private static final PyStr GETNEWARGS = PyStr.interned("__getnewargs__");
    private static final PyStr NEW = PyStr.interned("__new__");

    private Reduction() {}

    static PyObject reduce(ThreadState ts, PyObject o, int protocol) {
        if (protocol < 2) {
            return Calls.consume(ts, Attributes.get(ts, copyreg(ts), "_reduce_ex"), o, PyInt.of(protocol));
        }
        PyType cls = o.type;
        if (cannotMake(cls)) {
            throw Errors.typeError("cannot pickle '" + cls.name() + "' object");
        }
        PyObject asked = null;
        PyTuple args = null;
        PyDict keywords = null;
        PyObject function;
        PyTuple functionArgs;
        PyObject ex = Attributes.getSpecial(ts, o, GETNEWARGS_EX);
        PyObject plain = ex != null ? null : Attributes.getSpecial(ts, o, GETNEWARGS);
        try {
            if (ex != null) {
                asked = Calls.consume(ts, ex);
                PyTuple pair = checkedPair(asked);
                args = (PyTuple) pair.item(0);
                keywords = (PyDict) pair.item(1);
            } else if (plain != null) {
                asked = Calls.consume(ts, plain);
                if (!(asked instanceof PyTuple a)) {
                    throw Errors.typeError("__getnewargs__ should return a tuple, not '" + asked.type.name() + "'");
                }
                args = a;
            }
            boolean named = keywords != null && keywords.size() > 0;
            function = Attributes.get(ts, copyreg(ts), named ? "__newobj_ex__" : "__newobj__");
            functionArgs = named
                    ? PyTuple.of(cls, args, keywords)
                    : PyTuple.of(Calls.prepend(cls, args == null ? PyTuple.EMPTY.items : args.items));
        } finally {
            // What was asked for it is in the new tuple now.
            Refs.xdrop(asked);
        }
        PyObject state;
        try {
            boolean required = args == null && !(o instanceof PyList) && !(o instanceof PyDict);
            state = state(ts, o, required);
        } catch (PyException e) {
            Refs.drop(functionArgs);
            throw e;
        }
        PyObject listItems = o instanceof PyList ? o.type.slots().iter(ts, o) : PySingleton.NONE;
        PyObject dictItems = PySingleton.NONE;
        if (o instanceof PyDict) {
            PyObject items = Calls.consume(ts, Attributes.get(ts, o, "items"));
            dictItems = items.type.slots().iter(ts, items);
            Refs.drop(items);
        }
        return PyTuple.of(function, functionArgs, state, listItems, dictItems);
    }

    private static PyTuple checkedPair(PyObject answer) {
        if (!(answer instanceof PyTuple pair)) {
            throw Errors.typeError("__getnewargs_ex__ should return a tuple, not '" + answer.type.name() + "'");
        }
        if (pair.size() != 2) {
            throw Errors.valueError("__getnewargs_ex__ should return a tuple of length 2, not " + pair.size());
        }
        if (!(pair.item(0) instanceof PyTuple)) {
            throw Errors.typeError("first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '"
                    + pair.item(0).type.name() + "'");
        }
        if (!(pair.item(1) instanceof PyDict)) {
            throw Errors.typeError("second item of the tuple returned by __getnewargs_ex__ must be a dict, not '"
                    + pair.item(1).type.name() + "'");
        }
        return pair;
    }

    /** A class without a constructor of its own: its instances cannot be made again. */
    private static boolean cannotMake(PyType cls) {
        return cls.hasFlag(PyType.NO_NEW)
                || !cls.isHeapType() && cls != PyType.OBJECT && cls.lookup(NEW) == PyType.OBJECT.lookup(NEW);
    }

    private static PyObject state(ThreadState ts, PyObject o, boolean required) {
        PyObject method = Attributes.get(ts, o, GETSTATE);
        if (method instanceof PyBuiltin b && b.owner == PyType.OBJECT && b.self == o) {
            Refs.incRef(o);
            Refs.drop(method);
            Refs.release(o);
            return defaultState(ts, o, required);
        }
        return Calls.consume(ts, method);
    }

    /** {@code object.__getstate__}; {@code required}: without a state the object could not be restored. */
    static PyObject defaultState(ThreadState ts, PyObject o, boolean required) {
        if (required && HeapSlots.builtinBase(o.type) != PyType.OBJECT) {
            throw Errors.typeError("cannot pickle '" + o.type.name() + "' object");
        }
        PyDict dict = Attributes.dictOf(o);
        PyObject state = dict == null || dict.size() == 0 ? PySingleton.NONE : dict;
        PyObject names = slotNames(ts, o.type);
        if (names instanceof PyList list && list.size() > 0) {
            PyDict slots = new PyDict();
            for (PyObject name : list.toArray()) {
                // Reading the attribute may change the list.
                Refs.incRef(name);
                PyObject value = Attributes.lookup(ts, o, (PyStr) name);
                if (value != null) {
                    slots.put(((PyStr) name).intern(), value);
                }
                Refs.decRef(name);
            }
            if (slots.size() > 0) {
                state = PyTuple.of(state, slots);
            }
        }
        return state;
    }

    private static PyObject slotNames(ThreadState ts, PyType cls) {
        PyObject known = cls.namespace().get(SLOTNAMES);
        if (known != null) {
            if (known != PySingleton.NONE && !(known instanceof PyList)) {
                throw Errors.typeError(cls.name() + ".__slotnames__ should be a list or None, not "
                        + known.type.name());
            }
            return known;
        }
        if (cls.slotCount == 0) {
            return PySingleton.NONE;
        }
        PyObject answer = Calls.consume(ts, Attributes.get(ts, copyreg(ts), "_slotnames"), cls);
        if (answer != PySingleton.NONE && !(answer instanceof PyList)) {
            throw Errors.typeError("copyreg._slotnames didn't return a list or None");
        }
        return answer;
    }

    private static PyObject copyreg(ThreadState ts) {
        PyObject module = ts.interp.modules.get(COPYREG);
        if (module != null) {
            return module;
        }
        return Calls.consume(ts, ts.interp.builtins.get("__import__"), COPYREG);
    }
}
