package org.krait.runtime.xml;

/** Characters to be parsed: those of a document that have come, or the text of an entity. */
class Source {
    int[] text;
    int end;
    /** True for the text of an entity declared in the document. */
    final boolean internal;

    Source(int[] text, int end, boolean internal) {
        this.text = text;
        this.end = end;
        this.internal = internal;
    }

    final String string(int from, int to) {
        return XmlChars.string(text, from, to);
    }
}
