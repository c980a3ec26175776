package org.krait.runtime.posix;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import org.krait.runtime.OsErrors;

/** The error numbers that Java's exceptions stand for. */
public final class JavaErrors {
    private JavaErrors() {}

    /** The error number of an exception; EIO when it does not tell. */
    public static int number(IOException e) {
        if (!(e instanceof FileSystemException f)) {
            return Errno.ofMessage(e.getMessage());
        }
        // No pattern switch: the first one of a process takes 20 ms.
        if (f instanceof NoSuchFileException) {
            return OsErrors.ENOENT;
        }
        if (f instanceof AccessDeniedException) {
            return OsErrors.EACCES;
        }
        if (f instanceof FileAlreadyExistsException) {
            return OsErrors.EEXIST;
        }
        if (f instanceof DirectoryNotEmptyException) {
            return OsErrors.ENOTEMPTY;
        }
        if (f instanceof NotDirectoryException) {
            return OsErrors.ENOTDIR;
        }
        if (f instanceof NotLinkException) {
            return OsErrors.EINVAL;
        }
        if (f instanceof FileSystemLoopException) {
            return OsErrors.ELOOP;
        }
        return Errno.ofMessage(f.getReason());
    }
}
