package org.krait.runtime.imports;

import org.krait.snapshot.UnitDescription;

/** The modules that are to be bound, in the order in which they stood in {@code sys.modules}. */
final class BindOrder {
    private final Record[] modules;
    private final int[] orders;
    private final int[] units;
    private int size;

    BindOrder(int capacity) {
        modules = new Record[capacity];
        orders = new int[capacity];
        units = new int[capacity];
    }

    /** Adds a module or native module; of equal ones the one that was added first comes first. */
    void add(int order, Record module, int unit) {
        int i = size++;
        // Most come in order.
        while (i > 0 && orders[i - 1] > order) {
            modules[i] = modules[i - 1];
            orders[i] = orders[i - 1];
            units[i] = units[i - 1];
            i--;
        }
        modules[i] = module;
        orders[i] = order;
        units[i] = unit;
    }

    int size() {
        return size;
    }

    /** The name of a module. */
    String name(int index) {
        return modules[index] instanceof UnitDescription.Module m
                ? m.name()
                : ((UnitDescription.Native) modules[index]).name();
    }

    Record module(int index) {
        return modules[index];
    }

    /** The unit of a module; -1 for a native one. */
    int unit(int index) {
        return units[index];
    }
}
