package org.krait.language.syntax;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * The value of a {@link Expr.Constant}, free of the object model.
 *
 * <p>The parser makes all of them but {@link Tuple} and {@link FrozenSet}, which constant folding and trees built
 * by a program add.
 */
public sealed interface ConstantValue {

    /** The values that exist once. */
    enum Singleton implements ConstantValue {
        NONE, TRUE, FALSE, ELLIPSIS
    }

    /** An int that fits a long. */
    record Int(long value) implements ConstantValue {}

    /** An int that doesn't fit a long. */
    record BigInt(BigInteger value) implements ConstantValue {}

    /** A float. */
    record Float(double value) implements ConstantValue {}

    /** A complex number; the parser only makes imaginary ones, whose real part is 0. */
    record Complex(double real, double imaginary) implements ConstantValue {}

    /**
     * A str.
     *
     * @param value the text as UTF-16
     * @param codePoints null unless the text has surrogate code points; then the exact code points, because in
     *        UTF-16 {@code "\ud83d\ude00"} and {@code "\U0001f600"} look the same
     */
    record Str(String value, int[] codePoints) implements ConstantValue {

        /** A str without surrogate code points. */
        public Str(String value) {
            this(value, null);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Str that && value.equals(that.value) && Arrays.equals(codePoints, that.codePoints);
        }

        @Override
        public int hashCode() {
            return value.hashCode();
        }
    }

    /** A bytes. */
    record Bytes(byte[] value) implements ConstantValue {

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes that && Arrays.equals(value, that.value);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(value);
        }
    }

    /** A tuple of constants. */
    record Tuple(List<ConstantValue> items) implements ConstantValue {}

    /** A frozenset of constants. */
    record FrozenSet(List<ConstantValue> items) implements ConstantValue {}
}
