package org.krait.runtime.builtins;

import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;

/** Line editing for {@code input()} at a terminal; the launcher registers one with the context. */
public interface InputHook {
    /** True when both streams are the real ones and a terminal. */
    boolean isFor(ThreadState ts, PyObject in, PyObject out);

    /** One line without its newline; raises EOFError or KeyboardInterrupt. */
    PyObject read(ThreadState ts, String prompt);
}
