package org.krait.runtime.pickle;

import org.krait.objects.Errors;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyDict;
import org.krait.objects.PyInstance;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySet;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;

/** The opcodes that make objects and fill them. */
final class Building {
    private static final PyStr DICT = PyStr.interned("__dict__");

    private final ThreadState ts;
    private final PyUnpickler unpickler;
    private final LoadStack stack;

    Building(ThreadState ts, PyUnpickler unpickler, LoadStack stack) {
        this.ts = ts;
        this.unpickler = unpickler;
        this.stack = stack;
    }

    /** What the unpickler finds under a name. */
    PyObject find(PyObject module, PyObject name) {
        return unpickler.type == PickleTypes.UNPICKLER
                ? UnpicklerMethods.findClass(ts, unpickler, module, name)
                : Calls.callMethod(ts, unpickler, "find_class", module, name);
    }

    void dict(int from) {
        int count = stack.size() - from;
        if (count % 2 != 0) {
            throw PickleTypes.unpicklingError("odd number of items for DICT");
        }
        PyDict made = new PyDict();
        for (int i = from; i < from + count; i += 2) {
            made.put(ts, stack.get(i), stack.get(i + 1));
        }
        stack.cut(from);
        stack.push(made);
    }

    void frozenSet(int from) {
        PyTuple items = stack.tuple(from);
        try {
            stack.push(Calls.call(ts, PySet.FROZEN_TYPE, items));
        } finally {
            Refs.drop(items);
        }
    }

    /** Appends what is above a place to the list below it. */
    void append(int from) {
        PyObject list = below(from);
        int count = stack.size() - from;
        if (count == 0) {
            return;
        }
        if (list.type == PyList.TYPE) {
            for (int i = from; i < from + count; i++) {
                ((PyList) list).append(stack.get(i));
            }
            stack.cut(from);
            return;
        }
        PyObject extend = count == 1 ? null : Attributes.lookup(ts, list, "extend");
        if (extend != null) {
            PyList items = PyList.of(stack.take(from));
            Refs.drop(Calls.consume(ts, extend, items));
            Refs.drop(items);
            return;
        }
        giveEach(Attributes.get(ts, list, "append"), from, count);
        stack.cut(from);
    }

    /** Calls a method with each of some objects of the stack, and drops it. */
    private void giveEach(PyObject method, int from, int count) {
        try {
            for (int i = from; i < from + count; i++) {
                Refs.drop(Calls.call(ts, method, stack.get(i)));
            }
        } finally {
            Refs.drop(method);
        }
    }

    /** The object below a place of the stack. */
    private PyObject below(int from) {
        if (from > stack.size() || from <= stack.fence()) {
            throw stack.underflow();
        }
        return stack.get(from - 1);
    }

    void add(int from) {
        PyObject set = below(from);
        int count = stack.size() - from;
        if (count == 0) {
            return;
        }
        if (set.type == PySet.TYPE) {
            for (int i = from; i < from + count; i++) {
                ((PySet) set).add(ts, stack.get(i));
            }
        } else {
            giveEach(Attributes.get(ts, set, "add"), from, count);
        }
        stack.cut(from);
    }

    void setItems(int from) {
        PyObject dict = below(from);
        int count = stack.size() - from;
        if (count % 2 != 0) {
            throw PickleTypes.unpicklingError("odd number of items for SETITEMS");
        }
        for (int i = from; i < from + count; i += 2) {
            if (dict.type == PyDict.TYPE) {
                ((PyDict) dict).put(ts, stack.get(i), stack.get(i + 1));
            } else {
                dict.type.slots().setItem(ts, dict, stack.get(i), stack.get(i + 1));
            }
        }
        stack.cut(from);
    }

    void reduce() {
        PyObject args = stack.pop();
        PyObject callable = stack.pop();
        if (!(args instanceof PyTuple tuple)) {
            throw Errors.typeError("argument list must be a tuple");
        }
        try {
            stack.push(Calls.call(ts, callable, tuple.items.clone(), null));
        } finally {
            Refs.drop(tuple);
            Refs.drop(callable);
        }
    }

    /** An instance of a class as Python 2's classes made them: without arguments their __init__ is not called. */
    PyObject instance(PyObject cls, PyTuple args) {
        if (args.size() == 0 && cls instanceof PyType
                && Attributes.lookup(ts, cls, "__getinitargs__") == null) {
            return Calls.callMethod(ts, cls, "__new__", cls);
        }
        return Calls.call(ts, cls, args.items.clone(), null);
    }

    void newObject(boolean withKeywords) {
        String op = withKeywords ? "NEWOBJ_EX" : "NEWOBJ";
        PyObject keywords = withKeywords ? stack.pop() : null;
        PyObject args = stack.pop();
        PyObject cls = stack.pop();
        if (!(cls instanceof PyType type)) {
            throw PickleTypes.unpicklingError(op + " class argument must be a type, not " + cls.type.name());
        }
        if (!(args instanceof PyTuple tuple)) {
            throw PickleTypes.unpicklingError(op + " args argument must be a tuple, not " + args.type.name());
        }
        if (keywords != null && !(keywords instanceof PyDict)) {
            throw PickleTypes.unpicklingError(op + " kwargs argument must be a dict, not " + keywords.type.name());
        }
        PyTuple positional = PyTuple.of(Calls.prepend(type, tuple.items));
        PyObject make = Attributes.get(ts, type, "__new__");
        try {
            stack.push(Calls.callEx(ts, make, positional, (PyDict) keywords));
        } finally {
            Refs.drop(make);
            Refs.drop(positional);
            Refs.drop(tuple);
            Refs.xdrop(keywords);
            Refs.drop(cls);
        }
    }

    /** Gives the object below the top the state on top. */
    void build() {
        if (stack.size() - 2 < stack.fence()) {
            throw stack.underflow();
        }
        PyObject state = stack.pop();
        PyObject o = stack.top();
        PyObject setState = Attributes.lookup(ts, o, "__setstate__");
        if (setState != null) {
            try {
                Refs.drop(Calls.consume(ts, setState, state));
            } finally {
                Refs.drop(state);
            }
            return;
        }
        Refs.incRef(state);
        try {
            PyObject attributes = state;
            PyObject slots = PySingleton.NONE;
            if (state instanceof PyTuple pair && pair.size() == 2) {
                attributes = pair.item(0);
                slots = pair.item(1);
            }
            if (attributes != PySingleton.NONE) {
                setAttributes(o, attributes);
            }
            if (slots != PySingleton.NONE) {
                setSlots(o, slots);
            }
        } finally {
            Refs.decRef(state);
        }
    }

    private void setAttributes(PyObject o, PyObject state) {
        if (!(state instanceof PyDict dict)) {
            throw PickleTypes.unpicklingError("state is not a dictionary");
        }
        if (isPlain(o, dict)) {
            // The attributes stay in the instance: its dictionary is not made.
            PyInstance instance = o.attributes();
            for (int i = dict.nextEntry(0); i >= 0; i = dict.nextEntry(i + 1)) {
                instance.setAttribute(((PyStr) dict.keys[i]).intern(), dict.values[i]);
            }
            return;
        }
        PyObject target = Attributes.get(ts, o, "__dict__");
        for (int i = dict.nextEntry(0); i >= 0; i = dict.nextEntry(i + 1)) {
            PyObject key = dict.keys[i];
            PyObject name = key.getClass() == PyStr.class ? ((PyStr) key).intern() : key;
            target.type.slots().setItem(ts, target, name, dict.values[i]);
        }
    }

    /** True when the attributes of an instance are where those of most classes are, and all keys are names. */
    private static boolean isPlain(PyObject o, PyDict state) {
        PyType type = o.type;
        if (!type.isHeapType() || !type.hasFlag(PyType.HAS_DICT) || o.attributes() == null
                || !(type.lookup(DICT) instanceof PyBuiltin)
                || !(type.special(Special.GETATTRIBUTE) instanceof PyBuiltin)) {
            return false;
        }
        for (int i = state.nextEntry(0); i >= 0; i = state.nextEntry(i + 1)) {
            if (state.keys[i].getClass() != PyStr.class) {
                return false;
            }
        }
        return true;
    }

    private void setSlots(PyObject o, PyObject state) {
        if (!(state instanceof PyDict dict)) {
            throw PickleTypes.unpicklingError("slot state is not a dictionary");
        }
        for (int i = dict.nextEntry(0); i >= 0; i = dict.nextEntry(i + 1)) {
            if (!(dict.keys[i] instanceof PyStr name)) {
                throw Errors.typeError("attribute name must be string, not '" + dict.keys[i].type.name() + "'");
            }
            Attributes.set(ts, o, name, dict.values[i]);
        }
    }
}
