package org.krait.objects;

/**
 * The last objects that Python code handed to native code, by result or as an exception under way: native code may have
 * them in Java variables only. The collector takes one for alive as long as the frame that called the native code is
 * still at the same instruction. Native code that keeps more of them across further calls counts them itself.
 */
public final class Results {
    private static final int ROOM = 128;

    private final PyObject[] values = new PyObject[ROOM];
    private final PyFrame[] frames = new PyFrame[ROOM];
    private final int[] pcs = new int[ROOM];
    private int next;

    Results() {}

    /** Notes a result that Python code left to native code called by {@code frame}. */
    public void add(PyObject value, PyFrame frame) {
        if (value.refs >= Refs.UNIT && frame != null) {
            int i = next;
            values[i] = value;
            frames[i] = frame;
            pcs[i] = frame.pc;
            next = i + 1 & ROOM - 1;
        }
    }

    /** Shows what may still be in use. */
    void visit(PyFrame innermost, PyObject.Visitor visitor) {
        for (int i = 0; i < ROOM; i++) {
            PyFrame frame = frames[i];
            if (frame == null) {
                continue;
            }
            PyFrame running = frame.pc == pcs[i] ? innermost : null;
            while (running != null && running != frame) {
                running = running.back;
            }
            if (running != null) {
                visitor.visit(values[i]);
            } else {
                values[i] = null;
                frames[i] = null;
            }
        }
    }
}
