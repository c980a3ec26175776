package org.krait.language.tier1;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.RootCallTarget;
import java.util.TreeSet;
import org.krait.objects.PyFrame;
import org.krait.objects.PyFunction;
import org.krait.objects.PyObject;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.Opcode;
import org.krait.objects.code.Operand;
import org.krait.objects.code.Ops;

/** What tier 1 attaches to a code object: its profile and root nodes, one for calls and one for each way in. */
final class CompiledCode {
    /** Questions that are not passed on while a root node is waiting for its compilation. */
    private static final int REST = 256;

    final TruffleTier tier;
    final CodeObject code;
    final Profile profile;
    /** The size of the instruction at each pc. */
    @CompilationFinal(dimensions = 1)
    final int[] sizes;
    @CompilationFinal(dimensions = 1)
    final int[] handlers;
    @CompilationFinal(dimensions = 1)
    private final boolean[] assigned;
    @CompilationFinal(dimensions = 1)
    private final boolean[] replaced;
    /** By the pc at which they begin. */
    private final Entry[] entries;
    /** The register of the first free variable. */
    final int firstFree;
    private FunctionRoot function;

    /** A way into compiled code. */
    private static final class Entry {
        final RootCallTarget target;
        final CodeRoot root;
        int rest;

        Entry(CodeRoot root) {
            this.root = root;
            target = root.getCallTarget();
        }
    }

    CompiledCode(TruffleTier tier, CodeObject code) {
        this.tier = tier;
        this.code = code.load();
        if (code.caches.length != code.cacheCount) {
            code.caches = new Object[code.cacheCount];
        }
        firstFree = code.variables.length - code.freeCount;
        int[] instructions = code.code;
        profile = new Profile(instructions.length + 1, code.argCount, tier.firstSteps);
        entries = new Entry[instructions.length];
        sizes = new int[instructions.length];
        assigned = new boolean[code.registerCount];
        for (int pc = 0; pc < instructions.length; pc += sizes[pc]) {
            sizes[pc] = Opcode.of(instructions[pc]).size;
            int site = cacheOf(instructions, pc);
            if (site >= 0) {
                profile.setCached(pc, code.caches[site]);
            }
            if (instructions[pc] == Ops.STORE_LOCAL) {
                assigned[instructions[pc + 1]] = true;
            }
        }
        TreeSet<Integer> starts = new TreeSet<>();
        for (int i = 0; i < code.exceptionTable.length; i += 4) {
            if (code.exceptionTable[i + 2] >= 0) {
                starts.add(code.exceptionTable[i + 2]);
            }
        }
        handlers = new int[starts.size()];
        int n = 0;
        for (int start : starts) {
            handlers[n++] = start;
        }
        replaced = new boolean[code.argCount + code.keywordOnlyCount];
        for (int i = 0; i < replaced.length; i++) {
            replaced[i] = code.isReplaced(i);
        }
    }

    private static int cacheOf(int[] instructions, int pc) {
        Opcode op = Opcode.of(instructions[pc]);
        int last = op.operandCount() - 1;
        return last >= 0 && op.operand(last) == Operand.CACHE ? instructions[pc + 1 + last] : -1;
    }

    boolean isReplaced(int parameter) {
        return replaced[parameter];
    }

    /** True for a register that the code stores into as a local. */
    boolean isAssigned(int register) {
        return assigned[register];
    }

    /** The root for direct calls. */
    FunctionRoot function() {
        if (function == null) {
            function = new FunctionRoot(tier.language, this);
        }
        return function;
    }

    /** What a direct call of {@code f} calls; null when it cannot be called so. */
    CompiledCode directCallee(PyObject f, int count) {
        if (f.getClass() != PyFunction.class) {
            return null;
        }
        CodeObject callee = ((PyFunction) f).code();
        return callee.plainArity == count && FunctionRoot.canCall(callee) ? tier.of(callee) : null;
    }

    /** As {@link org.krait.objects.Tier1#enter}. */
    Object enter(ThreadState ts, PyFrame frame, int pc) {
        Entry entry = entries[pc];
        if (entry == null) {
            entry = new Entry(pc == 0 && FunctionRoot.canCall(code) && code.freeCount == 0
                    ? function()
                    : new ResumeRoot(tier.language, this, pc));
            entries[pc] = entry;
        }
        if (entry.rest > 0) {
            entry.rest--;
            return null;
        }
        Object result;
        if (entry.root instanceof FunctionRoot) {
            if (!frame.isPrivate()) {
                return null;
            }
            result = call(ts, frame, entry.target);
        } else {
            result = entry.target.call(ts, frame);
        }
        if (entry.root.wasInterpreted() && profile.isFilled()) {
            entry.rest = REST;
        }
        return result instanceof Number ? SlowPaths.boxed(result) : result;
    }

    /** Calls the function of a new frame of tier 0, which is given up. */
    private Object call(ThreadState ts, PyFrame frame, RootCallTarget target) {
        Object[] arguments = new Object[FunctionRoot.FIRST + code.argCount];
        arguments[FunctionRoot.THREAD] = ts;
        arguments[FunctionRoot.BACK] = frame.back;
        arguments[FunctionRoot.FUNCTION] = frame;
        for (int i = 0; i < code.argCount; i++) {
            PyObject o = frame.registers[i];
            arguments[FunctionRoot.FIRST + i] = SlowPaths.unboxed(o);
        }
        ts.depth--;
        ts.frame = frame.back;
        Object result = target.call(arguments);
        if (result == null) {
            ts.depth++;
            ts.frame = frame;
            return null;
        }
        for (int i = 0; i < code.argCount; i++) {
            Refs.release(frame.registers[i]);
        }
        return result;
    }
}
