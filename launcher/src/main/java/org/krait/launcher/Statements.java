package org.krait.launcher;

import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.imports.Imports;
import org.krait.runtime.imports.SourceCompiler;

/** Statements as they are typed: whether more lines must come, and their code. */
final class Statements {
    private static final int DONT_IMPLY_DEDENT = 0x200;
    private static final String FILE = "<stdin>";

    private final ThreadState ts;
    /** The flags of the {@code __future__} imports typed so far. */
    private int future;

    Statements(ThreadState ts) {
        this.ts = ts;
    }

    /**
     * True when the lines so far, without the newline of the last one, may go on: brackets are open, or a block has not
     * been ended by an empty line. As {@code codeop}: what is wrong whatever follows shows once the line has its end.
     *
     * @throws PyException the SyntaxError that no further line can mend
     */
    boolean isIncomplete(String source) {
        if (isEmpty(source)) {
            return false;
        }
        int flags = DONT_IMPLY_DEDENT | SourceCompiler.ALLOW_INCOMPLETE_INPUT | SourceCompiler.WITHOUT_WARNINGS
                | future;
        try {
            compile(source, flags);
            return false;
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.SYNTAX_ERROR)) {
                throw e;
            }
            e.swallow();
        }
        try {
            compile(source + "\n", flags);
            return true;
        } catch (PyException e) {
            if (isSyntaxError(e, "incomplete input")) {
                e.swallow();
                return true;
            }
            throw e;
        }
    }

    /** True for blank lines and comments, which are nothing to run. */
    static boolean isEmpty(String source) {
        for (String line : source.split("\n")) {
            String text = line.strip();
            if (!text.isEmpty() && text.charAt(0) != '#') {
                return false;
            }
        }
        return true;
    }

    /** The code of a whole input. Several statements, as they come by pasting, run one after the other. */
    CodeObject compile(String source) {
        CodeObject code;
        try {
            code = compile(source, future);
        } catch (PyException e) {
            if (!isSyntaxError(e, "multiple statements found while compiling a single statement")) {
                throw e;
            }
            e.swallow();
            code = compileAll(source);
        }
        future |= code.flags & SourceCompiler.FUTURE_FLAGS;
        return code;
    }

    private CodeObject compile(String source, int flags) {
        return (CodeObject) SourceCompiler.of(ts.interp).compile(ts, PyStr.of(source),
                new SourceCompiler.Request(FILE, "single", flags, -1, -1));
    }

    /** The code of several statements: the body of a module as that of an interactive one. */
    private CodeObject compileAll(String source) {
        SourceCompiler compiler = SourceCompiler.of(ts.interp);
        PyObject module = compiler.compile(ts, PyStr.of(source),
                new SourceCompiler.Request(FILE, "exec", SourceCompiler.ONLY_AST | future, -1, -1));
        PyObject tree = Calls.call(ts, Attributes.get(ts, Imports.importModule(ts, "_ast"),
                PyStr.interned("Interactive")), Attributes.get(ts, module, PyStr.interned("body")));
        return (CodeObject) compiler.compile(ts, tree, new SourceCompiler.Request(FILE, "single", future, -1, -1));
    }

    private static boolean isSyntaxError(PyException e, String message) {
        return e.is(ExceptionTypes.SYNTAX_ERROR) && e.value.args().size() > 0
                && e.value.args().item(0) instanceof PyStr text && text.equalTo(message);
    }
}
