package org.krait.runtime.posix;

import java.nio.charset.StandardCharsets;

/** Which paths Java can be given: it normalizes names and knows only those its locale can spell. */
final class JavaPaths {
    private JavaPaths() {}

    /** The path as Java text; null when Java would open another file. */
    static String plain(byte[] path) {
        int n = path.length;
        if (n == 0 || path[n - 1] == '/') {
            return null;
        }
        byte before = 0;
        boolean ascii = true;
        for (byte b : path) {
            if (b == 0 || b == '/' && before == '/') {
                return null;
            }
            ascii &= b > 0;
            before = b;
        }
        if (ascii) {
            return new String(path, StandardCharsets.ISO_8859_1);
        }
        if (!"UTF-8".equals(System.getProperty("sun.jnu.encoding"))) {
            return null;
        }
        String text = new String(path, StandardCharsets.UTF_8);
        return java.util.Arrays.equals(text.getBytes(StandardCharsets.UTF_8), path) ? text : null;
    }
}
