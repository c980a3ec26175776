package org.krait.runtime.diagnostics;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often and how long functions ran, and who called them. Times are in the unit of the clock that the caller of
 * {@link #enter} and {@link #leave} reads. Functions are keyed by what they are shown as.
 */
final class CallProfile {
    /** The figures of a function, or of a function as called by another. */
    static final class Figures {
        long calls;
        long recursiveCalls;
        double totalTime;
        double inlineTime;
        private int depth;

        private void end(double total, double inline) {
            depth--;
            if (depth == 0) {
                totalTime += total;
            } else {
                recursiveCalls++;
            }
            inlineTime += inline;
            calls++;
        }
    }

    /** A function: its figures, and those of the functions it called. */
    static final class Function {
        final Figures figures = new Figures();
        final Map<Object, Figures> called = new LinkedHashMap<>();
    }

    /** A call that has not returned. */
    private static final class Call {
        final Object key;
        final Function function;
        final Call outer;
        double start;
        double inner;

        Call(Object key, Function function, Call outer) {
            this.key = key;
            this.function = function;
            this.outer = outer;
        }
    }

    final Map<Object, Function> functions = new LinkedHashMap<>();
    /** True to keep figures for each caller. */
    boolean byCaller = true;
    private Call current;

    void enter(Object key) {
        Function function = functions.computeIfAbsent(key, k -> new Function());
        current = new Call(key, function, current);
        function.figures.depth++;
        if (byCaller && current.outer != null) {
            current.outer.function.called.computeIfAbsent(key, k -> new Figures()).depth++;
        }
    }

    /** The call entered last starts now: what entering took is not its time. */
    void start(double now) {
        current.start = now;
    }

    boolean isInCall() {
        return current != null;
    }

    void leave(double now) {
        Call call = current;
        double total = now - call.start;
        double inline = total - call.inner;
        current = call.outer;
        call.function.figures.end(total, inline);
        if (call.outer != null) {
            call.outer.inner += total;
            Figures figures = call.outer.function.called.get(call.key);
            if (byCaller && figures != null && figures.depth > 0) {
                figures.end(total, inline);
            }
        }
    }

    void clear() {
        functions.clear();
        current = null;
    }
}
