package org.krait.runtime.xml;

import org.krait.objects.Errors;
import org.krait.objects.PyDict;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;

/** The table of parsers: with an attribute for the handler of each kind of events. */
final class XmlParserTable extends XmlParserMethodsTable {
    private static final int GETTERS = 1000;
    private static final int SETTERS = 2000;
    private static final XmlEvents.Kind[] KINDS = XmlEvents.Kind.values();

    /** The attribute of a kind: {@code StartElementHandler} of START_ELEMENT. */
    private static String attribute(XmlEvents.Kind kind) {
        if (kind == XmlEvents.Kind.DEFAULT_EXPAND) {
            return "DefaultHandlerExpand";
        }
        StringBuilder name = new StringBuilder();
        for (String word : kind.name().split("_")) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
        }
        return name.append("Handler").toString();
    }

    @Override
    public void fill(PyDict namespace, PyType owner) {
        super.fill(namespace, owner);
        for (int i = 0; i < KINDS.length; i++) {
            add(namespace, owner, GETSET, GETTERS + i, SETTERS + i, null);
        }
    }

    @Override
    protected int rows() {
        return SETTERS + KINDS.length;
    }

    @Override
    protected String text(int id) {
        return id < GETTERS ? super.text(id) : attribute(KINDS[id < SETTERS ? id - GETTERS : id - SETTERS]);
    }

    @Override
    protected boolean hasReceiver(int id) {
        return id >= GETTERS || super.hasReceiver(id);
    }

    @Override
    public PyObject call1(int id, ThreadState ts, PyObject a) {
        return id < GETTERS ? super.call1(id, ts, a) : ((PyXmlParser) a).handler(KINDS[id - GETTERS]);
    }

    @Override
    public PyObject call2(int id, ThreadState ts, PyObject a, PyObject b) {
        if (id < SETTERS) {
            return super.call2(id, ts, a, b);
        }
        if (b == null) {
            throw Errors.runtimeError("Cannot delete attribute");
        }
        ((PyXmlParser) a).setHandler(ts, KINDS[id - SETTERS], b);
        return PySingleton.NONE;
    }
}
