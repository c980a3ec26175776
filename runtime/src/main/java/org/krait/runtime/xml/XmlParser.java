package org.krait.runtime.xml;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Parses one document, or one external entity of one, piece by piece. It is not bound to Python; what it finds goes to
 * its {@link XmlEvents}.
 */
final class XmlParser {
    /** Entities may make this many times as much text as the document has… */
    private static final int MAX_AMPLIFICATION = 100;
    /** …once it all is this long. */
    private static final long AMPLIFICATION_THRESHOLD = 8 << 20;

    /** Text in other encodings than UTF-8 is told in pieces of at most this size in UTF-8. */
    private static final int CONVERSION_BYTES = 1024;

    /** When parameter entities are read. */
    enum ParameterEntities { NEVER, UNLESS_STANDALONE, ALWAYS }

    private enum Phase { START, TEXT_DECLARATION, PROLOG, CONTENT, EPILOG, ENTITY_VALUE, FINISHED }

    final XmlEvents events;
    final Dtd dtd;
    final Document document = new Document();
    final Names names;
    final ContentProcessor content;
    final PrologProcessor prolog;
    private final XmlParser parent;
    /** True for an external parameter entity or subset. */
    final boolean isParameterEntity;
    private final boolean isContentEntity;
    /** The encoding that was named when the parser was made; null for none. */
    private String protocolEncoding;
    ParameterEntities parameterEntities = ParameterEntities.NEVER;
    boolean usesForeignDtd;
    String base;

    private Phase phase = Phase.START;
    private XmlError error;
    /** Where the current event starts in the document; -1 for an earlier piece of it. */
    private int eventStart = -1;
    private long eventByte = -1;
    /** How many internal entities are being read. */
    int entityDepth;
    private final Set<String> openEntities = new HashSet<>();
    private final Set<String> openParameterEntities = new HashSet<>();
    private long bytesDirect;
    private long bytesIndirect;

    /** A parser of a document; {@code separator} is null without namespaces, empty or one character. */
    XmlParser(XmlEvents events, String encoding, String separator) {
        this(events, encoding, null, false, new Dtd(), new Names(separator));
    }

    private XmlParser(XmlEvents events, String encoding, XmlParser parent, boolean isParameterEntity, Dtd dtd,
            Names names) {
        this.events = events;
        this.protocolEncoding = encoding;
        this.parent = parent;
        this.isParameterEntity = isParameterEntity;
        this.isContentEntity = parent != null && !isParameterEntity;
        this.dtd = dtd;
        this.names = names;
        content = new ContentProcessor(this);
        prolog = new PrologProcessor(this);
    }

    /**
     * A parser of an external entity that this one refers to just now.
     *
     * @param context what {@link XmlEvents#externalEntityRef} was given; null for a parameter entity
     */
    XmlParser external(XmlEvents childEvents, String context, String encoding) {
        boolean parameter = context == null;
        XmlParser child = new XmlParser(childEvents, encoding, this, parameter, dtd, names.child());
        child.parameterEntities = parameterEntities;
        child.base = base;
        child.usesForeignDtd = usesForeignDtd;
        if (parameter) {
            child.openParameterEntities.addAll(openParameterEntities);
            if (prolog.isInEntityValue()) {
                child.phase = Phase.ENTITY_VALUE;
            }
        } else {
            child.setContext(context);
        }
        return child;
    }

    private void setContext(String context) {
        for (String part : context.split("\f")) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                openEntities.add(part);
            } else {
                names.bind(part.substring(0, equals), part.substring(equals + 1));
            }
        }
    }

    /** The bindings of prefixes and the entities that are open, for {@link #external}. */
    String context(Entity referred) {
        StringBuilder out = new StringBuilder();
        for (Map.Entry<String, String> e : new HashMap<>(names.bindings()).entrySet()) {
            out.append(out.isEmpty() ? "" : "\f").append(e.getKey()).append('=').append(e.getValue());
        }
        for (String open : openEntities) {
            out.append(out.isEmpty() ? "" : "\f").append(open);
        }
        return out.append(out.isEmpty() ? "" : "\f").append(referred.name).toString();
    }

    XmlError error() {
        return error;
    }

    boolean hasStarted() {
        return phase != Phase.START && phase != Phase.ENTITY_VALUE || eventByte >= 0 || bytesDirect > 0;
    }

    void setEncoding(String name) {
        protocolEncoding = name;
    }

    MalformedXml fail(XmlError kind) {
        return new MalformedXml(kind);
    }

    /** An error at a place of the document; in the text of an entity its reference is the place. */
    MalformedXml fail(XmlError kind, Source source, int at) {
        event(source, at);
        return new MalformedXml(kind);
    }

    /** The current event starts here. */
    void event(Source source, int at) {
        if (source == document && !document.isEmpty()) {
            eventStart = at;
        }
    }

    // Positions.

    long line() {
        advance();
        return document.line();
    }

    long column() {
        advance();
        return document.column();
    }

    private void advance() {
        if (eventStart >= 0) {
            document.moveMark(eventStart);
        }
    }

    long byteIndex() {
        return eventStart < 0 ? eventByte : document.byteOf(eventStart);
    }

    /** The bytes of the current event and what has come after it. */
    byte[] inputContext() {
        return eventStart < 0 ? new byte[0] : document.bytesFrom(eventStart);
    }

    // Parsing.

    /** Parses a piece; false for an error. */
    boolean parse(byte[] bytes, int offset, int length, boolean last) {
        if (phase == Phase.FINISHED && (error == null || error == XmlError.ABORTED)) {
            error = XmlError.FINISHED;
            return false;
        }
        if (error != null) {
            return false;
        }
        eventByte = byteIndex();
        eventStart = -1;
        document.complete = last;
        document.feed(bytes, offset, length);
        root().bytesDirect += length;
        try {
            process();
        } catch (MalformedXml e) {
            error = e.error;
            if (error == XmlError.ABORTED) {
                document.moveMark(document.at);
                eventStart = -1;
                phase = Phase.FINISHED;
            }
            return false;
        }
        eventByte = byteIndex();
        document.moveMark(document.at);
        if (last) {
            phase = Phase.FINISHED;
        }
        return true;
    }

    private XmlParser root() {
        XmlParser p = this;
        while (p.parent != null) {
            p = p.parent;
        }
        return p;
    }

    private void process() {
        if (phase == Phase.START || phase == Phase.ENTITY_VALUE) {
            if (isParameterEntity) {
                dtd.parameterEntityRead = true;
            }
            if (!document.detect(givenEncoding(), isContentEntity)) {
                return;
            }
            if (phase == Phase.ENTITY_VALUE) {
                entityValue();
                return;
            }
            if (isContentEntity) {
                phase = Phase.TEXT_DECLARATION;
            } else {
                phase = Phase.PROLOG;
                prolog.start(!isParameterEntity);
            }
        }
        if (phase == Phase.TEXT_DECLARATION) {
            if (!content.textDeclaration()) {
                return;
            }
            phase = Phase.CONTENT;
            content.startEntity();
        }
        if (phase == Phase.PROLOG) {
            document.at = prolog.run(document, document.at, !document.complete, true);
            if (prolog.isEnded()) {
                phase = Phase.CONTENT;
            }
        }
        if (phase == Phase.CONTENT) {
            document.at = content.run(document, document.at, !document.complete, isContentEntity ? 1 : 0);
            if (content.isEnded() && !isContentEntity) {
                phase = Phase.EPILOG;
            }
        }
        if (phase == Phase.EPILOG) {
            document.at = prolog.epilog(document.at);
        }
    }

    /** The text of an external parameter entity within the value of another entity: taken when it is complete. */
    private void entityValue() {
        if (document.complete) {
            int from = prolog.skipTextDeclaration(document.at);
            parent.prolog.appendEntityValue(this, document, from, document.end);
            document.at = document.end;
        }
    }

    private XmlEncoding givenEncoding() {
        if (protocolEncoding == null) {
            return null;
        }
        XmlEncoding known = XmlEncoding.named(protocolEncoding);
        if (known == null) {
            known = unknown(protocolEncoding);
        }
        if (known == null) {
            throw fail(XmlError.UNKNOWN_ENCODING);
        }
        return known;
    }

    private XmlEncoding unknown(String name) {
        int[] map = events.unknownEncoding(name);
        if (map == null) {
            return null;
        }
        for (int i = 0; i < 128; i++) {
            // What markup is made of must be where ASCII has it.
            if (map[i] != i && (XmlChars.isName(i) || XmlChars.isSpace(i) || "&<>'\"=[]!?/#%;,|()*+".indexOf(i) >= 0)) {
                return null;
            }
        }
        return XmlEncoding.of(map);
    }

    /** Follows the encoding of a declaration, of which the rest starts at {@code rest} and the name at {@code at}. */
    void declaredEncoding(String name, int at, int rest) {
        if (protocolEncoding != null) {
            return;
        }
        XmlEncoding named = XmlEncoding.named(name);
        if (named == null) {
            named = unknown(name);
            if (named == null) {
                throw fail(XmlError.UNKNOWN_ENCODING, document, at);
            }
        } else if (named.unitBytes != document.encoding().unitBytes) {
            throw fail(XmlError.INCORRECT_ENCODING, document, at);
        }
        if (named.unitBytes == 1 && named != document.encoding()) {
            document.setEncoding(named, rest);
        }
    }

    // Internal entities.

    boolean isOpen(Entity entity) {
        return (entity.parameter ? openParameterEntities : openEntities).contains(entity.name);
    }

    /** Marks an entity as being read, so that it can't refer to itself. */
    void open(Entity entity) {
        (entity.parameter ? openParameterEntities : openEntities).add(entity.name);
    }

    void close(Entity entity) {
        (entity.parameter ? openParameterEntities : openEntities).remove(entity.name);
    }

    /** Counts the text of an entity that is expanded (the attack with a billion laughs). */
    void account(Entity entity) {
        XmlParser root = root();
        root.bytesIndirect += entity.text.length;
        long all = root.bytesDirect + root.bytesIndirect;
        if (all >= AMPLIFICATION_THRESHOLD && all > MAX_AMPLIFICATION * Math.max(1, root.bytesDirect)) {
            throw fail(XmlError.AMPLIFICATION_LIMIT_BREACH);
        }
    }

    /** Reads the text of an internal entity in content. */
    void contentEntity(Entity entity) {
        account(entity);
        open(entity);
        entityDepth++;
        Source source = new Source(entity.text, entity.text.length, true);
        content.run(source, 0, false, content.depth());
        entityDepth--;
        close(entity);
    }

    /** Reads the text of an internal parameter entity in a document type. */
    void parameterEntity(Entity entity, boolean betweenDeclarations) {
        account(entity);
        open(entity);
        entityDepth++;
        prolog.runEntity(new Source(entity.text, entity.text.length, true), betweenDeclarations);
        entityDepth--;
        close(entity);
    }

    /** Tells text that no event tells. */
    void other(Source source, int from, int to) {
        int p = from;
        while (p < to && events.wantsDefault()) {
            int end = pieceEnd(source, p, to);
            events.other(source.string(p, end));
            if (isConverted(source)) {
                event(source, end);
            }
            p = end;
        }
    }

    private boolean isConverted(Source source) {
        return source == document && document.encoding() != XmlEncoding.UTF_8;
    }

    /** The end of what is told of a text at a time: what must be converted passes through a small buffer. */
    int pieceEnd(Source source, int from, int to) {
        if (!isConverted(source)) {
            return to;
        }
        int bytes = 0;
        for (int i = from; i < to; i++) {
            bytes += XmlEncoding.UTF_8.width(source.text[i]);
            if (bytes > CONVERSION_BYTES) {
                return i;
            }
        }
        return to;
    }
}
