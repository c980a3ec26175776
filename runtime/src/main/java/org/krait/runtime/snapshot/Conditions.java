package org.krait.runtime.snapshot;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.Objects;
import org.krait.objects.PyBool;
import org.krait.objects.PyBytes;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Texts;
import org.krait.runtime.builtins.BuiltinModules;
import org.krait.runtime.builtins.CodecRegistry;
import org.krait.runtime.builtins.WarningFilters;
import org.krait.runtime.decimal.DecimalModule;
import org.krait.runtime.imports.NativeImports;
import org.krait.runtime.posix.Environment;
import org.krait.runtime.posix.WorkingDirectory;
import org.krait.snapshot.UnitConditions;
import org.krait.snapshot.UnitConditions.FileState.Kind;
import org.krait.snapshot.UnitConditions.FileState.Look;

/** Whether the process and the files are as a unit's execution found them. */
public final class Conditions {
    private Conditions() {}

    /**
     * Why a unit's variables, answers or files are not as they were; null when they are. Answers of others' filters
     * are left to who knows what is bound together.
     *
     * @param isAsked whether it is a module of the unit that is being imported, and not one that needs it
     */
    public static String whyNot(ThreadState ts, UnitConditions conditions, boolean isAsked) {
        for (UnitConditions.Variable v : conditions.variables()) {
            if (!Objects.equals(v.value(), variable(ts, v.name()))) {
                return "the environment variable " + v.name() + " was "
                        + (v.value() == null ? "not set" : "'" + v.value() + "'");
            }
        }
        for (UnitConditions.Answer a : conditions.answers()) {
            if (a.isQuietImporter()) {
                if (isAsked && NativeSymbols.MAIN.equals(WarningFilters.importer(ts.frame))) {
                    return "it warns of something, of which the program's own module is told";
                }
                continue;
            }
            String reason = a.filterOf() == null ? whyNot(ts, a) : null;
            if (reason != null) {
                return reason;
            }
        }
        for (UnitConditions.FileState f : conditions.files()) {
            if (!f.isSame(state(ts, f.path(), f.look()))) {
                return f.path() + (f.kind() == Kind.NOTHING ? " did not exist" : " has changed");
            }
        }
        return null;
    }

    /** Why an answer is not as it was; null when it is. */
    public static String whyNot(ThreadState ts, UnitConditions.Answer a) {
        String now = answer(ts, a.module(), a.name(), a.argument());
        return a.text().equals(now) || a.text().equals(new Places(ts).keepAnswer(now))
                ? null
                : a.question() + " was " + a.text();
    }

    static String variable(ThreadState ts, String name) {
        PyModule posix = ts.interp.modules.get("posix") instanceof PyModule m ? m : null;
        if (posix == null || posix.dict.isUntouched()) {
            // Nobody can have changed them there; filling the module would cost more than binding all others.
            return Environment.bytes(ts, name);
        }
        PyObject environment = posix.dict.get("environ");
        PyObject now = environment instanceof PyDict d
                ? d.get(ts, new PyBytes(name.getBytes(StandardCharsets.ISO_8859_1)))
                : null;
        return now instanceof PyBytes b ? new String(b.value, StandardCharsets.ISO_8859_1) : null;
    }

    /** The {@code repr} of what a native function or attribute says; the exception's name when it says nothing. */
    private static String answer(ThreadState ts, String module, String name, String argument) {
        try {
            String special = answerOfNone(ts, module, name, argument);
            if (special != null) {
                return special;
            }
            if (!BuiltinModules.isBuiltin(module)) {
                return "";
            }
            // Where the program has put something else into sys.modules, that is asked.
            PyObject value = NativeImports.loadBuiltin(ts, module);
            for (String part : name.split("\\.", -1)) {
                value = Attributes.get(ts, value, PyStr.interned(part));
            }
            if (argument != null && argument.startsWith(".")) {
                value = Attributes.get(ts, Calls.call(ts, value), PyStr.interned(argument.substring(1)));
            } else if (argument != null) {
                value = argument.isEmpty() ? Calls.call(ts, value) : Calls.call(ts, value, argument(argument));
            }
            // Most answers are these; the general way costs a cold process more than binding a module.
            return value instanceof PyList l && l.size == 0 ? "[]" : Texts.repr(ts, value).toString();
        } catch (PyException e) {
            String type = e.value.type.name();
            e.swallow();
            return type;
        }
    }

    /** The answer to a question that no native function or attribute answers; null for all others. */
    private static String answerOfNone(ThreadState ts, String module, String name, String argument)
            throws PyException {
        return switch (module) {
            case "_decimal" -> Texts.repr(ts, PyStr.of(DecimalModule.settings(ts))).toString();
            case "_codecs" -> Texts.repr(ts, PyStr.of(CodecRegistry.described(ts, name, argument))).toString();
            case "_warnings" -> name.equals("filters") ? Texts.repr(ts, WarningFilters.active(ts)).toString() : null;
            case "sys" -> !name.equals("modules") ? null
                    : argument == null || ts.interp.modules.get(argument) == null ? "False" : "True";
            case NativeSymbols.MAIN -> ofMain(ts, name);
            default -> null;
        };
    }

    /** What the program's own module has under a name; null for what has no {@code repr} that is all of it. */
    static String ofMain(ThreadState ts, String name) {
        PyModule main = ts.interp.modules.get(NativeSymbols.MAIN) instanceof PyModule m ? m : null;
        PyObject value = main == null ? null : main.dict.get(name);
        return value == null ? "not there"
                : isPlain(value) ? Texts.repr(ts, value).toString() : null;
    }

    private static boolean isPlain(PyObject o) {
        Class<?> c = o.getClass();
        return c == PyStr.class || c == PyInt.class || c == PyBool.class || o == PySingleton.NONE;
    }

    private static PyObject argument(String given) {
        try {
            return given.startsWith(UnitConditions.Answer.TEXT)
                    ? PyStr.of(given.substring(UnitConditions.Answer.TEXT.length()))
                    : PyInt.of(Long.parseLong(given));
        } catch (NumberFormatException e) {
            // Out of a damaged archive: no function takes it.
            return PySingleton.NONE;
        }
    }

    /** What is to be seen of a path now. */
    static UnitConditions.FileState state(ThreadState ts, String path, Look look) {
        Places places = new Places(ts);
        String real = places.find(path);
        String kept = places.keep(real);
        File file = new File(WorkingDirectory.absolute(real));
        try {
            if ((look == Look.LINK || look == Look.TARGET) && Files.isSymbolicLink(file.toPath())) {
                int target = Files.readSymbolicLink(file.toPath()).toString().hashCode();
                return new UnitConditions.FileState(kept, look, Kind.LINK, target, 0);
            }
        } catch (IOException | InvalidPathException e) {
            Kind kind = look == Look.TARGET ? Kind.NO_LINK : Kind.NOTHING;
            return new UnitConditions.FileState(kept, look, kind, 0, 0);
        }
        if (look == Look.TARGET) {
            return new UnitConditions.FileState(kept, look, Kind.NO_LINK, 0, 0);
        }
        boolean content = look == Look.CONTENT;
        if (file.isFile()) {
            return new UnitConditions.FileState(kept, look, Kind.FILE, content ? file.lastModified() : 0,
                    content ? file.length() : 0);
        }
        if (file.isDirectory()) {
            return new UnitConditions.FileState(kept, look, Kind.FOLDER, content ? file.lastModified() : 0, 0);
        }
        return new UnitConditions.FileState(kept, look, file.exists() ? Kind.OTHER : Kind.NOTHING, 0, 0);
    }
}
