package org.krait.runtime.posix;

import java.nio.ByteBuffer;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySet;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;
import org.krait.runtime.Calls;
import org.krait.runtime.Interrupts;
import org.krait.runtime.OsErrors;
import org.krait.runtime.builtins.StructSequence;

/** The module {@code _signal}. */
@BuiltinModule(value = "_signal", doc = "This module provides mechanisms to use signal handlers in Python.")
public final class SignalModule {
    static final PyType ITIMER_ERROR = itimerError();
    static final PyType SIGINFO = StructSequence.type("signal.struct_siginfo", "struct_siginfo: Result from "
            + "sigwaitinfo or sigtimedwait.\n\nThis object may be accessed either as a tuple of\n(si_signo, si_code, "
            + "si_errno, si_pid, si_uid, si_status, si_band),\nor via the attributes si_signo, si_code, and so on.", 7,
            "si_signo",
            "si_code", "si_errno", "si_pid", "si_uid", "si_status", "si_band");
    private static final String CONSTANTS = """
            ITIMER_PROF=2 ITIMER_REAL=0 ITIMER_VIRTUAL=1 NSIG=65 SIGABRT=6 SIGALRM=14 SIGBUS=7 SIGCHLD=17 SIGCLD=17
            SIGCONT=18 SIGFPE=8 SIGHUP=1 SIGILL=4 SIGINT=2 SIGIO=29 SIGIOT=6 SIGKILL=9 SIGPIPE=13 SIGPOLL=29 SIGPROF=27
            SIGPWR=30 SIGQUIT=3 SIGRTMAX=64 SIGRTMIN=34 SIGSEGV=11 SIGSTKFLT=16 SIGSTOP=19 SIGSYS=31 SIGTERM=15
            SIGTRAP=5 SIGTSTP=20 SIGTTIN=21 SIGTTOU=22 SIGURG=23 SIGUSR1=10 SIGUSR2=12 SIGVTALRM=26 SIGWINCH=28
            SIGXCPU=24 SIGXFSZ=25 SIG_BLOCK=0 SIG_DFL=0 SIG_IGN=1 SIG_SETMASK=2 SIG_UNBLOCK=1
            """;

    private SignalModule() {}

    private static PyType itimerError() {
        PyType type = PyType.builtin("signal.itimer_error", ExceptionTypes.OS_ERROR,
                PyType.BASE | PyType.HAS_DICT | PyType.HAS_WEAKREF);
        return type;
    }

    static void initialize(ThreadState ts, PyModule module) {
        PyDict d = module.dict;
        Constants.put(d, CONSTANTS);
        d.put("ItimerError", ITIMER_ERROR);
        d.put("struct_siginfo", SIGINFO);
        Signals.of(ts).nameDefault(d.get("default_int_handler"));
    }

    private static int checked(int number) {
        if (number < 1 || number >= SignalSets.COUNT) {
            throw Errors.valueError("signal number out of range");
        }
        return number;
    }

    @Builtin(value = "signal(signalnum, handler, /)", doc = "Set the action for the given signal.\n\nThe action can be "
            + "SIG_DFL, SIG_IGN, or a callable Python object.\nThe previous action is returned.  See getsignal() for "
            + "possible return values.\n\n*** IMPORTANT NOTICE ***\nA signal handler function is called with two "
            + "arguments:\nthe first is the signal number, the second is the interrupted stack frame.")
    static PyObject signal(ThreadState ts, int number, PyObject handler) {
        if (Interrupts.mainThread(ts.interp) != ts) {
            throw Errors.valueError("signal only works in main thread of the main interpreter");
        }
        checked(number);
        boolean special = handler instanceof PyInt n && n.fitsLong() && (n.value == 0 || n.value == 1);
        if (!special && !Calls.isCallable(handler)) {
            throw Errors.typeError(
                    "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
        }
        if (ts.interp.breaker != 0) {
            Interrupts.serve(ts);
        }
        Signals signals = Signals.of(ts);
        PyObject old = signals.handler(number);
        org.krait.objects.Refs.xincRef(old);
        signals.set(number, special ? PyInt.of(((PyInt) handler).value) : handler);
        if (old != null) {
            org.krait.objects.Refs.release(old);
        }
        return old == null ? PySingleton.NONE : old;
    }

    @Builtin(value = "getsignal(signalnum, /)", doc = "Return the current action for the given signal.\n\nThe return "
            + "value can be:\n  SIG_IGN -- if the signal is being ignored\n  SIG_DFL -- if the default action for the "
            + "signal is in effect\n  None    -- if an unknown handler is in effect\n  anything else -- the callable "
            + "Python object used as a handler")
    static PyObject getsignal(ThreadState ts, int number) {
        PyObject handler = Signals.of(ts).handler(checked(number));
        return handler == null ? PySingleton.NONE : handler;
    }

    @Builtin(value = "default_int_handler(signalnum, frame, /)", doc = "The default handler for SIGINT installed by "
            + "Python.\n\nIt raises KeyboardInterrupt.")
    static PyObject defaultIntHandler(int number, PyObject frame) {
        throw Errors.withArgs(ExceptionTypes.KEYBOARD_INTERRUPT);
    }

    @Builtin(value = "raise_signal(signalnum, /)", doc = "Send a signal to the executing process.")
    static void raiseSignal(ThreadState ts, int number) {
        if (number < 0 || number >= SignalSets.COUNT) {
            throw Errno.error(OsErrors.EINVAL);
        }
        Signals.raise(ts, number);
    }

    @Builtin(value = "strsignal(signalnum, /)", doc = "Return the system description of the given signal.\n\nReturns "
            + "the description of signal *signalnum*, such as \"Interrupt\"\nfor :const:`SIGINT`. Returns "
            + ":const:`None` if *signalnum` has no\ndescription. Raises :exc:`ValueError` if *signalnum* is invalid.")
    static PyObject strsignal(ThreadState ts, int number) {
        checked(number);
        if (number == 32 || number == 33) {
            return PySingleton.NONE;
        }
        return Paths.result(ts, Libc.stringAt(Libc.plainCall("strsignal", number)), false);
    }

    @Builtin(value = "siginterrupt(signalnum, flag, /)", doc = "Change system call restart behaviour.\n\nIf flag is "
            + "False, system calls will be restarted when interrupted by\nsignal sig, else system calls will be "
            + "interrupted.")
    static void siginterrupt(int number, int flag) {
        checked(number);
        if (number == 9 || number == 19) {
            throw Errno.error(OsErrors.EINVAL);
        }
    }

    @Builtin(value = "set_wakeup_fd(fd, /, *, warn_on_full_buffer=True)", doc = "Sets the fd to be written to (with "
            + "the signal number) when a signal comes in.\n\nA library can use this to wakeup select or poll.\nThe "
            + "previous fd or -1 is returned.\n\nThe fd must be non-blocking.")
    static int setWakeupFd(ThreadState ts, int fd, boolean warns) {
        if (Interrupts.mainThread(ts.interp) != ts) {
            throw Errors.valueError("set_wakeup_fd only works in main thread of the main interpreter");
        }
        if (fd != -1) {
            if (!Descriptors.of(ts).isOpen(fd)) {
                throw Errno.error(OsErrors.EBADF);
            }
            if (DescriptorFunctions.getBlocking(fd)) {
                throw Errors.valueError("the fd " + fd + " must be in non-blocking mode");
            }
        }
        return Signals.of(ts).setWakeup(fd, warns);
    }

    // Timers.

    @Builtin(value = "alarm(seconds, /)", doc = "Arrange for SIGALRM to arrive after the given number of seconds.")
    static long alarm(int seconds) {
        return Libc.plainCall("alarm", seconds) & 0xffffffffL;
    }

    private static void putTime(ByteBuffer b, int at, PyObject seconds, ThreadState ts) {
        long nanos = Times.timeoutNanos(ts, seconds);
        b.putLong(at, Math.floorDiv(nanos, 1_000_000_000L));
        b.putLong(at + 8, Math.floorMod(nanos, 1_000_000_000L) / 1000);
    }

    private static PyObject timer(ByteBuffer b) {
        return PyTuple.of(new PyFloat(b.getLong(16) + b.getLong(24) * 1e-6),
                new PyFloat(b.getLong(0) + b.getLong(8) * 1e-6));
    }

    private static PyException timerError(int errno) {
        PyException e = Errors.withArgs(ITIMER_ERROR, PyInt.of(errno), PyStr.of(Errno.message(errno)));
        e.value.setExtra(0, PyInt.of(errno));
        e.value.setExtra(1, PyStr.of(Errno.message(errno)));
        return e;
    }

    @Builtin(value = "setitimer(which, seconds, interval=0.0, /)", doc = "Sets given itimer (one of ITIMER_REAL, "
            + "ITIMER_VIRTUAL or ITIMER_PROF).\n\nThe timer will fire after value seconds and after that every "
            + "interval seconds.\nThe itimer can be cleared by setting seconds to zero.\n\nReturns old values as a "
            + "tuple: (delay, interval).")
    static PyObject setitimer(ThreadState ts, int which, PyObject seconds, PyObject interval) {
        ByteBuffer value = Libc.memory(32);
        putTime(value, 16, seconds, ts);
        if (interval != null) {
            putTime(value, 0, interval, ts);
        }
        ByteBuffer old = Libc.memory(32);
        int error = Libc.call("setitimer", which, Libc.address(value), Libc.address(old));
        if (error < 0) {
            throw timerError(-error);
        }
        return timer(old);
    }

    @Builtin(value = "getitimer(which, /)", doc = "Returns current value of given itimer.")
    static PyObject getitimer(int which) {
        ByteBuffer value = Libc.memory(32);
        int error = Libc.call("getitimer", which, Libc.address(value));
        if (error < 0) {
            throw timerError(-error);
        }
        return timer(value);
    }

    @Builtin(value = "pause()", doc = "Wait until a signal arrives.")
    static void pause(ThreadState ts) {
        Libc.blockingOnce(ts, "pause");
    }

    // Masks.

    private static long bits(ThreadState ts, PyObject set) {
        long bits = 0;
        for (int number : SignalSets.numbers(ts, set)) {
            bits |= number == 64 ? 0 : 1L << number;
        }
        return bits;
    }

    private static PyObject set(ThreadState ts, long bits) {
        PySet set = new PySet(PySet.TYPE);
        for (int number = 1; number < 64; number++) {
            if ((bits >>> number & 1) != 0) {
                set.add(ts, PyInt.of(number));
            }
        }
        return set;
    }

    @Builtin(value = "pthread_sigmask(how, mask, /)",
            doc = "Fetch and/or change the signal mask of the calling thread.")
    static PyObject sigmask(ThreadState ts, int how, PyObject mask) {
        Signals signals = Signals.of(ts);
        long bits = bits(ts, mask);
        long now = signals.blocked();
        long next = switch (how) {
            case 0 -> now | bits;
            case 1 -> now & ~bits;
            case 2 -> bits;
            default -> throw Errno.error(OsErrors.EINVAL);
        };
        return set(ts, signals.block(ts, next));
    }

    @Builtin(value = "sigpending()", doc = "Examine pending signals.\n\nReturns a set of signal numbers that are "
            + "pending for delivery to\nthe calling thread.")
    static PyObject sigpending(ThreadState ts) {
        return set(ts, Signals.of(ts).pending());
    }

    @Builtin(value = "sigwait(sigset, /)", doc = "Wait for a signal.")
    static int sigwait(ThreadState ts, PyObject set) {
        return Signals.of(ts).await(ts, bits(ts, set), true, 0);
    }

    @Builtin(value = "sigwaitinfo(sigset, /)",
            doc = "Wait synchronously until one of the signals in *sigset* is delivered.")
    static PyObject sigwaitinfo(ThreadState ts, PyObject set) {
        return info(Signals.of(ts).await(ts, bits(ts, set), true, 0));
    }

    @Builtin(value = "sigtimedwait(sigset, timeout, /)", doc = "Like sigwaitinfo(), but with a timeout.\n\nThe timeout "
            + "is specified in seconds, with floating point numbers allowed.")
    static PyObject sigtimedwait(ThreadState ts, PyObject set, PyObject timeout) {
        long nanos = Times.timeoutNanos(ts, timeout);
        if (nanos < 0) {
            throw Errors.valueError("timeout must be non-negative");
        }
        int found = Signals.of(ts).await(ts, bits(ts, set), false, System.nanoTime() + nanos);
        return found == 0 ? PySingleton.NONE : info(found);
    }

    private static PyObject info(int number) {
        return StructSequence.of(SIGINFO, PyInt.of(number), PyInt.ZERO, PyInt.ZERO,
                PyInt.of(ProcessFunctions.ownPid()), PyInt.of(SystemFunctions.getuid()), PyInt.ZERO, PyInt.ZERO);
    }

    @Builtin(value = "pthread_kill(thread_id, signalnum, /)", doc = "Send a signal to a thread.")
    static void pthreadKill(ThreadState ts, PyObject thread, int number) {
        long ident = Arguments.toLong(ts, thread);
        if (number < 0 || number >= SignalSets.COUNT) {
            throw Errno.error(OsErrors.EINVAL);
        }
        boolean known = false;
        for (ThreadState each : Interrupts.threads(ts.interp)) {
            known |= each.ident == ident;
        }
        if (!known) {
            throw Errno.error(OsErrors.ESRCH);
        }
        if (number != 0) {
            Signals.raise(ts, number);
        }
    }

    @Builtin(value = "pidfd_send_signal(pidfd, signalnum, siginfo=None, flags=0, /)", doc = "Send a signal to a "
            + "process referred to by a pid file descriptor.")
    static void pidfdSendSignal(ThreadState ts, int pidfd, int number, PyObject info, int flags) {
        if (info != null && info != PySingleton.NONE) {
            throw Errors.typeError("siginfo must be None");
        }
        PosixModule.check(Libc.call("syscall", 424, pidfd, number, 0, flags), null);
        // When it is our own process, the JVM's thread needs a moment to hand the signal over.
        if (number > 0 && number < SignalSets.COUNT && Signals.of(ts).isPython(number)) {
            for (int i = 0; i < 20; i++) {
                Interrupts.pause(ts, 1);
            }
        }
    }

    @Builtin(value = "valid_signals()", doc = "Return a set of valid signal numbers on this platform.\n\nThe signal "
            + "numbers returned by this function can be safely passed to\nfunctions like `pthread_kill`.")
    static PyObject validSignals(ThreadState ts) {
        PySet set = new PySet(PySet.TYPE);
        for (int number = 1; number < SignalSets.COUNT; number++) {
            if (number != 32 && number != 33) {
                set.add(ts, PyInt.of(number));
            }
        }
        return set;
    }
}
