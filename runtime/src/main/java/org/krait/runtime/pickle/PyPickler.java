package org.krait.runtime.pickle;

import java.util.IdentityHashMap;
import java.util.Map;
import org.krait.objects.Errors;
import org.krait.objects.PyInstance;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;

/** A {@code _pickle.Pickler}: settings, memo and output. */
final class PyPickler extends PyInstance {
    /** Null until {@code __init__}. */
    PickleOutput output;
    /** {@code file.write}, counted; null for {@code dumps}. */
    private PyObject write;
    int protocol;
    boolean binary;
    boolean fast;
    boolean fixImports;
    /** Counted; null for none. */
    PyObject bufferCallback;
    /** Set by a program; counted; null for none. */
    PyObject persistentId;
    /** Counted; null for none. */
    PyObject dispatchTable;
    /** What was written and under which number. The keys are counted. */
    private IdentityHashMap<PyObject, Integer> memo = new IdentityHashMap<>();

    PyPickler(PyType type) {
        super(type);
    }

    void init(ThreadState ts, PyObject file, PyObject protocolArgument, boolean fixes, PyObject callback) {
        int wanted = Ops.DEFAULT_PROTOCOL;
        if (protocolArgument != null && protocolArgument != PySingleton.NONE) {
            PyInt number = org.krait.objects.Arguments.toIndex(ts, protocolArgument);
            wanted = org.krait.objects.Arguments.toInt(ts, number);
            if (wanted < 0) {
                wanted = Ops.HIGHEST_PROTOCOL;
            } else if (wanted > Ops.HIGHEST_PROTOCOL) {
                throw Errors.valueError("pickle protocol must be <= " + Ops.HIGHEST_PROTOCOL);
            }
        }
        protocol = wanted;
        binary = wanted > 0;
        fixImports = fixes && wanted < 3;
        PyObject calledBack = callback == PySingleton.NONE ? null : callback;
        if (calledBack != null && wanted < 5) {
            throw Errors.valueError("buffer_callback needs protocol >= 5");
        }
        Refs.xincRef(calledBack);
        Refs.xdecRef(bufferCallback);
        bufferCallback = calledBack;
        PyObject method = null;
        if (file != null) {
            method = Attributes.lookup(ts, file, "write");
            if (method == null) {
                throw Errors.typeError("file must have a 'write' attribute");
            }
            Refs.incRef(method);
        }
        Refs.xdecRef(write);
        write = method;
        clearMemo();
        fast = false;
        output = new PickleOutput(method);
        if (type.isHeapType()) {
            PyObject table = Attributes.lookup(ts, this, "dispatch_table");
            if (table != null) {
                setDispatchTable(table);
            }
        }
    }

    void setDispatchTable(PyObject table) {
        Refs.xincRef(table);
        Refs.xdecRef(dispatchTable);
        dispatchTable = table;
    }

    void setPersistentId(PyObject function) {
        Refs.xincRef(function);
        Refs.xdecRef(persistentId);
        persistentId = function;
    }

    int memoSize() {
        return memo.size();
    }

    /** The number of an object that was written; -1 when it was not. */
    int memoIndex(PyObject o) {
        Integer index = memo.get(o);
        return index == null ? -1 : index;
    }

    void memoize(PyObject o, int index) {
        if (memo.put(o, index) == null) {
            Refs.incRef(o);
        }
    }

    Map<PyObject, Integer> memo() {
        return memo;
    }

    void clearMemo() {
        IdentityHashMap<PyObject, Integer> old = memo;
        if (old.isEmpty()) {
            return;
        }
        memo = new IdentityHashMap<>();
        for (PyObject o : old.keySet()) {
            Refs.decRef(o);
        }
    }

    @Override
    protected void dropReferents() {
        clearMemo();
        Refs.xdecRef(write);
        Refs.xdecRef(bufferCallback);
        Refs.xdecRef(persistentId);
        Refs.xdecRef(dispatchTable);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        for (PyObject o : memo.keySet()) {
            visitor.visit(o);
        }
        for (PyObject o : new PyObject[] {write, bufferCallback, persistentId, dispatchTable}) {
            if (o != null) {
                visitor.visit(o);
            }
        }
    }
}
