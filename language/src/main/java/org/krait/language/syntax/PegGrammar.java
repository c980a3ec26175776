package org.krait.language.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code grammar.peg} into rules. */
final class PegGrammar {
    private static final String[] OPERATORS = {"(", ")", "[", "]", "{", "}", ":", ",", ";", ".", "...", "->", ":=",
        "!", "=", "+=", "-=", "*=", "@=", "/=", "%=", "**=", "<<=", ">>=", "|=", "^=", "&=", "//=", "+", "-", "*",
        "@", "/", "%", "**", "<<", ">>", "|", "^", "&", "//", "~", "==", "!=", "<", "<=", ">", ">="};
    private static final String[] TOKENS = {"ENDMARKER", "NAME", "NUMBER", "STRING", "NEWLINE", "INDENT", "DEDENT",
        "TYPE_IGNORE", "TYPE_COMMENT", "FSTRING_START", "FSTRING_MIDDLE", "FSTRING_END"};

    private final Map<String, PegRule> rules = new HashMap<>();
    private final Map<String, Integer> kinds = new HashMap<>();
    private String text;
    private int pos;

    private PegGrammar() {
        for (int i = 0; i < OPERATORS.length; i++) {
            kinds.put(OPERATORS[i], Token.LPAR + i);
        }
        for (int i = 0; i < Token.KEYWORDS.length; i++) {
            kinds.put(Token.KEYWORDS[i], Token.FALSE + i);
        }
    }

    /** The rules by name. */
    static Map<String, PegRule> load() {
        PegGrammar grammar = new PegGrammar();
        try (InputStream in = PegGrammar.class.getResourceAsStream("grammar.peg")) {
            grammar.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return grammar.rules;
    }

    private void read(String source) {
        StringBuilder rule = new StringBuilder();
        for (String line : source.split("\n")) {
            if (line.startsWith("#") || line.isEmpty()) {
                continue;
            }
            if (line.charAt(0) != ' ' && !rule.isEmpty()) {
                readRule(rule.toString());
                rule.setLength(0);
            }
            rule.append(line).append('\n');
        }
        readRule(rule.toString());
        for (PegRule rule2 : rules.values()) {
            rule2.leftRecursive = rule2.startsWith(rule2);
        }
    }

    private void readRule(String source) {
        text = source;
        pos = 0;
        PegRule rule = rule(word());
        skipSpace();
        if (text.startsWith("(memo)", pos)) {
            rule.memo = true;
            pos += 6;
        }
        expect(":");
        rule.alternatives = alternatives();
        if (pos < text.length()) {
            throw new IllegalStateException(rule.name + ": " + text.substring(pos));
        }
    }

    private PegRule rule(String name) {
        PegRule rule = rules.get(name);
        if (rule == null) {
            rule = new PegRule(name, rules.size());
            rules.put(name, rule);
        }
        return rule;
    }

    private PegAlternative[] alternatives() {
        List<PegAlternative> list = new ArrayList<>();
        accept("|");
        do {
            list.add(alternative());
        } while (accept("|"));
        return list.toArray(new PegAlternative[0]);
    }

    private PegAlternative alternative() {
        List<PegItem> items = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        String action = null;
        List<String> arguments = new ArrayList<>();
        String message = null;
        int since = 0;
        String feature = null;
        while (true) {
            skipSpace();
            if (pos == text.length() || "|)]".indexOf(text.charAt(pos)) >= 0) {
                break;
            }
            if (accept("^^")) {
                since = Integer.parseInt(word());
                skipSpace();
                feature = message();
                continue;
            }
            boolean error = accept("!!");
            if (error || accept("->")) {
                action = accept("=") ? "=" : word();
                skipSpace();
                while (pos < text.length() && Character.isLetter(text.charAt(pos))) {
                    arguments.add(word());
                    skipSpace();
                }
                if (error) {
                    message = pos < text.length() && text.charAt(pos) == '"' ? message() : "";
                }
                continue;
            }
            String label = null;
            int mark = pos;
            if (Character.isLetter(text.charAt(pos))) {
                label = word();
                if (pos == text.length() || text.charAt(pos) != '=') {
                    label = null;
                    pos = mark;
                } else {
                    pos++;
                }
            }
            labels.add(label);
            items.add(item());
        }
        int[] slots = new int[arguments.size()];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = labels.indexOf(arguments.get(i));
        }
        return new PegAlternative(items.toArray(new PegItem[0]), action, slots, message, since, feature);
    }

    private String message() {
        int end = ++pos;
        StringBuilder message = new StringBuilder();
        while (text.charAt(end) != '"') {
            if (text.charAt(end) == '\\') {
                end++;
            }
            message.append(text.charAt(end++));
        }
        pos = end + 1;
        return message.toString();
    }

    private PegItem item() {
        skipSpace();
        if (accept("~")) {
            return new PegItem.Cut();
        }
        if (accept("&&")) {
            int start = pos;
            PegItem item = atom();
            return new PegItem.Forced(item, text.substring(start, pos).trim());
        }
        if (accept("&")) {
            return new PegItem.Lookahead(atom(), true);
        }
        if (accept("!")) {
            return new PegItem.Lookahead(atom(), false);
        }
        PegItem item = atom();
        if (pos < text.length() && text.charAt(pos) == '.') {
            pos++;
            PegItem repeated = atom();
            expect("+");
            return new PegItem.Gather(item, repeated);
        }
        if (accept("?")) {
            return new PegItem.Optional(item);
        }
        if (accept("*")) {
            return new PegItem.Repeat(item, false);
        }
        return accept("+") ? new PegItem.Repeat(item, true) : item;
    }

    private PegItem atom() {
        skipSpace();
        char c = text.charAt(pos);
        if (c == '(') {
            pos++;
            PegItem group = new PegItem.Group(alternatives());
            expect(")");
            return group;
        }
        if (c == '[') {
            pos++;
            PegItem group = new PegItem.Optional(new PegItem.Group(alternatives()));
            expect("]");
            return group;
        }
        if (c == '\'' || c == '"') {
            int end = text.indexOf(c, pos + 1);
            String literal = text.substring(pos + 1, end);
            pos = end + 1;
            return c == '"' ? new PegItem.SoftKeyword(literal) : new PegItem.TokenOf(kinds.get(literal));
        }
        String name = word();
        if (name.equals("SOFT_KEYWORD")) {
            return new PegItem.SoftKeyword(null);
        }
        for (int i = 0; i < TOKENS.length; i++) {
            if (TOKENS[i].equals(name)) {
                return new PegItem.TokenOf(i);
            }
        }
        return new PegItem.Reference(rule(name));
    }

    private String word() {
        skipSpace();
        int start = pos;
        while (pos < text.length() && (Character.isLetterOrDigit(text.charAt(pos)) || text.charAt(pos) == '_')) {
            pos++;
        }
        return text.substring(start, pos);
    }

    private void skipSpace() {
        while (pos < text.length() && text.charAt(pos) <= ' ') {
            pos++;
        }
    }

    private boolean accept(String expected) {
        skipSpace();
        if (text.startsWith(expected, pos)) {
            pos += expected.length();
            return true;
        }
        return false;
    }

    private void expect(String expected) {
        if (!accept(expected)) {
            throw new IllegalStateException("expected " + expected + " at " + text.substring(pos));
        }
    }
}
