package org.krait.runtime.sockets;

import java.nio.ByteBuffer;
import org.krait.objects.PyBytes;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.runtime.posix.Libc;

/** A {@code struct msghdr} with one buffer and control data. */
final class Message {
    private final ByteBuffer header = Libc.memory(56);
    private final ByteBuffer vector = Libc.memory(16);
    private final ByteBuffer data;
    private final ByteBuffer control;
    private Addresses.Raw name;

    Message(byte[] bytes, byte[] ancillary) {
        data = Libc.string(bytes);
        control = Libc.string(ancillary);
        vector.putLong(0, Libc.address(data));
        vector.putLong(8, bytes.length);
        header.putLong(16, Libc.address(vector));
        header.putLong(24, 1);
        header.putLong(32, ancillary.length == 0 ? 0 : Libc.address(control));
        header.putLong(40, ancillary.length);
    }

    void setAddress(Addresses.Raw address) {
        name = address;
        header.putLong(0, address.address());
        header.putInt(8, address.length());
    }

    long address() {
        return Libc.address(header);
    }

    byte[] data(int count) {
        byte[] bytes = new byte[count];
        data.get(0, bytes);
        return bytes;
    }

    int flags() {
        return header.getInt(48);
    }

    PyObject sender(ThreadState ts) {
        int length = header.getInt(8);
        return length == 0 ? PySingleton.NONE : Addresses.decode(ts, name.memory(), length);
    }

    /** The control messages received: a new list of tuples of level, type and data. */
    PyList ancillary() {
        PyList items = new PyList();
        long length = header.getLong(40);
        int at = 0;
        while (at + 16 <= length) {
            int size = (int) Math.min(control.getLong(at), length - at);
            if (size < 16) {
                break;
            }
            byte[] bytes = new byte[size - 16];
            control.get(at + 16, bytes);
            items.append(PyTuple.of(PyInt.of(control.getInt(at + 8)), PyInt.of(control.getInt(at + 12)),
                    new PyBytes(bytes)));
            at += (size + 7) / 8 * 8;
        }
        return items;
    }
}
