package org.krait.launcher;

import java.io.FileWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.krait.objects.ThreadState;
import org.krait.runtime.imports.ImportTimes;

/**
 * Where one process's time went, in nanoseconds; the parts add up to its wall time. {@code boot}: from its start until
 * {@code main}; {@code init}: until the program could run; {@code find}: looking for modules; {@code read}: getting
 * their code, or binding those that lie executed in an archive; {@code execute}: everything else until the program's
 * end, also making objects of such modules when they are touched; {@code exit}: from there until the process had ended.
 */
record StartupTimes(long boot, long init, long find, long read, long execute, long exit, int modules) {
    /** Written at the end of a measured process: the moments and the parts that only it knows, in one line. */
    static void write(ThreadState ts, String file, long startNanos, long readyNanos) {
        ImportTimes times = ImportTimes.of(ts.interp);
        String line = startNanos + " " + readyNanos + " " + times.endNanos() + " " + times.findNanos() + " "
                + times.readNanos() + " " + times.modules() + "\n";
        try (Writer out = new FileWriter(file, StandardCharsets.UTF_8)) {
            out.write(line);
        } catch (IOException e) {
            System.err.println("krait: " + file + ": " + e.getMessage());
        }
    }

    /** Read by who started the process, with the moments when it was started and had ended; null if it wrote none. */
    static StartupTimes read(Path file, long startedNanos, long endedNanos) throws IOException {
        if (!Files.exists(file)) {
            return null;
        }
        String[] fields = Files.readString(file).strip().split(" ");
        Files.delete(file);
        long[] n = new long[fields.length];
        for (int i = 0; i < n.length; i++) {
            n[i] = Long.parseLong(fields[i]);
        }
        long find = n[3];
        long read = n[4];
        return new StartupTimes(n[0] - startedNanos, n[1] - n[0], find, read, n[2] - n[1] - find - read,
                endedNanos - n[2], (int) n[5]);
    }
}
