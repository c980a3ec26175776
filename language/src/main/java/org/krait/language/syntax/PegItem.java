package org.krait.language.syntax;

import java.util.ArrayList;
import java.util.List;

/** A part of an alternative of the diagnosing grammar. */
sealed interface PegItem {

    /** Matches at the parser's place; null, and the parser stays, if it doesn't. */
    PegNode parse(PegParser p);

    /** A token of a kind. */
    record TokenOf(int kind) implements PegItem {
        @Override
        public PegNode parse(PegParser p) {
            return p.token(kind);
        }
    }

    /** A name that is a keyword in some places; null for any of them. */
    record SoftKeyword(String word) implements PegItem {
        @Override
        public PegNode parse(PegParser p) {
            return p.softKeyword(word);
        }
    }

    record Reference(PegRule rule) implements PegItem {
        @Override
        public PegNode parse(PegParser p) {
            return p.rule(rule);
        }
    }

    record Group(PegAlternative[] alternatives) implements PegItem {
        @Override
        public PegNode parse(PegParser p) {
            p.enter();
            PegNode node = PegAlternative.parseFirst(alternatives, p);
            p.leave();
            return node;
        }
    }

    record Optional(PegItem item) implements PegItem {
        @Override
        public PegNode parse(PegParser p) {
            PegNode node = item.parse(p);
            return node == null ? PegNode.NOTHING : node;
        }
    }

    record Lookahead(PegItem item, boolean expected) implements PegItem {
        @Override
        public PegNode parse(PegParser p) {
            int mark = p.index;
            boolean matched = item.parse(p) != null;
            p.index = mark;
            return matched == expected ? PegNode.NOTHING : null;
        }
    }

    /** Once this is reached, no other alternative is tried. */
    record Cut() implements PegItem {
        @Override
        public PegNode parse(PegParser p) {
            return PegNode.NOTHING;
        }
    }

    record Forced(PegItem item, String name) implements PegItem {
        @Override
        public PegNode parse(PegParser p) {
            PegNode node = item.parse(p);
            if (node == null) {
                p.fillTo(p.index);
                throw Problems.atTokens(p, p.index, p.index, "expected " + name);
            }
            return node;
        }
    }

    record Repeat(PegItem item, boolean atLeastOne) implements PegItem {
        @Override
        public PegNode parse(PegParser p) {
            int first = p.index;
            p.enter();
            List<PegNode> nodes = new ArrayList<>();
            PegNode node = item.parse(p);
            while (node != null) {
                nodes.add(node);
                node = item.parse(p);
            }
            p.leave();
            if (atLeastOne && nodes.isEmpty()) {
                return null;
            }
            return new PegNode(null, first, p.index, nodes.toArray(new PegNode[0]));
        }
    }

    record Gather(PegItem separator, PegItem item) implements PegItem {
        @Override
        public PegNode parse(PegParser p) {
            int first = p.index;
            p.enter();
            List<PegNode> nodes = new ArrayList<>();
            PegNode node = item.parse(p);
            while (node != null) {
                nodes.add(node);
                int mark = p.index;
                node = separator.parse(p) == null ? null : item.parse(p);
                if (node == null) {
                    p.index = mark;
                }
            }
            p.leave();
            return nodes.isEmpty() ? null : new PegNode(null, first, p.index, nodes.toArray(new PegNode[0]));
        }
    }
}
