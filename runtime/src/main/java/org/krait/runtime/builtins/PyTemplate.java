package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyBytes;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;

/** A parsed replacement: literal text and group numbers by turns. */
public final class PyTemplate extends PyObject {
    public static final PyType TYPE = PyType.builtin("_sre.SRE_Template", PyType.OBJECT, PyType.NO_NEW);

    /** The literals; one more than groups. */
    final PyObject[] literals;
    private final int[] groups;

    private PyTemplate(PyObject[] literals, int[] groups) {
        super(TYPE);
        this.literals = literals;
        this.groups = groups;
        for (PyObject literal : literals) {
            Refs.incRef(literal);
        }
    }

    /** Of the list that {@code re._parser.parse_template} makes. */
    static PyTemplate of(ThreadState ts, PyList parts) {
        if ((parts.size() & 1) == 0) {
            throw Errors.typeError("invalid template");
        }
        PyObject[] literals = new PyObject[parts.size() / 2 + 1];
        int[] groups = new int[literals.length - 1];
        for (int i = 0; i < groups.length; i++) {
            PyObject group = parts.get(2 * i + 1);
            if (!(group instanceof PyInt number)) {
                throw Errors.typeError("an integer is required");
            }
            if (number.signum() < 0) {
                throw Errors.typeError("invalid template");
            }
            groups[i] = (int) Math.min(Integer.MAX_VALUE, number.fitsLong() ? number.value : Integer.MAX_VALUE);
        }
        for (int i = 0; i < literals.length; i++) {
            literals[i] = parts.get(2 * i);
        }
        return new PyTemplate(literals, groups);
    }

    boolean isLiteral() {
        return groups.length == 0;
    }

    /** The replacement for a match. */
    PyObject expand(ThreadState ts, PyMatch match) {
        if (isLiteral()) {
            return literals[0];
        }
        SreJoiner out = new SreJoiner(literals[0] instanceof PyStr);
        add(ts, out, literals[0]);
        for (int i = 0; i < groups.length; i++) {
            if (groups[i] >= match.groupCount()) {
                throw Errors.indexError("no such group");
            }
            PyObject text = MatchMethods.slice(ts, match, groups[i], PySingleton.NONE);
            if (text != PySingleton.NONE) {
                out.add(ts, text);
            }
            add(ts, out, literals[i + 1]);
        }
        return out.result(ts);
    }

    private static void add(ThreadState ts, SreJoiner out, PyObject literal) {
        boolean empty = literal instanceof PyStr text ? text.length() == 0
                : literal instanceof PyBytes bytes && bytes.length() == 0;
        if (!empty) {
            out.add(ts, literal);
        }
    }

    @Override
    protected void dropReferents() {
        for (PyObject literal : literals) {
            Refs.decRef(literal);
        }
    }

    @Override
    public void visitReferents(Visitor visitor) {
        for (PyObject literal : literals) {
            visitor.visit(literal);
        }
    }
}
