package org.krait.objects;

/**
 * A class. Builtin classes are immortal constants shared by all contexts and never change; heap types are made by
 * {@code class} statements and {@code type()}.
 *
 * <p>The dictionary and the slots of a builtin class are filled on first use by the {@link Resolver}.
 */
public final class PyType extends PyInstance {
    /** Made by a class statement: mutable, collectable. */
    public static final int HEAP = 1;
    /** May be subclassed. */
    public static final int BASE = 1 << 1;
    /** Instances have an attribute dictionary. */
    public static final int HAS_DICT = 1 << 2;
    /** Instances can be weakly referenced. */
    public static final int HAS_WEAKREF = 1 << 3;
    /** Cannot be instantiated although {@code object.__new__} is inherited. */
    public static final int NO_NEW = 1 << 4;
    /** Has abstract methods ({@code __abstractmethods__} is not empty). */
    public static final int ABSTRACT = 1 << 5;
    /** Patterns {@code case {…}} match instances (Py_TPFLAGS_MAPPING). */
    public static final int MAPPING = 1 << 6;
    /** Patterns {@code case […]} match instances (Py_TPFLAGS_SEQUENCE). */
    public static final int SEQUENCE = 1 << 7;
    /** A class pattern with one positional sub-pattern matches the instance itself (int, str, …). */
    public static final int MATCH_SELF = 1 << 8;
    /**
     * A builtin class whose attributes can be set nonetheless (a class that CPython writes in Python or as heap type).
     */
    public static final int MUTABLE = 1 << 9;

    private static final int CACHE_SIZE = 16;
    private static final PyObject[] NO_SPECIALS = new PyObject[0];
    private static final java.util.concurrent.atomic.AtomicInteger NEXT_VERSION =
            new java.util.concurrent.atomic.AtomicInteger(1);

    public static final PyType OBJECT;
    public static final PyType TYPE;

    static {
        TYPE = new PyType("type", null, HAS_DICT | HAS_WEAKREF | BASE);
        OBJECT = new PyType("object", null, BASE);
        TYPE.type = TYPE;
        OBJECT.type = TYPE;
        OBJECT.setBuiltinBase(null);
        TYPE.setBuiltinBase(OBJECT);
    }

    private String name;
    private PyStr pyName;
    private PyStr qualifiedName;
    /** The first base in the layout sense; null for object. */
    public PyType base;
    /** The declared bases of a heap type; see {@link #bases()}. */
    private PyTuple bases;
    private PyType secondBase;
    /** Method resolution order, this class first. */
    public PyType[] mro;
    public int flags;
    /** How many {@code __slots__} an instance has, those of the bases included. */
    public int slotCount;
    public final SharedKeys sharedKeys = new SharedKeys();
    /** The names that instances can not find by class alone; see {@link Slots}. */
    private Slots slots;
    private PyDict namespace;
    /** A number that changes when the class or a base of it changes. */
    public int version = NEXT_VERSION.getAndIncrement();
    /** Grows with each class that is made; one out of an archive is as old as what it was bound with. */
    public int birth = version;
    /** True when instances have {@code __del__} or a native finalizer. */
    public boolean hasFinalizer;
    /**
     * True when instances of this very class have {@code __tp_del__}, a finalizer as before PEP 442: it runs at each
     * death, after the weak references are cleared, and garbage that has one is not collected.
     */
    private boolean hasLegacyFinalizer;
    /** True when instances of this very class are no business of the cycle collector: see {@link #leaveCollector}. */
    private boolean leftCollector;
    /** The heap types that name this one as a base, weakly held; null while there is none. Builtin: see Interp. */
    public java.util.ArrayList<java.lang.ref.WeakReference<PyType>> subclasses;
    /** The module a builtin class belongs to ({@code "builtins"}), for {@code __module__}. */
    public String builtinModule = "builtins";

    /** A {@link #birth} behind those of all classes that there are. */
    public static int nextBirth() {
        return NEXT_VERSION.getAndIncrement();
    }

    private PyStr[] cachedNames = new PyStr[CACHE_SIZE];
    private PyObject[] cachedValues = new PyObject[CACHE_SIZE];
    private PyObject[] specials = NO_SPECIALS;

    /** Fills builtin classes and makes the slots of heap types; the runtime installs the only one there is. */
    public interface Resolver {
        /** The operations of a class. */
        Slots slots(PyType type);

        /** Puts the methods of a builtin class into its namespace. */
        void fill(PyType type, PyDict namespace);
    }

    private static Resolver resolver;

    /** Called once, when the runtime is loaded; the same resolver again is harmless. */
    public static void install(Resolver resolver) {
        PyType.resolver = resolver;
    }

    private PyType(String name, PyType metatype, int flags) {
        super(metatype, Refs.IMMORTAL);
        this.name = name;
        this.flags = flags;
    }

    /** An empty heap type; the class builder of the runtime fills it in. */
    public PyType(PyType metatype, PyStr name, PyDict namespace) {
        super(metatype);
        this.name = name.toString();
        this.pyName = name;
        this.qualifiedName = name;
        this.flags = HEAP | BASE;
        this.namespace = namespace;
        Refs.incRef(namespace);
        Refs.incRef(this);
        Refs.track(this);
    }

    /**
     * A heap type out of an archive, immortal. Who restores it gives it its base, bases, MRO and flags;
     * until then it can only be referred to.
     */
    public static PyType restored(PyType metatype, PyStr name, PyDict namespace) {
        PyType made = new PyType(name.toString(), metatype, HEAP | BASE);
        made.pyName = name;
        made.qualifiedName = name;
        made.namespace = namespace;
        made.mro = new PyType[] {made};
        return made;
    }

    /**
     * A builtin class with one base. {@code dottedName} as {@code tp_name}: {@code "list"} or
     * {@code "collections.deque"}.
     */
    public static PyType builtin(String dottedName, PyType base, int flags) {
        int dot = dottedName.lastIndexOf('.');
        PyType made = new PyType(dot < 0 ? dottedName : dottedName.substring(dot + 1), TYPE, flags);
        if (dot >= 0) {
            made.builtinModule = dottedName.substring(0, dot);
        }
        made.setBuiltinBase(base);
        return made;
    }

    /** A builtin class whose table is at hand, for classes of native modules. */
    public static PyType builtin(String dottedName, PyType base, int flags, Slots table) {
        PyType made = builtin(dottedName, base, flags);
        made.slots = table;
        if (table instanceof BuiltinTable builtins) {
            builtins.attach(made);
        }
        return made;
    }

    /** A builtin class with two bases whose MRO is the class, the first base, and then the MRO of the second. */
    public static PyType builtinWithBases(String name, int flags, PyType first, PyType second) {
        PyType made = new PyType(name, TYPE, flags);
        made.base = first;
        made.mro = new PyType[second.mro.length + 2];
        made.mro[0] = made;
        made.mro[1] = first;
        System.arraycopy(second.mro, 0, made.mro, 2, second.mro.length);
        made.secondBase = second;
        return made;
    }

    private void setBuiltinBase(PyType base) {
        this.base = base;
        if (base == null) {
            mro = new PyType[] {this};
            return;
        }
        mro = new PyType[base.mro.length + 1];
        mro[0] = this;
        System.arraycopy(base.mro, 0, mro, 1, base.mro.length);
        flags |= base.flags & (HAS_DICT | HAS_WEAKREF | MAPPING | SEQUENCE | MATCH_SELF);
        hasFinalizer = base.hasFinalizer;
    }

    /** The name as error messages print it: {@code list}, {@code collections.deque}, {@code Point}. */
    public final String name() {
        if (isHeapType() || builtinModule.equals("builtins")) {
            return name;
        }
        return builtinModule + "." + name;
    }

    /** {@code __name__}. */
    public final PyStr pyName() {
        if (pyName == null) {
            pyName = PyStr.interned(name);
        }
        return pyName;
    }

    public final void setName(PyStr value) {
        if (Mutations.isTold(this)) {
            Mutations.note(this, Mutations.Kind.OTHER, null, null);
        }
        pyName = value;
        name = value.toString();
    }

    /** {@code __qualname__}. */
    public final PyStr qualifiedName() {
        return qualifiedName == null ? pyName() : qualifiedName;
    }

    public final void setQualifiedName(PyStr value) {
        if (Mutations.isTold(this)) {
            Mutations.note(this, Mutations.Kind.OTHER, null, null);
        }
        qualifiedName = value;
    }

    public final boolean isHeapType() {
        return (flags & HEAP) != 0;
    }

    /** True when attributes of the class itself may be set. */
    public final boolean isMutable() {
        return (flags & (HEAP | MUTABLE)) != 0;
    }

    public final boolean hasFlag(int flag) {
        return (flags & flag) != 0;
    }

    public final boolean isSubtypeOf(PyType other) {
        if (this == other) {
            return true;
        }
        for (PyType t : mro) {
            if (t == other) {
                return true;
            }
        }
        return false;
    }

    /** True when {@code o}'s class is this one or a subclass of it ({@code __instancecheck__} not asked). */
    public final boolean isInstance(PyObject o) {
        return o.type == this || o.type.isSubtypeOf(this);
    }

    /** The operations of instances. */
    public final Slots slots() {
        Slots s = slots;
        if (s == null) {
            s = resolver.slots(this);
            slots = s;
        }
        return s;
    }

    /** Replaces the operations: the class builder's call, after the bases are known. */
    public final void setSlots(Slots slots) {
        this.slots = slots;
    }

    /** {@code __bases__}. */
    public final PyTuple bases() {
        if (bases == null) {
            bases = base == null
                    ? PyTuple.EMPTY
                    : secondBase == null ? PyTuple.constant(base) : PyTuple.constant(base, secondBase);
        }
        return bases;
    }

    public final void setBases(PyTuple value) {
        if (Mutations.isTold(this)) {
            Mutations.note(this, Mutations.Kind.OTHER, null, null);
        }
        PyTuple old = bases;
        Refs.incRef(value);
        bases = value;
        Refs.xdecRef(old);
    }

    /** The class's own namespace, not to be changed but by {@link #setOwn}. */
    public final PyDict namespace() {
        PyDict d = namespace;
        if (d == null) {
            synchronized (this) {
                d = namespace;
                if (d == null) {
                    d = new PyDict();
                    Refs.immortalize(d);
                    resolver.fill(this, d);
                    namespace = d;
                }
            }
        }
        return d;
    }

    /** The entry of the nearest class of the MRO that has the name, or null. The result is not bound. */
    public final PyObject lookup(PyStr attribute) {
        if (Mutations.WATCHED) {
            return lookupUncached(attribute);
        }
        PyStr interned = attribute.isInterned() ? attribute : attribute.intern();
        int slot = System.identityHashCode(interned) & (CACHE_SIZE - 1);
        if (cachedNames[slot] == interned) {
            PyObject value = cachedValues[slot];
            if (cachedNames[slot] == interned) {
                return value;
            }
        }
        PyObject found = lookupUncached(interned);
        if (isHeapType()) {
            cachedNames[slot] = null;
            cachedValues[slot] = found;
            cachedNames[slot] = interned;
        }
        return found;
    }

    private PyObject lookupUncached(PyStr attribute) {
        for (PyType t : mro) {
            PyObject value = t.own(attribute);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** What the class itself has under a name, or null. The result is not bound. */
    public final PyObject own(PyStr attribute) {
        PyDict own = namespace();
        int entry = own.find(attribute);
        if (Mutations.WATCHED && isHeapType()) {
            Mutations.notePart(this, attribute);
        }
        return entry < 0 ? null : own.values[entry];
    }

    /** The class of the MRO that defines the name, or null. */
    public final PyType definer(PyStr attribute) {
        for (PyType t : mro) {
            if (t.own(attribute) != null) {
                return t;
            }
        }
        return null;
    }

    /** The special method as found on the class (not bound), or null. */
    public final PyObject special(Special special) {
        PyObject[] known = specials;
        if (known.length == 0) {
            known = new PyObject[Special.COUNT];
            specials = known;
        }
        PyObject value = known[special.ordinal()];
        if (value == null) {
            value = lookup(special.pyName());
            known[special.ordinal()] = value == null ? this : value;
        }
        return value == this ? null : value;
    }

    /** True when instances have the special method, even if it is None: calling it is what fails then. */
    public final boolean has(Special special) {
        return special(special) != null;
    }

    /** Sets an entry of a mutable class, or removes it when {@code value} is null (false when there was none). */
    public final boolean setOwn(PyStr attribute, PyObject value) {
        if (Mutations.isTold(this)) {
            Mutations.note(this, Mutations.Kind.ATTRIBUTE, attribute, value);
        }
        boolean done = true;
        if (value == null) {
            done = namespace().remove(attribute);
        } else {
            namespace().put(attribute.intern(), value);
        }
        modified();
        return done;
    }

    /** Forgets what was cached about this class and those below it. */
    public final void modified() {
        version = NEXT_VERSION.getAndIncrement();
        cachedNames = new PyStr[CACHE_SIZE];
        cachedValues = new PyObject[CACHE_SIZE];
        specials = NO_SPECIALS;
        boolean had = hasFinalizer;
        hasFinalizer = isHeapType()
                ? hasLegacyFinalizer || special(Special.DEL) != null || (base != null && base.hasFinalizer)
                : hasFinalizer;
        if (isHeapType()) {
            slots = null;
            if (hasFinalizer) {
                noteFinalizer(!had && Refs.isImmortal(this));
            }
        }
        if (subclasses != null) {
            for (java.lang.ref.WeakReference<PyType> reference : subclasses) {
                PyType sub = reference.get();
                if (sub != null) {
                    sub.modified();
                }
            }
        }
    }

    private static void noteFinalizer(boolean isLate) {
        ThreadState ts = ThreadState.current();
        if (ts != null) {
            ts.interp.collector.finalizers = true;
            ts.interp.collector.lateFinalizers |= isLate;
        }
    }

    /** Gives a class of Python the finalizer {@code __tp_del__}. */
    public final void setLegacyFinalizer() {
        hasLegacyFinalizer = true;
        modified();
    }

    /**
     * Has the cycle collector not look into instances, as those of a native class without GC in CPython: what they
     * refer to stays. Nothing remembers that the finalizer of such an instance has run: it runs at each death.
     */
    public final void leaveCollector() {
        leftCollector = true;
    }

    /** True after {@link #leaveCollector}. */
    public final boolean hasLeftCollector() {
        return leftCollector;
    }

    final boolean hasLegacyFinalizer() {
        return hasLegacyFinalizer;
    }

    final void runLegacyFinalizer(PyObject o) {
        slots().finalizeLegacy(ThreadState.current(), o);
    }

    final void runFinalizer(PyObject o) {
        slots().finalize(ThreadState.current(), o);
    }

    @Override
    protected void dropReferents() {
        Refs.xdecRef(namespace);
        Refs.xdecRef(bases);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        super.visitReferents(visitor);
        if (isHeapType()) {
            visitor.visit(namespace);
            if (bases != null) {
                visitor.visit(bases);
            }
            // The constructor's own reference: what a class has in its MRO.
            visitor.visit(this);
        }
    }

    @Override
    public String toString() {
        return "<class '" + name() + "'>";
    }
}
