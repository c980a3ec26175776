package org.krait.objects;

import java.util.Map;

/**
 * The compiling tier. Tier 0 asks it at a call of code that has {@code CodeObject.compiled} set, and every
 * {@link #INTERVAL} calls and back edges of other code (see {@link Interp#tier1Mask}).
 */
public interface Tier1 {
    /** A power of two: calls and back edges of a code object between two questions. */
    int INTERVAL = 1024;

    /** The answer of {@link #enter} when tier 0 shall go on at the frame's pc. */
    Object GO_ON = new Object();

    /**
     * Runs a frame on from an instruction, if this code is compiled or to be. The frame is entered already
     * ({@code ts.frame}, depth, counts). Tier 1 finds the handlers of exceptions itself.
     *
     * @return the PyObject returned or yielded or the {@link PyException} raised, with the frame left; null when
     *         nothing happened; {@link #GO_ON}
     */
    Object enter(ThreadState ts, PyFrame frame, int pc);

    /** Copies of the registers of the frames that compiled code of this thread runs. */
    Map<PyFrame, PyObject[]> registers();
}
