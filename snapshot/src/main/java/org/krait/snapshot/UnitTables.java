package org.krait.snapshot;

/**
 * The tables at the end of a unit's image: the copies that it has of objects of other units, ordered by own number, as
 * own number, unit and number, and the objects of others that it refers to, as unit and number; then how many rows each
 * has.
 */
record UnitTables(int copies, int copiesAt, int externals, int externalsAt) {
    static final int COPY_BYTES = 12;
    static final int EXTERNAL_BYTES = 8;
    private static final int COUNTS_BYTES = 8;

    static UnitTables of(String where, byte[] bytes) throws ArchiveException {
        if (bytes.length < Layout.IMAGE_HEADER.size() + COUNTS_BYTES) {
            throw new ArchiveException.Damaged(where + ": its " + bytes.length + " bytes are too few for a unit");
        }
        int copies = Bytes.getInt(bytes, bytes.length - 8);
        int externals = Bytes.getInt(bytes, bytes.length - 4);
        long externalsAt = bytes.length - COUNTS_BYTES - (long) EXTERNAL_BYTES * externals;
        long copiesAt = externalsAt - (long) COPY_BYTES * copies;
        if (externals < 0 || copies < 0 || copiesAt < Layout.IMAGE_HEADER.size()) {
            throw new ArchiveException.Damaged(where + ": it refers to " + externals + " objects of others and copies "
                    + copies + ", more than it has room for");
        }
        return new UnitTables(copies, (int) copiesAt, externals, (int) externalsAt);
    }
}
