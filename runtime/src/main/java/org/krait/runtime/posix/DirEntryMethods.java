package org.krait.runtime.posix;

import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Attributes;
import org.krait.runtime.OsErrors;
import org.krait.runtime.Texts;
import org.krait.runtime.builtins.ObjectMethods;

/** The methods of {@code os.DirEntry}. */
@BuiltinType(base = ObjectMethods.class)
public final class DirEntryMethods {
    private DirEntryMethods() {}

    @Builtin(value = "is_dir(self, /, *, follow_symlinks=True)", doc = "Return True if the entry is a directory; "
            + "cached per entry.")
    static boolean isDir(PyDirEntry self, boolean follow) {
        return is(self, follow, 4, 0040000);
    }

    @Builtin(value = "is_file(self, /, *, follow_symlinks=True)", doc = "Return True if the entry is a file; cached "
            + "per entry.")
    static boolean isFile(PyDirEntry self, boolean follow) {
        return is(self, follow, 8, 0100000);
    }

    @Builtin(value = "is_symlink(self, /)", doc = "Return True if the entry is a symbolic link; cached per entry.")
    static boolean isSymlink(PyDirEntry self) {
        return is(self, false, 10, 0120000);
    }

    @Builtin(value = "is_junction(self, /)", doc = "Return True if the entry is a junction; cached per entry.")
    static boolean isJunction(PyDirEntry self) {
        return false;
    }

    private static boolean is(PyDirEntry self, boolean follow, int kind, int mode) {
        boolean known = self.kind != 0 && !(follow && self.kind == 10);
        if (known) {
            return self.kind == kind;
        }
        FileStatus status = self.status(follow);
        if (status.error == OsErrors.ENOENT) {
            return false;
        }
        if (status.error != 0) {
            throw Errno.error(status.error, self.path);
        }
        return (status.mode & 0170000) == mode;
    }

    @Builtin(value = "stat(self, /, *, follow_symlinks=True)", doc = "Return stat_result object for the entry; cached "
            + "per entry.")
    static PyObject stat(PyDirEntry self, boolean follow) {
        FileStatus status = self.status(follow);
        if (status.error != 0) {
            throw Errno.error(status.error, self.path);
        }
        return Results.of(status);
    }

    @Builtin(value = "inode(self, /)", doc = "Return inode of the entry; cached per entry.")
    static long inode(PyDirEntry self) {
        return self.inode();
    }

    @Builtin("__fspath__(self, /)")
    static PyObject fspath(PyDirEntry self) {
        return self.path;
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(ThreadState ts, PyDirEntry self) {
        return PyStr.of("<DirEntry ").concat(Texts.repr(ts, self.name)).concat(PyStr.of(">"));
    }

    @Builtin(value = "__class_getitem__(cls, item, /)", kind = Builtin.Kind.CLASS_METHOD)
    static PyObject classGetItem(ThreadState ts, PyType cls, PyObject item) {
        return Attributes.genericAlias(ts, cls, item);
    }

    @Attribute(value = "name", member = true,
            doc = "the entry's base filename, relative to scandir() \"path\" argument")
    static PyObject name(PyDirEntry self) {
        return self.name;
    }

    @Attribute(value = "path", member = true, doc = "the entry's full path name; equivalent to "
            + "os.path.join(scandir_path, entry.name)")
    static PyObject path(PyDirEntry self) {
        return self.path;
    }
}
