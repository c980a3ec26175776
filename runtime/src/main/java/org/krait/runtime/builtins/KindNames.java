package org.krait.runtime.builtins;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Locale;
import org.krait.snapshot.HeapKinds;

/** The names of the runtime's kinds of heap records, as the constants that stand for them are called. */
public final class KindNames {
    /** The classes that have kinds. */
    private static final Class<?>[] RECORDS = {BuiltinRecords.class, TypingRecords.class, LibraryRecords.class,
        IteratorRecords.class};

    private KindNames() {}

    /** The name of a kind; null when it is none of the runtime's. */
    public static String of(int kind) {
        for (Class<?> records : RECORDS) {
            for (Field field : records.getDeclaredFields()) {
                if (field.getType() == int.class && Modifier.isStatic(field.getModifiers())
                        && kind >= HeapKinds.OTHERS && value(field) == kind) {
                    return field.getName().toLowerCase(Locale.ROOT).replace('_', ' ');
                }
            }
        }
        return null;
    }

    private static int value(Field constant) {
        try {
            constant.setAccessible(true);
            return constant.getInt(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
