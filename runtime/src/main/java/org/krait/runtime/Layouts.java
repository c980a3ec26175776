package org.krait.runtime;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBytes;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;

/**
 * Which classes give instances a layout of their own, and so cannot be bases together: CPython's {@code best_base} and
 * {@code solid_base}.
 */
final class Layouts {
    private Layouts() {}

    /** The nearest class of the base chain whose instances have fields that its base's have not. */
    static PyType solidBase(PyType type) {
        PyType t = type;
        while (t.base != null && !addsLayout(t)) {
            t = t.base;
        }
        return t;
    }

    private static boolean addsLayout(PyType type) {
        if (type.isHeapType()) {
            return type.slotCount > type.base.slotCount;
        }
        if (type.isSubtypeOf(ExceptionTypes.BASE_EXCEPTION)) {
            return type == ExceptionTypes.BASE_EXCEPTION
                    || type == ExceptionTypes.BASE_EXCEPTION_GROUP
                    || type == ExceptionTypes.OS_ERROR
                    || type == ExceptionTypes.IMPORT_ERROR
                    || type == ExceptionTypes.SYNTAX_ERROR
                    || type == ExceptionTypes.STOP_ITERATION
                    || type == ExceptionTypes.SYSTEM_EXIT
                    || type == ExceptionTypes.NAME_ERROR
                    || type == ExceptionTypes.ATTRIBUTE_ERROR
                    || type == ExceptionTypes.UNICODE_DECODE_ERROR
                    || type == ExceptionTypes.UNICODE_ENCODE_ERROR
                    || type == ExceptionTypes.UNICODE_TRANSLATE_ERROR;
        }
        if (type.builtinModule.equals("typing")) {
            return false;
        }
        // The abstract bases of io streams add methods only.
        return !(type.builtinModule.equals("_io") && type.base != PyType.OBJECT && type.name().startsWith("_io._"));
    }

    /** True when the instances are of variable size in CPython: no non-empty {@code __slots__}, no weak references. */
    static boolean hasItems(PyType type) {
        return type.isSubtypeOf(PyInt.TYPE) || type.isSubtypeOf(PyTuple.TYPE) || type.isSubtypeOf(PyBytes.TYPE)
                || type.isSubtypeOf(PyType.TYPE);
    }

    /** The base whose layout instances of a class with these bases have. */
    static PyType bestBase(PyTuple bases) {
        PyType winner = null;
        PyType best = null;
        for (PyObject o : bases.items) {
            if (!(o instanceof PyType base)) {
                throw Errors.typeError("bases must be types");
            }
            if (!base.hasFlag(PyType.BASE)) {
                throw Errors.typeError("type '" + base.name() + "' is not an acceptable base type");
            }
            PyType candidate = solidBase(base);
            if (winner == null) {
                winner = candidate;
                best = base;
            } else if (!winner.isSubtypeOf(candidate)) {
                if (!candidate.isSubtypeOf(winner)) {
                    throw Errors.typeError("multiple bases have instance lay-out conflict");
                }
                winner = candidate;
                best = base;
            }
        }
        return best;
    }
}
