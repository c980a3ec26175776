package org.krait.objects;

/**
 * A Python value: a header of a reference count and a type.
 *
 * <p>Fields are public because the interpreter runs cold code, where a getter is a call.
 */
public abstract class PyObject {
    /** True in a JVM that was started to audit counts: then {@link Allocations} knows where objects are made. */
    private static final boolean AUDITED = System.getProperty(Allocations.PROPERTY) != null;

    /**
     * The count of references from locals, cells and heap slots above the collector's bits; negative when immortal.
     * {@link Refs} and {@link Collector} alone use it.
     */
    int refs;
    /** The class of the value; changes only by assignment to {@code __class__}. */
    public PyType type;

    /** Makes a mortal object, a temporary so far. */
    protected PyObject(PyType type) {
        this(type, 0);
    }

    /** Makes an object with a given header: {@link Refs#IMMORTAL} or 0. */
    @SuppressWarnings("this-escape") // Its reference is kept; its fields are looked at later.
    protected PyObject(PyType type, int refs) {
        this.type = type;
        this.refs = refs;
        if (Counting.ON && type != null && ((PyObject) type).refs >= 0) {
            // A class of Python counts its instances.
            ((PyObject) type).refs += Refs.UNIT;
        }
        if (AUDITED && refs >= 0) {
            Allocations.note(this);
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
