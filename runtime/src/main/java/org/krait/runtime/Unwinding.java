package org.krait.runtime;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyException;
import org.krait.objects.PyFrame;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTraceback;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.Opcode;
import org.krait.objects.code.Ops;

/** What happens to an exception that reaches the loop: traceback, context, handler, or the end of the frame. */
public final class Unwinding {
    private Unwinding() {}

    /** The instruction of the handler; throws the exception on when the frame has none. */
    public static int handle(ThreadState ts, PyFrame frame, Throwable thrown) {
        // A stack overflow may have passed frames without ending them.
        while (ts.frame != frame && ts.frame != null) {
            ts.frame = ts.frame.back;
            ts.depth--;
        }
        if (isControl(thrown)) {
            Frames.exit(ts, frame, null);
            throw Unwinding.<RuntimeException>sneaky(thrown);
        }
        PyException e = thrown instanceof PyException known ? known : convert(thrown);
        PyBaseException value = e.value;
        Refs.incRef(value);
        if (!e.caught) {
            e.caught = true;
            setContext(value, ts.exception());
        }
        boolean reraised = e.reraised;
        if (reraised) {
            e.reraised = false;
        } else {
            value.setTraceback(new PyTraceback(value.traceback(), frame, frame.pc));
        }
        if (ts.tracing != 0) {
            e = reraised ? Tracing.reraised(ts, frame, e) : Tracing.raised(ts, frame, e);
            value = replace(value, e);
        }
        int handler = findHandler(frame, value);
        while (handler >= 0) {
            PyException other = ts.tracing == 0 ? e : Tracing.handled(ts, frame, handler, e);
            if (other == e) {
                return handler;
            }
            e = other;
            value = replace(value, e);
            frame.pc = handler;
            handler = findHandler(frame, value);
        }
        if (reraised && value.traceback() != null && value.traceback().frame == frame && value.traceback().pc >= 0) {
            frame.pc = endOf(frame.code, value.traceback().pc);
        }
        Temporaries.dropFrom(frame, 0);
        Temporaries.clearHidden(frame);
        if (ts.tracing != 0) {
            e = Tracing.unwound(ts, frame, e);
            value = replace(value, e);
        }
        Frames.exit(ts, frame, null);
        Refs.release(value);
        ts.results.add(value, ts.frame);
        throw e;
    }

    /** Counts the value of {@code e} in place of {@code counted}. */
    private static PyBaseException replace(PyBaseException counted, PyException e) {
        if (e.value != counted) {
            Refs.incRef(e.value);
            Refs.decRef(counted);
        }
        return e.value;
    }

    /**
     * Where a frame ends that an exception leaves after handlers raised it on: at the last of these that has a line (a
     * finally body, clauses that do not match), else where it was raised.
     */
    private static int endOf(CodeObject code, int raised) {
        int[] c = code.code;
        int end = raised;
        int pc = raised;
        for (int i = tableEntry(code, pc); i >= 0; i = tableEntry(code, pc)) {
            int register = CodeObject.handlerRegister(code.exceptionTable[i + 3]);
            int handler = code.exceptionTable[i + 2];
            int last = -1;
            boolean with = false;
            boolean clauses = false;
            boolean found = false;
            for (int at = handler; at < c.length && !found; at += Opcode.of(c[at]).size) {
                with |= c[at] == Ops.WITH_EXIT;
                clauses |= c[at] == Ops.MATCH_EXCEPTION;
                if (c[at] == Ops.RERAISE && c[at + 1] == register) {
                    // Behind clauses comes the end of those that do not match, then what undoes the handler.
                    boolean undoes = last >= 0 && c[at - 2] == Ops.POP_HANDLED;
                    last = undoes ? last : at;
                    found = undoes || !clauses;
                }
            }
            if (last <= pc) {
                return end;
            }
            if (!with && code.line(last) > 0) {
                end = last;
            }
            pc = last;
        }
        return end;
    }

    /** The entry of the exception table that has the handler of an instruction, or -1. */
    private static int tableEntry(CodeObject code, int pc) {
        int[] table = code.exceptionTable;
        for (int i = 0; i < table.length; i += 4) {
            if (table[i] <= pc && pc < table[i + 1] && table[i + 2] >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static int findHandler(PyFrame frame, PyBaseException value) {
        CodeObject code = frame.code;
        int[] table = code.exceptionTable;
        int pc = frame.pc;
        for (int i = 0; i < table.length; i += 4) {
            if (table[i] <= pc && pc < table[i + 1]) {
                int handler = table[i + 2];
                int register = CodeObject.handlerRegister(table[i + 3]);
                if (handler < 0) {
                    Temporaries.release(frame.registers, register, ~handler);
                } else {
                    Temporaries.dropFrom(frame, CodeObject.liveTemporaries(table[i + 3]));
                    PyObject old = frame.registers[register];
                    frame.registers[register] = value;
                    Refs.xdecRef(old);
                    return handler;
                }
            }
        }
        return -1;
    }

    /** What is thrown into a generator: its context is what the generator handles, not what the caller does. */
    static PyException thrownInto(ThreadState ts, PyBaseException thrown) {
        setContext(thrown, ts.handled);
        PyException e = new PyException(thrown);
        e.caught = true;
        return e;
    }

    /** Sets the context of an exception that is raised while another is handled; breaks a cycle. */
    static void setContext(PyBaseException value, PyBaseException handled) {
        if (handled == null || handled == value) {
            return;
        }
        PyBaseException slow = handled;
        PyBaseException o = handled;
        boolean step = false;
        while (o.context() instanceof PyBaseException next) {
            if (next == value) {
                o.setContext(null);
                break;
            }
            o = next;
            if (o == slow) {
                // A cycle made by a program: nothing of ours.
                break;
            }
            if (step) {
                slow = (PyBaseException) slow.context();
            }
            step = !step;
        }
        value.setContext(handled);
    }

    /** The RecursionError of a call that goes too deep; its frame, entered already, is left. */
    public static PyException tooDeep(ThreadState ts, PyFrame frame) {
        Frames.exit(ts, frame, null);
        return Errors.recursionError("maximum recursion depth exceeded");
    }

    /** The Python exception that stands for an unexpected Java one. */
    public static PyException convert(Throwable t) {
        if (t instanceof StackOverflowError) {
            return Errors.recursionError("maximum recursion depth exceeded");
        }
        if (t instanceof OutOfMemoryError) {
            return Errors.memoryError();
        }
        String message = t.getMessage();
        String text = t.getClass().getSimpleName() + (message == null ? "" : ": " + message)
                + " (an internal error of Krait: please report it, with this program and the Krait version)";
        return new PyException(new PyBaseException(ExceptionTypes.SYSTEM_ERROR, PyTuple.of(PyStr.of(text))), t);
    }

    /** True for what ends a thread from outside and no program may catch. */
    private static boolean isControl(Throwable t) {
        if (t instanceof PyException || t instanceof StackOverflowError || t instanceof OutOfMemoryError) {
            return false;
        }
        for (Class<?> c = t.getClass(); c != null; c = c.getSuperclass()) {
            if (c.getName().equals("java.lang.ThreadDeath")) {
                return true;
            }
        }
        return false;
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T sneaky(Throwable t) throws T {
        throw (T) t;
    }
}
