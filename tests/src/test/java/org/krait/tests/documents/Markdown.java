package org.krait.tests.documents;

/** Text as Markdown. */
final class Markdown {
    private Markdown() {}

    /** Text in a cell of a table. */
    static String cell(String text) {
        return text.replace("|", "\\|").replace("*", "\\*").replace("__", "\\_\\_");
    }
}
