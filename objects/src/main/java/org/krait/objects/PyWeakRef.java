package org.krait.objects;

/** A weak reference ({@code weakref.ref}) or proxy: cleared when its referent is destroyed. */
public class PyWeakRef extends PyInstance {
    /** The referent; null once it is gone. Not counted. */
    public PyObject referent;
    /** Called with this reference after the referent's death; null when there is none. Counted. */
    public PyObject callback;
    /** The hash of the referent, once computed; -1 before. */
    public long hash = -1;
    /** The next older reference to the same referent. */
    public PyWeakRef next;

    /** Makes a reference and puts it at the head of the referent's list; what never dies needs no list. */
    public PyWeakRef(PyType type, PyObject referent, PyObject callback) {
        super(type);
        this.referent = referent;
        this.callback = callback;
        Refs.xincRef(callback);
        PyInstance attributes = referent.attributes();
        if (attributes != null) {
            insert(attributes);
        }
    }

    /** The reference of a builtin class without callback that an object has already, and that all share; or null. */
    public static PyWeakRef shared(PyType type, PyObject referent) {
        PyInstance attributes = type.isHeapType() ? null : referent.attributes();
        if (attributes != null) {
            for (PyWeakRef ref = attributes.weakRefs; ref != null; ref = ref.next) {
                if (ref.type == type && ref.callback == null) {
                    return ref;
                }
            }
        }
        return null;
    }

    /** The shared references (without callback) come first, then the others, newest first. */
    private void insert(PyInstance attributes) {
        PyWeakRef previous = null;
        PyWeakRef following = attributes.weakRefs;
        if (!isShared() || !type.hasFlag(PyType.BASE)) {
            while (following != null && following.isShared()) {
                previous = following;
                following = following.next;
            }
        }
        next = following;
        if (previous == null) {
            attributes.weakRefs = this;
        } else {
            previous.next = this;
        }
    }

    private boolean isShared() {
        return callback == null && !type.isHeapType();
    }

    /** The referent, or null when it is gone or being destroyed. */
    public PyObject get() {
        PyObject o = referent;
        return o == null || Refs.isDestroyed(o) ? null : o;
    }

    @Override
    protected void dropReferents() {
        if (referent != null) {
            PyInstance attributes = referent.attributes();
            if (attributes == null) {
                referent = null;
                Refs.xdecRef(callback);
                return;
            }
            if (attributes.weakRefs == this) {
                attributes.weakRefs = next;
            } else {
                for (PyWeakRef ref = attributes.weakRefs; ref != null; ref = ref.next) {
                    if (ref.next == this) {
                        ref.next = next;
                        break;
                    }
                }
            }
            referent = null;
        }
        Refs.xdecRef(callback);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        if (callback != null) {
            visitor.visit(callback);
        }
    }
}
