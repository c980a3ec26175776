package org.krait.tests.scripts;

import java.util.List;

/**
 * What a run of a script left.
 *
 * @param output the lines written to standard output
 * @param error the exception that ended it as {@code Type: message} (only the first line), or null
 * @param errorLine the line of the script's top level where that happened; 0 when unknown
 * @param log what it wrote to standard error, for the reader of a failure
 */
record Outcome(List<String> output, String error, int errorLine, String log) {
    /** How the outcome differs from what the script expects; null when it does not. */
    String difference(Script script) {
        List<Script.Line> expected = script.output();
        for (int i = 0; i < Math.max(expected.size(), output.size()); i++) {
            String found = i < output.size() ? "'" + output.get(i) + "'" : "the end of the output";
            if (i >= expected.size()) {
                return withEnd(script.file() + ": found " + found + " behind the last expected line");
            }
            Script.Line line = expected.get(i);
            if (i >= output.size() || !line.text().equals(output.get(i))) {
                return withEnd(script.file() + ":" + line.at() + ": expected '" + line.text() + "', found " + found);
            }
        }
        Script.Failure failure = script.error();
        if (failure == null) {
            return error == null ? null : withEnd(script.file() + ": expected no error");
        }
        if (!failure.text().equals(error)) {
            return withEnd(script.file() + ": expected the error '" + failure.text() + "'");
        }
        if (failure.at() != 0 && errorLine != 0 && failure.at() != errorLine) {
            return script.file() + ":" + failure.at() + ": expected the error here, it came in line " + errorLine;
        }
        return null;
    }

    private String withEnd(String text) {
        StringBuilder out = new StringBuilder(text);
        if (error != null) {
            out.append("; ended by '").append(error).append("' in line ").append(errorLine);
        }
        if (!log.isEmpty()) {
            out.append("; standard error: ").append(log.strip());
        }
        return out.toString();
    }
}
