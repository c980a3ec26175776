package org.krait.runtime.xml;

import java.util.ArrayList;
import java.util.List;

/** What an element may contain: expat's XML_Content. */
final class ContentModel {
    static final int EMPTY = 1;
    static final int ANY = 2;
    static final int MIXED = 3;
    static final int NAME = 4;
    static final int CHOICE = 5;
    static final int SEQUENCE = 6;

    static final int ONCE = 0;
    static final int OPTIONAL = 1;
    static final int REPEATED = 2;
    static final int PLUS = 3;

    int type;
    int quantifier;
    final String name;
    final List<ContentModel> children = new ArrayList<>();

    ContentModel(int type, int quantifier, String name) {
        this.type = type;
        this.quantifier = quantifier;
        this.name = name;
    }
}
