package org.krait.runtime.xml;

/**
 * An XML or text declaration, parsed: {@code <?xml version="1.0" encoding="…" standalone="…"?>}.
 *
 * @param encodingAt where the name of the encoding starts
 * @param standalone 1 for yes, 0 for no, -1 for not said
 */
record XmlDeclaration(String version, String encoding, int encodingAt, int standalone) {
    /** One {@code name="value"} of it; {@code nameFrom} is the end of the text when there is none. */
    private record Pair(int nameFrom, int nameTo, int from, int to, int next) {}

    /**
     * Parses a declaration.
     *
     * @param entity true for the declaration of an external entity, in which the encoding must stand
     */
    static XmlDeclaration parse(XmlParser parser, Source source, int at, int next, boolean entity) {
        int end = next - 2;
        int[] text = source.text;
        Reader reader = new Reader(parser, source, end, entity ? XmlError.TEXT_DECL : XmlError.XML_DECL);
        Pair pair = reader.pair(at + 5);
        String version = null;
        if (pair.nameFrom == end) {
            throw reader.bad(pair.nameFrom);
        }
        if (XmlChars.matches(text, pair.nameFrom, pair.nameTo, "version")) {
            version = source.string(pair.from, pair.to);
            pair = reader.pair(pair.next);
            if (pair.nameFrom == end) {
                if (entity) {
                    throw reader.bad(end);
                }
                return new XmlDeclaration(version, null, 0, -1);
            }
        } else if (!entity) {
            throw reader.bad(pair.nameFrom);
        }
        String encoding = null;
        int encodingAt = 0;
        if (XmlChars.matches(text, pair.nameFrom, pair.nameTo, "encoding")) {
            if (!XmlChars.isLetter(text[pair.from])) {
                throw reader.bad(pair.from);
            }
            encoding = source.string(pair.from, pair.to);
            encodingAt = pair.from;
            pair = reader.pair(pair.next);
            if (pair.nameFrom == end) {
                return new XmlDeclaration(version, encoding, encodingAt, -1);
            }
        }
        if (entity || !XmlChars.matches(text, pair.nameFrom, pair.nameTo, "standalone")) {
            throw reader.bad(pair.nameFrom);
        }
        boolean yes = XmlChars.matches(text, pair.from, pair.to, "yes");
        if (!yes && !XmlChars.matches(text, pair.from, pair.to, "no")) {
            throw reader.bad(pair.from);
        }
        int p = pair.next;
        while (p < end && XmlChars.isSpace(text[p])) {
            p++;
        }
        if (p != end) {
            throw reader.bad(p);
        }
        return new XmlDeclaration(version, encoding, encodingAt, yes ? 1 : 0);
    }

    private static final class Reader {
        private final XmlParser parser;
        private final Source source;
        private final int end;
        private final XmlError error;

        Reader(XmlParser parser, Source source, int end, XmlError error) {
            this.parser = parser;
            this.source = source;
            this.end = end;
            this.error = error;
        }

        MalformedXml bad(int at) {
            return parser.fail(error, source, at);
        }

        Pair pair(int at) {
            int[] text = source.text;
            int p = at;
            if (p == end) {
                return new Pair(end, end, end, end, end);
            }
            if (!XmlChars.isSpace(text[p])) {
                throw bad(p);
            }
            while (p < end && XmlChars.isSpace(text[p])) {
                p++;
            }
            if (p == end) {
                return new Pair(end, end, end, end, end);
            }
            int nameFrom = p;
            while (p < end && text[p] != '=' && !XmlChars.isSpace(text[p])) {
                if (text[p] >= 0x80 || text[p] < 0) {
                    throw bad(p);
                }
                p++;
            }
            int nameTo = p;
            while (p < end && XmlChars.isSpace(text[p])) {
                p++;
            }
            if (p == end || text[p] != '=' || nameTo == nameFrom) {
                throw bad(Math.min(p, end));
            }
            p++;
            while (p < end && XmlChars.isSpace(text[p])) {
                p++;
            }
            if (p == end || text[p] != '"' && text[p] != '\'') {
                throw bad(p);
            }
            int quote = text[p++];
            int from = p;
            while (p < end && text[p] != quote) {
                int c = text[p];
                if (!XmlChars.isLetter(c) && !(c >= '0' && c <= '9') && c != '.' && c != '-' && c != '_') {
                    throw bad(p);
                }
                p++;
            }
            if (p == end) {
                throw bad(p);
            }
            return new Pair(nameFrom, nameTo, from, p, p + 1);
        }
    }
}
