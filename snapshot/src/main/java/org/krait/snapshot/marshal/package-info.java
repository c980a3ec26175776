/** The marshal codec of cache files: CPython's format 4 for data, with code objects of our own. */
package org.krait.snapshot.marshal;
