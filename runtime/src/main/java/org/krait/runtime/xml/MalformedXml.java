package org.krait.runtime.xml;

/** Ends the parsing of a document; the place is the parser's current event. */
final class MalformedXml extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final XmlError error;

    MalformedXml(XmlError error) {
        super(error.message, null, false, false);
        this.error = error;
    }
}
