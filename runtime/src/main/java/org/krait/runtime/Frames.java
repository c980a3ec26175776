package org.krait.runtime;

import org.krait.objects.Errors;
import org.krait.objects.NativeDepth;
import org.krait.objects.PyCell;
import org.krait.objects.PyDict;
import org.krait.objects.PyFrame;
import org.krait.objects.PyFunction;
import org.krait.objects.PyGenerator;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;

/** Makes frames and ends them. */
public final class Frames {
    private static final PyStr BUILTINS = PyStr.interned("__builtins__");

    private Frames() {}

    /** A frame of a function whose parameters are not yet filled. */
    public static PyFrame of(PyFunction f) {
        CodeObject code = f.code();
        PyDict locals = (code.flags & CodeObject.OPTIMIZED) != 0 ? null : f.globals;
        PyFrame frame = new PyFrame(code, f.globals, f.builtins, locals);
        if (code.freeCount != 0) {
            copyClosure(code, f.closure, frame.registers);
        }
        return frame;
    }

    /** A frame of a function of one plain parameter. */
    public static PyFrame of(PyFunction f, PyObject a) {
        PyFrame frame = of(f);
        Refs.incRef(a);
        frame.registers[0] = a;
        return frame;
    }

    /** A frame of a function of two plain parameters. */
    public static PyFrame of(PyFunction f, PyObject a, PyObject b) {
        PyFrame frame = of(f);
        PyObject[] r = frame.registers;
        Refs.incRef(a);
        r[0] = a;
        Refs.incRef(b);
        r[1] = b;
        return frame;
    }

    /** A frame of a function of three plain parameters. */
    public static PyFrame of(PyFunction f, PyObject a, PyObject b, PyObject c) {
        PyFrame frame = of(f);
        PyObject[] r = frame.registers;
        Refs.incRef(a);
        r[0] = a;
        Refs.incRef(b);
        r[1] = b;
        Refs.incRef(c);
        r[2] = c;
        return frame;
    }

    /** A frame of a function of plain parameters, filled from a part of an array. */
    public static PyFrame of(PyFunction f, PyObject[] args, int from, int count) {
        PyFrame frame = of(f);
        PyObject[] r = frame.registers;
        for (int i = 0; i < count; i++) {
            PyObject value = args[from + i];
            Refs.incRef(value);
            r[i] = value;
        }
        return frame;
    }

    private static void copyClosure(CodeObject code, PyTuple closure, PyObject[] registers) {
        int to = code.variables.length - code.freeCount;
        for (int i = 0; i < code.freeCount; i++) {
            PyObject cell = closure.items[i];
            Refs.incRef(cell);
            registers[to + i] = cell;
        }
    }

    /** Runs a frame whose parameters are filled, or makes the generator of it. */
    public static PyObject start(ThreadState ts, PyFunction f, PyFrame frame) {
        if ((frame.code.flags & CodeObject.SUSPENDABLE) == 0) {
            return Interpreter.run(ts, frame);
        }
        return generator(ts, frame, f.name(), f.qualifiedName());
    }

    private static PyGenerator generator(ThreadState ts, PyFrame frame, PyStr name, PyStr qualifiedName) {
        int flags = frame.code.flags;
        PyType type = (flags & CodeObject.GENERATOR) != 0
                ? PyGenerator.TYPE
                : (flags & CodeObject.COROUTINE) != 0 ? PyGenerator.COROUTINE_TYPE : PyGenerator.ASYNC_TYPE;
        frame.keepNamespaces();
        PyGenerator made = new PyGenerator(type, frame, name, qualifiedName);
        if (type == PyGenerator.COROUTINE_TYPE && ts.coroutineOriginDepth > 0) {
            made.origin = Generators.origin(ts);
            Refs.incRef(made.origin);
        }
        return made;
    }

    /** Runs the body of a module, class or {@code exec} in a namespace; {@code closure} null for none. */
    public static PyObject run(ThreadState ts, CodeObject code, PyDict globals, PyObject locals, PyTuple closure) {
        return run(ts, code, globals, builtinsOf(ts, globals), locals, closure);
    }

    private static PyObject run(ThreadState ts, CodeObject code, PyDict globals, PyDict builtins, PyObject locals,
            PyTuple closure) {
        PyFrame frame = new PyFrame(code, globals, builtins, (code.flags & CodeObject.OPTIMIZED) != 0 ? null : locals);
        if (code.freeCount != 0) {
            copyClosure(code, closure, frame.registers);
        }
        if ((code.flags & CodeObject.SUSPENDABLE) != 0) {
            return generator(ts, frame, code.name, code.qualifiedName);
        }
        int outer = NativeDepth.enterCall(ts);
        // A frame of a traceback that dies meanwhile must not take the caller's namespaces with it.
        Refs.incRef(globals);
        Refs.xincRef(locals);
        try {
            return Interpreter.run(ts, frame);
        } finally {
            ts.nativeDepth = outer;
            Refs.release(globals);
            if (locals != null) {
                Refs.release(locals);
            }
        }
    }

    /** Runs the function of a class body in the class's namespace. */
    public static PyObject runClassBody(ThreadState ts, PyFunction body, PyObject namespace) {
        return run(ts, body.code(), body.globals, body.builtins, namespace, body.closure);
    }

    /** The namespace of builtins that code with these globals sees: {@code __builtins__}, or what the caller sees. */
    public static PyDict builtinsOf(ThreadState ts, PyDict globals) {
        PyObject own = globals.get(BUILTINS);
        if (own instanceof PyModule module) {
            return module.dict;
        }
        if (own instanceof PyDict dict) {
            return dict;
        }
        if (own != null) {
            throw Errors.typeError("'" + own.type.name() + "' object is not subscriptable");
        }
        return ts.frame != null ? ts.frame.builtins : ts.interp.builtins;
    }

    /** {@code locals()} of a frame: its namespace, or a dict that shows the variables of a function as they are now. */
    public static PyObject locals(ThreadState ts, PyFrame frame) {
        if (frame.locals != null) {
            return frame.code.variables.length == 0 ? frame.locals : withComprehensionLocals(ts, frame);
        }
        PyDict dict = frame.givenLocals();
        if (dict == null) {
            dict = new PyDict();
            Refs.incRef(dict);
            frame.setGivenLocals(dict);
        }
        if (frame.isCleared()) {
            return dict;
        }
        CodeObject code = frame.code;
        for (int i = 0; i < code.variables.length; i++) {
            if ((code.variableKinds[i] & CodeObject.HIDDEN) != 0) {
                continue;
            }
            PyObject value = value(frame, i);
            if (value != null) {
                dict.put(code.variables[i], value);
            } else {
                dict.remove(code.variables[i]);
            }
        }
        return dict;
    }

    /** The namespace of a module or class; inside a comprehension a copy that shows its variables too. */
    private static PyObject withComprehensionLocals(ThreadState ts, PyFrame frame) {
        CodeObject code = frame.code;
        PyDict copy = null;
        for (int i = 0; i < code.variables.length; i++) {
            PyObject value = (code.variableKinds[i] & CodeObject.HIDDEN) != 0 ? value(frame, i) : null;
            if (value != null) {
                if (copy == null) {
                    copy = new PyDict();
                    Building.dictUpdate(ts, copy, frame.locals);
                }
                copy.put(code.variables[i], value);
            }
        }
        return copy != null ? copy : frame.locals;
    }

    /** The value of a variable of a function's frame, out of its cell if it has one; null when unbound. */
    static PyObject value(PyFrame frame, int variable) {
        PyObject value = frame.register(variable);
        return value instanceof PyCell cell
                && (frame.code.variableKinds[variable] & (CodeObject.CELL | CodeObject.FREE)) != 0
                ? cell.content
                : value;
    }

    /** Ends the execution of a frame: the caller's frame is current again and the locals are dropped. */
    public static void exit(ThreadState ts, PyFrame frame, PyObject result) {
        ts.frame = frame.back;
        ts.depth--;
        if (frame.isPrivate() && result != frame) {
            Refs.release(frame);
            frame.dropLocals(result);
            frame.back = null;
        } else {
            exitHeld(frame, result);
        }
    }

    /** A frame in a traceback or elsewhere keeps its locals; a generator's owns all of them. */
    private static void exitHeld(PyFrame frame, PyObject result) {
        PyGenerator generator = frame.generator();
        if (result != null) {
            Refs.incRef(result);
        }
        if (generator != null) {
            frame.setGenerator(null);
            generator.frame = null;
            // The generator's reference.
            Refs.release(frame);
        }
        frame.setDone();
        if (Refs.count(frame) > 1) {
            frame.releaseHeldArguments();
            frame.keepNamespaces();
            frame.keepBack();
            Refs.track(frame);
        } else {
            if (generator != null) {
                frame.clearLocals();
            } else {
                frame.dropLocals(result);
            }
            frame.back = null;
        }
        Refs.decRef(frame);
        if (result != null) {
            Refs.release(result);
        }
    }

    /** Suspends a generator's frame: the caller's frame is current again. */
    public static void suspend(ThreadState ts, PyFrame frame) {
        ts.frame = frame.back;
        ts.depth--;
        frame.back = null;
        Refs.release(frame);
    }
}
