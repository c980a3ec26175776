package org.krait.runtime;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.Mutations;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyFrame;
import org.krait.objects.PyInt;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.snapshot.Capture;

/** The instructions of import statements. */
final class ImportInstructions {
    private static final PyStr IMPORT = PyStr.interned("__import__");
    private static final PyStr NAME = PyStr.interned("__name__");
    private static final PyStr FILE = PyStr.interned("__file__");
    private static final PyStr SPEC = PyStr.interned("__spec__");
    private static final PyStr ALL = PyStr.interned("__all__");
    private static final PyStr DICT = PyStr.interned("__dict__");

    private ImportInstructions() {}

    /** {@code __import__(name, globals, locals, fromlist, level)}. */
    static PyObject name(ThreadState ts, PyFrame frame, PyStr name, PyObject fromList, int level) {
        PyObject function = frame.builtins.get(IMPORT);
        if (function == null) {
            throw Errors.of(ExceptionTypes.IMPORT_ERROR, "__import__ not found");
        }
        PyObject locals = frame.locals == null ? PySingleton.NONE : frame.locals;
        return Calls.call(ts, function, new PyObject[] {name, frame.globals, locals, fromList, PyInt.of(level)}, null);
    }

    /** {@code from module import name}: an attribute, or a submodule that is in {@code sys.modules}. */
    static PyObject from(ThreadState ts, PyObject module, PyStr name) {
        PyObject value = module.getClass() == PyModule.class && ((PyModule) module).dict != null
                && module.type == PyModule.TYPE ? ((PyModule) module).dict.get(name) : null;
        if (value == null) {
            value = Attributes.lookup(ts, module, name);
        } else if (Mutations.WATCHED) {
            Mutations.noteRead(((PyModule) module).dict, name);
        }
        if (value != null) {
            if (Mutations.WATCHED && value instanceof PyModule) {
                Capture.importedFrom(ts, module, name, value);
            }
            return value;
        }
        PyObject moduleName = Attributes.lookup(ts, module, NAME);
        if (moduleName instanceof PyStr parent) {
            PyObject sub = ts.interp.modules.get(ts, PyStr.of(parent + "." + name));
            if (sub != null) {
                if (Mutations.WATCHED) {
                    Capture.importedFrom(ts, module, name, sub);
                }
                return sub;
            }
        }
        throw cannotImport(ts, module, moduleName, name);
    }

    private static PyException cannotImport(ThreadState ts, PyObject module, PyObject moduleName, PyStr name) {
        PyObject shown = moduleName instanceof PyStr ? moduleName : PyStr.of("<unknown module name>");
        PyObject file = Attributes.lookup(ts, module, FILE);
        PyObject path = file instanceof PyStr ? file : PySingleton.NONE;
        StringBuilder text = new StringBuilder("cannot import name ");
        text.append(Texts.repr(ts, name)).append(" from ");
        if (path == PySingleton.NONE) {
            text.append(Texts.repr(ts, shown)).append(" (unknown location)");
        } else if (isInitializing(ts, module)) {
            text.append("partially initialized module ").append(Texts.repr(ts, shown))
                    .append(" (most likely due to a circular import) (").append(path).append(')');
        } else {
            text.append(Texts.repr(ts, shown)).append(" (").append(path).append(')');
        }
        PyObject error = Calls.call(ts, ExceptionTypes.IMPORT_ERROR,
                new PyObject[] {PyStr.of(text.toString()), shown, path, name},
                new PyStr[] {PyStr.interned("name"), PyStr.interned("path"), PyStr.interned("name_from")});
        return Raising.raise(ts, error, null);
    }

    private static boolean isInitializing(ThreadState ts, PyObject module) {
        PyObject spec = Attributes.lookup(ts, module, SPEC);
        PyObject flag = spec == null ? null : Attributes.lookup(ts, spec, "_initializing");
        return flag != null && Truth.of(ts, flag);
    }

    /** {@code from module import *}. */
    static void star(ThreadState ts, PyFrame frame, PyObject module) {
        PyObject all = Attributes.lookup(ts, module, ALL);
        boolean skipPrivate = all == null;
        PyObject names = all;
        if (all == null) {
            PyObject dict = Attributes.lookup(ts, module, DICT);
            if (dict == null) {
                throw Errors.of(ExceptionTypes.IMPORT_ERROR, "from-import-* object has no __dict__ and no __all__");
            }
            names = dict instanceof PyDict d ? keys(d) : Calls.callMethod(ts, dict, "keys");
        }
        for (PyObject item : Iteration.toArray(ts, names)) {
            if (!(item instanceof PyStr name)) {
                PyObject moduleName = Attributes.get(ts, module, NAME);
                throw Errors.typeError((skipPrivate ? "Key in " : "Item in ") + moduleName
                        + (skipPrivate ? ".__dict__" : ".__all__") + " must be str, not " + item.type.name());
            }
            if (skipPrivate && name.length() > 0 && name.at(0) == '_') {
                continue;
            }
            PyObject value = Attributes.get(ts, module, name);
            Names.store(ts, frame, name, value);
            Refs.drop(value);
        }
    }

    private static PyTuple keys(PyDict dict) {
        PyObject[] keys = new PyObject[dict.size()];
        int n = 0;
        for (int i = dict.nextEntry(0); i >= 0; i = dict.nextEntry(i + 1)) {
            keys[n++] = dict.keys[i];
        }
        return PyTuple.of(keys);
    }
}
