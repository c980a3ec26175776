package org.krait.runtime;

import org.krait.objects.Errors;
import org.krait.objects.PyCell;
import org.krait.objects.PyFrame;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PySuper;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;

/** The lookups of {@code super}. */
public final class Supers {
    private static final PyStr CLASS = PyStr.interned("__class__");

    private Supers() {}

    /**
     * {@code super(thisClass, self).name} without making the super object; null when no class after
     * {@code thisClass} has the name.
     */
    public static PyObject lookup(ThreadState ts, PyType thisClass, PyObject self, PyStr name) {
        return lookup(ts, thisClass, self, selfClass(ts, thisClass, self), name);
    }

    /** {@code super(thisClass, self).name}; AttributeError when there is none. */
    public static PyObject get(ThreadState ts, PyObject thisClass, PyObject self, PyStr name) {
        PyType cls = thisClass(thisClass);
        PyType selfClass = selfClass(ts, cls, self);
        if (!name.equalTo(CLASS)) {
            PyObject found = lookup(ts, cls, self, selfClass, name);
            if (found != null) {
                return found;
            }
        }
        PySuper made = new PySuper(PySuper.TYPE);
        made.set(cls, self, selfClass);
        PyObject own = Attributes.genericGet(ts, made, name);
        if (own == null) {
            throw Errors.attributeError("'super' object has no attribute '" + name + "'", made, name);
        }
        return own;
    }

    /** As {@link #lookup(ThreadState, PyType, PyObject, PyStr)} with the class whose MRO is searched. */
    public static PyObject lookup(ThreadState ts, PyType thisClass, PyObject self, PyType selfClass, PyStr name) {
        PyType[] mro = selfClass.mro;
        int i = 0;
        while (i < mro.length && mro[i] != thisClass) {
            i++;
        }
        for (i++; i < mro.length; i++) {
            PyObject found = mro[i].own(name);
            if (found != null) {
                return Attributes.bind(ts, found, self == selfClass ? null : self, selfClass);
            }
        }
        return null;
    }

    /** The first argument of super: a class. */
    public static PyType thisClass(PyObject o) {
        if (o instanceof PyType t) {
            return t;
        }
        throw Errors.typeError("super() argument 1 must be a type, not " + o.type.name());
    }

    /** The class whose MRO {@code super(thisClass, self)} searches. */
    public static PyType selfClass(ThreadState ts, PyType thisClass, PyObject self) {
        if (self instanceof PyType t && t.isSubtypeOf(thisClass)) {
            return t;
        }
        if (self.type.isSubtypeOf(thisClass)) {
            return self.type;
        }
        PyObject pretended = Attributes.lookup(ts, self, CLASS);
        if (pretended instanceof PyType t && t != self.type && t.isSubtypeOf(thisClass)) {
            return t;
        }
        throw Errors.typeError("super(type, obj): obj must be an instance or subtype of type");
    }

    /** {@code super()}: the class of the {@code __class__} cell and the first argument of the calling function. */
    static void implicit(ThreadState ts, PySuper made) {
        PyFrame frame = ts.frame;
        if (frame == null) {
            throw Errors.runtimeError("super(): no current frame");
        }
        CodeObject code = frame.code;
        if (code.argCount == 0) {
            throw Errors.runtimeError("super(): no arguments");
        }
        PyObject self = frame.register(0);
        if (self instanceof PyCell cell && (code.variableKinds[0] & CodeObject.CELL) != 0) {
            self = cell.content;
        }
        if (self == null) {
            throw Errors.runtimeError("super(): arg[0] deleted");
        }
        for (int i = code.variables.length - code.freeCount; i < code.variables.length; i++) {
            if (!code.variables[i].equalTo(CLASS)) {
                continue;
            }
            PyObject content = frame.register(i) instanceof PyCell cell ? cell.content : null;
            if (content == null) {
                throw Errors.runtimeError("super(): empty __class__ cell");
            }
            if (!(content instanceof PyType cls)) {
                throw Errors.runtimeError("super(): __class__ is not a type (" + content.type.name() + ")");
            }
            made.set(cls, self, selfClass(ts, cls, self));
            return;
        }
        throw Errors.runtimeError("super(): __class__ cell not found");
    }

    /** What {@code super.__init__} does. */
    public static void initialize(ThreadState ts, PySuper made, PyObject[] args) {
        if (args.length == 0) {
            implicit(ts, made);
            return;
        }
        PyType cls = thisClass(args[0]);
        if (args.length == 1 || args[1] == PySingleton.NONE) {
            made.set(cls, null, null);
        } else {
            made.set(cls, args[1], selfClass(ts, cls, args[1]));
        }
    }
}
