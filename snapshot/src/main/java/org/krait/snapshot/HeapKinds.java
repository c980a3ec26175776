package org.krait.snapshot;

/** The kinds of heap records: the byte after {@link Layout#HEAP_OBJECT}. The runtime's own begin at {@link #OTHERS}. */
public final class HeapKinds {
    public static final int MODULE = 1;
    public static final int DICT = 2;
    public static final int LIST = 3;
    public static final int SET = 4;
    public static final int INSTANCE = 5;
    public static final int TYPE = 6;
    public static final int FUNCTION = 7;
    public static final int CELL = 8;
    public static final int PROPERTY = 9;
    public static final int CLASS_METHOD = 10;
    public static final int STATIC_METHOD = 11;
    public static final int METHOD = 12;
    public static final int WEAK_REF = 13;
    public static final int TUPLE_INSTANCE = 14;
    public static final int INT_INSTANCE = 15;
    public static final int STR_INSTANCE = 16;
    public static final int FLOAT_INSTANCE = 17;
    public static final int BYTES_INSTANCE = 18;
    public static final int GENERIC_ALIAS = 19;
    public static final int UNION = 20;
    public static final int MAPPING_PROXY = 21;
    public static final int SLICE = 22;
    public static final int RANGE = 23;
    public static final int EXCEPTION = 24;
    public static final int NAMESPACE = 25;
    public static final int BOUND_BUILTIN = 26;
    public static final int BYTE_ARRAY = 27;
    /** A native module. */
    public static final int NATIVE_MODULE = 40;
    /** An attribute of a native module. */
    public static final int NATIVE_ATTRIBUTE = 41;
    /** An entry of the namespace of a builtin class. */
    public static final int TYPE_ATTRIBUTE = 42;
    /** A builtin class that no module shows. */
    public static final int HIDDEN_TYPE = 43;
    /** The namespace of builtins. */
    public static final int BUILTINS = 44;
    /** A path in the folder of the standard library, wherever that is. */
    public static final int LIBRARY_PATH = 45;
    /** What an expression gives in a module's namespace. */
    public static final int EVALUATED = 46;
    /** {@code sys.prefix}, or a path below it, wherever that is. */
    public static final int PREFIX_PATH = 47;
    /** An object of the program, by where it stands among those that the unit's conditions hold. */
    public static final int OF_PROGRAM = 48;
    /** The first kind that is the runtime's. */
    public static final int OTHERS = 64;
    /** The first kind of what typing is made of. */
    public static final int TYPING = 80;
    /** The first kind of what other native modules of the standard library make. */
    public static final int LIBRARY = 88;
    /** The first kind of iterators and generators. */
    public static final int ITERATORS = 112;

    /** The reference that stands for nothing. */
    public static final int NULL = Integer.MAX_VALUE;

    private HeapKinds() {}

    /** Whether records of a kind begin with the class of an object that Python code may have made. */
    static boolean isInstance(int kind) {
        return kind >= DICT && kind <= INSTANCE || kind >= TUPLE_INSTANCE && kind <= BYTES_INSTANCE
                || kind == EXCEPTION;
    }
}
