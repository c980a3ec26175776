package org.krait.snapshot;

/** What a part of an object is called: an attribute, a slot, an entry of a dict. */
public final class PartKeys {
    /** All that an object has. */
    public static final String ALL = "*";
    /** Entries under keys that have no name here: of classes other than str and int. */
    public static final String OTHER = "?";
    /** The subclasses of a class. */
    public static final String SUBCLASSES = name("__subclasses__()");
    /** The order of entries, which shows who reads all. */
    public static final String ORDER = "!";

    private PartKeys() {}

    /** An attribute, or an entry under a name. */
    public static String name(String name) {
        return ".".concat(name);
    }

    /** A slot, or an entry under an int. */
    public static String number(long key) {
        return "#".concat(String.valueOf(key));
    }
}
