package org.krait.runtime.posix;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import org.krait.objects.ThreadState;
import org.krait.runtime.Permissions;

/** A program to be started by {@code posix_spawn}: a JVM cannot fork and go on as Python code in the child. */
final class Spawn {
    private static final int RESETIDS = 1;
    private static final int SETPGROUP = 2;
    private static final int SETSIGDEF = 4;
    private static final int SETSIGMASK = 8;
    private static final int SETSID = 0x80;

    byte[][] args;
    byte[][] environment;
    /** The process group; -1 to stay in ours. */
    int group = -1;
    boolean resetIds;
    boolean newSession;
    /** Signals blocked in the child; null for those of ours. */
    int[] mask;
    /** Signals that get their default action. */
    int[] defaultSignals = {};
    private final ByteBuffer actions = Libc.memory(256);
    private final ArrayList<ByteBuffer> kept = new ArrayList<>();

    Spawn(ThreadState ts) {
        Permissions.requireProcesses(ts);
        Libc.call("posix_spawn_file_actions_init", Libc.address(actions));
    }

    private long address() {
        return Libc.address(actions);
    }

    private long keep(byte[] text) {
        ByteBuffer buffer = Libc.string(text);
        kept.add(buffer);
        return Libc.address(buffer);
    }

    void close(int fd) {
        Libc.call("posix_spawn_file_actions_addclose", address(), fd);
    }

    void duplicate(int from, int to) {
        Libc.call("posix_spawn_file_actions_adddup2", address(), from, to);
    }

    void open(int fd, byte[] path, int flags, int mode) {
        Libc.call("posix_spawn_file_actions_addopen", address(), fd, keep(path), flags, mode);
    }

    void changeFolder(byte[] path) {
        Libc.call("posix_spawn_file_actions_addchdir_np", address(), keep(path));
    }

    /** The process id, or the negated error number. {@code search} looks along PATH. */
    int run(byte[] path, boolean search) {
        ByteBuffer attributes = Libc.memory(512);
        long attr = Libc.address(attributes);
        Libc.call("posix_spawnattr_init", attr);
        int flags = (resetIds ? RESETIDS : 0) | (group >= 0 ? SETPGROUP : 0) | (newSession ? SETSID : 0)
                | SETSIGDEF | SETSIGMASK;
        ByteBuffer set = SignalSets.of(defaultSignals);
        // Ignored signals of the JVM must not leak into the program.
        Libc.call("posix_spawnattr_setsigdefault", attr, Libc.address(set));
        ByteBuffer blocked = SignalSets.of(mask == null ? new int[0] : mask);
        Libc.call("posix_spawnattr_setsigmask", attr, Libc.address(blocked));
        if (group >= 0) {
            Libc.call("posix_spawnattr_setpgroup", attr, group);
        }
        Libc.call("posix_spawnattr_setflags", attr, flags);
        ByteBuffer pid = Libc.memory(8);
        try (NativeStrings a = new NativeStrings(args); NativeStrings e = new NativeStrings(environment)) {
            int error = (int) Libc.plainCall(search ? "posix_spawnp" : "posix_spawn", Libc.address(pid), keep(path),
                    address(), attr, a.address(), e.address());
            return error != 0 ? -error : pid.getInt(0);
        }
    }
}
