package org.krait.objects.code;

import static org.krait.objects.code.Operand.BASE;
import static org.krait.objects.code.Operand.BINARY;
import static org.krait.objects.code.Operand.CACHE;
import static org.krait.objects.code.Operand.CONST;
import static org.krait.objects.code.Operand.COUNT;
import static org.krait.objects.code.Operand.DST;
import static org.krait.objects.code.Operand.NAME;
import static org.krait.objects.code.Operand.OPTIONAL;
import static org.krait.objects.code.Operand.REG;
import static org.krait.objects.code.Operand.SRC;
import static org.krait.objects.code.Operand.TARGET;
import static org.krait.objects.code.Operand.UNARY;

/**
 * The instruction set: compiler, interpreter, verifier, disassembler and documentation all read this table.
 *
 * <p>An instruction is its ordinal and its operands, one int each. {@code dst} etc. in the sentences are the operands
 * in order; {@code a[n]} are n neighbouring registers. A temporary that is a SRC or part of a BASE group is consumed:
 * destroyed afterwards when nothing counts it; its register keeps the (perhaps destroyed) object until it is written.
 * Sources are read before destinations are written: they may be the same register.
 */
public enum Opcode {
    NOP("Does nothing."),
    MOVE("dst = src, both temporaries or src a local; the reference is not counted and src not consumed.", DST, REG),
    LOAD_CONST("dst = constant.", DST, CONST),
    STORE_LOCAL("Counted local dst = src, dropping its old value.", DST, SRC),
    DELETE_LOCAL("Unbinds a local; UnboundLocalError when it is unbound.", REG),
    CLEAR_LOCAL("Unbinds a hidden or comprehension local, bound or not.", REG),
    CHECK_LOCAL("UnboundLocalError when the local is unbound.", REG),
    HOLD("Counts the temporaries a[n] that are not null: they must survive code that may drop their owner.", BASE,
            COUNT),
    RELEASE("Ends a HOLD of a[n], before the instruction that consumes them: each is uncounted.", BASE, COUNT),
    DROP("Consumes a temporary without use.", REG),

    MAKE_CELL("Puts the local's value, if any, into a new cell in its place.", REG),
    LOAD_DEREF("dst = content of the cell; NameError or UnboundLocalError when empty.", DST, REG),
    LOAD_CLASS_DEREF("dst = the class namespace's entry of that cell's name, else the cell's content.", DST, REG,
            OPTIONAL),
    STORE_DEREF("Cell's content = src.", REG, SRC),
    DELETE_DEREF("Empties the cell; NameError or UnboundLocalError when empty.", REG),

    LOAD_GLOBAL("dst = global or builtin; NameError if neither has it.", DST, NAME, CACHE),
    STORE_GLOBAL("Global = src.", NAME, SRC),
    DELETE_GLOBAL("Removes a global; NameError when there is none.", NAME),
    LOAD_NAME("dst = the name in the frame's namespace, else global, else builtin.", DST, NAME, CACHE),
    LOAD_NAME_OR_GLOBAL("dst = the name in the namespace src (a class's, for annotation scopes), else global, else "
            + "builtin.",
            DST, REG, NAME),
    STORE_NAME("Name in the frame's namespace = src.", NAME, SRC),
    DELETE_NAME("Removes a name from the frame's namespace; NameError when there is none.", NAME),
    LOAD_LOCALS("dst = the frame's namespace (of a class body or module).", DST),

    LOAD_ATTR("dst = src.name.", DST, SRC, NAME, CACHE),
    STORE_ATTR("obj.name = value.", SRC, NAME, SRC, CACHE),
    DELETE_ATTR("del obj.name.", SRC, NAME),
    LOAD_SUPER_ATTR("dst = super(class, self).name where global, class and self are neighbours; count 1: "
            + "zero-argument form.",
            DST, BASE, NAME, COUNT),
    LOAD_METHOD("a[2] = function and self, or bound callable and null, of src.name.", BASE, SRC, NAME, CACHE),

    LOAD_ITEM("dst = obj[key].", DST, SRC, SRC),
    STORE_ITEM("obj[key] = value.", SRC, SRC, SRC),
    DELETE_ITEM("del obj[key].", SRC, SRC),
    BUILD_SLICE("dst = slice(start, stop, step).", DST, SRC, SRC, SRC),

    ADD("dst = a + b.", DST, SRC, SRC),
    SUBTRACT("dst = a - b.", DST, SRC, SRC),
    MULTIPLY("dst = a * b.", DST, SRC, SRC),
    BINARY_OP("dst = a op b.", DST, SRC, SRC, BINARY),
    INPLACE_OP("dst = a; dst op= b.", DST, SRC, SRC, BINARY),
    UNARY_OP("dst = op a.", DST, SRC, UNARY),
    NOT("dst = not a.", DST, SRC),
    COMPARE("dst = a op b.", DST, SRC, SRC, Operand.COMPARE),
    IS("dst = a is b, or is not when count is 1.", DST, SRC, SRC, COUNT),
    CONTAINS("dst = a in b, or not in when count is 1.", DST, SRC, SRC, COUNT),

    JUMP("Goes on at target.", TARGET),
    JUMP_BACK("Goes on at an earlier target; counts hotness, serves signals and the GIL.", TARGET),
    JUMP_IF_TRUE("Jumps when src is true.", SRC, TARGET),
    JUMP_IF_FALSE("Jumps when src is false.", SRC, TARGET),
    JUMP_IF_TRUE_KEEP("Jumps when the register is true and keeps it; else consumes it.", REG, TARGET),
    JUMP_IF_FALSE_KEEP("Jumps when the register is false and keeps it; else consumes it.", REG, TARGET),
    JUMP_IF_NONE("Jumps when src is None.", SRC, TARGET),
    JUMP_IF_NOT_NONE("Jumps when src is not None.", SRC, TARGET),
    JUMP_IF_COMPARE("Jumps when a op b is true.", SRC, SRC, Operand.COMPARE, TARGET),
    JUMP_IF_NOT_COMPARE("Jumps when a op b is false.", SRC, SRC, Operand.COMPARE, TARGET),

    GET_ITER("Counted local dst = iter(src).", DST, SRC),
    FOR_ITER("dst = next item of the iterator; at its end unbinds the iterator's local and jumps.", DST, REG, TARGET),

    CALL("dst = callee(a[n]).", DST, SRC, BASE, COUNT, CACHE),
    CALL_KW("dst = callee(a[n]), the last of which are named by the constant, a tuple of str.", DST, SRC, BASE, COUNT,
            CONST),
    CALL_METHOD("dst = call of the pair in a[2] with the n arguments after it.", DST, BASE, COUNT, CACHE),
    CALL_METHOD_KW("As CALL_METHOD; the last arguments are named by the constant.", DST, BASE, COUNT, CONST),
    CALL_EX("dst = callee(*args, **kwargs) of an iterable (TypeError '… argument after * must be an iterable, not …') "
            + "and, unless absent, a dict.", DST, SRC, SRC, OPTIONAL),
    INVOKE("dst = a[0].name(the n - 1 others) in one: the arguments cannot have side effects. The source position of "
            + "the attribute, for an error of its lookup, is that of pc + 1.",
            DST, BASE, COUNT, NAME, CACHE),

    BUILD_TUPLE("dst = tuple of a[n].", DST, BASE, COUNT),
    BUILD_LIST("dst = list of a[n].", DST, BASE, COUNT),
    BUILD_SET("dst = set of a[n].", DST, BASE, COUNT),
    BUILD_MAP("dst = dict of a[2n], keys and values in turn.", DST, BASE, COUNT),
    BUILD_MAP_CONST("dst = dict of the keys in the constant tuple and the values a[n].", DST, BASE, COUNT, CONST),
    BUILD_STRING("dst = the n strings joined.", DST, BASE, COUNT),
    FORMAT_VALUE("dst = format(src, spec); count is 0, or the conversion 's', 'r' or 'a'.", DST, SRC, COUNT, OPTIONAL),
    LIST_APPEND("Appends src to the list in the register.", REG, SRC),
    SET_ADD("Adds src to the set in the register.", REG, SRC),
    MAP_ADD("dict[key] = value.", REG, SRC, SRC),
    LIST_EXTEND("Appends the items of an iterable to the list; 'Value after * must be an iterable' otherwise.", REG,
            SRC),
    SET_UPDATE("Adds the items of an iterable to the set.", REG, SRC),
    DICT_UPDATE("Puts the items of a mapping into the dict.", REG, SRC),
    DICT_MERGE("As DICT_UPDATE for keyword arguments of the callee: duplicate keys are TypeErrors.",
            REG, SRC, REG),
    LIST_TO_TUPLE("dst = tuple(list), consuming it.", DST, SRC),
    UNPACK("a[n] = the items of src, exactly n.", BASE, SRC, COUNT),
    UNPACK_EX("a[before + 1 + after] = items of src, the middle one a list.", BASE, SRC, COUNT, COUNT),

    MAKE_FUNCTION("dst = function of the code constant; count says by bits which of defaults (1), keyword defaults "
            + "(2), annotations (4), closure (8) are in the neighbours from base on, in that order.", DST, CONST, BASE,
            COUNT),
    BUILD_CLASS("dst = builtins.__build_class__, loaded for a CALL.", DST),
    IMPORT_NAME("dst = __import__(name, globals, locals, fromlist, level).", DST, NAME, SRC, COUNT),
    IMPORT_FROM("dst = the attribute or submodule of the module, which is kept.", DST, REG, NAME),
    IMPORT_STAR("Copies the public names of the module into the frame's namespace.", SRC),
    SETUP_ANNOTATIONS("Makes __annotations__ in the frame's namespace when it is missing."),
    INTRINSIC("dst = the intrinsic function count of src; see Intrinsic.", DST, COUNT, SRC),
    INTRINSIC_2("dst = the intrinsic function count of a and b; see Intrinsic.", DST, COUNT, SRC, SRC),

    RETURN("Returns src from the frame.", SRC),
    YIELD("Suspends the generator with src; dst = what is sent in.", DST, SRC),
    SEND("dst = next value of delegate REG when sent SRC; when it has returned, dst = its value and a jump.",
            DST, REG, SRC, TARGET),
    YIELD_DELEGATED("As YIELD of an awaited or yielded-from value: throw and close go to the delegate register first; "
            + "when that ends on a throw, dst = its value and a jump.", DST, SRC, REG, TARGET),
    GET_YIELD_FROM_ITER("Counted local dst = src as the delegate of yield from.", DST, SRC),
    GET_AWAITABLE("Counted local dst = the awaitable iterator of src; count 1: of __aenter__, 2: of __aexit__.",
            DST, SRC, COUNT),
    GET_ASYNC_ITER("Counted local dst = aiter(src).", DST, SRC),
    GET_ASYNC_NEXT("Counted local dst = the awaitable of anext(iterator).", DST, REG),
    END_ASYNC_FOR("Unbinds the register; raises its exception on unless it is StopAsyncIteration.", REG),

    WITH_ENTER("Counted local dst = bound __exit__ of src; value = __enter__().", DST, DST, SRC),
    ASYNC_WITH_ENTER("Counted local dst = bound __aexit__ of src; value = __aenter__(), to be awaited.", DST, DST, SRC),
    WITH_EXIT("dst = exit(type, exception, traceback) of the exception being handled in the register.", DST, REG, REG),

    RAISE("Raises the exception, from the cause unless absent; without both raises the one being handled.",
            OPTIONAL, OPTIONAL),
    RERAISE("Raises the exception in the register on, with its traceback as it is; unbinds the register.", REG),
    PUSH_HANDLED("Makes the caught exception the one being handled; counted local dst = the one before.", DST, REG),
    POP_HANDLED("Makes the exception in the register the handled one again and unbinds it.", REG),
    MATCH_EXCEPTION("dst = whether the exception matches the class or tuple.", DST, REG, SRC),
    MATCH_GROUP("Splits the exception for except*: a[2] = the rest and the match, None for none.", BASE, REG, SRC),
    PREPARE_RERAISE_STAR("dst = the exception that remains of the original and the list of raised ones, or None.",
            DST, SRC, SRC),
    ASSERTION_ERROR("dst = the AssertionError class.", DST),

    MATCH_SEQUENCE("dst = whether a sequence pattern can match; keeps src.", DST, REG),
    MATCH_MAPPING("dst = whether a mapping pattern can match; keeps src.", DST, REG),
    MATCH_KEYS("dst = tuple of the values under the keys tuple, or None; keeps src.", DST, REG, SRC),
    MATCH_CLASS("dst = tuple of the attributes of a class pattern with n positional ones and the names, or None; "
            + "keeps src.",
            DST, REG, SRC, COUNT, CONST),
    GET_LENGTH("dst = len(register).", DST, REG),

    PRINT_EXPRESSION("Gives src to sys.displayhook.", SRC);

    /** An absent OPTIONAL operand. */
    public static final int NONE = Integer.MIN_VALUE;

    /** Raised whenever the compiler makes other code of the same source, so that what caches hold is made anew. */
    private static final int REVISION = 5;

    private static final Opcode[] VALUES = values();

    /** One sentence that says what it does. */
    public final String meaning;
    private final Operand[] operands;
    /** The length of the instruction in ints. */
    public final int size;

    /** Changes whenever the table or the compiler does, so that a stale cache or archive is refused, never misread. */
    public static final int FINGERPRINT = fingerprint();

    Opcode(String meaning, Operand... operands) {
        this.meaning = meaning;
        this.operands = operands;
        this.size = operands.length + 1;
    }

    public static Opcode of(int ordinal) {
        return VALUES[ordinal];
    }

    public static int count() {
        return VALUES.length;
    }

    public int operandCount() {
        return operands.length;
    }

    public Operand operand(int index) {
        return operands[index];
    }

    /** How many registers the BASE operand {@code index} of an instruction of this kind stands for. */
    public int groupSize(int[] code, int pc, int index) {
        return switch (this) {
            case LOAD_METHOD, MATCH_GROUP -> 2;
            case LOAD_SUPER_ATTR -> 3;
            case CALL_METHOD, CALL_METHOD_KW -> code[pc + 2 + index] + 2;
            case BUILD_MAP -> code[pc + 2 + index] * 2;
            case UNPACK -> code[pc + 3];
            case UNPACK_EX -> code[pc + 3] + 1 + code[pc + 4];
            case MAKE_FUNCTION -> Integer.bitCount(code[pc + 4]);
            default -> code[pc + 2 + index];
        };
    }

    /** True when a BASE operand is written, not read. */
    public boolean writesGroup() {
        return this == LOAD_METHOD || this == MATCH_GROUP || this == UNPACK || this == UNPACK_EX;
    }

    private static int fingerprint() {
        int h = REVISION;
        for (Opcode op : VALUES) {
            h = h * 31 + op.name().hashCode();
            for (Operand operand : op.operands) {
                h = h * 31 + operand.ordinal();
            }
        }
        return h;
    }
}
