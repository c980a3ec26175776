package org.krait.language.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import org.krait.language.compile.Symbol.Place;
import org.krait.language.syntax.Span;
import org.krait.objects.PyStr;
import org.krait.objects.code.Assembler;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.CodeParts;
import org.krait.objects.code.Opcode;

/** One code object while it is compiled: its variables, registers, open blocks and what is known to be bound. */
final class CodeUnit {
    final Scope scope;
    final CodeUnit parent;
    final String name;
    final String qualifiedName;
    final int firstLine;
    final Assembler asm;
    /** The class around, for private names; null for none. */
    final String privateName;
    int argCount;
    int positionalOnlyCount;
    int keywordOnlyCount;
    /** The body of an async def. */
    boolean asyncFunction;
    /** Extra flags of the code object. */
    int flags;

    private final ArrayList<String> variables = new ArrayList<>();
    private byte[] kinds = new byte[8];
    /** Variables that hold something else than a parameter, in the order of their first use. */
    private final ArrayList<Integer> usedLocals = new ArrayList<>();
    private final BitSet used = new BitSet();
    private final HashMap<String, Integer> registers = new HashMap<>();
    /** A class can have a cell and a free variable of one name: {@code __class__}. */
    private final HashMap<String, Integer> freeRegisters = new HashMap<>(0);
    private final ArrayList<Integer> unusedComprehensionLocals = new ArrayList<>(0);
    private int parameterCount;
    private int heldCount;

    private int hiddenTop;
    private int hiddenMax;
    private int tempTop;
    private int tempMax;

    /** The variables that are certainly bound here. */
    BitSet bound = new BitSet();
    /** The variables that something may unbind. */
    private final BitSet deletable = new BitSet();
    /** Comprehension variables in the order in which they came into use. */
    final ArrayList<Integer> comprehensionUses = new ArrayList<>(0);

    /** Comprehensions that are being compiled into this unit, innermost last. */
    final ArrayList<InlinedComprehension> comprehensions = new ArrayList<>(0);
    /** Open blocks, innermost last; see {@link Blocks}. */
    final ArrayList<Block> blocks = new ArrayList<>();

    /** A comprehension that is compiled into the code around it. */
    record InlinedComprehension(Scope scope, HashMap<String, Integer> registers) {}

    CodeUnit(Scope scope, CodeUnit parent, String name, String qualifiedName, int firstLine,
            boolean columns) {
        this.scope = scope;
        this.parent = parent;
        this.name = name;
        this.qualifiedName = qualifiedName;
        this.firstLine = firstLine;
        this.privateName = scope.privateName;
        asm = new Assembler(firstLine, columns);
        layOut();
    }

    /** A generator's frame outlives the call: the arguments are its own. */
    private boolean ownsArguments() {
        return scope.generator || scope.coroutine;
    }

    private void layOut() {
        int borrowed = borrowedParameters();
        for (String p : scope.parameters) {
            Symbol symbol = scope.symbols.get(p);
            int kind = CodeObject.LOCAL | (symbol.place == Place.CELL ? CodeObject.CELL : 0);
            boolean changes = symbol.place == Place.CELL || symbol.bindings > 0 || symbol.has(Symbol.DELETED);
            if (changes && variables.size() < borrowed) {
                kind |= CodeObject.REPLACED;
                heldCount += ownsArguments() ? 0 : 1;
            }
            bound.set(addVariable(p, kind));
        }
        parameterCount = variables.size();
        ArrayList<String> cells = new ArrayList<>(0);
        ArrayList<String> free = new ArrayList<>(0);
        for (var entry : scope.symbols.entrySet()) {
            String variable = entry.getKey();
            Symbol symbol = entry.getValue();
            if (symbol.place == Place.CELL && !symbol.has(Symbol.DEF_PARAM)) {
                cells.add(variable);
            } else if (symbol.place == Place.FREE || symbol.has(Symbol.DEF_FREE_CLASS)) {
                free.add(variable);
            } else if (symbol.place == Place.LOCAL && !symbol.has(Symbol.DEF_PARAM) && scope.isFunctionLike()) {
                int register = addVariable(variable, CodeObject.LOCAL);
                if (symbol.has(Symbol.DELETED)) {
                    deletable.set(register);
                }
            }
            if (symbol.has(Symbol.DELETED) && symbol.has(Symbol.DEF_PARAM)) {
                deletable.set(registers.get(variable));
            }
        }
        if (scope.needsClassCell) {
            cells.add("__class__");
        }
        if (scope.needsClassDict) {
            cells.add("__classdict__");
        }
        cells.sort(null);
        free.sort(null);
        for (String c : cells) {
            addVariable(c, CodeObject.CELL);
        }
        for (String f : free) {
            freeRegisters.put(f, addVariable(f, CodeObject.FREE));
        }
    }

    /**
     * How many parameters, the first ones, hold what belongs to the caller. A generator's frame owns its arguments; the
     * tuple of {@code *args} and the dict of {@code **kwargs} are new.
     */
    private int borrowedParameters() {
        if (scope.generator || scope.coroutine) {
            return 0;
        }
        return scope.parameters.size() - (scope.varArgs ? 1 : 0) - (scope.varKeywords ? 1 : 0);
    }

    private int addVariable(String variable, int kind) {
        int register = variables.size();
        variables.add(variable);
        if (register == kinds.length) {
            kinds = Arrays.copyOf(kinds, register * 2);
        }
        kinds[register] = (byte) kind;
        registers.putIfAbsent(variable, register);
        return register;
    }

    /** Keeps a second reference to replaced arguments and makes the cells; first thing in the code. */
    void prologue() {
        int held = 0;
        for (int i = 0; i < parameterCount; i++) {
            if ((kinds[i] & CodeObject.REPLACED) != 0 && !ownsArguments()) {
                asm.emit(Opcode.STORE_LOCAL, Assembler.HELD + held++, i);
            }
        }
        for (int i = 0; i < variables.size(); i++) {
            if ((kinds[i] & CodeObject.CELL) != 0) {
                asm.emit(Opcode.MAKE_CELL, i);
            }
        }
    }

    /** The register of a variable of this unit, or -1. */
    int register(String variable) {
        Integer register = registers.get(variable);
        return register == null ? -1 : register;
    }

    /** The register of a free variable of this unit, or -1. */
    int freeRegister(String variable) {
        Integer register = freeRegisters.get(variable);
        return register == null ? -1 : register;
    }

    boolean isCell(int register) {
        return (kinds[register] & (CodeObject.CELL | CodeObject.FREE)) != 0;
    }

    /** Notes a use, which decides the order of the locals. */
    void use(int register) {
        if (register >= parameterCount && kinds[register] == CodeObject.LOCAL && !used.get(register)) {
            used.set(register);
            usedLocals.add(register);
        }
    }

    /** The names of the free variables, in the order of their registers. */
    ArrayList<String> freeVariables() {
        ArrayList<String> free = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            if ((kinds[i] & CodeObject.FREE) != 0) {
                free.add(variables.get(i));
            }
        }
        return free;
    }

    /** The first parameter's register, or -1. */
    boolean hasPositionalParameter() {
        return argCount > 0;
    }

    // Comprehension variables

    /** A register for a variable of an inlined comprehension; a function shows it unless it has one of that name. */
    int addComprehensionLocal(String variable, boolean cell) {
        boolean shown = scope.isFunctionLike() && !cell && !registers.containsKey(variable)
                && !isComprehensionLocalInUse(variable);
        int kind = CodeObject.LOCAL | (shown ? 0 : CodeObject.HIDDEN) | (cell ? CodeObject.CELL : 0);
        for (int i = 0; i < unusedComprehensionLocals.size(); i++) {
            int register = unusedComprehensionLocals.get(i);
            if (kinds[register] == kind && variables.get(register).equals(variable)) {
                unusedComprehensionLocals.remove(i);
                comprehensionUses.add(register);
                return register;
            }
        }
        int register = variables.size();
        variables.add(variable);
        if (register == kinds.length) {
            kinds = Arrays.copyOf(kinds, register * 2);
        }
        kinds[register] = (byte) kind;
        comprehensionUses.add(register);
        return register;
    }

    private boolean isComprehensionLocalInUse(String variable) {
        for (InlinedComprehension comprehension : comprehensions) {
            if (comprehension.registers.containsKey(variable)) {
                return true;
            }
        }
        return false;
    }

    void giveBackComprehensionLocal(int register) {
        bound.clear(register);
        unusedComprehensionLocals.add(register);
    }

    // Hidden locals and temporaries

    int newHidden() {
        int register = hiddenTop++;
        hiddenMax = Math.max(hiddenMax, hiddenTop);
        return Assembler.HIDDEN + register;
    }

    /** How many hidden locals are in use. */
    int hiddenTop() {
        return hiddenTop;
    }

    /** Gives back the hidden locals above a mark. */
    void freeHidden(int mark) {
        hiddenTop = mark;
    }

    /** Begins to watch how many hidden locals a part of the code uses; the answer is for {@link #endWatch}. */
    int beginWatch() {
        int saved = hiddenMax;
        hiddenMax = hiddenTop;
        return saved;
    }

    /** How many hidden locals have been in use since the watch began. */
    int endWatch(int saved) {
        int used = hiddenMax;
        hiddenMax = Math.max(hiddenMax, saved);
        return used;
    }

    int newTemp() {
        int register = tempTop++;
        tempMax = Math.max(tempMax, tempTop);
        return Assembler.TEMP + register;
    }

    /** The temporary that comes next. */
    int nextTemp() {
        return Assembler.TEMP + tempTop;
    }

    /** Gives back the temporaries from one on. */
    void freeTemps(int first) {
        tempTop = first - Assembler.TEMP;
    }

    static boolean isTemp(int operand) {
        return operand >= Assembler.TEMP;
    }

    // What is bound

    BitSet saveBound() {
        return (BitSet) bound.clone();
    }

    /** Forgets the variables that a part of the code in between may have unbound. */
    void forgetDeletable(BitSet state) {
        state.andNot(deletable);
    }

    boolean canUnbind(int register) {
        return deletable.get(register);
    }

    /** Says where the next instructions come from; code that cannot be reached says nothing. */
    void at(Span span) {
        if (!asm.isReachable()) {
            return;
        }
        asm.at(span.line(), span.column(), span.endLine(), span.endColumn());
    }

    /** The next instructions come from no place in the source. */
    void atNowhere() {
        asm.at(-1, -1, -1, -1);
    }

    // The end

    CodeObject finish(PyStr fileName) {
        int n = variables.size();
        int[] order = new int[n];
        Arrays.fill(order, -1);
        int next = parameterCount;
        for (int i = 0; i < parameterCount; i++) {
            order[i] = i;
        }
        for (int register : usedLocals) {
            order[register] = next++;
        }
        for (int i = parameterCount; i < n; i++) {
            if (order[i] < 0 && (kinds[i] & CodeObject.LOCAL) != 0) {
                order[i] = next++;
            }
        }
        int freeCount = 0;
        for (int i = parameterCount; i < n; i++) {
            if (order[i] < 0) {
                order[i] = next++;
                if ((kinds[i] & CodeObject.FREE) != 0) {
                    freeCount++;
                }
            }
        }
        CodeParts parts = new CodeParts();
        parts.variables = new PyStr[n];
        parts.variableKinds = new byte[n];
        for (int i = 0; i < n; i++) {
            parts.variables[order[i]] = PyStr.interned(variables.get(i));
            parts.variableKinds[order[i]] = kinds[i];
        }
        parts.freeCount = freeCount;
        parts.name = PyStr.interned(name);
        parts.qualifiedName = PyStr.interned(qualifiedName);
        parts.filename = fileName;
        parts.firstLine = firstLine;
        parts.argCount = argCount;
        parts.positionalOnlyCount = positionalOnlyCount;
        parts.keywordOnlyCount = keywordOnlyCount;
        parts.flags = flags;
        asm.finish(parts, order, hiddenMax, heldCount, tempMax);
        return new CodeObject(parts);
    }
}
