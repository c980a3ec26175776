package org.krait.runtime.posix;

import java.nio.charset.StandardCharsets;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.Iteration;
import org.krait.runtime.OsErrors;

/** The module {@code _posixsubprocess}: starts the programs of {@code subprocess}, by {@code posix_spawn}. */
@BuiltinModule(value = "_posixsubprocess", doc = "A POSIX helper for the subprocess module.")
public final class PosixSubprocessModule {
    private static final int F_DUPFD_CLOEXEC = 1030;
    private static final int SIGPIPE = 13;
    private static final int SIGXFSZ = 25;

    private PosixSubprocessModule() {}

    @Builtin(value = "fork_exec(args, executable_list, close_fds, pass_fds, cwd, env, p2cread, p2cwrite, c2pread, "
            + "c2pwrite, errread, errwrite, errpipe_read, errpipe_write, restore_signals, call_setsid, pgid_to_set, "
            + "gid, extra_groups, uid, child_umask, preexec_fn, allow_vfork, /)",
            doc = "Spawn a fresh new child process.")
    static int forkExec(ThreadState ts, PyObject args, PyObject executables, boolean closeOthers, PyObject passed,
            PyObject folder, PyObject env, int stdin, int p2cwrite, int c2pread, int stdout, int errread, int stderr,
            int errpipeRead, int errpipeWrite, boolean restoreSignals, boolean newSession, int group, PyObject gid,
            PyObject extraGroups, PyObject uid, int umask, PyObject preexec, boolean vfork) {
        if (preexec != PySingleton.NONE) {
            throw Errors.runtimeError("preexec_fn is not supported: Python code cannot run between fork and exec of a "
                    + "JVM");
        }
        if (closeOthers && errpipeWrite < 3) {
            throw Errors.valueError("errpipe_write must be >= 3");
        }
        checkIdentity(ts, uid, gid, extraGroups);
        int[] kept = descriptors(ts, passed);
        Spawn spawn = new Spawn(ts);
        spawn.args = ProcessFunctions.strings(ts, args);
        spawn.environment = env == PySingleton.NONE ? Environment.of(ts).toArray() : raw(ts, env);
        spawn.group = group;
        spawn.newSession = newSession;
        spawn.defaultSignals = restoreSignals ? new int[] {SIGPIPE, SIGXFSZ} : new int[0];
        Descriptors.of(ts).share();
        int[] copies = new int[3];
        int[] given = {stdin, stdout, stderr};
        for (int i = 0; i < 3; i++) {
            // A low number may be overwritten before its turn.
            copies[i] = given[i] >= 0 && given[i] < 3 && given[i] != i
                    ? Libc.call("fcntl", given[i], F_DUPFD_CLOEXEC, 3) : given[i];
        }
        for (int i = 0; i < 3; i++) {
            if (copies[i] >= 0) {
                spawn.duplicate(copies[i], i);
            }
        }
        byte[] cwd = folder == PySingleton.NONE ? null : Paths.bytes(ts, folder);
        if (cwd != null) {
            spawn.changeFolder(cwd);
        }
        for (int fd : kept) {
            // The pipe for errors must go when the program starts.
            if (fd > 2 && fd != errpipeWrite) {
                spawn.duplicate(fd, fd);
            }
        }
        if (closeOthers) {
            for (int fd : OpenDescriptors.list()) {
                if (fd > 2 && java.util.Arrays.binarySearch(kept, fd) < 0) {
                    spawn.close(fd);
                }
            }
        }
        int pid = start(ts, spawn, ProcessFunctions.strings(ts, executables), umask);
        for (int i = 0; i < 3; i++) {
            if (copies[i] != given[i]) {
                Libc.call("close", copies[i]);
            }
        }
        if (pid >= 0) {
            return pid;
        }
        // What a child that could not start the program says to its parent.
        boolean badFolder = cwd != null && !isUsable(cwd);
        byte[] message = ("OSError:" + Integer.toHexString(-pid).toUpperCase(java.util.Locale.ROOT) + ":"
                + (badFolder ? "noexec:chdir" : "")).getBytes(StandardCharsets.US_ASCII);
        Descriptors.of(ts).write(ts, errpipeWrite, message, 0, message.length);
        return ProcessFunctions.ownPid();
    }

    private static int start(ThreadState ts, Spawn spawn, byte[][] executables, int umask) {
        int old = umask < 0 ? 0 : (int) Libc.plainCall("umask", umask);
        int saved = 0;
        int result = -OsErrors.ENOENT;
        for (byte[] path : executables) {
            result = spawn.run(path, false);
            if (result >= 0) {
                break;
            }
            if (result != -OsErrors.ENOENT && result != -OsErrors.ENOTDIR && saved == 0) {
                saved = result;
            }
        }
        if (umask >= 0) {
            Libc.plainCall("umask", old);
        }
        return result < 0 && saved != 0 ? saved : result;
    }

    private static boolean isUsable(byte[] folder) {
        FileStatus status = FileStatus.ofPath(folder, true);
        return status.error == 0 && status.isDirectory()
                && Libc.call("access", Libc.address(Libc.string(folder)), 1) == 0;
    }

    private static int[] descriptors(ThreadState ts, PyObject passed) {
        if (!(passed instanceof PyTuple t)) {
            throw Errors.typeError("fork_exec() argument 4 must be tuple, not " + passed.type.name());
        }
        int[] numbers = new int[t.size()];
        for (int i = 0; i < numbers.length; i++) {
            long fd = Arguments.toLong(ts, t.item(i));
            if (fd < 0 || fd > Integer.MAX_VALUE || i > 0 && fd <= numbers[i - 1]) {
                throw Errors.valueError("bad value(s) in fds_to_keep");
            }
            numbers[i] = (int) fd;
        }
        return numbers;
    }

    private static byte[][] raw(ThreadState ts, PyObject env) {
        PyObject[] items = Iteration.toArray(ts, env);
        byte[][] all = new byte[items.length][];
        for (int i = 0; i < all.length; i++) {
            all[i] = Paths.bytes(ts, items[i]);
        }
        return all;
    }

    /** {@code posix_spawn} keeps user and groups: only ours can be asked for. */
    private static void checkIdentity(ThreadState ts, PyObject uid, PyObject gid, PyObject groups) {
        boolean same = (uid == PySingleton.NONE || SystemFunctions.id(ts, uid, "uid") == SystemFunctions.getuid())
                && (gid == PySingleton.NONE || SystemFunctions.id(ts, gid, "gid") == SystemFunctions.getgid());
        if (!same || groups != PySingleton.NONE) {
            throw Errors.notImplemented("user, group and extra_groups are not supported: a JVM cannot fork");
        }
    }
}
