package org.krait.runtime.decimal;

import java.math.BigInteger;

/** The ways to round; named as their constants in Python without {@code ROUND_}. */
enum Rounding {
    UP, DOWN, CEILING, FLOOR, HALF_UP, HALF_DOWN, HALF_EVEN, ROUND_05UP;

    /**
     * Whether a size is rounded away from zero.
     *
     * @param kept the size without the digits that go
     * @param half how those compare with a half: -1, 0 or 1; -2 when they are all zero
     */
    boolean increments(boolean negative, BigInteger kept, int half) {
        if (half == -2) {
            return false;
        }
        return switch (this) {
            case UP -> true;
            case DOWN -> false;
            case CEILING -> !negative;
            case FLOOR -> negative;
            case HALF_UP -> half >= 0;
            case HALF_DOWN -> half > 0;
            case HALF_EVEN -> half > 0 || half == 0 && kept.testBit(0);
            case ROUND_05UP -> {
                int last = kept.mod(BigInteger.TEN).intValue();
                yield last == 0 || last == 5;
            }
        };
    }

    /** The name in Python. */
    String pythonName() {
        return this == ROUND_05UP ? name() : "ROUND_" + name();
    }

    /** The rounding of a name in Python; null when there is none. */
    static Rounding of(String name) {
        for (Rounding r : values()) {
            if (r.pythonName().equals(name)) {
                return r;
            }
        }
        return null;
    }
}
