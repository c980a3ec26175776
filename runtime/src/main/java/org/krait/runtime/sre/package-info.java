/**
 * The matching engine under {@code re}: it executes the code that the library's {@code re._compiler} produces.
 *
 * <p>Start with {@link org.krait.runtime.sre.Op}, the instructions; {@link org.krait.runtime.sre.CodeVerifier} says
 * what
 * well-formed code is; {@link org.krait.runtime.sre.Program} is verified code with what is derived from it;
 * {@link org.krait.runtime.sre.Matcher} runs it over a {@link org.krait.runtime.sre.Subject}, and
 * {@link org.krait.runtime.sre.Search} finds the places where running it can succeed.
 *
 * <p>Nothing here knows Python objects: subjects are arrays of code units, results are positions.
 */
package org.krait.runtime.sre;
