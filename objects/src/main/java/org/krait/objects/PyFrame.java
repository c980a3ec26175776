package org.krait.objects;

import org.krait.objects.code.CodeObject;

/** A frame: the registers of one execution of a code object and where it is. */
public final class PyFrame extends PyObject {
    public static final PyType TYPE = PyType.builtin("frame", PyType.OBJECT, 0);

    public final CodeObject code;
    /** Variables, hidden locals, temporaries; null means unbound. Those below {@code code.firstTemp} are counted. */
    public final PyObject[] registers;
    public final PyDict globals;
    public final PyDict builtins;
    /** The namespace of a module, class or exec body; null in a function until locals() is asked for. */
    public PyObject locals;
    /** The instruction being executed, current whenever Python code or a traceback can look. */
    public int pc;
    /** The caller while this frame runs; null when it is suspended or done. Not counted. */
    public PyFrame back;
    /** The generator, coroutine or async generator that this frame belongs to, or null. Not counted. */
    public PyGenerator generator;
    /** The locals have been dropped or handed over. */
    public boolean cleared;
    /** {@code f_trace}, counted. */
    public PyObject trace;
    public boolean traceLines = true;
    public boolean traceOpcodes;
    /** The last line given to the trace function, or where a debugger jumped. */
    public int tracedLine = -1;

    public PyFrame(CodeObject code, PyDict globals, PyDict builtins, PyObject locals) {
        super(TYPE);
        this.code = code;
        this.globals = globals;
        this.builtins = builtins;
        this.locals = locals;
        registers = new PyObject[code.registerCount];
    }

    /** The current source line, or -1. */
    public int line() {
        return code.line(pc);
    }

    /**
     * Uncounts the locals at the end of the execution. The last reference to an argument is left to the caller, whose
     * temporary it is; so is {@code result}'s.
     */
    public void dropLocals(PyObject result) {
        if (cleared) {
            return;
        }
        cleared = true;
        PyObject[] r = registers;
        int parameters = code.parameterCount;
        int held = code.firstTemp - code.heldCount;
        // Other locals first: they may refer to an argument too, whose last reference is not to be dropped here.
        for (int i = 0; i < held; i++) {
            PyObject o = r[i];
            if (o != null && o != result && (i >= parameters || code.isReplaced(i))) {
                Refs.decRef(o);
            }
        }
        for (int i = 0; i < code.firstTemp; i++) {
            PyObject o = r[i];
            if (o != null && (o == result || i >= held || (i < parameters && !code.isReplaced(i)))) {
                Refs.release(o);
            }
        }
    }

    @Override
    protected void dropReferents() {
        if (!cleared && generator == null) {
            cleared = true;
            for (int i = 0; i < code.firstTemp; i++) {
                PyObject o = registers[i];
                registers[i] = null;
                Refs.xdecRef(o);
            }
        }
        Refs.xdecRef(trace);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        if (!cleared) {
            for (int i = 0; i < code.firstTemp; i++) {
                if (registers[i] != null) {
                    visitor.visit(registers[i]);
                }
            }
        }
        if (trace != null) {
            visitor.visit(trace);
        }
    }
}
