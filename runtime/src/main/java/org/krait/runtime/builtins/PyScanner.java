package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyIterator;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;

/** The successive matches of a pattern in a string: what {@code scanner} and {@code finditer} return. */
public final class PyScanner extends PyIterator {
    public static final PyType TYPE =
            PyType.builtin("_sre.SRE_Scanner", PyType.OBJECT, PyType.NO_NEW, new ScannerMethodsTable());
    /** The iterator of {@code finditer}, which has no methods of its own. */
    public static final PyType ITERATOR_TYPE = PyType.builtin("callable_iterator", PyType.OBJECT, PyType.NO_NEW,
            new MatchIteratorMethodsTable());

    private final SreScan scan;
    private boolean executing;
    private boolean exhausted;

    PyScanner(PyType type, SreScan scan) {
        super(type);
        this.scan = scan;
        Refs.incRef(scan.pattern);
        Refs.incRef(scan.string);
    }

    PyPattern pattern() {
        return scan.pattern;
    }

    /** The next match of a search. */
    @Override
    public PyMatch next(ThreadState ts) {
        return advance(true);
    }

    /** The next match, searched for or exactly here; null when there is none any more. */
    PyMatch advance(boolean search) {
        if (executing) {
            throw Errors.valueError("regular expression scanner already executing");
        }
        if (exhausted) {
            return null;
        }
        executing = true;
        try {
            if (search ? scan.matcher.search() : scan.matcher.match()) {
                PyMatch match = scan.match();
                scan.matcher.advance();
                return match;
            }
            exhausted = true;
            return null;
        } finally {
            executing = false;
        }
    }

    @Override
    protected void dropReferents() {
        scan.close();
        Refs.decRef(scan.pattern);
        Refs.decRef(scan.string);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        visitor.visit(scan.pattern);
        visitor.visit(scan.string);
    }
}
