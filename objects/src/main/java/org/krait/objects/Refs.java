package org.krait.objects;

/**
 * Reference counts. Nothing else reads or writes {@link PyObject#refs}.
 *
 * <p>The sign bit is the immortal bit (PEP 683), so one test, {@code refs < 0}, keeps every write away from
 * singletons and snapshot objects. Named locals, cells and heap slots count; temporaries do not. A new mortal object
 * has count 0: it is a temporary until something stores it. See docs/design/0001-core.md.
 */
public final class Refs {
    /** The header of an object that is never counted. */
    public static final int IMMORTAL = Integer.MIN_VALUE;
    /** The header of a mortal object after its destruction: immortal, so that it cannot die twice. */
    static final int DESTROYED = Integer.MIN_VALUE + 1;
    /** What {@code sys.getrefcount} answers for an immortal object in CPython 3.12. */
    public static final long IMMORTAL_COUNT = 4294967295L;

    private Refs() {}

    /** Counts one more reference from a named local, a cell or a heap slot. */
    public static void incRef(PyObject o) {
        if (o.refs >= 0) {
            o.refs++;
        }
    }

    /** As {@link #incRef}, where null is an empty slot. */
    public static void xincRef(PyObject o) {
        if (o != null && o.refs >= 0) {
            o.refs++;
        }
    }

    /** Drops a counted reference and destroys the object when it was the last one. */
    public static void decRef(PyObject o) {
        if (o.refs > 0 && --o.refs == 0) {
            destroy(o);
        }
    }

    /** As {@link #decRef}, where null is an empty slot. */
    public static void xdecRef(PyObject o) {
        if (o != null && o.refs > 0 && --o.refs == 0) {
            destroy(o);
        }
    }

    /** Drops a counted reference and leaves an object without references to its next consumer. */
    public static void release(PyObject o) {
        if (o.refs > 0) {
            o.refs--;
        }
    }

    /** As {@link #release}, where null is an empty slot. */
    public static void xrelease(PyObject o) {
        if (o != null && o.refs > 0) {
            o.refs--;
        }
    }

    /** The consumer's check of a temporary: destroys it when nothing counts it. */
    public static void drop(PyObject temporary) {
        if (temporary.refs == 0) {
            destroy(temporary);
        }
    }

    /** As {@link #drop}, where null is an empty register. */
    public static void xdrop(PyObject temporary) {
        if (temporary != null && temporary.refs == 0) {
            destroy(temporary);
        }
    }

    /**
     * Consumes a temporary out of which {@code result} came: its destruction must not take the result with it.
     */
    public static void dropKeeping(PyObject temporary, PyObject result) {
        if (temporary.refs == 0 && temporary != result) {
            if (result != null && result.refs >= 0) {
                result.refs++;
                destroy(temporary);
                release(result);
            } else {
                destroy(temporary);
            }
        }
    }

    /** Makes an object immortal: from now on it is never counted nor destroyed. */
    public static void immortalize(PyObject o) {
        o.refs = IMMORTAL;
    }

    public static boolean isImmortal(PyObject o) {
        return o.refs < 0;
    }

    public static boolean isDestroyed(PyObject o) {
        return o.refs == DESTROYED;
    }

    /** The number of counted references; {@link #IMMORTAL_COUNT} for an immortal object. */
    public static long count(PyObject o) {
        return o.refs < 0 ? IMMORTAL_COUNT : o.refs;
    }

    /**
     * Runs the finalizer, clears the weak references and drops what the object refers to. A finalizer that stores the
     * object somewhere resurrects it (PEP 442).
     */
    private static void destroy(PyObject o) {
        if (o.type.hasFinalizer) {
            o.refs = 1;
            o.type.runFinalizer(o);
            if (o.refs > 1) {
                o.refs--;
                return;
            }
        }
        o.refs = DESTROYED;
        PyInstance attributes = o.attributes();
        if (attributes != null) {
            if (attributes.weakRefs != null) {
                attributes.clearWeakRefs();
            }
            attributes.dropFields();
        }
        o.dropReferents();
    }
}
