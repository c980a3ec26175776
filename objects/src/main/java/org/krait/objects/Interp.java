package org.krait.objects;

/** The state of one context: what CPython calls an interpreter. Nothing mutable lives anywhere else. */
public class Interp {
    /** {@code sys.modules}. */
    public PyDict modules;
    /** The namespace of {@code builtins}. */
    public PyDict builtins;
    /** The namespace of {@code sys}. */
    public PyDict sys;
    public int recursionLimit = 1000;
    /** {@code sys.get_int_max_str_digits()}; 0 for no limit. */
    public int intMaxStrDigits = 4300;
    /** True from the start of the shutdown on. */
    public volatile boolean finalizing;
    /**
     * Not 0 when a thread must leave its loop at the next back edge or call: a signal, another thread that waits for
     * the GIL, an asynchronous exception.
     */
    public volatile int breaker;
    /** The collector of reference cycles. */
    public final Collector collector = new Collector();
    /** The same without order, for compiled code that has a better look soon. */
    public int breakerHint;
    /** {@link ThreadState#tracing} of new threads. */
    public int initialTracing;
    /** Who is told of new values; null for nobody. Set by {@link AllocationListener#set}. */
    AllocationListener allocationListener;
    /** Above 0 while values are made that the listener must not hear of: those that come out of an archive. */
    int hiddenAllocations;
    /** The compiling tier; null for off. */
    public Tier1 tier1;
    /** Tier 0 asks tier 1 when this and the calls and back edges of a code object have no bit in common. */
    public int tier1Mask = Tier1.INTERVAL - 1;
    /** Heap types that have a builtin class as a base, for {@code __subclasses__}. */
    public final java.util.IdentityHashMap<PyType, java.util.ArrayList<java.lang.ref.WeakReference<PyType>>>
            builtinSubclasses = new java.util.IdentityHashMap<>();
    /** State that native modules keep per context, by their own key. */
    public final java.util.HashMap<Object, Object> natives = new java.util.HashMap<>();

    /** The hooks of {@code sys.addaudithook}, a list; null while there is none. */
    public Object auditHooks;

    /** Knows subclasses that are not made yet; null when there are none. */
    public SubclassSource subclassSource;

    /** Hears of changes while a heap is captured; null else. */
    public Mutations.Watcher watcher;
    /** By name, the native modules that were made first, whatever {@code sys.modules} has now; not counted. */
    public final java.util.HashMap<String, PyModule> nativeModules = new java.util.HashMap<>();
    /** By name, native modules that nobody has looked into and that are to hear of something then; null for none. */
    public java.util.HashMap<String, PyModule> awaited;

    public Interp() {}

    /** Sets bits of {@link #breaker}; the caller holds the lock of the context's threads. */
    public void setBreaker(int bits) {
        breaker |= bits;
        breakerHint = breaker;
    }

    /** Clears bits of {@link #breaker}; the caller holds the lock of the context's threads. */
    public void clearBreaker(int bits) {
        breaker &= ~bits;
        breakerHint = breaker;
    }

    /** Has a native module that is bound and that nobody has looked into hear of what was done to it. */
    public void lookInto(String nativeModule) {
        PyModule module = awaited == null ? null : awaited.remove(nativeModule);
        if (module != null) {
            module.dict.size();
        }
    }
}
