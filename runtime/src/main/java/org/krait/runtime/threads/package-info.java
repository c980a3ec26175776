/** Threads and locks: the module {@code _thread}. Start with {@link org.krait.runtime.threads.ThreadModule}. */
package org.krait.runtime.threads;
