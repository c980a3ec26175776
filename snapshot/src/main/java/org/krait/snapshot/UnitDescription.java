package org.krait.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What must be known of a unit to bind its modules without looking at its objects.
 *
 * @param modules the modules that are bound with it, in no order
 * @param natives the native modules that their execution imported
 * @param units the units that must be bound before
 * @param effects the numbers of the objects that are changes to be made when it is bound
 * @param subclasses for each base of a class, oldest class first, three numbers: the base's unit (or
 *     {@link #OWN_BASE}, {@link #NATIVE_BASE}), its number there and the number of the class
 */
public record UnitDescription(List<Module> modules, List<Module> natives, int[] units, int[] effects,
        int[] subclasses) {
    /** For a base that belongs to the unit itself. */
    public static final int OWN_BASE = -1;
    /** For a native base. */
    public static final int NATIVE_BASE = -2;

    /**
     * A module of a unit.
     *
     * @param order where it stands in {@code sys.modules} among all modules of the archive
     * @param root the number of the module's object in the unit; 0 for a native module
     */
    public record Module(String name, int order, int root) {}

    /** The bytes of this description. */
    byte[] write() {
        ByteSink out = new ByteSink();
        write(out, modules);
        write(out, natives);
        write(out, units);
        write(out, effects);
        write(out, subclasses);
        return out.toByteArray();
    }

    private static void write(ByteSink out, List<Module> list) {
        out.putInt(list.size());
        for (Module m : list) {
            byte[] name = m.name.getBytes(StandardCharsets.UTF_8);
            out.putInt(m.order);
            out.putInt(m.root);
            out.putInt(name.length);
            out.putAll(name);
        }
    }

    private static void write(ByteSink out, int[] numbers) {
        out.putInt(numbers.length);
        for (int n : numbers) {
            out.putInt(n);
        }
    }

    static UnitDescription read(String where, byte[] bytes) throws ArchiveException {
        Reader in = new Reader(where, bytes);
        return new UnitDescription(in.modules(), in.modules(), in.numbers(), in.numbers(), in.numbers());
    }

    private static final class Reader {
        private final String where;
        private final byte[] bytes;
        private int at;

        Reader(String where, byte[] bytes) {
            this.where = where;
            this.bytes = bytes;
        }

        private int count(int width) throws ArchiveException {
            need(4);
            int n = Bytes.getInt(bytes, at);
            at += 4;
            if (n < 0) {
                need(Long.MAX_VALUE / 2);
            }
            need((long) n * width);
            return n;
        }

        private void need(long size) throws ArchiveException {
            if (at + size > bytes.length) {
                throw new ArchiveException.Damaged(where + ": ends in the middle of a list");
            }
        }

        List<Module> modules() throws ArchiveException {
            int n = count(12);
            List<Module> list = new ArrayList<>(n);
            for (int i = 0; i < n; i++) {
                need(12);
                int order = Bytes.getInt(bytes, at);
                int root = Bytes.getInt(bytes, at + 4);
                at += 8;
                int size = count(1);
                list.add(new Module(new String(bytes, at, size, StandardCharsets.UTF_8), order, root));
                at += size;
            }
            return list;
        }

        int[] numbers() throws ArchiveException {
            int[] numbers = new int[count(4)];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = Bytes.getInt(bytes, at);
                at += 4;
            }
            return numbers;
        }
    }
}
