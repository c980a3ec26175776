package org.krait.runtime.posix;

import java.io.FileDescriptor;
import java.lang.reflect.Field;
import sun.misc.Unsafe;

/** The number behind a Java file descriptor, which Java keeps to itself. */
final class JavaDescriptors {
    private static final Unsafe UNSAFE;
    private static final long FD;

    static {
        try {
            Field field = Unsafe.class.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            UNSAFE = (Unsafe) field.get(null);
            FD = offset(FileDescriptor.class.getDeclaredField("fd"));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private JavaDescriptors() {}

    @SuppressWarnings({"removal", "deprecation"})
    private static long offset(Field field) {
        return UNSAFE.objectFieldOffset(field);
    }

    @SuppressWarnings("removal")
    static int number(FileDescriptor descriptor) {
        return UNSAFE.getInt(descriptor, FD);
    }
}
