package org.krait.runtime.builtins;

import org.krait.objects.PyBuffer;
import org.krait.objects.PyBytes;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.runtime.Calls;
import org.krait.runtime.sre.Matcher;

/** One {@code sub} or {@code subn}: by a callable, by a literal, or by a template with group references. */
final class SreSubstitution {
    private final ThreadState ts;
    private final PyPattern pattern;
    /** The replacement if it is the same for each match, else null. */
    private final PyObject literal;
    private final PyObject callable;
    private final PyTemplate template;
    private long count;

    SreSubstitution(ThreadState ts, PyPattern pattern, PyObject replacement) {
        this.ts = ts;
        this.pattern = pattern;
        boolean calls = replacement.type.has(Special.CALL);
        callable = calls ? replacement : null;
        PyTemplate parsed = calls || isLiteral(replacement)
                ? null
                : PatternMethods.compileTemplate(ts, pattern, replacement);
        template = parsed != null && !parsed.isLiteral() ? parsed : null;
        literal = calls || template != null ? null : parsed != null ? parsed.literals[0] : replacement;
    }

    /** Whether a replacement has no backslash. What isn't a string is left to the template parser's errors. */
    private boolean isLiteral(PyObject replacement) {
        if (replacement instanceof PyStr text) {
            for (int i = 0; i < text.length(); i++) {
                if (text.at(i) == '\\') {
                    return false;
                }
            }
            return true;
        }
        byte[] bytes;
        if (replacement instanceof PyBytes exact) {
            bytes = exact.value;
        } else {
            PyBuffer buffer = replacement.type.slots().buffer(ts, replacement, 0);
            if (buffer == null) {
                return false;
            }
            bytes = buffer.toByteArray();
            buffer.release();
        }
        for (byte b : bytes) {
            if (b == '\\') {
                return false;
            }
        }
        return true;
    }

    /** The number of replacements made. */
    PyInt count() {
        return PyInt.of(count);
    }

    PyObject apply(PyObject string, long most) {
        SreScan scan = new SreScan(ts, pattern, string, 0, Long.MAX_VALUE);
        try {
            SreJoiner out = new SreJoiner(string instanceof PyStr);
            Matcher matcher = scan.matcher;
            int last = 0;
            while ((most == 0 || count < most) && matcher.search()) {
                int start = matcher.start();
                if (last < start) {
                    out.add(ts, scan.slice(last, start));
                }
                last = matcher.matchEnd();
                PyObject item = replacement(scan);
                if (item != PySingleton.NONE) {
                    out.add(ts, item);
                }
                count++;
                matcher.advance();
            }
            if (last < scan.endPos) {
                out.add(ts, scan.slice(last, scan.endPos));
            }
            return out.result(ts);
        } finally {
            scan.close();
        }
    }

    private PyObject replacement(SreScan scan) {
        if (literal != null) {
            return literal;
        }
        PyMatch match = scan.match();
        PyObject item = template != null
                ? template.expand(ts, match)
                : Calls.call(ts, callable, match);
        if (item != match) {
            Refs.drop(match);
        }
        return item;
    }
}
