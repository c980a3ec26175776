package org.krait.launcher;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.krait.objects.ThreadState;
import org.krait.runtime.Interrupts;
import org.krait.runtime.Tracebacks;

/**
 * Statements from a standard input that is no terminal. Reads no byte beyond a line's end: what follows belongs to
 * {@code sys.stdin}. The prompts go to standard error, as CPython's do.
 */
final class PlainInput implements Repl.Input {
    private final ThreadState ts;
    private final Statements statements;
    private final FileInputStream in = new FileInputStream(FileDescriptor.in);

    PlainInput(ThreadState ts, Statements statements) {
        this.ts = ts;
        this.statements = statements;
    }

    @Override
    public String read(Repl.Prompts prompts) {
        StringBuilder source = new StringBuilder();
        while (true) {
            boolean first = source.isEmpty();
            Tracebacks.write(ts, first ? prompts.first() : prompts.next());
            String line = line();
            if (line == null && first) {
                Tracebacks.write(ts, "\n");
                return null;
            }
            if (line == null) {
                return source.toString();
            }
            if (first && line.isBlank()) {
                return line;
            }
            source.append(line);
            int end = line.endsWith("\n") ? source.length() - 1 : source.length();
            if (!statements.isIncomplete(source.substring(0, end))) {
                return source.toString();
            }
        }
    }

    /** A line with its end; null at the end of the input. */
    private String line() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Interrupts.release(ts);
        try {
            for (int b = in.read(); b >= 0; b = in.read()) {
                bytes.write(b);
                if (b == '\n') {
                    break;
                }
            }
        } catch (IOException e) {
            // Nothing more can come.
            return null;
        } finally {
            Interrupts.acquire(ts);
        }
        return bytes.size() == 0 ? null : bytes.toString(StandardCharsets.UTF_8);
    }
}
