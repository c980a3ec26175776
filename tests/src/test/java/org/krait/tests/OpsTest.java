package org.krait.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.krait.objects.code.Opcode;
import org.krait.objects.code.Ops;

/** The constants for switch labels must be the ordinals of the instruction table. */
final class OpsTest {
    @Test
    void constantsAreOrdinals() throws IllegalAccessException {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < Opcode.count(); i++) {
            expected.add(Opcode.of(i).name() + " = " + i);
        }
        List<String> found = new ArrayList<>();
        for (Field field : Ops.class.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == int.class) {
                found.add(field.getName() + " = " + field.getInt(null));
            }
        }
        assertEquals(expected, found);
    }
}
