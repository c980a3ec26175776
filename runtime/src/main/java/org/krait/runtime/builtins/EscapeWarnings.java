package org.krait.runtime.builtins;

import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;

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
        warn(ts, ExceptionTypes.DEPRECATION_WARNING, message);
    }

    /** {@code warnings.warn(message, category)} with stack level 1. */
    static void warn(ThreadState ts, org.krait.objects.PyType category, String message) {
        PyObject warnings = Protocol.call(ts, ts.interp.builtins.get("__import__"), PyStr.interned("warnings"));
        Protocol.callMethod(ts, warnings, "warn", PyStr.of(message), category, PyInt.ONE);
    }
}
