package org.krait.runtime.builtins;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A table of {@code unicode-facts.txt}: values of ranges of characters. Read when it is first asked. */
enum UnicodeTable {
    COMBINING("combining", "0"),
    BIDIRECTIONAL("bidirectional", ""),
    WIDTH("width", "N"),
    NUMERIC("numeric", ""),
    DECOMPOSITION("decomposition", ""),
    OLD_COMBINING("combining 3.2", null),
    OLD_BIDIRECTIONAL("bidirectional 3.2", null),
    OLD_WIDTH("width 3.2", null),
    OLD_NUMERIC("numeric 3.2", null),
    OLD_DECOMPOSITION("decomposition 3.2", null),
    OLD_CATEGORY("category 3.2", null),
    OLD_MIRRORED("mirrored 3.2", null);

    private final String title;
    private final String fallback;
    private Rows rows;

    UnicodeTable(String title, String fallback) {
        this.title = title;
        this.fallback = fallback;
    }

    /** The value of a character, or the table's default: null in the tables of what 3.2.0 sees otherwise. */
    String get(int c) {
        Rows r = rows;
        if (r == null) {
            r = Rows.read(title);
            rows = r;
        }
        int i = Arrays.binarySearch(r.first, c);
        if (i < 0) {
            i = -i - 2;
        }
        return i >= 0 && c <= r.last[i] ? r.values[i] : fallback;
    }

    /** The rows: every character of the ranges, in order. */
    void each(Visitor visitor) {
        get(0);
        for (int i = 0; i < rows.first.length; i++) {
            for (int c = rows.first[i]; c <= rows.last[i]; c++) {
                visitor.visit(c, rows.values[i]);
            }
        }
    }

    /** What {@link #each} calls. */
    interface Visitor {
        void visit(int c, String value);
    }

    /** The ranges in order. */
    private record Rows(int[] first, int[] last, String[] values) {
        static Rows read(String title) {
            String text;
            try (InputStream in = UnicodeTable.class.getResourceAsStream("unicode-facts.txt")) {
                text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            int at = text.indexOf("\n[" + title + "]\n") + title.length() + 4;
            int end = text.indexOf("\n[", at - 1);
            end = end < 0 ? text.length() : end + 1;
            int n = 0;
            for (int i = at; i < end; i++) {
                n += text.charAt(i) == '\n' ? 1 : 0;
            }
            Rows rows = new Rows(new int[n], new int[n], new String[n]);
            String previous = "";
            for (int i = 0; i < n; i++) {
                int lineEnd = text.indexOf('\n', at);
                int space = text.indexOf(' ', at);
                int dash = text.indexOf('-', at);
                boolean range = dash > 0 && dash < space;
                rows.first[i] = Integer.parseInt(text, at, range ? dash : space, 16);
                rows.last[i] = range ? Integer.parseInt(text, dash + 1, space, 16) : rows.first[i];
                String value = text.substring(space + 1, lineEnd);
                previous = value.equals(previous) ? previous : value;
                rows.values[i] = previous;
                at = lineEnd + 1;
            }
            return rows;
        }
    }
}
