package org.krait.runtime.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known of a document type; the parsers of a document and of its external entities share one. */
final class Dtd {
    /** The name of the external subset among the parameter entities. */
    static final String EXTERNAL_SUBSET = "#";

    final Map<String, Entity> entities = new HashMap<>();
    final Map<String, Entity> parameterEntities = new HashMap<>();
    final Map<String, ElementType> elements = new HashMap<>();
    /** False once a declaration was not read that may have changed what later ones mean. */
    boolean keepsProcessing = true;
    boolean hasParameterReferences;
    boolean standalone;
    /** Set by a parser that reads an external parameter entity. */
    boolean parameterEntityRead;

    /** The attributes declared for an element. */
    static final class ElementType {
        final Map<String, Attribute> attributes = new HashMap<>();
        /** Those of {@code attributes} with a default value, as declared. */
        final List<Attribute> defaults = new ArrayList<>();
    }

    /** A declared attribute; {@code value} null is no default. */
    record Attribute(String name, boolean cdata, String value) {}

    ElementType element(String name) {
        return elements.computeIfAbsent(name, n -> new ElementType());
    }
}
