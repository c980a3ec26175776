package org.krait.language.tokens;

import org.krait.objects.Errors;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.builtins.ObjectMethods;

/** The methods of {@code _tokenize.TokenizerIter}. */
@BuiltinType(base = ObjectMethods.class)
public final class TokenizerIterMethods {
    private TokenizerIterMethods() {}

    @Builtin("__new__(cls, readline, /, *, encoding=None, extra_tokens=False)")
    static PyObject make(ThreadState ts, PyType cls, PyObject readLine, PyObject encoding, boolean extra) {
        if (encoding == null || encoding == PySingleton.NONE) {
            return new PyTokenizerIter(readLine, null, extra);
        }
        if (encoding instanceof PyStr name) {
            return new PyTokenizerIter(readLine, PyTokenizerIter.charset(name.toString()), extra);
        }
        throw Errors.typeError("TokenizerIter() argument 'encoding' must be str, not " + encoding.type.name());
    }

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(PyObject self, PyObject[] args, PyStr[] keywords) {}

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyTokenizerIter self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyTokenizerIter self) {
        return self.next(ts);
    }
}
