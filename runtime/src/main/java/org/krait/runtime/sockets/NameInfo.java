package org.krait.runtime.sockets;

import java.nio.charset.StandardCharsets;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.runtime.posix.Libc;

/** {@code getnameinfo} by its parts: our call handle takes six arguments, the function has seven. */
final class NameInfo {
    private static final int NI_NUMERICHOST = 1;
    private static final int NI_NAMEREQD = 8;

    private NameInfo() {}

    static PyObject of(Addresses.Raw raw, int flags) {
        boolean six = raw.memory().getShort(0) == Addresses.AF_INET6;
        byte[] address = new byte[six ? 16 : 4];
        raw.memory().get(six ? 8 : 4, address);
        String name = null;
        if ((flags & NI_NUMERICHOST) == 0) {
            long found = Libc.plainCall("gethostbyaddr", Libc.address(Libc.string(address)), address.length,
                    six ? Addresses.AF_INET6 : Addresses.AF_INET);
            if (found != 0) {
                name = new String(Libc.stringAt(Libc.at(found, 8).getLong(0)), StandardCharsets.UTF_8);
            } else if ((flags & NI_NAMEREQD) != 0) {
                throw Addresses.gaiError(-2);
            }
        }
        if (name == null) {
            name = Addresses.text(six ? Addresses.AF_INET6 : Addresses.AF_INET, address);
        }
        int port = Short.reverseBytes(raw.memory().getShort(2)) & 0xffff;
        String text = PyInt.of(port).toString();
        if ((flags & 2) == 0) {
            byte[] protocol = ((flags & 16) != 0 ? "udp" : "tcp").getBytes(StandardCharsets.US_ASCII);
            long found = Libc.plainCall("getservbyport", raw.memory().getShort(2) & 0xffff,
                    Libc.address(Libc.string(protocol)));
            if (found != 0) {
                text = new String(Libc.stringAt(Libc.at(found, 8).getLong(0)), StandardCharsets.UTF_8);
            }
        }
        return PyTuple.of(PyStr.of(name), PyStr.of(text));
    }
}
