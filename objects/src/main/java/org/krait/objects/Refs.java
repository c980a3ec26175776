package org.krait.objects;

/**
 * Reference counts. Nothing else reads or writes {@link PyObject#refs}.
 *
 * <p>The sign bit is the immortal bit (PEP 683), so one test, {@code refs < 0}, keeps every write away from
 * singletons and snapshot objects. Named locals, cells and heap slots count; temporaries do not. A new mortal object
 * has count 0: it is a temporary until something stores it. See docs/design/0001-core.md.
 */
public final class Refs {
    /** One reference. The bits below it are the collector's {@link #STATE} and {@link #FINALIZED}. */
    static final int UNIT = 16;
    /** The bits that say what the cycle collector knows about an object: see {@link Collector}. */
    static final int STATE = 7;
    /** Set once the finalizer has run: it never runs again (PEP 442). */
    static final int FINALIZED = 8;
    /** The header of an object that is never counted; its state is none of a mortal one's. */
    public static final int IMMORTAL = Integer.MIN_VALUE | STATE;
    /** The header of a mortal object after its destruction: immortal, so that it cannot die twice. */
    static final int DESTROYED = IMMORTAL | FINALIZED;
    /** The header of an immortal object whose changes are told: see {@link Mutations}. */
    static final int TOLD = IMMORTAL | UNIT;
    /** Set beside {@link #TOLD}, and left alone, once something of the object has changed. */
    private static final int CHANGED = UNIT << 1;
    /** Of an object whose changes are told, or were: the number of its unit and one, 0 for none that is known. */
    private static final int PLACE_SHIFT = 6;
    private static final int MAX_PLACE = (1 << 25) - 1;
    private static final int PLACE = MAX_PLACE << PLACE_SHIFT;
    private static final int COUNT = -UNIT;
    /** What {@code sys.getrefcount} answers for an immortal object in CPython 3.12. */
    public static final long IMMORTAL_COUNT = 4294967295L;

    private Refs() {}

    /** Counts one more reference from a named local, a cell or a heap slot. */
    public static void incRef(PyObject o) {
        if (Counting.ON && o.refs >= 0) {
            o.refs += UNIT;
        }
    }

    /** As {@link #incRef}, where null is an empty slot. */
    public static void xincRef(PyObject o) {
        if (Counting.ON && o != null && o.refs >= 0) {
            o.refs += UNIT;
        }
    }

    /** Drops a counted reference and destroys the object when it was the last one. */
    public static void decRef(PyObject o) {
        int refs = o.refs;
        if (Counting.ON && refs >= UNIT) {
            refs -= UNIT;
            o.refs = refs;
            if (refs < UNIT) {
                destroy(o);
            }
        }
    }

    /** As {@link #decRef}, where null is an empty slot. */
    public static void xdecRef(PyObject o) {
        if (Counting.ON && o != null) {
            decRef(o);
        }
    }

    /** Drops a counted reference and leaves an object without references to its next consumer. */
    public static void release(PyObject o) {
        if (Counting.ON && o.refs >= UNIT) {
            o.refs -= UNIT;
        }
    }

    /** As {@link #release}, where null is an empty slot. */
    public static void xrelease(PyObject o) {
        if (Counting.ON && o != null && o.refs >= UNIT) {
            o.refs -= UNIT;
        }
    }

    /** Drops a counted reference; true when it was the last one: then the caller must {@link #drop} the object. */
    public static boolean uncount(PyObject o) {
        int refs = o.refs;
        if (!Counting.ON || refs < UNIT) {
            return false;
        }
        refs -= UNIT;
        o.refs = refs;
        return refs < UNIT;
    }

    /** True for an object that nothing counts: its consumer destroys it. */
    public static boolean isUncounted(PyObject o) {
        return Counting.ON && (o.refs & COUNT) == 0;
    }

    /** The consumer's check of a temporary: destroys it when nothing counts it. */
    public static void drop(PyObject temporary) {
        if (Counting.ON && (temporary.refs & COUNT) == 0) {
            destroy(temporary);
        }
    }

    /** As {@link #drop}, where null is an empty register. */
    public static void xdrop(PyObject temporary) {
        if (Counting.ON && temporary != null && (temporary.refs & COUNT) == 0) {
            destroy(temporary);
        }
    }

    /**
     * Consumes a temporary out of which {@code result} came: its destruction must not take the result with it.
     */
    public static void dropKeeping(PyObject temporary, PyObject result) {
        if (Counting.ON && (temporary.refs & COUNT) == 0 && temporary != result) {
            if (result != null && result.refs >= 0) {
                result.refs += UNIT;
                destroy(temporary);
                release(result);
            } else {
                destroy(temporary);
            }
        }
    }

    /** As {@link #dropKeeping(PyObject, PyObject)} of two temporaries; one test tells that neither is ever counted. */
    public static void dropKeeping(PyObject a, PyObject b, PyObject result) {
        if (Counting.ON && (a.refs & b.refs) >= 0) {
            dropKeeping(a, result);
            dropKeeping(b, result);
        }
    }

    /** Makes an object immortal: from now on it is never counted nor destroyed. */
    public static void immortalize(PyObject o) {
        o.refs = IMMORTAL;
    }

    /**
     * Makes an object immortal whose changes are told from now on.
     *
     * @param unit the number of the unit of an archive out of which it came
     */
    public static void tell(PyObject o, int unit) {
        o.refs = TOLD | (unit < MAX_PLACE ? unit + 1 : 0) << PLACE_SHIFT;
    }

    /** Has changes of the dict into which an object's attributes have moved be told as its own are. */
    static void tellAs(PyObject dict, PyObject attributes) {
        dict.refs = attributes.refs & ~CHANGED;
    }

    /** The number of the unit of an object whose changes are told, or were; -1 where it is not known. */
    public static int unit(PyObject o) {
        return o.refs < 0 ? ((o.refs & PLACE) >> PLACE_SHIFT) - 1 : -1;
    }

    /** Something of an object whose changes are told has changed. */
    public static void setChanged(PyObject o) {
        o.refs |= CHANGED;
    }

    /** Whether something of an immortal object has changed, as far as that was told. */
    public static boolean isChanged(PyObject o) {
        return o.refs < 0 && (o.refs & CHANGED) != 0;
    }

    /** Has changes of an object that has changed be told no more. */
    public static void untell(PyObject o) {
        o.refs = o.refs & ~UNIT | CHANGED;
    }

    public static boolean isImmortal(PyObject o) {
        return o.refs < 0;
    }

    public static boolean isDestroyed(PyObject o) {
        return o.refs == DESTROYED;
    }

    /** The number of counted references; {@link #IMMORTAL_COUNT} for an immortal object. */
    public static long count(PyObject o) {
        return o.refs < 0 ? IMMORTAL_COUNT : o.refs / UNIT;
    }

    /** True when the finalizer of the object has run, or the object is gone. */
    public static boolean isFinalized(PyObject o) {
        return o.refs >= 0 && (o.refs & FINALIZED) != 0 || isDestroyed(o);
    }

    /**
     * Counts a reference that a heap slot of {@code owner} takes to {@code value}. An owner that could now be part of
     * a cycle gets known to the collector: every cycle is closed by such a store into one of its members.
     */
    public static void incRefFrom(PyObject owner, PyObject value) {
        if (Counting.ON && value.refs >= 0) {
            value.refs += UNIT;
            if ((owner.refs & STATE) == 0) {
                Collector.track(owner);
            }
        }
    }

    /** As {@link #incRefFrom}, where null is an empty slot. */
    public static void xincRefFrom(PyObject owner, PyObject value) {
        if (Counting.ON && value != null) {
            incRefFrom(owner, value);
        }
    }

    /** True for an object that the collector knows. */
    public static boolean isKnown(PyObject o) {
        return (o.refs & STATE) != 0;
    }

    /** Makes the object known to the collector: it can become part of a cycle by stores that nobody reports. */
    public static void track(PyObject o) {
        if (Counting.ON && (o.refs & STATE) == 0) {
            Collector.track(o);
        }
    }

    /**
     * Runs the finalizer, clears the weak references and drops what the object refers to. A finalizer that stores the
     * object somewhere resurrects it (PEP 442).
     */
    private static void destroy(PyObject o) {
        if (o.type.hasFinalizer && !diesFinalized(o)) {
            return;
        }
        o.refs = DESTROYED;
        if (PyObject.listened) {
            AllocationListener.tellDestroyed(o);
        }
        // Most are instances: a test of the class costs less than the call.
        PyInstance attributes = o instanceof PyInstance instance ? instance : o.attributes();
        if (attributes != null && attributes.weakRefs != null) {
            attributes.clearWeakRefs();
        }
        dropReferents(o, attributes);
    }

    /** Runs the finalizer of an object that lives until the program ends. */
    public static void finalizeImmortal(PyObject o) {
        if ((o.refs & ~(CHANGED | PLACE) | UNIT) == TOLD && o.type.hasFinalizer) {
            o.type.runFinalizer(o);
        }
    }

    /** Runs the finalizers that are due; false when one of them has saved the object. */
    private static boolean diesFinalized(PyObject o) {
        if ((o.refs & FINALIZED) == 0 || o.type.hasLeftCollector()) {
            o.refs = (o.refs | FINALIZED) + UNIT;
            o.type.runFinalizer(o);
            o.refs -= UNIT;
            if (o.refs >= UNIT) {
                return false;
            }
        }
        if (o.type.hasLegacyFinalizer()) {
            o.refs += UNIT;
            PyInstance attributes = o.attributes();
            if (attributes != null && attributes.weakRefs != null) {
                attributes.clearWeakRefs();
            }
            o.type.runLegacyFinalizer(o);
            o.refs -= UNIT;
        }
        return o.refs < UNIT;
    }

    /** Drops all that a destroyed object refers to. */
    static void dropReferents(PyObject o, PyInstance attributes) {
        if (attributes != null) {
            attributes.dropFields();
        }
        o.dropReferents();
        release(o.type);
        if (attributes != null && attributes != o) {
            release(o.type);
        }
    }
}
