/**
 * The module {@code pyexpat}: an incremental, non-validating XML 1.0 parser with the interface, the errors and the
 * positions of expat 2.5.
 *
 * <p>Start at {@link org.krait.runtime.xml.XmlParser}, which takes bytes in pieces of any size and knows nothing of
 * Python: it tells an {@link org.krait.runtime.xml.XmlEvents} what it finds. A document passes the processors of its
 * phases: {@link org.krait.runtime.xml.PrologProcessor}, then {@link org.krait.runtime.xml.ContentProcessor}. Each
 * takes tokens from a tokenizer that starts a token again when its end has not come yet.
 * {@link org.krait.runtime.xml.PyXmlParser} is the Python object around a parser.
 */
package org.krait.runtime.xml;
