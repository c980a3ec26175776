package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyByteArray;
import org.krait.objects.PyBytes;
import org.krait.objects.PyCell;
import org.krait.objects.PyDict;
import org.krait.objects.PyFrame;
import org.krait.objects.PyList;
import org.krait.objects.PyMemoryView;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Frames;
import org.krait.runtime.Iteration;
import org.krait.runtime.imports.SourceCompiler;

/** The builtins about code and namespaces: compile, eval, exec, globals, locals, vars, dir. */
public final class CodeFunctions {
    /** Flags that {@code compile} accepts: future features and the bits of SourceCompiler. */
    private static final int KNOWN_FLAGS = 0x1ff0000 | 0xf410 | 0x200;
    private static final PyStr BUILTINS = PyStr.interned("__builtins__");
    private static final PyStr DICT = PyStr.interned("__dict__");

    private CodeFunctions() {}

    static PyObject compile(ThreadState ts, PyObject source, PyObject filename, PyObject mode, int flags,
            boolean dontInherit, int optimize, int featureVersion) {
        if ((flags & ~KNOWN_FLAGS) != 0) {
            throw Errors.valueError("compile(): unrecognised flags");
        }
        if (optimize < -1 || optimize > 2) {
            throw Errors.valueError("compile(): invalid optimize value");
        }
        if (!(mode instanceof PyStr)) {
            throw Errors.typeError("compile() argument 'mode' must be str, not " + Arguments.shown(mode));
        }
        String modeText = mode.toString();
        boolean onlyTree = (flags & SourceCompiler.ONLY_AST) != 0;
        switch (modeText) {
            case "exec", "eval", "single" -> { }
            case "func_type" -> {
                if (!onlyTree) {
                    throw Errors.valueError("compile() mode 'func_type' requires flag PyCF_ONLY_AST");
                }
            }
            default -> throw Errors.valueError(onlyTree
                    ? "compile() mode must be 'exec', 'eval', 'single' or 'func_type'"
                    : "compile() mode must be 'exec', 'eval' or 'single'");
        }
        int all = flags;
        if (!dontInherit && ts.frame != null) {
            all |= ts.frame.code.flags & 0x1ff0000;
        }
        return SourceCompiler.of(ts.interp).compile(ts, source, new SourceCompiler.Request(
                filename(ts, filename), modeText, all, optimize, featureVersion));
    }

    private static String filename(ThreadState ts, PyObject filename) {
        if (filename instanceof PyStr s) {
            return s.toString();
        }
        if (filename instanceof PyBytes b) {
            return new String(b.value, java.nio.charset.StandardCharsets.UTF_8);
        }
        PyObject method = Attributes.getSpecial(ts, filename, Special.FSPATH);
        if (method == null) {
            throw Errors.typeError("expected str, bytes or os.PathLike object, not " + filename.type.name());
        }
        return filename(ts, Calls.consume(ts, method));
    }

    static PyObject eval(ThreadState ts, PyObject source, PyObject globals, PyObject locals) {
        PyDict globalNames = globalNames(ts, globals, "eval");
        PyObject localNames = localNames(ts, globals, globalNames, locals, "eval");
        PyObject result = null;
        try {
            result = eval(ts, source, globalNames, localNames);
            return result;
        } finally {
            dropCopy(ts, localNames, locals, globalNames, result);
        }
    }

    private static PyObject eval(ThreadState ts, PyObject source, PyDict globalNames, PyObject localNames) {
        if (source instanceof CodeObject code) {
            if (code.freeCount > 0) {
                throw Errors.typeError("code object passed to eval() may not contain free variables");
            }
            AuditHooks.raise(ts, "exec", code);
            return Frames.run(ts, code, globalNames, localNames, null);
        }
        if (!isSource(source)) {
            throw Errors.typeError("eval() arg 1 must be a string, bytes or code object");
        }
        PyObject stripped = source;
        if (source instanceof PyStr s) {
            int from = 0;
            while (from < s.length() && (s.at(from) == ' ' || s.at(from) == '\t')) {
                from++;
            }
            stripped = s.substring(from, s.length());
        }
        CodeObject code = compiled(ts, stripped, "eval");
        AuditHooks.raise(ts, "exec", code);
        return Frames.run(ts, code, globalNames, localNames, null);
    }

    static void exec(ThreadState ts, PyObject source, PyObject globals, PyObject locals, PyObject closure) {
        PyDict globalNames = globalNames(ts, globals, "exec");
        PyObject localNames = localNames(ts, globals, globalNames, locals, "exec");
        try {
            exec(ts, source, globalNames, localNames, closure);
        } finally {
            dropCopy(ts, localNames, locals, globalNames, null);
        }
    }

    /** Drops local names that are a copy made for this call: those of a comprehension in a class or module. */
    private static void dropCopy(ThreadState ts, PyObject names, PyObject given, PyDict globals, PyObject result) {
        if (names != given && names != globals && ts.frame != null && names != ts.frame.locals) {
            Refs.dropKeeping(names, result);
        }
    }

    private static void exec(ThreadState ts, PyObject source, PyDict globalNames, PyObject localNames,
            PyObject closure) {
        PyTuple cells = null;
        CodeObject code;
        if (source instanceof CodeObject given) {
            code = given;
            cells = cells(code, closure);
        } else {
            if (closure != null && closure != PySingleton.NONE) {
                throw Errors.typeError("closure can only be used when source is a code object");
            }
            if (!isSource(source)) {
                throw Errors.typeError("exec() arg 1 must be a string, bytes or code object");
            }
            code = compiled(ts, source, "exec");
        }
        AuditHooks.raise(ts, "exec", code);
        Refs.drop(Frames.run(ts, code, globalNames, localNames, cells));
    }

    private static PyTuple cells(CodeObject code, PyObject closure) {
        if (code.freeCount == 0) {
            if (closure != null && closure != PySingleton.NONE) {
                throw Errors.typeError("cannot use a closure with this code object");
            }
            return null;
        }
        boolean good = closure instanceof PyTuple t && t.size() == code.freeCount;
        if (good) {
            for (PyObject cell : ((PyTuple) closure).items) {
                good &= cell instanceof PyCell;
            }
        }
        if (!good) {
            throw Errors.typeError("code object requires a closure of exactly length " + code.freeCount);
        }
        return (PyTuple) closure;
    }

    private static boolean isSource(PyObject source) {
        return source instanceof PyStr || source instanceof PyBytes || source instanceof PyByteArray
                || source instanceof PyMemoryView view && view.isContiguous();
    }

    /** The event of source text that is going to be compiled. */
    static void auditCompile(ThreadState ts, PyObject source, PyObject filename) {
        if (ts.interp.auditHooks != null && isSource(source)) {
            PyObject text = source instanceof PyStr s
                    ? new PyBytes(s.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    : source;
            AuditHooks.raise(ts, "compile", text, filename);
        }
    }

    private static CodeObject compiled(ThreadState ts, PyObject source, String mode) {
        auditCompile(ts, source, PyStr.of("<string>"));
        int inherited = ts.frame == null ? 0 : ts.frame.code.flags & 0x1ff0000;
        return (CodeObject) SourceCompiler.of(ts.interp).compile(ts, source,
                new SourceCompiler.Request("<string>", mode, inherited, -1, -1));
    }

    private static PyDict globalNames(ThreadState ts, PyObject globals, String function) {
        PyDict names;
        if (globals == null || globals == PySingleton.NONE) {
            if (ts.frame == null) {
                throw Errors.typeError(function + " must be given globals and locals when called without a frame");
            }
            names = ts.frame.globals;
        } else if (globals instanceof PyDict dict) {
            names = dict;
        } else {
            throw Errors.typeError(function.equals("eval")
                    ? globals.type.has(Special.GETITEM)
                            ? "globals must be a real dict; try eval(expr, {}, mapping)"
                            : "globals must be a dict"
                    : "exec() globals must be a dict, not " + globals.type.name());
        }
        if (names.get(BUILTINS) == null) {
            names.put(BUILTINS, ts.frame == null ? ts.interp.builtins : ts.frame.builtins);
        }
        return names;
    }

    private static PyObject localNames(ThreadState ts, PyObject globals, PyDict globalNames, PyObject locals,
            String function) {
        if (locals == null || locals == PySingleton.NONE) {
            return globals == null || globals == PySingleton.NONE ? locals(ts) : globalNames;
        }
        if (!(locals instanceof PyDict) && !locals.type.has(Special.GETITEM)) {
            throw Errors.typeError(function.equals("eval")
                    ? "locals must be a mapping"
                    : "locals must be a mapping or None, not " + locals.type.name());
        }
        return locals;
    }

    static PyObject globals(ThreadState ts) {
        return ts.frame == null ? PySingleton.NONE : ts.frame.globals;
    }

    static PyObject locals(ThreadState ts) {
        PyFrame frame = ts.frame;
        if (frame == null) {
            throw Errors.systemError("frame does not exist");
        }
        return Frames.locals(ts, frame);
    }

    static PyObject vars(ThreadState ts, PyObject object) {
        if (object == null) {
            return locals(ts);
        }
        PyObject dict = Attributes.lookup(ts, object, DICT);
        if (dict == null) {
            throw Errors.typeError("vars() argument must have __dict__ attribute");
        }
        return dict;
    }

    static PyObject dir(ThreadState ts, PyObject object) {
        PyList names;
        if (object == null) {
            PyObject locals = locals(ts);
            PyObject keys = Calls.callMethod(ts, locals, PyStr.interned("keys"));
            names = Iteration.toList(ts, keys);
            Refs.drop(keys);
        } else {
            PyObject method = Attributes.getSpecial(ts, object, Special.DIR);
            if (method == null) {
                throw Errors.typeError("object does not provide __dir__");
            }
            PyObject answer = Calls.consume(ts, method);
            names = Iteration.toList(ts, answer);
            Refs.drop(answer);
        }
        ListMethods.sort(ts, names, null, false);
        return names;
    }
}
