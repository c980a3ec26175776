/** The operating system: file descriptors, system calls, and the modules made of them. */
package org.krait.runtime.posix;
