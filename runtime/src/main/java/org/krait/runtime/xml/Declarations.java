package org.krait.runtime.xml;

import java.util.ArrayList;
import java.util.List;
import org.krait.runtime.xml.PrologState.Role;
import org.krait.runtime.xml.XmlEvents.Kind;

/** What the declarations of a document type declare: entities, notations, attributes and elements. */
final class Declarations {
    private static final String PUBLIC_CHARS = " \r\n-'()+,./:=?;!*#@$_%";

    private final XmlParser parser;
    private final XmlEvents events;
    private final Dtd dtd;
    private final ContentTokenizer values;

    private Entity entity;
    /** The text of the entity value being read; null outside of one. */
    private StringBuilder value;
    private String notationName;
    private String notationPublicId;
    private String attributeElement;
    private String attributeName;
    private String attributeType;
    private String elementName;
    /** The groups that are open, the innermost last. */
    private final List<ContentModel> groups = new ArrayList<>();
    /** For each group the token between its items, null before the first. */
    private final List<Token> connectors = new ArrayList<>();

    Declarations(XmlParser parser) {
        this.parser = parser;
        events = parser.events;
        dtd = parser.dtd;
        values = new ContentTokenizer(parser.names.areUsed());
    }

    boolean isInEntityValue() {
        return value != null;
    }

    /** The entity of the external subset. */
    Entity externalSubset() {
        return dtd.parameterEntities.computeIfAbsent(Dtd.EXTERNAL_SUBSET, n -> new Entity(n, true, true));
    }

    /** Does what the token of a declaration asks for; true when that told an event. */
    boolean act(Role role, PrologState state, Token token, Source source, int at, int to) {
        return switch (role) {
            case ENTITY_NONE -> entityWanted();
            case GENERAL_ENTITY_NAME, PARAM_ENTITY_NAME -> {
                declareEntity(source.string(at, to), role == Role.PARAM_ENTITY_NAME);
                yield entityWanted() && entity != null;
            }
            case ENTITY_VALUE -> entityValue(source, at, to);
            case ENTITY_SYSTEM_ID, ENTITY_PUBLIC_ID, ENTITY_COMPLETE, ENTITY_NOTATION_NAME ->
                externalEntity(role, source, at, to);
            case NOTATION_NONE, NOTATION_NAME, NOTATION_PUBLIC_ID, NOTATION_SYSTEM_ID, NOTATION_NO_SYSTEM_ID ->
                notation(role, source, at, to);
            case ATTLIST_NONE, ATTLIST_ELEMENT_NAME, ATTRIBUTE_NAME, ATTRIBUTE_TYPE, ATTRIBUTE_ENUM_VALUE,
                ATTRIBUTE_NOTATION_VALUE, IMPLIED_VALUE, REQUIRED_VALUE, DEFAULT_VALUE, FIXED_VALUE ->
                attribute(role, state, source, at, to);
            default -> element(role, token, source, at, to);
        };
    }

    private boolean entityWanted() {
        return dtd.keepsProcessing && events.wants(Kind.ENTITY_DECL);
    }

    private void declareEntity(String name, boolean parameter) {
        var known = parameter ? dtd.parameterEntities : dtd.entities;
        entity = null;
        // The first declaration counts.
        if (dtd.keepsProcessing && !known.containsKey(name) && (parameter || XmlChars.predefined(name) < 0)) {
            entity = new Entity(name, parameter, !parser.isParameterEntity && parser.entityDepth == 0);
            known.put(name, entity);
        }
    }

    private boolean externalEntity(Role role, Source source, int at, int to) {
        switch (role) {
            case ENTITY_PUBLIC_ID -> {
                String id = publicId(source, at, to);
                if (dtd.keepsProcessing && entity != null) {
                    entity.publicId = id;
                    return events.wants(Kind.ENTITY_DECL);
                }
            }
            case ENTITY_SYSTEM_ID -> {
                if (dtd.keepsProcessing && entity != null) {
                    entity.systemId = source.string(at + 1, to - 1);
                    entity.base = parser.base;
                    return events.wants(Kind.ENTITY_DECL);
                }
            }
            case ENTITY_COMPLETE -> {
                if (entityWanted() && entity != null) {
                    events.entityDecl(entity, null, null);
                    return true;
                }
            }
            default -> {
                if (dtd.keepsProcessing && entity != null) {
                    entity.notation = source.string(at, to);
                    if (events.wants(Kind.UNPARSED_ENTITY_DECL)) {
                        events.unparsedEntityDecl(entity, entity.notation);
                        return true;
                    }
                    if (events.wants(Kind.ENTITY_DECL)) {
                        events.entityDecl(entity, null, entity.notation);
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean entityValue(Source source, int at, int to) {
        if (!dtd.keepsProcessing) {
            return false;
        }
        StringBuilder read = new StringBuilder();
        value = read;
        boolean told = false;
        try {
            appendEntityValue(parser, source, at + 1, to - 1);
        } finally {
            value = null;
            // What is right of a wrong value is told before the error.
            if (entity != null) {
                entity.text = read.codePoints().toArray();
                if (events.wants(Kind.ENTITY_DECL)) {
                    events.entityDecl(entity, read.toString(), null);
                    told = true;
                }
            }
        }
        return told;
    }

    /** Appends literal text of the value of an entity, which {@code reader} reads. */
    void appendEntityValue(XmlParser reader, Source source, int from, int to) {
        int p = from;
        while (p < to) {
            values.text = source.text;
            values.end = to;
            values.internal = source.internal;
            Token token = values.entityValue(p);
            int next = values.next;
            switch (token) {
                case DATA, ENTITY_REF -> value.append(source.string(p, next));
                case NEWLINE, TRAILING_CR -> value.append('\n');
                case CHAR_REF -> {
                    int c = XmlChars.referenced(source.text, p, next);
                    if (c < 0) {
                        throw reader.fail(XmlError.BAD_CHAR_REF, source, p);
                    }
                    value.appendCodePoint(c);
                }
                case PARAM_ENTITY_REF -> {
                    if (!reader.isParameterEntity && reader == parser && !source.internal) {
                        throw reader.fail(XmlError.PARAM_ENTITY_REF, source, p);
                    }
                    Entity referred = dtd.parameterEntities.get(source.string(p + 1, next - 1));
                    if (referred == null) {
                        dtd.keepsProcessing = dtd.standalone;
                        return;
                    }
                    parameterEntity(reader, referred, source, p);
                }
                case PARTIAL -> throw reader.fail(XmlError.INVALID_TOKEN, source, p);
                case INVALID -> throw reader.fail(XmlError.INVALID_TOKEN, source, next);
                default -> throw new AssertionError(token);
            }
            p = next;
        }
    }

    private void parameterEntity(XmlParser reader, Entity referred, Source source, int at) {
        if (reader.isOpen(referred)) {
            throw reader.fail(XmlError.RECURSIVE_ENTITY_REF, source, at);
        }
        reader.open(referred);
        try {
            if (referred.text != null) {
                reader.account(referred);
                appendEntityValue(reader, new Source(referred.text, referred.text.length, true), 0,
                        referred.text.length);
            } else if (events.wants(Kind.EXTERNAL_ENTITY_REF)) {
                dtd.parameterEntityRead = false;
                if (!events.externalEntityRef(null, referred.base, referred.systemId, referred.publicId)) {
                    throw reader.fail(XmlError.EXTERNAL_ENTITY_HANDLING);
                }
                if (!dtd.parameterEntityRead) {
                    dtd.keepsProcessing = dtd.standalone;
                }
            } else {
                dtd.keepsProcessing = dtd.standalone;
            }
        } finally {
            reader.close(referred);
        }
    }

    /** A public identifier from its literal: spaces normalized; an error when it has characters that it may not. */
    String publicId(Source source, int from, int to) {
        StringBuilder out = new StringBuilder();
        for (int i = from + 1; i < to - 1; i++) {
            int c = source.text[i];
            if (!XmlChars.isLetter(c) && !(c >= '0' && c <= '9') && PUBLIC_CHARS.indexOf(c) < 0
                    && c != '&' && c != ';') {
                throw parser.fail(XmlError.PUBLICID, source, i);
            }
            if (!XmlChars.isSpace(c)) {
                out.append((char) c);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        return out.toString().stripTrailing();
    }

    private boolean notation(Role role, Source source, int at, int to) {
        switch (role) {
            case NOTATION_NAME -> {
                notationPublicId = null;
                notationName = events.wants(Kind.NOTATION_DECL) ? source.string(at, to) : null;
                return notationName != null;
            }
            case NOTATION_PUBLIC_ID -> {
                String id = publicId(source, at, to);
                if (notationName != null) {
                    notationPublicId = id;
                    return true;
                }
                return false;
            }
            case NOTATION_SYSTEM_ID, NOTATION_NO_SYSTEM_ID -> {
                if (notationName == null || !events.wants(Kind.NOTATION_DECL)) {
                    return false;
                }
                String systemId = role == Role.NOTATION_SYSTEM_ID ? source.string(at + 1, to - 1) : null;
                events.notationDecl(notationName, parser.base, systemId, notationPublicId);
                return true;
            }
            default -> {
                return events.wants(Kind.NOTATION_DECL);
            }
        }
    }

    private boolean attribute(Role role, PrologState state, Source source, int at, int to) {
        boolean wanted = dtd.keepsProcessing && events.wants(Kind.ATTLIST_DECL);
        switch (role) {
            case ATTLIST_ELEMENT_NAME -> attributeElement = source.string(at, to);
            case ATTRIBUTE_NAME -> {
                attributeName = source.string(at, to);
                attributeType = null;
            }
            case ATTRIBUTE_TYPE -> attributeType = state.attributeType;
            case ATTRIBUTE_ENUM_VALUE, ATTRIBUTE_NOTATION_VALUE -> {
                String first = role == Role.ATTRIBUTE_ENUM_VALUE ? "(" : "NOTATION(";
                attributeType = (attributeType == null ? first : attributeType + "|") + source.string(at, to);
            }
            case IMPLIED_VALUE, REQUIRED_VALUE, DEFAULT_VALUE, FIXED_VALUE -> {
                if (dtd.keepsProcessing) {
                    defineAttribute(role, source, at, to);
                }
            }
            default -> { }
        }
        return wanted;
    }

    private void defineAttribute(Role role, Source source, int at, int to) {
        boolean cdata = attributeType.equals("CDATA");
        String text = null;
        if (role == Role.DEFAULT_VALUE || role == Role.FIXED_VALUE) {
            text = parser.content.startTags().value(source, at + 1, to - 1, cdata, true);
        }
        Dtd.ElementType element = dtd.element(attributeElement);
        // The first declaration counts.
        if (!element.attributes.containsKey(attributeName)) {
            Dtd.Attribute attribute = new Dtd.Attribute(attributeName, cdata, text);
            element.attributes.put(attributeName, attribute);
            if (text != null) {
                element.defaults.add(attribute);
            }
        }
        if (events.wants(Kind.ATTLIST_DECL)) {
            boolean list = attributeType.indexOf('(') >= 0;
            events.attlistDecl(attributeElement, attributeName, list ? attributeType + ")" : attributeType, text,
                    role == Role.REQUIRED_VALUE || role == Role.FIXED_VALUE);
        }
    }

    private boolean element(Role role, Token token, Source source, int at, int to) {
        boolean wanted = events.wants(Kind.ELEMENT_DECL);
        switch (role) {
            case ELEMENT_NAME -> {
                elementName = wanted ? source.string(at, to) : null;
                groups.clear();
                connectors.clear();
            }
            case CONTENT_ANY, CONTENT_EMPTY -> {
                if (elementName != null) {
                    complete(new ContentModel(role == Role.CONTENT_ANY ? ContentModel.ANY : ContentModel.EMPTY,
                            ContentModel.ONCE, null));
                }
            }
            case CONTENT_PCDATA -> innermost().type = ContentModel.MIXED;
            case GROUP_OPEN -> {
                ContentModel group = new ContentModel(ContentModel.SEQUENCE, ContentModel.ONCE, null);
                if (!groups.isEmpty()) {
                    innermost().children.add(group);
                }
                groups.add(group);
                connectors.add(null);
            }
            case CONTENT_ELEMENT -> {
                int quantifier = switch (token) {
                    case NAME_OPT -> ContentModel.OPTIONAL;
                    case NAME_REP -> ContentModel.REPEATED;
                    case NAME_PLUS -> ContentModel.PLUS;
                    default -> ContentModel.ONCE;
                };
                String name = source.string(at, quantifier == ContentModel.ONCE ? to : to - 1);
                innermost().children.add(new ContentModel(ContentModel.NAME, quantifier, name));
            }
            case GROUP_SEQUENCE -> connect(Token.COMMA);
            case GROUP_CHOICE -> {
                connect(Token.OR);
                if (innermost().type != ContentModel.MIXED) {
                    innermost().type = ContentModel.CHOICE;
                }
            }
            case GROUP_CLOSE -> {
                ContentModel group = groups.remove(groups.size() - 1);
                connectors.remove(connectors.size() - 1);
                group.quantifier = switch (token) {
                    case CLOSE_PAREN_OPT -> ContentModel.OPTIONAL;
                    case CLOSE_PAREN_REP -> ContentModel.REPEATED;
                    case CLOSE_PAREN_PLUS -> ContentModel.PLUS;
                    default -> ContentModel.ONCE;
                };
                if (groups.isEmpty() && elementName != null) {
                    complete(group);
                }
            }
            default -> { }
        }
        return wanted;
    }

    private ContentModel innermost() {
        return groups.get(groups.size() - 1);
    }

    private void connect(Token connector) {
        int last = connectors.size() - 1;
        Token before = connectors.get(last);
        if (before != null && before != connector) {
            throw parser.fail(XmlError.SYNTAX);
        }
        connectors.set(last, connector);
    }

    private void complete(ContentModel model) {
        if (events.wants(Kind.ELEMENT_DECL)) {
            events.elementDecl(elementName, model);
        }
        elementName = null;
    }
}
