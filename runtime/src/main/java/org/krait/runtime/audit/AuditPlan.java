package org.krait.runtime.audit;

/**
 * When to audit and where to report: the value of {@code -X audit-refs}, words separated by commas. At the end of the
 * program there is always an audit.
 *
 * @param statements at each new line
 * @param lines at each new line while it is seldom executed, then ever more seldom
 * @param calls at the entry of each frame
 * @param interval every so many instructions; 0 for not
 * @param java keep the Java stack of each allocation and show it
 * @param file the reports are appended to this file, with a line of totals at the end even when all is well; null for
 *        standard error
 */
public record AuditPlan(boolean statements, boolean lines, boolean calls, int interval, boolean java, String file) {
    /** What the words may be, for messages. */
    public static final String GRAMMAR = "exit, statement, line, call, a number of instructions, java or file=PATH";

    /** Reads the value, null for none; the result is null when it is not of the {@link #GRAMMAR}. */
    public static AuditPlan parse(String value) {
        boolean statements = false;
        boolean lines = false;
        boolean calls = false;
        int interval = 0;
        boolean java = false;
        String file = null;
        for (String word : (value == null ? "exit" : value).split(",", -1)) {
            if (word.equals("statement")) {
                statements = true;
            } else if (word.equals("line")) {
                lines = true;
            } else if (word.equals("call")) {
                calls = true;
            } else if (word.equals("java")) {
                java = true;
            } else if (word.startsWith("file=") && word.length() > "file=".length()) {
                file = word.substring("file=".length());
            } else if (!word.equals("exit")) {
                interval = number(word);
                if (interval <= 0) {
                    return null;
                }
            }
        }
        return new AuditPlan(statements, lines, calls, interval, java, file);
    }

    private static int number(String word) {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** True when there are audits while the program runs. */
    public boolean whileRunning() {
        return statements || lines || calls || interval > 0;
    }

    /** True when each instruction must be looked at. */
    public boolean eachInstruction() {
        return statements || lines || interval > 0;
    }
}
