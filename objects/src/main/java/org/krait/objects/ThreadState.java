package org.krait.objects;

/**
 * What one thread of one context is doing: passed as a parameter everywhere, never looked up on a hot path.
 *
 * <p>Fields are public for the interpreter loop; each says who writes it.
 */
public final class ThreadState {
    private static final ThreadLocal<ThreadState> CURRENT = new ThreadLocal<>();

    public final Interp interp;
    /** The innermost Python frame; the interpreter loop writes it. */
    public PyFrame frame;
    /** The exception being handled ({@code sys.exception()}), null outside handlers. Counted. */
    public PyBaseException handled;
    /** Python calls below this one, against {@link Interp#recursionLimit}. */
    public int depth;
    /** Nested native calls into {@code repr} and the like, for {@code Py_ReprEnter}; innermost last. */
    public final java.util.ArrayList<PyObject> reprStack = new java.util.ArrayList<>();
    /** An exception that another thread wants raised here ({@code PyThreadState_SetAsyncExc}), or null. */
    public volatile PyObject asyncException;
    /** {@code sys.settrace} of this thread, or null. */
    public PyObject traceFunction;
    /** {@code sys.setprofile} of this thread, or null. */
    public PyObject profileFunction;
    /** {@code contextvars}: the current context, made on first use. */
    public PyObject context;
    /** {@code sys.set_asyncgen_hooks}. */
    public PyObject asyncGenFirstIter;
    public PyObject asyncGenFinalizer;
    /** {@code sys.set_coroutine_origin_tracking_depth}. */
    public int coroutineOriginDepth;
    /** The Java thread. */
    public final Thread thread;
    /** What {@code _thread.get_ident} answers. */
    public final long ident;
    /** State that native modules keep per thread, by their own key. */
    public final java.util.HashMap<Object, Object> natives = new java.util.HashMap<>();

    public ThreadState(Interp interp, Thread thread) {
        this.interp = interp;
        this.thread = thread;
        this.ident = thread.threadId() << 12;
    }

    /** The state of the running thread; null on a thread that entered no context. For rare paths. */
    public static ThreadState current() {
        return CURRENT.get();
    }

    /** Makes this state the running thread's, or none when {@code state} is null. */
    public static void setCurrent(ThreadState state) {
        if (state == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(state);
        }
    }
}
