package org.krait.runtime;

import java.util.Arrays;
import org.krait.objects.Collector;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyByteArray;
import org.krait.objects.PyBytes;
import org.krait.objects.PyCell;
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
import org.krait.objects.PyPending;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.PyWeakRef;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.builtins.Addresses;

/**
 * Runs the {@link Collector}: when, with which callbacks, finalizers and weak reference callbacks, and what {@code gc}
 * tells about it. The order of events is CPython 3.12's (Modules/gcmodule.c).
 */
public final class GarbageCollection {
    /** {@code gc.DEBUG_STATS}. */
    public static final int DEBUG_STATS = 1;
    /** {@code gc.DEBUG_COLLECTABLE}. */
    public static final int DEBUG_COLLECTABLE = 2;
    /** {@code gc.DEBUG_UNCOLLECTABLE}. */
    public static final int DEBUG_UNCOLLECTABLE = 4;
    /** {@code gc.DEBUG_SAVEALL}. */
    public static final int DEBUG_SAVEALL = 32;

    /** {@code gc.set_debug}. */
    public int debug;
    /** Collections of each generation, and objects they collected. */
    public final long[] collections = new long[Collector.GENERATIONS];
    public final long[] collected = new long[Collector.GENERATIONS];
    /** Objects that each generation's collections found and could not collect. */
    public final long[] uncollectable = new long[Collector.GENERATIONS];
    /** The same of the last collection. */
    private int lastUncollectable;
    /** {@code gc.garbage} as it is when the module is imported, counted; null before that. */
    private PyList garbage;

    /** The namespace of {@code __main__} at exit, whose values are finalized first, in its order; else null. */
    PyDict dying;

    private GarbageCollection() {}

    /** The state of a context. */
    public static GarbageCollection of(ThreadState ts) {
        GarbageCollection known = (GarbageCollection) ts.interp.natives.get(GarbageCollection.class);
        if (known == null) {
            known = new GarbageCollection();
            ts.interp.natives.put(GarbageCollection.class, known);
        }
        return known;
    }

    /** {@code gc.garbage}. */
    public PyList garbage() {
        if (garbage == null) {
            garbage = new PyList();
            Refs.incRef(garbage);
        }
        return garbage;
    }

    /** A collection that became due by new objects. */
    static void automatic(ThreadState ts) {
        Collector collector = ts.interp.collector;
        if (!collector.enabled || collector.running) {
            return;
        }
        int generation = collector.due();
        if (generation >= 0) {
            of(ts).collect(ts, generation);
        }
    }

    /** Collects the generations up to one; the result is the number of unreachable objects. */
    public int collect(ThreadState ts, int generation) {
        Collector collector = ts.interp.collector;
        if (collector.running) {
            return 0;
        }
        collector.running = true;
        try {
            lastUncollectable = 0;
            callBack(ts, "start", generation, 0);
            int n = run(ts, collector, generation);
            collections[generation]++;
            collected[generation] += n;
            uncollectable[generation] += lastUncollectable;
            callBack(ts, "stop", generation, n);
            return n + lastUncollectable;
        } finally {
            collector.running = false;
        }
    }

    private int run(ThreadState ts, Collector collector, int generation) {
        long started = System.nanoTime();
        if ((debug & DEBUG_STATS) != 0) {
            print(ts, "gc: collecting generation " + generation + "...\ngc: objects in each generation: "
                    + collector.size(0) + " " + collector.size(1) + " " + collector.size(2)
                    + "\ngc: objects in permanent generation: " + collector.permanentCount() + "\n");
        }
        ThreadState[] threads = Interrupts.threads(ts.interp);
        Collector.Roots roots = new Collector.Roots() {
            @Override
            public void visitRoots(PyObject.Visitor visitor) {
                visitor.visit(ts.interp.modules);
                visitor.visit(ts.interp.builtins);
                visitor.visit(ts.interp.sys);
                for (ThreadState thread : threads) {
                    thread.visitRoots(visitor);
                }
            }
        };
        PyObject[] garbage = collector.find(generation, roots);
        int n = 0;
        PyObject[] kept = collector.keepUncollectable(garbage);
        if (kept.length > 0) {
            garbage = collector.stillGarbage(garbage);
        }
        if ((debug & DEBUG_COLLECTABLE) != 0) {
            show(ts, "collectable", garbage);
        }
        if (garbage.length > 0) {
            boolean callbacks = false;
            for (PyWeakRef ref : collector.clearWeakRefs(garbage)) {
                ref.type.slots().runWeakCallback(ref);
                Refs.decRef(ref);
                callbacks = true;
            }
            boolean finalized = dying != null && collector.runFinalizers(collector.garbageOf(dying));
            if (collector.runFinalizers(garbage) | finalized | callbacks) {
                garbage = collector.findAgain(garbage, roots);
            }
            n = count(garbage);
            if ((debug & DEBUG_SAVEALL) != 0) {
                save(ts, garbage);
                collector.keep(garbage);
            } else {
                collector.destroy(garbage);
            }
        }
        if (kept.length > 0) {
            keepUncollectable(ts, kept);
        }
        if ((debug & DEBUG_STATS) != 0) {
            print(ts, String.format("gc: done, %d unreachable, %d uncollectable, %.4fs elapsed%n",
                    n + lastUncollectable, lastUncollectable, (System.nanoTime() - started) * 1e-9));
        }
        return n;
    }

    private static int count(PyObject[] objects) {
        int n = 0;
        for (PyObject o : objects) {
            if (isTracked(o)) {
                n++;
            }
        }
        return n;
    }

    private void keepUncollectable(ThreadState ts, PyObject[] kept) {
        lastUncollectable = count(kept);
        if ((debug & DEBUG_UNCOLLECTABLE) != 0) {
            show(ts, "uncollectable", kept);
        }
        if ((debug & DEBUG_SAVEALL) != 0) {
            save(ts, kept);
            return;
        }
        PyObject[] finalized = new PyObject[kept.length];
        int n = 0;
        for (PyObject o : kept) {
            if (Collector.hasLegacyFinalizer(o)) {
                finalized[n++] = o;
            }
        }
        save(ts, Arrays.copyOf(finalized, n));
    }

    private static void show(ThreadState ts, String what, PyObject[] objects) {
        for (PyObject o : objects) {
            if (isTracked(o)) {
                print(ts, "gc: " + what + " <" + o.type.name() + " " + Addresses.of(ts, o) + ">\n");
            }
        }
    }

    /** At exit: a ResourceWarning about what is left in {@code gc.garbage}, as {@code _PyGC_DumpShutdownStats}. */
    static void warnOfGarbage(ThreadState ts) {
        PyList list = of(ts).garbage;
        int debug = of(ts).debug;
        if (list == null || list.size() == 0 || (debug & DEBUG_SAVEALL) != 0) {
            return;
        }
        boolean shown = (debug & DEBUG_UNCOLLECTABLE) != 0;
        String message = "gc: " + list.size() + " uncollectable objects at shutdown"
                + (shown ? "" : "; use gc.set_debug(gc.DEBUG_UNCOLLECTABLE) to list them");
        try {
            Warnings.warnExplicit(ts, ExceptionTypes.RESOURCE_WARNING, message, "gc", 0);
        } catch (PyException e) {
            UnraisableHook.report(ts, e, null, null);
        }
        if (shown) {
            try {
                print(ts, "      " + Texts.repr(ts, list).toString() + "\n");
            } catch (PyException e) {
                UnraisableHook.report(ts, e, null, list);
            }
        }
    }

    private static void save(ThreadState ts, PyObject[] garbage) {
        PyList list = of(ts).garbage;
        if (list != null) {
            for (PyObject o : garbage) {
                if (isTracked(o)) {
                    list.append(o);
                }
            }
        }
    }

    private static void print(ThreadState ts, String text) {
        PyObject stream = ts.interp.sys.get("stderr");
        if (stream != null && stream != PySingleton.NONE) {
            try {
                Refs.drop(Calls.callMethod(ts, stream, "write", PyStr.of(text)));
            } catch (PyException e) {
                UnraisableHook.report(ts, e, null, stream);
            }
        }
    }

    private static void callBack(ThreadState ts, String phase, int generation, int collected) {
        PyObject module = ts.interp.modules.get("gc");
        if (!(module instanceof PyModule m) || !(m.dict.get("callbacks") instanceof PyList list) || list.size() == 0) {
            return;
        }
        PyDict info = new PyDict();
        info.put("generation", PyInt.of(generation));
        info.put("collected", PyInt.of(collected));
        info.put("uncollectable", PyInt.of(of(ts).lastUncollectable));
        Refs.incRef(info);
        for (PyObject callback : list.toArray()) {
            Refs.incRef(callback);
            try {
                Refs.drop(Calls.call(ts, callback, PyStr.interned(phase), info));
            } catch (PyException e) {
                UnraisableHook.report(ts, e, null, callback);
            }
            Refs.decRef(callback);
        }
        Refs.decRef(info);
    }

    /**
     * Whether CPython's collector knows an object of this kind with this content: a dict or tuple without anything
     * that could be tracked is not.
     */
    public static boolean isTracked(PyObject o) {
        if (o.getClass() == PyTuple.class) {
            for (PyObject item : ((PyTuple) o).items) {
                if (canBeTracked(item)) {
                    return true;
                }
            }
            return false;
        }
        if (o.getClass() == PyDict.class && o.type == PyDict.TYPE) {
            return hasTracked((PyDict) o);
        }
        return !o.type.hasLeftCollector() && hasTrackedKind(o);
    }

    /** Makes nothing of what waits in an archive: that is tracked but for a few values. */
    private static boolean hasTracked(PyDict dict) {
        if (dict.isUntouched()) {
            return true;
        }
        for (int i = 0; i < dict.fill; i++) {
            PyObject value = dict.values[i];
            if (value != null && (value instanceof PyPending || canBeTracked(dict.keys[i]) || canBeTracked(value))) {
                return true;
            }
        }
        return false;
    }

    private static boolean canBeTracked(PyObject o) {
        return o.getClass() == PyTuple.class ? isTracked(o) : hasTrackedKind(o);
    }

    private static boolean hasTrackedKind(PyObject o) {
        if (o instanceof PyInt || o instanceof PyStr || o instanceof PyBytes || o instanceof PyFloat
                || o instanceof PyComplex) {
            return o.attributes() != null;
        }
        if (o instanceof PySingleton || o.type == PyType.OBJECT || o instanceof PyByteArray) {
            return false;
        }
        if (o instanceof PyType type) {
            return type.isHeapType();
        }
        return o instanceof PyInstance || o instanceof PyTuple || o instanceof PyFrame || o instanceof PyCell
                || o instanceof PyBuiltin;
    }
}
