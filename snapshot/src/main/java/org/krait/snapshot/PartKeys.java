package org.krait.snapshot;

import org.krait.objects.PyFloat;
import org.krait.objects.PyFunction;
import org.krait.objects.PyInstance;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;

/** What a part of an object is called: an attribute, a slot, an entry of a dict. */
public final class PartKeys {
    /** Floats below are exact where they are whole. */
    private static final double MAX_WHOLE = 1L << 53;

    /** The names of tuples go on with a hash behind so many characters. */
    private static final int MAX_LENGTH = 100;

    /** All that an object has. */
    public static final String ALL = "*";
    /** Entries under keys that have no name here: other than str, int, functions and tuples of such. */
    public static final String OTHER = "?";
    /** The subclasses of a class. */
    public static final String SUBCLASSES = name("__subclasses__()");
    /** The order of entries, which shows who reads all. */
    public static final String ORDER = "!";

    private PartKeys() {}

    /** A part as messages name it. */
    public static String describe(String part) {
        return switch (part) {
            case ALL -> "its content";
            case OTHER -> "an entry";
            case ORDER -> "the order of its entries";
            default -> part.substring(1);
        };
    }

    /** An entry of a dict. Keys that are equal have one name, and so may others. */
    public static String entry(PyObject key) {
        if (key instanceof PyStr s) {
            return name(s.toString());
        } else if (key instanceof PyInt i && i.fitsLong()) {
            return number(i.value);
        } else if (key instanceof PyFloat f && Math.abs(f.value) < MAX_WHOLE && f.value == (long) f.value) {
            return number((long) f.value);
        } else if (key instanceof PyFunction f) {
            return "f".concat(f.code().qualifiedName.toString());
        } else if (!(key instanceof PyTuple t)) {
            return OTHER;
        } else {
            StringBuilder names = new StringBuilder("(");
            for (int i = 0; i < t.size(); i++) {
                names.append(i == 0 ? "" : ", ").append(entry(t.item(i)));
            }
            return names.length() < MAX_LENGTH ? names.append(')').toString()
                    : names.substring(0, MAX_LENGTH) + Integer.toHexString(names.toString().hashCode());
        }
    }

    /** Whether two keys are equal, so far as can be told without calling them. */
    public static boolean mayBeEqual(PyObject a, PyObject b) {
        if (a == b || hasIdentity(a) || hasIdentity(b)) {
            return a == b;
        }
        if (!(a instanceof PyTuple s) || !(b instanceof PyTuple t)) {
            return entry(a).equals(entry(b)) && (!entry(a).equals(OTHER) || a.getClass() == b.getClass());
        }
        boolean isEqual = s.size() == t.size();
        for (int i = 0; isEqual && i < s.size(); i++) {
            isEqual = mayBeEqual(s.item(i), t.item(i));
        }
        return isEqual;
    }

    private static boolean hasIdentity(PyObject o) {
        return o instanceof PyType || o instanceof PyFunction || o.getClass() == PyInstance.class;
    }

    /** An attribute, or an entry under a name. */
    public static String name(String name) {
        return ".".concat(name);
    }

    public static boolean isName(String part) {
        return part.charAt(0) == '.';
    }

    /** A slot, or an entry under an int. */
    public static String number(long key) {
        return "#".concat(String.valueOf(key));
    }

    public static boolean isNumber(String part) {
        return part.charAt(0) == '#';
    }
}
