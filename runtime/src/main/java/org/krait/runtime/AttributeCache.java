package org.krait.runtime;

import org.krait.objects.Mutations;
import org.krait.objects.PyDict;
import org.krait.objects.PyInstance;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.Slots;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;

/**
 * What an attribute instruction found out about a class: where its instances have the attribute. Immutable, so that
 * contexts may share it; valid while the class's version is the same. A site keeps the newest two.
 */
public final class AttributeCache {
    /** In the attributes of the instance: field {@code index}, or the dict. */
    private static final int OWN = 0;
    /** In the namespace of a module: entry {@code index}. */
    private static final int MODULE = 1;
    /** {@code value} for the class {@code owner} itself. */
    private static final int OF_CLASS = 2;
    /** {@code value}, an attribute of the class that is no descriptor, unless the instance has its own. */
    private static final int INHERITED = 3;
    /** {@code value}, a function of the class, unless the instance has its own. */
    private static final int METHOD = 4;
    /** As METHOD, for instances that have no attributes of their own. */
    private static final int PLAIN_METHOD = 5;
    /** In field {@code index} of the instance: a member of {@code __slots__}. */
    private static final int SLOT = 6;
    /** Too many classes come here. */
    private static final AttributeCache MEGAMORPHIC = new AttributeCache(0, OWN, 0, null, null, 0, null);
    private static final int MAX_CLASSES = 12;

    private final int version;
    private final int kind;
    private final int index;
    private final PyObject value;
    private final PyType owner;
    /** The number of shared keys when the name was not among them, or the version of {@code owner}. */
    private final int stamp;
    private final AttributeCache next;
    private final int depth;

    private AttributeCache(int version, int kind, int index, PyObject value, PyType owner, int stamp,
            AttributeCache next) {
        this.version = version;
        this.kind = kind;
        this.index = index;
        this.value = value;
        this.owner = owner;
        this.stamp = stamp;
        // One older entry is kept, and the number of those before it.
        this.next = next == null || next.next == null ? next
                : new AttributeCache(next.version, next.kind, next.index, next.value, next.owner, next.stamp, null);
        depth = next == null ? 0 : next.depth + 1;
    }

    /** {@code o.name}. */
    public static PyObject load(ThreadState ts, CodeObject co, PyObject o, int name, int site) {
        AttributeCache cache = (AttributeCache) co.caches[site];
        int version = o.type.version;
        while (cache != null) {
            if (cache.version == version) {
                PyObject found = cache.kind == OWN ? cache.own(o, co.names[name]) : cache.read(o, co.names[name]);
                if (found != null) {
                    return found;
                }
                break;
            }
            cache = cache.next;
        }
        return loadSlow(ts, co, o, co.names[name], site);
    }

    /** What this knows of {@code o.name} without a search; null when it has to be loaded. */
    public PyObject peek(PyObject o) {
        int now = o.type.version;
        return now == version ? peekHere(o) : next != null && now == next.version ? next.peekHere(o) : null;
    }

    private PyObject peekHere(PyObject o) {
        switch (kind) {
            case OWN: {
                PyInstance instance = (PyInstance) o;
                return instance.dict == null && index < instance.fields.length ? instance.fields[index] : null;
            }
            case OF_CLASS:
                return o == owner && owner.version == stamp ? value : null;
            case SLOT:
                return ((PyInstance) o).field(index);
            case INHERITED:
                return ((PyInstance) o).dict == null && lacksField((PyInstance) o) ? value : null;
            default:
                return null;
        }
    }

    /** The function of the class that {@code o.name(…)} calls with {@code o} first; null when it must be searched. */
    public PyObject peekMethod(PyObject o) {
        int now = o.type.version;
        return now == version ? methodHere(o) : next != null && now == next.version ? next.methodHere(o) : null;
    }

    private PyObject methodHere(PyObject o) {
        return kind == PLAIN_METHOD || kind == METHOD && ((PyInstance) o).dict == null && lacksField((PyInstance) o)
                ? value
                : null;
    }

    /**
     * Replaces the field of {@code o.name} that a store finds in its place, if this knows it, without counting; the
     * result is the old value, else null.
     */
    public PyObject replaceField(PyObject o, PyObject value) {
        int now = o.type.version;
        return now == version
                ? replaceHere(o, value)
                : next != null && now == next.version ? next.replaceHere(o, value) : null;
    }

    private PyObject replaceHere(PyObject o, PyObject value) {
        PyInstance instance = (PyInstance) o;
        PyObject[] fields = instance.fields;
        if (kind != SLOT && instance.dict != null || index >= fields.length || Mutations.isTold(instance)) {
            return null;
        }
        PyObject old = fields[index];
        if (old != null) {
            fields[index] = value;
        }
        return old;
    }

    private PyObject own(PyObject o, PyStr name) {
        PyInstance instance = (PyInstance) o;
        if (instance.dict == null) {
            PyObject[] fields = instance.fields;
            return index < fields.length ? fields[index] : null;
        }
        return instance.dict.get(name);
    }

    private PyObject read(PyObject o, PyStr name) {
        switch (kind) {
            case MODULE: {
                PyDict dict = ((PyModule) o).dict;
                PyObject[] keys = dict.keys;
                return index < keys.length && keys[index] == name ? dict.values[index] : null;
            }
            case OF_CLASS:
                return o == owner && owner.version == stamp ? value : null;
            case SLOT:
                return ((PyInstance) o).field(index);
            case INHERITED:
                return lacksOwn((PyInstance) o, name) ? value : null;
            default:
                return null;
        }
    }

    /** True when the instance has no attribute of the name itself. */
    private boolean lacksOwn(PyInstance instance, PyStr name) {
        if (instance.dict != null) {
            return instance.dict.indexOf(name) < 0;
        }
        return lacksField(instance);
    }

    private boolean lacksField(PyInstance instance) {
        if (index >= 0) {
            return index >= instance.fields.length || instance.fields[index] == null;
        }
        return instance.type.sharedKeys.size() == stamp;
    }

    private static PyObject loadSlow(ThreadState ts, CodeObject co, PyObject o, PyStr name, int site) {
        AttributeCache made = examine(o, name, false, (AttributeCache) co.caches[site]);
        if (made != null) {
            co.caches[site] = made;
        }
        return Attributes.get(ts, o, name);
    }

    /** Puts function and self, or bound callable and null, into two registers; takes the temporary over. */
    public static void loadMethod(ThreadState ts, CodeObject co, PyObject o, int name, int site, PyObject[] r,
            int base) {
        AttributeCache cache = (AttributeCache) co.caches[site];
        int version = o.type.version;
        while (cache != null) {
            if (cache.version == version) {
                if (cache.kind == METHOD || cache.kind == PLAIN_METHOD) {
                    if (cache.kind == PLAIN_METHOD || cache.lacksOwn((PyInstance) o, co.names[name])) {
                        r[base] = cache.value;
                        r[base + 1] = o;
                        return;
                    }
                } else {
                    PyObject found = cache.kind == OWN ? cache.own(o, co.names[name]) : cache.read(o, co.names[name]);
                    if (found != null) {
                        r[base] = found;
                        r[base + 1] = null;
                        Refs.dropKeeping(o, found);
                        return;
                    }
                }
                break;
            }
            cache = cache.next;
        }
        loadMethodSlow(ts, co, o, co.names[name], site, r, base);
    }

    /**
     * The function of the class that {@code o.name(…)} calls with {@code o} first, if the cache knows it; else null.
     */
    static PyObject method(CodeObject co, PyObject o, int name, int site) {
        AttributeCache cache = (AttributeCache) co.caches[site];
        int version = o.type.version;
        while (cache != null) {
            if (cache.version == version) {
                return cache.kind == PLAIN_METHOD
                        || cache.kind == METHOD && cache.lacksOwn((PyInstance) o, co.names[name]) ? cache.value : null;
            }
            cache = cache.next;
        }
        return null;
    }

    private static void loadMethodSlow(ThreadState ts, CodeObject co, PyObject o, PyStr name, int site, PyObject[] r,
            int base) {
        AttributeCache made = examine(o, name, true, (AttributeCache) co.caches[site]);
        if (made != null) {
            co.caches[site] = made;
        }
        if (isGeneric(o.type)) {
            PyObject found = o.type.lookup(name);
            if (found != null && Calls.isMethod(found)) {
                PyInstance attributes = (o.type.flags & PyType.HAS_DICT) == 0 ? null : o.attributes();
                if (attributes == null || attributes.attribute(name) == null) {
                    r[base] = found;
                    r[base + 1] = o;
                    return;
                }
            }
        }
        PyObject value = Attributes.get(ts, o, name);
        r[base] = value;
        r[base + 1] = null;
        Refs.dropKeeping(o, value);
    }

    /** True when attributes are looked up as object does. */
    private static boolean isGeneric(PyType type) {
        return type.special(Special.GETATTRIBUTE) == PyType.OBJECT.special(Special.GETATTRIBUTE);
    }

    /** A cache entry for the class of {@code o}; null when it cannot be cached. */
    private static AttributeCache examine(PyObject o, PyStr name, boolean methods, AttributeCache old) {
        // Who captures must be told of each read.
        if (old == MEGAMORPHIC || !name.isInterned() || Mutations.WATCHED) {
            return null;
        }
        if (old != null && old.depth >= MAX_CLASSES) {
            return MEGAMORPHIC;
        }
        PyType type = o.type;
        if (o instanceof PyModule module) {
            return examineModule(module, name, old);
        }
        if (o instanceof PyType cls) {
            return examineClass(cls, name, old);
        }
        if (!isGeneric(type)) {
            return null;
        }
        PyObject found = type.lookup(name);
        boolean hasDict = (type.flags & PyType.HAS_DICT) != 0;
        if (found == null) {
            return hasDict && o instanceof PyInstance instance ? examineOwn(instance, name, old) : null;
        }
        if (Calls.isMethod(found)) {
            if (!methods) {
                return null;
            }
            if (!hasDict) {
                return new AttributeCache(type.version, PLAIN_METHOD, -1, found, null, 0, old);
            }
            return o instanceof PyInstance ? examineInherited(type, METHOD, name, found, old) : null;
        }
        int field = SlotTable.fieldOf(found);
        if (field >= 0 && o instanceof PyInstance) {
            return new AttributeCache(type.version, SLOT, field, null, null, 0, old);
        }
        Slots slots = found.type.slots();
        if (slots.isDataDescriptor() || !hasDict || !(o instanceof PyInstance instance)) {
            return null;
        }
        if (instance.attribute(name) != null) {
            return examineOwn(instance, name, old);
        }
        return slots.isDescriptor() ? null : examineInherited(type, INHERITED, name, found, old);
    }

    private static AttributeCache examineOwn(PyInstance instance, PyStr name, AttributeCache old) {
        PyType type = instance.type;
        int index = type.sharedKeys.indexOf(name);
        return new AttributeCache(type.version, OWN, index < 0 ? Integer.MAX_VALUE : type.slotCount + index, null, null,
                0, old);
    }

    private static AttributeCache examineInherited(PyType type, int kind, PyStr name, PyObject value,
            AttributeCache old) {
        int index = type.sharedKeys.indexOf(name);
        return new AttributeCache(type.version, kind, index < 0 ? -1 : type.slotCount + index, value, null,
                type.sharedKeys.size(), old);
    }

    private static AttributeCache examineModule(PyModule module, PyStr name, AttributeCache old) {
        if (module.type != PyModule.TYPE || module.dict == null) {
            return null;
        }
        PyObject found = module.type.lookup(name);
        int entry = module.dict.indexOf(name);
        if (entry < 0 || module.dict.keys[entry] != name || found != null && found.type.slots().isDataDescriptor()) {
            return null;
        }
        return new AttributeCache(module.type.version, MODULE, entry, null, null, 0, old);
    }

    private static AttributeCache examineClass(PyType cls, PyStr name, AttributeCache old) {
        if (cls.type != PyType.TYPE || PyType.TYPE.lookup(name) != null) {
            return null;
        }
        PyObject found = cls.lookup(name);
        if (found == null || !Calls.isMethod(found) && found.type.slots().isDescriptor()) {
            return null;
        }
        return new AttributeCache(cls.type.version, OF_CLASS, 0, found, cls, cls.version, old);
    }

    /** {@code o.name = value}. */
    public static void store(ThreadState ts, CodeObject co, PyObject o, int name, PyObject value, int site) {
        AttributeCache cache = (AttributeCache) co.caches[site];
        int version = o.type.version;
        while (cache != null) {
            if (cache.version == version) {
                if (cache.write((PyInstance) o, co.names[name], value)) {
                    return;
                }
                break;
            }
            cache = cache.next;
        }
        storeSlow(ts, co, o, co.names[name], value, site);
    }

    private boolean write(PyInstance instance, PyStr name, PyObject value) {
        if (kind == SLOT) {
            instance.setField(index, value);
            return true;
        }
        if (instance.dict != null) {
            instance.dict.put(name, value);
            return true;
        }
        PyObject[] fields = instance.fields;
        int i = index;
        if (i < fields.length && fields[i] != null && !Mutations.isTold(instance)) {
            PyObject old = fields[i];
            Refs.incRefFrom(instance, value);
            fields[i] = value;
            Refs.decRef(old);
            return true;
        }
        if (i == instance.type.slotCount || i <= fields.length && fields[i - 1] != null) {
            instance.setField(i, value);
            return true;
        }
        return false;
    }

    private static void storeSlow(ThreadState ts, CodeObject co, PyObject o, PyStr name, PyObject value, int site) {
        Attributes.set(ts, o, name, value);
        PyType type = o.type;
        AttributeCache old = (AttributeCache) co.caches[site];
        if (old == MEGAMORPHIC || !(o instanceof PyInstance) || o instanceof PyType || !name.isInterned()
                || type.special(Special.SETATTR) != PyType.OBJECT.special(Special.SETATTR)) {
            return;
        }
        PyObject found = type.lookup(name);
        int field = found == null ? -1 : SlotTable.fieldOf(found);
        if (field >= 0) {
            co.caches[site] = old != null && old.depth >= MAX_CLASSES
                    ? MEGAMORPHIC
                    : new AttributeCache(type.version, SLOT, field, null, null, 0, old);
            return;
        }
        if ((type.flags & PyType.HAS_DICT) == 0 || found != null && found.type.slots().isDataDescriptor()) {
            return;
        }
        int index = type.sharedKeys.indexOf(name);
        if (index >= 0) {
            co.caches[site] = old != null && old.depth >= MAX_CLASSES
                    ? MEGAMORPHIC
                    : new AttributeCache(type.version, OWN, type.slotCount + index, null, null, 0, old);
        }
    }
}
