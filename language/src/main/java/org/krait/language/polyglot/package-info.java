/** The Truffle language: contexts, and values in both directions between Python and other languages. */
package org.krait.language.polyglot;
