package org.krait.runtime.decimal;

import org.krait.objects.BuiltinTable;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;

/** The classes of {@code _decimal}, apart from the Java classes of their instances, which are loaded on first use. */
public final class DecimalTypes {
    static final PyType DECIMAL = PyType.builtin("decimal.Decimal", PyType.OBJECT, PyType.BASE);
    static final PyType CONTEXT = PyType.builtin("decimal.Context", PyType.OBJECT, PyType.BASE);
    static final PyType CONTEXT_MANAGER = PyType.builtin("decimal.ContextManager", PyType.OBJECT, 0);
    static final PyType SIGNAL_DICT_MIXIN = PyType.builtin("decimal.SignalDictMixin", PyType.OBJECT, PyType.BASE);
    static final PyType DECIMAL_TUPLE = PyType.builtin("decimal.DecimalTuple", PyTuple.TYPE, PyType.BASE);

    private static final int EXCEPTION = PyType.BASE | PyType.HAS_DICT | PyType.HAS_WEAKREF;

    static final PyType DECIMAL_EXCEPTION =
            PyType.builtin("decimal.DecimalException", ExceptionTypes.ARITHMETIC_ERROR, EXCEPTION);
    static final PyType CLAMPED = signal("Clamped");
    static final PyType ROUNDED = signal("Rounded");
    static final PyType INEXACT = signal("Inexact");
    static final PyType SUBNORMAL = signal("Subnormal");
    static final PyType INVALID_OPERATION = signal("InvalidOperation");
    static final PyType UNDERFLOW = signal("Underflow", INEXACT, ROUNDED, SUBNORMAL);
    static final PyType OVERFLOW = signal("Overflow", INEXACT, ROUNDED);
    static final PyType DIVISION_BY_ZERO =
            signal("DivisionByZero", DECIMAL_EXCEPTION, ExceptionTypes.ZERO_DIVISION_ERROR);
    static final PyType FLOAT_OPERATION = signal("FloatOperation", DECIMAL_EXCEPTION, ExceptionTypes.TYPE_ERROR);
    static final PyType CONVERSION_SYNTAX = signal("ConversionSyntax", INVALID_OPERATION);
    static final PyType DIVISION_IMPOSSIBLE = signal("DivisionImpossible", INVALID_OPERATION);
    static final PyType DIVISION_UNDEFINED =
            signal("DivisionUndefined", INVALID_OPERATION, ExceptionTypes.ZERO_DIVISION_ERROR);
    static final PyType INVALID_CONTEXT = signal("InvalidContext", INVALID_OPERATION);

    private DecimalTypes() {}

    private static PyType signal(String name) {
        return PyType.builtin("decimal." + name, DECIMAL_EXCEPTION, EXCEPTION);
    }

    /** An exception class of several bases, in method resolution order before what the bases share. */
    private static PyType signal(String name, PyType... bases) {
        PyType made = PyType.builtin("decimal." + name, bases[0], EXCEPTION);
        java.util.ArrayList<PyType> order = new java.util.ArrayList<>();
        order.add(made);
        for (PyType base : bases) {
            for (PyType t : base.mro) {
                // A class comes after all that are derived from it.
                order.remove(t);
                order.add(t);
            }
        }
        made.mro = sorted(order);
        made.setBases(PyTuple.constant(bases));
        return made;
    }

    private static PyType[] sorted(java.util.ArrayList<PyType> order) {
        PyType[] mro = order.toArray(new PyType[0]);
        for (int i = 1; i < mro.length; i++) {
            for (int k = i; k > 0 && mro[k].isSubtypeOf(mro[k - 1]); k--) {
                PyType moved = mro[k];
                mro[k] = mro[k - 1];
                mro[k - 1] = moved;
            }
        }
        return mro;
    }

    /** A new table of a class of the module, by its name without the module; null when it adds nothing. */
    public static BuiltinTable table(String name) {
        return switch (name) {
            case "Decimal" -> new DecimalMethodsTable();
            case "Context" -> new ContextMethodsTable();
            case "ContextManager" -> new ContextManagerMethodsTable();
            case "SignalDictMixin" -> new SignalDictMethodsTable();
            case "DecimalTuple" -> new DecimalTupleTable();
            default -> null;
        };
    }
}
