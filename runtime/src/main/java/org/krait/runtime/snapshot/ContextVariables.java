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
    /** What a module found in the variables that it has set; null for no value. */
    private final Map<PyContextVar, PyObject> before = new IdentityHashMap<>();

    /** A variable is asked for; told only to captures. */
    public static void reads(ThreadState ts, PyContextVar variable) {
        Capture capture = Capture.of(ts.interp);
        Running r = capture == null ? null : capture.running();
        if (variable.value(ts) == null) {
            Mutations.notePart(variable, null);
        } else if (r == null || !r.variables.before.containsKey(variable)) {
            Capture.asksInVain("asks for a variable of the thread's context", "_contextvars.ContextVar.get");
        }
    }

    /** A variable is about to get another value, or to lose its value. */
    public static void sets(ThreadState ts, PyContextVar variable) {
        Capture capture = Mutations.WATCHED ? Capture.of(ts.interp) : null;
        Running r = capture == null ? null : capture.running();
        if (r == null) {
            Mutations.noteContent(variable);
        } else if (!r.variables.before.containsKey(variable)) {
            r.variables.before.put(variable, variable.value(ts));
        }
    }

    /** The execution of the module has ended: it must have left no value. */
    void end(ThreadState ts, Running r) {
        before.forEach((variable, value) -> {
            if (variable.value(ts) != value) {
                r.unsound("sets the context variable " + variable.name());
            }
        });
    }

    /** Takes what another module has done whose execution failed. */
    void addAll(ContextVariables others) {
        others.before.forEach(before::putIfAbsent);
    }

    void clear() {
        before.clear();
    }
}
