package org.krait.runtime.snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.krait.objects.Mutations;
import org.krait.objects.PyDict;
import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PyPending;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.snapshot.PartKeys;

/**
 * What the program does to objects of units while no module is executed: no module's effect, and perhaps another each
 * time. So what it puts there must not be referred to or changed, and a module that reads a name under which it has
 * stored something can be restored only where the same was stored, if that can be told at all.
 */
final class ProgramChanges {
    /** In the place of a module: whose objects those are that the program has stored. */
    static final String PROGRAM = "__main__";

    /** What importing keeps for itself is no program's doing. */
    static final String IMPORT_LIBRARY = "importlib._bootstrap_external";

    private final Execution execution;
    private final Ownership ownership;
    private final NativeSymbols symbols;
    private final Fixups fixups;
    /** By dict, class or object with attributes, the names that were stored. */
    private final IdentityHashMap<PyObject, Map<String, PyStr>> names = new IdentityHashMap<>();
    /** All that was stored under names and numbers, with the units that were written before. */
    final KnownChanges known = new KnownChanges();
    /** What it set in native modules. */
    private final Reads natives = new Reads();
    /** By object, the parts that it has changed otherwise than by storing something under a name. */
    private final IdentityHashMap<PyObject, Set<String>> parts = new IdentityHashMap<>();
    /** The units of objects to which it has given another class: any look at these may tell that. */
    private final Set<Integer> reclassed = new TreeSet<>();
    /** The program's objects that descriptions have met and of which they only name the attributes. */
    private final IdentityHashMap<PyObject, Boolean> named = new IdentityHashMap<>();
    /** By object of the program, the modules that have changed it. */
    private final IdentityHashMap<PyObject, Set<Running>> changers = new IdentityHashMap<>();
    private int reads;
    /** By what a class of flags knows them by, the combinations that the program was the first to ask for. */
    private final IdentityHashMap<PyObject, List<Flag>> flags = new IdentityHashMap<>();
    /** By dict, the keys of other classes. */
    private final IdentityHashMap<PyObject, List<PyObject>> keys = new IdentityHashMap<>();

    private record Flag(PyObject number, PyObject combined) {}

    ProgramChanges(Execution execution, Ownership ownership, NativeSymbols symbols, Fixups fixups) {
        this.execution = execution;
        this.ownership = ownership;
        this.symbols = symbols;
        this.fixups = fixups;
    }

    /** The program is about to change an object. */
    void changed(PyObject target, Mutations.Kind kind, PyObject key, PyObject value) {
        boolean isOwned = ownership.place(target) != null;
        if (!isOwned && !PROGRAM.equals(ownership.unsoundModule(target)) || fixups.isIgnored(target)
                || fixups.isIgnored(target, key) || isOwned && ownership.unitName(target).equals(IMPORT_LIBRARY)) {
            return;
        }
        if (isOwned && isFlag(target, value)) {
            flags.computeIfAbsent(target, t -> new ArrayList<>()).add(new Flag(key, value));
            return;
        }
        if (value != null) {
            execution.work(() -> ownership.disownValue(value, PROGRAM, symbols));
        }
        if (isOwned && kind == Mutations.Kind.OTHER && value instanceof PyType) {
            reclassed.add((int) (ownership.place(target) >>> 32));
        }
        boolean isEntry = kind == Mutations.Kind.DICT;
        if (isOwned) {
            addPart(target, kind, key, value);
        }
        if (isOwned && (isEntry || kind == Mutations.Kind.ATTRIBUTE)) {
            known.add(ownership, target, key);
        }
        if (isOwned && key instanceof PyStr name && (isEntry || kind == Mutations.Kind.ATTRIBUTE)) {
            unwatch(target, name);
            names.computeIfAbsent(target, t -> new HashMap<>()).put(name.toString(), name);
        } else if (isOwned && isEntry && key != null) {
            keys.computeIfAbsent(target, t -> new ArrayList<>()).add(key);
        }
    }

    /** True for what a class of flags remembers of a combination, which is the same whoever asks for it first. */
    private static boolean isFlag(PyObject target, PyObject value) {
        return target instanceof PyDict && value != null && value.type.namespace().get(Changes.VALUES) == target;
    }

    /** Keeps what no read will tell of, or lets go of it. */
    private void addPart(PyObject target, Mutations.Kind kind, PyObject key, PyObject value) {
        if (kind == Mutations.Kind.CLEAR && target instanceof PyDict d) {
            for (PyObject k : d.keysInOrder()) {
                addPart(target, Mutations.Kind.DICT, k, null);
            }
            return;
        }
        boolean isEntry = kind == Mutations.Kind.DICT || kind == Mutations.Kind.ATTRIBUTE;
        String part = isEntry || kind == Mutations.Kind.SLOT ? PartIndex.name(key) : PartKeys.ALL;
        Set<String> known = parts.get(target);
        if (isEntry && value != null) {
            if (known != null && (PartKeys.isName(part) || PartKeys.isNumber(part))) {
                known.remove(part);
            }
        } else if (!isEntry || value == null) {
            parts.computeIfAbsent(target, t -> new HashSet<>()).add(part);
        }
    }

    /** A module that was executed has read some parts of objects. */
    void reads(Running r, PartReads read) {
        read.visit((target, part) -> {
            Set<String> changed = parts.getOrDefault(target, Set.of());
            if (changed.contains(part) || changed.contains(PartKeys.ALL)
                    || part.equals(PartKeys.ALL) && !changed.isEmpty()) {
                r.unsound(why(target, PartKeys.describe(part)));
            }
        });
    }

    /** A module that is not captured has done something to an object. */
    void changed(PyTuple effect) {
        Mutations.Kind kind = Effects.kind(effect);
        switch (kind) {
            case CALL, HOOK, OPTION, REGISTRATION, COUNT -> { }
            default -> changed(Effects.target(effect), kind,
                    Effects.key(effect) == PySingleton.NONE ? null : Effects.key(effect), Effects.value(effect));
        }
    }

    /** The program makes a subclass of a class. */
    void subclassed(PyType base) {
        parts.computeIfAbsent(base, t -> new HashSet<>()).add(PartKeys.SUBCLASSES);
    }

    /** The program is about to set what a native module has. */
    void setsNative(PyDict namespace, PyStr name) {
        natives.add(namespace, name);
    }

    /** Why a module that needs some units cannot be captured; null for no reason. */
    String whyNot(Set<Integer> units) {
        for (int unit : reclassed) {
            if (units.contains(unit)) {
                return "may see an object of " + ownership.unitName(unit) + " whose class the program has changed";
            }
        }
        return null;
    }

    /** Somebody reads a name in the namespace of a module. */
    void readsName(PyObject namespace, PyStr name) {
        if (natives.has(namespace, name) && execution.current() != null) {
            execution.current().unsound("reads what the program has stored in a native module: " + name);
        }
    }

    /** Has the next module that reads one of the names tell of it, or an attribute of one of the program's objects. */
    void watch() {
        if (!names.isEmpty()) {
            execution.work(() -> {
                names.forEach((target, stored) -> stored.values().forEach(n -> watch(target, n)));
                named.keySet().forEach(this::watchAttributes);
            });
        }
    }

    private void watchAttributes(PyObject o) {
        if (!Refs.isDestroyed(o)) {
            for (PyObject name : o.attributes().attributeNames()) {
                watch(o, (PyStr) name);
            }
        }
    }

    /** Has what the program has stored lie there as it was stored. */
    void unwatch() {
        names.forEach((target, stored) -> stored.values().forEach(name -> unwatch(target, name)));
        names.clear();
        for (PyObject o : named.keySet()) {
            if (!Refs.isDestroyed(o)) {
                for (PyObject name : o.attributes().attributeNames()) {
                    unwatch(o, (PyStr) name);
                }
            }
        }
        named.clear();
    }

    private static void unwatch(PyObject target, PyStr name) {
        PyDict dict = dict(target);
        if (dict != null && dict.isPending(name)) {
            dict.get(name);
        }
    }

    /** Where an object has its attributes or entries; null where there is no dict yet. */
    private static PyDict dict(PyObject target) {
        return target instanceof PyDict d ? d : target instanceof PyType t ? t.namespace()
                : target.attributes() == null ? null : target.attributes().dict;
    }

    private void watch(PyObject target, PyStr name) {
        PyInstance attributes = target.attributes();
        if (attributes != null && !(target instanceof PyDict) && !(target instanceof PyType)) {
            attributes.materializeDict();
        }
        PyDict dict = dict(target);
        if (dict == null || dict.isPending(name)) {
            return;
        }
        PyObject value = dict.get(name);
        if (value != null) {
            dict.makePending(new Stored(this, target, name, value));
            if (target instanceof PyType t) {
                t.modified();
            }
        }
    }

    /** A value that the program has stored and that nobody has read since somebody looked last. */
    private static final class Stored extends PyPending {
        private final ProgramChanges changes;
        private final PyObject target;
        private final PyStr name;
        private final PyObject value;

        Stored(ProgramChanges changes, PyObject target, PyStr name, PyObject value) {
            super(name.intern());
            this.changes = changes;
            this.target = target;
            this.name = name;
            this.value = value;
        }

        @Override
        protected PyObject resolve() {
            changes.reads(target, name, value);
            // It is counted as part of the dict, which counts what it gets.
            Refs.release(value);
            return value;
        }
    }

    /** Somebody reads a dict at a key that is no name, or all of it for null. */
    void reads(PyObject dict, PyObject key) {
        if (key == null && execution.current() != null && names.containsKey(dict)) {
            List.copyOf(names.get(dict).values()).forEach(name -> unwatch(dict, name));
        }
        for (Flag flag : flags.getOrDefault(dict, List.of())) {
            if (execution.current() != null && key != null && PartKeys.mayBeEqual(key, flag.number)) {
                execution.current().effects.add(Mutations.Kind.DICT, dict, flag.number, flag.combined);
            }
        }
        List<PyObject> stored = keys.get(dict);
        if (stored == null) {
            return;
        }
        for (PyObject k : stored) {
            if (key == null || PartKeys.mayBeEqual(key, k)) {
                if (execution.current() != null) {
                    execution.current().unsound(why(dict, "an entry"));
                }
                return;
            }
        }
    }

    /** A module that reads what the program has stored can be restored where the same was stored. */
    private void reads(PyObject target, PyStr name, PyObject value) {
        Running r = execution.current();
        if (r == null || StoredRead.isAmong(r.seen.stored, target, name.toString())) {
            return;
        }
        StoredRead.Part part = execution.ask(
                () -> StoredState.describe(value, ownership, symbols, changers, o -> named.put(o, Boolean.TRUE)));
        if (part == null) {
            r.unsound(why(target, name.toString()));
        } else {
            r.seen.stored.add(new StoredRead(reads++, target, name.toString(), part));
        }
        watch();
    }

    /** A module changes an object of the program. */
    void changedBy(Running r, PyObject o) {
        changers.computeIfAbsent(o, x -> new HashSet<>()).add(r);
    }

    private String why(PyObject target, String what) {
        String module = ownership.unitName(target);
        return "reads what the program has stored in an object of " + (module == null ? PROGRAM : module) + ": "
                + what;
    }
}
