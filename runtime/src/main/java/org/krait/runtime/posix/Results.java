package org.krait.runtime.posix;

import java.nio.ByteBuffer;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.runtime.builtins.StructSequence;

/** The struct sequences of {@code posix}. */
final class Results {
    static final PyType STAT = StructSequence.type("os.stat_result", "stat_result: Result from stat, fstat, or "
            + "lstat.\n\nThis object may be accessed either as a tuple of\n  (mode, ino, dev, nlink, uid, gid, size, "
            + "atime, mtime, ctime)\nor via the attributes st_mode, st_ino, st_dev, st_nlink, st_uid, and so "
            + "on.\n\nPosix/windows: If your platform supports st_blksize, st_blocks, st_rdev,\nor st_flags, they are "
            + "available as attributes only.\n\nSee os.stat for more information.", 10, "st_mode", "st_ino", "st_dev",
            "st_nlink", "st_uid",
            "st_gid", "st_size", null, null, null, "st_atime", "st_mtime", "st_ctime", "st_atime_ns", "st_mtime_ns",
            "st_ctime_ns", "st_blksize", "st_blocks", "st_rdev");
    static final PyType STATVFS = StructSequence.type("os.statvfs_result", "statvfs_result: Result from statvfs or "
            + "fstatvfs.\n\nThis object may be accessed either as a tuple of\n  (bsize, frsize, blocks, bfree, bavail, "
            + "files, ffree, favail, flag, namemax),\nor via the attributes f_bsize, f_frsize, f_blocks, f_bfree, and "
            + "so on.\n\nSee os.statvfs for more information.", 10, "f_bsize", "f_frsize", "f_blocks", "f_bfree",
            "f_bavail", "f_files", "f_ffree", "f_favail", "f_flag", "f_namemax", "f_fsid");
    static final PyType TERMINAL_SIZE = StructSequence.type("os.terminal_size",
            "A tuple of (columns, lines) for holding terminal window size", 2, "columns", "lines");
    static final PyType TIMES = StructSequence.type("posix.times_result", "times_result: Result from "
            + "os.times().\n\nThis object may be accessed either as a tuple of\n  (user, system, children_user, "
            + "children_system, elapsed),\nor via the attributes user, system, children_user, children_system,\nand "
            + "elapsed.\n\nSee os.times for more information.", 5, "user", "system", "children_user", "children_system",
            "elapsed");
    static final PyType UNAME = StructSequence.type("posix.uname_result", "uname_result: Result from "
            + "os.uname().\n\nThis object may be accessed either as a tuple of\n  (sysname, nodename, release, "
            + "version, machine),\nor via the attributes sysname, nodename, release, version, and machine.\n\nSee "
            + "os.uname for more information.",
            5, "sysname", "nodename", "release", "version", "machine");
    static final PyType WAITID = StructSequence.type("posix.waitid_result", "waitid_result: Result from "
            + "waitid.\n\nThis object may be accessed either as a tuple of\n  (si_pid, si_uid, si_signo, si_status, "
            + "si_code),\nor via the attributes si_pid, si_uid, and so on.\n\nSee os.waitid for more information.", 5,
            "si_pid", "si_uid",
            "si_signo", "si_status", "si_code");
    static final PyType SCHED_PARAM = StructSequence.type("posix.sched_param", "Currently has only one field: "
            + "sched_priority\n\n  sched_priority\n    A scheduling parameter.", 1, "sched_priority");

    private Results() {}

    static PyObject of(FileStatus s) {
        return StructSequence.of(STAT, PyInt.of(s.mode), PyInt.of(s.inode), PyInt.of(s.device), PyInt.of(s.links),
                PyInt.of(s.user & 0xffffffffL), PyInt.of(s.group & 0xffffffffL), PyInt.of(s.size),
                whole(s.accessNanos), whole(s.modifiedNanos), whole(s.changedNanos),
                PosixModule.seconds(s.accessNanos), PosixModule.seconds(s.modifiedNanos),
                PosixModule.seconds(s.changedNanos), PyInt.of(s.accessNanos), PyInt.of(s.modifiedNanos),
                PyInt.of(s.changedNanos), PyInt.of(s.blockSize), PyInt.of(s.blocks), PyInt.of(s.rawDevice));
    }

    private static PyObject whole(long nanos) {
        return PyInt.of(Math.floorDiv(nanos, 1_000_000_000L));
    }

    /** Of a {@code struct statvfs}. */
    static PyObject statvfs(ByteBuffer s) {
        PyObject[] fields = new PyObject[11];
        for (int i = 0; i < 8; i++) {
            fields[i] = PyInt.of(s.getLong(i * 8));
        }
        fields[8] = PyInt.of(s.getLong(72));
        fields[9] = PyInt.of(s.getLong(80));
        fields[10] = PyInt.of(s.getLong(64));
        return StructSequence.of(STATVFS, fields);
    }
}
