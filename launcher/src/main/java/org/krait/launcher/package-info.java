/** The {@code krait} command: start with {@link org.krait.launcher.Main}. */
package org.krait.launcher;
