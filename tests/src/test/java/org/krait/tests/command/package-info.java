/**
 * The krait command as a user meets it: programs of every kind, good and bad, and caches and archives that are damaged,
 * stale, of another version or can't be written.
 *
 * <p>Start reading at {@link org.krait.tests.command.ProgramsTest}.
 */
package org.krait.tests.command;
