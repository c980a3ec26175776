package org.krait.runtime.pickle;

import java.util.Arrays;
import org.krait.objects.Errors;
import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Iteration;

/** A {@code _pickle.Unpickler}: settings, memo and input. */
final class PyUnpickler extends PyInstance {
    /** Null until {@code __init__}. */
    PickleInput input;
    boolean fixImports;
    String encoding = "ASCII";
    String errors = "strict";
    /** The protocol that the last pickle told. */
    int protocol;
    /** True while it loads. */
    boolean running;
    /** Set by a program; counted; null for none. */
    PyObject persistentLoad;
    /** An iterator; counted; null for none. */
    PyObject buffers;
    /** What was read, by number, counted; null where there is nothing. */
    private PyObject[] memo = new PyObject[32];
    private int memoCount;
    /** Objects that keep methods of the file alive. Counted. */
    private PyObject[] held = {};

    PyUnpickler(PyType type) {
        super(type);
    }

    void init(ThreadState ts, boolean fixes, PyObject encodingName, PyObject errorsName, PyObject buffersGiven) {
        encoding = encodingName == null ? "ASCII" : encodingName.toString();
        errors = errorsName == null ? "strict" : errorsName.toString();
        fixImports = fixes;
        PyObject iterator = buffersGiven == null || buffersGiven == PySingleton.NONE
                ? null
                : Iteration.iter(ts, buffersGiven);
        Refs.xincRef(iterator);
        Refs.xdecRef(buffers);
        buffers = iterator;
        protocol = 0;
        clearMemo();
    }

    void setFile(ThreadState ts, PyObject file) {
        PyObject read = Attributes.lookup(ts, file, "read");
        PyObject readLine = null;
        PyObject peek = null;
        boolean complete = false;
        try {
            readLine = Attributes.lookup(ts, file, "readline");
            if (read == null || readLine == null) {
                throw Errors.typeError("file must have 'read' and 'readline' attributes");
            }
            peek = Attributes.lookup(ts, file, "peek");
            complete = true;
        } finally {
            if (!complete) {
                Refs.xdrop(read);
                Refs.xdrop(readLine);
            }
        }
        PyObject[] methods = peek == null ? new PyObject[] {read, readLine} : new PyObject[] {read, readLine, peek};
        for (PyObject method : methods) {
            Refs.incRef(method);
        }
        dropHeld();
        held = methods;
        input = new PickleInput(read, readLine, peek);
    }

    private void dropHeld() {
        PyObject[] old = held;
        held = new PyObject[0];
        for (PyObject method : old) {
            Refs.decRef(method);
        }
    }

    void setPersistentLoad(PyObject function) {
        Refs.xincRef(function);
        Refs.xdecRef(persistentLoad);
        persistentLoad = function;
    }

    int memoLength() {
        return memo.length;
    }

    /** How many numbers were given. */
    int memoCount() {
        return memoCount;
    }

    /** The object of a number; null when there is none. */
    PyObject memo(long index) {
        return index >= 0 && index < memo.length ? memo[(int) index] : null;
    }

    void memoize(long index, PyObject o) {
        if (index > Integer.MAX_VALUE - 16) {
            throw Errors.memoryError();
        }
        if (index >= memo.length) {
            memo = Arrays.copyOf(memo, (int) Math.min(Integer.MAX_VALUE - 16, index * 2));
        }
        PyObject old = memo[(int) index];
        Refs.incRef(o);
        memo[(int) index] = o;
        if (old == null) {
            memoCount++;
        } else {
            Refs.decRef(old);
        }
    }

    void clearMemo() {
        PyObject[] old = memo;
        memo = new PyObject[32];
        memoCount = 0;
        for (PyObject o : old) {
            Refs.xdecRef(o);
        }
    }

    @Override
    protected void dropReferents() {
        clearMemo();
        dropHeld();
        Refs.xdecRef(persistentLoad);
        Refs.xdecRef(buffers);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        for (PyObject o : memo) {
            if (o != null) {
                visitor.visit(o);
            }
        }
        for (PyObject method : held) {
            visitor.visit(method);
        }
        if (persistentLoad != null) {
            visitor.visit(persistentLoad);
        }
        if (buffers != null) {
            visitor.visit(buffers);
        }
    }
}
