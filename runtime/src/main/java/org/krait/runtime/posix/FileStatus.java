package org.krait.runtime.posix;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What {@code stat} says about a file; times in nanoseconds since 1970. */
public final class FileStatus {
    private static final String ATTRIBUTES =
            "unix:mode,ino,dev,nlink,uid,gid,size,rdev,lastModifiedTime,lastAccessTime,ctime";
    private static final int AT_FDCWD = -100;
    private static final int AT_SYMLINK_NOFOLLOW = 0x100;
    private static final int AT_EMPTY_PATH = 0x1000;
    private static final int BASIC_STATS = 0x7ff;

    public int mode;
    public long inode;
    public long device;
    public long links;
    public int user;
    public int group;
    public long size;
    public long accessNanos;
    public long modifiedNanos;
    public long changedNanos;
    public long blockSize = 4096;
    public long blocks;
    public long rawDevice;
    /** The error number instead of a status; 0 for none. */
    public int error;

    private FileStatus() {}

    private static FileStatus failed(int errno) {
        FileStatus status = new FileStatus();
        status.error = errno;
        return status;
    }

    public boolean isDirectory() {
        return (mode & 0170000) == 0040000;
    }

    public boolean isRegular() {
        return (mode & 0170000) == 0100000;
    }

    public boolean isLink() {
        return (mode & 0170000) == 0120000;
    }

    /** The status of a path; {@link #error} says when there is none. */
    public static FileStatus ofPath(byte[] path, boolean follow) {
        String plain = JavaPaths.plain(path);
        return plain == null ? exact(AT_FDCWD, path, follow) : read(Path.of(plain), follow);
    }

    /** The status of an open file; null when the descriptor is none. */
    public static FileStatus ofDescriptor(int fd) {
        FileStatus status = read(Path.of("/proc/self/fd/" + fd), true);
        return status.error != 0 ? null : status;
    }

    /** The status by the system call, relative to an open folder. */
    public static FileStatus exact(int folder, byte[] path, boolean follow) {
        ByteBuffer name = Libc.string(path);
        ByteBuffer result = Libc.memory(256);
        int flags = (follow ? 0 : AT_SYMLINK_NOFOLLOW) | (path.length == 0 && folder >= 0 ? AT_EMPTY_PATH : 0);
        int error = Libc.call("statx", folder, Libc.address(name), flags, BASIC_STATS, Libc.address(result));
        if (error < 0) {
            return failed(-error);
        }
        FileStatus status = new FileStatus();
        status.blockSize = result.getInt(4) & 0xffffffffL;
        status.links = result.getInt(16) & 0xffffffffL;
        status.user = result.getInt(20);
        status.group = result.getInt(24);
        status.mode = result.getShort(28) & 0xffff;
        status.inode = result.getLong(32);
        status.size = result.getLong(40);
        status.blocks = result.getLong(48);
        status.accessNanos = nanos(result, 64);
        status.changedNanos = nanos(result, 96);
        status.modifiedNanos = nanos(result, 112);
        status.rawDevice = device(result.getInt(128), result.getInt(132));
        status.device = device(result.getInt(136), result.getInt(140));
        return status;
    }

    private static long nanos(ByteBuffer result, int at) {
        return result.getLong(at) * 1_000_000_000L + result.getInt(at + 8);
    }

    /** {@code makedev}. */
    static long device(long major, long minor) {
        return (minor & 0xff) | (major & 0xfff) << 8 | (minor & ~0xffL) << 12 | (major & ~0xfffL) << 32;
    }

    /** The status by Java's own means. */
    static FileStatus read(Path path, boolean follow) {
        Map<String, Object> map;
        try {
            map = follow ? Files.readAttributes(path, ATTRIBUTES)
                    : Files.readAttributes(path, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            return failed(JavaErrors.number(e));
        }
        FileStatus status = new FileStatus();
        status.mode = ((Number) map.get("mode")).intValue();
        status.inode = ((Number) map.get("ino")).longValue();
        status.device = ((Number) map.get("dev")).longValue();
        status.links = ((Number) map.get("nlink")).longValue();
        status.user = ((Number) map.get("uid")).intValue();
        status.group = ((Number) map.get("gid")).intValue();
        status.size = ((Number) map.get("size")).longValue();
        status.rawDevice = ((Number) map.get("rdev")).longValue();
        // Java does not tell the blocks; whole pages are what most file systems take.
        status.blocks = status.isRegular() || status.isDirectory() ? (status.size + 4095) / 4096 * 8 : 0;
        status.modifiedNanos = ((FileTime) map.get("lastModifiedTime")).to(TimeUnit.NANOSECONDS);
        status.accessNanos = ((FileTime) map.get("lastAccessTime")).to(TimeUnit.NANOSECONDS);
        status.changedNanos = ((FileTime) map.get("ctime")).to(TimeUnit.NANOSECONDS);
        return status;
    }
}
