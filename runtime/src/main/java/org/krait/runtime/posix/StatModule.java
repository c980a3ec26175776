package org.krait.runtime.posix;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyInt;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;

/** The module {@code _stat}: what the bits of a file's mode mean. */
@BuiltinModule(
        value = "_stat",
        doc = "Constants and functions for interpreting the results of os.stat() and os.lstat().")
public final class StatModule {
    private static final int IFMT = 0170000;
    private static final int IFDIR = 0040000;
    private static final int IFCHR = 0020000;
    private static final int IFBLK = 0060000;
    private static final int IFREG = 0100000;
    private static final int IFIFO = 0010000;
    private static final int IFLNK = 0120000;
    private static final int IFSOCK = 0140000;
    private static final String CONSTANTS = """
            S_IFDIR=16384 S_IFCHR=8192 S_IFBLK=24576 S_IFREG=32768 S_IFIFO=4096 S_IFLNK=40960 S_IFSOCK=49152
            S_IFDOOR=0 S_IFPORT=0 S_IFWHT=0 S_ISUID=2048 S_ISGID=1024 S_ISVTX=512 S_ENFMT=1024 S_IREAD=256
            S_IWRITE=128 S_IEXEC=64 S_IRWXU=448 S_IRUSR=256 S_IWUSR=128 S_IXUSR=64 S_IRWXG=56 S_IRGRP=32 S_IWGRP=16
            S_IXGRP=8 S_IRWXO=7 S_IROTH=4 S_IWOTH=2 S_IXOTH=1 UF_NODUMP=1 UF_IMMUTABLE=2 UF_APPEND=4 UF_OPAQUE=8
            UF_NOUNLINK=16 UF_COMPRESSED=32 UF_HIDDEN=32768 SF_ARCHIVED=65536 SF_IMMUTABLE=131072 SF_APPEND=262144
            SF_NOUNLINK=1048576 SF_SNAPSHOT=2097152 ST_MODE=0 ST_INO=1 ST_DEV=2 ST_NLINK=3 ST_UID=4 ST_GID=5
            ST_SIZE=6 ST_ATIME=7 ST_MTIME=8 ST_CTIME=9
            """;

    private StatModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        Constants.put(module.materializeDict(), CONSTANTS);
    }

    private static int mode(ThreadState ts, PyObject mode) {
        PyInt value = Arguments.toIndex(ts, mode);
        if (value.signum() < 0) {
            throw Errors.overflowError("can't convert negative value to unsigned int");
        }
        if (!value.fitsLong()) {
            throw Errors.overflowError("Python int too large to convert to C unsigned long");
        }
        if (value.value > 0xffffffffL) {
            throw Errors.overflowError("mode out of range");
        }
        return (int) value.value;
    }

    private static int type(ThreadState ts, PyObject mode) {
        return mode(ts, mode) & IFMT;
    }

    @Builtin(value = "S_ISDIR(mode, /)", doc = "Return True if mode is from a directory.")
    static boolean isDir(ThreadState ts, PyObject mode) {
        return type(ts, mode) == IFDIR;
    }

    @Builtin(value = "S_ISCHR(mode, /)", doc = "Return True if mode is from a character special device file.")
    static boolean isChr(ThreadState ts, PyObject mode) {
        return type(ts, mode) == IFCHR;
    }

    @Builtin(value = "S_ISBLK(mode, /)", doc = "Return True if mode is from a block special device file.")
    static boolean isBlk(ThreadState ts, PyObject mode) {
        return type(ts, mode) == IFBLK;
    }

    @Builtin(value = "S_ISREG(mode, /)", doc = "Return True if mode is from a regular file.")
    static boolean isReg(ThreadState ts, PyObject mode) {
        return type(ts, mode) == IFREG;
    }

    @Builtin(value = "S_ISFIFO(mode, /)", doc = "Return True if mode is from a FIFO (named pipe).")
    static boolean isFifo(ThreadState ts, PyObject mode) {
        return type(ts, mode) == IFIFO;
    }

    @Builtin(value = "S_ISLNK(mode, /)", doc = "Return True if mode is from a symbolic link.")
    static boolean isLnk(ThreadState ts, PyObject mode) {
        return type(ts, mode) == IFLNK;
    }

    @Builtin(value = "S_ISSOCK(mode, /)", doc = "Return True if mode is from a socket.")
    static boolean isSock(ThreadState ts, PyObject mode) {
        return type(ts, mode) == IFSOCK;
    }

    @Builtin(value = "S_ISDOOR(mode, /)", doc = "Return True if mode is from a door, which Linux does not have.")
    static boolean isDoor(ThreadState ts, PyObject mode) {
        mode(ts, mode);
        return false;
    }

    @Builtin(value = "S_ISPORT(mode, /)", doc = "Return True if mode is from an event port, which Linux does not have.")
    static boolean isPort(ThreadState ts, PyObject mode) {
        mode(ts, mode);
        return false;
    }

    @Builtin(value = "S_ISWHT(mode, /)", doc = "Return True if mode is from a whiteout, which Linux does not have.")
    static boolean isWhiteout(ThreadState ts, PyObject mode) {
        mode(ts, mode);
        return false;
    }

    @Builtin(value = "S_IMODE(mode, /)",
            doc = "Return the portion of the file's mode that can be set by os.chmod().")
    static int permissions(ThreadState ts, PyObject mode) {
        return mode(ts, mode) & 07777;
    }

    @Builtin(value = "S_IFMT(mode, /)", doc = "Return the portion of the file's mode that describes the file type.")
    static int fileType(ThreadState ts, PyObject mode) {
        return type(ts, mode);
    }

    @Builtin(value = "filemode(mode, /)", doc = "Convert a file's mode to a string of the form '-rwxrwxrwx'")
    static String fileMode(ThreadState ts, PyObject mode) {
        int bits = mode(ts, mode);
        char[] text = new char[10];
        text[0] = switch (bits & IFMT) {
            case IFDIR -> 'd';
            case IFCHR -> 'c';
            case IFBLK -> 'b';
            case IFREG -> '-';
            case IFIFO -> 'p';
            case IFLNK -> 'l';
            case IFSOCK -> 's';
            default -> '?';
        };
        for (int i = 0; i < 9; i++) {
            text[1 + i] = (bits >> 8 - i & 1) != 0 ? "rwx".charAt(i % 3) : '-';
        }
        special(text, 3, bits & 04000, 's');
        special(text, 6, bits & 02000, 's');
        special(text, 9, bits & 01000, 't');
        return new String(text);
    }

    private static void special(char[] text, int at, int bit, char letter) {
        if (bit != 0) {
            text[at] = text[at] == 'x' ? letter : Character.toUpperCase(letter);
        }
    }
}
