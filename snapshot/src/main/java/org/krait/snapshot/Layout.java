package org.krait.snapshot;

import org.krait.objects.code.Opcode;

/**
 * The format of an archive: header, index (a hash table of module names), entries, names and paths, module images.
 * Writer, reader, inspector and documentation go by these tables.
 *
 * <p>All numbers are little endian. An image is position independent: its references are object numbers, and the
 * table of its objects has offsets from the image's start.
 */
public final class Layout {
    /** What the first eight bytes are: {@code \x89KIMG\r\n\x1a}, which text-mode damage changes. */
    public static final long MAGIC_VALUE = 0x1a0a0d474d494b89L;
    /** Changes with the format. */
    public static final int CURRENT_VERSION = 12;

    public static final Struct HEADER = new Struct();
    public static final Field MAGIC = HEADER.u64("magic", "shows other files and text-mode damage");
    public static final Field VERSION = HEADER.u32("version", "layout version");
    public static final Field OPCODES = HEADER.u32("opcodes", "Opcode.FINGERPRINT of the writer");
    public static final Field LENGTH = HEADER.u64("length", "length of the file in bytes");
    public static final Field MODULES = HEADER.u32("modules", "how many modules there are");
    public static final Field SLOTS = HEADER.u32("slots", "size of the index, a power of two");
    public static final Field OPTIMIZE = HEADER.u32("optimize", "the -O level the code was compiled with");
    public static final Field UNITS = HEADER.u32("units", "how many units of executed modules there are");
    public static final Field REASONS_SIZE = HEADER
            .u32("reasons size", "bytes at the end that say why modules are left to their code; may be 0");
    public static final Field UNIT_TABLE = HEADER.u64("unit table", "offset of the units' slots");
    public static final Field HEADER_CHECKSUM = HEADER.u32("header checksum", "CRC-32 of the fields above");

    /** A slot of the index that follows the header: open addressing by the hash of the module's name. */
    public static final Struct SLOT = new Struct();
    public static final Field SLOT_HASH = SLOT.u32("hash", "FNV-1a of the name's UTF-8; 0 for a free slot");
    public static final Field SLOT_RESERVED = SLOT.u32("reserved", "0");
    public static final Field SLOT_ENTRY = SLOT.u64("entry", "offset of the module's entry; 0 for a free slot");

    /** What the archive knows of a module. Name and path (UTF-8) follow the entry. */
    public static final Struct ENTRY = new Struct();
    public static final Field MODIFIED = ENTRY.u64("modified", "modification time of the source in milliseconds");
    public static final Field SOURCE_SIZE = ENTRY.u64("source size", "size of the source in bytes");
    public static final Field SOURCE_HASH = ENTRY.u64("source hash", "PEP 552 hash of the source");
    public static final Field IMAGE = ENTRY.u64("image", "offset of the module's image");
    public static final Field IMAGE_SIZE = ENTRY.u32("image size", "size of the image in bytes");
    public static final Field IMAGE_CHECKSUM = ENTRY.u32("image checksum", "CRC-32 of the image");
    public static final Field FLAGS = ENTRY.u32("flags", "1: package, 2: path is relative to the library's folder");
    public static final Field UNIT = ENTRY.u32("unit", "the unit in which the module lies executed, plus 1; 0: none");
    public static final Field UNIT_ROOT = ENTRY.u32("unit root", "the number of the module's object in that unit");
    public static final Field NAME_SIZE = ENTRY.u32("name size", "bytes of the name");
    public static final Field PATH_SIZE = ENTRY.u32("path size", "bytes of the path");
    public static final Field ENTRY_CHECKSUM = ENTRY.u32("entry checksum", "CRC-32 of the fields above, name and path");

    /** A unit: modules that are used executed together. Its description and its image lie elsewhere. */
    public static final Struct UNIT_SLOT = new Struct();
    public static final Field UNIT_DESCRIPTION = UNIT_SLOT.u64("description", "offset of what binding it needs");
    public static final Field UNIT_DESCRIPTION_SIZE = UNIT_SLOT.u32("description size", "in bytes");
    public static final Field UNIT_DESCRIPTION_CHECKSUM = UNIT_SLOT.u32("description checksum", "CRC-32");
    public static final Field UNIT_IMAGE = UNIT_SLOT.u64("image", "offset of the unit's image");
    public static final Field UNIT_IMAGE_SIZE = UNIT_SLOT.u32("image size", "in bytes");
    public static final Field UNIT_IMAGE_CHECKSUM = UNIT_SLOT.u32("image checksum", "CRC-32");
    public static final Field UNIT_READERS = UNIT_SLOT.u64("readers", "offset of which units have read of its objects");
    public static final Field UNIT_READERS_SIZE = UNIT_SLOT.u32("readers size", "in bytes");
    public static final Field UNIT_READERS_CHECKSUM = UNIT_SLOT.u32("readers checksum", "CRC-32");

    /** The end of the file: after this, for each module left to its code, sizes and UTF-8 of name and reason. */
    public static final Struct REASONS_HEADER = new Struct();
    public static final Field REASONS_CHECKSUM = REASONS_HEADER.u32("checksum", "CRC-32 of what follows");
    public static final Field REASONS = REASONS_HEADER.u32("reasons", "how many there are");

    /** The module is a package. */
    public static final int PACKAGE = 1;
    /** The path is relative to the folder of the standard library. */
    public static final int LIBRARY = 2;

    /** The start of an image; the offsets of its objects follow, then their records. */
    public static final Struct IMAGE_HEADER = new Struct();
    public static final Field OBJECTS = IMAGE_HEADER.u32("objects", "how many objects the image has");
    public static final Field ROOT = IMAGE_HEADER.u32("root", "the object that is the module's code");

    /** The fixed part of a code record; arrays follow in the order of the counts. */
    public static final Struct CODE = new Struct();
    public static final Field CODE_NAME = CODE.u32("name", "object");
    public static final Field CODE_QUALNAME = CODE.u32("qualname", "object");
    public static final Field CODE_FILENAME = CODE
            .u32("filename", "object; a FILE record stands for the module's path");
    public static final Field CODE_FIRST_LINE = CODE.u32("first line", "co_firstlineno");
    public static final Field CODE_FLAGS = CODE.u32("flags", "co_flags");
    public static final Field CODE_ARGS = CODE.u32("args", "positional parameters");
    public static final Field CODE_POSITIONAL_ONLY = CODE.u32("positional only", "positional-only ones among them");
    public static final Field CODE_KEYWORD_ONLY = CODE.u32("keyword only", "keyword-only parameters");
    public static final Field CODE_FREE = CODE.u32("free", "free variables");
    public static final Field CODE_FIRST_TEMP = CODE.u32("first temp", "first temporary register");
    public static final Field CODE_REGISTERS = CODE.u32("registers", "registers of a frame");
    public static final Field CODE_HELD = CODE.u32("held", "held arguments");
    public static final Field CODE_CACHES = CODE.u32("caches", "inline caches");
    public static final Field CODE_DOC = CODE.u32("doc", "object: the docstring or None");
    public static final Field CODE_VARIABLES = CODE.u32("variables", "count: objects, then as many kind bytes");
    public static final Field CODE_NAMES = CODE.u32("names", "count: objects");
    public static final Field CODE_CONSTANTS = CODE.u32("constants", "count: objects");
    public static final Field CODE_INSTRUCTIONS = CODE.u32("instructions", "count: ints");
    public static final Field CODE_EXCEPTIONS = CODE.u32("exceptions", "count: ints");
    public static final Field CODE_POSITIONS = CODE.u32("positions", "count: bytes");

    /** A code object of a unit: what making a function of it needs; the rest is in its module's image. */
    public static final Struct CODE_HEAD = new Struct();
    public static final Field HEAD_MODULE = CODE_HEAD.u32("module", "object: the name of the module");
    public static final Field HEAD_NUMBER = CODE_HEAD.u32("number", "the number of the object in the module's image");
    public static final Field HEAD_NAME = CODE_HEAD.u32("name", "object");
    public static final Field HEAD_QUALNAME = CODE_HEAD.u32("qualname", "object");
    public static final Field HEAD_FILENAME = CODE_HEAD.u32("filename", "object");
    public static final Field HEAD_FIRST_LINE = CODE_HEAD.u32("first line", "co_firstlineno");
    public static final Field HEAD_FLAGS = CODE_HEAD.u32("flags", "co_flags");
    public static final Field HEAD_ARGS = CODE_HEAD.u16("args", "positional parameters");
    public static final Field HEAD_POSITIONAL_ONLY = CODE_HEAD
            .u16("positional only", "positional-only ones among them");
    public static final Field HEAD_KEYWORD_ONLY = CODE_HEAD.u16("keyword only", "keyword-only parameters");
    public static final Field HEAD_FREE = CODE_HEAD.u16("free", "free variables");
    public static final Field HEAD_FIRST_TEMP = CODE_HEAD.u16("first temp", "first temporary register");
    public static final Field HEAD_REGISTERS = CODE_HEAD.u16("registers", "registers of a frame");
    public static final Field HEAD_HELD = CODE_HEAD.u16("held", "held arguments");
    public static final Field HEAD_CACHES = CODE_HEAD.u16("caches", "inline caches");

    /** The fixed part of a heap record; numbers (8 bytes each), references and attributes (4 bytes each) follow. */
    public static final Struct HEAP_RECORD = new Struct();
    public static final Field HEAP_KIND = HEAP_RECORD
            .u32("kind", "bytes: HEAP_OBJECT, one of HeapKinds, and the count of numbers (u16)");
    public static final Field HEAP_REFS = HEAP_RECORD.u32("references", "how many there are");
    public static final Field HEAP_ATTRIBUTES = HEAP_RECORD
            .u32("attributes", "0, or the words for the attributes: __dict__, number of slots, the slots, names and "
                    + "values");

    /** In the byte behind the tag of a str, beside the width of its code points. */
    static final int INTERNED = 8;
    /** In the same place: the length is a u32, not a byte. */
    static final int LONG = 16;
    static final int MAX_SHORT = 255;

    // The first byte of an object's record; RecordKind says what follows.
    public static final byte NONE = 'N';
    public static final byte TRUE = 'T';
    public static final byte FALSE = 'F';
    public static final byte ELLIPSIS = '.';
    public static final byte INT = 'i';
    public static final byte BIG_INT = 'l';
    public static final byte FLOAT = 'g';
    public static final byte COMPLEX = 'y';
    public static final byte STR = 's';
    public static final byte BYTES = 'b';
    public static final byte TUPLE = '(';
    public static final byte FROZENSET = '>';
    public static final byte CODE_OBJECT = 'c';
    public static final byte FILE = '@';
    /** A code object of a unit whose arrays are in its module's image: see {@link #CODE_HEAD}. */
    public static final byte CODE_OF_MODULE = 'm';
    /** An object of a heap: see {@link #HEAP_RECORD}. */
    public static final byte HEAP_OBJECT = 'h';

    private Layout() {}

    /** The hash of a name in the index; never 0. */
    public static int hash(byte[] name) {
        int h = 0x811c9dc5;
        for (byte b : name) {
            h = (h ^ b & 0xff) * 0x01000193;
        }
        return h == 0 ? 1 : h;
    }

    /** What the opcode field must hold. */
    static int opcodes() {
        return Opcode.FINGERPRINT;
    }
}
