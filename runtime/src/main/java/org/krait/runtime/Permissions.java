package org.krait.runtime;

import org.krait.objects.ThreadState;
import org.krait.runtime.posix.Errno;

/**
 * What a context may do outside itself, as an embedding program has decided; the launcher allows everything. What is
 * forbidden raises PermissionError (EPERM).
 */
public final class Permissions {
    /** Paths and files. The standard library is read nevertheless. */
    public boolean files = true;
    public boolean sockets = true;
    /** Starting programs and sending signals to other processes. */
    public boolean processes = true;

    /** Everything is allowed. */
    public Permissions() {}

    private static Permissions of(ThreadState ts) {
        return ((Configuration) ts.interp.natives.get(Configuration.class)).permissions;
    }

    /** PermissionError unless paths may be used. */
    public static void requireFiles(ThreadState ts) {
        require(of(ts).files);
    }

    /** PermissionError unless a file may be opened: any file, or one of the library for reading. */
    public static void requireFile(ThreadState ts, String path, boolean writes) {
        Permissions permissions = of(ts);
        String library = ((Configuration) ts.interp.natives.get(Configuration.class)).standardLibrary;
        require(permissions.files || !writes && path.startsWith(library + "/") && !path.contains(".."));
    }

    /** PermissionError unless sockets may be made. */
    public static void requireSockets(ThreadState ts) {
        require(of(ts).sockets);
    }

    /** PermissionError unless programs may be started and signalled. */
    public static void requireProcesses(ThreadState ts) {
        require(of(ts).processes);
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw Errno.error(OsErrors.EPERM);
        }
    }
}
