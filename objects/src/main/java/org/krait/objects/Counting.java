package org.krait.objects;

/**
 * Whether references are counted: always. {@code ./dev bench counting} puts a class with another answer in this one's
 * place, to measure what counting costs; no option, property or environment variable reaches it.
 */
final class Counting {
    /** Not a constant of the language, which would be copied into other classes; to the JIT it is one. */
    static final boolean ON = Boolean.valueOf(true);

    private Counting() {}
}
