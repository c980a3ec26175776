package org.krait.runtime.snapshot;

import java.util.IdentityHashMap;
import java.util.Map;
import org.krait.objects.Mutations;
import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;
import org.krait.runtime.builtins.PyContextVar;

/**
 * What modules do with variables of contexts. No record can hold what one leaves in the context of the thread that
 * imports; a variable that has no value is as well asked for where a module is bound, until somebody sets it.
 */
public final class ContextVariables {
    /** The variables that a module has set. */
    private final Map<PyContextVar, Own> own = new IdentityHashMap<>();

    /** What a module found in a variable, null for no value, and the last value that it has put there itself. */
    private static final class Own {
        final PyObject before;
        PyObject last;
        /** Who reads it belongs to the same: a function that remembers its results has others. */
        Seen setter;

        Own(PyObject before) {
            this.before = before;
        }

        boolean isLast(PyObject value, Seen reader) {
            return value == last && reader == setter;
        }
    }

    /** A variable is asked for; told only to captures. */
    public static void reads(ThreadState ts, PyContextVar variable) {
        Capture capture = Capture.of(ts.interp);
        Running r = capture == null ? null : capture.running();
        Own own = r == null ? null : r.variables.own.get(variable);
        PyObject value = variable.value(ts);
        if (own != null && own.isLast(value, r.seen)) {
            return;
        }
        if (value == null) {
            Mutations.notePart(variable, null);
        } else {
            Capture.asksInVain("asks for a variable of the thread's context", "_contextvars.ContextVar.get");
        }
    }

    /** A variable is about to get another value, or, for null, to lose its value. */
    public static void sets(ThreadState ts, PyContextVar variable, PyObject value) {
        Capture capture = Mutations.WATCHED ? Capture.of(ts.interp) : null;
        Running r = capture == null ? null : capture.running();
        if (r == null) {
            Mutations.noteContent(variable);
            return;
        }
        Own own = r.variables.own.get(variable);
        if (own == null) {
            own = new Own(variable.value(ts));
            r.variables.own.put(variable, own);
        }
        own.last = value;
        own.setter = r.seen;
    }

    /** The execution of the module has ended: it must have left no value. */
    void end(ThreadState ts, Running r) {
        own.forEach((variable, values) -> {
            if (variable.value(ts) != values.before) {
                r.unsound("sets the context variable " + variable.name());
            }
        });
    }

    /** Takes what another module has done whose execution failed. */
    void addAll(ContextVariables others) {
        others.own.forEach(own::putIfAbsent);
    }

    void clear() {
        own.clear();
    }
}
