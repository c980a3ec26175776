package org.krait.runtime.imports;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import org.krait.objects.Interp;

/**
 * What importing cost: filled only when someone asks for it ({@code -X importtime}, {@code --bench-startup}). Each
 * moment belongs to the innermost of the parts that are under way.
 */
public final class ImportTimes {
    /** Where a module came from that was compiled. */
    public static final String SOURCE = "source";
    /** Where a module came from whose code was in a cache file. */
    public static final String CACHE = "cache";
    /** Where a native module came from. */
    public static final String BUILTIN = "native";
    /** Where a module came from that another finder or loader than those of files found. */
    public static final String FINDER = "finder";

    /** The name of what importing itself needs. */
    public static final String LIBRARY = "importlib._bootstrap";
    /** In the place of the origin: the import has raised an exception. */
    public static final String FAILED = "failed";

    /**
     * A module that was read: its name, its source path and the archive it came from, or CACHE or SOURCE; {@code
     * isRestored} when it did not have to be executed. Time and size of the source are those of then when
     * {@link #keepStamps} was called, else 0.
     */
    public record Read(String module, String path, String origin, boolean isRestored, long modified, long size) {
        /** Whether the code came out of an archive. */
        public boolean isArchived() {
            return !origin.equals(CACHE) && !origin.equals(SOURCE);
        }
    }

    /** An import that has ended, with its own times: those of the imports inside it are theirs. */
    public record Import(String module, String origin, boolean isRestored, long findNanos, long readNanos,
            long runNanos) {}

    /** An import under way. */
    private static final class Open {
        final long[] nanos = new long[EXECUTE + 1];
        String origin = FINDER;
        boolean isRestored;
        boolean isFound;
    }

    /** The program itself. */
    private static final int PROGRAM = 0;
    /** Looking for a module, making it and its spec. */
    static final int FIND = 1;
    /** Getting its code out of an archive, a cache or by compiling. */
    static final int READ = 2;
    /** Running its body, or filling a native module. */
    static final int EXECUTE = 3;

    private final ArrayList<Read> reads = new ArrayList<>();
    private final long[] nanos = new long[EXECUTE + 1];
    /** The part that is going on, and those around it. */
    private int[] underWay = new int[64];
    private int depth;
    /** Until when the times are attributed. */
    private long attributed = System.nanoTime();
    private long endNanos;

    private final boolean report;
    /** Of each import under way: when it began. */
    private final ArrayList<Long> starts = new ArrayList<>();
    /** What the imports inside the one under way took, as CPython's {@code accumulated}. */
    private long innerNanos;
    private boolean headed;
    private boolean keepsStamps;
    /** True when nobody wants to know the single modules. */
    private boolean countsAlone;
    private int count;
    /** The imports that have ended and those under way; null when only sums are wanted. */
    private ArrayList<Import> imports;
    private final ArrayList<Open> open = new ArrayList<>();

    private ImportTimes(boolean report) {
        this.report = report;
        underWay[0] = PROGRAM;
    }

    /** Starts recording; with {@code report}, each import is written to the standard error as it ends. */
    public static ImportTimes record(Interp interp, boolean report) {
        ImportTimes times = new ImportTimes(report);
        interp.natives.put(ImportTimes.class, times);
        return times;
    }

    /** Keeps no record of single modules unless one of the following asks for more: that would be measured as well. */
    public void countAlone() {
        countsAlone = true;
    }

    /** From now on keeps what the source of each module was like when it was read. */
    public void keepStamps() {
        keepsStamps = true;
        countsAlone = false;
    }

    /** The main program is read from a source, which is archived with the modules. */
    public void readMain(String path) {
        read(Archives.MAIN, path, path);
    }

    /** From now on keeps a record of each import. */
    public void keepImports() {
        imports = new ArrayList<>();
        countsAlone = false;
    }

    /** The imports that have ended, in the order of their ends; null unless they were to be kept. */
    public ArrayList<Import> imports() {
        return imports;
    }

    /** The record of a context, or null when nothing is recorded. */
    public static ImportTimes of(Interp interp) {
        return (ImportTimes) interp.natives.get(ImportTimes.class);
    }

    /** A part begins, to be ended by {@link #leave} of the record given back; null when nothing is recorded. */
    static ImportTimes enter(Interp interp, int part) {
        ImportTimes times = of(interp);
        if (times != null) {
            times.enter(part);
        }
        return times;
    }

    private void enter(int part) {
        attribute();
        if (++depth == underWay.length) {
            underWay = Arrays.copyOf(underWay, depth * 2);
        }
        underWay[depth] = part;
    }

    /** The part that began last ends. */
    void leave() {
        attribute();
        depth--;
    }

    private void attribute() {
        long now = System.nanoTime();
        nanos[underWay[depth]] += now - attributed;
        if (!open.isEmpty()) {
            open.get(open.size() - 1).nanos[underWay[depth]] += now - attributed;
        }
        attributed = now;
    }

    void read(String module, String path, String origin) {
        count++;
        if (countsAlone) {
            return;
        }
        File source = keepsStamps ? new File(path) : null;
        reads.add(new Read(module, path, origin, false, source == null ? 0 : source.lastModified(),
                source == null ? 0 : source.length()));
        from(origin);
    }

    /** A module was bound that did not have to be executed. */
    void restored(String module, String path, String archive) {
        count++;
        reads.add(new Read(module, path, archive, true, 0, 0));
        restored(archive);
    }

    /** Modules were bound that did not have to be executed; false when somebody wants to know which. */
    boolean countRestored(int modules) {
        if (countsAlone) {
            count += modules;
        }
        return countsAlone;
    }

    /** How many modules were read from files. */
    public int modules() {
        return count;
    }

    /** Whether the single imports are wanted, not sums alone. */
    boolean isByImport() {
        return imports != null || report;
    }

    /** What is under way comes out of a heap. */
    void restored(String archive) {
        if (!open.isEmpty()) {
            Open under = open.get(open.size() - 1);
            under.origin = archive;
            under.isRestored = true;
            under.isFound = true;
        }
    }

    /** Says where the import under way takes its module from. */
    void from(String origin) {
        if (!open.isEmpty()) {
            open.get(open.size() - 1).origin = origin;
        }
    }

    /** An import statement begins that has to find something; gives what {@link #end} wants to know. */
    long begin() {
        enter(FIND);
        if (imports != null) {
            open.add(new Open());
        }
        if (!report) {
            return 0;
        }
        if (!headed) {
            headed = true;
            System.err.println("import time: self [us] | cumulative | imported package");
        }
        starts.add(attributed);
        long inner = innerNanos;
        innerNanos = 0;
        return inner;
    }

    /** The import under way has its module. */
    void found() {
        if (!open.isEmpty()) {
            open.get(open.size() - 1).isFound = true;
        }
    }

    /** The import library is about to be loaded, to be told apart from the import that needs it. */
    void beginLibrary() {
        enter(EXECUTE);
        if (imports != null) {
            open.add(new Open());
        }
    }

    /** The import library is loaded. */
    void endLibrary() {
        found();
        leave();
        if (imports != null) {
            add(LIBRARY);
        }
    }

    private void add(String module) {
        Open ended = open.remove(open.size() - 1);
        imports.add(new Import(module, ended.isFound ? ended.origin : FAILED, ended.isRestored, ended.nanos[FIND],
                ended.nanos[READ], ended.nanos[EXECUTE]));
    }

    /** It has ended. */
    void end(String module, long outerInnerNanos) {
        leave();
        if (imports != null) {
            add(module);
        }
        if (report) {
            long taken = attributed - starts.remove(starts.size() - 1);
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
        attribute();
        endNanos = attributed;
    }

    /** When the program ended. */
    public long endNanos() {
        return endNanos;
    }

    /** The modules read from files, in the order of reading. */
    public ArrayList<Read> reads() {
        return reads;
    }

    /** Getting the code of modules: reading archives and caches, or compiling. */
    public long readNanos() {
        return nanos[READ];
    }

    /** Looking for modules, making them and their specs. */
    public long findNanos() {
        return nanos[FIND];
    }
}
