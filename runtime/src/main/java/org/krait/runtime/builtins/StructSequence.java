package org.krait.runtime.builtins;

import org.krait.objects.Arguments;
import org.krait.objects.Errors;
import org.krait.objects.Mutations;
import org.krait.objects.PyDict;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;
import org.krait.objects.PyStructSequence;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.Refs;
import org.krait.objects.ThreadState;
import org.krait.runtime.Iteration;
import org.krait.runtime.Texts;
import org.krait.runtime.snapshot.Capture;

/**
 * The table of a struct sequence class, which CPython calls PyStructSequence: named, immutable tuples with, possibly,
 * more fields than items. A field whose name is null is an item without a name.
 */
public final class StructSequence extends TupleMethodsTable {
    private static final int NEW = 1000;
    private static final int REDUCE = 1001;
    private static final int REPLACE = 1002;

    private final String doc;
    private final String[] fields;
    private final int visible;
    private PyType type;

    private StructSequence(String doc, int visible, String[] fields) {
        this.doc = doc;
        this.visible = visible;
        this.fields = fields;
    }

    /**
     * A new struct sequence class.
     *
     * @param dottedName module and name, {@code "os.stat_result"}
     * @param visible how many fields are items; the rest has names only
     */
    public static PyType type(String dottedName, String doc, int visible, String... fields) {
        StructSequence table = new StructSequence(doc, visible, fields);
        PyType made = PyType.builtin(dottedName, PyTuple.TYPE, 0, table);
        table.type = made;
        return made;
    }

    /** An instance from all its fields. */
    public static PyStructSequence of(PyType type, PyObject... fields) {
        int visible = ((StructSequence) type.slots()).visible;
        PyObject[] items = java.util.Arrays.copyOf(fields, visible);
        PyObject[] hidden = fields.length == visible
                ? null
                : java.util.Arrays.copyOfRange(fields, visible, fields.length);
        return new PyStructSequence(type, items, hidden);
    }

    @Override
    public String doc() {
        return doc;
    }

    @Override
    public void fill(PyDict namespace, PyType owner) {
        int unnamed = 0;
        for (int i = 0; i < fields.length; i++) {
            if (fields[i] == null) {
                unnamed++;
            } else {
                add(namespace, owner, MEMBER, i, -1, null);
            }
        }
        add(namespace, owner, FUNCTION, NEW, -1, null);
        add(namespace, owner, METHOD, REDUCE, -1, null);
        add(namespace, owner, METHOD, REPLACE, -1, "Return a copy of the structure with new values.");
        namespace.put("n_fields", PyInt.of(fields.length));
        namespace.put("n_sequence_fields", PyInt.of(visible));
        namespace.put("n_unnamed_fields", PyInt.of(unnamed));
        PyObject[] names = new PyObject[visible - unnamed];
        int n = 0;
        for (int i = 0; i < visible; i++) {
            if (fields[i] != null) {
                names[n++] = PyStr.interned(fields[i]);
            }
        }
        namespace.put("__match_args__", PyTuple.constant(names));
    }

    @Override
    protected int rows() {
        return REPLACE + 1;
    }

    @Override
    protected String text(int id) {
        return switch (id) {
            case NEW -> "__new__(cls, sequence, dict={})";
            case REDUCE -> "__reduce__(self, /)";
            case REPLACE -> "__replace__(self, /, **changes)";
            default -> fields[id];
        };
    }

    @Override
    protected boolean hasReceiver(int id) {
        return true;
    }

    @Override
    public PyObject call1(int id, ThreadState ts, PyObject a) {
        if (id < fields.length) {
            PyObject field = ((PyStructSequence) a).field(id);
            if (Mutations.WATCHED && a.type.name().equals("sys.flags")) {
                Capture.readsFlag(ts, fields[id], field);
            }
            return field;
        }
        return call(id, ts, new PyObject[] {a}, null);
    }

    @Override
    public PyObject call2(int id, ThreadState ts, PyObject a, PyObject b) {
        return call(id, ts, new PyObject[] {a, b}, null);
    }

    @Override
    public PyObject call3(int id, ThreadState ts, PyObject a, PyObject b, PyObject c) {
        return call(id, ts, new PyObject[] {a, b, c}, null);
    }

    @Override
    public PyObject call(int id, ThreadState ts, PyObject[] args, PyStr[] keywords) {
        switch (id) {
            case NEW -> {
                PyObject[] v = bind(id, args, keywords);
                return make(ts, v[1], v[2]);
            }
            case REDUCE -> {
                return reduce((PyStructSequence) args[0]);
            }
            case REPLACE -> {
                return replace((PyStructSequence) args[0], Arguments.more(signature(id), args, keywords));
            }
            default -> throw new AssertionError(id);
        }
    }

    @Override
    public PyObject newInstance(ThreadState ts, PyType cls, PyObject[] args, PyStr[] keywords) {
        return call(NEW, ts, Arguments.prepend(cls, args), keywords);
    }

    private PyObject make(ThreadState ts, PyObject sequence, PyObject dict) {
        if (type.hasFlag(PyType.NO_NEW)) {
            throw Errors.typeError("cannot create '" + type.builtinModule + "." + type.name() + "' instances");
        }
        if (dict != null && !(dict instanceof PyDict)) {
            throw Errors.typeError(type.name() + "() takes a dict as second arg, if any");
        }
        PyList list = Iteration.toList(ts, sequence);
        PyObject[] given = list.toArray();
        if (given.length < visible) {
            throw Errors.typeError(type.name() + "() takes an " + (fields.length == visible ? "" : "at least ")
                    + visible + "-sequence (" + given.length + "-sequence given)");
        }
        if (given.length > fields.length) {
            throw Errors.typeError(type.name() + "() takes an " + (fields.length == visible ? "" : "at most ")
                    + fields.length + "-sequence (" + given.length + "-sequence given)");
        }
        PyObject[] all = new PyObject[fields.length];
        for (int i = 0; i < all.length; i++) {
            PyObject value = i < given.length ? given[i] : null;
            if (value == null && dict != null) {
                value = ((PyDict) dict).get(PyStr.interned(fields[i]));
            }
            all[i] = value == null ? PySingleton.NONE : value;
        }
        PyObject made = of(type, all);
        Refs.drop(list);
        return made;
    }

    private PyObject reduce(PyStructSequence self) {
        PyDict extra = new PyDict();
        for (int i = visible; i < fields.length; i++) {
            extra.put(fields[i], self.field(i));
        }
        return PyTuple.of(self.type, PyTuple.of(PyTuple.copyOf(self.items, 0, visible), extra));
    }

    private PyObject replace(PyStructSequence self, PyDict changes) {
        PyObject[] all = new PyObject[fields.length];
        int used = 0;
        for (int i = 0; i < all.length; i++) {
            PyObject value = fields[i] == null ? null : changes.get(PyStr.interned(fields[i]));
            used += value == null ? 0 : 1;
            all[i] = value == null ? self.field(i) : value;
        }
        if (used < changes.size()) {
            throw Errors.typeError("Got unexpected field name(s)");
        }
        return of(type, all);
    }

    @Override
    public PyObject repr(ThreadState ts, PyObject a) {
        PyStructSequence self = (PyStructSequence) a;
        PyStrBuilder out = new PyStrBuilder();
        out.append(self.type.name()).append('(');
        for (int i = 0; i < visible; i++) {
            if (i > 0) {
                out.append(", ");
            }
            if (fields[i] != null) {
                out.append(fields[i]).append('=');
            }
            out.append(Texts.repr(ts, self.item(i)));
        }
        return out.append(')').toPyStr();
    }
}
