package org.krait.runtime.xml;

import java.util.List;

/**
 * What a parser tells of a document. Text is null where the document has none. A result of false is an error of the
 * parser.
 */
interface XmlEvents {
    /** The kinds of events, in the order in which pyexpat lists its handlers. */
    enum Kind {
        START_ELEMENT, END_ELEMENT, PROCESSING_INSTRUCTION, CHARACTER_DATA, UNPARSED_ENTITY_DECL, NOTATION_DECL,
        START_NAMESPACE_DECL, END_NAMESPACE_DECL, COMMENT, START_CDATA_SECTION, END_CDATA_SECTION, DEFAULT,
        DEFAULT_EXPAND, NOT_STANDALONE, EXTERNAL_ENTITY_REF, START_DOCTYPE_DECL, END_DOCTYPE_DECL, ENTITY_DECL,
        XML_DECL, ELEMENT_DECL, ATTLIST_DECL, SKIPPED_ENTITY
    }

    /** True when someone wants to know of such events. */
    boolean wants(Kind kind);

    /** True when someone wants the text that no other event tells. */
    boolean wantsDefault();

    /** False when entities declared in the document are to be told as they stand. */
    boolean expandsEntities();

    /** @param attributes names and values, of which the first {@code specified} texts stand in the document */
    void startElement(String name, List<String> attributes, int specified);

    void endElement(String name);

    void processingInstruction(String target, String data);

    void characterData(int[] text, int from, int to);

    void comment(String data);

    void startCdataSection();

    void endCdataSection();

    void other(String text);

    void startNamespaceDecl(String prefix, String uri);

    void endNamespaceDecl(String prefix);

    void startDoctypeDecl(String name, String systemId, String publicId, boolean internalSubset);

    void endDoctypeDecl();

    void entityDecl(Entity entity, String value, String notation);

    void unparsedEntityDecl(Entity entity, String notation);

    void notationDecl(String name, String base, String systemId, String publicId);

    /** @param standalone 1 for yes, 0 for no, -1 for not said */
    void xmlDecl(String version, String encoding, int standalone);

    void elementDecl(String name, ContentModel model);

    void attlistDecl(String element, String attribute, String type, String value, boolean required);

    void skippedEntity(String name, boolean parameter);

    boolean notStandalone();

    boolean externalEntityRef(String context, String base, String systemId, String publicId);

    /** The 256 characters of an encoding of one byte each, -1 for none; null when there is no such encoding. */
    int[] unknownEncoding(String name);
}
