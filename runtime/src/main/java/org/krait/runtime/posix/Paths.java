package org.krait.runtime.posix;

import java.nio.charset.StandardCharsets;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyBytes;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Permissions;
import org.krait.runtime.builtins.Codecs;
import org.krait.runtime.builtins.Protocol;

/** Path arguments: str, bytes or os.PathLike, as the bytes that the operating system gets. */
public final class Paths {
    private static final PyStr FSPATH = PyStr.interned("__fspath__");

    private Paths() {}

    /** {@code os.fspath(o)}: str or bytes. */
    public static PyObject fspath(ThreadState ts, PyObject o) {
        if (o instanceof PyStr || o instanceof PyBytes) {
            return o;
        }
        PyObject method = Attributes.getSpecial(ts, o, FSPATH);
        if (method == null) {
            throw Errors.typeError("expected str, bytes or os.PathLike object, not " + o.type.name());
        }
        PyObject path = Calls.consume(ts, method);
        if (path instanceof PyStr || path instanceof PyBytes) {
            return path;
        }
        throw Errors.typeError("expected " + o.type.name() + ".__fspath__() to return str or bytes, not "
                + path.type.name());
    }

    /** {@code os.fsencode(o)}; ValueError for embedded zeros. */
    public static byte[] bytes(ThreadState ts, PyObject o) {
        return checked(ts, fspath(ts, o), "");
    }

    private static byte[] checked(ThreadState ts, PyObject path, String prefix) {
        Permissions.requireFiles(ts);
        return plain(ts, path, prefix);
    }

    /** The path of a file to be opened. */
    public static byte[] toOpen(ThreadState ts, PyObject o, boolean writes) {
        byte[] path = plain(ts, fspath(ts, o), "");
        Permissions.requireFile(ts, new String(path, StandardCharsets.UTF_8), writes);
        return path;
    }

    private static byte[] plain(ThreadState ts, PyObject path, String prefix) {
        byte[] bytes = path instanceof PyStr text ? Codecs.encodePath(ts, text) : ((PyBytes) path).value;
        for (byte b : bytes) {
            if (b == 0) {
                throw Errors.valueError(prefix.isEmpty() || path instanceof PyStr ? "embedded null byte"
                        : prefix + "embedded null character in path");
            }
        }
        return bytes;
    }

    /**
     * An argument of a function of {@code os}: {@link Argument#fd} when an int is allowed and given.
     *
     * @param numbers an open descriptor is allowed
     * @param none None is allowed and stands for "."
     */
    public static Argument argument(ThreadState ts, PyObject o, String function, String name, boolean numbers,
            boolean none) {
        Argument made = new Argument();
        made.object = o;
        if (o == null || o == PySingleton.NONE && none) {
            Permissions.requireFiles(ts);
            made.object = PySingleton.NONE;
            made.path = new byte[] {'.'};
            return made;
        }
        PyObject path = o;
        if (!(o instanceof PyStr) && !(o instanceof PyBytes)) {
            if (numbers && Protocol.isIndex(o)) {
                made.fd = Arguments.toInt(ts, o);
                return made;
            }
            PyObject method = Attributes.getSpecial(ts, o, FSPATH);
            if (method == null) {
                String allowed = numbers && none ? "string, bytes, os.PathLike, integer or None"
                        : numbers ? "string, bytes, os.PathLike or integer"
                        : none ? "string, bytes, os.PathLike or None" : "string, bytes or os.PathLike";
                throw Errors.typeError(function + ": " + name + " should be " + allowed + ", not " + o.type.name());
            }
            path = Calls.consume(ts, method);
            if (!(path instanceof PyStr) && !(path instanceof PyBytes)) {
                throw Errors.typeError("expected " + o.type.name() + ".__fspath__() to return str or bytes, not "
                        + path.type.name());
            }
            made.object = path;
        }
        made.isBytes = path instanceof PyBytes;
        made.path = checked(ts, path, function + ": ");
        return made;
    }

    /** A name of the operating system as str, or as bytes when the program speaks bytes. */
    public static PyObject result(ThreadState ts, byte[] name, boolean asBytes) {
        return asBytes ? new PyBytes(name) : Codecs.decodePath(ts, name);
    }

    /** A path argument. */
    public static final class Argument {
        /** The argument, for error messages. */
        public PyObject object;
        public byte[] path;
        /** The open descriptor given instead of a path; -1 for none. */
        public int fd = -1;
        public boolean isBytes;

        /** True when an open descriptor was given. */
        public boolean isDescriptor() {
            return path == null;
        }
    }

    /** An argument {@code dir_fd}: None is the current folder. */
    public static int folder(ThreadState ts, PyObject o) {
        if (o == null || o == PySingleton.NONE) {
            return -100;
        }
        if (!(o instanceof PyInt) && !Protocol.isIndex(o)) {
            throw Errors.typeError("argument should be integer or None, not " + o.type.name());
        }
        return Arguments.toInt(ts, o);
    }
}
