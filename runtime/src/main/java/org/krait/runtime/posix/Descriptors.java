package org.krait.runtime.posix;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.krait.objects.ThreadState;
import org.krait.runtime.Configuration;
import org.krait.runtime.Interrupts;
import org.krait.runtime.OsErrors;

/**
 * The file descriptors of a context: real numbers of the operating system. Plain reading and writing of regular files
 * and of the standard streams goes through {@code java.io}, which is warm; everything else through {@link Libc}.
 *
 * <p>Results below zero are negated error numbers.
 */
public final class Descriptors {
    public static final int O_RDONLY = 0;
    public static final int O_WRONLY = 1;
    public static final int O_RDWR = 2;
    public static final int O_CREAT = 0x40;
    public static final int O_EXCL = 0x80;
    public static final int O_TRUNC = 0x200;
    public static final int O_APPEND = 0x400;
    public static final int O_CLOEXEC = 0x80000;

    public static final int SEEK_SET = 0;
    public static final int SEEK_CUR = 1;
    public static final int SEEK_END = 2;

    private static final int F_SETFD = 2;
    private static final int CHUNK = 1 << 16;

    private Entry[] entries = new Entry[8];

    /** A descriptor that java.io knows. */
    private static final class Entry {
        InputStream in;
        OutputStream out;
        /** The regular file; null for a standard stream. */
        File file;
        /** A standard stream that an embedding program has given: the number means nothing to the system. */
        boolean redirected;
        boolean append;
        /** The offset in the file as long as nobody else can move it; -1 unknown. */
        long position = -1;
        /** Java opens files so that programs inherit them; this one has been told not to. */
        boolean closesOnExec;
    }

    private Descriptors() {}

    /** The descriptors of a thread's context. */
    public static Descriptors of(ThreadState ts) {
        Descriptors known = (Descriptors) ts.interp.natives.get(Descriptors.class);
        if (known == null) {
            known = new Descriptors();
            Configuration c = (Configuration) ts.interp.natives.get(Configuration.class);
            boolean own = c.in == null;
            known.entries[0] = standard(own ? new FileInputStream(FileDescriptor.in) : c.in, null, !own);
            known.entries[1] = standard(null, own ? new FileOutputStream(FileDescriptor.out) : c.out, !own);
            known.entries[2] = standard(null, own ? new FileOutputStream(FileDescriptor.err) : c.err, !own);
            ts.interp.natives.put(Descriptors.class, known);
        }
        return known;
    }

    private static Entry standard(InputStream in, OutputStream out, boolean redirected) {
        Entry entry = new Entry();
        entry.in = in;
        entry.out = out;
        entry.redirected = redirected;
        return entry;
    }

    /** True for a standard stream that an embedding program has given. */
    public boolean isRedirected(int fd) {
        Entry entry = entry(fd);
        return entry != null && entry.redirected;
    }

    /** Opens a file; the descriptor is not inherited by other programs. */
    public int open(ThreadState ts, byte[] path, int flags, int mode) {
        int bare = flags & ~O_CLOEXEC;
        boolean reads = bare == O_RDONLY;
        boolean writes = mode == 0666
                && (bare == (O_WRONLY | O_CREAT | O_TRUNC) || bare == (O_WRONLY | O_CREAT | O_APPEND));
        if ((reads || writes) && (flags & O_CLOEXEC) != 0) {
            String plain = JavaPaths.plain(path);
            if (plain != null) {
                File file = new File(plain);
                boolean regular = file.isFile();
                if (regular || writes && !file.exists()) {
                    return reads ? openIn(file) : openOut(file, (bare & O_APPEND) != 0);
                }
            }
        }
        ByteBuffer name = Libc.string(path);
        int fd = (int) Libc.blocking(ts, "open", Libc.address(name), flags, mode);
        if (fd >= 0) {
            forget(fd);
        }
        return fd;
    }

    private int openIn(File file) {
        Entry entry = new Entry();
        entry.file = file;
        entry.position = 0;
        try {
            FileInputStream in = new FileInputStream(file);
            entry.in = in;
            return put(JavaDescriptors.number(in.getFD()), entry);
        } catch (IOException e) {
            return -Errno.ofMessage(e.getMessage());
        }
    }

    private int openOut(File file, boolean append) {
        Entry entry = new Entry();
        entry.file = file;
        entry.position = 0;
        entry.append = append;
        try {
            FileOutputStream out = new FileOutputStream(file, append);
            entry.out = out;
            return put(JavaDescriptors.number(out.getFD()), entry);
        } catch (IOException e) {
            return -Errno.ofMessage(e.getMessage());
        }
    }

    private synchronized int put(int fd, Entry entry) {
        // The file may get another name while it is open.
        entry.file = new File("/proc/self/fd/" + fd);
        if (fd >= entries.length) {
            entries = Arrays.copyOf(entries, Math.max(fd + 1, entries.length * 2));
        }
        entries[fd] = entry;
        return fd;
    }

    private Entry entry(int fd) {
        Entry[] known = entries;
        return fd >= 0 && fd < known.length ? known[fd] : null;
    }

    /** From now on the descriptor is only what the operating system says. */
    synchronized void forget(int fd) {
        if (fd >= 0 && fd < entries.length) {
            entries[fd] = null;
        }
    }

    /** Others may see open files: a descriptor is duplicated or inherited, or somebody asks for its flags. */
    synchronized void share() {
        for (int fd = 0; fd < entries.length; fd++) {
            Entry entry = entries[fd];
            if (entry != null) {
                entry.position = -1;
                if (entry.file != null && !entry.closesOnExec) {
                    entry.closesOnExec = true;
                    Libc.call("fcntl", fd, F_SETFD, 1);
                }
            }
        }
    }

    /** Reads at most {@code count} bytes; 0 at the end. */
    public int read(ThreadState ts, int fd, byte[] target, int offset, int count) {
        Entry entry = entry(fd);
        if (entry != null && entry.in != null && count > 0 && (entry.file != null || !isTerminal(fd))) {
            boolean blocks = entry.file == null;
            if (blocks) {
                Interrupts.release(ts);
            }
            try {
                int n = Math.max(0, entry.in.read(target, offset, count));
                if (entry.position >= 0) {
                    entry.position += n;
                }
                return n;
            } catch (IOException e) {
                return -Errno.ofMessage(e.getMessage());
            } finally {
                if (blocks) {
                    Interrupts.acquire(ts);
                }
            }
        }
        int size = Math.min(count, 1 << 20);
        ByteBuffer memory = size <= CHUNK ? Libc.scratch(size) : Libc.memory(size);
        int n = (int) Libc.blocking(ts, "read", fd, Libc.address(memory), size);
        if (n > 0) {
            memory.get(0, target, offset, n);
        }
        return n;
    }

    /** Writes some of the bytes; the result says how many. */
    public int write(ThreadState ts, int fd, byte[] source, int offset, int count) {
        Entry entry = entry(fd);
        if (entry != null && entry.out != null) {
            boolean blocks = entry.file == null;
            if (blocks) {
                Interrupts.release(ts);
            }
            try {
                entry.out.write(source, offset, count);
                if (entry.redirected) {
                    entry.out.flush();
                }
                if (entry.position >= 0) {
                    entry.position = entry.append ? entry.file.length() : entry.position + count;
                }
                return count;
            } catch (IOException e) {
                return -Errno.ofMessage(e.getMessage());
            } finally {
                if (blocks) {
                    Interrupts.acquire(ts);
                }
            }
        }
        int size = Math.min(count, 1 << 20);
        ByteBuffer memory = size <= CHUNK ? Libc.scratch(size) : Libc.memory(size);
        memory.put(0, source, offset, size);
        return (int) Libc.blocking(ts, "write", fd, Libc.address(memory), size);
    }

    /** {@code lseek}. */
    public long seek(int fd, long offset, int whence) {
        Entry entry = entry(fd);
        if (entry != null && entry.position >= 0 && whence <= SEEK_END) {
            long base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? entry.position : entry.file.length();
            long target = base + offset;
            if (target < 0) {
                return -OsErrors.EINVAL;
            }
            if (target == entry.position) {
                return target;
            }
            if (entry.append) {
                // Writes go to the end wherever the offset is.
                entry.position = target;
                return target;
            }
            if (entry.in != null) {
                try {
                    entry.in.skip(target - entry.position);
                    entry.position = target;
                    return target;
                } catch (IOException e) {
                    return -Errno.ofMessage(e.getMessage());
                }
            }
        }
        long result = Libc.longCall("lseek", fd, offset, whence);
        if (entry != null && entry.position >= 0) {
            entry.position = result < 0 ? -1 : result;
        }
        return result;
    }

    /** {@code ftruncate}. */
    public int truncate(ThreadState ts, int fd, long size) {
        return (int) Libc.blocking(ts, "ftruncate", fd, size);
    }

    /** {@code close}. */
    public int close(ThreadState ts, int fd) {
        Entry entry = entry(fd);
        if (entry != null && entry.file != null) {
            forget(fd);
            try {
                if (entry.in != null) {
                    entry.in.close();
                } else {
                    entry.out.close();
                }
                return 0;
            } catch (IOException e) {
                return -Errno.ofMessage(e.getMessage());
            }
        }
        if (entry != null && entry.redirected) {
            // The stream stays the embedding program's.
            forget(fd);
            return 0;
        }
        // Java would only redirect the standard streams.
        forget(fd);
        int result = (int) Libc.blockingOnce(ts, "close", fd);
        return result == -OsErrors.EINTR ? 0 : result;
    }

    /** True for a regular file that this context opened, whose name is known. */
    public boolean isPlainFile(int fd) {
        Entry entry = entry(fd);
        return entry != null && entry.file != null;
    }

    /** The bytes between the offset of a plain file and its end. */
    public long remaining(int fd) {
        Entry entry = entry(fd);
        long position = entry.position < 0 ? seek(fd, 0, SEEK_CUR) : entry.position;
        return entry.file.length() - Math.max(0, position);
    }

    /** {@code isatty}: terminals have names; anything else is answered without a system call. */
    public boolean isTerminal(int fd) {
        if (isPlainFile(fd) || isRedirected(fd)) {
            return false;
        }
        try {
            String name = Files.readSymbolicLink(Path.of("/proc/self/fd/" + fd)).toString();
            return (name.startsWith("/dev/pts/") || name.startsWith("/dev/tty") || name.equals("/dev/console")
                    || name.equals("/dev/ptmx")) && Libc.call("isatty", fd) == 1;
        } catch (IOException e) {
            return false;
        }
    }

    /** True when the number is an open descriptor. */
    public boolean isOpen(int fd) {
        return isPlainFile(fd) || isRedirected(fd) || fd >= 0 && Files.exists(Path.of("/proc/self/fd/" + fd),
                java.nio.file.LinkOption.NOFOLLOW_LINKS);
    }

    /** {@code dup2} with or without inheritance; {@code to} -1 for a new number. */
    int duplicate(int from, int to, boolean inheritable) {
        share();
        if (to < 0) {
            return Libc.call("fcntl", from, inheritable ? 0 : 1030, 0);
        }
        Entry entry = entry(to);
        if (entry != null && entry.file != null && from != to) {
            // Java must not close the number behind our back.
            close(ThreadState.current(), to);
        }
        forget(to);
        return from == to || inheritable ? Libc.call("dup2", from, to) : Libc.call("dup3", from, to, O_CLOEXEC);
    }
}
