package org.krait.tests.fuzz;

import java.util.Arrays;
import java.util.Random;

/** Damages bytes. */
final class Mutation {
    private static final int[] BAD_NUMBERS = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x7ffffff0, 0xffff, 255};

    private Mutation() {}

    /** A damaged copy: flipped bits, other bytes, a wrong number, a part cut out or repeated, or the end missing. */
    static byte[] of(byte[] bytes, Random random) {
        byte[] copy = bytes.clone();
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times && copy.length > 0; i++) {
            copy = once(copy, random);
        }
        return copy;
    }

    private static byte[] once(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(6)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt();
            case 2 -> {
                int number = BAD_NUMBERS[random.nextInt(BAD_NUMBERS.length)];
                for (int i = 0; i < 4 && at + i < bytes.length; i++) {
                    bytes[at + i] = (byte) (number >>> 8 * i);
                }
            }
            case 3 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 4 -> {
                int length = Math.min(random.nextInt(16), bytes.length - at);
                return splice(bytes, at, at + length, new byte[0]);
            }
            default -> {
                int length = Math.min(random.nextInt(16), bytes.length - at);
                return splice(bytes, at, at, Arrays.copyOfRange(bytes, at, at + length));
            }
        }
        return bytes;
    }

    private static byte[] splice(byte[] bytes, int from, int to, byte[] middle) {
        byte[] out = new byte[bytes.length - (to - from) + middle.length];
        System.arraycopy(bytes, 0, out, 0, from);
        System.arraycopy(middle, 0, out, from, middle.length);
        System.arraycopy(bytes, to, out, from + middle.length, bytes.length - to);
        return out;
    }
}
