package org.krait.runtime.xml;

import java.util.HashMap;
import java.util.Map;

/** The namespaces in scope (Namespaces in XML 1.0). The prefix of the default namespace is the empty text. */
final class Names {
    static final String XML_URI = "http://www.w3.org/XML/1998/namespace";
    static final String XMLNS_URI = "http://www.w3.org/2000/xmlns/";
    /** What may stand in a URI (RFC 3986) and so is no good sign that a separator was smuggled in. */
    private static final String URI_CHARS = "%-._~:/?#[]@!$&'()*+,;=";

    /** Between the parts of a name; null when namespaces are not looked at. */
    final String separator;
    /** True to add prefixes to names. */
    boolean givesPrefixes;
    private final Map<String, String> bindings = new HashMap<>();

    Names(String separator) {
        this.separator = separator;
        if (separator != null) {
            bindings.put("xml", XML_URI);
        }
    }

    boolean areUsed() {
        return separator != null;
    }

    /** Those for a parser of an external entity. */
    Names child() {
        Names child = new Names(separator);
        child.givesPrefixes = givesPrefixes;
        return child;
    }

    Map<String, String> bindings() {
        return bindings;
    }

    void bind(String prefix, String uri) {
        bindings.put(prefix, uri);
    }

    /** A binding that an element made: to be undone at its end. */
    record Binding(String prefix, String outer) {}

    /** Binds a prefix to a URI, empty for none. */
    Binding declare(XmlParser parser, String prefix, String uri) {
        if (uri.isEmpty() && !prefix.isEmpty()) {
            throw parser.fail(XmlError.UNDECLARING_PREFIX);
        }
        if (prefix.equals("xmlns")) {
            throw parser.fail(XmlError.RESERVED_PREFIX_XMLNS);
        }
        boolean xml = prefix.equals("xml");
        for (int i = 0; i < uri.length() && !separator.isEmpty(); i++) {
            char c = uri.charAt(i);
            if (c == separator.charAt(0) && !Character.isLetterOrDigit(c) && URI_CHARS.indexOf(c) < 0) {
                throw parser.fail(XmlError.SYNTAX);
            }
        }
        if (xml != uri.equals(XML_URI)) {
            throw parser.fail(xml ? XmlError.RESERVED_PREFIX_XML : XmlError.RESERVED_NAMESPACE_URI);
        }
        if (uri.equals(XMLNS_URI)) {
            throw parser.fail(XmlError.RESERVED_NAMESPACE_URI);
        }
        String outer = uri.isEmpty() ? bindings.remove(prefix) : bindings.put(prefix, uri);
        if (parser.events.wants(XmlEvents.Kind.START_NAMESPACE_DECL)) {
            parser.events.startNamespaceDecl(prefix.isEmpty() ? null : prefix, uri.isEmpty() ? null : uri);
        }
        return new Binding(prefix, outer);
    }

    void undo(XmlParser parser, Binding binding) {
        if (parser.events.wants(XmlEvents.Kind.END_NAMESPACE_DECL)) {
            parser.events.endNamespaceDecl(binding.prefix.isEmpty() ? null : binding.prefix);
        }
        if (binding.outer == null) {
            bindings.remove(binding.prefix);
        } else {
            bindings.put(binding.prefix, binding.outer);
        }
    }

    /** The name with its namespace; an attribute without a prefix has none. */
    String expand(XmlParser parser, String name, boolean attribute) {
        int colon = name.indexOf(':');
        if (colon < 0 && attribute) {
            return name;
        }
        String prefix = colon < 0 ? "" : name.substring(0, colon);
        String uri = prefix.equals("xmlns") ? null : bindings.get(prefix);
        if (uri == null) {
            if (colon < 0) {
                return name;
            }
            throw parser.fail(XmlError.UNBOUND_PREFIX);
        }
        String expanded = uri + separator + name.substring(colon + 1);
        return givesPrefixes && colon >= 0 ? expanded + separator + prefix : expanded;
    }
}
