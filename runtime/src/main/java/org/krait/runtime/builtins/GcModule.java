package org.krait.runtime.builtins;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.krait.objects.Arguments;
import org.krait.objects.Collector;
import org.krait.objects.Errors;
import org.krait.objects.PyDict;
import org.krait.objects.PyFrame;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.GarbageCollection;

/**
 * The module {@code gc}: the settings of {@link GarbageCollection}, and questions about the objects it knows and those
 * that can be reached.
 */
@BuiltinModule(value = "gc", doc = "This module provides access to the garbage collector for reference cycles.")
final class GcModule {
    private GcModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        PyDict d = module.dict;
        d.put("garbage", GarbageCollection.of(ts).garbage());
        d.put("callbacks", new PyList());
        String[] names = {"DEBUG_STATS", "DEBUG_COLLECTABLE", "DEBUG_UNCOLLECTABLE", "DEBUG_SAVEALL", "DEBUG_LEAK"};
        int[] values = {1, 2, 4, 32, 38};
        for (int i = 0; i < names.length; i++) {
            d.put(names[i], PyInt.of(values[i]));
        }
    }

    @Builtin(value = "enable()", doc = "Enable automatic garbage collection.")
    static void enable(ThreadState ts) {
        ts.interp.collector.enabled = true;
    }

    @Builtin(value = "disable()", doc = "Disable automatic garbage collection.")
    static void disable(ThreadState ts) {
        ts.interp.collector.enabled = false;
    }

    @Builtin(value = "isenabled()", doc = "Returns true if automatic garbage collection is enabled.")
    static boolean isEnabled(ThreadState ts) {
        return ts.interp.collector.enabled;
    }

    @Builtin(value = "collect(generation=2)", doc = """
            Run the garbage collector.

            With no arguments, run a full collection.  The optional argument
            may be an integer specifying which generation to collect.  A ValueError
            is raised if the generation number is invalid.

            The number of unreachable objects is returned.""")
    static int collect(ThreadState ts, int generation) {
        if (generation < 0 || generation > 2) {
            throw Errors.valueError("invalid generation");
        }
        return GarbageCollection.of(ts).collect(ts, generation);
    }

    @Builtin(value = "set_debug(flags, /)", doc = "Set the garbage collection debugging flags.")
    static void setDebug(ThreadState ts, int flags) {
        GarbageCollection.of(ts).debug = flags;
    }

    @Builtin(value = "get_debug()", doc = "Get the garbage collection debugging flags.")
    static int getDebug(ThreadState ts) {
        return GarbageCollection.of(ts).debug;
    }

    @Builtin(value = "set_threshold(*args)", doc = """
            set_threshold(threshold0, [threshold1, [threshold2]])
            Set the collection thresholds (the collection frequency).

            Setting 'threshold0' to zero disables collection.""")
    static void setThreshold(ThreadState ts, PyObject[] args) {
        int[] thresholds = ts.interp.collector.thresholds;
        if (args.length < 1 || args.length > thresholds.length) {
            throw Errors.typeError("set_threshold() takes at "
                    + (args.length < 1 ? "least 1 argument" : "most 3 arguments") + " (" + args.length + " given)");
        }
        for (int i = 0; i < args.length; i++) {
            thresholds[i] = Arguments.toInt(ts, args[i]);
        }
    }

    @Builtin(value = "get_threshold()", doc = "Return the current collection thresholds.")
    static PyObject getThreshold(ThreadState ts) {
        int[] t = ts.interp.collector.thresholds;
        return PyTuple.of(PyInt.of(t[0]), PyInt.of(t[1]), PyInt.of(t[2]));
    }

    @Builtin(value = "get_count()", doc = "Return a three-tuple of the current collection counts.")
    static PyObject getCount(ThreadState ts) {
        Collector collector = ts.interp.collector;
        return PyTuple.of(PyInt.of(collector.size(0)), PyInt.of(collector.counts[1]), PyInt.of(collector.counts[2]));
    }

    @Builtin(value = "get_stats()", doc = "Return a list of dictionaries containing per-generation statistics.")
    static PyObject getStats(ThreadState ts) {
        PyList stats = new PyList();
        GarbageCollection state = GarbageCollection.of(ts);
        for (int i = 0; i < Collector.GENERATIONS; i++) {
            PyDict row = new PyDict();
            row.put("collections", PyInt.of(state.collections[i]));
            row.put("collected", PyInt.of(state.collected[i]));
            row.put("uncollectable", PyInt.of(state.uncollectable[i]));
            stats.append(row);
        }
        return stats;
    }

    @Builtin(value = "freeze()", doc = """
            Freeze all current tracked objects and ignore them for future collections.

            This can be used before a POSIX fork() call to make the gc copy-on-write friendly.
            Note: collection before a POSIX fork() call may free pages for future allocation
            which can cause copy-on-write.""")
    static void freeze(ThreadState ts) {
        ts.interp.collector.freeze();
    }

    @Builtin(value = "unfreeze()", doc = """
            Unfreeze all objects in the permanent generation.

            Put all objects in the permanent generation back into oldest generation.""")
    static void unfreeze(ThreadState ts) {
        ts.interp.collector.unfreeze();
    }

    @Builtin(value = "get_freeze_count()", doc = "Return the number of objects in the permanent generation.")
    static int getFreezeCount(ThreadState ts) {
        return ts.interp.collector.permanentCount();
    }

    @Builtin(value = "is_tracked(obj, /)", doc = """
            Returns true if the object is tracked by the garbage collector.

            Simple atomic objects will return false.""")
    static boolean isTracked(PyObject obj) {
        if (obj instanceof PyDict dict) {
            // Whether it is depends on what it holds: nothing of that may wait in an archive.
            int i = dict.nextEntry(0);
            while (i >= 0) {
                i = dict.nextEntry(i + 1);
            }
        }
        return GarbageCollection.isTracked(obj);
    }

    @Builtin(value = "is_finalized(obj, /)", doc = "Returns true if the object has been already finalized by the GC.")
    static boolean isFinalized(PyObject obj) {
        return Refs.isFinalized(obj);
    }

    @Builtin(value = "_use_tp_del(cls, /)", doc = """
            Give a class of Python a finalizer as before PEP 442, and return the class.

            Its method __tp_del__ is called whenever an instance dies, after __del__ and when weak references
            are cleared. Instances in cycles are not collected, but put into gc.garbage.""")
    static PyObject useTpDel(PyObject cls) {
        if (!(cls instanceof PyType type) || !type.isHeapType()) {
            throw Errors.typeError("a class of Python expected, not " + Arguments.shown(cls));
        }
        type.setLegacyFinalizer();
        return cls;
    }

    @Builtin(value = "_without_gc(cls, /)", doc = """
            Have the collector not look into instances of a class of Python, and return the class.

            They are never tracked, and what they refer to is never garbage while they live. Their __del__ is called
            each time they die.""")
    static PyObject withoutGc(PyObject cls) {
        if (!(cls instanceof PyType type) || !type.isHeapType()) {
            throw Errors.typeError("a class of Python expected, not " + Arguments.shown(cls));
        }
        type.leaveCollector();
        return cls;
    }

    @Builtin(value = "get_referents(*objs)",
            doc = "Return the list of objects that are directly referred to by 'objs'.")
    static PyObject getReferents(ThreadState ts, PyObject[] objs) {
        PyTuple shown = PyTuple.copyOf(objs, 0, objs.length);
        AuditHooks.raise(ts, "gc.get_referents", shown);
        Arguments.drop(shown);
        PyList found = new PyList();
        for (PyObject o : objs) {
            makeEntries(o);
            o.visitReferents(new PyObject.Visitor() {
                @Override
                public void visit(PyObject referent) {
                    found.append(referent);
                }
            });
        }
        return found;
    }

    @Builtin(value = "get_referrers(*objs)", doc = "Return the list of objects that directly refer to any of 'objs'.")
    static PyObject getReferrers(ThreadState ts, PyObject[] objs) {
        PyTuple shown = PyTuple.copyOf(objs, 0, objs.length);
        AuditHooks.raise(ts, "gc.get_referrers", shown);
        Arguments.drop(shown);
        PyList found = new PyList();
        for (PyObject o : known(ts)) {
            boolean[] refers = {false};
            o.visitReferents(new PyObject.Visitor() {
                @Override
                public void visit(PyObject referent) {
                    for (PyObject wanted : objs) {
                        refers[0] |= wanted == referent;
                    }
                }
            });
            if (refers[0]) {
                found.append(o);
            }
        }
        return found;
    }

    @Builtin(value = "get_objects(generation=None)", doc = """
            Return a list of objects tracked by the collector (excluding the list returned).

              generation
                Generation to extract the objects from.

            If generation is not None, return only the objects tracked by the collector
            that are in that generation.""")
    static PyObject getObjects(ThreadState ts, PyObject generation) {
        boolean all = generation == null || generation == PySingleton.NONE;
        AuditHooks.raise(ts, "gc.get_objects", PyInt.of(all ? -1 : Arguments.toInt(ts, generation)));
        if (!all) {
            int number = Arguments.toInt(ts, generation);
            if (number < 0) {
                throw Errors.valueError("generation parameter cannot be negative");
            }
            if (number > 2) {
                throw Errors.valueError("generation parameter must be less than the number of available generations "
                        + "(3)");
            }
            return tracked(List.of(ts.interp.collector.objects(number)));
        }
        return tracked(known(ts));
    }

    private static PyList tracked(List<PyObject> objects) {
        PyList found = new PyList();
        for (PyObject o : objects) {
            if (isTracked(o) && !Refs.isUncounted(o)) {
                found.append(o);
            }
        }
        return found;
    }

    /** Makes what waits in a restored dict: who asks for objects sees those that execution would have made. */
    private static void makeEntries(PyObject o) {
        if (o instanceof PyDict d) {
            int entry = d.nextEntry(0);
            while (entry >= 0) {
                entry = d.nextEntry(entry + 1);
            }
        }
    }

    /** What the collector knows, and all that can be reached from there, the modules and the frames of this thread. */
    private static List<PyObject> known(ThreadState ts) {
        Set<PyObject> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        ArrayDeque<PyObject> waiting = new ArrayDeque<>();
        List<PyObject> found = new ArrayList<>();
        PyObject.Visitor add = new PyObject.Visitor() {
            @Override
            public void visit(PyObject referent) {
                if (!Refs.isDestroyed(referent) && seen.add(referent)) {
                    waiting.add(referent);
                    // A temporary that nothing counts would die with the first list that it was shown in.
                    if (!Refs.isUncounted(referent)) {
                        found.add(referent);
                    }
                }
            }
        };
        add.visit(ts.interp.modules);
        add.visit(ts.interp.builtins);
        add.visit(ts.interp.sys);
        for (PyFrame frame = ts.frame; frame != null; frame = frame.back) {
            add.visit(frame);
            PyObject[] registers = frame.registers();
            for (int i = 0; registers != null && i < frame.code.firstTemp; i++) {
                if (registers[i] != null) {
                    add.visit(registers[i]);
                }
            }
        }
        for (int generation = 0; generation < Collector.GENERATIONS; generation++) {
            for (PyObject o : ts.interp.collector.objects(generation)) {
                add.visit(o);
            }
        }
        while (!waiting.isEmpty()) {
            PyObject o = waiting.poll();
            makeEntries(o);
            o.visitReferents(add);
        }
        return found;
    }
}
