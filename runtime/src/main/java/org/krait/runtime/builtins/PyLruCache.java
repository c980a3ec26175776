package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.Equality;
import org.krait.objects.Errors;
import org.krait.objects.Mutations;
import org.krait.objects.PyBool;
import org.krait.objects.PyDict;
import org.krait.objects.PyInstance;
import org.krait.objects.PyInt;
import org.krait.objects.PyMethod;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.snapshot.HeapRecord;
import org.krait.snapshot.HeapSink;

/** What {@code functools.lru_cache} wraps around a function: results by arguments, the most recently used ones. */
@BuiltinType(
        base = ObjectMethods.class,
        doc = "A callable that remembers the results of another.\n\nuser_function:      the function\n\n"
                + "maxsize:  0         remembers nothing\n          None      remembers everything\n"
                + "          n         remembers the last n results\n\n"
                + "typed:    True      keeps arguments of different types apart\n"
                + "          False     f(3) and f(3.0) are the same call\n\n"
                + "cache_info_type:    the class of cache_info's result\n")
final class PyLruCache extends PyInstance {
    static final PyType TYPE = ToolTypes.LRU_CACHE;

    private static final PyStr QUALNAME = PyStr.interned("__qualname__");

    private final PyObject function;
    /** -1 for no bound. */
    private final long maxSize;
    private final boolean typed;
    private final PyObject infoType;
    /** From key to {@link Link}, or to the result when there is no bound. Counted. */
    private final PyDict cache;
    /**
     * From key to result: what an archive has of this cache, or will have. Modules change it as they change any dict.
     * Null for a cache that is in no archive. Counted.
     */
    private final PyDict kept;
    /** The keys of {@code kept} that {@code cache} has too, see {@link PyDict#keysVersion}. */
    private int known;
    /** Separates keyword arguments from positional ones in keys. Counted. */
    private final PyObject mark;
    /** Least recently used first. */
    private final Link root = new Link(null, 0, null);
    private long hits;
    private long misses;

    /** A result in the order of use. */
    private static final class Link extends PyObject {
        private Link previous = this;
        private Link next = this;
        private final PyObject key;
        private final long hash;
        private final PyObject result;
        /** While a heap is captured, what giving it again has to tell. */
        private Object remembered;

        Link(PyObject key, long hash, PyObject result) {
            super(PyType.OBJECT);
            this.key = key;
            this.hash = hash;
            this.result = result;
            Refs.xincRef(result);
        }

        void unlink() {
            previous.next = next;
            next.previous = previous;
            previous = this;
            next = this;
        }

        void insertBefore(Link other) {
            previous = other.previous;
            next = other;
            previous.next = this;
            other.previous = this;
        }

        @Override
        protected void dropReferents() {
            Refs.xdecRef(result);
        }

        @Override
        public void visitReferents(Visitor visitor) {
            if (result != null) {
                visitor.visit(result);
            }
        }
    }

    private PyLruCache(PyType type, PyObject function, long maxSize, boolean typed, PyObject infoType, PyDict kept,
            PyObject mark) {
        super(type);
        this.kept = kept;
        this.mark = mark;
        cache = kept != null && maxSize < 0 && !Mutations.WATCHED ? kept : new PyDict();
        this.function = function;
        this.maxSize = maxSize;
        this.typed = typed;
        this.infoType = infoType;
        Refs.incRef(function);
        Refs.incRef(infoType);
        Refs.incRef(cache);
        Refs.incRef(mark);
        Refs.xincRef(kept);
    }

    /**
     * Writes the arguments of a call of the class, and what else a record has.
     *
     * @return whether it has more than the call needs
     */
    boolean write(HeapSink sink) {
        sink.ref(function);
        sink.ref(maxSize < 0 ? PySingleton.NONE : PyInt.of(maxSize));
        sink.ref(PyBool.of(typed));
        sink.ref(infoType);
        if (kept != null) {
            sink.ref(kept);
            sink.ref(mark);
            sink.number(hits);
            sink.number(misses);
        }
        return kept != null;
    }

    /** Makes what a record has. */
    static PyLruCache make(ThreadState ts, HeapRecord r) {
        PyType type = r.type(0);
        if (NativeState.nativeBase(type) != TYPE) {
            return r.wrong(0, "class of such objects");
        }
        boolean isBound = r.object(2) != PySingleton.NONE;
        long maxSize = isBound ? r.object(2) instanceof PyInt i && i.fitsLong() ? i.value : r.wrong(2, "size") : -1;
        PyLruCache made = new PyLruCache(type, r.object(1), maxSize, r.object(3) == PyBool.TRUE, r.object(4),
                r.dict(5), r.object(6));
        made.hits = r.number(0);
        made.misses = r.number(1);
        return made;
    }

    @Builtin("__new__(type, user_function, maxsize, typed, cache_info_type)")
    static PyObject make(
            ThreadState ts, PyType type, PyObject function, PyObject maxSize, boolean typed, PyObject infoType) {
        if (!Calls.isCallable(function)) {
            throw Errors.typeError("the first argument must be callable");
        }
        long bound = -1;
        if (maxSize instanceof PyInt || maxSize.type.has(Special.INDEX)) {
            bound = Math.max(0, Arguments.toLong(ts, maxSize));
        } else if (maxSize != PySingleton.NONE) {
            throw Errors.typeError("maxsize should be integer or None");
        }
        PyDict kept = Mutations.WATCHED && Mutations.wantsResults(ts) ? new PyDict() : null;
        return new PyLruCache(type, function, bound, typed, infoType, kept, new PyInstance(PyType.OBJECT));
    }

    @Builtin(value = "__call__(self, *args, **kwargs)", doc = "Calls the function, or remembers.")
    static PyObject call(ThreadState ts, PyLruCache self, PyObject[] args, PyStr[] keywords) {
        Refs.incRef(self);
        try {
            if (self.maxSize == 0) {
                self.misses++;
                return Calls.call(ts, self.function, args, keywords);
            }
            PyObject key = self.key(args, keywords);
            Refs.incRef(key);
            try {
                long hash = Equality.hash(ts, key);
                return self.maxSize < 0 && !Mutations.WATCHED
                        ? self.unbounded(ts, key, hash, args, keywords)
                        : self.bounded(ts, key, hash, args, keywords);
            } finally {
                Refs.release(key);
                if (key instanceof PyTuple tuple) {
                    Arguments.drop(tuple);
                }
            }
        } finally {
            Refs.release(self);
        }
    }

    private PyObject key(PyObject[] args, PyStr[] keywords) {
        boolean named = keywords != null && keywords.length > 0;
        if (!typed && !named) {
            if (args.length == 1 && (args[0].type == PyInt.TYPE || args[0].type == PyStr.TYPE)) {
                return args[0];
            }
            return PyTuple.of(args.clone());
        }
        int count = named ? keywords.length : 0;
        int given = args.length - count;
        PyObject[] parts = new PyObject[given + (named ? 1 : 0) + 2 * count + (typed ? args.length : 0)];
        System.arraycopy(args, 0, parts, 0, given);
        int n = given;
        if (named) {
            parts[n++] = mark;
            for (int i = 0; i < count; i++) {
                parts[n++] = keywords[i];
                parts[n++] = args[given + i];
            }
        }
        if (typed) {
            for (PyObject argument : args) {
                parts[n++] = argument.type;
            }
        }
        return PyTuple.of(parts);
    }

    private PyObject unbounded(ThreadState ts, PyObject key, long hash, PyObject[] args, PyStr[] keywords) {
        int entry = cache.indexOf(ts, key, hash);
        if (entry >= 0) {
            hits++;
            return cache.values[entry];
        }
        misses++;
        PyObject result = Calls.call(ts, function, args, keywords);
        if (cache == kept) {
            keep(ts, key, hash, result);
        } else {
            cache.put(ts, key, hash, result);
        }
        return result;
    }

    private PyObject bounded(ThreadState ts, PyObject key, long hash, PyObject[] args, PyStr[] keywords) {
        if (kept != null) {
            takeOver(ts);
            if (Mutations.WATCHED) {
                Mutations.noteRead(kept, key);
            }
        }
        int entry = cache.indexOf(ts, key, hash);
        if (entry >= 0) {
            Link link = (Link) cache.values[entry];
            link.unlink();
            link.insertBefore(root);
            hits++;
            Mutations.recalled(ts, link.remembered);
            return link.result;
        }
        misses++;
        Object remembering = Mutations.WATCHED ? Mutations.remembering(ts) : null;
        Object remembered;
        PyObject result;
        try {
            result = Calls.call(ts, function, args, keywords);
        } finally {
            remembered = Mutations.remembered(ts, remembering);
        }
        if (kept != null) {
            // It may have imported modules.
            takeOver(ts);
        }
        // The function may have called the cache with the same arguments: the first result stays.
        if (cache.indexOf(ts, key, hash) >= 0) {
            return result;
        }
        Refs.incRef(result);
        try {
            Link link = new Link(key, hash, result);
            link.remembered = remembered;
            add(ts, link);
            if (kept != null) {
                keep(ts, key, hash, result);
                known = kept.keysVersion;
            }
        } finally {
            Refs.release(result);
        }
        return result;
    }

    /** Remembers a result, in the place of the one that was used least recently when there is no other. */
    private void add(ThreadState ts, Link link) {
        if (maxSize >= 0 && cache.size() >= maxSize && root.next != root) {
            Link oldest = root.next;
            oldest.unlink();
            remove(ts, cache, oldest);
            if (kept != null) {
                Mutations.keepsResult(ts, true);
                try {
                    remove(ts, kept, oldest);
                } finally {
                    Mutations.keepsResult(ts, false);
                }
            }
        }
        cache.put(ts, link.key, link.hash, link);
        link.insertBefore(root);
    }

    private static void remove(ThreadState ts, PyDict results, Link link) {
        int entry = results.indexOf(ts, link.key, link.hash);
        if (entry >= 0) {
            results.removeEntry(entry);
        }
    }

    private void keep(ThreadState ts, PyObject key, long hash, PyObject result) {
        Mutations.keepsResult(ts, true);
        try {
            kept.put(ts, key, hash, result);
        } finally {
            Mutations.keepsResult(ts, false);
        }
    }

    /** Takes over what modules that came out of an archive have put into {@code kept}. */
    private void takeOver(ThreadState ts) {
        if (kept == cache || kept.size() == 0 && cache.size() == 0 || kept.keysVersion == known) {
            return;
        }
        Link[] links = new Link[kept.size()];
        int count = 0;
        for (int i = kept.nextEntry(0); i >= 0; i = kept.nextEntry(i + 1)) {
            links[count++] = new Link(kept.keys[i], kept.hashes[i], kept.values[i]);
        }
        root.next = root;
        root.previous = root;
        cache.clear();
        for (int i = 0; i < count; i++) {
            add(ts, links[i]);
        }
        known = kept.keysVersion;
    }

    @Builtin(value = "cache_info(self, /)", doc = "Report cache statistics")
    static PyObject info(ThreadState ts, PyLruCache self) {
        if (self.kept != null) {
            self.takeOver(ts);
            if (Mutations.WATCHED) {
                Mutations.noteRead(self.kept, null);
            }
        }
        return Calls.call(
                ts,
                self.infoType,
                new PyObject[] {
                    PyInt.of(self.hits),
                    PyInt.of(self.misses),
                    self.maxSize < 0 ? PySingleton.NONE : PyInt.of(self.maxSize),
                    PyInt.of(self.cache.size())
                },
                null);
    }

    @Builtin(value = "cache_clear(self, /)", doc = "Clear the cache and cache statistics")
    static void clear(ThreadState ts, PyLruCache self) {
        self.hits = 0;
        self.misses = 0;
        self.root.unlink();
        self.cache.clear();
        if (self.kept != null) {
            Mutations.keepsResult(ts, true);
            try {
                self.kept.clear();
            } finally {
                Mutations.keepsResult(ts, false);
            }
            self.known = self.kept.keysVersion;
        }
    }

    @Builtin("__get__(self, instance, owner=None, /)")
    static PyObject get(PyLruCache self, PyObject instance, PyObject owner) {
        return instance == null ? self : new PyMethod(self, instance);
    }

    @Builtin(value = "__reduce__(self, /)", doc = "What pickle needs.")
    static PyObject reduce(ThreadState ts, PyLruCache self) {
        return Attributes.get(ts, self, QUALNAME);
    }

    @Builtin(value = "__copy__(self, /)", doc = "The cache itself.")
    static PyObject copy(PyLruCache self) {
        return self;
    }

    @Builtin(value = "__deepcopy__(self, memo, /)", doc = "The cache itself.")
    static PyObject deepCopy(PyLruCache self, PyObject memo) {
        return self;
    }

    @Attribute("__dict__")
    static PyObject attributes(PyLruCache self) {
        return self.materializeDict();
    }

    @Attribute(value = "__dict__", setter = true)
    static void setAttributes(PyLruCache self, PyObject value) {
        if (!(value instanceof PyDict attributes)) {
            throw Errors.typeError(value == null
                    ? "cannot delete __dict__"
                    : "__dict__ must be set to a dictionary, not a '" + value.type.name() + "'");
        }
        self.setDict(attributes);
    }

    @Override
    protected void dropReferents() {
        Refs.decRef(function);
        Refs.decRef(infoType);
        Refs.decRef(cache);
        Refs.decRef(mark);
        Refs.xdecRef(kept);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        visitor.visit(function);
        visitor.visit(infoType);
        visitor.visit(cache);
        visitor.visit(mark);
        if (kept != null) {
            visitor.visit(kept);
        }
    }
}
