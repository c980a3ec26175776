package org.krait.runtime.builtins;

import java.util.ArrayList;
import org.krait.objects.Errors;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Texts;

/** Type variables in the arguments of generic aliases and unions, as CPython {@code Objects/genericaliasobject.c}. */
final class TypeParameters {
    private static final PyStr SUBST = PyStr.interned("__typing_subst__");
    private static final PyStr PREPARE = PyStr.interned("__typing_prepare_subst__");
    private static final PyStr PARAMETERS = PyStr.interned("__parameters__");
    private static final PyStr IS_UNPACKED = PyStr.interned("__typing_is_unpacked_typevartuple__");
    private static final PyStr UNPACKED_ARGS = PyStr.interned("__typing_unpacked_tuple_args__");
    private static final PyStr QUALNAME = PyStr.interned("__qualname__");
    private static final PyStr MODULE = PyStr.interned("__module__");
    private static final PyStr ORIGIN = PyStr.interned("__origin__");
    private static final PyStr ARGS = PyStr.interned("__args__");

    private TypeParameters() {}

    /** An argument as the repr of an alias shows it. */
    static String show(ThreadState ts, PyObject o) {
        if (o == PySingleton.ELLIPSIS) {
            return "...";
        }
        if (!(o instanceof PyType) && Attributes.lookup(ts, o, ORIGIN) != null
                && Attributes.lookup(ts, o, ARGS) != null) {
            return Texts.repr(ts, o).toString();
        }
        PyObject qualname = Attributes.lookup(ts, o, QUALNAME);
        PyObject module = qualname == null ? null : Attributes.lookup(ts, o, MODULE);
        if (qualname == null || module == null || module == PySingleton.NONE) {
            return Texts.repr(ts, o).toString();
        }
        String name = Texts.str(ts, qualname).toString();
        return module instanceof PyStr m && m.equalTo("builtins")
                ? name
                : Texts.str(ts, module) + "." + name;
    }

    /** The type variables in some arguments, each once. */
    static PyTuple of(ThreadState ts, PyTuple args) {
        ArrayList<PyObject> found = new ArrayList<>();
        for (PyObject arg : args.items) {
            if (arg instanceof PyType) {
                continue;
            }
            PyObject subst = Attributes.lookup(ts, arg, SUBST);
            if (subst != null) {
                Refs.drop(subst);
                add(found, arg);
            } else if (Attributes.lookup(ts, arg, PARAMETERS) instanceof PyTuple inner) {
                for (PyObject parameter : inner.items) {
                    add(found, parameter);
                }
            }
        }
        return PyTuple.of(found.toArray(new PyObject[0]));
    }

    private static void add(ArrayList<PyObject> found, PyObject parameter) {
        if (indexOf(found.toArray(new PyObject[0]), parameter) < 0) {
            found.add(parameter);
        }
    }

    private static int indexOf(PyObject[] parameters, PyObject parameter) {
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] == parameter) {
                return i;
            }
        }
        return -1;
    }

    /** The arguments with the parameters replaced by the items of {@code key}. */
    static PyTuple substitute(ThreadState ts, PyObject self, PyTuple args, PyTuple parameters, PyObject key) {
        if (parameters.size() == 0) {
            throw Errors.typeError(Texts.repr(ts, self) + " is not a generic class");
        }
        PyObject item = unpack(ts, key);
        for (PyObject parameter : parameters.items) {
            PyObject prepare = Attributes.lookup(ts, parameter, PREPARE);
            if (prepare != null && prepare != PySingleton.NONE) {
                PyObject given = item instanceof PyTuple ? item : PyTuple.of(item);
                item = Calls.consume(ts, prepare, self, given);
                Refs.dropKeeping(given, item);
            }
        }
        PyObject[] items = item instanceof PyTuple t ? t.items : new PyObject[] {item};
        if (items.length != parameters.size()) {
            throw Errors.typeError("Too " + (items.length > parameters.size() ? "many" : "few") + " arguments for "
                    + Texts.repr(ts, self) + "; actual " + items.length + ", expected " + parameters.size());
        }
        ArrayList<PyObject> made = new ArrayList<>();
        for (PyObject arg : args.items) {
            if (arg instanceof PyType) {
                made.add(arg);
                continue;
            }
            PyObject flag = Attributes.lookup(ts, arg, IS_UNPACKED);
            boolean unpack = flag != null && flag.type.slots().truth(ts, flag);
            PyObject subst = Attributes.lookup(ts, arg, SUBST);
            PyObject value;
            if (subst != null) {
                value = Calls.consume(ts, subst, items[indexOf(parameters.items, arg)]);
            } else {
                value = inner(ts, arg, parameters, items);
            }
            if (unpack && value instanceof PyTuple several) {
                for (PyObject one : several.items) {
                    made.add(one);
                }
            } else {
                made.add(value);
            }
        }
        PyTuple result = PyTuple.of(made.toArray(new PyObject[0]));
        Refs.dropKeeping(item, result);
        return result;
    }

    /** An argument that is itself generic, with its parameters replaced. */
    private static PyObject inner(ThreadState ts, PyObject arg, PyTuple parameters, PyObject[] items) {
        if (!(Attributes.lookup(ts, arg, PARAMETERS) instanceof PyTuple own) || own.size() == 0) {
            return arg;
        }
        ArrayList<PyObject> values = new ArrayList<>();
        for (PyObject parameter : own.items) {
            int at = indexOf(parameters.items, parameter);
            PyObject value = at < 0 ? parameter : items[at];
            if (at >= 0 && value instanceof PyTuple several
                    && parameter.type.special(Special.ITER) != null) {
                for (PyObject one : several.items) {
                    values.add(one);
                }
            } else {
                values.add(value);
            }
        }
        PyTuple key = PyTuple.of(values.toArray(new PyObject[0]));
        PyObject made = arg.type.slots().getItem(ts, arg, key);
        Refs.dropKeeping(key, made);
        return made;
    }

    /** The items of a subscript with starred tuples of known length spread out. */
    private static PyObject unpack(ThreadState ts, PyObject key) {
        PyObject[] items = key instanceof PyTuple t ? t.items : new PyObject[] {key};
        ArrayList<PyObject> made = new ArrayList<>();
        for (PyObject item : items) {
            PyObject inner = item instanceof PyType ? null : Attributes.lookup(ts, item, UNPACKED_ARGS);
            if (inner instanceof PyTuple several
                    && (several.size() == 0 || several.item(several.size() - 1) != PySingleton.ELLIPSIS)) {
                for (PyObject one : several.items) {
                    made.add(one);
                }
            } else {
                made.add(item);
            }
        }
        return PyTuple.of(made.toArray(new PyObject[0]));
    }
}
