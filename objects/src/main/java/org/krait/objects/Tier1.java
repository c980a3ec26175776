package org.krait.objects;

/**
 * The compiling tier. Tier 0 asks it at a call of code that has {@code CodeObject.compiled} set, and every
 * {@link #INTERVAL} calls and back edges of code that has not.
 */
public interface Tier1 {
    /** A power of two: calls and back edges of a code object between two questions. */
    int INTERVAL = 1024;

    /**
     * Runs a frame on from an instruction, if this code is compiled or to be. The frame is entered already
     * ({@code ts.frame}, depth, counts); a return or yield leaves it, by the runtime's Frames, before the value is
     * answered. An exception is thrown with {@code frame.pc} at the instruction that raised it: tier 0 finds the
     * handler.
     *
     * @return the value returned or yielded; null when tier 0 shall go on at {@code frame.pc}
     */
    PyObject enter(ThreadState ts, PyFrame frame, int pc);
}
