package org.krait.runtime.imports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import org.krait.objects.PyBytes;
import org.krait.objects.PyDict;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
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

    private int libraryUnit = UNKNOWN;
    private final Archives archives;
    private final Archive archive;
    private final Heap heap;
    private final UnitDescription[] descriptions;
    /** Units whose modules are in sys.modules. */
    private final boolean[] bound;
    /** Units that must not be used. */
    private final boolean[] refused;
    /** The modules of units that are being bound, not yet in sys.modules, with their numbers. */
    private final Map<String, Integer> binding = new HashMap<>();
    /** The native modules that were bound here. */
    private final Map<String, PathSearch.NativeSource> natives = new HashMap<>();
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
    }

    private UnitDescription description(int unit) throws ArchiveException {
        UnitDescription d = descriptions[unit];
        if (d == null) {
            d = archive.describeUnit(unit);
            descriptions[unit] = d;
        }
        return d;
    }

    /** The module of an entry that is known to be fresh, bound; null when its unit cannot be used. */
    PyObject bind(ThreadState ts, Archive.Entry entry) throws ArchiveException {
        int unit = entry.unit();
        Integer root = binding.remove(entry.name());
        if (root != null) {
            // A native module that is being bound imports it.
            PyObject module = heap.object(unit, root);
            ts.interp.modules.put(PyStr.interned(entry.name()), module);
            return module;
        }
        if (unit < 0 || unit >= refused.length || refused[unit] || bound[unit]) {
            return null;
        }
        importExecuted(ts, unit, new HashSet<>());
        PyObject loaded = ts.interp.modules.get(entry.name());
        if (loaded != null) {
            return loaded;
        }
        ArrayList<Integer> wanted = new ArrayList<>();
        String reason = check(ts, entry.name(), unit, wanted, new HashSet<>());
        if (reason != null) {
            refused[unit] = true;
            archives.refuse(ts, entry.name(), archive.file(), "is executed: ".concat(reason));
            return null;
        }
        bind(ts, wanted, entry.name());
        return ts.interp.modules.get(entry.name());
    }

    /** Imports the modules that are not captured and that a unit or one before it imported. */
    private void importExecuted(ThreadState ts, int unit, HashSet<Integer> seen) throws ArchiveException {
        if (unit < 0 || unit >= bound.length) {
            archive.describeUnit(unit);
        }
        if (bound[unit] || refused[unit] || !seen.add(unit)) {
            return;
        }
        UnitDescription d = description(unit);
        for (int before : d.units()) {
            importExecuted(ts, before, seen);
        }
        for (String name : d.conditions().executed()) {
            if (ts.interp.modules.get(name) == null) {
                Imports.importModule(ts, name);
            }
        }
    }

    /** Why the conditions of a unit do not hold; null when they do. */
    private static String checkConditions(ThreadState ts, UnitConditions conditions) {
        for (String name : conditions.missing()) {
            if (ts.interp.modules.get(name) != null || name.indexOf('.') < 0 && PathSearch.finds(ts, name)) {
                return "there was no module " + name;
            }
        }
        if (!conditions.variables().isEmpty() && PathSearch.isBuiltin("posix")) {
            PyObject environment = ((PyModule) Imports.importModule(ts, "posix")).dict.get("environ");
            for (UnitConditions.Variable v : conditions.variables()) {
                PyObject now = environment instanceof PyDict d
                        ? d.get(ts, new PyBytes(v.name().getBytes(StandardCharsets.ISO_8859_1)))
                        : null;
                if (!Objects.equals(v.value(),
                        now instanceof PyBytes b ? new String(b.value, StandardCharsets.ISO_8859_1) : null)) {
                    return "the environment variable " + v.name() + " was "
                            + (v.value() == null ? "not set" : "'" + v.value() + "'");
                }
            }
        }
        return null;
    }

    /** Why a unit cannot be bound; null when it can: then {@code wanted} has it and those before it. */
    private String check(ThreadState ts, String asked, int unit, ArrayList<Integer> wanted, HashSet<Integer> seen)
            throws ArchiveException {
        if (unit < 0 || unit >= bound.length) {
            archive.describeUnit(unit);
        }
        if (bound[unit] || !seen.add(unit)) {
            return null;
        }
        if (unit == libraryUnit()) {
            // Bound with the start of importing or never: what leads to it would not lead to the one there is.
            return "the import library was executed";
        }
        if (refused[unit]) {
            return "module " + description(unit).modules().getFirst().name() + " is not as it was";
        }
        UnitDescription d = description(unit);
        for (int before : d.units()) {
            String reason = check(ts, asked, before, wanted, seen);
            if (reason != null) {
                return reason;
            }
        }
        String condition = checkConditions(ts, d.conditions());
        if (condition != null) {
            refused[unit] = true;
            return condition;
        }
        for (UnitDescription.Module m : d.modules()) {
            String reason = m.name().equals(asked) ? null : checkModule(ts, m.name());
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

    private String checkModule(ThreadState ts, String name) throws ArchiveException {
        if (ts.interp.modules.get(name) != null) {
            return "module " + name + " is loaded already";
        }
        Archive.Entry entry = archive.find(name);
        if (entry == null) {
            return "module " + name + " has no code";
        }
        if (!archives.isFresh(ts, archive, entry)) {
            return "module " + name + " is stale";
        }
        if (name.indexOf('.') < 0 && !PathSearch.findsAt(ts, name, archives.path(entry))) {
            return "module " + name + " is hidden by another";
        }
        return null;
    }

    /** Binds units that were checked: the modules in the order of the capture, then what they do to others. */
    private void bind(ThreadState ts, ArrayList<Integer> wanted, String asked) throws ArchiveException {
        int count = 0;
        for (int unit : wanted) {
            UnitDescription d = description(unit);
            count += d.modules().size() + d.natives().size();
        }
        UnitDescription.Module[] all = new UnitDescription.Module[count];
        int[] units = new int[count];
        int n = 0;
        for (int unit : wanted) {
            bound[unit] = true;
            UnitDescription d = description(unit);
            heap.bound(unit, d);
            for (UnitDescription.Module m : d.natives()) {
                n = insert(all, units, n, m, -1);
            }
            for (UnitDescription.Module m : d.modules()) {
                unitOf.put(m.name(), unit);
                binding.put(m.name(), m.root());
                n = insert(all, units, n, m, unit);
            }
        }
        for (int i = 0; i < n; i++) {
            bindModule(ts, all[i], units[i]);
        }
        // In the order in which their execution ended.
        wanted.sort(null);
        ImportTimes times = ImportTimes.of(ts.interp);
        for (int unit : wanted) {
            for (UnitDescription.Module m : description(unit).modules()) {
                bindChild(ts, m.name(), unit);
                if (times != null) {
                    note(times, m.name(), asked);
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
    private void note(ImportTimes times, String module, String asked) throws ArchiveException {
        boolean isAsked = module.equals(asked);
        long outer = isAsked ? 0 : times.begin();
        times.restored(module, archives.path(archive.find(module)), archive.file());
        if (!isAsked) {
            times.end(module, outer);
        }
    }

    /** Has an effect wait until somebody looks at what it changes; false when it cannot wait. */
    private boolean defer(int unit, int effect, int targetUnit, int target) {
        if (targetUnit == UnitDescription.OF_NATIVE) {
            PathSearch.NativeSource source = natives.get(String.valueOf(heap.object(unit, target)));
            return source != null && source.defer(heap, unit, effect);
        }
        return heap.defer(targetUnit, target, unit, effect);
    }

    private static int insert(UnitDescription.Module[] all, int[] units, int n, UnitDescription.Module m, int unit) {
        int i = n;
        while (i > 0 && all[i - 1].order() > m.order()) {
            all[i] = all[i - 1];
            units[i] = units[i - 1];
            i--;
        }
        all[i] = m;
        units[i] = unit;
        return n + 1;
    }

    private void bindModule(ThreadState ts, UnitDescription.Module m, int unit) {
        PyDict modules = ts.interp.modules;
        PyStr name = PyStr.interned(m.name());
        if (unit < 0) {
            if (modules.get(name) == null && PathSearch.isBuiltin(m.name())) {
                natives.put(m.name(), PathSearch.bindBuiltin(ts, m.name()));
            }
        } else if (binding.remove(m.name()) != null) {
            modules.put(name, heap.object(unit, m.root()));
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
            p.dict.put(PyStr.interned(name.substring(dot + 1)), ts.interp.modules.get(name));
        }
    }

    /** Binds the unit of the import library; null when it cannot be used: then no other unit can, either. */
    PyObject[] bindLibrary(ThreadState ts) throws ArchiveException {
        Archive.Entry bootstrap = archive.find("importlib._bootstrap");
        Archive.Entry external = archive.find("importlib._bootstrap_external");
        if (bootstrap == null || external == null || bootstrap.unit() < 0 || bootstrap.unit() != external.unit()
                || !archives.isFresh(ts, archive, bootstrap) || !archives.isFresh(ts, archive, external)) {
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
        for (UnitDescription.Module m : d.natives()) {
            bindModule(ts, m, -1);
        }
        return new PyObject[] {heap.object(unit, bootstrap.unitRoot()), heap.object(unit, external.unitRoot()),
            heap.object(unit, d.effects()[0])};
    }
}
