package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;

/** How dicts take over the entries of others: {@code dict(…)}, {@code update}, {@code |=}. */
public final class DictUpdates {
    private DictUpdates() {}

    /** {@code function(*args, **keywords)} of dict() and update(). */
    public static void fromArguments(ThreadState ts, PyDict self, String function, PyObject[] args, PyStr[] keywords) {
        int n = keywords == null ? args.length : args.length - keywords.length;
        if (n > 1) {
            throw Errors.typeError(function + " expected at most 1 argument, got " + n);
        }
        if (n == 1) {
            update(ts, self, args[0]);
        }
        for (int i = n; i < args.length; i++) {
            self.put(keywords[i - n], args[i]);
        }
    }

    /** {@code self.update(other)} of a mapping or an iterable of pairs. */
    public static void update(ThreadState ts, PyDict self, PyObject other) {
        if (other instanceof PyDict dict && dict.type.special(Special.ITER) == PyDict.TYPE.special(Special.ITER)) {
            merge(ts, self, dict);
        } else if (other instanceof PyDict || hasKeys(ts, other)) {
            fromMapping(ts, self, other);
        } else {
            fromPairs(ts, self, other);
        }
    }

    private static boolean hasKeys(ThreadState ts, PyObject o) {
        Refs.incRef(o);
        PyObject method = Protocol.findAttribute(ts, o, PyStr.interned("keys"));
        Refs.xdrop(method);
        Refs.release(o);
        return method != null;
    }

    /** Puts the entries of another dict, whatever its class. */
    public static void merge(ThreadState ts, PyDict self, PyDict other) {
        if (other == self || other.nextEntry(0) < 0) {
            return;
        }
        if (self.size() == 0 && other.size() > 5) {
            self.reserve(other.size());
        }
        int version = other.keysVersion;
        for (int i = other.nextEntry(0); i >= 0; i = other.nextEntry(i + 1)) {
            PyObject key = other.keys[i];
            PyObject value = other.values[i];
            if (key.getClass() == PyStr.class) {
                self.put(ts, key, value);
            } else {
                Refs.incRef(key);
                Refs.incRef(value);
                try {
                    self.put(ts, key, other.hashes[i], value);
                } finally {
                    Refs.decRef(key);
                    Refs.decRef(value);
                }
            }
            if (other.keysVersion != version) {
                throw Errors.runtimeError("dict mutated during update");
            }
        }
    }

    /** Puts the entries of anything with {@code keys()} and {@code __getitem__}. */
    public static void fromMapping(ThreadState ts, PyDict self, PyObject mapping) {
        PyObject keys = Protocol.callMethod(ts, mapping, "keys");
        PyObject iterator = Protocol.iter(ts, keys);
        Refs.incRef(iterator);
        try {
            for (PyObject key = Protocol.next(ts, iterator); key != null; key = Protocol.next(ts, iterator)) {
                Refs.incRef(key);
                try {
                    PyObject value = mapping.type.slots().getItem(ts, mapping, key);
                    Refs.incRef(value);
                    try {
                        self.put(ts, key, value);
                    } finally {
                        Refs.decRef(value);
                    }
                } finally {
                    Refs.decRef(key);
                }
            }
        } finally {
            Refs.decRef(iterator);
            Refs.drop(keys);
        }
    }

    /** Puts the pairs that an iterable gives. */
    public static void fromPairs(ThreadState ts, PyDict self, PyObject pairs) {
        PyObject iterator = Protocol.iter(ts, pairs);
        Refs.incRef(iterator);
        try {
            int n = 0;
            for (PyObject pair = Protocol.next(ts, iterator); pair != null; pair = Protocol.next(ts, iterator)) {
                Refs.incRef(pair);
                try {
                    put(ts, self, pair, n++);
                } finally {
                    Refs.decRef(pair);
                }
            }
        } finally {
            Refs.decRef(iterator);
        }
    }

    private static void put(ThreadState ts, PyDict self, PyObject pair, int n) {
        PyObject[] two;
        try {
            two = Protocol.items(ts, pair);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.TYPE_ERROR) && pair.type.special(Special.ITER) == null) {
                e.swallow();
                throw Errors.typeError("cannot convert dictionary update sequence element #" + n + " to a sequence");
            }
            throw e;
        }
        if (two.length != 2) {
            throw Errors.valueError("dictionary update sequence element #" + n + " has length " + two.length
                    + "; 2 is required");
        }
        Refs.incRef(two[0]);
        Refs.incRef(two[1]);
        try {
            self.put(ts, two[0], two[1]);
        } finally {
            Refs.decRef(two[0]);
            Refs.decRef(two[1]);
        }
    }
}
