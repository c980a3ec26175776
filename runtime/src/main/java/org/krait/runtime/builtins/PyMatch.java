package org.krait.runtime.builtins;

import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.runtime.sre.Matcher;

/** A {@code re.Match}: the positions of the groups of one match. */
public final class PyMatch extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("re.Match", PyType.OBJECT, PyType.NO_NEW, new MatchMethodsTable());

    public final PyPattern pattern;
    /** The str or bytes-like object that was searched. */
    public final PyObject string;
    /** Start and end of each group by turns, group 0 first; -1 for a group that took no part. */
    public final int[] spans;
    public final long pos;
    public final long endPos;
    /** The number of the group that closed last, or -1. */
    public final int lastIndex;
    /** The attribute {@code regs}, made on first use. */
    PyTuple regs;

    PyMatch(PyPattern pattern, PyObject string, Matcher matcher, long pos, long endPos) {
        this(pattern, string, spans(pattern, matcher), pos, endPos, matcher.lastIndex());
    }

    /** A match whose spans are there already: two for each group of the pattern, and two for the whole. */
    PyMatch(PyPattern pattern, PyObject string, int[] spans, long pos, long endPos, int lastIndex) {
        super(TYPE);
        this.pattern = pattern;
        this.string = string;
        this.spans = spans;
        this.pos = pos;
        this.endPos = endPos;
        this.lastIndex = lastIndex;
        Refs.incRef(pattern);
        Refs.incRef(string);
    }

    private static int[] spans(PyPattern pattern, Matcher matcher) {
        int groups = pattern.groups();
        int[] spans = new int[2 * groups + 2];
        spans[0] = matcher.start();
        spans[1] = matcher.matchEnd();
        for (int group = 1; group <= groups; group++) {
            spans[2 * group] = matcher.groupStart(group);
            spans[2 * group + 1] = matcher.groupEnd(group);
        }
        return spans;
    }

    /** The number of groups, group 0 included. */
    int groupCount() {
        return spans.length >> 1;
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(pattern);
        Refs.decRef(string);
        Refs.xdecRef(regs);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        visitor.visit(pattern);
        visitor.visit(string);
        if (regs != null) {
            visitor.visit(regs);
        }
    }
}
