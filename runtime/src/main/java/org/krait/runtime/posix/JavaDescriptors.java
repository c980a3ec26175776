package org.krait.runtime.posix;

import java.io.FileDescriptor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * The number behind a Java file descriptor, which Java keeps to itself. Read through jdk.unsupported's Unsafe, which is
 * called by reflection because javac has no way to accept a direct use without a warning.
 */
final class JavaDescriptors {
    private static final Object UNSAFE;
    private static final Method GET_INT;
    private static final long FD;

    static {
        try {
            Class<?> unsafe = Class.forName("sun.misc.Unsafe");
            Field field = unsafe.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            UNSAFE = field.get(null);
            GET_INT = unsafe.getMethod("getInt", Object.class, long.class);
            FD = (Long) unsafe.getMethod("objectFieldOffset", Field.class)
                    .invoke(UNSAFE, FileDescriptor.class.getDeclaredField("fd"));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private JavaDescriptors() {}

    static int number(FileDescriptor descriptor) {
        try {
            return (Integer) GET_INT.invoke(UNSAFE, descriptor, FD);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
