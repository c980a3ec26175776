package org.krait.runtime;

import java.util.Arrays;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyFrame;
import org.krait.objects.PyFunction;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;

/** Puts the arguments of a call into the parameters of a Python function; as initialize_locals of CPython's ceval. */
final class ArgumentBinding {
    private static final int STARS = CodeObject.VARARGS | CodeObject.VARKEYWORDS;

    private final PyFunction function;
    private final CodeObject code;
    private final PyObject[] registers;

    private ArgumentBinding(PyFunction function, PyFrame frame) {
        this.function = function;
        code = frame.code;
        registers = frame.registers;
    }

    /** A new frame of {@code f} with its parameters filled. */
    static PyFrame bind(ThreadState ts, PyFunction f, PyObject[] args, PyStr[] keywords) {
        PyFrame frame = Frames.of(f);
        try {
            new ArgumentBinding(f, frame).fill(ts, args, keywords);
        } catch (PyException e) {
            abandon(frame);
            throw e;
        }
        for (int i = 0; i < frame.code.parameterCount; i++) {
            Refs.incRef(frame.registers[i]);
        }
        CodeObject code = frame.code;
        if ((code.flags & STARS) != 0 && (code.flags & CodeObject.SUSPENDABLE) == 0) {
            int named = Math.min(args.length - (keywords == null ? 0 : keywords.length), code.argCount);
            if (named < args.length) {
                frame.setStarred(named == 0 ? args : Arrays.copyOfRange(args, named, args.length));
            }
        }
        return frame;
    }

    /** Gives up a frame whose parameters are not counted yet; the values stay the caller's. */
    private static void abandon(PyFrame frame) {
        PyObject[] registers = frame.registers;
        CodeObject code = frame.code;
        for (int i = 0; i < code.parameterCount; i++) {
            PyObject value = registers[i];
            registers[i] = null;
            if (i < code.argCount + code.keywordOnlyCount || value == null) {
                continue;
            }
            if (value instanceof PyTuple rest) {
                Arguments.drop(rest);
            } else {
                Arguments.drop((PyDict) value);
            }
        }
        frame.clearLocals();
    }

    private void fill(ThreadState ts, PyObject[] args, PyStr[] keywords) {
        int named = keywords == null ? 0 : keywords.length;
        int given = args.length - named;
        int positional = Math.min(given, code.argCount);
        System.arraycopy(args, 0, registers, 0, positional);
        int all = code.argCount + code.keywordOnlyCount;
        boolean varArgs = code.hasFlag(CodeObject.VARARGS);
        if (varArgs) {
            registers[all] = PyTuple.copyOf(args, positional, given - positional);
        }
        PyDict more = null;
        if (code.hasFlag(CodeObject.VARKEYWORDS)) {
            more = new PyDict();
            registers[varArgs ? all + 1 : all] = more;
        }
        for (int i = 0; i < named; i++) {
            keyword(keywords[i], args[given + i], keywords, more);
        }
        if (given > code.argCount && !varArgs) {
            throw tooMany(given);
        }
        if (given < code.argCount) {
            positionalDefaults(given);
        }
        if (code.keywordOnlyCount > 0) {
            keywordDefaults();
        }
    }

    private void keyword(PyStr name, PyObject value, PyStr[] keywords, PyDict more) {
        int all = code.argCount + code.keywordOnlyCount;
        int index = parameter(name, code.positionalOnlyCount, all);
        if (index >= 0) {
            if (registers[index] != null) {
                throw Errors.typeError(prefix() + " got multiple values for argument '" + name + "'");
            }
            registers[index] = value;
        } else if (more != null) {
            if (more.get(name) != null) {
                throw Errors.typeError(prefix() + " got multiple values for keyword argument '" + name + "'");
            }
            more.put(name, value);
        } else {
            throw unexpected(name, keywords);
        }
    }

    private int parameter(PyStr name, int from, int to) {
        PyStr[] variables = code.variables;
        for (int i = from; i < to; i++) {
            if (variables[i] == name) {
                return i;
            }
        }
        for (int i = from; i < to; i++) {
            if (variables[i].equalTo(name)) {
                return i;
            }
        }
        return -1;
    }

    private void positionalDefaults(int given) {
        PyTuple defaults = function.defaults();
        int count = defaults == null ? 0 : defaults.size();
        int required = code.argCount - count;
        int missing = 0;
        for (int i = given; i < required; i++) {
            if (registers[i] == null) {
                missing++;
            }
        }
        if (missing > 0) {
            throw missing("positional", missing, 0, required);
        }
        for (int i = Math.max(given, required); i < code.argCount; i++) {
            if (registers[i] == null) {
                registers[i] = defaults.item(i - required);
            }
        }
    }

    private void keywordDefaults() {
        PyDict defaults = function.keywordDefaults();
        int end = code.argCount + code.keywordOnlyCount;
        int missing = 0;
        for (int i = code.argCount; i < end; i++) {
            if (registers[i] == null) {
                PyObject value = defaults == null ? null : defaults.get(code.variables[i]);
                if (value == null) {
                    missing++;
                } else {
                    registers[i] = value;
                }
            }
        }
        if (missing > 0) {
            throw missing("keyword-only", missing, code.argCount, end);
        }
    }

    private String prefix() {
        return function.qualifiedName() + "()";
    }

    private PyException unexpected(PyStr name, PyStr[] keywords) {
        StringBuilder wrong = new StringBuilder();
        for (int i = 0; i < code.positionalOnlyCount; i++) {
            for (PyStr keyword : keywords) {
                if (code.variables[i].equalTo(keyword)) {
                    wrong.append(wrong.isEmpty() ? "" : ", ").append(keyword);
                }
            }
        }
        if (!wrong.isEmpty()) {
            return Errors.typeError(prefix()
                    + " got some positional-only arguments passed as keyword arguments: '" + wrong + "'");
        }
        return Errors.typeError(prefix() + " got an unexpected keyword argument '" + name + "'");
    }

    private PyException missing(String kind, int count, int from, int to) {
        StringBuilder names = new StringBuilder();
        int n = 0;
        for (int i = from; i < to; i++) {
            if (registers[i] == null) {
                if (n > 0) {
                    names.append(count == 2 ? " and " : n == count - 1 ? ", and " : ", ");
                }
                names.append('\'').append(code.variables[i]).append('\'');
                n++;
            }
        }
        return Errors.typeError(prefix() + " missing " + count + " required " + kind + " argument"
                + (count == 1 ? "" : "s") + ": " + names);
    }

    private PyException tooMany(int given) {
        int keywordOnlyGiven = 0;
        for (int i = code.argCount; i < code.argCount + code.keywordOnlyCount; i++) {
            if (registers[i] != null) {
                keywordOnlyGiven++;
            }
        }
        int defaults = function.defaults() == null ? 0 : function.defaults().size();
        StringBuilder text = new StringBuilder(prefix()).append(" takes ");
        if (defaults > 0) {
            text.append("from ").append(code.argCount - defaults).append(" to ");
        }
        text.append(code.argCount).append(" positional argument");
        text.append(defaults > 0 || code.argCount != 1 ? "s" : "").append(" but ").append(given);
        if (keywordOnlyGiven > 0) {
            text.append(" positional argument").append(given != 1 ? "s" : "").append(" (and ").append(keywordOnlyGiven)
                    .append(" keyword-only argument").append(keywordOnlyGiven != 1 ? "s" : "").append(')');
        }
        text.append(given == 1 && keywordOnlyGiven == 0 ? " was" : " were").append(" given");
        return Errors.typeError(text.toString());
    }
}
