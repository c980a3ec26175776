package org.krait.tests.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.krait.snapshot.Layout;
import org.krait.snapshot.RecordKind;
import org.krait.tests.Golden;

/** The documents made from tables say what the tables say. */
final class GeneratedDocumentsTest {
    @Test
    @Tag("golden")
    void opcodes() throws IOException {
        Golden.check("docs/opcodes.md", OpcodesDocument.text());
    }

    @Test
    @Tag("golden")
    void snapshotFormat() throws IOException {
        Golden.check("docs/snapshot-format.md", SnapshotDocument.text());
    }

    @Test
    void everyKindOfRecordIsInItsTable() throws IllegalAccessException {
        List<String> tags = new ArrayList<>();
        for (Field field : Layout.class.getFields()) {
            if (field.getType() == byte.class) {
                tags.add(field.getName() + " " + field.getByte(null));
            }
        }
        List<String> kinds = new ArrayList<>();
        for (RecordKind kind : RecordKind.values()) {
            kinds.add(kind.name() + " " + kind.tag);
        }
        assertEquals(tags, kinds);
    }
}
