package org.krait.runtime.pickle;

import org.krait.objects.BuiltinTable;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyException;
import org.krait.objects.PyType;

/** The classes of {@code _pickle}, apart from the Java classes of their instances, which are loaded on first use. */
public final class PickleTypes {
    static final PyType PICKLER = PyType.builtin("_pickle.Pickler", PyType.OBJECT, PyType.BASE);
    static final PyType UNPICKLER = PyType.builtin("_pickle.Unpickler", PyType.OBJECT, PyType.BASE);
    static final PyType PICKLER_MEMO =
            PyType.builtin("_pickle.PicklerMemoProxy", PyType.OBJECT, PyType.BASE);
    static final PyType UNPICKLER_MEMO =
            PyType.builtin("_pickle.UnpicklerMemoProxy", PyType.OBJECT, PyType.BASE);
    static final PyType BUFFER = PyType.builtin("pickle.PickleBuffer", PyType.OBJECT, PyType.HAS_WEAKREF);

    private static final int EXCEPTION = PyType.BASE | PyType.HAS_DICT | PyType.HAS_WEAKREF;

    static final PyType ERROR = PyType.builtin("_pickle.PickleError", ExceptionTypes.EXCEPTION, EXCEPTION);
    static final PyType PICKLING_ERROR = PyType.builtin("_pickle.PicklingError", ERROR, EXCEPTION);
    static final PyType UNPICKLING_ERROR = PyType.builtin("_pickle.UnpicklingError", ERROR, EXCEPTION);

    private PickleTypes() {}

    static PyException picklingError(String message) {
        return Errors.of(PICKLING_ERROR, message);
    }

    static PyException unpicklingError(String message) {
        return Errors.of(UNPICKLING_ERROR, message);
    }

    /** A new table of a class of the module; null when it adds nothing to its base. */
    public static BuiltinTable table(String name) {
        return switch (name) {
            case "_pickle.Pickler" -> new PicklerMethodsTable();
            case "_pickle.Unpickler" -> new UnpicklerMethodsTable();
            case "_pickle.PicklerMemoProxy" -> new PicklerMemoMethodsTable();
            case "_pickle.UnpicklerMemoProxy" -> new UnpicklerMemoMethodsTable();
            case "pickle.PickleBuffer" -> new PickleBufferMethodsTable();
            default -> null;
        };
    }
}
