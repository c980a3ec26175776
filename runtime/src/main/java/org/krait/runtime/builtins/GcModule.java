package org.krait.runtime.builtins;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.Interp;
import org.krait.objects.PyByteArray;
import org.krait.objects.PyBytes;
import org.krait.objects.PyComplex;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyFloat;
import org.krait.objects.PyFrame;
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
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.UnraisableHook;

/**
 * The module {@code gc}: its settings, and questions about the objects that can be reached. Java's collector frees
 * unreachable cycles; finalizers of objects in a cycle do not run.
 */
@BuiltinModule(value = "gc", doc = "This module provides access to the garbage collector for reference cycles.")
final class GcModule {
    private GcModule() {}

    /** The settings of a context. */
    private static final class Settings {
        boolean enabled = true;
        int debug;
        final int[] thresholds = {700, 10, 10};
        final long[] collections = new long[3];
    }

    static void initialize(ThreadState ts, PyModule module) {
        PyDict d = module.dict;
        d.put("garbage", new PyList());
        d.put("callbacks", new PyList());
        String[] names = {"DEBUG_STATS", "DEBUG_COLLECTABLE", "DEBUG_UNCOLLECTABLE", "DEBUG_SAVEALL", "DEBUG_LEAK"};
        int[] values = {1, 2, 4, 32, 38};
        for (int i = 0; i < names.length; i++) {
            d.put(names[i], PyInt.of(values[i]));
        }
    }

    private static Settings settings(Interp interp) {
        Settings settings = (Settings) interp.natives.get(Settings.class);
        if (settings == null) {
            settings = new Settings();
            interp.natives.put(Settings.class, settings);
        }
        return settings;
    }

    @Builtin(value = "enable()", doc = "Enable automatic garbage collection.")
    static void enable(ThreadState ts) {
        settings(ts.interp).enabled = true;
    }

    @Builtin(value = "disable()", doc = "Disable automatic garbage collection.")
    static void disable(ThreadState ts) {
        settings(ts.interp).enabled = false;
    }

    @Builtin(value = "isenabled()", doc = "Returns true if automatic garbage collection is enabled.")
    static boolean isEnabled(ThreadState ts) {
        return settings(ts.interp).enabled;
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
        callBack(ts, "start", generation);
        settings(ts.interp).collections[generation]++;
        callBack(ts, "stop", generation);
        return 0;
    }

    private static void callBack(ThreadState ts, String phase, int generation) {
        PyObject module = ts.interp.modules.get("gc");
        if (!(module instanceof PyModule m) || !(m.dict.get("callbacks") instanceof PyList list) || list.size() == 0) {
            return;
        }
        PyDict info = new PyDict();
        info.put("generation", PyInt.of(generation));
        info.put("collected", PyInt.ZERO);
        info.put("uncollectable", PyInt.ZERO);
        for (PyObject callback : list.toArray()) {
            try {
                Refs.drop(Protocol.call(ts, callback, PyStr.interned(phase), info));
            } catch (PyException e) {
                UnraisableHook.report(ts, e, null, callback);
            }
        }
    }

    @Builtin(value = "set_debug(flags, /)", doc = "Set the garbage collection debugging flags.")
    static void setDebug(ThreadState ts, int flags) {
        settings(ts.interp).debug = flags;
    }

    @Builtin(value = "get_debug()", doc = "Get the garbage collection debugging flags.")
    static int getDebug(ThreadState ts) {
        return settings(ts.interp).debug;
    }

    @Builtin(value = "set_threshold(threshold0, threshold1=None, threshold2=None, /)",
            doc = "Set the collection thresholds (the collection frequency).")
    static void setThreshold(ThreadState ts, int threshold0, PyObject threshold1, PyObject threshold2) {
        int[] thresholds = settings(ts.interp).thresholds;
        thresholds[0] = threshold0;
        if (threshold1 != null) {
            thresholds[1] = Arguments.toInt(ts, threshold1);
        }
        if (threshold2 != null) {
            thresholds[2] = Arguments.toInt(ts, threshold2);
        }
    }

    @Builtin(value = "get_threshold()", doc = "Return the current collection thresholds.")
    static PyObject getThreshold(ThreadState ts) {
        int[] t = settings(ts.interp).thresholds;
        return PyTuple.of(PyInt.of(t[0]), PyInt.of(t[1]), PyInt.of(t[2]));
    }

    @Builtin(value = "get_count()", doc = "Return a three-tuple of the current collection counts.")
    static PyObject getCount() {
        return PyTuple.of(PyInt.ZERO, PyInt.ZERO, PyInt.ZERO);
    }

    @Builtin(value = "get_stats()", doc = "Return a list of dictionaries containing per-generation statistics.")
    static PyObject getStats(ThreadState ts) {
        PyList stats = new PyList();
        for (long collections : settings(ts.interp).collections) {
            PyDict row = new PyDict();
            row.put("collections", PyInt.of(collections));
            row.put("collected", PyInt.ZERO);
            row.put("uncollectable", PyInt.ZERO);
            stats.append(row);
        }
        return stats;
    }

    @Builtin(value = "freeze()", doc = "Freeze all current tracked objects and ignore them for future collections.")
    static void freeze() {}

    @Builtin(value = "unfreeze()", doc = "Unfreeze all objects in the permanent generation.")
    static void unfreeze() {}

    @Builtin(value = "get_freeze_count()", doc = "Return the number of objects in the permanent generation.")
    static int getFreezeCount() {
        return 0;
    }

    @Builtin(value = "is_tracked(obj, /)", doc = "Returns true if the object is tracked by the garbage collector.")
    static boolean isTracked(PyObject obj) {
        if (obj instanceof PyTuple tuple) {
            for (PyObject item : tuple.items) {
                if (isTracked(item)) {
                    return true;
                }
            }
            return tuple.getClass() != PyTuple.class;
        }
        if (obj.getClass() == PyDict.class && obj.type == PyDict.TYPE) {
            PyDict dict = (PyDict) obj;
            for (int i = dict.nextEntry(0); i >= 0; i = dict.nextEntry(i + 1)) {
                if (isTracked(dict.keys[i]) || isTracked(dict.values[i])) {
                    return true;
                }
            }
            return false;
        }
        if (obj instanceof PyInt || obj instanceof PyStr || obj instanceof PyBytes || obj instanceof PyFloat
                || obj instanceof PyComplex) {
            return obj.attributes() != null;
        }
        if (obj instanceof PySingleton || obj.type == PyType.OBJECT || obj instanceof PyByteArray) {
            return false;
        }
        if (obj instanceof PyType type) {
            return type.isHeapType();
        }
        return obj instanceof PyInstance || obj instanceof PyFrame;
    }

    @Builtin(value = "is_finalized(obj, /)", doc = "Returns true if the object has been already finalized by the GC.")
    static boolean isFinalized(PyObject obj) {
        return Refs.isDestroyed(obj);
    }

    @Builtin(value = "get_referents(*objs)",
            doc = "Return the list of objects that are directly referred to by 'objs'.")
    static PyObject getReferents(PyObject[] objs) {
        PyList found = new PyList();
        for (PyObject o : objs) {
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
        PyList found = new PyList();
        for (PyObject o : reachable(ts)) {
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
        if (generation != null && generation != PySingleton.NONE) {
            int number = Arguments.toInt(ts, generation);
            if (number < 0) {
                throw Errors.valueError("generation parameter cannot be negative");
            }
            if (number > 2) {
                throw Errors.valueError("generation parameter must be less than the number of available generations "
                        + "(3)");
            }
            // There is one generation, the youngest.
            if (number > 0) {
                return new PyList();
            }
        }
        PyList found = new PyList();
        for (PyObject o : reachable(ts)) {
            if (isTracked(o)) {
                found.append(o);
            }
        }
        return found;
    }

    /** Everything that can be reached from the modules and the frames of this thread. */
    private static List<PyObject> reachable(ThreadState ts) {
        Set<PyObject> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        ArrayDeque<PyObject> waiting = new ArrayDeque<>();
        List<PyObject> found = new ArrayList<>();
        PyObject.Visitor add = new PyObject.Visitor() {
            @Override
            public void visit(PyObject referent) {
                if (seen.add(referent)) {
                    waiting.add(referent);
                    found.add(referent);
                }
            }
        };
        add.visit(ts.interp.modules);
        add.visit(ts.interp.builtins);
        add.visit(ts.interp.sys);
        for (PyFrame frame = ts.frame; frame != null; frame = frame.back) {
            add.visit(frame);
            for (PyObject o : frame.registers) {
                if (o != null) {
                    add.visit(o);
                }
            }
        }
        while (!waiting.isEmpty()) {
            waiting.poll().visitReferents(add);
        }
        return found;
    }
}
