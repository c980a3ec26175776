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
    private int importDepth;
    private long importStart;

    private ImportTimes() {}

    /** Starts recording. */
    public static ImportTimes record(Interp interp) {
        ImportTimes times = new ImportTimes();
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

    /** An import statement begins that has to find something. */
    void begin() {
        if (importDepth++ == 0) {
            importStart = System.nanoTime();
        }
    }

    /** It has ended. */
    void end() {
        if (--importDepth == 0) {
            importNanos += System.nanoTime() - importStart;
        }
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
