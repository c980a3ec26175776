package org.krait.runtime.sockets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBool;
import org.krait.objects.PyBuffer;
import org.krait.objects.PyBytes;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
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
import org.krait.runtime.Permissions;
import org.krait.runtime.builtins.Codecs;
import org.krait.runtime.posix.Errno;
import org.krait.runtime.posix.Libc;
import org.krait.runtime.posix.PosixConstants;

/** The module {@code _socket}. */
@BuiltinModule(value = "_socket", doc = "Implementation module for socket operations.\n\nSee the socket module for "
        + "documentation.")
public final class SocketModule {
    private SocketModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        PyDict d = module.dict;
        PosixConstants.socket(d);
        d.put("has_ipv6", PyBool.TRUE);
        d.put("socket", PySocket.TYPE);
        d.put("SocketType", PySocket.TYPE);
        d.put("error", ExceptionTypes.OS_ERROR);
        d.put("timeout", ExceptionTypes.TIMEOUT_ERROR);
        d.put("gaierror", Addresses.GAI_ERROR);
        d.put("herror", Addresses.HERROR);
    }

    static long defaultTimeout(ThreadState ts) {
        Long nanos = (Long) ts.interp.natives.get(SocketModule.class);
        return nanos == null ? -1 : nanos;
    }

    @Builtin(value = "setdefaulttimeout(timeout, /)", doc = "Set the default timeout in seconds (float) for new socket "
            + "objects.")
    static void setDefaultTimeout(ThreadState ts, PyObject timeout) {
        ts.interp.natives.put(SocketModule.class, SocketMethods.timeout(ts, timeout));
    }

    @Builtin(value = "getdefaulttimeout()",
            doc = "Returns the default timeout in seconds (float) for new socket objects.")
    static PyObject getDefaultTimeout(ThreadState ts) {
        long nanos = defaultTimeout(ts);
        return nanos < 0 ? PySingleton.NONE : new PyFloat(nanos / 1e9);
    }

    @Builtin(value = "close(fd, /)", doc = "Close an integer socket file descriptor.")
    static void close(ThreadState ts, int fd) {
        PySocket.check(Libc.blockingOnce(ts, "close", fd));
    }

    @Builtin(value = "dup(fd, /)", doc = "Duplicate an integer socket file descriptor.")
    static int dup(int fd) {
        return PySocket.check(Libc.call("fcntl", fd, 1030, 0));
    }

    @Builtin(value = "socketpair(family=1, type=1, proto=0, /)", doc = "Create a pair of socket objects from the "
            + "sockets returned by the platform\nsocketpair() function.")
    static PyObject socketpair(ThreadState ts, int family, int kind, int protocol) {
        Permissions.requireSockets(ts);
        ByteBuffer pair = Libc.memory(8);
        PySocket.check(Libc.call("socketpair", family, kind | 0x80000, protocol, Libc.address(pair)));
        PySocket a = new PySocket(PySocket.TYPE);
        PySocket b = new PySocket(PySocket.TYPE);
        SocketMethods.init(ts, a, family, kind, protocol, PyInt.of(pair.getInt(0)));
        SocketMethods.init(ts, b, family, kind, protocol, PyInt.of(pair.getInt(4)));
        return PyTuple.of(a, b);
    }

    @Builtin(value = "gethostname()", doc = "Return the current host name.")
    static PyObject gethostname() {
        ByteBuffer name = Libc.memory(256);
        PySocket.check(Libc.call("gethostname", Libc.address(name), 255));
        return PyStr.of(new String(Libc.stringAt(Libc.address(name)), StandardCharsets.UTF_8));
    }

    @Builtin(value = "sethostname(name, /)", doc = "Sets the hostname to name.")
    static void sethostname(PyStr name) {
        byte[] bytes = name.toString().getBytes(StandardCharsets.UTF_8);
        PySocket.check(Libc.call("sethostname", Libc.address(Libc.string(bytes)), bytes.length));
    }

    private static byte[] text(ThreadState ts, PyObject o, String message) {
        if (o == PySingleton.NONE) {
            return null;
        }
        if (o instanceof PyStr s) {
            return ((PyBytes) Codecs.encode(ts, s, s.isAscii() ? "ascii" : "idna", null)).value;
        }
        if (o instanceof PyBytes b) {
            return b.value;
        }
        throw Errors.typeError(message);
    }

    @Builtin(value = "getaddrinfo(host, port, family=0, type=0, proto=0, flags=0)", doc = "Resolve host and port into "
            + "addrinfo struct.")
    static PyObject getaddrinfo(ThreadState ts, PyObject host, PyObject port, int family, int kind, int protocol,
            int flags) {
        byte[] name = text(ts, host, "getaddrinfo() argument 1 must be string or None");
        byte[] service = port instanceof PyInt n ? n.toString().getBytes(StandardCharsets.US_ASCII)
                : text(ts, port, "Int or String expected");
        ByteBuffer hints = Libc.memory(48);
        hints.putInt(0, flags);
        hints.putInt(4, family);
        hints.putInt(8, kind);
        hints.putInt(12, protocol);
        ByteBuffer result = Libc.memory(8);
        ByteBuffer hostText = name == null ? null : Libc.string(name);
        ByteBuffer serviceText = service == null ? null : Libc.string(service);
        int error = (int) Libc.blocking(ts, "getaddrinfo", hostText == null ? 0 : Libc.address(hostText),
                serviceText == null ? 0 : Libc.address(serviceText), Libc.address(hints), Libc.address(result));
        java.lang.ref.Reference.reachabilityFence(hostText);
        java.lang.ref.Reference.reachabilityFence(serviceText);
        if (error != 0) {
            throw Addresses.gaiError(error);
        }
        PyList all = new PyList();
        for (long at = result.getLong(0); at != 0;) {
            ByteBuffer info = Libc.at(at, 48);
            int length = info.getInt(16);
            PyObject address = Addresses.decode(ts, Libc.at(info.getLong(24), length), length);
            PyObject canonical = info.getLong(32) == 0 ? PyStr.EMPTY
                    : PyStr.of(new String(Libc.stringAt(info.getLong(32)), StandardCharsets.UTF_8));
            all.append(PyTuple.of(PyInt.of(info.getInt(4)), PyInt.of(info.getInt(8)), PyInt.of(info.getInt(12)),
                    canonical, address));
            at = info.getLong(40);
        }
        Libc.plainCall("freeaddrinfo", result.getLong(0));
        return all;
    }

    @Builtin(value = "getnameinfo(sockaddr, flags, /)", doc = "Get host and port for a sockaddr.")
    static PyObject getnameinfo(ThreadState ts, PyObject sockaddr, int flags) {
        if (!(sockaddr instanceof PyTuple t)) {
            throw Errors.typeError("getnameinfo() argument 1 must be a tuple");
        }
        if (t.size() < 2 || t.size() > 4) {
            throw Errors.typeError("getnameinfo(): illegal sockaddr argument");
        }
        boolean six = t.item(0).toString().indexOf(':') >= 0;
        Addresses.Raw raw = Addresses.encode(ts, six ? Addresses.AF_INET6 : Addresses.AF_INET,
                six ? t : PyTuple.of(t.item(0), t.item(1)), "getnameinfo");
        return NameInfo.of(raw, flags);
    }

    @Builtin(value = "gethostbyname(host, /)", doc = "Return the IP address (a string of the form '255.255.255.255') "
            + "for a host.")
    static PyObject gethostbyname(ThreadState ts, PyObject host) {
        ByteBuffer raw = Libc.memory(Addresses.SIZE);
        raw.put(0, Addresses.resolve(ts, host, Addresses.AF_INET));
        raw.putShort(0, (short) Addresses.AF_INET);
        return ((PyTuple) Addresses.decode(ts, raw, 16)).item(0);
    }

    @Builtin(value = "gethostbyname_ex(host, /)", doc = "Return the true host name, a list of aliases, and a list of "
            + "IP addresses, for a host.")
    static PyObject gethostbynameEx(ThreadState ts, PyObject host) {
        byte[] name = text(ts, host, "str, bytes or bytearray expected, not " + host.type.name());
        long found = Libc.plainCall("gethostbyname", Libc.address(Libc.string(name)));
        if (found == 0) {
            throw Addresses.gaiError(-2);
        }
        return entry(found);
    }

    @Builtin(value = "gethostbyaddr(host, /)", doc = "Return the true host name, a list of aliases, and a list of IP "
            + "addresses, for a host.")
    static PyObject gethostbyaddr(ThreadState ts, PyObject host) {
        byte[] raw = Addresses.resolve(ts, host, host.toString().indexOf(':') >= 0 ? Addresses.AF_INET6
                : Addresses.AF_INET);
        boolean six = host.toString().indexOf(':') >= 0;
        byte[] address = java.util.Arrays.copyOfRange(raw, six ? 8 : 4, six ? 24 : 8);
        long found = Libc.plainCall("gethostbyaddr", Libc.address(Libc.string(address)), address.length,
                six ? Addresses.AF_INET6 : Addresses.AF_INET);
        if (found == 0) {
            PyException e = Errors.withArgs(Addresses.HERROR, PyInt.ONE, PyStr.of("Unknown host"));
            e.value.setExtra(0, PyInt.ONE);
            e.value.setExtra(1, PyStr.of("Unknown host"));
            throw e;
        }
        return entry(found);
    }

    /** A {@code struct hostent}. */
    private static PyObject entry(long at) {
        ByteBuffer h = Libc.at(at, 32);
        PyList aliases = new PyList();
        PyList addresses = new PyList();
        for (long p = h.getLong(8); Libc.at(p, 8).getLong(0) != 0; p += 8) {
            aliases.append(string(Libc.at(p, 8).getLong(0)));
        }
        for (long p = h.getLong(24); Libc.at(p, 8).getLong(0) != 0; p += 8) {
            byte[] bytes = new byte[h.getInt(20)];
            Libc.at(Libc.at(p, 8).getLong(0), bytes.length).get(bytes);
            addresses.append(PyStr.of(Addresses.text(h.getInt(16), bytes)));
        }
        return PyTuple.of(string(h.getLong(0)), aliases, addresses);
    }

    private static PyObject string(long at) {
        return PyStr.of(new String(Libc.stringAt(at), StandardCharsets.UTF_8));
    }

    @Builtin(value = "getservbyname(servicename, protocolname=None, /)", doc = "Return a port number from a service "
            + "name and protocol name.")
    static int getservbyname(PyStr service, PyObject protocol) {
        long found = Libc.plainCall("getservbyname", Libc.address(Libc.string(service.toString().getBytes())),
                protocol == null ? 0 : Libc.address(Libc.string(protocol.toString().getBytes())));
        if (found == 0) {
            throw Errors.of(ExceptionTypes.OS_ERROR, "service/proto not found");
        }
        return Short.reverseBytes((short) Libc.at(found, 24).getInt(16)) & 0xffff;
    }

    @Builtin(value = "getservbyport(port, protocolname=None, /)", doc = "Return the service name from a port number "
            + "and protocol name.")
    static PyObject getservbyport(int port, PyObject protocol) {
        if (port < 0 || port > 0xffff) {
            throw Errors.overflowError("getservbyport: port must be 0-65535.");
        }
        long found = Libc.plainCall("getservbyport", Short.reverseBytes((short) port) & 0xffff,
                protocol == null ? 0 : Libc.address(Libc.string(protocol.toString().getBytes())));
        if (found == 0) {
            throw Errors.of(ExceptionTypes.OS_ERROR, "port/proto not found");
        }
        return string(Libc.at(found, 8).getLong(0));
    }

    @Builtin(value = "getprotobyname(name, /)", doc = "Return the protocol number for the named protocol.")
    static int getprotobyname(PyStr name) {
        long found = Libc.plainCall("getprotobyname", Libc.address(Libc.string(name.toString().getBytes())));
        if (found == 0) {
            throw Errors.of(ExceptionTypes.OS_ERROR, "protocol not found");
        }
        return Libc.at(found, 24).getInt(16);
    }

    // Conversions.

    private static long checked(ThreadState ts, PyObject x, int bits, String function) {
        PyInt n = Arguments.toIndex(ts, x);
        if (n.signum() < 0) {
            throw Errors.overflowError(bits == 16 ? function + ": can't convert negative Python int to C 16-bit "
                    + "unsigned integer" : "can't convert negative value to unsigned int");
        }
        if (n.toBigInteger().bitLength() > bits) {
            throw Errors.overflowError(bits == 16 ? function + ": Python int too large to convert to C 16-bit unsigned "
                    + "integer" : "int larger than 32 bits");
        }
        return n.value;
    }

    @Builtin(value = "htons(x, /)", doc = "Convert a 16-bit unsigned integer from host to network byte order.")
    static int htons(ThreadState ts, PyObject x) {
        return Short.reverseBytes((short) checked(ts, x, 16, "htons")) & 0xffff;
    }

    @Builtin(value = "ntohs(x, /)", doc = "Convert a 16-bit unsigned integer from network to host byte order.")
    static int ntohs(ThreadState ts, PyObject x) {
        return Short.reverseBytes((short) checked(ts, x, 16, "ntohs")) & 0xffff;
    }

    @Builtin(value = "htonl(x, /)", doc = "Convert a 32-bit integer from host to network byte order.")
    static long htonl(ThreadState ts, PyObject x) {
        return Integer.reverseBytes((int) checked(ts, x, 32, "htonl")) & 0xffffffffL;
    }

    @Builtin(value = "ntohl(x, /)", doc = "Convert a 32-bit integer from network to host byte order.")
    static long ntohl(ThreadState ts, PyObject x) {
        return Integer.reverseBytes((int) checked(ts, x, 32, "ntohl")) & 0xffffffffL;
    }

    @Builtin(value = "inet_aton(ip_addr, /)", doc = "Convert an IP address in string format (123.45.67.89) to the "
            + "32-bit packed\nbinary format used in low-level network functions.")
    static PyObject inetAton(PyStr text) {
        ByteBuffer out = Libc.memory(4);
        if (Libc.plainCall("inet_aton", Libc.address(Libc.string(text.toString().getBytes())), Libc.address(out))
                == 0) {
            throw Errors.of(ExceptionTypes.OS_ERROR, "illegal IP address string passed to inet_aton");
        }
        byte[] bytes = new byte[4];
        out.get(0, bytes);
        return new PyBytes(bytes);
    }

    private static byte[] packed(ThreadState ts, PyObject o) {
        PyBuffer buffer = o.type.slots().buffer(ts, o, 0);
        if (buffer == null) {
            throw Errors.typeError("a bytes-like object is required, not '" + o.type.name() + "'");
        }
        byte[] bytes = buffer.toByteArray();
        buffer.release();
        return bytes;
    }

    @Builtin(value = "inet_ntoa(packed_ip, /)", doc = "Convert an IP address from 32-bit packed binary format to "
            + "string format.")
    static String inetNtoa(ThreadState ts, PyObject packed) {
        byte[] bytes = packed(ts, packed);
        if (bytes.length != 4) {
            throw Errors.of(ExceptionTypes.OS_ERROR, "packed IP wrong length");
        }
        return Addresses.text(Addresses.AF_INET, bytes);
    }

    @Builtin(value = "inet_pton(af, ip, /)", doc = "Convert an IP address from string format to a packed string "
            + "suitable\nfor use with low-level network functions.")
    static PyObject inetPton(int family, PyStr text) {
        ByteBuffer out = Libc.memory(16);
        int result = Libc.call("inet_pton", family, Libc.address(Libc.string(text.toString().getBytes())),
                Libc.address(out));
        if (result < 0) {
            throw Errno.error(-result);
        }
        if (result == 0) {
            throw Errors.of(ExceptionTypes.OS_ERROR, "illegal IP address string passed to inet_pton");
        }
        byte[] bytes = new byte[family == Addresses.AF_INET ? 4 : 16];
        out.get(0, bytes);
        return new PyBytes(bytes);
    }

    @Builtin(value = "inet_ntop(af, packed_ip, /)", doc = "Convert a packed IP address of the given family to string "
            + "format.")
    static String inetNtop(ThreadState ts, int family, PyObject packed) {
        byte[] bytes = packed(ts, packed);
        if (family != Addresses.AF_INET && family != Addresses.AF_INET6) {
            throw Errors.valueError("unknown address family " + family);
        }
        if (bytes.length != (family == Addresses.AF_INET ? 4 : 16)) {
            throw Errors.valueError("invalid length of packed IP address string");
        }
        return Addresses.text(family, bytes);
    }

    private static long checkedLength(long length, String function) {
        if (length < 0 || length > Integer.MAX_VALUE - 32) {
            throw Errors.overflowError(function + "() argument out of range");
        }
        return length;
    }

    @Builtin(value = "CMSG_LEN(length, /)", doc = "Return the total length, without trailing padding, of an ancillary "
            + "data item.")
    static long cmsgLength(long length) {
        return 16 + checkedLength(length, "CMSG_LEN");
    }

    @Builtin(value = "CMSG_SPACE(length, /)", doc = "Return the buffer size needed for recvmsg() to receive an "
            + "ancillary data item.")
    static long cmsgSpace(long length) {
        return 16 + (checkedLength(length, "CMSG_SPACE") + 7) / 8 * 8;
    }

    @Builtin(value = "if_nametoindex(oname, /)", doc = "Returns the interface index corresponding to the interface "
            + "name if_name.")
    static int ifNameToIndex(PyStr name) {
        int index = (int) Libc.plainCall("if_nametoindex", Libc.address(Libc.string(name.toString().getBytes())));
        if (index == 0) {
            throw Errors.of(ExceptionTypes.OS_ERROR, "no interface with this name");
        }
        return index;
    }

    @Builtin(value = "if_indextoname(if_index, /)", doc = "Returns the interface name corresponding to the interface "
            + "index if_index.")
    static PyObject ifIndexToName(int index) {
        ByteBuffer name = Libc.memory(17);
        long result = Libc.pointerCall("if_indextoname", index, Libc.address(name));
        if (result < 0 && result > -4096) {
            throw Errno.error((int) -result);
        }
        return string(Libc.address(name));
    }

    @Builtin(value = "if_nameindex()", doc = "Returns a list of network interface information (index, name) tuples.")
    static PyObject ifNameIndex() {
        PyList all = new PyList();
        long start = Libc.plainCall("if_nameindex");
        for (long at = start; Libc.at(at, 16).getInt(0) != 0; at += 16) {
            ByteBuffer entry = Libc.at(at, 16);
            all.append(PyTuple.of(PyInt.of(entry.getInt(0)), string(entry.getLong(8))));
        }
        Libc.plainCall("if_freenameindex", start);
        return all;
    }
}
