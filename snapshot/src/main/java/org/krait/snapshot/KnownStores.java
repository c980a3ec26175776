package org.krait.snapshot;

import java.util.List;

/**
 * Where the program that was captured had stored something, in objects of units, when a unit was executed: it has read
 * none of that but what its conditions compare. Each unit has what is new since the one before.
 *
 * @param before the last unit before this one that has anything new; {@link #NONE} for none
 * @param stores what is new
 */
public record KnownStores(int before, List<Store> stores) {
    public static final int NONE = -1;
    /** For the units before the program has stored anything. */
    public static final KnownStores EMPTY = new KnownStores(NONE, List.of());

    /**
     * A key of an object.
     *
     * @param unit the object's unit
     * @param number the object's number there
     * @param key as {@link PartKeys} names it
     */
    public record Store(int unit, int number, String key) {}
}
