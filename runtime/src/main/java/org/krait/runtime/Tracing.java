package org.krait.runtime;

import java.util.Arrays;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.FrameTrace;
import org.krait.objects.Interp;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyFrame;
import org.krait.objects.PyGenerator;
import org.krait.objects.PyIterator;
import org.krait.objects.PyMethod;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.Opcode;
import org.krait.objects.code.Operand;
import org.krait.objects.code.Ops;
import org.krait.objects.code.Positions;
import org.krait.runtime.audit.Audit;

/**
 * {@code sys.settrace} and {@code sys.setprofile}, and the way to {@link MonitoredFrames}. Off, they cost a test of
 * {@link ThreadState#tracing} at calls. A traced frame runs a copy of its code in which instructions that begin a line
 * are marked.
 */
public final class Tracing {
    private static final int TRACE = 1;
    private static final int PROFILE = 2;
    /** Set while a trace or profile function runs: it is not traced itself. */
    private static final int INSIDE = 4;
    /** Set with INSIDE: the event allows a jump; it is that of a new frame; it is a call of native code. */
    private static final int JUMP_ALLOWED = 8;
    private static final int NEW_FRAME = 16;
    private static final int NATIVE_CALL = 32;
    /** Some code has events of {@code sys.monitoring}. */
    static final int MONITOR = 64;
    /** Reference counts are audited while the program runs. */
    static final int AUDIT = 128;
    /** New values are traced: places must be current, as compiled code does not keep them. */
    private static final int MEMORY = 256;
    private static final int EVENT = JUMP_ALLOWED | NEW_FRAME | NATIVE_CALL;

    /** Added to an opcode that begins no line, for the events of opcodes. */
    private static final int OPCODE_ONLY = 2 * Interpreter.TRACED;

    private Tracing() {}

    /** {@code sys.settrace} of a thread; null for off. */
    public static void setTrace(ThreadState ts, PyObject function) {
        PyObject old = ts.traceFunction;
        Refs.xincRef(function);
        ts.traceFunction = function;
        ts.tracing = function == null ? ts.tracing & ~TRACE : ts.tracing | TRACE;
        Refs.xdecRef(old);
    }

    /** {@code sys.setprofile} of a thread; null for off. */
    public static void setProfile(ThreadState ts, PyObject function) {
        PyObject old = ts.profileFunction;
        Refs.xincRef(function);
        ts.profileFunction = function;
        ts.tracing = function == null ? ts.tracing & ~PROFILE : ts.tracing | PROFILE;
        Refs.xdecRef(old);
    }

    /** Keeps all threads of a context in tier 0 while new values are traced. */
    public static void traceMemory(Interp interp, boolean on) {
        int bit = on ? MEMORY : 0;
        interp.initialTracing = interp.initialTracing & ~MEMORY | bit;
        for (ThreadState thread : Interrupts.threads(interp)) {
            thread.tracing = thread.tracing & ~MEMORY | bit;
        }
    }

    /** True while a frame prepares its arguments and cells: it executes no line so far. */
    public static boolean isIncomplete(PyFrame frame) {
        return frame.pc < firstTraced(frame.code);
    }

    private static boolean traces(ThreadState ts) {
        return (ts.tracing & (TRACE | INSIDE)) == TRACE;
    }

    /** True when it is a program that looks at what is executed, and not an audit of counts. */
    public static boolean isProgrammed(ThreadState ts) {
        return (ts.tracing & ~AUDIT) != 0;
    }

    /** True while the thread runs its trace or profile function. */
    public static boolean inTraceFunction(ThreadState ts) {
        return (ts.tracing & INSIDE) != 0;
    }

    /** Stops the events of a thread for a while; the result is for {@link #resume}. */
    public static int suspend(ThreadState ts) {
        int inside = ts.tracing & INSIDE;
        if ((ts.tracing & (TRACE | PROFILE | MONITOR)) != 0) {
            ts.tracing |= INSIDE;
        }
        return inside;
    }

    /** Lets events happen again as they did before {@link #suspend}. */
    public static void resume(ThreadState ts, int before) {
        ts.tracing = ts.tracing & ~INSIDE | before;
    }

    /** Refuses a jump during an event that allows none. */
    public static void checkJumpAllowed(ThreadState ts) {
        if ((ts.tracing & NEW_FRAME) != 0) {
            throw Errors.valueError("can't jump from the 'call' trace event of a new frame");
        }
        if ((ts.tracing & NATIVE_CALL) != 0) {
            throw Errors.valueError("can't jump during a call");
        }
        if ((ts.tracing & JUMP_ALLOWED) == 0) {
            throw Errors.valueError("can only jump from a 'line' trace event");
        }
    }

    private static int kind(PyFrame frame, String event) {
        return switch (event) {
            case "line", "opcode" -> JUMP_ALLOWED;
            case "return" -> isAtYield(frame) ? JUMP_ALLOWED : 0;
            case "call" -> frame.trace() != null && frame.trace().atCall ? NEW_FRAME : 0;
            case "c_call", "c_return" -> NATIVE_CALL;
            default -> 0;
        };
    }

    static boolean isAtYield(PyFrame frame) {
        int op = frame.pc < 0 ? -1 : frame.code.code[frame.pc];
        return op == Ops.YIELD || op == Ops.YIELD_DELEGATED;
    }

    /** True when events of {@code sys.monitoring} may be due. */
    static boolean monitors(ThreadState ts) {
        return (ts.tracing & (MONITOR | INSIDE)) == MONITOR;
    }

    private static boolean profiles(ThreadState ts) {
        return (ts.tracing & (PROFILE | INSIDE)) == PROFILE;
    }

    /**
     * Entry of a frame: serves interrupts, gives the call event; the result is the code to run; {@code thrown} is
     * what is thrown into a generator, or null.
     */
    static int[] enter(ThreadState ts, PyFrame frame, PyException thrown) {
        if (ts.interp.breaker != 0) {
            Interrupts.serve(ts);
        }
        if ((ts.tracing & AUDIT) != 0) {
            Audit.entered(ts);
        }
        if (traces(ts)) {
            boolean resumed = frame.generator() != null && frame.pc > 0;
            of(frame).atCall = !resumed;
            PyObject local;
            try {
                local = call(ts, ts.traceFunction, frame, "call", PySingleton.NONE);
            } finally {
                frame.trace().atCall = false;
            }
            setLocalTrace(frame, local);
            frame.trace().line = resumed ? frame.line() : -1;
            frame.trace().pc = resumed ? frame.pc : -1;
        }
        if (profiles(ts)) {
            Refs.drop(call(ts, ts.profileFunction, frame, "call", PySingleton.NONE));
        }
        if (monitors(ts)) {
            MonitoredFrames.enter(ts, frame, thrown);
        }
        return codeOf(ts, frame);
    }

    private static void setLocalTrace(PyFrame frame, PyObject local) {
        of(frame).setFunction(local == PySingleton.NONE ? null : local);
    }

    /** The tracing state of a frame, made when it is missing: a line that runs already gives no event any more. */
    public static FrameTrace of(PyFrame frame) {
        if (frame.trace() == null) {
            frame.setTrace(new FrameTrace());
            frame.trace().line = frame.line();
            frame.trace().pc = frame.pc;
        }
        return frame.trace();
    }

    /** {@code f_lineno}: the line being executed, as a trace function is to see it; -1 for none. */
    public static int line(PyFrame frame) {
        if (frame.trace() != null && frame.trace().atCall
                || frame.generator() != null && !frame.generator().started) {
            return frame.code.firstLine;
        }
        int line = frame.line();
        if (line >= 0 || frame.trace() == null) {
            return line;
        }
        return frame.trace().line >= 0 ? frame.trace().line : lineBefore(frame);
    }

    /** The line being executed; that before an instruction that has none. */
    static int lineNear(PyFrame frame) {
        int line = frame.line();
        return line >= 0 ? line : lineBefore(frame);
    }

    /** The line of the nearest instruction before the current one that has a line. */
    private static int lineBefore(PyFrame frame) {
        Positions.Reader reader = new Positions.Reader(frame.code.positions, frame.code.firstLine);
        int line = frame.code.firstLine;
        while (reader.next() && reader.start() <= frame.pc) {
            int at = reader.position().line();
            line = at > 0 ? at : line;
        }
        return line;
    }

    private static boolean isTraced(PyFrame frame) {
        return frame.trace() != null && frame.trace().function() != null;
    }

    /** Calls a trace or profile function; an exception of it ends the tracing. */
    private static PyObject call(ThreadState ts, PyObject function, PyFrame frame, String event, PyObject argument) {
        int before = ts.tracing;
        ts.tracing = before | INSIDE | kind(frame, event);
        try {
            return Calls.call(ts, function, frame, PyStr.interned(event), argument);
        } catch (PyException e) {
            ts.tracing &= ~(INSIDE | EVENT);
            setTrace(ts, null);
            setProfile(ts, null);
            setLocalTrace(frame, PySingleton.NONE);
            throw e;
        } finally {
            ts.tracing &= ~(INSIDE | EVENT);
        }
    }

    /** The code a frame is to run now: the plain one, or the copy with marks while it is traced. */
    static int[] codeOf(ThreadState ts, PyFrame frame) {
        if ((ts.tracing & (TRACE | MONITOR | AUDIT)) == 0) {
            return frame.code.code;
        }
        boolean traced = (ts.tracing & TRACE) != 0 && isTraced(frame);
        boolean all = traced && frame.trace().opcodes;
        if (monitors(ts)) {
            int events = MonitoredFrames.prepare(ts, frame);
            traced |= events != 0;
            all |= (events & ~(1 << Monitoring.LINE)) != 0;
        }
        if ((ts.tracing & AUDIT) != 0 && Audit.looksAtInstructions(ts)) {
            traced = true;
            all = true;
        }
        return traced ? marked(ts, frame.code, all) : frame.code.code;
    }

    private static int[] marked(ThreadState ts, CodeObject code, boolean all) {
        MarkedCode known = (MarkedCode) ts.natives.get(code);
        if (known == null) {
            known = new MarkedCode();
            ts.natives.put(code, known);
        }
        if (all) {
            if (known.all == null) {
                known.all = mark(code, true);
            }
            return known.all;
        }
        if (known.lines == null) {
            known.lines = mark(code, false);
        }
        return known.lines;
    }

    /** The marked copies of a code, each made on first use. */
    private static final class MarkedCode {
        private int[] lines;
        private int[] all;
    }

    private static int[] mark(CodeObject code, boolean all) {
        int[] copy = Arrays.copyOf(code.code, code.code.length);
        for (int pc = firstTraced(code); pc < copy.length; pc += Opcode.of(code.code[pc]).size) {
            if (startsEntry(code, pc) && !isSilentJump(code, pc)) {
                copy[pc] += Interpreter.TRACED;
            } else if (all) {
                copy[pc] += OPCODE_ONLY;
            }
        }
        return copy;
    }

    /** The first instruction after those that only prepare the arguments. */
    private static int firstTraced(CodeObject code) {
        int[] c = code.code;
        int pc = 0;
        while (c[pc] == Ops.MAKE_CELL || c[pc] == Ops.STORE_LOCAL && c[pc + 1] < code.firstTemp
                && c[pc + 1] >= code.firstTemp - code.heldCount) {
            pc += Opcode.of(c[pc]).size;
        }
        return pc;
    }

    private static boolean startsEntry(CodeObject code, int pc) {
        Positions.Reader reader = new Positions.Reader(code.positions, code.firstLine);
        while (reader.next() && reader.start() <= pc) {
            if (reader.start() == pc) {
                return true;
            }
        }
        return isTarget(code, pc);
    }

    /** True for the end of a loop's body, which is no line of its own. */
    private static boolean isSilentJump(CodeObject code, int pc) {
        return code.code[pc] == Ops.JUMP_BACK && code.line(pc) == code.line(code.code[pc + 1]);
    }

    /** True when something jumps here, so that a loop's line is seen again. */
    private static boolean isTarget(CodeObject code, int target) {
        for (int i = 2; i < code.exceptionTable.length; i += 4) {
            if (code.exceptionTable[i] == target) {
                return true;
            }
        }
        for (int pc = 0; pc < code.code.length;) {
            Opcode op = Opcode.of(code.code[pc]);
            for (int i = 0; i < op.operandCount(); i++) {
                if (op.operand(i) == Operand.TARGET && code.code[pc + 1 + i] == target) {
                    return true;
                }
            }
            pc += op.size;
        }
        return false;
    }

    /** A marked instruction: line and opcode events; the result is the instruction to go on at. */
    static int step(ThreadState ts, PyFrame frame, int pc) {
        if ((ts.tracing & AUDIT) != 0) {
            Audit.step(ts, frame);
        }
        int to = traceStep(ts, frame, pc);
        if (monitors(ts)) {
            frame.pc = to;
            int[] lines = marked(ts, frame.code, false);
            MonitoredFrames.step(ts, frame, to, lines[to] >= Interpreter.TRACED);
        }
        return to;
    }

    private static int traceStep(ThreadState ts, PyFrame frame, int pc) {
        if (!traces(ts) || !isTraced(frame)) {
            return pc;
        }
        FrameTrace trace = frame.trace();
        int line = frame.code.line(pc);
        boolean back = pc <= trace.pc;
        boolean begins = !trace.opcodes && (ts.tracing & (MONITOR | AUDIT)) == 0
                || marked(ts, frame.code, false)[pc] >= Interpreter.TRACED;
        if (begins && line > 0 && (line != trace.line || back)) {
            trace.line = line;
            trace.pc = pc;
            if (!trace.lines) {
                return opcode(ts, frame, pc);
            }
            setLocalTrace(frame, call(ts, trace.function(), frame, "line", PySingleton.NONE));
            if (trace.jumpTarget >= 0) {
                int to = trace.jumpTarget;
                trace.jumpTarget = -1;
                trace.line = frame.code.line(to);
                return to;
            }
        }
        if (begins) {
            trace.pc = pc;
        }
        return opcode(ts, frame, pc);
    }

    private static int opcode(ThreadState ts, PyFrame frame, int pc) {
        FrameTrace trace = frame.trace();
        if (trace.opcodes && trace.function() != null) {
            setLocalTrace(frame, call(ts, trace.function(), frame, "opcode", PySingleton.NONE));
        }
        return pc;
    }

    private static void returnEvent(ThreadState ts, PyFrame frame, PyObject value) {
        if (traces(ts) && isTraced(frame)) {
            Refs.drop(call(ts, frame.trace().function(), frame, "return", value));
        }
        if (profiles(ts)) {
            Refs.drop(call(ts, ts.profileFunction, frame, "return", value));
        }
    }

    /** The events of a return or yield. */
    static void returned(ThreadState ts, PyFrame frame, PyObject value) {
        returnEvent(ts, frame, value);
        if (monitors(ts)) {
            MonitoredFrames.returns(ts, frame, value);
        }
    }

    /** The events of a frame that an exception leaves; the result is the exception to go on with. */
    static PyException unwound(ThreadState ts, PyFrame frame, PyException e) {
        try {
            returnEvent(ts, frame, PySingleton.NONE);
        } catch (PyException other) {
            // The exception under way wins; the tracing has been switched off.
            assert ts.traceFunction == null;
        }
        return monitors(ts) ? MonitoredFrames.exception(ts, frame, Monitoring.PY_UNWIND, frame.pc, e) : e;
    }

    /** The event of an exception that is raised on. */
    static PyException reraised(ThreadState ts, PyFrame frame, PyException e) {
        if ((ts.tracing & AUDIT) != 0) {
            Audit.raised(ts, frame);
        }
        return monitors(ts) ? MonitoredFrames.exception(ts, frame, Monitoring.RERAISE, frame.pc, e) : e;
    }

    /** The event of an exception that a handler of the frame gets. */
    static PyException handled(ThreadState ts, PyFrame frame, int handler, PyException e) {
        return monitors(ts) ? MonitoredFrames.exception(ts, frame, Monitoring.EXCEPTION_HANDLED, handler, e) : e;
    }

    /** The exception event; the result is the exception to go on with. */
    static PyException raised(ThreadState ts, PyFrame frame, PyException e) {
        if ((ts.tracing & AUDIT) != 0) {
            Audit.raised(ts, frame);
        }
        if (traces(ts) && isTraced(frame)) {
            PyObject traceback = e.value.traceback() == null ? PySingleton.NONE : e.value.traceback();
            PyTuple triple = PyTuple.of(e.value.type, e.value, traceback);
            try {
                setLocalTrace(frame, call(ts, frame.trace().function(), frame, "exception", triple));
            } catch (PyException other) {
                other.caught = true;
                return other;
            } finally {
                Refs.drop(triple);
            }
        }
        return monitors(ts) ? MonitoredFrames.exception(ts, frame, Monitoring.RAISE, frame.pc, e) : e;
    }

    /** The exception event of a loop whose iterator ended by a StopIteration. */
    static void exhausted(ThreadState ts, PyFrame frame, PyObject iterator) {
        if (iterator instanceof PyGenerator ? ts.returned != PySingleton.NONE : iterator.type.isHeapType()) {
            stopped(ts, frame, iterator instanceof PyGenerator ? ts.returned : PySingleton.NONE);
        }
        if (monitors(ts)) {
            if (iterator instanceof PyGenerator) {
                MonitoredFrames.stops(ts, frame, Monitoring.STOP_ITERATION, ts.returned);
            } else if (iterator.type.isHeapType()) {
                MonitoredFrames.stops(ts, frame, Monitoring.RAISE, PySingleton.NONE);
            }
        }
    }

    /** The exception event of a {@code yield from} or {@code await} whose delegate has ended with a result. */
    static void delegateEnded(ThreadState ts, PyFrame frame, PyObject delegate, PyObject result) {
        if (!(delegate instanceof PyIterator)) {
            Refs.incRef(result);
            stopped(ts, frame, result);
            if (delegate instanceof PyGenerator && monitors(ts)) {
                MonitoredFrames.stops(ts, frame, Monitoring.STOP_ITERATION, result);
            }
            Refs.release(result);
        }
    }

    private static void stopped(ThreadState ts, PyFrame frame, PyObject value) {
        if (traces(ts) && isTraced(frame)) {
            PyBaseException stop = stopIteration(value);
            PyTuple triple = PyTuple.of(stop.type, stop, PySingleton.NONE);
            try {
                setLocalTrace(frame, call(ts, frame.trace().function(), frame, "exception", triple));
            } finally {
                Refs.drop(triple);
            }
        }
    }

    static PyBaseException stopIteration(PyObject value) {
        PyTuple args = value == PySingleton.NONE ? PyTuple.EMPTY : PyTuple.of(value);
        PyBaseException stop = new PyBaseException(ExceptionTypes.STOP_ITERATION, args);
        stop.setExtra(0, value);
        return stop;
    }

    /** A call of something that is no Python function, with the events it has. */
    static PyObject callNative(ThreadState ts, PyObject f, PyObject[] args, PyStr[] keywords) {
        return monitors(ts)
                ? MonitoredFrames.callNative(ts, f, args.length > 0 ? args[0] : null, args, keywords)
                : callProfiled(ts, f, args, keywords);
    }

    /** A call of a native function under a profile function. */
    static PyObject callProfiled(ThreadState ts, PyObject f, PyObject[] args, PyStr[] keywords) {
        if (!profiles(ts) || !(f instanceof PyBuiltin)) {
            return Calls.call(ts, f, args, keywords);
        }
        Refs.drop(call(ts, ts.profileFunction, ts.frame, "c_call", f));
        PyObject result;
        try {
            result = Calls.call(ts, f, args, keywords);
        } catch (PyException e) {
            if (profiles(ts)) {
                Refs.drop(call(ts, ts.profileFunction, ts.frame, "c_exception", f));
            }
            throw e;
        }
        if (profiles(ts)) {
            Refs.drop(call(ts, ts.profileFunction, ts.frame, "c_return", f));
        }
        return result;
    }

    /** As {@link #callNative} with a tuple and a dict, null for none. */
    static PyObject callNativeEx(ThreadState ts, PyObject f, PyTuple args, PyDict keywords) {
        if (monitors(ts) && !(f instanceof PyMethod)) {
            return MonitoredFrames.callNativeEx(ts, f, args, keywords);
        }
        return callProfiledEx(ts, f, args, keywords);
    }

    static PyObject callProfiledEx(ThreadState ts, PyObject f, PyTuple args, PyDict keywords) {
        if (keywords == null || keywords.size() == 0) {
            return callProfiled(ts, f, args.items, null);
        }
        return Calls.callEx(ts, f, args, keywords);
    }
}
