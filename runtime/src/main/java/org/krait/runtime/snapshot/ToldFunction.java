package org.krait.runtime.snapshot;

import java.util.Arrays;
import org.krait.objects.BuiltinTable;
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
import org.krait.snapshot.UnitConditions.FileState.Look;

/** A function of a native module whose calls a capture hears of ({@link LastingCalls}). */
final class ToldFunction extends BuiltinTable {
    /** The standard error's descriptor. */
    private static final int LAST_STANDARD = 2;

    private final Capture capture;
    private final PyBuiltin told;
    private final String function;
    private final Meaning meaning;

    ToldFunction(Capture capture, PyBuiltin told, String function, Meaning meaning) {
        this.capture = capture;
        this.told = told;
        this.function = function;
        this.meaning = meaning;
    }

    @Override
    public PyObject call(int id, ThreadState ts, PyObject[] args, PyStr[] keywords) {
        PyObject[] given = args.clone();
        begins(given, keywords);
        PyObject result;
        try {
            result = told.table.call(id, ts, args, keywords);
        } catch (PyException e) {
            failed(given, e);
            throw e;
        }
        ended(ts, given, keywords, result);
        return result;
    }

    /** What a call looks at may be otherwise after it. */
    private void begins(PyObject[] given, PyStr[] keywords) {
        if (meaning instanceof Meaning.Looks l) {
            look(l.look(), given, keywords);
        } else if (meaning instanceof Meaning.SystemFile f) {
            capture.inquiries().looks(PyStr.of(f.path()), Look.CONTENT);
        } else if (meaning instanceof Meaning.Descriptor && given.length > 0 && given[0] instanceof PyInt i
                && i.fitsLong() && i.value <= LAST_STANDARD) {
            capture.calls(function, "asks for a standard stream");
        }
    }

    private void failed(PyObject[] given, PyException e) {
        if (meaning instanceof Meaning.Lasting) {
            capture.calls(function, "fails to set");
        } else if (meaning instanceof Meaning.Unsound u) {
            if (u.harmless() != null && given.length > 0 && e.value.type.isSubtypeOf(u.harmless())) {
                capture.inquiries().looks(given[0], Look.KIND);
            } else {
                capture.calls(function, u.what());
            }
        } else if (meaning instanceof Meaning.Answer && isQuestion(given)) {
            capture.inquiries().refused(told.module, told.name.toString(), argument(given), e);
        } else if (meaning instanceof Meaning.Answer) {
            capture.calls(function, "asks the system");
        }
    }

    private void ended(ThreadState ts, PyObject[] given, PyStr[] keywords, PyObject result) {
        if (meaning instanceof Meaning.Repeated) {
            if (result != PySingleton.NONE && !Arrays.asList(given).contains(result)) {
                capture.calls(function, "asks for what was there before");
            }
            repeat(given, keywords);
        } else if (meaning instanceof Meaning.Previous p) {
            answered(p.question(), p.isOfFirst() ? argument(given) : PySingleton.NONE, result);
            repeat(given, keywords);
        } else if (meaning instanceof Meaning.Locale) {
            setsLocale(given, keywords, result);
        } else if (meaning instanceof Meaning.Unsound u) {
            capture.calls(function, u.what());
        } else if (meaning instanceof Meaning.Clock c && given.length < c.arguments()) {
            capture.calls(function, "asks for the time");
        } else if (meaning instanceof Meaning.Answer a
                && (a.asker() == null || isCalledBy(a.asker(), ts) || !capture.isByLibrary())) {
            answers(given, result);
        } else if (meaning instanceof Meaning.Handled h
                && (result == PySingleton.NONE || result instanceof PyTuple t && t.item(0) == PySingleton.NONE)) {
            answered(h.question(), PySingleton.NONE, PySingleton.NONE);
        } else if (meaning instanceof Meaning.Number) {
            capture.made(told.name, given[0], result);
        }
    }

    private void setsLocale(PyObject[] given, PyStr[] keywords, PyObject result) {
        if (given.length == 1 || given[1] == PySingleton.NONE) {
            answered(told.name.toString(), argument(given), result);
            return;
        }
        if (given[1] instanceof PyStr name && name.length() == 0) {
            capture.inquiries().asksForLocale();
        }
        repeat(given, keywords);
    }

    private static boolean isCalledBy(String name, ThreadState ts) {
        return ts.frame != null && ts.frame.code.name.equalTo(name);
    }

    private void answers(PyObject[] given, PyObject result) {
        if (isQuestion(given)) {
            answered(told.name.toString(), argument(given), result);
        } else {
            capture.calls(function, "asks the system");
        }
    }

    private void repeat(PyObject[] given, PyStr[] keywords) {
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

    private void look(Look asked, PyObject[] args, PyStr[] keywords) {
        int positional = args.length - (keywords == null ? 0 : keywords.length);
        PyObject path = positional > 0 ? args[0] : null;
        Look look = asked;
        for (int i = positional; i < args.length; i++) {
            switch (keywords[i - positional].toString()) {
                case "path" -> path = args[i];
                case "follow_symlinks" -> look = args[i] == PyBool.FALSE ? Look.LINK : look;
                case "dir_fd" -> {
                    if (args[i] != PySingleton.NONE) {
                        capture.calls(function, "looks into an open folder");
                    }
                }
                default -> { }
            }
        }
        capture.inquiries().looks(path, look);
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
