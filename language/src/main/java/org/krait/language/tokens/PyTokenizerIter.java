package org.krait.language.tokens;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.krait.language.PythonCompiler;
import org.krait.language.syntax.SyntaxException;
import org.krait.language.syntax.TokenListing;
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
import org.krait.runtime.Calls;

/** A {@code _tokenize.TokenizerIter}: gives {@code (type, string, start, end, line)} for each token. */
public final class PyTokenizerIter extends PyIterator {
    public static final PyType TYPE = PyType.builtin("_tokenize.TokenizerIter", PyType.OBJECT, 0,
            new TokenizerIterMethodsTable());

    private final PyObject readLine;
    private final Charset encoding;
    private final boolean extra;
    private TokenListing listing;

    /** {@code encoding} null for a readline that gives text. */
    PyTokenizerIter(PyObject readLine, Charset encoding, boolean extra) {
        super(TYPE);
        this.readLine = readLine;
        this.encoding = encoding;
        this.extra = extra;
        Refs.incRef(readLine);
    }

    @Override
    public PyObject next(ThreadState ts) {
        if (listing == null) {
            listing = new TokenListing(readLines(ts), extra);
        }
        TokenListing.Listed token;
        try {
            token = listing.next();
        } catch (SyntaxException e) {
            throw PythonCompiler.toPython(e);
        }
        if (token == null) {
            return null;
        }
        return PyTuple.of(PyInt.of(token.type()), PyStr.of(token.string()),
                PyTuple.of(PyInt.of(token.line()), PyInt.of(token.column())),
                PyTuple.of(PyInt.of(token.endLine()), PyInt.of(token.endColumn())), PyStr.of(token.text()));
    }

    private String[] readLines(ThreadState ts) {
        ArrayList<String> lines = new ArrayList<>();
        while (true) {
            String line = readLine(ts);
            if (line.isEmpty()) {
                return lines.toArray(new String[0]);
            }
            lines.add(line);
        }
    }

    /** The next line; empty at the end. */
    private String readLine(ThreadState ts) {
        PyObject line;
        try {
            line = Calls.call(ts, readLine);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.STOP_ITERATION)) {
                e.swallow();
                return "";
            }
            throw e;
        }
        if (encoding == null) {
            if (line instanceof PyStr text) {
                return text.toString();
            }
            throw Errors.typeError("readline() returned a non-string object");
        }
        if (line instanceof PyBytes bytes) {
            return new String(bytes.value, encoding);
        }
        throw Errors.typeError("readline() returned a non-bytes object");
    }

    /** The charset of an encoding that {@code tokenize.detect_encoding} found. */
    static Charset charset(String name) {
        String plain = name.equals("utf-8-sig") ? "utf-8" : name;
        return Charset.isSupported(plain) ? Charset.forName(plain) : StandardCharsets.UTF_8;
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(readLine);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        visitor.visit(readLine);
    }
}
