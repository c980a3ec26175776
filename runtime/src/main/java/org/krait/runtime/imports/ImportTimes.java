package org.krait.runtime.imports;

import java.util.ArrayList;
import org.krait.objects.Interp;

/** What importing cost: filled only when someone asks for it ({@code -X importtime}, {@code --bench-startup}). */
public final class ImportTimes {
    /** A module that was read: its name, source path, and the time it took to get its code. */
    public record Read(String module, String path, long nanos) {}

    private final ArrayList<Read> reads = new ArrayList<>();
    private final ArrayList<long[]> running = new ArrayList<>();
    private long readNanos;
    private long importNanos;
    private long executeNanos;
    private long endNanos;
    private int importDepth;
    private long importStart;
    private final boolean report;
    /** Of each import under way: when it began. */
    private final ArrayList<Long> starts = new ArrayList<>();
    /** What the imports inside the one under way took, as CPython's {@code accumulated}. */
    private long innerNanos;
    private boolean headed;

    private ImportTimes(boolean report) {
        this.report = report;
    }

    /** Starts recording; with {@code report}, each import is written to the standard error as it ends. */
    public static ImportTimes record(Interp interp, boolean report) {
        ImportTimes times = new ImportTimes(report);
        interp.natives.put(ImportTimes.class, times);
        return times;
    }

    /** The record of a context, or null when nothing is recorded. */
    public static ImportTimes of(Interp interp) {
        return (ImportTimes) interp.natives.get(ImportTimes.class);
    }

    void read(String module, String path, long nanos) {
        reads.add(new Read(module, path, nanos));
        readNanos += nanos;
    }

    /** An import statement begins that has to find something; gives what {@link #end} wants to know. */
    long begin() {
        long now = System.nanoTime();
        if (importDepth++ == 0) {
            importStart = now;
        }
        if (!report) {
            return 0;
        }
        if (!headed) {
            headed = true;
            System.err.println("import time: self [us] | cumulative | imported package");
        }
        starts.add(now);
        long inner = innerNanos;
        innerNanos = 0;
        return inner;
    }

    /** It has ended. */
    void end(String module, long outerInnerNanos) {
        long now = System.nanoTime();
        if (--importDepth == 0) {
            importNanos += now - importStart;
        }
        if (report) {
            long taken = now - starts.remove(starts.size() - 1);
            long self = micros(taken - innerNanos);
            innerNanos = outerInnerNanos + taken;
            StringBuilder line = new StringBuilder("import time: ");
            column(line, self, 9);
            line.append(" | ");
            column(line, micros(taken), 10);
            line.append(" | ").repeat("  ", starts.size()).append(module);
            System.err.println(line);
        }
    }

    /** Adds a number, right-aligned; no format string, which would take longer than most imports. */
    private static void column(StringBuilder line, long number, int width) {
        String digits = Long.toString(number);
        line.repeat(' ', Math.max(0, width - digits.length())).append(digits);
    }

    /** In microseconds, rounded up as CPython does. */
    private static long micros(long nanos) {
        return (nanos + 999) / 1000;
    }

    /** The program has ended; what follows is the end of the process. */
    public void end() {
        endNanos = System.nanoTime();
    }

    /** When the program ended. */
    public long endNanos() {
        return endNanos;
    }

    /** A module body begins: start, and the imports inside it so far. */
    void enter() {
        running.add(new long[] {System.nanoTime(), readNanos, executeNanos});
    }

    /** A module body has ended; what it imported itself is not its own time. */
    void exit() {
        long[] body = running.remove(running.size() - 1);
        long inner = executeNanos - body[2] + readNanos - body[1];
        executeNanos += Math.max(0, System.nanoTime() - body[0] - inner);
    }

    /** The modules read from files, in the order of reading. */
    public ArrayList<Read> reads() {
        return reads;
    }

    /** Getting the code of modules: reading archives and caches, or compiling. */
    public long readNanos() {
        return readNanos;
    }

    /** Running module bodies. */
    public long executeNanos() {
        return executeNanos;
    }

    /** Everything else that imports did: looking for files, making modules and specs. */
    public long findNanos() {
        return Math.max(0, importNanos - readNanos - executeNanos);
    }
}
