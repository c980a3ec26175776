/**
 * The Truffle language: contexts, and values in both directions between Python and other languages. Start with {@link
 * org.krait.language.polyglot.KraitLanguage}, whose description is a tour of the whole code base. Nothing here runs for
 * the command {@code krait}, which has no polyglot engine.
 */
package org.krait.language.polyglot;
