package org.krait.runtime.builtins;

import java.lang.ref.WeakReference;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyByteArray;
import org.krait.objects.PyBytes;
import org.krait.objects.PyDict;
import org.krait.objects.PyDictIterator;
import org.krait.objects.PyDictView;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyMemoryView;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyStructSequence;
import org.krait.objects.PySuper;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Iteration;
import org.krait.runtime.SlotTable;
import org.krait.runtime.sre.Program;
import org.krait.runtime.threads.PyLock;
import org.krait.runtime.threads.PyRLock;
import org.krait.snapshot.HeapKinds;
import org.krait.snapshot.HeapRecord;
import org.krait.snapshot.HeapSink;
import org.krait.snapshot.HeapWriter;

/** The heap records of the runtime's own classes: how they are written, made and completed. */
public final class BuiltinRecords {
    private static final int SLOT = HeapKinds.OTHERS;
    private static final int ABC_DATA = HeapKinds.OTHERS + 1;
    private static final int PATTERN = HeapKinds.OTHERS + 2;
    private static final int LOCK = HeapKinds.OTHERS + 3;
    private static final int RECURSIVE_LOCK = HeapKinds.OTHERS + 4;
    /** What a call gives, as {@code __reduce_ex__} says: callable, arguments, state; items follow. */
    private static final int REDUCED = HeapKinds.OTHERS + 5;
    /** As REDUCED, but the arguments follow one by one. */
    private static final int CALLED = HeapKinds.OTHERS + 6;
    private static final int BELOW_NATIVE = HeapKinds.OTHERS + 7;
    private static final int PARTIAL = HeapKinds.OTHERS + 8;
    private static final int LRU_CACHE = HeapKinds.OTHERS + 9;
    private static final int MATCH = HeapKinds.OTHERS + 10;
    /** The numbers of a match before its spans: where it began and ended to search, and the last group. */
    private static final int MATCH_NUMBERS = 3;
    private static final int MOST_SPANS = 10_000;

    private static final PyStr REDUCE = PyStr.interned("__reduce_ex__");
    private static final PyStr SET_STATE = PyStr.interned("__setstate__");
    private static final PyStr APPEND = PyStr.interned("append");
    private static final int PROTOCOL = 2;
    /** The first that keeps the fold. */
    private static final int TIME_PROTOCOL = 4;

    private BuiltinRecords() {}

    /** Writes the record of an object; false when its class is none of the runtime's. */
    public static boolean write(ThreadState ts, PyObject o, HeapSink sink) {
        int row = SlotTable.row(o);
        if (row != Integer.MIN_VALUE) {
            PyBuiltin b = (PyBuiltin) o;
            sink.ref(b.owner);
            sink.ref(b.name);
            sink.number(row);
            sink.end(SLOT, null);
        } else if (o instanceof PyAbcData data) {
            for (WeakReference<PyType> reference : data.registry) {
                PyType type = reference.get();
                if (type != null) {
                    sink.ref(type);
                }
            }
            sink.end(ABC_DATA, null);
        } else if (o instanceof PyPattern p) {
            pattern(p, sink);
        } else if (o instanceof PyMatch m && isKept(m)) {
            match(m, sink);
        } else if (o instanceof PyLock lock) {
            if (lock.isLocked()) {
                throw new HeapWriter.UnsoundException("holds a lock");
            }
            sink.end(LOCK, null);
        } else if (o instanceof PyRLock lock) {
            if (lock.count() > 0) {
                throw new HeapWriter.UnsoundException("holds a lock");
            }
            sink.ref(o.type);
            sink.end(RECURSIVE_LOCK, o);
        } else if (o instanceof PyLruCache cache) {
            sink.ref(o.type);
            sink.end(cache.write(sink) ? LRU_CACHE : CALLED, o);
        } else if (o instanceof PyPatternCompiler compiler) {
            PyObject none = PySingleton.NONE;
            called(ts, sink, "_sre", "setup", compiler.library, none, none);
        } else if (o instanceof PyKeyWrapper key) {
            if (key.comparison() != null) {
                called(ts, sink, "_functools", "cmp_to_key", key.comparison());
            } else {
                called(sink, key.function(), key.object());
            }
        } else if (o instanceof PySuper s && o.type == PySuper.TYPE && s.self() != null) {
            sink.ref(PySuper.TYPE);
            sink.ref(s.thisClass());
            sink.ref(s.self());
            sink.end(CALLED, null);
        } else if (o instanceof PyBuiltin b && b.table instanceof CodecErrorFunctionsTable) {
            String name = b.name.toString();
            called(ts, sink, "_codecs", "lookup_error", PyStr.of(name.replace("_errors", "")));
        } else if (o instanceof PyPartial partial) {
            sink.ref(o.type);
            partial.write(sink);
            sink.end(PARTIAL, o);
        } else if (o instanceof PyCount count && !o.type.isHeapType()) {
            sink.ref(o.type);
            PyObject[] arguments = count.arguments();
            sink.refs(arguments, arguments.length);
            sink.end(CALLED, o);
        } else if (o instanceof PyRandom random && (random.isRandom() || isOfRandom(ts, o.type, "SystemRandom"))) {
            if (!isOfRandom(ts, o.type, "Random") && !isOfRandom(ts, o.type, "SystemRandom")) {
                throw new HeapWriter.UnsoundException("holds random numbers: an object of type " + o.type.name());
            }
            // Nobody chose its seed: each process makes its own.
            sink.ref(o.type);
            sink.end(CALLED, null);
        } else if (o instanceof PyStructSequence) {
            reduced(ts, o, sink);
        } else if (o instanceof PyDictView view) {
            called(sink, method(view), view.dict);
        } else if (o instanceof PyMemoryView view && isAll(view)) {
            called(sink, PyMemoryView.TYPE, view.exporter());
        } else if (TypingRecords.write(o, sink) || LibraryRecords.write(ts, o, sink)
                || IteratorRecords.write(o, sink)) {
            return true;
        } else if (isReducible(o)) {
            if (NativeState.isNeeded(o)) {
                belowNative(ts, o, sink);
            } else {
                reduced(ts, o, sink);
            }
        } else {
            return false;
        }
        return true;
    }

    private static boolean isOfRandom(ThreadState ts, PyType type, String name) {
        return ts.interp.modules.get("random") instanceof PyModule m && m.dict.get(name) == type;
    }

    private static void belowNative(ThreadState ts, PyObject o, HeapSink sink) {
        NativeState state;
        try {
            state = NativeState.of(ts, o);
        } catch (PyException e) {
            e.swallow();
            state = null;
        }
        if (state == null) {
            throw new HeapWriter.UnsoundException("holds an object of type " + o.type.name());
        }
        state.write(o.type, sink);
        sink.end(BELOW_NATIVE, o);
    }

    /** A record of what a call of a native function gives. */
    private static void called(ThreadState ts, HeapSink sink, String module, String function, PyObject... arguments) {
        sink.ref(((PyModule) ts.interp.modules.get(module)).dict.get(function));
        sink.refs(arguments, arguments.length);
        sink.end(CALLED, null);
    }

    /** Writes the record of what a call of a native function with one argument gives. */
    public static void called(HeapSink sink, PyObject function, PyObject argument) {
        sink.ref(function);
        sink.ref(argument);
        sink.end(CALLED, null);
    }

    /** The native method whose call gives a view of a dict. */
    private static PyObject method(PyDictView view) {
        PyStr name = PyStr.interned(view.kind == PyDictIterator.KEYS ? "keys"
                : view.kind == PyDictIterator.VALUES ? "values" : "items");
        for (PyType type : view.dict.type.mro) {
            if (!type.isHeapType() && type.own(name) instanceof PyBuiltin b) {
                return b;
            }
        }
        throw new HeapWriter.UnsoundException("holds an object of type " + view.type.name());
    }

    /** Whether a view is one of all of a bytes object, as nobody has cast or cut it. */
    private static boolean isAll(PyMemoryView view) {
        return !view.isReleased() && view.exporter() instanceof PyBytes b && view.byteCount() == b.value.length
                && view.format.equals("B") && view.shape.length == 1 && view.isContiguous();
    }

    private static boolean isReducible(PyObject o) {
        return o.getClass().getName().startsWith("org.krait.runtime.");
    }

    private static void pattern(PyPattern p, HeapSink sink) {
        sink.ref(p.pattern);
        int[] code = p.program.words();
        byte[] bytes = new byte[4 * code.length];
        for (int i = 0; i < code.length; i++) {
            for (int b = 0; b < 4; b++) {
                bytes[4 * i + b] = (byte) (code[i] >>> (8 * b));
            }
        }
        sink.ref(new PyBytes(bytes));
        sink.ref(p.groupIndex);
        sink.ref(p.indexGroup);
        sink.number(p.flags);
        sink.number(p.groups());
        sink.number(p.kind.ordinal());
        sink.end(PATTERN, null);
    }

    /** Whether a match has few groups, and a string that nobody can change. */
    private static boolean isKept(PyMatch m) {
        return m.spans.length <= MOST_SPANS && (m.string instanceof PyStr || m.string instanceof PyBytes);
    }

    private static void match(PyMatch m, HeapSink sink) {
        sink.ref(m.pattern);
        sink.ref(m.string);
        sink.number(m.pos);
        sink.number(m.endPos);
        sink.number(m.lastIndex);
        for (int position : m.spans) {
            sink.number(position);
        }
        sink.end(MATCH, null);
    }

    private static void reduced(ThreadState ts, PyObject o, HeapSink sink) {
        PyObject result;
        try {
            boolean isTime = o.type.builtinModule.equals("datetime");
            result = Calls.callMethod(ts, o, REDUCE, PyInt.of(isTime ? TIME_PROTOCOL : PROTOCOL));
        } catch (PyException e) {
            e.swallow();
            throw new HeapWriter.UnsoundException("holds an object of type " + o.type.name());
        }
        if (!(result instanceof PyTuple t) || t.size() < 2 || !(t.item(1) instanceof PyTuple)) {
            throw new HeapWriter.UnsoundException("holds an object of type " + o.type.name());
        }
        if (!(t.item(0) instanceof PyType || t.item(0) instanceof PyBuiltin || t.item(0) instanceof PyPartial)) {
            throw new HeapWriter.UnsoundException("holds an object of type " + o.type.name()
                    + ", which only Python code can make");
        }
        if (t.item(0) instanceof PyType made && made != o.type && !made.isHeapType()) {
            throw new HeapWriter.UnsoundException("holds an object of type " + o.type.name());
        }
        sink.ref(t.item(0));
        sink.ref(t.item(1));
        PyObject state = t.size() > 2 ? t.item(2) : PySingleton.NONE;
        sink.ref(state == PySingleton.NONE ? null : state);
        PyObject[] items = t.size() > 3 && t.item(3) != PySingleton.NONE ? Iteration.toArray(ts, t.item(3))
                : new PyObject[0];
        PyObject[] pairs = t.size() > 4 && t.item(4) != PySingleton.NONE ? Iteration.toArray(ts, t.item(4))
                : new PyObject[0];
        sink.number(items.length);
        sink.refs(items, items.length);
        sink.refs(pairs, pairs.length);
        sink.end(REDUCED, null);
    }

    /** Registers a class with an abstract base class again; false when the object is not the data of one. */
    public static boolean register(ThreadState ts, PyObject data, PyType type) {
        if (!(data instanceof PyAbcData abc)) {
            return false;
        }
        AbcModule.restoreRegistration(ts, abc, type);
        return true;
    }

    /** The number that a counter gives next; null for what is none or counts by other than ints of 64 bits. */
    public static Long next(PyObject o) {
        return o instanceof PyCount c && c.number() instanceof PyInt i && i.fitsLong() ? i.value : null;
    }

    /** Has a counter go on with a number; false when the object is none. */
    public static boolean setNext(PyObject o, PyObject number) {
        if (o instanceof PyCount c && number instanceof PyInt) {
            c.setNumber(number);
            return true;
        }
        return false;
    }

    /** True for an object of a native class that tells of its changes. */
    public static boolean tellsChanges(PyObject o) {
        return o instanceof PyCount || o instanceof PyContextVar || hasContent(o);
    }

    /** True for an object whose content has no watched ways to it: who comes to the object has read it. */
    public static boolean hasContent(PyObject o) {
        return o instanceof PyDeque || o instanceof PyByteArray || o instanceof PyArray;
    }

    /** What changes when somebody goes on with an iterator or a generator; 0 for other objects. */
    public static long position(PyObject o) {
        return IteratorRecords.position(o);
    }

    /** True for iterators over builtin containers and for generators. */
    public static boolean isIterator(PyObject o) {
        return IteratorRecords.has(o);
    }

    /** True for a generator of random numbers whose seed nobody has chosen: each process makes its own. */
    public static boolean isRandom(PyObject o) {
        return o instanceof PyRandom r && r.isRandom();
    }

    /** Makes the object of a record; null for a kind that is not the runtime's. */
    public static PyObject make(ThreadState ts, HeapRecord r) {
        PyObject made = switch (r.kind) {
            case SLOT -> SlotTable.restored(r.type(0), r.str(1), r.number(0, Short.MIN_VALUE, 2 * Short.MAX_VALUE));
            case ABC_DATA -> new PyAbcData(0);
            case PATTERN -> pattern(r);
            case MATCH -> match(r);
            case LOCK -> new PyLock();
            case RECURSIVE_LOCK -> new PyRLock(r.type(0));
            case REDUCED -> call(ts, r, r.object(0), r.tuple(1).items);
            case CALLED -> call(ts, r, r.object(0), r.objects(1, r.refs() - 1));
            case BELOW_NATIVE -> NativeState.make(ts, r);
            case PARTIAL -> PyPartial.make(r);
            case LRU_CACHE -> PyLruCache.make(ts, r);
            default -> other(r);
        };
        if (made != null) {
            Refs.immortalize(made);
        }
        return made;
    }

    private static PyObject other(HeapRecord r) {
        return r.kind < HeapKinds.LIBRARY ? TypingRecords.make(r)
                : r.kind < HeapKinds.ITERATORS ? LibraryRecords.make(r) : IteratorRecords.make(r);
    }

    /** Calls what makes an object; it may look into its arguments. */
    private static PyObject call(ThreadState ts, HeapRecord r, PyObject function, PyObject[] arguments) {
        int was = r.heap.suspend();
        try {
            return Calls.call(ts, function, arguments, null);
        } finally {
            r.heap.resume(was);
        }
    }

    private static PyPattern pattern(HeapRecord r) {
        byte[] bytes = r.object(1) instanceof PyBytes b ? b.value : r.wrong(1, "bytes object");
        int[] code = new int[bytes.length / 4];
        for (int i = 0; i < code.length; i++) {
            code[i] = bytes[4 * i] & 0xff | (bytes[4 * i + 1] & 0xff) << 8 | (bytes[4 * i + 2] & 0xff) << 16
                    | bytes[4 * i + 3] << 24;
        }
        Program program = Program.verified(code, r.number(1, 0, Integer.MAX_VALUE));
        if (program == null) {
            return r.wrong(1, "program of a pattern");
        }
        return new PyPattern(r.object(0), (int) r.number(0), program, r.optionalDict(2), r.optionalTuple(3),
                PyPattern.Kind.values()[r.number(2, 0, PyPattern.Kind.values().length - 1)]);
    }

    private static PyMatch match(HeapRecord r) {
        PyPattern pattern = r.object(0) instanceof PyPattern p ? p : r.wrong(0, "compiled pattern");
        PyObject string = r.object(1) instanceof PyBytes b ? b : r.str(1);
        int length = string instanceof PyStr s ? s.length() : ((PyBytes) string).value.length;
        if (r.numbers() != MATCH_NUMBERS + 2 * (pattern.groups() + 1L)) {
            return r.wrong(0, "pattern of as many groups");
        }
        int[] spans = new int[r.numbers() - MATCH_NUMBERS];
        for (int i = 0; i < spans.length; i += 2) {
            spans[i] = r.number(MATCH_NUMBERS + i, i == 0 ? 0 : -1, length);
            spans[i + 1] = r.number(MATCH_NUMBERS + i + 1, spans[i], spans[i] < 0 ? -1 : length);
        }
        return new PyMatch(pattern, string, spans, r.number(0, 0, length), r.number(1, 0, length),
                r.number(2, -1, pattern.groups()));
    }

    /** Completes an object that {@link #make} made. */
    public static void fill(ThreadState ts, ThreadState importer, PyObject made, HeapRecord r) {
        if (r.kind >= HeapKinds.ITERATORS) {
            IteratorRecords.fill(made, r);
        } else if (r.kind >= HeapKinds.LIBRARY) {
            LibraryRecords.fill(importer, made, r);
        } else if (r.kind >= HeapKinds.TYPING) {
            TypingRecords.fill(made, r);
        } else if (r.kind == ABC_DATA) {
            for (int i = 0; i < r.refs(); i++) {
                ((PyAbcData) made).registry.add(new WeakReference<>(r.type(i)));
            }
        } else if (r.kind == BELOW_NATIVE) {
            NativeState.fill(ts, made, r);
        } else if (r.kind == PARTIAL) {
            ((PyPartial) made).fill(r);
        } else if (r.kind == REDUCED) {
            PyObject state = r.optional(2);
            PyObject[] items = r.objects(3, r.refs() - 3);
            int was = r.heap.suspend();
            try {
                complete(ts, made, state, items, r.number(0, 0, items.length));
            } finally {
                r.heap.resume(was);
            }
        }
    }

    private static void complete(ThreadState ts, PyObject made, PyObject state, PyObject[] items, int listItems) {
        if (state instanceof PyDict names && Attributes.lookup(ts, made, SET_STATE) == null) {
            for (int i = names.nextEntry(0); i >= 0; i = names.nextEntry(i + 1)) {
                made.attributes().setAttribute((PyStr) names.keys[i], names.values[i]);
            }
        } else if (state != null) {
            Calls.callMethod(ts, made, SET_STATE, state);
        }
        for (int i = 0; i < listItems; i++) {
            Calls.callMethod(ts, made, APPEND, items[i]);
        }
        for (int i = listItems; i < items.length; i++) {
            if (items[i] instanceof PyTuple pair && pair.size() == 2) {
                made.type.slots().setItem(ts, made, pair.item(0), pair.item(1));
            }
        }
    }
}
