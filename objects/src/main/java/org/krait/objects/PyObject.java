package org.krait.objects;

/**
 * A Python value: a header of a reference count and a type.
 *
 * <p>Fields are public because the interpreter runs cold code, where a getter is a call.
 */
public abstract class PyObject {
    /** True in a JVM that was started to audit counts: then {@link Allocations} knows where objects are made. */
    static final boolean AUDITED = System.getProperty(Allocations.PROPERTY) != null;

    /** True while some context has an {@link AllocationListener}: the one thing about it that constructors test. */
    static boolean listened;
    /** How many contexts have one. */
    private static int listening;

    /**
     * The count of references from locals, cells and heap slots above the collector's bits; negative when immortal.
     * {@link Refs} and {@link Collector} alone use it.
     */
    int refs;
    /** The class of the value; changes only by assignment to {@code __class__}. */
    public PyType type;

    /** Makes a mortal object, a temporary so far. */
    @SuppressWarnings("this-escape") // The listener keeps the reference and looks at the object later.
    protected PyObject(PyType type) {
        this(type, 0);
        if (type != null) {
            countType();
        }
        if (listened) {
            AllocationListener.tellMade(this);
        }
    }

    /** Makes an object of a builtin class, which is immortal, with a given header: {@link Refs#IMMORTAL} or a count. */
    @SuppressWarnings("this-escape") // Its reference is kept; its fields are looked at later.
    protected PyObject(PyType type, int refs) {
        this.type = type;
        this.refs = refs;
        if (AUDITED && refs >= 0) {
            Allocations.note(this);
        }
    }

    /** One context more, or less, listens. */
    static synchronized void listen(int contexts) {
        listening += contexts;
        listened = listening > 0;
    }

    /** Counts this object as one of its class: a class of Python counts its instances. */
    final void countType() {
        PyObject t = type;
        if (Counting.ON && t.refs >= 0) {
            t.refs += Refs.UNIT;
        }
    }

    /** The storage of attributes, slots and weak references; null when the value cannot have any. */
    public PyInstance attributes() {
        return null;
    }

    /** Drops the counted references of the payload (items, closures…) when the object is destroyed. */
    protected void dropReferents() {}

    /** Shows every counted reference of the payload and the attributes to {@code visitor}, for gc and audit. */
    public void visitReferents(Visitor visitor) {
        PyInstance attributes = attributes();
        if (attributes != null) {
            attributes.visitFields(visitor);
        }
    }

    /** What {@link #visitReferents} calls for each referent that is not null. */
    public interface Visitor {
        void visit(PyObject referent);
    }
}
