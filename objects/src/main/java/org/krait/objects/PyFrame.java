package org.krait.objects;

import org.krait.objects.code.CodeObject;

/** A frame: the registers of one execution of a code object and where it is. */
public final class PyFrame extends PyObject {
    public static final PyType TYPE = PyType.builtin("frame", PyType.OBJECT, 0);

    public final CodeObject code;
    /**
     * Variables, hidden locals, temporaries; null means unbound. Those below {@code code.firstTemp} are counted. The
     * array is null while compiled code runs the frame: see {@link #registers()}.
     */
    public PyObject[] registers;
    public final PyDict globals;
    public final PyDict builtins;
    /** The namespace of a module, class or exec body; null in a function until locals() is asked for. */
    public PyObject locals;
    /** The instruction being executed, current whenever Python code or a traceback can look. */
    public int pc;
    /** The caller while this frame runs; null when it is suspended or done. Not counted. */
    public PyFrame back;
    /** What only frames have that something besides their execution knows; null for the others. */
    private Extras extras;
    /** Arguments that went into {@code *args} and {@code **kwargs}, not counted; null when no mortal one did. */
    private PyObject[] starred;

    private static final class Extras {
        /** The locals have been dropped or handed over. */
        boolean cleared;
        /** The execution is over and something refers to the frame still. */
        boolean done;
        PyGenerator generator;
        PyDict locals;
        FrameTrace trace;
        /** True when {@link #back} is counted: the frame outlived its execution. */
        boolean ownsBack;
        boolean ownsNamespaces;
    }

    public PyFrame(CodeObject code, PyDict globals, PyDict builtins, PyObject locals) {
        super(TYPE, 0);
        this.code = code.load();
        this.globals = globals;
        this.builtins = builtins;
        this.locals = locals;
        registers = new PyObject[code.registerCount];
    }

    /** A frame that compiled code runs, entered already. The code object is loaded. */
    public PyFrame(CodeObject code, PyDict globals, PyDict builtins) {
        super(TYPE, Refs.UNIT);
        this.code = code;
        this.globals = globals;
        this.builtins = builtins;
    }

    /** The value of a register; null when it is unbound, or unknown because another thread runs the frame compiled. */
    public PyObject register(int i) {
        PyObject[] known = registers();
        return known == null ? null : known[i];
    }

    /** The registers, or a copy while compiled code runs the frame; null when another thread does. */
    public PyObject[] registers() {
        return registers != null ? registers : ThreadState.current().interp.tier1.registers().get(this);
    }

    /** True while nothing but the execution itself can know this frame. */
    public boolean isPrivate() {
        return extras == null && (refs == Refs.UNIT || !Counting.ON);
    }

    /** True when the locals have been dropped; not always known of a frame that nothing but its execution knew. */
    public boolean isCleared() {
        return extras != null && extras.cleared;
    }

    /** True when the execution is over and something refers to the frame still. */
    public boolean isDone() {
        return extras != null && extras.done;
    }

    /** The execution is over, but not the frame. */
    public void setDone() {
        extras().done = true;
    }

    private Extras extras() {
        if (extras == null) {
            extras = new Extras();
        }
        return extras;
    }

    /** The generator, coroutine or async generator that this frame belongs to, or null. Not counted. */
    public PyGenerator generator() {
        return extras == null ? null : extras.generator;
    }

    public void setGenerator(PyGenerator value) {
        extras().generator = value;
    }

    /** What tracing knows about the frame; null while it is not traced. */
    public FrameTrace trace() {
        return extras == null ? null : extras.trace;
    }

    public void setTrace(FrameTrace value) {
        extras().trace = value;
    }

    /** The dict that locals() of a function gave out, counted; null while nobody asked. */
    public PyDict givenLocals() {
        return extras == null ? null : extras.locals;
    }

    public void setGivenLocals(PyDict value) {
        extras().locals = value;
    }

    /** The current source line, or -1. */
    public int line() {
        return code.line(pc);
    }

    /**
     * Uncounts the locals at the end of the execution and keeps {@code result} alive. The last reference to an argument
     * is left to the caller, whose temporary it is. A frame that something else refers to keeps its locals.
     */
    public void dropLocals(PyObject result) {
        if (extras != null || AUDITED) {
            // An audit looks at frames that nobody else can.
            extras().cleared = true;
        }
        if (!Counting.ON) {
            return;
        }
        PyObject[] r = registers;
        CodeObject code = this.code;
        if (code.keepsArguments) {
            for (int i = 0; i < code.firstTemp; i++) {
                Refs.xrelease(r[i]);
            }
            return;
        }
        if (result != null) {
            Refs.incRef(result);
        }
        int borrowed = code.argCount + code.keywordOnlyCount;
        int end = code.firstTemp;
        int held = end - code.heldCount;
        PyObject[] borrowedToo = starred;
        if (borrowedToo != null) {
            starred = null;
            for (PyObject o : borrowedToo) {
                Refs.incRef(o);
            }
        }
        // Other locals first: they may refer to an argument too, whose last reference is not to be dropped here.
        for (int i = borrowed; i < held; i++) {
            if (r[i] != null) {
                Refs.decRef(r[i]);
            }
        }
        for (int i = 0; i < borrowed; i++) {
            PyObject o = r[i];
            if (o != null && !Refs.isImmortal(o)) {
                if (code.isReplaced(i)) {
                    Refs.decRef(o);
                } else {
                    Refs.release(o);
                }
            }
        }
        for (int i = held; i < end; i++) {
            if (r[i] != null) {
                Refs.release(r[i]);
            }
        }
        if (borrowedToo != null) {
            for (PyObject o : borrowedToo) {
                Refs.release(o);
            }
        }
        if (result != null) {
            Refs.release(result);
        }
    }

    /**
     * Remembers the arguments that go into {@code *args} and {@code **kwargs}: at the end those that the tuple or the
     * dict still counts are left to the caller, whose temporaries they are. What else is in these then dies with them.
     */
    public void setStarred(PyObject[] args) {
        if (haveMortal(args)) {
            starred = args;
        }
    }

    private static boolean haveMortal(PyObject[] items) {
        for (PyObject o : items) {
            if (!Refs.isImmortal(o)) {
                return true;
            }
        }
        return false;
    }

    /** Drops the locals as owner of all of them: a frame that outlived its execution, or never ran. */
    public void clearLocals() {
        if (isCleared()) {
            return;
        }
        extras().cleared = true;
        clearRegisters();
    }

    private void clearRegisters() {
        for (int i = 0; i < code.firstTemp; i++) {
            PyObject o = registers[i];
            registers[i] = null;
            Refs.xdecRef(o);
        }
    }

    /** Lets go of held arguments at the end of the execution: a parameter's own register has what the program sees. */
    public void releaseHeldArguments() {
        int end = code.firstTemp;
        for (int i = end - code.heldCount; i < end; i++) {
            PyObject o = registers[i];
            registers[i] = null;
            Refs.xrelease(o);
        }
        starred = null;
    }

    /** Counts the namespaces because this frame may outlive the function: a generator's, or one in a traceback. */
    public void keepNamespaces() {
        if (!extras().ownsNamespaces) {
            extras.ownsNamespaces = true;
            Refs.incRef(globals);
            Refs.incRef(builtins);
            Refs.xincRef(locals);
        }
    }

    /** Counts the caller's frame because this one outlives its execution: {@code f_back} stays. */
    public void keepBack() {
        if (back != null && !extras().ownsBack) {
            extras.ownsBack = true;
            Refs.incRef(back);
        }
    }

    @Override
    protected void dropReferents() {
        if (!isCleared()) {
            clearRegisters();
        }
        if (extras == null) {
            return;
        }
        if (extras.trace != null) {
            extras.trace.setFunction(null);
        }
        Refs.xdecRef(extras.locals);
        if (extras.ownsNamespaces) {
            extras.ownsNamespaces = false;
            Refs.decRef(globals);
            Refs.decRef(builtins);
            Refs.xdecRef(locals);
        }
        if (extras.ownsBack) {
            extras.ownsBack = false;
            Refs.decRef(back);
        }
    }

    @Override
    public void visitReferents(Visitor visitor) {
        if (!isCleared() && registers != null) {
            for (int i = 0; i < code.firstTemp; i++) {
                if (registers[i] != null) {
                    visitor.visit(registers[i]);
                }
            }
        }
        if (extras == null) {
            return;
        }
        if (extras.trace != null && extras.trace.function() != null) {
            visitor.visit(extras.trace.function());
        }
        if (extras.locals != null) {
            visitor.visit(extras.locals);
        }
        if (extras.ownsNamespaces) {
            visitor.visit(globals);
            visitor.visit(builtins);
            if (locals != null) {
                visitor.visit(locals);
            }
        }
        if (extras.ownsBack) {
            visitor.visit(back);
        }
    }
}
