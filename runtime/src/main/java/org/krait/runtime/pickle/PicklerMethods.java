package org.krait.runtime.pickle;

import org.krait.objects.Errors;
import org.krait.objects.PyDict;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Calls;
import org.krait.runtime.builtins.ObjectMethods;

/** The methods of {@code _pickle.Pickler}. */
@BuiltinType(
        base = ObjectMethods.class,
        signature = "__init__",
        doc = "This takes a binary file for writing a pickle data stream.\n\nThe protocol is 4 unless said otherwise; "
                + "a negative one stands for the highest. With fix_imports and a protocol below 3\nnames of modules are"
                + " those of Python 2. buffer_callback is called with each buffer that is to stay\nout of the stream.")
final class PicklerMethods {
    private PicklerMethods() {}

    @Builtin("__new__(type, *args, **kwargs)")
    static PyObject make(PyType type, PyObject[] args, PyStr[] keywords) {
        return new PyPickler(type);
    }

    @Builtin("__init__(self, file, protocol=None, fix_imports=True, buffer_callback=None)")
    static void init(ThreadState ts, PyPickler self, PyObject file, PyObject protocol, boolean fixImports,
            PyObject bufferCallback) {
        self.init(ts, file, protocol, fixImports, bufferCallback);
    }

    @Builtin(value = "dump(self, obj, /)", doc = "Write a pickled representation of the given object to the open file.")
    static void dump(ThreadState ts, PyPickler self, PyObject obj) {
        if (self.output == null) {
            throw PickleTypes.picklingError("Pickler.__init__() was not called by " + self.type.name()
                    + ".__init__()");
        }
        new Saver(ts, self).dump(obj);
    }

    @Builtin(value = "clear_memo(self, /)", doc = "Forgets what was written before.")
    static void clearMemo(PyPickler self) {
        self.clearMemo();
    }

    @Builtin("__sizeof__(self, /)")
    static long size(PyPickler self) {
        return 192 + 16L * self.memoSize();
    }

    @Attribute(value = "bin", member = true)
    static int binary(PyPickler self) {
        return self.binary ? 1 : 0;
    }

    @Attribute(value = "bin", setter = true)
    static void setBinary(ThreadState ts, PyPickler self, PyObject value) {
        self.binary = org.krait.objects.Arguments.toInt(ts, given(value, "bin")) != 0;
    }

    @Attribute(value = "fast", member = true)
    static int fast(PyPickler self) {
        return self.fast ? 1 : 0;
    }

    @Attribute(value = "fast", setter = true)
    static void setFast(ThreadState ts, PyPickler self, PyObject value) {
        self.fast = org.krait.objects.Arguments.toInt(ts, given(value, "fast")) != 0;
    }

    private static PyObject given(PyObject value, String name) {
        if (value == null) {
            throw Errors.typeError("can't delete numeric/char attribute");
        }
        return value;
    }

    @Attribute(value = "dispatch_table", member = true)
    static PyObject dispatchTable(PyPickler self) {
        if (self.dispatchTable == null) {
            throw Errors.noAttribute(self, PyStr.interned("dispatch_table"));
        }
        return self.dispatchTable;
    }

    @Attribute(value = "dispatch_table", setter = true)
    static void setDispatchTable(PyPickler self, PyObject value) {
        self.setDispatchTable(value);
    }

    @Attribute("persistent_id")
    static PyObject persistentId(PyPickler self) {
        if (self.persistentId == null) {
            throw Errors.attributeError("persistent_id");
        }
        return self.persistentId;
    }

    @Attribute(value = "persistent_id", setter = true)
    static void setPersistentId(PyPickler self, PyObject value) {
        if (value == null) {
            throw Errors.typeError("attribute deletion is not supported");
        }
        if (!Calls.isCallable(value)) {
            throw Errors.typeError("persistent_id must be a callable taking one argument");
        }
        self.setPersistentId(value);
    }

    @Attribute("memo")
    static PyObject memo(PyPickler self) {
        return new PyMemoProxy(PickleTypes.PICKLER_MEMO, self);
    }

    @Attribute(value = "memo", setter = true)
    static void setMemo(ThreadState ts, PyPickler self, PyObject value) {
        if (value == null) {
            throw Errors.typeError("attribute deletion is not supported");
        }
        if (value instanceof PyMemoProxy proxy && proxy.owner instanceof PyPickler other) {
            java.util.Map<PyObject, Integer> entries = new java.util.IdentityHashMap<>(other.memo());
            self.clearMemo();
            entries.forEach(self::memoize);
            return;
        }
        if (!(value instanceof PyDict dict)) {
            throw Errors.typeError("'memo' attribute must be a PicklerMemoProxy object or dict, not "
                    + value.type.name());
        }
        java.util.IdentityHashMap<PyObject, Integer> entries = new java.util.IdentityHashMap<>();
        for (int i = dict.nextEntry(0); i >= 0; i = dict.nextEntry(i + 1)) {
            if (!(dict.values[i] instanceof PyTuple pair) || pair.size() != 2) {
                throw Errors.typeError("'memo' values must be 2-item tuples");
            }
            entries.put(pair.item(1), (int) org.krait.objects.Arguments.toLong(ts, (PyInt) pair.item(0)));
        }
        self.clearMemo();
        entries.forEach(self::memoize);
    }
}
