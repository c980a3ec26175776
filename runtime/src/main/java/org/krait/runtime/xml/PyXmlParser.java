package org.krait.runtime.xml;

import java.util.List;
import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.PyBytes;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Calls;

/**
 * A {@code pyexpat.xmlparser}: calls Python functions for what its {@link XmlParser} finds.
 *
 * <p>An exception of a function ends all calls; the rest of the piece is parsed, and then it is raised.
 */
final class PyXmlParser extends PyObject implements XmlEvents {
    static final PyType TYPE =
            PyType.builtin("pyexpat.xmlparser", PyType.OBJECT, PyType.NO_NEW, new XmlParserTable());

    private static final Kind[] KINDS = Kind.values();

    final XmlParser parser;
    private final PyObject[] handlers = new PyObject[KINDS.length];
    /** Which of the two default handlers is in force: the last that was set. */
    private Kind defaultKind;
    /** Equal texts that become one object; null when none do. */
    final PyDict interned;
    boolean ordersAttributes;
    boolean givesSpecifiedOnly;
    /** The text not yet told; null when text is told as it comes. */
    private PyStrBuilder buffered;
    int bufferBytes = 8192;
    private int bufferedBytes;
    boolean inCallback;
    /** The thread that parses now. */
    private ThreadState thread;
    private PyException failure;
    /** The parser of which this one reads an external entity; null for none. */
    private final PyXmlParser outer;

    PyXmlParser(String encoding, String separator, PyDict interned) {
        super(TYPE);
        this.parser = new XmlParser(this, encoding, separator);
        this.interned = interned;
        this.outer = null;
        Refs.xincRef(interned);
    }

    /** A parser of an external entity. */
    PyXmlParser(PyXmlParser outer, String context, String encoding) {
        super(TYPE);
        this.outer = outer;
        Refs.incRef(outer);
        interned = outer.interned;
        Refs.xincRef(interned);
        parser = outer.parser.external(this, context, encoding);
        ordersAttributes = outer.ordersAttributes;
        givesSpecifiedOnly = outer.givesSpecifiedOnly;
        bufferBytes = outer.bufferBytes;
        buffered = outer.buffered == null ? null : new PyStrBuilder();
        defaultKind = outer.defaultKind;
        for (int i = 0; i < handlers.length; i++) {
            handlers[i] = outer.handlers[i];
            Refs.xincRefFrom(this, handlers[i]);
        }
    }

    // Attributes.

    PyObject handler(Kind kind) {
        PyObject handler = handlers[kind.ordinal()];
        return handler == null ? PySingleton.NONE : handler;
    }

    void setHandler(ThreadState ts, Kind kind, PyObject value) {
        if (kind == Kind.CHARACTER_DATA) {
            // What was collected belongs to the handler that is going.
            flush(ts);
        }
        PyObject handler = value == PySingleton.NONE ? null : value;
        PyObject old = handlers[kind.ordinal()];
        Refs.xincRefFrom(this, handler);
        handlers[kind.ordinal()] = handler;
        if (kind == Kind.DEFAULT || kind == Kind.DEFAULT_EXPAND) {
            defaultKind = handler == null ? null : kind;
        }
        Refs.xdecRef(old);
    }

    private void clearHandlers() {
        for (int i = 0; i < handlers.length; i++) {
            PyObject old = handlers[i];
            handlers[i] = null;
            Refs.xdecRef(old);
        }
        defaultKind = null;
    }

    boolean buffersText() {
        return buffered != null;
    }

    void setBuffersText(ThreadState ts, boolean value) {
        if (value && buffered == null) {
            buffered = new PyStrBuilder();
            bufferedBytes = 0;
        } else if (!value && buffered != null) {
            flush(ts);
            buffered = null;
        }
    }

    int bufferedBytes() {
        return bufferedBytes;
    }

    /** Sets the size of the buffer, which is emptied. */
    void setBufferBytes(ThreadState ts, int size) {
        if (buffered != null) {
            flush(ts);
        }
        bufferBytes = size;
    }

    // Parsing.

    /** Parses a piece; raises what a function raised or the error of the document. */
    void parse(ThreadState ts, byte[] bytes, int offset, int length, boolean last) {
        ThreadState before = thread;
        thread = ts;
        boolean good;
        try {
            good = parser.parse(bytes, offset, length, last);
        } finally {
            thread = before;
        }
        raise(ts, good);
    }

    private void raise(ThreadState ts, boolean good) {
        if (failure != null) {
            PyException raised = failure;
            failure = null;
            throw raised;
        }
        if (!good) {
            throw ExpatModule.error(ts, parser);
        }
        flush(ts);
    }

    /** Tells the text that was collected. */
    void flush(ThreadState ts) {
        if (buffered == null || bufferedBytes == 0) {
            return;
        }
        PyObject text = buffered.toPyStr();
        buffered = new PyStrBuilder();
        bufferedBytes = 0;
        PyObject handler = handlers[Kind.CHARACTER_DATA.ordinal()];
        if (handler != null) {
            Refs.drop(invoke(ts, handler, text));
        }
    }

    private PyObject invoke(ThreadState ts, PyObject handler, PyObject... args) {
        Refs.incRef(handler);
        boolean before = inCallback;
        inCallback = true;
        try {
            return Calls.call(ts, handler, args);
        } finally {
            inCallback = before;
            Refs.decRef(handler);
        }
    }

    /** Calls the function for a kind of events; null when there is none. What it raises ends the parsing. */
    private PyObject tell(Kind kind, PyObject... args) {
        try {
            flush(thread);
            PyObject handler = handlers[kind.ordinal()];
            if (handler == null) {
                return null;
            }
            return invoke(thread, handler, args);
        } catch (PyException e) {
            fail(e);
            throw parser.fail(XmlError.ABORTED);
        }
    }

    private void fail(PyException e) {
        failure = e;
        clearHandlers();
    }

    private void note(Kind kind, PyObject... args) {
        Refs.xdrop(tell(kind, args));
    }

    /** A text of the document: equal ones are one object. */
    private PyObject name(String text) {
        if (text == null) {
            return PySingleton.NONE;
        }
        PyStr name = PyStr.of(text);
        if (interned == null) {
            return name;
        }
        PyObject known = interned.get(thread, name);
        if (known != null) {
            return known;
        }
        interned.put(thread, name, name);
        return name;
    }

    private static PyObject text(String text) {
        return text == null ? PySingleton.NONE : PyStr.of(text);
    }

    // Events.

    @Override
    public boolean wants(Kind kind) {
        return handlers[kind.ordinal()] != null || kind == Kind.EXTERNAL_ENTITY_REF && failure != null;
    }

    @Override
    public boolean wantsDefault() {
        return defaultKind != null;
    }

    @Override
    public boolean expandsEntities() {
        return defaultKind != Kind.DEFAULT;
    }

    @Override
    public void startElement(String name, List<String> attributes, int specified) {
        int count = givesSpecifiedOnly ? specified : attributes.size();
        PyObject container;
        if (ordersAttributes) {
            PyObject[] items = new PyObject[count];
            for (int i = 0; i < count; i++) {
                items[i] = i % 2 == 0 ? name(attributes.get(i)) : PyStr.of(attributes.get(i));
            }
            container = PyList.of(items);
        } else {
            PyDict dict = new PyDict();
            for (int i = 0; i < count; i += 2) {
                dict.put(thread, name(attributes.get(i)), PyStr.of(attributes.get(i + 1)));
            }
            container = dict;
        }
        note(Kind.START_ELEMENT, name(name), container);
    }

    @Override
    public void endElement(String name) {
        note(Kind.END_ELEMENT, name(name));
    }

    @Override
    public void processingInstruction(String target, String data) {
        note(Kind.PROCESSING_INSTRUCTION, name(target), text(data));
    }

    @Override
    public void characterData(int[] text, int from, int to) {
        PyStr data = to - from == 1 ? PyStr.ofCodePoint(text[from]) : PyStr.of(XmlChars.string(text, from, to));
        try {
            if (buffered == null) {
                Refs.drop(invoke(thread, handlers[Kind.CHARACTER_DATA.ordinal()], data));
                return;
            }
            int bytes = 0;
            for (int i = from; i < to; i++) {
                bytes += XmlEncoding.UTF_8.width(text[i]);
            }
            if (bufferedBytes + bytes > bufferBytes) {
                flush(thread);
                if (handlers[Kind.CHARACTER_DATA.ordinal()] == null) {
                    return;
                }
            }
            if (bytes > bufferBytes) {
                Refs.drop(invoke(thread, handlers[Kind.CHARACTER_DATA.ordinal()], data));
            } else {
                buffered.append(data);
                bufferedBytes += bytes;
            }
        } catch (PyException e) {
            fail(e);
            throw parser.fail(XmlError.ABORTED);
        }
    }

    @Override
    public void comment(String data) {
        note(Kind.COMMENT, text(data));
    }

    @Override
    public void startCdataSection() {
        note(Kind.START_CDATA_SECTION);
    }

    @Override
    public void endCdataSection() {
        note(Kind.END_CDATA_SECTION);
    }

    @Override
    public void other(String text) {
        note(defaultKind, text(text));
    }

    @Override
    public void startNamespaceDecl(String prefix, String uri) {
        note(Kind.START_NAMESPACE_DECL, name(prefix), name(uri));
    }

    @Override
    public void endNamespaceDecl(String prefix) {
        note(Kind.END_NAMESPACE_DECL, name(prefix));
    }

    @Override
    public void startDoctypeDecl(String name, String systemId, String publicId, boolean internalSubset) {
        note(Kind.START_DOCTYPE_DECL, name(name), name(systemId), name(publicId), PyInt.of(internalSubset ? 1 : 0));
    }

    @Override
    public void endDoctypeDecl() {
        note(Kind.END_DOCTYPE_DECL);
    }

    @Override
    public void entityDecl(Entity entity, String value, String notation) {
        note(Kind.ENTITY_DECL, name(entity.name), PyInt.of(entity.parameter ? 1 : 0), text(value), name(entity.base),
                name(entity.systemId), name(entity.publicId), name(notation));
    }

    @Override
    public void unparsedEntityDecl(Entity entity, String notation) {
        note(Kind.UNPARSED_ENTITY_DECL, name(entity.name), name(entity.base), name(entity.systemId),
                name(entity.publicId), name(notation));
    }

    @Override
    public void notationDecl(String name, String base, String systemId, String publicId) {
        note(Kind.NOTATION_DECL, name(name), name(base), name(systemId), name(publicId));
    }

    @Override
    public void xmlDecl(String version, String encoding, int standalone) {
        note(Kind.XML_DECL, text(version), text(encoding), PyInt.of(standalone));
    }

    @Override
    public void elementDecl(String name, ContentModel model) {
        note(Kind.ELEMENT_DECL, name(name), model(model));
    }

    private PyObject model(ContentModel model) {
        PyObject[] children = new PyObject[model.children.size()];
        for (int i = 0; i < children.length; i++) {
            children[i] = model(model.children.get(i));
        }
        return PyTuple.of(PyInt.of(model.type), PyInt.of(model.quantifier), name(model.name), PyTuple.of(children));
    }

    @Override
    public void attlistDecl(String element, String attribute, String type, String value, boolean required) {
        note(Kind.ATTLIST_DECL, name(element), name(attribute), text(type), text(value),
                PyInt.of(required ? 1 : 0));
    }

    @Override
    public void skippedEntity(String name, boolean parameter) {
        note(Kind.SKIPPED_ENTITY, name(name), PyInt.of(parameter ? 1 : 0));
    }

    /** What a function answered as truth; one that raised said no. */
    private boolean answer(PyObject result) {
        if (result == null) {
            return false;
        }
        try {
            return Arguments.toLong(thread, result) != 0;
        } catch (PyException e) {
            failure = e;
            return true;
        }
    }

    @Override
    public boolean notStandalone() {
        return answer(tell(Kind.NOT_STANDALONE));
    }

    @Override
    public boolean externalEntityRef(String context, String base, String systemId, String publicId) {
        if (handlers[Kind.EXTERNAL_ENTITY_REF.ordinal()] == null) {
            return false;
        }
        return answer(tell(Kind.EXTERNAL_ENTITY_REF, text(context), name(base), name(systemId), name(publicId)));
    }

    @Override
    public int[] unknownEncoding(String name) {
        byte[] all = new byte[256];
        for (int i = 0; i < 256; i++) {
            all[i] = (byte) i;
        }
        try {
            PyObject text = Calls.callMethod(thread, new PyBytes(all), "decode", PyStr.of(name), PyStr.of("replace"));
            if (!(text instanceof PyStr decoded) || decoded.length() != 256) {
                throw Errors.valueError("multi-byte encodings are not supported");
            }
            int[] map = new int[256];
            for (int i = 0; i < 256; i++) {
                int c = decoded.at(i);
                map[i] = c == 0xfffd ? -1 : c;
            }
            return map;
        } catch (PyException e) {
            fail(e);
            return null;
        }
    }

    PyObject inputContext() {
        return inCallback ? new PyBytes(parser.inputContext()) : PySingleton.NONE;
    }

    @Override
    protected void dropReferents() {
        for (PyObject handler : handlers) {
            Refs.xdecRef(handler);
        }
        Refs.xdecRef(interned);
        Refs.xdecRef(outer);
    }

    @Override
    public void visitReferents(Visitor visitor) {
        for (PyObject handler : handlers) {
            if (handler != null) {
                visitor.visit(handler);
            }
        }
        if (interned != null) {
            visitor.visit(interned);
        }
        if (outer != null) {
            visitor.visit(outer);
        }
    }
}
