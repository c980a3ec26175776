package org.krait.runtime;

import org.krait.objects.ThreadState;

/**
 * Whether the Java stack has room for more Python calls. Every so many calls a look is taken, by filling some of it: so
 * a recursion that no limit ends in time gets its RecursionError at the beginning of a call and with room left for what
 * handles it, not in the middle of anything.
 */
public final class StackRoom {
    /** How many calls go by between two looks. */
    private static final int STEP = 8192;
    /** What there must be for these: 3 KB each. */
    private static final int ROOM_BYTES = STEP * 3072;
    /** What a level of {@link #fill} takes at least, in compiled code. */
    private static final int FILLED_BYTES = 256;

    private StackRoom() {}

    /** For a call that passed {@link ThreadState#depthLimit}, counted already: true when it may go on. */
    public static boolean goesDeeper(ThreadState ts) {
        if (ts.depth > ts.interp.recursionLimit || ts.depth >= ts.endDepth) {
            return false;
        }
        if (!hasRoom()) {
            ts.endDepth = ts.depth;
            ts.depthLimit = ts.depth - 1;
            return false;
        }
        ts.depthLimit = Math.min(ts.interp.recursionLimit, ts.depth + STEP);
        return true;
    }

    private static boolean hasRoom() {
        try {
            return fill(ROOM_BYTES / FILLED_BYTES, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19,
                    20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32) != 0;
        } catch (StackOverflowError e) {
            return false;
        }
    }

    /** Needs all its parameters after the call that it makes, so that they have to be on the stack. */
    private static long fill(int levels, long a, long b, long c, long d, long e, long f, long g, long h, long i, long j,
            long k, long l, long m, long n, long o, long p, long q, long r, long s, long t, long u, long v, long w,
            long x, long y, long z, long aa, long bb, long cc, long dd, long ee, long ff) {
        if (levels == 0) {
            return a;
        }
        long below = fill(levels - 1, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, aa, bb,
                cc, dd, ee, ff, a);
        return (below ^ a + b ^ c + d ^ e + f ^ g + h ^ i + j ^ k + l ^ m + n ^ o + p ^ q + r ^ s + t ^ u + v ^ w + x
                ^ y + z ^ aa + bb ^ cc + dd ^ ee + ff) | 1;
    }
}
