package org.krait.runtime.builtins;

import org.krait.objects.Equality;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PySet;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;

/** The operations of sets and frozensets on other iterables. */
public final class SetAlgebra {
    private SetAlgebra() {}

    /** A new set of a type (or the plain type below it) with the items of an iterable; null for none. */
    public static PySet make(ThreadState ts, PyType type, PyObject iterable) {
        PySet made = new PySet(type);
        return iterable == null ? made : updated(ts, made, iterable);
    }

    /** A new set after the items of an iterable were added to it; it is dropped when that fails. */
    static PySet updated(ThreadState ts, PySet made, PyObject iterable) {
        try {
            update(ts, made, iterable);
        } catch (PyException e) {
            Refs.drop(made);
            throw e;
        }
        return made;
    }

    /** The builtin class that results of operators have: set or frozenset. */
    static PyType plainType(PySet self) {
        return self.isFrozen() ? PySet.FROZEN_TYPE : PySet.TYPE;
    }

    /** A copy of the plain type. */
    static PySet copy(PySet self) {
        return self.copy(plainType(self));
    }

    /** True for set, frozenset and their subclasses. */
    static boolean isSet(PyObject o) {
        return o instanceof PySet;
    }

    /** Adds the items of any iterable. */
    public static void update(ThreadState ts, PySet self, PyObject other) {
        if (other instanceof PySet set) {
            self.merge(ts, set);
            return;
        }
        if (other.getClass() == PyDict.class && other.type == PyDict.TYPE) {
            addKeys(ts, self, (PyDict) other);
            return;
        }
        if (other.getClass() == PyTuple.class) {
            for (PyObject item : ((PyTuple) other).items) {
                self.add(ts, item);
            }
            return;
        }
        PyObject iterator = Protocol.iter(ts, other);
        Refs.incRef(iterator);
        try {
            for (PyObject item = Protocol.next(ts, iterator); item != null; item = Protocol.next(ts, iterator)) {
                try {
                    self.add(ts, item);
                } finally {
                    Refs.drop(item);
                }
            }
        } finally {
            Refs.decRef(iterator);
        }
    }

    private static void addKeys(ThreadState ts, PySet self, PyDict dict) {
        self.reserve(dict.size());
        for (int i = dict.nextEntry(0); i >= 0; i = dict.nextEntry(i + 1)) {
            PyObject key = dict.keys[i];
            Refs.incRef(key);
            try {
                self.add(ts, key, dict.hashes[i]);
            } finally {
                Refs.decRef(key);
            }
        }
    }

    /** Removes an item with a known hash; false when there was none. */
    static boolean discard(ThreadState ts, PySet self, PyObject item, long hash) {
        int entry = self.indexOf(ts, item, hash);
        if (entry < 0) {
            return false;
        }
        Refs.drop(self.removeEntry(entry));
        return true;
    }

    /** The entry of a key, where a set stands for the frozenset of its items; -1 for none. */
    static int find(ThreadState ts, PySet self, PyObject key) {
        long hash;
        try {
            hash = Equality.hash(ts, key);
        } catch (PyException e) {
            if (!(key instanceof PySet set) || set.isFrozen() || !e.is(ExceptionTypes.TYPE_ERROR)) {
                throw e;
            }
            e.swallowKeeping(key);
            PySet frozen = set.copy(PySet.FROZEN_TYPE);
            int at = self.indexOf(ts, frozen, hash(frozen));
            Refs.drop(frozen);
            return at;
        }
        return self.indexOf(ts, key, hash);
    }

    /** Removes the items of any iterable. */
    static void subtract(ThreadState ts, PySet self, PyObject other) {
        if (other == self) {
            self.clear();
            return;
        }
        if (other instanceof PySet set) {
            for (int i = set.nextEntry(0); i >= 0; i = set.nextEntry(i + 1)) {
                PyObject item = set.items[i];
                Refs.incRef(item);
                try {
                    discard(ts, self, item, set.hashes[i]);
                } finally {
                    Refs.decRef(item);
                }
            }
        } else {
            PyObject iterator = Protocol.iter(ts, other);
            Refs.incRef(iterator);
            try {
                for (PyObject item = Protocol.next(ts, iterator); item != null; item = Protocol.next(ts, iterator)) {
                    try {
                        discard(ts, self, item, Equality.hash(ts, item));
                    } finally {
                        Refs.drop(item);
                    }
                }
            } finally {
                Refs.decRef(iterator);
            }
        }
        self.compact();
    }

    /** A set of the items that are not in another iterable. */
    static PySet difference(ThreadState ts, PySet self, PyObject other) {
        int otherSize = other instanceof PySet set ? set.size() : other instanceof PyDict dict ? dict.size() : -1;
        if (self.size() / 4 > otherSize) {
            PySet made = copy(self);
            try {
                subtract(ts, made, other);
            } catch (PyException e) {
                Refs.drop(made);
                throw e;
            }
            return made;
        }
        PySet made = new PySet(plainType(self));
        try {
            addMissing(ts, made, self, other);
        } catch (PyException e) {
            Refs.drop(made);
            throw e;
        }
        return made;
    }

    /** Adds the items of a set that another set or dict has not. */
    private static void addMissing(ThreadState ts, PySet made, PySet self, PyObject other) {
        for (int i = self.nextEntry(0); i >= 0; i = self.nextEntry(i + 1)) {
            PyObject item = self.items[i];
            long hash = self.hashes[i];
            Refs.incRef(item);
            try {
                boolean there = other instanceof PySet set
                        ? set.indexOf(ts, item, hash) >= 0
                        : ((PyDict) other).indexOf(ts, item, hash) >= 0;
                if (!there) {
                    made.add(ts, item, hash);
                }
            } finally {
                Refs.decRef(item);
            }
        }
    }

    /** The set without the items of several iterables; what is made on the way is dropped. */
    static PySet difference(ThreadState ts, PySet self, PyObject[] others) {
        if (others.length == 0) {
            return copy(self);
        }
        PySet made = difference(ts, self, others[0]);
        try {
            for (int i = 1; i < others.length; i++) {
                subtract(ts, made, others[i]);
            }
        } catch (PyException e) {
            Refs.drop(made);
            throw e;
        }
        return made;
    }

    /** The items that several iterables have too; what is made on the way is dropped. */
    static PySet intersection(ThreadState ts, PySet self, PyObject[] others) {
        PySet made = null;
        for (PyObject other : others) {
            try {
                PySet next = intersection(ts, made == null ? self : made, other);
                Refs.xdrop(made);
                made = next;
            } catch (PyException e) {
                Refs.xdrop(made);
                throw e;
            }
        }
        return made == null ? copy(self) : made;
    }

    /** A set of the items that another iterable has too. */
    static PySet intersection(ThreadState ts, PySet self, PyObject other) {
        if (other == self) {
            return copy(self);
        }
        PySet made = new PySet(plainType(self));
        try {
            addCommon(ts, made, self, other);
        } catch (PyException e) {
            Refs.drop(made);
            throw e;
        }
        return made;
    }

    private static void addCommon(ThreadState ts, PySet made, PySet self, PyObject other) {
        if (other instanceof PySet set) {
            PySet small = set.size() > self.size() ? self : set;
            PySet large = small == self ? set : self;
            for (int i = small.nextEntry(0); i >= 0; i = small.nextEntry(i + 1)) {
                PyObject item = small.items[i];
                long hash = small.hashes[i];
                Refs.incRef(item);
                try {
                    if (large.indexOf(ts, item, hash) >= 0) {
                        made.add(ts, item, hash);
                    }
                } finally {
                    Refs.decRef(item);
                }
            }
            return;
        }
        PyObject iterator = Protocol.iter(ts, other);
        Refs.incRef(iterator);
        try {
            for (PyObject item = Protocol.next(ts, iterator); item != null; item = Protocol.next(ts, iterator)) {
                try {
                    long hash = Equality.hash(ts, item);
                    if (self.indexOf(ts, item, hash) >= 0) {
                        made.add(ts, item, hash);
                        if (made.size() >= self.size()) {
                            return;
                        }
                    }
                } finally {
                    Refs.drop(item);
                }
            }
        } finally {
            Refs.decRef(iterator);
        }
    }

    /** Adds the items that are missing and removes the ones that are there. */
    static void symmetricUpdate(ThreadState ts, PySet self, PyObject other) {
        if (other == self) {
            self.clear();
            return;
        }
        if (other.getClass() == PyDict.class && other.type == PyDict.TYPE) {
            PyDict dict = (PyDict) other;
            for (int i = dict.nextEntry(0); i >= 0; i = dict.nextEntry(i + 1)) {
                toggle(ts, self, dict.keys[i], dict.hashes[i]);
            }
            return;
        }
        PySet set = other instanceof PySet given ? given : make(ts, PySet.TYPE, other);
        try {
            for (int i = set.nextEntry(0); i >= 0; i = set.nextEntry(i + 1)) {
                toggle(ts, self, set.items[i], set.hashes[i]);
            }
        } finally {
            if (set != other) {
                Refs.drop(set);
            }
        }
    }

    /** Removes an item or, where it was not there, adds it. */
    private static void toggle(ThreadState ts, PySet self, PyObject item, long hash) {
        Refs.incRef(item);
        try {
            if (!discard(ts, self, item, hash)) {
                self.add(ts, item, hash);
            }
        } finally {
            Refs.decRef(item);
        }
    }

    static boolean isDisjoint(ThreadState ts, PySet self, PyObject other) {
        if (other == self) {
            return self.size() == 0;
        }
        if (other instanceof PySet set && (set.type == PySet.TYPE || set.type == PySet.FROZEN_TYPE)) {
            PySet small = set.size() > self.size() ? self : set;
            PySet large = small == self ? set : self;
            for (int i = small.nextEntry(0); i >= 0; i = small.nextEntry(i + 1)) {
                if (contains(ts, large, small.items[i], small.hashes[i])) {
                    return false;
                }
            }
            return true;
        }
        PyObject iterator = Protocol.iter(ts, other);
        Refs.incRef(iterator);
        try {
            for (PyObject item = Protocol.next(ts, iterator); item != null; item = Protocol.next(ts, iterator)) {
                try {
                    if (self.indexOf(ts, item, Equality.hash(ts, item)) >= 0) {
                        return false;
                    }
                } finally {
                    Refs.drop(item);
                }
            }
            return true;
        } finally {
            Refs.decRef(iterator);
        }
    }

    private static boolean contains(ThreadState ts, PySet set, PyObject item, long hash) {
        Refs.incRef(item);
        try {
            return set.indexOf(ts, item, hash) >= 0;
        } finally {
            Refs.decRef(item);
        }
    }

    /** True when all items of a set are in any iterable. */
    static boolean isSubset(ThreadState ts, PySet self, PyObject other) {
        if (other instanceof PySet set) {
            return isSubset(ts, self, set);
        }
        PySet common = intersection(ts, self, other);
        try {
            return common.size() == self.size();
        } finally {
            Refs.drop(common);
        }
    }

    static boolean isSubset(ThreadState ts, PySet self, PySet other) {
        if (self.size() > other.size()) {
            return false;
        }
        for (int i = self.nextEntry(0); i >= 0; i = self.nextEntry(i + 1)) {
            if (!contains(ts, other, self.items[i], self.hashes[i])) {
                return false;
            }
        }
        return true;
    }

    static boolean equal(ThreadState ts, PySet self, PySet other) {
        if (self.size() != other.size() || self.hash != -1 && other.hash != -1 && self.hash != other.hash) {
            return false;
        }
        return isSubset(ts, self, other);
    }

    /** The hash of a frozenset: independent of the order of the items. */
    static long hash(PySet self) {
        if (self.hash != -1) {
            return self.hash;
        }
        long hash = 0;
        for (int i = self.nextEntry(0); i >= 0; i = self.nextEntry(i + 1)) {
            long h = self.hashes[i];
            hash ^= ((h ^ 89869747L) ^ (h << 16)) * 3644798167L;
        }
        hash ^= (self.size() + 1L) * 1927868237L;
        hash ^= (hash >>> 11) ^ (hash >>> 25);
        hash = hash * 69069L + 907133923L;
        if (hash == -1) {
            hash = 590923713L;
        }
        self.hash = hash;
        return hash;
    }
}
