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

/** The methods of {@link PyTokenizerIter}. */
@BuiltinType(base = ObjectMethods.class)
final class TokenizerIterMethods {
    private TokenizerIterMethods() {}

    @Builtin("__new__(type, *args, **kwargs)")
    static PyObject make(ThreadState ts, PyType type, PyObject[] args, PyStr[] keywords) {
        int given = args.length - (keywords == null ? 0 : keywords.length);
        if (given != 1) {
            throw Errors.typeError("tokenizeriter() takes exactly 1 positional argument (" + given + " given)");
        }
        String encoding = null;
        PyObject extraTokens = null;
        for (int i = given; i < args.length; i++) {
            PyStr keyword = keywords[i - given];
            if (keyword.equalTo("extra_tokens")) {
                extraTokens = args[i];
            } else if (!keyword.equalTo("encoding")) {
                throw Errors.typeError("tokenizeriter() got an unexpected keyword argument '" + keyword + "'");
            } else if (args[i] instanceof PyStr name) {
                encoding = name.toString();
            } else {
                throw Errors.typeError("tokenizeriter() argument 'encoding' must be str, not "
                        + (args[i] == PySingleton.NONE ? "None" : args[i].type.name()));
            }
        }
        if (extraTokens == null) {
            throw Errors.typeError("tokenizeriter() missing required argument 'extra_tokens' (pos 2)");
        }
        return new PyTokenizerIter(type, args[0], encoding, extraTokens.type.slots().truth(ts, extraTokens));
    }

    @Builtin("__iter__(self, /)")
    static PyObject iter(PyTokenizerIter self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static PyObject next(ThreadState ts, PyTokenizerIter self) {
        return self.next(ts);
    }
}
