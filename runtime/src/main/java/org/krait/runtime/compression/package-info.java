/**
 * The module {@code _bz2}: the compression of bzip2, in both directions. Start at Bz2Module; BzipDecoder and
 * BzipEncoder know the format and nothing of Python.
 */
package org.krait.runtime.compression;
