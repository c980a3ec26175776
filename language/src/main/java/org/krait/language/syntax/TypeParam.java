package org.krait.language.syntax;

/** A type parameter of a class, function or alias (PEP 695), as {@code type_param} of CPython's Python.asdl. */
public sealed interface TypeParam {

    /** The name that the parameter binds. */
    String name();

    /** Where the parameter stands. */
    Span span();

    /** {@code T} or {@code T: bound}; bound is null when absent. */
    record TypeVar(String name, Expr bound, Span span) implements TypeParam {}

    /** {@code **P}. */
    record ParamSpec(String name, Span span) implements TypeParam {}

    /** {@code *Ts}. */
    record TypeVarTuple(String name, Span span) implements TypeParam {}
}
