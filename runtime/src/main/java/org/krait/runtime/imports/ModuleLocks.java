package org.krait.runtime.imports;

import java.util.HashMap;
import org.krait.objects.Interp;
import org.krait.objects.ThreadState;
import org.krait.runtime.Interrupts;

/** Keeps two threads from importing one module twice; a thread that would deadlock goes on with what there is. */
final class ModuleLocks {
    private final HashMap<String, ThreadState> owners = new HashMap<>();
    private final HashMap<ThreadState, String> waiting = new HashMap<>();
    private final HashMap<String, Integer> depths = new HashMap<>();

    private ModuleLocks() {}

    private static ModuleLocks of(Interp interp) {
        ModuleLocks locks = (ModuleLocks) interp.natives.get(ModuleLocks.class);
        if (locks == null) {
            locks = new ModuleLocks();
            interp.natives.put(ModuleLocks.class, locks);
        }
        return locks;
    }

    /** True when some module is being imported. */
    static boolean any(Interp interp) {
        ModuleLocks locks = (ModuleLocks) interp.natives.get(ModuleLocks.class);
        return locks != null && !locks.owners.isEmpty();
    }

    static void acquire(ThreadState ts, String name) {
        ModuleLocks locks = of(ts.interp);
        await(ts, name);
        ThreadState owner = locks.owners.get(name);
        if (owner == null) {
            locks.owners.put(name, ts);
        }
        if (owner == null || owner == ts) {
            Integer depth = locks.depths.get(name);
            locks.depths.put(name, depth == null ? 1 : depth + 1);
        }
    }

    static void release(ThreadState ts, String name) {
        ModuleLocks locks = of(ts.interp);
        if (locks.owners.get(name) == ts) {
            int depth = locks.depths.get(name) - 1;
            locks.depths.put(name, depth);
            if (depth > 0) {
                return;
            }
            locks.owners.remove(name);
            locks.depths.remove(name);
        }
    }

    /** Waits until no other thread imports the module, or a deadlock would come of it. The GIL is free meanwhile. */
    static void await(ThreadState ts, String name) {
        ModuleLocks locks = of(ts.interp);
        while (true) {
            ThreadState owner = locks.owners.get(name);
            if (owner == null || owner == ts || locks.waitsFor(owner, ts)) {
                return;
            }
            locks.waiting.put(ts, name);
            Interrupts.pause(ts, 1);
            locks.waiting.remove(ts);
        }
    }

    /** Whether {@code thread} waits, directly or not, for a module that {@code other} imports. */
    private boolean waitsFor(ThreadState thread, ThreadState other) {
        ThreadState t = thread;
        for (int i = 0; i < 100 && t != null; i++) {
            String name = waiting.get(t);
            t = name == null ? null : owners.get(name);
            if (t == other) {
                return true;
            }
        }
        return false;
    }
}
