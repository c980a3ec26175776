package org.krait.runtime;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.Mutations;
import org.krait.objects.PyBaseException;
import org.krait.objects.PyBytes;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTraceback;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.imports.Imports;
import org.krait.runtime.snapshot.Capture;

/** Prints exceptions as CPython does. Groups are left to the library's {@code traceback} module. */
public final class Tracebacks {
    private static final int MOST_REPEATS = 3;
    private static final String CAUSE =
            "\nThe above exception was the direct cause of the following exception:\n\n";
    private static final String CONTEXT =
            "\nDuring handling of the above exception, another exception occurred:\n\n";

    private Tracebacks() {}

    /** Prints an exception with its chain to sys.stderr; what goes wrong meanwhile is dropped as in CPython. */
    public static void print(ThreadState ts, PyObject type, PyObject value, PyObject traceback) {
        if (!(value instanceof PyBaseException e)) {
            write(ts, "TypeError: print_exception(): Exception expected for value, " + value.type.name()
                    + " found\n");
            return;
        }
        if (e.traceback() == null && traceback instanceof PyTraceback t) {
            e.setTraceback(t);
        }
        StringBuilder out = new StringBuilder();
        if (hasGroup(e, new IdentityHashMap<>())) {
            PyObject format = Attributes.get(ts, Imports.importModule(ts, "traceback"),
                    PyStr.interned("print_exception"));
            Calls.call(ts, format, value);
            return;
        }
        chain(ts, e, out, new IdentityHashMap<>());
        write(ts, out.toString());
    }

    /** Prints one exception without its chain, notes and suggestions, as for those that nobody can catch. */
    public static void printAlone(ThreadState ts, PyObject type, PyObject value, PyObject traceback) {
        StringBuilder out = new StringBuilder();
        if (traceback instanceof PyTraceback t) {
            frames(ts, t, out);
        }
        if (type instanceof PyType cls) {
            out.append(qualifiedName(ts, cls));
            if (value != PySingleton.NONE) {
                out.append(": ");
                try {
                    out.append(Texts.str(ts, value));
                } catch (PyException failed) {
                    failed.swallow();
                    out.append("<exception str() failed>");
                }
            }
            out.append('\n');
        }
        write(ts, out.toString());
    }

    private static boolean hasGroup(PyBaseException e, IdentityHashMap<PyObject, Boolean> seen) {
        if (seen.put(e, Boolean.TRUE) != null) {
            return false;
        }
        return e.type.isSubtypeOf(ExceptionTypes.BASE_EXCEPTION_GROUP)
                || e.cause() instanceof PyBaseException cause && hasGroup(cause, seen)
                || e.context() instanceof PyBaseException context && hasGroup(context, seen);
    }

    private static void chain(ThreadState ts, PyBaseException e, StringBuilder out,
            IdentityHashMap<PyObject, Boolean> seen) {
        seen.put(e, Boolean.TRUE);
        if (e.cause() instanceof PyBaseException cause) {
            if (!seen.containsKey(cause)) {
                chain(ts, cause, out, seen);
                out.append(CAUSE);
            }
        } else if (e.context() instanceof PyBaseException context && !e.suppressContext) {
            if (!seen.containsKey(context)) {
                chain(ts, context, out, seen);
                out.append(CONTEXT);
            }
        }
        if (e.traceback() != null) {
            frames(ts, e.traceback(), out);
        }
        exceptionOnly(ts, e, out);
    }

    /** The heading and the entries of a traceback, outermost first, repeated ones counted; nothing at a limit of 0. */
    static void frames(ThreadState ts, PyTraceback traceback, StringBuilder out) {
        ArrayList<PyTraceback> shown = shown(ts, traceback);
        if (shown.isEmpty()) {
            return;
        }
        out.append("Traceback (most recent call last):\n");
        SourceLines lines = new SourceLines();
        String last = null;
        int repeats = 0;
        for (PyTraceback t : shown) {
            String file = t.frame.code.filename.toString();
            String place = file + "\0" + t.line() + "\0" + t.frame.code.name;
            repeats = place.equals(last) ? repeats + 1 : 1;
            if (!place.equals(last)) {
                repeated(out, last, lines.repeats);
            }
            lines.repeats = repeats;
            last = place;
            if (repeats <= MOST_REPEATS) {
                out.append("  File \"").append(file).append("\", line ").append(t.line()).append(", in ")
                        .append(t.frame.code.name).append('\n');
                lines.append(ts, t, out);
            }
        }
        repeated(out, last, lines.repeats);
    }

    private static void repeated(StringBuilder out, String last, int repeats) {
        if (last != null && repeats > MOST_REPEATS) {
            int more = repeats - MOST_REPEATS;
            out.append("  [Previous line repeated ").append(more)
                    .append(more == 1 ? " more time]\n" : " more times]\n");
        }
    }

    private static ArrayList<PyTraceback> shown(ThreadState ts, PyTraceback traceback) {
        ArrayList<PyTraceback> all = new ArrayList<>();
        for (PyTraceback t = traceback; t != null; t = t.next()) {
            all.add(t);
        }
        PyObject limit = ts.interp.sys.get("tracebacklimit");
        if (limit instanceof PyInt i && (i.fitsLong() ? i.value < all.size() : i.signum() < 0)) {
            return i.signum() <= 0
                    ? new ArrayList<>()
                    : new ArrayList<>(all.subList(all.size() - (int) i.value, all.size()));
        }
        return all;
    }

    /** The last part: class, message and notes. */
    static void exceptionOnly(ThreadState ts, PyBaseException e, StringBuilder out) {
        if (e.type.isSubtypeOf(ExceptionTypes.SYNTAX_ERROR)) {
            SyntaxErrorText.appendPlace(ts, e, out);
        }
        out.append(qualifiedName(ts, e.type));
        String text;
        try {
            text = e.type.isSubtypeOf(ExceptionTypes.SYNTAX_ERROR)
                    ? SyntaxErrorText.message(ts, e)
                    : Texts.str(ts, e).toString();
        } catch (PyException failed) {
            failed.swallow();
            text = "<exception str() failed>";
        }
        if (!text.isEmpty()) {
            out.append(": ").append(text);
        }
        out.append(Suggestions.of(ts, e)).append('\n');
        notes(ts, e, out);
    }

    private static String qualifiedName(ThreadState ts, PyType type) {
        PyObject module = Attributes.lookup(ts, type, PyStr.interned("__module__"));
        String name = type.qualifiedName().toString();
        if (!(module instanceof PyStr text)) {
            return "<unknown>." + name;
        }
        return text.equalTo("builtins") || text.equalTo("__main__") ? name : text + "." + name;
    }

    private static void notes(ThreadState ts, PyBaseException e, StringBuilder out) {
        PyObject notes = Attributes.lookup(ts, e, PyStr.interned("__notes__"));
        if (notes == null) {
            return;
        }
        try {
            if (notes instanceof PyStr || notes instanceof PyBytes
                    || !notes.type.hasFlag(PyType.SEQUENCE)) {
                out.append(Texts.repr(ts, notes)).append('\n');
                return;
            }
            PyList all = Iteration.toList(ts, notes);
            try {
                for (PyObject note : all.toArray()) {
                    out.append(note instanceof PyStr ? note.toString() : Texts.str(ts, note).toString()).append('\n');
                }
            } finally {
                Refs.drop(all);
            }
        } catch (PyException failed) {
            failed.swallow();
            out.append("<__notes__ repr() failed>\n");
        } finally {
            Refs.drop(notes);
        }
    }

    /** Writes text to sys.stderr, or to the process's when there is none. */
    public static void write(ThreadState ts, String text) {
        PyObject stream = ts.interp.sys.get("stderr");
        if (stream == null || stream == PySingleton.NONE) {
            return;
        }
        Refs.incRef(stream);
        Capture capture = Mutations.WATCHED ? Capture.of(ts.interp) : null;
        if (capture != null) {
            capture.silence(true);
        }
        try {
            Calls.callMethod(ts, stream, PyStr.interned("write"), PyStr.of(text));
            Calls.callMethod(ts, stream, PyStr.interned("flush"));
        } catch (PyException e) {
            e.swallow();
        } finally {
            if (capture != null) {
                capture.silence(false);
            }
            Refs.decRef(stream);
        }
    }

    /** A line of a source file, or null. */
    public static String sourceLine(String file, int line) {
        return new SourceLines().line(file, line);
    }
}
