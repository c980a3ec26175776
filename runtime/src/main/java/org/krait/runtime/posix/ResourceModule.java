package org.krait.runtime.posix;

import java.nio.ByteBuffer;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.Iteration;
import org.krait.runtime.OsErrors;
import org.krait.runtime.builtins.Protocol;
import org.krait.runtime.builtins.StructSequence;

/** The module {@code resource}. */
@BuiltinModule("resource")
public final class ResourceModule {
    static final PyType USAGE = StructSequence.type("resource.struct_rusage", "struct_rusage: Result from "
            + "getrusage.\n\nThis object may be accessed either as a tuple of\n    "
            + "(utime,stime,maxrss,ixrss,idrss,isrss,minflt,majflt,\n    "
            + "nswap,inblock,oublock,msgsnd,msgrcv,nsignals,nvcsw,nivcsw)\nor via the attributes ru_utime, ru_stime, "
            + "ru_maxrss, and so on.", 16, "ru_utime", "ru_stime", "ru_maxrss", "ru_ixrss", "ru_idrss",
            "ru_isrss", "ru_minflt", "ru_majflt", "ru_nswap", "ru_inblock", "ru_oublock", "ru_msgsnd", "ru_msgrcv",
            "ru_nsignals", "ru_nvcsw", "ru_nivcsw");

    private ResourceModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        PyDict d = module.dict;
        Constants.put(d, ConstantTables.RESOURCE);
        d.put("error", ExceptionTypes.OS_ERROR);
        d.put("struct_rusage", USAGE);
    }

    /** Of a {@code struct rusage}. */
    static PyObject usage(ByteBuffer r) {
        PyObject[] fields = new PyObject[16];
        fields[0] = new PyFloat(r.getLong(0) + r.getLong(8) * 1e-6);
        fields[1] = new PyFloat(r.getLong(16) + r.getLong(24) * 1e-6);
        for (int i = 2; i < 16; i++) {
            fields[i] = PyInt.of(r.getLong(32 + 8 * (i - 2)));
        }
        return StructSequence.of(USAGE, fields);
    }

    @Builtin(value = "getrusage(who, /)", doc = "Return current resource usage statistics for a process.")
    static PyObject getrusage(int who) {
        ByteBuffer r = Libc.memory(144);
        int error = Libc.call("getrusage", who, Libc.address(r));
        if (error == -OsErrors.EINVAL) {
            throw Errors.valueError("invalid who parameter");
        }
        PosixModule.check(error, null);
        return usage(r);
    }

    private static PyException badResource() {
        return Errors.valueError("invalid resource specified");
    }

    @Builtin(value = "getrlimit(resource, /)", doc = "Return a tuple (soft, hard) for a given resource.")
    static PyObject getrlimit(int resource) {
        return limits(0, resource, null);
    }

    @Builtin(value = "setrlimit(resource, limits, /)", doc = "Set limits for a given resource.")
    static void setrlimit(ThreadState ts, int resource, PyObject limits) {
        limits(0, resource, pair(ts, limits));
    }

    @Builtin(value = "prlimit(pid, resource, limits=None, /)", doc = "Get or set the limits of a process's resource.")
    static PyObject prlimit(ThreadState ts, int pid, int resource, PyObject limits) {
        return limits(pid, resource, limits == null || limits == org.krait.objects.PySingleton.NONE ? null
                : pair(ts, limits));
    }

    private static ByteBuffer pair(ThreadState ts, PyObject limits) {
        PyObject[] items = Iteration.toArray(ts, limits);
        if (items.length != 2) {
            throw Errors.valueError("expected a tuple of 2 integers");
        }
        ByteBuffer pair = Libc.memory(16);
        pair.putLong(0, Protocol.index(ts, items[0]).value);
        pair.putLong(8, Protocol.index(ts, items[1]).value);
        return pair;
    }

    private static PyObject limits(int pid, int resource, ByteBuffer wanted) {
        if (resource < 0 || resource >= 16) {
            throw badResource();
        }
        ByteBuffer old = Libc.memory(16);
        int error = Libc.call("prlimit", pid, resource, wanted == null ? 0 : Libc.address(wanted), Libc.address(old));
        if (error == -OsErrors.EINVAL) {
            throw Errors.valueError("current limit exceeds maximum limit");
        }
        if (error == -OsErrors.EPERM && pid == 0) {
            throw Errors.valueError("not allowed to raise maximum limit");
        }
        PosixModule.check(error, null);
        return PyTuple.of(PyInt.of(old.getLong(0)), PyInt.of(old.getLong(8)));
    }

    @Builtin(value = "getpagesize()", doc = "Returns the number of bytes in a system page.")
    static int getpagesize() {
        return (int) Libc.plainCall("getpagesize");
    }
}
