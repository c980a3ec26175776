package org.krait.runtime.posix;

import java.nio.ByteBuffer;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBytes;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.builtins.Protocol;

/** The module {@code termios}. */
@BuiltinModule(value = "termios", doc = "This module provides an interface to the Posix calls for tty I/O "
        + "control.\n\nFor a complete description of these calls, see the Posix or Unix manual\npages. It is only "
        + "available for those Unix versions that support Posix\ntermios style tty I/O control (and then only if "
        + "configured at installation\ntime).\n\nAll functions in this module take a file descriptor fd as their "
        + "first\nargument. This can be an integer file descriptor, such as returned by\nsys.stdin.fileno(), or a "
        + "file object, such as sys.stdin itself.")
public final class TermiosModule {
    static final PyType ERROR = PyType.builtin("termios.error", ExceptionTypes.EXCEPTION,
            PyType.BASE | PyType.HAS_DICT | PyType.HAS_WEAKREF);

    private static final int CONTROL_CHARACTERS = 32;
    private static final int ICANON = 2;
    private static final int VTIME = 5;
    private static final int VMIN = 6;

    private TermiosModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        Constants.put(module.dict, ConstantTables.TERMIOS);
        module.dict.put("error", ERROR);
    }

    private static void check(long result) {
        if (result < 0) {
            throw Errors.withArgs(ERROR, PyInt.of(-result), PyStr.of(Errno.message((int) -result)));
        }
    }

    @Builtin(value = "tcgetattr(fd, /)", doc = "Get the tty attributes for file descriptor fd.")
    static PyObject tcgetattr(ThreadState ts, PyObject fd) {
        ByteBuffer t = Libc.memory(64);
        check(Libc.call("tcgetattr", DescriptorFunctions.number(ts, fd), Libc.address(t)));
        boolean numbers = (t.getInt(12) & ICANON) == 0;
        PyList characters = new PyList();
        for (int i = 0; i < CONTROL_CHARACTERS; i++) {
            byte c = t.get(17 + i);
            characters.append(numbers && (i == VTIME || i == VMIN) ? PyInt.of(c & 0xff) : new PyBytes(new byte[] {c}));
        }
        PyList all = new PyList();
        for (int i = 0; i < 4; i++) {
            all.append(PyInt.of(t.getInt(4 * i) & 0xffffffffL));
        }
        all.append(PyInt.of(Libc.plainCall("cfgetispeed", Libc.address(t)) & 0xffffffffL));
        all.append(PyInt.of(Libc.plainCall("cfgetospeed", Libc.address(t)) & 0xffffffffL));
        all.append(characters);
        return all;
    }

    @Builtin(value = "tcsetattr(fd, when, attributes, /)", doc = "Set the tty attributes for file descriptor fd.")
    static void tcsetattr(ThreadState ts, PyObject fd, int when, PyObject attributes) {
        int number = DescriptorFunctions.number(ts, fd);
        if (!(attributes instanceof PyList list) || list.size() != 7) {
            throw Errors.typeError("tcsetattr, arg 3: must be 7 element list");
        }
        if (!(list.get(6) instanceof PyList characters) || characters.size() != CONTROL_CHARACTERS) {
            throw Errors.typeError("tcsetattr: elements of attributes must be list of " + CONTROL_CHARACTERS
                    + " elements");
        }
        ByteBuffer t = Libc.memory(64);
        check(Libc.call("tcgetattr", number, Libc.address(t)));
        for (int i = 0; i < 4; i++) {
            t.putInt(4 * i, (int) Protocol.index(ts, list.get(i)).value);
        }
        for (int i = 0; i < CONTROL_CHARACTERS; i++) {
            PyObject c = characters.get(i);
            if (c instanceof PyBytes b && b.value.length == 1) {
                t.put(17 + i, b.value[0]);
            } else if (c instanceof PyInt n) {
                t.put(17 + i, (byte) n.value);
            } else {
                throw badCharacter();
            }
        }
        check(Libc.call("cfsetispeed", Libc.address(t), Protocol.index(ts, list.get(4)).value));
        check(Libc.call("cfsetospeed", Libc.address(t), Protocol.index(ts, list.get(5)).value));
        check(Libc.blocking(ts, "tcsetattr", number, when, Libc.address(t)));
    }

    private static PyException badCharacter() {
        return Errors.typeError(
                "tcsetattr: elements of attributes must be characters or integers");
    }

    @Builtin(value = "tcsendbreak(fd, duration, /)", doc = "Send a break on file descriptor fd.")
    static void tcsendbreak(ThreadState ts, PyObject fd, int duration) {
        check(Libc.blocking(ts, "tcsendbreak", DescriptorFunctions.number(ts, fd), duration));
    }

    @Builtin(value = "tcdrain(fd, /)", doc =
            "Wait until all output written to file descriptor fd has been transmitted.")
    static void tcdrain(ThreadState ts, PyObject fd) {
        check(Libc.blocking(ts, "tcdrain", DescriptorFunctions.number(ts, fd)));
    }

    @Builtin(value = "tcflush(fd, queue, /)", doc = "Discard queued data on file descriptor fd.")
    static void tcflush(ThreadState ts, PyObject fd, int queue) {
        check(Libc.blocking(ts, "tcflush", DescriptorFunctions.number(ts, fd), queue));
    }

    @Builtin(value = "tcflow(fd, action, /)", doc = "Suspend or resume input or output on file descriptor fd.")
    static void tcflow(ThreadState ts, PyObject fd, int action) {
        check(Libc.blocking(ts, "tcflow", DescriptorFunctions.number(ts, fd), action));
    }

    @Builtin(value = "tcgetwinsize(fd, /)", doc = "Get the tty winsize for file descriptor fd.\n\nReturns a tuple "
            + "(ws_row, ws_col).")
    static PyObject tcgetwinsize(ThreadState ts, PyObject fd) {
        ByteBuffer size = Libc.memory(8);
        check(Libc.call("ioctl", DescriptorFunctions.number(ts, fd), 0x5413, Libc.address(size)));
        return PyTuple.of(PyInt.of(size.getShort(0)), PyInt.of(size.getShort(2)));
    }

    @Builtin(value = "tcsetwinsize(fd, winsize, /)", doc = "Set the tty winsize for file descriptor fd.")
    static void tcsetwinsize(ThreadState ts, PyObject fd, PyObject winsize) {
        int number = DescriptorFunctions.number(ts, fd);
        PyObject[] pair = org.krait.runtime.Iteration.toArray(ts, winsize);
        if (pair.length != 2) {
            throw Errors.typeError("tcsetwinsize, arg 2: must be a two-item sequence");
        }
        ByteBuffer size = Libc.memory(8);
        check(Libc.call("ioctl", number, 0x5413, Libc.address(size)));
        size.putShort(0, (short) Arguments.toInt(ts, pair[0]));
        size.putShort(2, (short) Arguments.toInt(ts, pair[1]));
        check(Libc.call("ioctl", number, 0x5414, Libc.address(size)));
    }
}
