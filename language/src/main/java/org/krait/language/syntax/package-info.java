/**
 * The front end up to the syntax tree: source bytes to text ({@link org.krait.language.syntax.Source}), text to
 * tokens ({@link org.krait.language.syntax.Tokenizer}), tokens to a tree
 * ({@link org.krait.language.syntax.Parser}).
 *
 * <p>Start with {@link org.krait.language.syntax.Parser#parse}. The tree mirrors Python.asdl of CPython 3.12:
 * {@link org.krait.language.syntax.Mod}, {@link org.krait.language.syntax.Stmt},
 * {@link org.krait.language.syntax.Expr}, {@link org.krait.language.syntax.Pattern}. A source that doesn't parse
 * is parsed a second time with the classes that explain what is wrong with it; those are never loaded otherwise.
 *
 * <p>Depends on java.base alone: it knows neither the object model nor Truffle.
 */
package org.krait.language.syntax;
