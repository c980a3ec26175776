package org.krait.runtime.posix;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBytes;
import org.krait.objects.PyDict;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.OsErrors;
import org.krait.runtime.builtins.AuditHooks;
import org.krait.runtime.builtins.Protocol;
import org.krait.runtime.posix.Paths.Argument;

/** The module {@code posix}: paths. The functions on descriptors, processes and users are in classes of their own. */
@BuiltinModule(value = "posix", doc = "This module provides access to operating system functionality that is\n"
        + "standardized by the C Standard and the POSIX standard (a thinly\ndisguised Unix interface).  Refer to the "
        + "library manual and\ncorresponding Unix manual entries for more information on calls.")
public final class PosixModule {
    private static final int AT_SYMLINK_NOFOLLOW = 0x100;
    private static final int AT_EACCESS = 0x200;
    private static final int AT_REMOVEDIR = 0x200;
    private static final int AT_SYMLINK_FOLLOW = 0x400;

    private PosixModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        PyDict d = module.dict;
        new DescriptorFunctionsTable().fill(d, null);
        new ProcessFunctionsTable().fill(d, null);
        new SystemFunctionsTable().fill(d, null);
        Constants.put(d, ConstantTables.POSIX);
        String[] have = {"HAVE_FACCESSAT", "HAVE_FCHDIR", "HAVE_FCHMOD", "HAVE_FCHMODAT", "HAVE_FCHOWN",
            "HAVE_FCHOWNAT", "HAVE_FDOPENDIR", "HAVE_FPATHCONF", "HAVE_FSTATAT", "HAVE_FSTATVFS", "HAVE_FTRUNCATE",
            "HAVE_FUTIMENS", "HAVE_LINKAT", "HAVE_LCHOWN", "HAVE_LSTAT", "HAVE_LUTIMES", "HAVE_MKDIRAT",
            "HAVE_MKFIFOAT", "HAVE_MKNODAT", "HAVE_OPENAT", "HAVE_READLINKAT", "HAVE_RENAMEAT", "HAVE_SYMLINKAT",
            "HAVE_UNLINKAT", "HAVE_UTIMENSAT", "HAVE_EVENTFD", "HAVE_MEMFD_CREATE", "HAVE_FUTIMES",
            "HAVE_FUTIMESAT", "HAVE_FEXECVE"};
        PyList functions = new PyList();
        for (String name : have) {
            functions.append(PyStr.interned(name));
        }
        d.put("_have_functions", functions);
        d.put("environ", Environment.toDict(ts));
        Constants.put(d, "P_WAIT=0 P_NOWAIT=1 P_NOWAITO=1");
        d.put("sysconf_names", names(ConstantTables.SYSCONF));
        d.put("confstr_names", names(ConstantTables.CONFSTR));
        d.put("pathconf_names", names(ConstantTables.PATHCONF));
        d.put("error", ExceptionTypes.OS_ERROR);
        d.put("DirEntry", PyDirEntry.TYPE);
        d.put("stat_result", Results.STAT);
        d.put("statvfs_result", Results.STATVFS);
        d.put("terminal_size", Results.TERMINAL_SIZE);
        d.put("times_result", Results.TIMES);
        d.put("uname_result", Results.UNAME);
        d.put("waitid_result", Results.WAITID);
        d.put("sched_param", Results.SCHED_PARAM);
    }

    private static PyDict names(String table) {
        PyDict d = new PyDict();
        Constants.put(d, table);
        return d;
    }

    /** Raises when a call failed. */
    static long check(long result, PyObject filename) {
        if (result < 0) {
            throw Errno.error((int) -result, filename);
        }
        return result;
    }

    private static long address(byte[] path) {
        return Libc.address(Libc.string(path));
    }

    /** A call {@code function(folder, path, …)}. */
    private static void at(ThreadState ts, String function, PyObject folder, Argument path, long... more) {
        java.nio.ByteBuffer name = Libc.string(path.path);
        long[] args = new long[2 + more.length];
        args[0] = Paths.folder(ts, folder);
        args[1] = Libc.address(name);
        System.arraycopy(more, 0, args, 2, more.length);
        check(Libc.blocking(ts, function, args), path.object);
        java.lang.ref.Reference.reachabilityFence(name);
    }

    private static boolean given(PyObject o) {
        return o != null && o != PySingleton.NONE;
    }

    private static void noFolderWithDescriptor(String function, Argument path, PyObject folder) {
        if (path.isDescriptor() && given(folder)) {
            throw Errors.valueError(function + ": can't specify dir_fd without matching path");
        }
    }

    // Status.

    @Builtin(value = "stat(path, *, dir_fd=None, follow_symlinks=True)", doc = "Perform a stat system call on the given"
            + " path.")
    static PyObject stat(ThreadState ts, PyObject path, PyObject folder, boolean follow) {
        return status(ts, "stat", Paths.argument(ts, path, "stat", "path", true, false), folder, follow);
    }

    @Builtin(value = "lstat(path, *, dir_fd=None)", doc = "Perform a stat system call on the given path, without "
            + "following symbolic links.")
    static PyObject lstat(ThreadState ts, PyObject path, PyObject folder) {
        return status(ts, "lstat", Paths.argument(ts, path, "lstat", "path", false, false), folder, false);
    }

    @Builtin(value = "fstat(fd)", doc = "Perform a stat system call on the given file descriptor.")
    static PyObject fstat(int fd) {
        FileStatus status = FileStatus.ofDescriptor(fd);
        if (status == null) {
            throw Errno.error(OsErrors.EBADF);
        }
        return Results.of(status);
    }

    private static PyObject status(ThreadState ts, String function, Argument path, PyObject folder, boolean follow) {
        noFolderWithDescriptor(function, path, folder);
        if (path.isDescriptor()) {
            if (!follow) {
                throw Errors.valueError("stat: cannot use fd and follow_symlinks together");
            }
            FileStatus status = FileStatus.ofDescriptor(path.fd);
            if (status == null) {
                throw Errno.error(OsErrors.EBADF, path.object);
            }
            return Results.of(status);
        }
        FileStatus status = given(folder)
                ? FileStatus.exact(Paths.folder(ts, folder), path.path, follow)
                : FileStatus.ofPath(path.path, follow);
        if (status.error != 0) {
            throw Errno.error(status.error, path.object);
        }
        return Results.of(status);
    }

    @Builtin(value = "access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)", doc = "Use the "
            + "real uid/gid to test for access to a path.")
    static boolean access(ThreadState ts, PyObject path, int mode, PyObject folder, boolean effective,
            boolean follow) {
        Argument p = Paths.argument(ts, path, "access", "path", false, false);
        String plain = JavaPaths.plain(p.path);
        if (plain != null && !given(folder) && !effective && follow) {
            java.io.File file = new java.io.File(plain);
            return file.exists() && ((mode & 4) == 0 || file.canRead()) && ((mode & 2) == 0 || file.canWrite())
                    && ((mode & 1) == 0 || file.canExecute());
        }
        int flags = (effective ? AT_EACCESS : 0) | (follow ? 0 : AT_SYMLINK_NOFOLLOW);
        return Libc.call("faccessat", Paths.folder(ts, folder), address(p.path), mode, flags) == 0;
    }

    @Builtin(value = "statvfs(path)", doc = "Perform a statvfs system call on the given path.")
    static PyObject statvfs(ThreadState ts, PyObject path) {
        Argument p = Paths.argument(ts, path, "statvfs", "path", true, false);
        java.nio.ByteBuffer result = Libc.memory(256);
        check(p.isDescriptor() ? Libc.call("fstatvfs", p.fd, Libc.address(result))
                : Libc.call("statvfs", address(p.path), Libc.address(result)), p.object);
        return Results.statvfs(result);
    }

    @Builtin(value = "fstatvfs(fd, /)", doc = "Perform an fstatvfs system call on the given fd.")
    static PyObject fstatvfs(int fd) {
        java.nio.ByteBuffer result = Libc.memory(256);
        check(Libc.call("fstatvfs", fd, Libc.address(result)), null);
        return Results.statvfs(result);
    }

    // Folders.

    @Builtin(value = "getcwd()", doc = "Return a unicode string representing the current working directory.")
    static PyObject getcwd(ThreadState ts) {
        return Paths.result(ts, WorkingDirectory.get(), false);
    }

    @Builtin(value = "getcwdb()", doc = "Return a bytes string representing the current working directory.")
    static PyObject getcwdb() {
        return new PyBytes(WorkingDirectory.get());
    }

    @Builtin(value = "chdir(path)", doc = "Change the current working directory to the specified path.\n\npath may "
            + "always be specified as a string.\nOn some platforms, path may also be specified as an open file "
            + "descriptor.")
    static void chdir(ThreadState ts, PyObject path) {
        AuditHooks.raise(ts, "os.chdir", path);
        Argument p = Paths.argument(ts, path, "chdir", "path", true, false);
        check(p.isDescriptor() ? Libc.call("fchdir", p.fd) : Libc.call("chdir", address(p.path)), p.object);
    }

    @Builtin(value = "fchdir(fd)", doc = "Change to the directory of the given file descriptor.")
    static void fchdir(ThreadState ts, PyObject fd) {
        check(Libc.call("fchdir", DescriptorFunctions.number(ts, fd)), null);
    }

    @Builtin(value = "chroot(path)", doc = "Change root directory to path.")
    static void chroot(ThreadState ts, PyObject path) {
        Argument p = Paths.argument(ts, path, "chroot", "path", false, false);
        check(Libc.call("chroot", address(p.path)), p.object);
    }

    @Builtin(value = "listdir(path=None)", doc = "Return a list containing the names of the files in the directory.")
    static PyObject listdir(ThreadState ts, PyObject path) {
        AuditHooks.raise(ts, "os.listdir", path == null ? PySingleton.NONE : path);
        Argument p = Paths.argument(ts, path, "listdir", "path", true, true);
        PyList names = new PyList();
        for (DirectoryListing.Entry entry : DirectoryListing.read(p, false)) {
            names.append(Paths.result(ts, entry.name(), p.isBytes));
        }
        return names;
    }

    @Builtin(value = "scandir(path=None)", doc = "Return an iterator of DirEntry objects for given path.")
    static PyObject scandir(ThreadState ts, PyObject path) {
        AuditHooks.raise(ts, "os.scandir", path == null ? PySingleton.NONE : path);
        Argument p = Paths.argument(ts, path, "scandir", "path", true, true);
        return new PyScandirIterator(p, DirectoryListing.read(p, true));
    }

    @Builtin(value = "mkdir(path, mode=511, *, dir_fd=None)", doc = "Create a directory.")
    static void mkdir(ThreadState ts, PyObject path, int mode, PyObject folder) {
        AuditHooks.raise(ts, "os.mkdir", path, PyInt.of(mode), AuditHooks.folder(folder));
        Argument p = Paths.argument(ts, path, "mkdir", "path", false, false);
        String plain = JavaPaths.plain(p.path);
        if (plain != null && mode == 0777 && !given(folder)) {
            try {
                java.nio.file.Files.createDirectory(java.nio.file.Path.of(plain));
                return;
            } catch (java.io.IOException e) {
                throw Errno.error(JavaErrors.number(e), p.object);
            }
        }
        at(ts, "mkdirat", folder, p, mode);
    }

    @Builtin(value = "rmdir(path, *, dir_fd=None)", doc = "Remove a directory.")
    static void rmdir(ThreadState ts, PyObject path, PyObject folder) {
        AuditHooks.raise(ts, "os.rmdir", path, AuditHooks.folder(folder));
        at(ts, "unlinkat", folder, Paths.argument(ts, path, "rmdir", "path", false, false), AT_REMOVEDIR);
    }

    @Builtin(value = "unlink(path, *, dir_fd=None)", doc = "Remove a file (same as remove()).")
    static void unlink(ThreadState ts, PyObject path, PyObject folder) {
        AuditHooks.raise(ts, "os.remove", path, AuditHooks.folder(folder));
        remove(ts, Paths.argument(ts, path, "unlink", "path", false, false), folder);
    }

    @Builtin(value = "remove(path, *, dir_fd=None)", doc = "Remove a file (same as unlink()).")
    static void remove(ThreadState ts, PyObject path, PyObject folder) {
        AuditHooks.raise(ts, "os.remove", path, AuditHooks.folder(folder));
        remove(ts, Paths.argument(ts, path, "remove", "path", false, false), folder);
    }

    private static void remove(ThreadState ts, Argument p, PyObject folder) {
        String plain = JavaPaths.plain(p.path);
        if (plain != null && !given(folder) && new java.io.File(plain).isFile()) {
            try {
                java.nio.file.Files.delete(java.nio.file.Path.of(plain));
                return;
            } catch (java.io.IOException e) {
                throw Errno.error(JavaErrors.number(e), p.object);
            }
        }
        at(ts, "unlinkat", folder, p, 0);
    }

    @Builtin(value = "rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", doc = "Rename a file or directory.")
    static void rename(ThreadState ts, PyObject src, PyObject dst, PyObject srcFolder, PyObject dstFolder) {
        AuditHooks.raise(ts, "os.rename", src, dst, AuditHooks.folder(srcFolder), AuditHooks.folder(dstFolder));
        rename(ts, "rename", src, dst, srcFolder, dstFolder);
    }

    @Builtin(value = "replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", doc = "Rename a file or directory, "
            + "overwriting the destination.")
    static void replace(ThreadState ts, PyObject src, PyObject dst, PyObject srcFolder, PyObject dstFolder) {
        AuditHooks.raise(ts, "os.rename", src, dst, AuditHooks.folder(srcFolder), AuditHooks.folder(dstFolder));
        rename(ts, "replace", src, dst, srcFolder, dstFolder);
    }

    private static void rename(ThreadState ts, String function, PyObject src, PyObject dst, PyObject srcFolder,
            PyObject dstFolder) {
        Argument from = Paths.argument(ts, src, function, "src", false, false);
        Argument to = Paths.argument(ts, dst, function, "dst", false, false);
        String plainFrom = JavaPaths.plain(from.path);
        String plainTo = JavaPaths.plain(to.path);
        long error;
        if (plainFrom != null && plainTo != null && !given(srcFolder) && !given(dstFolder)) {
            try {
                java.nio.file.Files.move(java.nio.file.Path.of(plainFrom), java.nio.file.Path.of(plainTo),
                        java.nio.file.StandardCopyOption.ATOMIC_MOVE);
                return;
            } catch (java.nio.file.AtomicMoveNotSupportedException e) {
                error = -18;
            } catch (java.io.IOException e) {
                error = -JavaErrors.number(e);
            }
        } else {
            error = Libc.blocking(ts, "renameat", Paths.folder(ts, srcFolder), address(from.path),
                    Paths.folder(ts, dstFolder), address(to.path));
        }
        check2(error, from, to);
    }

    private static void check2(long error, Argument from, Argument to) {
        if (error < 0) {
            throw Errno.error((int) -error, from.object, to.object);
        }
    }

    // Links.

    @Builtin(value = "link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)", doc = "Create a hard "
            + "link to a file.")
    static void link(ThreadState ts, PyObject src, PyObject dst, PyObject srcFolder, PyObject dstFolder,
            boolean follow) {
        AuditHooks.raise(ts, "os.link", src, dst, AuditHooks.folder(srcFolder), AuditHooks.folder(dstFolder));
        Argument from = Paths.argument(ts, src, "link", "src", false, false);
        Argument to = Paths.argument(ts, dst, "link", "dst", false, false);
        // As link(2) on Linux: a symbolic link is only followed when folders make linkat necessary.
        boolean plain = follow && !given(srcFolder) && !given(dstFolder);
        check2(plain ? Libc.blocking(ts, "link", address(from.path), address(to.path))
                : Libc.blocking(ts, "linkat", Paths.folder(ts, srcFolder), address(from.path),
                        Paths.folder(ts, dstFolder), address(to.path), follow ? AT_SYMLINK_FOLLOW : 0), from, to);
    }

    @Builtin(value = "symlink(src, dst, target_is_directory=False, *, dir_fd=None)", doc = "Create a symbolic link "
            + "pointing to src named dst.")
    static void symlink(ThreadState ts, PyObject src, PyObject dst, boolean targetIsDirectory, PyObject folder) {
        AuditHooks.raise(ts, "os.symlink", src, dst, AuditHooks.folder(folder));
        Argument from = Paths.argument(ts, src, "symlink", "src", false, false);
        Argument to = Paths.argument(ts, dst, "symlink", "dst", false, false);
        check2(Libc.blocking(ts, "symlinkat", address(from.path), Paths.folder(ts, folder), address(to.path)), from,
                to);
    }

    @Builtin(value = "readlink(path, *, dir_fd=None)", doc = "Return a string representing the path to which the "
            + "symbolic link points.")
    static PyObject readlink(ThreadState ts, PyObject path, PyObject folder) {
        Argument p = Paths.argument(ts, path, "readlink", "path", false, false);
        String plain = JavaPaths.plain(p.path);
        if (plain != null && !given(folder)) {
            try {
                String target = java.nio.file.Files.readSymbolicLink(java.nio.file.Path.of(plain)).toString();
                if (PyStr.of(target).isAscii() && target.length() > 0 && !target.endsWith("/")
                        && !target.contains("//")) {
                    return Paths.result(ts, target.getBytes(java.nio.charset.StandardCharsets.UTF_8), p.isBytes);
                }
            } catch (java.io.IOException e) {
                throw Errno.error(JavaErrors.number(e), p.object);
            }
        }
        java.nio.ByteBuffer target = Libc.memory(4097);
        long n = check(Libc.blocking(ts, "readlinkat", Paths.folder(ts, folder), address(p.path),
                Libc.address(target), 4096), p.object);
        byte[] bytes = new byte[(int) n];
        target.get(0, bytes);
        return Paths.result(ts, bytes, p.isBytes);
    }

    // Permissions, owners, times.

    @Builtin(value = "chmod(path, mode, *, dir_fd=None, follow_symlinks=True)", doc = "Change the access permissions "
            + "of a file.")
    static void chmod(ThreadState ts, PyObject path, int mode, PyObject folder, boolean follow) {
        AuditHooks.raise(ts, "os.chmod", path, PyInt.of(mode), AuditHooks.folder(folder));
        Argument p = Paths.argument(ts, path, "chmod", "path", true, false);
        if (p.isDescriptor()) {
            check(Libc.blocking(ts, "fchmod", p.fd, mode), p.object);
        } else if (follow) {
            at(ts, "fchmodat", folder, p, mode, 0);
        } else {
            int error = Libc.call("fchmodat", Paths.folder(ts, folder), address(p.path), mode, AT_SYMLINK_NOFOLLOW);
            if (error == -95) {
                throw given(folder)
                        ? Errors.valueError("chmod: cannot use dir_fd and follow_symlinks together")
                        : Errors.notImplemented("chmod: follow_symlinks unavailable on this platform");
            }
            check(error, p.object);
        }
    }

    @Builtin(value = "fchmod(fd, mode)", doc = "Change the access permissions of the file given by file descriptor fd.")
    static void fchmod(ThreadState ts, int fd, int mode) {
        check(Libc.blocking(ts, "fchmod", fd, mode), null);
    }

    @Builtin(value = "chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True)", doc = "Change the owner and group "
            + "id of path to the numeric uid and gid.")
    static void chown(ThreadState ts, PyObject path, PyObject uid, PyObject gid, PyObject folder, boolean follow) {
        AuditHooks.raise(ts, "os.chown", path, uid, gid, AuditHooks.folder(folder));
        Argument p = Paths.argument(ts, path, "chown", "path", true, false);
        int user = SystemFunctions.id(ts, uid, "uid");
        int group = SystemFunctions.id(ts, gid, "gid");
        if (p.isDescriptor()) {
            check(Libc.blocking(ts, "fchown", p.fd, user, group), p.object);
        } else {
            at(ts, "fchownat", folder, p, user, group, follow ? 0 : AT_SYMLINK_NOFOLLOW);
        }
    }

    @Builtin(value = "lchown(path, uid, gid)", doc = "Change the owner and group id of path to the numeric uid and gid."
            + "\n\nThis function will not follow symbolic links.")
    static void lchown(ThreadState ts, PyObject path, PyObject uid, PyObject gid) {
        chown(ts, path, uid, gid, null, false);
    }

    @Builtin(value = "fchown(fd, uid, gid)", doc = "Change the owner and group id of the file specified by file "
            + "descriptor.")
    static void fchown(ThreadState ts, int fd, PyObject uid, PyObject gid) {
        check(Libc.blocking(ts, "fchown", fd, SystemFunctions.id(ts, uid, "uid"),
                SystemFunctions.id(ts, gid, "gid")), null);
    }

    @Builtin(value = "utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True)", doc = "Set the access "
            + "and modified time of path.")
    static void utime(ThreadState ts, PyObject path, PyObject times, PyObject ns, PyObject folder, boolean follow) {
        AuditHooks.raise(ts, "os.utime", path, times == null ? PySingleton.NONE : times,
                ns == null ? PySingleton.NONE : ns, AuditHooks.folder(folder));
        Argument p = Paths.argument(ts, path, "utime", "path", true, false);
        if (given(times) && ns != null) {
            throw Errors.valueError("utime: you may specify either 'times' or 'ns' but not both");
        }
        java.nio.ByteBuffer spec = Libc.memory(32);
        boolean now = false;
        if (given(times)) {
            if (!(times instanceof PyTuple t) || t.size() != 2) {
                throw Errors.typeError("utime: 'times' must be either a tuple of two ints or None");
            }
            put(spec, 0, Times.nanos(ts, t.item(0)));
            put(spec, 16, Times.nanos(ts, t.item(1)));
        } else if (ns != null) {
            if (!(ns instanceof PyTuple t) || t.size() != 2) {
                throw Errors.typeError("utime: 'ns' must be a tuple of two ints");
            }
            put(spec, 0, Protocol.index(ts, t.item(0)).value);
            put(spec, 16, Protocol.index(ts, t.item(1)).value);
        } else {
            now = true;
        }
        noFolderWithDescriptor("utime", p, folder);
        long at = now ? 0 : Libc.address(spec);
        if (p.isDescriptor()) {
            check(Libc.call("futimens", p.fd, at), null);
        } else {
            at(ts, "utimensat", folder, p, at, follow ? 0 : AT_SYMLINK_NOFOLLOW);
        }
        java.lang.ref.Reference.reachabilityFence(spec);
    }

    private static void put(java.nio.ByteBuffer spec, int at, long nanos) {
        spec.putLong(at, Math.floorDiv(nanos, 1_000_000_000L));
        spec.putLong(at + 8, Math.floorMod(nanos, 1_000_000_000L));
    }

    @Builtin(value = "truncate(path, length)", doc = "Truncate a file, specified by path, to a specific length.")
    static void truncate(ThreadState ts, PyObject path, long length) {
        AuditHooks.raise(ts, "os.truncate", path, PyInt.of(length));
        Argument p = Paths.argument(ts, path, "truncate", "path", true, false);
        check(p.isDescriptor() ? Libc.blocking(ts, "ftruncate", p.fd, length)
                : Libc.blocking(ts, "truncate", address(p.path), length), p.object);
    }

    @Builtin(value = "mkfifo(path, mode=438, *, dir_fd=None)", doc = "Create a \"fifo\" (a POSIX named pipe).")
    static void mkfifo(ThreadState ts, PyObject path, int mode, PyObject folder) {
        at(ts, "mkfifoat", folder, Paths.argument(ts, path, "mkfifo", "path", false, false), mode);
    }

    @Builtin(value = "mknod(path, mode=384, device=0, *, dir_fd=None)", doc = "Create a node in the file system.")
    static void mknod(ThreadState ts, PyObject path, int mode, long device, PyObject folder) {
        at(ts, "mknodat", folder, Paths.argument(ts, path, "mknod", "path", false, false), mode, device);
    }

    @Builtin(value = "pathconf(path, name)",
            doc = "Return the configuration limit name for the file or directory path.")
    static long pathconf(ThreadState ts, PyObject path, PyObject name) {
        Argument p = Paths.argument(ts, path, "pathconf", "path", true, false);
        int number = SystemFunctions.configuration(ts, name, ConstantTables.PATHCONF);
        return check(p.isDescriptor() ? Libc.longCall("fpathconf", p.fd, number)
                : Libc.longCall("pathconf", address(p.path), number), p.object);
    }

    @Builtin(value = "fpathconf(fd, name, /)", doc = "Return the configuration limit name for the file descriptor fd.")
    static long fpathconf(ThreadState ts, int fd, PyObject name) {
        return check(Libc.longCall("fpathconf", fd, SystemFunctions.configuration(ts, name, ConstantTables.PATHCONF)),
                null);
    }

    // Extended attributes.

    @Builtin(value = "getxattr(path, attribute, *, follow_symlinks=True)", doc = "Return the value of extended "
            + "attribute attribute on path.")
    static PyObject getxattr(ThreadState ts, PyObject path, PyObject attribute, boolean follow) {
        Argument p = Paths.argument(ts, path, "getxattr", "path", true, false);
        Argument name = Paths.argument(ts, attribute, "getxattr", "attribute", false, false);
        java.nio.ByteBuffer value = Libc.memory(65536);
        long n = p.isDescriptor()
                ? Libc.longCall("fgetxattr", p.fd, address(name.path), Libc.address(value), 65536)
                : Libc.longCall(follow ? "getxattr" : "lgetxattr", address(p.path), address(name.path),
                        Libc.address(value), 65536);
        return new PyBytes(bytes(value, check(n, p.object)));
    }

    @Builtin(value = "setxattr(path, attribute, value, flags=0, *, follow_symlinks=True)", doc = "Set extended "
            + "attribute attribute on path to value.")
    static void setxattr(ThreadState ts, PyObject path, PyObject attribute, PyObject value, int flags,
            boolean follow) {
        Argument p = Paths.argument(ts, path, "setxattr", "path", true, false);
        Argument name = Paths.argument(ts, attribute, "setxattr", "attribute", false, false);
        byte[] content = DescriptorFunctions.bytes(ts, value);
        check(p.isDescriptor()
                ? Libc.longCall("fsetxattr", p.fd, address(name.path), address(content), content.length, flags)
                : Libc.longCall(follow ? "setxattr" : "lsetxattr", address(p.path), address(name.path),
                        address(content), content.length, flags), p.object);
    }

    @Builtin(value = "removexattr(path, attribute, *, follow_symlinks=True)", doc = "Remove extended attribute "
            + "attribute on path.")
    static void removexattr(ThreadState ts, PyObject path, PyObject attribute, boolean follow) {
        Argument p = Paths.argument(ts, path, "removexattr", "path", true, false);
        Argument name = Paths.argument(ts, attribute, "removexattr", "attribute", false, false);
        check(p.isDescriptor() ? Libc.call("fremovexattr", p.fd, address(name.path))
                : Libc.call(follow ? "removexattr" : "lremovexattr", address(p.path), address(name.path)), p.object);
    }

    @Builtin(value = "listxattr(path=None, *, follow_symlinks=True)", doc = "Return a list of extended attributes on "
            + "path.")
    static PyObject listxattr(ThreadState ts, PyObject path, boolean follow) {
        Argument p = Paths.argument(ts, path, "listxattr", "path", true, true);
        java.nio.ByteBuffer names = Libc.memory(65536);
        long n = p.isDescriptor() ? Libc.longCall("flistxattr", p.fd, Libc.address(names), 65536)
                : Libc.longCall(follow ? "listxattr" : "llistxattr", address(p.path), Libc.address(names), 65536);
        byte[] all = bytes(names, check(n, p.object));
        PyList list = new PyList();
        int from = 0;
        for (int i = 0; i < all.length; i++) {
            if (all[i] == 0) {
                list.append(Paths.result(ts, java.util.Arrays.copyOfRange(all, from, i), false));
                from = i + 1;
            }
        }
        return list;
    }

    private static byte[] bytes(java.nio.ByteBuffer memory, long count) {
        byte[] bytes = new byte[(int) count];
        memory.get(0, bytes);
        return bytes;
    }

    // Names.

    @Builtin(value = "fspath(path)", doc = "Return the file system path representation of the object.\n\nIf the object "
            + "is str or bytes, then allow it to pass through as-is. If the\nobject defines __fspath__(), then return "
            + "the result of that method. All other\ntypes raise a TypeError.")
    static PyObject fspath(ThreadState ts, PyObject path) {
        return Paths.fspath(ts, path);
    }

    @Builtin("_path_normpath(path)")
    static PyObject normpath(ThreadState ts, PyObject path) {
        if (path instanceof PyBytes bytes) {
            String text = new String(bytes.value, java.nio.charset.StandardCharsets.ISO_8859_1);
            return new PyBytes(normalized(text).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        }
        if (!(path instanceof PyStr)) {
            throw Errors.typeError("_path_normpath() argument 'path' must be str, not " + Arguments.shown(path));
        }
        return PyStr.of(normalized(path.toString()));
    }

    private static String normalized(String path) {
        int slashes = path.startsWith("//") && !path.startsWith("///") ? 2 : path.startsWith("/") ? 1 : 0;
        java.util.ArrayList<String> parts = new java.util.ArrayList<>();
        int at = slashes;
        while (at <= path.length()) {
            int end = path.indexOf('/', at);
            end = end < 0 ? path.length() : end;
            String part = path.substring(at, end);
            boolean up = part.equals("..");
            if (up && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".") && !(up && slashes > 0)) {
                parts.add(part);
            }
            at = end + 1;
        }
        String joined = "/".repeat(slashes) + String.join("/", parts);
        return joined.isEmpty() ? "." : joined;
    }

    @Builtin(value = "strerror(code, /)", doc = "Translate an error code to a message string.")
    static String strerror(int code) {
        return Errno.message(code);
    }

    /** Seconds as a float, of nanoseconds. */
    static PyObject seconds(long nanos) {
        return new PyFloat(Math.floorDiv(nanos, 1_000_000_000L) + 1e-9 * Math.floorMod(nanos, 1_000_000_000L));
    }
}
