package org.krait.runtime.asyncio;

import org.krait.objects.PyBaseException;
import org.krait.objects.PyInstance;
import org.krait.objects.PyType;
import org.krait.objects.Refs;

/** What an event loop calls to run a task on: its next step, or its waking when a future is done. */
final class PyTaskStep extends PyInstance {
    static final PyType TYPE = PyType.builtin("_asyncio.TaskStepMethWrapper", PyType.OBJECT,
            PyType.NO_NEW, new TaskStepMethodsTable());

    /** What the call does. */
    enum Kind { STEP, EAGER_STEP, WAKEUP }

    final Kind kind;
    final PyTask task;
    /** What is raised in the coroutine; null for nothing. */
    final PyBaseException exception;

    PyTaskStep(Kind kind, PyTask task, PyBaseException exception) {
        super(TYPE);
        this.kind = kind;
        this.task = task;
        this.exception = exception;
        Refs.incRefFrom(this, task);
        Refs.xincRefFrom(this, exception);
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(task);
        Refs.xdecRef(exception);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        visitor.visit(task);
        if (exception != null) {
            visitor.visit(exception);
        }
    }
}
