package org.krait.runtime.posix;

import java.io.FileDescriptor;
import java.lang.reflect.Field;
import sun.misc.Unsafe;

/**
 * The number behind a Java file descriptor, which Java keeps to itself. Read through jdk.unsupported's Unsafe, without
 * {@code Method.invoke}: for a method of the JDK that parses annotations and makes proxies, 50 ms before a program's
 * first file is open.
 */
@SuppressWarnings("removal")
final class JavaDescriptors {
    private static final Unsafe UNSAFE;
    private static final long FD;

    static {
        try {
            Field field = Unsafe.class.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            UNSAFE = (Unsafe) field.get(null);
            FD = UNSAFE.objectFieldOffset(FileDescriptor.class.getDeclaredField("fd"));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private JavaDescriptors() {}

    static int number(FileDescriptor descriptor) {
        return UNSAFE.getInt(descriptor, FD);
    }
}
