package org.krait.runtime.decimal;

import org.krait.objects.PyInstance;
import org.krait.objects.Refs;

/** What {@code decimal.localcontext} returns. */
final class PyContextManager extends PyInstance {
    /** Counted. */
    final PyDecimalContext local;
    /** The context that was current before. Counted. */
    final PyDecimalContext outer;

    PyContextManager(PyDecimalContext local, PyDecimalContext outer) {
        super(DecimalTypes.CONTEXT_MANAGER);
        this.local = local;
        this.outer = outer;
        Refs.incRef(local);
        Refs.incRef(outer);
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(local);
        Refs.decRef(outer);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        visitor.visit(local);
        visitor.visit(outer);
    }
}
