package org.krait.runtime.decimal;

import org.krait.objects.Errors;
import org.krait.objects.PyDict;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.builtins.PyContextVar;
import org.krait.runtime.imports.Imports;

/** What the module keeps in a context of the VM, and which {@code decimal.Context} is the current one. */
final class DecimalState {
    private final PyContextVar current = PyContextVar.named("decimal_context");
    /** The templates; a current context is a copy. */
    final PyDecimalContext usual =
            new PyDecimalContext(DecimalTypes.CONTEXT, PyDecimalContext.usual(), PyDecimalContext.DEFAULT_TRAPS);
    final PyDecimalContext basic = new PyDecimalContext(DecimalTypes.CONTEXT,
            new Calc(9, 999_999, -999_999, Rounding.HALF_UP, false),
            PyDecimalContext.DEFAULT_TRAPS | Calc.UNDERFLOW | Calc.CLAMPED);
    final PyDecimalContext extended = new PyDecimalContext(DecimalTypes.CONTEXT,
            new Calc(9, 999_999, -999_999, Rounding.HALF_EVEN, false), 0);
    private PyType signalDict;

    private DecimalState() {
        Refs.incRef(current);
        Refs.incRef(usual);
        Refs.incRef(basic);
        Refs.incRef(extended);
    }

    static DecimalState of(ThreadState ts) {
        DecimalState state = (DecimalState) ts.interp.natives.get(DecimalState.class);
        if (state == null) {
            state = new DecimalState();
            ts.interp.natives.put(DecimalState.class, state);
        }
        return state;
    }

    /** The class of flags and traps: a mutable mapping. */
    PyType signalDict(ThreadState ts) {
        if (signalDict == null) {
            PyObject mapping = Attributes.get(ts, Imports.importModule(ts, "_collections_abc"), "MutableMapping");
            signalDict = (PyType) Calls.call(ts, mapping.type, PyStr.of("SignalDict"),
                    PyTuple.of(DecimalTypes.SIGNAL_DICT_MIXIN, mapping), new PyDict());
            Refs.incRef(signalDict);
        }
        return signalDict;
    }

    /** The current context, ready for an operation. */
    static PyDecimalContext current(ThreadState ts) {
        DecimalState state = of(ts);
        PyDecimalContext context = state.peekCurrent(ts);
        if (context == null) {
            context = state.usual.copy();
            context.flags = 0;
            state.current.set(ts, context);
        }
        SharedContexts.asks(ts, context);
        context.calc.status = 0;
        return context;
    }

    /** The current context as it was last set; null for none yet. */
    PyDecimalContext peekCurrent(ThreadState ts) {
        return (PyDecimalContext) current.value(ts);
    }

    static void setCurrent(ThreadState ts, PyDecimalContext context) {
        DecimalState state = of(ts);
        PyDecimalContext chosen = context;
        if (context == state.usual || context == state.basic || context == state.extended) {
            chosen = context.copy();
            chosen.flags = 0;
        }
        state.current.set(ts, chosen);
    }

    /** The context of an argument, the current one for none. */
    static PyDecimalContext given(ThreadState ts, PyObject argument) {
        if (argument == null || argument == PySingleton.NONE) {
            return current(ts);
        }
        if (!(argument instanceof PyDecimalContext context)) {
            throw Errors.typeError("optional argument must be a context");
        }
        SharedContexts.asks(ts, context);
        context.calc.status = 0;
        return context;
    }
}
