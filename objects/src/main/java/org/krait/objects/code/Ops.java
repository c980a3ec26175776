package org.krait.objects.code;

/**
 * The ordinals of {@link Opcode} as the compile-time constants that switch labels need.
 *
 * <p>Written by {@link #main}, never by hand: {@code java org.krait.objects.code.Ops} prints this table anew after a
 * change of Opcode; a test compares both.
 */
public final class Ops {
    public static final int NOP = 0;
    public static final int MOVE = 1;
    public static final int LOAD_CONST = 2;
    public static final int STORE_LOCAL = 3;
    public static final int DELETE_LOCAL = 4;
    public static final int CLEAR_LOCAL = 5;
    public static final int CHECK_LOCAL = 6;
    public static final int HOLD = 7;
    public static final int RELEASE = 8;
    public static final int DROP = 9;
    public static final int MAKE_CELL = 10;
    public static final int LOAD_DEREF = 11;
    public static final int LOAD_CLASS_DEREF = 12;
    public static final int STORE_DEREF = 13;
    public static final int DELETE_DEREF = 14;
    public static final int LOAD_GLOBAL = 15;
    public static final int STORE_GLOBAL = 16;
    public static final int DELETE_GLOBAL = 17;
    public static final int LOAD_NAME = 18;
    public static final int LOAD_NAME_OR_GLOBAL = 19;
    public static final int STORE_NAME = 20;
    public static final int DELETE_NAME = 21;
    public static final int LOAD_LOCALS = 22;
    public static final int LOAD_ATTR = 23;
    public static final int STORE_ATTR = 24;
    public static final int DELETE_ATTR = 25;
    public static final int LOAD_SUPER_ATTR = 26;
    public static final int LOAD_METHOD = 27;
    public static final int LOAD_ITEM = 28;
    public static final int STORE_ITEM = 29;
    public static final int DELETE_ITEM = 30;
    public static final int BUILD_SLICE = 31;
    public static final int ADD = 32;
    public static final int SUBTRACT = 33;
    public static final int MULTIPLY = 34;
    public static final int BINARY_OP = 35;
    public static final int INPLACE_OP = 36;
    public static final int UNARY_OP = 37;
    public static final int NOT = 38;
    public static final int COMPARE = 39;
    public static final int IS = 40;
    public static final int CONTAINS = 41;
    public static final int JUMP = 42;
    public static final int JUMP_BACK = 43;
    public static final int JUMP_IF_TRUE = 44;
    public static final int JUMP_IF_FALSE = 45;
    public static final int JUMP_IF_TRUE_KEEP = 46;
    public static final int JUMP_IF_FALSE_KEEP = 47;
    public static final int JUMP_IF_NONE = 48;
    public static final int JUMP_IF_NOT_NONE = 49;
    public static final int JUMP_IF_COMPARE = 50;
    public static final int JUMP_IF_NOT_COMPARE = 51;
    public static final int GET_ITER = 52;
    public static final int FOR_ITER = 53;
    public static final int CALL = 54;
    public static final int CALL_KW = 55;
    public static final int CALL_METHOD = 56;
    public static final int CALL_METHOD_KW = 57;
    public static final int CALL_EX = 58;
    public static final int INVOKE = 59;
    public static final int BUILD_TUPLE = 60;
    public static final int BUILD_LIST = 61;
    public static final int BUILD_SET = 62;
    public static final int BUILD_MAP = 63;
    public static final int BUILD_MAP_CONST = 64;
    public static final int BUILD_STRING = 65;
    public static final int FORMAT_VALUE = 66;
    public static final int LIST_APPEND = 67;
    public static final int SET_ADD = 68;
    public static final int MAP_ADD = 69;
    public static final int LIST_EXTEND = 70;
    public static final int SET_UPDATE = 71;
    public static final int DICT_UPDATE = 72;
    public static final int DICT_MERGE = 73;
    public static final int LIST_TO_TUPLE = 74;
    public static final int UNPACK = 75;
    public static final int UNPACK_EX = 76;
    public static final int MAKE_FUNCTION = 77;
    public static final int BUILD_CLASS = 78;
    public static final int IMPORT_NAME = 79;
    public static final int IMPORT_FROM = 80;
    public static final int IMPORT_STAR = 81;
    public static final int SETUP_ANNOTATIONS = 82;
    public static final int INTRINSIC = 83;
    public static final int INTRINSIC_2 = 84;
    public static final int RETURN = 85;
    public static final int YIELD = 86;
    public static final int SEND = 87;
    public static final int YIELD_DELEGATED = 88;
    public static final int GET_YIELD_FROM_ITER = 89;
    public static final int GET_AWAITABLE = 90;
    public static final int GET_ASYNC_ITER = 91;
    public static final int GET_ASYNC_NEXT = 92;
    public static final int END_ASYNC_FOR = 93;
    public static final int WITH_ENTER = 94;
    public static final int ASYNC_WITH_ENTER = 95;
    public static final int WITH_EXIT = 96;
    public static final int RAISE = 97;
    public static final int RERAISE = 98;
    public static final int PUSH_HANDLED = 99;
    public static final int POP_HANDLED = 100;
    public static final int MATCH_EXCEPTION = 101;
    public static final int MATCH_GROUP = 102;
    public static final int PREPARE_RERAISE_STAR = 103;
    public static final int ASSERTION_ERROR = 104;
    public static final int MATCH_SEQUENCE = 105;
    public static final int MATCH_MAPPING = 106;
    public static final int MATCH_KEYS = 107;
    public static final int MATCH_CLASS = 108;
    public static final int GET_LENGTH = 109;
    public static final int PRINT_EXPRESSION = 110;

    private Ops() {}

    /** Prints the constants out of the table of instructions. */
    public static void main(String[] args) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Opcode.count(); i++) {
            text.append("    public static final int ").append(Opcode.of(i).name()).append(" = ").append(i)
                    .append(";\n");
        }
        System.out.print(text);
    }
}
