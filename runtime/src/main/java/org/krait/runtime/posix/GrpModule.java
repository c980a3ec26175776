package org.krait.runtime.posix;

import java.nio.ByteBuffer;
import org.krait.objects.Errors;
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

/** The module {@code grp}. */
@BuiltinModule(value = "grp", doc = "Access to the Unix group database.\n\nGroup entries are reported as 4-tuples "
        + "containing the following fields\nfrom the group database, in order:\n\n  name   - name of the group\n  "
        + "passwd - group password (encrypted); often empty\n  gid    - numeric ID of the group\n  mem    - list of "
        + "members\n\nThe gid is an integer, name and password are strings.  (Note that most\nusers are not explicitly "
        + "listed as members of the groups they are in\naccording to the password database.  Check both databases to "
        + "get\ncomplete membership information.)")
public final class GrpModule {
    static final PyType ENTRY = StructSequence.type("grp.struct_group", "grp.struct_group: Results from getgr*() "
            + "routines.\n\nThis object may be accessed either as a tuple of\n  (gr_name,gr_passwd,gr_gid,gr_mem)\nor "
            + "via the object attributes as named in the above tuple.\n", 4, "gr_name", "gr_passwd", "gr_gid",
            "gr_mem");

    private GrpModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        module.dict.put("struct_group", ENTRY);
    }

    private static PyObject entry(ThreadState ts, long address) {
        ByteBuffer g = Libc.at(address, 32);
        PyList members = new PyList();
        for (long at = g.getLong(24); at != 0; at += 8) {
            ByteBuffer pointer = Libc.at(at, 8);
            if (pointer.getLong(0) == 0) {
                break;
            }
            members.append(PwdModule.text(ts, pointer, 0));
        }
        return StructSequence.of(ENTRY, PwdModule.text(ts, g, 0), PwdModule.text(ts, g, 8),
                PyInt.of(g.getInt(16) & 0xffffffffL), members);
    }

    @Builtin(value = "getgrgid(id)", doc = "Return the group database entry for the given numeric group ID.\n\nIf id "
            + "is not valid, raise KeyError.")
    static PyObject getgrgid(ThreadState ts, PyObject id) {
        PyInt number = Protocol.index(ts, id);
        long found = number.fitsLong() && number.value >= -1 && number.value <= 0xffffffffL
                ? Libc.plainCall("getgrgid", number.value & 0xffffffffL) : 0;
        if (found == 0) {
            throw Errors.keyError(PyStr.of("getgrgid(): gid not found: " + number));
        }
        return entry(ts, found);
    }

    @Builtin(value = "getgrnam(name)", doc = "Return the group database entry for the given group name.\n\nIf name is "
            + "not valid, raise KeyError.")
    static PyObject getgrnam(ThreadState ts, PyStr name) {
        long found = Libc.plainCall("getgrnam", Libc.address(Libc.string(Paths.bytes(ts, name))));
        if (found == 0) {
            throw Errors.keyError(PyStr.of("getgrnam(): name not found: ").concat(Texts.repr(ts, name)));
        }
        return entry(ts, found);
    }

    @Builtin(value = "getgrall()", doc = "Return a list of all available group entries, in arbitrary order.")
    static PyObject getgrall(ThreadState ts) {
        PyList all = new PyList();
        Libc.plainCall("setgrent");
        for (long at = Libc.plainCall("getgrent"); at != 0; at = Libc.plainCall("getgrent")) {
            all.append(entry(ts, at));
        }
        Libc.plainCall("endgrent");
        return all;
    }
}
