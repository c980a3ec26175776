package org.krait.tests.documents;

import org.krait.snapshot.CacheLayout;
import org.krait.snapshot.Field;
import org.krait.snapshot.HeapKinds;
import org.krait.snapshot.Layout;
import org.krait.snapshot.RecordKind;
import org.krait.snapshot.Struct;

/** {@code docs/snapshot-format.md}: the format of archives. */
final class SnapshotDocument {
    private SnapshotDocument() {}

    static String text() {
        StringBuilder out = new StringBuilder();
        out.append("# The format of archives\n\nMade from `org.krait.snapshot.Layout` by `./dev bless`; "
                + "`./dev inspect FILE` shows a file by the same tables.\n\n");
        out.append("Version ").append(Layout.CURRENT_VERSION).append(". Numbers are little endian, offsets and sizes "
                + "count bytes. The file is mapped read only: opening it reads\nthe header, importing a module a slot "
                + "of the index, an entry and an image. Images\nbegin at multiples of 16.\n");
        section(out, "Header", "At the start of the file.", Layout.HEADER);
        section(out, "Slot of the index", "The index follows the header: a hash table with open addressing, whose "
                + "size is the header's `" + Layout.SLOTS.name() + "`.", Layout.SLOT);
        section(out, "Entry", "What the archive knows of a module; its name and the path of its source, both UTF-8, "
                + "follow.", Layout.ENTRY);
        section(out, "Image", "The code of one module. Offsets in it count from its start, so that it can lie "
                + "anywhere. Behind this header\nstands, for each object, the u32 offset of its record. Objects refer "
                + "to one another by number.", Layout.IMAGE_HEADER);
        out.append("\n## Records\n\nA record is one byte, its kind, and what the kind wants.\n\n"
                + "| byte | kind | what follows |\n|---|---|---|\n");
        for (RecordKind kind : RecordKind.values()) {
            out.append("| `").append((char) kind.tag).append("` | ").append(kind).append(" | ")
                    .append(Markdown.cell(kind.content)).append(" |\n");
        }
        section(out, "Code", "What follows the byte of a code object. The arrays of the last "
                + "counts follow it, in this order.", Layout.CODE);
        section(out, "Code of a module", "What follows the byte of a code object of a unit whose arrays are in the "
                + "image of the code of a module of this archive.", Layout.CODE_HEAD);
        section(out, "Heap record", "What stands in the place of a record's first bytes when it is an object of a "
                + "unit. Numbers, references and\nattributes follow it. A reference is the number of an object of the "
                + "unit, the complement of an index into the\nunit's table of others' objects, or "
                + HeapKinds.NULL + " for nothing.", Layout.HEAP_RECORD);
        section(out, "Slot of a unit", "Units are modules that were executed; the table lies behind the images of "
                + "code, what they are and need\n(`UnitDescription`) behind it, then their images, then who has "
                + "read what of their\nobjects (`UnitReaders`). An image of a unit ends with two counts (u32): of "
                + "copies of others' objects and of others'\nobjects. Before them lie a unit and a number (u32 each) "
                + "for each of these, before those own number, unit and number\nfor each copy: who has both units "
                + "makes one object.", Layout.UNIT_SLOT);
        section(out, "Reasons", "Why modules are left to their code, at the end of the file.",
                Layout.REASONS_HEADER);
        out.append("\n# The format of cache files\n\n"
                + "Made from `org.krait.snapshot.CacheLayout`. Header, stamp or hash, "
                + "the code as marshal data, trailer.\n");
        section(out, "Header", "At the start of the file.", CacheLayout.HEADER);
        section(out, "Stamp", "What the source must be, unless flags has 1.", CacheLayout.STAMP);
        section(out, "Hash", "What the source must be, when flags has 1.", CacheLayout.HASH);
        section(out, "Trailer", "Behind the marshal data. Files of `py_compile` and `importlib` have none.",
                CacheLayout.TRAILER);
        return out.toString();
    }

    private static void section(StringBuilder out, String title, String introduction, Struct struct) {
        out.append("\n## ").append(title).append("\n\n").append(introduction).append("\n\n");
        out.append("| offset | size | field | meaning |\n|---|---|---|---|\n");
        for (Field field : struct.fields()) {
            out.append("| ").append(field.offset()).append(" | ").append(field.width()).append(" | ")
                    .append(field.name()).append(" | ").append(Markdown.cell(field.meaning())).append(" |\n");
        }
        out.append("\nSize: ").append(struct.size()).append(" bytes.\n");
    }
}
