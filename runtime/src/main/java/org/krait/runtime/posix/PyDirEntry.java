package org.krait.runtime.posix;

import org.krait.objects.PyInstance;
import org.krait.objects.PyObject;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;

/** An {@code os.DirEntry}: a name in a folder, with what is known about the file. */
public final class PyDirEntry extends PyInstance {
    public static final PyType TYPE = PyType.builtin("posix.DirEntry", PyType.OBJECT, PyType.NO_NEW,
            new DirEntryMethodsTable());

    final PyObject name;
    final PyObject path;
    private final byte[] bytes;
    /** The open folder that the name is relative to; -1 when {@link #bytes} is a path. */
    private final int folder;
    final int kind;
    private final long inode;
    private FileStatus status;
    private FileStatus linkStatus;

    PyDirEntry(ThreadState ts, Paths.Argument parent, DirectoryListing.Entry entry) {
        super(TYPE);
        byte[] own = entry.name();
        name = Paths.result(ts, own, parent.isBytes);
        kind = entry.kind();
        inode = entry.inode();
        if (parent.isDescriptor()) {
            folder = parent.fd;
            bytes = own;
            path = name;
        } else {
            folder = -1;
            boolean implied = parent.object == org.krait.objects.PySingleton.NONE;
            bytes = joined(parent.path, own);
            path = implied ? Paths.result(ts, joined(new byte[] {'.'}, own), false)
                    : Paths.result(ts, bytes, parent.isBytes);
        }
    }

    private static byte[] joined(byte[] parent, byte[] own) {
        boolean slash = parent.length > 0 && parent[parent.length - 1] != '/';
        byte[] both = java.util.Arrays.copyOf(parent, parent.length + (slash ? 1 : 0) + own.length);
        if (slash) {
            both[parent.length] = '/';
        }
        System.arraycopy(own, 0, both, both.length - own.length, own.length);
        return both;
    }

    /** The status of the file, asked once; {@link FileStatus#error} says when there is none. */
    FileStatus status(boolean follow) {
        if (!follow) {
            if (linkStatus == null) {
                linkStatus = read(false);
            }
            return linkStatus;
        }
        if (status == null) {
            FileStatus link = kind == 0 ? status(false) : null;
            boolean isLink = link == null ? kind == 10 : link.error == 0 && link.isLink();
            status = isLink ? read(true) : status(false);
        }
        return status;
    }

    private FileStatus read(boolean follow) {
        return folder >= 0 ? FileStatus.exact(folder, bytes, follow) : FileStatus.ofPath(bytes, follow);
    }

    long inode() {
        if (inode != 0) {
            return inode;
        }
        FileStatus s = status(false);
        if (s.error != 0) {
            throw Errno.error(s.error, path);
        }
        return s.inode;
    }
}
