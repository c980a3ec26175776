package org.krait.objects;

/**
 * What one thread of one context is doing: passed as a parameter everywhere, never looked up on a hot path.
 *
 * <p>Fields are public for the interpreter loop; each says who writes it.
 */
public final class ThreadState {
    private static final ThreadLocal<ThreadState> CURRENT = new ThreadLocal<>();
    /** More of the stack than a Python call takes in any tier, with the native code between it and the next. */
    private static final int MAX_CALL_BYTES = 8192;

    public final Interp interp;
    /** The innermost Python frame; the interpreter loop writes it. */
    public PyFrame frame;
    /**
     * The exception being handled by this call chain up to the next generator; null outside handlers. Counted. What a
     * program sees is {@link #exception()}.
     */
    public PyBaseException handled;
    /** What was handled by the code that resumed the running generators, innermost first; null for nothing. */
    public Outer outerHandled;
    /** What a generator returned that has just ended, for whoever resumed it; see the runtime's Generators. */
    public PyObject returned;
    /** Python calls below this one, against {@link #depthLimit}. */
    public int depth;
    /** At which depth a call asks the runtime's StackRoom; not above {@link Interp#recursionLimit}. */
    public int depthLimit;
    /** The depth at which the stack was found to end. */
    public int endDepth;
    /** The depth up to which the stack is large enough whatever is called. */
    private final int safeDepth;
    /** How deep native code nests; {@link NativeDepth} counts it. */
    public int nativeDepth;
    /** Nested native calls into {@code repr} and the like, for {@code Py_ReprEnter}; innermost last. */
    public final java.util.ArrayList<PyObject> reprStack = new java.util.ArrayList<>();
    /** An exception that another thread wants raised here ({@code PyThreadState_SetAsyncExc}), or null. */
    public volatile PyObject asyncException;
    /** Above 0 while an object is half made: no other thread gets its turn then, and nothing is raised here. */
    public int undisturbed;
    /** Not 0 while a trace or profile function is set or events are monitored (bits of the runtime's Tracing). */
    public int tracing;
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
    /** What native code may have in Java variables only. */
    public final Results results = new Results();
    /** The Java thread. */
    public final Thread thread;
    /** What {@code _thread.get_ident} answers. */
    public final long ident;
    /** State that native modules keep per thread, by their own key. */
    public final java.util.HashMap<Object, Object> natives = new java.util.HashMap<>();

    /** {@code stackBytes} is the size of the thread's stack, 0 when unknown. */
    public ThreadState(Interp interp, Thread thread, long stackBytes) {
        this.interp = interp;
        this.thread = thread;
        tracing = interp.initialTracing;
        this.ident = thread.threadId() << 12;
        long calls = stackBytes / MAX_CALL_BYTES;
        safeDepth = calls == 0 || calls > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) calls;
        limitDepth();
    }

    /** Sets {@link #depthLimit} anew, as after a change of {@link Interp#recursionLimit}. */
    public void limitDepth() {
        depthLimit = Math.min(interp.recursionLimit, safeDepth);
        endDepth = Integer.MAX_VALUE;
    }

    /** An exception handled outside a running generator, while the generator's own is in {@code handled}. */
    public record Outer(PyBaseException handled, Outer next) {}

    /** {@code sys.exception()}: the innermost exception being handled, or null. */
    public PyBaseException exception() {
        return handled != null ? handled : outerHandled != null ? outerHandled.handled : null;
    }

    /** Shows what this thread keeps alive without counting it. */
    public void visitRoots(PyObject.Visitor visitor) {
        StackRoots.visit(this, visitor);
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
