package org.krait.runtime.imports;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyException;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.runtime.Texts;
import org.krait.runtime.snapshot.Conditions;
import org.krait.snapshot.Archive;
import org.krait.snapshot.ArchiveException;
import org.krait.snapshot.Heap;
import org.krait.snapshot.UnitConditions;
import org.krait.snapshot.UnitDescription;

/** What must hold before units of an archive are bound: else their modules are executed. */
final class UnitChecks {
    private static final int UNKNOWN = -2;

    private final HeapModules units;
    private final Heap heap;
    private final Archives archives;
    private final Archive archive;
    private int libraryUnit = UNKNOWN;
    /** Units for which modules are imported at the moment: one of these may lead to the unit again. */
    private final BitSet preparing = new BitSet();
    /** By unit, the number of the last walk that came by. */
    private final int[] seen;
    /** By unit, the number of the last walk that came by and went on: an execution would have ended there. */
    private final int[] done;
    private int walk;
    /** What the program has stored; null as long as no unit depends on that. */
    private StoredConditions conditions;

    UnitChecks(HeapModules units, Archives archives, Archive archive) {
        this.units = units;
        heap = units.heap();
        this.archives = archives;
        this.archive = archive;
        seen = new int[archive.units()];
        done = new int[archive.units()];
    }

    /**
     * Imports the modules that are not captured and that a unit or one before it imported; answers why it cannot be
     * bound when one of them cannot be imported: a module may put the finder in place that another is found by, or do
     * without it. Null when all are there.
     */
    String importExecuted(ThreadState ts, int unit) throws ArchiveException {
        walk++;
        return importBefore(ts, unit);
    }

    private String importBefore(ThreadState ts, int unit) throws ArchiveException {
        UnitDescription d = units.description(unit);
        if (units.isBound(unit) || units.isRefused(unit) || seen[unit] == walk || preparing.get(unit)) {
            return null;
        }
        seen[unit] = walk;
        preparing.set(unit);
        try {
            for (int before : d.units()) {
                String reason = importBefore(ts, before);
                if (reason != null) {
                    return reason;
                }
            }
            for (String name : d.conditions().executed()) {
                if (ts.interp.modules.get(name) == null && !canImport(ts, name)) {
                    return "module ".concat(name).concat(" could not be imported before it");
                }
            }
        } finally {
            preparing.clear(unit);
        }
        return null;
    }

    private static boolean canImport(ThreadState ts, String name) {
        try {
            Imports.importModule(ts, name);
            return true;
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.EXCEPTION)) {
                throw e;
            }
            e.swallow();
            return false;
        }
    }

    /** Why the conditions of a unit do not hold; null when they do. */
    private static String checkConditions(ThreadState ts, UnitDescription d, String asked, TopLevelSearch search) {
        UnitConditions conditions = d.conditions();
        for (String name : conditions.missing()) {
            if (ts.interp.modules.get(name) != null || name.indexOf('.') < 0 && search.finds(name)) {
                return "there was no module " + name;
            }
        }
        return conditions.isOfModules() ? null : Conditions.whyNot(ts, conditions, d.has(asked));
    }

    /**
     * Why a unit cannot be bound, with all that it needs; null when it can: then {@code wanted} has them.
     *
     * @param asked the module that is imported
     */
    String whyNot(ThreadState ts, String asked, int unit, ArrayList<Integer> wanted) throws ArchiveException {
        if (conditions != null) {
            conditions.begin();
        }
        return whyStillNot(ts, asked, unit, wanted);
    }

    /** The same, after some of what it needs was bound or others have run. */
    String whyStillNot(ThreadState ts, String asked, int unit, ArrayList<Integer> wanted) throws ArchiveException {
        wanted.clear();
        walk++;
        String reason = check(ts, asked, unit, wanted, new TopLevelSearch(ts));
        if (reason != null) {
            return reason;
        }
        try {
            return whyOtherwise(ts, wanted);
        } catch (PyException e) {
            // Objects that are compared are made for that, and may be damaged in spite of right checksums.
            if (!e.is(ExceptionTypes.IMPORT_ERROR)) {
                throw e;
            }
            String damage = Texts.str(ts, e.value).toString();
            e.swallow();
            return damage;
        }
    }

    /** Why what units have seen of others is not as it was; null when it is. */
    private String whyOtherwise(ThreadState ts, ArrayList<Integer> wanted) throws ArchiveException {
        String reason = null;
        ArrayList<UnitConditions.Draw> draws = null;
        for (int i = 0; reason == null && i < wanted.size(); i++) {
            UnitConditions conditions = units.description(wanted.get(i)).conditions();
            for (UnitConditions.Answer a : conditions.answers()) {
                if (a.filterOf() != null && reason == null && !areOf(wanted, a.filterOf())) {
                    reason = Conditions.whyNot(ts, a);
                }
            }
            List<UnitConditions.Draw> more = conditions.draws();
            if (!more.isEmpty()) {
                draws = draws == null ? new ArrayList<>() : draws;
                draws.addAll(more);
            }
        }
        ModuleOriginals originals = ModuleOriginals.of(ts.interp);
        if (originals != null && !originals.areAnyChanged(ts.interp)) {
            originals = null;
        }
        ProgramStores stores = reason == null ? ProgramStores.of(ts.interp) : null;
        ChangedUnits changed = stores == null ? null : ChangedUnits.of(ts, units, stores);
        for (int i = 0; reason == null && i < wanted.size(); i++) {
            reason = whyOtherwise(ts, wanted.get(i), originals, stores, changed);
            reason = reason != null ? reason : whyNotStored(wanted.get(i), wanted.subList(0, i));
        }
        if (reason != null || draws == null) {
            return reason;
        }
        UnitConditions.Draw other = CounterStates.findOther(units, draws);
        return other == null ? null : "a counter of module " + units.description(other.unit()).name()
                + " does not give " + other.from() + " next";
    }

    /** What the program has stored otherwise than when a unit was captured, and its execution would read. */
    private String whyOtherwise(ThreadState ts, int unit, ModuleOriginals originals, ProgramStores stores,
            ChangedUnits changedUnits) throws ArchiveException {
        boolean isNeeded = originals != null || stores != null;
        int reads = isNeeded ? units.description(unit).reads() : UnitDescription.NO_READS;
        PyTuple names = reads != UnitDescription.NO_READS && heap.object(unit, reads) instanceof PyTuple t ? t : null;
        String changed = names == null || originals == null ? null : originals.findChanged(ts.interp, names);
        changed = names == null || stores == null || changed != null ? changed : stores.findChanged(ts, names);
        if (changed != null) {
            units.refuse(unit);
            return "it reads ".concat(changed).concat(", which the program has set");
        }
        String other = changedUnits == null ? null : changedUnits.why(unit);
        if (other != null) {
            units.refuse(unit);
            return other;
        }
        return null;
    }

    /**
     * What others would have done to what a unit has read, or not done yet, as its execution began, unlike when it was
     * captured: the walk comes to units in the order in which they would be executed.
     */
    private String whyInOtherOrder(int unit, UnitConditions conditions) throws ArchiveException {
        String reason = null;
        for (int other : conditions.earlier()) {
            // Those behind were still being executed.
            if (!isThere(other) && (other < unit || !isUnderWay(other))) {
                reason = other == UnitConditions.NONE ? "a module that is not captured had changed"
                        : "module ".concat(units.description(other).name()).concat(" had changed, which is not there");
            }
        }
        for (int other : conditions.later()) {
            if (isThere(other)) {
                reason = "module ".concat(units.description(other).name()).concat(" had not changed yet");
            }
        }
        return reason == null ? null : "it has read what ".concat(reason);
    }

    /** Whether a unit is bound or would have been executed before. */
    private boolean isThere(int unit) {
        return units.isBound(unit) || units.has(unit) && done[unit] == walk;
    }

    /** Whether a unit would be executed at the moment. */
    private boolean isUnderWay(int unit) {
        return units.has(unit) && seen[unit] == walk && done[unit] != walk;
    }

    /** What the program has not stored as it was stored when a unit was captured. */
    private String whyNotStored(int unit, List<Integer> before) throws ArchiveException {
        List<UnitConditions.Stored> stored = units.description(unit).conditions().stored();
        if (stored.isEmpty()) {
            return null;
        }
        if (conditions == null) {
            conditions = new StoredConditions(units);
        }
        UnitConditions.Stored other = conditions.findOther(unit, stored, before);
        if (other == null) {
            return null;
        }
        units.refuse(unit);
        String module = other.isOfProgram() ? "__main__" : units.description(other.unit()).name();
        return "the program has not stored the same in an object of module ".concat(module).concat(": ")
                .concat(other.name());
    }

    /** Whether a module is of one of the units. */
    private boolean areOf(ArrayList<Integer> all, String module) throws ArchiveException {
        for (int unit : all) {
            if (units.description(unit).has(module)) {
                return true;
            }
        }
        return false;
    }

    /** Why a unit cannot be bound; null when it can: then {@code wanted} has it and those before it. */
    private String check(ThreadState ts, String asked, int unit, ArrayList<Integer> wanted, TopLevelSearch search)
            throws ArchiveException {
        UnitDescription d = units.description(unit);
        if (units.isBound(unit) || seen[unit] == walk) {
            return null;
        }
        seen[unit] = walk;
        if (unit == libraryUnit()) {
            // Bound with the start of importing or never: what leads to it would not lead to the one there is.
            return "importing itself does not come out of this archive";
        }
        if (units.isRefused(unit)) {
            return "module " + d.name() + " is not as it was";
        }
        String order = d.has(asked) && !d.name().equals(asked) ? d.name().concat(" was executed before it")
                : whyInOtherOrder(unit, d.conditions());
        if (order != null) {
            units.refuse(unit);
            return order;
        }
        for (int before : d.units()) {
            String reason = check(ts, asked, before, wanted, search);
            if (reason != null) {
                return reason;
            }
        }
        String condition = checkConditions(ts, d, asked, search);
        if (condition != null) {
            units.refuse(unit);
            return condition;
        }
        for (UnitDescription.Module m : d.modules()) {
            String reason = m.name().equals(asked) ? null : checkModule(ts, m, search);
            if (reason != null) {
                units.refuse(unit);
                return reason;
            }
        }
        String damage = heap.damage(unit);
        if (damage != null) {
            units.refuse(unit);
            return damage;
        }
        done[unit] = walk;
        wanted.add(unit);
        return null;
    }

    /** The unit of the import library; -1 for none. */
    private int libraryUnit() throws ArchiveException {
        if (libraryUnit == UNKNOWN) {
            Archive.Entry bootstrap = archive.find("importlib._bootstrap");
            libraryUnit = bootstrap == null ? -1 : bootstrap.unit();
        }
        return libraryUnit;
    }

    private String checkModule(ThreadState ts, UnitDescription.Module m, TopLevelSearch search) {
        String name = m.name();
        if (ts.interp.modules.get(name) != null) {
            return "module " + name + " is loaded already";
        }
        String path = archives.path(m.source());
        if (!archives.isFresh(ts, archive, name, m.source(), path)) {
            return "module " + name + " is stale";
        }
        if (name.indexOf('.') < 0 && !search.findsAt(name, path)) {
            return "module " + name + " is hidden by another";
        }
        return null;
    }

    /** Leaves out the first unit that reads what one before it does to the program's objects, and those behind. */
    boolean leaveWaiting(ArrayList<Integer> wanted) throws ArchiveException {
        for (int i = 0; conditions != null && i < wanted.size(); i++) {
            if (conditions.isWaiting(wanted.get(i), units.description(wanted.get(i)).conditions().stored())) {
                wanted.subList(i, wanted.size()).clear();
                return i > 0;
            }
        }
        return false;
    }

    /** A unit is bound. */
    void bound(int unit, UnitDescription d) {
        if (conditions != null) {
            conditions.bound(unit, d.conditions().held());
        }
    }
}
