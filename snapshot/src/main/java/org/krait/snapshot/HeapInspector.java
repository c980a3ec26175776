package org.krait.snapshot;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells what is in the units of an archive, without making the objects. */
public final class HeapInspector {
    private static final int EFFECT_KIND = 0;
    private static final int EFFECT_TARGET = 1;
    /** How far an object is described by what it leads to. */
    private static final int DEPTH = 3;
    /** Among a unit's conditions, the attributes of modules that no program may have set. */
    public static final String READS = "reads";

    private final Archive archive;
    private final RecordNames names;
    private final RecordShape shape;
    private final Map<Integer, UnitRecords> records = new HashMap<>();
    /** By unit, the module that is named first. */
    private final Map<Integer, String> moduleNames = new HashMap<>();

    /** A module of a unit and the number of its object. */
    public record Root(String module, int number) {}

    /** What a unit changes of others: the object that says what is done, in words, and when it is done. */
    public record Effect(int number, String what, String when) {}

    /**
     * Modules that are used executed together.
     *
     * @param natives the native modules that come with it
     * @param before the units that come before it
     * @param conditions what must hold for it to be used, by kind
     * @param others how many objects of other units it refers to
     * @param kinds how many objects of each kind it has
     * @param error why it can't be used; null when it can
     */
    public record Unit(int number, List<Root> roots, List<String> natives, List<Integer> before,
            List<Effect> effects, Map<String, List<String>> conditions, long offset, long sizeBytes,
            long descriptionBytes, int objects, int others, Map<String, Integer> kinds, String error) {}

    /** A part of an object: what it is for, where it lies ({@code os#7}), and what it is. */
    public record Part(String role, String place, String what) {}

    /**
     * One object.
     *
     * @param place where it lies: {@code os#7}
     * @param what in short, what it is
     * @param offset of its record, from the start of the unit's image
     * @param numbers what its record has besides parts; their meaning is the kind's
     */
    public record ObjectReport(String place, int unit, int number, String kind, String what, int offset,
            int sizeBytes, List<Long> numbers, List<Part> parts) {}

    HeapInspector(Archive archive, RecordNames names) {
        this.archive = archive;
        this.names = names;
        shape = new RecordShape(names);
    }

    /** All units, in their order. */
    List<Unit> units() throws ArchiveException {
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < archive.units(); i++) {
            units.add(unit(i));
        }
        return units;
    }

    /** One unit. */
    Unit unit(int number) throws ArchiveException {
        long offset = archive.unitField(number, Layout.UNIT_IMAGE);
        long size = archive.unitField(number, Layout.UNIT_IMAGE_SIZE);
        long description = archive.unitField(number, Layout.UNIT_DESCRIPTION_SIZE);
        List<Root> roots = new ArrayList<>();
        List<String> natives = new ArrayList<>();
        List<Integer> before = new ArrayList<>();
        List<Effect> effects = new ArrayList<>();
        Map<String, List<String>> conditions = new LinkedHashMap<>();
        Map<String, Integer> kinds = new TreeMap<>();
        int objects = 0;
        int others = 0;
        String error = null;
        try {
            UnitDescription d = archive.describeUnit(number);
            for (UnitDescription.Module m : d.modules()) {
                roots.add(new Root(m.name(), m.root()));
            }
            for (UnitDescription.Native m : d.natives()) {
                natives.add(m.name());
            }
            for (int b : d.units()) {
                before.add(b);
            }
            conditions.putAll(conditions(d.conditions()));
            UnitRecords r = records(number);
            objects = r.size();
            others = r.others();
            for (int i = 0; i < objects; i++) {
                UnitRecords.Item item = r.item(i);
                kinds.merge(shape.kind(item), 1, Integer::sum);
                for (int k = 0; k < item.refs().length; k++) {
                    check(number, item, k);
                }
            }
            if (d.reads() != UnitDescription.NO_READS) {
                conditions.put(READS, reads(number, d.reads()));
            }
            for (int i = 0; i + 2 < d.effects().length; i += 3) {
                if (d.effects()[i + 1] != UnitDescription.AFTER_UNITS) {
                    effects.add(effect(number, d.effects()[i], d.effects()[i + 1], d.effects()[i + 2]));
                }
            }
        } catch (ArchiveException e) {
            error = e.getMessage();
        }
        return new Unit(number, roots, natives, before, effects, conditions, offset, size, description, objects,
                others, kinds, error);
    }

    private void check(int unit, UnitRecords.Item item, int index) throws ArchiveException {
        int ref = item.refs()[index];
        boolean isCount = item.tag() == Layout.HEAP_OBJECT && index == item.own() + 1;
        if (ref == HeapKinds.NULL || isCount) {
            return;
        }
        if (ref < 0) {
            int other = records(unit).unitOf(~ref);
            if (other < 0 || other >= archive.units()) {
                throw new ArchiveException.Damaged(
                        archive.file() + ": unit " + unit + " refers to unit " + other + " of " + archive.units());
            }
        } else {
            records(unit).item(ref);
        }
    }

    /** What a unit's conditions are, in words. */
    private static Map<String, List<String>> conditions(UnitConditions conditions) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (RecordComponent part : UnitConditions.class.getRecordComponents()) {
            try {
                Object all = part.getAccessor().invoke(conditions);
                List<String> list = new ArrayList<>();
                if (all == conditions.held()) {
                    // The objects of the program show their numbers in their own records.
                    continue;
                } else if (all instanceof int[] units) {
                    for (int unit : units) {
                        list.add("unit " + unit);
                    }
                }
                for (Object o : all instanceof List<?> some ? some : List.of()) {
                    list.add(o instanceof UnitConditions.Variable v
                            ? v.name() + (v.value() == null ? " is not set" : "=" + v.value())
                            : o.toString());
                }
                texts.put(part.getName(), list);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
        return texts;
    }

    /** The attributes of modules that a unit's execution looked up. */
    private List<String> reads(int unit, int number) throws ArchiveException {
        List<String> names = new ArrayList<>();
        for (int row : records(unit).item(number).refs()) {
            int[] refs = records(unit).item(row).refs();
            for (int i = 1; i < refs.length; i++) {
                names.add(bare(unit, refs[0], DEPTH) + "." + bare(unit, refs[i], DEPTH));
            }
        }
        return names;
    }

    private Effect effect(int unit, int number, int targetUnit, int target) throws ArchiveException {
        String when = switch (targetUnit) {
            case UnitDescription.AT_ONCE -> "at once";
            case UnitDescription.OF_NATIVE -> "when module " + bare(unit, target, DEPTH) + " is touched";
            default -> "when " + place(targetUnit, target) + " is touched";
        };
        UnitRecords.Item item = records(unit).item(number);
        StringBuilder what = new StringBuilder();
        if (item.tag() == Layout.TUPLE && item.refs().length > EFFECT_TARGET) {
            String kind = describe(unit, item.refs()[EFFECT_KIND], 0);
            String name = kind.matches("[0-9]{1,9}") ? names.effect(Integer.parseInt(kind)) : null;
            what.append(name == null ? kind : name);
            for (int i = EFFECT_TARGET; i < item.refs().length; i++) {
                what.append(i == EFFECT_TARGET ? ": " : ", ").append(describe(unit, item.refs()[i], DEPTH));
            }
        } else {
            what.append(describe(unit, number, DEPTH));
        }
        return new Effect(number, what.toString(), when);
    }

    private UnitRecords records(int unit) throws ArchiveException {
        UnitRecords known = records.get(unit);
        if (known == null) {
            known = new UnitRecords(archive.file() + ": image of unit " + unit, archive.unitImage(unit));
            records.put(unit, known);
        }
        return known;
    }

    private String place(int unit, int number) throws ArchiveException {
        String module = moduleNames.get(unit);
        if (module == null) {
            UnitDescription.Module[] modules = archive.describeUnit(unit).modules();
            module = modules.length == 0 ? "unit " + unit : modules[0].name();
            moduleNames.put(unit, module);
        }
        return module + "#" + number;
    }

    private String place(int unit, UnitRecords.Item item, int index) throws ArchiveException {
        int ref = item.refs()[index];
        return ref >= 0 ? place(unit, ref) : place(records(unit).unitOf(~ref), records(unit).numberOf(~ref));
    }

    /** What a reference of a unit leads to, in a few words, {@code depth} steps on. */
    private String describe(int unit, int ref, int depth) throws ArchiveException {
        if (ref == HeapKinds.NULL) {
            return "nothing";
        }
        if (depth < 0) {
            return "...";
        }
        if (ref < 0) {
            return describe(records(unit).unitOf(~ref), records(unit).numberOf(~ref), depth - 1);
        }
        UnitRecords.Item item = records(unit).item(ref);
        if (item.text() != null) {
            return item.text();
        }
        int[] refs = item.refs();
        String kind = shape.kind(item);
        if (item.tag() == Layout.CODE_OBJECT || item.tag() == Layout.CODE_OF_MODULE) {
            return "code " + bare(unit, refs[1], depth - 1);
        }
        if (item.tag() != Layout.HEAP_OBJECT) {
            return kind + items(item.own());
        }
        return switch (item.kind()) {
            case HeapKinds.NATIVE_MODULE -> "module" + name(unit, item, 0, depth);
            case HeapKinds.NATIVE_ATTRIBUTE -> join(unit, item, depth);
            case HeapKinds.TYPE_ATTRIBUTE -> join(unit, item, depth);
            case HeapKinds.HIDDEN_TYPE, HeapKinds.LIBRARY_PATH, HeapKinds.PREFIX_PATH ->
                kind + name(unit, item, 0, depth);
            case HeapKinds.TYPE -> "class" + name(unit, item, 2, depth);
            case HeapKinds.FUNCTION -> "function" + function(unit, item, depth);
            case HeapKinds.MODULE -> moduleAt(unit, ref);
            case HeapKinds.DICT -> kind + items((item.own() - 1) / 2);
            case HeapKinds.LIST, HeapKinds.SET, HeapKinds.TUPLE_INSTANCE -> kind + items(item.own() - 1);
            case HeapKinds.INSTANCE -> "object of" + name(unit, item, 0, depth);
            default -> item.own() == 0 || depth == 0 ? kind
                    : kind + (item.kind() < HeapKinds.OTHERS ? " of" : ":") + name(unit, item, 0, depth);
        };
    }

    private static String items(int count) {
        return count == 1 ? " of 1 item" : " of " + count + " items";
    }

    /** A blank and what a part of a record is; nothing when the record does not have it. */
    private String name(int unit, UnitRecords.Item item, int index, int depth) throws ArchiveException {
        return index < item.own() ? " " + bare(unit, item.refs()[index], depth - 1) : "";
    }

    /** A blank and the qualified name of a function; it is its code's when the record has none. */
    private String function(int unit, UnitRecords.Item item, int depth) throws ArchiveException {
        if (item.own() > 9 && item.refs()[9] != HeapKinds.NULL || item.own() == 0 || item.refs()[0] < 0) {
            return name(unit, item, 9, depth);
        }
        UnitRecords.Item code = records(unit).item(item.refs()[0]);
        return code.refs().length > 1 ? name(unit, code, 1, depth) : "";
    }

    private String join(int unit, UnitRecords.Item item, int depth) throws ArchiveException {
        return (name(unit, item, 0, depth) + "." + name(unit, item, 1, depth).strip()).strip();
    }

    private String moduleAt(int unit, int number) throws ArchiveException {
        for (UnitDescription.Module m : archive.describeUnit(unit).modules()) {
            if (m.root() == number) {
                return "module " + m.name();
            }
        }
        return "module";
    }

    /** A str without its quotes, or whatever else a reference leads to. */
    private String bare(int unit, int ref, int depth) throws ArchiveException {
        String text = describe(unit, ref, depth);
        return text.length() > 1 && text.startsWith("'") && text.endsWith("'")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    /** One object of a unit. */
    ObjectReport object(int unit, int number) throws ArchiveException {
        UnitRecords.Item item = records(unit).item(number);
        List<Long> numbers = new ArrayList<>();
        for (long n : item.numbers()) {
            numbers.add(n);
        }
        return new ObjectReport(place(unit, number), unit, number, shape.kind(item), describe(unit, number, DEPTH),
                item.offset(), item.sizeBytes(), numbers, parts(unit, item));
    }

    /** The namespace of a module's object; the object itself when it has none. */
    ObjectReport namespace(ObjectReport module) throws ArchiveException {
        UnitRecords.Item item = records(module.unit()).item(module.number());
        int[] refs = item.refs();
        return item.kind() == HeapKinds.MODULE && item.own() > 1 && refs[1] >= 0 ? object(module.unit(), refs[1])
                : module;
    }

    private List<Part> parts(int unit, UnitRecords.Item item) throws ArchiveException {
        List<Part> parts = new ArrayList<>();
        boolean isDict = item.tag() == Layout.HEAP_OBJECT && item.kind() == HeapKinds.DICT;
        for (int i = 0; i < item.own(); i++) {
            if (isDict && i > 0 && i + 1 < item.own()) {
                addPart(parts, describe(unit, item.refs()[i], DEPTH), unit, item, ++i);
            } else {
                addPart(parts, RecordShape.role(item, i), unit, item, i);
            }
        }
        for (Attribute a : attributes(unit, item)) {
            addPart(parts, a.role, unit, item, a.index);
        }
        return parts;
    }

    private void addPart(List<Part> parts, String role, int unit, UnitRecords.Item item, int index)
            throws ArchiveException {
        if (item.refs()[index] != HeapKinds.NULL) {
            parts.add(new Part(role, place(unit, item, index), describe(unit, item.refs()[index], DEPTH)));
        }
    }

    /** An attribute: what it is called and which reference of the record it is. */
    private record Attribute(String role, int index) {}

    /** The attributes of a record: see {@link Layout#HEAP_ATTRIBUTES}. */
    private List<Attribute> attributes(int unit, UnitRecords.Item item) throws ArchiveException {
        List<Attribute> list = new ArrayList<>();
        int[] refs = item.refs();
        int at = item.own();
        if (refs.length - at < 2) {
            return list;
        }
        list.add(new Attribute("__dict__", at));
        int slots = refs[at + 1];
        at += 2;
        for (int i = 0; i < slots && at < refs.length; i++, at++) {
            list.add(new Attribute("slot " + i, at));
        }
        for (; at + 1 < refs.length; at += 2) {
            list.add(new Attribute(bare(unit, refs[at], DEPTH), at + 1));
        }
        return list;
    }

    /**
     * The object that a path leads to: a module, then names of attributes or keys, or a module and the number of an
     * object of its unit: {@code os}, {@code os.path.join}, {@code os#7}. Null when the archive has no such module
     * executed.
     */
    ObjectReport find(String path) throws ArchiveException, Inspector.InspectException {
        int hash = path.lastIndexOf('#');
        if (hash >= 0) {
            Archive.Entry entry = archive.find(path.substring(0, hash));
            String digits = path.substring(hash + 1);
            if (entry == null || entry.unit() < 0 || !digits.matches("[0-9]{1,9}")) {
                return null;
            }
            if (Integer.parseInt(digits) >= records(entry.unit()).size()) {
                throw new Inspector.InspectException(archive.file() + ": " + path + ": the unit of " + entry.name()
                        + " has " + records(entry.unit()).size() + " objects");
            }
            return object(entry.unit(), Integer.parseInt(digits));
        }
        for (int end = path.length(); end > 0; end = path.lastIndexOf('.', end - 1)) {
            Archive.Entry entry = archive.find(path.substring(0, end));
            if (entry != null) {
                return entry.unit() < 0 ? null : follow(entry, end == path.length() ? new String[0]
                        : path.substring(end + 1).split("\\.", -1));
            }
        }
        return null;
    }

    private ObjectReport follow(Archive.Entry entry, String[] path) throws ArchiveException,
            Inspector.InspectException {
        int unit = entry.unit();
        int number = entry.unitRoot();
        String done = entry.name();
        for (String name : path) {
            Integer ref = step(unit, records(unit).item(number), name);
            if (ref == null) {
                throw new Inspector.InspectException(archive.file() + ": " + done + " has no '" + name + "'");
            }
            done += "." + name;
            if (ref < 0) {
                int from = unit;
                unit = records(from).unitOf(~ref);
                number = records(from).numberOf(~ref);
            } else {
                number = ref;
            }
        }
        return object(unit, number);
    }

    /** The reference that a name leads to from an object; null for none. */
    private Integer step(int unit, UnitRecords.Item item, String name) throws ArchiveException {
        if (item.tag() != Layout.HEAP_OBJECT) {
            return null;
        }
        int[] refs = item.refs();
        Integer found = switch (item.kind()) {
            case HeapKinds.MODULE -> item.own() > 1 ? entry(unit, refs[1], name) : null;
            case HeapKinds.TYPE -> item.own() > 3 ? entry(unit, refs[3], name) : null;
            case HeapKinds.DICT -> entry(unit, item.number(), name);
            default -> null;
        };
        for (Attribute a : attributes(unit, item)) {
            if (found == null) {
                found = a.role.equals("__dict__") ? entry(unit, refs[a.index], name)
                        : a.role.equals(name) ? Integer.valueOf(refs[a.index]) : null;
            }
        }
        return found;
    }

    /** The reference to the value of a name in a dict of the unit; null for none. */
    private Integer entry(int unit, int dict, String name) throws ArchiveException {
        if (dict < 0 || dict == HeapKinds.NULL) {
            return null;
        }
        UnitRecords.Item item = records(unit).item(dict);
        if (item.tag() == Layout.HEAP_OBJECT && item.kind() == HeapKinds.DICT) {
            for (int i = 1; i + 1 < item.own(); i += 2) {
                if (bare(unit, item.refs()[i], 0).equals(name)) {
                    return item.refs()[i + 1];
                }
            }
        }
        return null;
    }
}
