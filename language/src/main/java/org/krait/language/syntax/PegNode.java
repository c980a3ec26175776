package org.krait.language.syntax;

/** What a part of the grammar matched, in a diagnosing parse: its tokens and, for expressions, its kind. */
final class PegNode {
    /** Matched without a node: lookaheads, and optional parts that are absent. */
    static final PegNode NOTHING = new PegNode(null, 0, 0, new PegNode[0]);
    /** Matched, but the whole rule fails. */
    static final PegNode GIVE_UP = new PegNode(null, 0, 0, new PegNode[0]);

    /** The name of the node class in Python.asdl, or null. */
    final String kind;
    /** First token, and the one behind the last. */
    final int first;
    final int end;
    /** Null for a token. */
    final PegNode[] children;

    PegNode(String kind, int first, int end, PegNode[] children) {
        this.kind = kind;
        this.first = first;
        this.end = end;
        this.children = children;
    }

    boolean isToken() {
        return children == null;
    }
}
