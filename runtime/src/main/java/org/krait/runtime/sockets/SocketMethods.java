package org.krait.runtime.sockets;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyBytes;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Attribute;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Iteration;
import org.krait.runtime.OsErrors;
import org.krait.runtime.Permissions;
import org.krait.runtime.Texts;
import org.krait.runtime.Warnings;
import org.krait.runtime.builtins.ObjectMethods;
import org.krait.runtime.posix.Errno;
import org.krait.runtime.posix.Libc;
import org.krait.runtime.posix.Times;

/** The methods of {@code _socket.socket}. */
@BuiltinType(base = ObjectMethods.class, doc = "socket(family=AF_INET, type=SOCK_STREAM, proto=0) -> socket object\n"
        + "socket(family=-1, type=-1, proto=-1, fileno=None) -> socket object\n\nOpen a socket of the given type.")
public final class SocketMethods {
    private static final int SOCK_CLOEXEC = 0x80000;
    private static final int SOCK_NONBLOCK = 0x800;
    private static final int SOL_SOCKET = 1;

    private SocketMethods() {}

    @Builtin("__new__(cls, /, *args, **kwargs)")
    static PyObject make(PyType cls, PyObject[] args, PyStr[] keywords) {
        return new PySocket(cls);
    }

    @Builtin("__init__(self, family=-1, type=-1, proto=-1, fileno=None)")
    static void init(ThreadState ts, PySocket self, int family, int kind, int protocol, PyObject fileno) {
        if (fileno != null && fileno != PySingleton.NONE) {
            if (fileno instanceof PyFloat) {
                throw Errors.typeError("integer argument expected, got float");
            }
            int fd = Arguments.toInt(ts, fileno);
            if (fd < 0) {
                throw Errors.valueError("negative file descriptor");
            }
            ByteBuffer address = Libc.memory(Addresses.SIZE);
            ByteBuffer length = Libc.memory(4);
            length.putInt(0, Addresses.SIZE);
            PySocket.check(Libc.call("getsockname", fd, Libc.address(address), Libc.address(length)));
            self.family = family == -1 ? address.getShort(0) : family;
            self.kind = kind == -1 ? option(fd, 3) : kind;
            self.protocol = protocol == -1 ? option(fd, 38) : protocol;
            self.fd = fd;
        } else {
            self.family = family == -1 ? Addresses.AF_INET : family;
            self.kind = kind == -1 ? 1 : kind;
            self.protocol = protocol == -1 ? 0 : protocol;
            Permissions.requireSockets(ts);
            self.fd = PySocket.check(Libc.call("socket", self.family, self.kind | SOCK_CLOEXEC, self.protocol));
        }
        self.timeoutNanos = -1;
        if ((self.kind & SOCK_NONBLOCK) != 0) {
            self.timeoutNanos = 0;
        } else {
            self.timeoutNanos = SocketModule.defaultTimeout(ts);
            if (self.timeoutNanos >= 0) {
                self.setNonBlocking(true);
            }
        }
        self.kind &= ~(SOCK_CLOEXEC | SOCK_NONBLOCK);
    }

    private static int option(int fd, int name) {
        ByteBuffer value = Libc.memory(8);
        value.putInt(4, 4);
        PySocket.check(Libc.call("getsockopt", fd, SOL_SOCKET, name, Libc.address(value), Libc.address(value) + 4));
        return value.getInt(0);
    }

    @Builtin("__del__(self, /)")
    static void finalize(ThreadState ts, PySocket self) {
        if (self.fd >= 0) {
            Warnings.warn(ts, ExceptionTypes.RESOURCE_WARNING, "unclosed " + Texts.repr(ts, self));
            int fd = self.fd;
            self.fd = -1;
            Libc.call("close", fd);
        }
    }

    @Builtin("_accept(self, /)")
    static PyObject accept(ThreadState ts, PySocket self) {
        ByteBuffer address = Libc.memory(Addresses.SIZE);
        ByteBuffer length = Libc.memory(4);
        length.putInt(0, Addresses.SIZE);
        int fd = PySocket.check(self.transfer(ts, false, self.deadline(), "accept4", self.fd, Libc.address(address),
                Libc.address(length), SOCK_CLOEXEC));
        return PyTuple.of(PyInt.of(fd), Addresses.decode(ts, address, length.getInt(0)));
    }

    @Builtin(value = "bind(self, address, /)", doc = "Bind the socket to a local address.")
    static void bind(ThreadState ts, PySocket self, PyObject address) {
        Addresses.Raw raw = Addresses.encode(ts, self.family, address, "bind");
        PySocket.check(Libc.blocking(ts, "bind", self.fd, raw.address(), raw.length()));
    }

    @Builtin(value = "listen(self, backlog=128, /)", doc = "Enable a server to accept connections.")
    static void listen(ThreadState ts, PySocket self, int backlog) {
        PySocket.check(Libc.blocking(ts, "listen", self.fd, Math.max(0, backlog)));
    }

    @Builtin(value = "connect(self, address, /)", doc = "Connect the socket to a remote address.")
    static void connect(ThreadState ts, PySocket self, PyObject address) {
        int error = connected(ts, self, Addresses.encode(ts, self.family, address, "connect"));
        if (error != 0) {
            throw Errno.error(error);
        }
    }

    @Builtin(value = "connect_ex(self, address, /)", doc = "This is like connect(address), but returns an error code "
            + "(the errno value)\ninstead of raising an exception when an error occurs.")
    static int connectEx(ThreadState ts, PySocket self, PyObject address) {
        Addresses.Raw raw = Addresses.encode(ts, self.family, address, "connect_ex");
        try {
            return connected(ts, self, raw);
        } catch (org.krait.objects.PyException e) {
            if (e.is(ExceptionTypes.TIMEOUT_ERROR)) {
                return OsErrors.EAGAIN;
            }
            throw e;
        }
    }

    private static int connected(ThreadState ts, PySocket self, Addresses.Raw raw) {
        long deadline = self.deadline();
        int result = (int) Libc.blockingOnce(ts, "connect", self.fd, raw.address(), raw.length());
        java.lang.ref.Reference.reachabilityFence(raw);
        boolean waits = result == -OsErrors.EINPROGRESS && self.timeoutNanos > 0
                || result == -OsErrors.EINTR && self.timeoutNanos != 0;
        if (!waits) {
            return -result;
        }
        self.await(ts, true, self.timeoutNanos < 0 ? System.nanoTime() + Long.MAX_VALUE / 2 : deadline);
        return option(self.fd, 4);
    }

    @Builtin(value = "close(self, /)", doc = "Close the socket.  It cannot be used after this call.")
    static void close(ThreadState ts, PySocket self) {
        int fd = self.fd;
        self.fd = -1;
        if (fd >= 0) {
            int error = (int) Libc.blockingOnce(ts, "close", fd);
            if (error < 0 && error != -OsErrors.ECONNRESET && error != -OsErrors.EINTR) {
                throw Errno.error(-error);
            }
        }
    }

    @Builtin(value = "detach(self, /)", doc = "Close the socket object without closing the underlying file descriptor.")
    static int detach(PySocket self) {
        int fd = self.fd;
        self.fd = -1;
        return fd;
    }

    @Builtin(value = "fileno(self, /)", doc = "Return the integer file descriptor of the socket.")
    static int fileno(PySocket self) {
        return self.fd;
    }

    @Builtin(value = "getsockname(self, /)", doc = "Return the address of the local endpoint.")
    static PyObject getsockname(ThreadState ts, PySocket self) {
        return name(ts, self, "getsockname");
    }

    @Builtin(value = "getpeername(self, /)", doc = "Return the address of the remote endpoint.")
    static PyObject getpeername(ThreadState ts, PySocket self) {
        return name(ts, self, "getpeername");
    }

    private static PyObject name(ThreadState ts, PySocket self, String function) {
        ByteBuffer address = Libc.memory(Addresses.SIZE);
        ByteBuffer length = Libc.memory(4);
        length.putInt(0, Addresses.SIZE);
        PySocket.check(Libc.call(function, self.fd, Libc.address(address), Libc.address(length)));
        return Addresses.decode(ts, address, length.getInt(0));
    }

    // Options.

    @Builtin(value = "setsockopt(self, level, option, value, optlen=None, /)", doc = "Set a socket option.")
    static void setsockopt(ThreadState ts, PySocket self, int level, int option, PyObject value, PyObject length) {
        byte[] bytes;
        if (value instanceof PyInt) {
            bytes = new byte[4];
            ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.nativeOrder()).putInt(0, Arguments.toInt(ts, value));
        } else if (value == PySingleton.NONE && length != null) {
            PySocket.check(Libc.call("setsockopt", self.fd, level, option, 0, Arguments.toInt(ts, length)));
            return;
        } else {
            bytes = bytes(ts, value);
        }
        PySocket.check(Libc.call("setsockopt", self.fd, level, option, Libc.address(Libc.string(bytes)),
                bytes.length));
    }

    @Builtin(value = "getsockopt(self, level, option, buffersize=0, /)", doc = "Get a socket option.")
    static PyObject getsockopt(PySocket self, int level, int option, int size) {
        if (size < 0 || size > 1024) {
            throw Errors.of(ExceptionTypes.OS_ERROR, "getsockopt buflen out of range");
        }
        ByteBuffer value = Libc.memory(1024);
        ByteBuffer length = Libc.memory(4);
        length.putInt(0, size == 0 ? 4 : size);
        PySocket.check(Libc.call("getsockopt", self.fd, level, option, Libc.address(value), Libc.address(length)));
        return size == 0 ? PyInt.of(value.getInt(0)) : new PyBytes(taken(value, length.getInt(0)));
    }

    @Builtin(value = "setblocking(self, flag, /)", doc = "Set the socket to blocking (flag is true) or non-blocking "
            + "(false).")
    static void setblocking(PySocket self, boolean flag) {
        self.timeoutNanos = flag ? -1 : 0;
        self.setNonBlocking(!flag);
    }

    @Builtin(value = "getblocking(self, /)", doc = "Returns True if socket is in blocking mode, or False if it\nis in "
            + "non-blocking mode.")
    static boolean getblocking(PySocket self) {
        return self.timeoutNanos != 0;
    }

    @Builtin(value = "settimeout(self, timeout, /)", doc = "Set a timeout on socket operations.")
    static void settimeout(ThreadState ts, PySocket self, PyObject timeout) {
        self.timeoutNanos = timeout(ts, timeout);
        self.setNonBlocking(self.timeoutNanos >= 0);
    }

    static long timeout(ThreadState ts, PyObject timeout) {
        if (timeout == PySingleton.NONE) {
            return -1;
        }
        long nanos = Times.timeoutNanos(ts, timeout);
        if (nanos < 0) {
            throw Errors.valueError("Timeout value out of range");
        }
        return nanos;
    }

    @Builtin(value = "gettimeout(self, /)", doc = "Returns the timeout in seconds (float) associated with socket\n"
            + "operations.")
    static PyObject gettimeout(PySocket self) {
        return self.timeoutNanos < 0 ? PySingleton.NONE : new PyFloat(self.timeoutNanos / 1e9);
    }

    // Transfers.

    private static byte[] bytes(ThreadState ts, PyObject o) {
        PyBuffer buffer = o.type.slots().buffer(ts, o, 0);
        if (buffer == null) {
            throw Errors.typeError("a bytes-like object is required, not '" + o.type.name() + "'");
        }
        byte[] bytes = buffer.toByteArray();
        buffer.release();
        return bytes;
    }

    private static byte[] taken(ByteBuffer memory, int count) {
        byte[] bytes = new byte[count];
        memory.get(0, bytes);
        return bytes;
    }

    @Builtin(value = "recv(self, bufsize, flags=0, /)", doc = "Receive up to buffersize bytes from the socket.")
    static PyObject recv(ThreadState ts, PySocket self, int size, int flags) {
        if (size < 0) {
            throw Errors.valueError("negative buffersize in recv");
        }
        ByteBuffer memory = Libc.memory(Math.max(1, size));
        int n = PySocket.check(self.transfer(ts, false, self.deadline(), "recv", self.fd, Libc.address(memory), size,
                flags));
        return new PyBytes(taken(memory, n));
    }

    @Builtin(value = "recv_into(self, buffer, nbytes=0, flags=0)", doc = "A version of recv() that stores its data "
            + "into a buffer rather than creating\na new string.")
    static int recvInto(ThreadState ts, PySocket self, PyObject buffer, int count, int flags) {
        PyBuffer target = target(ts, buffer, "recv_into");
        try {
            int size = size(target, count, "recv_into");
            ByteBuffer memory = Libc.memory(Math.max(1, size));
            int n = PySocket.check(self.transfer(ts, false, self.deadline(), "recv", self.fd, Libc.address(memory),
                    size, flags));
            memory.get(0, target.array, target.offset, n);
            return n;
        } finally {
            target.release();
        }
    }

    private static PyBuffer target(ThreadState ts, PyObject buffer, String function) {
        PyBuffer target = buffer.type.slots().buffer(ts, buffer, PyBuffer.WRITABLE);
        if (target == null || target.readOnly) {
            throw Errors.typeError(function + "() argument 1 must be read-write bytes-like object, not "
                    + buffer.type.name());
        }
        return target;
    }

    private static int size(PyBuffer target, int count, String function) {
        if (count < 0) {
            throw Errors.valueError("negative buffersize in " + function);
        }
        if (count > target.length) {
            throw Errors.valueError("buffer too small for requested bytes");
        }
        return count == 0 ? target.length : count;
    }

    @Builtin(value = "recvfrom(self, bufsize, flags=0, /)", doc = "Like recv(buffersize, flags) but also return the "
            + "sender's address info.")
    static PyObject recvfrom(ThreadState ts, PySocket self, int size, int flags) {
        if (size < 0) {
            throw Errors.valueError("negative buffersize in recvfrom");
        }
        ByteBuffer memory = Libc.memory(Math.max(1, size));
        PyObject[] address = new PyObject[1];
        int n = from(ts, self, memory, size, flags, address);
        return PyTuple.of(new PyBytes(taken(memory, n)), address[0]);
    }

    private static int from(ThreadState ts, PySocket self, ByteBuffer memory, int size, int flags,
            PyObject[] address) {
        ByteBuffer name = Libc.memory(Addresses.SIZE);
        ByteBuffer length = Libc.memory(4);
        length.putInt(0, Addresses.SIZE);
        int n = PySocket.check(self.transfer(ts, false, self.deadline(), "recvfrom", self.fd, Libc.address(memory),
                size, flags, Libc.address(name), Libc.address(length)));
        address[0] = Addresses.decode(ts, name, length.getInt(0));
        return n;
    }

    @Builtin(value = "recvfrom_into(self, buffer, nbytes=0, flags=0)", doc = "Like recv_into(buffer[, nbytes[, "
            + "flags]]) but also return the sender's address info.")
    static PyObject recvfromInto(ThreadState ts, PySocket self, PyObject buffer, int count, int flags) {
        PyBuffer target = target(ts, buffer, "recvfrom_into");
        try {
            int size = size(target, count, "recvfrom_into");
            ByteBuffer memory = Libc.memory(Math.max(1, size));
            PyObject[] address = new PyObject[1];
            int n = from(ts, self, memory, size, flags, address);
            memory.get(0, target.array, target.offset, n);
            return PyTuple.of(PyInt.of(n), address[0]);
        } finally {
            target.release();
        }
    }

    @Builtin(value = "send(self, data, flags=0, /)", doc = "Send a data string to the socket.")
    static int send(ThreadState ts, PySocket self, PyObject data, int flags) {
        byte[] bytes = bytes(ts, data);
        return PySocket.check(self.transfer(ts, true, self.deadline(), "send", self.fd,
                Libc.address(Libc.string(bytes)), bytes.length, flags));
    }

    @Builtin(value = "sendall(self, data, flags=0, /)", doc = "Send a data string to the socket.\n\nThis calls send() "
            + "repeatedly until all data is sent.")
    static void sendall(ThreadState ts, PySocket self, PyObject data, int flags) {
        byte[] bytes = bytes(ts, data);
        ByteBuffer memory = Libc.string(bytes);
        long deadline = self.deadline();
        int done = 0;
        while (done < bytes.length) {
            done += PySocket.check(self.transfer(ts, true, deadline, "send", self.fd, Libc.address(memory) + done,
                    bytes.length - done, flags));
        }
        java.lang.ref.Reference.reachabilityFence(memory);
    }

    @Builtin(value = "sendto(self, data, *args)", doc = "Like send(data, flags) but allows specifying the destination "
            + "address.")
    static int sendto(ThreadState ts, PySocket self, PyObject data, PyObject[] args) {
        if (args.length < 1 || args.length > 2) {
            throw Errors.typeError("sendto() takes 2 or 3 arguments (" + (args.length + 1) + " given)");
        }
        byte[] bytes = bytes(ts, data);
        int flags = args.length == 2 ? Arguments.toInt(ts, args[0]) : 0;
        Addresses.Raw address = Addresses.encode(ts, self.family, args[args.length - 1], "sendto");
        return PySocket.check(self.transfer(ts, true, self.deadline(), "sendto", self.fd,
                Libc.address(Libc.string(bytes)), bytes.length, flags, address.address(), address.length()));
    }

    @Builtin(value = "shutdown(self, flag, /)", doc = "Shut down the reading side of the socket (flag == SHUT_RD), the "
            + "writing side\nof the socket (flag == SHUT_WR), or both ends (flag == SHUT_RDWR).")
    static void shutdown(ThreadState ts, PySocket self, int how) {
        PySocket.check(Libc.blocking(ts, "shutdown", self.fd, how));
    }

    @Builtin(value = "sendmsg(self, buffers, ancdata=(), flags=0, address=None, /)", doc = "Send normal and ancillary "
            + "data to the socket.")
    static int sendmsg(ThreadState ts, PySocket self, PyObject buffers, PyObject ancillary, int flags,
            PyObject address) {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        for (PyObject each : Iteration.toArray(ts, buffers)) {
            byte[] bytes = bytes(ts, each);
            all.write(bytes, 0, bytes.length);
        }
        java.io.ByteArrayOutputStream control = new java.io.ByteArrayOutputStream();
        if (ancillary != null) {
            for (PyObject item : Iteration.toArray(ts, ancillary)) {
                if (!(item instanceof PyTuple t) || t.size() != 3) {
                    throw Errors.typeError("[sendmsg() ancillary data items] must be (int, int, bytes) tuples");
                }
                byte[] data = bytes(ts, t.item(2));
                ByteBuffer head = ByteBuffer.allocate(16).order(java.nio.ByteOrder.nativeOrder());
                head.putLong(0, 16 + data.length);
                head.putInt(8, Arguments.toInt(ts, t.item(0)));
                head.putInt(12, Arguments.toInt(ts, t.item(1)));
                control.write(head.array(), 0, 16);
                control.write(Arrays.copyOf(data, (data.length + 7) / 8 * 8), 0, (data.length + 7) / 8 * 8);
            }
        }
        Message message = new Message(all.toByteArray(), control.toByteArray());
        if (address != null && address != PySingleton.NONE) {
            message.setAddress(Addresses.encode(ts, self.family, address, "sendmsg"));
        }
        return PySocket.check(self.transfer(ts, true, self.deadline(), "sendmsg", self.fd, message.address(), flags));
    }

    @Builtin(value = "recvmsg(self, bufsize, ancbufsize=0, flags=0, /)", doc = "Receive normal data (up to bufsize "
            + "bytes) and ancillary data from the socket.")
    static PyObject recvmsg(ThreadState ts, PySocket self, int size, int ancillarySize, int flags) {
        if (size < 0) {
            throw Errors.valueError("negative buffer size in recvmsg()");
        }
        Message message = message(size, ancillarySize);
        int n = receive(ts, self, message, flags);
        return PyTuple.of(new PyBytes(message.data(n)), message.ancillary(), PyInt.of(message.flags()),
                message.sender(ts));
    }

    private static Message message(int size, int ancillarySize) {
        if (ancillarySize < 0) {
            throw Errors.valueError("invalid ancillary data buffer length");
        }
        Message message = new Message(new byte[size], new byte[ancillarySize]);
        message.setAddress(new Addresses.Raw(Libc.memory(Addresses.SIZE), Addresses.SIZE));
        return message;
    }

    private static int receive(ThreadState ts, PySocket self, Message message, int flags) {
        return PySocket.check(self.transfer(ts, false, self.deadline(), "recvmsg", self.fd, message.address(),
                flags));
    }

    @Builtin(value = "recvmsg_into(self, buffers, ancbufsize=0, flags=0, /)", doc = "Receive normal data and "
            + "ancillary data from the socket, scattering the non-ancillary data into a series of buffers.")
    static PyObject recvmsgInto(ThreadState ts, PySocket self, PyObject buffers, int ancillarySize, int flags) {
        if (Iteration.iterOrNull(ts, buffers) == null) {
            throw Errors.typeError("recvmsg_into() argument 1 must be an iterable");
        }
        PyObject[] items = Iteration.toArray(ts, buffers);
        PyBuffer[] views = new PyBuffer[items.length];
        try {
            int size = 0;
            for (int i = 0; i < items.length; i++) {
                views[i] = items[i].type.slots().buffer(ts, items[i], PyBuffer.WRITABLE);
                if (views[i] == null || views[i].readOnly) {
                    throw Errors.typeError("recvmsg_into() argument 1 must be an iterable of single-segment "
                            + "read-write buffers");
                }
                size += views[i].length;
            }
            Message message = message(size, ancillarySize);
            int n = receive(ts, self, message, flags);
            byte[] data = message.data(Math.min(n, size));
            int at = 0;
            for (int i = 0; i < views.length && at < data.length; i++) {
                int part = Math.min(views[i].length, data.length - at);
                System.arraycopy(data, at, views[i].array, views[i].offset, part);
                at += part;
            }
            return PyTuple.of(PyInt.of(n), message.ancillary(), PyInt.of(message.flags()), message.sender(ts));
        } finally {
            for (PyBuffer view : views) {
                if (view != null) {
                    view.release();
                }
            }
        }
    }

    @Builtin("__repr__(self, /)")
    static PyObject repr(PySocket self) {
        return PyStr.of("<socket object, fd=" + self.fd + ", family=" + self.family + ", type=" + self.kind
                + ", proto=" + self.protocol + ">");
    }

    @Attribute(value = "family", member = true, doc = "the socket family")
    static int family(PySocket self) {
        return self.family;
    }

    @Attribute(value = "type", member = true, doc = "the socket type")
    static int kind(PySocket self) {
        return self.kind;
    }

    @Attribute(value = "proto", member = true, doc = "the socket protocol")
    static int protocol(PySocket self) {
        return self.protocol;
    }

    @Attribute(value = "timeout", doc = "the socket timeout")
    static PyObject timeoutAttribute(PySocket self) {
        return gettimeout(self);
    }
}
