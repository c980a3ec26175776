package org.krait.snapshot;

/** The kinds of records in an image and what follows their first byte; for inspector and documentation. */
public enum RecordKind {
    NONE(Layout.NONE, "nothing"),
    TRUE(Layout.TRUE, "nothing"),
    FALSE(Layout.FALSE, "nothing"),
    ELLIPSIS(Layout.ELLIPSIS, "nothing"),
    INT(Layout.INT, "8 bytes"),
    BIG_INT(Layout.BIG_INT, "u32 length, two's complement with the most significant byte first"),
    FLOAT(Layout.FLOAT, "a double: 8 bytes"),
    COMPLEX(Layout.COMPLEX, "two doubles"),
    STR(Layout.STR, "a byte: width of a code point (1, 2, 4), with 8 when interned, with 16 for a long one; "
            + "the length, one byte or a long one's u32; code points"),
    BYTES(Layout.BYTES, "u32 length, bytes"),
    TUPLE(Layout.TUPLE, "u32 length, objects"),
    FROZENSET(Layout.FROZENSET, "u32 length, objects"),
    CODE_OBJECT(Layout.CODE_OBJECT, "the fields of the section Code"),
    FILE(Layout.FILE, "nothing; stands for the path of the module's source as it was found"),
    CODE_OF_MODULE(Layout.CODE_OF_MODULE, "the fields of the section Code of a module"),
    HEAP_OBJECT(Layout.HEAP_OBJECT, "the fields of the section Heap record");

    public final byte tag;
    public final String content;

    RecordKind(byte tag, String content) {
        this.tag = tag;
        this.content = content;
    }
}
