package org.krait.launcher;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Arguments that are no valid text in the JVM's encoding. Java replaces their bad bytes; Python shows them as lone
 * surrogates (PEP 383), so they are read again from the operating system.
 */
final class RawArguments {
    private static final char REPLACEMENT = '\ufffd';
    private static final int SURROGATE = 0xdc00;

    private RawArguments() {}

    /** The arguments as Python has them; the given array where Java understood everything. */
    static String[] of(String[] args) {
        for (String arg : args) {
            if (arg.indexOf(REPLACEMENT) >= 0) {
                return read(args);
            }
        }
        return args;
    }

    private static String[] read(String[] args) {
        byte[] all;
        try (FileInputStream in = new FileInputStream("/proc/self/cmdline")) {
            all = in.readAllBytes();
        } catch (IOException e) {
            // No such file system here: Java's idea of the arguments is the best there is.
            return args;
        }
        String[] raw = new String[args.length];
        int end = all.length - 1;
        for (int i = args.length - 1; i >= 0; i--) {
            int start = end;
            while (start > 0 && all[start - 1] != 0) {
                start--;
            }
            raw[i] = decode(all, start, end);
            end = start - 1;
        }
        return raw;
    }

    /** UTF-8 with the error handler surrogateescape. */
    private static String decode(byte[] bytes, int start, int end) {
        StringBuilder text = new StringBuilder(end - start);
        int i = start;
        while (i < end) {
            int length = Math.min(sequenceLength(bytes[i]), end - i);
            String decoded = new String(bytes, i, length, StandardCharsets.UTF_8);
            if (decoded.indexOf(REPLACEMENT) < 0 || isReplacement(bytes, i, length)) {
                text.append(decoded);
                i += length;
            } else {
                text.append((char) (SURROGATE + (bytes[i] & 0xff)));
                i++;
            }
        }
        return text.toString();
    }

    /** True for the character that stands for bad bytes when somebody really wrote it. */
    private static boolean isReplacement(byte[] bytes, int at, int length) {
        return length == 3 && bytes[at] == (byte) 0xef && bytes[at + 1] == (byte) 0xbf && bytes[at + 2] == (byte) 0xbd;
    }

    private static int sequenceLength(byte first) {
        int b = first & 0xff;
        return b < 0xc0 ? 1 : b < 0xe0 ? 2 : b < 0xf0 ? 3 : 4;
    }
}
