package org.krait.runtime.audit;

import java.util.ArrayList;
import java.util.Map;
import org.krait.objects.Collector;
import org.krait.objects.Interp;
import org.krait.objects.PyFrame;
import org.krait.objects.PyGenerator;
import org.krait.objects.PyObject;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.Ops;
import org.krait.runtime.imports.Archives;

/**
 * How often each object is referred to by what counts its references: {@code certain} by objects that live, frames that
 * run and temporaries that are held; {@code possible} by what may be counted just now.
 */
final class ReferenceTally implements PyObject.Visitor {
    /** An open-addressed table by identity. */
    private PyObject[] keys = new PyObject[1 << 13];
    private int[] certain = new int[1 << 13];
    private int[] possible = new int[1 << 13];
    private int size;
    /** All objects met, which are those in the table. */
    private final ArrayList<PyObject> met = new ArrayList<>();
    /** Objects that are destroyed and referred to nonetheless. */
    private final ArrayList<PyObject> destroyed = new ArrayList<>();
    private boolean onlyPossible;

    /** Counts the references of {@code alive}, of a context and its threads, and of all that these refer to. */
    static ReferenceTally of(Interp interp, ThreadState[] threads, PyObject[] alive, Map<PyFrame, Boolean> unwinding) {
        ReferenceTally tally = new ReferenceTally();
        tally.visit(interp.modules);
        tally.possibly().visit(interp.builtins);
        tally.possibly().visit(interp.sys);
        for (ThreadState ts : threads) {
            showThread(ts, tally, tally.possibly());
        }
        // They live forever, whether anything leads to them or not.
        Archives.visitRestored(interp, tally::slot);
        Archives.visitHeld(interp, tally);
        for (PyObject o : alive) {
            // Compiled code forgets a frame that nothing else knows; those that run were met.
            if (!(o instanceof PyFrame frame && frame.isPrivate() && !tally.has(frame))) {
                tally.slot(o);
            }
        }
        int done = 0;
        while (done < tally.met.size()) {
            PyObject o = tally.met.get(done++);
            if (!Refs.isDestroyed(o)) {
                Collector.visit(o, tally);
                if (o instanceof PyFrame frame) {
                    showHeld(frame, unwinding.containsKey(frame) ? tally.possibly() : tally);
                }
            }
        }
        return tally;
    }

    private PyObject.Visitor possibly() {
        return o -> {
            onlyPossible = true;
            visit(o);
            onlyPossible = false;
        };
    }

    /** What an object counts, the temporaries of a suspended generator included. */
    static void showReferents(PyObject o, PyObject.Visitor visitor) {
        Collector.visit(o, visitor);
        if (o instanceof PyFrame frame) {
            showHeld(frame, visitor);
        }
    }

    /** What a thread counts besides its frames' own references. */
    static void showThread(ThreadState ts, PyObject.Visitor certain, PyObject.Visitor possible) {
        for (PyFrame frame = ts.frame; frame != null; frame = frame.back) {
            PyGenerator generator = frame.generator();
            // A frame that a generator's delegate runs in the place of is not counted by an execution.
            (generator == null ? certain : possible).visit(frame);
            show(generator, possible);
            possible.visit(frame.globals);
            possible.visit(frame.builtins);
            show(frame.locals, possible);
        }
        show(ts.handled, certain);
        for (ThreadState.Outer outer = ts.outerHandled; outer != null; outer = outer.next()) {
            show(outer.handled(), certain);
        }
        show(ts.returned, possible);
        show(ts.context, possible);
        show(ts.asyncException, possible);
        show(ts.traceFunction, certain);
        show(ts.profileFunction, certain);
        show(ts.asyncGenFirstIter, possible);
        show(ts.asyncGenFinalizer, possible);
        for (PyObject o : ts.reprStack) {
            possible.visit(o);
        }
    }

    private static void show(PyObject o, PyObject.Visitor visitor) {
        if (o != null) {
            visitor.visit(o);
        }
    }

    /**
     * The temporaries that a HOLD counts at the frame's instruction: the ranges of the exception table that end one say
     * where it holds, up to the RELEASE behind the range.
     */
    private static void showHeld(PyFrame frame, PyObject.Visitor visitor) {
        if (frame.isCleared() || frame.registers == null) {
            return;
        }
        CodeObject code = frame.code;
        int[] table = code.exceptionTable;
        int pc = frame.pc;
        for (int i = 0; i < table.length; i += 4) {
            if (table[i + 2] >= 0) {
                continue;
            }
            int base = CodeObject.handlerRegister(table[i + 3]);
            boolean ends = pc == table[i + 1] && code.code[pc] == Ops.RELEASE && code.code[pc + 1] == base;
            if (table[i] <= pc && pc < table[i + 1] || ends) {
                for (int register = base; register < base + ~table[i + 2]; register++) {
                    show(frame.registers[register], visitor);
                }
            }
        }
    }

    @Override
    public void visit(PyObject o) {
        if (Refs.isDestroyed(o)) {
            if (!onlyPossible) {
                destroyed.add(o);
            }
            return;
        }
        int slot = slot(o);
        if (onlyPossible) {
            possible[slot]++;
        } else {
            certain[slot]++;
        }
    }

    private boolean has(PyObject o) {
        int i = start(o);
        while (keys[i] != null && keys[i] != o) {
            i = i + 1 & keys.length - 1;
        }
        return keys[i] == o;
    }

    /** Where the search for an object begins. */
    private int start(PyObject o) {
        return System.identityHashCode(o) * 0x9E3779B1 >>> 8 & keys.length - 1;
    }

    private int slot(PyObject o) {
        int mask = keys.length - 1;
        int i = start(o);
        while (keys[i] != o) {
            if (keys[i] == null) {
                if (size * 2 > keys.length) {
                    grow();
                    return slot(o);
                }
                keys[i] = o;
                size++;
                met.add(o);
                return i;
            }
            i = i + 1 & mask;
        }
        return i;
    }

    private void grow() {
        PyObject[] oldKeys = keys;
        int[] oldCertain = certain;
        int[] oldPossible = possible;
        keys = new PyObject[oldKeys.length * 2];
        certain = new int[keys.length];
        possible = new int[keys.length];
        int mask = keys.length - 1;
        for (int j = 0; j < oldKeys.length; j++) {
            if (oldKeys[j] != null) {
                int i = start(oldKeys[j]);
                while (keys[i] != null) {
                    i = i + 1 & mask;
                }
                keys[i] = oldKeys[j];
                certain[i] = oldCertain[j];
                possible[i] = oldPossible[j];
            }
        }
    }

    /** All objects met that are not destroyed, and the destroyed ones that something refers to. */
    Iterable<PyObject> objects() {
        return met;
    }

    Iterable<PyObject> destroyed() {
        return destroyed;
    }

    int size() {
        return size;
    }

    int certain(PyObject o) {
        return certain[slot(o)];
    }

    int possible(PyObject o) {
        return possible[slot(o)];
    }
}
