package org.krait.runtime.posix;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyDict;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.Calls;
import org.krait.runtime.Iteration;
import org.krait.runtime.Permissions;
import org.krait.runtime.builtins.StructSequence;
import org.krait.runtime.posix.Paths.Argument;

/** The functions of {@code posix} on processes. */
@BuiltinModule("posix")
public final class ProcessFunctions {
    private ProcessFunctions() {}

    private static long check(long result) {
        return PosixModule.check(result, null);
    }

    @Builtin(value = "getpid()", doc = "Return the current process id.")
    static int getpid() {
        return ownPid();
    }

    /** The process id, without starting Java's process machinery. */
    static int ownPid() {
        try {
            return Integer.parseInt(Files.readSymbolicLink(Path.of("/proc/self")).toString());
        } catch (java.io.IOException | NumberFormatException e) {
            return (int) Libc.plainCall("getpid");
        }
    }

    @Builtin(value = "getppid()", doc = "Return the parent's process id.")
    static long getppid() {
        String stat = SystemFunctions.kernelFile("/proc/self/stat");
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[1]);
    }

    @Builtin(value = "getpgrp()", doc = "Return the current process group id.")
    static int getpgrp() {
        return (int) check(Libc.call("getpgid", 0));
    }

    @Builtin(value = "getpgid(pid)", doc = "Call the system call getpgid(), and return the result.")
    static int getpgid(int pid) {
        return (int) check(Libc.call("getpgid", pid));
    }

    @Builtin(value = "setpgid(pid, pgrp, /)", doc = "Call the system call setpgid(pid, pgrp).")
    static void setpgid(int pid, int group) {
        check(Libc.call("setpgid", pid, group));
    }

    @Builtin(value = "setpgrp()", doc = "Make the current process the leader of its process group.")
    static void setpgrp() {
        check(Libc.call("setpgid", 0, 0));
    }

    @Builtin(value = "getsid(pid, /)", doc = "Call the system call getsid(pid) and return the result.")
    static int getsid(int pid) {
        return (int) check(Libc.call("getsid", pid));
    }

    @Builtin(value = "setsid()", doc = "Call the system call setsid().")
    static void setsid() {
        check(Libc.call("setsid"));
    }

    @Builtin(value = "kill(pid, signal, /)", doc = "Kill a process with a signal.")
    static void kill(ThreadState ts, int pid, int signal) {
        if (pid == ownPid() && signal > 0 && signal < SignalSets.COUNT) {
            Signals.raise(ts, signal);
        } else {
            Permissions.requireProcesses(ts);
            check(Libc.call("kill", pid, signal));
        }
    }

    @Builtin(value = "killpg(pgid, signal, /)", doc = "Kill a process group with a signal.")
    static void killpg(ThreadState ts, int group, int signal) {
        Permissions.requireProcesses(ts);
        check(Libc.call("killpg", group, signal));
    }

    @Builtin(value = "pidfd_open(pid, flags=0)", doc = "Return a file descriptor referring to the process *pid*.")
    static int pidfdOpen(int pid, int flags) {
        return (int) check(Libc.call("syscall", 434, pid, flags));
    }

    @Builtin(value = "_exit(status)", doc = "Exit to the system with specified status, without normal exit processing.")
    static void exit(ThreadState ts, int status) {
        Permissions.requireProcesses(ts);
        Runtime.getRuntime().halt(status & 0xff);
    }

    @Builtin(value = "abort()", doc = "Abort the interpreter immediately.")
    static void abort() {
        // SIGABRT would make the JVM write a crash report first: its default action is wanted.
        Libc.plainCall("signal", 6, 0);
        Libc.plainCall("abort");
    }

    @Builtin(value = "times()", doc = "Return a collection containing process timing information.")
    static PyObject times() {
        ByteBuffer buffer = Libc.memory(32);
        long elapsed = Libc.longCall("times", Libc.address(buffer));
        PyObject[] fields = new PyObject[5];
        for (int i = 0; i < 4; i++) {
            fields[i] = new PyFloat(buffer.getLong(8 * i) / 100.0);
        }
        fields[4] = new PyFloat(elapsed / 100.0);
        return StructSequence.of(Results.TIMES, fields);
    }

    // Waiting.

    @Builtin(value = "waitpid(pid, options, /)", doc = "Wait for completion of a given child process.\n\nReturns a "
            + "tuple of information regarding the child process:\n    (pid, status)")
    static PyObject waitpid(ThreadState ts, int pid, int options) {
        ByteBuffer status = Libc.memory(8);
        long found = check(Libc.blocking(ts, "waitpid", pid, Libc.address(status), options));
        return PyTuple.of(PyInt.of(found), PyInt.of(found == 0 ? 0 : status.getInt(0)));
    }

    @Builtin(value = "wait()", doc = "Wait for completion of a child process.")
    static PyObject waitAny(ThreadState ts) {
        return waitpid(ts, -1, 0);
    }

    @Builtin(value = "wait3(options)", doc = "Wait for completion of a child process.")
    static PyObject wait3(ThreadState ts, int options) {
        return wait4(ts, -1, options);
    }

    @Builtin(value = "wait4(pid, options)", doc = "Wait for completion of a specific child process.")
    static PyObject wait4(ThreadState ts, int pid, int options) {
        ByteBuffer status = Libc.memory(8);
        ByteBuffer usage = Libc.memory(144);
        long found = check(Libc.blocking(ts, "wait4", pid, Libc.address(status), options, Libc.address(usage)));
        return PyTuple.of(PyInt.of(found), PyInt.of(status.getInt(0)), ResourceModule.usage(usage));
    }

    @Builtin(value = "waitid(idtype, id, options, /)",
            doc = "Returns the result of waiting for a process or processes.")
    static PyObject waitid(ThreadState ts, int type, int id, int options) {
        ByteBuffer info = Libc.memory(128);
        check(Libc.blocking(ts, "waitid", type, id, Libc.address(info), options));
        if (info.getInt(12) == 0) {
            return PySingleton.NONE;
        }
        return StructSequence.of(Results.WAITID, PyInt.of(info.getInt(12)), PyInt.of(info.getInt(16)),
                PyInt.of(info.getInt(0)), PyInt.of(info.getInt(24)), PyInt.of(info.getInt(8)));
    }

    @Builtin(value = "waitstatus_to_exitcode(status)", doc = "Convert a wait status to an exit code.")
    static int exitCode(int status) {
        if ((status & 0x7f) == 0) {
            return status >> 8 & 0xff;
        }
        if ((status & 0xff) == 0x7f) {
            throw Errors.valueError("process stopped by delivery of signal " + (status >> 8 & 0xff));
        }
        return -(status & 0x7f);
    }

    @Builtin(value = "WIFEXITED(status)", doc = "Return True if the process returning status exited via the exit() "
            + "system call.")
    static boolean exited(int status) {
        return (status & 0x7f) == 0;
    }

    @Builtin(value = "WEXITSTATUS(status)", doc = "Return the process return code from status.")
    static int exitStatus(int status) {
        return status >> 8 & 0xff;
    }

    @Builtin(value = "WIFSIGNALED(status)",
            doc = "Return True if the process returning status was terminated by a signal.")
    static boolean signaled(int status) {
        return (status & 0x7f) != 0 && (status & 0x7f) != 0x7f;
    }

    @Builtin(value = "WTERMSIG(status)", doc = "Return the signal that terminated the process that provided the status "
            + "value.")
    static int terminationSignal(int status) {
        return status & 0x7f;
    }

    @Builtin(value = "WIFSTOPPED(status)", doc = "Return True if the process returning status was stopped.")
    static boolean stopped(int status) {
        return (status & 0xff) == 0x7f;
    }

    @Builtin(value = "WSTOPSIG(status)", doc =
            "Return the signal that stopped the process that provided the status value.")
    static int stopSignal(int status) {
        return status >> 8 & 0xff;
    }

    @Builtin(value = "WIFCONTINUED(status)", doc = "Return True if a particular process was continued from a job "
            + "control stop.")
    static boolean continued(int status) {
        return status == 0xffff;
    }

    @Builtin(value = "WCOREDUMP(status, /)",
            doc = "Return True if the process returning status was dumped to a core file.")
    static boolean coreDumped(int status) {
        return (status & 0x80) != 0;
    }

    // Programs.

    @Builtin(value = "execv(path, argv, /)",
            doc = "Execute an executable path with arguments, replacing current process.")
    static void execv(ThreadState ts, PyObject path, PyObject argv) {
        exec(ts, path, argv, Environment.of(ts).toArray(), "execv");
    }

    @Builtin(value = "execve(path, argv, env)", doc = "Execute an executable path with arguments, replacing current "
            + "process.")
    static void execve(ThreadState ts, PyObject path, PyObject argv, PyObject env) {
        exec(ts, path, argv, environment(ts, env, "execve: environment must be a mapping object"), "execve");
    }

    private static void exec(ThreadState ts, PyObject path, PyObject argv, byte[][] env, String function) {
        Argument p = Paths.argument(ts, path, function, "path", function.equals("execve"), false);
        if (!(argv instanceof PyList) && !(argv instanceof PyTuple)) {
            throw Errors.typeError(function + (function.equals("execv") ? "() arg 2 must be a tuple or list"
                    : ": argv must be a tuple or list"));
        }
        byte[][] args = strings(ts, argv);
        if (args.length == 0) {
            throw Errors.valueError(function + (function.equals("execv") ? "() arg 2 must not be empty"
                    : ": argv must not be empty"));
        }
        if (args[0].length == 0) {
            throw Errors.valueError(function + (function.equals("execv")
                    ? "() arg 2 first element cannot be empty" : ": argv first element cannot be empty"));
        }
        try (NativeStrings a = new NativeStrings(args); NativeStrings e = new NativeStrings(env)) {
            PosixModule.check(p.isDescriptor() ? Libc.call("fexecve", p.fd, a.address(), e.address())
                    : Libc.call("execve", Libc.address(Libc.string(p.path)), a.address(), e.address()), p.object);
        }
    }

    /** The items of a sequence of paths. */
    static byte[][] strings(ThreadState ts, PyObject sequence) {
        PyObject[] items = Iteration.toArray(ts, sequence);
        byte[][] all = new byte[items.length][];
        for (int i = 0; i < all.length; i++) {
            all[i] = Paths.bytes(ts, items[i]);
        }
        return all;
    }

    /** A mapping as {@code name=value} strings. */
    private static byte[][] environment(ThreadState ts, PyObject env, String message) {
        if (!(env instanceof PyDict) && org.krait.runtime.Attributes.lookup(ts, env, "keys") == null) {
            throw Errors.typeError(message);
        }
        PyObject[] keys = Iteration.toArray(ts, Calls.callMethod(ts, env, "keys"));
        byte[][] all = new byte[keys.length][];
        for (int i = 0; i < keys.length; i++) {
            byte[] name = Paths.bytes(ts, keys[i]);
            byte[] value = Paths.bytes(ts, env.type.slots().getItem(ts, env, keys[i]));
            for (byte b : name) {
                if (b == '=') {
                    throw Errors.valueError("illegal environment variable name");
                }
            }
            all[i] = java.util.Arrays.copyOf(name, name.length + 1 + value.length);
            all[i][name.length] = '=';
            System.arraycopy(value, 0, all[i], name.length + 1, value.length);
        }
        return all;
    }

    @Builtin(value = "system(command)", doc = "Execute the command in a subshell.")
    static PyObject system(ThreadState ts, PyObject command) {
        byte[] text = Paths.bytes(ts, command);
        Spawn spawn = new Spawn(ts);
        spawn.args = new byte[][] {"sh".getBytes(), "-c".getBytes(), text};
        spawn.environment = Environment.of(ts).toArray();
        spawn.defaultSignals = new int[0];
        int pid = spawn.run("/bin/sh".getBytes(), false);
        if (pid < 0) {
            return PyInt.of(127 << 8);
        }
        ByteBuffer status = Libc.memory(8);
        check(Libc.blocking(ts, "waitpid", pid, Libc.address(status), 0));
        return PyInt.of(status.getInt(0));
    }

    @Builtin(value = "spawnv(mode, path, args, /)", doc = "Execute file with arguments from args in a "
            + "subprocess.\n\nIf mode == P_NOWAIT return the pid of the process.\nIf mode == P_WAIT return the "
            + "process's exit code if it exits normally;\notherwise return -SIG, where SIG is the signal that killed "
            + "it.")
    static int spawnv(ThreadState ts, int mode, PyObject path, PyObject args) {
        return started(ts, mode, path, args, PySingleton.NONE, false);
    }

    @Builtin(value = "spawnve(mode, path, args, env, /)", doc = "Execute file with arguments from args in a subprocess "
            + "with the specified environment.")
    static int spawnve(ThreadState ts, int mode, PyObject path, PyObject args, PyObject env) {
        return started(ts, mode, path, args, env, false);
    }

    @Builtin(value = "spawnvp(mode, file, args, /)", doc = "Execute file (which is looked for along $PATH) with "
            + "arguments from args in a subprocess.")
    static int spawnvp(ThreadState ts, int mode, PyObject file, PyObject args) {
        return started(ts, mode, file, args, PySingleton.NONE, true);
    }

    @Builtin(value = "spawnvpe(mode, file, args, env, /)", doc = "Execute file (which is looked for along $PATH) with "
            + "arguments from args in a subprocess with the supplied environment.")
    static int spawnvpe(ThreadState ts, int mode, PyObject file, PyObject args, PyObject env) {
        return started(ts, mode, file, args, env, true);
    }

    private static int started(ThreadState ts, int mode, PyObject path, PyObject args, PyObject env, boolean search) {
        if (!(args instanceof PyList) && !(args instanceof PyTuple)) {
            throw Errors.typeError("argv must be a tuple or a list");
        }
        Spawn spawn = new Spawn(ts);
        spawn.args = strings(ts, args);
        if (spawn.args.length == 0 || spawn.args[0].length == 0) {
            throw Errors.valueError("argv first element cannot be empty");
        }
        spawn.environment = env == PySingleton.NONE ? Environment.of(ts).toArray()
                : environment(ts, env, "env must be a mapping object or None");
        Descriptors.of(ts).share();
        int pid = spawn.run(Paths.bytes(ts, path), search);
        if (mode == 1) {
            return (int) PosixModule.check(pid, path);
        }
        if (pid < 0) {
            // What the child answers that could not start the program.
            return 127;
        }
        ByteBuffer status = Libc.memory(8);
        check(Libc.blocking(ts, "waitpid", pid, Libc.address(status), 0));
        return exitCode(status.getInt(0));
    }

    @Builtin(value = "posix_spawn(path, argv, env, /, *, file_actions=(), setpgroup=None, resetids=False, "
            + "setsid=False, setsigmask=(), setsigdef=(), scheduler=None)", doc = "Execute the program specified by "
            + "path in a new process.")
    static int posixSpawn(ThreadState ts, PyObject path, PyObject argv, PyObject env, PyObject actions,
            PyObject group, boolean resetIds, boolean newSession, PyObject mask, PyObject defaults,
            PyObject scheduler) {
        return spawn(ts, "posix_spawn", path, argv, env, actions, group, resetIds, newSession, mask, defaults,
                scheduler);
    }

    @Builtin(value = "posix_spawnp(path, argv, env, /, *, file_actions=(), setpgroup=None, resetids=False, "
            + "setsid=False, setsigmask=(), setsigdef=(), scheduler=None)", doc = "Execute the program specified by "
            + "path in a new process, found along PATH.")
    static int posixSpawnp(ThreadState ts, PyObject path, PyObject argv, PyObject env, PyObject actions,
            PyObject group, boolean resetIds, boolean newSession, PyObject mask, PyObject defaults,
            PyObject scheduler) {
        return spawn(ts, "posix_spawnp", path, argv, env, actions, group, resetIds, newSession, mask, defaults,
                scheduler);
    }

    private static int spawn(ThreadState ts, String function, PyObject path, PyObject argv, PyObject env,
            PyObject actions, PyObject group, boolean resetIds, boolean newSession, PyObject mask, PyObject defaults,
            PyObject scheduler) {
        Argument p = Paths.argument(ts, path, function, "path", false, false);
        if (!(argv instanceof PyList) && !(argv instanceof PyTuple)) {
            throw Errors.typeError(function + ": argv must be a tuple or list");
        }
        Spawn spawn = new Spawn(ts);
        spawn.args = strings(ts, argv);
        if (spawn.args.length == 0) {
            throw Errors.valueError(function + ": argv must not be empty");
        }
        if (spawn.args[0].length == 0) {
            throw Errors.valueError(function + ": argv first element cannot be empty");
        }
        spawn.environment = env == PySingleton.NONE ? Environment.of(ts).toArray()
                : environment(ts, env, function + ": environment must be a mapping object or None");
        if (group != null) {
            spawn.group = Arguments.toInt(ts, group);
        }
        spawn.resetIds = resetIds;
        spawn.newSession = newSession;
        spawn.mask = mask == null ? null : SignalSets.numbers(ts, mask);
        spawn.defaultSignals = defaults == null ? new int[0] : SignalSets.numbers(ts, defaults);
        if (scheduler != null && scheduler != PySingleton.NONE) {
            throw Errors.notImplemented("The scheduler option is not supported in this system.");
        }
        if (actions != null) {
            for (PyObject action : Iteration.toArray(ts, actions)) {
                addAction(ts, spawn, action);
            }
        }
        Descriptors.of(ts).share();
        int pid = spawn.run(p.path, function.equals("posix_spawnp"));
        return (int) PosixModule.check(pid, p.object);
    }

    private static void addAction(ThreadState ts, Spawn spawn, PyObject action) {
        if (!(action instanceof PyTuple t) || t.size() == 0) {
            throw Errors.typeError("Each file_actions element must be a non-empty tuple");
        }
        switch (Arguments.toInt(ts, t.item(0))) {
            case 0 -> {
                checkSize(t, 5, "A open file_action tuple must have 5 elements");
                spawn.open(Arguments.toInt(ts, t.item(1)), Paths.bytes(ts, t.item(2)),
                        Arguments.toInt(ts, t.item(3)), Arguments.toInt(ts, t.item(4)));
            }
            case 1 -> {
                checkSize(t, 2, "A close file_action tuple must have 2 elements");
                spawn.close(Arguments.toInt(ts, t.item(1)));
            }
            case 2 -> {
                checkSize(t, 3, "A dup2 file_action tuple must have 3 elements");
                spawn.duplicate(Arguments.toInt(ts, t.item(1)), Arguments.toInt(ts, t.item(2)));
            }
            default -> throw Errors.typeError("Unknown file_actions identifier");
        }
    }

    private static void checkSize(PyTuple t, int size, String message) {
        if (t.size() != size) {
            throw Errors.typeError(message);
        }
    }

    @Builtin(value = "register_at_fork(*, before=None, after_in_child=None, after_in_parent=None)", doc = "Register "
            + "callables to be called when forking a new process.")
    static void registerAtFork(PyObject before, PyObject afterInChild, PyObject afterInParent) {
        if (before == null && afterInChild == null && afterInParent == null) {
            throw Errors.typeError("At least one argument is required.");
        }
        // A JVM cannot fork, so nothing is ever called.
        for (PyObject o : new PyObject[] {before, afterInChild, afterInParent}) {
            if (o != null && !Calls.isCallable(o)) {
                throw Errors.typeError("'" + (o == before ? "before" : o == afterInChild ? "after_in_child"
                        : "after_in_parent") + "' must be callable, not " + o.type.name());
            }
        }
    }
}
