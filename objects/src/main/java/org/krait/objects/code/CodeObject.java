package org.krait.objects.code;

import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;

/**
 * A {@code code} object: immortal, never written by execution except for its side state (caches, hotness).
 *
 * <p>Registers of a frame, in order: the variables ({@link #variables}: parameters first, then other locals, then
 * cells that are no parameters, then free variables), hidden counted locals, temporaries from {@link #firstTemp} on.
 */
public final class CodeObject extends PyObject {
    public static final PyType TYPE = PyType.builtin("code", PyType.OBJECT, 0);

    public static final int OPTIMIZED = 0x1;
    public static final int NEWLOCALS = 0x2;
    public static final int VARARGS = 0x4;
    public static final int VARKEYWORDS = 0x8;
    public static final int NESTED = 0x10;
    public static final int GENERATOR = 0x20;
    public static final int COROUTINE = 0x80;
    public static final int ITERABLE_COROUTINE = 0x100;
    public static final int ASYNC_GENERATOR = 0x200;
    /** {@code from __future__ import annotations}. */
    public static final int FUTURE_ANNOTATIONS = 0x1000000;
    /** Any of the flags that make a call return a suspended frame. */
    public static final int SUSPENDABLE = GENERATOR | COROUTINE | ASYNC_GENERATOR;

    /** Bits of {@link #variableKinds}. */
    public static final byte LOCAL = 0x20;
    public static final byte CELL = 0x40;
    public static final byte FREE = (byte) 0x80;
    /** A local of an inlined comprehension, not shown by locals(). */
    public static final byte HIDDEN = 0x10;
    /**
     * A parameter that is the caller's and whose register may come to hold something else: it is assigned, deleted or
     * made a cell. Not for {@code *args} and {@code **kwargs}, nor in a generator, whose frame owns its arguments.
     */
    public static final byte REPLACED = 0x08;

    private static final Object[] NO_CACHES = {};
    private static final int REGISTER_BITS = 20;
    private static final int MAX_REGISTER = (1 << REGISTER_BITS) - 1;

    public final PyStr name;
    public final PyStr qualifiedName;
    /** Changed only by {@code _imp._fix_co_filename}, before the code is run. */
    public PyStr filename;
    public final int firstLine;
    public final int flags;
    /** Positional parameters, the positional-only ones included. */
    public final int argCount;
    public final int positionalOnlyCount;
    public final int keywordOnlyCount;
    /** Names of the variables, one for each of the first registers. */
    public PyStr[] variables;
    /** One byte for each variable: LOCAL, CELL, FREE, HIDDEN, REPLACED. */
    public byte[] variableKinds;
    /** How many variables are free: the last ones. */
    public final int freeCount;
    public PyStr[] names;
    public PyObject[] constants;
    /** The first register that is a temporary; those below are counted. */
    public final int firstTemp;
    public final int registerCount;
    /**
     * How many of the last registers before {@link #firstTemp} hold second references to the arguments of REPLACED
     * parameters, so that a store cannot destroy what belongs to the caller.
     */
    public final int heldCount;
    public final int cacheCount;
    /** The instructions; never written. */
    public int[] code;
    /**
     * Quadruples: first pc, end pc, handler pc, register that receives the exception ({@link #handlerRegister}) with
     * the number of temporaries that stay alive ({@link #liveTemporaries}). Innermost first. A negative handler is no
     * handler: an exception on its way out of the range ends a HOLD of {@code ~handler} temporaries from the register
     * on (each non-null register is uncounted), and the search continues.
     */
    public int[] exceptionTable;
    /** Source positions of the instructions; see {@link Positions}. */
    public byte[] positions;

    /** Inline caches, made on first execution by the interpreter. */
    public Object[] caches = NO_CACHES;
    /** Calls and back-edges so far, for tier 1. */
    public int hotness;
    /** What {@code sys.monitoring} keeps about this code (the runtime's Monitoring); null for nothing. */
    public Object monitoring;
    /** What tier 1 attached; null before. */
    public Object compiled;
    /** The number of this code object in the image it comes from; the {@link Body}'s. */
    public int image;
    /** True of what comes out of an archive and does nothing in the name of the program: not the program's own. */
    public boolean isArchived;
    /** Where the arrays come from while they are null. */
    private Body body;
    /** Registers (variables) that parameters share: how many. */
    public final int parameterCount;
    /** The number of positional arguments of the plainest call: no defaults, stars, keyword-only ones; else -1. */
    public final int plainArity;
    /** True when all locals are parameters, no star among them, that keep their arguments. Known when loaded. */
    public boolean keepsArguments;

    /** Fills the arrays of a code object that was made without them. */
    public interface Body {
        /** Sets the arrays. */
        void load(CodeObject code);
    }

    /** A code object whose arrays are filled by {@code body} when it is first executed or looked into. */
    public CodeObject(CodeParts head, Body body) {
        this(head);
        this.body = body;
    }

    /** Makes sure that the arrays are there. Frames do so when they are made; others before they look. */
    public CodeObject load() {
        if (code == null) {
            body.load(this);
            body = null;
            keepsArguments = findKeepsArguments();
        }
        return this;
    }

    private boolean findKeepsArguments() {
        // A damaged file can claim more parameters than there are variables.
        if (firstTemp != argCount + keywordOnlyCount || firstTemp > variableKinds.length
                || (flags & (VARARGS | VARKEYWORDS)) != 0) {
            return false;
        }
        for (int i = 0; i < firstTemp; i++) {
            if (isReplaced(i)) {
                return false;
            }
        }
        return true;
    }

    public CodeObject(CodeParts parts) {
        super(TYPE, Refs.IMMORTAL);
        name = parts.name;
        qualifiedName = parts.qualifiedName;
        filename = parts.filename;
        firstLine = parts.firstLine;
        flags = parts.flags;
        argCount = parts.argCount;
        positionalOnlyCount = parts.positionalOnlyCount;
        keywordOnlyCount = parts.keywordOnlyCount;
        variables = parts.variables;
        variableKinds = parts.variableKinds;
        freeCount = parts.freeCount;
        names = parts.names;
        constants = parts.constants;
        firstTemp = parts.firstTemp;
        registerCount = parts.registerCount;
        heldCount = parts.heldCount;
        cacheCount = parts.cacheCount;
        code = parts.code;
        exceptionTable = parts.exceptionTable;
        positions = parts.positions;
        parameterCount = argCount + keywordOnlyCount + ((flags & VARARGS) != 0 ? 1 : 0)
                + ((flags & VARKEYWORDS) != 0 ? 1 : 0);
        plainArity = keywordOnlyCount == 0 && (flags & (VARARGS | VARKEYWORDS | SUSPENDABLE)) == 0 ? argCount : -1;
        keepsArguments = variableKinds != null && findKeepsArguments();
    }

    /** The docstring (the first constant when the code is a function's and it is a str), or None. */
    public PyObject docstring() {
        return (flags & OPTIMIZED) != 0 && load().constants.length > 0 && constants[0] instanceof PyStr s
                ? s
                : PySingleton.NONE;
    }

    /** The register of an exception table's last field. */
    public static int handlerRegister(int packed) {
        return packed & MAX_REGISTER;
    }

    /** How many temporaries, from the first one on, the code of a handler goes on to use. */
    public static int liveTemporaries(int packed) {
        return packed >>> REGISTER_BITS;
    }

    static int packHandler(int register, int live) {
        return register | live << REGISTER_BITS;
    }

    public boolean hasFlag(int flag) {
        return (flags & flag) != 0;
    }

    /** True for a parameter's register that may come to hold something else than the argument. */
    public boolean isReplaced(int parameter) {
        return (variableKinds[parameter] & REPLACED) != 0;
    }

    /** The names of the variables that have a kind bit, in order. */
    public PyTuple variableNames(byte kind) {
        load();
        int n = 0;
        for (byte k : variableKinds) {
            if ((k & kind) != 0) {
                n++;
            }
        }
        PyObject[] found = new PyObject[n];
        n = 0;
        for (int i = 0; i < variables.length; i++) {
            if ((variableKinds[i] & kind) != 0) {
                found[n++] = variables[i];
            }
        }
        return PyTuple.constant(found);
    }

    /** The source line of an instruction, or -1; the first line for a negative pc: the code has not started. */
    public int line(int pc) {
        return pc < 0 ? firstLine : Positions.line(positions, pc, firstLine);
    }

    @Override
    public String toString() {
        return "<code object " + name + ", file \"" + filename + "\", line " + firstLine + ">";
    }
}
