package org.krait.runtime.builtins;

import org.krait.objects.PyDict;
import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.runtime.sre.Program;

/** A {@code re.Pattern}: verified code and what it was compiled from. */
public final class PyPattern extends PyInstance {
    public static final PyType TYPE = PyType.builtin("re.Pattern", PyType.OBJECT,
            PyType.NO_NEW | PyType.HAS_WEAKREF, new PatternMethodsTable());

    /** What a pattern can be applied to. */
    public enum Kind { TEXT, BYTES, ANY }

    /** A str, a bytes-like object, or None. */
    public final PyObject pattern;
    public final int flags;
    final Program program;
    /** Group numbers by name; null when no group has a name. */
    public final PyDict groupIndex;
    /** Names or None by group number; null when no group has a name. */
    public final PyTuple indexGroup;
    public final Kind kind;

    PyPattern(PyObject pattern, int flags, Program program, PyDict groupIndex, PyTuple indexGroup, Kind kind) {
        super(TYPE);
        this.pattern = pattern;
        this.flags = flags;
        this.program = program;
        this.groupIndex = groupIndex;
        this.indexGroup = indexGroup;
        this.kind = kind;
        Refs.incRef(pattern);
        Refs.xincRef(groupIndex);
        Refs.xincRef(indexGroup);
    }

    public int groups() {
        return program.groups();
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(pattern);
        Refs.xdecRef(groupIndex);
        Refs.xdecRef(indexGroup);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        visitor.visit(pattern);
        if (groupIndex != null) {
            visitor.visit(groupIndex);
        }
        if (indexGroup != null) {
            visitor.visit(indexGroup);
        }
    }
}
