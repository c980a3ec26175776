package org.krait.runtime.snapshot;

import org.krait.objects.BuiltinTable;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyDict;
import org.krait.objects.PyFrame;
import org.krait.objects.PyModule;
import org.krait.objects.PyStr;

/**
 * Functions of native modules that a capture has to hear of: those whose effect lasts beyond the call and can be had
 * again by the same call, those whose effect or result no record can hold, and those that ask of the process and its
 * surroundings ({@link Inquiries}). They are replaced in their modules by
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
        "posix.chdir", "posix.putenv", "posix.unsetenv", "posix.nice",
        "time.tzset", "_thread.stack_size", "_socket.setdefaulttimeout", "_tracemalloc.start", "_tracemalloc.stop",
        "readline.set_completer", "readline.set_completer_delims", "readline.parse_and_bind",
        "readline.set_startup_hook", "readline.set_pre_input_hook", "readline.set_history_length",
    };
    /**
     * Modules whose {@link #REPEATED} calls show nowhere else before somebody looks into the module: its other
     * functions, or {@link org.krait.objects.Interp#lookInto}.
     */
    private static final String[] KEEPING = {"atexit", "_codecs", "_csv"};
    /** What a call means that no record can hold, and the functions. */
    private static final String[][] UNSOUND = {
        {"starts a thread", "_thread.start_new_thread", "_thread.start_new"},
        {"starts a process", "posix.fork", "posix.fork_exec", "_posixsubprocess.fork_exec", "posix.forkpty",
            "posix.posix_spawn", "posix.posix_spawnp", "posix.spawnv", "posix.spawnve", "posix.spawnvp",
            "posix.spawnvpe", "posix.system"},
        {"adds an audit hook", "sys.addaudithook"},
        {"traces or profiles the program", "sys.settrace", "sys.setprofile", "sys._settraceallthreads",
            "sys._setprofileallthreads"},
        {"asks for or sets the decimal context of a thread", "_decimal.getcontext", "_decimal.setcontext"},
        {"sets a timer", "_signal.alarm", "_signal.setitimer", "faulthandler.dump_traceback_later"},
        {"changes what the process may do", "posix.setuid", "posix.setgid", "posix.seteuid", "posix.setegid",
            "posix.setreuid", "posix.setregid", "posix.setresuid", "posix.setresgid", "posix.setgroups",
            "posix.initgroups", "posix.setsid", "posix.setpgid", "posix.setpgrp", "posix.setpriority",
            "posix.chroot", "posix.fchdir", "posix.sched_setaffinity", "resource.setrlimit", "resource.prlimit",
            "time.clock_settime"},
        {"changes the file system", "posix.mkdir", "posix.rmdir", "posix.remove", "posix.unlink", "posix.rename",
            "posix.replace", "posix.link", "posix.symlink", "posix.chmod", "posix.fchmod", "posix.chown",
            "posix.fchown", "posix.lchown", "posix.mkfifo", "posix.mknod", "posix.truncate", "posix.ftruncate",
            "posix.utime", "posix.setxattr", "posix.removexattr"},
        {"opens a file", "posix.open", "posix.pipe", "posix.pipe2", "posix.openpty", "posix.memfd_create",
            "posix.eventfd", "posix.pidfd_open", "posix.dup", "posix.dup2"},
        {"writes to an open file", "posix.write", "posix.writev", "posix.pwrite", "posix.pwritev", "posix.sendfile",
            "posix.copy_file_range", "posix.posix_fallocate", "posix.eventfd_write"},
        {"asks for or changes what an open file is", "posix.set_blocking", "posix.set_inheritable",
            "posix.tcsetpgrp", "posix.login_tty", "posix.closerange", "posix.lockf", "posix.posix_fadvise",
            "posix.fpathconf", "fcntl.fcntl", "fcntl.ioctl", "fcntl.flock", "fcntl.lockf", "termios.tcgetattr",
            "termios.tcsetattr", "termios.tcgetwinsize", "termios.tcsetwinsize", "termios.tcdrain",
            "termios.tcflow", "termios.tcflush", "termios.tcsendbreak"},
        {"waits for others", "select.select", "posix.wait", "posix.wait3", "posix.wait4", "posix.waitid",
            "posix.waitpid", "_signal.pause", "_signal.sigwait", "_signal.sigwaitinfo", "_signal.sigtimedwait"},
        {"sends a signal", "posix.kill", "posix.killpg", "_signal.pthread_kill", "_signal.pidfd_send_signal"},
        {"asks the network", "_socket.getaddrinfo", "_socket.gethostbyname", "_socket.gethostbyname_ex",
            "_socket.gethostbyaddr", "_socket.getnameinfo", "_socket.if_indextoname", "_socket.if_nameindex",
            "_socket.if_nametoindex", "_socket.sethostname", "_socket.getservbyname", "_socket.getservbyport",
            "_socket.getprotobyname"},
        {"asks for what the memory holds", "gc.get_objects", "gc.get_referrers", "gc.get_stats", "gc.get_count",
            "gc.get_freeze_count", "sys.getallocatedblocks", "sys.getunicodeinternedsize", "sys._current_frames",
            "sys._current_exceptions", "_tracemalloc.get_traced_memory", "_tracemalloc._get_traces",
            "_tracemalloc.get_tracemalloc_memory", "_tracemalloc._get_object_traceback"},
        {"compares as the locale does", "_locale.strcoll", "_locale.strxfrm"},
        {"asks for translations", "_locale.gettext", "_locale.dgettext", "_locale.dcgettext"},
        {"asks for a context", "_contextvars.copy_context"},
        {"asks for the umask, which that changes", "posix.umask"},
        {"asks for the process's number", "posix.getpid", "posix.getppid", "posix.getpgrp"},
        {"asks for random bytes", "posix.urandom", "posix.getrandom"},
        {"asks for the time", "time.time", "time.time_ns", "time.monotonic", "time.monotonic_ns",
            "time.perf_counter", "time.perf_counter_ns", "time.process_time", "time.process_time_ns",
            "time.thread_time", "time.thread_time_ns", "time.clock_gettime", "time.clock_gettime_ns", "posix.times",
            "resource.getrusage", "_uuid.generate_time_safe"},
    };
    /** Functions that tell the time unless they are given one, and how many arguments they have then. */
    private static final String[][] CLOCKS = {
        {"time.localtime", "1"}, {"time.gmtime", "1"}, {"time.ctime", "1"}, {"time.asctime", "1"},
        {"time.strftime", "2"},
    };
    /**
     * {@link #REPEATED} functions that give what was there before, what gives the same without a change, and how many
     * arguments of the call it takes.
     */
    private static final String[][] PREVIOUS = {
        {"_signal.signal", "getsignal", "1"}, {"_csv.field_size_limit", "field_size_limit", "0"},
    };
    /** Environment variables that tell which locale the empty name is. */
    private static final String[] LOCALES = {
        "LC_ALL", "LANG", "LC_CTYPE", "LC_COLLATE", "LC_TIME", "LC_MONETARY", "LC_MESSAGES", "LC_NUMERIC",
    };
    /** Functions that say nothing where no exception is being handled. */
    private static final String[] HANDLED = {"sys.exception", "sys.exc_info"};
    /** Functions whose answer must be the same where the module is bound. */
    private static final String[] ANSWERS = {
        "posix.getcwd", "posix.getcwdb", "posix.getuid", "posix.geteuid", "posix.getgid", "posix.getegid",
        "posix.getgroups", "posix.getlogin", "posix.uname", "posix.cpu_count", "posix.get_terminal_size",
        "posix.sched_getaffinity", "posix.isatty", "posix.getloadavg",
        "_locale.localeconv", "_locale.nl_langinfo", "sys.getrecursionlimit", "sys.get_int_max_str_digits",
        "sys.getswitchinterval", "gc.isenabled", "gc.get_threshold", "_socket.gethostname", "resource.getrlimit",
        "posix.getpriority", "posix.getpgid", "posix.getsid", "faulthandler.is_enabled", "_tracemalloc.is_tracing",
        "gc.get_debug", "_signal.getsignal", "_signal.getitimer", "_signal.sigpending", "posix.getresuid",
        "posix.getresgid", "posix.sched_getscheduler", "posix.sched_getparam", "posix.sysconf", "posix.confstr",
        "resource.getpagesize", "_thread.get_ident", "_thread.get_native_id", "_thread._count", "atexit._ncallbacks",
        "_csv.list_dialects", "_socket.getdefaulttimeout", "sys.get_asyncgen_hooks",
        "sys.get_coroutine_origin_tracking_depth", "_tracemalloc.get_traceback_limit", "_asyncio._get_running_loop",
        "_asyncio.get_running_loop",
    };
    /** Those whose answers the library's own code only compares, but for {@code threading.current_thread}. */
    private static final String[] COMPARED = {"_thread.get_ident", "_thread.get_native_id"};
    /** Functions that look at the file or folder which they are given first. */
    private static final String[] LOOKS = {
        "posix.stat", "posix.lstat", "posix.access", "posix.readlink", "posix.listdir", "posix.scandir",
        "posix.statvfs", "posix.pathconf", "posix.getxattr", "posix.listxattr",
    };
    /** Functions that look at a file of the system. */
    private static final String[][] SYSTEM_FILES = {
        {"/etc/passwd", "pwd.getpwuid", "pwd.getpwnam", "pwd.getpwall"},
        {"/etc/group", "grp.getgrgid", "grp.getgrnam", "grp.getgrall"},
    };
    /** Functions that ask for an open file: the standard streams are others in each process. */
    private static final String[] DESCRIPTORS = {
        "posix.fstat", "posix.ttyname", "posix.read", "posix.readv", "posix.lseek", "posix.get_blocking",
        "posix.get_inheritable", "posix.tcgetpgrp", "posix.fstatvfs", "posix.device_encoding", "posix.pread",
        "posix.preadv", "posix.close",
    };
    /** Functions whose answer each process makes anew, see {@link Numbers}. */
    private static final String[] NUMBERS = {"builtins.hash", "builtins.id"};
    /**
     * Modules that may call a function of {@link #UNSOUND} or {@link #ANSWERS}: what they have of it is the same or
     * remade, see {@link Fixups}.
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
    enum Meaning { REPEATED, UNSOUND, CLOCK, ANSWER, LOOK, SYSTEM_FILE, NUMBER, DESCRIPTOR, HANDLED }

    /** Replaces the functions of a native module that nobody has seen yet. */
    static void watch(Capture capture, String module, PyModule m) {
        String prefix = module.concat(".");
        watch(capture, m.dict, prefix, REPEATED, 0, Meaning.REPEATED, null);
        watch(capture, m.dict, prefix, ANSWERS, 0, Meaning.ANSWER, null);
        watch(capture, m.dict, prefix, LOOKS, 0, Meaning.LOOK, null);
        watch(capture, m.dict, prefix, DESCRIPTORS, 0, Meaning.DESCRIPTOR, null);
        watch(capture, m.dict, prefix, NUMBERS, 0, Meaning.NUMBER, null);
        watch(capture, m.dict, prefix, HANDLED, 0, Meaning.HANDLED, null);
        for (String[] row : UNSOUND) {
            watch(capture, m.dict, prefix, row, 1, Meaning.UNSOUND, row[0]);
        }
        for (String[] row : SYSTEM_FILES) {
            watch(capture, m.dict, prefix, row, 1, Meaning.SYSTEM_FILE, row[0]);
        }
        for (String[] row : CLOCKS) {
            watch(capture, m.dict, prefix, new String[] {row[0]}, 0, Meaning.CLOCK, row[1]);
        }
    }

    private static void watch(Capture capture, PyDict namespace, String prefix, String[] functions, int from,
            Meaning meaning, String detail) {
        for (int i = from; i < functions.length; i++) {
            String name = functions[i].startsWith(prefix) ? functions[i].substring(prefix.length()) : null;
            if (name != null && namespace.get(name) instanceof PyBuiltin b && b.type == PyBuiltin.FUNCTION_TYPE
                    && b.self == null) {
                BuiltinTable table = new ToldFunction(capture, b, functions[i], meaning, detail);
                namespace.put(PyStr.interned(name), new PyBuiltin(b.type, table, b.id, b.name, b.signature, b.doc,
                        b.owner, b.module, b.setterId));
            }
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

    /** True for a function whose answer the library's code only compares, if it is that code which calls it. */
    static boolean isCompared(String function, PyFrame caller) {
        for (String compared : COMPARED) {
            if (compared.equals(function)) {
                return caller == null || !caller.code.name.equalTo("current_thread");
            }
        }
        return false;
    }

    /** The row of a function that gives what was there before; null for others. */
    static String[] previous(String function) {
        for (String[] row : PREVIOUS) {
            if (row[0].equals(function)) {
                return row;
            }
        }
        return null;
    }

    /** The environment variables that tell which locale the empty name is. */
    static String[] localeVariables() {
        return LOCALES.clone();
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
