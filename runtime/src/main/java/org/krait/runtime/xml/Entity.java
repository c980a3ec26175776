package org.krait.runtime.xml;

/** A declared entity. */
final class Entity {
    final String name;
    final boolean parameter;
    /** True when it was declared in the document's own text, not in an external or parameter entity. */
    final boolean inDocument;
    /** The replacement text; null for an external entity. */
    int[] text;
    String base;
    String systemId;
    String publicId;
    /** The notation of an unparsed entity. */
    String notation;

    Entity(String name, boolean parameter, boolean inDocument) {
        this.name = name;
        this.parameter = parameter;
        this.inDocument = inDocument;
    }
}
