package org.krait.runtime;

import org.krait.objects.Errors;
import org.krait.objects.NativeDepth;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyGenericAlias;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.PyUnion;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;

/** {@code isinstance}, {@code issubclass} and the subscription of classes. */
public final class TypeChecks {
    private static final PyStr CLASS = PyStr.interned("__class__");
    private static final PyStr BASES = PyStr.interned("__bases__");

    private TypeChecks() {}

    /** {@code isinstance(o, classes)}. */
    public static boolean isInstance(ThreadState ts, PyObject o, PyObject classes) {
        if (o.type == classes) {
            return true;
        }
        if (classes.type == PyType.TYPE) {
            return recursiveIsInstance(ts, o, classes);
        }
        if (classes instanceof PyTuple tuple) {
            int outer = NativeDepth.enter(ts, " in __instancecheck__");
            try {
                for (PyObject item : tuple.items) {
                    if (isInstance(ts, o, item)) {
                        return true;
                    }
                }
                return false;
            } finally {
                ts.nativeDepth = outer;
            }
        }
        PyObject check = classes.type.special(Special.INSTANCECHECK);
        if (check == null || isTypes(check, classes)) {
            return recursiveIsInstance(ts, o, classes);
        }
        int outer = NativeDepth.enter(ts, " in __instancecheck__");
        try {
            return truth(ts, HeapSlots.invoke(ts, check, classes, o));
        } finally {
            ts.nativeDepth = outer;
        }
    }

    /** {@code issubclass(cls, classes)}. */
    public static boolean isSubclass(ThreadState ts, PyObject cls, PyObject classes) {
        if (classes.type == PyType.TYPE) {
            return cls == classes || recursiveIsSubclass(ts, cls, classes);
        }
        if (classes instanceof PyTuple tuple) {
            int outer = NativeDepth.enter(ts, " in __subclasscheck__");
            try {
                for (PyObject item : tuple.items) {
                    if (isSubclass(ts, cls, item)) {
                        return true;
                    }
                }
                return false;
            } finally {
                ts.nativeDepth = outer;
            }
        }
        PyObject check = classes.type.special(Special.SUBCLASSCHECK);
        if (check == null || isTypes(check, classes)) {
            return recursiveIsSubclass(ts, cls, classes);
        }
        int outer = NativeDepth.enter(ts, " in __subclasscheck__");
        try {
            return truth(ts, HeapSlots.invoke(ts, check, classes, cls));
        } finally {
            ts.nativeDepth = outer;
        }
    }

    private static boolean isTypes(PyObject check, PyObject classes) {
        return check instanceof PyBuiltin b && b.owner == PyType.TYPE && classes instanceof PyType;
    }

    private static boolean truth(ThreadState ts, PyObject answer) {
        boolean truth = answer.type.slots().truth(ts, answer);
        Refs.drop(answer);
        return truth;
    }

    /** {@code type.__instancecheck__}: by class, and by the {@code __class__} that the object pretends to have. */
    public static boolean recursiveIsInstance(ThreadState ts, PyObject o, PyObject cls) {
        if (cls instanceof PyType type) {
            if (type.isInstance(o)) {
                return true;
            }
            PyObject pretended = Attributes.lookup(ts, o, CLASS);
            return pretended != null && pretended != o.type && pretended instanceof PyType t && t.isSubtypeOf(type);
        }
        checkClass(ts, cls, "isinstance() arg 2 must be a type, a tuple of types, or a union");
        PyObject pretended = Attributes.lookup(ts, o, CLASS);
        return pretended != null && abstractIsSubclass(ts, pretended, cls);
    }

    /** {@code type.__subclasscheck__}. */
    public static boolean recursiveIsSubclass(ThreadState ts, PyObject derived, PyObject cls) {
        if (derived instanceof PyType d && cls instanceof PyType c) {
            return d.isSubtypeOf(c);
        }
        checkClass(ts, derived, "issubclass() arg 1 must be a class");
        if (!(cls instanceof PyUnion)) {
            checkClass(ts, cls, "issubclass() arg 2 must be a class, a tuple of classes, or a union");
        }
        return abstractIsSubclass(ts, derived, cls);
    }

    private static void checkClass(ThreadState ts, PyObject cls, String message) {
        PyTuple bases = abstractBases(ts, cls);
        if (bases == null) {
            throw Errors.typeError(message);
        }
        Refs.drop(bases);
    }

    private static PyTuple abstractBases(ThreadState ts, PyObject cls) {
        return Attributes.lookup(ts, cls, BASES) instanceof PyTuple bases ? bases : null;
    }

    private static boolean abstractIsSubclass(ThreadState ts, PyObject derived, PyObject cls) {
        PyObject d = derived;
        PyTuple held = null;
        try {
            while (d != cls) {
                PyTuple bases = abstractBases(ts, d);
                Refs.xincRef(bases);
                Refs.xdecRef(held);
                held = bases;
                if (bases == null || bases.size() == 0) {
                    return false;
                }
                if (bases.size() > 1) {
                    return anyIsSubclass(ts, bases, cls);
                }
                d = bases.item(0);
            }
            return true;
        } finally {
            Refs.xdecRef(held);
        }
    }

    private static boolean anyIsSubclass(ThreadState ts, PyTuple classes, PyObject cls) {
        int outer = NativeDepth.enter(ts, " in __issubclass__");
        try {
            for (PyObject derived : classes.items) {
                if (abstractIsSubclass(ts, derived, cls)) {
                    return true;
                }
            }
            return false;
        } finally {
            ts.nativeDepth = outer;
        }
    }

    /** {@code cls[key]} for a class whose metaclass has no {@code __getitem__}. */
    public static PyObject classGetItem(ThreadState ts, PyType cls, PyObject key) {
        if (cls == PyType.TYPE) {
            return genericAlias(cls, key);
        }
        PyObject method = Attributes.lookup(ts, cls, Special.CLASS_GETITEM.pyName());
        if (method == null || method == PySingleton.NONE) {
            throw Errors.typeError("type '" + cls.name() + "' is not subscriptable");
        }
        return Calls.consume(ts, method, key);
    }

    /** {@code types.GenericAlias(origin, args)}. */
    public static PyObject genericAlias(PyObject origin, PyObject args) {
        PyTuple all = args.getClass() == PyTuple.class || args instanceof PyTuple
                ? (PyTuple) args
                : PyTuple.of(args);
        return new PyGenericAlias(PyGenericAlias.TYPE, origin, all, false);
    }
}
