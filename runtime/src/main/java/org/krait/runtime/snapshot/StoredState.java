package org.krait.runtime.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.krait.objects.PyBool;
import org.krait.objects.PyBytes;
import org.krait.objects.PyComplex;
import org.krait.objects.PyDict;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInstance;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySet;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;

/**
 * Describes what the program has stored in an object of a unit: all that a module can tell by reading it. In a process
 * in which the same was stored there, the module reads the same.
 *
 * <p>A description is a tuple of a kind, an int, and of parts: an object of a unit or a native one, which is meant
 * itself; a value without parts; descriptions of what a container holds; or class, names of attributes and slots of an
 * instance. All but the first two are objects of the program, which get numbers in the order in which the descriptions
 * of a unit meet them: who compares the same values with these meets the same objects under the same numbers.
 */
public final class StoredState {
    private static final int SAME = 0;
    private static final int VALUE = 1;
    private static final int SEEN = 2;
    private static final int TUPLE = 3;
    private static final int LIST = 4;
    private static final int SET = 5;
    private static final int FROZEN_SET = 6;
    private static final int DICT = 7;
    /** An instance whose attributes are only named: those that are read are described as if they were stored. */
    private static final int OBJECT = 8;
    private static final int UNSET = 9;
    /** More than this is no setting, and would cost each process more than executing. */
    private static final int MAX_PARTS = 5_000;
    private static final int MAX_DEPTH = 50;
    private static final int MAX_SET = 200;

    private final Ownership ownership;
    private final NativeSymbols symbols;
    private final Map<PyObject, Set<Running>> changers;
    private final Map<PyObject, Boolean> met = new IdentityHashMap<>();
    private int count;
    private int depth;

    private StoredState(Ownership ownership, NativeSymbols symbols, Map<PyObject, Set<Running>> changers) {
        this.ownership = ownership;
        this.symbols = symbols;
        this.changers = changers;
    }

    /**
     * What is to be told of a value; null when that cannot be: it is of the program's own classes, for example.
     *
     * @param changers the modules that have changed objects of the program
     * @param named is told of each instance of which only the names of the attributes are told
     */
    static StoredRead.Part describe(PyObject value, Ownership ownership, NativeSymbols symbols,
            Map<PyObject, Set<Running>> changers, Consumer<PyObject> named) {
        StoredState describing = new StoredState(ownership, symbols, changers);
        StoredRead.Part part = describing.describe(value);
        if (part != null) {
            for (PyObject o : describing.met.keySet()) {
                if (o.getClass() == PyInstance.class) {
                    named.accept(o);
                }
            }
        }
        return part;
    }

    private StoredRead.Part describe(PyObject o) {
        if (o == null) {
            return new StoredRead.Part(UNSET, null, List.of(), Set.of());
        }
        if (++count > MAX_PARTS || depth == MAX_DEPTH) {
            return null;
        }
        PyObject value = plainValue(o);
        if (value != null) {
            return new StoredRead.Part(VALUE, value, List.of(), Set.of());
        }
        if (!ownership.isOfProgram(o) && (o.getClass() != PyTuple.class || isKnown(o))) {
            // A unit's or a native one; or of a module that is executed: the writer knows what becomes of that.
            return new StoredRead.Part(SAME, o, List.of(), Set.of());
        }
        if (met.putIfAbsent(o, true) != null) {
            return new StoredRead.Part(SEEN, o, List.of(), Set.of());
        }
        depth++;
        try {
            return composed(o);
        } finally {
            depth--;
        }
    }

    private boolean isKnown(PyObject o) {
        return ownership.place(o) != null || symbols.find(o) != null;
    }

    private StoredRead.Part composed(PyObject o) {
        if (o.getClass() == PyTuple.class) {
            return all(TUPLE, o, ((PyTuple) o).items);
        } else if (o.getClass() == PyList.class && o.type == PyList.TYPE) {
            return all(LIST, o, items((PyList) o));
        } else if (o instanceof PySet s && (o.type == PySet.TYPE || o.type == PySet.FROZEN_TYPE)) {
            PyObject[] items = s.toArray();
            for (PyObject item : items) {
                if (items.length > MAX_SET || plainValue(item) == null) {
                    return null;
                }
            }
            return all(o.type == PySet.TYPE ? SET : FROZEN_SET, o, items);
        } else if (o.getClass() == PyDict.class && o.type == PyDict.TYPE) {
            return all(DICT, o, entries((PyDict) o));
        } else if (o.getClass() == PyInstance.class && !ownership.isOfProgram(o.type)) {
            PyTuple names = names((PyInstance) o);
            return names == null ? null : all(OBJECT, o, slots((PyInstance) o),
                    new StoredRead.Part(SAME, o.type, List.of(), Set.of()),
                    new StoredRead.Part(VALUE, names, List.of(), Set.of()));
        }
        return null;
    }

    private StoredRead.Part all(int kind, PyObject o, PyObject[] items, StoredRead.Part... before) {
        List<StoredRead.Part> parts = new ArrayList<>(List.of(before));
        for (PyObject item : items) {
            StoredRead.Part part = describe(item);
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        return new StoredRead.Part(kind, o, parts, Set.copyOf(changers.getOrDefault(o, Set.of())));
    }

    /**
     * The description of a value as it is written.
     *
     * @param numbers the numbers of the objects of the program that were met before; those of the value are added
     */
    static PyTuple write(StoredRead.Part part, Map<PyObject, Integer> numbers) {
        PyInt kind = PyInt.of(part.kind());
        if (part.object() == null) {
            return PyTuple.of(kind);
        } else if (part.kind() == VALUE || part.kind() == SAME) {
            return PyTuple.of(kind, part.object());
        }
        Integer before = numbers.putIfAbsent(part.object(), numbers.size());
        if (before != null) {
            return PyTuple.of(PyInt.of(SEEN), PyInt.of(before));
        }
        PyObject[] all = new PyObject[part.parts().size() + 1];
        all[0] = kind;
        for (int i = 1; i < all.length; i++) {
            StoredRead.Part inner = part.parts().get(i - 1);
            boolean isPlain = part.kind() == SET || part.kind() == FROZEN_SET;
            all[i] = isPlain ? inner.object() : write(inner, numbers);
        }
        return PyTuple.of(all);
    }

    private static PyObject[] entries(PyDict d) {
        List<PyObject> entries = new ArrayList<>();
        for (int i = d.nextEntry(0); i >= 0; i = d.nextEntry(i + 1)) {
            entries.add(d.keys[i]);
            entries.add(d.values[i]);
        }
        return entries.toArray(new PyObject[0]);
    }

    private static PyObject[] items(PyList list) {
        return Arrays.copyOf(list.items, list.size);
    }

    /** The names of an object's attributes; null when one is no exact str. */
    private static PyTuple names(PyInstance o) {
        PyObject[] names = o.attributeNames();
        for (PyObject name : names) {
            if (name.getClass() != PyStr.class) {
                return null;
            }
        }
        return PyTuple.of(names);
    }

    private static PyObject[] slots(PyInstance o) {
        PyObject[] slots = new PyObject[o.type.slotCount];
        System.arraycopy(o.fields, 0, slots, 0, Math.min(slots.length, o.fields.length));
        return slots;
    }

    /** A value that has no parts, or one equal to it that nobody owns; null for other objects. */
    private static PyObject plainValue(PyObject o) {
        if (o instanceof PySingleton || o instanceof PyBool || o.getClass() == PyStr.class
                || o.getClass() == PyInt.class) {
            return o;
        } else if (o.getClass() == PyFloat.class) {
            return new PyFloat(((PyFloat) o).value);
        } else if (o.getClass() == PyBytes.class) {
            return new PyBytes(((PyBytes) o).value);
        }
        return o instanceof PyComplex c && o.getClass() == PyComplex.class ? new PyComplex(c.real, c.imag) : null;
    }

    /** Follows the values of a unit's reads, and the descriptions of those that were captured, in their order. */
    public static final class Comparison {
        private final IdentityHashMap<PyObject, Integer> seen = new IdentityHashMap<>();
        private final ArrayList<PyObject> objects = new ArrayList<>();
        private int depth;

        /** An object that was met, by number; null for none. */
        public PyObject object(int number) {
            return number < 0 || number >= objects.size() ? null : objects.get(number);
        }

        private boolean meets(PyObject value) {
            if (seen.putIfAbsent(value, objects.size()) != null) {
                return false;
            }
            objects.add(value);
            return true;
        }

        /** Whether a value is as a description says; of what is no description, no value is. */
        public boolean isAs(PyObject value, PyObject description) {
            if (!(description instanceof PyTuple parts) || parts.size() == 0 || !(parts.item(0) instanceof PyInt kind)
                    || depth > MAX_DEPTH) {
                return false;
            }
            if (value == null || kind.value == UNSET) {
                return value == null && kind.value == UNSET;
            }
            switch ((int) kind.value) {
                case SAME:
                    return parts.size() == 2 && value == parts.item(1);
                case VALUE:
                    return parts.size() == 2 && isSameValue(value, parts.item(1));
                case SEEN:
                    Integer index = seen.get(value);
                    return index != null && parts.size() == 2 && parts.item(1) instanceof PyInt i && i.value == index;
                default:
                    if (!meets(value)) {
                        return false;
                    }
                    depth++;
                    boolean isAs = isComposedAs((int) kind.value, value, parts);
                    depth--;
                    return isAs;
            }
        }

        private boolean isComposedAs(int kind, PyObject value, PyTuple parts) {
            switch (kind) {
                case TUPLE:
                    return value.getClass() == PyTuple.class && areAs(((PyTuple) value).items, parts, 1);
                case LIST:
                    return isOf(value, PyList.class, PyList.TYPE) && areAs(items((PyList) value), parts, 1);
                case SET:
                    return isOf(value, PySet.class, PySet.TYPE) && hasValues((PySet) value, parts);
                case FROZEN_SET:
                    return isOf(value, PySet.class, PySet.FROZEN_TYPE) && hasValues((PySet) value, parts);
                case DICT:
                    return isOf(value, PyDict.class, PyDict.TYPE) && areAs(entries((PyDict) value), parts, 1);
                case OBJECT:
                    return value.getClass() == PyInstance.class && parts.size() > 2
                            && isAs(value.type, parts.item(1)) && hasNames((PyInstance) value, parts.item(2))
                            && areAs(slots((PyInstance) value), parts, 3);
                default:
                    return false;
            }
        }

        private static boolean hasNames(PyInstance value, PyObject description) {
            PyTuple names = names(value);
            if (names == null || !(description instanceof PyTuple parts) || parts.size() != 2
                    || !(parts.item(1) instanceof PyTuple expected) || names.size() != expected.size()) {
                return false;
            }
            for (int i = 0; i < names.size(); i++) {
                if (!isSameValue(names.item(i), expected.item(i))) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isOf(PyObject value, Class<?> javaClass, PyType type) {
            return value.getClass() == javaClass && value.type == type;
        }

        /** Compares with the parts from one on. */
        private boolean areAs(PyObject[] items, PyTuple parts, int from) {
            if (items.length != parts.size() - from) {
                return false;
            }
            for (int i = 0; i < items.length; i++) {
                if (!isAs(items[i], parts.item(from + i))) {
                    return false;
                }
            }
            return true;
        }

        /** By their types as well: for a set, 1 and true are the same. */
        private static boolean hasValues(PySet set, PyTuple parts) {
            if (parts.size() - 1 != set.size() || set.size() > MAX_SET) {
                return false;
            }
            PyObject[] items = set.toArray();
            for (int i = 1; i < parts.size(); i++) {
                boolean found = false;
                for (PyObject item : items) {
                    found |= isSameValue(item, parts.item(i));
                }
                if (!found) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isSameValue(PyObject a, PyObject b) {
            if (a == b || a.type != b.type || a.getClass() != b.getClass()) {
                return a == b;
            }
            if (a instanceof PyStr s) {
                return s.equalTo((PyStr) b);
            } else if (a instanceof PyInt i) {
                return i.equalTo((PyInt) b);
            } else if (a instanceof PyBytes bytes) {
                return bytes.equalTo((PyBytes) b);
            } else if (a instanceof PyFloat f) {
                return isSame(f.value, ((PyFloat) b).value);
            }
            return a instanceof PyComplex c && isSame(c.real, ((PyComplex) b).real)
                    && isSame(c.imag, ((PyComplex) b).imag);
        }

        private static boolean isSame(double a, double b) {
            return Double.doubleToRawLongBits(a) == Double.doubleToRawLongBits(b);
        }
    }
}
