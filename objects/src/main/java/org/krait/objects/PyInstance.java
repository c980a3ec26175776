package org.krait.objects;

/**
 * An object that can carry attributes: instances of Python classes and most builtin mutable types.
 *
 * <p>{@code fields} holds the values of {@code __slots__} first and then, up to the first hole, the attributes named by
 * {@link PyType#sharedKeys} in their order. As soon as an instance departs from that order its attributes move to
 * {@code dict}. So with {@code dict != null} only the slots of {@code fields} count.
 */
public class PyInstance extends PyObject {
    private static final PyObject[] NONE = {};

    /** Slots, then the values of the shared keys; null entries are unset. */
    public PyObject[] fields = NONE;
    /** The attribute dictionary, once something asked for it. */
    public PyDict dict;
    /** The newest weak reference to this object, head of a list; null when there is none. */
    public PyWeakRef weakRefs;

    public PyInstance(PyType type) {
        super(type);
    }

    protected PyInstance(PyType type, int refs) {
        super(type, refs);
    }

    @Override
    public PyInstance attributes() {
        return this;
    }

    /** The value of an instance attribute (not a slot), or null. */
    public final PyObject attribute(PyStr name) {
        if (dict != null) {
            return dict.get(name);
        }
        if (Mutations.WATCHED) {
            Mutations.notePart(this, name);
        }
        if (fields.length <= type.slotCount) {
            return null;
        }
        int index = type.sharedKeys.indexOf(name);
        return index < 0 ? null : field(type.slotCount + index);
    }

    /** {@code fields[index]}, or null beyond its end. */
    public final PyObject field(int index) {
        return index < fields.length ? fields[index] : null;
    }

    /** Stores an instance attribute. */
    public final void setAttribute(PyStr name, PyObject value) {
        if (dict == null && !type.isHeapType()) {
            // Builtin classes are shared between contexts: their shared keys stay empty.
            materializeDict();
        }
        if (dict == null) {
            SharedKeys keys = type.sharedKeys;
            int index = keys.indexOf(name);
            int first = type.slotCount;
            if (index < 0 && keys.canAdd() && (keys.size() == 0 || field(first + keys.size() - 1) != null)) {
                index = keys.add(name);
            }
            if (index >= 0 && (index == 0 || field(first + index - 1) != null)) {
                setField(first + index, value);
                return;
            }
            materializeDict();
        }
        if (!Refs.isImmortal(value)) {
            // Before its dict: so garbage is finalized in the order in which it was made, most often.
            Refs.track(this);
        }
        dict.put(name, value);
    }

    /** Removes an instance attribute; false when there was none. */
    public final boolean deleteAttribute(PyStr name) {
        if (attribute(name) == null) {
            return false;
        }
        return materializeDict().remove(name);
    }

    /** Stores a counted reference in a field; null unsets it. */
    public final void setField(int index, PyObject value) {
        if (Mutations.isTold(this)) {
            noteField(index, value);
        }
        if (index >= fields.length) {
            int room = Math.max(type.slotCount + type.sharedKeys.expectedSize(), index + 1);
            PyObject[] larger = new PyObject[room];
            System.arraycopy(fields, 0, larger, 0, fields.length);
            fields = larger;
        }
        PyObject old = fields[index];
        Refs.xincRefFrom(this, value);
        fields[index] = value;
        Refs.xdecRef(old);
    }

    private void noteField(int index, PyObject value) {
        int shared = index - type.slotCount;
        if (shared < 0) {
            Mutations.note(this, Mutations.Kind.SLOT, PyInt.of(index), value);
        } else {
            Mutations.note(this, Mutations.Kind.ATTRIBUTE,
                    shared < type.sharedKeys.size() ? type.sharedKeys.key(shared) : null, value);
        }
    }

    /** The attribute dictionary; the attributes move into it when it is new. */
    public final PyDict materializeDict() {
        if (dict == null) {
            PyDict made = new PyDict();
            SharedKeys keys = type.sharedKeys;
            int first = type.slotCount;
            for (int i = first; i < fields.length && fields[i] != null; i++) {
                made.put(keys.key(i - first), fields[i]);
                Refs.decRef(fields[i]);
                fields[i] = null;
            }
            Refs.incRef(made);
            dict = made;
            if (Mutations.isTold(this)) {
                Mutations.noteDict(this, made);
            }
        }
        return dict;
    }

    /** The names of the instance attributes, in their order; makes no value that nobody has touched. */
    public final PyObject[] attributeNames() {
        if (dict != null) {
            return dict.keysInOrder();
        }
        if (Mutations.WATCHED) {
            Mutations.notePart(this, null);
        }
        int first = type.slotCount;
        int count = 0;
        while (field(first + count) != null) {
            count++;
        }
        PyObject[] names = new PyObject[count];
        for (int i = 0; i < count; i++) {
            names[i] = type.sharedKeys.key(i);
        }
        return names;
    }

    /** Replaces the attribute dictionary ({@code o.__dict__ = d}). */
    public final void setDict(PyDict value) {
        if (Mutations.isTold(this)) {
            Mutations.note(this, Mutations.Kind.OTHER, null, value);
        }
        PyDict old = materializeDict();
        Refs.incRefFrom(this, value);
        dict = value;
        Refs.decRef(old);
    }

    /** Clears the weak references to this object, then runs their callbacks, the newest first. */
    public final void clearWeakRefs() {
        PyWeakRef ref = weakRefs;
        weakRefs = null;
        PyWeakRef live = null;
        while (ref != null) {
            PyWeakRef next = ref.next;
            ref.next = null;
            ref.referent = null;
            if (ref.callback != null && !Refs.isDestroyed(ref)) {
                ref.next = live;
                live = ref;
                Refs.incRef(ref);
            }
            ref = next;
        }
        PyWeakRef newestFirst = null;
        while (live != null) {
            PyWeakRef next = live.next;
            live.next = newestFirst;
            newestFirst = live;
            live = next;
        }
        while (newestFirst != null) {
            PyWeakRef next = newestFirst.next;
            newestFirst.next = null;
            newestFirst.type.slots().runWeakCallback(newestFirst);
            Refs.decRef(newestFirst);
            newestFirst = next;
        }
    }

    final void dropFields() {
        for (PyObject field : fields) {
            Refs.xdecRef(field);
        }
        Refs.xdecRef(dict);
    }

    final void visitFields(Visitor visitor) {
        for (PyObject field : fields) {
            if (field != null) {
                visitor.visit(field);
            }
        }
        if (dict != null) {
            visitor.visit(dict);
        }
    }
}
