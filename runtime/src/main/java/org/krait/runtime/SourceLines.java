package org.krait.runtime;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.krait.objects.PyTraceback;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.Positions;

/** The source lines of a traceback, with the markers of PEP 657 under them. Files are read once. */
public final class SourceLines {
    private final HashMap<String, String[]> files = new HashMap<>();
    /** How often the last place was seen in a row; the printer's. */
    int repeats;

    SourceLines() {}

    /** Appends the line of an entry and its markers, when the file can be read. */
    void append(ThreadState ts, PyTraceback t, StringBuilder out) {
        CodeObject code = t.frame.code;
        String raw = line(code.filename.toString(), t.line());
        if (raw == null) {
            return;
        }
        String text = raw.strip();
        if (text.isEmpty()) {
            return;
        }
        out.append("    ").append(text).append('\n');
        if (t.pc < 0) {
            return;
        }
        Positions.Position p = Positions.at(code.positions, t.pc, code.firstLine);
        if (p.line() != t.line() || p.column() < 0 || p.endColumn() < 0) {
            return;
        }
        int start = characters(raw, p.column());
        int end = p.endLine() == p.line() ? characters(raw, p.endColumn()) : raw.stripTrailing().length();
        int indent = raw.length() - raw.stripLeading().length();
        if (start < indent || end <= start) {
            return;
        }
        String marks = TracebackMarkers.marks(ts, raw.substring(start, Math.min(end, raw.length())));
        if (end - start >= text.length() && marks.indexOf('~') < 0) {
            return;
        }
        out.append("    ");
        pad(out, raw, indent, start);
        out.append(marks).append('\n');
    }

    private static void pad(StringBuilder out, String raw, int from, int to) {
        for (int i = from; i < to; i++) {
            out.append(raw.charAt(i) == '\t' ? '\t' : ' ');
        }
    }

    /** The index of the character at an offset in UTF-8 bytes. */
    private static int characters(String line, int byteOffset) {
        int bytes = 0;
        int i = 0;
        while (i < line.length() && bytes < byteOffset) {
            int c = line.codePointAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            i += Character.charCount(c);
        }
        return i;
    }

    /** A line of a file without its end, or null. */
    String line(String file, int number) {
        String[] lines = files.get(file);
        if (lines == null) {
            lines = read(file);
            files.put(file, lines);
        }
        return number >= 1 && number <= lines.length ? lines[number - 1] : null;
    }

    /** A line of a file with its end, as PyErr_ProgramTextObject reads it; null when there is none. */
    public static String withEnd(String file, int number) {
        String[] lines = read(file);
        boolean last = number == lines.length;
        return number < 1 || number > lines.length || last && lines[number - 1].isEmpty()
                ? null
                : last ? lines[number - 1] : lines[number - 1].concat("\n");
    }

    private static String[] read(String file) {
        if (file.startsWith("<") && file.endsWith(">")) {
            return new String[0];
        }
        try (FileInputStream in = new FileInputStream(file)) {
            return split(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return new String[0];
        }
    }

    /** The lines of a text, whose ends are a line feed, a carriage return or both; without a regular expression. */
    private static String[] split(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                lines.add(text.substring(start, i));
                if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                start = i + 1;
            }
        }
        lines.add(text.substring(start));
        return lines.toArray(new String[0]);
    }
}
