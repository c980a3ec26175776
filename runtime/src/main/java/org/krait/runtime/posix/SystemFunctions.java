package org.krait.runtime.posix;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyBytes;
import org.krait.objects.PyDict;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySet;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.Iteration;
import org.krait.runtime.OsErrors;
import org.krait.runtime.builtins.Protocol;
import org.krait.runtime.builtins.StructSequence;

/** The functions of {@code posix} on users, the machine, scheduling and the environment. */
@BuiltinModule("posix")
public final class SystemFunctions {
    /** What asyncio asks for at its import; Linux never had another answer ({@code UIO_MAXIOV}). */
    private static final int SC_IOV_MAX = 60;
    private static final int IOV_MAX = 1024;

    private SystemFunctions() {}

    private static long check(long result) {
        return PosixModule.check(result, null);
    }

    /** The text of a file of {@code /proc} or {@code /sys}, without the last line end. */
    static String kernelFile(String path) {
        try (FileInputStream in = new FileInputStream(path)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        } catch (IOException e) {
            throw Errno.error(JavaErrors.number(e), PyStr.of(path));
        }
    }

    /** A user or group id argument: -1 leaves it as it is. */
    static int id(ThreadState ts, PyObject o, String name) {
        if (!Protocol.isIndex(o)) {
            throw Errors.typeError(name + " should be integer, not " + o.type.name());
        }
        PyInt i = Protocol.index(ts, o);
        if (!i.fitsLong() || i.value > 0xffffffffL) {
            throw Errors.overflowError(name + " is greater than maximum");
        }
        if (i.value < -1) {
            throw Errors.overflowError(name + " is less than minimum");
        }
        return (int) i.value;
    }

    /** The n-th number of a line of {@code /proc/self/status}. */
    private static long status(String line, int column) {
        String text = kernelFile("/proc/self/status");
        int at = text.indexOf("\n" + line + ":\t") + line.length() + 3;
        for (int i = 0; i < column; i++) {
            at = text.indexOf('\t', at) + 1;
        }
        int end = at;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return Long.parseLong(text.substring(at, end));
    }

    @Builtin(value = "getuid()", doc = "Return the current process's user id.")
    static long getuid() {
        return status("Uid", 0);
    }

    @Builtin(value = "geteuid()", doc = "Return the current process's effective user id.")
    static long geteuid() {
        return status("Uid", 1);
    }

    @Builtin(value = "getgid()", doc = "Return the current process's group id.")
    static long getgid() {
        return status("Gid", 0);
    }

    @Builtin(value = "getegid()", doc = "Return the current process's effective group id.")
    static long getegid() {
        return status("Gid", 1);
    }

    @Builtin(value = "getresuid()", doc = "Return a tuple of the current process's real, effective, and saved user "
            + "ids.")
    static PyObject getresuid() {
        return PyTuple.of(PyInt.of(status("Uid", 0)), PyInt.of(status("Uid", 1)), PyInt.of(status("Uid", 2)));
    }

    @Builtin(value = "getresgid()", doc = "Return a tuple of the current process's real, effective, and saved group "
            + "ids.")
    static PyObject getresgid() {
        return PyTuple.of(PyInt.of(status("Gid", 0)), PyInt.of(status("Gid", 1)), PyInt.of(status("Gid", 2)));
    }

    @Builtin(value = "getgroups()", doc = "Return list of supplemental group IDs for the process.")
    static PyObject getgroups() {
        ByteBuffer ids = Libc.memory(4 * 65536);
        int n = (int) check(Libc.call("getgroups", 65536, Libc.address(ids)));
        return ids(ids, n);
    }

    private static PyObject ids(ByteBuffer ids, int n) {
        PyList list = new PyList();
        for (int i = 0; i < n; i++) {
            list.append(PyInt.of(ids.getInt(4 * i) & 0xffffffffL));
        }
        return list;
    }

    @Builtin(value = "getgrouplist(user, group, /)", doc = "Returns a list of groups to which a user belongs.")
    static PyObject getgrouplist(PyStr user, int group) {
        ByteBuffer ids = Libc.memory(4 * 65536);
        ByteBuffer count = Libc.memory(4);
        count.putInt(0, 65536);
        byte[] name = user.toString().getBytes(StandardCharsets.UTF_8);
        int n = (int) check(Libc.call("getgrouplist", Libc.address(Libc.string(name)), group, Libc.address(ids),
                Libc.address(count)));
        return ids(ids, n);
    }

    @Builtin(value = "setgroups(groups, /)", doc = "Set the groups of the current process to list.")
    static void setgroups(ThreadState ts, PyObject groups) {
        PyObject[] all = Iteration.toArray(ts, groups);
        ByteBuffer ids = Libc.memory(4 * all.length + 4);
        for (int i = 0; i < all.length; i++) {
            ids.putInt(4 * i, id(ts, all[i], "gid"));
        }
        check(Libc.call("setgroups", all.length, Libc.address(ids)));
    }

    @Builtin(value = "initgroups(username, gid, /)", doc = "Initialize the group access list.")
    static void initgroups(ThreadState ts, PyObject user, PyObject gid) {
        check(Libc.call("initgroups", Libc.address(Libc.string(Paths.bytes(ts, user))), id(ts, gid, "gid")));
    }

    @Builtin(value = "setuid(uid, /)", doc = "Set the current process's user id.")
    static void setuid(ThreadState ts, PyObject uid) {
        check(Libc.call("setuid", id(ts, uid, "uid")));
    }

    @Builtin(value = "seteuid(euid, /)", doc = "Set the current process's effective user id.")
    static void seteuid(ThreadState ts, PyObject uid) {
        check(Libc.call("seteuid", id(ts, uid, "uid")));
    }

    @Builtin(value = "setgid(gid, /)", doc = "Set the current process's group id.")
    static void setgid(ThreadState ts, PyObject gid) {
        check(Libc.call("setgid", id(ts, gid, "gid")));
    }

    @Builtin(value = "setegid(egid, /)", doc = "Set the current process's effective group id.")
    static void setegid(ThreadState ts, PyObject gid) {
        check(Libc.call("setegid", id(ts, gid, "gid")));
    }

    @Builtin(value = "setreuid(ruid, euid, /)", doc = "Set the current process's real and effective user ids.")
    static void setreuid(ThreadState ts, PyObject real, PyObject effective) {
        check(Libc.call("setreuid", id(ts, real, "uid"), id(ts, effective, "uid")));
    }

    @Builtin(value = "setregid(rgid, egid, /)", doc = "Set the current process's real and effective group ids.")
    static void setregid(ThreadState ts, PyObject real, PyObject effective) {
        check(Libc.call("setregid", id(ts, real, "gid"), id(ts, effective, "gid")));
    }

    @Builtin(value = "setresuid(ruid, euid, suid, /)", doc = "Set the current process's real, effective, and saved "
            + "user ids.")
    static void setresuid(ThreadState ts, PyObject real, PyObject effective, PyObject saved) {
        check(Libc.call("setresuid", id(ts, real, "uid"), id(ts, effective, "uid"), id(ts, saved, "uid")));
    }

    @Builtin(value = "setresgid(rgid, egid, sgid, /)", doc = "Set the current process's real, effective, and saved "
            + "group ids.")
    static void setresgid(ThreadState ts, PyObject real, PyObject effective, PyObject saved) {
        check(Libc.call("setresgid", id(ts, real, "gid"), id(ts, effective, "gid"), id(ts, saved, "gid")));
    }

    @Builtin(value = "getlogin()", doc = "Return the actual login name.")
    static PyObject getlogin(ThreadState ts) {
        ByteBuffer name = Libc.memory(256);
        check(-Libc.call("getlogin_r", Libc.address(name), 256));
        return Paths.result(ts, Libc.stringAt(Libc.address(name)), false);
    }

    @Builtin(value = "umask(mask, /)", doc = "Set the current numeric umask and return the previous umask.")
    static int umask(int mask) {
        return (int) Libc.plainCall("umask", mask);
    }

    // The machine.

    @Builtin(value = "uname()", doc = "Return an object identifying the current operating system.")
    static PyObject uname() {
        String machine = System.getProperty("os.arch");
        return StructSequence.of(Results.UNAME, PyStr.of(kernelFile("/proc/sys/kernel/ostype")),
                PyStr.of(kernelFile("/proc/sys/kernel/hostname")), PyStr.of(kernelFile("/proc/sys/kernel/osrelease")),
                PyStr.of(kernelFile("/proc/sys/kernel/version")),
                PyStr.of(machine.equals("amd64") ? "x86_64" : machine));
    }

    @Builtin(value = "cpu_count()", doc = "Return the number of CPUs in the system; return None if indeterminable.")
    static PyObject cpuCount() {
        int count = 0;
        for (String range : kernelFile("/sys/devices/system/cpu/online").split(",")) {
            int dash = range.indexOf('-');
            count += dash < 0 ? 1
                    : Integer.parseInt(range.substring(dash + 1)) - Integer.parseInt(range.substring(0, dash)) + 1;
        }
        return PyInt.of(count);
    }

    @Builtin(value = "getloadavg()", doc = "Return average recent system load information.")
    static PyObject getloadavg() {
        String[] parts = kernelFile("/proc/loadavg").split(" ");
        return PyTuple.of(new PyFloat(Double.parseDouble(parts[0])), new PyFloat(Double.parseDouble(parts[1])),
                new PyFloat(Double.parseDouble(parts[2])));
    }

    @Builtin(value = "urandom(size, /)", doc = "Return a bytes object containing random bytes suitable for "
            + "cryptographic use.")
    static PyObject urandom(long size) {
        if (size < 0) {
            throw Errors.valueError("negative argument not allowed");
        }
        return new PyBytes(randomBytes((int) Math.min(size, Integer.MAX_VALUE - 8)));
    }

    /** Random bytes of the system; without the providers of java.security, which take 10 ms to start. */
    public static byte[] randomBytes(int count) {
        try (FileInputStream in = new FileInputStream("/dev/urandom")) {
            return in.readNBytes(count);
        } catch (IOException e) {
            throw Errno.error(JavaErrors.number(e));
        }
    }

    @Builtin(value = "getrandom(size, flags=0)", doc = "Obtain a series of random bytes.")
    static PyObject getrandom(ThreadState ts, long size, int flags) {
        if (size < 0) {
            throw Errno.error(OsErrors.EINVAL);
        }
        ByteBuffer memory = Libc.memory((int) size);
        int n = (int) check(Libc.blocking(ts, "getrandom", Libc.address(memory), size, flags));
        byte[] bytes = new byte[n];
        memory.get(0, bytes);
        return new PyBytes(bytes);
    }

    /** The number of a configuration name out of a table of constants. */
    static int configuration(ThreadState ts, PyObject name, String table) {
        if (name instanceof PyInt) {
            return Arguments.toInt(ts, name);
        }
        if (!(name instanceof PyStr s)) {
            throw Errors.typeError("configuration names must be strings or integers");
        }
        PyDict names = new PyDict();
        Constants.put(names, table);
        PyObject number = names.get(s);
        if (number == null) {
            throw Errors.valueError("unrecognized configuration name");
        }
        return (int) ((PyInt) number).value;
    }

    @Builtin(value = "sysconf(name, /)", doc = "Return an integer-valued system configuration variable.")
    static long sysconf(ThreadState ts, PyObject name) {
        int number = configuration(ts, name, ConstantTables.SYSCONF);
        if (number == SC_IOV_MAX) {
            return IOV_MAX;
        }
        long value = Libc.longCall("sysconf", number);
        if (value == -OsErrors.EINVAL) {
            throw Errno.error(OsErrors.EINVAL);
        }
        return Math.max(-1, value);
    }

    @Builtin(value = "confstr(name, /)", doc = "Return a string-valued system configuration variable.")
    static PyObject confstr(ThreadState ts, PyObject name) {
        ByteBuffer text = Libc.memory(4096);
        long n = Libc.plainCall("confstr", configuration(ts, name, ConstantTables.CONFSTR), Libc.address(text), 4096);
        return n == 0 ? PySingleton.NONE : Paths.result(ts, Libc.stringAt(Libc.address(text)), false);
    }

    // The environment.

    @Builtin(value = "putenv(name, value, /)", doc = "Change or add an environment variable.")
    static void putenv(ThreadState ts, PyObject name, PyObject value) {
        byte[] key = Paths.bytes(ts, name);
        byte[] text = Paths.bytes(ts, value);
        if (key.length == 0) {
            throw Errno.error(OsErrors.EINVAL);
        }
        for (byte b : key) {
            if (b == '=') {
                throw Errors.valueError("illegal environment variable name");
            }
        }
        Environment.of(ts).put(key, text);
    }

    @Builtin(value = "unsetenv(name, /)", doc = "Delete an environment variable.")
    static void unsetenv(ThreadState ts, PyObject name) {
        byte[] key = Paths.bytes(ts, name);
        if (key.length == 0) {
            throw Errno.error(OsErrors.EINVAL);
        }
        for (byte b : key) {
            if (b == '=') {
                throw Errno.error(OsErrors.EINVAL);
            }
        }
        Environment.of(ts).remove(key);
    }

    // Scheduling.

    @Builtin(value = "nice(increment, /)",
            doc = "Add increment to the priority of process and return the new priority.")
    static int nice(int increment) {
        int before = getpriority(0, 0);
        check(Libc.call("setpriority", 0, 0, before + increment));
        return getpriority(0, 0);
    }

    @Builtin(value = "getpriority(which, who)", doc = "Return program scheduling priority.")
    static int getpriority(int which, int who) {
        // The system call gives 20 minus the priority, so that no priority looks like an error.
        return 20 - (int) check(Libc.call("syscall", System.getProperty("os.arch").equals("aarch64") ? 141 : 140,
                which, who));
    }

    @Builtin(value = "setpriority(which, who, priority)", doc = "Set program scheduling priority.")
    static void setpriority(int which, int who, int priority) {
        check(Libc.call("setpriority", which, who, priority));
    }

    @Builtin(value = "sched_yield()", doc = "Voluntarily relinquish the CPU.")
    static void schedYield(ThreadState ts) {
        Libc.blocking(ts, "sched_yield");
    }

    @Builtin(value = "sched_get_priority_max(policy)", doc = "Get the maximum scheduling priority for policy.")
    static int priorityMax(int policy) {
        return (int) check(Libc.call("sched_get_priority_max", policy));
    }

    @Builtin(value = "sched_get_priority_min(policy)", doc = "Get the minimum scheduling priority for policy.")
    static int priorityMin(int policy) {
        return (int) check(Libc.call("sched_get_priority_min", policy));
    }

    @Builtin(value = "sched_getscheduler(pid, /)", doc = "Get the scheduling policy for the process identified by pid.")
    static int getScheduler(int pid) {
        return (int) check(Libc.call("sched_getscheduler", pid));
    }

    @Builtin(value = "sched_getparam(pid, /)", doc = "Returns scheduling parameters for the process identified by pid.")
    static PyObject getParam(int pid) {
        ByteBuffer param = Libc.memory(16);
        check(Libc.call("sched_getparam", pid, Libc.address(param)));
        return StructSequence.of(Results.SCHED_PARAM, PyInt.of(param.getInt(0)));
    }

    @Builtin(value = "sched_getaffinity(pid, /)", doc = "Return the affinity of the process identified by pid (or the "
            + "current process if zero).")
    static PyObject getAffinity(ThreadState ts, int pid) {
        ByteBuffer mask = Libc.memory(128);
        check(Libc.call("sched_getaffinity", pid, 128, Libc.address(mask)));
        PySet cpus = new PySet(PySet.TYPE);
        for (int i = 0; i < 1024; i++) {
            if ((mask.get(i / 8) >> (i % 8) & 1) != 0) {
                cpus.add(ts, PyInt.of(i));
            }
        }
        return cpus;
    }

    @Builtin(value = "sched_setaffinity(pid, mask, /)", doc = "Set the CPU affinity of the process identified by pid "
            + "to mask.")
    static void setAffinity(ThreadState ts, int pid, PyObject mask) {
        ByteBuffer bits = Libc.memory(128);
        for (PyObject each : Iteration.toArray(ts, mask)) {
            int cpu = Arguments.toInt(ts, each);
            if (cpu < 0) {
                throw Errors.valueError("negative CPU number");
            }
            if (cpu < 1024) {
                bits.put(cpu / 8, (byte) (bits.get(cpu / 8) | 1 << (cpu % 8)));
            }
        }
        check(Libc.call("sched_setaffinity", pid, 128, Libc.address(bits)));
    }
}
