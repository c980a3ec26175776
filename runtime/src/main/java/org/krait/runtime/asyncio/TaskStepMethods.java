package org.krait.runtime.asyncio;

import org.krait.objects.Errors;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Attributes;
import org.krait.runtime.asyncio.PyTaskStep.Kind;
import org.krait.runtime.builtins.ObjectMethods;

/** The methods of {@link PyTaskStep}. */
@BuiltinType(base = ObjectMethods.class)
final class TaskStepMethods {
    private TaskStepMethods() {}

    @Builtin("__call__(self, /, *args, **kwargs)")
    static PyObject call(ThreadState ts, PyTaskStep self, PyObject[] args, PyStr[] keywords) {
        int expected = self.kind == Kind.WAKEUP ? 1 : 0;
        if (keywords != null && keywords.length > 0) {
            throw Errors.typeError("function takes no keyword arguments");
        }
        if (args.length != expected) {
            throw Errors.typeError(expected == 0 ? "function takes no positional arguments"
                    : "wakeup() takes exactly one argument (" + args.length + " given)");
        }
        switch (self.kind) {
            case STEP -> TaskSteps.step(ts, self.task, self.exception);
            case EAGER_STEP -> TaskSteps.run(ts, self.task, null);
            case WAKEUP -> TaskSteps.wakeup(ts, self.task, args[0]);
        }
        return PySingleton.NONE;
    }

    @Attribute("__self__")
    static PyObject self(PyTaskStep self) {
        return self.task;
    }

    @Attribute("__name__")
    static String name(PyTaskStep self) {
        return self.kind == Kind.WAKEUP ? "TaskWakeupMethWrapper" : "TaskStepMethWrapper";
    }

    @Attribute("__qualname__")
    static PyObject qualifiedName(ThreadState ts, PyTaskStep self) {
        PyObject coroutine = self.task.held(PyTask.COROUTINE);
        PyObject name = coroutine == null ? null : Attributes.lookup(ts, coroutine, "__qualname__");
        return name == null ? PyStr.of(name(self)) : name;
    }
}
