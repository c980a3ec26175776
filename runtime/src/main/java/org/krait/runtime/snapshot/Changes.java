package org.krait.runtime.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import org.krait.objects.Attributes;
import org.krait.objects.Mutations;
import org.krait.objects.PyBytes;
import org.krait.objects.PyDict;
import org.krait.objects.PyInstance;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;

/**
 * Hears of each store into an object and puts down what a module does to objects of others: as its effect, or as the
 * reason why it cannot be captured.
 */
final class Changes implements Mutations.Watcher {
    static final PyStr VALUES = PyStr.interned("_value2member_map_");

    private final ThreadState ts;
    private final Execution execution;
    private final Ownership ownership;
    private final NativeSymbols symbols;
    private final Fixups fixups;
    private final ProgramChanges program;
    private final Places places;
    private final ProcessReads process;
    private final UncapturedReads uncaptured;
    /** What enumerations know their members by: of flags also combinations that anybody has made, always the same. */
    private final IdentityHashMap<PyObject, Boolean> flagValues = new IdentityHashMap<>();
    /** By the dict that holds an object's attributes, the object. */
    private final IdentityHashMap<PyObject, PyObject> owners = new IdentityHashMap<>();
    /** By counter of a unit, the number that it gave first after that was written. */
    private final IdentityHashMap<PyObject, Long> firstNumbers = new IdentityHashMap<>();
    /** The environment, and the variables that were changed. */
    private PyDict environment;
    private final Set<String> changedVariables = new HashSet<>();
    /** What the program has found out while it has a function remember something; null else. */
    private Seen ofProgram;

    /**
     * A function's call whose result will be remembered.
     *
     * @param module the module that calls it, null for the program
     * @param outer what the module had found out before
     */
    private record Remembering(Running module, Seen outer) {}

    Changes(ThreadState ts, Execution execution, Ownership ownership, NativeSymbols symbols, Fixups fixups,
            ProgramChanges program, ProcessReads process, UncapturedReads uncaptured) {
        this.ts = ts;
        this.uncaptured = uncaptured;
        this.process = process;
        this.execution = execution;
        this.ownership = ownership;
        this.symbols = symbols;
        this.fixups = fixups;
        this.program = program;
        places = new Places(ts);
    }

    /** Takes a dict of variables and values, both bytes, for the environment. */
    void watchEnvironment(PyDict variables) {
        environment = variables;
    }

    @Override
    public void subclassed(PyType base) {
        Running r = execution.current();
        if (ownership.place(base) == null) {
            return;
        }
        if (r != null) {
            r.seen.changes.add(base, Mutations.SUBCLASSES);
        } else if (execution.isProgram()) {
            program.subclassed(base);
        }
    }

    @Override
    public void movedAttributes(PyInstance attributes, PyDict dict) {
        owners.put(dict, attributes instanceof Attributes a ? a.owner : attributes);
    }

    /** The object that has a dict as its attributes, if somebody has asked for it; null for other dicts. */
    PyObject owner(PyObject dict) {
        return owners.get(dict);
    }

    @Override
    public void repeats(boolean begins) {}

    @Override
    public Object remembering() {
        Running r = execution.current();
        if (r == null && !execution.isProgram()) {
            return null;
        }
        Remembering begun = new Remembering(r, r == null ? ofProgram : r.seen);
        setSeen(r, new Seen());
        return begun;
    }

    @Override
    public Object remembered(Object remembering) {
        Remembering begun = (Remembering) remembering;
        Seen seen = begun.module == null ? ofProgram : begun.module.seen;
        setSeen(begun.module, begun.outer);
        seen.computer = begun.module;
        if (begun.outer != null) {
            begun.outer.addAll(seen);
        }
        return seen;
    }

    private void setSeen(Running module, Seen seen) {
        if (module == null) {
            ofProgram = seen;
        } else {
            module.seen = seen;
        }
    }

    @Override
    public void recalled(Object remembered) {
        Running r = execution.current();
        if (r != null) {
            Seen before = (Seen) remembered;
            if (before.hasRead(r.seen, ts)) {
                // Itself it would have got something else.
                r.recallFrom(before.computer);
            }
            r.recall(before);
        } else if (ofProgram != null) {
            ofProgram.recall((Seen) remembered);
        }
    }

    @Override
    public boolean wantsResults() {
        // The library's caches save time alone.
        Running r = execution.current();
        return r != null && !places.isOfLibrary(r.module);
    }

    @Override
    public void keepsResult(boolean begins) {}

    @Override
    public void looksUp(PyObject dict, PyObject key) {
        if (execution.current() != null) {
            process.looksUp(execution.current(), dict, key);
        }
    }

    @Override
    public void readPart(PyObject target, PyObject key) {
        Running r = execution.current();
        Seen seen = r != null ? r.seen : execution.isProgram() ? ofProgram : null;
        if (seen == null) {
            return;
        }
        if (r != null) {
            process.readsPart(r, target, key);
        }
        PyObject told = target instanceof Attributes a ? a.owner : target;
        PyObject of = ownership.place(told) == null && owners.containsKey(told) ? owners.get(told) : told;
        readsUncaptured(r, seen, of, key);
        if (ownership.place(of) == null || ProgramChanges.IMPORT_LIBRARY.equals(ownership.unitName(of))
                || fixups.isIgnored(of) || fixups.isIgnored(of, key) || flagValues.containsKey(of)) {
            return;
        }
        seen.parts.add(of, key);
        if (key instanceof PyStr name) {
            PyObject value = execution.ask(() -> PartReads.value(of, name));
            if (name.equalTo(VALUES) && value instanceof PyDict) {
                flagValues.put(value, Boolean.TRUE);
            } else if (value != null && ownership.place(value) != null) {
                seen.parts.loaded(value);
            }
        }
    }

    private void readsUncaptured(Running r, Seen seen, PyObject target, PyObject key) {
        String reason = process.isOfImport() ? null : uncaptured.reads(target, key, seen);
        if (reason != null && r != null) {
            r.unsound(reason);
        } else if (reason != null && seen.unsound == null) {
            seen.unsound = reason;
        }
    }

    @Override
    public void read(PyObject target, PyObject key) {
        Running r = execution.current();
        if (r == null) {
            readByProgram(target, key);
            return;
        }
        if (key instanceof PyStr name) {
            process.readsName(r, target, name);
            r.seen.reads.add(target, name);
            readsUncaptured(r, r.seen, target, name);
            program.readsName(target, name);
        } else {
            readPart(target, key);
        }
        program.reads(target, key);
        if (target != environment) {
            return;
        }
        if (!(key instanceof PyBytes bytes)) {
            if (fixups.mayStandFor(r.name, Fixups.ENVIRONMENT)) {
                r.seen.doubts.put(Fixups.ENVIRONMENT, "asks for all environment variables");
            } else {
                r.unsound("asks for all environment variables");
            }
            return;
        }
        String name = text(bytes);
        // Who has what stands for all of them goes through them one by one.
        boolean isOfAll = r.seen.doubts.containsKey(Fixups.ENVIRONMENT);
        if (isOfAll || LastingCalls.isExpected(r.name, "posix.environ.".concat(name))) {
            return;
        }
        if (changedVariables.contains(name)) {
            r.unsound("asks for the environment variable " + name + ", which was changed before");
        } else if (!r.seen.variables.containsKey(name)) {
            r.seen.variables.put(name, valueOf(bytes));
        }
    }

    /** What the program reads matters only where it has a function remember something. */
    private void readByProgram(PyObject target, PyObject key) {
        if (ofProgram == null || !execution.isProgram()) {
            return;
        }
        if (key instanceof PyStr name) {
            ofProgram.reads.add(target, name);
            readsUncaptured(null, ofProgram, target, name);
        } else {
            readPart(target, key);
        }
        if (target == environment && key instanceof PyBytes bytes) {
            ofProgram.variables.putIfAbsent(text(bytes), valueOf(bytes));
        }
    }

    private static String text(PyBytes bytes) {
        return new String(bytes.value, StandardCharsets.ISO_8859_1);
    }

    private String valueOf(PyBytes variable) {
        return execution.ask(() -> environment.get(ts, variable) instanceof PyBytes value ? text(value) : null);
    }

    @Override
    public void changed(PyObject changed, Mutations.Kind how, PyObject key, PyObject value) {
        Running r = execution.current();
        if (how == Mutations.Kind.COUNT) {
            counts(changed, key, value, r);
            return;
        }
        if (r == null && !execution.isProgram() || Refs.isDestroyed(changed)) {
            return;
        }
        PyObject target = changed instanceof Attributes a ? a.owner : changed;
        Mutations.Kind kind = how;
        PyObject owner = owners.get(changed);
        if (owner != null && ownership.place(changed) == null) {
            target = owner;
            kind = how == Mutations.Kind.DICT && key instanceof PyStr ? Mutations.Kind.ATTRIBUTE
                    : Mutations.Kind.OTHER;
        }
        if (r == null) {
            if (target != ts.interp.modules) {
                program.changed(target, kind, key, value);
                if (ofProgram != null) {
                    ofProgram.changes.add(target, key);
                }
            }
            return;
        }
        if (target == ts.interp.modules) {
            r.modules.add(kind, target, key, value);
            return;
        }
        if (target == environment && key instanceof PyBytes variable) {
            changedVariables.add(text(variable));
        }
        NativeSymbols.Symbol symbol = target.type.isHeapType() ? null : symbols.find(target);
        if (symbol == null && ownership.place(target) == null) {
            String other = ownership.unsoundModule(target);
            if (other == null) {
                return;
            }
            if (!other.equals(ProgramChanges.PROGRAM)) {
                r.unsound("changes an object of " + other + ", which is not captured");
                return;
            }
            // If the module has come to it by what it read, a unit can refer to it.
            program.changedBy(r, target);
        }
        if (symbol != null && fixups.isIgnored(symbol) || fixups.isIgnored(target)
                || fixups.isIgnored(target, key)) {
            return;
        }
        if (kind == Mutations.Kind.OTHER || kind == Mutations.Kind.ATTRIBUTE && key == null) {
            r.unsound("changes " + describe(target));
            return;
        }
        r.seen.parts.changed(target, kind == Mutations.Kind.LIST_INSERT || kind == Mutations.Kind.SET_ADD);
        switch (kind) {
            case CALL, HOOK, OPTION, REGISTRATION -> { }
            case DICT, ATTRIBUTE, SLOT -> {
                if (!has(target, key, value)) {
                    PyObject replaced = target;
                    execution.work(() -> r.seen.parts.replaced(ts, replaced, key));
                    r.seen.changes.add(target, key);
                }
            }
            default -> r.seen.changes.add(target, null);
        }
        r.effects.add(kind, target, key, value);
    }

    /** Whether an object has a value already. */
    private boolean has(PyObject target, PyObject key, PyObject value) {
        PyObject before = key instanceof PyStr name ? execution.ask(() -> PartReads.value(target, name)) : null;
        return before != null && (before == value
                || before instanceof PyInt a && value instanceof PyInt b && a.getClass() == b.getClass() && a.equalTo(b)
                || before instanceof PyStr s && value instanceof PyStr t && s.getClass() == t.getClass()
                        && s.equalTo(t));
    }

    /** A counter gives a number to a module, or to nobody whose doing is captured. */
    private void counts(PyObject counter, PyObject number, PyObject next, Running r) {
        boolean isOwned = ownership.place(counter) != null;
        boolean isShort = number instanceof PyInt n && n.fitsLong() && next instanceof PyInt m && m.fitsLong();
        if (isOwned && isShort) {
            long first = firstNumbers.computeIfAbsent(counter, c -> ((PyInt) number).value);
            if (r != null) {
                r.draws.add(counter, first, ((PyInt) number).value, ((PyInt) next).value);
            }
        } else if (r != null && isOwned) {
            r.unsound("changes " + describe(counter));
        } else if (r != null && ownership.unsoundModule(counter) != null) {
            r.unsound("changes an object of " + ownership.unsoundModule(counter) + ", which is not captured");
        }
    }

    /** An object as messages name it. */
    String describe(PyObject target) {
        String module = ownership.unitName(target);
        return "an object of type " + target.type.name() + " of " + (module == null ? "native state" : module);
    }
}
