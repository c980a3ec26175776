package org.krait.language.tokens;

import org.krait.objects.PyModule;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.BuiltinModule;

/** The module {@code _tokenize}. */
@BuiltinModule("_tokenize")
public final class TokenizeModule {
    private TokenizeModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        module.materializeDict().put("TokenizerIter", PyTokenizerIter.TYPE);
    }
}
