/** Streams over the files of the machine. Start with {@link org.krait.runtime.io.StandardStreams}. */
package org.krait.runtime.io;
