package org.krait.runtime.pickle;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Texts;
import org.krait.runtime.imports.Imports;

/** Finds what pickles name by module and qualified name, and names it. */
final class Globals {
    private static final PyStr MODULE = PyStr.interned("__module__");

    private Globals() {}

    /** The parts of a qualified name; AttributeError for what lives in a function. */
    static String[] path(String name) {
        String[] parts = name.split("\\.", -1);
        for (String part : parts) {
            if (part.equals("<locals>")) {
                throw Errors.attributeError("Can't pickle local object '" + name + "'");
            }
        }
        return parts;
    }

    /** An object and that of which it is an attribute. */
    record Found(PyObject value, PyObject parent) {}

    /** The object at the end of a path; null when there is none. */
    static Found deep(ThreadState ts, PyObject module, String... path) {
        PyObject value = module;
        PyObject parent = null;
        for (String part : path) {
            parent = value;
            value = Attributes.lookup(ts, value, PyStr.interned(part));
            if (value == null) {
                return null;
            }
        }
        return new Found(value, parent);
    }

    /** The name of the module that an object says it is in, or else of one in which it is found. */
    static PyObject moduleOf(ThreadState ts, PyObject o, String... path) {
        PyObject name = Attributes.lookup(ts, o, MODULE);
        if (name != null && name != PySingleton.NONE) {
            return name;
        }
        PyDict modules = (PyDict) Attributes.get(ts, Imports.importModule(ts, "sys"), "modules");
        PyDict all = modules.copy();
        try {
            return moduleWith(ts, o, all, path);
        } finally {
            Refs.drop(all);
        }
    }

    private static PyObject moduleWith(ThreadState ts, PyObject o, PyDict all, String... path) {
        for (int i = all.nextEntry(0); i >= 0; i = all.nextEntry(i + 1)) {
            PyObject module = all.values[i];
            if (module == PySingleton.NONE || all.keys[i] instanceof PyStr key && key.equalTo("__main__")) {
                continue;
            }
            Found found = deep(ts, module, path);
            if (found != null && found.value == o) {
                return all.keys[i];
            }
        }
        return PyStr.interned("__main__");
    }

    /** {@code __import__(name)} and then the module of that name; what import raises. */
    static PyObject module(ThreadState ts, PyObject name) {
        Imports.importModule(ts, name, null, null, null, 0);
        PyObject module = ts.interp.modules.get(ts, name);
        if (module == null) {
            throw Errors.keyError(name);
        }
        return module;
    }

    /** Module and name as Python 2 has them, or back; borrowed from {@code _compat_pickle}. */
    static PyStr[] translated(ThreadState ts, PyStr module, PyStr name, boolean toPython2) {
        PyObject tables = Imports.importModule(ts, "_compat_pickle");
        PyDict names = (PyDict) Attributes.get(ts, tables, toPython2 ? "REVERSE_NAME_MAPPING" : "NAME_MAPPING");
        PyObject pair = names.get(ts, PyTuple.of(module, name));
        if (pair != null) {
            if (!(pair instanceof PyTuple tuple) || tuple.size() != 2 || !(tuple.item(0) instanceof PyStr m)
                    || !(tuple.item(1) instanceof PyStr n)) {
                throw Errors.typeError("_compat_pickle." + (toPython2 ? "REVERSE_" : "")
                        + "NAME_MAPPING values should be 2-tuples of str");
            }
            return new PyStr[] {m, n};
        }
        PyDict moduleNames = (PyDict) Attributes.get(ts, tables, toPython2
                ? "REVERSE_IMPORT_MAPPING" : "IMPORT_MAPPING");
        PyObject other = moduleNames.get(ts, module);
        return new PyStr[] {other instanceof PyStr m ? m : module, name};
    }

    /** {@code Unpickler.find_class}. */
    static PyObject find(ThreadState ts, PyStr moduleName, PyStr globalName, int protocol, boolean fixImports) {
        PyStr[] names = {moduleName, globalName};
        if (protocol < 3 && fixImports) {
            names = translated(ts, moduleName, globalName, false);
        }
        PyObject module = module(ts, names[0]);
        if (protocol >= 4) {
            String[] path = names[1].toString().split("\\.", -1);
            for (String part : path) {
                if (part.equals("<locals>")) {
                    throw Errors.attributeError("Can't get local attribute " + Texts.repr(ts, names[1]) + " on "
                            + Texts.repr(ts, module));
                }
            }
            Found found = deep(ts, module, path);
            if (found != null) {
                return found.value;
            }
        } else {
            PyObject value = lookup(ts, module, names[1]);
            if (value != null) {
                return value;
            }
        }
        throw Errors.attributeError("Can't get attribute " + Texts.repr(ts, names[1]) + " on "
                + Texts.repr(ts, module));
    }

    private static PyObject lookup(ThreadState ts, PyObject o, PyStr name) {
        try {
            return Attributes.lookup(ts, o, name.intern());
        } catch (PyException e) {
            if (e.is(ExceptionTypes.ATTRIBUTE_ERROR)) {
                e.swallow();
                return null;
            }
            throw e;
        }
    }
}
