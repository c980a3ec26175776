package org.krait.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.runtime.Attributes;
import org.krait.runtime.Calls;
import org.krait.runtime.Configuration;
import org.krait.runtime.Frames;
import org.krait.runtime.Texts;
import org.krait.runtime.Tracebacks;
import org.krait.runtime.builtins.SysContents;
import org.krait.runtime.imports.SourceCompiler;

/** The interactive prompt: history, editing of several lines, completion of names and attributes. */
final class Repl {
    private final ThreadState ts;
    private final PyDict names;
    private final LineReader reader;

    private Repl(ThreadState ts, PyDict names) throws IOException {
        this.ts = ts;
        this.names = names;
        Terminal terminal = TerminalBuilder.builder().system(true).build();
        LineReaderBuilder builder = LineReaderBuilder.builder().terminal(terminal).appName("krait")
                .completer(new NameCompleter());
        String home = System.getenv("HOME");
        if (home != null) {
            builder.variable(LineReader.HISTORY_FILE, Path.of(home, ".krait_history"));
        }
        reader = builder.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true).build();
    }

    /** Runs the prompt until its end; answers the exit code. */
    static int run(ThreadState ts, PyDict names) {
        Configuration c = (Configuration) ts.interp.natives.get(Configuration.class);
        PyDict sys = ts.interp.sys;
        if (sys.get("ps1") == null) {
            sys.put("ps1", PyStr.of(">>> "));
            sys.put("ps2", PyStr.of("... "));
        }
        if (c.quiet == 0) {
            System.err.println("Python " + SysContents.version() + " on " + sys.get("platform"));
            System.err.println("Type \"help\", \"copyright\", \"credits\" or \"license\" for more information.");
        }
        try {
            return new Repl(ts, names).loop();
        } catch (IOException e) {
            System.err.println("krait: cannot open the terminal: " + e.getMessage());
            return 1;
        }
    }

    private int loop() {
        StringBuilder source = new StringBuilder();
        while (true) {
            String line;
            try {
                line = reader.readLine(prompt(source.isEmpty() ? "ps1" : "ps2"));
            } catch (UserInterruptException e) {
                source.setLength(0);
                Tracebacks.write(ts, "KeyboardInterrupt\n");
                continue;
            } catch (EndOfFileException e) {
                Tracebacks.write(ts, "\n");
                return 0;
            }
            boolean first = source.isEmpty();
            source.append(line).append('\n');
            if (first && line.isBlank()) {
                source.setLength(0);
                continue;
            }
            CodeObject code;
            try {
                code = compile(source.toString(), first || !line.isEmpty());
            } catch (PyException e) {
                source.setLength(0);
                Tracebacks.print(ts, e.value.type, e.value, PySingleton.NONE);
                continue;
            }
            if (code == null) {
                continue;
            }
            source.setLength(0);
            try {
                Frames.run(ts, code, names, names, null);
            } catch (PyException e) {
                if (e.is(ExceptionTypes.SYSTEM_EXIT)) {
                    return Programs.report(ts, e);
                }
                Programs.report(ts, e);
            }
            flush();
        }
    }

    private void flush() {
        PyObject out = ts.interp.sys.get("stdout");
        if (out != null && out != PySingleton.NONE) {
            Calls.callMethod(ts, out, PyStr.interned("flush"));
        }
    }

    private String prompt(String name) {
        PyObject prompt = ts.interp.sys.get(name);
        return prompt == null ? "" : Texts.str(ts, prompt).toString();
    }

    /** The code of the input, or null when more lines must come. */
    private CodeObject compile(String source, boolean mayContinue) {
        SourceCompiler compiler = SourceCompiler.of(ts.interp);
        int flags = 0x200 | SourceCompiler.ALLOW_INCOMPLETE_INPUT;
        try {
            return (CodeObject) compiler.compile(ts, PyStr.of(source),
                    new SourceCompiler.Request("<stdin>", "single", mayContinue ? flags : 0, -1, -1));
        } catch (PyException e) {
            if (mayContinue && e.is(ExceptionTypes.SYNTAX_ERROR)
                    && "incomplete input".equals(String.valueOf(e.value.args().size() > 0
                            ? e.value.args().item(0) : null))) {
                return null;
            }
            throw e;
        }
    }

    /** Completes names of the namespace and attributes of what stands before the last dot, evaluated. */
    private final class NameCompleter implements Completer {
        @Override
        public void complete(LineReader lineReader, ParsedLine line, List<Candidate> candidates) {
            String text = line.line().substring(0, line.cursor());
            int start = text.length();
            while (start > 0 && (Character.isJavaIdentifierPart(text.charAt(start - 1))
                    || text.charAt(start - 1) == '.')) {
                start--;
            }
            String word = text.substring(start);
            int dot = word.lastIndexOf('.');
            try {
                if (dot < 0) {
                    add(candidates, names, word);
                    add(candidates, ts.interp.builtins, word);
                } else {
                    attributes(candidates, word.substring(0, dot), word.substring(dot + 1));
                }
            } catch (PyException e) {
                candidates.clear();
            }
        }

        private void add(List<Candidate> candidates, PyDict from, String prefix) {
            for (int i = from.nextEntry(0); i >= 0; i = from.nextEntry(i + 1)) {
                String name = from.keys[i].toString();
                if (name.startsWith(prefix) && (!name.startsWith("_") || prefix.startsWith("_"))) {
                    candidates.add(new Candidate(name));
                }
            }
        }

        private void attributes(List<Candidate> candidates, String path, String prefix) {
            PyObject o = null;
            for (String part : path.split("\\.")) {
                PyStr name = PyStr.interned(part);
                if (o == null) {
                    o = names.get(name) != null ? names.get(name) : ts.interp.builtins.get(name);
                } else {
                    o = Attributes.lookup(ts, o, name);
                }
                if (o == null) {
                    throw Errors.attributeError(part);
                }
            }
            PyList all = (PyList) Calls.call(ts, ts.interp.builtins.get("dir"), o);
            for (int i = 0; i < all.size(); i++) {
                String name = all.get(i).toString();
                if (name.startsWith(prefix) && (!name.startsWith("_") || prefix.startsWith("_"))) {
                    candidates.add(new Candidate(path + "." + name));
                }
            }
        }
    }
}
