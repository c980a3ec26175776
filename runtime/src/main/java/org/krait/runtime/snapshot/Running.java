package org.krait.runtime.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.snapshot.UnitConditions;

/** A module that is being executed, with what it has done so far and the modules that wait for its end. */
final class Running {
    final String name;
    final PyModule module;
    /** Modules whose execution has ended and that lead to this one: they are written with it. */
    final List<Running> joined = new ArrayList<>();
    /** What it imported, also what was there already. */
    final Set<String> imports = new LinkedHashSet<>();
    /** The environment variables that it asked for, with their values or null. */
    final Map<String, String> variables = new TreeMap<>();
    /** What it was told of the process, and the files that it looked at, by what was asked. */
    final Map<String, UnitConditions.Answer> answers = new TreeMap<>();
    final Map<String, UnitConditions.FileState> files = new TreeMap<>();
    /** The attributes of other modules that it, or what it called, asked for. */
    final Reads reads = new Reads();
    /** The parts of objects of units that it, or what it called, looked for. */
    final PartReads parts = new PartReads();
    /** The parts of objects of others that it has given another value. */
    final PartReads changes = new PartReads();
    /** What it read that the program had stored. */
    final List<StoredRead> stored = new ArrayList<>();
    /** What is written of that. */
    final List<PyTuple> descriptions = new ArrayList<>();
    /** Options without items that it passed to a function of its own, see {@link Fixups}. */
    final Set<String> passedOn = new TreeSet<>();
    /** What it did to objects of others, see {@link Effects}. */
    final EffectList effects = new EffectList();
    /** The numbers that it had of counters of others. */
    final Draws draws = new Draws();
    /** Changes of {@code sys.modules}. */
    final EffectList modules = new EffectList();
    /** Functions to be called before it is written, and wherever it was restored. */
    final List<PyObject> beforeDump = new ArrayList<>();
    final List<PyObject> afterRestore = new ArrayList<>();
    /** Native functions that it may ask only if its values show that, with what asking them means. */
    final Map<String, String> doubts = new TreeMap<>();
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
    }

    String unsoundReason() {
        return unsound;
    }

    /** Takes what a module has done whose execution failed: it was asked for by this one, which went on. */
    void takeOver(Running failed) {
        effects.addAll(failed.effects);
        modules.addAll(failed.modules);
        draws.addAll(failed.draws);
        reads.addAll(failed.reads);
        parts.addAll(failed.parts);
        changes.addAll(failed.changes);
        stored.addAll(failed.stored);
        variables.putAll(failed.variables);
        doubts.putAll(failed.doubts);
        failed.answers.forEach(answers::putIfAbsent);
        failed.files.forEach(files::putIfAbsent);
        imports.remove(failed.name);
        imports.addAll(failed.imports);
        if (failed.unsound != null) {
            unsound(failed.unsound);
        }
    }

    /** Lets go of the objects that it has kept, so that they end as without it. */
    void letGo() {
        effects.clear();
        modules.clear();
        parts.clear();
        changes.clear();
        stored.clear();
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
