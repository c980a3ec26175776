package org.krait.runtime.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.krait.objects.PyBool;
import org.krait.objects.PyBytes;
import org.krait.objects.PyException;
import org.krait.objects.PyFrame;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyPending;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Texts;
import org.krait.runtime.builtins.WarningFilters;
import org.krait.runtime.imports.ImportLibrary;
import org.krait.runtime.posix.Paths;
import org.krait.snapshot.UnitConditions;
import org.krait.snapshot.UnitConditions.FileState.Kind;
import org.krait.snapshot.UnitConditions.FileState.Look;

/** Puts down what modules ask of the process, its options and the file system, which must be the same later. */
final class Inquiries {
    /** Attributes of {@code sys} that come from the command line and from where Krait lies. */
    private static final String[] OPTIONS = {
        "warnoptions", "_xoptions", "argv", "orig_argv", "executable", "_base_executable", "prefix", "exec_prefix",
        "base_prefix", "base_exec_prefix",
    };
    /** Functions of the library that tell no more of a path than what it is. */
    private static final Set<String> KINDS = Set.of("exists", "lexists", "isfile", "isdir", "islink", "_joinrealpath",
            "is_file", "is_dir", "is_symlink");
    private static final Set<String> PATH_MODULES = Set.of("genericpath.py", "posixpath.py", "pathlib.py");
    private static final int ACCESS_MODE = 3;
    private static final String LOCALES = "/usr/lib/locale";
    /** Environment variables that tell which locale the empty name is. */
    private static final String[] LOCALE_VARIABLES = {
        "LC_ALL", "LANG", "LC_CTYPE", "LC_COLLATE", "LC_TIME", "LC_MONETARY", "LC_MESSAGES", "LC_NUMERIC",
    };
    /** Functions of {@code platform} that give one field of {@code posix.uname()}, and the field. */
    private static final String[][] UNAME_FIELDS = {
        {"system", "sysname"}, {"node", "nodename"}, {"release", "release"}, {"version", "version"},
        {"machine", "machine"},
    };

    private final ThreadState ts;
    private final Execution execution;
    private final Fixups fixups;

    Inquiries(ThreadState ts, Execution execution, Fixups fixups) {
        this.ts = ts;
        this.fixups = fixups;
        this.execution = execution;
    }

    /** Has the next module that reads an option tell of it. */
    void watchOptions() {
        execution.work(() -> {
            for (String name : OPTIONS) {
                PyStr key = PyStr.interned(name);
                PyObject value = ts.interp.sys.get(key);
                if (value != null) {
                    ts.interp.sys.makePending(new Option(this, key, value));
                }
            }
        });
    }

    /** An option that nobody has read since somebody looked last. */
    private static final class Option extends PyPending {
        private final Inquiries inquiries;
        private final PyStr name;
        private final PyObject value;

        Option(Inquiries inquiries, PyStr name, PyObject value) {
            super(name);
            this.inquiries = inquiries;
            this.name = name;
            this.value = value;
        }

        @Override
        protected PyObject resolve() {
            inquiries.readsOption(name.toString(), value);
            return value;
        }
    }

    private void readsOption(String name, PyObject value) {
        Running r = execution.current();
        if (r != null && fixups.isPassedOn(r.name, name, value)) {
            r.passedOn.add(name);
        } else {
            answered("sys", name, null, value);
        }
    }

    /**
     * A native function or attribute has told something.
     *
     * @param argument an int, None for no argument, null for an attribute; for filters of warnings see
     *     {@link UnitConditions.Answer#FILTER_OF}
     */
    void answered(String module, String name, PyObject argument, PyObject answer) {
        Running r = execution.current();
        if (r != null && !isOfImport() && !LastingCalls.isExpected(r.name, module + "." + name)) {
            if (name.equals("uname") && platformField() != null) {
                answeredField(r, module, name, platformField(), answer);
                return;
            }
            String given = argument == null ? null : argument == PySingleton.NONE ? "" : argument.toString();
            String text = new Places(ts).keepAnswer(execution.ask(() -> Texts.repr(ts, answer).toString()));
            r.seen.answers.putIfAbsent(module + "." + name + " " + given,
                    new UnitConditions.Answer(module, name, given, text));
        }
    }

    /** An attribute of a module is asked for that {@link Conditions} describes. */
    void answered(String module, String name, String text) {
        Running r = execution.current();
        if (r != null && !isOfImport()) {
            r.seen.answers.putIfAbsent(module + "." + name + " null", new UnitConditions.Answer(module, name, null,
                    new Places(ts).keepAnswer(text)));
        }
    }

    private void answeredField(Running r, String module, String name, String field, PyObject answer) {
        String text = execution.ask(() -> Texts.repr(ts, Attributes.get(ts, answer, PyStr.interned(field))).toString());
        r.seen.answers.putIfAbsent(module + "." + name + " ." + field,
                new UnitConditions.Answer(module, name, "." + field, text));
    }

    /** The field of {@code posix.uname()} that a function of {@code platform} asks for alone; null for all. */
    private String platformField() {
        PyFrame uname = ts.frame;
        if (uname == null || uname.back == null || !isIn(uname, "/platform.py") || !isIn(uname.back, "/platform.py")) {
            return null;
        }
        for (String[] row : UNAME_FIELDS) {
            if (uname.code.name.equalTo("uname") && uname.back.code.name.equalTo(row[0])) {
                return row[1];
            }
        }
        return null;
    }

    private static boolean isIn(PyFrame frame, String file) {
        return frame.code.filename.toString().endsWith(file);
    }

    /** True while the import library looks for a module that is imported: what it finds is the condition. */
    boolean isOfImport() {
        ImportLibrary library = ImportLibrary.peek(ts.interp);
        for (PyFrame frame = ts.frame; frame != null && library != null && library.isIn(frame); frame = frame.back) {
            if (frame.code.name.equalTo("_find_and_load") || frame.code.name.equalTo("_verbose_message")) {
                return true;
            }
        }
        return false;
    }

    /** What an environment variable is now; null when it is not set. */
    String variable(String name) {
        return execution.ask(() -> Conditions.variable(ts, name));
    }

    /** The locale that the environment names is asked for. */
    void asksForLocale() {
        Running r = execution.current();
        if (r != null) {
            for (String name : LOCALE_VARIABLES) {
                r.seen.variables.putIfAbsent(name, variable(name));
            }
            looks(PyStr.of(LOCALES), Look.CONTENT);
        }
    }

    /** A native function has raised an exception in the place of an answer. */
    void refused(String module, String name, PyObject argument, PyException error) {
        Running r = execution.current();
        if (r != null) {
            String given = argument == PySingleton.NONE ? "" : argument.toString();
            r.seen.answers.putIfAbsent(module + "." + name + " " + given,
                    new UnitConditions.Answer(module, name, given, error.value.type.name()));
        }
    }

    /**
     * A function is asked about a path, which may be an open file or something wrong.
     *
     * @param asked what it tells, of which some of the library's functions want to know less
     */
    void looks(PyObject path, Look asked) {
        Running r = execution.current();
        if (r == null || path instanceof PyInt || isOfImport()) {
            return;
        }
        byte[] bytes = execution.ask(() -> bytes(path));
        if (bytes != null) {
            Look look = asked == Look.LINK && isLinkAsked() ? Look.TARGET
                    : asked == Look.CONTENT && isKindAsked() ? Look.KIND : asked;
            looks(r, bytes, look);
        }
    }

    private byte[] bytes(PyObject path) {
        try {
            PyObject text = path == null || path == PySingleton.NONE ? PyStr.of(".") : Paths.fspath(ts, path);
            return text instanceof PyBytes b ? b.value : Paths.bytes(ts, text);
        } catch (PyException e) {
            // The function itself says what is wrong.
            e.swallow();
            return null;
        }
    }

    private void looks(Running r, byte[] path, Look look) {
        String text = new String(path, StandardCharsets.UTF_8);
        if (text.indexOf('\ufffd') >= 0) {
            r.unsound("looks at a file whose name is no text");
        } else if (text.startsWith("/proc/") || text.startsWith("/sys/")) {
            r.unsound("asks the system for " + text);
        } else {
            UnitConditions.FileState state = Conditions.state(ts, text, look);
            r.seen.files.putIfAbsent(look + state.path(), state);
        }
    }

    /** True while one of the library's functions asks that say no more of a path than what it is. */
    private boolean isKindAsked() {
        PyFrame frame = ts.frame;
        for (int depth = 0; depth < 2 && frame != null; depth++) {
            String file = frame.code.filename.toString();
            if (!PATH_MODULES.contains(file.substring(file.lastIndexOf('/') + 1))) {
                return false;
            }
            if (KINDS.contains(frame.code.name.toString())) {
                return true;
            }
            frame = frame.back;
        }
        return false;
    }

    /** True while {@code realpath} asks, for which all that is no link is the same unless it is strict. */
    private boolean isLinkAsked() {
        PyFrame frame = ts.frame;
        if (frame == null || !isIn(frame, "/posixpath.py") || !frame.code.name.equalTo("_joinrealpath")) {
            return false;
        }
        for (int i = 0; i < frame.code.argCount; i++) {
            if (frame.code.variables[i].equalTo("strict")) {
                return frame.register(i) == PyBool.FALSE;
            }
        }
        return false;
    }

    /** A file is about to be opened. */
    void opens(byte[] path, int flags) {
        Running r = execution.current();
        if (r == null) {
            return;
        }
        String text = new String(path, StandardCharsets.UTF_8);
        if (text.equals("/dev/null")) {
            return;
        }
        if (flags != 0) {
            r.unsound(((flags & ACCESS_MODE) == 0 ? "opens the file " : "writes the file ") + text);
        } else if (Conditions.state(ts, text, Look.KIND).kind() == Kind.OTHER) {
            r.unsound("reads the device " + text);
        } else {
            looks(r, path, Look.CONTENT);
        }
    }

    /** A warning is given or, by a filter, not given. */
    void warns(String action, PyTuple filter, PyObject text, boolean isImporters) {
        Running r = execution.current();
        if (r == null) {
            return;
        }
        if (!action.equals("ignore") || isImporters) {
            r.unsound("gives the warning " + execution.ask(() -> Texts.str(ts, text)));
            return;
        }
        PyObject filters = WarningFilters.active(ts);
        Running decider = inserter(filters, filter);
        if (decider == null) {
            answered("_warnings", "filters", null, filters);
        } else if (decider != r) {
            answered("_warnings", "filters", PyStr.of(UnitConditions.Answer.FILTER_OF.concat(decider.name)), filters);
        }
    }

    /**
     * The module that put a filter before all others and is executed still; null when that was not so. Whatever filters
     * there were before, this one decides: those before it come from what was executed since, and do not match.
     */
    private Running inserter(PyObject filters, PyTuple filter) {
        for (Running r : execution.all()) {
            for (PyTuple effect : r.effects) {
                if (filter != null && Effects.value(effect) == filter && Effects.isFirst(effect, filters)) {
                    return r;
                }
            }
        }
        return null;
    }
}
