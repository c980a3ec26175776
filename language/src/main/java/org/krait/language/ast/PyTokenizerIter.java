package org.krait.language.ast;

import java.util.List;
import org.krait.language.syntax.SyntaxException;
import org.krait.language.syntax.TokenLister;
import org.krait.objects.PyInstance;
import org.krait.objects.PyType;

/** {@code _tokenize.TokenizerIter}: the tokens of what a readline function gives. */
final class PyTokenizerIter extends PyInstance {
    static final PyType TYPE = PyType.builtin("_tokenize.TokenizerIter", PyType.OBJECT, 0,
            new TokenizerIterMethodsTable());

    final List<TokenLister.Entry> entries;
    /** Raised after the last entry; null for none. */
    final SyntaxException error;
    int next;

    PyTokenizerIter(TokenLister.Result result) {
        super(TYPE);
        entries = result.entries();
        error = result.error();
    }
}
