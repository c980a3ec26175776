package org.krait.runtime.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;
import org.krait.snapshot.PartKeys;
import org.krait.snapshot.UnitConditions;

/** What code has found out that may be otherwise in another process, and what it has changed itself. */
final class Seen {
    static final int NEVER = -1;

    /** The environment variables that it asked for, with their values or null. */
    final Map<String, String> variables = new TreeMap<>();
    /** What it was told of the process, and the files that it looked at, by what was asked. */
    final Map<String, UnitConditions.Answer> answers = new TreeMap<>();
    final Map<String, UnitConditions.FileState> files = new TreeMap<>();
    /** The attributes of other modules that it asked for. */
    final Reads reads = new Reads();
    /** The parts of objects of units that it looked for. */
    final PartReads parts = new PartReads();
    /** The parts of objects of others that it has given another value. */
    final PartReads changes = new PartReads();
    /** What it read that the program had stored. */
    final List<StoredRead> stored = new ArrayList<>();
    /** Native functions that it may ask only if its values show that, with what asking them means. */
    final Map<String, String> doubts = new TreeMap<>();
    /** The modules for which it looked in {@code sys.modules}, and whether they were there. */
    final Map<String, Boolean> modules = new TreeMap<>();
    /** The modules that stay code of which it has read something that their sources say. */
    final Set<String> uncaptured = new TreeSet<>();
    /** Whether it has come to {@code sys.modules}. */
    boolean looksForModules;
    /** Whether it has come to {@code sys.flags}, and has read no field of it since. */
    boolean hasFlags;
    /** How many units there were when it looked at all of {@code sys.modules}. */
    int unitsThen = NEVER;
    /** The folders of {@code sys.path} when it came to them first; null when it has not. */
    String pathBefore;
    /** Of what a cached function has found out, the module that called it first; null for the program. */
    Running computer;
    /** Why what it has found out cannot be captured; null so far. */
    String unsound;

    /** Adds what other code has found out and changed. */
    void addAll(Seen others) {
        changes.addAll(others.changes);
        findAll(others);
    }

    /** Adds what other code has found out before: what that has changed is found as well. */
    void recall(Seen before) {
        parts.addAll(before.changes);
        findAll(before);
    }

    private void findAll(Seen others) {
        reads.addAll(others.reads);
        parts.addAll(others.parts);
        for (StoredRead s : others.stored) {
            if (!StoredRead.isAmong(stored, s.target(), s.name())) {
                stored.add(s);
            }
        }
        variables.putAll(others.variables);
        doubts.putAll(others.doubts);
        others.answers.forEach(answers::putIfAbsent);
        others.files.forEach(files::putIfAbsent);
        others.modules.forEach(modules::putIfAbsent);
        uncaptured.addAll(others.uncaptured);
        looksForModules |= others.looksForModules;
        hasFlags |= others.hasFlags;
        unitsThen = unitsThen == NEVER ? others.unitsThen : unitsThen;
        pathBefore = pathBefore == null ? others.pathBefore : pathBefore;
        if (unsound == null) {
            unsound = others.unsound;
        }
    }

    /** Tells all parts that it has read, of namespaces too. */
    void visitReads(BiConsumer<PyObject, String> visitor) {
        parts.visit(visitor);
        reads.visit((namespace, name) -> visitor.accept(namespace, PartIndex.name(name)));
    }

    /** Whether something that it has read so far is among what other code has changed. */
    boolean hasRead(Seen changed, ThreadState ts) {
        boolean[] found = new boolean[1];
        visitReads((target, key) -> found[0] |= changed.changes.meets(target, key));
        if (!found[0] && changed.changes.hasContents()) {
            parts.reachedSoFar(ts).forEach(o -> found[0] |= changed.changes.meets(o, PartKeys.ALL));
        }
        return found[0];
    }

    /** Lets go of the objects that it has kept. */
    void clear() {
        parts.clear();
        changes.clear();
        stored.clear();
    }
}
