package org.krait.runtime.xml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes the attributes of a start tag: values as XML has them normalized, defaults, and namespaces. */
final class StartTags {
    private final XmlParser parser;
    private final ContentTokenizer values;

    StartTags(XmlParser parser) {
        this.parser = parser;
        values = new ContentTokenizer(parser.names.areUsed());
    }

    /**
     * What a start tag says.
     *
     * @param attributes names and values; {@code specified} texts of them stand in the tag
     */
    record Result(String name, List<String> attributes, int specified, List<Names.Binding> bindings) {}

    /** Reads the tag that {@code tokens} has just found. */
    Result read(Source source, String name, ContentTokenizer tokens) {
        Dtd.ElementType type = parser.dtd.elements.get(name);
        int count = tokens.attributeCount;
        if (count == 0 && type == null && !parser.names.areUsed()) {
            return new Result(name, List.of(), 0, List.of());
        }
        int[] at = tokens.attributes;
        List<String> attributes = new ArrayList<>(count * 2);
        List<Names.Binding> bindings = new ArrayList<>(0);
        Set<String> seen = new HashSet<>();
        boolean prefixed = false;
        for (int i = 0; i < count; i++) {
            String attribute = source.string(at[4 * i], at[4 * i + 1]);
            if (!seen.add(attribute)) {
                throw parser.fail(XmlError.DUPLICATE_ATTRIBUTE, source, at[4 * i]);
            }
            Dtd.Attribute declared = type == null ? null : type.attributes.get(attribute);
            String value = value(source, at[4 * i + 2], at[4 * i + 3], declared == null || declared.cdata(), false);
            prefixed |= add(attribute, value, attributes, bindings);
        }
        int specified = attributes.size();
        if (type != null) {
            for (Dtd.Attribute attribute : type.defaults) {
                if (seen.add(attribute.name())) {
                    prefixed |= add(attribute.name(), attribute.value(), attributes, bindings);
                }
            }
        }
        String told = name;
        if (parser.names.areUsed()) {
            if (prefixed) {
                expand(attributes);
            }
            told = parser.names.expand(parser, name, false);
        }
        return new Result(told, attributes, specified, bindings);
    }

    /** Adds an attribute or declares its namespace; true when its name has a prefix. */
    private boolean add(String name, String value, List<String> attributes, List<Names.Binding> bindings) {
        if (parser.names.areUsed() && name.startsWith("xmlns") && (name.length() == 5 || name.charAt(5) == ':')) {
            bindings.add(parser.names.declare(parser, name.length() == 5 ? "" : name.substring(6), value));
            return false;
        }
        attributes.add(name);
        attributes.add(value);
        return name.indexOf(':') >= 0;
    }

    private void expand(List<String> attributes) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < attributes.size(); i += 2) {
            String name = attributes.get(i);
            int colon = name.indexOf(':');
            if (colon < 0) {
                continue;
            }
            String expanded = parser.names.expand(parser, name, true);
            String uri = parser.names.bindings().get(name.substring(0, colon));
            if (!seen.add(uri + '\f' + name.substring(colon + 1))) {
                throw parser.fail(XmlError.DUPLICATE_ATTRIBUTE);
            }
            attributes.set(i, expanded);
        }
    }

    /** An attribute's value from its text between the quotes; {@code declared} for a default value. */
    String value(Source source, int from, int to, boolean cdata, boolean declared) {
        boolean plain = true;
        for (int i = from; i < to; i++) {
            int c = source.text[i];
            if (c == '&' || c == '<' || c != ' ' && XmlChars.isSpace(c) || c == ' ' && !cdata) {
                plain = false;
                break;
            }
        }
        if (plain) {
            return source.string(from, to);
        }
        StringBuilder out = new StringBuilder(to - from);
        append(source, from, to, cdata, declared, out);
        if (!cdata && !out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
        return out.toString();
    }

    private static void space(boolean cdata, StringBuilder out) {
        if (cdata || !out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
            out.append(' ');
        }
    }

    private void append(Source source, int from, int to, boolean cdata, boolean declared, StringBuilder out) {
        int p = from;
        while (p < to) {
            values.text = source.text;
            values.end = to;
            values.internal = source.internal;
            Token token = values.attributeValue(p);
            int next = values.next;
            switch (token) {
                case DATA -> out.append(source.string(p, next));
                case VALUE_SPACE, NEWLINE, TRAILING_CR -> space(cdata, out);
                case CHAR_REF -> {
                    int c = XmlChars.referenced(source.text, p, next);
                    if (c < 0) {
                        throw parser.fail(XmlError.BAD_CHAR_REF, source, p);
                    }
                    if (c == ' ') {
                        space(cdata, out);
                    } else {
                        out.appendCodePoint(c);
                    }
                }
                case ENTITY_REF -> entity(source, p, next, cdata, declared, out);
                case PARTIAL -> throw parser.fail(XmlError.INVALID_TOKEN, source, p);
                case INVALID -> throw parser.fail(XmlError.INVALID_TOKEN, source, next);
                default -> throw new AssertionError(token);
            }
            p = next;
        }
    }

    private void entity(Source source, int at, int to, boolean cdata, boolean declared, StringBuilder out) {
        String name = source.string(at + 1, to - 1);
        int predefined = XmlChars.predefined(name);
        if (predefined >= 0) {
            out.append((char) predefined);
            return;
        }
        Dtd dtd = parser.dtd;
        Entity entity = dtd.entities.get(name);
        boolean checked = declared
                ? !parser.isParameterEntity
                        && (dtd.standalone ? parser.entityDepth == 0 : !dtd.hasParameterReferences)
                : !dtd.hasParameterReferences || dtd.standalone;
        if (checked) {
            if (entity == null) {
                throw parser.fail(XmlError.UNDEFINED_ENTITY);
            }
            if (!entity.inDocument) {
                throw parser.fail(XmlError.ENTITY_DECLARED_IN_PE);
            }
        } else if (entity == null) {
            return;
        }
        if (parser.isOpen(entity)) {
            throw parser.fail(XmlError.RECURSIVE_ENTITY_REF, source, at);
        }
        if (entity.notation != null) {
            throw parser.fail(XmlError.BINARY_ENTITY_REF, source, at);
        }
        if (entity.text == null) {
            throw parser.fail(XmlError.ATTRIBUTE_EXTERNAL_ENTITY_REF, source, at);
        }
        parser.account(entity);
        parser.open(entity);
        append(new Source(entity.text, entity.text.length, true), 0, entity.text.length, cdata, declared, out);
        parser.close(entity);
    }
}
