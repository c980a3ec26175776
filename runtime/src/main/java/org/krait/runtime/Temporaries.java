package org.krait.runtime;

import org.krait.objects.PyFrame;
import org.krait.objects.PyObject;
import org.krait.objects.Refs;
import org.krait.objects.code.CodeObject;

/** What becomes of the temporaries of a frame: consumed, held across calls, dropped when an exception passes. */
public final class Temporaries {
    private Temporaries() {}

    /** Consumes two operands of which {@code result} came (null for none). */
    public static void drop(PyObject a, PyObject b, PyObject result) {
        Refs.dropKeeping(a, b, result);
    }

    /** Consumes neighbouring registers of which {@code result} came. */
    static void drop(PyObject[] registers, int base, int count, PyObject result) {
        for (int i = base; i < base + count; i++) {
            Refs.dropKeeping(registers[i], result);
        }
    }

    /** Replaces a counted register. */
    static void setLocal(PyObject[] registers, int index, PyObject value) {
        PyObject old = registers[index];
        Refs.incRef(value);
        registers[index] = value;
        Refs.xdecRef(old);
    }

    /** Counts neighbouring temporaries that must survive code that may drop their owner. */
    static void hold(PyObject[] registers, int base, int count) {
        for (int i = base; i < base + count; i++) {
            Refs.xincRef(registers[i]);
        }
    }

    /** Ends a hold: what was held is the next instruction's to consume. */
    public static void release(PyObject[] registers, int base, int count) {
        for (int i = base; i < base + count; i++) {
            Refs.xrelease(registers[i]);
        }
    }

    /** Takes a value that leaves the frame out of all its temporaries. */
    public static void forget(PyFrame frame, PyObject value) {
        PyObject[] r = frame.registers;
        for (int i = frame.code.firstTemp; i < r.length; i++) {
            if (r[i] == value) {
                r[i] = null;
            }
        }
    }

    /** Drops what is left of the temporaries after an exception, the last first, but the first {@code live} ones. */
    static void dropFrom(PyFrame frame, int live) {
        PyObject[] r = frame.registers;
        for (int i = r.length - 1; i >= frame.code.firstTemp + live; i--) {
            PyObject o = r[i];
            if (o != null) {
                r[i] = null;
                Refs.drop(o);
            }
        }
    }

    /** Unbinds the hidden locals, the innermost first: a traceback keeps a frame's variables, but not its stack. */
    static void clearHidden(PyFrame frame) {
        PyObject[] r = frame.registers;
        CodeObject code = frame.code;
        for (int i = code.firstTemp - code.heldCount - 1; i >= code.variables.length; i--) {
            PyObject o = r[i];
            if (o != null) {
                r[i] = null;
                Refs.decRef(o);
            }
        }
    }
}
