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
        if (e instanceof FileSystemException f) {
            return switch (f) {
                case NoSuchFileException _ -> OsErrors.ENOENT;
                case AccessDeniedException _ -> OsErrors.EACCES;
                case FileAlreadyExistsException _ -> OsErrors.EEXIST;
                case DirectoryNotEmptyException _ -> OsErrors.ENOTEMPTY;
                case NotDirectoryException _ -> OsErrors.ENOTDIR;
                case NotLinkException _ -> OsErrors.EINVAL;
                case FileSystemLoopException _ -> OsErrors.ELOOP;
                default -> Errno.ofMessage(f.getReason());
            };
        }
        return Errno.ofMessage(e.getMessage());
    }
}
