/**
 * The module {@code _tokenize}: the tokenizer for Python programs. Start at
 * {@link org.krait.language.tokens.PyTokenizerIter}; the work is done by
 * {@link org.krait.language.syntax.TokenReader}.
 */
package org.krait.language.tokens;
