package org.krait.language.tier1;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import org.krait.objects.PyFunction;
import org.krait.objects.PyObject;

/**
 * What the instructions of a code object have met, shared by its root nodes. Changes are made in the interpreter only,
 * and each is one that happens once: so compiled code is invalidated a limited number of times.
 */
final class Profile {
    /** Instructions that are interpreted by the root nodes to fill a new profile. */
    static final int MANY_STEPS = 3000;
    static final int FEW_STEPS = 40;
    /** Instructions that are interpreted after compiled code met something new. */
    private static final int MORE_STEPS = 300;
    /** How often what an instruction has cached is looked at anew. */
    private static final int MAX_CHANGES = 3;
    /** The function of a global name has been another one. */
    private static final Object CHANGING = new Object();
    /** The callee changes, or is no function that can be called directly. */
    private static final Object OTHERS = new Object();

    /** Bits: what an instruction, argument or result was, or the general case of an instruction. */
    static final byte GENERAL = 1;
    static final byte INT = 2;
    static final byte FLOAT = 4;
    static final byte OBJECT = 8;
    /** An operand had to be made an object. */
    static final byte BOXED = 16;

    /** For each pc and each argument the bits that were met. */
    @CompilationFinal(dimensions = 1)
    private final byte[] met;
    @CompilationFinal(dimensions = 1)
    private final byte[] arguments;
    /** For each pc of a call: null, the {@link CompiledCode} of the callee, or OTHERS. */
    @CompilationFinal(dimensions = 1)
    private final Object[] callees;
    /** For each pc with an inline cache, what tier 0 had cached. */
    @CompilationFinal(dimensions = 1)
    private final Object[] cached;
    @CompilationFinal(dimensions = 1)
    private final byte[] changes;
    /** For each pc that loads a global: null, the only function met there, or CHANGING. */
    @CompilationFinal(dimensions = 1)
    private final Object[] functions;
    private int steps;

    Profile(int codeLength, int argumentCount, int steps) {
        this.steps = steps;
        met = new byte[codeLength];
        arguments = new byte[argumentCount];
        callees = new Object[codeLength];
        cached = new Object[codeLength];
        changes = new byte[codeLength];
        functions = new Object[codeLength];
    }

    /** Notes that the instruction needs its general case; compiled code that relies on the opposite is left. */
    void needsGeneral(int pc) {
        meets(met, pc, GENERAL);
    }

    /** Notes what an instruction has before it; compiled code that has not seen it is left. */
    void meets(int pc, byte bit) {
        meets(met, pc, bit);
    }

    /** Notes what an argument is; compiled code that has not seen it is left. */
    void meetsArgument(int index, byte bit) {
        meets(arguments, index, bit);
    }

    private void meets(byte[] all, int index, byte bit) {
        if ((all[index] & bit) == 0) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            all[index] |= bit;
            steps += MORE_STEPS;
        }
    }

    /** The only callee of a call so far; null for none or many. */
    CompiledCode callee(int pc) {
        return callees[pc] instanceof CompiledCode one ? one : null;
    }

    /** True when the callee of a call is not worth looking at. */
    boolean callsOthers(int pc) {
        return callees[pc] == OTHERS;
    }

    /** Sets the callee of a call that had none; null for one that cannot be called directly. In the interpreter. */
    void setCallee(int pc, CompiledCode callee) {
        callees[pc] = callee == null || callees[pc] != null ? OTHERS : callee;
        steps += MORE_STEPS;
    }

    /**
     * What a global name has; a function is a constant of compiled code as long as it is the same one, which spares the
     * call all questions to it.
     */
    PyObject global(int pc, PyObject now) {
        Object known = functions[pc];
        if (known instanceof PyFunction function) {
            if (now == function) {
                return function;
            }
            CompilerDirectives.transferToInterpreterAndInvalidate();
            functions[pc] = CHANGING;
        } else if (CompilerDirectives.inInterpreter() && known == null && now instanceof PyFunction) {
            functions[pc] = now;
        }
        return now;
    }

    /** What an instruction has cached; a constant of compiled code. */
    Object cached(int pc) {
        return cached[pc];
    }

    /** Takes over what tier 0 has cached for an instruction if it is new; called where the old one was no use. */
    void refresh(int pc, Object[] caches, int site) {
        if (changes[pc] < MAX_CHANGES && cached[pc] != caches[site]) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            changes[pc]++;
            cached[pc] = caches[site];
        }
    }

    /** Sets what tier 0 has cached before the first run. */
    void setCached(int pc, Object value) {
        cached[pc] = value;
    }

    /** Counts an instruction that is interpreted; false when tier 0 shall go on. */
    boolean step() {
        if (steps <= 0) {
            return false;
        }
        steps--;
        return true;
    }

    /** True when there is nothing more to learn before the code is compiled. */
    boolean isFilled() {
        return steps <= 0;
    }

    /** Ends the first interpretation: the code was left or returned often enough. */
    void close() {
        steps = 0;
    }
}
