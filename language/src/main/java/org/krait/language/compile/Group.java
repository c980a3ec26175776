package org.krait.language.compile;

import org.krait.language.syntax.Expr;

/**
 * Neighbouring temporaries that are filled one after the other: arguments, elements. Those that wait while a later
 * one runs code are held as soon as that begins, several at once.
 */
final class Group {
    private final ModuleCompiler c;
    private final boolean codeRuns;
    private final int base;
    /** The first temporary that is not held. */
    private int unheld;
    private int heldFrom = -1;
    private boolean owned;

    /** A group that begins with the next temporary. */
    Group(ModuleCompiler compiler, boolean codeRuns) {
        this.c = compiler;
        this.codeRuns = codeRuns;
        base = compiler.unit.nextTemp();
        unheld = base;
    }

    int base() {
        return base;
    }

    /** Says that the temporaries from the group's begin up to now hold what something else may own. */
    void markOwned() {
        owned = true;
    }

    void add(Expr e) {
        if (codeRuns && Effects.runsCode(e)) {
            beforeCode();
        }
        if (e.span().line() != c.unit.asm.position().line()) {
            c.unit.at(e.span());
        }
        c.expressions.temp(e);
        if (codeRuns && c.expressions.needsHold(e)) {
            owned = true;
        }
    }

    /** Holds what waits, because code is going to run. */
    void beforeCode() {
        int next = c.unit.nextTemp();
        if (owned && next > unheld) {
            int pc = c.operands.hold(unheld, next - unheld);
            if (heldFrom < 0) {
                heldFrom = pc;
            } else {
                c.unit.asm.unholdOnException(heldFrom, base, unheld - base);
                heldFrom = pc;
            }
            unheld = next;
            owned = false;
        }
    }

    /** True when something is held: the result must not go into the group's registers. */
    boolean holds() {
        return unheld > base;
    }

    /** Ends the holds, before the instruction that consumes the group. */
    void end() {
        if (unheld > base) {
            c.operands.release(base, unheld - base, heldFrom);
        }
    }
}
