package org.krait.objects;

import java.util.Arrays;

/**
 * The collector of reference cycles of a context: which objects could be part of one, in three generations, and the
 * search for those that only cycles keep alive. docs/design/0006-gc.md says why it is sound.
 *
 * <p>An object is known from the first store of a mortal value into it on; what such objects refer to is found when
 * they are examined. The low bits of {@link PyObject#refs} hold an object's state. Everything here runs under the GIL.
 */
public final class Collector {
    /** The number of generations. */
    public static final int GENERATIONS = 3;

    /** States: not known; in the list of generation state - 1; see below. */
    private static final int YOUNG = 1;
    /** Being examined, and nothing outside of those being examined was seen to refer to it. */
    private static final int CANDIDATE = 4;
    /** Being examined, and alive. */
    private static final int REACHED = 5;
    /** Frozen: known, in no list and never examined. */
    private static final int PERMANENT = 6;

    /** Containers that grow by less are not looked at: most of them die young, and all that they have with them. */
    private static final int LEAST_GROWTH = 64;

    private static final PyObject[] NONE = {};

    /** What the collector asks when too many objects have become known; called from within a store. */
    public interface Trigger {
        /** Asks for a collection at the next point where the program is between two instructions. */
        void collectSoon();
    }

    private final PyObject[][] lists = {NONE, NONE, NONE};
    private final int[] sizes = new int[GENERATIONS];
    private PyObject[] permanent = NONE;
    /** Where the next slice of the oldest generation is pruned. */
    private int pruned;
    private final Walk walk = new Walk();
    private PyObject[] found = NONE;
    private int foundSize;
    /** Places that known containers got since the last collection, for objects that need not be known themselves. */
    private int grown;

    /** True once a class of Python with a finalizer was made: then what is left at exit must be looked for. */
    public boolean finalizers;
    /** True once a class that lives until the program ends has got a finalizer: its instances may be older. */
    public boolean lateFinalizers;
    /** How many files are open that data may wait for: what has them at exit must be looked for, too. */
    public int openFiles;
    /** {@code gc.enable}. */
    public boolean enabled = true;
    /** {@code gc.set_threshold}. */
    public final int[] thresholds = {700, 10, 10};
    /** Collections of the generation below since the last one of this; the first counts objects instead. */
    public final int[] counts = new int[GENERATIONS];
    /** Null while nobody would answer. */
    public Trigger trigger;
    /** True while a collection runs. */
    public boolean running;
    /** Objects that survived collections of the middle generation since the last full one. */
    private int pending;
    /** Objects that survived the last full collection. */
    private int survivors;

    /** Makes an object known to the collector of the running thread's context. */
    static void track(PyObject o) {
        ThreadState ts = ThreadState.current();
        PyObject owner = o instanceof Attributes a ? a.owner : o;
        if (ts != null && (owner.refs & Refs.STATE) == 0) {
            ts.interp.collector.add(owner);
        }
    }

    /**
     * A container has got room for more items. When it is known, it refers to mortal ones; that these grow in number
     * makes a collection due, as the objects that are known do.
     */
    static void grew(PyObject container, int places) {
        if (places < LEAST_GROWTH) {
            return;
        }
        ThreadState ts = (container.refs & Refs.STATE) == 0 || container.refs < 0 ? null : ThreadState.current();
        if (ts != null) {
            ts.interp.collector.grewBy(places);
        }
    }

    private void grewBy(int places) {
        grown += places;
        if (grown + sizes[0] > thresholds[0] && isDueSoon()) {
            trigger.collectSoon();
        }
    }

    private boolean isDueSoon() {
        return thresholds[0] > 0 && enabled && !running && trigger != null;
    }

    private void add(PyObject o) {
        if (sizes[0] == lists[0].length) {
            makeRoom();
        }
        o.refs |= YOUNG;
        lists[0][sizes[0]++] = o;
    }

    /** Forgets the dead of the youngest generation; when many live a collection is due. */
    private void makeRoom() {
        prune(0);
        int alive = sizes[0];
        if (alive > thresholds[0] && isDueSoon()) {
            trigger.collectSoon();
        }
        lists[0] = Arrays.copyOf(lists[0], Math.max(Math.max(alive * 2, 64), Math.min(thresholds[0], 10_000) + 1));
    }

    private void prune(int generation) {
        PyObject[] list = lists[generation];
        int n = sizes[generation];
        int kept = 0;
        for (int i = 0; i < n; i++) {
            PyObject o = list[i];
            if (o.refs >= 0) {
                list[kept++] = o;
            }
        }
        Arrays.fill(list, kept, n, null);
        sizes[generation] = kept;
    }

    /** Forgets the dead in a part of the oldest generation, so that their memory does not wait for a collection. */
    private void pruneSlice() {
        PyObject[] list = lists[2];
        int n = sizes[2];
        int i = pruned < n ? pruned : 0;
        for (int steps = Math.min(n, 4 * Math.max(thresholds[0], 256)); steps > 0 && i < n; steps--) {
            if (list[i].refs < 0) {
                list[i] = list[--n];
                list[n] = null;
            } else {
                i++;
            }
        }
        sizes[2] = n;
        pruned = i;
    }

    /** The number of known objects of a generation that live. */
    public int size(int generation) {
        prune(generation);
        return sizes[generation];
    }

    /** The known objects of a generation. */
    public PyObject[] objects(int generation) {
        prune(generation);
        return Arrays.copyOf(lists[generation], sizes[generation]);
    }

    /** The number of objects that {@link #freeze} took out of all generations. */
    public int permanentCount() {
        return permanent.length;
    }

    /** Takes all known objects out of future collections. */
    public void freeze() {
        PyObject[] all = permanent;
        int n = all.length;
        for (int generation = 0; generation < GENERATIONS; generation++) {
            prune(generation);
            all = Arrays.copyOf(all, n + sizes[generation]);
            for (int i = 0; i < sizes[generation]; i++) {
                PyObject o = lists[generation][i];
                setState(o, PERMANENT);
                all[n++] = o;
            }
            lists[generation] = NONE;
            sizes[generation] = 0;
        }
        permanent = all;
    }

    /** Puts the frozen objects into the oldest generation. */
    public void unfreeze() {
        for (PyObject o : permanent) {
            if (o.refs >= 0) {
                append(2, o);
            }
        }
        permanent = NONE;
    }

    private void append(int generation, PyObject o) {
        setState(o, generation + YOUNG);
        if (sizes[generation] == lists[generation].length) {
            lists[generation] = Arrays.copyOf(lists[generation], Math.max(64, sizes[generation] * 3 / 2));
        }
        lists[generation][sizes[generation]++] = o;
    }

    private static void setState(PyObject o, int state) {
        if (o.refs >= 0) {
            o.refs = o.refs & ~Refs.STATE | state;
        }
    }

    private static int state(PyObject o) {
        return o.refs < 0 ? Refs.STATE : o.refs & Refs.STATE;
    }

    /**
     * The oldest generation whose collection is due, or -1. As CPython, a full collection waits until a quarter of the
     * old objects is new.
     */
    public int due() {
        prune(0);
        if (sizes[0] + grown <= thresholds[0]) {
            return -1;
        }
        int generation = 0;
        for (int i = 1; i < GENERATIONS; i++) {
            if (counts[i] > thresholds[i] && (i < 2 || pending >= survivors / 4)) {
                generation = i;
            }
        }
        return generation;
    }

    /**
     * Finds the objects of the generations up to one that nothing outside of them keeps alive. They keep the state
     * CANDIDATE; the others move to the next generation.
     *
     * @param roots shows to its visitor what uncounted references keep alive
     */
    public PyObject[] find(int generation, Roots roots) {
        foundSize = 0;
        grown = 0;
        for (int i = 0; i <= generation; i++) {
            PyObject[] list = lists[i];
            int n = sizes[i];
            lists[i] = NONE;
            sizes[i] = 0;
            for (int j = 0; j < n; j++) {
                PyObject o = list[j];
                if (o.refs >= Refs.UNIT) {
                    addFound(o);
                } else if (o.refs >= 0) {
                    // A temporary: it keeps alive what it refers to, and a store into it makes it known again.
                    setState(o, 0);
                }
            }
        }
        walk.mode = Walk.DISCOVER;
        for (int i = 0; i < foundSize; i++) {
            visit(found[i]);
        }
        PyObject[] garbage = separate(roots);
        int next = Math.min(generation + 1, 2);
        for (int i = 0; i < foundSize; i++) {
            if (state(found[i]) == REACHED) {
                append(next, found[i]);
            }
        }
        if (generation == 2) {
            pending = 0;
            survivors = foundSize - garbage.length;
        } else {
            if (generation == 1) {
                pending += foundSize - garbage.length;
            }
            pruneSlice();
        }
        found = NONE;
        foundSize = 0;
        for (int i = 0; i <= generation; i++) {
            counts[i] = 0;
        }
        if (generation < 2) {
            counts[generation + 1]++;
        }
        return garbage;
    }

    /** Marks what lives among the objects found, restores all counts, and returns the others. */
    private PyObject[] separate(Roots roots) {
        reachedSize = 0;
        walk.mode = Walk.MARK_ROOTS;
        roots.visitRoots(walk);
        for (int i = 0; i < foundSize; i++) {
            PyObject o = found[i];
            if (state(o) == CANDIDATE && o.refs >= Refs.UNIT) {
                reach(o);
            }
        }
        walk.mode = Walk.RESTORE_REACHED;
        while (reachedSize > 0) {
            PyObject o = reached[--reachedSize];
            reached[reachedSize] = null;
            visit(o);
        }
        reached = NONE;
        int n = 0;
        for (int i = 0; i < foundSize; i++) {
            if (state(found[i]) == CANDIDATE) {
                n++;
            }
        }
        PyObject[] garbage = new PyObject[n];
        n = 0;
        walk.mode = Walk.RESTORE;
        for (int i = 0; i < foundSize; i++) {
            if (state(found[i]) == CANDIDATE) {
                garbage[n++] = found[i];
                visit(found[i]);
            }
        }
        return garbage;
    }

    private PyObject[] reached = NONE;
    private int reachedSize;

    private void reach(PyObject o) {
        setState(o, REACHED);
        if (reachedSize == reached.length) {
            reached = Arrays.copyOf(reached, Math.max(256, reachedSize * 2));
        }
        reached[reachedSize++] = o;
    }

    private void addFound(PyObject o) {
        setState(o, CANDIDATE);
        if (foundSize == found.length) {
            found = Arrays.copyOf(found, Math.max(1024, foundSize * 2));
        }
        found[foundSize++] = o;
    }

    private void visit(PyObject o) {
        if (!o.type.hasLeftCollector()) {
            visit(o, walk);
        }
    }

    /** Shows all counted references of an object, that to its class included. */
    public static void visit(PyObject o, PyObject.Visitor visitor) {
        o.visitReferents(visitor);
        PyType type = o.type;
        if (type.isHeapType()) {
            visitor.visit(type);
            PyInstance attributes = o.attributes();
            if (attributes != null && attributes != o) {
                visitor.visit(type);
            }
        }
    }

    /** The references that nobody counts: those of the stacks of all threads. */
    public interface Roots {
        void visitRoots(PyObject.Visitor visitor);
    }

    /** What a visited reference means in each step of the search. */
    private final class Walk implements PyObject.Visitor {
        /** Takes the reference out of the referent's count; an unknown referent is examined, too. */
        static final int DISCOVER = 0;
        /** The referent lives. */
        static final int MARK_ROOTS = 1;
        /** The referent of a living object lives; counts the reference again. */
        static final int RESTORE_REACHED = 2;
        /** Counts the reference again. */
        static final int RESTORE = 3;
        /** As DISCOVER among candidates only. */
        static final int SUBTRACT = 4;

        int mode;

        @Override
        public void visit(PyObject o) {
            int refs = o.refs;
            if (refs < 0) {
                return;
            }
            int state = refs & Refs.STATE;
            switch (mode) {
                case DISCOVER -> {
                    if (state == 0 && refs >= Refs.UNIT) {
                        addFound(o);
                        state = CANDIDATE;
                    }
                    if (state == CANDIDATE) {
                        assert o.refs >= Refs.UNIT : "visited more often than counted: " + o.type.name();
                        o.refs -= o.refs >= Refs.UNIT ? Refs.UNIT : 0;
                    }
                }
                case SUBTRACT -> {
                    if (state == CANDIDATE && o.refs >= Refs.UNIT) {
                        o.refs -= Refs.UNIT;
                    }
                }
                case MARK_ROOTS -> {
                    if (state == CANDIDATE) {
                        reach(o);
                    }
                }
                case RESTORE_REACHED -> {
                    if (state == CANDIDATE) {
                        reach(o);
                        o.refs += Refs.UNIT;
                    } else if (state == REACHED) {
                        o.refs += Refs.UNIT;
                    }
                }
                default -> {
                    if (state == CANDIDATE || state == REACHED) {
                        o.refs += Refs.UNIT;
                    }
                }
            }
        }
    }

    /**
     * Clears the weak references to garbage; the result is those with a callback that are not garbage themselves, each
     * counted once more.
     */
    public PyWeakRef[] clearWeakRefs(PyObject[] garbage) {
        java.util.ArrayList<PyWeakRef> callbacks = new java.util.ArrayList<>();
        for (PyObject o : garbage) {
            PyInstance attributes = o.attributes();
            PyWeakRef ref = attributes == null ? null : attributes.weakRefs;
            if (ref == null) {
                continue;
            }
            attributes.weakRefs = null;
            while (ref != null) {
                PyWeakRef next = ref.next;
                ref.next = null;
                ref.referent = null;
                if (ref.callback != null && ref.refs >= 0 && state(ref) != CANDIDATE) {
                    Refs.incRef(ref);
                    callbacks.add(ref);
                }
                ref = next;
            }
        }
        return callbacks.toArray(new PyWeakRef[0]);
    }

    /** The values of a namespace that were found to be garbage, in its order. */
    public PyObject[] garbageOf(PyDict names) {
        PyObject[] values = new PyObject[names.size()];
        int n = 0;
        for (int i = names.nextEntry(0); i >= 0; i = names.nextEntry(i + 1)) {
            if (state(names.values[i]) == CANDIDATE) {
                values[n++] = names.values[i];
            }
        }
        return Arrays.copyOf(values, n);
    }

    /**
     * The garbage that cannot be collected: what has a finalizer as before PEP 442, whose order nobody knows, and what
     * such objects refer to. It goes to the oldest generation.
     */
    public PyObject[] keepUncollectable(PyObject[] garbage) {
        reachedSize = 0;
        for (PyObject o : garbage) {
            if (state(o) == CANDIDATE && o.type.hasLegacyFinalizer()) {
                reach(o);
            }
        }
        walk.mode = Walk.MARK_ROOTS;
        while (reachedSize > 0) {
            PyObject o = reached[--reachedSize];
            reached[reachedSize] = null;
            visit(o);
        }
        reached = NONE;
        int n = 0;
        PyObject[] kept = new PyObject[garbage.length];
        for (PyObject o : garbage) {
            if (state(o) == REACHED) {
                kept[n++] = o;
                append(2, o);
            }
        }
        return Arrays.copyOf(kept, n);
    }

    /** The objects that are still garbage. */
    public PyObject[] stillGarbage(PyObject[] garbage) {
        PyObject[] still = new PyObject[garbage.length];
        int n = 0;
        for (PyObject o : garbage) {
            if (state(o) == CANDIDATE) {
                still[n++] = o;
            }
        }
        return Arrays.copyOf(still, n);
    }

    /** True when an object has a finalizer as before PEP 442. */
    public static boolean hasLegacyFinalizer(PyObject o) {
        return o.type.hasLegacyFinalizer();
    }

    /** Runs the finalizers of garbage, each once in an object's life; true when there was one. */
    public boolean runFinalizers(PyObject[] garbage) {
        boolean any = false;
        for (PyObject o : garbage) {
            if (o.type.hasFinalizer && o.refs >= 0 && (o.refs & Refs.FINALIZED) == 0) {
                o.refs |= Refs.FINALIZED;
                Refs.incRef(o);
                any = true;
                o.type.runFinalizer(o);
                Refs.decRef(o);
            }
        }
        return any;
    }

    /** What of the garbage is still unreachable after finalizers ran; what they saved goes to the old generation. */
    public PyObject[] findAgain(PyObject[] garbage, Roots roots) {
        foundSize = 0;
        for (PyObject o : garbage) {
            if (o.refs >= Refs.UNIT) {
                addFound(o);
            }
        }
        walk.mode = Walk.SUBTRACT;
        for (int i = 0; i < foundSize; i++) {
            visit(found[i]);
        }
        PyObject[] still = separate(roots);
        keep(found, foundSize, REACHED);
        found = NONE;
        foundSize = 0;
        return still;
    }

    /** Puts garbage that is to live on into the oldest generation. */
    public void keep(PyObject[] garbage) {
        keep(garbage, garbage.length, CANDIDATE);
    }

    private void keep(PyObject[] objects, int count, int state) {
        for (int i = 0; i < count; i++) {
            if (state(objects[i]) == state) {
                append(2, objects[i]);
            }
        }
    }

    /** Destroys garbage as a whole: first nothing of it lives, then it drops what it refers to. */
    public void destroy(PyObject[] garbage) {
        int n = 0;
        for (PyObject o : garbage) {
            if (o.refs >= 0) {
                o.refs = Refs.DESTROYED;
                garbage[n++] = o;
            }
        }
        for (int i = 0; i < n; i++) {
            PyObject o = garbage[i];
            if (PyObject.listened) {
                AllocationListener.tellDestroyed(o);
            }
            PyInstance attributes = o.attributes();
            if (attributes != null && attributes.weakRefs != null) {
                attributes.clearWeakRefs();
            }
            Refs.dropReferents(o, attributes);
        }
    }
}
