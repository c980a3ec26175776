package org.krait.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Which units have looked for what in the objects of one unit when they were executed. It is read when something of
 * these objects has changed.
 */
public final class UnitReaders {
    /** By number of the object, the units by key. */
    private final Map<Integer, Map<String, int[]>> rows = new HashMap<>();

    private UnitReaders() {}

    /** The bytes for the units that have read something, by number of the object and by key; none for none. */
    public static byte[] write(SortedMap<Integer, SortedMap<String, SortedSet<Integer>>> readers) {
        if (readers.isEmpty()) {
            return new byte[0];
        }
        ByteSink out = new ByteSink();
        out.putInt(readers.size());
        readers.forEach((number, keys) -> {
            out.putInt(number);
            out.putInt(keys.size());
            keys.forEach((key, units) -> {
                byte[] utf8 = key.getBytes(StandardCharsets.UTF_8);
                out.putInt(utf8.length);
                out.putAll(utf8);
                out.putInt(units.size());
                units.forEach(out::putInt);
            });
        });
        return out.toByteArray();
    }

    static UnitReaders read(String where, byte[] bytes) throws ArchiveException {
        UnitReaders readers = new UnitReaders();
        ByteSource in = new ByteSource(where, bytes);
        int objects = bytes.length == 0 ? 0 : in.count(8);
        for (int i = 0; i < objects; i++) {
            int number = in.number();
            int n = in.count(8);
            Map<String, int[]> keys = new HashMap<>();
            for (int k = 0; k < n; k++) {
                keys.put(in.text(), in.numbers());
            }
            readers.rows.put(number, keys);
        }
        return readers;
    }

    /**
     * Adds the units that may see a change.
     *
     * @param number the object's
     * @param key what has changed, as {@link PartKeys} names it
     */
    public void addTo(Set<Integer> units, int number, String key) {
        Map<String, int[]> keys = rows.get(number);
        if (keys == null) {
            return;
        }
        if (key.equals(PartKeys.ALL)) {
            for (int[] readers : keys.values()) {
                add(units, readers);
            }
        } else {
            add(units, keys.get(key));
            add(units, keys.get(PartKeys.ALL));
        }
    }

    private static void add(Set<Integer> units, int[] readers) {
        for (int i = 0; readers != null && i < readers.length; i++) {
            units.add(readers[i]);
        }
    }
}
