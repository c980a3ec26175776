package org.krait.runtime.posix;

import java.nio.ByteBuffer;
import org.krait.objects.Errors;
import org.krait.objects.PyDict;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.Texts;
import org.krait.runtime.builtins.Protocol;
import org.krait.runtime.builtins.StructSequence;

/** The module {@code pwd}. */
@BuiltinModule(value = "pwd", doc = "This module provides access to the Unix password database.\nIt is available on "
        + "all Unix versions.\n\nPassword database entries are reported as 7-tuples containing the following\nitems "
        + "from the password database (see `<pwd.h>'), in order:\npw_name, pw_passwd, pw_uid, pw_gid, pw_gecos, "
        + "pw_dir, pw_shell.\nThe uid and gid items are integers, all others are strings. An\nexception is raised if "
        + "the entry asked for cannot be found.")
public final class PwdModule {
    static final PyType ENTRY = StructSequence.type("pwd.struct_passwd", "pwd.struct_passwd: Results from getpw*() "
            + "routines.\n\nThis object may be accessed either as a tuple of\n  "
            + "(pw_name,pw_passwd,pw_uid,pw_gid,pw_gecos,pw_dir,pw_shell)\nor via the object attributes as named in "
            + "the above tuple.", 7, "pw_name", "pw_passwd",
            "pw_uid", "pw_gid", "pw_gecos", "pw_dir", "pw_shell");

    private PwdModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        PyDict d = module.dict;
        d.put("struct_passwd", ENTRY);
    }

    /** The C string that a pointer in a structure points to. */
    static PyObject text(ThreadState ts, ByteBuffer struct, int at) {
        long pointer = struct.getLong(at);
        return pointer == 0 ? PyStr.EMPTY : Paths.result(ts, Libc.stringAt(pointer), false);
    }

    private static PyObject entry(ThreadState ts, long address) {
        ByteBuffer p = Libc.at(address, 48);
        return StructSequence.of(ENTRY, text(ts, p, 0), text(ts, p, 8), PyInt.of(p.getInt(16) & 0xffffffffL),
                PyInt.of(p.getInt(20) & 0xffffffffL), text(ts, p, 24), text(ts, p, 32), text(ts, p, 40));
    }

    @Builtin(value = "getpwuid(uidobj, /)", doc = "Return the password database entry for the given numeric user ID.")
    static PyObject getpwuid(ThreadState ts, PyObject uid) {
        PyInt number = Protocol.index(ts, uid);
        long found = number.fitsLong() && number.value >= -1 && number.value <= 0xffffffffL
                ? Libc.plainCall("getpwuid", number.value & 0xffffffffL) : 0;
        if (found == 0) {
            throw Errors.keyError(PyStr.of("getpwuid(): uid not found: " + number));
        }
        return entry(ts, found);
    }

    @Builtin(value = "getpwnam(name, /)", doc = "Return the password database entry for the given user name.")
    static PyObject getpwnam(ThreadState ts, PyStr name) {
        byte[] bytes = Paths.bytes(ts, name);
        long found = Libc.plainCall("getpwnam", Libc.address(Libc.string(bytes)));
        if (found == 0) {
            throw Errors.keyError(PyStr.of("getpwnam(): name not found: ").concat(Texts.repr(ts, name)));
        }
        return entry(ts, found);
    }

    @Builtin(value = "getpwall()", doc = "Return a list of all available password database entries, in arbitrary "
            + "order.")
    static PyObject getpwall(ThreadState ts) {
        PyList all = new PyList();
        Libc.plainCall("setpwent");
        for (long at = Libc.plainCall("getpwent"); at != 0; at = Libc.plainCall("getpwent")) {
            all.append(entry(ts, at));
        }
        Libc.plainCall("endpwent");
        return all;
    }
}
