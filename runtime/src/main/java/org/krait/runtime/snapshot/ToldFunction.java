package org.krait.runtime.snapshot;

import java.util.Arrays;
import org.krait.objects.BuiltinTable;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBool;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.runtime.snapshot.LastingCalls.Meaning;
import org.krait.snapshot.UnitConditions;

/** A function of a native module whose calls a capture hears of ({@link LastingCalls}). */
final class ToldFunction extends BuiltinTable {
    /** The standard error's descriptor. */
    private static final int LAST_STANDARD = 2;

    private final Capture capture;
    private final PyBuiltin told;
    private final String function;
    private final Meaning meaning;
    private final String detail;

    ToldFunction(Capture capture, PyBuiltin told, String function, Meaning meaning, String detail) {
        this.capture = capture;
        this.told = told;
        this.function = function;
        this.meaning = meaning;
        this.detail = detail;
    }

    @Override
    public PyObject call(int id, ThreadState ts, PyObject[] args, PyStr[] keywords) {
        PyObject[] given = args.clone();
        switch (meaning) {
            case LOOK -> look(given, keywords);
            case SYSTEM_FILE -> capture.inquiries().looks(function, PyStr.of(detail), false);
            case DESCRIPTOR -> {
                if (given.length > 0 && given[0] instanceof PyInt i && i.fitsLong() && i.value <= LAST_STANDARD) {
                    capture.calls(function, "asks for a standard stream");
                }
            }
            default -> { }
        }
        PyObject result;
        try {
            result = told.table.call(id, ts, args, keywords);
        } catch (PyException e) {
            failed(given, e);
            throw e;
        }
        switch (meaning) {
            case REPEATED -> repeated(given, keywords, result);
            case UNSOUND -> capture.calls(function, detail);
            case CLOCK -> {
                if (given.length < Integer.parseInt(detail)) {
                    capture.calls(function, "asks for the time");
                }
            }
            case ANSWER -> {
                if (LastingCalls.isCompared(function, ts.frame) && capture.isByLibrary()) {
                    return result;
                }
                if (isQuestion(given)) {
                    answered(told.name.toString(), argument(given), result);
                } else {
                    capture.calls(function, "asks the system");
                }
            }
            case HANDLED -> {
                if (result == PySingleton.NONE || result instanceof PyTuple t && t.item(0) == PySingleton.NONE) {
                    answered("exception", PySingleton.NONE, PySingleton.NONE);
                }
            }
            case NUMBER -> capture.made(told.name, given[0], result);
            default -> { }
        }
        return result;
    }

    private void failed(PyObject[] given, PyException e) {
        if (meaning == Meaning.ANSWER && !isQuestion(given)) {
            capture.calls(function, "asks the system");
        } else if (meaning == Meaning.ANSWER) {
            capture.inquiries().refused(told.module, told.name.toString(), argument(given), e);
        } else if (function.equals("posix.mkdir") && given.length > 0
                && e.value.type.isSubtypeOf(ExceptionTypes.FILE_EXISTS_ERROR)) {
            capture.inquiries().looks("posix.access", given[0], false);
        } else if (meaning == Meaning.UNSOUND) {
            capture.calls(function, detail);
        } else if (meaning == Meaning.REPEATED) {
            capture.calls(function, "fails to set");
        }
    }

    /** A call is one that a binding repeats; what it gives may be an answer as well. */
    private void repeated(PyObject[] given, PyStr[] keywords, PyObject result) {
        String[] previous = LastingCalls.previous(function);
        if (previous != null) {
            answered(previous[1], previous[2].equals("0") ? PySingleton.NONE : argument(given), result);
        } else if (function.equals("_locale.setlocale")) {
            if (given.length == 1 || given[1] == PySingleton.NONE) {
                answered("setlocale", argument(given), result);
                return;
            }
            if (given[1] instanceof PyStr name && name.length() == 0) {
                capture.inquiries().asksForLocale();
            }
        } else if (result != PySingleton.NONE && !Arrays.asList(given).contains(result)) {
            capture.calls(function, "asks for what was there before");
        }
        capture.add(told.module, told.name.toString(), given, keywords);
    }

    private void answered(String name, PyObject argument, PyObject result) {
        capture.inquiries().answered(told.module, name, argument, result);
    }

    /** Whether a call can be made again as a question. */
    private static boolean isQuestion(PyObject[] given) {
        return given.length == 0 || given.length == 1 && (given[0] instanceof PyInt || given[0] instanceof PyStr);
    }

    /** The argument of a question as an answer has it. */
    private static PyObject argument(PyObject[] given) {
        if (given.length == 0) {
            return PySingleton.NONE;
        }
        // An int may be of an enumeration.
        return given[0] instanceof PyInt i ? PyInt.of(i.value)
                : given[0] instanceof PyStr s ? PyStr.of(UnitConditions.Answer.TEXT.concat(s.toString())) : given[0];
    }

    private void look(PyObject[] args, PyStr[] keywords) {
        int positional = args.length - (keywords == null ? 0 : keywords.length);
        PyObject path = positional > 0 ? args[0] : null;
        boolean isLink = function.equals("posix.lstat") || function.equals("posix.readlink");
        for (int i = positional; i < args.length; i++) {
            switch (keywords[i - positional].toString()) {
                case "path" -> path = args[i];
                case "follow_symlinks" -> isLink |= args[i] == PyBool.FALSE;
                case "dir_fd" -> {
                    if (args[i] != PySingleton.NONE) {
                        capture.calls(function, "looks into an open folder");
                    }
                }
                default -> { }
            }
        }
        capture.inquiries().looks(function, path, isLink);
    }

    @Override
    public PyObject call0(int id, ThreadState ts) {
        return call(id, ts, new PyObject[0], null);
    }

    @Override
    public PyObject call1(int id, ThreadState ts, PyObject a) {
        return call(id, ts, new PyObject[] {a}, null);
    }

    @Override
    public PyObject call2(int id, ThreadState ts, PyObject a, PyObject b) {
        return call(id, ts, new PyObject[] {a, b}, null);
    }

    @Override
    public PyObject call3(int id, ThreadState ts, PyObject a, PyObject b, PyObject c) {
        return call(id, ts, new PyObject[] {a, b, c}, null);
    }

    @Override
    public void fill(PyDict namespace, PyType owner) {
        throw new UnsupportedOperationException(function);
    }

    @Override
    public String moduleName() {
        return told.module;
    }

    @Override
    protected String text(int id) {
        return told.signature;
    }

    @Override
    protected int rows() {
        return told.id + 1;
    }

    @Override
    protected boolean hasReceiver(int id) {
        return false;
    }
}
