package org.krait.runtime.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.krait.objects.PyDict;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.runtime.Texts;
import org.krait.runtime.builtins.BuiltinModules;
import org.krait.runtime.builtins.BuiltinRecords;
import org.krait.snapshot.ArchiveWriter;
import org.krait.snapshot.HeapKinds;
import org.krait.snapshot.HeapSink;
import org.krait.snapshot.HeapWriter;
import org.krait.snapshot.KnownStores;
import org.krait.snapshot.UnitConditions;
import org.krait.snapshot.UnitDescription;

/** Writes modules whose execution has ended as units, and keeps these for the archive. */
final class CapturedUnits implements HeapWriter.Source {
    private final ThreadState ts;
    private final Ownership ownership;
    private final NativeSymbols symbols;
    private final Fixups fixups;
    private final ModuleChanges moduleChanges;
    private final ProgramChanges program;
    private final Numbers numbers;
    private final CapturedCode code;
    /** Of dicts of attributes that somebody has asked for, the objects. */
    private final UnaryOperator<PyObject> owners;
    private final Copies copies;
    private final Places places;
    /** Whether what is being written names the prefix where it cannot be kept relative. */
    private boolean isPlaced;
    private final List<Unit> units = new ArrayList<>();
    /** By unit, all that it needs, directly or not. */
    private final List<Set<Integer>> closures = new ArrayList<>();
    /** By unit, what its execution has come to, in any process. */
    private final List<Executed> executed = new ArrayList<>();
    private final PartIndex parts = new PartIndex();
    /** The modules of the unit that is being written. */
    private List<Running> writing = List.of();
    /** What that unit needs and consists of: of the last one when none is being written, null before the first. */
    private Needs needs;
    private HeapWriter writer;
    private UnitEffects effects;
    private ProgramObjects programs;

    private record Unit(List<Running> modules, int[] roots, boolean[] plain, Needs needs, int[] effects,
            List<UnitConditions.Stored> stored, int[] held, int reads, int[] subclasses, int[] finalizable,
            byte[] image) {}

    /** What else must be there when a unit is bound: units in the order in which it imported them. */
    private record Needs(Set<Integer> units, Set<String> natives, Set<String> executed, Set<String> missing) {
        Needs() {
            this(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new TreeSet<>());
        }
    }

    /**
     * The units that a unit has come to.
     *
     * @param imported those that it imported, and those that these imported
     * @param met the others that it refers to: they were there before it
     */
    record Executed(Set<Integer> imported, Set<Integer> met) {}

    /** A unit leads to a module whose execution has not ended: it has to wait for that one. */
    static final class RunningException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final transient Running module;

        RunningException(Running module) {
            super(null, null, false, false);
            this.module = module;
        }
    }

    CapturedUnits(ThreadState ts, Ownership ownership, NativeSymbols symbols, Fixups fixups,
            ModuleChanges moduleChanges, ProgramChanges program, Numbers numbers, CapturedCode code,
            UnaryOperator<PyObject> owners) {
        this.ts = ts;
        this.ownership = ownership;
        this.symbols = symbols;
        this.fixups = fixups;
        this.moduleChanges = moduleChanges;
        this.program = program;
        this.numbers = numbers;
        this.code = code;
        this.owners = owners;
        copies = new Copies(ts, ownership);
        places = new Places(ts);
    }

    /**
     * Writes modules as a unit. UnsoundException with the reason when that cannot be, RunningException when they have
     * to wait.
     *
     * @param others the modules that are not written yet
     */
    void write(List<Running> group, List<Running> others) {
        write(group, others, null);
    }

    /** A module imports another, which may be there already. */
    void imports(Running r, String name) {
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            reaches(r, name.substring(0, dot));
        }
        reaches(r, name);
    }

    private void reaches(Running r, String name) {
        Integer unit = ownership.unit(name);
        if (unit != null && !r.reached.contains(unit)) {
            if (unit < r.unitsBefore && !units.get(unit).modules.getLast().name.equals(name)) {
                // Of modules that lead to each other another would be executed first, had this one to execute them.
                r.seenBefore.add(unit);
            }
            Set<Integer> found = imported(Set.of(unit));
            found.removeAll(r.reached);
            r.reached.addAll(found);
            // Those that were executed since have changed it, or had not when it was read, in any process.
            found.removeIf(u -> u >= r.unitsBefore);
            parts.reaches(ts, r, found);
        }
    }

    /** Writes the import library's modules; the path hook is their only effect. */
    void writeLibrary(List<Running> group, PyObject pathHook) {
        write(group, List.of(), pathHook);
    }

    private void write(List<Running> group, List<Running> others, PyObject pathHook) {
        writing = group;
        needs = new Needs();
        writer = new HeapWriter(this);
        effects = new UnitEffects(needs.units, ownership, symbols);
        programs = new ProgramObjects(group, ownership);
        try {
            List<Running> left = new ArrayList<>(group);
            while (!left.isEmpty()) {
                needImports(left.removeLast(), left);
            }
            Set<Integer> imported = imported(needs.units);
            copies.begin(all(needs.units));
            int[] roots = new int[group.size()];
            boolean[] plain = new boolean[roots.length];
            for (int i = 0; i < roots.length; i++) {
                PyModule module = pathHook == null ? root(group.get(i)) : group.get(i).module;
                roots[i] = writer.root(module);
                plain[i] = module.type == PyModule.TYPE;
            }
            if (pathHook != null) {
                effects.write(EffectAddress.atOnce(writer.root(pathHook)));
            }
            effects.write(writer, (m, effect) -> moduleChanges.isOwnDoing(effect) && Effects.value(effect) != root(m),
                    this::writeEnd);
            List<UnitConditions.Stored> stored = programs.write(writer);
            PyTuple read = read(group);
            int reads = read == null ? UnitDescription.NO_READS : writer.root(read);
            isPlaced = false;
            byte[] image = writer.finish();
            if (isPlaced) {
                String here = Texts.repr(ts, PyStr.of(places.prefix)).toString();
                group.getLast().seen.answers.put("here", new UnitConditions.Answer("sys", "prefix", null, here));
            }
            needs.units.addAll(writer.units());
            String reason = program.whyNot(all(needs.units));
            if (reason != null) {
                throw new HeapWriter.UnsoundException(reason);
            }
            List<PyObject> objects = writer.objects();
            ownership.own(units.size(), group, objects);
            int[] subclasses = Subclasses.of(ts, objects, ownership.places(), symbols);
            closures.add(all(needs.units));
            Set<Integer> met = new TreeSet<>(needs.units);
            met.removeAll(imported);
            // It is there before everything else.
            Integer library = ownership.unit(ProgramChanges.IMPORT_LIBRARY);
            met.removeIf(unit -> unit.equals(library));
            executed.add(new Executed(imported, met));
            parts.add(ts, units.size(), group, others);
            int[] finalizable = Finalizable.of(ts, objects, ownership);
            units.add(new Unit(group, roots, plain, needs, effects.toNumbers(), stored, programs.held(), reads,
                    subclasses, finalizable, image));
        } finally {
            writing = List.of();
        }
    }

    /** The module that stands for an executed one in {@code sys.modules}; null when that is another's or none. */
    PyModule root(Running m) {
        PyObject now = ts.interp.modules.get(m.name);
        boolean isOwn = now == m.module || now != null && ownership.place(now) == null && symbols.find(now) == null
                && ownership.running(now) == null;
        return isOwn && now instanceof PyModule module ? module : null;
    }

    /** What is done at the end of a module, wherever it is restored. */
    private void writeEnd(Running m) {
        for (PyTuple effect : m.draws.effects()) {
            effects.write(EffectAddress.ofObject(writer.root(effect), ownership.place(Effects.target(effect))));
        }
        for (PyTuple effect : fixups.madeAtOnce(m)) {
            effects.write(EffectAddress.atOnce(writer.root(effect)));
        }
        CodeObject finishing = places.isOfLibrary(m.module) ? fixups.finishing(m.name) : null;
        if (finishing != null) {
            // As soon as somebody looks into the module.
            PyTuple call = Effects.call(ts.interp.builtins.get("exec"), PyTuple.of(finishing, m.module.dict), null);
            effects.write(EffectAddress.ofObject(writer.root(call),
                    (long) units.size() << 32 | writer.root(m.module.dict)));
        }
        for (PyObject function : m.afterRestore) {
            effects.write(EffectAddress.atOnce(writer.root(Effects.hook(function))));
        }
    }

    /** What modules have read of others, as {@code UnitDescription.reads} has it. */
    private PyTuple read(List<Running> group) {
        Set<String> own = new TreeSet<>();
        group.forEach(m -> own.add(m.name));
        Map<String, Set<String>> byModule = new TreeMap<>();
        for (Running m : group) {
            m.seen.reads.addTo(byModule, ts.interp, own, m.seen.stored);
        }
        return Reads.toTuple(byModule);
    }

    /** Units, and those that their execution imports. */
    private Set<Integer> imported(Set<Integer> some) {
        Set<Integer> found = new TreeSet<>(some);
        for (int unit : some) {
            found.addAll(executed.get(unit).imported);
        }
        return found;
    }

    /** Units, and those that they need. */
    private Set<Integer> all(Set<Integer> some) {
        Set<Integer> found = new TreeSet<>(some);
        for (int unit : some) {
            found.addAll(closures.get(unit));
        }
        return found;
    }

    /**
     * What a module imported and did to others, in the order in which it did so.
     *
     * @param left the modules of the unit that are still to come: their imports come where they were imported
     */
    private void needImports(Running m, List<Running> left) {
        int imports = 0;
        for (String name : m.imports) {
            effects.add(m, imports++);
            // Packages that were there are not imported again, but they have to be there.
            for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
                need(m.name, name.substring(0, dot));
            }
            int own = left.size() - 1;
            while (own >= 0 && !left.get(own).name.equals(name)) {
                own--;
            }
            if (own >= 0) {
                needImports(left.remove(own), left);
            } else {
                need(m.name, name);
            }
        }
        effects.add(m, imports);
        effects.end(m);
    }

    /** What the import of a module by one of those that are being written means for their unit. */
    private void need(String importer, String name) {
        if (importer.startsWith(name.concat("."))) {
            return;
        }
        if (BuiltinModules.isBuiltin(name)) {
            needs.natives.add(name);
            return;
        }
        PyObject module = ts.interp.modules.get(name);
        Integer unit = ownership.unit(name);
        if (module == null) {
            needs.missing.add(name);
        } else if (unit != null) {
            needs.units.add(unit);
        } else {
            Running r = ownership.running(name, module);
            if (r == null) {
                needs.executed.add(name);
            } else if (!writing.contains(r)) {
                throw new RunningException(r);
            }
        }
    }

    @Override
    public long place(PyObject o) {
        HeapWriter.CodePlace ofModule = o instanceof CodeObject c ? place(c) : null;
        if (ofModule != null) {
            // No unit has it for the others, which would need the first that a function of it was made for.
            needCodeOf(ofModule.module().toString());
            return -1;
        }
        Long place = ownership.place(o);
        if (place != null) {
            return place;
        }
        PyObject owner = o instanceof PyDict ? owners.apply(o) : null;
        if (owner != null && ownership.place(owner) != null && !copies.has(owner)) {
            throw new HeapWriter.UnsoundException("leads to the __dict__ of an object of " + ownership.unitName(owner));
        }
        if (ownership.isOfProgram(o) && (programs.has(o) || ownership.lent(o) != null)) {
            return programs.has(o) ? -1 : ownership.lent(o);
        }
        Running r = ownership.running(o);
        if (r != null && !writing.contains(r)) {
            throw new RunningException(r);
        }
        String module = ownership.unsoundModule(o);
        if (module != null && !isAnybodys(o, module)) {
            throw new HeapWriter.UnsoundException("leads to an object of " + module + ", which is not captured");
        }
        return -1;
    }

    /** True for what a module that is not captured has only met first: constants of others' code, and out of caches. */
    private boolean isAnybodys(PyObject o, String module) {
        String other = code.moduleOfConstant(o);
        if (other != null && (ownership.unit(other) != null || isWritten(other))) {
            return true;
        }
        if (!Copies.isOfCache(o) || needs.executed.contains(module)) {
            return false;
        }
        for (int unit : all(needs.units)) {
            if (units.get(unit).needs.executed.contains(module)) {
                return false;
            }
        }
        ownership.release(o);
        return true;
    }

    private boolean isWritten(String module) {
        for (Running m : writing) {
            if (m.name.equals(module)) {
                return true;
            }
        }
        return false;
    }

    private void needCodeOf(String module) {
        if (isWritten(module)) {
            return;
        }
        Integer unit = ownership.unit(module);
        if (unit == null) {
            Running r = ownership.running(module, null);
            if (r != null) {
                throw new RunningException(r);
            }
            throw new HeapWriter.UnsoundException("leads to code of " + module + ", which is not captured");
        }
        needs.units.add(unit);
    }

    @Override
    public boolean isCopied(PyObject o, long place) {
        boolean isNew = !copies.has(o);
        if (ownership.isOfProgram(o) || !copies.isCopied(o, place)) {
            return false;
        }
        if (isNew) {
            // Whoever made it may have put it down where others look for it: in the values of a class of flags.
            for (Running m : units.get((int) (place >>> 32)).modules) {
                for (PyTuple effect : m.effects) {
                    if (Effects.value(effect) == o && copies.isAtHand(Effects.target(effect))) {
                        effects.write(writer, effect);
                    }
                }
            }
        }
        return true;
    }

    @Override
    public boolean write(PyObject o, HeapSink sink) {
        if (fixups.write(o, sink) || numbers.write(o, sink)) {
            return true;
        }
        if (ownership.isOfProgram(o) && programs.has(o)) {
            programs.write(o, sink);
            return true;
        }
        if (o.getClass() == PyStr.class) {
            String text = o.toString();
            String tail = places.inLibrary(text);
            int kind = HeapKinds.LIBRARY_PATH;
            if (tail == null) {
                tail = places.inPrefix(text);
                kind = HeapKinds.PREFIX_PATH;
            }
            if (tail == null) {
                isPlaced |= places.isNamedIn(text);
                return false;
            }
            sink.ref(PyStr.of(tail));
            sink.end(kind, null);
            return true;
        }
        if (symbols.write(o, sink)) {
            ownership.named(o);
            return true;
        }
        return BuiltinRecords.write(ts, o, sink);
    }

    @Override
    public HeapWriter.CodePlace place(CodeObject o) {
        return code.place(o);
    }

    @Override
    public boolean isRemade(PyObject o) {
        return fixups.isRemade(o) || numbers.isRemade(o);
    }

    /** Lets go of the objects of which only the numbers matter from now on. */
    void letGo() {
        units.forEach(u -> u.modules.forEach(Running::letGo));
    }

    /** Adds the units to an archive. */
    void addTo(ArchiveWriter writer) {
        Map<String, Integer> sequence = new LinkedHashMap<>();
        PyDict modules = ts.interp.modules;
        for (int i = modules.nextEntry(0); i >= 0; i = modules.nextEntry(i + 1)) {
            sequence.put(modules.keys[i].toString(), sequence.size());
        }
        List<byte[]> readers = parts.readers(units.size(), ownership, ts);
        UnitOrder order = new UnitOrder(parts, ownership, executed);
        for (int i = 0; i < units.size(); i++) {
            Unit u = units.get(i);
            writer.addUnit(describe(u, sequence, writer, program.known.of(i), order.of(i, u.modules)), u.image,
                    readers.get(i));
        }
    }

    /** Whether a unit, or one that it needs, has imported a module that is in no unit. */
    private boolean needs(Unit u, String module) {
        boolean needed = u.needs.natives.contains(module) || u.needs.executed.contains(module);
        for (int other : all(u.needs.units)) {
            Needs n = units.get(other).needs;
            needed |= n.natives.contains(module) || n.executed.contains(module);
        }
        return needed;
    }

    private UnitDescription describe(Unit u, Map<String, Integer> sequence, ArchiveWriter writer,
            KnownStores known, UnitOrder.Others others) {
        UnitDescription.Module[] own = new UnitDescription.Module[u.roots.length];
        List<UnitDescription.Native> natives = new ArrayList<>();
        Map<String, String> variables = new TreeMap<>();
        Map<String, UnitConditions.Answer> answers = new TreeMap<>();
        Map<String, UnitConditions.FileState> files = new TreeMap<>();
        List<UnitConditions.Draw> draws = new ArrayList<>();
        for (int i = 0; i < own.length; i++) {
            Running m = u.modules.get(i);
            own[i] = new UnitDescription.Module(m.name, sequence.getOrDefault(m.name, 0), u.roots[i], u.plain[i],
                    writer.source(m.name));
            variables.putAll(m.seen.variables);
            m.seen.answers.forEach((question, answer) -> {
                if (!fixups.standsFor(m.name, answer.module() + "." + answer.name())) {
                    answers.putIfAbsent(question, answer);
                }
            });
            m.seen.files.forEach(files::putIfAbsent);
            m.seen.modules.forEach((name, isThere) -> {
                if (ownership.unit(name) == null && !(isThere && needs(u, name))) {
                    answers.putIfAbsent("sys.modules " + name, new UnitConditions.Answer("sys", "modules", name,
                            isThere ? "True" : "False"));
                }
            });
            m.draws.addTo(draws, ownership);
        }
        for (String n : u.needs.natives) {
            natives.add(new UnitDescription.Native(n, sequence.getOrDefault(n, 0)));
        }
        List<UnitConditions.Variable> asked = new ArrayList<>();
        for (Map.Entry<String, String> v : variables.entrySet()) {
            asked.add(new UnitConditions.Variable(v.getKey(), v.getValue()));
        }
        int[] before = u.needs.units.stream().mapToInt(Integer::intValue).toArray();
        return new UnitDescription(own, natives.toArray(UnitDescription.Native[]::new), before,
                u.effects, u.subclasses, u.finalizable, u.reads, known,
                new UnitConditions(List.copyOf(u.needs.executed), List.copyOf(u.needs.missing), asked,
                        List.copyOf(answers.values()), List.copyOf(files.values()), List.copyOf(draws),
                        u.stored, u.held, others.earlier(), others.later()));
    }
}
