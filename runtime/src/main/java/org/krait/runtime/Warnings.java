package org.krait.runtime;

import org.krait.objects.ExceptionTypes;
import org.krait.objects.ThreadState;

/** Warnings that native functions give about their caller. */
public final class Warnings {
    private Warnings() {}

    /** A DeprecationWarning about what the running Python code does. */
    public static void deprecation(ThreadState ts, String message) {
        org.krait.runtime.imports.Warnings.warn(ts, ExceptionTypes.DEPRECATION_WARNING, message, 1);
    }
}
