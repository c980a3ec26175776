package org.krait.runtime.sockets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyBytes;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.runtime.builtins.Codecs;
import org.krait.runtime.posix.Libc;

/** Socket addresses: tuples or paths in Python, {@code struct sockaddr} in C. */
final class Addresses {
    static final int AF_UNIX = 1;
    static final int AF_INET = 2;
    static final int AF_INET6 = 10;
    /** Room for any address. */
    static final int SIZE = 128;

    static final PyType GAI_ERROR = PyType.builtin("socket.gaierror", ExceptionTypes.OS_ERROR,
            PyType.BASE | PyType.HAS_DICT | PyType.HAS_WEAKREF);
    static final PyType HERROR = PyType.builtin("socket.herror", ExceptionTypes.OS_ERROR,
            PyType.BASE | PyType.HAS_DICT | PyType.HAS_WEAKREF);

    /** An address in memory. */
    record Raw(ByteBuffer memory, int length) {
        long address() {
            return Libc.address(memory);
        }
    }

    private Addresses() {}

    static PyException gaiError(int code) {
        PyStr text = PyStr.of(new String(Libc.stringAt(Libc.plainCall("gai_strerror", code)),
                StandardCharsets.UTF_8));
        PyException e = Errors.withArgs(GAI_ERROR, PyInt.of(code), text);
        e.value.setExtra(0, PyInt.of(code));
        e.value.setExtra(1, text);
        return e;
    }

    /** The C form of an argument for a socket of a family. */
    static Raw encode(ThreadState ts, int family, PyObject address, String function) {
        ByteBuffer memory = Libc.memory(SIZE);
        memory.putShort(0, (short) family);
        switch (family) {
            case AF_UNIX -> {
                return unix(ts, memory, address);
            }
            case AF_INET -> {
                if (!(address instanceof PyTuple t)) {
                    throw Errors.typeError(function + "(): AF_INET address must be tuple, not " + address.type.name());
                }
                if (t.size() != 2) {
                    throw Errors.typeError(function + "(): wrong format for AF_INET address");
                }
                byte[] host = resolve(ts, t.item(0), AF_INET);
                putPort(ts, memory, t.item(1), function);
                memory.put(4, host, 4, 4);
                return new Raw(memory, 16);
            }
            case AF_INET6 -> {
                if (!(address instanceof PyTuple t)) {
                    throw Errors.typeError(function + "(): AF_INET6 address must be tuple, not "
                            + address.type.name());
                }
                if (t.size() < 2 || t.size() > 4) {
                    throw Errors.typeError(function + "(): wrong format for AF_INET6 address");
                }
                byte[] host = resolve(ts, t.item(0), AF_INET6);
                putPort(ts, memory, t.item(1), function);
                long flow = t.size() > 2 ? Arguments.toLong(ts, t.item(2)) : 0;
                if (flow < 0 || flow > 0xfffff) {
                    throw Errors.overflowError(function + "(): flowinfo must be 0-1048575.");
                }
                memory.putInt(4, Integer.reverseBytes((int) flow));
                memory.put(8, host, 8, 16);
                memory.putInt(24, t.size() > 3 ? (int) Arguments.toLong(ts, t.item(3))
                        : ByteBuffer.wrap(host).order(java.nio.ByteOrder.nativeOrder()).getInt(24));
                return new Raw(memory, 28);
            }
            default -> throw Errors.of(ExceptionTypes.OS_ERROR, function + "(): unsupported address family");
        }
    }

    private static void putPort(ThreadState ts, ByteBuffer memory, PyObject port, String function) {
        if (!(port instanceof PyInt) && !org.krait.runtime.builtins.Protocol.isIndex(port)) {
            throw Errors.typeError("'" + port.type.name() + "' object cannot be interpreted as an integer");
        }
        long n = Arguments.toLong(ts, port);
        if (n < 0 || n > 65535) {
            throw Errors.overflowError(function + "(): port must be 0-65535.");
        }
        memory.putShort(2, Short.reverseBytes((short) n));
    }

    private static Raw unix(ThreadState ts, ByteBuffer memory, PyObject address) {
        byte[] path;
        if (address instanceof PyStr s) {
            path = Codecs.encodePath(ts, s);
        } else {
            PyBuffer buffer = address.type.slots().buffer(ts, address, 0);
            if (buffer == null) {
                throw Errors.typeError("a bytes-like object is required, not '" + address.type.name() + "'");
            }
            path = buffer.toByteArray();
            buffer.release();
        }
        if (path.length == 0) {
            // The kernel chooses a name.
            return new Raw(memory, 2);
        }
        boolean isAbstract = path[0] == 0;
        if (path.length > (isAbstract ? 108 : 107)) {
            throw Errors.of(ExceptionTypes.OS_ERROR, "AF_UNIX path too long");
        }
        memory.put(2, path);
        return new Raw(memory, 2 + path.length + (isAbstract ? 0 : 1));
    }

    /** The first {@code struct sockaddr} of a host name. */
    static byte[] resolve(ThreadState ts, PyObject host, int family) {
        String name;
        if (host instanceof PyStr s) {
            name = new String(((PyBytes) Codecs.encode(ts, s, s.isAscii() ? "ascii" : "idna", null)).value,
                    StandardCharsets.ISO_8859_1);
        } else if (host instanceof PyBytes b) {
            name = new String(b.value, StandardCharsets.ISO_8859_1);
        } else {
            throw Errors.typeError("str, bytes or bytearray expected, not " + host.type.name());
        }
        byte[] raw = new byte[SIZE];
        if (name.equals("<broadcast>")) {
            java.util.Arrays.fill(raw, 4, 8, (byte) 255);
            return raw;
        }
        byte[] numeric = family == AF_INET ? dotted(name) : null;
        if (numeric != null) {
            System.arraycopy(numeric, 0, raw, 4, 4);
            return raw;
        }
        ByteBuffer hints = Libc.memory(48);
        hints.putInt(4, family);
        hints.putInt(0, name.isEmpty() ? 1 : 0);
        hints.putInt(8, name.isEmpty() ? 2 : 0);
        ByteBuffer result = Libc.memory(8);
        ByteBuffer text = Libc.string(name.getBytes(StandardCharsets.UTF_8));
        ByteBuffer service = Libc.string("0".getBytes(StandardCharsets.US_ASCII));
        int error = (int) Libc.blocking(ts, "getaddrinfo", name.isEmpty() ? 0 : Libc.address(text),
                name.isEmpty() ? Libc.address(service) : 0, Libc.address(hints), Libc.address(result));
        java.lang.ref.Reference.reachabilityFence(text);
        if (error != 0) {
            throw gaiError(error);
        }
        ByteBuffer info = Libc.at(result.getLong(0), 48);
        int length = info.getInt(16);
        Libc.at(info.getLong(24), length).get(raw, 0, length);
        Libc.plainCall("freeaddrinfo", result.getLong(0));
        return raw;
    }

    /** The four bytes of {@code a.b.c.d}; null when it is something else. */
    static byte[] dotted(String text) {
        byte[] bytes = new byte[4];
        int part = 0;
        int value = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '.';
            if (c == '.') {
                if (value < 0 || part > 3) {
                    return null;
                }
                bytes[part++] = (byte) value;
                value = -1;
            } else if (c >= '0' && c <= '9') {
                value = Math.max(0, value) * 10 + c - '0';
                if (value > 255) {
                    return null;
                }
            } else {
                return null;
            }
        }
        return part == 4 ? bytes : null;
    }

    /** The Python form of an address. */
    static PyObject decode(ThreadState ts, ByteBuffer memory, int length) {
        if (length < 2) {
            return PySingleton.NONE;
        }
        switch (memory.getShort(0)) {
            case AF_INET -> {
                return PyTuple.of(PyStr.of((memory.get(4) & 255) + "." + (memory.get(5) & 255) + "."
                        + (memory.get(6) & 255) + "." + (memory.get(7) & 255)), port(memory));
            }
            case AF_INET6 -> {
                byte[] bytes = new byte[16];
                memory.get(8, bytes);
                return PyTuple.of(PyStr.of(text(AF_INET6, bytes)), port(memory),
                        PyInt.of(Integer.reverseBytes(memory.getInt(4)) & 0xffffffffL),
                        PyInt.of(memory.getInt(24) & 0xffffffffL));
            }
            case AF_UNIX -> {
                int end = 2;
                boolean isAbstract = length > 2 && memory.get(2) == 0;
                while (end < length && (isAbstract || memory.get(end) != 0)) {
                    end++;
                }
                byte[] path = new byte[end - 2];
                memory.get(2, path);
                return isAbstract ? new PyBytes(path) : Codecs.decodePath(ts, path);
            }
            default -> {
                byte[] rest = new byte[Math.max(0, length - 2)];
                memory.get(2, rest);
                return PyTuple.of(PyInt.of(memory.getShort(0)), new PyBytes(rest));
            }
        }
    }

    private static PyObject port(ByteBuffer memory) {
        return PyInt.of(Short.reverseBytes(memory.getShort(2)) & 0xffff);
    }

    /** {@code inet_ntop}. */
    static String text(int family, byte[] bytes) {
        ByteBuffer out = Libc.memory(64);
        Libc.plainCall("inet_ntop", family, Libc.address(Libc.string(bytes)), Libc.address(out), 64);
        return new String(Libc.stringAt(Libc.address(out)), StandardCharsets.US_ASCII);
    }
}
