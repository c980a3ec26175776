package org.krait.runtime.builtins;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Calls;
import org.krait.runtime.Iteration;
import org.krait.runtime.threads.PySimpleQueue;
import org.krait.snapshot.HeapRecord;
import org.krait.snapshot.HeapSink;

/**
 * What an object has of its native class, perhaps below a Python class. Neither finding it out nor making such an
 * object again runs a method of the Python class, which would be no doing of the program's.
 *
 * @param base the nearest native class
 * @param args what its {@code __new__} and {@code __init__} take
 * @param state what its {@code __setstate__} takes; null for nothing
 * @param items what it is to have appended
 * @param pairs keys and values that it is to have, by turns
 */
public record NativeState(PyType base, PyObject[] args, PyObject state, PyObject[] items, PyObject[] pairs) {
    private static final PyStr NEW = PyStr.interned("__new__");
    private static final PyStr INIT = PyStr.interned("__init__");
    private static final PyStr APPEND = PyStr.interned("append");
    private static final PyStr PUT = PyStr.interned("put");
    private static final PyStr GET_STATE = PyStr.interned("__getstate__");
    private static final PyStr SET_STATE = PyStr.interned("__setstate__");
    private static final PyStr SET_ITEM = PyStr.interned("__setitem__");
    private static final PyStr REDUCE = PyStr.interned("__reduce__");
    private static final PyStr REDUCE_EX = PyStr.interned("__reduce_ex__");
    private static final PyObject[] NOTHING = {};
    /** Of {@code pickle}: the first that keeps the fold of times. */
    private static final int PROTOCOL = 4;

    private NativeState(PyType base, PyObject... args) {
        this(base, args, null, NOTHING, NOTHING);
    }

    /** The class or the nearest of its bases that is native; its other bases need not be known. */
    static PyType nativeBase(PyType type) {
        PyType base = type;
        while (base.isHeapType()) {
            base = base.base;
        }
        return base;
    }

    /** True for an object whose record is that of its state. */
    public static boolean isNeeded(PyObject o) {
        return o.type.isHeapType() ? !(o instanceof PyRandom) : switch (o.type.name()) {
            case "_queue.SimpleQueue", "_io.StringIO", "_io.BytesIO" -> true;
            default -> false;
        };
    }

    /** The state of an object; null where there is no telling. PyException when it has none, as what is closed. */
    public static NativeState of(ThreadState ts, PyObject o) {
        PyType base = nativeBase(o.type);
        if (o instanceof PyDeque d) {
            PyObject[] args = d.maxLength < 0 ? NOTHING : new PyObject[] {PyTuple.EMPTY, PyInt.of(d.maxLength)};
            return new NativeState(base, args, null, d.toArray(), NOTHING);
        }
        if (o instanceof PyOrderedDict d) {
            return new NativeState(base, NOTHING, null, NOTHING, pairs(ts, base, d));
        }
        if (o instanceof PyDefaultDict d) {
            PyObject[] args = {PyDefaultDict.factory(d)};
            return new NativeState(base, args, null, NOTHING, pairs(ts, base, d));
        }
        if (o instanceof PyArray a) {
            return new NativeState(base, ArrayMethods.typecode(a), ArrayMethods.toList(a));
        }
        if (o instanceof PyCount c) {
            return new NativeState(base, c.arguments());
        }
        if (o instanceof PySimpleQueue q) {
            return new NativeState(base, NOTHING, null, q.toArray(), NOTHING);
        }
        return ofLibrary(ts, base, o);
    }

    private static NativeState ofLibrary(ThreadState ts, PyType base, PyObject o) {
        return switch (base.name()) {
            case "datetime.tzinfo" -> new NativeState(base);
            case "datetime.datetime", "datetime.time" ->
                reduced(base, call(ts, base, REDUCE_EX, o, PyInt.of(PROTOCOL)));
            case "datetime.date", "datetime.timedelta" -> reduced(base, call(ts, base, REDUCE, o));
            case "decimal.Decimal" -> new NativeState(base, call(ts, base, PyStr.interned("__str__"), o));
            case "_io.StringIO", "_io.BytesIO" -> {
                PyObject[] parts = ((PyTuple) call(ts, base, GET_STATE, o)).items.clone();
                // The attributes, which are none of the native class's.
                parts[parts.length - 1] = PySingleton.NONE;
                yield new NativeState(base, NOTHING, PyTuple.of(parts), NOTHING, NOTHING);
            }
            default -> null;
        };
    }

    private static NativeState reduced(PyType base, PyObject reduction) {
        return new NativeState(base, ((PyTuple) ((PyTuple) reduction).item(1)).items);
    }

    private static PyObject[] pairs(ThreadState ts, PyType base, PyObject o) {
        List<PyObject> pairs = new ArrayList<>();
        for (PyObject pair : Iteration.toArray(ts, call(ts, base, PyStr.interned("items"), o))) {
            pairs.addAll(Arrays.asList(((PyTuple) pair).items));
        }
        return pairs.toArray(NOTHING);
    }

    /** Calls a method of the native class, whatever the object's own class has under that name. */
    private static PyObject call(ThreadState ts, PyType base, PyStr method, PyObject... args) {
        return Calls.call(ts, base.lookup(method), args, null);
    }

    /** Adds references and numbers to a record. */
    void write(PyType type, HeapSink sink) {
        sink.ref(type);
        sink.ref(state);
        sink.refs(args, args.length);
        sink.refs(items, items.length);
        sink.refs(pairs, pairs.length);
        sink.number(args.length);
        sink.number(items.length);
    }

    /** Makes the object of such a record, without items. */
    static PyObject make(ThreadState ts, HeapRecord r) {
        PyType type = r.type(0);
        PyType base = nativeBase(type);
        int count = r.number(0, 0, r.refs() - 2);
        PyObject[] args = r.objects(2, count);
        PyObject[] withClass = new PyObject[count + 1];
        withClass[0] = type;
        System.arraycopy(args, 0, withClass, 1, count);
        int was = r.heap.suspend();
        try {
            PyObject made = call(ts, base, NEW, withClass);
            PyObject init = base.lookup(INIT);
            if (init != PyType.OBJECT.lookup(INIT)) {
                withClass[0] = made;
                Refs.drop(Calls.call(ts, init, withClass, null));
            }
            return made;
        } finally {
            r.heap.resume(was);
        }
    }

    /** Gives an object its items. */
    static void fill(ThreadState ts, PyObject made, HeapRecord r) {
        PyType base = nativeBase(made.type);
        PyObject state = r.optional(1);
        int from = 2 + r.number(0, 0, r.refs() - 2);
        int count = r.number(1, 0, r.refs() - from);
        PyObject[] items = r.objects(from, count);
        PyObject[] pairs = r.objects(from + count, r.refs() - from - count);
        int was = r.heap.suspend();
        try {
            if (state != null) {
                call(ts, base, SET_STATE, made, state);
            }
            PyStr append = made instanceof PySimpleQueue ? PUT : APPEND;
            for (PyObject item : items) {
                call(ts, base, append, made, item);
            }
            for (int i = 0; i + 1 < pairs.length; i += 2) {
                call(ts, base, SET_ITEM, made, pairs[i], pairs[i + 1]);
            }
        } finally {
            r.heap.resume(was);
        }
    }
}
