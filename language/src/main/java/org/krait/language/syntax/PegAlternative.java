package org.krait.language.syntax;

/**
 * One alternative of a rule or group.
 *
 * @param action what to do when it matched, or null
 * @param slots the items that the action's arguments are
 * @param message the error to raise, or null
 * @param since minor version of Python that has this
 * @param feature what it is, for the error of an older version
 */
record PegAlternative(PegItem[] items, String action, int[] slots, String message, int since,
        String feature) {

    /** Matches at the parser's place; null if it doesn't. */
    PegNode parse(PegParser p) {
        if (items.length == 1 && !p.invalidActive && items[0] instanceof PegItem.Reference reference
                && reference.rule().invalid) {
            return null;
        }
        int first = p.index;
        PegNode[] nodes = new PegNode[items.length];
        boolean cut = false;
        for (int i = 0; i < items.length; i++) {
            if (items[i] instanceof PegItem.Cut) {
                cut = true;
                continue;
            }
            PegNode node = items[i].parse(p);
            if (node == null) {
                p.index = first;
                return cut ? PegNode.GIVE_UP : null;
            }
            nodes[i] = node;
        }
        if (p.options.featureVersion() < since) {
            throw Problems.version(p, feature, since);
        }
        if (action == null) {
            PegNode only = onlyNode(nodes);
            if (only != null) {
                return only;
            }
            return new PegNode(null, first, p.index, nodes);
        }
        if (action.equals("=")) {
            return nodes[slots[0]];
        }
        if (message != null || Character.isLowerCase(action.charAt(0))) {
            return PegActions.run(p, this, nodes, first);
        }
        return new PegNode(action, first, p.index, nodes);
    }

    /** The node of the only item that is not just looked at, or null. */
    private PegNode onlyNode(PegNode[] nodes) {
        PegNode only = null;
        for (int i = 0; i < items.length; i++) {
            if (!(items[i] instanceof PegItem.Lookahead || items[i] instanceof PegItem.Cut)) {
                if (only != null) {
                    return null;
                }
                only = nodes[i];
            }
        }
        return only;
    }

    static PegNode parseFirst(PegAlternative[] alternatives, PegParser p) {
        int mark = p.index;
        for (PegAlternative alternative : alternatives) {
            PegNode node = alternative.parse(p);
            if (node == PegNode.GIVE_UP) {
                p.index = mark;
                return null;
            }
            if (node != null) {
                return node;
            }
        }
        p.index = mark;
        return null;
    }
}
