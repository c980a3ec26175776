package org.krait.objects.builtin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the getter or, with {@code setter = true}, the setter of an attribute of a builtin class. A getter takes
 * [ThreadState,] self; a setter [ThreadState,] self, PyObject value, where null deletes.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
public @interface Attribute {
    /** The attribute's name. */
    String value();

    String doc() default "";

    boolean setter() default false;

    /** True to show it as a member descriptor instead of a getset descriptor. */
    boolean member() default false;
}
