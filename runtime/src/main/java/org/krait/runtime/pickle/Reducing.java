package org.krait.runtime.pickle;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Iteration;
import org.krait.runtime.Texts;
import org.krait.runtime.imports.Imports;

/** Writes what {@code __reduce__} answers, and objects that are found by name. */
final class Reducing {
    private final ThreadState ts;
    private final Saver saver;
    private final PyPickler pickler;
    private final PickleOutput out;

    Reducing(ThreadState ts, Saver saver, PyPickler pickler, PickleOutput out) {
        this.ts = ts;
        this.saver = saver;
        this.pickler = pickler;
        this.out = out;
    }

    /** An answer of a reduction: a name, or a tuple. */
    void saveAnswer(PyObject answer, PyObject o) {
        if (answer instanceof PyStr name) {
            saveGlobal(o, name);
            return;
        }
        if (!(answer instanceof PyTuple tuple)) {
            throw PickleTypes.picklingError("__reduce__ must return a string or tuple");
        }
        save(tuple, o);
    }

    private static PyObject optional(PyTuple tuple, int index) {
        return index >= tuple.size() || tuple.item(index) == PySingleton.NONE ? null : tuple.item(index);
    }

    private static void requireIterator(PyObject o, String which) {
        if (o != null && !Iteration.isIterator(o)) {
            throw PickleTypes.picklingError(which + " element of the tuple returned by __reduce__ must be an iterator,"
                    + " not " + o.type.name());
        }
    }

    /** A reduction of an object; {@code o} null when it is not to be memoized. */
    void save(PyTuple reduction, PyObject o) {
        if (reduction.size() < 2 || reduction.size() > 6) {
            throw PickleTypes.picklingError("tuple returned by __reduce__ must contain 2 through 6 elements");
        }
        PyObject callable = reduction.item(0);
        if (!Calls.isCallable(callable)) {
            throw PickleTypes.picklingError("first item of the tuple returned by __reduce__ must be callable");
        }
        if (!(reduction.item(1) instanceof PyTuple args)) {
            throw PickleTypes.picklingError("second item of the tuple returned by __reduce__ must be a tuple");
        }
        PyObject state = optional(reduction, 2);
        PyObject listItems = optional(reduction, 3);
        PyObject dictItems = optional(reduction, 4);
        PyObject stateSetter = optional(reduction, 5);
        requireIterator(listItems, "fourth");
        requireIterator(dictItems, "fifth");
        if (stateSetter != null && !Calls.isCallable(stateSetter)) {
            throw PickleTypes.picklingError("sixth element of the tuple returned by __reduce__ must be a function, not "
                    + stateSetter.type.name());
        }
        saveCall(callable, args, o);
        if (o != null) {
            int known = pickler.memoIndex(o);
            if (known >= 0) {
                out.op(Ops.POP);
                saver.get(known);
            } else {
                saver.put(o);
            }
        }
        if (listItems != null) {
            saver.appendAll(listItems);
        }
        if (dictItems != null) {
            saver.setAll(dictItems);
        }
        if (state == null) {
            return;
        }
        if (stateSetter == null) {
            saver.save(state);
            out.op(Ops.BUILD);
        } else {
            saver.save(stateSetter);
            saver.save(o);
            saver.save(state);
            out.op(Ops.TUPLE2);
            out.op(Ops.REDUCE);
            out.op(Ops.POP);
        }
    }

    private void saveCall(PyObject callable, PyTuple args, PyObject o) {
        if (pickler.protocol >= 2 && Attributes.lookup(ts, callable, "__name__") instanceof PyStr name) {
            if (name.equalTo("__newobj_ex__")) {
                saveNewEx(args);
                return;
            }
            if (name.equalTo("__newobj__")) {
                saveNew(args, o);
                return;
            }
        }
        saver.save(callable);
        saver.save(args);
        out.op(Ops.REDUCE);
    }

    private void saveNewEx(PyTuple args) {
        if (args.size() != 3) {
            throw PickleTypes.picklingError("length of the NEWOBJ_EX argument tuple must be exactly 3, not "
                    + args.size());
        }
        PyObject cls = args.item(0);
        if (!(cls instanceof PyType)) {
            throw PickleTypes.picklingError("first item from NEWOBJ_EX argument tuple must be a class, not "
                    + cls.type.name());
        }
        if (!(args.item(1) instanceof PyTuple positional)) {
            throw PickleTypes.picklingError("second item from NEWOBJ_EX argument tuple must be a tuple, not "
                    + args.item(1).type.name());
        }
        if (!(args.item(2) instanceof PyDict keywords)) {
            throw PickleTypes.picklingError("third item from NEWOBJ_EX argument tuple must be a dict, not "
                    + args.item(2).type.name());
        }
        if (pickler.protocol >= 4) {
            saver.save(cls);
            saver.save(positional);
            saver.save(keywords);
            out.op(Ops.NEWOBJ_EX);
            return;
        }
        PyObject partial = Attributes.get(ts, Imports.importModule(ts, "functools"), "partial");
        PyObject[] bound = new PyObject[positional.size() + 2];
        bound[0] = Attributes.get(ts, cls, "__new__");
        bound[1] = cls;
        System.arraycopy(positional.items, 0, bound, 2, positional.size());
        PyTuple boundArgs = PyTuple.of(bound);
        try {
            PyObject made = Calls.callEx(ts, partial, boundArgs, keywords);
            try {
                saver.save(made);
            } finally {
                Refs.drop(made);
            }
        } finally {
            Refs.drop(boundArgs);
        }
        saver.save(PyTuple.EMPTY);
        out.op(Ops.REDUCE);
    }

    private void saveNew(PyTuple args, PyObject o) {
        if (args.size() < 1) {
            throw PickleTypes.picklingError("__newobj__ arglist is empty");
        }
        PyObject cls = args.item(0);
        if (!(cls instanceof PyType)) {
            throw PickleTypes.picklingError("args[0] from __newobj__ args is not a type");
        }
        if (o != null && Attributes.get(ts, o, "__class__") != cls) {
            throw PickleTypes.picklingError("args[0] from __newobj__ args has the wrong class");
        }
        saver.save(cls);
        PyTuple others = PyTuple.copyOf(args.items, 1, args.size() - 1);
        try {
            saver.save(others);
        } finally {
            Refs.drop(others);
        }
        out.op(Ops.NEWOBJ);
    }

    /** An object by its module and name; {@code name} null for its own. */
    void saveGlobal(PyObject o, PyStr name) {
        PyObject own = name != null ? name : Attributes.lookup(ts, o, "__qualname__");
        if (own == null) {
            own = Attributes.get(ts, o, "__name__");
        }
        PyStr global = own instanceof PyStr s ? s : Texts.str(ts, own);
        String[] path = Globals.path(global.toString());
        PyObject moduleName = Globals.moduleOf(ts, o, path);
        PyObject module;
        try {
            module = Globals.module(ts, moduleName);
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.EXCEPTION)) {
                throw e;
            }
            e.swallow();
            throw PickleTypes.picklingError("Can't pickle " + Texts.repr(ts, o) + ": import of module "
                    + Texts.repr(ts, moduleName) + " failed");
        }
        Globals.Found found = Globals.deep(ts, module, path);
        if (found == null) {
            throw PickleTypes.picklingError("Can't pickle " + Texts.repr(ts, o) + ": attribute lookup " + global
                    + " on " + Texts.str(ts, moduleName) + " failed");
        }
        if (found.value() != o) {
            throw PickleTypes.picklingError("Can't pickle " + Texts.repr(ts, o) + ": it's not the same object as "
                    + Texts.str(ts, moduleName) + "." + global);
        }
        if (pickler.protocol >= 2 && saveExtension(moduleName, global)) {
            return;
        }
        if (pickler.protocol >= 4) {
            saver.save(moduleName);
            saver.save(global);
            out.op(Ops.STACK_GLOBAL);
        } else if (found.parent() != module) {
            PyObject getter = Attributes.get(ts, Imports.importModule(ts, "builtins"), "getattr");
            PyTuple call = PyTuple.of(getter, PyTuple.of(found.parent(), PyStr.interned(path[path.length - 1])));
            save(call, null);
            Refs.drop(call);
        } else {
            saveNames((PyStr) moduleName, PyStr.of(path[path.length - 1]));
        }
        saver.put(o);
    }

    private boolean saveExtension(PyObject moduleName, PyStr global) {
        PyObject registry = Attributes.get(ts, Imports.importModule(ts, "copyreg"), "_extension_registry");
        PyObject found = ((PyDict) registry).get(ts, PyTuple.of(moduleName, global));
        if (found == null) {
            return false;
        }
        if (!(found instanceof PyInt number)) {
            throw PickleTypes.picklingError("Can't pickle " + Texts.repr(ts, global) + ": extension code "
                    + Texts.repr(ts, found) + " isn't an integer");
        }
        long code = number.fitsLong() ? number.value : -1;
        if (code <= 0 || code > 0x7fffffffL) {
            throw Errors.runtimeError("extension code " + code + " is out of range");
        }
        if (code <= 0xff) {
            out.op(Ops.EXT1, code, 1);
        } else if (code <= 0xffff) {
            out.op(Ops.EXT2, code, 2);
        } else {
            out.op(Ops.EXT4, code, 4);
        }
        return true;
    }

    private void saveNames(PyStr module, PyStr global) {
        PyStr[] names = {module, global};
        if (pickler.fixImports) {
            names = Globals.translated(ts, module, global, true);
        }
        if (pickler.protocol < 3 && !(names[0].isAscii() && names[1].isAscii())) {
            throw PickleTypes.picklingError("can't pickle " + (names[0].isAscii() ? "global" : "module")
                    + " identifier '" + (names[0].isAscii() ? names[0] + "." + names[1] : names[0])
                    + "' using pickle protocol " + pickler.protocol);
        }
        out.op(Ops.GLOBAL);
        out.bytes(Escapes.utf8(ts, names[0]));
        out.op('\n');
        out.bytes(Escapes.utf8(ts, names[1]));
        out.op('\n');
    }
}
