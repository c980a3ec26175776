package org.krait.runtime;

import org.krait.objects.BinaryOp;
import org.krait.objects.CompareOp;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBool;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.PyWeakRef;
import org.krait.objects.Refs;
import org.krait.objects.Slots;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.UnaryOp;

/**
 * The operations of a heap type: special methods looked up on the class and called; a method that is inherited from a
 * builtin class goes straight to that class's table.
 *
 * <p>An object of this class lives as long as its type is unchanged ({@link PyType#modified} drops it), so what it
 * found out about the class it keeps.
 */
public final class HeapSlots extends Slots {
    private final PyType type;
    /** By special: the table to go to directly, {@code this} for "call the method", null for "not looked up yet". */
    private final Slots[] direct = new Slots[Special.COUNT];

    public HeapSlots(PyType type) {
        this.type = type;
    }

    /** The table whose slot is the special method of this class, or null when a method has to be called. */
    private Slots direct(Special special) {
        Slots known = direct[special.ordinal()];
        if (known == null) {
            known = findDirect(special);
            direct[special.ordinal()] = known;
        }
        return known == this ? null : known;
    }

    private Slots findDirect(Special special) {
        if (type.special(special) == null) {
            // A custom mro() may leave out object: its operations stay.
            return switch (special) {
                case NEW, INIT, GETATTRIBUTE, SETATTR, DELATTR, REPR, STR, HASH -> builtinBase(type).slots();
                default -> this;
            };
        }
        if (!(type.special(special) instanceof PyBuiltin b) || b.name != special.pyName() || b.owner == null
                || !type.isSubtypeOf(b.owner)) {
            return this;
        }
        if (b.type != PyBuiltin.WRAPPER_TYPE && b.type != PyBuiltin.METHOD_TYPE && special != Special.NEW) {
            return this;
        }
        return b.owner.slots();
    }

    // Calling.

    /** Calls a method found on a class with {@code self}. */
    static PyObject invoke(ThreadState ts, PyObject method, PyObject self) {
        return Calls.invoke(ts, method, self);
    }

    /** Calls a method found on a class with {@code self} and an argument. */
    static PyObject invoke(ThreadState ts, PyObject method, PyObject self, PyObject a) {
        return Calls.invoke(ts, method, self, a);
    }

    /** Calls a method found on a class with {@code self} and two arguments. */
    static PyObject invoke(ThreadState ts, PyObject method, PyObject self, PyObject a, PyObject b) {
        return Calls.invoke(ts, method, self, a, b);
    }

    private static PyObject invokeWith(ThreadState ts, PyObject method, PyObject self, PyObject[] more,
            PyStr[] keywords) {
        if (keywords == null) {
            switch (more.length) {
                case 0:
                    return Calls.invoke(ts, method, self);
                case 1:
                    return Calls.invoke(ts, method, self, more[0]);
                case 2:
                    return Calls.invoke(ts, method, self, more[0], more[1]);
                default:
                    break;
            }
        }
        return Calls.invoke(ts, method, self, more, keywords);
    }

    /** True when instances are made by {@code object.__new__} and the class is not abstract. */
    boolean makesPlainInstances() {
        return (type.flags & PyType.ABSTRACT) == 0 && direct(Special.NEW) == PyType.OBJECT.slots()
                && builtinBase(type) == PyType.OBJECT;
    }

    /** True when {@code __init__} is {@code object}'s. */
    boolean hasPlainInit() {
        return direct(Special.INIT) == PyType.OBJECT.slots();
    }

    private static boolean taken(ThreadState ts, PyObject answer) {
        if (answer instanceof PyBool b) {
            return b == PyBool.TRUE;
        }
        boolean truth = answer.type.slots().truth(ts, answer);
        Refs.drop(answer);
        return truth;
    }

    // Operators.

    @Override
    public PyObject binary(ThreadState ts, BinaryOp op, PyObject a, PyObject b) {
        Slots table = direct(op.special);
        if (table != null) {
            return table.binary(ts, op, a, b);
        }
        PyObject method = type.special(op.special);
        return method == null ? PySingleton.NOT_IMPLEMENTED : invoke(ts, method, a, b);
    }

    @Override
    public PyObject reflected(ThreadState ts, BinaryOp op, PyObject self, PyObject other) {
        Slots table = direct(op.reflected);
        if (table != null) {
            return table.reflected(ts, op, self, other);
        }
        PyObject method = type.special(op.reflected);
        return method == null ? PySingleton.NOT_IMPLEMENTED : invoke(ts, method, self, other);
    }

    @Override
    public PyObject inPlace(ThreadState ts, BinaryOp op, PyObject a, PyObject b) {
        if (op.inPlace == null) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        Slots table = direct(op.inPlace);
        if (table != null) {
            return table.inPlace(ts, op, a, b);
        }
        PyObject method = type.special(op.inPlace);
        return method == null ? PySingleton.NOT_IMPLEMENTED : invoke(ts, method, a, b);
    }

    @Override
    public PyObject power(ThreadState ts, PyObject a, PyObject b, PyObject modulus) {
        Slots table = direct(Special.POW);
        if (table != null) {
            return table.power(ts, a, b, modulus);
        }
        PyObject method = type.special(Special.POW);
        if (method == null && type.special(Special.RPOW) != null) {
            // Both fill the one slot of the class, which calls __pow__ whatever there is.
            throw Errors.attributeError("__pow__");
        }
        return method == null ? PySingleton.NOT_IMPLEMENTED : invoke(ts, method, a, b, modulus);
    }

    @Override
    public PyObject unary(ThreadState ts, UnaryOp op, PyObject a) {
        Slots table = direct(op.special);
        if (table != null) {
            return table.unary(ts, op, a);
        }
        PyObject method = type.special(op.special);
        return method == null ? PySingleton.NOT_IMPLEMENTED : invoke(ts, method, a);
    }

    @Override
    public PyObject compare(ThreadState ts, CompareOp op, PyObject a, PyObject b) {
        Slots table = direct(op.special);
        if (table != null) {
            return table.compare(ts, op, a, b);
        }
        PyObject method = type.special(op.special);
        if (method == null) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        if (Attributes.isMethodDescriptor(method)) {
            return invoke(ts, method, a, b);
        }
        PyObject bound;
        try {
            bound = Attributes.bind(ts, method, a, type);
        } catch (PyException e) {
            e.swallowKeeping(a);
            // As CPython: a comparison that cannot be bound is none.
            return PySingleton.NOT_IMPLEMENTED;
        }
        return Calls.consume(ts, bound, b);
    }

    @Override
    public boolean truth(ThreadState ts, PyObject a) {
        PyObject method = type.special(Special.BOOL);
        if (method == null) {
            return type.special(Special.LEN) == null || Lengths.of(ts, a) != 0;
        }
        Slots table = direct(Special.BOOL);
        if (table != null) {
            return table.truth(ts, a);
        }
        PyObject answer = invoke(ts, method, a);
        if (!(answer instanceof PyBool)) {
            throw Errors.typeError("__bool__ should return bool, returned " + answer.type.name());
        }
        return answer == PyBool.TRUE;
    }

    // Containers.

    @Override
    public int length(ThreadState ts, PyObject a) {
        Slots table = direct(Special.LEN);
        if (table != null) {
            return table.length(ts, a);
        }
        PyObject method = type.special(Special.LEN);
        if (method == null) {
            return super.length(ts, a);
        }
        PyObject answer = invoke(ts, method, a);
        PyInt number = Arithmetic.index(ts, answer);
        if (number.signum() < 0) {
            throw Errors.valueError("__len__() should return >= 0");
        }
        if (!number.fitsLong() || number.value > Integer.MAX_VALUE) {
            throw Errors.overflowError("cannot fit 'int' into an index-sized integer");
        }
        return (int) number.value;
    }

    @Override
    public PyObject getItem(ThreadState ts, PyObject a, PyObject key) {
        Slots table = direct(Special.GETITEM);
        if (table != null) {
            return table.getItem(ts, a, key);
        }
        PyObject method = type.special(Special.GETITEM);
        if (method == null) {
            return a instanceof PyType cls ? TypeChecks.classGetItem(ts, cls, key) : super.getItem(ts, a, key);
        }
        return invoke(ts, method, a, key);
    }

    @Override
    public void setItem(ThreadState ts, PyObject a, PyObject key, PyObject value) {
        Slots table = direct(Special.SETITEM);
        if (table != null) {
            table.setItem(ts, a, key, value);
            return;
        }
        PyObject method = type.special(Special.SETITEM);
        if (method == null) {
            if (type.special(Special.DELITEM) != null) {
                throw Errors.attributeError("__setitem__");
            }
            super.setItem(ts, a, key, value);
        } else {
            Refs.drop(invoke(ts, method, a, key, value));
        }
    }

    @Override
    public void deleteItem(ThreadState ts, PyObject a, PyObject key) {
        Slots table = direct(Special.DELITEM);
        if (table != null) {
            table.deleteItem(ts, a, key);
            return;
        }
        PyObject method = type.special(Special.DELITEM);
        if (method == null) {
            if (type.special(Special.SETITEM) != null) {
                throw Errors.attributeError("__delitem__");
            }
            super.deleteItem(ts, a, key);
        } else {
            Refs.drop(invoke(ts, method, a, key));
        }
    }

    @Override
    public PyObject contains(ThreadState ts, PyObject a, PyObject item) {
        Slots table = direct(Special.CONTAINS);
        if (table != null) {
            return table.contains(ts, a, item);
        }
        PyObject method = type.special(Special.CONTAINS);
        if (method == null) {
            return null;
        }
        if (method == PySingleton.NONE) {
            throw Errors.typeError("'" + type.name() + "' object is not a container");
        }
        return PyBool.of(taken(ts, invoke(ts, method, a, item)));
    }

    @Override
    public PyObject iter(ThreadState ts, PyObject a) {
        Slots table = direct(Special.ITER);
        if (table != null) {
            return table.iter(ts, a);
        }
        PyObject method = type.special(Special.ITER);
        if (method == null) {
            return null;
        }
        if (method == PySingleton.NONE) {
            throw Errors.typeError("'" + type.name() + "' object is not iterable");
        }
        return invoke(ts, method, a);
    }

    @Override
    public PyObject next(ThreadState ts, PyObject iterator) {
        Slots table = direct(Special.NEXT);
        if (table != null) {
            return table.next(ts, iterator);
        }
        PyObject method = type.special(Special.NEXT);
        if (method == null) {
            return super.next(ts, iterator);
        }
        try {
            return invoke(ts, method, iterator);
        } catch (PyException e) {
            // One with a value goes on: yield from wants to see it.
            if (e.value.type == ExceptionTypes.STOP_ITERATION && e.value.args().size() == 0) {
                e.swallow();
                return null;
            }
            throw e;
        }
    }

    // Calls and instances.

    @Override
    public PyObject call(ThreadState ts, PyObject callable, PyObject[] args, PyStr[] keywords) {
        Slots table = direct(Special.CALL);
        if (table != null) {
            return table.call(ts, callable, args, keywords);
        }
        PyObject method = type.special(Special.CALL);
        if (method == null) {
            return super.call(ts, callable, args, keywords);
        }
        return invokeWith(ts, method, callable, args, keywords);
    }

    @Override
    public PyObject newInstance(ThreadState ts, PyType cls, PyObject[] args, PyStr[] keywords) {
        Slots table = direct(Special.NEW);
        if (table != null) {
            return table.newInstance(ts, cls, args, keywords);
        }
        PyObject method = type.special(Special.NEW);
        PyObject bound = Attributes.bind(ts, method, null, cls);
        PyObject[] all = new PyObject[args.length + 1];
        all[0] = cls;
        System.arraycopy(args, 0, all, 1, args.length);
        return Calls.consume(ts, bound, all, keywords);
    }

    @Override
    public void init(ThreadState ts, PyObject self, PyObject[] args, PyStr[] keywords) {
        Slots table = direct(Special.INIT);
        if (table != null) {
            table.init(ts, self, args, keywords);
            return;
        }
        PyObject answer = invokeWith(ts, type.special(Special.INIT), self, args, keywords);
        if (answer != PySingleton.NONE) {
            throw Errors.typeError("__init__() should return None, not '" + answer.type.name() + "'");
        }
    }

    @Override
    public void finalize(ThreadState ts, PyObject self) {
        Slots table = direct(Special.DEL);
        PyObject method = type.special(Special.DEL);
        if (table == null && method != null) {
            try {
                Refs.drop(invoke(ts, method, self));
            } catch (PyException e) {
                UnraisableHook.report(ts, e, null, method);
            }
            return;
        }
        PyType builtin = builtinBase(type);
        if (builtin.hasFinalizer) {
            builtin.slots().finalize(ts, self);
        }
    }

    @Override
    public void finalizeLegacy(ThreadState ts, PyObject self) {
        PyObject method = type.lookup(PyStr.interned("__tp_del__"));
        if (method != null) {
            try {
                Refs.drop(invoke(ts, method, self));
            } catch (PyException e) {
                UnraisableHook.report(ts, e, null, method);
            }
        }
    }

    // Identity and text.

    @Override
    public long hash(ThreadState ts, PyObject a) {
        Slots table = direct(Special.HASH);
        if (table != null) {
            return table.hash(ts, a);
        }
        PyObject method = type.special(Special.HASH);
        if (method == null || method == PySingleton.NONE) {
            throw Errors.typeError("unhashable type: '" + type.name() + "'");
        }
        if (!(invoke(ts, method, a) instanceof PyInt number)) {
            throw Errors.typeError("__hash__ method should return an integer");
        }
        // An int that does not fit is reduced as hash(int) does; -1 is reserved.
        long hash = number.fitsLong() ? number.value : number.hash();
        return hash == -1 ? -2 : hash;
    }

    @Override
    public PyObject repr(ThreadState ts, PyObject a) {
        Slots table = direct(Special.REPR);
        if (table != null) {
            return table.repr(ts, a);
        }
        return invoke(ts, type.special(Special.REPR), a);
    }

    @Override
    public PyObject str(ThreadState ts, PyObject a) {
        Slots table = direct(Special.STR);
        if (table != null) {
            return table.str(ts, a);
        }
        PyObject text = invoke(ts, type.special(Special.STR), a);
        if (!(text instanceof PyStr)) {
            throw Errors.typeError("__str__ returned non-string (type " + text.type.name() + ")");
        }
        return text;
    }

    // Attributes.

    @Override
    public PyObject getAttribute(ThreadState ts, PyObject a, PyStr name) {
        PyObject fallback = type.special(Special.GETATTR);
        Slots table = direct(Special.GETATTRIBUTE);
        PyObject value;
        if (fallback == null) {
            return table != null
                    ? table.getAttribute(ts, a, name)
                    : invoke(ts, type.special(Special.GETATTRIBUTE), a, name);
        }
        try {
            value = table != null
                    ? table.getAttribute(ts, a, name)
                    : invoke(ts, type.special(Special.GETATTRIBUTE), a, name);
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.ATTRIBUTE_ERROR)) {
                throw e;
            }
            e.swallowKeeping(a);
            value = null;
        }
        return value != null ? value : invoke(ts, fallback, a, name);
    }

    @Override
    public void setAttribute(ThreadState ts, PyObject a, PyStr name, PyObject value) {
        Special special = value == null ? Special.DELATTR : Special.SETATTR;
        Slots table = direct(special);
        if (table != null) {
            table.setAttribute(ts, a, name, value);
        } else if (value == null) {
            Refs.drop(invoke(ts, type.special(special), a, name));
        } else {
            Refs.drop(invoke(ts, type.special(special), a, name, value));
        }
    }

    // Descriptors.

    @Override
    public boolean isDescriptor() {
        return type.special(Special.GET) != null;
    }

    @Override
    public boolean isDataDescriptor() {
        return type.special(Special.SET) != null || type.special(Special.DELETE) != null;
    }

    @Override
    public PyObject descriptorGet(ThreadState ts, PyObject descriptor, PyObject instance, PyObject owner) {
        Slots table = direct(Special.GET);
        if (table != null) {
            return table.descriptorGet(ts, descriptor, instance, owner);
        }
        PyObject method = type.special(Special.GET);
        if (method == null) {
            return descriptor;
        }
        // As in CPython, which does not bind __get__. The descriptor may take itself out of its class.
        Refs.incRef(descriptor);
        PyObject value;
        try {
            value = Calls.call(ts, method, descriptor, instance == null ? PySingleton.NONE : instance,
                    owner == null ? PySingleton.NONE : owner);
        } catch (PyException e) {
            Refs.decRef(descriptor);
            throw e;
        }
        Refs.incRef(value);
        Refs.decRef(descriptor);
        Refs.release(value);
        return value;
    }

    @Override
    public void descriptorSet(ThreadState ts, PyObject descriptor, PyObject instance, PyObject value) {
        Special special = value == null ? Special.DELETE : Special.SET;
        Slots table = direct(special);
        if (table != null) {
            table.descriptorSet(ts, descriptor, instance, value);
            return;
        }
        PyObject method = type.special(special);
        if (method == null) {
            super.descriptorSet(ts, descriptor, instance, value);
        } else if (value == null) {
            Refs.drop(invoke(ts, method, descriptor, instance));
        } else {
            Refs.drop(invoke(ts, method, descriptor, instance, value));
        }
    }

    // Conversions.

    private PyObject convert(ThreadState ts, Special special, PyObject a) {
        PyObject method = type.special(special);
        return method == null ? null : invoke(ts, method, a);
    }

    @Override
    public PyObject index(ThreadState ts, PyObject a) {
        Slots table = direct(Special.INDEX);
        return table != null ? table.index(ts, a) : convert(ts, Special.INDEX, a);
    }

    @Override
    public PyObject toInt(ThreadState ts, PyObject a) {
        Slots table = direct(Special.INT);
        return table != null ? table.toInt(ts, a) : convert(ts, Special.INT, a);
    }

    @Override
    public PyObject toFloat(ThreadState ts, PyObject a) {
        Slots table = direct(Special.FLOAT);
        return table != null ? table.toFloat(ts, a) : convert(ts, Special.FLOAT, a);
    }

    @Override
    public PyObject await(ThreadState ts, PyObject a) {
        Slots table = direct(Special.AWAIT);
        return table != null ? table.await(ts, a) : convert(ts, Special.AWAIT, a);
    }

    @Override
    public PyObject asyncIter(ThreadState ts, PyObject a) {
        Slots table = direct(Special.AITER);
        return table != null ? table.asyncIter(ts, a) : convert(ts, Special.AITER, a);
    }

    @Override
    public PyObject asyncNext(ThreadState ts, PyObject a) {
        Slots table = direct(Special.ANEXT);
        return table != null ? table.asyncNext(ts, a) : convert(ts, Special.ANEXT, a);
    }

    @Override
    public PyBuffer buffer(ThreadState ts, PyObject a, int flags) {
        PyObject method = type.special(Special.BUFFER);
        PyType builtin = builtinBase(type);
        if (method == null || method instanceof PyBuiltin) {
            return builtin.slots().buffer(ts, a, flags);
        }
        PyObject view = invoke(ts, method, a, PyInt.of(flags));
        if (!view.type.name().equals("memoryview")) {
            throw Errors.typeError("__buffer__ returned non-memoryview object");
        }
        PyBuffer inner = view.type.slots().buffer(ts, view, flags);
        PyObject release = type.special(Special.RELEASE_BUFFER);
        Refs.incRef(view);
        PyBuffer made = new PyBuffer(a, inner.array, inner.offset, inner.length, inner.readOnly) {
            @Override
            public void release() {
                inner.release();
                if (release != null && !(release instanceof PyBuiltin)) {
                    Refs.drop(invoke(ThreadState.current(), release, a, view));
                }
                Refs.decRef(view);
            }
        };
        made.format = inner.format;
        made.itemSize = inner.itemSize;
        return made;
    }

    @Override
    public void runWeakCallback(PyWeakRef ref) {
        PyType builtin = builtinBase(type);
        builtin.slots().runWeakCallback(ref);
    }

    /** The nearest base that is builtin: the class whose layout instances have. */
    public static PyType builtinBase(PyType type) {
        PyType t = type;
        while (t.isHeapType() || t.builtinModule.equals("typing")) {
            t = t.base;
        }
        return t;
    }
}
