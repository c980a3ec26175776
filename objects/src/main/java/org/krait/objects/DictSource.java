package org.krait.objects;

/** What a dict gets its entries from when it is first touched: a record of an archive, or a native module's table. */
public interface DictSource {
    /** Puts the entries into a dict that is empty and has no source any more. */
    void fill(PyDict dict);
}
