/**
 * Fuzzing of what reads bytes and text: round trips of random values, mutated files, mutated sources.
 *
 * <p>Start reading at {@link org.krait.tests.fuzz.FuzzTest}, which runs a little of everything in each build and a lot
 * for {@code ./dev fuzz}.
 */
package org.krait.tests.fuzz;
