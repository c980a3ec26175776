package org.krait.snapshot;

import java.util.ArrayList;
import java.util.List;

/** A row of fields one after the other; offsets are computed as fields are added. */
public final class Struct {
    private final ArrayList<Field> fields = new ArrayList<>();
    private int size;

    Struct() {}

    Field u16(String name, String meaning) {
        return add(name, 2, meaning);
    }

    Field u32(String name, String meaning) {
        return add(name, 4, meaning);
    }

    Field u64(String name, String meaning) {
        return add(name, 8, meaning);
    }

    private Field add(String name, int width, String meaning) {
        Field field = new Field(name, size, width, meaning);
        fields.add(field);
        size += width;
        return field;
    }

    /** The size in bytes of the fields so far. */
    public int size() {
        return size;
    }

    /** The fields in their order. */
    public List<Field> fields() {
        return List.copyOf(fields);
    }
}
