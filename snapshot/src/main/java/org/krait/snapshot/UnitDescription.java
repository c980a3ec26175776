package org.krait.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What must be known of a unit to bind its modules without looking at its objects.
 *
 * @param modules the modules that are bound with it, in no order
 * @param natives the native modules that their execution imported
 * @param units the units that must be bound before: those that it imported, in that order, then those that it only
 *     refers to, which are among {@link UnitConditions#earlier}
 * @param effects what it changes of others, three numbers for each: the number of the object that says it, and unit
 *     and number of what is changed; {@link #AT_ONCE} and 0, {@link #OF_NATIVE} and the number of a native module's
 *     name; or a number of {@code units}, {@link #AFTER_UNITS} and 0: what stands behind was done after that many of
 *     them had done what they do
 * @param subclasses for each base of a class, oldest class first, three numbers: the base's unit (or
 *     {@link #OWN_BASE}, {@link #NATIVE_BASE}), its number there and the number of the class
 * @param finalizable the numbers of its objects whose finalizers run at the end of the program
 * @param reads the number of a tuple that has, for each module that was looked into, a tuple of its name and the names
 *     that were looked up there; {@link #NO_READS} for none
 * @param known what the program had changed when it was executed
 * @param conditions what must hold for it to be used
 */
public record UnitDescription(Module[] modules, Native[] natives, int[] units, int[] effects, int[] subclasses,
        int[] finalizable, int reads, KnownStores known, UnitConditions conditions) {
    /** In the place of a unit: the effect is repeated as its unit is bound. */
    public static final int AT_ONCE = -1;
    /** In the place of a unit: what is changed belongs to a native module. */
    public static final int OF_NATIVE = -2;
    /** In the place of a unit: no effect, but where the effects of others come between. */
    public static final int AFTER_UNITS = -3;
    /** For a base that belongs to the unit itself. */
    public static final int OWN_BASE = -1;
    /** For a native base. */
    public static final int NATIVE_BASE = -2;

    /** For a unit whose execution has looked into no module. */
    public static final int NO_READS = -1;

    private static final Native[] NO_NATIVES = {};

    /**
     * A module of a unit.
     *
     * @param order where it stands in {@code sys.modules} among all modules of the archive
     * @param root the number of the module's object in the unit
     * @param isPlain whether its class is {@code module} itself: then it can be bound before its unit is read
     * @param source what it was made from: it can be used while that is the same
     */
    public record Module(String name, int order, int root, boolean isPlain, ModuleSource source) {}

    /**
     * A native module that a unit's execution imported.
     *
     * @param order where it stands in {@code sys.modules} among all modules of the archive
     */
    public record Native(String name, int order) {}

    /** The name of the module whose execution ended last, which names the unit. */
    public String name() {
        return modules[modules.length - 1].name;
    }

    /** Whether a module is of this unit. */
    public boolean has(String module) {
        for (Module m : modules) {
            if (m.name.equals(module)) {
                return true;
            }
        }
        return false;
    }

    /** The bytes of this description. */
    byte[] write() {
        ByteSink out = new ByteSink();
        out.putInt(modules.length);
        for (Module m : modules) {
            out.putInt(m.order);
            out.putInt(m.root);
            out.putInt(m.isPlain ? 1 : 0);
            text(out, m.name);
            out.putInt(m.source.flags());
            out.putLong(m.source.modified());
            out.putLong(m.source.size());
            out.putLong(m.source.hash());
            text(out, m.source.path());
        }
        out.putInt(natives.length);
        for (Native n : natives) {
            out.putInt(n.order);
            text(out, n.name);
        }
        write(out, units);
        write(out, effects);
        write(out, subclasses);
        write(out, finalizable);
        out.putInt(reads);
        out.putInt(known.before());
        out.putInt(known.stores().size());
        for (KnownStores.Store s : known.stores()) {
            out.putInt(s.unit());
            out.putInt(s.number());
            text(out, s.key());
        }
        writeNames(out, conditions.executed());
        writeNames(out, conditions.missing());
        out.putInt(conditions.variables().size());
        for (UnitConditions.Variable v : conditions.variables()) {
            text(out, v.name());
            out.putInt(v.value() == null ? 0 : 1);
            text(out, v.value() == null ? "" : v.value());
        }
        out.putInt(conditions.answers().size());
        for (UnitConditions.Answer a : conditions.answers()) {
            text(out, a.module());
            text(out, a.name());
            out.putInt(a.argument() == null ? 0 : 1);
            text(out, a.argument() == null ? "" : a.argument());
            text(out, a.text());
        }
        out.putInt(conditions.files().size());
        for (UnitConditions.FileState f : conditions.files()) {
            text(out, f.path());
            out.putInt(f.look().ordinal());
            out.putInt(f.kind().ordinal());
            out.putLong(f.modified());
            out.putLong(f.size());
        }
        out.putInt(conditions.draws().size());
        for (UnitConditions.Draw d : conditions.draws()) {
            out.putInt(d.unit());
            out.putInt(d.number());
            out.putLong(d.first());
            out.putLong(d.from());
            out.putLong(d.to());
        }
        out.putInt(conditions.stored().size());
        for (UnitConditions.Stored s : conditions.stored()) {
            out.putInt(s.unit());
            out.putInt(s.number());
            text(out, s.name());
            out.putInt(s.description());
            write(out, s.units());
        }
        write(out, conditions.held());
        write(out, conditions.earlier());
        write(out, conditions.later());
        return out.toByteArray();
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

    static UnitDescription read(Archive archive, int unit, byte[] bytes) throws ArchiveException {
        ByteSource numbers = new ByteSource(archive.file() + ": description of unit " + unit, bytes);
        Reader in = new Reader(numbers);
        return new UnitDescription(in.modules(), in.natives(), numbers.numbers(), numbers.numbers(), numbers.numbers(),
                numbers.numbers(), numbers.number(), in.known(),
                new UnitConditions(in.names(), in.names(), in.variables(), in.answers(), in.files(), in.draws(),
                        in.stored(), numbers.numbers(), numbers.numbers(), numbers.numbers()));
    }

    private static final class Reader {
        private final ByteSource in;

        Reader(ByteSource in) {
            this.in = in;
        }

        Module[] modules() throws ArchiveException {
            int n = in.count(48);
            if (n == 0) {
                throw in.damaged();
            }
            Module[] list = new Module[n];
            for (int i = 0; i < n; i++) {
                int order = in.number();
                int root = in.number();
                boolean isPlain = in.number() != 0;
                String name = in.text();
                int flags = in.number();
                long modified = in.longNumber();
                long size = in.longNumber();
                long hash = in.longNumber();
                list[i] = new Module(name, order, root, isPlain,
                        new ModuleSource(in.text(), flags, modified, size, hash));
            }
            return list;
        }

        Native[] natives() throws ArchiveException {
            int n = in.count(8);
            Native[] list = n == 0 ? NO_NATIVES : new Native[n];
            for (int i = 0; i < n; i++) {
                int order = in.number();
                list[i] = new Native(in.text(), order);
            }
            return list;
        }

        List<String> names() throws ArchiveException {
            int n = in.count(4);
            if (n == 0) {
                return List.of();
            }
            List<String> names = new ArrayList<>(n);
            for (int i = 0; i < n; i++) {
                names.add(in.text());
            }
            return names;
        }

        List<UnitConditions.Variable> variables() throws ArchiveException {
            int n = in.count(12);
            if (n == 0) {
                return List.of();
            }
            List<UnitConditions.Variable> list = new ArrayList<>(n);
            for (int i = 0; i < n; i++) {
                String name = in.text();
                boolean set = in.number() != 0;
                String value = in.text();
                list.add(new UnitConditions.Variable(name, set ? value : null));
            }
            return list;
        }

        List<UnitConditions.Answer> answers() throws ArchiveException {
            int n = in.count(20);
            if (n == 0) {
                return List.of();
            }
            List<UnitConditions.Answer> list = new ArrayList<>(n);
            for (int i = 0; i < n; i++) {
                String module = in.text();
                String name = in.text();
                boolean called = in.number() != 0;
                String argument = in.text();
                list.add(new UnitConditions.Answer(module, name, called ? argument : null, in.text()));
            }
            return list;
        }

        List<UnitConditions.FileState> files() throws ArchiveException {
            int n = in.count(28);
            if (n == 0) {
                return List.of();
            }
            UnitConditions.FileState.Look[] looks = UnitConditions.FileState.Look.values();
            UnitConditions.FileState.Kind[] kinds = UnitConditions.FileState.Kind.values();
            List<UnitConditions.FileState> list = new ArrayList<>(n);
            for (int i = 0; i < n; i++) {
                String path = in.text();
                int look = in.number();
                int kind = in.number();
                if (look < 0 || look >= looks.length || kind < 0 || kind >= kinds.length) {
                    throw in.damaged();
                }
                list.add(new UnitConditions.FileState(path, looks[look], kinds[kind], in.longNumber(),
                        in.longNumber()));
            }
            return list;
        }

        List<UnitConditions.Draw> draws() throws ArchiveException {
            int n = in.count(32);
            if (n == 0) {
                return List.of();
            }
            List<UnitConditions.Draw> list = new ArrayList<>(n);
            for (int i = 0; i < n; i++) {
                int of = in.number();
                list.add(new UnitConditions.Draw(of, in.number(), in.longNumber(), in.longNumber(), in.longNumber()));
            }
            return list;
        }

        List<UnitConditions.Stored> stored() throws ArchiveException {
            int n = in.count(20);
            if (n == 0) {
                return List.of();
            }
            List<UnitConditions.Stored> list = new ArrayList<>(n);
            for (int i = 0; i < n; i++) {
                int of = in.number();
                list.add(new UnitConditions.Stored(of, in.number(), in.text(), in.number(), in.numbers()));
            }
            return list;
        }

        KnownStores known() throws ArchiveException {
            int before = in.number();
            int n = in.count(12);
            if (n == 0 && before == KnownStores.NONE) {
                return KnownStores.EMPTY;
            }
            List<KnownStores.Store> list = new ArrayList<>(n);
            for (int i = 0; i < n; i++) {
                int of = in.number();
                list.add(new KnownStores.Store(of, in.number(), in.text()));
            }
            return new KnownStores(before, list);
        }
    }
}
