package org.krait.objects;

/**
 * How deep the native code of a thread nests, so that recursion through it ends in a RecursionError long before the
 * stack does. Python calls are counted apart ({@link ThreadState#depth}).
 *
 * <p>Who enters puts the depth back that it was given, whatever has happened since:
 *
 * <pre>{@code
 * int outer = NativeDepth.enter(ts, " in comparison");
 * try {
 *     …
 * } finally {
 *     ts.nativeDepth = outer;
 * }
 * }</pre>
 */
public final class NativeDepth {
    /** How deep code may nest that goes as deep as its data; as CPython's C_RECURSION_LIMIT. */
    private static final int DATA_LIMIT = 1500;
    /** What such a level counts, where a call of native code counts 1: those may nest 21,000 times. */
    private static final int DATA = 14;
    private static final int LIMIT = DATA * DATA_LIMIT;

    private NativeDepth() {}

    /** Goes a level deeper into data; the answer is the depth to be put back. {@code where} ends the message. */
    public static int enter(ThreadState ts, String where) {
        int outer = ts.nativeDepth;
        if (outer > LIMIT - DATA) {
            throw tooDeep(where);
        }
        ts.nativeDepth = outer + DATA;
        return outer;
    }

    /** Enters a call that native code makes; the answer is the depth to be put back. */
    public static int enterCall(ThreadState ts) {
        int outer = ts.nativeDepth;
        if (outer >= LIMIT) {
            throw tooDeep(" while calling a Python object");
        }
        ts.nativeDepth = outer + 1;
        return outer;
    }

    private static PyException tooDeep(String where) {
        return Errors.recursionError("maximum recursion depth exceeded" + where);
    }
}
