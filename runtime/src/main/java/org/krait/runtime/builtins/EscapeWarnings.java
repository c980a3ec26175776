package org.krait.runtime.builtins;

import org.krait.objects.ExceptionTypes;
import org.krait.objects.ThreadState;
import org.krait.runtime.Warnings;

/** The DeprecationWarning of escapes that mean nothing. */
final class EscapeWarnings {
    private EscapeWarnings() {}

    /** Warns about the character after the backslash, or the octal number above 0o377; -1 for none. */
    static void warn(ThreadState ts, int bad) {
        if (bad < 0) {
            return;
        }
        String message = bad > 0xff
                ? "invalid octal escape sequence '\\" + Integer.toOctalString(bad) + "'"
                : "invalid escape sequence '\\" + (char) bad + "'";
        Warnings.warn(ts, ExceptionTypes.DEPRECATION_WARNING, message, 1);
    }
}
