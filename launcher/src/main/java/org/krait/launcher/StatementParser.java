package org.krait.launcher;

import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.krait.objects.PyException;
import org.krait.objects.ThreadState;
import org.krait.runtime.Interrupts;

/** Tells the line editor when a statement is whole, and what word is to be completed. */
final class StatementParser implements Parser {
    private final ThreadState ts;
    private final Statements statements;

    StatementParser(ThreadState ts, Statements statements) {
        this.ts = ts;
        this.statements = statements;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && !line.isBlank() && isIncomplete(line)) {
            throw new EOFError(-1, -1, "incomplete statement");
        }
        int start = cursor;
        while (start > 0 && isNamePart(line.charAt(start - 1))) {
            start--;
        }
        return new Line(line, cursor, line.substring(start, cursor));
    }

    private boolean isIncomplete(String source) {
        Interrupts.acquire(ts);
        try {
            return statements.isIncomplete(source);
        } catch (PyException e) {
            // Its error is shown when the statement is compiled to run.
            e.swallow();
            return false;
        } finally {
            Interrupts.release(ts);
        }
    }

    private static boolean isNamePart(char c) {
        return c == '.' || Character.isUnicodeIdentifierPart(c);
    }

    /** A line whose one word is the dotted name in front of the cursor; nothing is quoted. */
    private record Line(String line, int cursor, String word) implements CompletingParsedLine {
        @Override
        public int wordCursor() {
            return word.length();
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word);
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return word.length();
        }

        @Override
        public int rawWordLength() {
            return word.length();
        }
    }
}
