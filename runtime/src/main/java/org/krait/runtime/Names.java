package org.krait.runtime;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.Mutations;
import org.krait.objects.PyCell;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyFrame;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;

/** Names: globals, builtins, namespaces of class bodies and modules, cells. */
public final class Names {
    private Names() {}

    /** The global or builtin of a name; fills the cache. */
    public static PyObject loadGlobal(ThreadState ts, PyFrame frame, PyStr name, int cache) {
        PyDict globals = frame.globals;
        if (globals.type != PyDict.TYPE) {
            PyObject value = fromMapping(ts, globals, name);
            return value != null ? value : loadBuiltin(ts, frame, name);
        }
        int entry = globals.indexOf(name);
        // Who captures must be told of each read.
        boolean isCached = cache >= 0 && !Mutations.WATCHED;
        if (Mutations.WATCHED) {
            Mutations.noteRead(entry >= 0 ? globals : frame.builtins, name);
        }
        if (entry >= 0) {
            if (isCached && globals.keys[entry] == name) {
                caches(frame.code)[cache] = new GlobalCache(entry);
            }
            return globals.values[entry];
        }
        PyDict builtins = frame.builtins;
        int builtin = builtins.type == PyDict.TYPE ? builtins.indexOf(name) : -1;
        if (builtin >= 0 && isCached && builtins.keys[builtin] == name) {
            caches(frame.code)[cache] = new GlobalCache(globals, builtin);
        }
        return builtin >= 0 ? builtins.values[builtin] : loadBuiltin(ts, frame, name);
    }

    private static PyObject loadBuiltin(ThreadState ts, PyFrame frame, PyStr name) {
        PyObject value = fromMapping(ts, frame.builtins, name);
        if (value == null) {
            throw undefined(name);
        }
        return value;
    }

    /** The caches of a code object, made on first use. */
    static Object[] caches(CodeObject code) {
        return code.caches;
    }

    /** {@code mapping[name]}, or null on KeyError. */
    private static PyObject fromMapping(ThreadState ts, PyObject mapping, PyStr name) {
        if (mapping.type == PyDict.TYPE) {
            return ((PyDict) mapping).getName(ts, name);
        }
        try {
            return mapping.type.slots().getItem(ts, mapping, name);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.KEY_ERROR)) {
                e.swallow();
                return null;
            }
            throw e;
        }
    }

    /** The name in the frame's namespace, else global, else builtin. */
    public static PyObject load(ThreadState ts, PyFrame frame, PyStr name, int cache) {
        PyObject locals = frame.locals;
        if (locals == frame.globals) {
            GlobalCache known = (GlobalCache) frame.code.caches[cache];
            PyObject value = known == null ? null : known.get(frame.globals, frame.builtins, name);
            return value != null ? value : loadGlobal(ts, frame, name, cache);
        }
        if (locals == null) {
            throw noLocals("looking up", name);
        }
        PyObject value = fromMapping(ts, locals, name);
        return value != null ? value : loadGlobal(ts, frame, name, -1);
    }

    /** The name in a namespace, else global, else builtin. */
    static PyObject loadFrom(ThreadState ts, PyFrame frame, PyObject namespace, PyStr name) {
        PyObject value = fromMapping(ts, namespace, name);
        return value != null ? value : loadGlobal(ts, frame, name, -1);
    }

    /** A cell variable that a class namespace may shadow. */
    static PyObject loadClassDeref(ThreadState ts, PyFrame frame, int register, PyObject namespace) {
        PyObject value = namespace == null ? null : fromMapping(ts, namespace, frame.code.variables[register]);
        if (value == null) {
            value = ((PyCell) frame.registers[register]).content;
            if (value == null) {
                throw unboundCell(frame.code, register);
            }
        }
        return value;
    }

    /** True when a namespace has the name. */
    static boolean has(ThreadState ts, PyObject namespace, PyStr name) {
        return fromMapping(ts, namespace, name) != null;
    }

    public static void store(ThreadState ts, PyFrame frame, PyStr name, PyObject value) {
        PyObject locals = frame.locals;
        if (locals == null) {
            throw noLocals("storing", name);
        }
        if (locals.type == PyDict.TYPE) {
            ((PyDict) locals).put(name, value);
        } else {
            locals.type.slots().setItem(ts, locals, name, value);
        }
    }

    static void delete(ThreadState ts, PyFrame frame, PyStr name) {
        PyObject locals = frame.locals;
        if (locals == null) {
            throw noLocals("deleting", name);
        }
        if (locals.type == PyDict.TYPE) {
            if (!((PyDict) locals).remove(name)) {
                throw undefined(name);
            }
            return;
        }
        try {
            locals.type.slots().deleteItem(ts, locals, name);
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.KEY_ERROR)) {
                throw e;
            }
            e.swallow();
            throw undefined(name);
        }
    }

    static void deleteGlobal(PyFrame frame, PyStr name) {
        if (!frame.globals.remove(name)) {
            throw undefined(name);
        }
    }

    static void deleteLocal(PyFrame frame, int register) {
        PyObject old = frame.registers[register];
        if (old == null) {
            throw unboundLocal(frame.code, register);
        }
        frame.registers[register] = null;
        Refs.decRef(old);
    }

    static void deleteDeref(PyFrame frame, int register) {
        PyCell cell = (PyCell) frame.registers[register];
        if (cell.content == null) {
            throw unboundCell(frame.code, register);
        }
        cell.set(null);
    }

    /** Puts the local's value into a new cell in its place. */
    static void makeCell(PyFrame frame, int register) {
        PyCell cell = new PyCell();
        PyObject value = frame.registers[register];
        cell.set(value);
        Refs.incRef(cell);
        frame.registers[register] = cell;
        if (value != null) {
            Refs.decRef(value);
        }
    }

    private static PyException noLocals(String what, PyStr name) {
        return Errors.systemError("no locals when " + what + " '" + name + "'");
    }

    static PyException undefined(PyStr name) {
        return Errors.nameError(ExceptionTypes.NAME_ERROR, "name '" + name + "' is not defined", name);
    }

    public static PyException unboundLocal(CodeObject code, int register) {
        PyStr name = code.variables[register];
        return Errors.nameError(ExceptionTypes.UNBOUND_LOCAL_ERROR,
                "cannot access local variable '" + name + "' where it is not associated with a value", name);
    }

    public static PyException unboundCell(CodeObject code, int register) {
        if (register < code.variables.length - code.freeCount) {
            return unboundLocal(code, register);
        }
        PyStr name = code.variables[register];
        return Errors.nameError(ExceptionTypes.NAME_ERROR, "cannot access free variable '" + name
                + "' where it is not associated with a value in enclosing scope", name);
    }
}
