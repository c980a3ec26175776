package org.krait.objects.builtin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a builtin function, method or special method where it is implemented.
 *
 * <p>The Java method is static and takes, in this order: optionally the {@code ThreadState}, then one Java parameter
 * for each Python parameter, {@code *args} as {@code PyObject[]} and {@code **kwargs} as {@code PyDict}. Parameter
 * types: the receiver's class, PyObject, PyStr, PyType…, or int, long, boolean, double, String, which are converted.
 * For speed the last two parameters may be {@code PyObject[] args, PyStr[] keywords} for
 * {@code *args, **kwargs}: then they come as given, without binding ({@code "f(self, /, *args, **kwargs)"}). A
 * parameter that is not given is null when its default is not a literal of its Java type. Results: PyObject and
 * subclasses, void (None), boolean, int, long, double, String. {@code __next__} returns null at the end,
 * {@code __getattribute__} null for none; {@code __buffer__(self, flags, /)} returns a PyBuffer and is a slot only;
 * {@code __hash__} returning void raises and is None in the namespace;
 * {@code __setattr__}/{@code __set__} and {@code __delattr__}/{@code __delete__} are declared separately.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
public @interface Builtin {
    /** The Python signature, {@code "pop(self, index=-1, /)"}. */
    String value();

    /** The docstring; specials have a default one. */
    String doc() default "";

    /** How it is found on a class. */
    Kind kind() default Kind.METHOD;

    /** Whether classes show a slot as a method and not as a slot wrapper (CPython's METH_COEXIST). */
    boolean coexist() default false;

    /** The ways a builtin is bound. */
    enum Kind { METHOD, CLASS_METHOD, STATIC_METHOD }
}
