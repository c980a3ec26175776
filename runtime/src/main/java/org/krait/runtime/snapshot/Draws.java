package org.krait.runtime.snapshot;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.krait.objects.Mutations;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.snapshot.UnitConditions;

/** The numbers that a module had of counters of others while it was executed. */
final class Draws {
    private final List<Row> rows = new ArrayList<>();

    /** Numbers in a row of one counter. */
    private static final class Row {
        final PyObject counter;
        final long first;
        final long from;
        long to;

        Row(PyObject counter, long first, long from, long to) {
            this.counter = counter;
            this.first = first;
            this.from = from;
            this.to = to;
        }
    }

    /**
     * Adds a number that a counter gave.
     *
     * @param first what it gave first of all
     * @param next what it gives next
     */
    void add(PyObject counter, long first, long number, long next) {
        for (int i = rows.size() - 1; i >= 0; i--) {
            Row row = rows.get(i);
            if (row.counter == counter) {
                if (row.to == number) {
                    row.to = next;
                    return;
                }
                break;
            }
        }
        rows.add(new Row(counter, first, number, next));
    }

    /** Adds all that another module had. */
    void addAll(Draws others) {
        rows.addAll(others.rows);
    }

    /** The effects that have each of the counters go on. */
    List<PyTuple> effects() {
        IdentityHashMap<PyObject, PyTuple> last = new IdentityHashMap<>();
        List<PyTuple> effects = new ArrayList<>();
        for (Row row : rows) {
            last.put(row.counter, Effects.store(Mutations.Kind.COUNT, row.counter, null, PyInt.of(row.to)));
        }
        for (Row row : rows) {
            PyTuple effect = last.remove(row.counter);
            if (effect != null) {
                effects.add(effect);
            }
        }
        return effects;
    }

    /** Adds the conditions under which the numbers are those that the module would have. */
    void addTo(List<UnitConditions.Draw> conditions, Ownership ownership) {
        for (Row row : rows) {
            long place = ownership.place(row.counter);
            conditions.add(new UnitConditions.Draw((int) (place >>> 32), (int) place, row.first, row.from, row.to));
        }
    }
}
