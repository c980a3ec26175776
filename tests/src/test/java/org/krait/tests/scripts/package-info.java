/**
 * Runs the Python scripts below {@code tests/scripts} and {@code tests/differences} in every mode and compares their
 * output with the expectations in their comments.
 *
 * <p>Start reading at {@link org.krait.tests.scripts.Script}, which says what the comments are, then
 * {@link org.krait.tests.scripts.ScriptMode}.
 */
package org.krait.tests.scripts;
