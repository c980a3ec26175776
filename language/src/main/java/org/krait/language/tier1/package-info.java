/**
 * Tier 1: hot code as Truffle root nodes over the code arrays of tier 0, compiled by the Graal compiler.
 *
 * <p>Start with {@link org.krait.language.tier1.HotCode}, which tier 0 asks, then
 * {@link org.krait.language.tier1.CodeRoot}, the loop. The meaning of instructions is the runtime's: here are the short
 * cuts that partial evaluation makes worth while, and the boundaries ({@link org.krait.language.tier1.SlowPaths}) where
 * it ends. Only {@code HotCode} may be loaded before something is hot. See docs/design/0004-tier1.md.
 */
package org.krait.language.tier1;
