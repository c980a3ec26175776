package org.krait.language.syntax;

import java.util.Arrays;
import java.util.Map;

/**
 * Parses a source that doesn't parse as CPython's parser does, rule by rule, to report the error that it reports.
 *
 * <p>A first pass finds how far a parser can look; a second pass, in which the rules named {@code wrong_…} take
 * part, raises the error. Only tokens are read ahead as far as CPython reads them, because errors without a place of
 * their own are reported at the token read last.
 */
final class PegParser extends TokenStream {
    private static final int MAX_LEVEL = 6000;

    private final Map<String, PegRule> rules;
    boolean invalidActive;
    private int level;

    /** Open-addressing table of results: place, rule and pass to node and place behind it. */
    private long[] keys = new long[1024];
    private PegNode[] nodes = new PegNode[1024];
    private int[] ends = new int[1024];
    private int memoSize;

    PegParser(Source source, Mode mode, ParseOptions options, Map<String, PegRule> rules) {
        super(source, mode, options, null);
        this.rules = rules;
    }

    /** Runs a pass from a statement on; false if the source doesn't match. */
    boolean run(Mode mode, int start, boolean invalid) {
        invalidActive = invalid;
        index = start;
        level = 0;
        clearMemo();
        if (mode != Mode.EXEC) {
            String name = mode == Mode.EVAL ? "expression_only" : mode == Mode.SINGLE ? "prompt" : "signature_comment";
            return rule(rules.get(name)) != null;
        }
        PegRule statement = rules.get("line");
        while (rule(statement) != null) {
            // What is done is never looked at again.
            clearMemo();
        }
        return token(Token.ENDMARKER) != null;
    }

    PegNode token(int kind) {
        int i = index;
        if (i == size) {
            fillChecked();
        }
        if (kinds[i] != kind) {
            return null;
        }
        index = i + 1;
        if (kind == Token.NUMBER) {
            NumberLiterals.value(this, i);
        }
        String nodeKind = kind == Token.NAME ? "Name" : kind == Token.NUMBER ? "Constant" : null;
        return new PegNode(nodeKind, i, i + 1, null);
    }

    PegNode softKeyword(String word) {
        int i = index;
        if (i == size) {
            fillChecked();
        }
        if (kinds[i] != Token.NAME) {
            return null;
        }
        String name = nameAt(i);
        // Where any soft keyword will do, CPython takes the beginning of one too.
        boolean matches = word != null ? word.equals(name)
                : "_".equals(name) || "case".startsWith(name) || "match".startsWith(name) || "type".startsWith(name);
        if (!matches) {
            return null;
        }
        index = i + 1;
        return new PegNode("Name", i, i + 1, null);
    }

    /** Reads the tokens before one. */
    void readTo(int token) {
        while (size < token) {
            fillChecked();
        }
    }

    /** Reads a token; an error of the tokenizer ends the parse. */
    private void fillChecked() {
        fillTo(size);
        if (kinds[size - 1] == Token.ERRORTOKEN) {
            throw Diagnosis.tokenizerFailure(this);
        }
    }

    void enter() {
        if (level++ == MAX_LEVEL) {
            throw new SyntaxException(SyntaxException.Kind.MEMORY_ERROR,
                    "Parser stack overflowed - Python source too complex to parse", source.fileName(), -1, -1, -1, -1,
                    null);
        }
    }

    void leave() {
        level--;
    }

    PegNode rule(PegRule rule) {
        enter();
        PegNode node;
        if (rule.leftRecursive) {
            node = leftRecursive(rule);
        } else if (rule.withoutInvalid) {
            boolean before = invalidActive;
            invalidActive = false;
            node = PegAlternative.parseFirst(rule.alternatives, this);
            invalidActive = before;
        } else {
            node = plain(rule);
        }
        leave();
        return node;
    }

    private PegNode plain(PegRule rule) {
        // Growing results of left recursion must not be kept.
        if (rule.name.equals("value_name")) {
            return PegAlternative.parseFirst(rule.alternatives, this);
        }
        // CPython doesn't tell the passes apart in what it memoizes.
        long key = key(index, rule.id, !rule.memo && invalidActive);
        int slot = find(key);
        if (keys[slot] == key) {
            index = nodes[slot] == null ? index : ends[slot];
            return nodes[slot];
        }
        PegNode node = PegAlternative.parseFirst(rule.alternatives, this);
        put(key, node, index);
        return node;
    }

    private PegNode leftRecursive(PegRule rule) {
        int mark = index;
        long key = key(mark, rule.id, false);
        int slot = find(key);
        if (keys[slot] == key) {
            index = nodes[slot] == null ? mark : ends[slot];
            return nodes[slot];
        }
        PegNode result = null;
        int end = mark;
        while (true) {
            put(key, result, end);
            index = mark;
            PegNode longer = PegAlternative.parseFirst(rule.alternatives, this);
            if (longer == null || index <= end) {
                break;
            }
            result = longer;
            end = index;
        }
        put(key, result, end);
        index = end;
        return result;
    }

    private static long key(int place, int rule, boolean flag) {
        return (long) place << 20 | (long) rule << 4 | (flag ? 3 : 1);
    }

    private int find(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 40) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void put(long key, PegNode node, int end) {
        int slot = find(key);
        if (keys[slot] == 0 && ++memoSize * 2 > keys.length) {
            grow();
            slot = find(key);
        }
        keys[slot] = key;
        nodes[slot] = node;
        ends[slot] = end;
    }

    private void grow() {
        long[] oldKeys = keys;
        PegNode[] oldNodes = nodes;
        int[] oldEnds = ends;
        int length = oldKeys.length * 2;
        keys = new long[length];
        nodes = new PegNode[length];
        ends = new int[length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = find(oldKeys[i]);
                keys[slot] = oldKeys[i];
                nodes[slot] = oldNodes[i];
                ends[slot] = oldEnds[i];
            }
        }
    }

    private void clearMemo() {
        Arrays.fill(keys, 0);
        Arrays.fill(nodes, null);
        memoSize = 0;
    }
}
