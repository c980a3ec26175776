package org.krait.runtime;

import org.krait.objects.Errors;
import org.krait.objects.PyDict;
import org.krait.objects.PyFrame;
import org.krait.objects.PyFunction;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.objects.code.Intrinsic;

/** The intrinsic functions that instructions call: generators' ends, async yields and type parameters. */
final class Intrinsics {
    private Intrinsics() {}

    static PyObject call(ThreadState ts, PyFrame frame, Intrinsic intrinsic, PyObject a) {
        return switch (intrinsic) {
            case STOP_ITERATION_ERROR -> Generators.stopIterationError(frame, a);
            case ASYNC_GEN_WRAP -> new PyAsyncWrappedValue(a);
            case UNPACK_STAR -> star(ts, a);
            case TYPEVAR -> TypeParameters.typeVar(frame, (PyStr) a, null, null);
            case PARAMSPEC -> TypeParameters.paramSpec(frame, (PyStr) a);
            case TYPEVARTUPLE -> TypeParameters.typeVarTuple(frame, (PyStr) a);
            case SUBSCRIPT_GENERIC -> TypeParameters.subscriptGeneric(ts, (PyTuple) a);
            case TYPEALIAS -> TypeParameters.typeAlias(frame, (PyTuple) a);
            case TYPEVAR_WITH_BOUND, TYPEVAR_WITH_CONSTRAINTS, SET_FUNCTION_TYPE_PARAMS ->
                throw new AssertionError(intrinsic);
        };
    }

    static PyObject call(ThreadState ts, PyFrame frame, Intrinsic intrinsic, PyObject a, PyObject b) {
        return switch (intrinsic) {
            case TYPEVAR_WITH_BOUND -> TypeParameters.typeVar(frame, (PyStr) a, b, null);
            case TYPEVAR_WITH_CONSTRAINTS -> TypeParameters.typeVar(frame, (PyStr) a, null, b);
            case SET_FUNCTION_TYPE_PARAMS -> {
                ((PyFunction) a).setTypeParams(b);
                yield a;
            }
            case STOP_ITERATION_ERROR, ASYNC_GEN_WRAP, UNPACK_STAR, TYPEVAR, PARAMSPEC, TYPEVARTUPLE, SUBSCRIPT_GENERIC,
                    TYPEALIAS -> throw new AssertionError(intrinsic);
        };
    }

    /** {@code *a} as a tuple of one: the one item of its iteration. */
    private static PyObject star(ThreadState ts, PyObject a) {
        PyObject[] items = Iteration.toArray(ts, a);
        if (items.length != 1) {
            throw Errors.valueError(items.length < 1
                    ? "not enough values to unpack (expected 1, got 0)"
                    : "too many values to unpack (expected 1)");
        }
        return items[0];
    }

    /** The {@code __annotations__} of a function: its dict, made of the compact tuple when first asked for. */
    static PyDict annotations(ThreadState ts, PyFunction f) {
        PyObject now = f.annotations();
        if (now instanceof PyDict dict) {
            return dict;
        }
        PyDict dict = new PyDict();
        if (now instanceof PyTuple tuple) {
            for (int i = 0; i < tuple.size(); i += 2) {
                dict.put(ts, tuple.item(i), tuple.item(i + 1));
            }
        }
        f.setAnnotations(dict);
        return dict;
    }
}
