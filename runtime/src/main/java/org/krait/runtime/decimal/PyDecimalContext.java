package org.krait.runtime.decimal;

import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;

/** A {@code decimal.Context}: settings, and the signals that were raised and those that raise exceptions. */
final class PyDecimalContext extends PyInstance {
    static final int DEFAULT_TRAPS = Calc.ANY_INVALID | Calc.DIVISION_BY_ZERO | Calc.OVERFLOW;

    final Calc calc;
    int flags;
    int traps;
    boolean capitals = true;
    /** That of {@code localcontext}: what is done to it ends with the block. */
    boolean isOfBlock;
    /** What {@code flags} and {@code traps} show, made on first use. Counted. */
    private PySignalDict flagDict;
    private PySignalDict trapDict;

    PyDecimalContext(PyType type, Calc calc, int traps) {
        super(type);
        this.calc = calc;
        this.traps = traps;
    }

    /** The settings that a context has when nothing else is said. */
    static Calc usual() {
        return new Calc(28, 999_999, -999_999, Rounding.HALF_EVEN, false);
    }

    void take(PyDecimalContext other) {
        calc.prec = other.calc.prec;
        calc.emax = other.calc.emax;
        calc.emin = other.calc.emin;
        calc.rounding = other.calc.rounding;
        calc.clamp = other.calc.clamp;
        traps = other.traps;
        capitals = other.capitals;
    }

    PyDecimalContext copy() {
        PyDecimalContext made = new PyDecimalContext(DecimalTypes.CONTEXT, calc.copy(), traps);
        made.calc.status = 0;
        made.flags = flags;
        made.capitals = capitals;
        return made;
    }

    /** Ends an operation: the signals become flags or an exception. */
    void settle() {
        int status = calc.status;
        calc.status = 0;
        flags |= status;
        if ((status & traps) != 0) {
            throw Signals.error(status & traps);
        }
    }

    /** Raises signals outside of a calculation. */
    void signal(int status) {
        calc.status = status;
        settle();
    }

    /** The result of an operation. */
    PyObject result(Dec value) {
        settle();
        return PyDecimal.of(value);
    }

    PySignalDict flagDict(ThreadState ts) {
        if (flagDict == null) {
            flagDict = new PySignalDict(DecimalState.of(ts).signalDict(ts), this, false);
            Refs.incRef(flagDict);
        }
        return flagDict;
    }

    PySignalDict trapDict(ThreadState ts) {
        if (trapDict == null) {
            trapDict = new PySignalDict(DecimalState.of(ts).signalDict(ts), this, true);
            Refs.incRef(trapDict);
        }
        return trapDict;
    }

    @Override
    protected void dropReferents() {
        Refs.xdecRef(flagDict);
        Refs.xdecRef(trapDict);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        if (flagDict != null) {
            visitor.visit(flagDict);
        }
        if (trapDict != null) {
            visitor.visit(trapDict);
        }
    }
}
