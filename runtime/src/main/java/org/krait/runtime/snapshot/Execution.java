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
    /** How many of the reasons for silence are native modules that are being made. */
    private int filling;
    private final List<Integer> fillingBefore = new ArrayList<>();
    /** True while objects are looked at, which must not warn of anything. */
    private boolean atWork;

    /** The module whose doing everything is that happens now; null for none. */
    Running current() {
        return silent > 0 || stack.isEmpty() ? null : stack.getLast();
    }

    /** The module whose doing an import is: also one by a native module that it has had made. */
    Running importer() {
        return silent > filling || stack.isEmpty() ? null : stack.getLast();
    }

    /** The module that is executed, also while the machinery is at work; null for none. */
    Running innermost() {
        return stack.isEmpty() ? null : stack.getLast();
    }

    /** True while no module is executed and nothing is the machinery's doing: what happens is the program's. */
    boolean isProgram() {
        return silent == 0 && stack.isEmpty();
    }

    List<Running> all() {
        return stack;
    }

    /** The modules that are executed, and those that wait for one of these. */
    List<Running> unwritten() {
        List<Running> all = new ArrayList<>();
        stack.forEach(r -> all.addAll(r.group()));
        return all;
    }

    void begin(Running r) {
        stack.add(r);
        silentBefore.add(silent);
        fillingBefore.add(filling);
        silent = 0;
        filling = 0;
    }

    Running end() {
        silent = silentBefore.removeLast();
        filling = fillingBefore.removeLast();
        return stack.removeLast();
    }

    /** Keeps changes that the import machinery makes from being taken for a module's. */
    void silence(boolean on) {
        silent += on ? 1 : -1;
    }

    /** Keeps what a native module does as it is made from being taken for its importer's, but for its imports. */
    void fills(boolean on) {
        silence(on);
        filling += on ? 1 : -1;
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
