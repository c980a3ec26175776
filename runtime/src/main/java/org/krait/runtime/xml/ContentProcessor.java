package org.krait.runtime.xml;

import java.util.ArrayList;
import java.util.List;
import org.krait.runtime.xml.XmlEvents.Kind;

/** Parses elements and what is in them. */
final class ContentProcessor {
    private final XmlParser parser;
    private final XmlEvents events;
    private final ContentTokenizer tokens;
    private final StartTags startTags;
    private final List<Tag> tags = new ArrayList<>();
    /** What {@link #depth} is without a tag. */
    private int outerDepth;
    private boolean inSection;
    private boolean ended;

    /** An open element: its name in the text, its name as told, and the namespaces it declares. */
    private record Tag(String raw, String name, List<Names.Binding> bindings) {}

    ContentProcessor(XmlParser parser) {
        this.parser = parser;
        events = parser.events;
        tokens = new ContentTokenizer(parser.names.areUsed());
        startTags = new StartTags(parser);
    }

    StartTags startTags() {
        return startTags;
    }

    /** How many elements are open. */
    int depth() {
        return tags.size() + outerDepth;
    }

    /** True when the document element is complete. */
    boolean isEnded() {
        return ended;
    }

    /** The content is that of an entity, which is within an element. */
    void startEntity() {
        outerDepth = 1;
    }

    /** Reads the text declaration of an external entity; false when more text must come. */
    boolean textDeclaration() {
        Document document = parser.document;
        tokens.start(document);
        parser.event(document, document.at);
        Token token = tokens.content(document.at);
        if (!document.complete && (token == Token.NONE || token == Token.PARTIAL)) {
            return false;
        }
        if (token == Token.XML_DECL) {
            int next = tokens.next;
            parser.prolog.declaration(document, document.at, next, true);
            document.at = next;
        }
        return true;
    }

    /**
     * Parses from {@code at} until the text is used up or the document element ends.
     *
     * @param more true when more text may come
     * @param startDepth how many elements were open where the entity started
     * @return the first character that was not used
     */
    int run(Source source, int at, boolean more, int startDepth) {
        int p = at;
        if (inSection) {
            p = section(source, p, more);
            if (inSection) {
                return p;
            }
        }
        while (true) {
            parser.event(source, p);
            tokens.start(source);
            Token token = tokens.content(p);
            int next = tokens.next;
            if ((token == Token.TRAILING_CR || token == Token.TRAILING_BRACKET) && endsWithinCharacter(source)) {
                // The other character has begun and is another one.
                token = token == Token.TRAILING_CR ? Token.NEWLINE : Token.DATA;
            }
            switch (token) {
                case NONE, PARTIAL, TRAILING_CR, TRAILING_BRACKET -> {
                    if (more) {
                        return p;
                    }
                    return end(token, source, p, startDepth);
                }
                case INVALID -> throw parser.fail(XmlError.INVALID_TOKEN, source, next);
                case START_TAG, EMPTY_ELEMENT -> {
                    start(source, p, next, token == Token.EMPTY_ELEMENT);
                    if (depth() == 0) {
                        ended = true;
                        return next;
                    }
                }
                case END_TAG -> {
                    endTag(source, p, next, startDepth);
                    if (depth() == 0) {
                        ended = true;
                        return next;
                    }
                }
                case ENTITY_REF -> entity(source, p, next);
                case CHAR_REF -> {
                    int c = XmlChars.referenced(source.text, p, next);
                    if (c < 0) {
                        throw parser.fail(XmlError.BAD_CHAR_REF);
                    }
                    character(c, source, p, next);
                }
                case NEWLINE -> character('\n', source, p, next);
                case DATA -> data(source, p, next);
                case XML_DECL -> throw parser.fail(XmlError.MISPLACED_XML_PI);
                case PI -> instruction(source, p, tokens.nameEnd, next);
                case COMMENT -> comment(source, p, next);
                case CDATA_OPEN -> {
                    if (events.wants(Kind.START_CDATA_SECTION)) {
                        events.startCdataSection();
                    } else {
                        parser.other(source, p, next);
                    }
                    inSection = true;
                    next = section(source, next, more);
                    if (inSection) {
                        return next;
                    }
                }
                default -> throw new AssertionError(token);
            }
            p = next;
        }
    }

    private boolean endsWithinCharacter(Source source) {
        return source == parser.document && parser.document.endsWithinCharacter();
    }

    /** The text ends with a token that is not complete. */
    private int end(Token token, Source source, int p, int startDepth) {
        if (endsWithinCharacter(source)) {
            throw parser.fail(XmlError.PARTIAL_CHAR);
        }
        if (token == Token.NONE && source == parser.document && parser.document.endsWithinUnit()) {
            throw parser.fail(XmlError.UNCLOSED_TOKEN);
        }
        switch (token) {
            case PARTIAL -> throw parser.fail(XmlError.UNCLOSED_TOKEN);
            case TRAILING_CR -> character('\n', source, p, source.end);
            case TRAILING_BRACKET -> {
                data(source, p, source.end);
                if (startDepth == 0) {
                    throw parser.fail(XmlError.NO_ELEMENTS, source, source.end);
                }
            }
            default -> { }
        }
        if (startDepth == 0) {
            throw parser.fail(XmlError.NO_ELEMENTS);
        }
        if (depth() != startDepth) {
            throw parser.fail(XmlError.ASYNC_ENTITY);
        }
        return source.end;
    }

    private int section(Source source, int at, boolean more) {
        int p = at;
        while (true) {
            parser.event(source, p);
            tokens.start(source);
            Token token = tokens.section(p);
            int next = tokens.next;
            switch (token) {
                case NONE, PARTIAL -> {
                    if (more) {
                        return p;
                    }
                    throw parser.fail(endsWithinCharacter(source) ? XmlError.PARTIAL_CHAR
                            : XmlError.UNCLOSED_CDATA_SECTION);
                }
                case INVALID -> throw parser.fail(XmlError.INVALID_TOKEN, source, next);
                case NEWLINE -> character('\n', source, p, next);
                case DATA -> data(source, p, next);
                case CDATA_CLOSE -> {
                    if (events.wants(Kind.END_CDATA_SECTION)) {
                        events.endCdataSection();
                    } else {
                        parser.other(source, p, next);
                    }
                    inSection = false;
                    return next;
                }
                default -> throw new AssertionError(token);
            }
            p = next;
        }
    }

    private void data(Source source, int from, int to) {
        if (!events.wants(Kind.CHARACTER_DATA)) {
            parser.other(source, from, to);
            return;
        }
        int p = from;
        while (p < to && events.wants(Kind.CHARACTER_DATA)) {
            int end = parser.pieceEnd(source, p, to);
            events.characterData(source.text, p, end);
            p = end;
        }
    }

    /** A character that the text from {@code from} to {@code to} stands for. */
    private void character(int c, Source source, int from, int to) {
        if (events.wants(Kind.CHARACTER_DATA)) {
            events.characterData(new int[] {c}, 0, 1);
        } else {
            parser.other(source, from, to);
        }
    }

    void instruction(Source source, int from, int nameEnd, int to) {
        if (!events.wants(Kind.PROCESSING_INSTRUCTION)) {
            parser.other(source, from, to);
            return;
        }
        int data = nameEnd;
        while (XmlChars.isSpace(source.text[data])) {
            data++;
        }
        events.processingInstruction(source.string(from + 2, nameEnd), lines(source.string(data, to - 2)));
    }

    void comment(Source source, int from, int to) {
        if (events.wants(Kind.COMMENT)) {
            events.comment(lines(source.string(from + 4, to - 3)));
        } else {
            parser.other(source, from, to);
        }
    }

    /** The text with each line end as a newline. */
    private static String lines(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private void start(Source source, int at, int to, boolean empty) {
        String raw = source.string(at + 1, tokens.nameEnd);
        StartTags.Result tag = startTags.read(source, raw, tokens);
        boolean told = false;
        if (events.wants(Kind.START_ELEMENT)) {
            events.startElement(tag.name(), tag.attributes(), tag.specified());
            told = true;
        }
        if (empty) {
            if (events.wants(Kind.END_ELEMENT)) {
                if (told) {
                    parser.event(source, to);
                }
                events.endElement(tag.name());
                told = true;
            }
            if (!told) {
                parser.other(source, at, to);
            }
            undo(tag.bindings());
            return;
        }
        tags.add(new Tag(raw, tag.name(), tag.bindings()));
        if (!told) {
            parser.other(source, at, to);
        }
    }

    private void undo(List<Names.Binding> bindings) {
        for (int i = bindings.size() - 1; i >= 0; i--) {
            parser.names.undo(parser, bindings.get(i));
        }
    }

    private void endTag(Source source, int at, int to, int startDepth) {
        if (depth() == startDepth) {
            throw parser.fail(XmlError.ASYNC_ENTITY);
        }
        Tag tag = tags.get(tags.size() - 1);
        if (!XmlChars.matches(source.text, at + 2, tokens.nameEnd, tag.raw)) {
            throw parser.fail(XmlError.TAG_MISMATCH, source, at + 2);
        }
        tags.remove(tags.size() - 1);
        if (events.wants(Kind.END_ELEMENT)) {
            events.endElement(tag.name);
        } else {
            parser.other(source, at, to);
        }
        undo(tag.bindings);
    }

    private void entity(Source source, int at, int to) {
        String name = source.string(at + 1, to - 1);
        int predefined = XmlChars.predefined(name);
        if (predefined >= 0) {
            character(predefined, source, at, to);
            return;
        }
        Dtd dtd = parser.dtd;
        Entity entity = dtd.entities.get(name);
        if (!dtd.hasParameterReferences || dtd.standalone) {
            if (entity == null) {
                throw parser.fail(XmlError.UNDEFINED_ENTITY);
            }
            if (!entity.inDocument) {
                throw parser.fail(XmlError.ENTITY_DECLARED_IN_PE);
            }
        } else if (entity == null) {
            skipped(name, source, at, to);
            return;
        }
        if (parser.isOpen(entity)) {
            throw parser.fail(XmlError.RECURSIVE_ENTITY_REF);
        }
        if (entity.notation != null) {
            throw parser.fail(XmlError.BINARY_ENTITY_REF);
        }
        if (entity.text != null) {
            if (events.expandsEntities()) {
                parser.contentEntity(entity);
            } else {
                skipped(name, source, at, to);
            }
        } else if (events.wants(Kind.EXTERNAL_ENTITY_REF)) {
            if (!events.externalEntityRef(parser.context(entity), entity.base, entity.systemId, entity.publicId)) {
                throw parser.fail(XmlError.EXTERNAL_ENTITY_HANDLING);
            }
        } else {
            parser.other(source, at, to);
        }
    }

    private void skipped(String name, Source source, int at, int to) {
        if (events.wants(Kind.SKIPPED_ENTITY)) {
            events.skippedEntity(name, false);
        } else {
            parser.other(source, at, to);
        }
    }
}
