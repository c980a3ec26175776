/**
 * What the front end gives to the others: {@link org.krait.language.PythonCompiler} turns source into code objects and
 * trees for the runtime, which knows only its interface. Start there, or with the tour of the whole code base in {@link
 * org.krait.language.polyglot.KraitLanguage}.
 *
 * <p>The packages below hold the parser, the compiler, the modules {@code _ast} and {@code _tokenize}, and the Truffle
 * language; this one knows all of them.
 */
package org.krait.language;
