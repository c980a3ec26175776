package org.krait.runtime;

import java.util.ArrayDeque;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.Opcode;
import org.krait.objects.code.Operand;

/**
 * What a code object keeps in hidden registers at each instruction: iterators of loops, exit functions, exceptions,
 * held temporaries. It plays the part of CPython's value stack in the rules for jumps of a debugger
 * (mark_stacks in Objects/frameobject.c).
 */
final class HiddenStates {
    /** What a hidden register is for. */
    enum Kind {
        /** The iterator of a for loop. */
        ITERATOR,
        /** The exit function of a with statement, or what an expression waits for. */
        OBJECT,
        /** The exception caught by the handler of an except clause. */
        CAUGHT,
        /** The exception caught by the handler of a finally body or a with statement. */
        PASSING,
        /** The exception that was handled before the one in the register below. */
        HANDLED,
        /** Temporaries that are counted. */
        HELD
    }

    /** The innermost hidden register and those below it; {@code count} is that of held temporaries. */
    record State(Kind kind, int register, int count, State below, int depth) {
        State push(Kind kind, int register, int count) {
            return new State(kind, register, count, this, depth + 1);
        }

        /** The state without a register and what is above it; itself when it has no such register. */
        State without(int register) {
            for (State s = this; s.kind != null; s = s.below) {
                if (s.register == register) {
                    return s.below;
                }
            }
            return this;
        }
    }

    private static final State EMPTY = new State(null, -1, 0, null, 0);

    private final CodeObject code;
    private final State[] states;
    private final ArrayDeque<Integer> waiting = new ArrayDeque<>();

    HiddenStates(CodeObject code) {
        this.code = code;
        states = new State[code.code.length];
        reach(0, EMPTY);
        do {
            while (!waiting.isEmpty()) {
                follow(waiting.poll());
            }
        } while (enterHandlers());
    }

    /** The state before an instruction; null when it cannot be reached. */
    State at(int pc) {
        return states[pc];
    }

    private void reach(int pc, State state) {
        if (states[pc] == null) {
            states[pc] = state;
            waiting.add(pc);
        }
    }

    /** Reaches the handlers of what has been reached; true when that was news. */
    private boolean enterHandlers() {
        int[] table = code.exceptionTable;
        boolean news = false;
        for (int i = 0; i < table.length; i += 4) {
            int handler = table[i + 2];
            State start = states[table[i]];
            if (handler >= 0 && start != null && states[handler] == null) {
                int register = CodeObject.handlerRegister(table[i + 3]);
                reach(handler, withoutHeld(start).without(register).push(kind(handler, register), register, 0));
                news = true;
            }
        }
        return news;
    }

    /** A handler whose exception can end without being raised on is an except clause's. */
    private Kind kind(int handler, int register) {
        int[] c = code.code;
        int before = Opcode.POP_HANDLED.ordinal();
        for (int pc = handler; pc < c.length; pc += Opcode.of(c[pc]).size) {
            if (c[pc] == Opcode.WITH_EXIT.ordinal() && c[pc + 3] == register) {
                return Kind.PASSING;
            }
            if (c[pc] == before && c[pc + 2] == Opcode.CLEAR_LOCAL.ordinal() && c[pc + 3] == register) {
                return Kind.CAUGHT;
            }
            if (c[pc] == before && c[pc + 2] == Opcode.RERAISE.ordinal() && c[pc + 3] == register) {
                return Kind.PASSING;
            }
        }
        return Kind.PASSING;
    }

    private static State withoutHeld(State state) {
        State s = state;
        while (s.kind == Kind.HELD) {
            s = s.below;
        }
        return s;
    }

    private void follow(int pc) {
        int[] c = code.code;
        Opcode op = Opcode.of(c[pc]);
        State before = states[pc];
        State after = switch (op) {
            case GET_ITER, GET_ASYNC_ITER -> before.without(c[pc + 1]).push(Kind.ITERATOR, c[pc + 1], 0);
            case GET_YIELD_FROM_ITER, GET_AWAITABLE, GET_ASYNC_NEXT, WITH_ENTER, ASYNC_WITH_ENTER ->
                before.without(c[pc + 1]).push(Kind.OBJECT, c[pc + 1], 0);
            case PUSH_HANDLED -> before.without(c[pc + 1]).push(Kind.HANDLED, c[pc + 1], 0);
            case HOLD -> before.push(Kind.HELD, c[pc + 1], c[pc + 2]);
            case RELEASE, CLEAR_LOCAL, POP_HANDLED, RERAISE, END_ASYNC_FOR -> before.without(c[pc + 1]);
            default -> before;
        };
        boolean loses = op == Opcode.FOR_ITER || op == Opcode.SEND || op == Opcode.YIELD_DELEGATED;
        int register = loses ? c[pc + (op == Opcode.YIELD_DELEGATED ? 3 : 2)] : -1;
        for (int i = 0; i < op.operandCount(); i++) {
            if (op.operand(i) == Operand.TARGET) {
                reach(c[pc + 1 + i], loses ? after.without(register) : after);
            }
        }
        if (!endsFlow(op) && pc + op.size < c.length) {
            reach(pc + op.size, after);
        }
    }

    private static boolean endsFlow(Opcode op) {
        return switch (op) {
            case JUMP, JUMP_BACK, RETURN, RAISE, RERAISE -> true;
            default -> false;
        };
    }
}
