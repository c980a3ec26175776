package org.krait.runtime.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
 * itself; a value without parts; or descriptions of what a container holds or an instance has as attributes.
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
    private static final int INSTANCE = 8;
    private static final int UNSET = 9;
    /** More than this is no setting, and would cost each process more than executing. */
    private static final int MAX_PARTS = 5_000;
    private static final int MAX_DEPTH = 50;
    private static final int MAX_SET = 200;

    private final Ownership ownership;
    private final NativeSymbols symbols;
    private final IdentityHashMap<PyObject, Integer> seen = new IdentityHashMap<>();
    private final Set<Integer> units = new TreeSet<>();
    private int parts;
    private int depth;

    /**
     * A description.
     *
     * @param units the units of the objects that it means
     */
    record Description(PyTuple state, Set<Integer> units) {}

    private StoredState(Ownership ownership, NativeSymbols symbols) {
        this.ownership = ownership;
        this.symbols = symbols;
    }

    /** The description of a value; null for one that has no such: of the program's own classes, for example. */
    static Description describe(PyObject value, Ownership ownership, NativeSymbols symbols) {
        StoredState describing = new StoredState(ownership, symbols);
        PyTuple state = describing.describe(value);
        return state == null ? null : new Description(state, describing.units);
    }

    private PyTuple describe(PyObject o) {
        if (o == null) {
            return PyTuple.of(PyInt.of(UNSET));
        }
        if (++parts > MAX_PARTS || depth == MAX_DEPTH) {
            return null;
        }
        PyObject value = plainValue(o);
        if (value != null) {
            return PyTuple.of(PyInt.of(VALUE), value);
        }
        if (isKnown(o)) {
            return PyTuple.of(PyInt.of(SAME), o);
        }
        Integer before = seen.putIfAbsent(o, seen.size());
        if (before != null) {
            return PyTuple.of(PyInt.of(SEEN), PyInt.of(before));
        }
        depth++;
        try {
            return composed(o);
        } finally {
            depth--;
        }
    }

    /** True for an object of a unit and for a native one that has a name. */
    private boolean isKnown(PyObject o) {
        Long place = ownership.place(o);
        if (place != null) {
            units.add((int) (place >>> 32));
        }
        return place != null || symbols.find(o) != null;
    }

    private PyTuple composed(PyObject o) {
        if (o.getClass() == PyTuple.class) {
            return all(TUPLE, ((PyTuple) o).items.clone());
        } else if (o.getClass() == PyList.class && o.type == PyList.TYPE) {
            return all(LIST, items((PyList) o));
        } else if (o instanceof PySet s && (o.type == PySet.TYPE || o.type == PySet.FROZEN_TYPE)) {
            PyObject[] items = s.toArray();
            if (items.length > MAX_SET) {
                return null;
            }
            for (int i = 0; i < items.length; i++) {
                items[i] = plainValue(items[i]);
                if (items[i] == null) {
                    return null;
                }
            }
            return PyTuple.of(PyInt.of(o.type == PySet.TYPE ? SET : FROZEN_SET), PyTuple.of(items));
        } else if (o.getClass() == PyDict.class && o.type == PyDict.TYPE) {
            return all(DICT, entries((PyDict) o));
        } else if (o.getClass() == PyInstance.class && isKnown(o.type)) {
            PyInstance instance = (PyInstance) o;
            PyTuple attributes = all(DICT, entries(instance.materializeDict()));
            PyTuple slots = all(TUPLE, slots(instance));
            return attributes == null || slots == null ? null
                    : PyTuple.of(PyInt.of(INSTANCE), o.type, attributes, slots);
        }
        return null;
    }

    private PyTuple all(int kind, PyObject[] items) {
        PyObject[] descriptions = new PyObject[items.length + 1];
        descriptions[0] = PyInt.of(kind);
        for (int i = 0; i < items.length; i++) {
            descriptions[i + 1] = describe(items[i]);
            if (descriptions[i + 1] == null) {
                return null;
            }
        }
        return PyTuple.of(descriptions);
    }

    private static PyObject[] entries(PyDict d) {
        List<PyObject> entries = new ArrayList<>();
        for (int i = d.nextEntry(0); i >= 0; i = d.nextEntry(i + 1)) {
            entries.add(d.keys[i]);
            entries.add(d.values[i]);
        }
        return entries.toArray(PyObject[]::new);
    }

    private static PyObject[] items(PyList list) {
        return Arrays.copyOf(list.items, list.size);
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

    /** Whether a value is as a description says; of what is no description, no value is. */
    public static boolean isAs(PyObject value, PyObject description) {
        return new Comparison().isAs(value, description);
    }

    /** Follows a value and a description of one. */
    private static final class Comparison {
        private final IdentityHashMap<PyObject, Integer> seen = new IdentityHashMap<>();
        private int depth;

        boolean isAs(PyObject value, PyObject description) {
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
                    if (seen.putIfAbsent(value, seen.size()) != null) {
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
                    return value.getClass() == PyTuple.class && areAs(((PyTuple) value).items, parts);
                case LIST:
                    return isOf(value, PyList.class, PyList.TYPE) && areAs(items((PyList) value), parts);
                case SET:
                    return isOf(value, PySet.class, PySet.TYPE) && hasValues((PySet) value, parts);
                case FROZEN_SET:
                    return isOf(value, PySet.class, PySet.FROZEN_TYPE) && hasValues((PySet) value, parts);
                case DICT:
                    return isOf(value, PyDict.class, PyDict.TYPE) && areAs(entries((PyDict) value), parts);
                case INSTANCE:
                    return parts.size() == 4 && parts.item(1) instanceof PyType type
                            && isOf(value, PyInstance.class, type)
                            && parts.item(2) instanceof PyTuple attributes && parts.item(3) instanceof PyTuple slots
                            && areAs(entries(((PyInstance) value).materializeDict()), attributes)
                            && areAs(slots((PyInstance) value), slots);
                default:
                    return false;
            }
        }

        private static boolean isOf(PyObject value, Class<?> javaClass, PyType type) {
            return value.getClass() == javaClass && value.type == type;
        }

        /** Compares with the parts behind the kind. */
        private boolean areAs(PyObject[] items, PyTuple parts) {
            if (items.length != parts.size() - 1) {
                return false;
            }
            for (int i = 0; i < items.length; i++) {
                if (!isAs(items[i], parts.item(i + 1))) {
                    return false;
                }
            }
            return true;
        }

        /** By their types as well: for a set, 1 and true are the same. */
        private static boolean hasValues(PySet set, PyTuple parts) {
            if (parts.size() != 2 || !(parts.item(1) instanceof PyTuple values) || values.size() != set.size()
                    || set.size() > MAX_SET) {
                return false;
            }
            PyObject[] items = set.toArray();
            for (PyObject value : values.items) {
                boolean found = false;
                for (PyObject item : items) {
                    found |= isSameValue(item, value);
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
