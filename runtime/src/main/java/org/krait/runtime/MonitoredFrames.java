package org.krait.runtime;

import org.krait.objects.FrameTrace;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyFrame;
import org.krait.objects.PyFunction;
import org.krait.objects.PyInt;
import org.krait.objects.PyMethod;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.Opcode;
import org.krait.objects.code.Ops;

/** Where the events of {@code sys.monitoring} happen in a frame; called while {@link Tracing#monitors}. */
final class MonitoredFrames {
    /** Bytes of {@code co_code} for each int of an instruction. */
    private static final int UNIT_BYTES = 2;
    /** The events that are seen instruction by instruction. */
    private static final int STEP_EVENTS = 1 << Monitoring.LINE | 1 << Monitoring.INSTRUCTION | 1 << Monitoring.CALL
            | 1 << Monitoring.JUMP | 1 << Monitoring.BRANCH;

    private MonitoredFrames() {}

    private static PyInt offset(int pc) {
        return PyInt.of(pc * UNIT_BYTES);
    }

    private static void fire(ThreadState ts, PyFrame frame, int event, int pc) {
        Monitoring m = Monitoring.of(ts.interp);
        int tools = m.tools(frame.code, event, pc);
        if (tools != 0) {
            m.fire(ts, tools, event, pc, frame.code, frame.code, offset(pc));
        }
    }

    private static void fire(ThreadState ts, PyFrame frame, int event, int pc, PyObject argument) {
        Monitoring m = Monitoring.of(ts.interp);
        int tools = m.tools(frame.code, event, pc);
        if (tools != 0) {
            m.fire(ts, tools, event, pc, frame.code, frame.code, offset(pc), argument);
        }
    }

    /** The events of instructions that are wanted in a frame; what is known of it is made to fit them. */
    static int prepare(ThreadState ts, PyFrame frame) {
        Monitoring m = Monitoring.of(ts.interp);
        int events = m.localEvents(frame.code) & STEP_EVENTS;
        if (events != 0) {
            FrameTrace trace = Tracing.of(frame);
            if (trace.monitoringVersion != m.version()) {
                begin(trace, m.version(), frame.pc > 0 ? frame.line() : -1, frame.pc > 0 ? frame.pc : -1);
            }
        }
        return events;
    }

    private static void begin(FrameTrace trace, int version, int line, int pc) {
        trace.monitoringVersion = version;
        trace.monitoredLine = line;
        trace.monitoredPc = pc;
        trace.jumpSource = -1;
        trace.callTools = 0;
    }

    /** A frame begins or goes on; {@code thrown} is what is thrown into it, or null. */
    static void enter(ThreadState ts, PyFrame frame, PyException thrown) {
        if (frame.trace() != null) {
            frame.trace().monitoringVersion = -1;
        }
        if (thrown != null) {
            PyException other = exception(ts, frame, Monitoring.PY_THROW, frame.pc, thrown);
            if (other != thrown) {
                throw other;
            }
        } else {
            boolean resumed = frame.generator() != null && frame.pc > 0;
            fire(ts, frame, resumed ? Monitoring.PY_RESUME : Monitoring.PY_START, frame.pc);
        }
    }

    /** An instruction is next; {@code begins} when it is the first of a line. */
    static void step(ThreadState ts, PyFrame frame, int pc, boolean begins) {
        int events = prepare(ts, frame);
        if (events == 0) {
            return;
        }
        FrameTrace trace = frame.trace();
        int[] code = frame.code.code;
        if (trace.jumpSource >= 0 && !isThreaded(code, trace.jumpSource, pc)) {
            int from = trace.jumpSource;
            trace.jumpSource = -1;
            fire(ts, frame, jumpEvent(code[from]), from, offset(pc));
        }
        if (begins) {
            line(ts, frame, pc);
        }
        fire(ts, frame, Monitoring.INSTRUCTION, pc);
        if ((events & 1 << Monitoring.CALL) != 0) {
            call(ts, frame, pc);
        }
        int jump = jumpEvent(code[pc]);
        if (jump >= 0 && trace.jumpSource < 0 && (events & 1 << jump) != 0 && !skipsHandler(frame.code, pc)) {
            trace.jumpSource = pc;
        }
    }

    /** True for a jump to a jump, which is one. */
    private static boolean isThreaded(int[] code, int from, int to) {
        return jumpEvent(code[from]) == Monitoring.JUMP && jumpEvent(code[to]) == Monitoring.JUMP;
    }

    /** True for a jump over a handler: CPython puts handlers behind the other code, so that it needs none. */
    private static boolean skipsHandler(CodeObject code, int pc) {
        if (code.code[pc] != Ops.JUMP) {
            return false;
        }
        for (int i = 2; i < code.exceptionTable.length; i += 4) {
            if (code.exceptionTable[i] == pc + Opcode.of(Ops.JUMP).size) {
                return true;
            }
        }
        return false;
    }

    private static void line(ThreadState ts, PyFrame frame, int pc) {
        FrameTrace trace = frame.trace();
        int line = frame.code.line(pc);
        boolean back = pc <= trace.monitoredPc;
        trace.monitoredPc = pc;
        if (line > 0 && (line != trace.monitoredLine || back)) {
            trace.monitoredLine = line;
            Monitoring m = Monitoring.of(ts.interp);
            int tools = m.tools(frame.code, Monitoring.LINE, pc);
            if (tools != 0) {
                m.fire(ts, tools, Monitoring.LINE, pc, frame.code, frame.code, PyInt.of(line));
            }
        }
    }

    /** BRANCH or JUMP; -1 for what does not jump. */
    private static int jumpEvent(int op) {
        return switch (op) {
            case Ops.JUMP, Ops.JUMP_BACK -> Monitoring.JUMP;
            case Ops.FOR_ITER, Ops.JUMP_IF_TRUE, Ops.JUMP_IF_FALSE, Ops.JUMP_IF_TRUE_KEEP, Ops.JUMP_IF_FALSE_KEEP,
                    Ops.JUMP_IF_NONE, Ops.JUMP_IF_NOT_NONE, Ops.JUMP_IF_COMPARE, Ops.JUMP_IF_NOT_COMPARE ->
                Monitoring.BRANCH;
            default -> -1;
        };
    }

    private static void call(ThreadState ts, PyFrame frame, int pc) {
        int[] code = frame.code.code;
        PyObject[] r = frame.registers;
        switch (code[pc]) {
            case Ops.CALL, Ops.CALL_KW -> {
                int s = code[pc + 2];
                PyObject f = s >= 0 ? r[s] : frame.code.constants[~s];
                calls(ts, frame, f, code[pc + 4] > 0 ? r[code[pc + 3]] : null);
            }
            case Ops.CALL_METHOD, Ops.CALL_METHOD_KW -> {
                int base = code[pc + 2];
                PyObject first = r[base + 1] != null ? r[base + 1] : code[pc + 3] > 0 ? r[base + 2] : null;
                calls(ts, frame, r[base], first);
            }
            default -> { }
        }
    }

    /** A call is next; {@code first} is the first argument, or null. */
    static void calls(ThreadState ts, PyFrame frame, PyObject f, PyObject first) {
        if (!Tracing.monitors(ts)) {
            return;
        }
        Monitoring m = Monitoring.of(ts.interp);
        int tools = m.tools(frame.code, Monitoring.CALL, frame.pc);
        if (frame.trace() != null) {
            frame.trace().callTools = tools;
        }
        if (tools != 0) {
            Tracing.of(frame).callTools = tools;
            m.fire(ts, tools, Monitoring.CALL, frame.pc, frame.code, frame.code, offset(frame.pc), f,
                    first == null ? m.missing() : first);
        }
    }

    private static int takeCallTools(PyFrame frame, PyObject f) {
        if (frame.trace() == null) {
            return 0;
        }
        int tools = frame.trace().callTools;
        frame.trace().callTools = 0;
        return f instanceof PyMethod m && m.function instanceof PyFunction ? 0 : tools;
    }

    /** A call of something that is no Python function, with C_RETURN or C_RAISE after it. */
    static PyObject callNative(ThreadState ts, PyObject f, PyObject first, PyObject[] args, PyStr[] keywords) {
        PyFrame frame = ts.frame;
        int tools = takeCallTools(frame, f);
        if (tools == 0) {
            return Tracing.callProfiled(ts, f, args, keywords);
        }
        PyObject result;
        try {
            result = Tracing.callProfiled(ts, f, args, keywords);
        } catch (PyException e) {
            ended(ts, frame, tools, Monitoring.C_RAISE, f, first);
            throw e;
        }
        return returned(ts, frame, tools, f, first, result);
    }

    private static PyObject returned(ThreadState ts, PyFrame frame, int tools, PyObject f, PyObject first,
            PyObject result) {
        Refs.incRef(result);
        try {
            ended(ts, frame, tools, Monitoring.C_RETURN, f, first);
        } finally {
            Refs.release(result);
        }
        return result;
    }

    private static void ended(ThreadState ts, PyFrame frame, int tools, int event, PyObject f, PyObject first) {
        Monitoring m = Monitoring.of(ts.interp);
        int still = tools & m.tools(frame.code, Monitoring.CALL);
        if (still != 0 && Tracing.monitors(ts)) {
            m.fire(ts, still, event, frame.pc, frame.code, frame.code, offset(frame.pc), f,
                    first == null ? m.missing() : first);
        }
    }

    /** {@code f(*args, **keywords)} of what is neither a Python function nor a method. */
    static PyObject callNativeEx(ThreadState ts, PyObject f, PyTuple args, PyDict keywords) {
        PyFrame frame = ts.frame;
        PyObject first = args.size() > 0 ? args.item(0) : PySingleton.NONE;
        calls(ts, frame, f, first);
        int tools = takeCallTools(frame, f);
        PyObject result;
        try {
            result = Tracing.callProfiledEx(ts, f, args, keywords);
        } catch (PyException e) {
            ended(ts, frame, tools, Monitoring.C_RAISE, f, first);
            throw e;
        }
        return returned(ts, frame, tools, f, first, result);
    }

    /** The call of {@code super} in an attribute access; {@code zero} when it is written without arguments. */
    static PyObject callSuper(ThreadState ts, PyObject callee, PyObject cls, PyObject self, boolean zero) {
        return callNative(ts, callee, zero ? null : cls, new PyObject[] {cls, self}, null);
    }

    /** A return or yield. */
    static void returns(ThreadState ts, PyFrame frame, PyObject value) {
        fire(ts, frame, Tracing.isAtYield(frame) ? Monitoring.PY_YIELD : Monitoring.PY_RETURN, frame.pc, value);
    }

    /** The end of an iterator that a StopIteration stands for. */
    static void stops(ThreadState ts, PyFrame frame, int event, PyObject value) {
        Monitoring m = Monitoring.of(ts.interp);
        int tools = m.tools(frame.code, event, frame.pc);
        if (tools != 0) {
            PyObject stop = Tracing.stopIteration(value);
            try {
                m.fire(ts, tools, event, frame.pc, frame.code, frame.code, offset(frame.pc), stop);
            } finally {
                Refs.drop(stop);
            }
        }
    }

    /** An event of an exception; the result is the exception to go on with, another when a callback raises. */
    static PyException exception(ThreadState ts, PyFrame frame, int event, int pc, PyException e) {
        if (frame.trace() != null) {
            frame.trace().jumpSource = -1;
        }
        CodeObject code = frame.code;
        Monitoring m = Monitoring.of(ts.interp);
        int tools = m.tools(code, event);
        PyBaseException value = e.value;
        if (tools != 0) {
            try {
                m.fire(ts, tools, event, pc, code, code, offset(pc), value);
            } catch (PyException other) {
                other.caught = true;
                return other;
            }
        }
        return e;
    }
}
