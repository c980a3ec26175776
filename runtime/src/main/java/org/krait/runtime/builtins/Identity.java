package org.krait.runtime.builtins;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import org.krait.objects.Interp;
import org.krait.objects.PyObject;
import org.krait.objects.Refs;

/**
 * {@code id()}: numbers given on first demand, multiples of 16 as addresses are.
 *
 * <p>The number of the object that got one last is used again when that object is gone, as its memory would be.
 */
public final class Identity {
    private final HashMap<Key, Long> known = new HashMap<>();
    private final ReferenceQueue<PyObject> dead = new ReferenceQueue<>();
    private long next = 0x7f0000001000L;
    /** The object that got a number last. */
    private Key last;

    private Identity() {}

    /** The identity number of an object. */
    public static long of(Interp interp, PyObject o) {
        Identity identity = (Identity) interp.natives.get(Identity.class);
        if (identity == null) {
            identity = new Identity();
            interp.natives.put(Identity.class, identity);
        }
        return identity.number(o);
    }

    private long number(PyObject o) {
        for (Object key = dead.poll(); key != null; key = dead.poll()) {
            known.remove(key);
        }
        Key key = new Key(o, dead);
        Long number = known.get(key);
        if (number == null) {
            number = numberOfLast();
            if (number == null) {
                number = next;
                next += 16;
            }
            known.put(key, number);
            last = key;
        }
        return number;
    }

    /** The number of the last object, which has it no more; null while that lives. */
    private Long numberOfLast() {
        PyObject o = last == null ? null : last.get();
        return o != null && Refs.isDestroyed(o) ? known.remove(last) : null;
    }

    /** An object by identity, weakly held. */
    private static final class Key extends WeakReference<PyObject> {
        private final int hash;

        Key(PyObject o, ReferenceQueue<PyObject> queue) {
            super(o, queue);
            hash = System.identityHashCode(o);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            if (this == other) {
                return true;
            }
            PyObject o = get();
            return o != null && other instanceof Key key && key.get() == o;
        }
    }
}
