package org.krait.launcher;

import java.io.IOException;
import java.nio.file.Path;
import org.jline.keymap.KeyMap;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyDict;
import org.krait.objects.ThreadState;
import org.krait.runtime.Configuration;
import org.krait.runtime.Interrupts;
import org.krait.runtime.posix.Signals;

/**
 * Statements from a terminal: editing of all lines of a statement at once, history in {@code ~/.krait_history},
 * completion. Loaded for a terminal only, and with it JLine.
 */
final class TerminalInput implements Repl.Input, AutoCloseable {
    private static final int USUAL_COLUMNS = 80;
    private static final int USUAL_ROWS = 24;
    private static final String HISTORY = ".krait_history";

    private final ThreadState ts;
    private final Terminal terminal;
    private final LineReader reader;

    /** The terminal of the process. */
    static TerminalInput ofSystem(ThreadState ts, PyDict names, Statements statements) throws IOException {
        Terminal terminal = TerminalBuilder.builder().system(true).nativeSignals(false).build();
        return new TerminalInput(ts, names, statements, terminal);
    }

    /** Any terminal, with completion out of a namespace. */
    TerminalInput(ThreadState ts, PyDict names, Statements statements, Terminal terminal) {
        this.ts = ts;
        this.terminal = terminal;
        if (terminal.getWidth() == 0 || terminal.getHeight() == 0) {
            // Nobody has told the terminal how large it is.
            terminal.setSize(new Size(USUAL_COLUMNS, USUAL_ROWS));
        }
        LineReaderBuilder builder = LineReaderBuilder.builder().terminal(terminal).appName("krait")
                .parser(new StatementParser(ts, statements))
                .completer(new NameCompleter(ts, names));
        Configuration c = (Configuration) ts.interp.natives.get(Configuration.class);
        String home = c.environment.get("HOME");
        if (home != null) {
            builder.variable(LineReader.HISTORY_FILE, Path.of(home, HISTORY));
        }
        // Indentation is the user's; "!" and "\" are ordinary characters of Python.
        builder.variable(LineReader.INDENTATION, 0);
        reader = builder.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.INSERT_TAB, true)
                .build();
        // At the end of a line Ctrl-D shall not list completions; in an empty buffer it is the end of the input.
        reader.getKeyMaps().get(LineReader.MAIN).bind(new Reference(LineReader.DELETE_CHAR), KeyMap.ctrl('D'));
    }

    @Override
    public String read(Repl.Prompts prompts) {
        reader.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, plain(prompts.next()));
        Interrupts.release(ts);
        String text;
        try {
            text = reader.readLine(plain(prompts.first()));
        } catch (UserInterruptException e) {
            text = null;
        } catch (EndOfFileException e) {
            return null;
        } finally {
            Interrupts.acquire(ts);
            Signals.reinstall(ts);
        }
        if (text == null) {
            throw Errors.withArgs(ExceptionTypes.KEYBOARD_INTERRUPT);
        }
        return text + "\n";
    }

    /** A prompt without meaning to JLine, for which a percent sign begins a pattern. */
    private static String plain(String prompt) {
        return prompt.replace("%", "%%");
    }

    @Override
    public void close() throws IOException {
        terminal.close();
        Signals.reinstall(ts);
    }
}
