package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyException;
import org.krait.objects.PyNamespace;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Configuration;
import org.krait.runtime.Texts;
import org.krait.runtime.UnraisableHook;
import org.krait.runtime.imports.Imports;
import org.krait.runtime.posix.Environment;

/** The default hooks of {@code sys}: displayhook, unraisablehook, breakpointhook. */
public final class Hooks {
    private static final PyStr WRITE = PyStr.interned("write");

    private Hooks() {}

    static void display(ThreadState ts, PyObject object) {
        if (object == PySingleton.NONE) {
            return;
        }
        PyStr underscore = PyStr.interned("_");
        ts.interp.builtins.put(underscore, PySingleton.NONE);
        PyObject out = ts.interp.sys.get("stdout");
        if (out == null || out == PySingleton.NONE) {
            throw Errors.runtimeError("lost sys.stdout");
        }
        PyStr text = Texts.repr(ts, object);
        try {
            Calls.callMethod(ts, out, WRITE, text);
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.UNICODE_ENCODE_ERROR)) {
                throw e;
            }
            e.swallow();
            PyObject encoding = Attributes.get(ts, out, PyStr.interned("encoding"));
            PyObject bytes = Calls.callMethod(ts, text, PyStr.interned("encode"), encoding,
                    PyStr.of("backslashreplace"));
            PyObject plain = Calls.callMethod(ts, bytes, PyStr.interned("decode"), encoding, PyStr.of("strict"));
            Calls.callMethod(ts, out, WRITE, plain);
        }
        Calls.callMethod(ts, out, WRITE, PyStr.of("\n"));
        ts.interp.builtins.put(underscore, object);
    }

    /** What {@code sys.__unraisablehook__} does. */
    public static void unraisable(ThreadState ts, PyObject unraisable) {
        if (!(unraisable instanceof PyNamespace)) {
            throw Errors.typeError("sys.unraisablehook argument type must be UnraisableHookArgs");
        }
        PyObject message = field(ts, unraisable, "err_msg");
        PyObject object = field(ts, unraisable, "object");
        UnraisableHook.write(ts, message, object, field(ts, unraisable, "exc_type"), field(ts, unraisable, "exc_value"),
                field(ts, unraisable, "exc_traceback"));
    }

    private static PyObject field(ThreadState ts, PyObject o, String name) {
        return Attributes.get(ts, o, PyStr.interned(name));
    }

    static PyObject breakpoint(ThreadState ts, PyObject[] args, PyStr[] keywords) {
        Configuration c = (Configuration) ts.interp.natives.get(Configuration.class);
        String target = c.ignoreEnvironment || c.isolated ? null : Environment.of(ts).get("PYTHONBREAKPOINT");
        if (target == null || target.isEmpty()) {
            target = "pdb.set_trace";
        }
        if (target.equals("0")) {
            return PySingleton.NONE;
        }
        int dot = target.lastIndexOf('.');
        PyObject function;
        try {
            PyObject module = Imports.importModule(ts, dot < 0 ? "builtins" : target.substring(0, dot));
            function = Attributes.get(ts, module, PyStr.interned(target.substring(dot + 1)));
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.EXCEPTION)) {
                throw e;
            }
            e.swallow();
            PyObject warn = Attributes.get(ts, Imports.importModule(ts, "warnings"), PyStr.interned("warn"));
            Calls.call(ts, warn, PyStr.of("Ignoring unimportable $PYTHONBREAKPOINT: \"" + target + "\""),
                    ExceptionTypes.RUNTIME_WARNING);
            return PySingleton.NONE;
        }
        return Calls.call(ts, function, args, keywords);
    }
}
