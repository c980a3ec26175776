package org.krait.runtime.imports;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyException;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.runtime.Texts;
import org.krait.runtime.snapshot.Conditions;
import org.krait.runtime.snapshot.Restorer;
import org.krait.snapshot.Archive;
import org.krait.snapshot.ArchiveException;
import org.krait.snapshot.Heap;
import org.krait.snapshot.UnitConditions;
import org.krait.snapshot.UnitDescription;

/**
 * The executed modules of one archive in a context: binds a module, with all that its import would have imported, in
 * {@code sys.modules} without running anything.
 */
final class HeapModules {
    private static final int UNKNOWN = -2;
    /** Native modules behind so many others are bound for each unit that names them. */
    private static final int MAX_ORDER = 1 << 16;

    private int libraryUnit = UNKNOWN;
    private final Archives archives;
    private final Archive archive;
    private final Heap heap;
    private final UnitDescription[] descriptions;
    /** Units whose modules are in sys.modules. */
    private final boolean[] bound;
    /** Units for which modules are imported at the moment: one of these may lead to the unit again. */
    private final BitSet preparing = new BitSet();
    /** Units that must not be used. */
    private final boolean[] refused;
    /** The modules of units that are being bound, not yet in sys.modules. */
    private final Map<String, UnitDescription.Module> binding = new HashMap<>();
    /** By unit, the number of the last walk that came by. */
    private final int[] seen;
    private int walk;
    /** What the program has stored; null as long as no unit depends on that. */
    private StoredConditions conditions;
    /** The native modules that were bound here. */
    private final Map<String, NativeSource> natives = new HashMap<>();
    /** The unit of each module that is bound. */
    private final Map<String, Integer> unitOf = new HashMap<>();

    HeapModules(ThreadState ts, Archives archives, Archive archive) {
        this.archives = archives;
        this.archive = archive;
        heap = new Heap(archive, Restorer.host(ts), ts.interp.subclassSource);
        ts.interp.subclassSource = heap.classes();
        descriptions = new UnitDescription[archive.units()];
        bound = new boolean[archive.units()];
        seen = new int[archive.units()];
        refused = new boolean[archive.units()];
    }

    /** The objects of the archive, as far as they are bound. */
    Heap heap() {
        return heap;
    }

    /** Tells where changed objects lie. */
    void place(IdentityHashMap<PyObject, ObjectStores> wanted) {
        heap.find(new Heap.Finder() {
            @Override
            public boolean isWanted(PyObject o) {
                return wanted.containsKey(o);
            }

            @Override
            public void found(PyObject o, PyObject owner, int unit, int number) {
                wanted.get(o).isAt(heap, unit, number, o != owner, owner instanceof PyModule);
            }
        });
    }

    /** What is known of a unit. */
    UnitDescription description(int unit) throws ArchiveException {
        UnitDescription d = unit < 0 || unit >= descriptions.length ? null : descriptions[unit];
        if (d == null) {
            d = archive.describeUnit(unit);
            descriptions[unit] = d;
        }
        return d;
    }

    /** The module of an entry that is known to be fresh, bound; null when its unit cannot be used. */
    PyObject bind(ThreadState ts, Archive.Entry entry) throws ArchiveException {
        int unit = entry.unit();
        UnitDescription.Module early = binding.get(entry.name());
        if (early != null) {
            // A native module that is being bound imports it.
            bindModule(ts, early, unit);
            return ts.interp.modules.get(entry.name());
        }
        if (unit < 0 || unit >= refused.length || refused[unit] || bound[unit]) {
            return null;
        }
        ProgramStores.watch(ts.interp);
        walk++;
        importExecuted(ts, unit);
        PyObject loaded = ts.interp.modules.get(entry.name());
        if (loaded != null) {
            return loaded;
        }
        if (conditions != null) {
            conditions.begin();
        }
        ArrayList<Integer> wanted = new ArrayList<>();
        walk++;
        String reason = check(ts, entry.name(), unit, wanted);
        if (reason == null && ForeignFinders.exist(ts.interp)) {
            FinderAnswers answers = new FinderAnswers(entry.name(), archives, archive);
            reason = answers.whyNot(ts, this, order(wanted), wanted);
            // They may have imported something.
            reason = reason != null ? reason : checkAgain(ts, entry.name(), unit, wanted);
            if (reason != null) {
                answers.keep(ts.interp);
            } else {
                answers.drop();
            }
            loaded = ts.interp.modules.get(entry.name());
            if (loaded != null) {
                return loaded;
            }
        }
        while (reason == null && leaveWaiting(wanted)) {
            bind(ts, wanted, entry.name());
            reason = checkAgain(ts, entry.name(), unit, wanted);
        }
        if (reason != null) {
            refused[unit] = true;
            archives.refuse(ts, entry.name(), archive.file(), "is executed: ".concat(reason));
            return null;
        }
        bind(ts, wanted, entry.name());
        return ts.interp.modules.get(entry.name());
    }

    private String checkAgain(ThreadState ts, String asked, int unit, ArrayList<Integer> wanted)
            throws ArchiveException {
        wanted.clear();
        walk++;
        return check(ts, asked, unit, wanted);
    }

    /** Leaves out the first unit that reads what one before it does to the program's objects, and those behind. */
    private boolean leaveWaiting(ArrayList<Integer> wanted) throws ArchiveException {
        for (int i = 0; conditions != null && i < wanted.size(); i++) {
            if (conditions.isWaiting(wanted.get(i), description(wanted.get(i)).conditions().stored())) {
                wanted.subList(i, wanted.size()).clear();
                return i > 0;
            }
        }
        return false;
    }

    /** A unit must not be used. */
    void refuse(int unit) {
        refused[unit] = true;
    }

    /** Imports the modules that are not captured and that a unit or one before it imported. */
    private void importExecuted(ThreadState ts, int unit) throws ArchiveException {
        UnitDescription d = description(unit);
        if (bound[unit] || refused[unit] || seen[unit] == walk || preparing.get(unit)) {
            return;
        }
        seen[unit] = walk;
        preparing.set(unit);
        try {
            for (int before : d.units()) {
                importExecuted(ts, before);
            }
            for (String name : d.conditions().executed()) {
                if (ts.interp.modules.get(name) == null) {
                    Imports.importModule(ts, name);
                }
            }
        } finally {
            preparing.clear(unit);
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

    /** Why a unit cannot be bound, with all that it needs; null when it can: then {@code wanted} has them. */
    private String check(ThreadState ts, String asked, int unit, ArrayList<Integer> wanted) throws ArchiveException {
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
            UnitConditions conditions = description(wanted.get(i)).conditions();
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
        ChangedUnits changed = stores == null ? null : ChangedUnits.of(ts, this, stores);
        for (int i = 0; reason == null && i < wanted.size(); i++) {
            reason = whyOtherwise(ts, wanted.get(i), originals, stores, changed);
            reason = reason != null ? reason : whyNotStored(wanted.get(i), wanted.subList(0, i));
        }
        if (reason != null || draws == null) {
            return reason;
        }
        UnitConditions.Draw other = CounterStates.findOther(heap, bound, draws);
        return other == null ? null : "a counter of module " + description(other.unit()).name() + " does not give "
                + other.from() + " next";
    }

    /** What the program has stored otherwise than when a unit was captured, and its execution would read. */
    private String whyOtherwise(ThreadState ts, int unit, ModuleOriginals originals, ProgramStores stores,
            ChangedUnits changedUnits) throws ArchiveException {
        int reads = originals == null && stores == null ? UnitDescription.NO_READS : description(unit).reads();
        PyTuple names = reads != UnitDescription.NO_READS && heap.object(unit, reads) instanceof PyTuple t ? t : null;
        String changed = names == null || originals == null ? null : originals.findChanged(ts.interp, names);
        changed = names == null || stores == null || changed != null ? changed : stores.findChanged(ts, names);
        if (changed != null) {
            refused[unit] = true;
            return "it reads ".concat(changed).concat(", which the program has set");
        }
        String other = changedUnits == null ? null : changedUnits.why(unit);
        if (other != null) {
            refused[unit] = true;
            return other;
        }
        return null;
    }

    /** What the program has not stored as it was stored when a unit was captured. */
    private String whyNotStored(int unit, List<Integer> before) throws ArchiveException {
        List<UnitConditions.Stored> stored = description(unit).conditions().stored();
        if (stored.isEmpty()) {
            return null;
        }
        if (conditions == null) {
            conditions = new StoredConditions(heap, bound);
        }
        UnitConditions.Stored other = conditions.findOther(unit, stored, before);
        if (other == null) {
            return null;
        }
        refused[unit] = true;
        String module = other.isOfProgram() ? "__main__" : description(other.unit()).name();
        return "the program has not stored the same in an object of module ".concat(module).concat(": ")
                .concat(other.name());
    }

    /** Whether a module is of one of the units. */
    private boolean areOf(ArrayList<Integer> units, String module) throws ArchiveException {
        for (int unit : units) {
            if (description(unit).has(module)) {
                return true;
            }
        }
        return false;
    }

    /** Why a unit cannot be bound; null when it can: then {@code wanted} has it and those before it. */
    private String check(ThreadState ts, String asked, int unit, ArrayList<Integer> wanted, TopLevelSearch search)
            throws ArchiveException {
        UnitDescription d = description(unit);
        if (bound[unit] || seen[unit] == walk) {
            return null;
        }
        seen[unit] = walk;
        if (unit == libraryUnit()) {
            // Bound with the start of importing or never: what leads to it would not lead to the one there is.
            return "importing itself does not come out of this archive";
        }
        if (refused[unit]) {
            return "module " + d.name() + " is not as it was";
        }
        for (int before : d.units()) {
            String reason = check(ts, asked, before, wanted, search);
            if (reason != null) {
                return reason;
            }
        }
        String condition = checkConditions(ts, d, asked, search);
        if (condition != null) {
            refused[unit] = true;
            return condition;
        }
        for (UnitDescription.Module m : d.modules()) {
            String reason = m.name().equals(asked) ? null : checkModule(ts, m, search);
            if (reason != null) {
                refused[unit] = true;
                return reason;
            }
        }
        String damage = heap.damage(unit);
        if (damage != null) {
            refused[unit] = true;
            return damage;
        }
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

    /** The modules of units, native ones too, in the order of the capture. */
    private BindOrder order(ArrayList<Integer> wanted) throws ArchiveException {
        int count = 0;
        for (int unit : wanted) {
            UnitDescription d = description(unit);
            count += d.modules().length + d.natives().length;
        }
        BindOrder order = new BindOrder(count);
        BitSet known = new BitSet(count);
        // In the order in which their execution ended: so lie the classes among the subclasses of others.
        wanted.sort(null);
        for (int unit : wanted) {
            UnitDescription d = description(unit);
            for (UnitDescription.Native n : d.natives()) {
                // Most units name the same few; those that were gone when the archive was written all stand at 0.
                boolean isUnique = n.order() > 0 && n.order() < MAX_ORDER;
                if (!isUnique || !known.get(n.order())) {
                    order.add(n.order(), n, -1);
                }
                if (isUnique) {
                    known.set(n.order());
                }
            }
            for (UnitDescription.Module m : d.modules()) {
                order.add(m.order(), m, unit);
            }
        }
        return order;
    }

    /** Binds units that were checked: the modules in the order of the capture, then what they do to others. */
    private void bind(ThreadState ts, ArrayList<Integer> wanted, String asked) throws ArchiveException {
        BindOrder order = order(wanted);
        for (int unit : wanted) {
            bound[unit] = true;
            UnitDescription d = description(unit);
            heap.bound(unit, d);
            if (conditions != null) {
                conditions.bound(unit, d.conditions().held());
            }
            for (UnitDescription.Module m : d.modules()) {
                unitOf.put(m.name(), unit);
                binding.put(m.name(), m);
            }
        }
        for (int i = 0; i < order.size(); i++) {
            if (order.module(i) instanceof UnitDescription.Module m) {
                bindModule(ts, m, order.unit(i));
            } else {
                bindNative(ts, ((UnitDescription.Native) order.module(i)).name());
            }
        }
        ImportTimes times = ImportTimes.of(ts.interp);
        for (int unit : wanted) {
            for (UnitDescription.Module m : description(unit).modules()) {
                bindChild(ts, m.name(), unit);
                if (times != null && !times.countRestored(1)) {
                    note(times, m, asked);
                }
            }
        }
        for (int unit : wanted) {
            int[] effects = description(unit).effects();
            for (int i = 0; i + 2 < effects.length; i += 3) {
                if (!defer(unit, effects[i], effects[i + 1], effects[i + 2])) {
                    Restorer.repeat(ts, heap, unit, effects[i]);
                }
            }
        }
    }

    /** Tells who wants to know imports of a module; the one that was asked for is an import already. */
    private void note(ImportTimes times, UnitDescription.Module module, String asked) {
        boolean isAsked = !times.isByImport() || module.name().equals(asked);
        long outer = isAsked ? 0 : times.begin();
        times.restored(module.name(), archives.path(module.source()), archive.file());
        if (!isAsked) {
            times.end(module.name(), outer);
        }
    }

    /** Has an effect wait until somebody looks at what it changes; false when it cannot wait. */
    private boolean defer(int unit, int effect, int targetUnit, int target) {
        if (targetUnit == UnitDescription.OF_NATIVE) {
            NativeSource source = natives.get(String.valueOf(heap.object(unit, target)));
            return source != null && source.defer(heap, unit, effect);
        }
        return heap.defer(targetUnit, target, unit, effect);
    }

    private void bindModule(ThreadState ts, UnitDescription.Module m, int unit) {
        if (binding.remove(m.name()) != null) {
            ts.interp.modules.put(PyStr.interned(m.name()), module(unit, m));
        }
    }

    private PyModule module(int unit, UnitDescription.Module m) {
        PyModule module = heap.module(unit, m);
        if (module == null) {
            throw Errors.of(ExceptionTypes.IMPORT_ERROR, archive.file() + ": unit " + unit
                    + " has another object in the place of module " + m.name()
                    + ": the archive is damaged: write it anew");
        }
        return module;
    }

    private void bindNative(ThreadState ts, String name) {
        if (ts.interp.modules.get(name) == null && PathSearch.isBuiltin(name)) {
            natives.put(name, NativeSource.bind(ts, name));
        }
    }

    /** Makes a module an attribute of its parent, unless the parent was captured with it. */
    private void bindChild(ThreadState ts, String name, int unit) {
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
            return;
        }
        String parent = name.substring(0, dot);
        Integer parentUnit = unitOf.get(parent);
        if ((parentUnit == null || parentUnit < unit) && ts.interp.modules.get(parent) instanceof PyModule p) {
            PyStr child = PyStr.interned(name.substring(dot + 1));
            if (ts.interp.modules.get(name) instanceof PyModule m) {
                Heap.setChild(p, child, m);
            } else {
                p.dict.put(child, ts.interp.modules.get(name));
            }
        }
    }

    /** Binds the unit of the import library; null when it cannot be used: then no other unit can, either. */
    PyObject[] bindLibrary(ThreadState ts) throws ArchiveException {
        Archive.Entry bootstrap = archive.find("importlib._bootstrap");
        Archive.Entry external = archive.find("importlib._bootstrap_external");
        if (bootstrap == null || external == null || bootstrap.unit() < 0 || bootstrap.unit() != external.unit()
                || !isFresh(ts, bootstrap) || !isFresh(ts, external)) {
            return null;
        }
        int unit = bootstrap.unit();
        UnitDescription d = description(unit);
        if (heap.damage(unit) != null || d.effects().length == 0
                || !(heap.object(unit, bootstrap.unitRoot()) instanceof PyModule)
                || !(heap.object(unit, external.unitRoot()) instanceof PyModule)) {
            refused[unit] = true;
            return null;
        }
        bound[unit] = true;
        heap.bound(unit, d);
        for (UnitDescription.Native n : d.natives()) {
            bindNative(ts, n.name());
        }
        return new PyObject[] {heap.object(unit, bootstrap.unitRoot()), heap.object(unit, external.unitRoot()),
            heap.object(unit, d.effects()[0])};
    }

    private boolean isFresh(ThreadState ts, Archive.Entry entry) {
        return archives.isFresh(ts, archive, entry.name(), entry.source(), archives.path(entry.source()));
    }
}
