package org.krait.runtime.snapshot;

import org.krait.objects.BuiltinTable;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyDict;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;

/**
 * Functions of native modules that a capture has to hear of: those whose effect lasts beyond the call and can be had
 * again by the same call, and those whose effect or result no record can hold. They are replaced in their modules by
 * functions that tell, so that a process that captures nothing pays nothing.
 */
final class LastingCalls {
    /** Functions whose calls are repeated when the module that made them is bound. */
    private static final String[] REPEATED = {
        "sys.setrecursionlimit", "sys.setswitchinterval", "sys.set_int_max_str_digits", "sys.set_asyncgen_hooks",
        "sys.set_coroutine_origin_tracking_depth",
        "_signal.signal", "_signal.siginterrupt", "_signal.set_wakeup_fd", "_signal.pthread_sigmask",
        "_locale.setlocale", "_locale.textdomain", "_locale.bindtextdomain", "_locale.bind_textdomain_codeset",
        "gc.enable", "gc.disable", "gc.set_debug", "gc.set_threshold", "gc.freeze", "gc.unfreeze",
        "faulthandler.enable", "faulthandler.disable", "faulthandler.register", "faulthandler.unregister",
        "atexit.register", "atexit.unregister", "atexit._clear",
        "_codecs.register", "_codecs.unregister", "_codecs.register_error", "_warnings._filters_mutated",
        "_csv.register_dialect", "_csv.unregister_dialect", "_csv.field_size_limit",
        "posix.chdir", "posix.umask", "posix.putenv", "posix.unsetenv", "posix.nice",
        "time.tzset", "_thread.stack_size", "_socket.setdefaulttimeout", "_tracemalloc.start", "_tracemalloc.stop",
        "readline.set_completer", "readline.set_completer_delims", "readline.parse_and_bind",
        "readline.set_startup_hook", "readline.set_pre_input_hook", "readline.set_history_length",
    };
    /** What a call means that no record can hold, and the functions. */
    private static final String[][] UNSOUND = {
        {"starts a thread", "_thread.start_new_thread", "_thread.start_new"},
        {"starts a process", "posix.fork", "posix.fork_exec", "_posixsubprocess.fork_exec", "posix.forkpty",
            "posix.posix_spawn", "posix.posix_spawnp", "posix.spawnv", "posix.spawnve", "posix.spawnvp",
            "posix.spawnvpe", "posix.system"},
        {"adds an audit hook", "sys.addaudithook"},
        {"traces or profiles the program", "sys.settrace", "sys.setprofile", "sys._settraceallthreads",
            "sys._setprofileallthreads"},
        {"sets a timer", "_signal.alarm", "_signal.setitimer", "faulthandler.dump_traceback_later"},
        {"changes what the process may do", "posix.setuid", "posix.setgid", "posix.seteuid", "posix.setegid",
            "posix.setreuid", "posix.setregid", "posix.setresuid", "posix.setresgid", "posix.setgroups",
            "posix.initgroups", "posix.setsid", "posix.setpgid", "posix.setpgrp", "posix.setpriority",
            "posix.chroot", "posix.fchdir", "resource.setrlimit"},
        {"changes the file system", "posix.mkdir", "posix.rmdir", "posix.remove", "posix.unlink", "posix.rename",
            "posix.replace", "posix.link", "posix.symlink", "posix.chmod", "posix.fchmod", "posix.chown",
            "posix.fchown", "posix.lchown", "posix.mkfifo", "posix.mknod", "posix.truncate", "posix.ftruncate",
            "posix.utime", "posix.setxattr", "posix.removexattr"},
        {"asks for the process's number", "posix.getpid", "posix.getppid"},
        {"asks for random bytes", "posix.urandom", "posix.getrandom"},
        {"asks for the time", "time.time", "time.time_ns", "time.monotonic", "time.monotonic_ns",
            "time.perf_counter", "time.perf_counter_ns", "time.process_time", "time.process_time_ns",
            "time.thread_time", "time.thread_time_ns", "posix.times"},
        {"asks for the working folder", "posix.getcwd", "posix.getcwdb"},
        {"asks who uses or what runs the system", "posix.getuid", "posix.geteuid", "posix.getgid", "posix.getlogin",
            "posix.uname", "posix.cpu_count", "posix.get_terminal_size", "posix.getloadavg",
            "posix.sched_getaffinity"},
    };
    /** Modules that may call a function of {@link #UNSOUND}: their values are remade, see {@link Fixups}. */
    private static final String[][] EXPECTED = {
        {"logging", "time.time"}, {"multiprocessing.process", "posix.urandom"},
        {"multiprocessing.process", "posix.getcwd"},
    };

    private LastingCalls() {}

    /** Replaces the functions of a native module that nobody has seen yet. */
    static void watch(Capture capture, String module, PyModule m) {
        String prefix = module.concat(".");
        for (String function : REPEATED) {
            if (function.startsWith(prefix)) {
                watch(capture, m.dict, function, prefix.length(), null);
            }
        }
        for (String[] row : UNSOUND) {
            for (int i = 1; i < row.length; i++) {
                if (row[i].startsWith(prefix)) {
                    watch(capture, m.dict, row[i], prefix.length(), row[0]);
                }
            }
        }
    }

    private static void watch(Capture capture, PyDict namespace, String function, int from, String reason) {
        PyStr name = PyStr.interned(function.substring(from));
        if (namespace.get(name) instanceof PyBuiltin b && b.type == PyBuiltin.FUNCTION_TYPE && b.self == null) {
            BuiltinTable table = new Told(capture, b, function, reason);
            namespace.put(name, new PyBuiltin(b.type, table, b.id, b.name, b.signature, b.doc, b.owner, b.module,
                    b.setterId));
        }
    }

    /** True when a module is known to call a function and what comes of it is made anew in each process. */
    static boolean isExpected(String module, String function) {
        for (String[] row : EXPECTED) {
            if (row[0].equals(module) && row[1].equals(function)) {
                return true;
            }
        }
        return false;
    }

    /** One row of another table, whose calls a capture hears of when they have succeeded. */
    private static final class Told extends BuiltinTable {
        private final Capture capture;
        private final PyBuiltin told;
        private final String function;
        /** Null for a call that is repeated. */
        private final String reason;

        Told(Capture capture, PyBuiltin told, String function, String reason) {
            this.capture = capture;
            this.told = told;
            this.function = function;
            this.reason = reason;
        }

        private PyObject done(PyObject result, PyStr[] keywords, PyObject... args) {
            if (reason == null) {
                capture.add(told.module, told.name.toString(), args, keywords);
            } else {
                capture.calls(function, reason);
            }
            return result;
        }

        @Override
        public PyObject call(int id, ThreadState ts, PyObject[] args, PyStr[] keywords) {
            PyObject[] given = args.clone();
            return done(told.table.call(id, ts, args, keywords), keywords, given);
        }

        @Override
        public PyObject call0(int id, ThreadState ts) {
            return done(told.table.call0(id, ts), null);
        }

        @Override
        public PyObject call1(int id, ThreadState ts, PyObject a) {
            return done(told.table.call1(id, ts, a), null, a);
        }

        @Override
        public PyObject call2(int id, ThreadState ts, PyObject a, PyObject b) {
            return done(told.table.call2(id, ts, a, b), null, a, b);
        }

        @Override
        public PyObject call3(int id, ThreadState ts, PyObject a, PyObject b, PyObject c) {
            return done(told.table.call3(id, ts, a, b, c), null, a, b, c);
        }

        @Override
        public void fill(PyDict namespace, PyType owner) {
            throw new UnsupportedOperationException(function);
        }

        @Override
        public String moduleName() {
            return told.module;
        }

        @Override
        protected String text(int id) {
            return told.signature;
        }

        @Override
        protected int rows() {
            return told.id + 1;
        }

        @Override
        protected boolean hasReceiver(int id) {
            return false;
        }
    }
}
