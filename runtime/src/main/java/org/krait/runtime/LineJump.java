package org.krait.runtime;

import java.util.Arrays;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.FrameTrace;
import org.krait.objects.PyFrame;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.Opcode;
import org.krait.objects.code.Operand;
import org.krait.objects.code.Positions;
import org.krait.runtime.HiddenStates.Kind;
import org.krait.runtime.HiddenStates.State;

/** A debugger's jump ({@code frame.f_lineno = line}), with the rules and messages of CPython 3.12. */
public final class LineJump {
    private LineJump() {}

    /** Makes a frame go on at a line; ValueError when what the frame keeps there does not fit. */
    public static void to(ThreadState ts, PyFrame frame, int line) {
        CodeObject code = frame.code;
        if (line < code.firstLine) {
            throw Errors.valueError("line " + line + " comes before the current code block");
        }
        int actual = firstLineFrom(code, line);
        if (actual < 0) {
            throw Errors.valueError("line " + line + " comes after the current code block");
        }
        FrameTrace trace = Tracing.of(frame);
        HiddenStates states = new HiddenStates(code);
        int pcNow = trace.jumpTarget >= 0 ? trace.jumpTarget : frame.pc;
        // Compiled code has its registers elsewhere; a traced frame is not compiled, only one that calls it can be.
        State start = frame.registers == null ? null : states.at(pcNow);
        int best = -1;
        State bestState = null;
        String problem = null;
        Positions.Reader reader = new Positions.Reader(code.positions, code.firstLine);
        while (reader.next()) {
            int pc = reader.start();
            if (reader.position().line() != actual || pc >= code.code.length) {
                continue;
            }
            State target = states.at(pc);
            if (start != null && target != null && fits(start, target) && !usesTemporary(code, pc)) {
                if (bestState == null || target.depth() > bestState.depth()) {
                    best = pc;
                    bestState = target;
                }
            } else if (problem == null) {
                problem = start == null ? "can't jump from unreachable code" : explain(target);
            }
        }
        if (bestState == null) {
            throw Errors.valueError(problem == null ? "cannot find bytecode for specified line" : problem);
        }
        bindLocals(ts, frame);
        leave(ts, frame, start, bestState);
        trace.jumpTarget = best;
    }

    private static int firstLineFrom(CodeObject code, int line) {
        int best = Integer.MAX_VALUE;
        Positions.Reader reader = new Positions.Reader(code.positions, code.firstLine);
        while (reader.next()) {
            int at = reader.position().line();
            if (at >= line && at < best) {
                best = at;
            }
        }
        return best == Integer.MAX_VALUE ? -1 : best;
    }

    /** Whether leaving the innermost hidden registers makes the one state the other. */
    private static boolean fits(State from, State to) {
        State a = from;
        while (a.depth() > to.depth()) {
            a = a.below();
        }
        State b = to;
        if (a.depth() < b.depth()) {
            return false;
        }
        for (; a.kind() != null; a = a.below(), b = b.below()) {
            if (a.kind() != b.kind() || a.kind() == Kind.HELD && a.register() != b.register()) {
                return false;
            }
        }
        return true;
    }

    private static String explain(State target) {
        if (target == null) {
            return "can't jump into an exception handler, or code may be unreachable";
        }
        if (target.kind() == null) {
            return "incompatible stacks";
        }
        return switch (target.kind()) {
            case CAUGHT, PASSING, HANDLED -> "can't jump into an 'except' block as there's no exception";
            case ITERATOR -> "can't jump into the body of a for loop";
            case OBJECT, HELD -> "incompatible stacks";
        };
    }

    /** Whether code from an instruction on reads a temporary that it did not write: it is inside an expression. */
    private static boolean usesTemporary(CodeObject code, int from) {
        int[] c = code.code;
        boolean[] written = new boolean[code.registerCount];
        Arrays.fill(written, 0, code.firstTemp, true);
        for (int pc = from; pc < c.length;) {
            Opcode op = Opcode.of(c[pc]);
            if (readsUnwritten(op, c, pc, written)) {
                return true;
            }
            write(op, c, pc, written);
            switch (op) {
                case JUMP -> pc = c[pc + 1] > pc ? c[pc + 1] : c.length;
                case JUMP_BACK, RETURN, RAISE, RERAISE -> pc = c.length;
                default -> pc += op.size;
            }
        }
        return false;
    }

    private static boolean readsUnwritten(Opcode op, int[] c, int pc, boolean[] written) {
        for (int i = 0; i < op.operandCount(); i++) {
            int first = c[pc + 1 + i];
            int count = switch (op.operand(i)) {
                case SRC, REG, OPTIONAL -> first < 0 ? 0 : 1;
                case BASE -> op.writesGroup() ? 0 : op.groupSize(c, pc, i);
                default -> 0;
            };
            for (int register = first; register < first + count; register++) {
                if (!written[register]) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void write(Opcode op, int[] c, int pc, boolean[] written) {
        for (int i = 0; i < op.operandCount(); i++) {
            int first = c[pc + 1 + i];
            if (op.operand(i) == Operand.DST) {
                written[first] = true;
            } else if (op.operand(i) == Operand.BASE && op.writesGroup()) {
                Arrays.fill(written, first, first + op.groupSize(c, pc, i), true);
            }
        }
    }

    /** Gives every unbound variable the value None: the code at the target may take it for bound. */
    private static void bindLocals(ThreadState ts, PyFrame frame) {
        PyObject[] r = frame.registers;
        int variables = frame.code.variables.length;
        int unbound = 0;
        for (int i = 0; i < variables; i++) {
            unbound += r[i] == null ? 1 : 0;
        }
        if (unbound == 0) {
            return;
        }
        Warnings.warn(ts, ExceptionTypes.RUNTIME_WARNING,
                "assigning None to " + unbound + " unbound local" + (unbound == 1 ? "" : "s"));
        for (int i = 0; i < variables; i++) {
            if (r[i] == null) {
                r[i] = PySingleton.NONE;
            }
        }
    }

    /** Drops what the target does not keep, and moves what it keeps in other registers. */
    private static void leave(ThreadState ts, PyFrame frame, State from, State to) {
        State s = from;
        for (; s.depth() > to.depth(); s = s.below()) {
            drop(ts, frame, s);
        }
        State t = to;
        for (; s.kind() != null; s = s.below(), t = t.below()) {
            if (s.register() != t.register()) {
                frame.registers[t.register()] = frame.registers[s.register()];
                frame.registers[s.register()] = null;
            }
        }
        Temporaries.dropFrom(frame, 0);
    }

    private static void drop(ThreadState ts, PyFrame frame, State s) {
        switch (s.kind()) {
            case HANDLED -> Raising.popHandled(ts, frame, s.register());
            case HELD -> Temporaries.release(frame.registers, s.register(), s.count());
            default -> {
                PyObject old = frame.registers[s.register()];
                frame.registers[s.register()] = null;
                Refs.xdecRef(old);
            }
        }
    }
}
