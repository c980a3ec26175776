package org.krait.runtime;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.Mutations;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyCell;
import org.krait.objects.PyClassMethod;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyFunction;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStaticMethod;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;

/** Makes heap types: what {@code type.__new__} does, as CPython 3.12 {@code Objects/typeobject.c}. */
public final class TypeBuilder {
    private static final PyStr NEW = PyStr.interned("__new__");
    private static final PyStr INIT_SUBCLASS = PyStr.interned("__init_subclass__");
    private static final PyStr CLASS_GETITEM = PyStr.interned("__class_getitem__");
    private static final PyStr SLOTS = PyStr.interned("__slots__");
    private static final PyStr DICT = PyStr.interned("__dict__");
    private static final PyStr WEAKREF = PyStr.interned("__weakref__");
    private static final PyStr QUALNAME = PyStr.interned("__qualname__");
    private static final PyStr CLASSCELL = PyStr.interned("__classcell__");
    private static final PyStr CLASSDICTCELL = PyStr.interned("__classdictcell__");
    private static final PyStr MODULE = PyStr.interned("__module__");
    private static final PyStr NAME = PyStr.interned("__name__");
    private static final PyStr DOC = PyStr.interned("__doc__");
    private static final PyStr HASH = PyStr.interned("__hash__");
    private static final PyStr EQ = PyStr.interned("__eq__");
    private static final PyStr SET_NAME = PyStr.interned("__set_name__");
    private static final PyStr MRO_ENTRIES = PyStr.interned("__mro_entries__");
    private static final PyStr ADD_NOTE = PyStr.interned("add_note");

    private final ThreadState ts;
    private final PyStr name;
    private final PyTuple bases;
    private final PyDict namespace;
    private final PyType base;
    private final PyType metatype;
    private PyType type;
    private final List<PyStr> members = new ArrayList<>();

    private TypeBuilder(ThreadState ts, PyType metatype, PyStr name, PyTuple bases, PyDict namespace) {
        this.ts = ts;
        this.metatype = metatype;
        this.name = name;
        this.bases = bases;
        this.namespace = namespace;
        base = Layouts.bestBase(bases);
    }

    /** {@code type.__new__(metatype, name, bases, namespace, **keywords)}. */
    public static PyObject make(ThreadState ts, PyType metatype, PyStr name, PyTuple declared, PyDict dict,
            PyObject[] keywordValues, PyStr[] keywords) {
        PyTuple bases = declared;
        PyType winner = metatype;
        if (declared.size() == 0) {
            bases = PyTuple.constant(PyType.OBJECT);
        } else {
            for (PyObject o : declared.items) {
                PyObject entries = o instanceof PyType ? null : Attributes.lookup(ts, o, MRO_ENTRIES);
                if (entries != null) {
                    Refs.drop(entries);
                    throw Errors.typeError(
                            "type() doesn't support MRO entry resolution; use types.new_class()");
                }
            }
            winner = winner(metatype, declared);
            if (winner != metatype && winner.special(Special.NEW) != PyType.TYPE.special(Special.NEW)) {
                PyObject[] args = new PyObject[3 + keywordValues.length];
                args[0] = name;
                args[1] = declared;
                args[2] = dict;
                System.arraycopy(keywordValues, 0, args, 3, keywordValues.length);
                return winner.slots().newInstance(ts, winner, args, keywords);
            }
        }
        PyType made = new TypeBuilder(ts, winner, name, bases, intern(ts, dict)).build();
        setNames(ts, made);
        initSubclass(ts, made, keywordValues, keywords);
        return made;
    }

    /** The most derived of a metaclass and the metaclasses of the bases. */
    public static PyType winner(PyType metatype, PyTuple bases) {
        PyType winner = metatype;
        for (PyObject base : bases.items) {
            PyType candidate = base.type;
            if (winner.isSubtypeOf(candidate)) {
                continue;
            }
            if (!candidate.isSubtypeOf(winner)) {
                throw Errors.typeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) "
                        + "subclass of the metaclasses of all its bases");
            }
            winner = candidate;
        }
        return winner;
    }

    /** A copy of the namespace with interned names. */
    private static PyDict intern(ThreadState ts, PyDict dict) {
        PyDict made = new PyDict();
        for (int i = dict.nextEntry(0); i >= 0; i = dict.nextEntry(i + 1)) {
            if (dict.keys[i] instanceof PyStr key) {
                made.put(key.intern(), dict.values[i]);
            } else {
                made.put(ts, dict.keys[i], dict.hashes[i], dict.values[i]);
            }
        }
        return made;
    }

    private PyType build() {
        checkName(name);
        if (namespace.get(DOC) instanceof PyStr doc) {
            checkEncodable(doc);
        }
        type = new PyType(metatype, name, namespace);
        type.base = base;
        type.setBases(bases);
        type.slotCount = base.slotCount;
        type.flags |= base.flags & (PyType.HAS_DICT | PyType.HAS_WEAKREF | PyType.MATCH_SELF);
        PyObject slots = namespace.get(SLOTS);
        if (slots == null) {
            addDict();
            addWeakref();
        } else {
            declareSlots(slots);
        }
        qualifiedName();
        if (namespace.get(MODULE) == null && ts.frame != null) {
            PyObject module = ts.frame.globals.get(NAME);
            if (module != null) {
                namespace.put(MODULE, module);
            }
        }
        implicitMethods();
        PyObject cell = namespace.get(CLASSCELL);
        if (cell != null) {
            if (!(cell instanceof PyCell c)) {
                throw Errors.typeError("__classcell__ must be a nonlocal cell, not <class '" + cell.type.name()
                        + "'>");
            }
            c.set(type);
            namespace.remove(CLASSCELL);
        }
        if (namespace.get(CLASSDICTCELL) instanceof PyCell scopes) {
            // Annotation scopes of the class see what is assigned to its attributes later.
            scopes.set(namespace);
            namespace.remove(CLASSDICTCELL);
        }
        addMembers();
        if (namespace.get(DOC) == null) {
            namespace.put(DOC, PySingleton.NONE);
        }
        if (namespace.get(HASH) == null && namespace.get(EQ) != null) {
            namespace.put(HASH, PySingleton.NONE);
        }
        type.mro = new PyType[] {type};
        setMro(ts, type);
        inheritPatternFlags(type);
        type.modified();
        for (PyObject b : bases.items) {
            Mutations.noteSubclass((PyType) b);
            addSubclass(ts, (PyType) b, type);
        }
        return type;
    }

    /** A class's name must have a place in C strings, as CPython says. */
    public static void checkName(PyStr name) {
        checkEncodable(name);
        if (name.toString().indexOf('\0') >= 0) {
            throw Errors.valueError("type name must not contain null characters");
        }
    }

    /** UnicodeEncodeError for a text with lone surrogates. */
    public static void checkEncodable(PyStr text) {
        if (text.latin1 != null) {
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.at(i) >= 0xd800 && text.at(i) <= 0xdfff) {
                throw Errors.withArgs(ExceptionTypes.UNICODE_ENCODE_ERROR, PyStr.of("utf-8"), text, PyInt.of(i),
                        PyInt.of(i + 1), PyStr.of("surrogates not allowed"));
            }
        }
    }

    private static void inheritPatternFlags(PyType type) {
        for (PyType t : type.mro) {
            if ((type.flags & (PyType.MAPPING | PyType.SEQUENCE)) == 0) {
                type.flags |= t.flags & (PyType.MAPPING | PyType.SEQUENCE);
            }
        }
    }

    private void qualifiedName() {
        PyObject qualname = namespace.get(QUALNAME);
        if (qualname == null) {
            return;
        }
        if (!(qualname instanceof PyStr text)) {
            throw Errors.typeError("type __qualname__ must be a str, not " + qualname.type.name());
        }
        type.setQualifiedName(text);
        namespace.remove(QUALNAME);
    }

    private void implicitMethods() {
        if (namespace.get(NEW) instanceof PyFunction f) {
            namespace.put(NEW, new PyStaticMethod(f));
        }
        if (namespace.get(INIT_SUBCLASS) instanceof PyFunction f) {
            namespace.put(INIT_SUBCLASS, new PyClassMethod(f));
        }
        if (namespace.get(CLASS_GETITEM) instanceof PyFunction f) {
            namespace.put(CLASS_GETITEM, new PyClassMethod(f));
        }
    }

    // __slots__, __dict__ and __weakref__.

    private boolean mayAddDict() {
        return !base.hasFlag(PyType.HAS_DICT);
    }

    private boolean mayAddWeakref() {
        return !base.hasFlag(PyType.HAS_WEAKREF) && !Layouts.hasItems(base);
    }

    private void addDict() {
        if (mayAddDict()) {
            type.flags |= PyType.HAS_DICT;
        }
    }

    private void addWeakref() {
        if (mayAddWeakref()) {
            type.flags |= PyType.HAS_WEAKREF;
        }
    }

    private void declareSlots(PyObject declared) {
        PyObject[] items = declared instanceof PyStr ? new PyObject[] {declared} : Iteration.toArray(ts, declared);
        if (items.length > 0 && Layouts.hasItems(base)) {
            throw Errors.typeError("nonempty __slots__ not supported for subtype of '" + base.name() + "'");
        }
        boolean dict = false;
        boolean weakref = false;
        List<String> names = new ArrayList<>();
        for (PyObject item : items) {
            if (!(item instanceof PyStr slot)) {
                throw Errors.typeError("__slots__ items must be strings, not '" + item.type.name() + "'");
            }
            if (!isIdentifier(slot)) {
                throw Errors.typeError("__slots__ must be identifiers");
            }
            if (slot.equalTo(DICT)) {
                if (!mayAddDict() || dict) {
                    throw Errors.typeError("__dict__ slot disallowed: we already got one");
                }
                dict = true;
            } else if (slot.equalTo(WEAKREF)) {
                if (!mayAddWeakref() || weakref) {
                    throw Errors.typeError("__weakref__ slot disallowed: we already got one");
                }
                weakref = true;
            } else {
                String mangled = mangle(slot.toString());
                PyStr key = PyStr.interned(mangled);
                if (namespace.get(key) != null && !key.equalTo(QUALNAME) && !key.equalTo(CLASSCELL)) {
                    throw Errors.valueError(
                            key.type.slots().repr(ts, key) + " in __slots__ conflicts with class variable");
                }
                names.add(mangled);
            }
        }
        Collections.sort(names);
        for (String slot : names) {
            PyStr key = PyStr.interned(slot);
            members.add(key);
        }
        if (dict) {
            addDict();
        }
        if (weakref) {
            addWeakref();
        }
        slotsOfOtherBases(dict, weakref);
    }

    /**
     * The descriptors of the slots, then those of a dictionary and of weak references. One that hides behind a class
     * attribute (of the slots it can only be __classcell__) is left.
     */
    private void addMembers() {
        for (PyStr key : members) {
            PyBuiltin member = SlotTable.member(type, key, type.slotCount++);
            if (namespace.get(key) == null) {
                namespace.put(key, member);
            }
        }
        if (mayAddDict() && type.hasFlag(PyType.HAS_DICT) && namespace.get(DICT) == null) {
            namespace.put(DICT, SlotTable.dict(type));
        }
        if (mayAddWeakref() && type.hasFlag(PyType.HAS_WEAKREF) && namespace.get(WEAKREF) == null) {
            namespace.put(WEAKREF, SlotTable.weakref(type));
        }
    }

    /** Asks the metaclass for the MRO, unless the question itself has led to one. */
    private static void setMro(ThreadState ts, PyType type) {
        PyType[] old = type.mro;
        PyType[] made = Mro.of(ts, type);
        if (type.mro == old) {
            type.mro = made;
        }
    }

    /** True while the MRO of a new class is not known. */
    public static boolean isIncomplete(PyType type) {
        return type.mro.length == 1 && type.isHeapType() && type.base != null;
    }

    /** A second base may bring a dictionary or weak references although {@code __slots__} did not ask for them. */
    private void slotsOfOtherBases(boolean dict, boolean weakref) {
        if (bases.size() < 2) {
            return;
        }
        for (PyObject o : bases.items) {
            PyType other = (PyType) o;
            if (other == base) {
                continue;
            }
            if (!dict && mayAddDict() && other.hasFlag(PyType.HAS_DICT)) {
                addDict();
            }
            if (!weakref && mayAddWeakref() && other.hasFlag(PyType.HAS_WEAKREF)) {
                addWeakref();
            }
        }
    }

    private static boolean isIdentifier(PyStr slot) {
        String text = slot.toString();
        if (text.isEmpty()) {
            return false;
        }
        int first = text.codePointAt(0);
        if (first != '_' && !Character.isUnicodeIdentifierStart(first)) {
            return false;
        }
        for (int i = Character.charCount(first); i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (!Character.isUnicodeIdentifierPart(c) || Character.isIdentifierIgnorable(c)) {
                return false;
            }
        }
        return true;
    }

    /** Private names, as the compiler mangles them. */
    private String mangle(String slot) {
        String cls = name.toString();
        if (!slot.startsWith("__") || slot.endsWith("__") || slot.indexOf('.') >= 0) {
            return slot;
        }
        int i = 0;
        while (i < cls.length() && cls.charAt(i) == '_') {
            i++;
        }
        return i == cls.length() ? slot : "_" + cls.substring(i) + slot;
    }

    // After the class exists.

    private static void setNames(ThreadState ts, PyType type) {
        PyDict entries = type.namespace();
        PyObject[] keys = entries.keys.clone();
        PyObject[] values = entries.values.clone();
        for (int i = 0; i < keys.length; i++) {
            PyObject value = values[i];
            PyObject method = value == null ? null : value.type.lookup(SET_NAME);
            if (method == null) {
                continue;
            }
            Refs.incRef(value);
            try {
                Refs.drop(HeapSlots.invoke(ts, method, value, type, keys[i]));
            } catch (PyException e) {
                PyStr note = PyStr.of("Error calling __set_name__ on '" + value.type.name() + "' instance "
                        + keys[i].type.slots().repr(ts, keys[i]) + " in '" + type.name() + "'");
                Refs.drop(Calls.callMethod(ts, e.value, ADD_NOTE, note));
                throw e;
            } finally {
                Refs.decRef(value);
            }
        }
    }

    private static void initSubclass(ThreadState ts, PyType type, PyObject[] keywordValues, PyStr[] keywords) {
        PyObject method = null;
        boolean after = false;
        for (PyType t : type.mro) {
            if (after && method == null) {
                method = t.namespace().get(INIT_SUBCLASS);
            }
            after |= t == type;
        }
        if (!after) {
            throw Errors.typeError("super(type, obj): obj must be an instance or subtype of type");
        }
        if (method == null) {
            // A custom mro() put nothing after the class: then it is object's, which does nothing.
            return;
        }
        if (method instanceof PyBuiltin b && b.owner == PyType.OBJECT && keywordValues.length == 0) {
            return;
        }
        PyObject bound = Attributes.bind(ts, method, null, type);
        Refs.drop(Calls.consume(ts, bound, keywordValues, keywords));
    }

    /** Notes a class among the subclasses of a base. */
    public static void addSubclass(ThreadState ts, PyType base, PyType sub) {
        ArrayList<WeakReference<PyType>> list;
        if (base.isHeapType()) {
            if (base.subclasses == null) {
                base.subclasses = new ArrayList<>();
            }
            list = base.subclasses;
        } else {
            list = ts.interp.builtinSubclasses.get(base);
            if (list == null) {
                list = new ArrayList<>();
                ts.interp.builtinSubclasses.put(base, list);
            }
        }
        int size = list.size();
        if (size >= 16 && (size & size - 1) == 0) {
            removeDead(list, null);
        }
        list.add(new WeakReference<>(sub));
    }

    /** Forgets a class among the subclasses of a base. */
    static void removeSubclass(ThreadState ts, PyType base, PyType sub) {
        ArrayList<WeakReference<PyType>> list =
                base.isHeapType() ? base.subclasses : ts.interp.builtinSubclasses.get(base);
        if (list != null) {
            removeDead(list, sub);
        }
    }

    private static void removeDead(ArrayList<WeakReference<PyType>> list, PyType gone) {
        for (int i = list.size() - 1; i >= 0; i--) {
            PyType t = list.get(i).get();
            if (t == null || t == gone || Refs.isDestroyed(t)) {
                list.remove(i);
            }
        }
    }

    /** The heap types that name a class as a base, oldest first. */
    public static List<PyType> subclasses(ThreadState ts, PyType base) {
        PyType[] made = ts.interp.subclassSource == null ? null : ts.interp.subclassSource.makeSubclasses(base);
        ArrayList<WeakReference<PyType>> list =
                base.isHeapType() ? base.subclasses : ts.interp.builtinSubclasses.get(base);
        List<PyType> live = new ArrayList<>();
        if (list != null) {
            if (made != null) {
                order(list, made);
            }
            for (WeakReference<PyType> reference : list) {
                PyType sub = reference.get();
                if (sub != null && !Refs.isDestroyed(sub)) {
                    live.add(sub);
                }
            }
        }
        return live;
    }

    private static final class ByAge implements Comparator<PyType> {
        @Override
        public int compare(PyType a, PyType b) {
            return Integer.compare(a.birth, b.birth);
        }
    }

    /** Orders a list by age, and those that are of the same age as some classes are ordered. */
    private static void order(ArrayList<WeakReference<PyType>> list, PyType[] first) {
        IdentityHashMap<PyType, WeakReference<PyType>> known = new IdentityHashMap<>();
        for (WeakReference<PyType> reference : list) {
            if (reference.get() != null) {
                known.put(reference.get(), reference);
            }
        }
        IdentityHashMap<PyType, WeakReference<PyType>> left = new IdentityHashMap<>(known);
        ArrayList<PyType> ordered = new ArrayList<>();
        for (PyType type : first) {
            if (left.remove(type) != null) {
                ordered.add(type);
            }
        }
        for (WeakReference<PyType> reference : list) {
            PyType type = reference.get();
            if (type != null && left.remove(type) != null) {
                ordered.add(type);
            }
        }
        ordered.sort(new ByAge());
        list.clear();
        for (PyType type : ordered) {
            list.add(known.get(type));
        }
    }

    /** What {@code type.mro(cls)} answers: the C3 linearization, whatever the metaclass does. */
    public static PyType[] computeMro(PyType type) {
        return Mro.c3(type);
    }

    /** {@code cls.__bases__ = bases}. */
    public static void setBases(ThreadState ts, PyType type, PyObject value) {
        if (!type.isHeapType()) {
            throw Errors.typeError("cannot set '__bases__' attribute of immutable type '" + type.name() + "'");
        }
        if (value == null) {
            throw Errors.typeError("cannot delete '__bases__' attribute of type '" + type.name() + "'");
        }
        if (!(value instanceof PyTuple bases)) {
            throw Errors.typeError("can only assign tuple to " + type.name() + ".__bases__, not " + value.type.name());
        }
        if (bases.size() == 0) {
            throw Errors.typeError("can only assign non-empty tuple to " + type.name() + ".__bases__, not ()");
        }
        for (PyObject o : bases.items) {
            if (!(o instanceof PyType b)) {
                throw Errors.typeError(type.name() + ".__bases__ must be tuple of classes, not '" + o.type.name()
                        + "'");
            }
            if (b.isSubtypeOf(type) || inBaseChain(b, type)) {
                throw Errors.typeError("a __bases__ item causes an inheritance cycle");
            }
        }
        PyType newBase = Layouts.bestBase(bases);
        if (!compatible(type.base, newBase)) {
            throw Errors.typeError("__bases__ assignment: '" + newBase.name() + "' object layout differs from '"
                    + type.base.name() + "'");
        }
        PyTuple oldBases = type.bases();
        PyType oldBase = type.base;
        Map<PyType, PyType[]> undo = new LinkedHashMap<>();
        Refs.incRef(oldBases);
        try {
            type.setBases(bases);
            type.base = newBase;
            recomputeMro(ts, type, undo);
        } catch (PyException e) {
            if (type.bases() == bases) {
                type.setBases(oldBases);
                type.base = oldBase;
                for (Map.Entry<PyType, PyType[]> entry : undo.entrySet()) {
                    entry.getKey().mro = entry.getValue();
                    entry.getKey().modified();
                }
            }
            throw e;
        } finally {
            Refs.decRef(oldBases);
        }
        if (type.bases() != bases) {
            // An mro() method has set other bases meanwhile: those count.
            return;
        }
        for (PyObject o : oldBases.items) {
            removeSubclass(ts, (PyType) o, type);
        }
        for (PyObject o : bases.items) {
            Mutations.noteSubclass((PyType) o);
            addSubclass(ts, (PyType) o, type);
        }
        type.modified();
    }

    /** An mro() method may ask in the middle of a change, when the MRO does not show the new base yet. */
    private static boolean inBaseChain(PyType type, PyType wanted) {
        for (PyType t = type; t != null; t = t.base) {
            if (t == wanted) {
                return true;
            }
        }
        return false;
    }

    private static void recomputeMro(ThreadState ts, PyType type, Map<PyType, PyType[]> undo) {
        List<PyType> below = subclasses(ts, type);
        undo.put(type, type.mro);
        setMro(ts, type);
        type.modified();
        for (PyType sub : below) {
            recomputeMro(ts, sub, undo);
        }
    }

    /**
     * True when instances of one class could be instances of the other: same fields, dictionary and weak references.
     */
    static boolean compatible(PyType from, PyType to) {
        if (Layouts.solidBase(from) != Layouts.solidBase(to) && !sameSlots(from, to)) {
            return false;
        }
        int features = PyType.HAS_DICT | PyType.HAS_WEAKREF;
        return (from.flags & features) == (to.flags & features);
    }

    private static boolean sameSlots(PyType from, PyType to) {
        PyType a = Layouts.solidBase(from);
        PyType b = Layouts.solidBase(to);
        if (!a.isHeapType() || !b.isHeapType() || Layouts.solidBase(a.base) != Layouts.solidBase(b.base)
                || a.slotCount != b.slotCount) {
            return false;
        }
        return memberNames(a).equals(memberNames(b));
    }

    private static List<String> memberNames(PyType type) {
        List<String> names = new ArrayList<>();
        PyDict entries = type.namespace();
        for (int i = entries.nextEntry(0); i >= 0; i = entries.nextEntry(i + 1)) {
            if (SlotTable.fieldOf(entries.values[i]) >= 0) {
                names.add(entries.keys[i].toString());
            }
        }
        Collections.sort(names);
        return names;
    }
}
