package org.krait.runtime;

import org.krait.objects.Errors;
import org.krait.objects.Mutations;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyDict;
import org.krait.objects.PyInstance;
import org.krait.objects.PyList;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.Slots;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;

/** Making instances and changing their class. */
public final class Instances {
    private static final PyStr MODULE = PyStr.interned("__module__");
    private static final PyStr ABSTRACT_METHODS = PyStr.interned("__abstractmethods__");

    private Instances() {}

    /**
     * An instance without attributes. One with a finalizer is known to the collector from the beginning: those of
     * garbage run in the order in which the instances were made.
     */
    private static PyInstance plain(PyType cls) {
        PyInstance made = new PyInstance(cls);
        if (cls.hasFinalizer) {
            Refs.track(made);
        }
        return made;
    }

    /** {@code cls(*args, **keywords)} as {@code type.__call__} does it. */
    public static PyObject create(ThreadState ts, PyType cls, PyObject[] args, PyStr[] keywords) {
        Slots slots = cls.slots();
        PyObject made;
        if (slots instanceof HeapSlots heap && heap.makesPlainInstances()) {
            if (heap.hasPlainInit()) {
                if (args.length > 0) {
                    throw Errors.typeError(cls.name() + "() takes no arguments");
                }
                return plain(cls);
            }
            made = plain(cls);
        } else {
            if (cls.hasFlag(PyType.NO_NEW)) {
                throw Errors.typeError("cannot create '" + cls.name() + "' instances");
            }
            made = cls.special(Special.NEW) instanceof PyBuiltin
                    ? slots.newInstance(ts, cls, args, keywords)
                    : newByPython(ts, cls, args, keywords);
            if (made.type != cls && !made.type.isSubtypeOf(cls)) {
                return made;
            }
            slots = made.type.slots();
        }
        // Python's __init__ may let go of self: hold it.
        Refs.incRef(made);
        try {
            slots.init(ts, made, args, keywords);
        } catch (RuntimeException | Error e) {
            Refs.decRef(made);
            throw e;
        }
        Refs.release(made);
        return made;
    }

    /** A Python {@code __new__} may keep the arguments in a tuple that dies: held, they live on for __init__. */
    private static PyObject newByPython(ThreadState ts, PyType cls, PyObject[] args, PyStr[] keywords) {
        for (PyObject argument : args) {
            Refs.incRef(argument);
        }
        try {
            return cls.slots().newInstance(ts, cls, args, keywords);
        } finally {
            for (PyObject argument : args) {
                Refs.release(argument);
            }
        }
    }

    /** A plain instance: {@code object.__new__(cls)}. */
    public static PyObject allocate(ThreadState ts, PyType cls) {
        if (cls.hasFlag(PyType.ABSTRACT)) {
            throw abstractClass(ts, cls);
        }
        PyType builtin = HeapSlots.builtinBase(cls);
        if (builtin != PyType.OBJECT) {
            boolean inherited = builtin.special(Special.NEW) == PyType.OBJECT.special(Special.NEW);
            if (builtin == cls || !inherited) {
                throw inherited
                        ? Errors.typeError("cannot create '" + cls.name() + "' instances")
                        : Errors.typeError("object.__new__(" + cls.name() + ") is not safe, use " + builtin.name()
                                + ".__new__()");
            }
        }
        return plain(cls);
    }

    private static RuntimeException abstractClass(ThreadState ts, PyType cls) {
        PyObject names = cls.namespace().get(ABSTRACT_METHODS);
        PyList sorted = new PyList();
        for (PyObject name : Iteration.toArray(ts, names)) {
            int at = 0;
            while (at < sorted.size() && ((PyStr) sorted.get(at)).compareTo((PyStr) name) < 0) {
                at++;
            }
            sorted.insert(at, name);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sorted.size(); i++) {
            text.append(i == 0 ? "'" : ", '").append(sorted.get(i)).append('\'');
        }
        return Errors.typeError("Can't instantiate abstract class " + cls.name()
                + " without an implementation for abstract method" + (sorted.size() > 1 ? "s " : " ") + text);
    }

    /** The {@code __module__} of a class; null when it has none. */
    public static PyObject moduleOf(ThreadState ts, PyType type) {
        if (!type.isHeapType()) {
            return PyStr.interned(type.builtinModule);
        }
        return type.namespace().get(MODULE);
    }

    /** An attribute name given by a program. */
    public static PyStr attributeName(PyObject name) {
        if (name instanceof PyStr s) {
            return s.exact().intern();
        }
        throw Errors.typeError("attribute name must be string, not '" + name.type.name() + "'");
    }

    /** Refuses {@code object.__setattr__(cls, …)}: it would go around what the object's own class does. */
    public static void checkDirectSet(PyObject self, String function) {
        if (self instanceof PyType) {
            throw Errors.typeError("can't apply this " + function + " to " + self.type.name() + " object");
        }
    }

    /** {@code o.__class__ = value}. */
    public static void setClass(PyObject o, PyObject value) {
        if (value == null) {
            throw Errors.typeError("can't delete __class__ attribute");
        }
        if (!(value instanceof PyType to)) {
            throw Errors.typeError("__class__ must be set to a class, not '" + value.type.name() + "' object");
        }
        PyType from = o.type;
        boolean modules = from.isSubtypeOf(PyModule.TYPE) && to.isSubtypeOf(PyModule.TYPE);
        if (!modules && (!from.isHeapType() || !to.isHeapType())) {
            throw Errors.typeError(
                    "__class__ assignment only supported for mutable types or ModuleType subclasses");
        }
        if (HeapSlots.builtinBase(from) != HeapSlots.builtinBase(to) || !TypeBuilder.compatible(from, to)) {
            throw Errors.typeError("__class__ assignment: '" + to.name() + "' object layout differs from '"
                    + from.name() + "'");
        }
        PyInstance attributes = o.attributes();
        if (attributes != null && from.hasFlag(PyType.HAS_DICT)) {
            PyDict ignored = attributes.materializeDict();
            assert ignored != null;
        }
        if (Mutations.isTold(o)) {
            Mutations.note(o, Mutations.Kind.OTHER, null, to);
        }
        o.type = to;
        Refs.incRef(to);
        if (attributes != null && attributes != o) {
            attributes.type = to;
            Refs.incRef(to);
            Refs.release(from);
        }
        // A class has a reference to itself: this is never the last one.
        Refs.release(from);
    }
}
