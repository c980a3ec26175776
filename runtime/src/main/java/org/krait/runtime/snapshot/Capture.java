package org.krait.runtime.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.krait.objects.Attributes;
import org.krait.objects.Interp;
import org.krait.objects.Mutations;
import org.krait.objects.PyBytes;
import org.krait.objects.PyDict;
import org.krait.objects.PyInstance;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.runtime.Configuration;
import org.krait.runtime.builtins.BuiltinModules;
import org.krait.runtime.builtins.BuiltinRecords;
import org.krait.snapshot.ArchiveWriter;
import org.krait.snapshot.HeapKinds;
import org.krait.snapshot.HeapSink;
import org.krait.snapshot.HeapWriter;
import org.krait.snapshot.UnitConditions;
import org.krait.snapshot.UnitDescription;

/**
 * Captures modules as their execution ends, so that what a restored module looks like does not depend on what the
 * program did later. The objects that a module made belong to its unit; what others do to them afterwards are effects,
 * which belong to the module that was being executed and are repeated when that one is restored.
 *
 * <p>A module that ends while one of those that it leads to is still being executed joins that one's unit. A module
 * that holds what cannot be captured, and all that lead to it, are left to their code; {@link #reasons} says why.
 */
public final class Capture implements Mutations.Watcher, HeapWriter.Source {
    /** The name by which a module says that it is not to be captured: {@code __krait_snapshot__ = "code"}. */
    private static final PyStr MARK = PyStr.interned("__krait_snapshot__");

    private final ThreadState ts;
    private final NativeSymbols symbols;
    private final Fixups fixups;
    private final String library;
    private final ArrayList<Running> stack = new ArrayList<>();
    /** By object, {@code unit << 32 | number}. */
    private final IdentityHashMap<PyObject, Long> places = new IdentityHashMap<>();
    /** By object of a module that cannot be captured, the module. */
    private final IdentityHashMap<PyObject, String> unsound = new IdentityHashMap<>();
    /** What finding put into {@code sys.modules}: modules to be executed, with their names. */
    private final IdentityHashMap<PyObject, String> found = new IdentityHashMap<>();
    /** The names of modules whose execution has failed. */
    private final Set<String> failed = new HashSet<>();
    /** Module objects and namespaces of what is being executed. */
    private final IdentityHashMap<PyObject, Running> running = new IdentityHashMap<>();
    private final List<Unit> units = new ArrayList<>();
    private final Map<String, String> reasons = new LinkedHashMap<>();
    /** By the dict that holds an object's attributes, the object. */
    private final IdentityHashMap<PyObject, PyObject> owners = new IdentityHashMap<>();
    /** By captured object of a native class, what its content was like when somebody looked last. */
    private final IdentityHashMap<PyObject, Long> fingerprints = new IdentityHashMap<>();
    /** Objects of native modules that have been written by their names. */
    private final IdentityHashMap<PyObject, Boolean> named = new IdentityHashMap<>();
    /** By module, its unit. */
    private final Map<String, Integer> unitOf = new LinkedHashMap<>();
    /** The environment, and the variables that were changed. */
    private PyObject environment;
    private final Set<String> changedVariables = new HashSet<>();
    private List<Running> writing = List.of();
    /** Above 0 while the machinery itself changes objects. */
    private int silent;
    /** True while objects are looked at, which must not warn of anything. */
    private boolean atWork;

    /** A module that is being executed, and those that wait for its end. */
    private static final class Running {
        final String name;
        final PyModule module;
        final List<Running> joined = new ArrayList<>();
        /** What it imported, also what was there already. */
        final Set<String> imports = new LinkedHashSet<>();
        /** The environment variables that it asked for, with their values or null. */
        final Map<String, String> variables = new TreeMap<>();
        final List<PyTuple> effects = new ArrayList<>();
        /** Changes of {@code sys.modules}. */
        final List<PyTuple> modules = new ArrayList<>();
        String unsound;

        Running(String name, PyModule module) {
            this.name = name;
            this.module = module;
        }
    }

    private record Unit(List<Running> modules, int[] roots, Needs needs, int[] effects,
            int[] subclasses, byte[] image) {}

    /** What else must be there when a unit is bound. */
    private record Needs(Set<Integer> units, Set<String> natives, Set<String> executed, Set<String> missing) {
        Needs() {
            this(new TreeSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new TreeSet<>());
        }
    }

    /** A unit leads to a module whose execution has not ended. */
    private static final class RunningException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Running module;

        RunningException(Running module) {
            super(null, null, false, false);
            this.module = module;
        }
    }

    private Capture(ThreadState ts) {
        this.ts = ts;
        symbols = new NativeSymbols(ts, this::isOfPython);
        fixups = new Fixups(ts);
        library = ((Configuration) ts.interp.natives.get(Configuration.class)).standardLibrary.concat("/");
    }

    /** Begins to capture what a context imports. */
    public static void start(ThreadState ts) {
        Capture capture = new Capture(ts);
        PyDict modules = ts.interp.modules;
        for (int i = modules.nextEntry(0); i >= 0; i = modules.nextEntry(i + 1)) {
            if (modules.values[i] instanceof PyModule m) {
                capture.watch(modules.keys[i].toString(), m);
            }
        }
        capture.symbols.learnAll();
        ts.interp.natives.put(Capture.class, capture);
        ts.interp.watcher = capture;
        capture.takeEarly();
    }

    /** The options have imported modules already: the import library can be captured still, others cannot. */
    private void takeEarly() {
        PyDict modules = ts.interp.modules;
        if (!(modules.get("_frozen_importlib") instanceof PyModule bootstrap)
                || !(modules.get("_frozen_importlib_external") instanceof PyModule external)) {
            return;
        }
        library(bootstrap, external, ((PyList) ts.interp.sys.get("path_hooks")).items[1]);
        for (int i = modules.nextEntry(0); i >= 0; i = modules.nextEntry(i + 1)) {
            String name = modules.keys[i].toString();
            if (modules.values[i] instanceof PyModule m && m != bootstrap && m != external
                    && !BuiltinModules.isBuiltin(name) && !name.equals("__main__")) {
                reasons.put(name, "is imported before the capture begins");
                markUnsound(m, name);
            }
        }
    }

    /** The capture of a context, or null. */
    public static Capture of(Interp interp) {
        return interp.watcher == null ? null : (Capture) interp.natives.get(Capture.class);
    }

    /** True while a capture looks at objects: what it calls for that is no program's doing. */
    public static boolean isAtWork(ThreadState ts) {
        Capture capture = of(ts.interp);
        return capture != null && capture.atWork;
    }

    /** By module, why it is not captured. */
    public Map<String, String> reasons() {
        return reasons;
    }

    /** A module is about to be executed. */
    public void begin(String name, PyModule module) {
        settle();
        Running r = new Running(name, module);
        stack.add(r);
        found.put(module, name);
        running.put(module, r);
        running.put(module.dict, r);
    }

    /** A native module was made. */
    public void madeNative(String name, PyModule module) {
        watch(name, module);
        symbols.learn(name, module);
    }

    private void watch(String name, PyModule module) {
        LastingCalls.watch(this, name, module);
        if (name.equals("posix")) {
            environment = module.dict.get("environ");
        }
    }

    /** A module is asked for, which may be there already. */
    public void imported(PyStr name) {
        if (!stack.isEmpty() && silent == 0) {
            stack.getLast().imports.add(name.toString());
        }
    }

    /** Looks whether what was executed since the last time has changed native objects of others. */
    private void settle() {
        silent++;
        atWork = true;
        try {
            for (Map.Entry<PyObject, Long> entry : fingerprints.entrySet()) {
                long now = Fingerprint.of(ts, entry.getKey());
                if (now != entry.getValue()) {
                    entry.setValue(now);
                    unsound("changes " + describe(entry.getKey()));
                }
            }
        } finally {
            silent--;
            atWork = false;
        }
    }

    private void keepFingerprint(PyObject o) {
        if (Fingerprint.isNeeded(o)) {
            long one = Fingerprint.of(ts, o);
            // What differs without a change tells nothing.
            if (one == Fingerprint.of(ts, o)) {
                fingerprints.put(o, one);
            }
        }
    }

    /** The execution of a module has failed: what it did stays as the work of who imported it and went on. */
    public void failed() {
        failed.add(stack.getLast().name);
        settle();
        Running r = stack.removeLast();
        forget(r);
        if (!stack.isEmpty()) {
            Running importer = stack.getLast();
            importer.effects.addAll(r.effects);
            importer.modules.addAll(r.modules);
            importer.variables.putAll(r.variables);
            importer.imports.remove(r.name);
            importer.imports.addAll(r.imports);
            importer.unsound = importer.unsound == null ? r.unsound : importer.unsound;
        }
    }

    private void forget(Running r) {
        running.remove(r.module);
        running.remove(r.module.dict);
        for (Running j : r.joined) {
            forget(j);
        }
    }

    /** The execution of a module has ended. */
    public void ended() {
        settle();
        Running r = stack.removeLast();
        List<Running> group = new ArrayList<>();
        collect(r, group);
        group.add(r);
        silent++;
        atWork = true;
        try {
            fixups.learn();
            write(r, group);
        } finally {
            silent--;
            atWork = false;
        }
    }

    /** The import library was executed, before any other module of Python. */
    public void library(PyModule bootstrap, PyModule external, PyObject pathHook) {
        Running r = new Running("importlib._bootstrap", bootstrap);
        Running e = new Running("importlib._bootstrap_external", external);
        silent++;
        atWork = true;
        try {
            writing = List.of(r, e);
            write(writing, pathHook);
        } catch (HeapWriter.UnsoundException x) {
            reasons.put(r.name, x.getMessage());
        } finally {
            writing = List.of();
            silent--;
            atWork = false;
        }
    }

    /** Adds those that wait for the end of a module, in the order in which they ended. */
    private static void collect(Running r, List<Running> group) {
        for (Running j : r.joined) {
            collect(j, group);
            group.add(j);
        }
    }

    private void write(Running r, List<Running> group) {
        String reason = null;
        for (Running m : group) {
            reason = reason == null ? m.unsound : reason;
            if (reason == null && m.module.dict.get(MARK) instanceof PyStr level && level.equalTo("code")) {
                reason = "is marked to stay code";
            }
            if (reason == null && ts.interp.modules.get(m.name) != m.module) {
                reason = "put another object than itself into sys.modules";
            }
        }
        if (reason == null) {
            writing = group;
            try {
                write(group, null);
                return;
            } catch (RunningException e) {
                e.module.joined.add(r);
                return;
            } catch (HeapWriter.UnsoundException e) {
                reason = e.getMessage();
            } finally {
                writing = List.of();
            }
        }
        for (Running m : group) {
            reasons.put(m.name, reason);
        }
        for (Running m : group) {
            running.remove(m.module);
            running.remove(m.module.dict);
            markUnsound(m.module, m.name);
        }
    }

    /** Writes a unit; {@code pathHook} is the import library's only effect, else null. */
    private void write(List<Running> group, PyObject pathHook) {
        HeapWriter writer = new HeapWriter(this);
        int[] roots = new int[group.size()];
        List<Integer> effects = new ArrayList<>();
        for (int i = 0; i < roots.length; i++) {
            roots[i] = writer.root(group.get(i).module);
        }
        if (pathHook != null) {
            addEffect(effects, writer.root(pathHook), -1);
        }
        for (Running m : group) {
            for (PyTuple effect : m.modules) {
                if (isOwnDoing(effect)) {
                    addEffect(effects, writer.root(effect), -1);
                }
            }
            for (PyTuple effect : m.effects) {
                NativeSymbols.Symbol symbol = Effects.isDeferrable(effect) ? symbols.find(effect.item(1)) : null;
                if (symbol != null) {
                    effects.add(writer.root(effect));
                    effects.add(UnitDescription.OF_NATIVE);
                    effects.add(writer.root(PyStr.of(symbol.module())));
                } else {
                    addEffect(effects, writer.root(effect), Effects.isDeferrable(effect)
                            ? places.getOrDefault(effect.item(1), -1L)
                            : -1);
                }
            }
            CodeObject finishing = isOfLibrary(m) ? fixups.finishing(m.name) : null;
            if (finishing != null) {
                // As soon as somebody looks into the module.
                addEffect(effects, writer.root(effect("builtins", "exec", PyTuple.of(finishing, m.module.dict), null)),
                        (long) units.size() << 32 | writer.root(m.module.dict));
            }
        }
        Needs needs = new Needs();
        for (Running m : group) {
            for (String name : m.imports) {
                need(needs, group, m.name, name);
            }
        }
        byte[] image = writer.finish();
        needs.units.addAll(writer.units());
        int[] effectNumbers = effects.stream().mapToInt(Integer::intValue).toArray();
        long unit = units.size();
        List<PyObject> objects = writer.objects();
        for (int i = 0; i < objects.size(); i++) {
            // What is found by its name is no unit's: else units would need others for it.
            if (!named.containsKey(objects.get(i))) {
                places.put(objects.get(i), unit << 32 | i);
                keepFingerprint(objects.get(i));
            }
        }
        for (Running m : group) {
            running.remove(m.module);
            running.remove(m.module.dict);
            unitOf.put(m.name, (int) unit);
        }
        units.add(new Unit(group, roots, needs, effectNumbers, Subclasses.of(ts, objects, places, symbols), image));
    }

    /** What the import of a module by one of a group means for their unit. */
    private void need(Needs needs, List<Running> group, String importer, String name) {
        if (importer.startsWith(name.concat("."))) {
            return;
        }
        if (BuiltinModules.isBuiltin(name)) {
            needs.natives.add(name);
            return;
        }
        PyObject module = ts.interp.modules.get(name);
        Integer unit = unitOf.get(name);
        if (module == null) {
            needs.missing.add(name);
        } else if (unit != null) {
            needs.units.add(unit);
        } else {
            Running r = running.get(module);
            if (r == null) {
                needs.executed.add(name);
            } else if (!group.contains(r)) {
                throw new RunningException(r);
            }
        }
    }

    /** True for a class or module that a module of Python has made, so far as is known. */
    private boolean isOfPython(PyObject o) {
        if (places.containsKey(o) || unsound.containsKey(o) || running.containsKey(o)) {
            return true;
        }
        return o instanceof PyType t && t.namespace().get("__module__") instanceof PyStr name
                && ts.interp.modules.get(name.toString()) instanceof PyModule module && running.containsKey(module)
                && module.dict.get(t.pyName()) == t;
    }

    private boolean isOfLibrary(Running m) {
        return m.module.dict.get("__file__") instanceof PyStr file && file.toString().startsWith(library);
    }

    /** An effect, and the place of the object that it changes: it can wait until that one is touched. */
    private static void addEffect(List<Integer> effects, int number, long target) {
        effects.add(number);
        effects.add(target < 0 ? -1 : (int) (target >>> 32));
        effects.add(target < 0 ? 0 : (int) target);
    }

    /** Marks all objects that are a module's alone. */
    private void markUnsound(PyObject root, String module) {
        ArrayList<PyObject> todo = new ArrayList<>();
        todo.add(root);
        while (!todo.isEmpty()) {
            PyObject o = todo.removeLast();
            if (unsound.containsKey(o) || places.containsKey(o) || running.containsKey(o) || o instanceof PyStr
                    || symbols.find(o) != null || o == ts.interp.builtins) {
                continue;
            }
            unsound.put(o, module);
            keepFingerprint(o);
            o.visitReferents(todo::add);
            if (o instanceof PyType || o.type.isHeapType()) {
                todo.add(o.type);
            }
        }
    }

    // What a unit's writer asks.

    @Override
    public long place(PyObject o) {
        Long place = places.get(o);
        if (place != null) {
            return place;
        }
        Running r = running.get(o);
        if (r != null && !writing.contains(r)) {
            throw new RunningException(r);
        }
        String module = unsound.get(o);
        if (module != null && !isShared(o)) {
            throw new HeapWriter.UnsoundException("leads to an object of " + module + ", which is not captured");
        }
        return -1;
    }

    /** Values that markers of modules may have met and that are nobody's. */
    private static boolean isShared(PyObject o) {
        return o instanceof PyType t && !t.isHeapType() || o instanceof PySingleton
                || o.getClass() == PyInt.class;
    }

    @Override
    public boolean write(PyObject o, HeapSink sink) {
        if (o.getClass() == PyStr.class) {
            String text = o.toString();
            if (!text.startsWith(library)) {
                return false;
            }
            sink.ref(PyStr.of(text.substring(library.length())));
            sink.end(HeapKinds.LIBRARY_PATH, null);
            return true;
        }
        if (fixups.write(o, sink)) {
            return true;
        }
        if (symbols.write(o, sink)) {
            named.put(o, Boolean.TRUE);
            return true;
        }
        return BuiltinRecords.write(ts, o, sink);
    }

    @Override
    public boolean isRemade(PyObject o) {
        return fixups.isRemade(o);
    }

    // What is changed.

    @Override
    public void movedAttributes(PyInstance attributes, PyDict dict) {
        owners.put(dict, attributes instanceof Attributes a ? a.owner : attributes);
    }

    @Override
    public void read(PyObject target, PyObject key) {
        if (target != environment || stack.isEmpty() || silent > 0) {
            return;
        }
        if (!(key instanceof PyBytes bytes)) {
            unsound("asks for all environment variables");
            return;
        }
        String name = text(bytes);
        if (changedVariables.contains(name)) {
            unsound("asks for the environment variable " + name + ", which was changed before");
        } else if (!stack.getLast().variables.containsKey(name)) {
            stack.getLast().variables.put(name, valueOf(bytes));
        }
    }

    private static String text(PyBytes bytes) {
        return new String(bytes.value, StandardCharsets.ISO_8859_1);
    }

    private String valueOf(PyBytes variable) {
        silent++;
        try {
            return ((PyDict) environment).get(ts, variable) instanceof PyBytes value ? text(value) : null;
        } finally {
            silent--;
        }
    }

    @Override
    public void changed(PyObject changed, Mutations.Kind how, PyObject key, PyObject value) {
        if (stack.isEmpty() || silent > 0 || Refs.isDestroyed(changed)) {
            return;
        }
        Running r = stack.getLast();
        PyObject target = changed instanceof Attributes a ? a.owner : changed;
        Mutations.Kind kind = how;
        PyObject owner = owners.get(changed);
        if (owner != null && !places.containsKey(changed)) {
            target = owner;
            kind = how == Mutations.Kind.DICT && key instanceof PyStr ? Mutations.Kind.ATTRIBUTE
                    : Mutations.Kind.OTHER;
        }
        if (target == ts.interp.modules) {
            r.modules.add(effect(kind, target, key, value));
            return;
        }
        if (target == environment && key instanceof PyBytes variable) {
            changedVariables.add(text(variable));
        }
        NativeSymbols.Symbol symbol = target.type.isHeapType() ? null : symbols.find(target);
        if (symbol == null && !places.containsKey(target)) {
            String other = unsound.get(target);
            if (other != null && r.unsound == null) {
                r.unsound = "changes an object of " + other + ", which is not captured";
            }
            return;
        }
        if (symbol != null && fixups.isIgnored(symbol) || fixups.isIgnored(target)) {
            return;
        }
        if (kind == Mutations.Kind.OTHER || kind == Mutations.Kind.ATTRIBUTE && key == null) {
            if (r.unsound == null) {
                r.unsound = "changes " + describe(target);
            }
            return;
        }
        r.effects.add(effect(kind, target, key, value));
    }

    private static PyTuple effect(Mutations.Kind kind, PyObject target, PyObject key, PyObject value) {
        PyObject name = key == null ? PySingleton.NONE : key;
        return value == null
                ? PyTuple.of(PyInt.of(kind.ordinal()), target, name)
                : PyTuple.of(PyInt.of(kind.ordinal()), target, name, value);
    }

    /** True for a change of {@code sys.modules} that the program made itself, not the import of a module. */
    private boolean isOwnDoing(PyTuple effect) {
        String name = effect.item(2).toString();
        if (effect.size() < 4) {
            return !failed.contains(name);
        }
        PyObject value = effect.item(3);
        NativeSymbols.Symbol symbol = symbols.find(value);
        boolean isNative = symbol != null && symbol.name() == null && symbol.module().equals(name);
        return !isNative && !name.equals(found.get(value));
    }

    private String describe(PyObject target) {
        Long place = places.get(target);
        String of = place == null ? "native state" : units.get((int) (place >>> 32)).modules.getLast().name;
        return "an object of type " + target.type.name() + " of " + of;
    }

    /** A native function is called whose effect lasts and can be had again by the same call. */
    public static void called(ThreadState ts, String module, String function, PyObject[] args, PyStr[] keywords) {
        if (Mutations.WATCHED && of(ts.interp) != null) {
            of(ts.interp).add(module, function, args, keywords);
        }
    }

    /** A class is registered with an abstract base class, whose data would else be changed unseen. */
    public static void registered(ThreadState ts, PyObject data, PyObject type) {
        if (Mutations.WATCHED && of(ts.interp) != null && of(ts.interp).places.containsKey(data)) {
            of(ts.interp).addEffect(PyTuple.of(PyInt.of(Effects.REGISTRATION), data, type));
        }
    }

    private void addEffect(PyTuple effect) {
        if (!stack.isEmpty() && silent == 0) {
            stack.getLast().effects.add(effect);
        }
    }

    /** A native function was called whose effect or result no record can hold. */
    void calls(String function, String what) {
        if (!stack.isEmpty() && silent == 0 && !LastingCalls.isExpected(stack.getLast().name, function)) {
            unsound(what + " (" + function + ")");
        }
    }

    /** A native function was called whose effect can be had again by the same call. */
    void add(String module, String function, PyObject[] args, PyStr[] keywords) {
        if (!stack.isEmpty() && silent == 0
                && ts.interp.modules.get(module) instanceof PyModule m && m.dict.get(function) != null) {
            stack.getLast().effects.add(effect(module, function, PyTuple.of(args), keywords));
        }
    }

    /** The effect that is the call of a native function. */
    private PyTuple effect(String module, String function, PyTuple args, PyStr[] keywords) {
        PyTuple names = keywords == null ? PyTuple.EMPTY : PyTuple.of(keywords.clone());
        PyModule m = (PyModule) ts.interp.modules.get(module);
        return PyTuple.of(PyInt.of(Effects.CALL), m.dict.get(function), args, names);
    }

    /** Something that no record can hold has happened while a module was executed. */
    public void unsound(String what) {
        if (!stack.isEmpty() && stack.getLast().unsound == null) {
            stack.getLast().unsound = what;
        }
    }

    /** Keeps changes that the import machinery makes from being taken for a module's. */
    public void silence(boolean on) {
        silent += on ? 1 : -1;
    }

    /** Adds the units to an archive. */
    public void addTo(ArchiveWriter writer) {
        Map<String, Integer> order = new LinkedHashMap<>();
        PyDict modules = ts.interp.modules;
        for (int i = modules.nextEntry(0); i >= 0; i = modules.nextEntry(i + 1)) {
            order.put(modules.keys[i].toString(), order.size());
        }
        for (Unit u : units) {
            List<UnitDescription.Module> own = new ArrayList<>();
            List<UnitDescription.Module> natives = new ArrayList<>();
            Map<String, String> variables = new TreeMap<>();
            for (int i = 0; i < u.modules.size(); i++) {
                Running m = u.modules.get(i);
                own.add(new UnitDescription.Module(m.name, order.getOrDefault(m.name, 0), u.roots[i]));
                variables.putAll(m.variables);
            }
            for (String n : u.needs.natives) {
                natives.add(new UnitDescription.Module(n, order.getOrDefault(n, 0), 0));
            }
            List<UnitConditions.Variable> asked = new ArrayList<>();
            for (Map.Entry<String, String> v : variables.entrySet()) {
                asked.add(new UnitConditions.Variable(v.getKey(), v.getValue()));
            }
            int[] before = u.needs.units.stream().mapToInt(Integer::intValue).toArray();
            writer.addUnit(new UnitDescription(own, natives, before, u.effects, u.subclasses,
                    new UnitConditions(List.copyOf(u.needs.executed), List.copyOf(u.needs.missing), asked)), u.image);
        }
        for (Running r : stack) {
            reasons.put(r.name, "is still being executed");
        }
    }
}
