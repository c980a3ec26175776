package org.krait.runtime.imports;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.snapshot.Restorer;
import org.krait.snapshot.Archive;
import org.krait.snapshot.ArchiveException;
import org.krait.snapshot.Heap;
import org.krait.snapshot.UnitDescription;
import org.krait.snapshot.UnitReaders;

/**
 * The executed modules of one archive in a context: binds a module, with all that its import would have imported, in
 * {@code sys.modules} without running anything.
 */
final class HeapModules {
    /** Native modules behind so many others are bound for each unit that names them. */
    private static final int MAX_ORDER = 1 << 16;

    private final Archives archives;
    private final Archive archive;
    private final Heap heap;
    private final UnitDescription[] descriptions;
    /** By unit, which others have read of its objects, as far as that was asked for. */
    private final Map<Integer, UnitReaders> readers = new HashMap<>();
    /** Units whose modules are in sys.modules. */
    private final boolean[] bound;
    /** Units that must not be used. */
    private final boolean[] refused;
    /** The modules of units that are being bound, not yet in sys.modules. */
    private final Map<String, UnitDescription.Module> binding = new HashMap<>();
    /** What must hold before units are bound. */
    private final UnitChecks checks;
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
        refused = new boolean[archive.units()];
        checks = new UnitChecks(this, archives, archive);
    }

    /** The objects of the archive, as far as they are bound. */
    Heap heap() {
        return heap;
    }

    /** Tells where changed objects lie. */
    void place(IdentityHashMap<PyObject, ObjectStores> wanted) {
        heap.findChanged(units(wanted), new Heap.Finder() {
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

    /** The units that may have objects; null for all. */
    private static BitSet units(IdentityHashMap<PyObject, ObjectStores> objects) {
        BitSet units = new BitSet();
        for (PyObject o : objects.keySet()) {
            int unit = Refs.unit(o);
            if (unit < 0) {
                return null;
            }
            units.set(unit);
        }
        return units;
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

    /** Which units have read of a unit's objects. */
    UnitReaders readers(int unit) throws ArchiveException {
        UnitReaders known = readers.get(unit);
        if (known == null) {
            known = archive.readers(unit);
            readers.put(unit, known);
        }
        return known;
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
        if (!has(unit) || refused[unit] || bound[unit]) {
            return null;
        }
        ProgramStores.watch(ts.interp);
        String reason = checks.importExecuted(ts, unit);
        PyObject loaded = loaded(ts, entry);
        if (loaded != null) {
            return loaded;
        }
        ArrayList<Integer> wanted = new ArrayList<>();
        reason = reason != null ? reason : checks.whyNot(ts, entry.name(), unit, wanted);
        if (reason == null && ForeignFinders.exist(ts.interp)) {
            FinderAnswers answers = new FinderAnswers(entry.name(), archives, archive);
            reason = answers.whyNot(ts, this, order(wanted), wanted);
            // They may have imported something.
            reason = reason != null ? reason : checks.whyStillNot(ts, entry.name(), unit, wanted);
            if (reason != null) {
                answers.keep(ts.interp);
            } else {
                answers.drop();
            }
            loaded = loaded(ts, entry);
            if (loaded != null) {
                return loaded;
            }
        }
        while (reason == null && checks.leaveWaiting(wanted)) {
            bind(ts, wanted, entry.name());
            reason = checks.whyStillNot(ts, entry.name(), unit, wanted);
        }
        if (reason != null) {
            refused[unit] = true;
            archives.refuse(ts, entry.name(), archive.file(), "is executed: ".concat(reason));
            return null;
        }
        bind(ts, wanted, entry.name());
        return ts.interp.modules.get(entry.name());
    }

    /** The module of an entry that is there already; null for none and for the main program's, which is replaced. */
    private static PyObject loaded(ThreadState ts, Archive.Entry entry) {
        return entry.name().equals(Archives.MAIN) ? null : ts.interp.modules.get(entry.name());
    }

    /** A unit must not be used. */
    void refuse(int unit) {
        refused[unit] = true;
    }

    boolean isRefused(int unit) {
        return refused[unit];
    }

    /** Whether the archive has a unit. */
    boolean has(int unit) {
        return unit >= 0 && unit < bound.length;
    }

    boolean isBound(int unit) {
        return has(unit) && bound[unit];
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
            checks.bound(unit, d);
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
        ArrayList<String> orphans = null;
        for (int unit : wanted) {
            for (UnitDescription.Module m : description(unit).modules()) {
                if (!bindChild(ts, m.name(), unit)) {
                    orphans = orphans == null ? new ArrayList<>() : orphans;
                    orphans.add(m.name());
                }
                if (times != null && !times.countRestored(1)) {
                    note(times, m, asked);
                }
            }
        }
        Integer first = unitOf.get(asked);
        BitSet left = new BitSet();
        for (int unit : wanted) {
            left.set(unit);
        }
        if (first != null) {
            repeat(ts, first, left);
        }
        for (int unit : wanted) {
            repeat(ts, unit, left);
        }
        // Their parents are there by now if a module has put them into sys.modules under another name.
        for (int i = 0; orphans != null && i < orphans.size(); i++) {
            bindChild(ts, orphans.get(i), unitOf.get(orphans.get(i)));
        }
    }

    /** Does what a unit does to others, and before or between what those do that it imported, as far as it is left. */
    private void repeat(ThreadState ts, int unit, BitSet left) throws ArchiveException {
        if (!has(unit) || !left.get(unit)) {
            return;
        }
        left.clear(unit);
        UnitDescription d = description(unit);
        int[] effects = d.effects();
        int before = 0;
        for (int i = 0; i + 2 < effects.length; i += 3) {
            if (effects[i + 1] == UnitDescription.AFTER_UNITS) {
                int units = Math.min(effects[i], d.units().length);
                for (; before < units; before++) {
                    repeat(ts, d.units()[before], left);
                }
            } else if (!defer(unit, effects[i], effects[i + 1], effects[i + 2])) {
                Restorer.repeat(ts, heap, unit, effects[i]);
            }
        }
        for (; before < d.units().length; before++) {
            repeat(ts, d.units()[before], left);
        }
    }

    /** Tells who wants to know imports of a module; the one that was asked for by an import is one already. */
    private void note(ImportTimes times, UnitDescription.Module module, String asked) {
        boolean isAsked = !times.isByImport() || module.name().equals(asked) && !asked.equals(Archives.MAIN);
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

    /** Makes a module an attribute of its parent, unless that was captured with it; false when there is no parent. */
    private boolean bindChild(ThreadState ts, String name, int unit) {
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
            return true;
        }
        String parent = name.substring(0, dot);
        Integer parentUnit = unitOf.get(parent);
        if (parentUnit != null && parentUnit >= unit) {
            return true;
        }
        if (!(ts.interp.modules.get(parent) instanceof PyModule p)) {
            return false;
        }
        PyStr child = PyStr.interned(name.substring(dot + 1));
        if (ts.interp.modules.get(name) instanceof PyModule m) {
            Heap.setChild(p, child, m);
        } else {
            p.dict.put(child, ts.interp.modules.get(name));
        }
        return true;
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
