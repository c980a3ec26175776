package org.krait.runtime;

import org.krait.objects.BinaryOp;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyBool;
import org.krait.objects.PyCell;
import org.krait.objects.PyException;
import org.krait.objects.PyFrame;
import org.krait.objects.PyFunction;
import org.krait.objects.PyIterator;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.Tier1;
import org.krait.objects.UnaryOp;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.Ops;

/**
 * Tier 0: the loop over the instructions of a frame.
 *
 * <p>{@link #run} must stay below 8,000 bytes of bytecode, HotSpot's limit for compiling a method (a test asserts it);
 * so it holds what is frequent, and {@link RareInstructions} the rest. {@code frame.pc} is written before anything
 * that can raise, call Python code or look at the frame.
 */
public final class Interpreter {
    /** Added to an opcode in the code of a traced frame: an event may be due before the instruction. */
    static final int TRACED = 1024;

    private Interpreter() {}

    /** Runs a new frame from its beginning; the result is the returned value. */
    public static PyObject run(ThreadState ts, PyFrame frame) {
        return run(ts, frame, 0, null);
    }

    /**
     * Runs a frame from an instruction, or with an exception raised at the one it is suspended at. A generator's frame
     * returns at a yield too: then it is still the generator's. A negative {@code start} is the complement of the
     * instruction at which a frame goes on that has been entered already.
     */
    static PyObject run(ThreadState ts, PyFrame frame, int start, PyBaseException thrown) {
        CodeObject co = frame.code;
        boolean hot = false;
        if (start >= 0) {
            Refs.incRef(frame);
            frame.back = ts.frame;
            ts.frame = frame;
            hot = co.compiled != null;
            int calls = co.hotness++;
            if ((calls & ts.interp.tier1Mask) == 0) {
                hot |= calls != 0;
                if (co.caches.length != co.cacheCount) {
                    co.caches = new Object[co.cacheCount];
                }
            }
            if (ts.depth++ >= ts.depthLimit && !StackRoom.goesDeeper(ts)) {
                throw Unwinding.tooDeep(ts, frame);
            }
        }
        int[] code = co.code;
        PyObject[] r = frame.registers;
        PyObject[] k = co.constants;
        int pc = start >= 0 ? start : ~start;
        PyException pending = null;
        Object result;
        if (thrown != null) {
            pending = Unwinding.thrownInto(ts, thrown);
            pc = frame.pc;
        }
        if ((ts.interp.breaker | ts.tracing) != 0) {
            frame.pc = pc;
            try {
                code = start >= 0 ? Tracing.enter(ts, frame, pending) : Tracing.codeOf(ts, frame);
            } catch (PyException e) {
                pending = e;
            }
        }
        entry: while (true) {
            try {
                if (pending != null) {
                    PyException e = pending;
                    pending = null;
                    throw e;
                }
                if (hot) {
                    hot = false;
                    result = enterTier1(ts, frame, pc);
                    if (result == Tier1.GO_ON) {
                        r = frame.registers;
                        pc = frame.pc;
                        code = Tracing.codeOf(ts, frame);
                    } else if (result != null) {
                        break;
                    }
                }
                int op = code[pc];
                while (true) {
                    switch (op) {
                        case Ops.MOVE: {
                            r[code[pc + 1]] = r[code[pc + 2]];
                            pc += 3;
                            break;
                        }
                        case Ops.LOAD_CONST: {
                            r[code[pc + 1]] = k[code[pc + 2]];
                            pc += 3;
                            break;
                        }
                        case Ops.STORE_LOCAL: {
                            int to = code[pc + 1];
                            int s = code[pc + 2];
                            PyObject value = s >= 0 ? r[s] : k[~s];
                            PyObject old = r[to];
                            Refs.incRef(value);
                            r[to] = value;
                            if (old != null) {
                                frame.pc = pc;
                                Refs.decRef(old);
                            }
                            pc += 3;
                            break;
                        }
                        case Ops.CHECK_LOCAL: {
                            if (r[code[pc + 1]] == null) {
                                frame.pc = pc;
                                throw Names.unboundLocal(co, code[pc + 1]);
                            }
                            pc += 2;
                            break;
                        }
                        case Ops.HOLD: {
                            Temporaries.hold(r, code[pc + 1], code[pc + 2]);
                            pc += 3;
                            break;
                        }
                        case Ops.RELEASE: {
                            Temporaries.release(r, code[pc + 1], code[pc + 2]);
                            pc += 3;
                            break;
                        }
                        case Ops.DROP: {
                            frame.pc = pc;
                            Refs.drop(r[code[pc + 1]]);
                            pc += 2;
                            break;
                        }
                        case Ops.LOAD_DEREF: {
                            PyObject value = ((PyCell) r[code[pc + 2]]).content;
                            if (value == null) {
                                frame.pc = pc;
                                throw Names.unboundCell(co, code[pc + 2]);
                            }
                            r[code[pc + 1]] = value;
                            pc += 3;
                            break;
                        }
                        case Ops.STORE_DEREF: {
                            int s = code[pc + 2];
                            frame.pc = pc;
                            ((PyCell) r[code[pc + 1]]).set(s >= 0 ? r[s] : k[~s]);
                            pc += 3;
                            break;
                        }
                        case Ops.LOAD_GLOBAL: {
                            GlobalCache cache = (GlobalCache) co.caches[code[pc + 3]];
                            PyObject value = cache == null
                                    ? null
                                    : cache.get(frame.globals, frame.builtins, co.names[code[pc + 2]]);
                            if (value == null) {
                                frame.pc = pc;
                                value = Names.loadGlobal(ts, frame, co.names[code[pc + 2]], code[pc + 3]);
                            }
                            r[code[pc + 1]] = value;
                            pc += 4;
                            break;
                        }
                        case Ops.LOAD_NAME: {
                            frame.pc = pc;
                            r[code[pc + 1]] = Names.load(ts, frame, co.names[code[pc + 2]], code[pc + 3]);
                            pc += 4;
                            break;
                        }
                        case Ops.STORE_NAME: {
                            int s = code[pc + 2];
                            PyObject value = s >= 0 ? r[s] : k[~s];
                            frame.pc = pc;
                            Names.store(ts, frame, co.names[code[pc + 1]], value);
                            Refs.drop(value);
                            pc += 3;
                            break;
                        }
                        case Ops.LOAD_ATTR: {
                            int s = code[pc + 2];
                            PyObject o = s >= 0 ? r[s] : k[~s];
                            frame.pc = pc;
                            PyObject value = AttributeCache.load(ts, co, o, code[pc + 3], code[pc + 4]);
                            Refs.dropKeeping(o, value);
                            r[code[pc + 1]] = value;
                            pc += 5;
                            break;
                        }
                        case Ops.STORE_ATTR: {
                            int s = code[pc + 1];
                            PyObject o = s >= 0 ? r[s] : k[~s];
                            s = code[pc + 3];
                            PyObject value = s >= 0 ? r[s] : k[~s];
                            frame.pc = pc;
                            AttributeCache.store(ts, co, o, code[pc + 2], value, code[pc + 4]);
                            Refs.drop(value);
                            Refs.drop(o);
                            pc += 5;
                            break;
                        }
                        case Ops.LOAD_METHOD: {
                            int s = code[pc + 2];
                            frame.pc = pc;
                            AttributeCache.loadMethod(ts, co, s >= 0 ? r[s] : k[~s], code[pc + 3], code[pc + 4], r,
                                    code[pc + 1]);
                            pc += 5;
                            break;
                        }
                        case Ops.LOAD_ITEM: {
                            int s = code[pc + 2];
                            PyObject o = s >= 0 ? r[s] : k[~s];
                            s = code[pc + 3];
                            PyObject key = s >= 0 ? r[s] : k[~s];
                            frame.pc = pc;
                            PyObject value = Subscripts.get(ts, o, key);
                            Refs.dropKeeping(o, value);
                            Refs.dropKeeping(key, value);
                            r[code[pc + 1]] = value;
                            pc += 4;
                            break;
                        }
                        case Ops.STORE_ITEM: {
                            int s = code[pc + 1];
                            PyObject o = s >= 0 ? r[s] : k[~s];
                            s = code[pc + 2];
                            PyObject key = s >= 0 ? r[s] : k[~s];
                            s = code[pc + 3];
                            PyObject value = s >= 0 ? r[s] : k[~s];
                            frame.pc = pc;
                            Subscripts.set(ts, o, key, value);
                            Refs.drop(value);
                            Refs.drop(o);
                            Refs.drop(key);
                            pc += 4;
                            break;
                        }
                        case Ops.ADD: {
                            int s = code[pc + 2];
                            PyObject a = s >= 0 ? r[s] : k[~s];
                            s = code[pc + 3];
                            PyObject b = s >= 0 ? r[s] : k[~s];
                            PyObject value = Arithmetic.sum(a, b);
                            if (value == null) {
                                frame.pc = pc;
                                value = Arithmetic.binary(ts, BinaryOp.ADD, a, b);
                                Temporaries.drop(a, b, value);
                            }
                            r[code[pc + 1]] = value;
                            pc += 4;
                            break;
                        }
                        case Ops.SUBTRACT: {
                            int s = code[pc + 2];
                            PyObject a = s >= 0 ? r[s] : k[~s];
                            s = code[pc + 3];
                            PyObject b = s >= 0 ? r[s] : k[~s];
                            PyObject value = Arithmetic.difference(a, b);
                            if (value == null) {
                                frame.pc = pc;
                                value = Arithmetic.binary(ts, BinaryOp.SUBTRACT, a, b);
                                Temporaries.drop(a, b, value);
                            }
                            r[code[pc + 1]] = value;
                            pc += 4;
                            break;
                        }
                        case Ops.MULTIPLY: {
                            int s = code[pc + 2];
                            PyObject a = s >= 0 ? r[s] : k[~s];
                            s = code[pc + 3];
                            PyObject b = s >= 0 ? r[s] : k[~s];
                            PyObject value = Arithmetic.product(a, b);
                            if (value == null) {
                                frame.pc = pc;
                                value = Arithmetic.binary(ts, BinaryOp.MULTIPLY, a, b);
                                Temporaries.drop(a, b, value);
                            }
                            r[code[pc + 1]] = value;
                            pc += 4;
                            break;
                        }
                        case Ops.BINARY_OP: {
                            int s = code[pc + 2];
                            PyObject a = s >= 0 ? r[s] : k[~s];
                            s = code[pc + 3];
                            PyObject b = s >= 0 ? r[s] : k[~s];
                            frame.pc = pc;
                            PyObject value = Arithmetic.binaryFast(ts, BinaryOp.of(code[pc + 4]), a, b);
                            Temporaries.drop(a, b, value);
                            r[code[pc + 1]] = value;
                            pc += 5;
                            break;
                        }
                        case Ops.INPLACE_OP: {
                            int s = code[pc + 2];
                            PyObject a = s >= 0 ? r[s] : k[~s];
                            s = code[pc + 3];
                            PyObject b = s >= 0 ? r[s] : k[~s];
                            frame.pc = pc;
                            PyObject value = Arithmetic.inPlace(ts, BinaryOp.of(code[pc + 4]), a, b);
                            Temporaries.drop(a, b, value);
                            r[code[pc + 1]] = value;
                            pc += 5;
                            break;
                        }
                        case Ops.UNARY_OP: {
                            int s = code[pc + 2];
                            PyObject a = s >= 0 ? r[s] : k[~s];
                            frame.pc = pc;
                            PyObject value = Arithmetic.unary(ts, UnaryOp.of(code[pc + 3]), a);
                            Refs.dropKeeping(a, value);
                            r[code[pc + 1]] = value;
                            pc += 4;
                            break;
                        }
                        case Ops.NOT: {
                            int s = code[pc + 2];
                            PyObject a = s >= 0 ? r[s] : k[~s];
                            frame.pc = pc;
                            boolean truth = Truth.of(ts, a);
                            Refs.drop(a);
                            r[code[pc + 1]] = truth ? PyBool.FALSE : PyBool.TRUE;
                            pc += 3;
                            break;
                        }
                        case Ops.COMPARE: {
                            int s = code[pc + 2];
                            PyObject a = s >= 0 ? r[s] : k[~s];
                            s = code[pc + 3];
                            PyObject b = s >= 0 ? r[s] : k[~s];
                            frame.pc = pc;
                            PyObject value = Comparison.compare(ts, code[pc + 4], a, b);
                            Temporaries.drop(a, b, value);
                            r[code[pc + 1]] = value;
                            pc += 5;
                            break;
                        }
                        case Ops.IS: {
                            int s = code[pc + 2];
                            PyObject a = s >= 0 ? r[s] : k[~s];
                            s = code[pc + 3];
                            PyObject b = s >= 0 ? r[s] : k[~s];
                            frame.pc = pc;
                            r[code[pc + 1]] = (a == b) == (code[pc + 4] == 0) ? PyBool.TRUE : PyBool.FALSE;
                            Temporaries.drop(a, b, null);
                            pc += 5;
                            break;
                        }
                        case Ops.CONTAINS: {
                            int s = code[pc + 2];
                            PyObject a = s >= 0 ? r[s] : k[~s];
                            s = code[pc + 3];
                            PyObject b = s >= 0 ? r[s] : k[~s];
                            frame.pc = pc;
                            boolean found = Subscripts.contains(ts, b, a);
                            r[code[pc + 1]] = found == (code[pc + 4] == 0) ? PyBool.TRUE : PyBool.FALSE;
                            Temporaries.drop(a, b, null);
                            pc += 5;
                            break;
                        }
                        case Ops.JUMP: {
                            pc = code[pc + 1];
                            break;
                        }
                        case Ops.JUMP_BACK: {
                            int heat = co.hotness++;
                            if (ts.interp.breaker != 0) {
                                frame.pc = pc;
                                Interrupts.serve(ts);
                            }
                            pc = code[pc + 1];
                            if ((heat & ts.interp.tier1Mask) == 0) {
                                hot = true;
                                continue entry;
                            }
                            break;
                        }
                        case Ops.JUMP_IF_TRUE: {
                            int s = code[pc + 1];
                            PyObject a = s >= 0 ? r[s] : k[~s];
                            boolean truth = a == PyBool.TRUE;
                            if (!truth && a != PyBool.FALSE) {
                                frame.pc = pc;
                                truth = Truth.of(ts, a);
                                Refs.drop(a);
                            }
                            pc = truth ? code[pc + 2] : pc + 3;
                            break;
                        }
                        case Ops.JUMP_IF_FALSE: {
                            int s = code[pc + 1];
                            PyObject a = s >= 0 ? r[s] : k[~s];
                            boolean truth = a == PyBool.TRUE;
                            if (!truth && a != PyBool.FALSE) {
                                frame.pc = pc;
                                truth = Truth.of(ts, a);
                                Refs.drop(a);
                            }
                            pc = truth ? pc + 3 : code[pc + 2];
                            break;
                        }
                        case Ops.JUMP_IF_TRUE_KEEP: {
                            PyObject a = r[code[pc + 1]];
                            frame.pc = pc;
                            if (Truth.of(ts, a)) {
                                pc = code[pc + 2];
                            } else {
                                Refs.drop(a);
                                pc += 3;
                            }
                            break;
                        }
                        case Ops.JUMP_IF_FALSE_KEEP: {
                            PyObject a = r[code[pc + 1]];
                            frame.pc = pc;
                            if (Truth.of(ts, a)) {
                                Refs.drop(a);
                                pc += 3;
                            } else {
                                pc = code[pc + 2];
                            }
                            break;
                        }
                        case Ops.JUMP_IF_NONE: {
                            int s = code[pc + 1];
                            PyObject a = s >= 0 ? r[s] : k[~s];
                            frame.pc = pc;
                            Refs.drop(a);
                            pc = a == PySingleton.NONE ? code[pc + 2] : pc + 3;
                            break;
                        }
                        case Ops.JUMP_IF_NOT_NONE: {
                            int s = code[pc + 1];
                            PyObject a = s >= 0 ? r[s] : k[~s];
                            frame.pc = pc;
                            Refs.drop(a);
                            pc = a != PySingleton.NONE ? code[pc + 2] : pc + 3;
                            break;
                        }
                        case Ops.JUMP_IF_COMPARE: {
                            int s = code[pc + 1];
                            PyObject a = s >= 0 ? r[s] : k[~s];
                            s = code[pc + 2];
                            PyObject b = s >= 0 ? r[s] : k[~s];
                            frame.pc = pc;
                            pc = Comparison.test(ts, code[pc + 3], a, b) ? code[pc + 4] : pc + 5;
                            break;
                        }
                        case Ops.JUMP_IF_NOT_COMPARE: {
                            int s = code[pc + 1];
                            PyObject a = s >= 0 ? r[s] : k[~s];
                            s = code[pc + 2];
                            PyObject b = s >= 0 ? r[s] : k[~s];
                            frame.pc = pc;
                            pc = Comparison.test(ts, code[pc + 3], a, b) ? pc + 5 : code[pc + 4];
                            break;
                        }
                        case Ops.GET_ITER: {
                            int s = code[pc + 2];
                            PyObject o = s >= 0 ? r[s] : k[~s];
                            frame.pc = pc;
                            PyObject iterator = Iteration.iter(ts, o);
                            Temporaries.setLocal(r, code[pc + 1], iterator);
                            Refs.drop(o);
                            pc += 3;
                            break;
                        }
                        case Ops.FOR_ITER: {
                            int i = code[pc + 2];
                            PyObject iterator = r[i];
                            frame.pc = pc;
                            PyObject item = iterator instanceof PyIterator own
                                    ? own.next(ts)
                                    : Iteration.next(ts, iterator);
                            if (item != null) {
                                r[code[pc + 1]] = item;
                                pc += 4;
                            } else {
                                if (ts.tracing != 0) {
                                    Tracing.exhausted(ts, frame, iterator);
                                }
                                r[i] = null;
                                Refs.decRef(iterator);
                                pc = code[pc + 3];
                            }
                            break;
                        }
                        case Ops.CALL: {
                            int s = code[pc + 2];
                            PyObject f = s >= 0 ? r[s] : k[~s];
                            int base = code[pc + 3];
                            int count = code[pc + 4];
                            frame.pc = pc;
                            PyObject value;
                            if (f.getClass() == PyFunction.class && ((PyFunction) f).code().plainArity == count) {
                                value = run(ts, Frames.of((PyFunction) f, r, base, count), 0, null);
                            } else {
                                value = CallInstructions.call(ts, f, r, base, count);
                            }
                            if (ts.tracing != 0) {
                                code = Tracing.codeOf(ts, frame);
                            }
                            Refs.dropKeeping(f, value);
                            Temporaries.drop(r, base, count, value);
                            r[code[pc + 1]] = value;
                            pc += 6;
                            break;
                        }
                        case Ops.CALL_METHOD: {
                            int base = code[pc + 2];
                            int count = code[pc + 3];
                            PyObject f = r[base];
                            frame.pc = pc;
                            PyObject value;
                            if (r[base + 1] != null) {
                                if (f.getClass() == PyFunction.class
                                        && ((PyFunction) f).code().plainArity == count + 1) {
                                    value = run(ts, Frames.of((PyFunction) f, r, base + 1, count + 1), 0, null);
                                } else {
                                    value = CallInstructions.call(ts, f, r, base + 1, count + 1);
                                }
                                Temporaries.drop(r, base + 1, count + 1, value);
                            } else {
                                value = CallInstructions.call(ts, f, r, base + 2, count);
                                Refs.dropKeeping(f, value);
                                Temporaries.drop(r, base + 2, count, value);
                            }
                            if (ts.tracing != 0) {
                                code = Tracing.codeOf(ts, frame);
                            }
                            r[code[pc + 1]] = value;
                            pc += 5;
                            break;
                        }
                        case Ops.INVOKE: {
                            frame.pc = pc;
                            PyObject value = CallInstructions.invoke(ts, frame, pc);
                            Temporaries.drop(r, code[pc + 2], code[pc + 3], value);
                            if (ts.tracing != 0) {
                                code = Tracing.codeOf(ts, frame);
                            }
                            r[code[pc + 1]] = value;
                            pc += 6;
                            break;
                        }
                        case Ops.BUILD_TUPLE: {
                            frame.pc = pc;
                            r[code[pc + 1]] = Building.tuple(r, code[pc + 2], code[pc + 3]);
                            pc += 4;
                            break;
                        }
                        case Ops.BUILD_LIST: {
                            frame.pc = pc;
                            r[code[pc + 1]] = PyList.copyOf(r, code[pc + 2], code[pc + 3]);
                            pc += 4;
                            break;
                        }
                        case Ops.LIST_APPEND: {
                            int s = code[pc + 2];
                            ((PyList) r[code[pc + 1]]).append(s >= 0 ? r[s] : k[~s]);
                            pc += 3;
                            break;
                        }
                        case Ops.UNPACK: {
                            int s = code[pc + 2];
                            frame.pc = pc;
                            Iteration.unpack(ts, s >= 0 ? r[s] : k[~s], r, code[pc + 1], code[pc + 3]);
                            pc += 4;
                            break;
                        }
                        case Ops.RETURN: {
                            int s = code[pc + 1];
                            PyObject value = s >= 0 ? r[s] : k[~s];
                            frame.pc = pc;
                            if (ts.tracing != 0) {
                                Tracing.returned(ts, frame, value);
                            }
                            Frames.exit(ts, frame, value);
                            return value;
                        }
                        case Ops.YIELD:
                        case Ops.YIELD_DELEGATED: {
                            int s = code[pc + 2];
                            PyObject value = s >= 0 ? r[s] : k[~s];
                            frame.pc = pc;
                            if (ts.tracing != 0) {
                                Tracing.returned(ts, frame, value);
                            }
                            Temporaries.forget(frame, value);
                            Frames.suspend(ts, frame);
                            return value;
                        }
                        default: {
                            frame.pc = pc;
                            if (op >= TRACED) {
                                pc = Tracing.step(ts, frame, pc);
                                op = co.code[pc];
                                continue;
                            }
                            pc = RareInstructions.execute(ts, frame, pc, op);
                            if (ts.tracing != 0) {
                                code = Tracing.codeOf(ts, frame);
                            }
                            break;
                        }
                    }
                    op = code[pc];
                }
            } catch (Throwable t) {
                pc = Unwinding.handle(ts, frame, t);
            }
        }
        if (result instanceof PyException e) {
            throw e;
        }
        return (PyObject) result;
    }

    private static Object enterTier1(ThreadState ts, PyFrame frame, int pc) {
        Tier1 tier1 = ts.interp.tier1;
        if (tier1 == null || ts.tracing != 0) {
            return null;
        }
        frame.pc = pc;
        return tier1.enter(ts, frame, pc);
    }

    /** Goes on in a frame that compiled code leaves, at its pc. */
    public static PyObject proceed(ThreadState ts, PyFrame frame) {
        return run(ts, frame, ~frame.pc, null);
    }
}
