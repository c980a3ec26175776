package org.krait.runtime.decimal;

/** Order, equality, least and greatest. */
final class Comparisons {
    private Comparisons() {}

    /** -1, 0 or 1 for numbers that are not NaN. */
    static int compare(Dec a, Dec b) {
        if (a.isInfinite() || b.isInfinite()) {
            int x = a.isInfinite() ? a.negative ? -1 : 1 : 0;
            int y = b.isInfinite() ? b.negative ? -1 : 1 : 0;
            return Integer.compare(x, y);
        }
        int x = a.signum();
        int y = b.signum();
        return x != y || x == 0 ? Integer.compare(x, y) : x * compareSizes(a, b);
    }

    /** Compares sizes of finite numbers that are not zero. */
    private static int compareSizes(Dec a, Dec b) {
        int magnitudes = Long.compare(a.adjusted(), b.adjusted());
        if (magnitudes != 0) {
            return magnitudes;
        }
        long difference = a.exponent - b.exponent;
        if (difference == 0) {
            return a.coefficient.compareTo(b.coefficient);
        }
        return difference > 0
                ? a.coefficient.multiply(Tens.power(difference)).compareTo(b.coefficient)
                : a.coefficient.compareTo(b.coefficient.multiply(Tens.power(-difference)));
    }

    static Dec compare(Calc c, Dec a, Dec b) {
        Dec nan = c.nan(a, b);
        return nan != null ? nan : Dec.of(compare(a, b));
    }

    static Dec compareSignal(Calc c, Dec a, Dec b) {
        Dec nan = c.nan(a, b);
        if (nan != null) {
            c.status |= Calc.INVALID_OPERATION;
            return nan;
        }
        return Dec.of(compare(a, b));
    }

    private static int rank(Dec d) {
        return d.kind == Dec.QUIET ? 3 : d.kind == Dec.SIGNALING ? 2 : 1;
    }

    /** The total order, in which representations and NaNs differ. */
    static int compareTotal(Dec a, Dec b) {
        if (a.negative != b.negative) {
            return a.negative ? -1 : 1;
        }
        return a.negative ? -compareTotalSizes(a, b) : compareTotalSizes(a, b);
    }

    static int compareTotalSizes(Dec a, Dec b) {
        if (a.isNan() || b.isNan()) {
            int kinds = Integer.compare(rank(a), rank(b));
            return kinds != 0 ? kinds : a.coefficient.compareTo(b.coefficient);
        }
        int order = compare(a.withSign(false), b.withSign(false));
        return order != 0 || a.isInfinite() ? order : Long.compare(a.exponent, b.exponent);
    }

    static Dec max(Calc c, Dec a, Dec b, boolean sizes) {
        return extreme(c, a, b, sizes, 1);
    }

    static Dec min(Calc c, Dec a, Dec b, boolean sizes) {
        return extreme(c, a, b, sizes, -1);
    }

    private static Dec extreme(Calc c, Dec a, Dec b, boolean sizes, int sign) {
        if (a.kind == Dec.QUIET && !b.isNan()) {
            return c.finish(b);
        }
        if (b.kind == Dec.QUIET && !a.isNan()) {
            return c.finish(a);
        }
        Dec nan = c.nan(a, b);
        if (nan != null) {
            return nan;
        }
        int order = sizes ? compare(a.withSign(false), b.withSign(false)) : compare(a, b);
        if (order == 0) {
            order = compareTotal(a, b);
        }
        return c.finish(order * sign >= 0 ? a : b);
    }

    static boolean sameQuantum(Dec a, Dec b) {
        if (!a.isFinite() || !b.isFinite()) {
            return a.isNan() && b.isNan() || a.isInfinite() && b.isInfinite();
        }
        return a.exponent == b.exponent;
    }

    static boolean isNormal(Calc c, Dec a) {
        return a.isFinite() && !a.isZero() && a.adjusted() >= c.emin;
    }

    static boolean isSubnormal(Calc c, Dec a) {
        return a.isFinite() && !a.isZero() && a.adjusted() < c.emin;
    }

    static String numberClass(Calc c, Dec a) {
        if (a.isNan()) {
            return a.isSignaling() ? "sNaN" : "NaN";
        }
        String size = a.isInfinite() ? "Infinity" : a.isZero() ? "Zero" : isNormal(c, a) ? "Normal" : "Subnormal";
        return (a.negative ? "-" : "+") + size;
    }
}
