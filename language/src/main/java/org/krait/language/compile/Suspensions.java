package org.krait.language.compile;

import org.krait.language.syntax.Expr;
import org.krait.objects.PySingleton;
import org.krait.objects.code.Assembler;
import org.krait.objects.code.Intrinsic;
import org.krait.objects.code.Opcode;

/** Compiles what suspends a frame: yield, yield from, await. */
final class Suspensions {
    private final ModuleCompiler c;

    Suspensions(ModuleCompiler compiler) {
        this.c = compiler;
    }

    int yield(Expr.Yield y) {
        if (!c.unit.scope.isFunctionLike()) {
            throw c.error(y.span(), "'yield' outside function");
        }
        int value = y.value() == null
                ? c.operands.constant(PySingleton.NONE)
                : c.expressions.operand(y.value());
        c.unit.at(y.span());
        return yieldValue(value);
    }

    /** Yields an operand; the result is what is sent in. */
    int yieldValue(int value) {
        int yielded = value;
        if (c.unit.scope.coroutine) {
            c.operands.free(value);
            yielded = c.unit.newTemp();
            c.unit.asm.emit(Opcode.INTRINSIC, yielded, Intrinsic.ASYNC_GEN_WRAP.ordinal(), value);
        }
        c.operands.free(yielded);
        int dst = c.unit.newTemp();
        c.unit.asm.emit(Opcode.YIELD, dst, yielded);
        return dst;
    }

    int yieldFrom(Expr.YieldFrom y) {
        if (!c.unit.scope.isFunctionLike()) {
            throw c.error(y.span(), "'yield' outside function");
        }
        if (c.unit.asyncFunction) {
            throw c.error(y.span(), "'yield from' inside async function");
        }
        int value = c.expressions.operand(y.value());
        c.unit.at(y.span());
        int delegate = c.unit.newHidden();
        c.unit.asm.emit(Opcode.GET_YIELD_FROM_ITER, delegate, value);
        c.operands.free(value);
        return delegate(delegate);
    }

    int await(Expr.Await a) {
        if (!c.isTopLevelAwait()) {
            if (!c.unit.scope.isFunctionLike()) {
                throw c.error(a.span(), "'await' outside function");
            }
            if (!c.unit.asyncFunction && !c.unit.scope.isComprehension()) {
                throw c.error(a.span(), "'await' outside async function");
            }
        }
        int value = c.expressions.operand(a.value());
        c.unit.at(a.span());
        return awaitValue(value, 0);
    }

    /** Awaits an operand; {@code of} is 1 for the result of {@code __aenter__}, 2 for that of {@code __aexit__}. */
    int awaitValue(int value, int of) {
        int delegate = c.unit.newHidden();
        c.unit.asm.emit(Opcode.GET_AWAITABLE, delegate, value, of);
        c.operands.free(value);
        return delegate(delegate);
    }

    /** Yields what the delegate yields until it returns; the result is its value. Gives the delegate's local back. */
    int delegate(int delegate) {
        Assembler asm = c.unit.asm;
        int dst = c.unit.newTemp();
        int again = asm.newLabel();
        int done = asm.newLabel();
        asm.emit(Opcode.LOAD_CONST, dst, asm.constantIndex(PySingleton.NONE));
        asm.bind(again);
        asm.emit(Opcode.SEND, dst, delegate, dst, done);
        asm.emit(Opcode.YIELD_DELEGATED, dst, dst, delegate, done);
        asm.emit(Opcode.JUMP_BACK, again);
        asm.bind(done);
        c.operands.clearBut(dst, delegate, 1);
        c.unit.freeHidden(delegate - Assembler.HIDDEN);
        return dst;
    }

    /** A StopIteration that leaves a generator becomes a RuntimeError: the outermost range of its code. */
    void guardStopIteration(CodeUnit unit) {
        Assembler asm = unit.asm;
        int handler = asm.newLabel();
        int exception = unit.newHidden();
        asm.handle(0, handler, exception);
        asm.bind(handler);
        int error = unit.newTemp();
        asm.emit(Opcode.INTRINSIC, error, Intrinsic.STOP_ITERATION_ERROR.ordinal(), exception);
        asm.emit(Opcode.STORE_LOCAL, exception, error);
        asm.emit(Opcode.RERAISE, exception);
    }
}
