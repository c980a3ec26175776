package org.krait.objects.builtin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the class whose {@code @Builtin} methods are the functions of a native module. A static method {@code
 * initialize(ThreadState, PyModule)}, when there is one, adds constants and classes.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
public @interface BuiltinModule {
    /** The module's name. */
    String value();

    String doc() default "";
}
