package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.NativeDepth;
import org.krait.objects.PyBool;
import org.krait.objects.PyBuiltin;
import org.krait.objects.PyDict;
import org.krait.objects.PyFloat;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.PyTuple;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.objects.text.FloatText;
import org.krait.objects.text.IntText;

/** Writes one value as JSON, without indentation. */
final class JsonWriter {
    private final ThreadState ts;
    private final PyJsonEncoder settings;
    private final PyStrBuilder out = new PyStrBuilder(128);
    /** 1: the encoder is encode_basestring_ascii; 2: encode_basestring; 0: some other function. */
    private final int quoting;

    JsonWriter(ThreadState ts, PyJsonEncoder settings) {
        this.ts = ts;
        this.settings = settings;
        quoting = settings.encoder instanceof PyBuiltin b && b.table instanceof JsonModuleTable
                ? b.name.equalTo("encode_basestring_ascii") ? 1 : b.name.equalTo("encode_basestring") ? 2 : 0
                : 0;
    }

    PyStr write(PyObject o) {
        value(o);
        return out.toPyStr();
    }

    private void value(PyObject o) {
        if (o == PySingleton.NONE) {
            out.append("null");
        } else if (o == PyBool.TRUE) {
            out.append("true");
        } else if (o == PyBool.FALSE) {
            out.append("false");
        } else if (o instanceof PyStr s) {
            string(s);
        } else if (o instanceof PyInt i) {
            out.append(number(i));
        } else if (o instanceof PyFloat f) {
            out.append(number(f));
        } else if (o instanceof PyList || o instanceof PyTuple) {
            int outer = enter();
            try {
                list(o);
            } finally {
                ts.nativeDepth = outer;
            }
        } else if (o instanceof PyDict dict) {
            int outer = enter();
            try {
                dict(dict);
            } finally {
                ts.nativeDepth = outer;
            }
        } else {
            PyObject id = mark(o);
            PyObject by = Protocol.call(ts, settings.defaultFunction, o);
            int outer = enter();
            try {
                value(by);
            } finally {
                ts.nativeDepth = outer;
            }
            Refs.drop(by);
            unmark(id);
        }
    }

    private int enter() {
        return NativeDepth.enter(ts, " while encoding a JSON object");
    }

    private PyObject mark(PyObject o) {
        if (settings.markers == PySingleton.NONE) {
            return null;
        }
        PyDict markers = (PyDict) settings.markers;
        PyInt id = PyInt.of(Identity.of(ts.interp, o));
        if (markers.get(ts, id) != null) {
            throw Errors.valueError("Circular reference detected");
        }
        markers.put(ts, id, o);
        return id;
    }

    private void unmark(PyObject id) {
        if (id != null) {
            ((PyDict) settings.markers).remove(ts, id);
        }
    }

    private void string(PyStr s) {
        if (quoting != 0) {
            out.append(JsonText.quote(s, quoting == 1));
            return;
        }
        PyObject made = Protocol.call(ts, settings.encoder, s);
        if (!(made instanceof PyStr text)) {
            throw Errors.typeError("encoder() must return a string, not " + made.type.name());
        }
        out.append(text);
    }

    private String number(PyInt i) {
        return i.big() == null ? Long.toString(i.value) : IntText.decimal(i.big(), ts.interp.intMaxStrDigits);
    }

    private String number(PyFloat f) {
        double d = f.value;
        if (Double.isNaN(d) || Double.isInfinite(d)) {
            if (!settings.allowNan) {
                throw Errors.valueError("Out of range float values are not JSON compliant: " + FloatText.repr(d));
            }
            return Double.isNaN(d) ? "NaN" : d > 0 ? "Infinity" : "-Infinity";
        }
        return FloatText.repr(d);
    }

    private void list(PyObject o) {
        if (length(o) == 0) {
            out.append("[]");
            return;
        }
        PyObject id = mark(o);
        out.append('[');
        for (int i = 0; i < length(o); i++) {
            if (i > 0) {
                out.append(settings.itemSeparator);
            }
            PyObject item = o instanceof PyList list ? list.items[i] : ((PyTuple) o).items[i];
            Refs.incRef(item);
            try {
                value(item);
            } finally {
                Refs.decRef(item);
            }
        }
        out.append(']');
        unmark(id);
    }

    /** The length now: a list may change while its items are written. */
    private static int length(PyObject o) {
        return o instanceof PyList list ? list.size : ((PyTuple) o).items.length;
    }

    private void dict(PyDict dict) {
        if (dict.nextEntry(0) < 0) {
            out.append("{}");
            return;
        }
        PyObject id = mark(dict);
        PyObject view = dict.type == PyDict.TYPE
                ? new org.krait.objects.PyDictIterator(dict, org.krait.objects.PyDictIterator.ITEMS, false)
                : Protocol.callMethod(ts, dict, "items");
        PyList items = Protocol.list(ts, view);
        Refs.incRef(items);
        if (settings.sortKeys) {
            ListMethods.sort(ts, items, null, false);
        }
        out.append('{');
        boolean first = true;
        for (int i = 0; i < items.size; i++) {
            if (!(items.items[i] instanceof PyTuple pair) || pair.items.length != 2) {
                throw Errors.valueError("items must return 2-tuples");
            }
            first = entry(pair.items[0], pair.items[1], first);
        }
        out.append('}');
        Refs.decRef(items);
        unmark(id);
    }

    /** Writes one entry; the result says whether the next is still the first. */
    private boolean entry(PyObject key, PyObject value, boolean first) {
        PyStr text;
        if (key instanceof PyStr s) {
            text = s;
        } else if (key instanceof PyFloat f) {
            text = PyStr.of(number(f));
        } else if (key == PySingleton.NONE) {
            text = PyStr.interned("null");
        } else if (key instanceof PyBool) {
            text = PyStr.interned(key == PyBool.TRUE ? "true" : "false");
        } else if (key instanceof PyInt i) {
            text = PyStr.of(number(i));
        } else if (settings.skipKeys) {
            return first;
        } else {
            throw Errors.typeError("keys must be str, int, float, bool or None, not " + key.type.name());
        }
        if (!first) {
            out.append(settings.itemSeparator);
        }
        string(text);
        out.append(settings.keySeparator);
        value(value);
        return false;
    }
}
