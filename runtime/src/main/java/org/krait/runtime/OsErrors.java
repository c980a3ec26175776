package org.krait.runtime;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;

/** Makes OSErrors; the numbers are those of Linux. */
public final class OsErrors {
    public static final int EPERM = 1;
    public static final int ENOENT = 2;
    public static final int ESRCH = 3;
    public static final int EINTR = 4;
    public static final int EIO = 5;
    public static final int EBADF = 9;
    public static final int ECHILD = 10;
    public static final int EAGAIN = 11;
    public static final int ENOMEM = 12;
    public static final int EACCES = 13;
    public static final int EEXIST = 17;
    public static final int ENOTDIR = 20;
    public static final int EISDIR = 21;
    public static final int EINVAL = 22;
    public static final int EMFILE = 24;
    public static final int ENOSPC = 28;
    public static final int ESPIPE = 29;
    public static final int EROFS = 30;
    public static final int EPIPE = 32;
    public static final int ENOTEMPTY = 39;
    public static final int ELOOP = 40;
    public static final int EOVERFLOW = 75;
    public static final int ECONNABORTED = 103;
    public static final int ECONNRESET = 104;
    public static final int ESHUTDOWN = 108;
    public static final int ETIMEDOUT = 110;
    public static final int ECONNREFUSED = 111;
    public static final int EALREADY = 114;
    public static final int EINPROGRESS = 115;

    private OsErrors() {}

    /** The class that {@code OSError(errno, …)} makes an instance of. */
    public static PyType typeOf(int errno) {
        return switch (errno) {
            case EAGAIN, EALREADY, EINPROGRESS -> ExceptionTypes.BLOCKING_IO_ERROR;
            case EPIPE, ESHUTDOWN -> ExceptionTypes.BROKEN_PIPE_ERROR;
            case ECHILD -> ExceptionTypes.CHILD_PROCESS_ERROR;
            case ECONNABORTED -> ExceptionTypes.CONNECTION_ABORTED_ERROR;
            case ECONNREFUSED -> ExceptionTypes.CONNECTION_REFUSED_ERROR;
            case ECONNRESET -> ExceptionTypes.CONNECTION_RESET_ERROR;
            case EEXIST -> ExceptionTypes.FILE_EXISTS_ERROR;
            case ENOENT -> ExceptionTypes.FILE_NOT_FOUND_ERROR;
            case EISDIR -> ExceptionTypes.IS_A_DIRECTORY_ERROR;
            case ENOTDIR -> ExceptionTypes.NOT_A_DIRECTORY_ERROR;
            case EINTR -> ExceptionTypes.INTERRUPTED_ERROR;
            case EACCES, EPERM -> ExceptionTypes.PERMISSION_ERROR;
            case ESRCH -> ExceptionTypes.PROCESS_LOOKUP_ERROR;
            case ETIMEDOUT -> ExceptionTypes.TIMEOUT_ERROR;
            default -> ExceptionTypes.OS_ERROR;
        };
    }

    /** An OSError of the class for {@code errno}; {@code filename} and {@code filename2} null when there is none. */
    public static PyException error(int errno, String message, PyObject filename, PyObject filename2) {
        PyException e = Errors.withArgs(typeOf(errno), PyInt.of(errno), PyStr.of(message));
        e.value.setExtra(0, PyInt.of(errno));
        e.value.setExtra(1, PyStr.of(message));
        if (filename != null && filename != PySingleton.NONE) {
            e.value.setExtra(2, filename);
        }
        if (filename2 != null && filename2 != PySingleton.NONE) {
            e.value.setExtra(3, filename2);
        }
        return e;
    }
}
