package org.krait.objects.builtin;

import java.util.ArrayList;
import java.util.List;

/** Takes the parameter list of a signature text apart. */
final class ParameterText {
    private ParameterText() {}

    /** The parts between commas outside brackets and quotes, without blanks around them. */
    static List<String> split(String signature) {
        String parameters = signature.substring(signature.indexOf('(') + 1, signature.lastIndexOf(')'));
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        char quote = 0;
        for (int i = 0; i <= parameters.length(); i++) {
            char c = i < parameters.length() ? parameters.charAt(i) : ',';
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
            } else if (c == ',' && depth == 0) {
                String part = parameters.substring(start, i).strip();
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                start = i + 1;
            }
        }
        return parts;
    }
}
