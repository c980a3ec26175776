package org.krait.objects.code;

/** Rare operations of one or two operands that are not worth an instruction; the ordinal is the operand. */
public enum Intrinsic {
    /** {@code a}: a value raised out of a generator as StopIteration becomes RuntimeError. */
    STOP_ITERATION_ERROR,
    /** {@code a}: wraps a value for an async generator's yield. */
    ASYNC_GEN_WRAP,
    /** {@code a}: {@code +a}'s check of a starred annotation: {@code *a} as a tuple of one. */
    UNPACK_STAR,
    /** {@code a}: TypeVar of a name. */
    TYPEVAR,
    /** {@code a}, {@code b}: TypeVar of a name with a bound, computed by the function b when asked. */
    TYPEVAR_WITH_BOUND,
    /** {@code a}, {@code b}: TypeVar of a name with constraints, computed by the function b when asked. */
    TYPEVAR_WITH_CONSTRAINTS,
    PARAMSPEC,
    TYPEVARTUPLE,
    /** {@code a}: typing.Generic subscripted by a tuple of type parameters. */
    SUBSCRIPT_GENERIC,
    /** {@code a}: TypeAliasType of the tuple (name, type parameters or None, function of the value). */
    TYPEALIAS,
    /** {@code a}, {@code b}: sets the function's {@code __type_params__} and is the function. */
    SET_FUNCTION_TYPE_PARAMS;

    private static final Intrinsic[] VALUES = values();

    public static Intrinsic of(int ordinal) {
        return VALUES[ordinal];
    }
}
