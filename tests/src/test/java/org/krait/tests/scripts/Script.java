package org.krait.tests.scripts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Python script and what its comments say about it: {@code # expect: text} is the next line of the output;
 * {@code # expect error: Type: message} the exception that ends the script, raised at that line unless the comment has
 * a line to itself; {@code # uses: file} another file of the folder that belongs to it; {@code # skips mode: reason} a
 * mode in which it is not run; {@code # known failure: reason} a script that must fail until someone mends what is
 * wrong; {@code # reason:} and {@code # workaround:} (whole comment lines, continued on lines that begin with {@code #}
 * and more than one space) what {@code tests/differences} says about a difference from CPython.
 *
 * @param output the expected lines, in their order
 * @param error the expected exception that ends the script, or null for none
 * @param uses the other files that it needs, relative to its folder
 * @param skips the titles of the modes in which it is not run
 * @param knownFailure why it fails, or null
 * @param reason why it differs from CPython, or null
 * @param workaround what to do about that, or null
 */
record Script(Path file, List<Line> output, Failure error, List<String> uses, List<String> skips,
        String knownFailure, String reason, String workaround) {
    private static final Pattern EXPECT = Pattern.compile("#\\s*expect( error)?:(?: (.*))?$");
    private static final Pattern NOTE =
            Pattern.compile("# (uses|skips \\w+|known failure|reason|workaround):(?: (.*))?");

    /** An expected line of the output and the line of the script that it stands at, from 1. */
    record Line(String text, int at) {}

    /** The expected exception as {@code Type: message}, and the line that raises it; 0 for any. */
    record Failure(String text, int at) {}

    /** A file that can't be a script: what is wrong with it. */
    static final class BadScriptException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BadScriptException(Path file, int line, String message) {
            super(file + (line == 0 ? "" : ":" + line) + ": " + message);
        }
    }

    /** True when there is something to check. */
    boolean expectsAnything() {
        return !output.isEmpty() || error != null;
    }

    String name() {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ".py".length());
    }

    static Script read(Path file) throws IOException {
        List<Line> output = new ArrayList<>();
        Failure error = null;
        List<String> uses = new ArrayList<>();
        List<String> skips = new ArrayList<>();
        String[] notes = new String[3];
        int open = -1;
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            Matcher note = NOTE.matcher(line);
            if (note.matches()) {
                String text = note.group(2) == null ? "" : note.group(2).strip();
                if (text.isEmpty()) {
                    throw new BadScriptException(file, number, "nothing stands behind '" + note.group(1) + ":'");
                }
                open = switch (note.group(1)) {
                    case "known failure" -> 0;
                    case "reason" -> 1;
                    case "workaround" -> 2;
                    default -> -1;
                };
                if (note.group(1).startsWith("skips ")) {
                    skips.add(note.group(1).substring("skips ".length()));
                } else if (open < 0) {
                    uses.add(text);
                } else {
                    notes[open] = text;
                }
                continue;
            }
            if (open >= 0 && line.startsWith("#  ")) {
                notes[open] += " " + line.substring(1).strip();
                continue;
            }
            open = -1;
            Matcher expect = EXPECT.matcher(line);
            if (!expect.find()) {
                continue;
            }
            String text = expect.group(2) == null ? "" : expect.group(2);
            if (error != null) {
                throw new BadScriptException(file, number, "an expectation behind the error that ends the script");
            }
            if (expect.group(1) == null) {
                output.add(new Line(text, number));
            } else {
                error = new Failure(text, line.substring(0, expect.start()).isBlank() ? 0 : number);
            }
        }
        return new Script(file, List.copyOf(output), error, List.copyOf(uses), List.copyOf(skips),
                notes[0], notes[1], notes[2]);
    }
}
