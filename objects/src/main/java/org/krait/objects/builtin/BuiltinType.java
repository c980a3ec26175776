package org.krait.objects.builtin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the class whose {@code @Builtin} methods are those of a builtin class: its table {@code <Name>Table} is
 * generated beside it and is the class's {@code Slots}.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
public @interface BuiltinType {
    /** The methods class of the base; its table is extended. Void for object itself. */
    Class<?> base();

    /** The docstring of the class. */
    String doc() default "";

    /**
     * The class's {@code __text_signature__}: {@code "(iterable=(), /)"}, or the name of the method of this class whose
     * parameters it has. None by default, as the classes have whose constructors have no signature in CPython.
     */
    String signature() default "";
}
