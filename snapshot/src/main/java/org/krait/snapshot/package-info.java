/**
 * Archives of pre-built objects, mapped into memory: {@link org.krait.snapshot.Layout} is the format, {@link
 * org.krait.snapshot.Archive} reads, {@link org.krait.snapshot.ArchiveWriter} writes. Knows objects, not the
 * interpreter.
 */
package org.krait.snapshot;
