/** The module {@code _ast}: syntax trees as Python objects, in both directions. Start with TreeConversion. */
package org.krait.language.ast;
