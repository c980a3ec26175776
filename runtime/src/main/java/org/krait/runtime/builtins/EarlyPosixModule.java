package org.krait.runtime.builtins;

import java.io.File;
import java.util.Map;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBytes;
import org.krait.objects.PyDict;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.Special;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Configuration;

/** The part of {@code posix} that importing needs, until the whole of it is there. */
@BuiltinModule("posix")
final class EarlyPosixModule {
    private static final PyType STAT = StructSequence.type("os.stat_result", "", 10, "st_mode", "st_ino", "st_dev",
            "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime", "st_ctime");

    private EarlyPosixModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        PyDict environ = new PyDict();
        Configuration c = (Configuration) ts.interp.natives.get(Configuration.class);
        for (Map.Entry<String, String> e : c.environment.entrySet()) {
            environ.put(ts, new PyBytes(e.getKey().getBytes()), new PyBytes(e.getValue().getBytes()));
        }
        module.dict.put("environ", environ);
        module.dict.put("error", ExceptionTypes.OS_ERROR);
        module.dict.put("_have_functions", new PyList());
        module.dict.put("stat_result", STAT);
        module.dict.put("O_RDONLY", PyInt.of(0));
        module.dict.put("O_WRONLY", PyInt.of(1));
        module.dict.put("O_RDWR", PyInt.of(2));
        module.dict.put("O_CREAT", PyInt.of(64));
        module.dict.put("O_EXCL", PyInt.of(128));
    }

    @Builtin(value = "getcwd()", doc = ".")
    static String getcwd() {
        return System.getProperty("user.dir");
    }

    @Builtin(value = "getpid()", doc = ".")
    static long getpid() {
        return ProcessHandle.current().pid();
    }

    @Builtin(value = "_exit(status)", doc = ".")
    static void exit(int status) {
        Runtime.getRuntime().halt(status);
    }

    @Builtin(value = "fspath(path)", doc = ".")
    static PyObject fspath(ThreadState ts, PyObject path) {
        if (path instanceof PyStr || path instanceof PyBytes) {
            return path;
        }
        PyObject method = Attributes.getSpecial(ts, path, Special.FSPATH);
        if (method == null) {
            throw Errors.typeError("expected str, bytes or os.PathLike object, not " + path.type.name());
        }
        return Calls.consume(ts, method);
    }

    @Builtin(value = "listdir(path='.')", doc = ".")
    static PyObject listdir(ThreadState ts, PyObject path) {
        PyList list = new PyList();
        String[] names = new File(path == null ? "." : path.toString()).list();
        if (names != null) {
            for (String name : names) {
                list.append(PyStr.of(name));
            }
        }
        return list;
    }

    @Builtin(value = "stat(path, *, dir_fd=None, follow_symlinks=True)", doc = ".")
    static PyObject stat(ThreadState ts, PyObject path, PyObject dirFd, boolean follow) {
        File f = new File(fspath(ts, path).toString());
        if (!f.exists()) {
            throw new org.krait.objects.PyException((org.krait.objects.PyBaseException) Calls.call(ts,
                    ExceptionTypes.FILE_NOT_FOUND_ERROR, PyInt.of(2), PyStr.of("No such file or directory"), path));
        }
        PyObject time = new PyFloat(f.lastModified() / 1000.0);
        return StructSequence.of(STAT, PyInt.of(f.isDirectory() ? 0040755 : 0100644), PyInt.of(f.hashCode()),
                PyInt.ZERO, PyInt.ONE, PyInt.ZERO, PyInt.ZERO, PyInt.of(f.length()), time, time, time);
    }

    @Builtin(value = "lstat(path, *, dir_fd=None)", doc = ".")
    static PyObject lstat(ThreadState ts, PyObject path, PyObject dirFd) {
        return stat(ts, path, PySingleton.NONE, false);
    }
}
