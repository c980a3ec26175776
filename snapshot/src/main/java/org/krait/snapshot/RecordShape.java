package org.krait.snapshot;

import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What the kinds of records are called and what their references mean, for the inspector. */
final class RecordShape {
    /** The parts of a code object before its constants. */
    static final int CODE_PARTS = 4;
    private static final String[] CODE = {"name", "qualified name", "file", "doc", "constant"};
    private static final String[] CODE_HEAD = {"name", "qualified name", "file", "module"};
    private static final String[] ITEMS = {"item"};

    /** By kind, the names of the references; the last one is that of all the others, too. */
    private static final Map<Integer, String[]> ROLES = Map.ofEntries(
            Map.entry(HeapKinds.MODULE, new String[] {"class", "namespace"}),
            Map.entry(HeapKinds.DICT, new String[] {"class", "entry"}),
            Map.entry(HeapKinds.LIST, new String[] {"class", "item"}),
            Map.entry(HeapKinds.SET, new String[] {"class", "item"}),
            Map.entry(HeapKinds.INSTANCE, new String[] {"class"}),
            Map.entry(HeapKinds.TYPE,
                    new String[] {"metaclass", "name", "qualified name", "namespace", "base", "bases", "mro"}),
            Map.entry(HeapKinds.FUNCTION,
                    new String[] {"code", "globals", "builtins", "closure", "module", "defaults", "annotations",
                        "keyword defaults", "name", "qualified name", "doc", "type parameters"}),
            Map.entry(HeapKinds.CELL, new String[] {"content"}),
            Map.entry(HeapKinds.PROPERTY, new String[] {"class", "getter", "setter", "deleter", "doc", "name"}),
            Map.entry(HeapKinds.CLASS_METHOD, new String[] {"class", "callable"}),
            Map.entry(HeapKinds.STATIC_METHOD, new String[] {"class", "callable"}),
            Map.entry(HeapKinds.METHOD, new String[] {"function", "self"}),
            Map.entry(HeapKinds.WEAK_REF, new String[] {"class", "referent", "callback"}),
            Map.entry(HeapKinds.TUPLE_INSTANCE, new String[] {"class", "item"}),
            Map.entry(HeapKinds.EXCEPTION, new String[] {"class", "args", "cause", "context", "extra"}),
            Map.entry(HeapKinds.GENERIC_ALIAS, new String[] {"class", "origin", "args"}),
            Map.entry(HeapKinds.UNION, new String[] {"args"}),
            Map.entry(HeapKinds.MAPPING_PROXY, new String[] {"mapping"}),
            Map.entry(HeapKinds.BOUND_BUILTIN, new String[] {"function", "self"}),
            Map.entry(HeapKinds.NATIVE_MODULE, new String[] {"module"}),
            Map.entry(HeapKinds.NATIVE_ATTRIBUTE, new String[] {"module", "name"}),
            Map.entry(HeapKinds.TYPE_ATTRIBUTE, new String[] {"class", "name"}),
            Map.entry(HeapKinds.HIDDEN_TYPE, new String[] {"name"}),
            Map.entry(HeapKinds.LIBRARY_PATH, new String[] {"path"}),
            Map.entry(HeapKinds.PREFIX_PATH, new String[] {"path"}),
            Map.entry(HeapKinds.EVALUATED, new String[] {"module", "expression"}));

    private final Map<Integer, String> names = new HashMap<>();
    private final RecordNames others;

    RecordShape(RecordNames others) {
        this.others = others;
        for (java.lang.reflect.Field field : HeapKinds.class.getFields()) {
            try {
                if (Modifier.isStatic(field.getModifiers()) && field.getInt(null) < HeapKinds.OTHERS) {
                    names.put(field.getInt(null), text(field.getName()));
                }
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** The name of a constant as it is shown. */
    static String text(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What a record is: {@code str}, {@code function}. */
    String kind(UnitRecords.Item item) {
        if (item.tag() != Layout.HEAP_OBJECT) {
            for (RecordKind kind : RecordKind.values()) {
                if (kind.tag == item.tag()) {
                    return text(kind.name());
                }
            }
        }
        String name = names.get(item.kind());
        if (name == null) {
            name = others.kind(item.kind());
        }
        return name == null ? "kind " + item.kind() : name;
    }

    /** What a reference of a record is for. */
    static String role(UnitRecords.Item item, int index) {
        String[] roles = switch (item.tag()) {
            case Layout.CODE_OBJECT -> CODE;
            case Layout.CODE_OF_MODULE -> CODE_HEAD;
            case Layout.HEAP_OBJECT -> ROLES.get(item.kind());
            default -> ITEMS;
        };
        return roles == null ? "part" : roles[Math.min(index, roles.length - 1)];
    }
}
