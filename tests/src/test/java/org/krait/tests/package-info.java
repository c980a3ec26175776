/**
 * Tests of the whole: they start the distribution as a user would.
 *
 * <p>Start reading at {@link org.krait.tests.KraitCommand}, which runs it.
 */
package org.krait.tests;
