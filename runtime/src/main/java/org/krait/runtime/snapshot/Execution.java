package org.krait.runtime.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The modules that are being executed, innermost last, and whether what happens now is their doing. */
final class Execution {
    private final ArrayList<Running> stack = new ArrayList<>();
    /** Above 0 while the machinery itself, or a finder, does something that is no module's doing. */
    private int silent;
    /** What {@link #silent} was when each of the modules began. */
    private final ArrayList<Integer> silentBefore = new ArrayList<>();
    /** True while objects are looked at, which must not warn of anything. */
    private boolean atWork;

    /** The module whose doing everything is that happens now; null for none. */
    Running current() {
        return silent > 0 || stack.isEmpty() ? null : stack.getLast();
    }

    /** The module that is executed, also while the machinery is at work; null for none. */
    Running innermost() {
        return stack.isEmpty() ? null : stack.getLast();
    }

    List<Running> all() {
        return stack;
    }

    void begin(Running r) {
        stack.add(r);
        silentBefore.add(silent);
        silent = 0;
    }

    Running end() {
        silent = silentBefore.removeLast();
        return stack.removeLast();
    }

    /** Keeps changes that the import machinery makes from being taken for a module's. */
    void silence(boolean on) {
        silent += on ? 1 : -1;
    }

    boolean isAtWork() {
        return atWork;
    }

    /** Has the capture look at objects, which is no module's doing. */
    void work(Runnable task) {
        ask(() -> {
            task.run();
            return null;
        });
    }

    /** Has the capture look at objects for an answer. */
    <T> T ask(Supplier<T> question) {
        boolean before = atWork;
        silent++;
        atWork = true;
        try {
            return question.get();
        } finally {
            silent--;
            atWork = before;
        }
    }
}
