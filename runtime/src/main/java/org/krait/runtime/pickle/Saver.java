package org.krait.runtime.pickle;

import java.math.BigInteger;
import org.krait.objects.Errors;
import org.krait.objects.NativeDepth;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBool;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyByteArray;
import org.krait.objects.PyBytes;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyFloat;
import org.krait.objects.PyFunction;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySet;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Iteration;
import org.krait.runtime.Texts;
import org.krait.runtime.Truth;
import org.krait.runtime.builtins.Bytes;
import org.krait.runtime.imports.Imports;

/** Writes objects as a pickle: one for each {@code dump}. */
final class Saver {
    private final ThreadState ts;
    private final PyPickler pickler;
    private final PickleOutput out;
    private final int protocol;
    private final boolean binary;
    /** Null for none. */
    private PyObject reducerOverride;
    private PyObject persistentId;
    private final Reducing reducing;

    Saver(ThreadState ts, PyPickler pickler) {
        this.ts = ts;
        this.pickler = pickler;
        this.out = pickler.output;
        this.protocol = pickler.protocol;
        this.binary = pickler.binary;
        this.reducing = new Reducing(ts, this, pickler, out);
    }

    /** A whole pickle; null when it went to a file. */
    PyBytes dump(PyObject o) {
        out.clear();
        if (!pickler.type.isHeapType()) {
            persistentId = pickler.persistentId;
            return write(o);
        }
        // The bound methods must not take the pickler with them when they go.
        Refs.incRef(pickler);
        try {
            reducerOverride = Attributes.lookup(ts, pickler, "reducer_override");
            persistentId = Attributes.lookup(ts, pickler, "persistent_id");
            return write(o);
        } finally {
            Refs.xdrop(reducerOverride);
            Refs.xdrop(persistentId);
            Refs.release(pickler);
        }
    }

    private PyBytes write(PyObject o) {
        if (protocol >= 2) {
            out.op(Ops.PROTO, protocol, 1);
            if (protocol >= 4) {
                out.startFraming();
            }
        }
        save(o);
        out.op(Ops.STOP);
        return out.finish(ts);
    }

    void save(PyObject o) {
        save(o, true);
    }

    private void save(PyObject o, boolean asksPersistentId) {
        out.boundary(ts);
        if (asksPersistentId && persistentId != null && savePersistent(o)) {
            return;
        }
        if (saveAtom(o)) {
            return;
        }
        int known = pickler.memoIndex(o);
        if (known >= 0) {
            get(known);
            return;
        }
        if (o.getClass() == PyStr.class) {
            saveStr((PyStr) o);
            return;
        }
        if (o.getClass() == PyBytes.class) {
            saveBytes((PyBytes) o);
            return;
        }
        int outer = NativeDepth.enter(ts, " while pickling an object");
        // Objects of a reduction are nowhere else: a temporary must outlive what looks at it.
        Refs.incRef(o);
        try {
            saveCompound(o);
        } finally {
            Refs.release(o);
            ts.nativeDepth = outer;
        }
    }

    private boolean savePersistent(PyObject o) {
        PyObject id;
        Refs.incRef(o);
        try {
            id = Calls.call(ts, persistentId, o);
        } finally {
            Refs.release(o);
        }
        if (id == PySingleton.NONE) {
            return false;
        }
        if (binary) {
            save(id, false);
            out.op(Ops.BINPERSID);
            return true;
        }
        PyStr text = Texts.str(ts, id);
        if (!text.isAscii()) {
            throw PickleTypes.picklingError("persistent IDs in protocol 0 must be ASCII strings");
        }
        out.op(Ops.PERSID);
        out.ascii(text + "\n");
        return true;
    }

    private boolean saveAtom(PyObject o) {
        if (o == PySingleton.NONE) {
            out.op(Ops.NONE);
        } else if (o instanceof PyBool) {
            if (protocol >= 2) {
                out.op(o == PyBool.TRUE ? Ops.NEWTRUE : Ops.NEWFALSE);
            } else {
                out.ascii(o == PyBool.TRUE ? "I01\n" : "I00\n");
            }
        } else if (o.type == PyInt.TYPE) {
            saveInt((PyInt) o);
        } else if (o.getClass() == PyFloat.class) {
            double value = ((PyFloat) o).value;
            if (binary) {
                out.op(Ops.BINFLOAT, value);
            } else {
                out.op(Ops.FLOAT);
                out.ascii(Texts.repr(ts, o) + "\n");
            }
        } else {
            return false;
        }
        return true;
    }

    private void saveInt(PyInt o) {
        if (o.fitsLong() && Math.abs(o.value) <= Integer.MAX_VALUE && o.value != Long.MIN_VALUE) {
            long value = o.value;
            if (!binary) {
                out.op(Ops.INT);
                out.ascii(value + "\n");
            } else if (value >= 0 && value < 0x100) {
                out.op(Ops.BININT1, value, 1);
            } else if (value >= 0 && value < 0x10000) {
                out.op(Ops.BININT2, value, 2);
            } else {
                out.op(Ops.BININT, value, 4);
            }
            return;
        }
        if (protocol < 2) {
            out.op(Ops.LONG);
            out.ascii(Texts.repr(ts, o) + "L\n");
            return;
        }
        BigInteger value = o.toBigInteger();
        byte[] big = value.toByteArray();
        byte[] little = new byte[big.length];
        for (int i = 0; i < big.length; i++) {
            little[i] = big[big.length - 1 - i];
        }
        if (little.length < 256) {
            out.op(Ops.LONG1, little.length, 1);
        } else {
            out.op(Ops.LONG4, little.length, 4);
        }
        out.bytes(little);
    }

    /** Writes that an object is the one of a number. */
    void get(int index) {
        if (!binary) {
            out.op(Ops.GET);
            out.ascii(index + "\n");
        } else if (index < 256) {
            out.op(Ops.BINGET, index, 1);
        } else {
            out.op(Ops.LONG_BINGET, index, 4);
        }
    }

    /** Gives the object just written the next number. */
    void put(PyObject o) {
        if (pickler.fast) {
            return;
        }
        int index = pickler.memoSize();
        pickler.memoize(o, index);
        if (protocol >= 4) {
            out.op(Ops.MEMOIZE);
        } else if (!binary) {
            out.op(Ops.PUT);
            out.ascii(index + "\n");
        } else if (index < 256) {
            out.op(Ops.BINPUT, index, 1);
        } else {
            out.op(Ops.LONG_BINPUT, index, 4);
        }
    }

    private void saveStr(PyStr o) {
        if (binary) {
            byte[] data = Escapes.utf8(ts, o);
            if (data.length < 256 && protocol >= 4) {
                out.counted(ts, Ops.SHORT_BINUNICODE, 1, data, null);
            } else {
                out.counted(ts, Ops.BINUNICODE, 4, data, null);
            }
        } else {
            out.op(Ops.UNICODE);
            out.bytes(Escapes.rawUnicode(o));
            out.op('\n');
        }
        put(o);
    }

    private void saveBytes(PyBytes o) {
        if (protocol < 3) {
            // Without an opcode for bytes of its own: text that is encoded.
            if (o.length() == 0) {
                saveReduction(PyTuple.of(PyBytes.TYPE, PyTuple.EMPTY), o);
            } else {
                PyObject encode = Attributes.get(ts, Imports.importModule(ts, "codecs"), "encode");
                saveReduction(PyTuple.of(encode,
                        PyTuple.of(PyStr.ofLatin1(o.value.clone()), PyStr.interned("latin1"))), o);
            }
            return;
        }
        saveBytesData(o, o.value);
    }

    private void saveBytesData(PyObject o, byte[] data) {
        PyObject payload = o instanceof PyBytes ? o : null;
        if (data.length < 256) {
            out.counted(ts, Ops.SHORT_BINBYTES, 1, data, payload);
        } else {
            out.counted(ts, Ops.BINBYTES, 4, data, payload);
        }
        put(o);
    }

    private void saveByteArray(PyByteArray o) {
        if (protocol < 5) {
            PyTuple args = o.size() == 0 ? PyTuple.EMPTY : PyTuple.of(new PyBytes(o.toByteArray()));
            saveReduction(PyTuple.of(PyByteArray.TYPE, args), o);
            return;
        }
        out.counted(ts, Ops.BYTEARRAY8, 8, o.toByteArray(), null);
        put(o);
    }

    private void savePickleBuffer(PyPickleBuffer o) {
        if (protocol < 5) {
            throw PickleTypes.picklingError("PickleBuffer can only pickled with protocol >= 5");
        }
        PyObject view = PickleBufferMethods.view(ts, o);
        if (!PickleBufferMethods.isContiguous(ts, view)) {
            throw PickleTypes.picklingError("PickleBuffer can not be pickled when pointing to a non-contiguous buffer");
        }
        boolean readOnly = Attributes.get(ts, view, "readonly") == PyBool.TRUE;
        Refs.drop(view);
        boolean inBand = pickler.bufferCallback == null
                || Truth.of(ts, Calls.call(ts, pickler.bufferCallback, o));
        if (!inBand) {
            out.op(Ops.NEXT_BUFFER);
            if (readOnly) {
                out.op(Ops.READONLY_BUFFER);
            }
            return;
        }
        PyObject raw = PickleBufferMethods.raw(ts, o);
        PyBuffer buffer = Bytes.buffer(ts, raw);
        byte[] data = buffer.toByteArray();
        buffer.release();
        Refs.drop(raw);
        if (readOnly) {
            saveBytesData(o, data);
        } else {
            out.counted(ts, Ops.BYTEARRAY8, 8, data, null);
            put(o);
        }
    }

    private void saveCompound(PyObject o) {
        PyType type = o.type;
        if (type == PyDict.TYPE) {
            saveDict((PyDict) o);
        } else if (type == PySet.TYPE) {
            saveSet((PySet) o);
        } else if (type == PySet.FROZEN_TYPE) {
            saveFrozenSet((PySet) o);
        } else if (type == PyList.TYPE) {
            saveList((PyList) o);
        } else if (type == PyTuple.TYPE) {
            saveTuple((PyTuple) o);
        } else if (o instanceof PyByteArray array && type == PyByteArray.TYPE) {
            saveByteArray(array);
        } else if (o instanceof PyPickleBuffer buffer) {
            savePickleBuffer(buffer);
        } else {
            saveOther(o);
        }
    }

    private void saveOther(PyObject o) {
        if (reducerOverride != null) {
            PyObject answer = Calls.call(ts, reducerOverride, o);
            if (answer != PySingleton.NOT_IMPLEMENTED) {
                saveAnswer(answer, o);
                return;
            }
        }
        PyType type = o.type;
        if (type == PyType.TYPE) {
            saveType((PyType) o);
            return;
        }
        if (type == PyFunction.TYPE) {
            reducing.saveGlobal(o, null);
            return;
        }
        PyObject reduce = reducer(type);
        if (reduce != null) {
            saveAnswer(Calls.call(ts, reduce, o), o);
            return;
        }
        if (type.isSubtypeOf(PyType.TYPE)) {
            reducing.saveGlobal(o, null);
            return;
        }
        PyObject method = Attributes.lookup(ts, o, "__reduce_ex__");
        PyObject answer;
        if (method != null) {
            answer = Calls.consume(ts, method, PyInt.of(protocol));
        } else {
            method = Attributes.lookup(ts, o, "__reduce__");
            if (method == null) {
                throw PickleTypes.picklingError("can't pickle '" + type.name() + "' object: " + Texts.repr(ts, o));
            }
            answer = Calls.consume(ts, method);
        }
        saveAnswer(answer, o);
    }

    /** Saves what reduction functions answered, and drops it. */
    private void saveAnswer(PyObject answer, PyObject o) {
        try {
            reducing.saveAnswer(answer, o);
        } finally {
            Refs.drop(answer);
        }
    }

    private void saveReduction(PyTuple reduction, PyObject o) {
        try {
            reducing.save(reduction, o);
        } finally {
            Refs.drop(reduction);
        }
    }

    /** The function registered for a class; null for none. */
    private PyObject reducer(PyType type) {
        PyObject table = pickler.dispatchTable;
        if (table == null) {
            table = Attributes.get(ts, Imports.importModule(ts, "copyreg"), "dispatch_table");
        }
        if (table instanceof PyDict dict && dict.type == PyDict.TYPE) {
            return dict.get(ts, type);
        }
        try {
            return table.type.slots().getItem(ts, table, type);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.KEY_ERROR)) {
                e.swallow();
                return null;
            }
            throw e;
        }
    }

    private void saveType(PyType o) {
        PyObject singleton = o == PySingleton.NONE.type ? PySingleton.NONE
                : o == PySingleton.ELLIPSIS.type ? PySingleton.ELLIPSIS
                : o == PySingleton.NOT_IMPLEMENTED.type ? PySingleton.NOT_IMPLEMENTED : null;
        if (singleton != null) {
            saveReduction(PyTuple.of(PyType.TYPE, PyTuple.of(singleton)), o);
        } else {
            reducing.saveGlobal(o, null);
        }
    }

    private void saveTuple(PyTuple o) {
        int size = o.size();
        if (size == 0) {
            if (protocol > 0) {
                out.op(Ops.EMPTY_TUPLE);
            } else {
                out.op(Ops.MARK);
                out.op(Ops.TUPLE);
            }
            return;
        }
        boolean isShort = size <= 3 && protocol >= 2;
        if (!isShort) {
            out.op(Ops.MARK);
        }
        for (PyObject item : o.items) {
            save(item);
        }
        int known = pickler.memoIndex(o);
        if (known >= 0) {
            // Its items contained the tuple, which is written by now.
            if (!isShort && binary) {
                out.op(Ops.POP_MARK);
            } else {
                for (int i = isShort ? 0 : -1; i < size; i++) {
                    out.op(Ops.POP);
                }
            }
            get(known);
            return;
        }
        out.op(isShort ? Ops.TUPLE1 + size - 1 : Ops.TUPLE);
        put(o);
    }

    private void saveList(PyList o) {
        if (binary) {
            out.op(Ops.EMPTY_LIST);
        } else {
            out.op(Ops.MARK);
            out.op(Ops.LIST);
        }
        put(o);
        if (o.size() == 0) {
            return;
        }
        if (protocol == 0) {
            appendAll(Iteration.iter(ts, o));
            return;
        }
        if (o.size() == 1) {
            save(o.get(0));
            out.op(Ops.APPEND);
            return;
        }
        for (int i = 0; i < o.size();) {
            out.op(Ops.MARK);
            for (int n = 0; n < Ops.BATCH && i < o.size(); n++) {
                save(o.get(i++));
            }
            out.op(Ops.APPENDS);
        }
    }

    /** Appends what an iterator gives to the object on top. */
    void appendAll(PyObject iterator) {
        if (protocol == 0) {
            for (PyObject item = Iteration.next(ts, iterator); item != null; item = Iteration.next(ts, iterator)) {
                save(item);
                out.op(Ops.APPEND);
            }
            return;
        }
        PyObject item = Iteration.next(ts, iterator);
        while (item != null) {
            PyObject next = Iteration.next(ts, iterator);
            if (next == null) {
                save(item);
                out.op(Ops.APPEND);
                return;
            }
            out.op(Ops.MARK);
            save(item);
            int n = 1;
            item = next;
            while (item != null) {
                save(item);
                n++;
                if (n == Ops.BATCH) {
                    item = Iteration.next(ts, iterator);
                    break;
                }
                item = Iteration.next(ts, iterator);
            }
            out.op(Ops.APPENDS);
        }
    }

    private void saveDict(PyDict o) {
        if (binary) {
            out.op(Ops.EMPTY_DICT);
        } else {
            out.op(Ops.MARK);
            out.op(Ops.DICT);
        }
        put(o);
        int size = o.nextEntry(0) < 0 ? 0 : o.size();
        if (size == 0) {
            return;
        }
        if (protocol == 0) {
            PyObject items = Calls.callMethod(ts, o, "items");
            try {
                PyObject iterator = Iteration.iter(ts, items);
                try {
                    setAll(iterator);
                } finally {
                    Refs.drop(iterator);
                }
            } finally {
                Refs.drop(items);
            }
            return;
        }
        int entry = o.nextEntry(0);
        if (size == 1) {
            PyObject value = o.values[entry];
            save(o.keys[entry]);
            save(value);
            out.op(Ops.SETITEM);
            return;
        }
        while (entry >= 0) {
            out.op(Ops.MARK);
            for (int n = 0; n < Ops.BATCH && entry >= 0; n++) {
                PyObject value = o.values[entry];
                Refs.incRef(value);
                try {
                    save(o.keys[entry]);
                    save(value);
                } finally {
                    Refs.release(value);
                }
                if (o.size() != size) {
                    throw Errors.runtimeError("dictionary changed size during iteration");
                }
                entry = o.nextEntry(entry + 1);
            }
            out.op(Ops.SETITEMS);
        }
    }

    private void saveItem(PyObject pair) {
        if (!(pair instanceof PyTuple item) || item.size() != 2) {
            throw Errors.typeError("dict items iterator must return 2-tuples");
        }
        try {
            save(item.item(0));
            save(item.item(1));
        } finally {
            Refs.drop(item);
        }
    }

    /** Sets the items that an iterator gives in the object on top. */
    void setAll(PyObject iterator) {
        if (protocol == 0) {
            for (PyObject item = Iteration.next(ts, iterator); item != null; item = Iteration.next(ts, iterator)) {
                saveItem(item);
                out.op(Ops.SETITEM);
            }
            return;
        }
        PyObject item = Iteration.next(ts, iterator);
        while (item != null) {
            PyObject next = Iteration.next(ts, iterator);
            if (next == null) {
                saveItem(item);
                out.op(Ops.SETITEM);
                return;
            }
            out.op(Ops.MARK);
            saveItem(item);
            int n = 1;
            item = next;
            while (item != null) {
                saveItem(item);
                n++;
                if (n == Ops.BATCH) {
                    item = Iteration.next(ts, iterator);
                    break;
                }
                item = Iteration.next(ts, iterator);
            }
            out.op(Ops.SETITEMS);
        }
    }

    private void saveSet(PySet o) {
        if (protocol < 4) {
            saveReduction(PyTuple.of(PySet.TYPE, PyTuple.of(PyList.of(o.toArray()))), o);
            return;
        }
        out.op(Ops.EMPTY_SET);
        put(o);
        PyObject[] items = o.toArray();
        for (int i = 0; i < items.length;) {
            out.op(Ops.MARK);
            for (int n = 0; n < Ops.BATCH && i < items.length; n++) {
                save(items[i++]);
                if (o.size() != items.length) {
                    throw Errors.runtimeError("set changed size during iteration");
                }
            }
            out.op(Ops.ADDITEMS);
        }
    }

    private void saveFrozenSet(PySet o) {
        if (protocol < 4) {
            saveReduction(PyTuple.of(PySet.FROZEN_TYPE, PyTuple.of(PyList.of(o.toArray()))), o);
            return;
        }
        out.op(Ops.MARK);
        for (PyObject item : o.toArray()) {
            save(item);
        }
        int known = pickler.memoIndex(o);
        if (known >= 0) {
            out.op(Ops.POP_MARK);
            get(known);
            return;
        }
        out.op(Ops.FROZENSET);
        put(o);
    }
}
