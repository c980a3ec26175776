package org.krait.snapshot;

import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;

/** What a part of an object is called: an attribute, a slot, an entry of a dict. */
public final class PartKeys {
    /** All that an object has. */
    public static final String ALL = "*";
    /** Entries under keys that have no name here, which are equal to no str and no int. */
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

    /** An entry of a dict; keys that are equal have one name. */
    public static String entry(PyObject key) {
        if (key instanceof PyStr s) {
            return name(s.toString());
        } else if (key instanceof PyInt i && i.fitsLong()) {
            return number(i.value);
        }
        return key instanceof PyFloat f && f.value == (long) f.value ? number((long) f.value) : OTHER;
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
