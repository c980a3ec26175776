package org.krait.runtime.posix;

import java.io.File;

/** The open descriptors of the process, those of the JVM included. */
final class OpenDescriptors {
    private OpenDescriptors() {}

    static int[] list() {
        String[] names = new File("/proc/self/fd").list();
        int[] numbers = new int[names == null ? 0 : names.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Integer.parseInt(names[i]);
        }
        java.util.Arrays.sort(numbers);
        return numbers;
    }
}
