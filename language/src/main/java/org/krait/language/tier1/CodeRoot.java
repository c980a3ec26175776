package org.krait.language.tier1;

import com.oracle.truffle.api.CompilerAsserts;
import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.HostCompilerDirectives.BytecodeInterpreterSwitch;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.api.nodes.LoopNode;
import com.oracle.truffle.api.nodes.RootNode;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.Ops;

/**
 * A root node over the instructions of a code object. Partial evaluation unrolls the loop: {@code pc} is a constant in
 * each copy of it.
 *
 * <p>Compiled code runs it; the interpreter only for the first steps, to fill the {@link Profile}, and to finish the
 * instruction at which compiled code was left: then tier 0 goes on.
 */
abstract class CodeRoot extends RootNode {
    /** The answer of the loop when tier 0 shall go on in the frame, which is exposed and has its registers. */
    static final Object LEFT = new Object();

    /** What makes Truffle compile at once. */
    private static final int HOT = 1_000_000;

    final CompiledCode owner;
    final CodeObject co;
    final Profile profile;
    @CompilationFinal(dimensions = 1)
    private final int[] code;
    @CompilationFinal(dimensions = 1)
    private final int[] sizes;
    @CompilationFinal(dimensions = 1)
    private final PyObject[] constants;
    @CompilationFinal(dimensions = 1)
    private final PyStr[] names;
    /** The instructions at which handlers of exceptions begin, each once. */
    @CompilationFinal(dimensions = 1)
    private final int[] handlers;
    @Child
    private CallSites calls;
    private boolean interpreted;

    CodeRoot(TruffleLanguage<?> language, CompiledCode owner) {
        super(language, Registers.descriptor());
        this.owner = owner;
        co = owner.code;
        profile = owner.profile;
        code = co.code;
        sizes = owner.sizes;
        constants = co.constants;
        names = co.names;
        handlers = owner.handlers;
        calls = new CallSites(code.length);
    }

    /** Prepares a call in the interpreter; false when the profile is filled: then tier 0 runs it. */
    final boolean prepare() {
        interpreted = true;
        calls.complete(profile);
        if (profile.isFilled()) {
            LoopNode.reportLoopCount(this, HOT);
            return false;
        }
        return true;
    }

    /** True when a call was interpreted since the last question. */
    final boolean wasInterpreted() {
        boolean was = interpreted;
        interpreted = false;
        return was;
    }

    final int operand(int pc, int n) {
        return code[pc + n];
    }

    final PyObject constant(int s) {
        return constants[~s];
    }

    final PyStr name(int n) {
        return names[n];
    }

    /** The object that an operand names: of a register or, negative, a constant. */
    final PyObject object(Registers r, int pc, int s) {
        if (s < 0) {
            return constants[~s];
        }
        PyObject o = r.objects[s];
        if (Registers.isUnboxed(o)) {
            profile.meets(pc, Profile.BOXED);
            return r.object(s);
        }
        return o;
    }

    /**
     * Runs from an instruction; {@code depth} is the thread's, this frame included. The answer is a Long, Double or
     * PyObject, a PyException, or {@link #LEFT}.
     */
    @BytecodeInterpreterSwitch
    @ExplodeLoop(kind = ExplodeLoop.LoopExplosionKind.MERGE_EXPLODE)
    final Object run(Registers r, int depth, int start) {
        int pc = start;
        loop: while (true) {
            CompilerAsserts.partialEvaluationConstant(pc);
            if (CompilerDirectives.inInterpreter() && !profile.step()) {
                return left(r, pc);
            }
            Object raised;
            try {
                switch (code[pc]) {
                    case Ops.MOVE: {
                        int s = code[pc + 2];
                        r.objects[code[pc + 1]] = r.objects[s];
                        r.numbers[code[pc + 1]] = r.numbers[s];
                        pc += 3;
                        continue loop;
                    }
                    case Ops.LOAD_CONST:
                        r.objects[code[pc + 1]] = constants[code[pc + 2]];
                        pc += 3;
                        continue loop;
                    case Ops.STORE_LOCAL:
                        Accesses.storeLocal(this, r, pc);
                        pc += 3;
                        continue loop;
                    case Ops.CHECK_LOCAL:
                        if (r.objects[code[pc + 1]] == null) {
                            profile.needsGeneral(pc);
                            r.expose(pc);
                            throw SlowPaths.unboundLocal(co, code[pc + 1]);
                        }
                        pc += 2;
                        continue loop;
                    case Ops.HOLD:
                        Groups.hold(r, code[pc + 1], code[pc + 2]);
                        pc += 3;
                        continue loop;
                    case Ops.RELEASE:
                        Groups.release(r, code[pc + 1], code[pc + 2]);
                        pc += 3;
                        continue loop;
                    case Ops.DROP:
                        Accesses.drop(this, r, pc, r.objects[code[pc + 1]], null);
                        pc += 2;
                        continue loop;
                    case Ops.LOAD_DEREF:
                        Accesses.loadCell(this, r, pc);
                        pc += 3;
                        continue loop;
                    case Ops.STORE_DEREF:
                        Accesses.storeCell(this, r, pc);
                        pc += 3;
                        continue loop;
                    case Ops.LOAD_GLOBAL:
                        Accesses.loadGlobal(this, r, pc);
                        pc += 4;
                        continue loop;
                    case Ops.LOAD_NAME:
                        r.expose(pc);
                        r.objects[code[pc + 1]] = SlowPaths.name(r.ts, r.frame, names[code[pc + 2]], code[pc + 3]);
                        pc += 4;
                        continue loop;
                    case Ops.STORE_NAME:
                        r.expose(pc);
                        SlowPaths.storeName(r.ts, r.frame, names[code[pc + 1]], object(r, pc, code[pc + 2]));
                        pc += 3;
                        continue loop;
                    case Ops.LOAD_ATTR:
                        Accesses.loadAttribute(this, r, pc);
                        pc += 5;
                        continue loop;
                    case Ops.STORE_ATTR:
                        Accesses.storeAttribute(this, r, pc);
                        pc += 5;
                        continue loop;
                    case Ops.LOAD_METHOD:
                        Accesses.loadMethod(this, r, pc);
                        pc += 5;
                        continue loop;
                    case Ops.LOAD_ITEM:
                        Accesses.loadItem(this, r, pc);
                        pc += 4;
                        continue loop;
                    case Ops.STORE_ITEM:
                        Accesses.storeItem(this, r, pc);
                        pc += 4;
                        continue loop;
                    case Ops.ADD:
                        Numbers.binary(this, r, pc, Numbers.ADD, false);
                        pc += 4;
                        continue loop;
                    case Ops.SUBTRACT:
                        Numbers.binary(this, r, pc, Numbers.SUBTRACT, false);
                        pc += 4;
                        continue loop;
                    case Ops.MULTIPLY:
                        Numbers.binary(this, r, pc, Numbers.MULTIPLY, false);
                        pc += 4;
                        continue loop;
                    case Ops.BINARY_OP:
                        Numbers.binary(this, r, pc, code[pc + 4], false);
                        pc += 5;
                        continue loop;
                    case Ops.INPLACE_OP:
                        Numbers.binary(this, r, pc, code[pc + 4], true);
                        pc += 5;
                        continue loop;
                    case Ops.UNARY_OP:
                        Numbers.unary(this, r, pc);
                        pc += 4;
                        continue loop;
                    case Ops.NOT:
                        r.objects[code[pc + 1]] = Numbers.truth(!Numbers.isTrue(this, r, pc, code[pc + 2], false));
                        pc += 3;
                        continue loop;
                    case Ops.COMPARE:
                        Numbers.compare(this, r, pc);
                        pc += 5;
                        continue loop;
                    case Ops.IS: {
                        boolean same = Numbers.isSame(this, r, pc, code[pc + 2], code[pc + 3]);
                        PyObject a = object(r, pc, code[pc + 2]);
                        PyObject b = object(r, pc, code[pc + 3]);
                        r.objects[code[pc + 1]] = Numbers.truth(same == (code[pc + 4] == 0));
                        Accesses.drop(this, r, pc, a, null);
                        Accesses.drop(this, r, pc, b, null);
                        pc += 5;
                        continue loop;
                    }
                    case Ops.CONTAINS: {
                        r.expose(pc);
                        PyObject item = object(r, pc, code[pc + 2]);
                        boolean found = SlowPaths.contains(r.ts, object(r, pc, code[pc + 3]), item);
                        r.objects[code[pc + 1]] = Numbers.truth(found == (code[pc + 4] == 0));
                        pc += 5;
                        continue loop;
                    }
                    case Ops.JUMP:
                        pc = code[pc + 1];
                        continue loop;
                    case Ops.JUMP_BACK:
                        if (r.ts.interp.breaker != 0) {
                            r.expose(pc);
                            SlowPaths.serve(r.ts);
                        }
                        if (CompilerDirectives.hasNextTier()) {
                            LoopNode.reportLoopCount(this, 1);
                        }
                        pc = code[pc + 1];
                        continue loop;
                    case Ops.JUMP_IF_TRUE:
                        if (Numbers.isTrue(this, r, pc, code[pc + 1], false)) {
                            pc = code[pc + 2];
                            continue loop;
                        }
                        pc += 3;
                        continue loop;
                    case Ops.JUMP_IF_FALSE:
                        if (Numbers.isTrue(this, r, pc, code[pc + 1], false)) {
                            pc += 3;
                            continue loop;
                        }
                        pc = code[pc + 2];
                        continue loop;
                    case Ops.JUMP_IF_TRUE_KEEP:
                        if (Numbers.isTrue(this, r, pc, code[pc + 1], true)) {
                            pc = code[pc + 2];
                            continue loop;
                        }
                        Accesses.drop(this, r, pc, r.objects[code[pc + 1]], null);
                        pc += 3;
                        continue loop;
                    case Ops.JUMP_IF_FALSE_KEEP:
                        if (Numbers.isTrue(this, r, pc, code[pc + 1], true)) {
                            Accesses.drop(this, r, pc, r.objects[code[pc + 1]], null);
                            pc += 3;
                            continue loop;
                        }
                        pc = code[pc + 2];
                        continue loop;
                    case Ops.JUMP_IF_NONE: {
                        PyObject o = object(r, pc, code[pc + 1]);
                        if (o == PySingleton.NONE) {
                            pc = code[pc + 2];
                            continue loop;
                        }
                        Accesses.drop(this, r, pc, o, null);
                        pc += 3;
                        continue loop;
                    }
                    case Ops.JUMP_IF_NOT_NONE: {
                        PyObject o = object(r, pc, code[pc + 1]);
                        if (o == PySingleton.NONE) {
                            pc += 3;
                            continue loop;
                        }
                        Accesses.drop(this, r, pc, o, null);
                        pc = code[pc + 2];
                        continue loop;
                    }
                    case Ops.JUMP_IF_COMPARE:
                        if (Numbers.test(this, r, pc)) {
                            pc = code[pc + 4];
                            continue loop;
                        }
                        pc += 5;
                        continue loop;
                    case Ops.JUMP_IF_NOT_COMPARE:
                        if (Numbers.test(this, r, pc)) {
                            pc += 5;
                            continue loop;
                        }
                        pc = code[pc + 4];
                        continue loop;
                    case Ops.GET_ITER:
                        Accesses.iter(this, r, pc);
                        pc += 3;
                        continue loop;
                    case Ops.FOR_ITER:
                        if (Accesses.next(this, r, pc)) {
                            pc += 4;
                            continue loop;
                        }
                        pc = code[pc + 3];
                        continue loop;
                    case Ops.CALL:
                        raised = calls.call(this, r, pc);
                        if (raised != null) {
                            break;
                        }
                        pc += 6;
                        if (r.ts.tracing != 0) {
                            CompilerDirectives.transferToInterpreter();
                            return left(r, pc);
                        }
                        continue loop;
                    case Ops.CALL_METHOD:
                        raised = calls.callMethod(this, r, pc);
                        if (raised != null) {
                            break;
                        }
                        pc += 5;
                        if (r.ts.tracing != 0) {
                            CompilerDirectives.transferToInterpreter();
                            return left(r, pc);
                        }
                        continue loop;
                    case Ops.INVOKE:
                        raised = calls.invoke(this, r, pc);
                        if (raised != null) {
                            break;
                        }
                        pc += 6;
                        if (r.ts.tracing != 0) {
                            CompilerDirectives.transferToInterpreter();
                            return left(r, pc);
                        }
                        continue loop;
                    case Ops.BUILD_TUPLE:
                        r.objects[code[pc + 1]] =
                                SlowPaths.tuple(Groups.objects(this, r, pc, code[pc + 2], code[pc + 3]));
                        pc += 4;
                        continue loop;
                    case Ops.BUILD_LIST:
                        r.objects[code[pc + 1]] =
                                SlowPaths.list(Groups.objects(this, r, pc, code[pc + 2], code[pc + 3]));
                        pc += 4;
                        continue loop;
                    case Ops.LIST_APPEND:
                        Accesses.append(this, r, pc);
                        pc += 3;
                        continue loop;
                    case Ops.UNPACK:
                        Groups.unpack(this, r, pc);
                        pc += 4;
                        continue loop;
                    case Ops.RETURN:
                        return Leaving.result(this, r, depth, pc, code[pc + 1]);
                    case Ops.YIELD:
                    case Ops.YIELD_DELEGATED: {
                        PyObject value = object(r, pc, code[pc + 2]);
                        r.expose(pc);
                        SlowPaths.suspend(r.ts, r.frame, r.copy(co), r.copyNumbers(co), value);
                        return value;
                    }
                    default: {
                        r.expose(pc);
                        PyObject[] objects = r.copy(co);
                        int next = SlowPaths.rare(r.ts, r.frame, objects, r.copyNumbers(co), pc, code[pc]);
                        r.take(co, objects);
                        if (r.ts.tracing != 0) {
                            CompilerDirectives.transferToInterpreter();
                            return left(r, next);
                        }
                        if (next == pc + sizes[pc]) {
                            pc += sizes[pc];
                            continue loop;
                        }
                        if (code[pc] == Ops.SEND) {
                            pc = code[pc + 4];
                            continue loop;
                        }
                        throw CompilerDirectives.shouldNotReachHere();
                    }
                }
            } catch (Throwable t) {
                raised = t;
            }
            profile.needsGeneral(pc + 1);
            r.expose(r.frame.pc == pc + 1 ? pc + 1 : pc);
            Object answer =
                    SlowPaths.unwind(r.ts, r.frame, r.copy(co), r.copyNumbers(co), depth, (Throwable) raised);
            if (answer instanceof PyException) {
                return answer;
            }
            r.take(co, r.frame.registers);
            r.frame.registers = null;
            int handler = (Integer) answer;
            for (int i = 0; i < handlers.length; i++) {
                if (handlers[i] == handler) {
                    pc = handlers[i];
                    continue loop;
                }
            }
            throw CompilerDirectives.shouldNotReachHere();
        }
    }

    private Object left(Registers r, int pc) {
        r.expose(pc);
        SlowPaths.store(r.frame, r.copy(co), r.copyNumbers(co));
        return LEFT;
    }

    @Override
    public final String getName() {
        return co.qualifiedName.toString();
    }

    @Override
    public final String toString() {
        return getName();
    }

    @Override
    protected final boolean isInstrumentable() {
        return false;
    }
}
