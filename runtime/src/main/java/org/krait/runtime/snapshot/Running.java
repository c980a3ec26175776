package org.krait.runtime.snapshot;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;

/** A module that is being executed, with what it has done so far and the modules that wait for its end. */
final class Running {
    final String name;
    final PyModule module;
    /** How many units there were as its execution began. */
    int unitsBefore;
    /** Modules whose execution has ended and that lead to this one: they are written with it. */
    final List<Running> joined = new ArrayList<>();
    /** What it imported, also what was there already. */
    final Set<String> imports = new LinkedHashSet<>();
    /** The units that it has come to by its imports so far. */
    final Set<Integer> reached = new TreeSet<>();
    /** Units that were there before it, and had changed what it read before it imported them itself. */
    final Set<Integer> seenBefore = new TreeSet<>();
    /** Units that were executed while it was and have changed what it had read by then. */
    final Set<Integer> unseenBefore = new TreeSet<>();
    /** By list or set to which it has added, units as in {@code seenBefore}: should it read that later. */
    final Map<PyObject, Set<Integer>> addedBefore = new IdentityHashMap<>();
    /** The same for {@code unseenBefore}. */
    final Map<PyObject, Set<Integer>> addedUnseen = new IdentityHashMap<>();
    /** Modules that had results computed which it would not have got itself. */
    final Set<Running> computers = new LinkedHashSet<>();
    /** What it, and what it called, has found out. */
    Seen seen = new Seen();
    /** What is written of that. */
    final List<PyTuple> descriptions = new ArrayList<>();
    /** Options without items that it passed to a function of its own, see {@link Fixups}. */
    final Set<String> passedOn = new TreeSet<>();
    /** What it did to objects of others, see {@link Effects}. */
    final EffectList effects = new EffectList();
    /** The numbers that it had of counters of others. */
    final Draws draws = new Draws();
    /** The variables of contexts that it has set. */
    final ContextVariables variables = new ContextVariables();
    /** Changes of {@code sys.modules}. */
    final EffectList modules = new EffectList();
    /** Functions to be called before it is written, and wherever it was restored. */
    final List<PyObject> beforeDump = new ArrayList<>();
    final List<PyObject> afterRestore = new ArrayList<>();
    /** Why it cannot be captured; null so far. */
    private String unsound;

    Running(String name, PyModule module) {
        this.name = name;
        this.module = module;
    }

    /** Something that no record can hold has happened while the module was executed; the first reason stays. */
    void unsound(String reason) {
        if (unsound == null) {
            unsound = reason;
        }
        if (seen.unsound == null) {
            seen.unsound = reason;
        }
    }

    /** It has the result that a function gave before: it depends on what that has found out. */
    void recall(Seen before) {
        seen.recall(before);
        if (before.unsound != null) {
            unsound(before.unsound);
        }
    }

    /** It has a result that it would not have got itself, had that module not called the function before. */
    void recallFrom(Running computer) {
        if (computer == null) {
            unsound("has the result of a cached function that the program had called before");
        } else {
            computers.add(computer);
        }
    }

    String unsoundReason() {
        return unsound;
    }

    /** It imports another; true for the first time. */
    boolean imports(String other) {
        boolean isNew = imports.add(other);
        effects.imported(imports.size());
        modules.imported(imports.size());
        return isNew;
    }

    /** Its execution has ended: of the lists to which it had added, the order in what it has read matters. */
    void orderAdditions() {
        addedBefore.forEach((o, units) -> {
            if (seen.parts.has(o)) {
                seenBefore.addAll(units);
            }
        });
        addedUnseen.forEach((o, units) -> {
            if (seen.parts.has(o)) {
                unseenBefore.addAll(units);
            }
        });
    }

    /** Takes what a module has done whose execution failed: it was asked for by this one, which went on. */
    void takeOver(Running failed) {
        imports.remove(failed.name);
        int[] importsOf = new int[failed.imports.size() + 1];
        importsOf[0] = imports.size();
        int n = 0;
        for (String other : failed.imports) {
            imports(other);
            importsOf[++n] = imports.size();
        }
        effects.addAll(failed.effects, importsOf);
        modules.addAll(failed.modules, importsOf);
        draws.addAll(failed.draws);
        variables.addAll(failed.variables);
        seen.addAll(failed.seen);
        seenBefore.addAll(failed.seenBefore);
        unseenBefore.addAll(failed.unseenBefore);
        failed.addedBefore.forEach((o, units) -> addedBefore.merge(o, units, Running::both));
        failed.addedUnseen.forEach((o, units) -> addedUnseen.merge(o, units, Running::both));
        computers.addAll(failed.computers);
        if (failed.unsound != null) {
            unsound(failed.unsound);
        }
    }

    private static Set<Integer> both(Set<Integer> a, Set<Integer> b) {
        Set<Integer> units = new TreeSet<>(a);
        units.addAll(b);
        return units;
    }

    /** Lets go of the objects that it has kept, so that they end as without it. */
    void letGo() {
        effects.clear();
        modules.clear();
        variables.clear();
        seen.clear();
        addedBefore.clear();
        addedUnseen.clear();
        descriptions.forEach(Refs::drop);
        descriptions.clear();
    }

    /** Lets go of the functions that were to be called. */
    void letGoOfHooks() {
        beforeDump.forEach(Refs::decRef);
        beforeDump.clear();
        afterRestore.forEach(Refs::decRef);
        afterRestore.clear();
    }

    /** The module, after those that waited for its end, in the order in which they ended. */
    List<Running> group() {
        List<Running> group = new ArrayList<>();
        collect(group);
        return group;
    }

    private void collect(List<Running> group) {
        for (Running j : joined) {
            j.collect(group);
        }
        group.add(this);
    }
}
