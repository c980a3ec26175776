/** Heaps in a context: capturing modules that were executed, and restoring them. */
package org.krait.runtime.snapshot;
