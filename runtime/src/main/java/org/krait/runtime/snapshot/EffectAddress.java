package org.krait.runtime.snapshot;

import java.util.List;
import org.krait.snapshot.UnitDescription;

/**
 * Where an effect lies in its unit, and when it is repeated.
 *
 * @param effect the number of the object that says what is done; for {@link Kind#UNITS} how many
 * @param unit the unit of what is changed, for {@link Kind#OBJECT}
 * @param number for an object its number in that unit, for a native module the number of its name
 */
record EffectAddress(Kind kind, int effect, int unit, int number) {
    /** When an effect is repeated. */
    enum Kind {
        /** As its unit is bound. */
        AT_ONCE,
        /** When somebody looks into an object of a unit. */
        OBJECT,
        /** When somebody looks into a native module. */
        NATIVE,
        /** No effect: those behind it come after those of so many of the unit's others. */
        UNITS
    }

    static EffectAddress atOnce(int effect) {
        return new EffectAddress(Kind.AT_ONCE, effect, 0, 0);
    }

    /** @param place unit and number of what is changed, {@code unit << 32 | number} */
    static EffectAddress ofObject(int effect, long place) {
        return new EffectAddress(Kind.OBJECT, effect, (int) (place >>> 32), (int) place);
    }

    static EffectAddress ofNative(int effect, int moduleName) {
        return new EffectAddress(Kind.NATIVE, effect, 0, moduleName);
    }

    static EffectAddress afterUnits(int units) {
        return new EffectAddress(Kind.UNITS, units, 0, 0);
    }

    /** The numbers that {@link UnitDescription#effects} holds, three for each. */
    static int[] toNumbers(List<EffectAddress> effects) {
        int[] numbers = new int[3 * effects.size()];
        int n = 0;
        for (EffectAddress e : effects) {
            numbers[n++] = e.effect;
            numbers[n++] = switch (e.kind) {
                case AT_ONCE -> UnitDescription.AT_ONCE;
                case OBJECT -> e.unit;
                case NATIVE -> UnitDescription.OF_NATIVE;
                case UNITS -> UnitDescription.AFTER_UNITS;
            };
            numbers[n++] = e.number;
        }
        return numbers;
    }
}
