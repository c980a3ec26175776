package org.krait.runtime.xml;

import org.krait.runtime.xml.PrologState.Role;
import org.krait.runtime.xml.XmlEvents.Kind;
import org.krait.runtime.xml.XmlParser.ParameterEntities;

/** Parses what comes before the document element, external subsets, and what comes after the document element. */
final class PrologProcessor {
    private final XmlParser parser;
    private final XmlEvents events;
    private final Dtd dtd;
    private final PrologTokenizer tokens;
    private final Declarations declarations;
    private PrologState state;
    private boolean inDocument;
    private boolean inIgnoredSection;
    private boolean ended;
    private String doctypeName;
    private String doctypeSystemId;
    private String doctypePublicId;
    private boolean hasExternalSubset;

    PrologProcessor(XmlParser parser) {
        this.parser = parser;
        events = parser.events;
        dtd = parser.dtd;
        tokens = new PrologTokenizer(parser.names.areUsed());
        declarations = new Declarations(parser);
    }

    void start(boolean document) {
        inDocument = document;
        state = new PrologState(document);
    }

    /** True when the document element has started. */
    boolean isEnded() {
        return ended;
    }

    /** True while an entity's value is read, in which an external parameter entity is. */
    boolean isInEntityValue() {
        return declarations.isInEntityValue();
    }

    void appendEntityValue(XmlParser reader, Source source, int from, int to) {
        declarations.appendEntityValue(reader, source, from, to);
    }

    /** The end of the text declaration at {@code at}, if there is one. */
    int skipTextDeclaration(int at) {
        tokens.start(parser.document);
        if (tokens.prolog(at) != Token.XML_DECL) {
            return at;
        }
        int next = tokens.next;
        declaration(parser.document, at, next, true);
        return next;
    }

    /** Reads the text of a parameter entity. */
    void runEntity(Source source, boolean betweenDeclarations) {
        run(source, 0, false, false, betweenDeclarations);
    }

    int run(Source source, int at, boolean more, boolean mayCloseDoctype) {
        return run(source, at, more, mayCloseDoctype, true);
    }

    /**
     * Parses from {@code at} until the text is used up or the document element starts.
     *
     * @return the first character that was not used
     */
    private int run(Source source, int at, boolean more, boolean mayCloseDoctype, boolean betweenDeclarations) {
        int p = at;
        if (inIgnoredSection) {
            p = ignoredSection(source, p, more);
            if (inIgnoredSection) {
                return p;
            }
        }
        while (true) {
            parser.event(source, p);
            tokens.start(source);
            Token token = tokens.prolog(p);
            int next = tokens.next;
            if (token == Token.INVALID) {
                throw parser.fail(XmlError.INVALID_TOKEN, source, next);
            }
            if (token == Token.NONE || token == Token.PARTIAL || tokens.mayGoOn) {
                if (more) {
                    return p;
                }
                if (source == parser.document && parser.document.endsWithinCharacter()) {
                    throw parser.fail(XmlError.PARTIAL_CHAR);
                }
                if (token == Token.PARTIAL || token == Token.NONE && source == parser.document
                        && parser.document.endsWithinUnit()) {
                    throw parser.fail(XmlError.UNCLOSED_TOKEN);
                }
                if (token == Token.NONE) {
                    return end(source, p, betweenDeclarations);
                }
            }
            if (token == Token.INSTANCE_START) {
                Role role = state.next(token, source.text, p, next);
                if (role != Role.INSTANCE_START) {
                    throw parser.fail(XmlError.SYNTAX);
                }
                foreignSubset();
                ended = true;
                return p;
            }
            int rest = act(source, token, p, next, mayCloseDoctype, more);
            if (inIgnoredSection) {
                return rest;
            }
            p = rest;
        }
    }

    private int end(Source source, int p, boolean betweenDeclarations) {
        if (source.internal && !betweenDeclarations) {
            return p;
        }
        if (parser.isParameterEntity || source.internal) {
            if (state.next(Token.NONE, source.text, p, p) == Role.ERROR) {
                throw parser.fail(XmlError.INCOMPLETE_PE);
            }
            return p;
        }
        throw parser.fail(XmlError.NO_ELEMENTS);
    }

    /** Does what a token asks for; the result is where the next one starts. */
    private int act(Source source, Token token, int at, int to, boolean mayCloseDoctype, boolean more) {
        int nameEnd = tokens.nameEnd;
        Role role = state.next(token, source.text, at, to);
        boolean told = switch (role) {
            case ERROR -> throw parser.fail(token == Token.PARAM_ENTITY_REF ? XmlError.PARAM_ENTITY_REF
                    : token == Token.XML_DECL ? XmlError.MISPLACED_XML_PI : XmlError.SYNTAX);
            case XML_DECL, TEXT_DECL -> {
                declaration(source, at, to, role == Role.TEXT_DECL);
                yield true;
            }
            case PI -> {
                parser.content.instruction(source, at, nameEnd, to);
                yield true;
            }
            case COMMENT -> {
                parser.content.comment(source, at, to);
                yield true;
            }
            case NONE -> false;
            case DOCTYPE_NONE, DOCTYPE_NAME, DOCTYPE_SYSTEM_ID, DOCTYPE_PUBLIC_ID, DOCTYPE_SUBSET, DOCTYPE_CLOSE ->
                doctype(role, source, at, to, mayCloseDoctype);
            case PARAM_ENTITY_REF, INNER_PARAM_ENTITY_REF -> reference(role, source, at, to);
            case IGNORE_SECTION -> {
                parser.other(source, at, to);
                yield true;
            }
            default -> declarations.act(role, state, token, source, at, to);
        };
        if (!told) {
            parser.other(source, at, to);
        }
        if (role == Role.IGNORE_SECTION) {
            return ignoredSection(source, to, more);
        }
        return to;
    }

    private int ignoredSection(Source source, int at, boolean more) {
        inIgnoredSection = false;
        parser.event(source, at);
        tokens.start(source);
        int to = tokens.ignored(at);
        if (to < 0) {
            if (tokens.next >= 0) {
                throw parser.fail(XmlError.INVALID_TOKEN, source, tokens.next);
            }
            if (!more) {
                throw parser.fail(XmlError.SYNTAX);
            }
            inIgnoredSection = true;
            return at;
        }
        parser.other(source, at, to);
        return to;
    }

    private void doctypeStarts(boolean internalSubset) {
        events.startDoctypeDecl(doctypeName, doctypeSystemId, doctypePublicId, internalSubset);
        doctypeName = null;
    }

    private boolean doctype(Role role, Source source, int at, int to, boolean mayClose) {
        boolean wanted = events.wants(Kind.START_DOCTYPE_DECL);
        switch (role) {
            case DOCTYPE_NAME -> {
                doctypeName = wanted ? source.string(at, to) : null;
                return wanted;
            }
            case DOCTYPE_PUBLIC_ID -> {
                parser.usesForeignDtd = false;
                doctypePublicId = declarations.publicId(source, at, to);
                declarations.externalSubset().publicId = doctypePublicId;
                return wanted;
            }
            case DOCTYPE_SYSTEM_ID -> {
                parser.usesForeignDtd = false;
                dtd.hasParameterReferences = true;
                hasExternalSubset = true;
                doctypeSystemId = source.string(at + 1, to - 1);
                if (!dtd.standalone && parser.parameterEntities == ParameterEntities.NEVER) {
                    askStandalone();
                }
                Entity subset = declarations.externalSubset();
                subset.systemId = doctypeSystemId;
                subset.base = parser.base;
                return wanted;
            }
            case DOCTYPE_SUBSET -> {
                if (wanted && doctypeName != null) {
                    doctypeStarts(true);
                }
                return wanted;
            }
            case DOCTYPE_CLOSE -> {
                if (!mayClose) {
                    throw parser.fail(XmlError.INVALID_TOKEN);
                }
                boolean told = false;
                if (doctypeName != null) {
                    doctypeStarts(false);
                    told = true;
                }
                externalSubset();
                if (events.wants(Kind.END_DOCTYPE_DECL)) {
                    events.endDoctypeDecl();
                    told = true;
                }
                return told;
            }
            default -> {
                return wanted;
            }
        }
    }

    private void askStandalone() {
        if (events.wants(Kind.NOT_STANDALONE) && !events.notStandalone()) {
            throw parser.fail(XmlError.NOT_STANDALONE);
        }
    }

    private void externalSubset() {
        if (!hasExternalSubset && !parser.usesForeignDtd) {
            return;
        }
        boolean had = dtd.hasParameterReferences;
        dtd.hasParameterReferences = true;
        if (parser.parameterEntities != ParameterEntities.NEVER && events.wants(Kind.EXTERNAL_ENTITY_REF)) {
            Entity subset = declarations.externalSubset();
            if (parser.usesForeignDtd) {
                subset.base = parser.base;
            }
            dtd.parameterEntityRead = false;
            readExternal(subset);
            if (dtd.parameterEntityRead) {
                if (!dtd.standalone) {
                    askStandalone();
                }
            } else if (!hasExternalSubset) {
                dtd.hasParameterReferences = had;
            }
        }
        parser.usesForeignDtd = false;
    }

    /** Without a document type the element's start is the last chance for one from elsewhere. */
    private void foreignSubset() {
        if (parser.usesForeignDtd) {
            externalSubset();
        }
    }

    private void readExternal(Entity entity) {
        if (!events.externalEntityRef(null, entity.base, entity.systemId, entity.publicId)) {
            throw parser.fail(XmlError.EXTERNAL_ENTITY_HANDLING);
        }
    }

    private boolean reference(Role role, Source source, int at, int to) {
        dtd.hasParameterReferences = true;
        boolean told = false;
        if (parser.parameterEntities == ParameterEntities.NEVER) {
            dtd.keepsProcessing = dtd.standalone;
        } else {
            String name = source.string(at + 1, to - 1);
            Entity entity = dtd.parameterEntities.get(name);
            if (inDocument && dtd.standalone && parser.entityDepth == 0) {
                if (entity == null) {
                    throw parser.fail(XmlError.UNDEFINED_ENTITY);
                }
                if (!entity.inDocument) {
                    throw parser.fail(XmlError.ENTITY_DECLARED_IN_PE);
                }
            } else if (entity == null) {
                dtd.keepsProcessing = dtd.standalone;
                if (role == Role.PARAM_ENTITY_REF && events.wants(Kind.SKIPPED_ENTITY)) {
                    events.skippedEntity(name, true);
                    return true;
                }
                return false;
            }
            if (parser.isOpen(entity)) {
                throw parser.fail(XmlError.RECURSIVE_ENTITY_REF);
            }
            if (entity.text != null) {
                parser.parameterEntity(entity, role == Role.PARAM_ENTITY_REF);
                return true;
            }
            if (!events.wants(Kind.EXTERNAL_ENTITY_REF)) {
                dtd.keepsProcessing = dtd.standalone;
                return false;
            }
            dtd.parameterEntityRead = false;
            parser.open(entity);
            try {
                readExternal(entity);
            } finally {
                parser.close(entity);
            }
            told = true;
            if (!dtd.parameterEntityRead) {
                dtd.keepsProcessing = dtd.standalone;
                return true;
            }
        }
        if (!dtd.standalone) {
            askStandalone();
        }
        return told;
    }

    /** Reads an XML declaration, or with {@code entity} a text declaration. */
    void declaration(Source source, int at, int next, boolean entity) {
        XmlDeclaration d = XmlDeclaration.parse(parser, source, at, next, entity);
        if (!entity && d.standalone() == 1) {
            dtd.standalone = true;
            if (parser.parameterEntities == ParameterEntities.UNLESS_STANDALONE) {
                parser.parameterEntities = ParameterEntities.NEVER;
            }
        }
        if (events.wants(Kind.XML_DECL)) {
            events.xmlDecl(d.version(), d.encoding(), d.standalone());
        } else {
            parser.other(source, at, next);
        }
        if (d.encoding() != null) {
            parser.declaredEncoding(d.encoding(), d.encodingAt(), next);
        }
    }

    /** Parses what comes after the document element. */
    int epilog(int at) {
        Document document = parser.document;
        int p = at;
        while (true) {
            parser.event(document, p);
            tokens.start(document);
            Token token = tokens.prolog(p);
            int next = tokens.next;
            switch (token) {
                case NONE, PARTIAL -> {
                    if (!document.complete) {
                        return p;
                    }
                    if (document.endsWithinCharacter()) {
                        throw parser.fail(XmlError.PARTIAL_CHAR);
                    }
                    if (token == Token.PARTIAL || document.endsWithinUnit()) {
                        throw parser.fail(XmlError.UNCLOSED_TOKEN);
                    }
                    return p;
                }
                case INVALID -> throw parser.fail(XmlError.INVALID_TOKEN, document, next);
                case SPACE -> parser.other(document, p, next);
                case PI -> parser.content.instruction(document, p, tokens.nameEnd, next);
                case COMMENT -> parser.content.comment(document, p, next);
                default -> throw parser.fail(XmlError.JUNK_AFTER_DOC_ELEMENT);
            }
            p = next;
        }
    }
}
