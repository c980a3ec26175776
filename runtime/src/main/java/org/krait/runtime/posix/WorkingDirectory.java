package org.krait.runtime.posix;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The current folder of the process. */
public final class WorkingDirectory {
    private WorkingDirectory() {}

    /** The absolute path of a folder on {@code sys.path}; the empty one and "." are the current one. */
    public static String absolute(String folder) {
        if (folder.startsWith("/")) {
            return folder;
        }
        String current = new String(get(), StandardCharsets.UTF_8);
        return folder.isEmpty() || folder.equals(".") ? current : current + "/" + folder;
    }

    static byte[] get() {
        try {
            byte[] name = Files.readSymbolicLink(Path.of("/proc/self/cwd")).toString()
                    .getBytes(StandardCharsets.US_ASCII);
            // Anything else than plain ASCII is asked from the system: Java may not be able to spell it.
            String text = new String(name, StandardCharsets.US_ASCII);
            if (text.indexOf('?') < 0 && !text.endsWith(" (deleted)")) {
                return name;
            }
        } catch (IOException e) {
            // No /proc: the system knows.
        }
        ByteBuffer buffer = Libc.memory(4096);
        long result = Libc.pointerCall("getcwd", Libc.address(buffer), 4096);
        if (result < 0 && result > -4096) {
            throw Errno.error((int) -result);
        }
        byte[] all = new byte[4096];
        buffer.get(0, all);
        int n = 0;
        while (all[n] != 0) {
            n++;
        }
        return Arrays.copyOf(all, n);
    }
}
