package org.krait.objects;

import java.util.ArrayList;

/**
 * The parameters of a builtin, out of its signature text, for instance {@code "split(self, /, sep=None, maxsplit=-1)"}.
 * For methods the first parameter is the receiver.
 */
public final class Signature {
    public final String name;
    /** Names of all parameters but {@code *args} and {@code **kwargs}; the receiver included. */
    public final PyStr[] names;
    /** The default of each as written, or null when required. */
    public final String[] defaults;
    public final int positionalOnly;
    /** Parameters that may be given by position, positional-only ones included. */
    public final int positional;
    public final boolean varArgs;
    public final boolean varKeywords;
    /** How many leading positional parameters have no default. */
    public final int required;
    /** Whether the first parameter is the receiver. */
    public final boolean receiver;
    /** Whether a keyword-only parameter has no default. */
    public final boolean requiresKeywords;

    private Signature(String name, ArrayList<String> names, ArrayList<String> defaults, int positionalOnly,
            int positional, boolean varArgs, boolean varKeywords, boolean receiver) {
        this.name = name;
        this.names = new PyStr[names.size()];
        for (int i = 0; i < this.names.length; i++) {
            this.names[i] = PyStr.interned(names.get(i));
        }
        this.defaults = defaults.toArray(new String[0]);
        this.positionalOnly = positionalOnly;
        this.positional = positional;
        this.varArgs = varArgs;
        this.varKeywords = varKeywords;
        this.receiver = receiver;
        int required = 0;
        for (int i = 0; i < this.positional; i++) {
            if (this.defaults[i] == null) {
                required = i + 1;
            }
        }
        this.required = required;
        boolean requiresKeywords = false;
        for (int i = this.positional; i < this.names.length; i++) {
            requiresKeywords |= this.defaults[i] == null;
        }
        this.requiresKeywords = requiresKeywords;
    }

    /** Takes a signature text apart. */
    public static Signature parse(String text, boolean receiver) {
        int open = text.indexOf('(');
        String name = text.substring(0, open);
        ArrayList<String> names = new ArrayList<>();
        ArrayList<String> defaults = new ArrayList<>();
        int positionalOnly = 0;
        int positional = -1;
        boolean varArgs = false;
        boolean varKeywords = false;
        for (String part : split(text.substring(open + 1, text.lastIndexOf(')')))) {
            if (part.equals("/")) {
                positionalOnly = names.size();
            } else if (part.equals("*")) {
                positional = names.size();
            } else if (part.startsWith("**")) {
                varKeywords = true;
            } else if (part.startsWith("*")) {
                varArgs = true;
                positional = names.size();
            } else {
                int equals = part.indexOf('=');
                String parameter = equals < 0 ? part : part.substring(0, equals);
                names.add(parameter.startsWith("$") ? parameter.substring(1) : parameter);
                defaults.add(equals < 0 ? null : part.substring(equals + 1));
            }
        }
        return new Signature(name, names, defaults, positionalOnly, positional < 0 ? names.size() : positional, varArgs,
                varKeywords, receiver);
    }

    /** The parts between commas outside brackets and quotes, without blanks around them. */
    public static ArrayList<String> split(String parameters) {
        ArrayList<String> parts = new ArrayList<>();
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
