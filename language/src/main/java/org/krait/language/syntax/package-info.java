/**
 * The front end up to the syntax tree: source bytes to text ({@link org.krait.language.syntax.Source}), text to
 * tokens ({@link org.krait.language.syntax.Tokenizer}), tokens to a tree
 * ({@link org.krait.language.syntax.Parser}).
 *
 * <p>Start with {@link org.krait.language.syntax.Parser#parse}. The tree mirrors Python.asdl of CPython 3.12:
 * {@link org.krait.language.syntax.Mod}, {@link org.krait.language.syntax.Stmt},
 * {@link org.krait.language.syntax.Expr}, {@link org.krait.language.syntax.Pattern}. The parser is a recursive
 * descent in one pass ({@link org.krait.language.syntax.StatementParser},
 * {@link org.krait.language.syntax.ExpressionParser}) that only knows whether a source is Python.
 *
 * <p>A source that isn't is parsed again by {@link org.krait.language.syntax.Diagnosis}, to report what CPython
 * reports: {@link org.krait.language.syntax.PegParser} follows {@code grammar.peg}, CPython's grammar with the rules
 * that raise errors, alternative by alternative, because the order of trying them is what decides the message and
 * the place. None of these classes is loaded otherwise.
 *
 * <p>Depends on java.base alone: it knows neither the object model nor Truffle.
 */
package org.krait.language.syntax;
