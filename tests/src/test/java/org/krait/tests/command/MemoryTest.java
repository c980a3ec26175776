package org.krait.tests.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.krait.tests.KraitCommand;

/** Programs that make far more than fits the heap, a little at a time: none of it may be kept. */
final class MemoryTest {
    private static final String HEAP = "-Xmx64m";

    private static KraitCommand.Result run(String program) throws Exception {
        return KraitCommand.ofDistribution().with("KRAIT_JAVA_OPTIONS", HEAP).run("-X", "jit=off", "-c", program);
    }

    /** 2 million instances with a list and a tuple each: 300 MB. */
    @Test
    void shortLivedObjectsAreNotKept() throws Exception {
        assertEquals("done\n", run("""
                class C:
                    def __init__(self, a):
                        self.a = a
                for i in range(2_000_000):
                    C((i, [i, C]))
                print('done')
                """).cleanOut());
    }

    private static final String CYCLES = """
            import gc
            class Node:
                pass
            def cycles(n):
                for i in range(n):
                    a, b = Node(), Node()
                    a.other, b.other = b, a
                    a.data = [None] * 200
            """;

    /** 200,000 cycles of 1 KB. */
    @Test
    void cyclesAreNotKept() throws Exception {
        assertEquals("done\n", run(CYCLES + "cycles(200_000)\nprint('done')\n").cleanOut());
    }

    /** The same without the collector, which knows them: so the heap is small enough for the test to mean something. */
    @Test
    void cyclesThatNobodyCollectsFillTheHeap() throws Exception {
        KraitCommand.Result full = run(CYCLES + "gc.disable()\ncycles(200_000)\nprint('done')\n");
        assertNotEquals(0, full.status(), full.out());
        assertTrue(full.err().contains("MemoryError") || full.err().contains("OutOfMemoryError"), full.err());
    }

    /** Of each kind 100 MB: what hangs on exceptions, generators, closures, classes, weak references, threads, ids. */
    @Test
    void nothingIsKeptOfOtherKinds() throws Exception {
        assertEquals("done\n", run("""
                import contextvars, threading, weakref
                class C:
                    pass
                def block():
                    return [None] * 2000
                def exception():
                    held = block()
                    try:
                        raise ValueError(held)
                    except ValueError as e:
                        kept = e
                def generator():
                    def g(held):
                        yield held
                    next(g(block()))
                def closure():
                    held = block()
                    def f():
                        return f, held
                def class_():
                    class D:
                        held = block()
                    D()
                def weak():
                    c = C()
                    c.held = block()
                    refs[c] = [weakref.ref(c), id(c), hash(c), repr(c)]
                def thread():
                    def run(held):
                        local.held = held
                        variable.set(held)
                    t = threading.Thread(target=run, args=(block(),))
                    t.start()
                    t.join()
                refs = weakref.WeakKeyDictionary()
                local = threading.local()
                variable = contextvars.ContextVar('variable')
                for make in exception, generator, closure, class_, weak, thread:
                    for i in range(12_000):
                        make()
                print('done')
                """).cleanOut());
    }
}
