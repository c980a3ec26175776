package org.krait.language.ast;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.krait.language.PythonCompiler;
import org.krait.language.syntax.TokenLister;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBytes;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Calls;
import org.krait.runtime.builtins.ObjectMethods;

/** The methods of {@link PyTokenizerIter}. */
@BuiltinType(base = ObjectMethods.class)
final class TokenizerIterMethods {
    private TokenizerIterMethods() {}

    @Builtin("__new__(cls, readline, /, *, encoding=None, extra_tokens=False)")
    static PyObject make(ThreadState ts, PyType cls, PyObject readline, PyObject encoding, boolean extraTokens) {
        StringBuilder source = new StringBuilder();
        Charset charset = charset(encoding);
        while (true) {
            PyObject line;
            try {
                line = Calls.call(ts, readline);
            } catch (PyException e) {
                if (e.is(ExceptionTypes.STOP_ITERATION)) {
                    break;
                }
                throw e;
            }
            String text = line instanceof PyBytes b ? new String(b.value, charset)
                    : line instanceof PyStr s ? s.toString() : null;
            if (text == null) {
                throw Errors.typeError("readline() returned a non-string object");
            }
            if (text.isEmpty()) {
                break;
            }
            source.append(text);
        }
        return new PyTokenizerIter(TokenLister.list(source.toString(), extraTokens));
    }

    private static Charset charset(PyObject encoding) {
        if (!(encoding instanceof PyStr name)) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(name.toString().equals("utf-8-sig") ? "utf-8" : name.toString());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw Errors.of(ExceptionTypes.LOOKUP_ERROR, "unknown encoding: " + name);
        }
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyTokenizerIter self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(PyTokenizerIter self) {
        if (self.next >= self.entries.size()) {
            if (self.error != null) {
                throw PythonCompiler.toPython(self.error);
            }
            return null;
        }
        TokenLister.Entry e = self.entries.get(self.next++);
        return PyTuple.of(PyInt.of(e.kind()), PyStr.of(e.string()),
                PyTuple.of(PyInt.of(e.line()), PyInt.of(e.column())),
                PyTuple.of(PyInt.of(e.endLine()), PyInt.of(e.endColumn())), PyStr.of(e.text()));
    }
}
