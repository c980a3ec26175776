package org.krait.runtime.snapshot;

import org.krait.objects.BuiltinTable;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyDict;
import org.krait.objects.PyFrame;
import org.krait.objects.PyModule;
import org.krait.objects.PyStr;
import org.krait.objects.PyType;
import org.krait.snapshot.UnitConditions.FileState.Look;

/**
 * Functions of native modules that a capture has to hear of: those whose effect lasts beyond the call and can be had
 * again by the same call, those whose effect or result no record can hold, and those that ask of the process and its
 * surroundings ({@link Inquiries}). They are replaced in their modules by functions that tell, so that a
 * process that captures nothing pays nothing.
 */
final class LastingCalls {
    /**
     * Modules whose {@link Meaning.Repeated} calls show nowhere else before somebody looks into the module: its other
     * functions, or {@link org.krait.objects.Interp#lookInto}.
     */
    private static final String[] KEEPING = {"atexit", "_codecs", "_csv"};
    /** Functions by what their calls mean. */
    private static final Row[] ROWS = {
        new Row(new Meaning.Repeated(), "sys.setrecursionlimit", "sys.setswitchinterval",
            "sys.set_int_max_str_digits", "sys.set_asyncgen_hooks", "sys.set_coroutine_origin_tracking_depth",
            "_signal.siginterrupt", "_signal.set_wakeup_fd", "_signal.pthread_sigmask", "_locale.textdomain",
            "_locale.bindtextdomain", "_locale.bind_textdomain_codeset", "gc.enable", "gc.disable", "gc.set_debug",
            "gc.set_threshold", "gc.freeze", "gc.unfreeze", "faulthandler.enable", "faulthandler.disable",
            "faulthandler.register", "faulthandler.unregister", "atexit.register", "atexit.unregister",
            "atexit._clear", "_codecs.register", "_codecs.unregister", "_codecs.register_error",
            "_warnings._filters_mutated", "_csv.register_dialect", "_csv.unregister_dialect", "posix.chdir",
            "posix.putenv", "posix.unsetenv", "posix.nice", "time.tzset", "_thread.stack_size",
            "_socket.setdefaulttimeout", "_tracemalloc.start", "_tracemalloc.stop", "readline.set_completer",
            "readline.set_completer_delims", "readline.parse_and_bind", "readline.set_startup_hook",
            "readline.set_pre_input_hook", "readline.set_history_length"),
        new Row(new Meaning.Previous("getsignal", true), "_signal.signal"),
        new Row(new Meaning.Previous("field_size_limit", false), "_csv.field_size_limit"),
        new Row(new Meaning.Locale(), "_locale.setlocale"),
        new Row(new Meaning.Unsound("starts a thread"), "_thread.start_new_thread", "_thread.start_new"),
        new Row(new Meaning.Unsound("starts a process"), "posix.fork", "posix.fork_exec",
            "_posixsubprocess.fork_exec", "posix.forkpty", "posix.posix_spawn", "posix.posix_spawnp", "posix.spawnv",
            "posix.spawnve", "posix.spawnvp", "posix.spawnvpe", "posix.system"),
        new Row(new Meaning.Unsound("adds an audit hook"), "sys.addaudithook"),
        new Row(new Meaning.Unsound("traces or profiles the program"), "sys.settrace", "sys.setprofile",
            "sys._settraceallthreads", "sys._setprofileallthreads"),
        new Row(new Meaning.Unsound("asks for or sets the decimal context of a thread"), "_decimal.getcontext",
            "_decimal.setcontext"),
        new Row(new Meaning.Unsound("sets a timer"), "_signal.alarm", "_signal.setitimer",
            "faulthandler.dump_traceback_later"),
        new Row(new Meaning.Unsound("changes what the process may do"), "posix.setuid", "posix.setgid",
            "posix.seteuid", "posix.setegid", "posix.setreuid", "posix.setregid", "posix.setresuid",
            "posix.setresgid", "posix.setgroups", "posix.initgroups", "posix.setsid", "posix.setpgid",
            "posix.setpgrp", "posix.setpriority", "posix.chroot", "posix.fchdir", "posix.sched_setaffinity",
            "resource.setrlimit", "resource.prlimit", "time.clock_settime"),
        new Row(new Meaning.Unsound("changes the file system", ExceptionTypes.FILE_EXISTS_ERROR), "posix.mkdir"),
        new Row(new Meaning.Unsound("changes the file system"), "posix.rmdir", "posix.remove", "posix.unlink",
            "posix.rename", "posix.replace", "posix.link", "posix.symlink", "posix.chmod", "posix.fchmod",
            "posix.chown", "posix.fchown", "posix.lchown", "posix.mkfifo", "posix.mknod", "posix.truncate",
            "posix.ftruncate", "posix.utime", "posix.setxattr", "posix.removexattr"),
        new Row(new Meaning.Unsound("opens a file"), "posix.open", "posix.pipe", "posix.pipe2", "posix.openpty",
            "posix.memfd_create", "posix.eventfd", "posix.pidfd_open", "posix.dup", "posix.dup2"),
        new Row(new Meaning.Unsound("writes to an open file"), "posix.write", "posix.writev", "posix.pwrite",
            "posix.pwritev", "posix.sendfile", "posix.copy_file_range", "posix.posix_fallocate",
            "posix.eventfd_write"),
        new Row(new Meaning.Unsound("asks for or changes what an open file is"), "posix.set_blocking",
            "posix.set_inheritable", "posix.tcsetpgrp", "posix.login_tty", "posix.closerange", "posix.lockf",
            "posix.posix_fadvise", "posix.fpathconf", "fcntl.fcntl", "fcntl.ioctl", "fcntl.flock", "fcntl.lockf",
            "termios.tcgetattr", "termios.tcsetattr", "termios.tcgetwinsize", "termios.tcsetwinsize",
            "termios.tcdrain", "termios.tcflow", "termios.tcflush", "termios.tcsendbreak"),
        new Row(new Meaning.Unsound("waits for others"), "select.select", "posix.wait", "posix.wait3", "posix.wait4",
            "posix.waitid", "posix.waitpid", "_signal.pause", "_signal.sigwait", "_signal.sigwaitinfo",
            "_signal.sigtimedwait"),
        new Row(new Meaning.Unsound("sends a signal"), "posix.kill", "posix.killpg", "_signal.pthread_kill",
            "_signal.pidfd_send_signal"),
        new Row(new Meaning.Unsound("asks the network"), "_socket.getaddrinfo", "_socket.gethostbyname",
            "_socket.gethostbyname_ex", "_socket.gethostbyaddr", "_socket.getnameinfo", "_socket.if_indextoname",
            "_socket.if_nameindex", "_socket.if_nametoindex", "_socket.sethostname", "_socket.getservbyname",
            "_socket.getservbyport", "_socket.getprotobyname"),
        new Row(new Meaning.Unsound("asks for what the memory holds"), "gc.get_objects", "gc.get_referrers",
            "gc.get_stats", "gc.get_count", "gc.get_freeze_count", "sys.getallocatedblocks",
            "sys.getunicodeinternedsize", "sys._current_frames", "sys._current_exceptions",
            "_tracemalloc.get_traced_memory", "_tracemalloc._get_traces", "_tracemalloc.get_tracemalloc_memory",
            "_tracemalloc._get_object_traceback"),
        new Row(new Meaning.Unsound("compares as the locale does"), "_locale.strcoll", "_locale.strxfrm"),
        new Row(new Meaning.Unsound("asks for translations"), "_locale.gettext", "_locale.dgettext",
            "_locale.dcgettext"),
        new Row(new Meaning.Unsound("asks for a context"), "_contextvars.copy_context"),
        new Row(new Meaning.Unsound("asks for the umask, which that changes"), "posix.umask"),
        new Row(new Meaning.Unsound("asks for the process's number"), "posix.getpid", "posix.getppid",
            "posix.getpgrp"),
        new Row(new Meaning.Unsound("asks for random bytes"), "posix.urandom", "posix.getrandom"),
        new Row(new Meaning.Unsound("asks for the time"), "time.time", "time.time_ns", "time.monotonic",
            "time.monotonic_ns", "time.perf_counter", "time.perf_counter_ns", "time.process_time",
            "time.process_time_ns", "time.thread_time", "time.thread_time_ns", "time.clock_gettime",
            "time.clock_gettime_ns", "posix.times", "resource.getrusage", "_uuid.generate_time_safe"),
        new Row(new Meaning.Clock(1), "time.localtime", "time.gmtime", "time.ctime", "time.asctime"),
        new Row(new Meaning.Clock(2), "time.strftime"),
        new Row(new Meaning.Answer(), "posix.getcwd", "posix.getcwdb", "posix.getuid", "posix.geteuid",
            "posix.getgid", "posix.getegid", "posix.getgroups", "posix.getlogin", "posix.uname", "posix.cpu_count",
            "posix.get_terminal_size", "posix.sched_getaffinity", "posix.isatty", "posix.getloadavg",
            "_locale.localeconv", "_locale.nl_langinfo", "sys.getrecursionlimit", "sys.get_int_max_str_digits",
            "sys.getswitchinterval", "gc.isenabled", "gc.get_threshold", "_socket.gethostname", "resource.getrlimit",
            "posix.getpriority", "posix.getpgid", "posix.getsid", "faulthandler.is_enabled",
            "_tracemalloc.is_tracing", "gc.get_debug", "_signal.getsignal", "_signal.getitimer", "_signal.sigpending",
            "posix.getresuid", "posix.getresgid", "posix.sched_getscheduler", "posix.sched_getparam", "posix.sysconf",
            "posix.confstr", "resource.getpagesize", "_thread._count", "atexit._ncallbacks", "_csv.list_dialects",
            "_socket.getdefaulttimeout", "sys.get_asyncgen_hooks", "sys.get_coroutine_origin_tracking_depth",
            "_tracemalloc.get_traceback_limit", "_asyncio._get_running_loop", "_asyncio.get_running_loop"),
        new Row(new Meaning.Answer("current_thread"), "_thread.get_ident", "_thread.get_native_id"),
        new Row(new Meaning.Handled("exception"), "sys.exception", "sys.exc_info"),
        new Row(new Meaning.Looks(Look.CONTENT), "posix.stat", "posix.listdir", "posix.scandir", "posix.statvfs",
            "posix.pathconf", "posix.getxattr", "posix.listxattr"),
        new Row(new Meaning.Looks(Look.KIND), "posix.access"),
        new Row(new Meaning.Looks(Look.LINK), "posix.lstat", "posix.readlink"),
        new Row(new Meaning.SystemFile("/etc/passwd"), "pwd.getpwuid", "pwd.getpwnam", "pwd.getpwall"),
        new Row(new Meaning.SystemFile("/etc/group"), "grp.getgrgid", "grp.getgrnam", "grp.getgrall"),
        new Row(new Meaning.Descriptor(), "posix.fstat", "posix.ttyname", "posix.read", "posix.readv", "posix.lseek",
            "posix.get_blocking", "posix.get_inheritable", "posix.tcgetpgrp", "posix.fstatvfs",
            "posix.device_encoding", "posix.pread", "posix.preadv", "posix.close"),
        new Row(new Meaning.Number(), "builtins.hash", "builtins.id"),
    };
    /**
     * Modules that may call a function that is {@link Meaning.Unsound} or an {@link Meaning.Answer}: what they have of
     * it is the same or remade, see {@link Fixups}.
     */
    private static final String[][] EXPECTED = {
        {"logging", "time.time"}, {"multiprocessing.process", "posix.urandom"},
        {"uuid", "posix.uname"},
        // That there is such a folder, whatever its name.
        {"sysconfig", "posix.environ.HOME"}, {"sysconfig", "posix.environ.PYTHONUSERBASE"},
    };
    /**
     * Functions of packages, by file and name, that draw random numbers for a name which others are unlikely to have:
     * the one that was captured is as unlikely to meet one that is drawn later.
     */
    private static final String[][] NAMING = {
        {"/asgiref/local.py", "__init__", "_random.Random"},
    };
    /** How many calls deeper than those functions the native one may be. */
    private static final int NAMING_DEPTH = 6;

    private LastingCalls() {}

    /** What a capture does about a call. */
    sealed interface Meaning {
        /** Its effect lasts and can be had again by the same call, unless that fails. */
        sealed interface Lasting extends Meaning {}

        /** It gives nothing else. */
        record Repeated() implements Lasting {}

        /**
         * As {@link Repeated}, but it gives what was there before, which must be the same.
         *
         * @param question the function beside it that gives the same without a change
         * @param isOfFirst whether the question is asked of the call's first argument
         */
        record Previous(String question, boolean isOfFirst) implements Lasting {}

        /** As {@link Repeated} where it names a locale, and what that is matters where it is the environment's. */
        record Locale() implements Lasting {}

        /**
         * No record can hold its effect or result, nor that it fails.
         *
         * @param what what a call does
         * @param harmless the exception of a call that has only found out that there is such a file; null for none
         */
        record Unsound(String what, PyType harmless) implements Meaning {
            Unsound(String what) {
                this(what, null);
            }
        }

        /** Tells the time unless it is given one, by so many arguments. */
        record Clock(int arguments) implements Meaning {}

        /**
         * The answer, or the exception, must be the same where the module is bound.
         *
         * @param asker the only function of the library whose calls count, since others compare answers with one
         *     another; null when all calls do
         */
        record Answer(String asker) implements Meaning {
            Answer() {
                this(null);
            }
        }

        /** Says nothing where no exception is being handled, as the function of this name does. */
        record Handled(String question) implements Meaning {}

        /** Looks at the file or folder that it is given first. */
        record Looks(Look look) implements Meaning {}

        /** Looks at a file of the system. */
        record SystemFile(String path) implements Meaning {}

        /** Asks for an open file: the standard streams are others in each process. */
        record Descriptor() implements Meaning {}

        /** Each process makes the answer anew, see {@link Numbers}. */
        record Number() implements Meaning {}
    }

    private record Row(Meaning meaning, String... functions) {}

    /** Replaces the functions of a native module that nobody has seen yet. */
    static void watch(Capture capture, String module, PyModule m) {
        String prefix = module.concat(".");
        for (Row row : ROWS) {
            for (String function : row.functions) {
                if (function.startsWith(prefix)) {
                    watch(capture, m.dict, function.substring(prefix.length()), function, row.meaning);
                }
            }
        }
    }

    private static void watch(Capture capture, PyDict namespace, String name, String function, Meaning meaning) {
        if (namespace.get(name) instanceof PyBuiltin b && b.type == PyBuiltin.FUNCTION_TYPE && b.self == null) {
            BuiltinTable table = new ToldFunction(capture, b, function, meaning);
            namespace.put(PyStr.interned(name), new PyBuiltin(b.type, table, b.id, b.name, b.signature, b.doc,
                    b.owner, b.module, b.setterId));
        }
    }

    /** Whether the repetition of a native module's calls can wait until somebody looks into it. */
    static boolean canWait(String module) {
        for (String keeping : KEEPING) {
            if (keeping.equals(module)) {
                return true;
            }
        }
        return false;
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

    /** True when a native function is called for a name of that kind. */
    static boolean isForName(PyFrame innermost, String function) {
        PyFrame frame = innermost;
        for (int depth = 0; depth < NAMING_DEPTH && frame != null; depth++) {
            for (String[] row : NAMING) {
                if (row[2].equals(function) && frame.code.name.equalTo(row[1])
                        && frame.code.filename.toString().endsWith(row[0])) {
                    return true;
                }
            }
            frame = frame.back;
        }
        return false;
    }
}
