package org.krait.runtime;

import org.krait.objects.BuiltinTable;
import org.krait.objects.Errors;
import org.krait.objects.Mutations;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyDict;
import org.krait.objects.PyInstance;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.PyWeakRef;
import org.krait.objects.ThreadState;

/**
 * The rows behind the descriptors that the class builder adds to heap types: the members of {@code __slots__} (getter
 * {@code 2 * field}, setter {@code 2 * field + 1}), {@code __dict__} and {@code __weakref__}.
 */
public final class SlotTable extends BuiltinTable {
    private static final PyStr DICT_NAME = PyStr.interned("__dict__");
    private static final int DICT = -2;
    private static final int SET_DICT = -3;
    private static final int WEAKREF = -4;

    /** Without state. */
    private static final SlotTable TABLE = new SlotTable();

    private SlotTable() {}

    /** The descriptor of a slot that is {@code fields[field]} of instances. */
    static PyBuiltin member(PyType owner, PyStr name, int field) {
        return new PyBuiltin(PyBuiltin.MEMBER_TYPE, TABLE, 2 * field, name, name.toString(), null, owner, null,
                2 * field + 1);
    }

    /** The {@code __dict__} of instances. */
    static PyBuiltin dict(PyType owner) {
        return new PyBuiltin(PyBuiltin.GETSET_TYPE, TABLE, DICT, PyStr.interned("__dict__"), "__dict__",
                "dictionary for instance variables", owner, null, SET_DICT);
    }

    /** The {@code __weakref__} of instances. */
    static PyBuiltin weakref(PyType owner) {
        return new PyBuiltin(PyBuiltin.GETSET_TYPE, TABLE, WEAKREF, PyStr.interned("__weakref__"), "__weakref__",
                "list of weak references to the object", owner, null, -1);
    }

    /** The index in {@code fields} of what a class attribute describes when it is a slot, else -1. */
    public static int fieldOf(PyObject descriptor) {
        return descriptor instanceof PyBuiltin b && b.table == TABLE && b.id >= 0 ? b.id >> 1 : -1;
    }

    /** What {@link #restored} needs to make the like of a descriptor; MIN_VALUE for one that is not of this table. */
    public static int row(PyObject descriptor) {
        return descriptor instanceof PyBuiltin b && b.table == TABLE && b.self == null ? b.id : Integer.MIN_VALUE;
    }

    /** A descriptor out of an archive; null for a row that does not exist. */
    public static PyBuiltin restored(PyType owner, PyStr name, int row) {
        return switch (row) {
            case DICT -> dict(owner);
            case WEAKREF -> weakref(owner);
            default -> row >= 0 && row % 2 == 0 ? member(owner, name, row / 2) : null;
        };
    }

    /** True for the {@code __dict__} descriptor of a heap type. */
    static boolean isDict(PyObject descriptor) {
        return descriptor instanceof PyBuiltin b && b.table == TABLE && b.id == DICT;
    }

    @Override
    public PyObject call1(int id, ThreadState ts, PyObject self) {
        if (id == DICT) {
            PyObject inherited = inheritedDict(self);
            if (inherited != null) {
                return Attributes.bind(ts, inherited, self, self.type);
            }
            PyDict dict = Attributes.dictOf(self);
            if (dict == null) {
                throw Errors.attributeError("This object has no __dict__");
            }
            return dict;
        }
        PyInstance attributes = self.attributes();
        if (id == WEAKREF) {
            PyWeakRef newest = attributes == null ? null : attributes.weakRefs;
            return newest == null ? PySingleton.NONE : newest;
        }
        if (Mutations.WATCHED) {
            Mutations.notePart(self, PyInt.of(id >> 1));
        }
        PyObject value = attributes.field(id >> 1);
        if (value == null) {
            PyStr name = nameOf(self.type, id);
            throw Errors.attributeError("'" + self.type.name() + "' object has no attribute '" + name + "'", self,
                    name);
        }
        return value;
    }

    @Override
    public PyObject call2(int id, ThreadState ts, PyObject self, PyObject value) {
        if (id == SET_DICT) {
            PyObject inherited = inheritedDict(self);
            if (inherited != null) {
                inherited.type.slots().descriptorSet(ts, inherited, self, value);
                return PySingleton.NONE;
            }
            PyInstance attributes = self.attributes();
            if (value == null) {
                attributes.setDict(new PyDict());
            } else if (value instanceof PyDict dict) {
                attributes.setDict(dict);
            } else {
                throw Errors.typeError("__dict__ must be set to a dictionary, not a '" + value.type.name() + "'");
            }
            return PySingleton.NONE;
        }
        PyInstance attributes = self.attributes();
        int field = id >> 1;
        if (value == null && attributes.field(field) == null) {
            throw Errors.attributeError(nameOf(self.type, id - 1).toString());
        }
        attributes.setField(field, value);
        return PySingleton.NONE;
    }

    /** The {@code __dict__} of a builtin base that has one of its own, such as type or module; else null. */
    private static PyObject inheritedDict(PyObject self) {
        PyType builtin = HeapSlots.builtinBase(self.type);
        return builtin.hasFlag(PyType.HAS_DICT) ? builtin.lookup(DICT_NAME) : null;
    }

    private static PyStr nameOf(PyType type, int getter) {
        for (PyType t : type.mro) {
            if (!t.isHeapType()) {
                continue;
            }
            PyDict namespace = t.namespace();
            for (int i = namespace.nextEntry(0); i >= 0; i = namespace.nextEntry(i + 1)) {
                if (namespace.values[i] instanceof PyBuiltin b && b.table == TABLE && b.id == getter) {
                    return b.name;
                }
            }
        }
        throw new AssertionError(getter);
    }

    // A table of descriptors has no functions and is no type.

    @Override
    public PyObject call(int id, ThreadState ts, PyObject[] args, PyStr[] keywords) {
        return args.length == 1 ? call1(id, ts, args[0]) : call2(id, ts, args[0], args[1]);
    }

    @Override
    public PyObject call0(int id, ThreadState ts) {
        throw new AssertionError(id);
    }

    @Override
    public PyObject call3(int id, ThreadState ts, PyObject a, PyObject b, PyObject c) {
        throw new AssertionError(id);
    }

    @Override
    public void fill(PyDict namespace, PyType owner) {}

    @Override
    protected String text(int id) {
        throw new AssertionError(id);
    }

    @Override
    protected int rows() {
        return 0;
    }

    @Override
    protected boolean hasReceiver(int id) {
        return true;
    }

    @Override
    public long hash(ThreadState ts, PyObject a) {
        throw new AssertionError(a);
    }

    @Override
    public PyObject repr(ThreadState ts, PyObject a) {
        throw new AssertionError(a);
    }

    @Override
    public PyObject str(ThreadState ts, PyObject a) {
        throw new AssertionError(a);
    }

    @Override
    public PyObject getAttribute(ThreadState ts, PyObject a, PyStr name) {
        throw new AssertionError(a);
    }

    @Override
    public void setAttribute(ThreadState ts, PyObject a, PyStr name, PyObject value) {
        throw new AssertionError(a);
    }

    @Override
    public PyObject newInstance(ThreadState ts, PyType cls, PyObject[] args, PyStr[] keywords) {
        throw new AssertionError(cls);
    }

    @Override
    public void init(ThreadState ts, PyObject self, PyObject[] args, PyStr[] keywords) {
        throw new AssertionError(self);
    }
}
