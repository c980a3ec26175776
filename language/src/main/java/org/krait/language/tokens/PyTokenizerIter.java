package org.krait.language.tokens;

import org.krait.language.PythonCompiler;
import org.krait.language.syntax.SyntaxException;
import org.krait.language.syntax.TokenReader;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBytes;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyIterator;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.builtins.Codecs;

/** A {@code _tokenize.TokenizerIter}: the tokens of the lines that a function gives, all read at the first token. */
final class PyTokenizerIter extends PyIterator {
    static final PyType TYPE =
            PyType.builtin("_tokenize.TokenizerIter", PyType.OBJECT, 0, new TokenizerIterMethodsTable());

    /** Gives a line at each call; null once all are read. */
    private PyObject readline;
    /** The lines are bytes in this encoding; null if they are str. */
    private final String encoding;
    private final boolean extraTokens;
    private TokenReader tokens;

    PyTokenizerIter(PyType type, PyObject readline, String encoding, boolean extraTokens) {
        super(type);
        this.readline = readline;
        this.encoding = encoding;
        this.extraTokens = extraTokens;
        Refs.incRef(readline);
    }

    @Override
    public PyObject next(ThreadState ts) {
        if (tokens == null) {
            StringBuilder source = new StringBuilder();
            while (addLine(ts, source)) {
                continue;
            }
            PyObject done = readline;
            readline = null;
            Refs.decRef(done);
            tokens = new TokenReader(source.toString(), "<string>", extraTokens);
        }
        try {
            if (!tokens.next()) {
                return null;
            }
        } catch (SyntaxException e) {
            throw e.text != null ? PythonCompiler.toPython(e) : unexpectedEnd(ts, e);
        }
        PyTuple start = PyTuple.of(PyInt.of(tokens.line()), PyInt.of(tokens.column()));
        PyTuple end = PyTuple.of(PyInt.of(tokens.endLine()), PyInt.of(tokens.endColumn()));
        return PyTuple.of(PyInt.of(tokens.kind()), PyStr.of(tokens.text()), start, end, PyStr.of(tokens.lineText()));
    }

    /** CPython gives this one its place afterwards, so it isn't in the arguments. */
    private static PyException unexpectedEnd(ThreadState ts, SyntaxException e) {
        PyException error = PythonCompiler.toPython(new SyntaxException(e.kind, e.getMessage(), null, -1, -1, -1, -1,
                null));
        Attributes.set(ts, error.value, "filename", PyStr.of(e.fileName));
        Attributes.set(ts, error.value, "lineno", PyInt.of(e.line));
        Attributes.set(ts, error.value, "offset", PyInt.of(e.offset));
        Attributes.set(ts, error.value, "end_lineno", PyInt.of(e.endLine));
        Attributes.set(ts, error.value, "end_offset", PyInt.of(e.endOffset));
        return error;
    }

    private boolean addLine(ThreadState ts, StringBuilder source) {
        PyObject line;
        try {
            line = Calls.call(ts, readline);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.STOP_ITERATION)) {
                e.swallow();
                return false;
            }
            throw e;
        }
        int before = source.length();
        if (encoding != null) {
            if (!(line instanceof PyBytes)) {
                throw Errors.typeError("readline() returned a non-bytes object");
            }
            source.append(Codecs.decode(ts, line, encoding, "replace"));
        } else if (line instanceof PyStr text) {
            source.append(text);
        } else {
            throw Errors.typeError("readline() returned a non-string object");
        }
        Refs.drop(line);
        return source.length() > before;
    }

    @Override
    protected void dropReferents() {
        Refs.xdecRef(readline);
    }
}
