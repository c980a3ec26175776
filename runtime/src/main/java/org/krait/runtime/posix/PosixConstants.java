package org.krait.runtime.posix;

import org.krait.objects.PyDict;

/** Constants that modules outside this package need. */
public final class PosixConstants {
    private PosixConstants() {}

    /** Adds those of {@code _socket}. */
    public static void socket(PyDict namespace) {
        Constants.put(namespace, ConstantTables.SOCKET);
    }
}
