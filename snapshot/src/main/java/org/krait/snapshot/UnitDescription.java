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
 * @param effects what it changes of others: the number of the object that says it, and unit and number of what is
 *     changed; {@link #AT_ONCE} and 0, {@link #OF_NATIVE} and the number of a native module's name
 * @param subclasses for each base of a class, oldest class first, three numbers: the base's unit (or
 *     {@link #OWN_BASE}, {@link #NATIVE_BASE}), its number there and the number of the class
 * @param conditions what must hold for it to be used
 */
public record UnitDescription(List<Module> modules, List<Module> natives, int[] units, int[] effects,
        int[] subclasses, UnitConditions conditions) {
    /** In the place of a unit: the effect is repeated as its unit is bound. */
    public static final int AT_ONCE = -1;
    /** In the place of a unit: what is changed belongs to a native module. */
    public static final int OF_NATIVE = -2;
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
        writeNames(out, conditions.executed());
        writeNames(out, conditions.missing());
        out.putInt(conditions.variables().size());
        for (UnitConditions.Variable v : conditions.variables()) {
            text(out, v.name());
            out.putInt(v.value() == null ? 0 : 1);
            text(out, v.value() == null ? "" : v.value());
        }
        return out.toByteArray();
    }

    private static void write(ByteSink out, List<Module> list) {
        out.putInt(list.size());
        for (Module m : list) {
            out.putInt(m.order);
            out.putInt(m.root);
            text(out, m.name);
        }
    }

    private static void writeNames(ByteSink out, List<String> names) {
        out.putInt(names.size());
        for (String name : names) {
            text(out, name);
        }
    }

    private static void text(ByteSink out, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.putInt(utf8.length);
        out.putAll(utf8);
    }

    private static void write(ByteSink out, int[] numbers) {
        out.putInt(numbers.length);
        for (int n : numbers) {
            out.putInt(n);
        }
    }

    static UnitDescription read(String where, byte[] bytes) throws ArchiveException {
        Reader in = new Reader(where, bytes);
        return new UnitDescription(in.modules(), in.modules(), in.numbers(), in.numbers(),
                in.numbers(), new UnitConditions(in.names(), in.names(), in.variables()));
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
                list.add(new Module(text(), order, root));
            }
            return list;
        }

        private String text() throws ArchiveException {
            int size = count(1);
            String text = new String(bytes, at, size, StandardCharsets.UTF_8);
            at += size;
            return text;
        }

        List<String> names() throws ArchiveException {
            int n = count(4);
            List<String> names = new ArrayList<>(n);
            for (int i = 0; i < n; i++) {
                names.add(text());
            }
            return names;
        }

        List<UnitConditions.Variable> variables() throws ArchiveException {
            int n = count(12);
            List<UnitConditions.Variable> list = new ArrayList<>(n);
            for (int i = 0; i < n; i++) {
                String name = text();
                need(4);
                boolean set = Bytes.getInt(bytes, at) != 0;
                at += 4;
                String value = text();
                list.add(new UnitConditions.Variable(name, set ? value : null));
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
