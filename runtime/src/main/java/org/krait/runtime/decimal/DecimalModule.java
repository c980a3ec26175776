package org.krait.runtime.decimal;

import org.krait.objects.Errors;
import org.krait.objects.PyBool;
import org.krait.objects.PyDict;
import org.krait.objects.PyInt;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.imports.Imports;

/** The module {@code _decimal}. */
@BuiltinModule(value = "_decimal", doc = "C decimal arithmetic module")
public final class DecimalModule {
    private DecimalModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        PyDict d = module.materializeDict();
        d.put("Decimal", DecimalTypes.DECIMAL);
        d.put("Context", DecimalTypes.CONTEXT);
        d.put("DecimalTuple", DecimalTypes.DECIMAL_TUPLE);
        d.put("DecimalException", DecimalTypes.DECIMAL_EXCEPTION);
        for (PyType signal : Signals.TYPES) {
            d.put(signal.pyName(), signal);
        }
        d.put("ConversionSyntax", DecimalTypes.CONVERSION_SYNTAX);
        d.put("DivisionImpossible", DecimalTypes.DIVISION_IMPOSSIBLE);
        d.put("DivisionUndefined", DecimalTypes.DIVISION_UNDEFINED);
        d.put("InvalidContext", DecimalTypes.INVALID_CONTEXT);
        for (Rounding rounding : Rounding.values()) {
            PyStr name = PyStr.interned(rounding.pythonName());
            d.put(name, name);
        }
        DecimalState state = DecimalState.of(ts);
        d.put("DefaultContext", state.usual);
        d.put("BasicContext", state.basic);
        d.put("ExtendedContext", state.extended);
        d.put("MAX_PREC", PyInt.of(Calc.MAX_PREC));
        d.put("MAX_EMAX", PyInt.of(Calc.MAX_EMAX));
        d.put("MIN_EMIN", PyInt.of(Calc.MIN_EMIN));
        d.put("MIN_ETINY", PyInt.of(Calc.MIN_EMIN - (Calc.MAX_PREC - 1)));
        d.put("HAVE_THREADS", PyBool.TRUE);
        d.put("HAVE_CONTEXTVAR", PyBool.TRUE);
        d.put("__version__", PyStr.of("1.70"));
        d.put("__libmpdec_version__", PyStr.of("2.5.1"));
        PyObject number = Attributes.get(ts, Imports.importModule(ts, "numbers"), "Number");
        Calls.callMethod(ts, number, "register", DecimalTypes.DECIMAL);
    }

    /** The settings of the thread's context and of the template of new ones: the flags are none. */
    public static String settings(ThreadState ts) {
        return SharedContexts.settings(ts);
    }

    @Builtin(value = "getcontext()", doc = "Get the current default context.\n")
    static PyObject getContext(ThreadState ts) {
        return DecimalState.current(ts);
    }

    @Builtin(value = "setcontext(context, /)", doc = "Set a new default context.\n")
    static void setContext(ThreadState ts, PyObject context) {
        if (!(context instanceof PyDecimalContext c)) {
            throw Errors.typeError("argument must be a context");
        }
        DecimalState.setCurrent(ts, c);
    }

    @Builtin(
            value = "localcontext(ctx=None, **kwargs)",
            doc = "Return a context manager that will set the default context to a copy of ctx\non entry to the "
                    + "with-statement and restore the previous default context when\nexiting the with-statement. If no "
                    + "context is supplied, a copy of the current\ndefault context is used.\n")
    static PyObject localContext(ThreadState ts, PyObject ctx, PyDict settings) {
        PyDecimalContext outer = DecimalState.current(ts);
        PyDecimalContext template = outer;
        if (ctx != null && ctx != PySingleton.NONE) {
            if (!(ctx instanceof PyDecimalContext c)) {
                throw Errors.typeError("optional argument must be a context");
            }
            template = c;
        }
        SharedContexts.asks(ts, template);
        PyDecimalContext local = template.copy();
        local.isOfBlock = true;
        for (int i = settings.nextEntry(0); i >= 0; i = settings.nextEntry(i + 1)) {
            Settings.set(ts, local, settings.keys[i].toString(), settings.values[i]);
        }
        return new PyContextManager(local, outer);
    }
}
